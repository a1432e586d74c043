// SPDX-License-Identifier: Apache-2.0
// Names as people and systems write them, for what carries no known code. Our own list.
//   +  any of these, as whole words, in any case     =  only in these capitals
//   -  when one of these is in the text, it is not    &  only beside one of the words after it

/** Medicines, only inside a resource about a medicine. */
export const medicineNames = `
prednisone
  + prednisone | prednisolone | prednisolone sodium phosphate | prednisolone acetate | deltasone | rayos | lodotra
  + sterapred | prednisone intensol | orapred | orapred odt | millipred | pediapred | prelone | veripred
  + deltacortril | pevanti | dilacort | decortin | decortin h | cortancyl | solupred | meticorten | encorton
  + medopred | asmalpred plus | bubbli-pred | cotolone | decortisyl | econosone | flo-pred | liquid pred
  + millipred dp 12 day | millipred dp 6 day | orasone | prednesol | prednicen-m | prednicot | prednistab | prednoral
  + predone | sterapred ds | stintisone | prednison | predinsone | predisone | prednizone | predinisolone
  + prednisolon | prednislone | predisolone | prednosolone | predinsolone
  = PDN
  - methylprednisolone | ophthalmic | eye drop | otic | ear drop | enema | rectal | foam | suppositor | prednicarbate
methylprednisolone
  + methylprednisolone tablet | medrol | medrol dosepak | medrone | urbason | metypred | methyl prednisolone
  + methylprednisilone | methylpred | solumedrol tablet
  - acetate | depo | injection | sodium succinate | topical | aceponate
iv-methylprednisolone
  + methylprednisolone sodium succinate | iv methylprednisolone | pulse methylprednisolone | pulsed methylpred
  + solu-medrol | solu-medrone | a-methapred | urbason solubile | solumedrol | solu medrol | solumedrone
  = IVMP
  - acetate | depo-medrol | depo-medrone | tablet
any-methylprednisolone
  + methylprednisolone | methylprednisolon | metilprednisolona | méthylprednisolone
  - acetate | depo | sodium succinate | topical | aceponate
not-systemic
  + methylprednisolone acetate | depo-medrol | depo-medrone
other-glucocorticoid
  + dexamethasone | hydrocortisone | deflazacort | betamethasone | cortisone acetate | decadron | hemady | cortef
  + solu-cortef | plenadren | alkindi | emflaza | calcort | celestone | a-hydrocort | baycadron | celestone soluspan
  + de-sone la | decadron 5-12 | dexasone | ortikos | tarpeyo | uceris | dexamethazone | hydrocortizone
  - cream | ointment | topical | lotion | eye | ophthalmic | otic | nasal | rectal | inhal | shampoo | pad | tape
  - lozenge | implant | 103.4 mg/ml | procto | dexycu | betavet | dexaject | dexium | solu-delta
methotrexate
  + methotrexate | methotrexate sodium | amethopterin | trexall | rheumatrex | xatmep | jylamvo | otrexup | rasuvo
  + reditrex | metoject | metex | nordimet | methofill | zlatal | maxtrex | ebetrexat | lantarel | imeth | novatrex
  + methotrexat | methotrexade | metotrexate | methotraxate | methotexate | methothrexate | methatrexate | methotrexte
  = MTX
  - intrathecal
azathioprine
  + azathioprine | azathioprine sodium | imuran | imurel | azasan | jayempi | imurek | azafor | zytrim | azamune
  + berkaprine | immunoprin | oprisine | azathioprin | azathiaprine | azothioprine | azathiopine | azathriopine
  + azathioprime
  - mercaptopurine
mycophenolate
  + mycophenolate mofetil | mycophenolate | mycophenolic acid | mycophenolate sodium | cellcept | myfortic | myhibbin
  + arzip | myfenax | ceptava | mycolat | mycofenolate | mycophenolat | mycophenylate | micophenolate | mycophenalate
  + mycophonolate
  = MMF | EC-MPS
  - level | assay
ciclosporin
  + ciclosporin | cyclosporine | cyclosporin a | cyclosporine modified | neoral | sandimmune | sandimmun | gengraf
  + capimune | capsorin | deximune | ciqorin | vanquoral | atopica | cyslosporine | sangcya | sporimune | cyclosporin
  + ciclosporine | cyclosporing | cyclosporene | cyclosporine-a
  = CsA | CyA
  - ophthalmic | emulsion | eye | restasis | cequa | ikervis | verkazia | vevye | topical
not-systemic
  + ciclosporin eye drops | restasis | cequa | ikervis | verkazia | vevye | optimmune
tacrolimus
  + tacrolimus | tacrolimus prolonged-release | prograf | advagraf | astagraf xl | envarsus | envarsus xr | modigraf
  + adoport | dailiport | hecoria | graceptor | capexion | tacni | astagraf | tacrolimous | tacrolimis | tacrolimas
  + tacrilimus | tarcolimus
  = FK506 | FK-506
  - ointment | topical | protopic | ophthalmic | level
topical-calcineurin-inhibitor
  + tacrolimus ointment | pimecrolimus cream | protopic | elidel | pimecrolimous | protropic
  - capsule | oral | injection
cyclophosphamide
  + cyclophosphamide | cyclophosphamide monohydrate | cytoxan | neosar | endoxan | endoxana | frindovyx | procytox
  + cyclophosphomide | cyclophosfamide | cyclophosphamid | cyclofosfamide
  = CYC
  - ifosfamide
hydroxychloroquine
  + hydroxychloroquine | hydroxychloroquine sulfate | plaquenil | sovuna | quineprox | quinoric | quensyl | dolquine
  + axemal | hcqs | hydroxychloroquin | hydroxycloroquine | hydroxychlorquine | hydroxichloroquine | plaquinil
  + plaquenill | hydroxychloraquine
  = HCQ
  - chloroquine phosphate
leflunomide
  + leflunomide | arava | repso | leflunamide | lefunomide
ivig
  + immune globulin intravenous (human) | normal human immunoglobulin for intravenous use | intravenous immunoglobulin
  + polyvalent immunoglobulin | octagam | octagam 10% | privigen | gamunex-c | gammagard liquid | gammagard s/d
  + gammaked | gammaplex | bivigam | flebogamma dif | panzyga | asceniv | alyglo | yimmugo | qivigy | carimune nf
  + intratect | kiovig | iqymune | vigam | ig vena | intragam | venoglobulin ih | kenketsu glovenin-i | pentaglobin
  + tegeline | clairyg | baygam | carimune | flebogamma | gammabulin | gammagard | gamunex | kabiglobulin | octogam
  + privagen | gamunex c | immunoglobuline | imunoglobulin | iv ig | i.v.i.g.
  = IVIG | IVIg | IGIV
  - subcutaneous | hizentra | cuvitru | xembify | cutaquig | hyqvia | rho(d) | anti-d | hepatitis b | tetanus | rabies
  - varicella | cytomegalovirus | botulism | vaccinia | antithymocyte | thymoglobulin | digoxin
  - immune globulin intramuscular | gamastan | immunoglobulin g level | measurement
subcutaneous-immunoglobulin
  + immune globulin subcutaneous (human) | subcutaneous immunoglobulin | facilitated subcutaneous immunoglobulin
  + hizentra | cuvitru | xembify | cutaquig | hyqvia | gammanorm | subgam | subcuvia | vivaglobin | evogam | hizentera
  + cuvitro | hiqvia
  = SCIG | SCIg | fSCIG
  - intravenous
other-immunoglobulin
  + anti-d | hepatitis b immune globulin | tetanus immune globulin | rabies immune globulin
  + varicella zoster immune globulin | cmv immune globulin | antithymocyte globulin | rhogam | winrho | cytogam
  + hyperhep b | varizig | hypertet | thymoglobulin | atgam | gamastan
rituximab
  + rituximab | rituximab-abbs | rituximab-pvvr | rituximab-arrx | anti-cd20 | rituxan | mabthera | truxima | ruxience
  + riabni | rixathon | riximyo | blitzima | ritemvia | ituxredi | rituxan hycela | reditux | acellbia
  + hlx01 hanlikang | rituximab-abs | rituxamab | rituximib | retuximab | rituxin
  = RTX
  - ibritumomab
tofacitinib
  + tofacitinib | tofacitinib citrate | xeljanz | xeljanz xr | jaquinus | tofacitanib | tofacitnib | xelijanz
  + zeljanz | tofacitinab
baricitinib
  + baricitinib | olumiant | barictinib | baricitanib | barcitinib
upadacitinib
  + upadacitinib | upadacitinib hemihydrate | rinvoq | rinvoq lq | upadacitanib | updacitinib | rinvoc
ruxolitinib
  + ruxolitinib | ruxolitinib phosphate | jakafi | jakavi | ruxolitanib | ruxilitinib
  - cream | opzelura
not-systemic
  + ruxolitinib cream | opzelura
brepocitinib
  + brepocitinib | pf-06700841 | brepocitinab
abatacept
  + abatacept | orencia | abatecept
infliximab
  + infliximab | remicade | inflectra | remsima | flixabi | renflexis | avsola | zymfentra | infiximab | inflixamab
adalimumab
  + adalimumab | humira | amgevita | hyrimoz | imraldi | idacio | hulio | yuflyma | cyltezo | hadlima | hukyndra
  + adalimumba | adalimubab
etanercept
  + etanercept | enbrel | benepali | erelzi | eticovo | entanercept | etanercpet
tocilizumab
  + tocilizumab | actemra | roactemra | tyenne | tofidence | avtozma | tocilizumap | tociluzumab
anifrolumab
  + anifrolumab | anifrolumab-fnia | saphnelo
repository-corticotropin
  + repository corticotropin | acth gel | acthar gel | h.p. acthar | purified cortrophin gel | acthar | corticotrophin
  - corticorelin | cosyntropin | tetracosactide | i-125
nintedanib
  + nintedanib | nintedanib esylate | ofev | vargatef | nintedinib
diltiazem
  + diltiazem | diltiazem hydrochloride | cardizem | cardizem cd | cartia xt | tiazac | taztia xt | matzim la
  + tildiem | adizem | slozem | angitil | dilzem | diltiazam | dilitazem
  - topical | gel | rectal
cotrimoxazole
  + sulfamethoxazole / trimethoprim | trimethoprim-sulfamethoxazole | co-trimoxazole | tmp-smx | smx-tmp
  + cotrimoxazole | bactrim | bactrim ds | septra | septra ds | septrin | sulfatrim | eusaprim | cotrim | baktar
  + cotrimoxazol | co trimoxazole | bactrin | septrim | trimethoprim/sulfa
trimethoprim
  + trimethoprim | primsol | proloprim | monotrim | trimethaprim | trimethoprime
  - polymyxin | ophthalmic
pjp-alternative
  + atovaquone | dapsone | pentamidine isethionate | mepron | wellvone | nebupent | pentam | atovoquone | dapson
  - proguanil | malarone | topical gel | aczone
folic-acid
  + folic acid | folate | lexpec | folacin | follic acid | folicacid
  - iron | ferrous | vitamin b
calcium-and-vitamin-d
  + colecalciferol | cholecalciferol | vitamin d3 | ergocalciferol | vitamin d2 | alfacalcidol | calcitriol
  + calcium carbonate | calcium and vitamin d | drisdol | adcal-d3 | calcichew-d3 forte | accrete d3 | evacal d3
  + fultium-d3 | invita d3 | caltrate | os-cal | citracal | cholecalciferal | colecalciferal | vit d | vitamind
  - channel | gluconate injection | chloride injection | dobesilate | calcipotri | omeprazole | famotidine
  - atorvastatin
bisphosphonate
  + alendronic acid | alendronate | risedronate | ibandronic acid | ibandronate | zoledronic acid | zoledronate
  + pamidronate | fosamax | binosto | fosavance | actonel | atelvia | boniva | bonviva | reclast | aclasta | zometa
  + aredia | alendronic | alandronate | risedronat | zolendronic | zolendronate | zolindronic
denosumab
  + denosumab | prolia | xgeva | jubbonti | wyost | ospomyv | stoboclo | denosunab | denusomab
topical-corticosteroid
  + clobetasol | mometasone | betamethasone valerate | hydrocortisone cream | triamcinolone cream | fluocinonide
  + dermovate | temovate | elocon | betnovate | eumovate | locoid | lidex | ala-cort | ala-scalp | anusol hc
  + aquanil hc | aveeno hydrocortisone anti-itch | beta-hc | betaderm | betanate | biocorneum | blue-emu anti-itch
  + caldecort | carmol hc | clobevate | clobex | coraz | cormax | cortaid | corticool | cortisil mdx | cortizone
  + del-beta | dermacool hc | dermacort | dermarest dricort creme pack | dermarest dricort | dermarest eczema
  + dermasorb hc | dermasorb ta | dermtex hc | diprolene | embeline | excel pet | gadaderm hydrocortisone | genesis
  + gynecort | hydroskin | impoyz | instacort | isovate | itch-x maximum strength | kenalog | kera-hc | luxiq
  + maximum-h | micort-hc | neosporin eczema | neosporin essentials trial pack | neosporin moisturizing | nucort
  + nuzon | olux | pandel | pediaderm hc | pediaderm ta | procto-med | procto-pak | proctocort | proctosol
  + proctozone hc | propet | psoriasin itch | resicort | sarnol-hc | scalacort | scalpicin itch relief
  + selsun blue scalp itch | sernivo | texacort | trianex | triderm | u-cort | westcort | embelin
  - nasal | inhal | ophthalmic | tablet | injection | rectal | vaginal
allopurinol
  + allopurinol | zyloprim | zyloric | aloprim | caplenal | alopurinol | allopurinal | allupurinol
febuxostat
  + febuxostat | uloric | adenuric | febuxastat
nsaid
  + ibuprofen | naproxen | diclofenac | celecoxib | meloxicam | indometacin | indomethacin | etoricoxib | etodolac
  + nabumetone | ketorolac | piroxicam | advil | motrin | nurofen | brufen | aleve | naprosyn | voltaren | voltarol
  + celebrex | mobic | arcoxia | indocin | toradol | addaprin | anaprox | ansaid | caldolor | cambia | cataflam
  + counteract ib | daypro | dragon tabs | dyloject | eloxioral | eloxiject | feldene | fenortho | genpril | ibu
  + ibuprohm | ibutab | ketofen | lodine | loxicom | midol cramps and bodyaches | meloxidyl | menstridol | metacam
  + midol extended relief | nalfon | naprelan | neoprofen | nuprin | ostilox
  + pediacare children's pain and fever w/ ibuprofen | pediacare fever | ponstel | profeno | proprinal | samson 8
  + tivorbex | ultraprin | vivlodex | wal-profen | wal-proxen | zipsor | zorvolex | ibuprophen | ibuprofin | naproxin
  + diclofenic | meloxicham | celecoxcib
  - topical | gel | ophthalmic | eye drop | patch | cream
statin
  + atorvastatin | simvastatin | rosuvastatin | pravastatin | lovastatin | fluvastatin | pitavastatin | lipitor
  + zocor | crestor | pravachol | lipostat | mevacor | lescol | livalo | vytorin | inegy | atorvastain | simvistatin
  + rosuvistatin | atorvastatine | lipator
  - nystatin | pentostatin | cilastatin | sandostatin
anticoagulant
  + warfarin | apixaban | rivaroxaban | dabigatran | edoxaban | enoxaparin | dalteparin | tinzaparin | fondaparinux
  + acenocoumarol | phenprocoumon | coumadin | jantoven | marevan | eliquis | xarelto | pradaxa | savaysa | lixiana
  + lovenox | clexane | fragmin | innohep | arixtra | sintrom | marcoumar | eliquis 30-day starter pack | warfrin
  + apixiban | rivoroxaban | xeralto | elequis
  - flush | lock | catheter | topical | heparinoid
strong-cyp3a4-inhibitor
  + ketoconazole | itraconazole | posaconazole | voriconazole | clarithromycin | ritonavir | cobicistat
  + nirmatrelvir/ritonavir | sporanox | onmel | noxafil | vfend | biaxin | klaricid | norvir | paxlovid | kaletra
  + tybost | genvoya | symtuza | prezcobix | rezolsta | evotaz | omeclamox | prevacid | prevpac | trimox
  + voquezna 14 day triplepak 20 500 500 | clarithromicin | claritromycin | itraconozole | voriconozole
  - shampoo | cream | topical | foam
strong-cyp3a4-inducer
  + rifampicin | rifampin | rifapentine | carbamazepine | phenytoin | phenobarbital | phenobarbitone | primidone
  + enzalutamide | apalutamide | st john's wort | hypericum perforatum | rifadin | rimactane | rifinah | priftin
  + tegretol | epanutin | dilantin | mysoline | xtandi | erleada | carbatrol | donnatal | epitol | equetro | euthaphen
  + euthasol | nobatol | phenohytro | sezaby | rifampacin | carbamazapine | phenytoine | phenobarbitol
oestrogen
  + ethinylestradiol | estradiol | conjugated estrogens | combined oral contraceptive | combined pill | vaginal ring
  + contraceptive patch | yaz | yasmin | loestrin | microgynon | rigevidon | marvelon | cilest | nuvaring | xulane
  + evra | premarin | estrace | evorel | oestrogel | climara | levlen 28 day | levora 0.15/30 28 day
  + norinyl 1+50 28 day | seasonique | yaz 28 day | estradial | oestradiol | ethinyl oestradiol
  = COC | HRT
  - vaginal tablet | vaginal cream | vagifem | estring | estriol
qt-prolonging-drug
  + citalopram | escitalopram | amiodarone | sotalol | azithromycin | clarithromycin | erythromycin | moxifloxacin
  + levofloxacin | haloperidol | methadone | ondansetron | domperidone | fluconazole | celexa | cipramil | lexapro
  + cipralex | zithromax | avelox | zofran | motilium | aricept | biaxin | cipro | diskets | dolophine | e.e.s.
  + ery-tab | eryped | erythrocin | erythrocin stearate | levaquin | martindale methadone dtf | methadose | methex
  + omeclamox | physeptone | prevacid | prevpac | proquin | seroquel | seroquel xr 14-day sample kit | tri-pak
  + trimox | voquezna 14 day triplepak 20 500 500 | z-pak
  - ophthalmic | otic | topical
tamoxifen
  + tamoxifen | nolvadex | soltamox | tamoxofen | tamoxifin
hepatitis-b-antiviral
  + entecavir | tenofovir disoproxil | tenofovir alafenamide | lamivudine | baraclude | viread | vemlidy | zeffix
  + epivir-hbv | entecovir | tenofavir
  - emtricitabine | efavirenz | bictegravir | dolutegravir | zidovudine | abacavir
herbal-immune-stimulant
  + echinacea | spirulina | alfalfa | ashwagandha | astragalus | chlorella | blue-green algae | cat's claw | isalean
  + echinecea | spirolina
`;
