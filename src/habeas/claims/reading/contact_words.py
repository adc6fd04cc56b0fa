"""The ways English tells that nobody outside can reach someone held: no word from them, nobody told where they are, nobody let in, alone in a cell."""

from __future__ import annotations

import re

from habeas.claims.reading.phrase_patterns import phrases

_WHO = r"(?:him|her|them|(?:my|his|her|their|the) \w+)"
_PERSON = r"(?:he|she|they|[\w’'-]+(?: [\w’'-]+){0,3})"
_WORD = (
    r"(?:contact|news|word|letters?|mail|(?:tele)?phone calls?|calls?|communications?|correspondence|information(?! (?:about|on) (?:the|any|its) (?!fate|where))"
    r"|sign of life|messages?|access|visits?|parcels)"
)
_NOT = r"(?:not|never|cannot|unable|without being|\w+n['’]t)"
_NOBODY = r"(?:nobody|no ?one|neither [^,.;]{3,60}? nor [^,.;]{2,30}?|no (?:lawyer|relative|family member|doctor|visitor)s?(?:, no \w+)*)"
_KEPT = r"(?:denied|deprived of|refused|barred from|banned from|prohibited from|prevented from|forbidden|stripped of|cut off from)"
_REACH = r"(?:see|visit|meet(?: with)?|speak|talk|call|contact|reach|write|phone|telephone|communicate|receive)"
_TO_PRESS = r"(?! (?:(?:to|with) )?(?:us|me|reporters|journalists|the press|the media|publicly|anyone in public)\b)"
_REACHING = (
    r"(?:seeing|visiting|meeting|speaking|talking|calling|contacting|writing|phoning|communicating|receiving"
    r"|making (?:tele)?(?:phone )?calls)"
)
_HIDDEN = (
    r"(?:unknown|undisclosed|unclear|secret|a secret|concealed|withheld|hidden|not (?:been )?(?:known|disclosed|revealed|confirmed)"
    r"|(?:being |been )?(?:concealed|kept secret|withheld))"
)
_SILENT = (
    r"(?:not (?:\w+ )?(?:know|say|said|told|tell|disclose[d]?|reveal(?:ed)?|confirm(?:ed)?|inform(?:ed)?|learn(?:ed)?)|refus\w+ to|declin\w+ to|fail\w+ to|yet to|no idea|in the dark"
    r"|nobody|no ?one|(?:unable|not (?:\w+ )?able|not (?:\w+ )?been able) to|without (?:knowing|telling|saying|being told)|(?:know|told|said) nothing|n['’]t)"
)

