"""Texts that stand for somebody without naming them: a nickname in quotation marks, a description ("a teacher from Orsk"), a question mark."""

from __future__ import annotations

import re
from functools import lru_cache

from habeas.names.name_text import word_list
from habeas.names.parsed import parsed

#: What stands in brackets or quotation marks.
_REMARK = re.compile(r"[(\[][^()\[\]]*[)\]]|[«„“\"][^«»„“”\"]*[»”“\"]")
_BESIDE_NAMES = ("particles", "titles", "titles_before", "after", "formerly")


@lru_cache(maxsize=65536)
def is_partial(name: str) -> bool:
    """Whether a text holds no name beside nicknames and remarks, or describes somebody: words in small letters and no given name known.

    A lone word with a capital may be a surname, and is no partial name.
    """
    found = parsed(name)
    if not any(any(map(str.isalpha, word.text)) for word in found.words):
        return True
    if found.classes or found.father is not None:
        return False
    beside = set().union(*map(word_list, _BESIDE_NAMES))
    words = (word.strip(".,;:!?") for word in _REMARK.sub(" ", name).split())
    return any(word.islower() and word not in beside for word in words)
