// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { byline, dated, opens, placesOf } from './work.ts';

describe('a work in a list of sources', () => {
  it.each([
    { author: 'Aggarwal; Charles-Schoeman; Schessl et al.', is: 'Aggarwal; Charles-Schoeman; Schessl et al. ' },
    { author: 'NHS', is: 'NHS. ' },
    { author: 'not stated', is: '' },
    { author: 'author list not shown in the stored record', is: '' },
    { author: 'review authors (see record)', is: '' },
    { author: 'see PubMed record', is: '' },
    { author: 'single-centre cohort authors', is: '' },
    { author: 'de Souza; et al.', is: 'de Souza; et al. ' },
    { author: 'drlex.ai', is: 'drlex.ai. ' },
  ])('$author → "$is"', ({ author, is }) => expect(byline(author)).toBe(is));

  it.each([
    { url: 'urn:heliotrope:source:gelber-2000', is: undefined },
    { url: '', is: undefined },
    { url: 'javascript:alert(1)', is: undefined },
    { url: 'https://www.nhs.uk/medicines/', is: { href: 'https://www.nhs.uk/medicines/', words: 'nhs.uk/medicines' } },
  ])('$url is a link only when it can be opened', ({ url, is }) => expect(opens(url)).toEqual(is));

  it('a digital object identifier is what is read of the address', () =>
    expect(opens('https://doi.org/10.1056/NEJMoa2117912', '10.1056/NEJMoa2117912')?.words).toBe(
      'doi.org/10.1056/NEJMoa2117912',
    ));
  it('a place in a work is told as one, and how it was read is not a place', () => {
    expect(placesOf(['results', 'the page or abstract as read', 'methods'])).toBe('Where in it: results; methods.');
    expect(placesOf(['the page or abstract as read'])).toBe('');
  });
  it('a work without a date says so', () => expect([dated(2022), dated(0)]).toEqual(['(2022)', '(no date)']));
});
