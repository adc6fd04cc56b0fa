"""Places inside custody, or of care, whose leaving is no way out: a punishment cell, solitary confinement, a hospital."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_INNER = r"(?:(?:punishment|isolation|disciplinary|penalty|solitary|quarantine|strict|single)[ -](?:\w+ )?(?:cells?|confinement|blocks?|isolators?|wards?|units?|wings?|regime)|(?:solitary|isolation|quarantine|SHIZO|PKT|EPKT|kartser|karcer|the hole|the cooler)|intensive care|(?:(?:civilian|city|military|local|regional) )?(?:hospital|clinic|infirmary|sick ?bay|medical (?:unit|ward|wing)))"
_OUT_OF = re.compile(
    rf"^\S+(?: (?!from\b|out\b|and\b|but\b)[\w'’-]+){{0,5}}? (?:from|out of) (?:(?:the|a|an|his|her|their|its) )?(?:prison |jail |colony )?(?:['’]?s )?{_INNER}(?! (?:and|or) (?:prison|jail|custody))\b",
    re.IGNORECASE,
)
_LEFT = re.compile(
    rf"^(?:leaves?|leaving|left|quit|exit\w*) (?:(?:the|a|an|his|her|their|its) )?(?:prison |jail |colony )?{_INNER}\b",
    re.IGNORECASE,
)
#: A prison's own hospital may be where a term ends.
_PRISON_HOSPITAL = re.compile(r"\b(?:prison|jail|colony) (?:hospital|clinic|infirmary)\b", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:returned|moved|sent|taken|transferred|brought|put|back)\b[^.;]{0,25}\b(?:cells?|barracks?|colony|prison|jail|detention|isolator|unit)\b",
    re.IGNORECASE,
)


def leaves_inner_place(verb: Token) -> bool:
    """ "released from the punishment cell", "let out of hospital": still held, or never held there."""
    words = verb.sent.text[verb.idx - verb.sent.start_char :]
    match = _OUT_OF.match(words) or _LEFT.match(words)
    if match is None:
        return False
    return _PRISON_HOSPITAL.search(match.group()) is None or _BACK.search(words[match.end() :]) is not None
