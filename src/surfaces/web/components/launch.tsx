// SPDX-License-Identifier: Apache-2.0
import type { Guideline } from '../../../model/index.ts';
import { saidValue } from '../../../interpreters/explain/index.ts';
import type { Entry } from '../../../record/index.ts';
import { hostOf, type Place } from '../smart/places.ts';
import type { Fetched } from '../smart/read.ts';
import { lineOf } from './track/entry-words.ts';

const howWords = (one: Fetched): string =>
  ({
    read: () => (one.how === 'read' ? `${one.many} read` : ''),
    none: () => 'none there',
    'not allowed': () => 'not asked for: the record did not allow it',
    failed: () => `could not be fetched (${one.how === 'failed' ? one.why : ''}); it may hold something`,
  })[one.how]();
const kinds: Readonly<Record<Fetched['type'], string>> = {
  Condition: 'Diagnoses',
  MedicationRequest: 'Prescriptions',
  MedicationStatement: 'Medicines as told',
  Observation: 'Tests and findings',
  AllergyIntolerance: 'Allergies',
  Immunization: 'Vaccines',
  Procedure: 'Procedures',
  DiagnosticReport: 'Reports',
};

/** What was asked of the record, and what became of it. */
export const FetchedList = ({ fetched }: { fetched: readonly Fetched[] }) => (
  <dl class="pairs" id="fetched">
    {fetched.map((one) => (
      <div>
        <dt>{kinds[one.type]}</dt>
        <dd>{howWords(one)}</dd>
      </div>
    ))}
  </dl>
);

/** What was read, each with the day and the place in the record it comes from. */
export const ReadList = ({ guideline, entries }: { guideline: Guideline; entries: readonly Entry[] }) => {
  const name = (id: string): string => guideline.interventions[id]?.label ?? guideline.facts[id]?.label ?? id;
  const words = (entry: Entry): string => {
    const fact = entry.kind === 'fact' ? guideline.facts[entry.fact] : undefined;
    return entry.kind === 'fact' && fact ? saidValue(fact, entry.value) : lineOf(entry, name);
  };
  return (
    <ul id="read">
      {entries.map((entry) => (
        <li>
          {words(entry)}{' '}
          <span class="small soft">
            {entry.on}
            {entry.from === undefined ? '' : `, from ${entry.from}`}
          </span>
        </li>
      ))}
    </ul>
  );
};

/** Where to connect, when no record opened this page. */
export const Choose = ({ places, onChoose }: { places: readonly Place[]; onChoose: (place: Place) => void }) => (
  <div class="flow">
    <h1>Open from a health record</h1>
    <p class="lead">
      You can let this page read your health record, so that you need not type it. You sign in at your record, and it
      asks you first. Nothing is changed there.
    </p>
    {places.length ? (
      <div class="actions">
        {places.map((place) => (
          <button class="button" type="button" onClick={() => onChoose(place)}>
            Connect to {hostOf(place.iss)}
          </button>
        ))}
      </div>
    ) : (
      <p>
        This Heliotrope is not connected to a health record. You can <a href="/path/sheet/">open a file</a> from your
        record instead, or <a href="/path/">answer questions</a>.
      </p>
    )}
  </div>
);

/** Why it did not work, and what to do. */
export const Failed = ({ why }: { why: string }) => (
  <div class="errors" role="alert">
    <h1>The record was not opened</h1>
    <p>{why}</p>
    <p>
      Nothing was changed. <a href="/launch/">Try again</a>, or <a href="/path/">answer questions</a> instead.
    </p>
  </div>
);
