"""Whom the text calls a political prisoner, names as a member of a group so described, or gives as an example."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.model import ReadDescription, Span
from habeas.claims.reading.people.described_not import is_denied
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.whom.joined import joined_names


def descriptions_in(reader: Reader, told: list[Told]) -> tuple[ReadDescription, ...]:
    """Each person and kind once, in the order of the text."""
    found: dict[tuple[str, str], ReadDescription] = {}
    for described in sorted(
        [*_called(reader), *_members(told), *_examples(reader)], key=lambda one: (one.span, one.person, one.kind)
    ):
        found.setdefault((described.person, described.kind), described)
    return tuple(sorted(found.values(), key=lambda one: (one.span, one.person, one.kind)))


#: "a former political prisoner", "ex-political prisoner".
_FORMERLY = re.compile(r"\b(?:former|formerly|ex|one-time|onetime|erstwhile)(?: |, |-)(?:\w+ )?$", re.IGNORECASE)
#: "NAME became a political prisoner".
_NAMING = frozenset({"be", "become", "remain", "call", "consider", "recognise", "recognize", "declare", "name"})
#: "NAME, mother of political prisoner NAME": the one named next is called so.
_OF_ANOTHER = re.compile(r"\b(?:by|with|to|for|of)\b")


def phrases() -> re.Pattern[str]:
    """The phrases that call someone a political prisoner."""
    return re.compile(
        "|".join(rf"\b{re.escape(phrase)}\b" for phrase in sorted(lexicon().described, key=len, reverse=True)),
        re.IGNORECASE,
    )


def _called(reader: Reader) -> Iterator[ReadDescription]:
    people, shadow = reader.referents.people, reader.referents.passage.shadow
    for sentence in reader.referents.passage.sentences:
        for match in phrases().finditer(shadow, sentence.start, sentence.end):
            for span, name in people.between(sentence.start, sentence.end):
                if _is_beside(shadow, match.span(), span) and not _is_subject_of(sentence, span, match):
                    for one in _alike(reader, sentence, match, span) or [name]:
                        yield _description(reader, sentence, (match.span(), span), one)
            for name, place in _held_on(sentence, reader, match):
                yield _description(reader, sentence, (match.span(), place), name)


def _alike(reader: Reader, sentence: Sentence, match: re.Match[str], name: Span) -> list[str]:
    """ "A and B, two political prisoners": a plural phrase is about everybody joined to the name beside it."""
    token = sentence.token_at(name[1] - 1)
    if token is None or not match.group().lower().rstrip().endswith("s"):
        return []
    heads = (token, *token.ancestors)
    return max((joined_names(reader.referents.people, sentence, head) for head in heads), key=len)


def _is_beside(shadow: str, phrase: tuple[int, int], name: tuple[int, int]) -> bool:
    """ "political prisoner NAME", "NAME, a political prisoner", "NAME is a prisoner of conscience"."""
    if phrase[1] <= name[0]:
        return bool(
            re.fullmatch(r",? (?:(?!and )[\w-]+ (?:[\w-]+ ){0,2})?| and (?:[\w-]+ ){1,3}", shadow[phrase[1] : name[0]])
        ) and not re.search(r"\b(?:by|with|to|for|of)\b", shadow[phrase[1] : name[0]])
    between = shadow[name[1] : phrase[0]]
    return not _OF_ANOTHER.search(between) and bool(
        re.fullmatch(
            r"(?:,| is| was| has| had| -| remains)?(?: not)?(?: been)? ?(?:who (?:is|was) )?(?:(?:a|an|the|another|fellow|former|considered|recognised|recognized|as|been|prominent|known) ?)*(?:[\w-]+ ){0,2}",
            between,
        )
    )


def _is_subject_of(sentence: Sentence, name: Span, match: re.Match[str]) -> bool:
    """ "Judge NAME sentenced the political prisoner", "NAME helped political prisoners": who does it is not what it is done to."""
    if name[1] > match.start():
        return False
    between = [t for t in sentence.tokens if name[1] <= sentence.place(t)[0] < match.start()]
    verbs = [t for t in between if t.pos_ == "VERB" and t.lemma_ not in _NAMING and t.tag_ != "VBN"]
    return any(t.tag_ in ("VBD", "VBZ", "VBP") or t.dep_ in ("ROOT", "conj", "ccomp", "relcl") for t in verbs)


def _held_on(sentence: Sentence, reader: Reader, match: re.Match[str]) -> Iterator[tuple[str, Span]]:
    """ "NAME was jailed on politically motivated charges": the phrase hangs on a verb that tells it of the person."""
    token = sentence.token_at(match.start()) if "motivated" in match.group().lower() else None
    verb = next((up for up in token.ancestors if up.pos_ == "VERB"), None) if token is not None else None
    if verb is None:
        return
    subject = next(
        (child for child in verb.children if child.dep_ in ("nsubjpass", "nsubj")),
        verb.head if verb.dep_ == "acl" else None,
    )
    for name in reader.referents.who(sentence, subject).persons if subject is not None else ():
        yield name, sentence.place(subject or verb)


def _description(reader: Reader, sentence: Sentence, places: tuple[Span, ...], name: str) -> ReadDescription:
    own = [span for span, one in reader.referents.people.between(sentence.start, sentence.end) if one == name]
    if own and not any(start < place[1] and place[0] < end for place in own for start, end in places):
        # "A and B, two political prisoners": the words about A reach back to A
        places = (*places, min(own, key=lambda place: abs(place[0] - places[0][0])))
    start, end = min(p[0] for p in places), max(p[1] for p in places)
    quote, span = quote_at(reader.referents.passage, (start, end))
    token = sentence.token_at(places[0][0])
    reality = "denied" if is_denied(token) else "actual"
    said = reader.speakers.at(sentence, token) if token is not None else None
    before = reader.referents.passage.shadow[sentence.start : places[0][0]]
    rule = "description.former" if _FORMERLY.search(before) else "description.beside"
    return ReadDescription(name, "called", quote, span, rule, reality, said)


def _members(told: list[Told]) -> Iterator[ReadDescription]:
    for group in told:
        if (
            group.members
            and group.is_group
            and group.reality == "actual"
            and phrases().search(f"{group.words} {group.quote}")
        ):
            for name in group.members:
                own = next((one for one in told if one.person == name and one.type == group.type), group)
                quote, span = (own.quote, own.span) if own.is_member == "member" else (group.quote, group.span)
                yield ReadDescription(name, "member", quote, span, "description.member", "actual", group.said_by)


def _examples(reader: Reader) -> Iterator[ReadDescription]:
    """ "Prisoners like NAME", where the text speaks of political prisoners."""
    if not phrases().search(reader.referents.passage.shadow):
        return
    for sentence, name, span in examples_named(reader):
        quote, span = quote_at(reader.referents.passage, span)
        yield ReadDescription(
            name,
            "example",
            quote,
            span,
            "description.example",
            "actual",
            reader.speakers.at(sentence, sentence.tokens.root),
        )


def examples_named(reader: Reader) -> Iterator[tuple[Sentence, str, tuple[int, int]]]:
    """People given as examples of prisoners, with the words that do so."""
    held = "|".join(sorted(lexicon().words["held_people"]))
    pattern = re.compile(rf"\b(?:{held})s(?:,)? (?:like|such as) ", re.IGNORECASE)
    shadow = reader.referents.passage.shadow
    for sentence in reader.referents.passage.sentences:
        for match in pattern.finditer(shadow, sentence.start, sentence.end):
            after = [
                (span, name)
                for span, name in reader.referents.people.between(match.end(), sentence.end)
                if span[0] <= match.end() + 40
            ]
            for span, name in after[:1]:
                yield sentence, name, (match.start(), span[1])
