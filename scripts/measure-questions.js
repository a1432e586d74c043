// SPDX-License-Identifier: Apache-2.0
// Prints how well questions are understood, one line for each set of test/questions. No weight is fitted to a labelled question,
// so leaving one out changes nothing: what is printed for the public set is its leave-one-out accuracy. Run after a build.
import { readdirSync, readFileSync } from 'node:fs';
import { loadGuideline, loadLibrary } from '../dist/authoring/index.js';
import { prepareQuestions } from '../dist/library/index.js';

const folder = 'test/questions';
const { loaded, shown } = loadGuideline('guideline');
if (!loaded) throw new Error(shown());
const answer = prepareQuestions(loaded.guideline, loadLibrary('guideline', loaded.guideline).library);

/** "49 of 51 (96 %)", or a dash when there is nothing to count. */
function part(all, holds) {
  const met = all.filter(holds).length;
  return all.length ? `${met} of ${all.length} (${Math.round((100 * met) / all.length)} %)` : '-';
}

for (const file of readdirSync(folder).sort()) {
  const { questions } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
  const asked = questions.map((one) => ({ ...one, got: answer(one.question) }));
  const labelled = asked.filter(({ topics }) => topics.length);
  const urgent = asked.filter((one) => one.urgent);
  const calm = asked.filter((one) => !one.urgent);
  const declined = asked.filter(({ answerable }) => answerable === 'no');
  console.log(
    [
      file.replace('.json', ''),
      `topic first ${part(labelled, ({ topics, got }) => topics.includes(got.topics[0]))}`,
      `among three ${part(labelled, ({ topics, got }) => topics.some((one) => got.topics.includes(one)))}`,
      `urgent recognised ${part(urgent, ({ got }) => got.urgent)}`,
      `false alarms ${part(calm, ({ got }) => got.urgent)}`,
      `declined ${part(declined, ({ got }) => got.answerable === 'no')}`,
    ].join('\n  '),
  );
}
