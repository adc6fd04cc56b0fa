"""Who speaks for a state or a body of states, by the words beside a name or by the noun: the parties to official talks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.refer import Referents

if TYPE_CHECKING:
    from spacy.tokens import Token

_RULERS = (
    "president",
    "dictator",
    "ruler",
    "supreme leader",
    "prime minister",
    "king",
    "premier",
    "strongman",
    "autocrat",
    "chancellor",
)
_SPEAKS_FOR = re.compile(
    r"\b(?:envoy|ambassador|diplomat|minister|secretary of state|foreign secretary|deputy secretary|special representative|rapporteur|high commissioner|commissioner"
    r"|president|chancellor|premier|senator|congress\w+|lawmaker|mp|mep|lawmakers|negotiator|consul|charg[eé]|spokes\w+|official|secretary-general|nuncio|cardinal"
    r"|opposition leader|head of|chief|adviser|advisor|ruler|dictator|governor|speaker|leader of|king|pope|chairman|counterpart|deputy|parliament|chair)\b",
    re.IGNORECASE,
)
_AT_LAW = re.compile(
    r"\b(?:lawyer|attorney|wife|husband|mother|father|sister|brother|son|daughter|cousin|warden|police|prison)\b",
    re.IGNORECASE,
)
#: Nouns for those who speak for a state, without a name.
DELEGATES = frozenset(
    {"delegation", "official", "envoy", "diplomat", "ambassador", "minister", "team", "representative", "consul", "president", "chancellor", "premier", "senator",
     "lawmaker", "negotiator", "government", "ministry", "embassy", "counterpart", "commissioner", "leader", "mission", "secretary", "mediator", "delegate",
     "rapporteur", "monarch", "king", "pope", "administration", "authority", "adviser", "emissary"}
)  # fmt: skip
#: Those whom a text may first call by their office alone.
_ENVOYS = frozenset({"envoy", "negotiator", "ambassador", "emissary"})
#: How many characters before a name its titles may take.
_TITLE = 45
_NOT_OF_STATE = frozenset({"prison", "court", "police", "party", "union", "team", "security", "opposition", "local"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Looks up whether a phrase means somebody who speaks for a state. `beside` = the words beside each name."""

    referents: Referents
    beside: Mapping[str, str]

    def rules(self, name: str) -> bool:
        """Whether the bearer is head of state or government."""
        return is_ruler(self.beside.get(name, ""))

    def speaks_for_a_state(self, name: str) -> bool:
        """Whether the words beside the name say so."""
        words = f"{self.beside.get(name, '')} | {self._titles(name)}"
        return bool(_SPEAKS_FOR.search(words)) and not _AT_LAW.search(words)

    def _titles(self, name: str) -> str:
        """The words that run up to the name: "Deputy Secretary of State NAME"."""
        shadow = self.referents.passage.shadow
        person = next((one for one in self.referents.people.persons if one.name == name), None)
        places = [mention.span[0] for mention in person.mentions] if person is not None else []
        return " | ".join(re.split(r"[,.;:()\n]", shadow[max(0, at - _TITLE) : at])[-1] for at in places)

    def named(self, sentence: Sentence, token: Token) -> list[str]:
        """Those named, or meant by a pronoun or by "the envoy"."""
        if token.pos_ == "NOUN" and any(c.lower_ == "the" for c in token.children):
            own = [c for c in token.children if c.dep_ in ("appos", "compound") and c.pos_ == "PROPN"]
            if not own:
                return self._of_that_office(sentence, token)
        beside = [self.referents.people.at(sentence.place(c)) for c in token.children if c.dep_ == "appos"]
        if token.pos_ == "NOUN" and any(beside):
            return [name for name in beside if name]
        later = self._named_later(sentence, token)
        if later:
            return later
        said = _who_says_it(token)
        if said is not None and any(self.speaks_for_a_state(name) for name in self.named(sentence, said)):
            return self.named(sentence, said)
        who = self.referents.who(sentence, token)
        return [name for name in who.persons if who.rule != "definite noun"]

    def within(self, sentence: Sentence, token: Token) -> list[str]:
        """Everyone named in the phrase: "the head of the administration, NAME"."""
        start, end = sentence.place(token.left_edge)[0], sentence.place(token.right_edge)[1]
        found = self.referents.people.between(start, end)
        tokens = [(sentence.token_at(span[1] - 1), name) for span, name in found]
        return [name for last, name in tokens if last is not None and last.dep_ != "poss"]

    def _of_that_office(self, sentence: Sentence, noun: Token) -> list[str]:
        """ "the envoy": the one named last of whom that word was said."""
        here = sentence.place(noun)[0]
        before = [name for _, name in self.referents.people.between(0, here)]
        office = " ".join([*(c.lower_ for c in noun.children if c.dep_ in ("compound", "amod")), noun.lower_])
        return next(
            ([name] for name in reversed(before) if re.search(rf"\b{re.escape(office)}\b", self.beside.get(name, ""))),
            [],
        )

    def _named_later(self, sentence: Sentence, noun: Token) -> list[str]:
        """ "a Norland envoy held talks", and further on "NAME, the Norland envoy": the only one of whom both words are said."""
        if noun.lemma_ not in _ENVOYS or not any(c.lower_ in ("a", "an") for c in noun.children):
            return []
        lands = [c.text for c in noun.subtree if c.ent_type_ in ("GPE", "NORP")]
        after = {name for _, name in self.referents.people.between(sentence.start, len(self.referents.passage.shadow))}
        beside = {name: f"{self.beside.get(name, '')} | {self._titles(name)}" for name in after}
        fitting = [n for n, words in beside.items() if noun.lemma_ in words and any(land in words for land in lands)]
        return fitting if len(fitting) == 1 else []

    def is_delegate(self, token: Token) -> bool:
        """Whether an unnamed noun, or a country or capital standing for its government, is such a party."""
        if token.lemma_.lower() in DELEGATES:
            return not any(c.lemma_.lower() in _NOT_OF_STATE for c in token.children)
        return token.ent_type_ == "GPE" or (token.ent_type_ == "ORG" and token.pos_ == "PROPN")

    def is_party(self, sentence: Sentence, token: Token) -> bool:
        """Whether either holds."""
        return self.is_delegate(token) or any(self.speaks_for_a_state(name) for name in self.named(sentence, token))


def _who_says_it(token: Token) -> Token | None:
    """ "The minister said she had raised the case": she is the minister."""
    if token.lower_ not in ("he", "she") or token.dep_ != "nsubj" or token.head.dep_ != "ccomp":
        return None
    above = token.head.head
    if not lexicon().has("speech", above.lemma_):
        return None
    subject = next((c for c in above.children if c.dep_ == "nsubj"), None)
    return subject if subject is not None and subject.pos_ != "PRON" else None


def is_ruler(title: str) -> bool:
    """Whether the words beside a name make its bearer head of state or government."""
    # "candidate for president", "opposition leader" and "vice president" do not rule
    if any(word in title.lower() for word in ("opposition", "candidate", "former", "vice")):
        return False
    return any(word in title.lower() for word in _RULERS)


def held_word(token: Token) -> bool:
    """Whether a noun means people held."""
    return lexicon().has("held_people", token.lemma_)
