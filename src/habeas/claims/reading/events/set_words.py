"""What befell people told in set words round their marks: "‹3› was withdrawn from the deal", "police brought in ‹1› and ‹2›", "‹4› fled in 2021".

Tables only: each row is a kind, where those it befell stand (before the words, after them), what the words make of it, and the words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Those who seize people.
_FORCE = r"(?:police(?:men)?|officers|agents|soldiers|troops|detectives|investigators|gendarmes|security (?:men|forces|agents|officers|services?)|(?:hooded|masked|armed|unidentified|plainclothes|uniformed) (?:men|officers|agents|gunmen)|gunmen|militiamen|intelligence (?:officers|agents))"
_VEHICLE = r"(?:\w+ ){0,2}?(?:unmarked |waiting |white |black |police |prison |grey |gray )*(?:vans?|minibus(?:es)?|minivan|car|jeep|truck|pickup|lorry|vehicle|SUV|drone|saloon|bus)"
_DEAL = r"(?:(?:final|original|first|latest|published|prisoner|amnesty|release) )*(?:deal|lists?|swap|exchange|flight|plane|bus|convoy|group|amnesty|decree|names|roll|manifest|trade|agreement)"
_LEFT_OUT = r"(?:withdrawn|removed|dropped|pulled|struck|crossed|taken|scratched|cut|left|excluded|omitted|deleted|erased|held back|kept back|turned back)"
_LAND = (
    r"(?:the (?:country|territory|city|island|republic)|abroad|overseas|(?:his|her|their|‹\d+›'s) (?:country|homeland))"
)
_CAUSE = r"(?:after|before|hours|days|weeks|a (?:day|week|month|few)|shortly|soon|to (?:avoid|escape|evade)|fearing|under (?:threat|pressure)|last \w+|this \w+|in (?:\w+ )?(?:19|20)\d\d)"
_AT = r"(?:platform|airport|border|frontier|checkpoint|roadblock|scene|spot|railway station|station platform|passport (?:control|desk)|crossing|gate|pier|departure (?:hall|lounge|gate))"


_WHEN = r"(?: (?:in|on|last|this) (?:[\w-]+ ){0,2}?[\w-]+| earlier| later| there| again)?"
#: Why somebody may be living elsewhere.
_SOUGHT = re.compile(
    r"\b(?:wanted|warrants?|fled|in absentia|arrests?|arrested|bount(?:y|ies)|round-up|police|raid(?:s|ed)?|prosecut\w+)\b",
    re.IGNORECASE,
)


#: What says that whoever was driven to an airport was sent out of the country.
_SENT_OFF = re.compile(
    r"\b(?:one-way|passports? (?:good|valid) for|expel\w*|deport\w*|banish\w*|exiled?|put (?:\w+ ){0,2}on (?:a|the) (?:plane|flight)|without (?:a )?(?:passports?|papers)|never (?:to )?(?:come back|return)|if (?:he|she|they) (?:ever )?(?:came back|returned))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SetWords:
    """One row. `is_after` = those it befell follow the words; `of_held` = counts only for those whose custody other words tell; `needs_freed` = only
    where a group's way out is told before, whose type it takes; `near` = words without which it counts for nothing."""

    kind: str
    reality: str
    words: re.Pattern[str]
    is_after: bool = False
    of_held: bool = False
    needs_freed: bool = False
    note: str | None = None
    near: re.Pattern[str] | None = None


def _row(
    kind: str, words: str, reality: str = "actual", *, is_after: bool = False, of_held: bool = False, needs_freed: bool = False,
    note: str | None = None, near: re.Pattern[str] | None = None,
) -> SetWords:  # fmt: skip
    return SetWords(kind, reality, re.compile(words, re.IGNORECASE), is_after, of_held, needs_freed, note, near)


#: What says that somebody had been let out before.
_LET_OUT = re.compile(r"\b(?:released|let out|freed|set free|freedom|pardoned|walked free|came home)\b", re.IGNORECASE)

