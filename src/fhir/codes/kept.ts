// SPDX-License-Identifier: Apache-2.0
// LOINC (loinc.org): copyright Regenstrief Institute, Inc. and the LOINC Committee; available at no cost under the licence
// at loinc.org/license. Codes only; their names are not here.

/** Results that no rule asks for and a record keeps, for its charts and for what is worked out from them: name, unit, and the least
 *  and most that such a result can be. Wide enough for the sickest; a number outside is a mixed-up unit or a slip. Our choice. */
export const keptTests = `
aldolase U/L 0.1 2000: 1761-6
ast U/L 1 50000: 1920-8 30239-8 88112-8
c-reactive-protein mg/L 0 1000: 1988-5 30522-7 48421-2 71426-1
creatinine mg/dL 0.1 25: 2160-0 14682-9 38483-4 35203-9 77140-2 59826-8
erythrocyte-sedimentation-rate mm/h 0 200: 4537-7 30341-2 82477-1 4538-5 4539-3 18184-2
ldh U/L 10 50000: 2532-0 14804-9
myoglobin ug/L 1 300000: 2639-3
six-minute-walk m 0 1500: 64098-7
vitamin-d nmol/L 1 1500: 1989-3 62292-8
`;
