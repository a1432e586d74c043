// SPDX-License-Identifier: Apache-2.0
/** The shelves of the library: which articles stand together. */
export const shelves = [
  ['Start here', ['how-is-dermatomyositis-treated', 'what-dermatomyositis-is', 'first-treatments', 'is-it-working']],
  [
    'Medicines',
    [
      'steroids-and-tapering',
      'methotrexate-or-azathioprine',
      'when-ivig-or-rituximab',
      'what-an-infusion-day-is-like',
      'jak-inhibitors',
    ],
  ],
  ['Skin', ['skin-and-sun', 'itch', 'calcinosis']],
  ['Lungs, swallowing, tests', ['swallowing', 'lungs-and-anti-mda5', 'cancer-screening', 'blood-tests-explained']],
  ['Living with it', ['exercise', 'fatigue', 'vaccines-and-infection', 'pregnancy', 'children']],
] as const;
