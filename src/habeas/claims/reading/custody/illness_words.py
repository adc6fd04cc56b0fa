"""The ways English tells that somebody is ill, hurt, starving themselves or in hospital."""

from __future__ import annotations

import re

from habeas.claims.reading.text.phrase_patterns import phrases, small

_BE = r"(?:is|are|was|were|has been|have been|had been|be|became|remains?|remained)"
_VERY = r"(?:(?:seriously|gravely|critically|terminally|chronically|severely|very|dangerously|extremely|so|badly|already|also|still|now|reportedly|completely|partially|nearly|almost|half) )*"
_DISEASE = (
    r"(?:[a-z]+ (?:disease|disorder|cancer|tumou?r|failure|infection|hernia|injury|condition|ailment|illness)s?|diabetes|cancer|tuberculosis|hepatitis|asthma|epilepsy"
    r"|pneumonia|malaria|depression|tumou?rs?|hypertension|high blood pressure|stroke|heart attack|heart (?:problems?|disease|condition|failure)|ulcers?|arthritis|sepsis"
    r"|hiv|covid(?:-19)?|the coronavirus|coronavirus|typhoid|scabies|anaemia|anemia|dehydration|malnutrition|sciatica|glaucoma|cataracts?|thrombosis|leuka?emia|sclerosis"
    r"|parkinson['’]s|alzheimer['’]s|dementia|kidney (?:stones?|problems?|failure)|chronic (?:illness|disease|pain)s?|health problems|medical conditions?|illness(?:es)?"
    r"|herniated disc|slipped disc|concussion|ha?emorrhage|fever|blood clots?|internal bleeding|frostbite|bronchitis|gastritis|eczema|psychosis|trauma|migraines?|seizures?|palsy|gangrene|osteoporosis)"
)
_LIMB = r"(?:arms?|legs?|ribs?|nose|jaw|skull|spine|hands?|wrists?|fingers?|teeth|tooth|pelvis|collarbone|ankle|shoulder|eardrums?|hip|back)"

