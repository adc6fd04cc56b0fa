"""Whether a run of capitalised words names a human being: each sign speaks for or against, and the run's every occurrence is heard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.people.name_context import CERTAIN, context_weight
from habeas.claims.reading.people.occupations import occupations
from habeas.claims.reading.people.runs import Run
from habeas.claims.reading.text.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

_THINGS = frozenset({"GPE", "ORG", "NORP", "LOC", "FAC", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART", "LANGUAGE", "DATE"})
_WHERE = frozenset(
    {"in", "at", "near", "inside", "outside", "across", "into", "around", "via", "towards", "within", "throughout"}
)
_SPEAK = frozenset({"say", "tell", "add", "write", "recall", "note", "explain"})
_DONE_TO_PEOPLE = frozenset(
    {"arrest", "detain", "jail", "imprison", "sentence", "convict", "pardon", "deport", "rearrest", "acquit", "interrogate", "behead", "hospitalise", "hospitalize", "remand", "apprehend", "abduct", "execute", "transfer", "free", "release", "beat", "torture", "handcuff", "question", "fine", "summon", "strip-search", "blindfold", "rape", "assault", "evacuate", "reunite", "indict", "exonerate", "bail", "shackle", "whip", "flog", "exile", "expel", "extradite"}
)  # fmt: skip
_ROLE_WORDS = (
    frozenset(word for role, cues in lexicon().roles.items() for word in cues if " " not in word)
    | lexicon().words["people"]
    | lexicon().words["kin"]
) - {"other", "those", "many", "some", "several", "case", "national", "head", "police", "people", "member", "party"}
#: From here on the words around a single word outweigh that it may be a common one.
_SURELY = 3
_OF_OFFICES = frozenset({"regional", "national", "deputy", "assistant", "acting", "executive", "associate", "senior", "chief", "general"})  # fmt: skip
_JOIN_THINGS = frozenset({"en", "por", "para", "sin", "con"})
#: Names grown together with what they name: "Norwatch".
_OUTLET = re.compile(r"\w{3}(?:watch|press|media|news|leaks)$")
#: Before the name of a place: "Lake NAME".
_PLACES = frozenset({"lake", "mount", "fort", "camp", "cape", "port", "gulf", "villa", "château", "chateau"})
_OLDEST = 110
#: "the outlet NAME": told once it outweighs what the model takes every other mention for.
_NAMED_THING = -24
_BULLET = re.compile(r"[-–—•*·▪●◦‣✔]+|\(?\d{1,3}[.)]")


def weight(run: Run) -> int:
    """Positive = a person, negative = something else, 0 = nothing speaks either way."""
    if any(_is_organisation(word.lower()) for word in run.words):
        return -6
    if len(run.words) > 1 and run.words[0].lower() in _PLACES:
        return -6
    if len(run.words) == 1 and run.tokens[0].like_num:
        return -6  # "Eleven had been convicted"
    if all(_is_office(word.lower()) for word in run.words) or _is_second_country(run):
        return -6
    around = context_weight(run)
    if abs(around) >= CERTAIN:
        return around
    if len(run.words) == 1 and (_is_one_of_a_people(run.tokens[0]) or _is_plainly_common(run.tokens[0])):
        return -6
    if len(run.words) == 1 and _is_where(run.tokens[0]):
        return min(-3, model_says(run) + _before(run) + around)
    if len(run.words) == 1 and (_is_common(run.tokens[0]) or _qualifies(run.tokens[0])):
        return max(around, 3 if _befalls(run) else -3) if around >= _SURELY else 3 if _befalls(run) else -3
    return model_says(run) + _before(run) + _after(run) + part_in_sentence(run) + around


def _is_organisation(word: str) -> bool:
    return lexicon().has("organisation_words", word) or word in _JOIN_THINGS or bool(_OUTLET.search(word))


def _is_office(word: str) -> bool:
    """ "Regional Director", after a name or before one."""
    return word in _OF_OFFICES or occupations().is_person(word)


def _is_second_country(run: Run) -> bool:
    """ "a citizen of both Veldan and Norland": joined to a country or town, and one itself."""
    token = run.tokens[0]
    is_place = len(run.words) == 1 and token.ent_type_ == "GPE" and token.dep_ == "conj"
    return is_place and token.head.ent_type_ == "GPE" and token.head.dep_ == "pobj"


def _is_one_of_a_people(token: Token) -> bool:
    """ "a fourth Veldanian", "the Veldanian": somebody's nation."""
    return token.ent_type_ == "NORP" and any(
        c.dep_ in ("det", "amod", "nummod") and c.i < token.i for c in token.children
    )


