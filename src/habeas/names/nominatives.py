"""Cyrillic names back from the cases in which sentences put them: "освободили Яна Казачного" names Ян Казачный.

Accusative and genitive of Russian and Belarusian, by ending alone. What comes out only proposes whom to look at; nobody is matched by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

#: Endings and what may stand for them in the nominative, the longest first: of men, of women.
_MEN = (
    ("ского", ("ский",)), ("кого", ("кий",)), ("гого", ("гий",)), ("хого", ("хий",)), ("его", ("ий",)), ("ого", ("ый", "ой")),
    ("кага", ("кі",)), ("яга", ("і",)), ("ага", ("ы",)), ("ца", ("ец", "ц")), ("ая", ("ай",)), ("ея", ("ей",)), ("ия", ("ий",)), ("ія", ("ій",)),
    ("я", ("ь", "")), ("а", ("",)), ("у", ("а",)), ("ю", ("я",)),
)  # fmt: skip
_WOMEN = (
    ("ую", ("ая",)), ("юю", ("яя",)), ("овой", ("ова",)), ("евой", ("ева",)), ("ёвой", ("ёва",)), ("авай", ("ава",)), ("иной", ("ина",)),
    ("ынай", ("ына",)), ("ой", ("ая",)), ("ай", ("ая",)), ("ей", ("ая",)), ("у", ("а",)), ("ю", ("я",)), ("ы", ("а",)), ("ии", ("ия",)),
    ("іі", ("ія",)), ("и", ("а", "я")), ("і", ("а", "я")),
)  # fmt: skip
_CYRILLIC = re.compile(r"[а-яёіўА-ЯЁІЎ’'ʼ-]+")
_CLUSTER = re.compile(r"(.*[бвгджзклмнпрстфхцчшщў])([бвгджзклмнпрстфхцчшщў])")
#: A name has no more words than are tried, and no more spellings are.
_WORDS, _MOST = 4, 6


def nominatives(name: str) -> list[str]:
    """What a Cyrillic name in the accusative or genitive may be in the nominative, without itself; nothing for other scripts."""
    words = name.replace(",", " ").split()
    if not 1 < len(words) <= _WORDS or not all(_CYRILLIC.fullmatch(word) for word in words):
        return []
    found = [" ".join(one) for of in (_MEN, _WOMEN) for one in product(*(list(_forms(word, of)) for word in words))]
    return [form for form in dict.fromkeys(found) if form != " ".join(words)][:_MOST]


def _forms(word: str, of: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[str]:
    lower = word.lower()
    for ending, instead in of:
        if lower.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            yield from (_written(stem + one, word) for one in instead)
            cluster = _CLUSTER.fullmatch(stem.lower()) if of is _MEN and instead == ("",) else None
            if cluster:  # a vowel that only the nominative has: Павла, Павел
                yield _written(stem[:-1] + "е" + stem[-1], word)
            return
    yield word


def _written(form: str, like: str) -> str:
    return form.upper() if like.isupper() else form
