"""What befell people told of by their number alone: words that stand round a number of people. Tables only."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Whom a number counts, where it says so at all.
_WHOM = r"(?: (?:or so|more|others?|other|further|additional|political|former|elderly|young|men|women|people|persons|prisoners|detainees|inmates|opponents|activists|dissidents|protesters|students|journalists|captives|hostages|convicts|critics|politicians|citizens|nationals|individuals|defendants|accused|suspects|passengers|jailed|(?-i:[A-Z][a-z]+s)))*"
_OF_THEM = r"(?: of (?:them|these|those|the [\w-]+|(?:the|those) [\w ]{3,40}?))?"
_CRAFT = r"(?:flight|plane|jet|bus|buses|charter|aircraft|aeroplane|airplane|airliner|boat|ferry|train)"
_COURT = r"(?:(?:a|the) )?(?:[\w’'-]+ ){0,2}?(?:courts?|judges?|magistrates?|tribunals?|dock)"


@dataclass(frozen=True, slots=True)
class Numbered:
    """One row: `before` ends where the number begins, `after` starts where it ends; `needs` = a kind told elsewhere in the text, without which it counts for nothing."""

    kind: str
    reality: str
    before: re.Pattern[str]
    after: re.Pattern[str]
    needs: str | None = None


def _row(kind: str, before: str, after: str, reality: str = "actual", needs: str | None = None) -> Numbered:
    return Numbered(kind, reality, re.compile(f"(?:{before})$", re.IGNORECASE), re.compile(after, re.IGNORECASE), needs)


#: Where a clause of which the number is the subject begins.
_OPEN = r"\bsince (?-i:[A-Z])\w+ |^\W*|[.;:,–—]\W*(?:and |but |while |with )?|\b(?:and|but|while|that|which|said|says|least|about|some|another|all|the|other|only|over|most|when|as|since) |\b(?:on|in|last|this) (?:[\w-]+ ){1,2}"

#: A group without a name before its number.
_BATCH = r"|\b(?:group|batch|list|wave|round) of (?:up to|some|about|around|at least|roughly|another)? ?"
_MAY = r"(?:would|will|could|may|might|should|can|(?:are|were|was|is) (?:due|expected|set|likely) to|to)"

ROWS: tuple[Numbered, ...] = (
    _row("exchange", r"\bin (?:return|exchange),? (?:[\w'-]+ ){0,4}?(?:the )?", rf"^{_WHOM}(?: [\w'-]+){{1,3}}?(?: (?:held|jailed|serving|imprisoned|detained|convicted)\b[^.;:]{{0,60}}?)? (?:were|was) (?:flown|sent|handed over|released|freed|let go|delivered|returned|driven)\b", needs="exchange"),
    _row("release", _OPEN + _BATCH + r"|\b(?:another|further|more|said|that|expect\w*|least) ", rf"^{_OF_THEM}{_WHOM} {_MAY} (?:soon |also |then |all )?(?:be (?:out|home)|walk (?:out|free)|come (?:home|out)|leave(?= before|\W|$| prison| custody| in )|go (?:home|free)|get out)\b", "planned", needs="custody"),
    _row("release", r"\b(?:hop(?:e|es|ed)|expect(?:s|ed)?|plans?|planned|wants?|wanted|promised|aims?) to (?:bring|get) (?:out|home) (?:another |a further |at least |up to )?", rf"^{_WHOM}(?=[ .,;])", "planned", needs="custody"),
    _row("exchange", _OPEN, rf"^{_OF_THEM}{_WHOM} (?:(?:were|was) (?:flown|sent|handed over|released|freed|let go|delivered|returned|driven|received)|left|flew|came|went|travell?ed|crossed|headed|moved|returned|boarded|walked|made the (?:trip|journey))(?: (?:out|over|back|home|across))?(?= (?:from|to|of|by|in|for|the (?:other|opposite)|(?-i:[A-Z]))|\W*$)", needs="exchange"),
    _row("exchange", r"\b(?:swap|exchange|trade|deal)\b[^.;:]{0,60} (?:involved|covered|saw|brought home|included|encompassed|took in)(?: some| about| at least)? ", rf"^{_WHOM}(?=[.,;]| (?:in|from|on|cross|change|go|being|and|people)|$)", needs="exchange"),
    _row("death_in_custody", _OPEN, r"^ of (?:them|these|those (?:held|arrested|detained|jailed|imprisoned|on the list|named|listed|on it|seized|rounded up|in custody|convicted|sentenced)|the (?:prisoners|detainees|inmates|political prisoners|jailed|arrested|detained))[^,.;:]{0,50}? (?:has |have |had )?(?:since |later |already |now |also )*(?:died|perished|lost their lives|been killed)(?! (?:after|following) (?:release|being (?:freed|released)))\b", needs="custody"),
    _row("charge", _OPEN, rf"^{_OF_THEM}{_WHOM} (?:has |have |had |were |was |are )(?:been |already |also |now |so far |since |being )*(?:produced|arraigned|presented|brought|taken|hauled|paraded|put|appeared) (?:in|before|at|to|into) {_COURT}\b"),
    _row("charge", _OPEN, rf"^{_OF_THEM}{_WHOM} (?:have |had |all |both )*(?:den(?:y|ies|ied) (?!that|having (?:seen|met))|pleaded not guilty|plead not guilty|(?:reject|dispute|contest)(?:ed|s)? the (?:charges?|accusations?|indictment)|maintain(?:ed)? (?:their|his) innocence)"),
    _row("sentence", r"\b(?:judge|court|tribunal|magistrate|bench|chamber|panel)\b[^.;:]{0,60}? (?:has|have|had|alone has)?(?: already| since| personally)? ?(?:sent|packed off|dispatched|put away|committed)(?: some| about| at least| more than| over| nearly)? ", rf"^{_WHOM} (?:to|into|behind) (?:the |a |penal )*(?:colon(?:y|ies)|camps?|prisons?|jails?|bars)\b"),
    _row("exile", _OPEN, rf"^{_OF_THEM}{_WHOM} (?:were|was|had been|have been) (?:\w+ly )?(?:put|placed|loaded|marched|bundled|herded|packed|escorted|forced) (?:aboard|on|onto|on board|on to) (?:an? |the |one |two |a single )?(?:[\w-]+ ){{0,2}}{_CRAFT}(?: and flown| bound)? (?:to|for|out of|from) "),
    _row("exile", _OPEN, r"^(?: \w+)? (?:prisoners|political prisoners|opponents|detainees|dissidents|inmates|captives|former prisoners|freed prisoners) (?:\w+ )?(?:were|was|had been|have been) (?:flown|bussed|bused|driven|shipped|taken|sent|expelled|airlifted) (?:out of the country|abroad|into exile|over the border|across the border|to (?-i:[A-Z])\w+(?! prison))"),
    _row("arrest", r"\b(?:next|another|other|further|more) ", rf"^{_WHOM} (?:will|would|may|might|could) (?:then |soon |simply )?be (?:picked|plucked|snatched|taken|swept|pulled|rounded|seized|grabbed|locked) (?:off|from|up)\b", "planned"),
    _row("disappearance_incommunicado", _OPEN + r"|\b(?:dozen|to the|of the) ", rf"^{_OF_THEM}{_WHOM} (?:(?:who )?(?:are|were|is|being|remain|have been|had been) )?(?:still |now |currently |being )*(?:held|kept|confined|detained|locked up) (?:in (?:complete |total |full |strict |prolonged |utter |near-total |permanent )*(?:isolation|solitary)|incommunicado|without (?:any )?(?:contact|word)|in secret)\b"),
    _row("disappearance_incommunicado", _OPEN, rf"^{_OF_THEM}{_WHOM} (?:(?:(?:have|had|has)(?: still)?(?: never| not|n't)(?: yet| so far)? (?:been (?:accounted for|traced|located|found(?! guilty)|seen (?:since|again))|resurfaced|reappeared))|(?:remain|are|is|were)(?: still)? unaccounted for)\b"),
    _row("disappearance_incommunicado", _OPEN + r"|\b(?:are|is|names?|of|with|lists?|has|plus|counts?|also|includ\w+) ", rf"^{_WHOM} whose (?:detention|arrest|custody|whereabouts|fate) (?:(?:the|its|no) )?(?:\w+ ){{0,3}}(?:not|n't|never|den(?:y|ies|ied)|refus\w+|unknown|unacknowledged|unclear|a mystery|remains?)\b"),
    _row("sentence", _OPEN, rf"^{_OF_THEM}{_WHOM}(?: (?:tried|convicted|charged|arrested|accused) (?:with|alongside) [^.;:,]{{2,40}}?)? (?:received|got|drew|were (?:given|handed)) (?:terms?|sentences?|between|from|up to|\d|\w+ (?:years|months))[^.;]{{0,40}}?(?:years?|months?|terms?|sentences?)\b"),
    _row("release", _OPEN, rf"^ of (?:them|these|the [\w-]+|those [\w ]{{3,20}}?){_WHOM} (?:have |had )?(?:walked (?:out|free)|been let (?:go|out)|come (?:out|home)|came (?:out|home)|left (?:prison|jail))\b", needs="release"),
    _row("release", _OPEN, rf"^{_WHOM}[^.;:]{{0,60}}? (?:were|was) not (?:on board|on (?:the |that )?(?:plane|bus|flight|list)|among them|aboard)\b", "denied", needs="release"),
    _row("release", _OPEN, rf"^{_OF_THEM}{_WHOM} (?:has|have|had|were|was) (?:\w+ly |also |since )*(?:been )?(?:let go|let out|freed|released|bailed) on (?:bail|bond)\b"),
    _row("release", r"\bnone of (?:the |these |those |her |his |their )?(?:other )?", rf"^{_WHOM} (?:has |have |had )?(?:yet |ever |yet to )?(?:came|come|got|get|walked|made it|stepped|emerged|emerge|gone)(?: out| home| free| off)\b", "denied"),
)  # fmt: skip

#: "..., of them 223 in the last week alone", "..., 223 of them on Monday": part of what is told just before.
PART_BEFORE = re.compile(
    r"[,;(–—] ?(?:of|among) (?:them|these|those|whom)(?:,? (?:some|about|at least|only))? $", re.IGNORECASE
)
PART_AFTER = re.compile(
    r"^(?: people| prisoners| detainees)? (?:in (?!custody|prison|jail|detention|court|hospital|exile)|on (?!bail|trial|charges|remand)|since|during|over the|this|last|overnight|alone|today|yesterday)\b",
    re.IGNORECASE,
)
PART_OF = re.compile(
    r"^ of (?:them|these|whom)(?= (?:in (?!custody|prison|jail|detention|court|hospital|exile)|on (?!bail|trial|charges|remand)|since|during|over the|this|last|overnight|alone|today|yesterday)\b)",
    re.IGNORECASE,
)
