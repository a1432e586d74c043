// SPDX-License-Identifier: Apache-2.0
// Names for what carries no known code; the marks are explained in medicine-names.ts. Our own list.

/** Tests, for an Observation without a LOINC code. */
export const testNames = `
anti-mda5
  + mda5 | mda-5 | anti-mda5 | cadm-140 | cadm140 | melanoma differentiation-associated
  - ecstasy | mdma | amphetamine
anti-tif1-gamma
  + tif1 | tif-1 | tif1-gamma | tif1-γ | tif1g | p155/140 | p155 | transcription intermediary factor 1
  - ttf-1 | tif2
anti-nxp2
  + nxp2 | nxp-2 | anti-mj | mj antibody | p140 | morc3 | nuclear matrix protein 2
  - p155/140 | nmp22
anti-mi2
  + mi-2 | mi2 | mi-2 alpha | mi-2 beta | mi-2a | mi-2b
  - mi-21 | myocardial
anti-sae
  + sae1 | anti-sae | sae antibody | sumo-activating enzyme | sumo1 activating
  - serious adverse
antisynthetase-antibody
  + jo-1 | jo1 | histidyl-trna synthetase | pl-7 | pl7 | pl-12 | pl12 | anti-ej | ej antibody | anti-oj | oj antibody
  + anti-ks | anti-zo | anti-ha | aminoacyl-trna | synthetase antibody | anti-ars
anti-ro52
  + ro52 | ro-52 | trim21 | ssa 52 | ss-a 52 | 52 kda ss-a | 52kd
  - ro60 | ro-60 | ss-a 60
anti-overlap
  + pm-scl | pm/scl | pm-scl 75 | pm-scl 100 | pm1 antibody | ku antibody | anti-ku | u1rnp | u1-rnp | u1 rnp | snrnp
  + rnp antibody
  - sm antibody alone
anti-srp
  + srp antibody | anti-srp | signal recognition particle
anti-hmgcr
  + hmgcr | hmg-coa reductase antibody | anti-hmgcr
  - hmg-coa reductase inhibitor | statin
creatine-kinase-times-upper-limit
  + creatine kinase | ck | cpk | creatine phosphokinase | total ck | kreatinkinase | créatine kinase | cpk total
  + creatinquinasa
  - ck-mb | ckmb | mb fraction | mb mass | ckd
alt-times-upper-limit
  + alt | alanine aminotransferase | alanine transaminase | sgpt | gpt | alat
  - ratio
ggt-raised
  + ggt | gamma gt | gamma-glutamyl | ggtp
egfr
  + egfr | estimated gfr | glomerular filtration
haemoglobin
  + haemoglobin | hemoglobin | hb | hgb
  - a1c | hba1c | electrophoresis | hbs | mch
neutrophil-count
  + neutrophils absolute | neutrophil count | anc | absolute neutrophil
  - % | anca
lymphocyte-count
  + lymphocytes absolute | lymphocyte count | alc | absolute lymphocyte
  - %
platelet-count
  + platelets | platelet count | plt | thrombocytes
  - volume | mpv
ferritin
  + ferritin
  - transferrin
troponin-raised
  + troponin | hs-ctni | hs-ctnt | ctni | ctnt | tni | tnt
hepatitis-b-surface-antigen
  + hbsag | hepatitis b surface antigen
  - antibody | anti-hbs | hbsab
hepatitis-b-core-antibody
  + anti-hbc | hbcab | hepatitis b core antibody | hbv core total
  - igm
hepatitis-c-rna
  + hcv rna | hepatitis c rna | hcv pcr | hcv viral load
tuberculosis
  + quantiferon | qft | igra | t-spot | tspot | interferon gamma release | mantoux | ppd | tst
  - mitogen | nil control
tpmt
  + tpmt | thiopurine methyltransferase
nudt15
  + nudt15
iga-status
  + iga | immunoglobulin a
  - iga transglutaminase | ttg | iga kappa | secretory
low-igg
  + igg | immunoglobulin g
  - igg4 | subclass | anti- | antibody
fvc-percent-predicted
  + fvc % predicted | fvc % | forced vital capacity % pred | fvc pred
  - fev1/fvc
oxygen-saturation
  + spo2 | oxygen saturation | o2 sat | pulse ox | sats
  - venous | svo2
cdasi-activity
  + cdasi | cdasi activity
  - damage
mmt8
  + mmt8 | mmt-8 | manual muscle test
cmas
  + cmas | childhood myositis assessment scale
`;
