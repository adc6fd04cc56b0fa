"""Sanctions told of: imposed, extended, lifted, eased, asked for, threatened, refused, by whatever name and whatever verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.diplomacy.measures import IMPOSING, LIFTING, measures_in, phrase_head, targets_of
from habeas.claims.reading.diplomacy.sanction_verbs import barred_in, listed_in
from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.figures.count_nouns import is_person_noun
from habeas.claims.reading.speech.reality import reality_of
from habeas.claims.reading.speech.unreal import decided, given_for, taken_back
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import deed_span, quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.when.dated import day_told
from habeas.claims.reading.whom.listed import listed_after

if TYPE_CHECKING:
    from spacy.tokens import Token

RULE = "talks.sanction"
#: Between an office and the name of who holds it, and between a name and what is to be done to them.
_OFFICE_AND_RANK = re.compile(
    r"(?: (?:of|in|at|for|to) [^,.;:()\"]{2,45})?,? (?:(?:the|[A-Z][a-z]+\.?|[A-Z][a-z]+-[A-Z][a-z]+) ){0,3}"
)
_TO_BE = re.compile(r",? (?:(?:to|should|must|will) be |be )")
_IMPOSE = frozenset(
    {"impose", "introduce", "adopt", "announce", "slap", "levy", "place", "apply", "issue", "extend", "expand", "widen", "broaden", "renew", "prolong", "tighten",
     "reimpose", "reinstate", "restore", "unveil", "enact", "approve", "put", "maintain", "keep", "toughen", "implement", "strengthen", "add", "declare", "roll"}
)  # fmt: skip
_LIFT = frozenset(
    {"lift", "ease", "remove", "waive", "suspend", "drop", "relax", "loosen", "end", "withdraw", "scrap", "revoke", "cancel", "rescind", "soften", "reduce", "abolish",
     "relieve", "repeal", "halt", "terminate", "unwind", "unfreeze", "scale", "win", "get", "receive", "obtain", "grant"}
)  # fmt: skip
#: What a state has to do with sanctions it is under.
_UNDERGO = frozenset({"face", "endure", "suffer", "incur"})
_HIT = frozenset({"hit", "target", "punish", "respond", "retaliate", "threaten", "subject", "strike"})
_HITTING = frozenset({"target", "hit", "cover", "bar", "freeze", "apply", "follow", "expire", "come", "enter", "take"})
_STANDING = frozenset({"remain", "stay", "be"})
_IN_FORCE = frozenset({"place", "force", "effect"})
_THEM = frozenset({"them", "it", "these", "those"})
_BESIDE = 60
_AS_ONE = re.compile(r"^,? (?:such as|like|including|among them|notably) (?:[\w.]+ ){0,4}$", re.IGNORECASE)
_AMONG = re.compile(r",? (?:and [\w ]+ )?among them", re.IGNORECASE)
_SURE = frozenset({"name", "name and others", "pronoun", "apposition", "they"})
#: Nearness, in characters, within which "such measures" mean the sanctions told of before.
_NEAR = 700


@dataclass(frozen=True, slots=True)
class _Act:
    """What is done about a measure: the word that says so, and whether it brings the measure or takes it away."""

    token: Token
    is_lifting: bool


def sanctions_told(reader: Reader) -> Iterator[Told]:
    """One telling for each measure and for each person or group it names, in the order of the text."""
    last = -_NEAR
    for sentence in reader.referents.passage.sentences:
        done: set[Token] = set()
        found = (*listed_in(reader, sentence), *barred_in(sentence), *_of_them(sentence, sentence.start - last < _NEAR))
        last = sentence.end if found else last
        for noun in measures_in(iter(sentence.tokens), sentence.start - last < _NEAR):
            last = sentence.end
            head = phrase_head(noun)
            for act in _acts(noun, head):
                if act.token not in done:
                    done.add(act.token)
                    yield from _tellings(reader, sentence, noun, act)
        for verb, whom, is_lifting in found:
            if verb not in done:
                done.add(verb)
                yield from _of_whom(reader, sentence, _Act(verb, is_lifting), whom)


def _of_them(sentence: Sentence, is_spoken_of: bool) -> Iterator[tuple[Token, list[Token], bool]]:
    """ "Lifting them one by one": a pronoun for the sanctions told of just before."""
    for token in sentence.tokens if is_spoken_of else ():
        if token.lemma_ in ("lift", "ease", "reimpose") and any(c.lower_ in _THEM for c in token.children):
            yield token, [], token.lemma_ != "reimpose"


def _acts(noun: Token, head: Token) -> Iterator[_Act]:
    """What the sentence does with the measure; nothing when it only mentions it ("sanctions do not free anybody")."""
    lifting = _is_lifting_noun(noun, head)
    governing = _governing(head)
    if governing is not None:
        is_verb_lifting = governing.lemma_ in _LIFT
        yield _Act(governing, is_verb_lifting != lifting if governing.lemma_ in _LIFT and not lifting else lifting)
    elif lifting or head.lemma_.lower() in IMPOSING or reality_of(head, "sanction")[0] != "actual":
        yield _Act(head, lifting)
    told_of = governing is not None
    for child in (c for n in dict.fromkeys((noun, head)) for c in n.children):
        is_aside = child.dep_ in ("acl", "relcl") and child.tag_ in ("VBN", "VBD")
        if is_aside and child.lemma_ in _IMPOSE | _LIFT and (not told_of or _is_dated(child)):
            yield _Act(child, child.lemma_ in _LIFT)


def _is_dated(verb: Token) -> bool:
    return any(t.ent_type_ == "DATE" for t in verb.subtree if t.i > verb.i)


def _is_lifting_noun(noun: Token, head: Token) -> bool:
    words = (head, *(a for a in noun.ancestors if a.i >= head.left_edge.i and a in set(head.subtree)))
    return any(w.lemma_.lower() in LIFTING for w in words) or any(c.lemma_.lower() in LIFTING for c in noun.children)


def _governing(head: Token) -> Token | None:
    """The verb by which the measure is taken, taken back or undergone."""
    above = head.head
    lemma = above.lemma_.lower()
    if head.dep_ in ("dobj", "nsubjpass", "oprd", "dative"):
        return above if lemma in _IMPOSE | _LIFT | _UNDERGO else None
    if head.dep_ in ("nsubj", "ccomp") and above.pos_ in ("VERB", "AUX"):
        following = {t.lemma_ for t in above.subtree if above.i < t.i < above.i + 5}
        small = above.tag_ == "VBN" and lemma in _IMPOSE | _LIFT  # "wants the sanctions removed"
        in_force = lemma in _STANDING | _HITTING and bool(following & _IN_FORCE)
        return above if small or in_force or lemma in _HITTING - {"come", "enter", "take"} else None
    if head.dep_ == "pobj":
        return _by_preposition(above)
    return None


def _by_preposition(preposition: Token) -> Token | None:
    """ "has been under sanctions", "was hit with sanctions", "is subject to an embargo"."""
    above, low = preposition.head, preposition.lower_
    if low == "under":
        return above if above.pos_ in ("VERB", "AUX", "PRON") else None
    if low in ("with", "by") and above.lemma_ in _HIT:
        return above
    if low == "to" and above.lower_ == "subject":
        return above
    if low == "on" and above.lemma_ in ("agree", "decide", "sign"):
        return above
    return None


def _tellings(reader: Reader, sentence: Sentence, noun: Token, act: _Act) -> Iterator[Told]:
    whom = targets_of(noun, act.token) or _who_is_under(act.token) or _named_right_after(reader, sentence, noun)
    if not whom and act.token.lemma_ in ("put", "place"):
        whom = _named_before(reader, sentence, act.token)
    yield from _of_whom(reader, sentence, act, whom)


def _named_right_after(reader: Reader, sentence: Sentence, noun: Token) -> list[Token]:
    """ "urged the EU to sanction NAME", with the verb taken for a noun."""
    following = noun.nbor(1) if noun.i + 1 < noun.sent.end else None
    is_name = (
        following is not None
        and following.ent_type_ == "PERSON"
        and reader.referents.people.at(sentence.place(following))
    )
    if noun.tag_ != "NN" or following is None or not is_name:
        return []
    return [following, *(up for up in following.ancestors if up.ent_type_ == "PERSON")][-1:]


def _who_is_under(act: Token) -> list[Token]:
    """ "NAME, who is under sanctions": the subject of a state, not of a deed; or whom a deed puts under them."""
    if act.lower_ in ("himself", "herself"):
        return [act]  # "Judge NAME, himself under sanctions"
    if act.lemma_ in ("put", "place", "keep", "bring"):
        return [c for c in act.children if c.dep_ in ("nsubjpass", "dobj")]
    if act.lemma_ not in ("be", "remain", "come", "face") and act.lower_ != "subject":
        return []
    verb = act.head if act.lower_ == "subject" else act
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.lemma_ == "sanction":
        return []
    return [verb.head] if subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" else [subject]


def _of_whom(reader: Reader, sentence: Sentence, act: _Act, whom: list[Token]) -> Iterator[Told]:
    whom = [*whom, *(c for token in whom for c in _joined(token) if c not in whom)]
    found = [reader.referents.who(sentence, token) for token in whom]
    persons = list(dict.fromkeys(name for who in found if who.rule in _SURE for name in who.persons))
    persons += [n for token in whom for n in _named_as(reader, sentence, token) if n not in persons]
    groups = [group for token in whom if (group := reader.referents.group(sentence, token)) is not None]
    numbers = [
        n.value
        for token in whom
        if token.tag_ == "NNS" and (n := reader.referents.number_of(sentence, token)) and not n.is_vague
    ]
    count = next((group.count for group in groups), None) or next(iter(numbers), None)
    about = frozenset(t.lemma_.lower() for t in whom if t.pos_ in ("NOUN", "PROPN"))
    for name in persons:
        yield _told(reader, sentence, act, (name, None), about)
    if not persons or count is not None:
        yield _told(reader, sentence, act, (None, count), about)


def _joined(token: Token) -> list[Token]:
    """ "barred the judge, NAME, and four prosecutors": those told of in number beside the first."""
    beside = (token, *(c for c in token.children if c.dep_ == "appos"))
    return [
        c
        for one in beside
        for c in one.children
        if c.dep_ == "conj" and c.tag_ == "NNS" and any(n.dep_ == "nummod" for n in c.children)
    ]


def _named_as(reader: Reader, sentence: Sentence, token: Token) -> list[str]:
    """ "officials such as NAME", "judges, NAME among them", "officials including NAME": those named of a group."""
    if token.tag_ not in ("NNS", "NNPS"):
        return _in_office(reader, sentence, token)
    if listed := listed_after(reader.referents.people, sentence, token, reader.referents.passage.shadow):
        return listed
    end = next(
        (sentence.place(t)[0] for t in token.doc[token.i : token.sent.end] if t.text in (";", ".")), sentence.end
    )
    near = [
        (span, name)
        for span, name in reader.referents.people.between(sentence.place(token)[1], end)
        if span[0] - sentence.place(token)[1] < _BESIDE
    ]
    shadow = reader.referents.passage.shadow
    return [
        n
        for span, n in near
        if _AS_ONE.search(shadow[sentence.place(token)[1] : span[0]]) or _AMONG.match(shadow[span[1] : span[1] + 20])
    ]


def _in_office(reader: Reader, sentence: Sentence, token: Token) -> list[str]:
    """ "sanctions on the governor of Karsk prison, Major General NAME": the name that ends the words for one in office."""
    if token.tag_ != "NN" or not (is_person_noun(token) or token.lemma_ in ("governor", "head", "chief")):
        return []
    start = sentence.place(token)[1]
    near = reader.referents.people.between(start, min(sentence.end, start + _BESIDE))[:1]
    shadow = reader.referents.passage.shadow
    return [name for span, name in near if _OFFICE_AND_RANK.fullmatch(shadow[start : span[0]])]


def _named_before(reader: Reader, sentence: Sentence, verb: Token) -> list[Token]:
    """ "asked for the prisons chief, NAME, to be placed under sanctions"."""
    place = sentence.place(verb)[0]
    before = reader.referents.people.between(max(sentence.start, place - _BESIDE), place)[-1:]
    shadow = reader.referents.passage.shadow
    last = [sentence.token_at(span[1] - 1) for span, _ in before if _TO_BE.fullmatch(shadow[span[1] : place])]
    return [token for token in last if token is not None]


def _told(
    reader: Reader, sentence: Sentence, act: _Act, who: tuple[str | None, int | None], about: frozenset[str]
) -> Told:
    reality = _reality(act.token)
    quote, span = quote_at(reader.referents.passage, deed_span(sentence, act.token))
    words = reader.dates.attached(sentence, act.token, set())
    date = day_told(words, reader.dates.published, reality == "actual")
    note = "sanctions relief" if act.is_lifting else None
    return Told(
        "sanction", who[0], who[1], quote, span, reality, {RULE}, date, said_by=reader.speakers.at(sentence, act.token), note=note,
        is_headline=sentence.is_headline, deed="lift" if act.is_lifting else "impose", about=about,
    )  # fmt: skip


def _reality(act: Token) -> str:
    reality, _ = reality_of(act, "sanction")
    if taken_back(act):
        return "denied"
    if reality == "planned" and decided(act):
        return "actual"
    price = given_for(act)
    if reality == "planned" and price is not None:
        return reality_of(price, "sanction")[0]
    if reality == "actual" and act.tag_ in ("VB", "VBP") and act.i == act.sent.start:
        return "demanded"  # "Maintain the sanctions, exiles told ministers"
    if reality == "actual" and act.tag_ == "VBG" and act.i <= act.sent.start + 2:
        return "planned"  # "Lifting them one by one will not help"
    return reality
