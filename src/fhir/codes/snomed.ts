// SPDX-License-Identifier: Apache-2.0
// SNOMED CT codes seen in public value sets; the terminology itself is not here. SNOMED CT needs an affiliate or
// national licence in member countries.

/** Ingredients; ~ marks one that is also sold for local use. */
export const medicines = `
abatacept: 421412005
adalimumab: 398728003
allopurinol: 25246002
anticoagulant: 108984007 108986009 13568411000001103 442539005 48603004 703906002 714687009
azathioprine: 111165009
baricitinib: 34345911000001107
bisphosphonate: 134600006 36411811000001108 395271007 421552005
calcium-and-vitamin-d: 108943009 418277004
ciclosporin: 80906007~
cotrimoxazole: 18037511000001105
cyclophosphamide: 74470007
denosumab: 446457007
diltiazem: 59941008~
etanercept: 118259007
febuxostat: 441610003
folic-acid: 6247001
hepatitis-b-antiviral: 108698001 30934411000001109 34974411000001109 416248007
hydroxychloroquine: 83490000
infliximab: 108675009
iv-methylprednisolone: 109069007~
ivig: 333711001~
leflunomide: 109143003
methotrexate: 68887009
methylprednisolone: 27242001~
mycophenolate: 109131004 409331009
nintedanib: 28786811000001101
not-systemic: 13331211000001104~
nsaid: 11847009~ 125694008 33734711000001108~ 370187009 38268001~ 395292007 60149003~
oestrogen: 12839006~ 15432003~
other-glucocorticoid: 116578002 16602005~ 29896003~ 7561000~
other-immunoglobulin: 49802003 62294009 80834004 86337009 9542007 9778000
pjp-alternative: 108718008 17308007~ 31692006~
prednisone: 10312003~ 52388000~
qt-prolonging-drug: 10756001 108418007 321986007 32955006 371296007~ 395246009 51758009 69236009 96034006~
  96301002
rituximab: 108809004
ruxolitinib: 703779004~
statin: 108600003 36408311000001108 96304005 96305006 96307003
strong-cyp3a4-inducer: 29175007 40556005 40820003 47120002 51073002 703684000
strong-cyp3a4-inhibitor: 108693005 386116008 40232005~ 420282006 83999008~ 96038009
tacrolimus: 109129008~
tamoxifen: 75959001
tocilizumab: 444649004
tofacitinib: 704316006
topical-calcineurin-inhibitor: 385581009
trimethoprim: 32792001
`;

/** Coded results. */
export const answers = `
indeterminate: 419984006 42425007 82334004
negative: 260385009 260415000 2667000
positive: 10828004 260373001 52101004
weakly-positive: 260408008
`;

/** Tests and treatments done. */
export const procedures = `
cardiac-baseline-done?: 241620005 40701008
lung-baseline?: 127783003 241541005
taking-plasma-exchange?: 20720000 225067007
`;
