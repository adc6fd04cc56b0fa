"""The words that tell what became of people: held, released, arrested, convicted, exiled, dead, ill, or something else.

Each population has its patterns; of several that fit some words the one that begins first counts, and at the same place the one listed first.
"""

from __future__ import annotations

import re

#: Places of custody, as they stand after "in", "behind", "at".
CUSTODY = (
    r"(?:prisons?|jails?|gaols?|custody|detention|captivity|bars|colon(?:y|ies)|camps?|cells?|dungeons?|confinement|isolators?|solitary|stations?"
    r"|(?:cell|punishment) blocks?|block \d+)"
)
_THERE = rf"(?:behind|in|inside|at|to) (?:(?!release|be\b|leave\b|walk\b|get\b|hospital|the hands|front|support)[\w'.-]+ ){{0,5}}?{CUSTODY}"
_NOT_THERE = r"(?!(?:the |an? |\w+ )?(?:hospitals?|border|clinics?|infirmary|court|safety))"

_CUES: dict[str, tuple[str, ...]] = {
    "exiled": (
        r"exil\w+|deport\w*|expulsions?|banish\w*|left for (?-i:[A-Z])|sent back by|(?:put|placed|loaded|herded) (?:on|onto|aboard) (?:an? |the )?(?:\w+ )?(?:planes?|flights?|aircraft)",
        r"expel\w*(?! from (?:the |their |an? )?(?:\w+ )?(?:universit|school|party|bar|parliament|union|college|academy|assembl))",
        r"(?:forced|driven|taken|bussed|bused|escorted|marched) (?:[\w-]+ ){0,8}?(?:out of the country|abroad|into exile|(?:to|across|over) the (?:\w+ )?(?:border|frontier)|to leave the country)",
            ),
    "died_in_custody": (
        r"died|die|dying|dead|deaths?(?! (?:row|sentences?|penalt))|perished|executed|executions?|hanged|los[et] (?:\w+ )li(?:fe|ves)|starved to death|(?:tortured|beaten) to death",
    ),
    # Deaths of people in custody, and of others.
    "slain": (r"killed|killing|shot dead|murdered|shot to death",),
    "serious_health": (
        r"health|ill|illness(?:es)?|sick|diseases?|disabled|disabilit\w+|medical|hospitali[sz]\w+|hunger[- ]strik\w+|injur\w+|wounded|cancer|tuberculosis|diabetes",
        r"(?:to|in|into) (?:\w+ ){0,3}(?:hospitals?|infirmary|intensive care|clinics?)|strokes?|heart attacks?|at-risk group|danger of (?:dying|their li(?:fe|ves))",
        r"fractures?|broken (?:ribs?|arms?|legs?|bones?)|need\w* (?:urgent )?(?:treatment|surgery|stitches)",
    ),
    "other": (
        r"charged|charges|indict\w+|prosecut\w+|(?:re)?trials?|accused|suspects?|suspected|defendants?|under investigation|investigated|acquitt\w+|cleared|wanted (?:list|by|for|on)|still being sought|sought by",
        r"fled|flee|emigrat\w+|(?:left|leave) the country(?! '?s)|(?:went|go) abroad|(?:have|has|had) left(?! (?:for|prison|jail|custody|the (?:prison|jail|colony)))|(?:go|went|goes|gone|stand|stood|stands|put|brought) (?:\w+ )?(?:on|to) trial|on trial",
        r"denaturali[sz]ed|stateless|(?:stripped|deprived) of (?:their |\w+ )?(?:citizenship|nationality)",
        r"(?:enforced|forced) disappearances?|forcibly disappeared|^(?:cases?|whereabouts)$|case against",
        r"question(?:ed|ing)|interrogat\w+|summon\w+|called (?:back )?(?:for|in)|may not leave|travel bans?|fined|plead\w* (?:not )?guilty|extremists? list|list of \W{0,2}(?:extremists|terrorists|foreign agents)",
    ),
    # Tells of what befell people in custody, and is said of others too.
    "loosely": (
        r"refus\w+ (?:meals|food)|tortured|sp[eo]ak?e? of beatings|declined to|refused to|heard nothing|no (?:news|word)|open files?|barred from|banned from|lost their jobs|dismissed|sacked|disappeared|missing|vanished",
    ),
    "in_custody": (
        r"behind bars|in chains|under house arrest|(?:is|are|be|being|remain\w*|still|currently|now) (?:still |currently |being |arbitrarily |unjustly |already )?detained|held|holds?|holding",
        r"(?:is|are|remain\w*|stay\w*|still|currently|now) (?:still |currently )?(?:imprisoned|jailed|incarcerated|locked up|inside)|incarcerated|imprisonment|languish\w*|serving|captive",
        r"awaiting (?:\w+ )?(?:trial|sentence|sentencing)|on remand|remanded|in pre-?trial|deprived of (?:\w+ )?liberty|put back in|unaccounted for|kept (?:in|without)",
        r"(?:are|were|remain|as) (?:\w+ ){0,2}(?:prisoners|detainees|inmates|hostages)",
        r"shar\w+ (?:a|the|his|her|their) (?:\w+ ){0,2}cells?|recogni[sz]\w+|designated|identified as political|(?:added to |on )(?:the|its|our|their) (?!sanctions?|black|watch|wanted|waiting|guest|no-fly)(?:\w+ )?list|political prisoners|(?:refused|denied) bail",
        _THERE,
    ),
    "released": (
        r"releas\w+|freed|freeing|(?:set|walk\w*|went|go|goes|going|are|were|is|was|be|been|to|will|would|must|should) free|free$|at liberty|sent (?:back )?home|freedom",
        r"let (?:\w+ )?(?:go|out|off|loose)|(?:allowed|permitted) (?:home|to (?:leave|go|stay|return|walk|cross|remain in the country))|turned loose|no longer (?:in|behind)",
        r"pardon\w*|amnest\w+|clemency|forgiven|reprieved|exchang\w+|swap\w*|trad(?:ed|ing)|hand(?:s|ed|ing)? (?:over|back)|liberat\w+|alternative measures",
        r"(?:left|leav\w+) (?:[\w']+ ){0,4}?(?:prisons?|jails?|detention|custody|colon\w+|camps?)|walk\w* (?:out|into (?-i:[A-Z]))|out of (?:the |their |its )?(?:prisons?|jails?|colon\w+|cells?|custody|detention)",
        r"(?:c[ao]me|coming|got|flew|flown|fly|brought|returned|went|go|are|were|already|back|br[io]\w*ng?) (?:already |safely |back |at )?home|(?:c[ao]me|coming|got|get|are|were|is) out\b",
        rf"(?:collected|fetched|flown) from (?:[\w'-]+ ){{0,4}}?{CUSTODY}|(?:have|had|has|having) (?:since |already |fully )?served (?:out )?(?:their|the|all|his|her)",
        r"discharg\w+|bailed|on bail|granted bail|posted bail|parol\w+|departures?|back (?:at|with) (?:their|his|her|the)|to (?:their )?(?:famil\w+|parents)|reunited|regain\w*",
    ),
    # What befalls people on their way out, and travellers too.
    "travelled": (
        r"flown|flew|flies|fly|(?:went|go|going) (?:west|east|north|south)|cross(?:ed|es|ing) (?:the|into|over)|landed|arriv(?:ed|es|ing) (?:in|at|on)|boarded|put on (?:a|the) (?:bus|flight|train)",
    ),
    "came_back": (r"(?:come|came|coming|are|were) back(?! (?:at|with|home|in)\b)|returned",),
    "jailed": (r"jailed|jails|jailing|imprisoned|sent to (?:prison|jail)",),
    "convicted": (
        r"convict(?:ed|ions?|ing)|sentenc\w+|found guilty|guilty verdicts?|verdicts? (?:of|against)|condemned|death (?:row|sentences?)|imminent execution|probation",
        r"suspended (?:sentences?|terms?)|(?:gave|gives?|giving|hand(?:s|ed|ing)?) (?:[\w-]+ ){0,4}(?:sentences?|terms?|years|probation)",
        r"handed (?:\w+ )*(?:sentences?|terms?|years)|(?:given|got|get|received?) (?:[\w-]+ ){0,5}(?:sentences?|terms?|years|days|detention|life)|terms of",
        r"sent (?:off )?to (?:an? |the |penal |prison |labou?r |strict )+(?:colon\w+|camps?)|(?:been|were|was) tried|tried (?:under|in absentia|for|before)",
    ),
    "arrested": (
        r"arrest\w*|detain(?:s|ed|ing)?|detentions?|load\w* (?:on|in)to|written up|round\w* up|apprehended|seized|seizing|kidnapped|abduct\w+|nabbed|snatched|grabbed|netted|swept up|pick\w* up|hauled|led away|raided",
        r"drag\w* (?:away|off|out|from|into)|bundled|carted|lock\w* up|captur\w+|passed through|through the (?:isolators|cells)|thrown (?:in|into)|jailings?|(?:new )?admissions",
        rf"tak(?:en|ing) (?:away|in\b|into|from|off|by (?:police|security|men|agents)|to {_NOT_THERE})|took (?:\w+ )?(?:away|into|in\b)|took$",
        r"(?:put|placed) (?:back )?(?:in|into|under) (?:a |the )?(?:custody|cells?|detention|arrest)",
    ),
}  # fmt: skip
_COMPILED = tuple(
    (name, re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)) for name, patterns in _CUES.items()
)
_COURT = re.compile(
    r"\b(?:courts?|judges?|tribunals?|magistrates?|sentenc\w+|verdicts?|years?|terms?)\b", re.IGNORECASE
)
_FOR = re.compile(
    r"^(?:jailed|jails|imprisoned) for (?!political\b)",
    re.IGNORECASE,
)
#: "the people imprisoned on political charges": a participle without its verb tells how things stand, unless a time is told.
_STATE = re.compile(r"^(?!.*\b(?:was|were|be|been|being|gets?|got) (?:\w+ )?imprisoned).*\bimprisoned\b", re.IGNORECASE)
#: "writers jailed in the country", "27 people jailed across the region": a participle right after the people.
_JAILED_THERE = re.compile(
    r"^(?!.*\b(?:was|were|be|been|being|gets?|got) (?:\w+ )?jailed).*\bjailed (?:in (?!\d)|across|around|worldwide)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:(?:19|20)\d\d|last (?:year|month|week)|this (?:year|month|week)|since|after)\b", re.IGNORECASE
)
_SINCE = re.compile(r"\b(?:have|has|had|been|being)\b", re.IGNORECASE)


def nearest(words: str, around: str = "") -> str | None:
    """The population that the first word of custody among `words` tells of; None when there is none.

    `around` is the whole sentence: "jailed" means sentenced where it tells of a court, and locked up where it does not.
    """
    hits = [
        (match.start(), order, name)
        for order, (name, pattern) in enumerate(_COMPILED)
        if (match := pattern.search(words))
    ]
    if not hits:
        return None
    start, _, name = min(hits)
    if name != "jailed":
        return name
    is_state = _STATE.search(words) or (_JAILED_THERE.match(words) and _FOR.search(words) is None)
    if is_state and not _COURT.search(around or words) and not _WHEN.search(around or words):
        return "in_custody"
    if _FOR.search(words[start:]):
        return "convicted"
    return "arrested" if _SINCE.search(words[:start]) and not _COURT.search(around or words) else "convicted"
