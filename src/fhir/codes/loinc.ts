// SPDX-License-Identifier: Apache-2.0
// LOINC (loinc.org): copyright Regenstrief Institute, Inc. and the LOINC Committee; available at no cost under the licence
// at loinc.org/license. Codes only; their names are not here.

/** Tests by fact and by how their result is read (see ../read/result.ts). */
export const tests = `
alt-times-upper-limit times-upper-limit: 1742-6 1743-4 1744-2
anti-hmgcr presence-by-word: 93493-5
anti-mda5 presence: 107563-9 82424-3 82994-5
anti-mda5 presence-by-word: 105529-2 88725-7
anti-mi2 presence: 18485-3 56743-8 82996-0 82997-8
anti-mi2 presence-by-word: 56637-2 88732-3 88733-1
anti-nxp2 presence: 82426-8 82993-7
anti-nxp2 presence-by-word: 105528-4 82425-0
anti-overlap one-of-several: 18484-6 14131-7 17470-6 38369-5 53022-0
anti-overlap one-of-several: 105549-0 59403-6 99068-9 105554-0 17469-8 17471-4 59399-6 33983-8 56548-1 57662-9
anti-ro52 presence: 53016-2 82933-3
anti-ro52 presence-by-word: 53017-0 56549-9 99139-8
anti-sae presence: 82440-9 82992-9
anti-sae presence-by-word: 101220-2 82439-1
anti-srp presence: 33921-8 53010-5
anti-srp presence-by-word: 53031-1 53011-3
anti-tif1-gamma presence: 107562-1 82448-2 82995-2
anti-tif1-gamma presence-by-word: 105555-7 88739-8 96501-2
antisynthetase-antibody one-of-several: 45149-2 48647-2 82392-2 105547-4 17031-6 44332-5 5234-0 5235-7 56731-3 8076-2
antisynthetase-antibody one-of-several: 11565-9 14235-6 33571-1 35333-4 99069-7 45152-6 48649-8 69557-7 83137-0
antisynthetase-antibody one-of-several: 105548-2 82430-0 33771-7 56745-3 105552-4 33772-5 56744-6 82924-2 105551-6
body-weight quantity: 29463-7 3141-9 3142-7 8341-0 8350-1 8351-9
creatine-kinase-times-upper-limit times-upper-limit: 2157-6
egfr quantity: 102097-3 33914-3 48642-3 48643-1 50044-7 50210-4 50383-9 50384-7 62238-1 69405-9 70969-1
  76633-7 77147-7 88293-6 88294-4 94677-2 98979-8 98980-6
ferritin quantity: 20567-4 2276-4 24373-3 35209-6
fever temperature: 8310-5 8329-5
fvc-percent-predicted quantity: 19871-3 19872-1 19873-9
ggt-raised raised: 2324-2
haemoglobin quantity: 20509-6 59260-0 718-7 30313-1 30350-3 55782-7
hepatitis-b-core-antibody presence: 13952-7 16933-4 32685-0 40725-4 51914-0
hepatitis-b-core-antibody presence-by-word: 22316-4 5187-0
hepatitis-b-core-antibody one-of-several: 24113-3 31204-1
hepatitis-b-surface-antigen presence: 5195-3 5196-1 5197-9 7905-3
hepatitis-b-surface-antigen presence-by-word: 58452-4
hepatitis-c-rna presence-by-word: 11011-4 20416-4 34704-7 49758-6 38180-6
hepatitis-c-rna presence: 11259-9 5012-0
hiv presence: 105080-6 31201-7 56888-1 73905-2 75666-8 7918-6 80387-4
hiv presence-by-word: 58900-2
iga-status normal-only: 2458-8 38487-5
low-igg low: 2465-3 38488-3
lymphocyte-count quantity: 26474-7 731-0 732-8 30364-4
neutrophil-count quantity: 26499-4 751-8 753-4
oxygen-saturation quantity: 2708-6 59408-5 59410-1 59417-6 20564-1
platelet-count quantity: 26515-7 777-3 778-1 49497-1 97995-5
pregnant pregnancy-status: 82810-3 11449-6
pregnant pregnancy-test: 2106-3 2110-5 2112-1 2118-8 80384-1
sex-at-birth sex: 76689-9
smoking smoking: 72166-2 11367-0
tpmt metaboliser: 79713-4
troponin-raised raised: 10839-9 49563-0 6598-7 89579-7 16255-2 42757-5 48425-3 6597-9
troponin-raised presence: 33204-9 48426-1
tuberculosis tuberculosis-test: 45323-3 71773-6 39017-9 46217-6 64084-7
varicella-immune presence: 15410-4 19162-7 22602-7 41512-5 6569-8
varicella-immune presence-by-word: 5403-1 8047-3
`;

/** Looked at and left alone, with the reason that is shown. */
export const notRead = `
a percentage, not a count: 26478-8 736-9 26511-6 770-8
a control, not the result: 46216-8 71772-8 71774-4
a molar unit, not a mass: 14723-1
undivided SS-A, not Ro52: 17792-3 33569-5 5351-2 56724-8 8093-7
Mi-1 and Mi-2 together: 59402-8
ribonucleoprotein without saying U1: 29374-6 51928-0 8091-1
measured during exercise: 89276-0
a volume, not a percentage of what is expected: 19868-9 19870-5 19874-7 19876-2 19869-7
a part of the neutrophils, not all: 20482-6 30394-1 30451-9 768-2
a mass of creatine kinase, not its activity: 50756-6
an activity or a gene, without a stated class: 21563-2 43421-7 53819-9 79468-5 91141-2 91142-0 91143-8 100663-4
  36922-3 41048-0 49653-9 49654-7 49655-4 63454-3 71356-0 80738-8 93193-1
an estimated date of birth; whether the pregnancy goes on is not said: 11778-8
an amount of a pregnancy hormone, without a stated meaning: 19080-1 21198-7 45194-8
administrative or unclear, not sex at birth: 46098-0 21840-4
`;

/** Coded results. */
export const answers = `
indeterminate: LA11884-6
negative: LA11883-8 LA6577-6
positive: LA11882-0 LA6576-8
pregnant: LA15173-0
`;

/** Observations that show a heart tracing or scan was done. */
export const heartTests = '11524-6 34534-8 10230-1 18043-0 8806-2 8634-8 8636-3';