ROWS: tuple[SetWords, ...] = (
    _row("arrest", r"\b(?:shared (?:a |‹\d+›'s |the (?:same )?)(?:\w+ )?cell(?! phone)|slept in the (?:bunk|bed) (?:above|below|beside|next to|opposite)|(?:was|were) in the (?:next|same|neighbouring|adjoining|opposite) cell)\b", note="custody state"),
    _row("disappearance_incommunicado", r"\bno (?:trace|sign|word|news) (?:of|from) (?=(?:(?!(?:of|for|from|to|and|by|with)\b)[\w'-]+ ){0,4}‹\d+›(?!'s))", is_after=True),
    _row("arrest", r"\b(?:is|are|was|were|be|been) (?:still |also |now |currently )?holding (?=(?:(?!(?:of|for|from|to|and|by|with)\b)[\w'-]+ ){0,4}‹\d+›(?!'s))(?!talks|on to)", is_after=True, note="custody state"),
    _row("arrest", r"\bden(?:y|ies|ied|ying) (?:that (?:it|they) (?:is|was|are|were) )?holding (?=(?:(?!(?:of|for|from|to|and|by|with)\b)[\w'-]+ ){0,4}‹\d+›(?!'s))", "denied", is_after=True),
    _row("transfer", r"\b(?:asked|asks|urged|demanded|wants|wanted|requested|pressed)\b[^.;‹›]{0,40} to (?:hand over|extradite|surrender|send back) (?=(?:(?!(?:of|for|from|to|and|by|with)\b)[\w'-]+ ){0,4}‹\d+›(?!'s))", "demanded", is_after=True, note="extradition"),
    _row("rearrest", rf"\b(?:{_FORCE}|they|men)\b[^.;‹›]{{0,60}} (?:took|brought|hauled|drove|dragged|led|marched) (?=‹\d+› back\b(?! (?:home|to (?:‹\d+›'s|the|a|an) (?!(?:\w+ )?(?:prison|jail|cell|colony|camp)))))", is_after=True, of_held=True, near=_LET_OUT),
    _row("arrest", rf"\b{_FORCE} (?:then |also |later |had |have |promptly |eventually )*(?:brought|hauled|pulled|dragged|called|took|scooped|reeled) (?:in|up)(?! for a)(?: also| his \w+| her \w+)? (?=‹)", is_after=True),
    _row("arrest", rf"(?:was|were|been|be) (?:also |then |later |reportedly )*(?:hauled|dragged|reeled) in\b(?! front)(?: by {_FORCE})?"),
    _row("arrest", rf"\b{_FORCE} (?:then |also |later |had |have )*(?:put|threw|forced|pushed|shoved|bundled|loaded|packed|stuffed|hustled|hurled|manhandled) (?:both |all )?(?=‹[^.;]{{1,60}}? (?:in|into|onto) {_VEHICLE}\b)", is_after=True),
    _row("arrest", rf"(?:was|were|been) (?:also |then |later )*(?:put|thrown|forced|pushed|shoved|bundled|loaded|packed|stuffed|hustled|hurled) (?:in|into|onto) {_VEHICLE}\b"),
    _row("arrest", rf"(?:was|were|been) (?:also |then |himself |herself )*(?:held|apprehended|intercepted|nabbed) (?:by {_FORCE} )?(?:on|at|in) (?:the |an? )(?:\w+ ){{0,2}}?{_AT}\b(?! for \w+ hours)"),
    _row("arrest", r"\b(?:has been |had been |have been |is |was |were |are |remains? |'s (?:been )?|been )confined to (?:his|her|their|‹\d+›'s|the|a) (?:own )?(?:\w+ )?(?:home|house|flat|apartment|residence|house|village|compound|quarters)\b"),
    _row("arrest", r"\bjoined (?:him|her|them|‹\d+›|the others)(?: \w+)? (?:in (?:the )?(?:prison|jail|custody|detention|the cells?|cells)|behind bars|inside)\b"),
    _row("arrest", r"\b(?:was|spent (?:\w+ ){1,4}|had been|has been|have been|am|is) (?:held )?(?:in|at) (?-i:[A-Z])[\w-]+(?: [A-Z][\w-]+)?(?: prison| jail)? for (?:\w+[ ,]){1,9}?without (?:a |any |being )?(?:trial|charge|charged|tried)\b", note="custody state"),
    _row("release", r"\bnever (?:reached|made it to|got (?:to|as far as|through|past)|walked through|passed|saw|set foot (?:outside|beyond)|left by) (?:the |its )?(?:prison |jail |colony |front |main )*(?:gates?|door|outside|exit)\b", "denied"),
    _row("release", rf"\b(?:was|were|been) (?:later |then |abruptly |quietly |suddenly |reportedly |also |\w+ly )*{_LEFT_OUT} (?:from|off|out of) (?:the |this |that |any |both )?{_DEAL}\b", "denied", needs_freed=True),
    _row("release", r"'s (?:own )?name (?:was|is|had been|has been|does|did) (?:not|n't|never|nowhere|missing|absent|left off|crossed out|struck (?:off|out)|removed|called,? (?:and )?then)\b", "denied", of_held=True),
    _row("release", r"\b(?:is|was|were|are) (?:still )?(?:not (?:yet )?(?:on|in|among|aboard|part of|included in|one of)|nowhere (?:on|among|in|to be)|left (?:out|behind)|missing from|absent from|passed over|excluded)(?: (?:the|this|that|those|any of|either|them|it|his|her|‹\d+›)\b| seen\b|(?=[.,;]|$))(?! (?:case|court|charge|terms|grounds|same|record|way|list of (?:suspects|wanted)))", "denied", needs_freed=True, of_held=True),
    _row("release", rf"^\W*(?:(?:but|and|also) )?(?:missing|left (?:out|behind)|absent|passed over|overlooked|excluded|not included|not freed|not released|unfreed)(?: too| again| entirely| this time| from (?:the |this )?{_DEAL})?,?(?: [\w ]{{0,30}},)? (?:is|are|was|were) ", "denied", is_after=True, needs_freed=True),
    _row("release", r"^\W*(?:(?:but|and) )?(?:also )?(?:still|remaining) (?:(?:locked up|behind bars|inside|imprisoned|jailed|incarcerated|held|detained|captive)|in (?:[\w-]+ ){0,2}(?:custody|jail|prison|detention|captivity)),? (?:[\w ]{0,30}, )?(?:is|are|was|were) ", "denied", is_after=True, needs_freed=True),
    _row("release", r"\b(?:turned up|resurfaced|reappeared|was (?:dumped|left|abandoned|dropped(?: off)?)|were (?:dumped|left|dropped(?: off)?))(?: alive| again| safe| unharmed| barefoot| bruised)?(?: on \w+day| \w+ days later| the next (?:day|morning)| at dawn| in the night| days later)* (?:on|at|by|near|beside|outside|in) (?:the|a|an) (?:\w+ ){0,3}(?:road|roadside|highway|street|hospital|clinic|field|bush|forest|bridge|station|park|swamp|stage|junction|outskirts)\b", of_held=True),
    _row("exchange", rf"\b(?:reject\w*|refus\w*|declin\w*|turn(?:s|ed) down|rul(?:es|ed) out) (?:[\w']+ ){{0,6}}?(?:to include|to add|including|adding) (?:[\w']+ ){{1,5}}?in (?:the |this |any )?{_DEAL},? (?=[^‹.;]{{0,60}}‹)", "denied", is_after=True),
    _row("exchange", rf"\b(?:reject\w*|refus\w*|declin\w*|turn(?:s|ed) down|rul(?:es|ed) out) (?:[\w']+ ){{0,6}}?(?:to include|to add|including|adding) (?=‹[^.;]{{1,60}}? (?:in|to) (?:the |this |any )?{_DEAL})", "denied", is_after=True),
    _row("disappearance_incommunicado", r"\b(?:has|have|had)(?:n't| not| never|n’t) (?:yet )?(?:turned up|resurfaced|reappeared|surfaced|come back|been (?:traced|located|found|accounted for|seen since))\b", of_held=True),
    _row("exile", rf"(?<!not )\b(?:had |has |have |'d )?(?:fled|escaped)(?= (?:{_CAUSE})\b)(?! (?:from (?:custody|prison|jail)))", note="own choice"),
    _row("exile", rf"\b(?:fled|escaped|left|slipped out of|got out of|slipped away from|departed) {_LAND} (?={_CAUSE}\b)", note="own choice"),
    _row("exile", r"\b(?:slipped (?:away|out|off|across)|got away|got out|made (?:his|her|their|‹\d+›'s) way out|sneaked out|smuggled (?:himself|herself|themselves) (?:out|across)|escaped) (?:to|into|across (?:the border )?(?:to|into)) (?-i:[A-Z])\w+", note="own choice"),
    _row("exile", r"\b(?:had |has |have |'d |who |was |been )*(?:taken refuge|took refuge|sought (?:political )?asylum|sought refuge|granted (?:political )?asylum|given (?:political )?asylum|found refuge|applied for (?:political )?asylum) (?:there\b|across the border|abroad|in (?:neighbou?ring )?(?-i:[A-Z])(?![\w ]+ (?:embassy|consulate|mission)\b))", note="own choice"),
    _row("exile", r"\b(?:has|have|had) (?:since )?(?:made (?:his|her|their|a|‹\d+›'s) (?:new )?(?:home|life)|settled|stayed(?: on)?|resettled|remained|rebuilt (?:his|her|their|‹\d+›'s) (?:life|career)) (?:in|across) (?-i:[A-Z])\w+(?=(?:(?! prison| jail| custody)[^.;‹])*(?:[.;,]|$))", note="own choice", near=_SOUGHT),
    _row("release", r"\bwalked (?:free )?(?:out of|from) (?:the |a )?(?:\w+ )?(?:court(?:house|room)?|dock)\b(?! in (?:protest|anger))", of_held=True),
    _row("arrest", r"\bamong (?:the|those) (?:(?:new|newest|latest|recent|most recent|newly) )*(?:arrivals|detainees|arrests|inmates|prisoners|detained|arrested|jailed)(?: (?:in|at|inside) [^,.;‹]{3,30})? (?:is|are|was|were) (?:‹\d+›'s (?:\w+ ){1,2}?,? ?)?(?=[^.;‹]{0,50}‹)", is_after=True),
    _row("exile", r"\b(?:was|were|been) (?:then |later |\w+ly )*(?:driven|taken|escorted|brought|bused|led|put in a \w+ and driven) (?:straight |directly |under \w+ |in \w+ )?(?:(?:from|out of) [^,.;‹]{3,50} )?to (?:the |an )?(?:\w+ )?(?:airport|border|frontier)\b", near=_SENT_OFF),
    _row("new_charge", r"\b(?:with|on|by|under|waving|holding|served with|presented with|shown) a (?:warrant|summons|paper|indictment|order|notice)? ?(?:in|for|from|over) an? (?:new|fresh|second|separate|further|another) (?:criminal )?case\b"),
    _row("new_charge", r"\b(?:new|fresh|second|third|another|further|separate|additional) (?:criminal )?(?:case|charges?|proceedings|indictment)(?:, [^,.;]{3,60},)? (?:had|have|has|was|were|been|is|are|being) (?:\w+ly |also |already |since |then |been )*(?:opened|brought|filed|launched|started|initiated|added|laid|prepared|lodged|drawn up|slapped)\b"),
    _row("conviction", rf"(?<=, )(?:convicted|found guilty){_WHEN} (?:of|on) (?!the )"),
    _row("conviction", rf"(?<=and )(?:convicted|found guilty){_WHEN} (?:of|on) (?!the )"),
    _row("arrest", rf"(?<=, )(?:arrested|detained|seized|picked up|abducted|snatched|kidnapped|rounded up|taken (?:off|from|away)|pulled (?:off|from|out)|dragged (?:off|from|out)|hauled (?:off|from|out)|plucked (?:off|from)){_WHEN}(?= (?:in|on|at|by|from|after|during|for|an?|the|his|her|‹|last|while|near|outside|off))"),
    _row("charge", r"\b(?:indictment|charge ?sheet|bill of indictment) (?:also )?(?:names|named|lists|listed|accuses|accused)\b(?! (?:no|nobody|as))", is_after=True),
    _row("charge", rf"(?:(?<=, )|(?<=, and )|(?<=\d and ))(?:accused|charged|indicted){_WHEN} (?:of|with|on|for) "),
    _row("sentence", rf"(?:(?<=, )|(?<=, and )|(?<=\" and )|(?<=\w and )|(?<=was ))(?:ordered|made|told|condemned){_WHEN} to (?:do|serve|spend) (?:[\w-]+ ){{1,4}}(?:years|months)\b"),
)  # fmt: skip

