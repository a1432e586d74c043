// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadExercise, loadGuideline, loadLibrary, loadTrials } from '../../authoring/index.ts';
import { note } from './content.ts';
import { resourcesOf } from './resources.ts';
import { toolsOf } from './tools/index.ts';

const { loaded } = loadGuideline('guideline');
if (!loaded) throw new Error('The guideline has problems: run heliotrope check.');
const { guideline } = loaded;
const content = {
  guideline,
  library: loadLibrary('guideline', guideline).library,
  exercise: loadExercise('guideline', guideline).library,
  trials: loadTrials('guideline/evidence/trials').trials,
  today: () => '2026-11-24',
};
const tools = new Map(toolsOf(content).map((tool) => [tool.name, tool]));
const call = (name: string, given: unknown) => {
  const tool = tools.get(name);
  if (!tool) throw new Error(`no tool ${name}`);
  return { ...tool.call(given), output: tool.output };
};
const examples = readdirSync('examples')
  .filter((name) => name.endsWith('.yaml'))
  .map((name): [string, Record<string, unknown>] => [name, parse(readFileSync(`examples/${name}`, 'utf8'))]);

describe('every tool that reads a person', () => {
  const calls: [string, Record<string, unknown>][] = [
    ['answer', {}],
    ['ask', {}],
    ['explain', { intervention: 'ivig' }],
    ['compare', { interventions: ['methotrexate', 'azathioprine', 'ivig'] }],
    ['plan', { weeks: 4 }],
  ];
  it.each(examples)('tells of %s in its documented shape, with sources and the note below', (_name, person) => {
    for (const [name, more] of calls) {
      const told = call(name, { ...person, ...more });
      if (!told.ok) throw new Error(`${name}: ${told.text}`);
      expect(told.output.safeParse(JSON.parse(JSON.stringify(told.said))).error?.issues).toBeUndefined();
      expect(told.text).toContain(note);
      expect(told.text).toContain(guideline.disclaimer);
      expect(told.text, name).toMatch(/Sources\n\[1\] .+https?:\/\//);
    }
  });
  it('says what is urgent before anything else', () => {
    const { text } = call('explain', { facts: { 'chest-pain-palpitations-or-fainting': true }, intervention: 'ivig' });
    const [, second] = text.split('\n');
    expect(second).toMatch(/^EMERGENCY: .+\[1\]/);
  });
  it('names an unknown fact with the one that was meant, and works nothing out', () => {
    const told = call('answer', { facts: { pregnnt: true, 'muscle-weakness': 'awful' } });
    expect(told.ok).toBe(false);
    expect(told.text).toContain('There is no fact called "pregnnt". Did you mean "pregnant"?');
    expect(told.text).toContain('It takes one of none, mild, moderate, severe.');
  });
  it('refuses two facts that cannot both be true', () => {
    const told = call('answer', { facts: { pregnant: true, 'sex-at-birth': 'male' } });
    expect(told.ok).toBe(false);
    expect(told.text).toContain('Both cannot be true');
  });
  it('names an argument and an intervention that do not exist with the nearest ones', () => {
    expect(call('answer', { fact: {} }).text).toContain('There is no argument "fact". Did you mean "facts"?');
    expect(call('explain', { intervention: 'methotrexat' }).text).toContain('Did you mean "methotrexate"?');
    expect(call('compare', { interventions: ['ivig', 'ivg'] }).text).toContain('Did you mean "ivig"?');
    expect(call('ask', { unanswered: ['agee'] }).text).toContain('Did you mean "age"?');
  });
  it('reads a FHIR Bundle in place of facts, and never both', () => {
    const bundle = JSON.parse(readFileSync('examples/stepping-up.fhir.json', 'utf8'));
    const told = call('answer', { bundle, asOf: '2026-01-22' });
    expect(told.ok).toBe(true);
    expect(call('answer', { bundle, facts: { age: 40 } }).text).toContain('not both');
  });
});

describe('the other tools', () => {
  it('score a measure with its citation, or name every wrong input and give no number', () => {
    const inputs = { creatinine: 0.8, unit: 'mg/dL', age: 50, sex: 'female' };
    expect(call('measure', { measure: 'egfr', inputs })).toMatchObject({ ok: true });
    const wrong = call('measure', { measure: 'egfr', inputs: { ...inputs, creatinine: -1 } });
    expect(wrong).toMatchObject({ ok: false });
    expect(wrong.text).toContain('creatinine: is -1');
    expect(call('measure', { measure: 'egfrr', inputs }).text).toContain('Did you mean "egfr"?');
  });
  it('answer a question in the shape that is listed, urgent words first', () => {
    const told = call('question', { question: 'I cannot breathe and my chest hurts' });
    if (!told.ok) throw new Error(told.text);
    expect(told.output.safeParse(told.said).error?.issues).toBeUndefined();
    expect(told.text.split('\n')[0]).toBe('CALL AN AMBULANCE NOW');
    expect(told.said).toMatchObject({ urgent: true, answerable: 'yes' });
  });
  it('find facts by any words of them', () => {
    const told = call('facts', { search: 'pregnancy now' });
    if (!told.ok) throw new Error(told.text);
    expect(told.output.safeParse(told.said).error?.issues).toBeUndefined();
    expect(told.text).toContain('- pregnant: Pregnancy now. Takes true or false.');
  });
});

describe('resources', () => {
  const all = resourcesOf(content);
  it('are every intervention, article and trial', () => {
    const { interventions } = guideline;
    expect(all.size).toBe(Object.keys(interventions).length + content.library.articles.length + content.trials.length);
  });
  it('read as text that says where it is written, and to talk to a clinician', () => {
    for (const [uri, one] of all) {
      const text = one.read();
      expect(text, uri).toContain(note);
      expect(text, uri).toMatch(/https?:\/\//);
    }
  });
});

describe('hostile arguments', () => {
  const deep = (levels: number): unknown => (levels ? { a: deep(levels - 1) } : 1);
  it.each([
    ['a key that reaches into the program', JSON.parse('{"facts":{"__proto__":true}}'), '__proto__'],
    ['the same further down', JSON.parse('{"record":[{"id":"1","on":"x","kind":{"constructor":1}}]}'), 'constructor'],
    ['nesting without end', { facts: deep(5000) }, 'nested more than 40 levels'],
    ['a day that is none', { asOf: '2026-02-30' }, 'is not a day of the calendar'],
    ['a list for an object', { facts: [1, 2] }, 'facts: '],
    ['an entry of no kind', { record: [{ id: 'a', on: '2026-01-01', kind: 'spell' }] }, 'kind'],
    ['a Bundle of one word', { bundle: { resourceType: 'Patient' } }, 'bundle.resourceType'],
  ])('are refused where they are wrong: %s', (_name, given, words) => {
    const told = call('answer', given);
    expect(told.ok).toBe(false);
    expect(told.text).toContain(words);
  });
  it('never throw, and never give guidance for what was refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tools.keys()), fc.anything({ withNullPrototype: true }), (name, given) => {
        const told = call(name, given);
        expect(typeof told.text).toBe('string');
        expect('said' in told).toBe(told.ok);
      }),
      { numRuns: 300 },
    );
  });
});
