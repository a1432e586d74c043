// SPDX-License-Identifier: Apache-2.0
import type { Guideline } from './guideline.ts';

/** A guideline that says nothing, so that a small one states only what it is about. With no rule at all nothing is offered. */
export const emptyGuideline: Guideline = {
  version: '0',
  title: '',
  disclaimer: '',
  rules: [],
  urgencies: [],
  invariants: [],
  stages: [],
  scope: [],
  combinations: [],
  wishes: [],
  frequencies: [],
  contradictions: [],
  facts: {},
  groups: {},
  definitions: {},
  interventions: {},
  claims: {},
  sources: {},
};
