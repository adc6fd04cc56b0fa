"""What stands before a name and is none of it: titles, honorifics, offices, a trade in capitals at the head of a line; and letters after it."""

from __future__ import annotations

from habeas.claims.reading.people.name_words import Word
from habeas.claims.reading.people.occupations import occupations
from habeas.claims.reading.text.lexicon import lexicon

_ROLES = frozenset(word for cues in lexicon().roles.values() for cue in cues for word in cue.split()) - {
    "head",
    "party",
    "opposition",
    "of",
    "state",
    "human",
    "rights",
    "mp",
}
_ALSO_GIVEN = frozenset({"prince", "king", "major", "dean", "bishop", "princess", "queen", "don"})


#: Honorifics that are also names: cut off only where as many further words follow.
_HONORIFICS = {"u": 2, "ko": 2, "daw": 2, "ma": 3, "mahn": 3, "sai": 3}
#: Trades that are also first or family names.
_TRADES_AS_NAMES = frozenset({"hunter", "potter", "carpenter", "weaver", "baker", "cook", "butcher", "miner", "forester", "star", "native", "guide", "model", "friend", "guest", "pilgrim", "champion", "tailor", "porter", "farmer", "shepherd", "painter", "person", "youth", "child", "man", "woman", "boy", "girl", "name", "figure", "pupil", "fellow", "spy", "agent", "elder", "fan", "twin", "partner", "mason", "national", "citizen", "resident", "worker", "student"})  # fmt: skip
_SIBLINGS = frozenset({"sisters", "brothers", "twins", "siblings", "cousins", "spouses"})
_PORTFOLIOS = frozenset({"human", "rights", "equality", "refugees", "state", "justice", "defence", "defense", "interior", "finance", "information", "health", "culture", "education", "affairs", "foreign", "external", "internal", "home", "security", "labor", "labour", "communications", "communication", "commerce", "trade", "energy", "environment", "agriculture", "transport", "tourism", "religion", "sport", "women"})  # fmt: skip
_LETTERS_AFTER = frozenset({"sc", "kc", "qc", "mp", "mep", "mla", "phd", "md", "esq", "obe", "mbe", "cbe", "sj", "op", "ofm", "jr", "sr"})  # fmt: skip


def without_titles(run: list[Word]) -> tuple[str | None, list[Word]]:
    """What follows the last title: "US President NAME" is NAME; None when nothing stood before it."""
    titled, cut = None, 0
    for number, word in enumerate(run[:-1]):
        low = _one(word.text.lower().rstrip("."))
        left = len(run) - 1 - number
        if low in _ALSO_GIVEN and left == 1:
            continue  # "student leader Prince NAME": here it is a first name
        if run[number + 1].text.lower() == "without":
            break  # a body's name: "Reporters Without Borders"
        if lexicon().has("titles", low) or low in _ROLES or _is_trade(low, left, word):
            titled, cut = low, number + 1
    run = _without_portfolio(run[cut:])
    if (
        len(run) > 1
        and run[0].text == "X."
        and run[0].tokens[0].i
        and run[0].tokens[0].nbor(-1).lower_ in ("on", "to", "via")
    ):
        run = run[1:]  # "wrote on X. NAME ..."
    if len(run) > 1 and _is_honorific(run):
        return run[0].text.lower(), run[1:]
    return titled, run


def _one(low: str) -> str:
    """A title in the singular, a double rank by its last part: "Ministers", "Maj-Gen"."""
    last = low.rsplit("-", 1)[-1]
    if last != low and lexicon().has("titles", last):
        return last
    single = low.removesuffix("s")
    return (
        single
        if low != single
        and (lexicon().has("titles", single) or (occupations().is_person(single) and single not in _TRADES_AS_NAMES))
        else low
    )


def without_letters(run: list[Word]) -> list[Word]:
    """The name without letters after it: "NAME SC", "NAME MP"."""
    while len(run) > 2 and run[-1].text.isupper() and run[-1].text.lower() in _LETTERS_AFTER - {"jr", "sr"}:
        run = run[:-1]
    return run


def _is_trade(low: str, left: int, word: Word) -> bool:
    """ "Mechanic NAME" at the head of a line, "Marine NAME"; with one name only after it, where the line begins."""
    if low in _SIBLINGS and bool(word.tokens[0].is_sent_start):
        return True
    if occupations().nouns.get(low) is None or low in _TRADES_AS_NAMES or low in _ALSO_GIVEN:
        return False
    first = word.tokens[0]
    opens = bool(first.is_sent_start) or first.nbor(-1).text in ("-", "–", "—", "•", "*", ":", '"')
    return left > 1 or opens


def _is_honorific(run: list[Word]) -> bool:
    least = _HONORIFICS.get(run[0].text.lower())
    return least is not None and len(run) > least and run[1].text != run[0].text


def _without_portfolio(run: list[Word]) -> list[Word]:
    """ "Minister of Foreign Affairs NAME", "Secretary of State NAME": the office runs on into the name."""
    first = run[0].tokens[0]
    before = first.nbor(-1).lower_ if first.i else ""
    if before not in ("of", "for") and not (before == "the" and first.i > 1 and first.nbor(-2).lower_ in ("of", "for")):
        return run
    cut = 0
    while len(run) - cut > 2 and run[cut].text.lower() in _PORTFOLIOS:
        cut += 1
    return run[cut:]
