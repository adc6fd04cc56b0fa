"""A last look at charges: what a later charge is, and which tellings of a trial only repeat what else is told of the person."""

from __future__ import annotations

import re

from habeas.claims.reading.told import Told

_TRIAL = re.compile(
    r"\b(?:trial|tried|prosecution|den(?:y|ies|ied) (?:all |both |any )?(?:the |these |those |his |her )?(?:charges?|counts?)|deny|plea)\b",
    re.IGNORECASE,
)
_ANEW = re.compile(
    r"\b(?:again|(?:has|have|had) since (?:also )?(?:been )?charged|instead charged|charged [^.;]{2,80} as well|second time|third time|once more|now (?:charged|accused|facing|on trial)|also (?:charged|accused|indicted)|(?:fresh|second|third|another|new) (?:criminal |such )?(?:case|trial|indictment|charges?|prosecution|proceedings)|in addition|anew|new offen[cs]es?|already serving|(?:while|still|already) (?:in|held in|behind) (?:custody|prison|jail|detention|bars)|before the end of (?:his|her|their) (?:term|sentence)|(?:jailed|imprisoned) (?:[a-z-]+ ){0,2}(?=(?-i:[A-Z])))\b",
    re.IGNORECASE,
)
#: These say themselves that the person is held already.
_INSIDE = re.compile(
    r"\balready serving\b|\b(?:while|still|already) (?:in|held in|behind) (?:custody|prison|jail|detention|bars)|\bbefore the end of (?:his|her|their) (?:term|sentence)"
    r"|\b(?:term|sentence) (?:is|was) (?:due|about|set) to (?:end|expire)\b"
    r"|\ba (?:second|third|fourth|further) time\b|\bbefore (?:his|her|their) release\b"
    r"|\bbefore (?:the|his|her|their) (?:term|sentence) (?:ends|ended|expires|expired|is up)"
    r"|\b(?:fresh|second|third|further|additional) (?:criminal |such )?(?:case|charges?|counts?|offen[cs]es?|indictment|trial|prosecution|proceedings|accusations?)\b"
    r"|\bmalicious(?:ly)? disobe\w+|\bdisobe\w+ (?:to |of )?(?:the )?(?:demands |orders |requirements )?(?:of |to )?(?:the )?(?:prison|colony|penitentiary|correctional|jail|institution)",
    re.IGNORECASE,
)
_PRISON_OFFENCE = re.compile(
    r"\bdisobe\w+|\bbehind bars\b|\bfrom (?:his|her) cell\b|\bwhile (?:in|serving|behind)\b|\bprison (?:administration|staff|authorities|rules|officer)\b",
    re.IGNORECASE,
)
#: Of a group these tell of a court day, not of charges.
_OF_TRIAL = re.compile(r"\b(?:put on trial|pleaded not guilty|plead not guilty|pled not guilty)\b", re.IGNORECASE)
_IF_CONVICTED = re.compile(r"\b(?:if|once|when|should \w+ be) (?:convicted|found guilty)\b", re.IGNORECASE)
_JUDGED = ("conviction", "sentence")
#: Terms under this many years are over soon.
_SHORT = 0.25
_NEVER_TRIED = re.compile(r"^(?!.*\b(?:charged|will not|won't|cannot|should)\b).*\btried\b", re.DOTALL)


def trials_settled(told: list[Told]) -> list[Told]:
    """The tellings, further charges named as such, trials left out of people whose charge or verdict is told."""
    for one in told:
        if one.type == "charge" and one.person is not None and _is_further(one, told):
            one.type = "new_charge"
        if one.type == "charge" and one.reality == "denied" and _NEVER_TRIED.search(one.quote):
            one.type = "conviction"
    return [one for one in told if not _is_repeated(one, told) and not _is_condition(one, told)]


def _is_condition(one: Told, told: list[Told]) -> bool:
    """ "could be sentenced to 15 years if convicted": what the verdict would bring is told, the verdict only as its condition."""
    return (
        one.type == "conviction"
        and one.reality == "planned"
        and _IF_CONVICTED.search(one.quote) is not None
        and any(
            o.type == "sentence" and o.person == one.person and o.span[0] < one.span[1] and one.span[0] < o.span[1]
            for o in told
        )
    )


def _is_further(one: Told, told: list[Told]) -> bool:
    """A charge told in words of newness, or dated after a verdict or release of the same person."""
    before = [
        o
        for o in told
        if o is not one
        and o.person == one.person
        and o.reality == "actual"
        and not (o.span == one.span and o.type == "charge")
    ]
    if _INSIDE.search(one.quote) or (
        any(o.type in ("charge", "arrest", "release", *_JUDGED) for o in before) and _ANEW.search(one.quote)
    ):
        return True
    if any(o.type in ("rearrest", "new_charge") and o.span[0] < one.span[0] for o in before) and not any(
        o.type == "charge" and o.span[0] < one.span[0] for o in before
    ):
        return True
    judged = [o for o in before if o.type in _JUDGED]
    if (
        any(o.span[0] < one.span[0] for o in judged)
        and _PRISON_OFFENCE.search(one.quote)
        and not any(o.span[0] < one.span[1] and one.span[0] < o.span[1] for o in judged)
    ):
        return True
    earlier = [
        o.date.last for o in before if o.type in ("release", *_JUDGED) and o.date is not None and not _is_short(o)
    ]
    since = one.date.first if one.date is not None else None
    return since is not None and any(last is not None and last < since for last in earlier)


def _is_short(judged: Told) -> bool:
    """ "was jailed for nine days in 2022": over long before the charge."""
    return judged.term is not None and judged.term < _SHORT


def _is_repeated(one: Told, told: list[Told]) -> bool:
    """ "was tried with 22 others and given 13 years": the trial adds nothing to the verdict, nor does an appeal that is dismissed."""
    if one.note == "appeal dismissed":
        return any(
            o is not one and o.person == one.person and o.type == "sentence" and o.reality == "actual" for o in told
        )
    if (
        one.type != "charge"
        or not (_TRIAL.search(one.quote) or (one.person is None and _OF_TRIAL.search(one.quote)))
        or (one.note != "trial" and re.search(r"\bcharged\b|\bindict|\baccused (?:of|by)", one.quote))
    ):
        return False
    if one.person is None:
        if _OF_TRIAL.search(one.quote):
            return True
        beside = any(o.type in _JUDGED and o.span[0] < one.span[1] and one.span[0] < o.span[1] for o in told)
        return beside or re.search(r"\bconvicted\b", one.quote) is not None
    others = (o for o in told if o is not one and o.person == one.person and o.reality == "actual")
    if any(o.type in _JUDGED for o in others):
        return True
    return one.reality != "actual" and any(
        o.type == "charge" and o.person == one.person and o.reality == "actual" for o in told
    )
