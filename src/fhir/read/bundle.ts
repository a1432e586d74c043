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
function listed(bundle: Json, place: string, depth: number): readonly Listed[] {
  return objects(bundle, 'entry').flatMap((entry, i) => {
    const [resource, here] = [object(entry, 'resource'), `${place}entry ${i + 1}`];
    if (!resource) return [];
    if (text(resource, 'resourceType') === 'Bundle')
      return depth < deepest ? listed(resource, `${here}, `, depth + 1) : [];
    return [{ resource, fullUrl: text(entry, 'fullUrl'), place: here }];
  });
}

const nameOf = ({ resource, place }: Pick<Listed, 'resource' | 'place'>): string => {
  const type = text(resource, 'resourceType') ?? 'Something';
  const id = text(resource, 'id');
  return id === undefined ? `${type}, ${place}` : `${type}/${id}`;
};
/** `Patient/1` of any address that ends so, without a version. */
const relative = (reference: string): string =>
  /([A-Za-z]+\/[A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/.exec(reference)?.[1] ?? reference;

function locate(all: readonly Listed[]): readonly Located[] {
  const byUrl = new Map<string, Located>();
  const located = all.map((one): Located => {
    const contained = new Map<string, Located>();
    const follow = (reference: string | undefined): Located | undefined =>
      reference === undefined
        ? undefined
        : reference.startsWith('#')
          ? contained.get(reference.slice(1))
          : (byUrl.get(reference) ?? byUrl.get(relative(reference)));
    const found = { resource: one.resource, type: text(one.resource, 'resourceType') ?? '', at: nameOf(one), follow };
    for (const inner of objects(one.resource, 'contained')) {
      const id = text(inner, 'id');
      if (id !== undefined)
        contained.set(id, {
          resource: inner,
          type: text(inner, 'resourceType') ?? '',
          at: `${found.at}#${id}`,
          follow,
        });
    }
    return found;
  });
  for (const [i, found] of located.entries()) {
    const [id, fullUrl] = [text(found.resource, 'id'), all[i]?.fullUrl];
    if (fullUrl !== undefined) byUrl.set(fullUrl, found);
    if (id !== undefined) byUrl.set(`${found.type}/${id}`, found);
  }
  return located;
}

const kindsRefused: Readonly<Record<string, string>> = {
  history:
    'holds old versions of resources, and it cannot be told which one is true now. Give a searchset, collection or document',
  subscription: 'tells of changes, not of a person. Give a searchset, collection or document',
};

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
  const all = listed(bundle, '', 0);
  if (all.length > mostEntries)
    return refuse(`This Bundle has ${all.length} entries; at most ${mostEntries} are read. Is it one person's?`);
  return { ok: true, resources: locate(all) };
}