HUNGER = (
    r"\bhunger[- ]?strik\w*",
    r"\b(?:stopped|quit|gave up) (?:eating|taking food)\b",
    r"\brefus(?:es?|ed|ing) (?:to (?:eat|drink|take (?:any )?food|accept (?:prison )?food)|food|(?:prison |all )?meals|all food|(?:solid|prison) food|(?:food and )?water|nourishment)\b",
    r"\b(?:without food|force-fed|force-feeding|on a (?:dry )?fast|fasting|starving (?:him|her)self|went without food|not taken food|no food for)\b",
    r"\b(?:on|began|ended) (?:a |his |her )?(?:dry )?fast\b",
    r"\bnot eaten\b",
)
ILL = (
    r"\b(?:in|in a|in the|from a|from) (?:(?:prison|military|civilian|central|city|regional|emergency|jail|local|state|psychiatric|tuberculosis) )*(?:hospital|infirmary)\b(?! (?:bed|room|ward)? ?(?:director|staff|records|named|doctor)) ?(?=with|under guard|since|for|$|\.|after|,)",
    r"\b(?:treated|treatment|lying|lies|is|remains|kept|held) (?:in|at) (?:a |an |the |\w+['’]s )?(?:(?:prison|military|civilian|central|city|regional|emergency|jail|local|state|tuberculosis) )*(?:hospital|infirmary)\b",
    r"\b(?:passed|blacked|pass|black) out\b(?! (?:leaflets|flyers|the))|\bon a stretcher\b|\bambulance (?:\w+ )?(?:was|has been|had been|had to be) called\b|\bmedical (?:leave|parole|furlough)\b|\bbecause of (?:a |an |his |her )?(?:\w+ )?(?:tumou?r|cancer|illness|stroke|heart \w+|disease)\b",
    r"\b(?:found|has|had|have|with) (?:a |the |what \w+ )?lump\b|\b(?:had|suffered|have) a miscarriage\b|\b(?:has|have|had|with) (?:a |an )?(?:\w+ )?disabilit(?:y|ies)\b|\bweak(?:ened)? (?:from|by) (?:hunger|illness|the strike)\b",
    r"\bhealth\b[^.;,]{0,40}?\b(?:deteriorat\w+|worsen\w*|fail(?:s|ed|ing)|declin\w+|poor|critical|grave|serious|fragile|precarious|suffer\w*|ruined|at risk)\b",
    r"\b(?:deteriorating|declining|failing|poor|ill|fragile|frail|bad|worsening|precarious)(?: \w+)? health\b",
    r"\bin (?:a )?(?:\w+ )?(?:critical|serious|grave|poor|bad|stable|dire) (?:\w+ )?(?:condition|state)\b",
    rf"\b(?:{_BE}|fell|fallen|falls|falling|felt|feels|gets?|got) {_VERY}(?:ill|sick|unwell|emaciated|bedridden|paraly[sz]ed|disabled|blind|deaf|unconscious|injured|wounded|frail|weak)\b(?! (?:of|and tired of|with worry|point|spot|evidence))",
    r"\b(?:seriously|gravely|critically|terminally|chronically) (?:ill|sick)\b",
    r"\b(?:diabetic|epileptic|asthmatic|hiv-positive|wheelchair|comatose|in a coma|on crutches)\b",
    rf"\b(?:ha[sd]|have|having|suffer\w*(?: from)?|develop\w*|contract\w*|diagnos\w+(?: with)?|catch|caught|treated for|treatment for|care for|medication for|survive[ds]?|battling|with|despite|citing)"
    rf" (?:\w+ ){{0,1}}?(?:his|her|their|a|an|the)?(?: ?\b[\w-]+){{0,3}}? ?\b{_DISEASE}\b",
    rf"\b(?:doctors?|medics|tests|scans?|examination)\b[^.;]{{0,30}}?\b(?:found|diagnosed|discovered|detected|confirmed|showed|revealed)\b[^.;]{{0,40}}?\b{_DISEASE}\b",
    r"\b(?:lost|losing|loses|los[et]) (?:\w+ )?(?:his|her|their|all|most of (?:his|her)|almost all|much of (?:his|her)) (?:\w+ )?(?:sight|eyesight|vision|hearing|teeth|hair|voice|memory)\b",
    r"\b(?:can(?:not| no longer| barely| hardly)|could (?:not|no longer|barely|hardly)|unable to|struggles to) (?:walk|see|stand|eat|speak|hear|move|breathe|get out of bed)\b",
    rf"\bsuffer\w* (?:[\w,’'-]+ ){{0,13}}?{_DISEASE}\b",
    r"\b(?:needs?|depend\w*(?: on)?|requires?|inject\w*|gone without|goes without|without|relies on|on) (?:\w+ ){0,2}?(?:insulin|dialysis|chemotherapy|inhalers?|heart medication)\b",
    r"\b(?:kidneys?|liver|heart|lungs?|eyes?|eyesight|sight|vision|hearing|memory|body|immune system) (?:is|are|was|were|has|have)(?: been)?(?: \w+)? (?:failing|failed|deteriorat\w+|worsen\w+|damaged|giving out)\b",
    r"\boperated (?:on|upon)\b(?! by (?:the|a) (?:state|company))|\b(?:had|undergone|underwent|undergo|undergoing|recovering from|awaiting|needs?|requires?|require|recommended|in need of) (?:\w+ ){0,4}?(?:surgery|(?:an?|emergency|urgent|heart|valve|bypass|hernia|eye|back|medical) operation|transplant|chemotherapy|radiotherapy|dialysis|bypass)\b",
    r"\b(?:gone|going|went|goes|become|became) (?:\w+ )?(?:blind|deaf|lame|grey from hunger)\b|\bfound (?:\w+ )?(?:unconscious|injured|bleeding)\b|\blost (?:the )?(?:sight|hearing|use|feeling|vision) (?:in|of)\b",
    r"\blos(?:t|es|ing) (?:the |his |her |all |some )?(?:feeling|sensation|sight|hearing|vision|strength|movement|use) (?:in|of) (?:\w+ )?(?:\w+ )?(?:eyes?|ears?|legs?|arms?|hands?|foot|feet|fingers?|side)\b",
    r"\b(?:fell|falls|fallen|slipped|lapsed|sank|went|is|was|remains|remained|been|put) (?:in|into) an? (?:\w+ )?coma\b",
    r"\bwalk(?:s|ed|ing)? (?:only |now )*(?:with|on|leaning on) (?:a |an |the |some |great |two )?(?:help of |aid of )?(?:a )?(?:crutch|crutches|sticks?|canes?|walking stick|limp|difficulty|frame|walker|walking frame)\b|\b(?:limps|limping|limped)\b",
    r"\bon (?:a |an )?(?:drip|iv drip|oxygen|ventilator|life support|respirator|dialysis|painkillers|medication)\b|\bin intensive care\b|\bconnected to a (?:drip|ventilator)\b",
    rf"\b(?:untreated|undiagnosed) (?:\w+ )?{_DISEASE}\b|\b{_DISEASE} (?:\w+ ){{0,2}}?(?:untreated|undiagnosed|not being treated|returned|spread)\b",
    r"\b(?:needs?|requir(?:es|ed|ing)|in need of|in urgent need of|wait\w* for|without) (?:\w+ ){0,3}?(?:surgery|hospitali[sz]ation|specialist (?:care|treatment)|(?:urgent|emergency|specialist|specialised|specialized|immediate|constant|regular|inpatient|hospital) (?:medical )?(?:care|treatment|attention|help|assistance|operation))\b",
    r"\b(?:bruis(?:es?|ing)|black eye|welts|stitches|burn marks|cigarette burns|bloodied|bleeding|open wounds?|gunshot wounds?|stab wounds?|marks of (?:beating|torture)|(?:signs|traces|marks) of (?:beatings?|torture|ill-treatment|violence))\b",
    r"\b(?:broken|fractured|injured|swollen|bruised|dislocated) (?:arm|leg|rib|ribs|nose|jaw|wrist|hand|finger|fingers|ankle|foot|skull|shoulder|vertebrae?|tooth|teeth|eye|collarbone|cheekbone)\b",
    r"\b(?:legs?|feet|hands?|face|ankles|eyes?|gums|joints) (?:is|are|was|were|had|has|have)(?: been)?(?: \w+)? (?:swollen|swelling|numb|paraly[sz]ed|bleeding|bruised|infected|discoloured|discolored|burned|burnt|amputated|broken)\b",
    r"\b(?:teeth|hair) (?:are|is|were|was|have|has) (?:\w+ )?(?:falling out|fallen out|loose|knocked out|broken)\b|\b(?:emaciated|skeletal|skin and bone)\b",
    r"\bblood (?:pressure|sugar) (?:\w+ ){0,2}?(?:soar\w*|ris\w+|rose|spiked|jumped|high|dangerous\w*|unstable|dropped|fell)\b|\b(?:running|has|had|with) an? (?:high )?(?:fever|temperature)\b",
    r"\b(?:miscarr(?:iage|ied)|heart attack|stroke|seizures?|epileptic fits?|convulsions|cardiac arrest|panic attacks|blackouts|fainting fits|nosebleeds)\b(?= |,|\.|;|$)(?! (?:of genius|of luck))",
    r"\b(?:disability|registered disabled|group (?:i|ii|iii|1|2|3) disability)\b",
    r"\bcondition (?:is|was|remains|became|has become|described as) (?:\w+ )?(?:critical|grave|serious|dire|life-threatening|unstable|worsening|deteriorating)\b|\bcondition (?:has |had |is )?(?:\w+ )?(?:worsen\w*|deteriorat\w+)\b",
    r"\b(?:loses|losing|lost|shed) (?:\w+ ){0,3}?(?:\d+ ?(?:kg|kilos?|kilograms?|pounds|lbs)|kilos?|kilograms?|weight|a (?:third|quarter|fifth) of (?:his|her) (?:body )?weight)\b|\bweigh(?:s|ed|ing)? (?:just |only |barely |now |less than |under )*\d+ ?(?:kg|kilos?|kilograms?|pounds|lbs)",
    r"\b(?:is|was|been|being|are|were) (?:\w+ )?(?:denied|refused|deprived of) (?:\w+ )?(?:(?:vital|essential|necessary|urgent|life-saving|prescribed|needed) )(?:\w+ )?(?:medicines?|medications?|treatment|care|drugs)\b|\bmedicines? (?:for|against) (?:his|her|their)\b",
    r"\b(?:asked|asking|applied|appealed) for (?:\w+ )?medical (?:care|help|attention|treatment|assistance)\b|\bat-risk group on account of\b|\bsick (?:inmates|prisoners|detainees)\b|\b(?:gravely|seriously) ill\b|\bgrave illness\w*\b",
    r"\b(?:us(?:es|ing)|confined to|needs|in) a wheelchair\b",
    r"\b(?:prevent\w*|barred|banned|stopped|forbidden|not (?:been )?(?:allowed|permitted|able)|unable|refus\w+|denied)\b[^.;]{0,30}\b(?:bring|bringing|pass|passing|send|sending|deliver|delivering) (?:(?:in|over) )?(?:(?:him|her|them) )?(?:his|her|their) (?:\w+ )?(?:insulin|medicines?|medications?|inhalers?|pills)\b"
    r"|\b(?:not|n['’]t|never|no longer) (?:yet |once )?(?:been )?(?:receiv\w+|given|getting|get|gets|had|allowed|provided with|offered) (?:\w+ ){0,3}?(?:dialysis|insulin|medicines?|medications?|chemotherapy|inhalers?|painkillers|antibiotics)\b"
    r"|\b(?:taken away|took away|taken|took|confiscated|withheld|withholding|refused (?:him|her)|denied (?:him|her)) (?:his|her|their) (?:\w+ )?(?:insulin|medicines?|medications?|inhalers?|pills)\b",
    r"\b(?:attempt\w*|tried to commit) suicide\b|\bsuicide attempt\b|\b(?:attempted|tried) to (?:take (?:his|her) own life|kill (?:himself|herself)|hang (?:himself|herself))\b",
    r"\b(?:slit|cut) (?:his|her) (?:own )?(?:wrists|veins|throat)\b",
    rf"\b(?:broken|fractured|dislocated|ruptured|smashed|shattered|knocked-out|injured|swollen) (?:\w+ )?{_LIMB}\b|\b{_LIMB} (?:was|were|had been|have been|has been) (?:broken|fractured|dislocated|crushed)\b",
    r"\bbeaten unconscious\b|\b(?:lost|losing) consciousness\b|\b(?:faint|collaps)(?:ed|ing) (?:\w+ )?(?:twice|several times|during|in (?:court|the courtroom|(?:his|her) cell|the dock)|from (?:hunger|exhaustion))\b",
    r"\blife (?:is|was) (?:in|at) (?:\w+ )?(?:danger|risk)\b",
    r"\b(?:vomit\w*|cough\w*|spit\w*|urinat\w*|passing) (?:up )?blood\b",
    r"\btest(?:ed|s) positive\b|\b(?:a |the )?lump in (?:his|her)\b|\bneeds? (?:\w+ )?(?:surgery|an operation|(?:urgent |specialist |medical )+(?:care|treatment|attention))\b",
    r"\b(?:complain\w*|suffer\w*) (?:\w+ ){0,4}?(?:of|from|with) (?:\w+ ){0,3}?(?:pains?|headaches|dizziness|injuries|fever|complications|burns|wounds)\b",
    r"\bhospitali[sz]ed\b|\b(?:with|for|from|sustained|suffered) (?:\w+ )?(?:head )?injuries\b",
)
#: "is well" is an answer to a question of health only where those who hold somebody say it.
SAID_FINE = re.compile(
    r"\b(?:feels?|feeling|is|was|are|were|doing) (?:\"|“)?(?:well|fine|all right|alright)\b(?! (?:known|aware|on|behind|treated|placed|over|under|above|past))",
    re.IGNORECASE,
)
WELL = r"\bin (?:\w+ )?(?:good|satisfactory|normal|excellent|perfect|stable) health\b|\b(?:health|condition|state of health)\b[^.;]{0,30}?\b(?:satisfactory|normal|stable|good|fine|not in danger)\b|\blife (?:is|was) (?:not in (?:any )?danger|out of danger)\b|\b(?:has|have|had) no (?:\w+ )?(?:health (?:problems|complaints)|complaints about (?:his|her) health|injuries|illness\w*)\b|\b(?:is|was) (?:in good health|healthy|not ill)\b"

