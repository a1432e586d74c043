// SPDX-License-Identifier: Apache-2.0
// Names for what carries no known code; the marks are explained in medicine-names.ts. Our own list.

/** Conditions: what a text says, when nothing in it denies or doubts it. */
export const conditionNames = `
diagnosis-status=confirmed
  + dermatomyositis | dermato-myositis | dermatopolymyositis | poikilodermatomyositis | wagner-unverricht
  + juvenile dm | dermatomyosite | dermatomiositis | dermatomiosite | 皮膚筋炎 | 皮肌炎 | дерматомиозит
  = JDM
  - dermatomyositis sine
  & adult DM | myositis | Gottron | CK | rash
myositis-type=amyopathic-dm
  + amyopathic dermatomyositis | clinically amyopathic | dermatomyositis sine myositis
  + dermatomyositis without myopathy | amyopathische | amiopática | amyopathique | 無筋症性皮膚筋炎
  = CADM
  & ADM | dermatomyositis
myositis-type=hypomyopathic-dm
  + hypomyopathic dermatomyositis
myositis-type=antisynthetase-syndrome
  + antisynthetase syndrome | anti-synthetase syndrome | jo-1 syndrome | syndrome des antisynthétases
  + síndrome antisintetasa | antisynthetase-syndrom
  = ASyS | ASSD
myositis-type=imnm
  + immune-mediated necrotizing myopathy | immune-mediated necrotising myopathy | necrotizing autoimmune myopathy
  = IMNM
  - statin myalgia
  & NAM | myopathy
myositis-type=inclusion-body-myositis
  + inclusion body myositis
  = sIBM
  - hereditary inclusion body
  & IBM | myositis
myositis-type=polymyositis
  + polymyositis
  - dermatopolymyositis | dermatomyositis
myositis-type=overlap-myositis
  + overlap myositis | myositis overlap | scleromyositis | mixed connective tissue disease
  = MCTD
interstitial-lung-disease=confirmed
  + interstitial lung disease | dm-ild | ctd-ild | pulmonary fibrosis | nonspecific interstitial pneumonia
  + organizing pneumonia | organising pneumonia | usual interstitial pneumonia | interstitial pneumonitis
  = ILD | NSIP | IPAF
  - cystic fibrosis
  & COP | lung
interstitial-lung-disease-course=rapidly-progressive@recent
  + rapidly progressive ild | rapidly progressive interstitial | rp-ild
  = RPILD
dysphagia=true
  + dysphagia | difficulty swallowing | swallowing difficulty | swallowing problem | oropharyngeal dysphagia
  + food sticking | peg feeding
  - odynophagia only
choking-or-aspiration=true@recent
  + aspiration pneumonia | aspirated | aspiration event | choking
  - needle aspiration | joint aspiration | aspiration biopsy | bone marrow aspiration | fine needle
calcinosis=true
  + calcinosis cutis | calcinosis | calcinosis universalis | soft tissue calcification | subcutaneous calcification
  + dystrophic calcification | calcinose | calcinosis cutánea
  - chondrocalcinosis | nephrocalcinosis | coronary | vascular calcification | breast
skin-ulceration=true
  + skin ulcer | cutaneous ulcer | digital ulcer | ulcerated gottron | skin ulceration | vasculopathic ulcer
  - peptic | gastric | mouth ulcer | corneal | pressure ulcer | venous ulcer
raynaud=true
  + raynaud | raynaud's | raynauds
  & RP | fingers | cold
arthritis=true
  + inflammatory arthritis | polyarthritis | synovitis | swollen joints
  - osteoarthritis | septic arthritis | gout
muscle-weakness?
  + proximal weakness | proximal muscle weakness | limb girdle weakness | muscle weakness | difficulty climbing stairs
  + difficulty rising from chair
  - facial weakness | stroke
myocarditis=confirmed
  + myocarditis | cardiac involvement of myositis | myopericarditis
past-blood-clot=true@ever
  + deep vein thrombosis | pulmonary embolism | venous thromboembolism | portal vein thrombosis
  + cerebral venous sinus thrombosis
  = DVT | VTE
  - dvt prophylaxis | vte prophylaxis | vte risk | superficial
  & PE | clot | anticoagulant
cardiovascular-disease-or-high-risk=true@ever
  + myocardial infarction | heart attack | nstemi | coronary artery disease | ischaemic heart disease
  + ischemic heart disease | angina | stroke | transient ischaemic attack | peripheral arterial disease
  + coronary stent
  = STEMI | CAD | CVA | TIA | CABG
  - heat stroke
heart-failure=true
  + heart failure | congestive cardiac failure | cardiomyopathy
  = CHF | HFrEF | HFpEF
diabetes=true
  + diabetes mellitus | type 2 diabetes | type 1 diabetes | steroid-induced diabetes
  = T2DM | T1DM | NIDDM | IDDM
  - diabetes insipidus | prediabetes | pre-diabetes | gestational
osteoporosis=true
  + osteoporosis | osteoporotic
  - osteopenia
prior-fragility-fracture=true@ever
  + fragility fracture | osteoporotic fracture | vertebral compression fracture | hip fracture | wedge fracture
  - traumatic
liver-disease-or-heavy-alcohol=true
  + cirrhosis | hepatic fibrosis | steatohepatitis | fatty liver | alcoholic liver | alcohol dependence
  + heavy drinker | autoimmune hepatitis | primary biliary
  = NASH | MASH | NAFLD | MASLD
  - raised alt | abnormal lft | transaminitis
tuberculosis?
  + latent tuberculosis | latent tb | positive quantiferon | positive igra | positive t-spot | positive mantoux
  + positive ppd
  = LTBI
  - bcg
tuberculosis=active@recent
  + active tuberculosis | pulmonary tuberculosis | miliary tuberculosis | on tb treatment
  - latent
retinal-disease=true@ever
  + maculopathy | macular degeneration | retinopathy | retinitis pigmentosa | bull's eye maculopathy | hcq retinopathy
  = AMD
gut-perforation-risk=true@ever
  + diverticulitis | diverticulosis | bowel perforation | peptic ulcer | gastric ulcer | duodenal ulcer | crohn
  + ulcerative colitis
  - mouth ulcer
demyelinating-disease=true@ever
  + multiple sclerosis | optic neuritis | neuromyelitis optica | demyelinating
qt-prolongation=true
  + long qt | prolonged qt | qtc prolongation | torsades
iga-status?
  + iga deficiency | selective iga deficiency | anti-iga antibodies
cancer-history=by-status
  + cancer | carcinoma | lymphoma | leukaemia | leukemia | myeloma | melanoma | sarcoma | metastatic | metastases
  + malignancy | neoplasm malignant
  - screening | benign | no evidence of malignancy | family history | basal cell
pregnant=true@ongoing
  + pregnant | gravid | pregnancy
  - not pregnant | pregnancy test | previous pregnancy | g2p2 | ectopic | molar | after pregnancy | postpartum | terminat
  - abortion | miscarriage | loss | plan | wish | desire | hope | prevent | intend | trying | want | complication | outcome
pregnant?
  + pregnant | gravid | pregnancy | weeks gestation | antenatal
  - not pregnant | pregnancy test
smoking=current
  + current smoker | smokes | cigarettes per day | pack per day
  - ex-smoker | former smoker | never smoked | non-smoker | passive
smoking=never
  + never smoked | never smoker
smoking?
  + ex-smoker | former smoker | quit smoking | pack-year history
`;
