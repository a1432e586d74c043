// SPDX-License-Identifier: Apache-2.0
export type NonEmpty<T> = readonly [T, ...T[]];
export type Index<T> = Readonly<Record<string, T>>;
export type SourceId = string;
export type ClaimId = string;

/** A published work; fields follow CSL-JSON, so reference managers read and write it. FHIR: Citation. */
export type Source = {
  id: SourceId;
  type: string;
  title: string;
  author: string;
  issued: number;
  URL: string;
  DOI?: string;
  PMID?: string;
  design: 'guideline' | 'systematic-review' | 'trial' | 'cohort' | 'case-series' | 'label' | 'other';
};

/** GRADE certainty of evidence. */
export type Certainty = 'high' | 'moderate' | 'low' | 'very-low';

/** A statement we rely on, how sure we are of it (GRADE), and where it is written. FHIR: Evidence. */
export type Claim = {
  id: ClaimId;
  statement: string;
  certainty: Certainty;
  cites: NonEmpty<{ source: SourceId; at: string }>;
  /** Was the source's text seen? `check` lists what was not. */
  verified: 'read' | 'recalled';
};