#: A first look at unmarked words: a sentence that fits none of these is not looked at more closely.
HINTS = re.compile(
    r"\bback\b|\bholding\b|\bhand over\b|\bcell\b|\bno (?:trace|sign|word|news)\b|\bbunk\b|\b(?:brought|hauled|pulled|dragged|called|took|scooped|reeled) (?:in|up)\b|\b(?:vans?|minibus|minivan|car|jeep|truck|pickup|lorry|vehicle|SUV|bus|drone)\b|\bheld (?:on|at|in|by)|stopped (?:at|on|by|in)|intercepted|apprehended|nabbed"
    r"|indictment|charge ?sheet|confined to|\bjoined \w+|without (?:a |any |being )?(?:trial|charge|tried)|\bnever (?:reached|made it|got|walked|passed|saw|set|left)|\b(?:from|off|out of) (?:the |this |that |any |both )?(?:\w+ )?(?:deal|lists?|swap|exchange|flight|plane|convoy|group|amnesty|decree|names|roll|trade|agreement)\b"
    r"|\bname (?:was|is|had|has|did|does)|\bnot (?:yet )?(?:on|in|among|aboard|part of|included|one of|freed|released)\b|nowhere|left (?:out|behind)|missing|absent|passed over|excluded|overlooked"
    r"|\bwalked (?:free )?(?:out|from)\b|\bamong (?:the|those)\b|\b(?:airport|border|frontier)\b|, (?:and )?(?:convicted|found guilty|arrested|detained|seized|picked up|abducted|snatched|kidnapped|rounded up|taken|pulled|dragged|hauled|plucked|accused|charged|indicted)\b|\band (?:convicted|found guilty|accused|charged)\b|\b(?:ordered|made|told|condemned) (?:[\w]+ ){0,3}to (?:do|serve|spend)\b|\bstill\b|\bremaining\b|turned up|resurfaced|reappeared|surfaced|dumped|dropped|abandoned|accounted for|come back|located|traced|seen since|\b(?:fled|escaped|slipped|sneaked|smuggled|got away|got out|departed)\b|refuge|asylum|\b(?:home|life|settled|resettled|stayed|remained|rebuilt)\b|\b(?:new|fresh|second|third|another|further|separate|additional)\b|\bleft (?:the|abroad|his|her|their)",
    re.IGNORECASE,
)  # fmt: skip
