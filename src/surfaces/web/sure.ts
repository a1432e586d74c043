// SPDX-License-Identifier: Apache-2.0
// How sure somebody is of a choice: asked where treatments are compared, told again on the visit page.

/** Four short questions; each that is answered "not yet" names what would help. Own wording of the idea of the SURE check. */
export const sure = [
  [
    'know',
    'I know enough about the good and the bad of each choice',
    'Please explain the good and the bad of each choice again.',
  ],
  ['matters', 'I know which of these matter most to me', 'Can we talk about what matters most to me in this choice?'],
  ['support', 'I have enough advice and support to choose', 'Who else can I talk to before I choose?'],
  ['best', 'I feel sure about what is best for me', 'Can the choice wait a little, and until when?'],
] as const;

/** What was answered, as lines in the person's own sense: "Not yet: I know enough about …". Nothing where nothing was answered. */
export const sureLines = (words: ReadonlyMap<string, string>): readonly string[] =>
  sure.flatMap(([id, statement]) => {
    const said = words.get(`sure ${id}`);
    return said === undefined || said === '' ? [] : [`${said === 'yes' ? 'Yes' : 'Not yet'}: ${statement}.`];
  });
