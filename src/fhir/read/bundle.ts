// SPDX-License-Identifier: Apache-2.0
import { isJson, object, objects, text, type Json } from '../json.ts';

/** A resource with its place, and how to follow its references. */
export type Located = {
  resource: Json;
  type: string;
  /** `Observation/123`, or `Observation, entry 4` when it has no id. */
  at: string;
  /** The resource a reference points to: contained, by urn:uuid, relative or absolute. */
  follow: (reference: string | undefined) => Located | undefined;
};
export type Opened = { ok: true; resources: readonly Located[] } | { ok: false; problem: string };

/** More than this is a population, not a person. */
const mostEntries = 50_000;
/** Bundles inside Bundles, as a batch of searches answers. */
const deepest = 4;

type Listed = { resource: Json; fullUrl: string | undefined; place: string };
/** Adds the resources of a Bundle, and of the Bundles in it, to those that came before. */
function list(bundle: Json, place: string, depth: number, into: Listed[]): void {
  for (const [i, entry] of objects(bundle, 'entry').entries()) {
    const [resource, here] = [object(entry, 'resource'), `${place}entry ${i + 1}`];
    if (!resource) continue;
    if (text(resource, 'resourceType') !== 'Bundle')
      into.push({ resource, fullUrl: text(entry, 'fullUrl'), place: here });
    else if (depth < deepest) list(resource, `${here}, `, depth + 1, into);
  }
}

/** `Patient/1` of any address that ends so, without a version. */
const relative = (reference: string): string =>
  /([A-Za-z]+\/[A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/.exec(reference)?.[1] ?? reference;

function locate(all: readonly Listed[]): readonly Located[] {
  const byUrl = new Map<string, Located>();
  const whole = (reference: string): Located | undefined => byUrl.get(reference) ?? byUrl.get(relative(reference));
  const located: Located[] = [];
  for (const { resource, fullUrl, place } of all) {
    const id = text(resource, 'id');
    const type = text(resource, 'resourceType');
    const at = id === undefined ? `${type ?? 'Something'}, ${place}` : `${type ?? 'Something'}/${id}`;
    const found: Located = {
      resource,
      type: type ?? '',
      at,
      follow: (reference) =>
        reference === undefined
          ? undefined
          : reference.startsWith('#')
            ? within(found, reference.slice(1))
            : whole(reference),
    };
    located.push(found);
    if (fullUrl !== undefined) byUrl.set(fullUrl, found);
    if (id !== undefined) byUrl.set(type === undefined ? `/${id}` : at, found);
  }
  return located;
}

/** A resource that is contained in another, by its id; of several with one id, the last. It follows what the other follows. */
function within({ resource, at, follow }: Located, id: string): Located | undefined {
  const inner = objects(resource, 'contained').findLast((one) => text(one, 'id') === id);
  return inner && { resource: inner, type: text(inner, 'resourceType') ?? '', at: `${at}#${id}`, follow };
}

const kindsRefused: Readonly<Record<string, string>> = {
  history:
    'holds old versions of resources, and it cannot be told which one is true now. Give a searchset, collection or document',
  subscription: 'tells of changes, not of a person. Give a searchset, collection or document',
};

/** What is wrong with a Bundle's list of entries, if anything is. An entry without a resource is allowed: some only answer a request. */
function wrongEntries({ entry }: Json): string | undefined {
  if (entry === undefined) return undefined;
  if (!Array.isArray(entry)) return 'The "entry" of a Bundle is a list. Here it is something else.';
  const at = entry.findIndex((one) => !isJson(one) || (one['resource'] !== undefined && !isJson(one['resource'])));
  return at < 0
    ? undefined
    : `Entry ${at + 1} of this Bundle holds no resource but something else. Is the file as it was exported?`;
}

/** Opens a Bundle: its resources, in order. Anything that is not one is refused, and it is said what to give. */
export function open(bundle: unknown): Opened {
  const refuse = (problem: string): Opened => ({ ok: false, problem });
  if (!isJson(bundle)) return refuse('A FHIR R4 Bundle is one JSON object with "resourceType": "Bundle".');
  const type = text(bundle, 'resourceType');
  if (type === undefined) return refuse('This has no "resourceType". A FHIR R4 Bundle says "resourceType": "Bundle".');
  if (type !== 'Bundle')
    return refuse(`This is a FHIR ${type.slice(0, 60)}, not a Bundle. Put the person's resources in one Bundle.`);
  const refused = kindsRefused[text(bundle, 'type')?.split('-')[0] ?? ''];
  if (refused !== undefined) return refuse(`A Bundle of type "${text(bundle, 'type')}" ${refused}.`);
  const wrong = wrongEntries(bundle);
  if (wrong !== undefined) return refuse(wrong);
  const all: Listed[] = [];
  list(bundle, '', 0, all);
  if (all.length > mostEntries)
    return refuse(`This Bundle has ${all.length} entries; at most ${mostEntries} are read. Is it one person's?`);
  return { ok: true, resources: locate(all) };
}
