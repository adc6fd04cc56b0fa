"""What each person is in this text: from what befell them, then from the words beside their name."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from habeas.claims.reading.kin import kin_in
from habeas.claims.reading.lexicon import lexicon
from habeas.claims.reading.model import Span
from habeas.claims.reading.parser import Sentence
from habeas.claims.reading.refer import Referents
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from spacy.tokens import Token

_TITLE_DEPS = frozenset({"compound", "amod", "nmod", "poss"})
_POLITICS = re.compile(
    r"\b(?:opposition (?:movement|party|leader)|ran (?:for|in|against)|stood for|elected|coalition|presidential candidate)\b"
)
#: A director or spokesman is an official only of a state body; of a newsroom or a group, what those are.
_STATE = re.compile(
    r"\b(?:judicia|police|minist|court|prison|government|president|state|kgb|investigat|commission|united nations|un|colony|interior|security|army|prosecut|parliament|"
    r"penitentiary|regime|embassy|council of europe|osce|foreign|federal|migration|administration|city|region|governor|white house)"
)
_OF_WHAT = (
    (
        "journalist",
        re.compile(
            r"\b(?:newspaper|magazine|news|outlet|channel|site|website|radio|television|tv|media|press service of the union)\b"
        ),
    ),
    (
        "activist",
        re.compile(
            r"\b(?:rights|watch|groups?|committee|organi[sz]ation|foundation|cent(?:re|er)|association|union|ngo|monitor|network|international|society|movement|fund|coalition|initiative|league)\b"
        ),
    ),
)
_HELD = frozenset(
    {"charge", "arrest", "sentence", "conviction", "new_charge", "rearrest", "transfer", "disappearance_incommunicado"}
)
_IN_CUSTODY = ("prisoner", "former_prisoner")
_NEAR = 90
_STILL = re.compile(r"\b(?:remain(?:s|ed)?|still|currently|is (?:being )?held|are (?:being )?held)\b", re.IGNORECASE)
_AT_LARGE = re.compile(r"\b(?:suspended (?:sentence|term|prison)|probation|under investigation)\b", re.IGNORECASE)
#: Who is called so speaks of others' freedom, as a rule.
_FREE_ROLES = re.compile(
    r"\b(?:wife|husband|father|mother|son|daughter|brother|sister|widow|envoy|ambassador|diplomat|minister|president|prosecutor|judge|director|spokes\w+|lawyer)\b"
)
_BYLINE = re.compile(
    r"(?:^|\n)By [^.\n]{0,50}$|\b(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Tt]ranslated) by [^.\n]{0,50}$"
)
_LEADS = frozenset({"director", "head", "chair", "chairman", "spokesman", "spokeswoman", "spokesperson"})
_LAWMAKING = re.compile(
    r"\b(?:president|speaker|chair\w*|head) of the (?:\w+ ){0,2}(?:assembly|parliament|senate|congress)\b"
)
_ABSENT = re.compile(r"\bin (?:absentia|(?:his|her|their) absence)\b", re.IGNORECASE)
_TRIED_ABSENT = re.compile(
    r"\b(?:convicted|tried|sentenced)\b[^,;]{0,60}\bin (?:absentia|(?:his|her|their) absence)", re.IGNORECASE
)
_SERVED = re.compile(
    r"\b(?:after (?:spending|serving)|(?:had |who |he |she )?(?<!has )(?<!have )(?:spent|served) [^.;]{0,40}?(?:years?|months?|weeks?|days))\b",
    re.IGNORECASE,
)
_OUT = frozenset({"release", "pardon", "exchange", "death_after_release"})
_ORDER = ("diplomat", "official", "politician", "journalist", "activist", "relative")


def words_beside(referents: Referents) -> dict[str, str]:
    """For each person the describing words next to their mentions, in lower case."""
    out: dict[str, list[str]] = defaultdict(list)
    for sentence in referents.passage.sentences:
        for span, name in referents.people.between(sentence.start, sentence.end):
            token = sentence.token_at(span[1] - 1)
            if token is not None:
                out[name] += [" ".join(t.text for t in group) for group in _describing(token, sentence, span)]
    return {name: " | ".join(parts).lower() for name, parts in out.items()}


def _describing(token: Token, sentence: Sentence, span: Span) -> list[list[Token]]:
    """Title, apposition before or after, and what the person "is"."""

    def outside(word: Token) -> bool:
        return not span[0] <= sentence.place(word)[0] < span[1]

    groups = [
        [
            t
            for child in token.children
            if child.dep_ in _TITLE_DEPS
            for t in child.subtree
            if outside(t)
            and t.i < token.i
            and not (t.text[0].isupper() and lexicon().has("kin", t.lower_))  # "Father NAME", a priest
            and not _is_owners(t, token)
        ]
    ]
    if token.dep_ in ("appos", "compound", "nmod"):
        groups.append([t for t in _noun_phrase(token.head) if outside(t)])
    groups += [_noun_phrase(child) for child in token.children if child.dep_ == "appos"]
    verb = token.head
    if token.dep_ == "nsubj" and verb.lemma_ in ("be", "become", "remain"):
        groups += [_noun_phrase(child) for child in verb.children if child.dep_ == "attr" and child.lower_ != "one"]
    return groups


def _is_owners(word: Token, name: Token) -> bool:
    """ "the journalist's lawyer NAME": the journalist is somebody else, unlike "the opposition's NAME"."""
    here = word
    while here != name and here.head != here:
        if here.dep_ == "poss" and here.lower_ != "opposition":
            return True
        here = here.head
    return False


def _noun_phrase(noun: Token) -> list[Token]:
    """The noun with what it carries, but no clause; at most twelve words."""
    inside = {
        t
        for child in noun.children
        if child.dep_ in ("compound", "amod", "nmod", "prep", "poss", "conj")
        for t in child.subtree
    }
    return sorted({noun, *inside}, key=lambda t: t.i)[:12]


def roles_of(
    referents: Referents, told: list[Told], beside: dict[str, str], described: set[str]
) -> dict[str, tuple[str, str]]:
    """Person -> (role, the rule that gave it)."""
    acts = _acts(referents)
    around, authors = _around(referents), _authors(referents)
    roles = {
        person.name: _role([one for one in told if one.person == person.name], beside.get(person.name, ""), person.name in described, acts.get(person.name, ""), around.get(person.name, ""))
        for person in referents.people.persons
    }  # fmt: skip
    roles |= {name: ("journalist", "role.byline") for name in authors if roles[name][0] == "other"}
    kin = kin_in(referents)
    return {name: _as_relative(name, role, roles, kin) for name, role in roles.items()}


def _as_relative(
    name: str, role: tuple[str, str], roles: dict[str, tuple[str, str]], kin: set[tuple[str, str]]
) -> tuple[str, str]:
    """Who is nothing else of note and is kin to someone in custody is a relative; who is only called kin to somebody else is not."""
    own = [other for one, other in kin if one == name]
    in_custody = any(roles[other][0] in _IN_CUSTODY for other in own if other in roles)
    if role[0] == "other" and in_custody:
        return "relative", "role.kin"
    return role


def _is_absent(one: Told) -> bool:
    """Whether the words try the person in absentia: before the name, or after it before anybody else is joined."""
    match, at = _ABSENT.search(one.quote), one.quote.find((one.person or "").split()[-1])
    if match is None:
        return False
    if _TRIED_ABSENT.search(one.quote):
        return True
    return match.start() < at or " and " not in one.quote[at : match.start()]


def _acts(referents: Referents) -> dict[str, str]:
    """The sentences each person is the subject of."""
    out: dict[str, str] = defaultdict(str)
    for sentence in referents.passage.sentences:
        root = sentence.tokens.root
        subject = next((child for child in root.children if child.dep_ == "nsubj"), None)
        for name in referents.who(sentence, subject).persons if subject is not None else ():
            out[name] += f" {sentence.tokens.text}"
    return out


def _authors(referents: Referents) -> list[str]:
    """Who signs: "By NAME" at the head of a line."""
    shadow = referents.passage.shadow
    firsts = ((p.name, p.mentions[0].span[0]) for p in referents.people.persons)
    return [name for name, start in firsts if _BYLINE.search(shadow[max(0, start - 60) : start])]


def _around(referents: Referents) -> dict[str, str]:
    """The words within a stone's throw of each person's first mention, for what a director is director of."""
    shadow = referents.passage.shadow
    firsts = ((person.name, person.mentions[0].span) for person in referents.people.persons)
    return {name: shadow[max(0, span[0] - _NEAR) : span[1] + _NEAR].lower() for name, span in firsts}


def _role(told: list[Told], beside: str, is_described: bool, acts: str, around: str) -> tuple[str, str]:
    actual = [one for one in told if one.reality == "actual"]
    held = [one for one in actual if one.type in _HELD and not _is_absent(one) and not _AT_LARGE.search(one.quote)]
    out = [
        one
        for one in actual
        if one.type in _OUT or (one.type == "exile" and held) or _SERVED.search(one.words or one.quote)
    ]
    again = any(one.type == "rearrest" for one in actual)
    if any(one.type == "death_in_custody" for one in actual):
        return "prisoner", "role.died"
    if any(one.is_state and _STILL.search(one.quote) for one in held):
        return "prisoner", "role.still"
    if out and not again:
        return "former_prisoner", "role.out"
    if re.search(
        r"\b(?:former|ex-?)[ -]?(?:political )?prisoner|(?:released|freed) (?:\w+ )?(?:prisoner|detainee)s?\b", beside
    ):
        return "former_prisoner", "role.former"
    if held or is_described or re.search(r"\b(?:jailed|imprisoned|detained|prisoner|incarcerated)\b", beside):
        return "prisoner", "role.held"
    if "opposition" in beside and not _STATE.search(beside):
        return "politician", "role.opposition"
    if _LAWMAKING.search(beside):
        return "politician", "role.parliament"
    wanted = any(one.type in (*_OUT, "sentence") and one.reality != "actual" for one in told)
    if wanted and not _FREE_ROLES.search(beside):
        return "prisoner", "role.to be freed"
    for role in _ORDER:
        cue = next((cue for cue in lexicon().roles[role] if re.search(rf"\b{re.escape(cue)}s?\b", beside)), None)
        if cue in lexicon().words["heads_of_anything"] and not _STATE.search(beside):
            led = "activist" if cue in _LEADS and not _STATE.search(around) else role
            role = next(
                (
                    kind
                    for kind, words in _OF_WHAT
                    if words.search(beside) or (kind == "activist" and words.search(around))
                ),
                led,
            )
        if cue and role == "relative" and _POLITICS.search(acts):
            return "politician", "role.acts"
        if cue:
            return role, f"role.{cue}"
    return "other", "role.none"
