"""Patterns over marked sentences for the words that call somebody something."""

from __future__ import annotations

import re

BYLINE_LONGEST = 200
_N = r"‹(?P<who>\d+)›"
_AGE = r"(?:(?:,| \()? ?(?:aged )?\d{1,3}(?:-year-old)?\)?)?"
AFTER = re.compile(
    rf"{_N}{_AGE}(?:,| –| -| —| \(|;) ?(?:now )?(?:\d{{1,3}}, )?(?:himself |herself |then |now |currently |also )*(?P<what>[^‹›.;:()–—]{{3,120}})"
)
COPULA = re.compile(
    rf"{_N}(?: \([^)]*\))?(?:,[^‹›;]{{0,80}},)? (?:is|was|became|remains|works as|worked as|served as|serves as|has been) (?:also |now |then |himself |herself |currently )*"
    r"(?P<what>(?:an?|the|one of|among) [^‹›.;:()]{3,100})"
)
OF = re.compile(rf"{_N} (?:of|from|at|with) (?P<what>(?:the |‹\d+›'s )?[^‹›.;()–—]{{3,90}})")
AFTER_OWNED = re.compile(rf"{_N}, ‹\d+›'s (?P<what>[^‹›.;:(),]{{3,60}})")
LIKE = re.compile(
    rf"(?P<what>[^‹›.,;:()\"–—]{{2,60}}),? (?:like|such as|including|among them|among whom) (?:[A-Z]\w+'s )?{_N}"
)
PRESIDING = re.compile(rf"{_N}, (?:who was |who is )?(?:presiding|prosecuting|leading the prosecution)\b")
#: "the regime of NAME", "NAME's government": who rules.
RULERS = (
    re.compile(rf"\b(?:regime|dictatorship|presidency|junta|government) of {_N}"),
    re.compile(
        rf"{_N}(?:'s)? (?:regime|dictatorship|government|junta|administration|press secretary|spokes(?:man|woman|person))\b"
    ),
)
AS = re.compile(rf"{_N},? who,? as (?P<what>[^‹›.;:(),]{{3,50}})")
#: "its vice-president, the lawyer NAME": the office, and not only the trade.
OFFICE_AND_TRADE = re.compile(rf"(?P<what>[^‹›.,;:()\"]{{2,80}}), (?:the|an?) (?:[\w-]+ ){{1,4}}{_N}")
LEGAL_TEAM = re.compile(r"\blegal team\b|\bdefen[cs]e\b")
LEARNED_BODY = re.compile(r"\b(?:University|College|Academy|School|Institute of Technology)\b")
KIN_OF = re.compile(rf"\b(?:[Tt]he|[Aa]) (?P<what>[a-z-]+) of (?:[\w-]+ ){{0,4}}‹\d+›[^.;‹›]{{0,25}}, {_N}")
ROW = re.compile(r"‹\d+›(?:(?:, | and |, and )‹\d+›)+")
OWNED_BY = re.compile(rf"(?P<what>[^‹›.,;:()\"]{{3,60}})'s? {_N}")
#: The deed in a relative clause -> the noun that calls its doer so.
DEEDS = {
    **dict.fromkeys(("leads", "heads", "runs", "chairs", "directs", "led", "headed", "ran", "chaired", "founded", "co-founded", "speaks for", "coordinates", "oversees", "oversaw", "works for", "works at", "works with", "worked for", "worked at", "advises", "serves as", "served as", "sits in", "belongs to"), "leader"),
    **dict.fromkeys(("edits", "edited", "covers", "covered", "reports for", "reports on", "reported on", "reported for", "writes for", "wrote for", "presented", "presents", "hosts", "hosted", "photographed", "filmed"), "reporter"),
    **dict.fromkeys(("campaigns", "campaigned", "monitors", "documents", "tracks", "advocates"), "campaigner"),
    **dict.fromkeys(("represents", "represented", "defends", "defended"), "lawyer"),
    **dict.fromkeys(("teaches", "taught", "lectures"), "teacher"),
    **dict.fromkeys(("presides over", "presided over"), "judge"),
}  # fmt: skip
WHO = re.compile(
    rf"{_N}{_AGE},? who (?:now |currently |also |once )?(?P<verb>{'|'.join(DEEDS)})\b(?P<what>(?: ‹\d+›'s)?[^‹›.;:()]{{0,90}})"
)
#: "who follows COUNTRY for BODY": what is studied says less than for whom.
STUDIES = re.compile(
    rf"{_N}{_AGE},? who (?:now |also )?(?:researches|studies|follows|works on|specialises in|specializes in|handles|covers) [^.;:(),]{{2,60}}? (?P<what>(?:for|at|with) (?:the )?[A-Z][^‹›.;:(),]{{2,70}})"
)
APPOSED_BEFORE = re.compile(
    rf"(?P<what>[^‹›.;:()\"]{{3,110}}), (?:[A-Z]\w* ){{0,2}}{_N}(?=,|\.|;|:|\)|\"| said| says| told| did|$| \(| who|'s| –| and| of)"
)
DIRECT = re.compile(rf"(?P<what>[^‹›.,;:()\"–—]{{2,110}}) {_N}")
CALLED = re.compile(
    rf"(?P<what>[^‹›.,;:()\"]{{3,60}}),? (?:(?:a|the) (?:man|woman|person) )?(?:called|named|known as|identified as|by the name of) {_N}"
)
BYLINE = re.compile(
    r"(?:^\s*By|^\s*by|\b(?:[Tt]ext|[Pp]hotos?|[Pp]hotographs?|[Rr]eport(?:ing|ed)|[Tt]ranslat(?:ed|ion)|[Ww]ritten|[Ee]dit(?:ed|ing)|[Pp]resented|[Pp]roduced|[Ii]nterview|[Ww]ords|[Pp]ictures?|[Vv]ideo|[Ff]ilmed|[Ss]tory|[Cc]amera|[Cc]orrespondents?)(?: by|:| by:)?) ‹\d+›(?:(?: in [A-Z][\w ]+?)?(?:, | and |, and )‹\d+›)*"
    r"|‹\d+›(?:(?:, | and )‹\d+›)*(?: in [A-Z]\w+)? (?:contributed (?:to|reporting)|reports\b|reporting\b)|^‹\d+›, for (?:The|the) |^\(‹\d+› for [A-Z]"
)
CONTACT = re.compile(
    rf"\b(?:[Cc]ontacts?|[Ee]nquiries|[Ii]nquiries|[Pp]ress|[Pp]ost|[Ss]igned)(?: \w+)?:\s*{_N}(?P<what>[^‹›]{{0,100}})"
)
LED = re.compile(
    rf"\b(?:led|headed|chaired|run|founded|edited|presided over|represented) by (?:[^‹›.;:()]{{0,60}} )?{_N}"
)
OFFICE = re.compile(
    rf"{_N} (?:also |then |later |has |had |\w+ly )*(?:ruled|presided|sentenced|remanded|adjourned|acquitted|rejected the (?:appeal|motion|request)|ordered (?!to)|handed down|pronounced|prosecuted|pardoned|signed (?:the|a) (?:decree|order|pardon|law|bill)|refused bail|granted bail|threw out|dismissed the|set bail)\b"
)
SAID = re.compile(r"\b(?:said|says|told|adds|added|according to|tells|estimates?|warned|wrote)\b")
PROPER = re.compile(
    r"(?:the )?(?:[A-Z][\w'’-]+ )(?:(?:[A-Z][\w'’-]+|of|for|to|and|in|the|without) ){0,5}[A-Z\d][\w'’-]+"
)
STOPS = re.compile(
    r"\b(?:who|whose|whom|which|was|were|had|has|said|says|told|is|are|will|would|and (?:his|her)|after|when|because|where|that)\b"
)
PREPOSITION = re.compile(r" (?:of|for|at|in|on|to|from|with) ")
_ABBREVIATIONS = (
    ("Lt. Col.", "Lieutenant Colonel"), ("Lt. Gen.", "Lieutenant General"), ("Maj. Gen.", "Major General"), ("Sen.", "Senator"), ("Gen.", "General"), ("Rep.", "Congressman"),
    ("Gov.", "Governor"), ("Col.", "Colonel"), ("Maj.", "Major"), ("Capt.", "Captain"), ("Lt.", "Lieutenant"), ("Sgt.", "Sergeant"), ("Cmdr.", "Commander"), ("Prof.", "Professor"),
    ("U.N.", "UN"), ("U.S.", "US"), ("U.K.", "UK"), ("Supt.", "Superintendent"), ("Insp.", "Inspector"), ("Brig.", "General"), ("Amb.", "Ambassador"), ("Atty.", "Attorney"), ("Adv.", "Advocate"),
)  # fmt: skip
_POLITE = re.compile(
    r"\b(?:a |one )?(?:Mr|Ms|Mrs|Miss|Mx|Dr|Sir|Dame|Advocate|Maître|Me|U|Daw|Ko|Doña|Don|Fr|Father|Rev|Reverend|Monsignor|Msgr)\.? (?=‹)"
)


def plain(words: str) -> str:
    """The sentence with ranks written out and without polite titles."""
    for short, full in _ABBREVIATIONS:
        if short in words:
            words = words.replace(short, full)
    return _POLITE.sub("", words)
