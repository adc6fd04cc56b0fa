"""What pymorphy3's dictionary says of a Russian word by itself, and where that outweighs the model, which judges by the sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from habeas.claims.reading.russian.models import models

#: Forms of which the dictionary gives another word first.
_LEMMAS = {
    "пришли": "прийти",
    "дали": "дать",
    "стали": "стать",
    "вели": "вести",
    "вышли": "выйти",
    "села": "сесть",
    "сели": "сесть",
}
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn"})
#: What the model takes a rare verb at the head of a sentence for.
_NO_VERBS = frozenset({"PRON", "NOUN", "PROPN", "ADJ", "ADV", "DET", "X"})
_FEATS = {
    "sing": ("Number", "Sing"), "plur": ("Number", "Plur"), "past": ("Tense", "Past"), "masc": ("Gender", "Masc"), "femn": ("Gender", "Fem"), "neut": ("Gender", "Neut"),
    "indc": ("Mood", "Ind"), "nomn": ("Case", "Nom"), "gent": ("Case", "Gen"), "datv": ("Case", "Dat"), "accs": ("Case", "Acc"), "ablt": ("Case", "Ins"), "loct": ("Case", "Loc"),
}  # fmt: skip


@lru_cache(maxsize=65536)
def parses_of(text: str) -> list[Any]:
    """Every reading of the word, the likeliest first."""
    return list(models().lemmas.parse(text))


def is_known(text: str) -> bool:
    """Whether the dictionary holds the word itself, and does not guess."""
    return bool(models().lemmas.word_is_known(text.lower()))


def lemma_of(text: str) -> str:
    """The likeliest dictionary form of a word; ё as е."""
    parses = parses_of(text)
    return str(parses[0].normal_form).replace("ё", "е") if parses else text.lower()


def lemma_as(text: str, pos: str, feats: Mapping[str, str]) -> str:
    """The dictionary form that fits the word's part of speech best; ё as е."""
    wanted = {
        "VERB": ("VERB", "INFN", "PRTF", "PRTS", "GRND"),
        "NOUN": ("NOUN",),
        "PROPN": ("NOUN",),
        "ADJ": ("ADJF", "ADJS", "PRTF"),
    }.get(pos, ())
    if text.lower() in _LEMMAS:
        return _LEMMAS[text.lower()]
    parses = parses_of(text)
    best = next((p for p in parses if p.tag.POS in wanted), parses[0])
    lemma = str(best.normal_form).replace("ё", "е")
    return "экстрадировать" if pos == "VERB" and lemma.startswith("экстрадир") else lemma


def mended(text: str, pos: str, feats: dict[str, str], rel: str, opens: bool) -> tuple[str, dict[str, str]]:
    """Part of speech and grammar as the model has them, or as the dictionary has them where it knows the word as nothing else.

    "Журналистку задержали": a word for people that has its capital from the sentence it `opens` is no name. "Обвинили в измене" has a verb;
    "ИМЯ, осужденный по делу" a participle.
    """
    if pos == "PROPN" and opens and _is_only_common(text):
        return "NOUN", {**feats, **_noun(text, feats.get("Case"))}
    if pos in ("NOUN", "ADJ") and rel == "acl" and (voice := _voice(text)):
        return "VERB", {**feats, "VerbForm": "Part", "Voice": voice}
    is_odd = pos in _NO_VERBS or (pos == "VERB" and feats.get("Tense") != "Past")
    if is_odd and (grammar := _verb(text)):
        return "VERB", grammar
    return pos, feats


def _is_only_common(text: str) -> bool:
    """Whether the word is a noun for a living being, and by no reading a name."""
    parses = parses_of(text)
    return (
        is_known(text)
        and {"NOUN", "anim"} <= set(parses[0].tag.grammemes)
        and not any(_NAMES & set(p.tag.grammemes) for p in parses)
    )


def _noun(text: str, case: str | None) -> dict[str, str]:
    """The noun's grammar in the model's case, in its likeliest where the word has no form in that."""
    made = [_feats(p) for p in parses_of(text) if p.tag.POS == "NOUN"]
    return next((one for one in made if one.get("Case") == case), made[0])


def _voice(text: str) -> str | None:
    """Of a word that can be a full participle, its voice."""
    parse = next((p for p in parses_of(text) if p.tag.POS == "PRTF"), None)
    return None if parse is None else "Pass" if parse.tag.voice == "pssv" else "Act"


@lru_cache(maxsize=4096)
def _verb(text: str) -> dict[str, str]:
    """The grammar of a word that the dictionary knows as a finite verb in the past and as nothing else; empty for any other."""
    parses = parses_of(text)
    if not is_known(text) or not all(p.tag.POS == "VERB" and p.tag.tense == "past" for p in parses):
        return {}
    return {"VerbForm": "Fin", "Voice": "Act", **_feats(parses[0])}


def _feats(parse: Any) -> dict[str, str]:
    return dict(_FEATS[one] for one in map(str, parse.tag.grammemes) if one in _FEATS)
