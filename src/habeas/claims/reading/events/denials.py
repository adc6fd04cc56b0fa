"""What is denied of everybody: "is not holding any politician", "denied that any inmate was ill", "there had been no deaths in custody".

"There are no political prisoners" denies what those held are called, not that anybody is held: no event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told

RULE = "denials"
_HELD = r"(?:in (?:jail|prison|custody|detention|(?:our|its|the|their) (?:prisons|jails))|behind bars|imprisoned|jailed|detained|held|arrested|incarcerated|locked up|prosecuted|persecuted|punished|tried)"
_DENIED = re.compile(
    rf"\b(?:does|do|did|is|are|was)(?: not|n't|n’t) (?:have|hold|holding|keep|keeping|jail|jailing|imprison) (?:any |a single |one )?(?:[\w'’-]+ ){{0,3}}?[\"'“‘]?"
    r"(?:politicians?|journalists?|activists?|dissidents?|critics?)"
    rf"|\bden(?:y|ies|ied|ying) (?:that (?:it|they|he|she) (?:has|have|had|holds?|held) |holding |having |keeping )(?:any |a single )?(?:[\w'’-]+ ){{0,3}}?[\"'“‘]?(?:politicians?|journalists?)"
    rf"|\bden(?:y|ies|ied|ying) that (?:anyone|anybody|any [\w-]+)(?: (?:in|from) [^.,;:]{{2,30}}?)? (?:is|are|was|were|has been|have been|had been)(?: being| ever)* {_HELD}",
    re.IGNORECASE,
)  # fmt: skip
_WHO = r"(?P<who>anyone|anybody|any (?:[\w'’-]+ ){0,3}?[\w'’-]+|either(?: (?:man|woman|prisoner|detainee))?(?: of (?:the |them|these )?(?:[\w'’-]+ ?){0,3}?)?)(?: (?:in|of|from|at|on|there) [^.,;:]{2,40}?)?"
_HAS_BEEN = r" (?:is|are|was|were|has been|have been|had been|has|have|had)(?: being| ever| been)*"
_OTHER = (
    ("health_condition", r"(?:(?:seriously |gravely |critically )?(?:ill|sick|unwell)(?!-)|in (?:poor|bad|failing|ill) health|injured|hurt|on (?:a )?hunger strike|suffering from|any (?:injur|illness|health)\w*)\b"),
    ("conviction", r"(?:convicted|found guilty)\b"),
    ("death_in_custody", r"died (?:in (?:police |state )?(?:custody|prison|jail|detention)|behind bars)\b"),
)  # fmt: skip
_DENIED_OTHERWISE = tuple(
    (kind, re.compile(rf"\bden(?:y|ies|ied|ying) that {_WHO}{_HAS_BEEN} {words}", re.IGNORECASE))
    for kind, words in _OTHER
)
_NO_DEATHS = re.compile(
    r"\b(?:there (?:had|have|has|were|was) (?:been )?no|had (?:seen|recorded|registered) no|not (?:a single|one)) deaths? (?:in (?:police |state )?(?:custody|prisons?|jails?|detention)|behind bars)\b"
    r"|\b(?:no|not (?:a single|one)) (?:prisoners?|inmates?|detainees?|one|person) (?:had|has|have) (?:ever )?died (?:in (?:police |state )?(?:custody|prisons?|jails?|detention)|behind bars)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:until|till|unless|if|when|once|so that|where|hopes?|wish\w*|dream\w*|imagine|demand\w*|want\w*)\b[^.;:\"]{0,40}$",
    re.IGNORECASE,
)


def denials_told(reader: Reader) -> Iterator[Told]:
    """What is denied of everybody, or of either of two, for each sentence that says so."""
    for sentence in reader.referents.passage.sentences:
        text = reader.referents.passage.shadow[sentence.start : sentence.end]
        found = [("arrest", _DENIED.search(text)), ("death_in_custody", _NO_DEATHS.search(text))]
        found += [(kind, words.search(text)) for kind, words in _DENIED_OTHERWISE]
        for kind, match in found:
            if match is None or _NOT_YET.search(text[: match.start()]) or text.rstrip().endswith("?"):
                continue
            for person in _of_whom(reader, sentence, match) or (None,):
                yield _told(reader, sentence, kind, person, match)


def _of_whom(reader: Reader, sentence: Sentence, match: re.Match[str]) -> tuple[str, ...]:
    """The two that "either" means; nobody in particular otherwise."""
    who = match.groupdict().get("who")
    either = (
        sentence.token_at(sentence.start + match.start("who")) if who and who.lower().startswith("either") else None
    )
    return reader.referents.who(sentence, either).persons if either is not None else ()


def _told(reader: Reader, sentence: Sentence, kind: str, person: str | None, match: re.Match[str]) -> Told:
    quote, span = quote_at(reader.referents.passage, (sentence.start + match.start(), sentence.start + match.end()))
    token = sentence.token_at(span[0]) or sentence.tokens.root
    return Told(
        kind, person, None, quote, span, "denied", {f"{RULE}.{kind}"}, said_by=reader.speakers.at(sentence, token), is_clause=True
    )  # fmt: skip