def _is_plainly_common(token: Token) -> bool:
    """ "She", "Relatives", "TOWN director": no name whatever stands around it."""
    low = token.lower_
    if low == "people":
        return True
    several = low.removesuffix("s")
    if token.pos_ == "PRON" or (low != several and (lexicon().has("kin", several) or occupations().is_person(several))):
        return True
    return token.ent_type_ in ("GPE", "LOC") and _qualifies(token)


def _is_where(token: Token) -> bool:
    """ "In TOWN, the mother of NAME wept"."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    is_comma = following is not None and following.text == ","
    return is_comma and token.i > 0 and token.dep_ == "pobj" and token.nbor(-1).lower_ in _WHERE


def _befalls(run: Run) -> bool:
    """ "SURNAME and NAME were seized": custody befalls people only."""
    head = run.tokens[0]
    return head.tag_ == "NNP" and head.dep_ == "nsubjpass" and head.head.lemma_ in _DONE_TO_PEOPLE


def _is_common(token: Token) -> bool:
    """A single word that need not be a name: one the model takes for none, or that opens its sentence."""
    if token.ent_type_ == "PERSON":
        return False
    return token.tag_ != "NNP" or bool(token.is_sent_start)


def _qualifies(token: Token) -> bool:
    """ "Veldan court": a name that stands for a place or people before a common noun."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return (
        following is not None and following.pos_ == "NOUN" and following.text.islower() and token.head == following
        and token.dep_ in ("amod", "compound", "nmod") and following.lemma_ not in ("case", "trial", "regime", "family", "government", "administration", "era")
    )  # fmt: skip


def model_says(run: Run) -> int:
    """What the model takes the words for."""
    labels = [token.ent_type_ for token in run.tokens if token.text != "-"]
    persons = labels.count("PERSON")
    things = sum(label in _THINGS for label in labels)
    if persons and len(run.words) == 1:
        return 1  # the model takes many a town for a person
    if persons and not things:
        return 4
    if persons > things:
        return 2
    if things == len(labels):
        return -2
    return -1 if things else 0


def _before(run: Run) -> int:
    if run.titled and not _is_after_the(run):
        return 4
    first = run.tokens[0]
    if len(run.words) == 1 and lexicon().has("titles", run.text.lower()):
        return -9
    if first.i == first.doc[0].i:
        return 0
    if (
        first.nbor(-1).text == ","
        and run.titled is None
        and not _is_kin_before(first.nbor(-1))
        and _BULLET.match(first.doc.text.lstrip()[:4])
        and (_is_later_in_item(run) or len(run.words) == 1)
    ):
        return -6  # "- NAME, student, Town (3 January)"
    if _opens_list_item(run):
        return 3
    if len(run.words) == 1 and first.nbor(-1).lower_ in ("from", "to", "in", "of") and first.dep_ == "pobj":
        return -5
    before = first.nbor(-1)
    is_thing = lexicon().has("things", before.lemma_) and before.text.islower()
    if is_thing and before.pos_ in ("NOUN", "ADJ"):
        may_be_one = occupations().is_person(before.lower_)  # "the broadcaster NAME"
        return _NAMED_THING if len(run.words) > 1 and not may_be_one else -9
    if before.text.islower() and before.lemma_.lower() in _ROLE_WORDS and before.pos_ in ("NOUN", "PROPN", "ADJ"):
        return 4
    if before.text == "," and before.i and _is_kin_before(before):
        return 3
    if before.lower_ in ("free", "release"):
        return 3
    if before.lower_ == "the":
        if len(run.words) > 1 and all(t.ent_type_ in _THINGS for t in run.tokens):
            return -8
        return 0 if run.head.dep_ in ("compound", "nmod") else -4
    if before.lower_ in ("a", "an") and all(t.ent_type_ in ("NORP", "ORG") for t in run.tokens):
        return -8
    return -3 if before.lower_ in _WHERE else 0


def is_kin_named(run: Run) -> bool:
    """ "her brother NAME", "his wife, NAME": a noun for kin stands right before."""
    at = run.tokens[0].i - 1
    before = [t for t in run.tokens[0].doc[max(0, at - 1) : at + 1] if t.text != ","]
    return bool(before) and lexicon().has("kin", before[-1].lemma_.lower())


def is_kin_introduced(run: Run) -> bool:
    """ "her mother, NAME", "NAME, his elder brother": a full name told as somebody's kin, not a priest called Father."""
    doc, first, last = run.tokens[0].doc, run.tokens[0], run.tokens[-1]
    if len(run.words) < 2:
        return False
    if is_kin_named(run):
        word = doc[first.i - 1] if doc[first.i - 1].text != "," else doc[first.i - 2]
        return word.is_lower
    after = [t for t in doc[last.i + 1 : last.i + 6] if t.pos_ not in ("ADJ", "PUNCT")]
    is_owned = len(after) > 1 and (after[0].tag_ == "PRP$" or (len(after) > 2 and after[1].tag_ == "POS"))
    kin = after[2] if is_owned and after[1].tag_ == "POS" else after[1] if is_owned else None
    return (
        kin is not None and last.i + 1 < len(doc) and doc[last.i + 1].text == "," and lexicon().has("kin", kin.lemma_)
    )


