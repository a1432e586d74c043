// SPDX-License-Identifier: Apache-2.0
// HL7's reference translator, CQL to ELM. It needs to be told the types that every library knows (CQL specification,
// appendix B: the System model); they are written out here, because the package does not carry them.
import {
  CqlTranslator,
  createModelInfoProvider,
  LibraryManager,
  ModelManager,
  stringAsSource,
} from '@cqframework/cql/cql-to-elm';

type Element = readonly [name: string, type: string];
const simple = ['Any', 'Boolean', 'Integer', 'Long', 'Decimal', 'String', 'Date', 'DateTime', 'Time'];
const classes: Readonly<Record<string, { base?: string; elements: readonly Element[] }>> = {
  Quantity: { elements: [['value', 'Decimal'], ['unit', 'String']] },
  Ratio: { elements: [['numerator', 'Quantity'], ['denominator', 'Quantity']] },
  Code: { elements: [['code', 'String'], ['system', 'String'], ['version', 'String'], ['display', 'String']] },
  Vocabulary: { elements: [['id', 'String'], ['version', 'String'], ['name', 'String']] },
  CodeSystem: { base: 'Vocabulary', elements: [] },
  ValueSet: { base: 'Vocabulary', elements: [] },
}; // prettier-ignore

const baseOf = (name: string): string => (name === 'Any' ? '' : ' baseType="System.Any"');
const simpleTypes = simple.map((name) => `<typeInfo xsi:type="SimpleTypeInfo" name="System.${name}"${baseOf(name)}/>`);
const classTypes = Object.entries(classes).map(([name, { base = 'Any', elements }]) => {
  const each = elements.map(([element, type]) => `<element name="${element}" elementType="System.${type}"/>`);
  return `<typeInfo xsi:type="ClassInfo" name="System.${name}" baseType="System.${base}">${each.join('')}</typeInfo>`;
});
const concept = `<typeInfo xsi:type="ClassInfo" name="System.Concept" baseType="System.Any"><element name="codes"><elementTypeSpecifier xsi:type="ListTypeSpecifier" elementType="System.Code"/></element><element name="display" elementType="System.String"/></typeInfo>`;
const systemModel = `<modelInfo xmlns="urn:hl7-org:elm-modelinfo:r1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="System" version="1.0.0" url="urn:hl7-org:elm-types:r1">${[...simpleTypes, ...classTypes, concept].join('')}</modelInfo>`;

// Made once: it reads the System model, which takes longer than most translations.
const models = new ModelManager();
models.modelInfoLoader.registerModelInfoProvider(
  createModelInfoProvider((id: string) => (id === 'System' ? stringAsSource(systemModel) : null)),
);

/** The ELM that the reference translator makes of some CQL, and what it complains about. */
export function translate(cql: string): { elm: { library: Record<string, unknown> }; problems: readonly string[] } {
  const translator = CqlTranslator.fromText(cql, new LibraryManager(models));
  const problems = [...translator.exceptions.asJsReadonlyArrayView()].map(({ message }) => String(message));
  return { elm: JSON.parse(translator.toJson()), problems };
}
