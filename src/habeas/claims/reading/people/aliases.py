"""Other spellings, pen names and initials of somebody the text names: one person, not two."""

from __future__ import annotations

import re
import unicodedata

from habeas.claims.reading.people.runs import Run
from habeas.claims.reading.text.parser import Passage

_GAP = 160
#: What stands between a name and the same person's other name.
_ALSO = re.compile(
    r"(?:\b(?:also|sometimes|variously|better|commonly|often)? ?(?:spelled|spelt|written|transliterated|transcribed|rendered|known|recorded|registered)(?: also| here| sometimes| simply| online| in [\w ]{2,30}| to [\w ]{2,30}| without [\w ,]{2,30}|, [\w ,]{2,30},)* as|"
    r"\b(?:publish|write|perform|record|post|tweet|blog|sing|work)(?:es|s|ed|ing)? (?:\w+ )?(?:as|under the (?:\w+ )?(?:name|pseudonym|handle))|\bunder the (?:\w+ )?(?:name|pseudonym|alias)(?: of)?|\ba\.?k\.?a\.?|\balias|\bn[ée]e|\b(?:real|pen|full|birth|legal|stage|maiden|true|given) name(?: is| was|:)?|"
    r"\bwhose (?:real|full|legal) name is|\bnicknamed|\b(?:name )?is (?:also )?(?:spelled|spelt|written)|\bborn|\bor(?: simply)?|\boften called|\bknown (?:online |to \w+ )?by (?:his|her) \w+)(?: the [a-z][\w-]+)? ?[\"'(]?$",
)
_SPELT = re.compile(
    r"\b(?:spelled|spelt|transliterated|publishes as|pen name|real name|under the (?:pen )?name)(?: is| was|:| as| of)? $"
)
#: "NAME NAME, known as Bung, ...": the one word is hers.
_KNOWN_AS = re.compile(
    r"^(?:,| \() ?(?:\w+ly |better |also )?(?:known|nicknamed)(?: \w+ly)?(?: as)?(?: the [a-z][\w-]+)? ?[\"']?$"
)
_OTHERS = re.compile(r"\b(?:and|who (?:was|is)|met|said|told)\b")


def aliases(passage: Passage, runs: list[Run], names: list[str]) -> dict[str, str]:
    """Each other name -> the name it stands for, both of several words and as written; only pairs that the text itself makes."""
    known = set(names)
    plain: dict[str, str] = {}
    for name in names:
        plain.setdefault(folded(name), name)
    found = {name: plain[folded(name)] for name in names if plain[folded(name)] != name}
    last: Run | None = None
    for run in runs:
        is_new = run.text not in known
        if (
            len(run.words) == 1
            and last is not None
            and _KNOWN_AS.search(passage.shadow[last.span[1] : run.span[0]][:_GAP])
        ):
            found.setdefault(run.text, found.get(last.text, last.text))
            continue
        if is_new and (last is None or not _is_named_so(passage.shadow[last.span[1] : run.span[0]], run)):
            continue
        if (
            last is not None
            and run.text != last.text
            and _is_also(passage.shadow[last.span[1] : run.span[0]], last, run)
        ):
            found.setdefault(run.text, found.get(last.text, last.text))
        else:
            last = run
    return {alias: name for alias, name in found.items() if alias != name}


def folded(name: str) -> str:
    """The name without accents, in small letters."""
    plain = unicodedata.normalize("NFKD", name.replace("đ", "d").replace("Đ", "D").replace("ı", "i").replace("ł", "l"))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


def by_initials(text: str, names: list[str]) -> str | None:
    """Whom "G. N." means: the one person named whose names begin so, in either order; None when there is not one."""
    letters = re.findall(r"[^\W\d_]", text)
    if not re.fullmatch(r"(?:[^\W\d_]\.\s?){2,3}", text):
        return None
    fitting = [name for name in names if name != text and sorted(part[0] for part in name.split()) == sorted(letters)]
    return fitting[0] if len(fitting) == 1 else None


def _is_also(between: str, one: Run, other: Run) -> bool:
    if len(between) > _GAP or "\n" in between:
        return False
    if between.strip() in ("(", "/", '("'):
        return _is_respelt(one.text, other.text)
    match = _ALSO.search(between.strip())
    if match is None or (". " in between and not re.search(r"\b(?:[Hh]er|[Hh]is) (?:\w+ )?name\b", between)):
        return False
    if match.group().strip(" \"'(") in ("or", "or simply", "born"):
        return between.strip().startswith(("(", ",")) and _is_respelt(one.text, other.text)
    return not _OTHERS.search(between[: match.start()]) or "her" in between or "his" in between


def _is_named_so(between: str, run: Run) -> bool:
    """ "her name is also spelled NAME": no other sign is needed that it is a name."""
    return len(run.words) > 1 and len(between) <= _GAP and bool(_SPELT.search(between))


def _is_respelt(one: str, other: str) -> bool:
    """Two spellings of one name: as many parts, each with a letter in common at its head or close to it."""
    first, second = folded(one).split(), folded(other).split()
    return len(first) == len(second) and sum(
        bool(set(a[:2]) & set(b[:2])) for a, b in zip(first, second, strict=True)
    ) == len(first)
