// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';

/** A resource of a published package, by its file. */
export type Example = { file: string; resource: { resourceType?: string } };

const folders = ['hl7.fhir.r4.examples', 'hl7.fhir.uv.ips', 'hl7.fhir.uv.ips/example'];

/** Every JSON resource of the FHIR R4 examples and of the International Patient Summary guide. */
export const published = (): readonly Example[] =>
  folders.flatMap((folder) =>
    readdirSync(`node_modules/${folder}`)
      .filter((name) => name.endsWith('.json') && name !== 'package.json')
      .map((name) => ({ file: name, resource: JSON.parse(readFileSync(`node_modules/${folder}/${name}`, 'utf8')) })),
  );

/** A resource in a Bundle of its own; a Bundle as it is. */
export const inBundle = (resource: Example['resource']): object =>
  resource.resourceType === 'Bundle' ? resource : { resourceType: 'Bundle', type: 'collection', entry: [{ resource }] };
