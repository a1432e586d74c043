// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { open } from './bundle.ts';
import { parseFhir } from './parse.ts';
import { namedTwice } from './twice.ts';

describe('a text that is no FHIR JSON is refused with its place', () => {
  it.each([
    ['cut off', '{"resourceType": "Bundle",\n "entry": [', 2, 12, 'Is the file whole?'],
    ['a name written twice', '{"entry": [],\n "entry": []}', 2, 2, 'This name is written twice. Keep one of the two.'],
  ])('%s', (_name, text, line, column, says) => {
    const parsed = parseFhir(text);
    expect(parsed).toMatchObject({ ok: false, line, column });
    expect(parsed.ok ? '' : parsed.problem).toContain(says);
  });
  it('and so is a name that reaches into the program', () =>
    expect(parseFhir('{"a": [{"__proto__": {}}]}')).toMatchObject({ ok: false }));
});

describe('a name written twice', () => {
  it.each([
    ['in one object', '{"a": 1, "a": 2}', 9],
    ['with something between that holds it too', '{"a": {"a": 1}, "a": 2}', 16],
    ['with a text before it that closes late', '{"b": "\\\\\\"a\\":", "a": 1, "a": 2}', 26],
    ['in two objects of a list', '[{"a": 1}, {"a": 2}]', undefined],
    ['once as a name and once as a text', '{"a": "a", "b": ["a", "a"]}', undefined],
    ['inside a text', '{"b": "{\\"a\\":1,\\"a\\":2}"}', undefined],
  ])('%s', (_name, text, at) => {
    expect(() => JSON.parse(text)).not.toThrow();
    expect(namedTwice(text)).toBe(at);
  });
});

describe('a Bundle whose entries are none is refused, not read as an empty record', () => {
  it.each([
    ['a number for a list', 3, 'is a list'],
    ['nothing in the list', [{ resource: { resourceType: 'Patient' } }, null], 'Entry 2'],
    ['a text for a resource', [{ resource: 'Patient/1' }], 'Entry 1'],
  ])('%s', (_name, entry, says) => {
    const opened = open({ resourceType: 'Bundle', entry });
    expect(opened.ok ? '' : opened.problem).toContain(says);
  });
  it('but an entry that only answers a request is allowed', () =>
    expect(open({ resourceType: 'Bundle', entry: [{ response: { status: '200' } }] })).toEqual({
      ok: true,
      resources: [],
    }));
});
