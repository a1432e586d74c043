// SPDX-License-Identifier: Apache-2.0
// ATC: WHO Collaborating Centre for Drug Statistics Methodology; non-commercial use, with attribution.

/** Substances and classes (* marks a prefix). */
export const atc = `
abatacept: L04AA24
adalimumab: L04AB04
allopurinol: M04AA01
anifrolumab: L04AG11
anticoagulant: B01AA03 B01AA04 B01AA07 B01AB01~ B01AB04 B01AB05 B01AB10 B01AE07 B01AF01 B01AF02 B01AF03
  B01AX05
azathioprine: L04AX01
baricitinib: L04AF02
bisphosphonate: M05BA03 M05BA04 M05BA06 M05BA07 M05BA08 M05BB03
calcium-and-vitamin-d: A11CC01 A11CC03 A11CC04 A11CC05 A12AA04 A12AX*
ciclosporin: L04AD01~
cotrimoxazole: J01EE01
cyclophosphamide: L01AA01
denosumab: M05BX04
diltiazem: C08DB01~
etanercept: L04AB01
febuxostat: M04AA03
folic-acid: B03BB01
hepatitis-b-antiviral: J05AF05 J05AF07 J05AF08 J05AF10 J05AF13
hydroxychloroquine: P01BA02
infliximab: L04AB02
iv-methylprednisolone: H02AB04~
ivig: J06BA02~
leflunomide: L04AK01
methotrexate: L01BA01 L04AX03
methylprednisolone: H02AB04~
mycophenolate: L04AA06
nintedanib: L01EX09
not-systemic: D11AH09 H02AB04~ S01XA18
nsaid: M01AB01~ M01AB05~ M01AB08 M01AB15~ M01AC01 M01AC06 M01AE01~ M01AE02~ M01AE03~ M01AH01 M01AH05 M01AX01
oestrogen: G03AA* G03AA07~ G03AA12~ G03AB* G03CA03~ G03CA57~ G03FA* G03HB01~
other-glucocorticoid: H02AB01~ H02AB02~ H02AB09~ H02AB10 H02AB13
other-immunoglobulin: J06BB01 J06BB02 J06BB03 J06BB04 J06BB05 J06BB09
pjp-alternative: J04BA02~ P01AX06 P01CX01~
prednisone: H02AB06~ H02AB07~
qt-prolonging-drug: A03FA03 A04AA01 C01BD01 C07AA07 J01FA01~ J01FA09~ J01FA10~ J01MA12~ J01MA14~ J02AC01~
  N05AD01 N06AB04 N06AB10 N07BC02
repository-corticotropin: H01AA01
rituximab: L01FA01
ruxolitinib: L01EJ01~
statin: C10AA01 C10AA02 C10AA03 C10AA04 C10AA05 C10AA07 C10AA08
strong-cyp3a4-inducer: J04AB02 J04AB05 L02BB04 L02BB05 N03AA02 N03AA03 N03AB02 N03AF01 N06AX25
strong-cyp3a4-inhibitor: J01FA09~ J02AB02~ J02AC02 J02AC03 J02AC04 J05AE03 J05AE30 V03AX03
subcutaneous-immunoglobulin: J06BA01
tacrolimus: L04AD02~
tamoxifen: L02BA01
tocilizumab: L04AC07
tofacitinib: L04AF01
topical-calcineurin-inhibitor: D11AH01 D11AH02
topical-corticosteroid: D07AA02 D07AB09 D07AC01 D07AC08 D07AC13 D07AD01
trimethoprim: J01EA01
upadacitinib: L04AF03
`;
