"""What the words on either side of a run of capitals say of it: whether they introduce, describe or speak of a human being.

A table of patterns for each side. The model knows few names of the countries our sources write about; what people are called by, and
what only people do, is the same for all of them.
"""

from __future__ import annotations

import re

from habeas.claims.reading.people.occupations import heads_of, noun_at_end, occupations
from habeas.claims.reading.people.runs import Run
from habeas.claims.reading.text.lexicon import lexicon

#: So sure that no other sign outweighs it.
CERTAIN = 12
_NEAR = 90
_KIN = (
    r"wife|husband|mother|father|parents|son|sons|daughter|daughters|brother|brothers|sister|sisters|widow|widower|family|relatives|"
    r"lawyer|lawyers|cellmate|cellmates|fiancée?|mum|mom|dad|colleagues?|arrest|detention|imprisonment|trial|release|sentence|birthday|whereabouts"
)
_CALLED = re.compile(
    r"\b(?:by the name of|(?:known|named|identified|introduced)(?: to us| here| only| simply| in court| publicly)* as|we (?:shall |will )?call(?: him| her)?|goes by(?: the name(?: of)?)?)\s+(?:[A-ZÀ-ÞĀ-Ž][\w'-]+(?:, [A-ZÀ-ÞĀ-Ž][\w'-]+)* and )?$"
)
#: "the facility known as NAME": the noun right before says what is so called.
_THING_CALLED = re.compile(
    r"\b(?P<noun>[a-z][\w-]+) (?:(?:best |better |locally )?known|named|identified)(?: only| simply| locally)* as\s+$"
)
_SAINT = re.compile(r"\b(?:St\.?|Saint|Sankt) $")
_MAN_CALLED = re.compile(r"\b(?P<noun>[\w-]+) (?:called|named|nicknamed)\s+$")
_SIGNED = re.compile(
    r"(?:^|\n)\s*By\s+$|\b(?:[Tt]ext|[Pp]hotos?|[Pp]hotographs?|[Pp]ictures?|[Pp]ost|[Aa]uthors?|[Ww]ritten|[Rr]eport(?:ing|ed)|[Ee]dit(?:ed|ing)|[Tt]ranslat(?:ed|ion)|[Pp]resented|[Pp]roduced|[Cc]ontacts?|[Ii]nterview|[Ww]ords|[Ss]igned)(?: by|:| by:)\s+$"
)
_TITLED_AFTER = re.compile(
    r"(?:^|[.;:] |\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Oo]ur|whose|[Aa]n?)|'s?) (?P<noun>[a-z][\w' -]{2,40}) (?:of|for|on|at|in|to) [^,.;:()]{2,50}, $"
)
#: "NAME, advocacy officer, Town"
_PLACE_OF_ITEM = re.compile(
    r"(?:,|\)) (?:(?!(?:an?|the|his|her|their|its|our|my|and|whose|said) )[a-z][\w'-]* ){0,4}(?!said)[a-z][\w'-]+, $"
)
_SIBLINGS = re.compile(
    r"\b(?:[Ss]isters|[Bb]rothers|[Tt]wins|[Ss]iblings|[Cc]ousins|[Cc]ouple|[Ss]pouses|[Ff]riends)\s+$|\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:\w+ )?(?:sisters|brothers|sons|daughters|children|parents|twins|siblings),?\s+$"
)
_SEVERAL_AFTER = re.compile(
    r"^ (?:and|&) (?:\w[\w'’-]+ )(?:[A-ZÀ-ÞĀ-Ž]\S+?)(?:, (?:\d{1,3} and \d|a couple\b|[^,.;]{0,30}\b(?:brothers|sisters|siblings|twins|spouses|cousins|students|couple)\b)|\. The (?:two |pair|couple|brothers|sisters|siblings))"
)
_AGE = re.compile(
    r"^(?:, | \()(?:(?:who is|now|then|aged|age) )?(?P<age>\d{1,3})(?!\d|[:.]\d| ?%| (?:years|months|January|February|March|April|May|June|July|August|September|October|November|December))\b"
)
_AGED = re.compile(r"^(?:, | \()(?:an? |the |then )?(?:(?:\w+ )?\d{1,3}-year-old|aged \d|born (?:in |on )?\d)")
_OWNED = re.compile(rf"^'s? (?:own |elder |younger |\w+ )?(?:{_KIN})\b")
_PERSONAL = re.compile(r"^,? (?:and (?:his|her)\b|(?:himself|herself)\b|who\b(?! says)|whose (?:" + _KIN + r")\b)")
_HUMAN_VERBS = re.compile(
    r"^,? (?:(?:has|had|was|is|also|then|later|himself|herself|\w+ly|never|still|now|currently|who|recently) ){0,3}(?:stood|sat|sits|smiled|wept|cried|laughed|whispered|shouted|nodded|married|recalls|recalled|remembers|lives|lived|teaches|taught|studied|studies|testified|"
    r"pleaded|pled|fainted|collapsed|vomited|suffers|serving|arrested|detained|jailed|imprisoned|sentenced|hospitalised|hospitalized|handcuffed|remanded|rearrested|born|serves|served|spent|fled|hid|flees|weighs|turned \d+|learned|learnt|sued|"
    r"celebrated|apologised|apologized|resigned|retired|graduated|disappeared|vanished|survived|speaks|spoke|sang|limped|walked|hugged|embraced|waited|knows|knew|refused food|refuses food|is refusing food|goes on hunger|went on hunger|denies|denied the|confessed|chairs|heads|runs|edits|edited)\b"
)
_SEVERAL = re.compile(
    r"^(?:two|both|three|all|the two) (?:[\w-]+ ){0,2}(?:[a-z]+(?:ers|ors|ists|ents|ants|ians|monks|nuns|priests|women|men|poets|brothers|sisters|friends))\b"
)
_AGENT_ENDS = re.compile(r"[a-z]{3}(?:er|or|ist|ian|man|woman|ant|eer|smith|wright|keeper|maker)$")
_NO_AGENTS = re.compile(
    r"(?:paper|letter|river|tower|center|theater|quarter|chapter|register|disaster|manor|harbor|computer|cluster|carrier|broadcaster|publisher|retailer|employer|manufacturer|producer|provider|lender|operator|developer|giant|restaurant|factor|sector|corridor|"
    r"corner|summer|winter|banner|border|order|matter|number|member|plant|grant|warrant|covenant|remnant|distributor|maker|exporter|importer|insurer|monitor|conglomerate|supplier|steamer|freighter|tanker|cruiser|bunker|shelter|former|other|former)$"
)
_DETERMINED = re.compile(r"^(?:an?|the|his|her|their|our|my|one of|then|now|formerly|ex|former|another)\b")
_THINGS_APPOSED = re.compile(
    r"^(?:,? (?:and )?[A-ZÀ-ÞĀ-Ž][^,.;:()]{2,40}){0,3}, (?:two|three|four|both|all|the) (?:[\w-]+ ){0,3}?(?P<noun>(?!news )[a-z]{3,}s)\b"
)
_COPULA = re.compile(
    r"^ (?:is|was|became|remains|works as|worked as) (?P<what>(?:an?|the|his|her|their|our) [^.;:]{3,80})"
)
_APPOSED = re.compile(r"^(?:,| –| -| —| \() ?(?P<what>[^,.;:()–—‹›]{3,70})")
_ONE_OF_A_KIND = re.compile(
    r"\b(?:an?|another|every|each) (?:(?:\d+-year-old|former|young|elderly|retired|jailed|[a-z]+ed|[a-z]+an|prominent) )*$"
)
_BEFALLS_OF = re.compile(
    r"\b(?:family|relatives|parents|mother|father|wife|husband|widow|son|daughter|brother|sister|friends?|lawyers?|colleagues?|death|arrest|detention|imprisonment|jailing|sentencing|conviction|release|trial|disappearance|abduction|torture|supporters|funeral|hearing|whereabouts|fate|case) of\s+$"
)
_SEATED_OF = re.compile(
    r"\b(?:mayors?|governors?|prefect|city|town|village|district|municipality|province|region|port|suburb|outskirts|island|streets|capital|north|south|east|west|people|residents?|natives?|university|bishop|diocese|archbishop) of\s+$"
)
_NATIVE_OF = re.compile(
    r"\b(?:people|men|women|man|woman|persons?|families|[a-z]+(?:ers|ors|ists|ents|ants|ians|ees)) from\s+$"
)
_FROM = re.compile(r"\b(?:from|of|to|in|at|near)\s+$")
_SAYS = re.compile(r"\b(?:said|says|reported(?! to)|told|added|announced|wrote)\b")
_SITE = re.compile(
    r"^ (?:(?!of|at|in|for|from|to|and|who|is|was|has|had|with|on|by)[a-z]+ )?(?:prison|jail|colony|penitentiary|detention (?:cent|facility)|courts?\b|courthouse|district|province|region|airport|university|barracks|camp|hospital|police station|checkpoint|(?:border )?crossings?\b|valley|township|neighbourhood|neighborhood|staff\b|newsroom|website|newspaper|news\b|square|street|stadium)"
)
_ELDER = re.compile(r"^, the (?:elder|younger|older|eldest|youngest|other)\b")
_RULE_OF = re.compile(r"\b(?:regime|rule|presidency|dictatorship|reign|junta|era) of\s+$")
_PLACED = re.compile(r"\b(?:in|at|near|inside|outside|throughout|across|around|via|towards?|into)\s+$")
_BODIES = frozenset({"body", "firm", "tracker", "database", "hotline", "fund", "trust", "clinic", "forum", "service", "institution", "band", "film", "book", "song", "poem", "play", "podcast", "campaign", "programme-maker", "project", "coalition", "initiative", "charity", "watchdog", "collective", "archive", "programme", "program", "alliance", "association", "think-tank", "committee", "centre", "center", "union", "foundation", "institute"})  # fmt: skip
_DATE_WORDS = frozenset({"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "early", "late", "mid", "spring", "summer", "autumn", "winter", "easter", "christmas", "ramadan"})  # fmt: skip
#: Before what people found, lead and belong to.
_BODY_OF = re.compile(
    r"\b(?:members?|founders?|co-founders?|director|head|chair(?:man|woman|person)?|coordinator|volunteers?|staff|newsroom|offices?|website|readers) (?:of|at)\s+$"
)
#: Before a place: "was moved to ...", "the gates of ...".
_TO_A_PLACE = re.compile(
    r"\b(?:moved|transferred|sent|taken|fled|returned|travelled|traveled|flown|deported|driven|moving|exiled|bussed) (?:back |again |\w+ly )?(?:to|from)\s+$|\bsaid from\s+$|\b(?:gates?|walls?|cells?|wing|inmates|prisoners|courtyard|infirmary|streets|outskirts) (?:of|in|at)\s+$"
)
#: Outlets are told things without being introduced; people are introduced.
_TOLD = re.compile(r"\b(?:told|telling|tells)\s+$")
_FAMILY_NAMES = re.compile(
    r"(?:ov|ova|ev|eva|yev|yeva|enko|[nhrl]ko|chuk|ovich|evich|ovych|evych|ić|vić|[kjtvnlrs]ic|vich|shvili|dze|iani|yan|ian|oğlu|oglu|zade|zadeh|zoda|zod|pour|nejad|sky|ski|ska|skaya|skyi|uly|uulu|ovna|evna|ez|escu|sson|dóttir|akis|idis)$"
)


def context_weight(run: Run) -> int:
    """Positive for a person, negative for something else; CERTAIN overrules every other sign."""
    doc = run.tokens[0].doc
    last = run.tokens[-1]
    text, start, end = doc.text, run.tokens[0].idx, last.idx + len(last)
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR + 40]
    if all(word.lower() in _DATE_WORDS for word in run.words):
        return -CERTAIN
    return _before(before, run) + _after(after, run, before) + _form(run)


def _form(run: Run) -> int:
    """What the words themselves look like: "Firstname S.", a family name by its ending."""
    if len(run.words) < 2:
        return 0
    if len(run.words) == 2 and re.fullmatch(r"[^\W\d_]\.", run.words[1]) and len(run.words[0]) > 2:
        return 4
    return 2 if _FAMILY_NAMES.search(run.words[-1]) else 0


def _before(before: str, run: Run) -> int:
    if _SIGNED.search(before) and len(run.words) > 1:
        return 6
    if len(run.words) == 1 and _SAINT.search(before):
        return -CERTAIN
    thing = _THING_CALLED.search(before)
    if thing is not None and (lexicon().has("things", thing["noun"]) or thing["noun"] in _BODIES):
        return -CERTAIN
    called = _MAN_CALLED.search(before)
    if _CALLED.search(before) or (called and occupations().is_person(called["noun"])):
        return CERTAIN
    if _SIBLINGS.search(before):
        return CERTAIN
    if _RULE_OF.search(before) and len(run.words) > 1 and not any(t.ent_type_ == "GPE" for t in run.tokens):
        return 3
    if len(run.words) == 1 and _ONE_OF_A_KIND.search(before):
        return -8  # "an 83-year-old Jesuit"
    if len(run.words) > 1 and _BEFALLS_OF.search(before):
        return 4
    if len(run.words) > 1 and (_BODY_OF.search(before) or _TO_A_PLACE.search(before) or _TOLD.search(before)):
        return -5
    if _SEATED_OF.search(before) or _NATIVE_OF.search(before):
        return -8
    word = re.search(r"([a-z][\w'-]*) $", before)
    if word is not None and noun_at_end(before[-40:]) is not None:
        return 4
    if _PLACE_OF_ITEM.search(before) and noun_at_end(before.rstrip(", ")) is not None:
        return -8
    apposed = _TITLED_AFTER.search(before)
    return 4 if apposed is not None and noun_at_end(apposed["noun"]) is not None else 0


def _after(after: str, run: Run, before: str) -> int:
    is_place = bool(_PLACED.search(before)) and not after.startswith("'s")
    if len(run.words) > 1 and is_place:
        return -3
    if len(run.words) == 1 and _FROM.search(before) and not after.startswith("'s"):
        return 0  # "a welder from TOWN, who ...": what follows is about the welder
    if not is_place and _SEVERAL_AFTER.search(after) and len(run.words) == 1 and re.search(r"(?:^|[.;:] ?)$", before):
        return CERTAIN
    if len(run.words) > 1 and (_SITE.search(after) or _are_things(after)):
        return -8
    weight = 4 if _ELDER.search(after) else 0
    if (age := _AGE.search(after)) and 10 <= int(age["age"]) <= 110:
        weight += 4
    if _AGED.search(after):
        weight += 5
    if _OWNED.search(after):
        weight += 3
    if _PERSONAL.search(after):
        weight += 3
    if _HUMAN_VERBS.search(after):
        weight += 2
    return weight + _described(after)


def _are_things(after: str) -> bool:
    """ "NAME and NAME, two news sites": what follows the last of several says what all of them are."""
    several = _THINGS_APPOSED.search(after)
    return several is not None and lexicon().has("things", several["noun"].removesuffix("s"))


def _described(after: str) -> int:
    """ "NAME, a welder who ...", "NAME (student)", "NAME is a senior fellow at ..."; "NAME, a project that tracks ..." is none."""
    copula = _COPULA.search(after)
    apposed = copula or _APPOSED.search(after)
    if apposed is None:
        return 0
    what = re.split(r"\b(?:who|whose|that|which)\b", apposed["what"])[0]
    if what.count(" ") > 12 or (copula is None and _SAYS.search(what)):
        return 0  # "..., the committee said"
    determined = bool(_DETERMINED.search(what))
    head = re.split(r" (?:of|for|at|in|from|based|run|set|on|by|with)\b", what.strip().lower())[0].split()
    is_somebody = (
        bool(head) and occupations().is_person(head[-1]) and re.search(r"\bwho\b", apposed["what"]) is not None
    )
    if (
        determined
        and head
        and not is_somebody
        and (lexicon().has("things", head[-1].rstrip("s")) or head[-1] in _BODIES)
    ):
        return -9
    if heads_of(what) or _SEVERAL.search(what):
        return 4 if determined else 3
    return 3 if determined and head and _is_agentive(head[-1]) else 0


def _is_agentive(noun: str) -> bool:
    """Whether a noun that no list holds is by its ending somebody who does something: "a seed merchant"."""
    return bool(_AGENT_ENDS.search(noun)) and not _NO_AGENTS.search(noun)
