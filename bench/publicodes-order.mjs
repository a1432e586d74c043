// SPDX-License-Identifier: Apache-2.0
// The guideline as publicodes rules, and the order in which publicodes would ask: its missing variables, the highest score first.
import Publicodes from 'publicodes';
import { eligibilityParts, interpret } from '../dist/model/index.js';

const named = (id) => id.replaceAll('-', ' ');
const text = (value) => `'${value}'`;
/** What each operator means in publicodes. */
const meaning = {
  is: (fact, value) => `${named(fact.id)} = ${typeof value === 'boolean' ? (value ? 'oui' : 'non') : text(value)}`,
  compare: (fact, by, value) => `${named(fact.id)} ${by} ${value}`,
  not: (part) => ({ '=': [part, 'non'] }),
  all: (parts) => ({ 'toutes ces conditions': parts }),
  any: (parts) => ({ 'une de ces conditions': parts }),
  atLeast: (points, parts) => ({
    '>=': [{ somme: parts.map(({ points: each, when }) => ({ valeur: each, 'applicable si': when })) }, points],
  }),
  defined: (_definition, body) => body,
};
const types = { boolean: 'booléen', code: 'texte', quantity: 'nombre' };

/** Gives, for a patient, the facts that publicodes still misses for the whole guideline, the one it would ask first in front.
 *  Each intervention's status is asked of it as three rules, as its users would write them; each red flag is one. */
export function publicodesOrder(guideline) {
  const facts = Object.values(guideline.facts);
  const rule = (condition) => ({ valeur: interpret(guideline, condition, meaning) });
  const targets = Object.fromEntries([
    ...Object.keys(guideline.interventions).flatMap((id) =>
      Object.entries(eligibilityParts(guideline, id)).flatMap(([part, condition]) =>
        condition.parts.length ? [[`${part} for ${named(id)}`, rule(condition)]] : [],
      ),
    ),
    ...guideline.urgencies.map(({ id, when }) => [`flag ${named(id)}`, rule(when)]),
  ]);
  const engine = new Publicodes(
    {
      ...Object.fromEntries(facts.map(({ id, question, value }) => [named(id), { question, type: types[value.type] }])),
      ...targets,
    },
    { logger: { log() {}, warn() {}, error: console.error } },
  );
  const ids = new Map(facts.map(({ id }) => [named(id), id]));
  const said = (value) =>
    typeof value === 'boolean' ? (value ? 'oui' : 'non') : typeof value === 'string' ? text(value) : value;
  return (patient) => {
    engine.setSituation(Object.fromEntries(Object.entries(patient).map(([id, value]) => [named(id), said(value)])));
    const scores = new Map();
    for (const target of Object.keys(targets))
      for (const [name, score] of Object.entries(engine.evaluate(target).missingVariables))
        if (ids.has(name)) scores.set(ids.get(name), (scores.get(ids.get(name)) ?? 0) + score);
    return [...scores].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  };
}
