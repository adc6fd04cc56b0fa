"""The ways English tells that nobody outside can reach someone held: no word from them, nobody told where they are, nobody let in, alone in a cell."""

from __future__ import annotations

import re

from habeas.claims.reading.text.phrase_patterns import phrases

_WHO = r"(?:him|her|them|(?:my|his|her|their|the) \w+)"
_PERSON = r"(?:he|she|they|[\w’'-]+(?: [\w’'-]+){0,3})"
#: What prisoners go without that does not cut them off.
_NO_ACCESS = (
    r"(?! to (?:(?:the|any|his|her|their|a|an|adequate|proper|clean) )*(?:books?|newspapers?|television|tv|internet|education|water|food|medic\w+|health\w*|treatment|documents?|files?|evidence|case"
    r"|toilets?|showers?|justice|information|court\w*|fresh|sunlight|exercise|library|hot|drinking|religious|money|hearings?|trial|site|care|indictment|proceedings))"
)
_PAPERS = r"(?! (?:the|a|an|any|his|her|their|all) (?:\w+ )?(?:indictment|case|files?|evidence|documents?|charges?|verdict|ruling|trial|hearing|sentence|books?|body|materials?|judge|money|text|film|results?)\b)"
_WORD = (
    r"(?:contact|news|word|letters?|mail|(?:tele)?phone calls?|calls?|communications?|correspondence|information(?! (?:about|on) (?:the|any|its) (?!fate|where))"
    rf"|sign of life|messages?|access{_NO_ACCESS}|visits?|parcels)"
)
_NOT = r"(?:not|never|cannot|unable|without being|\w+n['’]t)"
_NOBODY = r"(?:nobody(?: \w+){0,3}?|no ?one(?: \w+){0,3}?|no outsider|no independent \w+|neither [^,.;]{3,60}? nor [^,.;]{2,30}?|no (?:lawyer|relative|family member|doctor|visitor)s?(?:, no \w+)*)"
_KEPT = r"(?:denied|deprived of|refused(?! to)|barred from|banned from|prohibited from|prevented from|forbidden|stripped of|cut off from)"
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
    r"(?:(?:not|cannot) (?:\w+ )?(?:known?|clear|certain|sure|say|said|told|tell|disclose[d]?|reveal(?:ed)?|confirm(?:ed)?|inform(?:ed)?|learn(?:ed)?)|refus\w+ to|declin\w+ to|fail\w+ to|yet to|no idea|in the dark"
    r"|nobody|no ?one|(?:unable|not (?:\w+ )?able|not (?:\w+ )?been able) to|without (?:knowing|telling|saying|being told)|(?:know|told|said) nothing|n['’]t)"
)