def speaks_next(run: Run) -> bool:
    """Whether the one named says something: "NAME said", "said NAME", "according to NAME"."""
    last, first = run.tokens[-1], run.tokens[0]
    near = (*first.doc[max(0, first.i - 2) : first.i], *last.doc[last.i + 1 : last.i + 3])
    return any(t.lemma_ in _SPEAK or t.lower_ == "according" for t in near)


def _is_later_in_item(run: Run) -> bool:
    """Whether the word stands where a list line has places and dates: after a second comma, or alone after the item's full name."""
    before = run.tokens[0].doc[: run.tokens[0].i].text
    words = before.strip(" ,").split()
    # a bullet and a full name of two to four parts, and nothing else
    is_after_name = len(run.words) == 1 and 2 < len(words) < 6 and all(w[:1].isupper() for w in words[1:])
    return before.count(",") > 1 or (is_after_name and run.tokens[-1].i + 1 < len(run.tokens[0].doc))


def _opens_list_item(run: Run) -> bool:
    """Whether only a bullet or a number stands before the name in its line."""
    before = run.tokens[0].doc[: run.tokens[0].i].text.strip()
    return len(run.words) > 1 and bool(_BULLET.fullmatch(before))


def _is_after_the(run: Run) -> bool:
    first = run.tokens[0]
    return first.i > 0 and first.nbor(-1).lower_ == "the"


def _is_kin_before(comma: Token) -> bool:
    """ "his wife, NAME": the comma closes a noun for a person."""
    if not comma.i:
        return False
    noun = comma.nbor(-1)
    is_person = noun.lemma_.lower() in _ROLE_WORDS or occupations().is_person(noun.lower_)
    if not is_person or noun.tag_ != "NN":
        return False
    here = noun
    while (
        here.i > 0
        and (here.nbor(-1).pos_ in ("NOUN", "ADJ", "PROPN") or here.nbor(-1).tag_ == "VBN")
        and here.nbor(-1).text != ","
    ):
        here = here.nbor(-1)
    return here.i == 0 or here.nbor(-1).text != ","  # "NAME, advocacy officer, Town": the noun is the first one's


def _after(run: Run) -> int:
    last = run.tokens[-1]
    words = [
        token for token in last.doc[last.i + 1 : last.i + 4] if token.sent == last.sent or token.i < last.doc[-1].i
    ]
    if not words:
        return 0
    if (
        len(run.words) > 1
        and words[0].text.islower()
        and words[0].pos_ == "NOUN"
        and run.head.dep_ in ("compound", "nmod")
    ):
        thing = lexicon().has("things", words[0].lemma_.lower())
        if thing or words[0].lemma_.lower() in _ROLE_WORDS:
            return -9 if thing else -4  # "the NAME website", "NAME presenter"
    if words[0].text in (",", "(") and len(words) > 1:
        age = words[1].text
        if age.isdigit() and len(words) > 2 and words[2].text in (",", ")") and int(age) <= _OLDEST:
            return 5
        if words[1].lower_ in ("who", "whose", "whom"):
            return 3
        if words[1].text == "aged":
            return 5
        if words[0].text == "," and _is_described(words[1]):
            return 3
    return 3 if words[0].lower_ in ("who", "whose") else 0


def _is_described(first: Token) -> bool:
    """ "NAME, former election observer": a noun for a person within the next few words."""
    for token in first.doc[first.i : first.i + 5]:
        if token.text in (",", ".", "(", ";", ":") or token.pos_ in ("VERB", "AUX", "ADP"):
            return False
        if token.lemma_.lower() in _ROLE_WORDS and token.tag_ == "NN":
            return True
    return False


def part_in_sentence(run: Run) -> int:
    """What is done by whoever is named, or to them."""
    head = run.head
    verb = head.head
    if head.dep_ == "nsubjpass" and verb.lemma_ in _DONE_TO_PEOPLE:
        return 4
    if head.dep_ == "dobj" and verb.lemma_ in _DONE_TO_PEOPLE:
        return 3
    if head.dep_ == "nsubj" and verb.lemma_ in ("die", "marry"):
        return 3
    if head.dep_ == "nsubj" and verb.lemma_ in _SPEAK:
        return 1
    if head.dep_ == "conj" and _is_person(verb):
        return 2
    return 2 if head.dep_ == "appos" and verb.lemma_.lower() in _ROLE_WORDS and verb.tag_ in ("NN", "NNP") else 0


def _is_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON"
