"""Whether a name is a woman's or a man's, as far as the name itself tells: what "he" and "she" may mean in one text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib import resources

from habeas.kernel.country_files import read_yaml
from habeas.names.parsed import parsed

_FILE = "given_genders.yml"
#: Surnames that have one form for women and one for men.
_HERS = re.compile(r"(?:[oe]va|yeva|sk[ay]ya|tskaya|[oe]vná|ová|q[ıi]z[ıi])$")
_HIS = re.compile(r"(?:[^aeiou][oe]v|yev|iev|sk[iy]y?|tsky|o[gğ]lu)$")
#: "Nguyen Thi Bich": what Vietnamese women have between surname and given name.
_THI = re.compile(r"(?<=\w )Th[iị](?= \w)")


def gender_of_name(name: str) -> str | None:
    """m or f by the given name or the ending of the surname; None where the name tells neither, or both."""
    if _THI.search(name):
        return "f"
    first, _, rest = name.partition(" ")
    by_surname = "f" if _HERS.search(rest) else "m" if _HIS.search(rest) else None
    listed = _listed().get(_plain(first))
    if listed is not None:
        return listed if by_surname in (None, listed) else None
    found = parsed(name)
    agree = any(word.surname.gender == found.gender for word in found.surname)
    return found.gender if found.gender and agree else by_surname


def is_given_name(word: str) -> bool:
    """Whether the word is a given name of the list, of either gender."""
    return _plain(word) in _listed()


@lru_cache(maxsize=1)
def _listed() -> dict[str, str]:
    data = read_yaml(resources.files(__package__).joinpath(_FILE).read_text("utf-8"), _FILE)
    return {name: gender for gender in ("f", "m") for name in data[gender].split()}


def _plain(word: str) -> str:
    """Lower case without accents."""
    letters = unicodedata.normalize("NFD", word.lower().replace("ı", "i").replace("ə", "a"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).rstrip(".,")
