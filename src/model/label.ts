// SPDX-License-Identifier: Apache-2.0

/** A label as it stands inside a sentence: "Methotrexate" is "methotrexate" there. Abbreviations such as "JAK" and "IgG" keep their
 *  capitals. */
export const inSentence = (label: string): string =>
  /^[A-Z]([a-z]{2}| )/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
