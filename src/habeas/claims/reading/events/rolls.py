"""Lists of names told by what befell them: "Those remanded are A and B", "The four released, all under control, are A and B", "Still in custody is C"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from habeas.claims.reading.events.voters import Reader
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.whom.joined import joined_names
from habeas.claims.reading.whom.listed import names_running_on

RULE = "rolls"
#: What a participle or noun before the verb says of those named after it; the first that fits.
_KINDS = (
    ("rearrest", r"re-?arrested|detained again|arrested again"),
    ("exchange", r"exchanged|swapped|traded"),
    ("pardon", r"pardoned|amnestied"),
    ("exile", r"deported|expelled|exiled|banished"),
    ("sentence", r"sentenced"),
    ("conviction", r"convicted|found guilty"),
    ("charge", r"charged|indicted|on trial|standing trial"),
    ("release", r"released|freed|let go|let out|bailed|set free|walked free|discharged|paroled"),
    ("arrest", r"arrested|detained|remanded|rounded up|seized|picked up|taken away|jailed|imprisoned|abducted|kidnapped|detainees"),
    ("state", r"in (?:[\w-]+ ){0,2}(?:custody|jail|prison|detention)|behind bars|held|locked up|in a cell|inside|incarcerated"),
)  # fmt: skip
_DONE = "|".join(words for _, words in _KINDS)
_COMPILED = tuple((kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _KINDS)
_STEP = r"(?:still|also|now|already|currently|newly|just|being|reportedly|known to be)"
_BE = r"(?:are|were|is|was|include[sd]?|(?:are|were|have been|has been|was) (?:named|identified|listed) (?:by [^,.;:]{3,40} )?as|remain[s]?)"
_OPENINGS = (
    re.compile(
        rf"^\W*(?:(?:but|and|also|meanwhile),? )?(?:among )?(?:those|others|the others|people|prisoners|(?:all|the|these)(?: (?!for |of |who |with |by |that |to |from )[\w-]+){{0,4}}?)"
        rf"(?: who (?:were|are|have been|had been|was|remain|remained|(?:will|must|are to) (?:stay|remain)))?(?: {_STEP})* (?P<what>{_DONE})\b[^.;:\"]{{0,90}}? {_BE}\b(?! (?:not|expected|to be|being|due|set)\b)",
        re.IGNORECASE,
    ),
    re.compile(rf"^\W*(?:but |and |also |meanwhile,? )?(?:(?:also|now|remaining) )?still (?P<what>{_DONE})\b[^.;:\"]{{0,50}}? {_BE}\b(?! not)", re.IGNORECASE),
    re.compile(r"^\W*(?:(?:UPD|update|breaking|news|(?:just|newly|also)):? )?(?P<what>detained|arrested|released|freed|deported|expelled|pardoned|charged|sentenced)(?: (?:today|yesterday|tonight|also|so far|in|at|on|near|overnight|this)[^.;:\"]{0,40})?:", re.IGNORECASE),
    re.compile(rf"^\W*(?:the )?names of (?:those|the)(?: [\w-]+){{0,2}}? (?P<what>{_DONE})\b[^.;:\"]{{0,60}}?(?::| are\b| were\b)", re.IGNORECASE),
)  # fmt: skip
_UNREAL = re.compile(
    r"\b(?:not|never|should|would|could|may|might|will|to be|expected|hop\w+|if|wanted)\b", re.IGNORECASE
)
#: Said of people held: they go on being held.
_STAYING = re.compile(r"\b(?:will|must|are to) (?:stay|remain)\b", re.IGNORECASE)
_NEAR = 70


_INTRODUCED = re.compile(r"(?:[,:]|\s[-–—])\s(?:(?:the|an?|his|her|their|its|both|namely|[a-z][\w-]*) ){0,6}$")
_MOST = 12
_TOLD_BY = re.compile(r"\b(?:according to|said|told|say|says|confirmed)\b[^,.;:]*$", re.IGNORECASE)


def counted_and_named(reader: Reader, told: list[Told]) -> Iterator[Told]:
    """ "Two people were detained on Monday, the editor A and the poet B": as many names end the sentence as people are counted in it."""
    shadow = reader.referents.passage.shadow
    for one in told:
        if (
            not one.is_group
            or one.count is None
            or not 1 < one.count <= _MOST
            or one.reality != "actual"
            or one.members
        ):
            continue
        sentence = next((s for s in reader.referents.passage.sentences if s.start <= one.span[0] < s.end), None)
        named = reader.referents.people.between(sentence.start, sentence.end) if sentence is not None else []
        if sentence is None or len({name for _, name in named}) != one.count or len(named) != one.count:
            continue
        before = shadow[sentence.start : named[0][0][0]]
        token = sentence.token_at(named[0][0][1] - 1)
        tail = shadow[named[-1][0][1] : sentence.end]
        if (
            token is None
            or not _INTRODUCED.search(before)
            or _TOLD_BY.search(before)
            or len(before) < _MOST
            or len(tail) > _NEAR
        ):
            continue
        names = joined_names(reader.referents.people, sentence, token)
        if len(names) != one.count or any(o.person in names and o.type == one.type for o in told):
            continue
        for name in names:
            yield replace(
                one,
                person=name,
                count=None,
                rules={f"{RULE}.{one.type}"},
                members=[],
                words="",
                is_member="member",
                is_clause=False,
            )


def rolls_told(reader: Reader) -> Iterator[Told]:
    """One telling for each name that such a sentence lists, in the order of the text."""
    shadow = reader.referents.passage.shadow
    for sentence in reader.referents.passage.sentences:
        text = shadow[sentence.start : sentence.end]
        opening = next((m for pattern in _OPENINGS if (m := pattern.match(text)) is not None), None)
        if opening is None or _UNREAL.search(_STAYING.sub("", opening.group())):
            continue
        kind = next(kind for kind, words in _COMPILED if words.search(opening["what"]))
        yield from _listed(reader, sentence, sentence.start + opening.end(), kind)


def _listed(reader: Reader, sentence: Sentence, start: int, kind: str) -> Iterator[Told]:
    shadow = reader.referents.passage.shadow
    names = names_running_on(reader.referents.people, sentence, start, shadow)
    first = reader.referents.people.between(start, sentence.end)
    if not names or not first or first[0][0][0] - start > _NEAR:
        return
    quote, span = quote_at(reader.referents.passage, (sentence.start, sentence.end))
    is_state = kind == "state"
    for name in names:
        yield Told(
            "arrest" if is_state else kind, name, None, quote, span, "actual", {f"{RULE}.{kind}"}, is_state=is_state,
            said_by=reader.speakers.at(sentence, sentence.tokens.root), is_member="member",
        )  # fmt: skip
