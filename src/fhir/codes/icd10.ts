// SPDX-License-Identifier: Apache-2.0
// ICD-10: copyright World Health Organization. ICD-10-CM: US public domain. ICD-10-GM: terms of BfArM.
// * marks a prefix: every code that begins so, dots left out.

/** WHO edition. */
export const icd10 = `
active-serious-infection=true@recent: A40* A41* B59* I33* J13* J14* J15* J18* L03* N10*
adrenal-crisis-signs=true@recent: E272*
adrenal-crisis-signs?: E273* E274*
arthritis=true: M05* M06* M130*
breastfeeding=true@recent: Z391*
breathlessness?: R060*
calcinosis=true: L942* M614* M615*
cancer-history=by-status: C11* C15* C16* C18* C19* C20* C22* C25* C32* C34* C43* C44* C45* C50* C53* C54* C56*
  C61* C62* C64* C67* C71* C73* C77* C78* C79* C80* C81* C82* C83* C84* C85* C86* C90* C91* C92* C95*
cancer-history?: D05*
cardiovascular-disease-or-high-risk=true@ever: G45* I20* I21* I22* I24* I25* I63* I64* I65* I66* I693* I70*
  I739*
choking-or-aspiration=true@recent: J690*
demyelinating-disease=true@ever: G35* G36* G37* H46*
diabetes=true: E10* E11* E12* E13* E14*
diagnosis-status=confirmed: M330* M331*
diagnosis-status?: M339* M360*
dysphagia=true: R13*
fever=true@recent: R50*
gut-bleeding-or-severe-abdominal-pain=true@recent: K920* K921* K922*
gut-perforation-risk=true@ever: K25* K26* K27* K28* K50* K51* K57* K631*
heart-failure=true: I110* I130* I132* I50*
hepatitis-b-surface-antigen?: B16* B180* B181*
hepatitis-c-rna?: B171* B182*
hiv=true@ever: B20* B21* B22* B23* B24* Z21*
hyperviscosity-or-paraprotein=true: C880* C900* D472* D891*
iga-status?: D802*
interstitial-lung-disease=confirmed: J84*
interstitial-lung-disease?: J991*
liver-disease-or-heavy-alcohol=true: B18* F101* F102* K70* K71* K72* K73* K74* K754* K760* K766*
low-igg=true: D800* D801* D83*
low-igg?: D80*
low-mood-distress=true: F32* F33* F41*
muscle-weakness?: M628*
myocarditis=confirmed: I40* I41* I514*
myositis-type=inclusion-body-myositis: G724*
myositis-type=overlap-myositis: M351*
myositis-type=polymyositis: M332*
osteoporosis=true: M80* M81* M82*
past-blood-clot=true@ever: I26* I801* I802* I803* I82*
pregnant=true@ongoing: Z33* Z34*
pregnant?: O*
prior-fragility-fracture=true@ever: M485* M80* M844*
prior-fragility-fracture?: S720* S721*
qt-prolongation?: I458*
raynaud=true: I730*
retinal-disease=true@ever: H34* H35* H36*
skin-ulceration=true: L97* L984*
thrombosis-signs=true@recent: I26* I802*
tuberculosis=active@recent: A15* A16* A17* A18* A19*
`;

/** United States. A code of chapter O whose title says pregnancy says that there is one while the condition is active; one of
 *  childbirth, of the weeks after, or of a pregnancy that ended is a reason to ask. */