#: Said of whoever is named in the sentence and known to be held.
NO_WORD = (
    r"\bfrom whom (?:neither|no|nothing)\b",
    rf"\bwithout (?:a |any )?(?:{_WORD}) from",
    rf"\b(?:no|neither|nor|not a single|not one|without(?: any| a)?|lost(?: all)?|cut off(?: all)?|cut all) (?:\w+ ){{0,2}}?{_WORD}\b{_TO_PRESS}",
    r"\b(?:nothing|not a word|no word|little) (?:has|had|have|was|is) (?:\w+ )?(?:been )?(?:heard|known|received|seen)\b",
    rf"\b(?:{_NOT}|last)\b (?:\w+ )?(?:been |be )?(?:heard|seen)(?: or heard)? (?:from|of|since|for|in(?! public)|on|alive|by(?! (?:(?:a|an|any|the) )?(?:\w+ )?(?:specialist|doctor|physician|dentist|surgeon|\w+ologist|nurse|medic|judge)s?\b))\b",
    rf"\b(?:heard|hear|received|had|known?) (?:absolutely |almost )?(?:nothing|not a word|not a single \w+)(?: (?:more|further|else|at all))? (?:from|of|about (?:him|her|them)|since)\b{_TO_PRESS}",
    r"\bnot (?:\w+ )?heard (?:his|her|their|my|the|[\w’'-]+['’]s) (?:[\w’'-]+['’]s )?voice",
    r"\b(?:not|never) (?:\w+ )?(?:sent|written|mailed|posted) (?:a |any |her |his |their |one )?(?:single )?(?:letters?|home|messages?|word|postcards?|to (?:him|her|his|my|their))\b",
    r"\b(?:not|never) (?:\w+ )?(?:phoned|called|rung|telephoned|written)(?: (?:home|her|his|him|them|me|us|\w+))? since\b",
    r"\blast (?:been |\w+ly )?(?:admitted|allowed|permitted|able|granted|given access|let in|heard|spoke|spoken|wrote|called|phoned|seen)\b(?! (?:as|the need|in public|on camera))",
    r"\b(?:lawyers?|attorneys?|counsel) (?:\w+ )?last (?:saw|met|visited)\b",
    r"\blast (?:\w+ )?(?:letter|message|call|postcard|phone call|sign of life|telephone call|visit|meeting)s? (?:\w+ ){0,4}?(?:reached|came|arrived|was (?:in|on|received|dated|from)|is dated|dated|dates)\b",
    r"\b(?:out of (?:contact|reach)|lost (?:all )?(?:contact|touch)|contact (?:\w+ ){0,3}?(?:was|has been|had been|is) (?:lost|broken|severed|interrupted)|contact with [^.;]{3,80}? (?:was|has been|had been) (?:lost|broken|severed|interrupted))\b",
    r"\bstopped (?:receiving|getting) (?:\w+ )?(?:letters|mail|visits|calls|parcels)\b|\b(?:letters?|messages|calls|news) (?:\w+ ){0,3}?(?:have|has|had) (?:stopped|ceased|dried up)\b|\bletters? (?:\w+ ){0,3}?(?:stopped|ceased) (?:coming|arriving)\b",
    rf"\bnone of [^,.;]{{3,40}}? (?:has|have|had|is|are|was|were) (?:been )?(?:allowed|permitted|able|given|granted|let)\b[^,.;]{{0,25}}?\b(?:{_REACH}|{_WORD})\b{_TO_PRESS}",
    r"\b(?:permitted|allowed|given|granted|receiv\w+|gets?|had) neither (?:\w+ ){0,3}?nor (?:\w+ )?(?:visit\w*|letters?|calls?|paper|mail|parcels|contact|meetings)\b",
    rf"\b{_NOBODY} saw {_WHO}\b(?! (?:leave|take|being|enter|do|with))",
    rf"\b{_NOBODY} (?:has|have|had|is|was|were)(?: ever)? (?:seen (?!the)|heard from|spoken (?:to|with)|(?:been )?(?:let in|allowed|permitted|able|admitted)) ?",
    r"\blast (?:letter|message|call|news|word|postcard) from\b",
    r"\b(?:had|have|has|receiv\w+|allowed|gets?|getting) (?:\w+ )?no (?:\w+ )?(?:visitors|meetings|visits)\b",
    r"\b(?:received|got|had|were handed) (?:its|their|his|her|the|a) (?:very )?last (?:letter|call|message|postcard|phone call)\b",
    rf"\bneither(?: of them| of the (?:two|pair|men|women|couple))? (?:has|have|had|was|were|is|are) (?:\w+ )?(?:been )?(?:allowed|permitted|able|given|granted|let|received|had)\b[^,.;]{{0,25}}?\b(?:{_REACH}|{_WORD})\b(?! (?:a|the|any) (?:\w+ )?(?:doctor|specialist|dentist|physician|priest)\b)",
)
NOWHERE = (
    rf"\bwhereabouts?\b[^.;]{{0,70}}?\b{_HIDDEN}",
    rf"\b(?:where|(?:in )?which \w+) {_PERSON} (?:is|are|was|were|has been|have been|had been)(?: being)?(?: \w+)? (?:\w+ )?(?:unknown|unclear|a mystery|(?:not|never) (?:\w+ )?(?:known|clear|certain|established|disclosed|confirmed)|(?:could|can)(?:not| not)(?: be)? (?:\w+ )?(?:established|determined|verified|confirmed|learned|ascertained))",
    r"\bno (?:official )?(?:record|trace|information|knowledge) of (?:him|her|them|(?:his|her|their) (?:detention|arrest|whereabouts|fate|being \w+)|(?:any )?such (?:a )?(?:person|detainee|prisoner|man|woman|inmate)|(?:a |any )?(?:person|detainee|prisoner) (?:of|by|with) that name|holding)",
    r"\b(?:not|n['’]t|nobody|no ?one|without) (?:\w+ )?(?:know\w*|sure|told|say|knew)(?: even)? (?:whether|if) (?:he|she|they|[\w’'-]+(?: [\w’'-]+){0,2}) (?:is|was|are|were) (?:even |still )?(?:alive|dead|living)\b",
    r"\bit (?:was|took) [^,.;]{1,30}? (?:hours|days?|weeks?|months?|years?) before (?:his|her|their|the|he|she|they|anyone|[\w’'-]+(?: [\w’'-]+)?)\b[^,.;]{0,40}? (?:re)?(?:surfaced|confirmed|acknowledged|admitted|appeared|emerged|learn\w*|told|found|located|traced|knew|allowed|heard)\b",
    r"\bneither\b[^.;]{3,60}?\b(?:know|knows|knew|learn\w*|find|found)\b[^.;]{0,30}?\b(?:where|whereabouts)\b",
    r"\b(?:unknown|undisclosed|secret|unspecified|undeclared) (?:whereabouts|locations?|places?|detention|sites?|destinations?)\b",
    r"\b(?:location|whereabouts|fate) (?:is|was|were|has been|have been|had been|being) (?:\w+ )?(?:kept|hidden|concealed|withheld)\b",
    r"\b(?:learn\w*|found out|told|informed|discovered) (?:only|not until|just) [^.;]{0,40}?\b(?:where (?:he|she|they)|whereabouts)\b",
    r"\b(?:hours|days|weeks|months|years) (?:passed|elapsed|went by) before [^.;]{0,40}?\b(?:told|learn\w*|knew|heard|allowed|located)\b",
    rf"\b(?:location|fate) (?:\w+ )?(?:is|was|are|were|remains?|remained|has|have|had)\b[^.;]{{0,20}}?\b{_HIDDEN}",
    rf"\bplaces? of (?:confinement|detention|imprisonment)\b[^.;]{{0,30}}?\b{_HIDDEN}",
    rf"\b{_SILENT}\b[^.;]{{0,60}}?\b(?:where|which \w+) {_PERSON} (?:is|are|was|were|has been|have been|had been)\b(?! born| from| going| headed| buried| killed| shot| when)",
    rf"\b{_SILENT}\b[^.;]{{0,60}}?\b(?:(?:whereabouts|fate)\b|place of (?:detention|imprisonment|confinement))",
    r"\bneither\b[^.;]{3,60}? (?:been )?(?:told|informed|notified)\b[^.;]{0,40}?\b(?:where|place of|whereabouts)\b",
    r"\bit took [^.;]{2,40}? (?:days|weeks|months|years) to (?:find|locate|trace)\b",
    r"\b(?:learn\w*|found out|told|informed)\b[^.;]{0,30}\b(?:whereabouts|where (?:he|she) was)[^.;]{0,20} (?:only|later)\b",
    r"\bden(?:y|ies|ied) (?:holding|having|detaining) (?:him|her|them)\b",
)
NOT_LET_IN = (
    rf"\b{_KEPT} (?!(?:\w+ ){{0,2}}(?:a|one) (?:\w+ )?(?:visit|meeting)\b)(?:\w+ ){{0,3}}?{_WORD}\b{_TO_PRESS}",
    rf"\b{_KEPT} (?:from )?{_REACHING}\b{_TO_PRESS}",
    rf"\b(?:banned|barred|prohibited|prevented|stopped|forbidden|forbade|blocked|bars|bans|prevents|preventing) (?!from)(?:[\w’'-]+ ){{1,3}}?from (?:{_REACHING}|receiving \w+|all contact)\b{_TO_PRESS}",
    r"\bcut(?:ting)? (?:him|her|them|[\w’'-]+(?: [\w’'-]+)?) off from (?:the (?:outside )?world|(?:his|her|their) \w+|all|everyone)\b",
    rf"\b(?:refused|denied|without) permission to {_REACH}{_PAPERS}\b{_TO_PRESS}",
    r"\b(?:not|n['’]t) (?:\w+ ){0,2}?(?:have|had|get|given) (?:any |free |direct )?(?:access|contact) (?:to|with) (?:him|her|them|(?:his|her|their|the) \w+|[\w’'-]+)\b",
    rf"\b(?:not|never|n['’]t) (?:\w+ )?(?:spoken|talked) (?:to|with) (?:him|her|them|(?:his|her|their|my) \w+)\b{_TO_PRESS}",
    r"\b(?:isolated|sealed off|shut off|cut off) from (?:the (?:outside )?world|society|everyone|the outside)\b|\binformation(?:al)? (?:vacuum|blockade|isolation)\b",
    rf"\bunable to (?:\w+ )?{_REACH}\b{_TO_PRESS}",
    rf"\b{_NOT} (?:\w+ ){{0,2}}?(?:allowed|permitted|able|given|granted|let)\b[^,.;]{{0,25}}?\b(?:{_REACH}{_PAPERS}|{_WORD})\b{_TO_PRESS}",
    rf"\b(?:has|have|had) (?:\w+ )?{_NOT} (?:\w+ )?(?:received|had|seen|met|been shown)\b{_PAPERS}[^,.;]{{0,20}}\b(?:{_WORD}|{_WHO})",
    r"\bcut off from (?:the (?:outside )?world|(?:his|her|their) \w+|all \w+|everyone)\b",
    r"\b(?:letters|calls|contact|communications?|correspondence|parcels)\b[^,.;]{0,50}?\b(?:cut off|cut|severed|stopped|suspended|banned|blocked|withheld|no longer|returned unopened|not (?:been )?(?:delivered|passed on|reached))\b",
    r"\b(?:stop(?:s|ped)|block\w*|withh\w+|confiscat\w+) (?:\w+ ){0,2}(?:his|her|their) (?:letters|calls|correspondence|mail)\b",
)
ALONE = (
    r"\bincommunicado\b",
    r"\b(?:in|into) (?:a |an |the )?(?:\w+ ){0,3}?(?:solitary|isolation(?! cells?\b))\b(?! of the economy)",
    r"\b(?:moved|transferred|sent|returned|back|taken|condemned) to (?:\w+ )?(?:solitary|isolation)\b(?! (?:wing|cell|ward|block))",
    r"\b(?:apart|isolated|separated|away) from (?:the )?(?:other|all) (?:inmates|prisoners|detainees)\b",
    r"\balone in (?:a|an|his|her|the) (?:\w+ ){0,3}(?:cell|block)\b",
)
MISSING = (
    r"\b(?:went|gone|goes|been|is|are|was|were|reported|remains?|still|listed as) missing\b(?! (?:from the|part|an?|his|her|its|several|two|three|some|teeth|\w+ (?:teeth|fingers|toes))\b)",
    r"\bmissing (?:since|for)\b",
    r"\b(?:victims?|subject(?:ed)?|subjection) (?:of|to) (?:an )?(?:enforced|forced) disappearances?\b",
    r"\b(?:forcibly|involuntarily) disappeared\b",
)


