"""Pardons in Russian told beside a release ("вышел по помилованию"), and the refusal to ask for one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from habeas.claims.reading.russian.events import RULE, RuReader
from habeas.claims.reading.told import Told

if TYPE_CHECKING:
    from habeas.claims.reading.russian.words import RuSentence

_BY_PARDON = re.compile(
    r"\b(?:по|после|благодаря|в рамках|на основании|в порядке|в соответствии с|согласно|в результате) (?:\w+ ){0,3}?(?:помиловани\w+|амнисти\w+)\b",
    re.IGNORECASE,
)
_WAYS_OUT = frozenset({"release", "exile"})
_REFUSES = re.compile(
    r"\b(?:отказа\w+|отказыва\w+|не (?:стал[аи]?|будет|буду|собира\w+|намерен[аы]?|хо\w+|захотел[аи]?|пожелал[аи]?|согласил\w+))\s+(?:\w+ ){0,3}?(?:проси\w+|писа\w+|пода\w+|подпис\w+|обраща\w+|от)\b[^.;]{0,40}?\bпомиловани\w+"
    r"|\bпрошени\w+ о помиловани\w+[^.;]{0,40}?\b(?:отказа\w+|отказыва\w+|не (?:писал|подавал|подписал|подписывал|просил|подписыва\w+|пишет|подписал))\w*"
    r"|\b(?:бумаг\w+|прошени\w+) о помиловани\w+ я не (?:подписывал|подписал|писал|подавал)\w*"
    r"|\bпомиловани\w+ (?:\w+ )?(?:проси\w+|добива\w+|ходатайств\w+) (?:\w+ )?(?:не (?:стал[аи]?|стан\w+|будет|буду|собира\w+|намерен[аы]?|хо\w+)|отказа\w+)"
    r"|\bне (?:писал|подавал|подписал|подписывал|просил)\w* (?:\w+ ){0,3}?(?:прошени\w+ )?о помиловани\w+",
    re.IGNORECASE,
)


def pardons_told(reader: RuReader, told: list[Told]) -> Iterator[Told]:
    """Every pardon that a word of release brings with it, then every refusal to ask."""
    for one in told:
        if one.type in _WAYS_OUT and one.reality in ("actual", "planned"):
            known = any(t.type == "pardon" and t.person == one.person and _touch(t, one) for t in told)
            if not known and _BY_PARDON.search(one.quote.replace("ё", "е")):
                yield replace(one, type="pardon", rules={f"{RULE}.by pardon"}, is_reference=False)
    for sentence in reader.referents.passage.sentences:
        text = reader.text(sentence).replace("ё", "е")
        match = _REFUSES.search(text)
        name = _who_refuses(reader, sentence, sentence.span[0] + match.start()) if match is not None else None
        if match is not None and name is not None:
            quote, span = reader.quote((sentence.span[0] + match.start(), sentence.span[0] + match.end()))
            yield Told("pardon", name, None, quote, span, "denied", {f"{RULE}.no request"}, is_member="name")


def _touch(one: Told, other: Told) -> bool:
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _who_refuses(reader: RuReader, sentence: RuSentence, place: int) -> str | None:
    """The subject of the verb: the name in the nominative before it, else the one spoken of last whom the verb's gender fits."""
    before = [one for one in reader.referents.named(sentence) if one.last.span[1] <= place and one.case == "Nom"]
    verb = next((w for w in sentence.words if w.span[0] >= place and w.feats.get("VerbForm") == "Fin"), None)
    own = next((w for w in sentence.words if w.low == "я" and w.span[0] >= place), None)
    if own is not None:
        return next(iter(reader.referents.who(sentence, own).persons), None)
    if before:
        return before[-1].person.name
    if verb is None or verb.feats.get("Number") == "Plur":
        return None
    gender = {"Masc": "m", "Fem": "f"}.get(verb.feats.get("Gender", ""))
    name = reader.referents.recent.by_gender(sentence, verb, gender)
    return name if name in reader.referents.preferred else None
