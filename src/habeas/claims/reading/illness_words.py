"""The ways English tells that somebody is ill, hurt, starving themselves or in hospital."""

from __future__ import annotations

import re

from habeas.claims.reading.phrase_patterns import phrases

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
    r"\brefus(?:es|ed|ing) (?:to eat|food|meals|all food|solid food)\b",
    r"\b(?:on|began|ended) (?:a |his |her )?(?:dry )?fast\b",
    r"\bnot eaten\b",
)
ILL = (
    r"\bhealth\b[^.;,]{0,40}?\b(?:deteriorat\w+|worsen\w*|fail(?:s|ed|ing)|declin\w+|poor|critical|grave|serious|fragile|precarious|suffer\w*|ruined|at risk)\b",
    r"\b(?:deteriorating|declining|failing|poor|ill|fragile|frail|bad|worsening|precarious)(?: \w+)? health\b",
    r"\bin (?:a )?(?:\w+ )?(?:critical|serious|grave|poor|bad|stable|dire) (?:\w+ )?(?:condition|state)\b",
    rf"\b(?:{_BE}|fell|fallen|falls|falling|felt|feels|gets?|got) {_VERY}(?:ill|sick|unwell|emaciated|bedridden|paraly[sz]ed|disabled|blind|deaf|unconscious|injured|wounded|frail|weak)\b",
    r"\b(?:seriously|gravely|critically|terminally|chronically) (?:ill|sick)\b",
    r"\b(?:diabetic|epileptic|asthmatic|hiv-positive|wheelchair|comatose|in a coma|on crutches)\b",
    rf"\b(?:ha[sd]|have|having|suffer\w*(?: from)?|develop\w*|contract\w*|diagnos\w+(?: with)?|catch|caught|treated for|treatment for|care for|medication for|survive[ds]?|battling|with|despite|citing)"
    rf" (?:\w+ ){{0,1}}?(?:his|her|their|a|an|the)?(?: ?\b[\w-]+){{0,3}}? ?\b{_DISEASE}\b",
    rf"\b(?:doctors?|medics|tests|scans?|examination)\b[^.;]{{0,30}}?\b(?:found|diagnosed|discovered|detected|confirmed|showed|revealed)\b[^.;]{{0,40}}?\b{_DISEASE}\b",
    r"\b(?:lost|losing|loses|los[et]) (?:\w+ )?(?:his|her|their|all|most of (?:his|her)|almost all|much of (?:his|her)) (?:\w+ )?(?:sight|eyesight|vision|hearing|teeth|hair|voice|memory)\b",
    r"\b(?:can(?:not| no longer| barely| hardly)|could (?:not|no longer|barely|hardly)|unable to|struggles to) (?:walk|see|stand|eat|speak|hear|move|breathe|get out of bed)\b",
    r"\b(?:us(?:es|ing)|confined to|needs|in) a wheelchair\b",
    r"\b(?:attempt\w*|tried to commit) suicide\b|\bsuicide attempt\b|\b(?:attempted|tried) to (?:take (?:his|her) own life|kill (?:himself|herself)|hang (?:himself|herself))\b",
    r"\b(?:slit|cut) (?:his|her) (?:own )?(?:wrists|veins|throat)\b",
    rf"\b(?:broken|fractured|dislocated|ruptured|smashed|shattered|knocked-out|injured|swollen) (?:\w+ )?{_LIMB}\b|\b{_LIMB} (?:was|were|had been|have been|has been) (?:broken|fractured|dislocated|crushed)\b",
    r"\bbeaten unconscious\b|\b(?:lost|losing) consciousness\b|\b(?:fainted|collapsed) (?:\w+ )?(?:twice|several times|during|in (?:court|the courtroom|(?:his|her) cell|the dock)|from (?:hunger|exhaustion))\b",
    r"\blife (?:is|was) (?:in|at) (?:\w+ )?(?:danger|risk)\b",
    r"\b(?:vomit\w*|cough\w*|spit\w*|urinat\w*|passing) (?:up )?blood\b",
    r"\btest(?:ed|s) positive\b|\b(?:a |the )?lump in (?:his|her)\b|\bneeds? (?:\w+ )?(?:surgery|an operation|(?:urgent |specialist |medical )+(?:care|treatment|attention))\b",
    r"\b(?:complain\w*|suffer\w*) (?:\w+ ){0,4}?(?:of|from|with) (?:\w+ ){0,3}?(?:pains?|headaches|dizziness|injuries|fever|complications|burns|wounds)\b",
    r"\bhospitali[sz]ed\b|\b(?:with|for|from|sustained|suffered) (?:\w+ )?(?:head )?injuries\b",
)
WELL = r"\b(?:health|condition|state of health)\b[^.;]{0,30}?\b(?:satisfactory|normal|stable|good|fine|not in danger)\b|\b(?:is|was) (?:in good health|healthy|not ill)\b"

STARVING = phrases(HUNGER)
UNWELL = phrases(HUNGER, ILL)
SAID_WELL = re.compile(WELL, re.IGNORECASE)
#: Words after which a disease is what somebody died of, or a subject, not an illness told of somebody held.
ELSEWHERE = re.compile(
    r"\b(?:died (?:of|from)|death from|article on|report on|book about|campaign|ministry|trial|patients?)\b",
    re.IGNORECASE,
)
IN_PRISON = re.compile(r"\b(?:prison|jail|custody|colony|detention|cell|behind bars)\b", re.IGNORECASE)
