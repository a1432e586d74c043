// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact, Meaning, Truth } from '../../model/index.ts';
import { all, any, atLeast, not } from '../answer/truth.ts';
import { bitLogic, fill, mostTogether, size, type Column, type Mask, type Truths } from './bits.ts';

const fact = (id: string): Fact => ({
  id, label: id, question: '', why: '', coding: [], value: { type: 'boolean' }, obtainedBy: 'history' }); // prettier-ignore
const ids = ['a', 'b', 'c'] as const;

/** Any condition over three facts, in any language. */
type Written = <T>(meaning: Meaning<T>) => T;
const written: fc.Arbitrary<Written> = fc.letrec<{ any: Written; leaf: Written }>((tie) => ({
  leaf: fc.tuple(fc.constantFrom(...ids), fc.boolean()).map(([id, value]): Written => (meaning) => meaning.is(fact(id), value)),
  any: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    tie('any').map((part): Written => (meaning) => meaning.not(part(meaning))),
    fc.array(tie('any'), { maxLength: 3 }).map((parts): Written => (meaning) => meaning.all(parts.map((part) => part(meaning)))),
    fc.array(tie('any'), { maxLength: 3 }).map((parts): Written => (meaning) => meaning.any(parts.map((part) => part(meaning)))),
    fc.tuple(fc.constantFrom(0.5, 1, 2, 3.5), fc.array(fc.tuple(fc.constantFrom(0.5, 1, 2), tie('any')), { maxLength: 3 })).map(
      ([points, parts]): Written => (meaning) => meaning.atLeast(points, parts.map(([each, when]) => ({ points: each, when: when(meaning) }))),
    ),
  ),
})).any; // prettier-ignore

const has = ({ bits }: Mask, person: number): boolean => (((bits[person >> 5] ?? 0) >>> (person & 31)) & 1) === 1;
const told = ({ yes, no }: Truths, person: number): Truth => has(yes, person) ? 'true' : has(no, person) ? 'false' : 'unknown'; // prettier-ignore
/** As DuckDB has it in memory: what stands at an unknown place is anything. */
function put(column: Column, truths: readonly Truth[]): void {
  const known = new Uint8Array(Math.ceil(truths.length / 64) * 8).fill(255);
  truths.forEach((truth, i) => { if (truth === 'unknown') known[i >> 3] = (known[i >> 3] ?? 0) & ~(1 << (i & 7)); }); // prettier-ignore
  fill(
    column,
    truths.length,
    Uint8Array.from(truths, (truth) => ({ true: 1, false: 0, unknown: 0x4f })[truth]),
    known,
  );
}
const kleene = (of: (id: string) => Truth): Meaning<Truth> => ({
  is: ({ id }, value) => (value === true ? of(id) : not(of(id))),
  compare: () => 'unknown',
  not, all, any, atLeast,
  defined: (_definition, body) => body,
}); // prettier-ignore

const truth = fc.constantFrom<Truth>('true', 'false', 'unknown');
describe('people side by side', () => {
  it('have each the truth that they have alone', () => {
    fc.assert(
      fc.property(written, fc.array(fc.tuple(truth, truth, truth), { minLength: 1, maxLength: 70 }), (condition, people) => {
        const logic = bitLogic();
        const truths = condition(logic.meaning);
        const unknown = logic.unknown(truths);
        const { columns, run } = logic.program([truths.yes, truths.no, unknown]);
        for (const column of columns) put(column, people.map((person) => person[ids.findIndex((id) => column.sql.includes(`"${id}"`))] ?? 'unknown')); // prettier-ignore
        run(people.length);
        const alone = people.map((person) => condition(kleene((id) => person[ids.findIndex((one) => one === id)] ?? 'unknown')));
        expect(people.map((_, i) => told(truths, i))).toEqual(alone);
        const many = (one: Truth) => alone.filter((each) => each === one).length;
        expect([size(truths.yes), size(truths.no), size(unknown)]).toEqual([many('true'), many('false'), many('unknown')]);
      }),
    );
  }); // prettier-ignore

  it.each([1, 31, 32, 33, 63, 64, 65, 2047, mostTogether])('are %i and no more, whatever stands behind them', (people) => {
    const logic = bitLogic();
    const truths = logic.meaning.is(fact('a'), true);
    const { columns, run } = logic.program([logic.everybody, logic.unknown(truths), truths.no]);
    for (const many of [mostTogether, people]) {
      for (const column of columns) fill(column, many, new Uint8Array(many), null);
      run(many);
    }
    expect([size(logic.everybody), size(truths.no), size(logic.unknown(truths))]).toEqual([people, people, 0]);
  }); // prettier-ignore

  it('are decided once for conditions that are alike', () => {
    const { meaning } = bitLogic();
    const parts = [meaning.is(fact('a'), true), meaning.is(fact('b'), false)];
    expect(meaning.all(parts).yes).toBe(meaning.all([...parts].reverse()).yes);
    expect(meaning.not(meaning.any(parts)).no).toBe(meaning.any(parts).yes);
  });
});