#: Said of whoever is named in the sentence and known to be held.
NO_WORD = (
    r"\bfrom whom (?:neither|no|nothing)\b",
    rf"\bwithout (?:a |any )?(?:{_WORD}) from",
    rf"\b(?:no|neither|nor|not a single|without(?: any| a)?|lost(?: all)?|cut off(?: all)?|cut all) (?:\w+ ){{0,2}}?{_WORD}\b{_TO_PRESS}",
    r"\b(?:nothing|not a word|no word|little) (?:has|had|have|was|is) (?:\w+ )?(?:been )?(?:heard|known|received|seen)\b",
    rf"\b(?:{_NOT}|last)\b (?:\w+ )?(?:been |be )?(?:heard|seen)(?: or heard)? (?:from|of|since|for|in|on|alive|by)\b",
    rf"\b{_NOBODY} (?:has|have|had|is|was|were)(?: ever)? (?:seen (?!the)|heard from|spoken (?:to|with)|(?:been )?(?:let in|allowed|permitted|able|admitted)) ?",
    r"\blast (?:letter|message|call|news|word|postcard) from\b",
    r"\b(?:had|have|has|receiv\w+|allowed|gets?|getting) (?:\w+ )?no (?:\w+ )?(?:visitors|meetings|visits)\b",
)
NOWHERE = (
    rf"\bwhereabouts?\b[^.;]{{0,40}}?\b{_HIDDEN}",
    r"\b(?:unknown|undisclosed|secret|unspecified|undeclared) (?:whereabouts|locations?|places?|detention|sites?)\b",
    rf"\b(?:location|fate) (?:\w+ )?(?:is|was|are|were|remains?|remained)\b[^.;]{{0,20}}?\b{_HIDDEN}",
    rf"\bplaces? of (?:confinement|detention|imprisonment)\b[^.;]{{0,30}}?\b{_HIDDEN}",
    rf"\b{_SILENT}\b[^.;]{{0,60}}?\bwhere {_PERSON} (?:is|are|was|were|has been|have been|had been)\b(?! born| from| going| headed)",
    rf"\b{_SILENT}\b[^.;]{{0,60}}?\b(?:(?:whereabouts|fate)\b|place of (?:detention|imprisonment|confinement))",
    r"\bneither\b[^.;]{3,60}? (?:been )?(?:told|informed|notified)\b[^.;]{0,40}?\b(?:where|place of|whereabouts)\b",
    r"\bit took [^.;]{2,40}? (?:days|weeks|months|years) to (?:find|locate|trace)\b",
    r"\b(?:learn\w*|found out|told|informed)\b[^.;]{0,30}\b(?:whereabouts|where (?:he|she) was)[^.;]{0,20} (?:only|later)\b",
    r"\bden(?:y|ies|ied) (?:holding|having|detaining) (?:him|her|them)\b",
)
NOT_LET_IN = (
    rf"\b{_KEPT} (?!(?:\w+ ){{0,2}}(?:a|one) (?:\w+ )?(?:visit|meeting)\b)(?:\w+ ){{0,3}}?{_WORD}\b{_TO_PRESS}",
    rf"\b{_KEPT} (?:from )?{_REACHING}\b{_TO_PRESS}",
    rf"\bunable to (?:\w+ )?{_REACH}\b{_TO_PRESS}",
    rf"\b{_NOT} (?:\w+ ){{0,2}}?(?:allowed|permitted|able|given|granted|let)\b[^,.;]{{0,25}}?\b(?:{_REACH}|{_WORD})\b{_TO_PRESS}",
    rf"\b(?:has|have|had) (?:\w+ )?{_NOT} (?:\w+ )?(?:received|had|seen|met|been shown)\b[^,.;]{{0,20}}\b(?:{_WORD}|{_WHO})",
    r"\bcut off from (?:the (?:outside )?world|(?:his|her|their) \w+|all \w+|everyone)\b",
    r"\b(?:letters|calls|contact|communications?|correspondence|parcels)\b[^,.;]{0,50}?\b(?:cut off|cut|severed|stopped|suspended|banned|blocked|withheld|no longer|returned unopened|not (?:been )?(?:delivered|passed on|reached))\b",
    r"\b(?:stop(?:s|ped)|block\w*|withh\w+|confiscat\w+) (?:\w+ ){0,2}(?:his|her|their) (?:letters|calls|correspondence|mail)\b",
)
ALONE = (
    r"\bincommunicado\b",
    r"\b(?:in|into) (?:a |an |the )?(?:\w+ ){0,3}?(?:solitary|isolation)\b(?! of the economy)",
    r"\b(?:apart|isolated|separated|away) from (?:the )?(?:other|all) (?:inmates|prisoners|detainees)\b",
    r"\balone in (?:a|an|his|her|the) (?:\w+ ){0,3}(?:cell|block)\b",
)
MISSING = (
    r"\b(?:went|gone|goes|been|is|are|was|were|reported|remains?|still|listed as) missing\b(?! from the)",
    r"\bmissing (?:since|for)\b",
    r"\b(?:victims?|subject(?:ed)?|subjection) (?:of|to) (?:an )?(?:enforced|forced) disappearances?\b",
    r"\b(?:forcibly|involuntarily) disappeared\b",
)


CUT_OFF = phrases(NO_WORD, NOWHERE, NOT_LET_IN, ALONE, MISSING)
#: Refusals to officials are refused meetings, told elsewhere.
OFFICIAL = re.compile(
    r"\b(?:consular|consuls?|consulate|embass(?:y|ies)|diplomats?|ambassadors?|envoys?|red cross|icrc|rapporteurs?|observers?|monitors?|united nations"
    r"|un experts?|delegation|delegates?)\b",
    re.IGNORECASE,
)
PRESS = re.compile(r"\b(?:reporters?|journalists?|press)\b", re.IGNORECASE)