export const icd10cm = `
active-serious-infection=true@recent: A40* A41* B59* I33* J13* J14* J15* J18* L03* N10*
adrenal-crisis-signs=true@recent: E272*
adrenal-crisis-signs?: E273* E274*
arthritis=true: M05* M06* M064*
breastfeeding=true@recent: Z391*
breathlessness?: R060*
calcinosis=true: M613* M614* M615*
cancer-history=by-status: C* C11* C15* C16* C18* C19* C20* C22* C25* C32* C34* C43* C44* C45* C50* C53* C54*
  C56* C61* C62* C64* C67* C71* C73* C77* C78* C79* C80* C81* C82* C83* C84* C85* C86* C90* C91* C92* C95*
cancer-history=past: Z85*
cancer-history?: D0* D05*
cardiovascular-disease-or-high-risk=true@ever: G450* G451* G453* G458* G459* I20* I21* I22* I24* I25* I252*
  I63* I65* I66* I693* I70* I739* Z8673* Z951* Z955*
chest-pain-palpitations-or-fainting=true@recent: R079* R55*
choking-or-aspiration=true@recent: J690* T17*
demyelinating-disease=true@ever: G35* G36* G37* H46*
diabetes=true: E08* E09* E10* E11* E13*
diagnosis-status=confirmed: M330* M331*
diagnosis-status?: M339* M360*
dysphagia=true: R131*
effective-contraception=true: Z302* Z304* Z975* Z9851*
fever=true@recent: R50*
gut-bleeding-or-severe-abdominal-pain=true@recent: K920* K921* K922*
gut-perforation-risk=true@ever: K25* K26* K27* K28* K50* K51* K57* K631*
heart-failure=true: I110* I130* I132* I50*
hepatitis-b-surface-antigen?: B16* B180* B181* B191*
hepatitis-c-rna?: B171* B182* B192*
hiv=true@ever: B20* B9735* Z21*
hyperviscosity-or-paraprotein=true: C880* C900* D472* D891*
iga-status?: D802*
interstitial-lung-disease-course=progressive: J84170*
interstitial-lung-disease=confirmed: J84*
interstitial-lung-disease?: J99* M3301* M3311* M3321* M3391*
liver-disease-or-heavy-alcohol=true: B18* F101* F102* K70* K71* K72* K73* K74* K754* K7581* K760* K766* K767*
low-igg=true: D800* D801* D83*
low-igg?: D803*
low-mood-distress=true: F32* F33* F41*
muscle-weakness?: M6281* R531*
myocarditis=confirmed: I40* I41* I514*
myositis-type=amyopathic-dm: M3303* M3313*
myositis-type=imnm: G7249*
myositis-type=inclusion-body-myositis: G7241*
myositis-type=overlap-myositis: M351*
myositis-type=polymyositis: M332*
myositis-type?: D89.82 M3302* M3312*
osteoporosis=true: M80* M81*
past-blood-clot=true@ever: I26* I2782* I801* I802* I82* Z86711* Z86718*
pregnant=true@ongoing: O09* O1001* O1011* O1021* O1031* O1041* O1091* O111* O112* O113* O119* O1200* O1201* O1202*
  O1203* O1210* O1211* O1212* O1213* O1220* O1221* O1222* O1223* O131* O132* O133* O139* O1400* O1402* O1403* O1410*
  O1412* O1413* O1420* O1422* O1423* O1490* O1492* O1493* O150* O161* O162* O163* O169* O20* O21* O22* O23* O2401*
  O2411* O2431* O2441* O2481* O2491* O251* O260* O261* O262* O263* O264* O265* O2661* O2664* O2671* O268* O269* O28*
  O29* O30* O31* O32* O33* O34* O35* O360* O361* O362* O363* O365* O366* O367* O368* O369* O40* O41* O42* O43* O44* O45*
  O46* O47* O48* O8801* O8811* O8821* O8831* O8881* O9801* O9811* O9821* O9831* O9841* O9851* O9861* O9871* O9881*
  O9891* O9901* O9911* O99210* O99211* O99212* O99213* O99280* O99281* O99282* O99283* O99310* O99311* O99312* O99313*
  O99320* O99321* O99322* O99323* O99330* O99331* O99332* O99333* O99340* O99341* O99342* O99343* O99350* O99351*
  O99352* O99353* O9941* O9951* O9961* O9971* O99810* O99820* O99830* O99840* O99841* O99842* O99843* O99891* O9A11*
  O9A21* O9A31* O9A41* O9A51* Z331* Z333* Z34* Z3A*
pregnant?: O*
prior-fragility-fracture=true@ever: M485* M80* M844* Z87310*
prior-fragility-fracture?: S220* S320* S720* S721*
qt-prolongation=true: I4581*
raynaud=true: I730*
retinal-disease=true@ever: E103* E113* H34* H35* H36*
seizure-or-confusion=true@recent: R410* R569*
skin-ulceration=true: L97* L984*
thrombosis-signs=true@recent: I26* I824*
tuberculosis=active@recent: A15* A17* A18* A19*
tuberculosis?: R761* Z227* Z8615*
uncontrolled-hypertension=true@recent: I16*
weight-loss-night-sweats=true@recent: R61* R634*
`;

/** Germany. */
export const icd10gm = `
calcinosis=true: L942*
diagnosis-status=confirmed: M330* M331*
diagnosis-status?: M339* M360*
interstitial-lung-disease=confirmed: J84*
interstitial-lung-disease?: J991*
myositis-type=inclusion-body-myositis: G724*
myositis-type=overlap-myositis: M351*
myositis-type=polymyositis: M332*
pregnant=true@ongoing: Z33* Z34*
pregnant?: O*
`;
