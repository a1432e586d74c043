// SPDX-License-Identifier: Apache-2.0
// One library that says the whole guideline. Its data model is one flat patient: a parameter per fact, null when unknown,
// so that whoever has the data decides how to find it (FHIR, OMOP, a form) and we assume nothing about it.
import type { ClaimId, Fact, Guideline } from '../../model/index.ts';
import { claimLine } from './citation.ts';
import { cql, identifier, text } from './cql.ts';
import { elm, systemType, type Json } from './elm.ts';
import { defines } from './language.ts';

export const libraryName = 'Heliotrope';
const typeOf = ({ value }: Fact) =>
  (({ boolean: 'Boolean', quantity: 'Decimal', code: 'String' }) as const)[value.type];
const oneLine = (words: string): string => words.replace(/\s+/g, ' ').replaceAll('*/', '* /');

/** What a value of a fact may be, for whoever fills the parameters. */
function allowed({ value }: Fact): string {
  if (value.type === 'boolean') return 'true or false';
  return value.type === 'quantity'
    ? `${value.min} to ${value.max}, in ${value.unit}`
    : value.options.map(({ code }) => code).join(' | ');
}

/** Whether each statement says what it rests on. In a FHIR Bundle it does not: the plan cites there, and a resource has its limits. */
type Options = { cited?: boolean };

/** The guideline as CQL 1.5 text. */
export function cqlLibrary(guideline: Guideline, { cited: isCited = true }: Options = {}): string {
  const comment = (words: string) => `// ${oneLine(words)}`;
  const parameters = Object.values(guideline.facts).map(
    (fact) =>
      `${comment(`${fact.label}: ${allowed(fact)}`)}\nparameter ${identifier(fact.id)} ${typeOf(fact)} default null as ${typeOf(fact)}`,
  );
  const cited = (id: ClaimId): readonly string[] => {
    const claim = guideline.claims[id];
    return claim && isCited ? [comment(`Because: ${claimLine(guideline, claim)}`)] : [];
  };
  const statements = defines(guideline, cql).map(({ name, says, because, body }) =>
    [comment(says), ...because.flatMap(cited), `define ${identifier(name)}:\n  ${body}`].join('\n'),
  );
  return [
    `${comment(guideline.title)}\n${comment(guideline.disclaimer)}\n${comment('Each fact is a parameter; leave it null when it is not known, never false.')}\n`
      + `library ${libraryName} version ${text(guideline.version)}`,
    ...parameters,
    'context Unfiltered',
    ...statements,
    '',
  ].join('\n\n');
}

/** The claim a statement rests on, as a tag of ELM's annotations. */
const tag = (claim: ClaimId): Json => ({ type: 'Annotation', t: [{ name: 'because', value: claim }] });

/** The same as ELM (r1): the JSON form that CQL engines run. */
export function elmLibrary(guideline: Guideline, { cited = true }: Options = {}): { readonly [name: string]: Json } {
  const parameter = (fact: Fact): Json => ({
    name: fact.id,
    accessLevel: 'Public',
    // An engine may take a parameter that is not given for neither null nor false, so that it is said here.
    default: { type: 'As', operand: { type: 'Null' }, asType: systemType(typeOf(fact)) },
    parameterTypeSpecifier: { type: 'NamedTypeSpecifier', name: systemType(typeOf(fact)) },
  });
  return {
    library: {
      identifier: { id: libraryName, version: guideline.version },
      schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
      usings: { def: [{ localIdentifier: 'System', uri: 'urn:hl7-org:elm-types:r1' }] },
      parameters: { def: Object.values(guideline.facts).map(parameter) },
      statements: {
        def: defines(guideline, elm).map(({ name, because, body }) => ({
          // ELM keeps tags with an expression; engines pass them over.
          ...(cited && because.length ? { annotation: because.map(tag) } : {}),
          name,
          context: 'Unfiltered',
          accessLevel: 'Public',
          expression: body,
        })),
      },
    },
  };
}
