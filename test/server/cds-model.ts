// SPDX-License-Identifier: Apache-2.0
// The logical models of CDS Hooks as HL7 publishes them for FHIR validators (github.com/HL7/cds-hooks, input/fsh/logicals and
// invariants cds-r-2, cds-resp-1 to cds-resp-7), in our own words: each element with how often it occurs and what it is. Written
// from those files and not from our own schemas, so that the two can disagree.

type Kind = 'string' | 'boolean' | 'integer' | 'url' | 'uuid' | 'coding' | 'resource' | 'any';
/** `1` is once, `?` at most once, `*` any number of times in a list. */
export type Element = { occurs: '1' | '?' | '*'; is: Kind | Model | readonly string[] };
export type Model = { readonly [name: string]: Element };
const one = (is: Element['is']): Element => ({ occurs: '1', is });
const may = (is: Element['is']): Element => ({ occurs: '?', is });
const many = (is: Element['is']): Element => ({ occurs: '*', is });

const action: Model = {
  type: one(['create', 'update', 'delete']),
  description: may('string'),
  resource: may('resource'),
  resourceId: may('string'),
};
export const responseModel: Model = {
  cards: many({
    uuid: may('uuid'),
    summary: one('string'),
    detail: may('string'),
    indicator: one(['info', 'warning', 'critical']),
    source: one({ label: one('string'), url: may('url'), icon: may('url'), topic: may('coding') }),
    suggestions: many({
      label: one('string'),
      uuid: may('uuid'),
      isRecommended: may('boolean'),
      actions: many(action),
      actionSelectionBehavior: may(['all', 'any', 'at-most-one']),
    }),
    selectionBehavior: may(['at-most-one', 'any']),
    overrideReasons: many('coding'),
    links: many({
      label: one('string'),
      url: one('url'),
      type: one(['absolute', 'smart']),
      appContext: may('string'),
      autolaunchable: may('boolean'),
    }),
  }),
  systemActions: many(action),
};
export const servicesModel: Model = {
  services: many({
    hook: one('string'),
    title: may('string'),
    id: one('string'),
    description: one('string'),
    usageRequirements: may('string'),
    prefetch: may('any'),
  }),
};
export const requestModel: Model = {
  hook: one('string'),
  hookInstance: one('uuid'),
  fhirServer: may('url'),
  fhirAuthorization: may({
    access_token: one('string'),
    token_type: one(['Bearer']),
    expires_in: one('integer'),
    scope: one('string'),
    subject: one('string'),
    patient: may('string'),
  }),
  context: one('any'),
  prefetch: may('any'),
};

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? (Object.entries(value).find(([key]) => key === name) ?? [])[1]
    : undefined;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const kinds: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  string: isText,
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger,
  url: (value) => isText(value) && URL.canParse(value),
  uuid: (value) => isText(value) && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value),
  coding: (value) => isText(field(value, 'code')),
  resource: (value) => isText(field(value, 'resourceType')),
  any: (value) => typeof value === 'object' && value !== null,
};

function problemsOf(is: Element['is'], value: unknown, at: string): readonly string[] {
  if (typeof is === 'string') return kinds[is](value) ? [] : [`${at} is no ${is}`];
  if (Array.isArray(is)) return is.includes(value) ? [] : [`${at} is none of ${is.join(', ')}`];
  return problems(is as Model, value, at);
}

/** Where a value departs from a model; nothing where it fits. An element that the model does not name is a departure, too. */
export function problems(model: Model, value: unknown, at = 'it'): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is no object`];
  const unnamed = Object.keys(value).filter((name) => !Object.hasOwn(model, name) && name !== 'extension');
  const named = Object.entries(model).flatMap(([name, { occurs, is }]) => {
    const [given, place] = [field(value, name), `${at}.${name}`];
    if (given === undefined) return occurs === '1' ? [`${place} is missing`] : [];
    if (occurs !== '*') return problemsOf(is, given, place);
    if (!Array.isArray(given)) return [`${place} is no list`];
    return given.flatMap((each, i) => problemsOf(is, each, `${place}[${i}]`));
  });
  return [...unnamed.map((name) => `${at}.${name} is not in the model`), ...named];
}

type CardLike = { summary: string; [name: string]: unknown };
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** What the models' invariants want of a card beyond its elements. */
export function cardProblems(card: CardLike): readonly string[] {
  const suggestions = list(card['suggestions']);
  const actions = suggestions.flatMap((each) => list(field(each, 'actions')));
  const recommended = suggestions.filter((each) => field(each, 'isRecommended') === true);
  const rules: readonly (readonly [string, boolean])[] = [
    ['the summary has fewer than 140 characters', card.summary.length < 140],
    ['with suggestions, how many may be chosen is said', !suggestions.length || isText(card['selectionBehavior'])],
    [
      'at most one is recommended where one may be chosen',
      card['selectionBehavior'] === 'any' || recommended.length <= 1,
    ],
    ['every action is described', actions.every((each) => isText(field(each, 'description')))],
    [
      'what is deleted is named, and not sent',
      actions.every(
        (each) =>
          field(each, 'type') !== 'delete'
          || (isText(field(each, 'resourceId')) && field(each, 'resource') === undefined),
      ),
    ],
    [
      'what is created is sent',
      actions.every((each) => field(each, 'type') !== 'create' || field(each, 'resource') !== undefined),
    ],
    ['every reason has words', list(card['overrideReasons']).every((each) => isText(field(each, 'display')))],
    [
      'only a SMART link has a context',
      list(card['links']).every((each) => field(each, 'type') === 'smart' || field(each, 'appContext') === undefined),
    ],
  ];
  return rules.filter(([, held]) => !held).map(([rule]) => `not so: ${rule}`);
}
