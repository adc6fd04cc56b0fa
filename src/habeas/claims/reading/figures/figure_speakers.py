"""Who gives a number: whoever counts, reports or estimates it in its part of the sentence, else whoever gave the number before it.

Tried in turn: the quotation it stands in; "by the group's count"; the verb of counting or saying over it; an aside ("..., it says"); "according
to"; and last the speaker of the count that it goes on from.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from habeas.claims.reading.figures.giver_grammar import (
    gives,
    is_backshifted,
    is_number,
    opening,
    owner_of,
    part_of,
    subject_of,
)
from habeas.claims.reading.figures.giver_names import GiverNames
from habeas.claims.reading.figures.giver_words import COUNTINGS, DATA, GENERIC, GIVING, KEEPING, OURS, keeps_counts
from habeas.claims.reading.speech.speakers import Speakers
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.refer import Referents

if TYPE_CHECKING:
    from spacy.tokens import Token

_REPORTED = frozenset({"nsubj", "nsubjpass", "csubj", "relcl", "agent", "poss", "advcl"})
_BY = frozenset({"by", "in", "on", "from", "per", "at", "under"})
#: "..., the bar association estimates.": a closing that the parse takes for nouns.
_NAMED = r"(?P<who>(?-i:[A-Z])[\w'.-]*(?: (?:(?:of|for|and|the|to|on|against) )*(?-i:[A-Z])[\w'.-]+)*)"
#: "..., data from Lantern show", "..., per Lantern", '"...," reads a statement signed by Lantern'.
_SOURCES = (
    re.compile(
        rf", (?:[\w-]+ )?(?:data|figures|records|statistics|numbers|research|estimates|lists?)(?: \w+ed)? (?:from|by|of|at) (?:the )?{_NAMED} (?:shows?|suggests?|indicates?)\b",
        re.IGNORECASE,
    ),
    re.compile(rf"(?:,|-|–|—) per (?:the )?{_NAMED}", re.IGNORECASE),
    re.compile(
        rf"\b(?:reads?|said|says) (?:the|a|an|their|its) (?:[\w-]+ )?(?:statement|letter|report|appeal|notice|post)(?: \w+ed)? (?:by|from) (?:the )?{_NAMED}",
        re.IGNORECASE,
    ),
)
_LAST_WORDS = re.compile(
    r",\"? (?P<who>(?:the |[A-Z])[\w'. -]{2,60}?) (?:said|says|estimates?|estimated|reports|reported|claims|claimed|adds|added|wrote|writes)(?: (?:on|in) \w+)?[.\"' ]*$"
)
#: "A new report, by the Centre for Civic Dialogue, ..."
_REPORT_BY = re.compile(
    r"(?:[\w'-]+ ){0,5}?(?:report|survey|statement|study|bulletin|review|analysis|document|list|dataset|briefing),? (?:(?:published|released|issued|compiled|kept|signed|put out)(?: (?:on |last |this |in )?\w+)? )?by (?:the )?(?P<who>(?-i:[A-Z])[\w'.-]+(?: (?:(?:of|for|and|the|to) )*(?-i:[A-Z])[\w'.-]+)*)(?=,| (?-i:[a-z]))",
    re.IGNORECASE,
)
_FIRST_WORDS = re.compile(
    r"(?:[Tt]he )?(?P<who>(?!(?:That|It|He|She|They|We|I|So|But|And|Then|Here|There|What|Who|Some|Many|Most|All)\b)[A-Z](?:(?!\bthat\b)[\w'., -]){2,70}?) (?:estimate|estimates|estimated|believe|believes|say|says|said|report|reports|reported|claim|claims|claimed) that\b"
)
_SHOWS = frozenset({"show", "suggest", "indicate", "find"})
_OWN_PEOPLE = frozenset({"colleague", "staff", "researcher", "volunteer", "organisation", "organization", "network"})
_OFFICES = GENERIC | {"office", "mission", "team", "agency", "union", "movement", "party"}
_FEW_WORDS = 60
_NEAR = 4


class FigureSpeakers:
    """Answers who gives a number; None = the author of the text."""

    def __init__(self, speakers: Speakers, referents: Referents) -> None:
        self._speakers = speakers
        self._referents = referents
        self._names = GiverNames(speakers, referents)

    def of(self, sentence: Sentence, token: Token, carried: str | None) -> str | None:
        """Who gives the number at this token. `carried` = the speaker of the count that this one goes on from, None when it goes on from none."""
        found = self._given(sentence, token)
        if found == OURS:
            return None
        if found is None and self._same_count(sentence, token):
            found = self._names.last() or carried
        found = found or carried
        if found:
            self._names.given_by.append((sentence.index, found))
        return found

    def _given(self, sentence: Sentence, token: Token) -> str | None:
        quotation = self._speakers.quotation_at(sentence.place(token)[0])
        part = part_of(token)
        if quotation is not None and quotation.span[1] - quotation.span[0] > _FEW_WORDS:
            return (
                quotation.speaker
                or self._sourced(sentence, token)
                or self._introduced(sentence)
                or self._speakers.at(sentence, token)
            )
        found = (
            self._by_count(sentence, part)
            or self._in_clause(sentence, token)
            or self._cited(sentence, part)
            or self._over(sentence, token, part)
            or self._aside(sentence, token, part)
            or self._according(sentence, part)
            or self._closing(sentence, token)
            or self._of_document(sentence, token)
            or self._sourced(sentence, token)
            or self._opening(sentence, token)
        )
        if found in (None, OURS) and quotation is not None:
            found = quotation.speaker or self._sourced(sentence, token) or self._introduced(sentence)
        if found is None and (part[-1].i >= sentence.tokens.end - 2 or part[0].i == sentence.tokens.start):
            found = self._according(sentence, list(sentence.tokens))
        if found is None and len(part) == len(sentence.tokens):
            found = self._speakers.at(sentence, token)
        if found is None and is_backshifted(token):
            found = self._introduced(sentence, 1)
        return None if found is None or is_number(found) else found

    def _according(self, sentence: Sentence, part: list[Token]) -> str | None:
        source = next((t for t in part if t.lower_ == "according"), None)
        if source is None:
            return None
        return self._names.of(sentence, next((t for t in source.subtree if t.dep_ == "pobj" and t.i > source.i), None))

    def _closing(self, sentence: Sentence, token: Token) -> str | None:
        """Who is named at the end of the whole sentence: "18 were sentenced; four were hanged, the expert said"."""
        found = self._aside(sentence, token, list(sentence.tokens)[-8:]) if token.i < sentence.tokens.end - 8 else None
        match = _LAST_WORDS.search(sentence.tokens.text)
        return found or (
            match["who"].removeprefix("the ")
            if match and sentence.start + match.start() > sentence.place(token)[0]
            else None
        )

    def _of_document(self, sentence: Sentence, token: Token) -> str | None:
        """ "A report by Lantern documents the cases of 53": by the order of words, where the parse takes the verb for a noun."""
        found = _REPORT_BY.match(sentence.tokens.text)
        if found is None or sentence.start + found.end() > sentence.place(token)[0]:
            return None
        return self._names.published(found["who"])

    def _sourced(self, sentence: Sentence, token: Token) -> str | None:
        """The source named after the number by set words."""
        text, at = sentence.tokens.text, sentence.place(token)[0] - sentence.start
        found = next((match for pattern in _SOURCES if (match := pattern.search(text, at))), None)
        return self._names.full(found["who"]) if found else None

    def _opening(self, sentence: Sentence, token: Token) -> str | None:
        """ "Diplomats in Dorvik estimate that 200 ...": by the order of words, where the parse takes the verb for a noun."""
        found = _FIRST_WORDS.match(sentence.tokens.text)
        if found is None or sentence.start + found.end() > sentence.place(token)[0]:
            return None
        people = self._referents.people.between(sentence.start + found.start("who"), sentence.start + found.end("who"))
        words = found["who"].split(",")[0]
        return people[0][1] if people else None if is_number(words) else self._names.full(words)

    def _introduced(self, sentence: Sentence, reach: int = 3) -> str | None:
        """Whoever speaks in the same paragraph before the quotation: 'X said she would ask. "There are 58." '"""
        for earlier in reversed(self._referents.passage.sentences[max(0, sentence.index - reach) : sentence.index]):
            if earlier.paragraph != sentence.paragraph:
                return None
            for verb in earlier.tokens:
                if (
                    lexicon().has("speech", verb.lemma_)
                    and verb.pos_ == "VERB"
                    and self._speakers.quotation_at(earlier.place(verb)[0]) is None
                ):
                    name = self._names.of(earlier, subject_of(verb))
                    if name:
                        return name
        return None

    def _by_count(self, sentence: Sentence, part: list[Token]) -> str | None:
        """ "by the archive's count", "in her view", "in the words of the minister"."""
        for noun in part:
            if noun.lemma_.lower() not in COUNTINGS or noun.dep_ != "pobj" or noun.head.lower_ not in _BY:
                continue
            owner = owner_of(noun)
            if owner is not None and (noun.head.lower_ != "on" or owner.dep_ == "poss"):
                return self._keeper(sentence, noun, owner) or self._names.of(sentence, owner)
        return None

    def _keeper(self, sentence: Sentence, noun: Token, owner: Token) -> str | None:
        """ "Lantern had 52 names on its list": the subject, where it is an organisation."""
        if owner.lower_ not in ("its", "their"):
            return None
        verb = next((up for up in noun.ancestors if up.pos_ in ("VERB", "AUX")), None)
        subject = subject_of(verb) if verb is not None else None
        if subject is None or subject.pos_ not in ("PROPN", "NOUN") or not keeps_counts(subject):
            return None
        return self._names.of(sentence, subject)

    def _in_clause(self, sentence: Sentence, token: Token) -> str | None:
        """ "23 reporters who it says are held": whoever says it of them in their own clause."""
        noun = token.head if token.dep_ in ("nummod", "quantmod") else token
        near = [c for up in (noun, noun.head.head) for c in up.children if noun.i < c.i <= noun.i + _NEAR]
        done = next((c for c in near if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ in GIVING - KEEPING), None)
        agent = next((o for c in done.children if c.dep_ == "agent" for o in c.children), None) if done else None
        if agent is not None:
            return self._names.of(sentence, agent)  # "the 14 deaths recorded by Lantern"
        clause = next(
            (
                c
                for c in near
                if c.dep_ == "relcl" and (lexicon().has("speech", c.lemma_) or c.lemma_ in GIVING - KEEPING)
            ),
            None,
        )
        subject = next((c for c in clause.children if c.dep_ == "nsubj"), None) if clause is not None else None
        if subject is None or subject.lower_ in ("who", "which", "that"):
            return None
        if subject.lower_ in ("it", "they", "he", "she"):
            verb = next((up for up in noun.ancestors if up.pos_ == "VERB"), None)
            above = subject_of(verb) if verb is not None else None
            subject = above if above is not None else subject
        return self._names.of(sentence, subject)

    def _same_count(self, sentence: Sentence, token: Token) -> bool:
        return any(
            t.lemma_.lower() in COUNTINGS
            and t.dep_ == "pobj"
            and t.head.lower_ in _BY
            and any(c.lower_ in ("same", "that", "this") for c in t.children)
            for t in part_of(token)
        )

    def _over(self, sentence: Sentence, token: Token, part: list[Token]) -> str | None:
        """The subject of the verb that reports the number."""
        here, body, is_office = token, None, False
        while here.head != here:
            above = here.head
            if above not in part:
                here = above
                continue
            if above.pos_ in ("VERB", "AUX") and here.dep_ not in _REPORTED and gives(above, here):
                agent = next(
                    (o for c in above.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"), None
                )
                if above.tag_ == "VBN" and agent is not None:
                    return self._names.of(sentence, agent)
                quoted = _quoted_as_saying(above)
                if quoted is not None:
                    return self._names.of(sentence, quoted)
                subject = subject_of(above)
                if (
                    subject is not None
                    and token not in subject.subtree
                    and (above.lemma_ not in KEEPING or subject not in part or self._keeps(subject, part))
                ):
                    found = self._names.of(sentence, subject) if subject in part else opening(part)
                    if (
                        found
                        and not _is_of_somebody(subject)
                        and (body is None or not is_office or self._is_person(found))
                    ):
                        if not _is_office(subject):
                            return found
                        is_office = True  # "NAME said the office had verified 212": NAME
                    body = body or found  # "the centre said it had verified 980": the centre
            if above.tag_ == "VBN" and here.dep_ == "nsubjpass" and above.lemma_ in GIVING - KEEPING:
                agent = next((o for c in above.children if c.dep_ == "agent" for o in c.children), None)
                if agent is not None:
                    return self._names.of(sentence, agent)  # "340 arrests have been confirmed by Lantern"
            if above.tag_ == "VBN" and here.dep_ == "xcomp":  # "was said by the ministry to cover 9,140"
                agent = next(
                    (o for c in above.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"), None
                )
                if agent is not None and lexicon().has("speech", above.lemma_):
                    return self._names.of(sentence, agent)
            here = above
        return body

    def _is_person(self, name: str) -> bool:
        return any(person.name == name for person in self._referents.people.persons)

    def _cited(self, sentence: Sentence, part: list[Token]) -> str | None:
        """ "reported, citing relatives, that 16 had died": the relatives."""
        for verb in part:
            if verb.lower_ in ("citing", "quoting"):
                source = next((c for c in verb.children if c.dep_ == "dobj"), None)
                if source is not None and (keeps_counts(source) or source.lemma_.lower() in DATA):
                    return self._names.of(sentence, source)
        return None

    def _keeps(self, subject: Token, part: list[Token]) -> bool:
        """Whether the subject may keep a list of the people it "has" or "holds"; not where the source is told: "X holds 40, according to Y"."""
        return keeps_counts(subject) and not any(t.lower_ == "according" for t in part)

    def _aside(self, sentence: Sentence, token: Token, part: list[Token]) -> str | None:
        """ "30, it says, have been summoned", "212 were held, the ministry said"."""
        for verb in part:
            if (
                verb.pos_ != "VERB"
                or not (lexicon().has("speech", verb.lemma_) or (verb.lemma_ in _SHOWS and _is_data(verb)))
                or verb == token
                or verb.tag_ in ("VBN", "VBG")
            ):
                continue
            subject = subject_of(verb)
            if (
                subject is None
                or subject.dep_ != "nsubj"
                or token in subject.subtree
                or subject.lower_ in ("who", "which", "that")
            ):
                continue
            closes = (
                verb.i + 1 >= sentence.tokens.end
                or verb.nbor().text in (",", ".", "-", "–", "—")
                or verb.i >= part[-1].i - 6
                or (
                    verb.i > token.i
                    and not any(c.dep_ in ("ccomp", "dobj", "xcomp") and c.i > verb.i for c in verb.children)
                )
            )
            opens = min(subject.left_edge.i, verb.i) == part[0].i or verb.doc[
                min(subject.left_edge.i, verb.i) - 1
            ].text in (",", "-", "–", "—", '"')
            if closes and opens and (verb.i > token.i or verb.nbor().text == ","):
                return self._names.of(sentence, subject)
        return None


def _is_of_somebody(subject: Token) -> bool:
    """ "it", "her organisation": whoever says so higher up, if anyone does, tells it."""
    return subject.lower_ in ("it", "they") or (
        subject.lemma_.lower() in _OFFICES | _OWN_PEOPLE
        and any(c.dep_ == "poss" and c.lower_ in ("her", "his", "their") for c in subject.children)
    )


def _is_data(verb: Token) -> bool:
    """ "the Alliance's research shows"."""
    subject = subject_of(verb)
    return subject is not None and subject.lemma_.lower() in DATA


def _is_office(subject: Token) -> bool:
    """ "the office", "the mission": the place of work of whoever speaks of it."""
    is_bare = all(c.lower_ == "the" for c in subject.children)
    return subject.lemma_.lower() in _OFFICES and subject.pos_ == "NOUN" and is_bare and bool(list(subject.children))


def _quoted_as_saying(verb: Token) -> Token | None:
    """The one quoted in "quoted a doctor as saying"."""
    if verb.lemma_ not in ("quote", "cite") or not any(c.dep_ == "prep" and c.lower_ == "as" for c in verb.children):
        return None
    return next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