STARVING = phrases(HUNGER)
UNWELL = phrases(HUNGER, ILL)
SAID_WELL = re.compile(WELL, re.IGNORECASE)
#: Words after which a disease is what somebody died of, or a subject, not an illness told of somebody held.
ELSEWHERE = re.compile(
    r"\b(?:died (?:of|from)|death from|article on|report on|book about|campaign|(?:health|sports?) ministry|ministry of health|vaccine|clinical|patients)\b",
    re.IGNORECASE,
)
#: "died of a heart attack": what somebody died of is no illness told besides.
DIED_OF = re.compile(
    r"\b(?:died|dies|die|dying|passed away|succumb\w*|(?:not|n['’]t) survive)\b[^.;,]{0,75}$|\b(?:death|killed|dead)\b[^.;]*?(?:of|from|by|after|following) (?:a |an |the )?(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
#: What is told as the death itself when it is followed by "and died".
SUDDEN = re.compile(r"stroke|heart attack|collapse|faint|clot|cardiac|hospital|injur|wound", re.IGNORECASE)
THEN_DIED = re.compile(r"^[^.;]{0,25}\b(?:and|then|before|later) (?:\w+ )?(?:died|dying|passed away)\b", re.IGNORECASE)
IN_PRISON = re.compile(r"\b(?:prison|jail|custody|colony|detention|cell|behind bars)\b", re.IGNORECASE)

_PLAINLY = re.compile(
    r"\b(?:ill|sick|sickness|illness\w*|diseases?|disabilit\w+|disabled|injur\w+|wounded|health|hunger)\b",
    re.IGNORECASE,
)


def names_an_illness(words: str) -> bool:
    """Whether the words name an illness, an injury or a hunger strike."""
    return bool(_PLAINLY.search(words) or UNWELL.search(small(words)))