_KIN = r"(?:family|relatives|parents|wife|husband|mother|father|lawyers?|attorneys?|counsel|children|loved ones|outside world|defence|defense)"
#: Said by those who hold somebody: contact there is, so that being cut off is denied.
IN_TOUCH = phrases(
    (
        rf"\b(?:in|maintain\w*|have|has|had|keeps?|allowed|permitted|enjoy\w*|given|granted|receiv\w+) (?:(?:full|regular|constant|normal|unhindered|unimpeded|proper|frequent|telephone|phone|unrestricted|free|adequate) )*(?:contact|access|communication|correspondence|visits|meetings|calls) (?:with|to|from) (?:(?:his|her|their|the|a) )?(?:\w+ )?{_KIN}\b",
        r"\b(?:not|never|n['’]t) (?:been |being )?(?:deprived of|denied|cut off from|barred from|held incommunicado|isolated)\b",
        r"\b(?:free to|can|may|able to) (?:write|phone|call|correspond|communicate|receive (?:letters|visits|parcels))\b",
    )
)
#: Who speaks for those who hold people.
JAILERS = re.compile(
    r"\b(?:ministr(?:y|ies)|minister|spokes\w+|authorit(?:y|ies)|officials?|prison service|penitentiary|prison|colony|judiciary|prosecutors?|warden|governor|government|administration|deputy head|states that|embassy)\b",
    re.IGNORECASE,
)
#: Words that tell of custody by themselves, also of somebody of whom no arrest is told.
OF_CUSTODY = phrases(NOWHERE, ALONE, MISSING)
CUT_OFF = phrases(NO_WORD, NOWHERE, NOT_LET_IN, ALONE, MISSING)
#: Refusals to officials are refused meetings, told elsewhere.
OFFICIAL = re.compile(
    r"\b(?:consular|consuls?|consulate|embass(?:y|ies)|diplomats?|ambassadors?|envoys?|red cross|icrc|rapporteurs?|observers?|monitors?|commissioners?|lawmakers|united nations"
    r"|un experts?|delegation|delegates?)\b",
    re.IGNORECASE,
)
PRESS = re.compile(r"\b(?:reporters?|journalists?|press)\b", re.IGNORECASE)

#: "the family had last seen him in May": a visit, told with its day; "was last seen in May" is something else.
LAST_SAW = re.compile(
    r"\b(?:famil(?:y|ies)|mother|father|wife|husband|relatives|parents|son|daughter|brother|sister|lawyers?|we|i) (?:(?:had|has|have) )?last (?:saw|seen|visited|met) (?:him|her|them|(?:his|her|their|my) \w+)\b",
    re.IGNORECASE,
)
