"""Words that imply custody, or its end, without telling of either: "since leaving prison, ‹3›", "‹3› hugged her son at the airport", "not on the list".

Used as the patterns of `custody_words` are; said apart because each rests on what the reader of news knows, not on a word for custody.
"""

from __future__ import annotations

import re

from habeas.claims.reading.people.custody_words import NUMBER, PLACE, SPAN, WORDS, N

_GROUP = r"(?:list|group|bus|buses|plane|flight|convoy|exchange|swap|deal|amnesty|pardon|batch)"
_LET_OUT = r"(?:freed|released|pardoned|amnestied|let (?:go|out)|exchanged|swapped|deported|expelled|banished|bussed|flown (?:out|home|to)|driven (?:to|across|out)|put on (?:a|the) (?:bus|plane|flight)|taken (?:to|across) the border|set free)"
_TAKEN_IN = r"(?:arrested|detained|jailed|imprisoned|seized|rounded up|picked up|sentenced|convicted|held|remanded|still (?:held|inside|behind bars|in (?:prison|jail|custody)))"
_ARRIVAL = r"(?:airport|tarmac|runway|airfield|air ?base|terminal|border|crossing|arrivals hall|station)"
_PERIOD = rf"(?:(?:[\w-]+ ){{0,4}}(?:{SPAN}|nights?|hours?|a day|a night|decades?))"

#: kind -> patterns whose people stand before the match.
BEFORE_IMPLIED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "past",
            rf"(?<!has been )(?<!have been )\b(?:was|were) (?:\w+ly )?(?:held|detained|jailed|imprisoned|kept|locked up|in (?:prison|jail|custody|detention)) (?:[\w-]+ ){{0,4}}for {_PERIOD}[^.;‹›]{{0,40}}\b(?:before|until|then|without (?:charge|trial))\b(?![^.;]{{0,60}}\b(?:sentenced|jailed|convicted|transferred|moved|charged|trial began)\b)",
        ),
        (
            "past",
            rf"\bspent (?:(?:a|one|two|three|several|the) (?:[\w-]+ )?(?:nights?|day|hours)) (?:in|at|under|behind) (?:[\w'-]+ ){{0,3}}{PLACE}",
        ),
        (
            "past",
            r"\bhad been (?:jailed|imprisoned|detained|arrested|held) (?:twice |once |briefly )?(?:as an? \w+|as a young \w+|in (?:‹\d+›'s|his|her) (?:youth|\w+ies)|at (?:the age of )?\d+|under [^.;,‹›]{3,40}|during [^.;,‹›]{3,40}|in the (?:\d{4}s|\w+ies))",
        ),
        ("past", rf"\bafter (?:[\w-]+ ){{0,5}}{SPAN} (?:on|in|under|behind) (?:[\w-]+ ){{0,3}}{PLACE}"),
        (
            "large",
            rf"\b(?:hugged|embraced|kissed|greeted|thanked|waved to|knelt|wept|smiled|spoke|said|told [\w ]{{3,20}})\b[^.;]{{0,60}} (?:at|on|in) (?:the |an? )?(?:[\w'-]+ ){{0,3}}{_ARRIVAL}\b|\b(?:was|were) (?:welcomed|greeted|received|embraced|met) (?:[^.;‹›]{{0,50}} )?(?:(?:at|on) (?:the |an? )?(?:[\w'-]+ ){{0,3}}{_ARRIVAL}|by the (?:president|prime minister|king|crowd))",
        ),
        ("aboard", rf"\b(?:was|were) (?:also |both |all )?(?:on|in|aboard|part of) (?:the|that|this) (?:[\w-]+ )?{_GROUP}\b"),
        (
            "now",
            rf"\b(?:was|were|is|are|has|have) (?:not|never)(?: been)? (?:on|among|in|included|part of|covered by) [^.;‹›]{{0,60}}(?:pardoned|freed|released|let (?:go|out)|amnestied|exchanged|{_GROUP})\b",
        ),
        (
            "now",
            r"\b(?:will|is to|are to|is not due to|is due to) (?:not |only |finally )?(?:be (?:freed|released|set free|let out|eligible for (?:parole|release))|leave (?:prison|jail)|walk free)\b(?! ‹)",
        ),
        ("now", r"\b(?:is|are|becomes?|will become) eligible for (?:parole|early release|release)\b"),
        ("now", r"\b(?:remains?|stays?|sits) where ‹\d+›"),
        (
            "now",
            r"(?<=and )still (?:awaiting (?:trial|sentenc\w+|the verdict)|serving|behind bars|in (?:[\w-]+ )?(?:prison|jail|custody|detention)|held|jailed|detained)\b",
        ),
        ("now", r"\b(?:is|are) (?:due|expected|set|scheduled|supposed) (?:to come|to get|to walk|back) (?:out|home|free)\b"),
        ("held", r"\b(?:shares?|shared) (?:a |the |‹\d+›'s )?(?:\w+ )?cell\b|\bslept in the (?:bunk|bed) (?:above|below|beside|next to|opposite)\b"),
        (
            "held",
            r"\b(?:brought|led|taken|marched|appeared|escorted|shown|paraded)\b[^.;‹›]{0,50} in (?:handcuffs|shackles|chains|leg irons|prison (?:clothes|uniform))\b|\b(?:from|in|behind) (?:behind )?(?:the )?(?:glass|bars|cage|dock|bulletproof glass)(?: of the (?:dock|cage|courtroom))?(?=[,.;]|$| (?:as|while|when))",
        ),
        ("held", r"\b(?:was|were|been) (?:designated|declared|classified|listed)(?: as)? (?:being )?(?:wrongfully|arbitrarily|unlawfully) (?:detained|held)"),
        ("out", r"\b(?:is|are|was|were) (?:finally |now |at last )?out(?=[.!;]|,? (?:after|and|at last|of (?:prison|jail|danger)))"),
        (
            "out",
            r"\b(?:is|are|was|were) (?:now |already |safely )?(?:on (?:‹\d+›'s|the|their) way (?:home|back|out)|back (?:on [\w' -]{3,20} soil|in freedom))",
        ),
        ("out", r"\b(?:was|were) (?:forced|bundled|marched|herded|pushed|put) (?:on|onto|aboard) (?:a |the )?(?:[\w-]+ )?(?:plane|flight|bus|aircraft|jet)\b(?! (?:to|for) (?:a |the |another )?(?:prison|jail|camp|colony))"),
        ("out", r"\b(?:won|wins) (?:‹\d+›'s|the|an) appeal\b"),
        (
            "free",
            r"(?<=\band )now (?!serves|faces|awaits|sits|remains|languishes|shares|spends|says|hopes|wants|needs|suffers|weighs|claims|is\b|has\b|does\b)\w+s\b[^.;,‹›]{0,40} (?:in|from) [A-Z]",
        ),
        ("free", r"\b(?:now|today),? (?:‹\d+› )?(?:drives|sells|runs|writes|paints|cooks|studies|teaches|coaches|works|lives)\b|\b(?:is|are) \d\d now and\b"),
        (
            "held",
            rf"\b(?:said|says|wrote|writes|told|asked|complained|thanked|urged)\b[^.;]{{0,60}} in (?:an? |the |‹\d+›'s |\w+ )(?:[\w-]+ )?(?:letter|note|message|postcard|diary|statement)[^.;]{{0,60}}{PLACE}",
        ),
        ("held", r"\b(?:was|were|been) (?:given|granted|placed under|put under|moved to|transferred to) house arrest\b"),
    )
)  # fmt: skip

#: kind -> patterns with the marks of their people inside, in group `who`.
INSIDE_IMPLIED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("held", rf"\b(?:is|are|was|were) (?:still |also |now |currently )?holding {WORDS}(?P<who>{N})(?!'s)"),
        (
            "back",
            rf"\b(?:took|brought|sent|drove|led|marched|returned) (?P<who>{N}) back (?:inside|(?:to|into|behind) (?:[\w'‹›-]+ ){{0,4}}{PLACE})",
        ),
        (
            "out",
            rf"(?P<who>{N}),(?: \d+,)? (?:who was |himself |herself )?(?:one|two|among|part) of (?:the |those |its |them |{NUMBER} |some )?(?:[\w-]+ ){{0,5}}?(?:who (?:was|were) )?{_LET_OUT}\b",
        ),
        (
            "held",
            rf"(?P<who>{N}),(?: \d+,)? (?:who was |himself |herself )?(?:one|two|among|part) of (?:the |those |its |them |{NUMBER} |some )?(?:[\w-]+ ){{0,5}}?(?:who (?:was|were) )?{_TAKEN_IN}\b",
        ),
        (
            "large",
            rf"\b(?:hugged|embraced|kissed|greeted|welcomed|met|received) {WORDS}(?P<who>{N}) (?:at|on) (?:the |an? )?(?:[\w'-]+ ){{0,3}}{_ARRIVAL}\b",
        ),
        (
            "held",
            rf"\b(?:designat\w+|declar\w+|classif\w+|list(?:s|ed)) (?P<who>{N}) (?:as )?(?:being )?(?:wrongfully|arbitrarily|unlawfully) (?:detained|held)",
        ),
        ("out", rf"\b(?:court|judge|tribunal|panel|president|minister)\b[^.;‹›]{{0,30}} ordered (?P<who>{N})'s (?:immediate |unconditional )?release"),
        (
            "charged",
            rf"\b(?:allowed|able|permitted|let|travel(?:s|led)|went|tr(?:ied|ies)) (?:‹\d+› )?to (?:see|visit) (?P<who>{N}) (?:for \w+ minutes|for (?:an|one|two) hours?|once|twice|every|through|in \w*(?:prison|jail|custody|detention|hospital))",
        ),
        ("out", rf"(?P<who>{N}), for whom [^.;,]{{0,60}}(?:traded|exchanged|swapped)\b"),
        ("out", rf"\b(?:[Ff]irst|[Ll]ast|[Nn]ext|[Aa]lso) (?:out|through the gates?|off the (?:bus|plane)|to (?:emerge|come out|walk out)) (?:was|were|came) {WORDS}(?P<who>{N})"),
        (
            "charged",
            rf"\b(?:ask\w*|want\w*|urg\w+|demand\w*|request\w*)\b[^.;‹›]{{0,40}} to (?:jail|sentence|imprison|convict) {WORDS}(?P<who>{N})",
        ),
        (
            "held",
            rf"\b(?:has|have|had) (?:not|never) (?:been allowed to )?(?:seen|see|heard from|spoken (?:to|with)|visit(?:ed)?|met) ‹\d+›'s (?:[\w-]+ ){{0,2}}[\w-]+,? (?P<who>{N}),? (?:in|since|for)\b",
        ),
        (
            "held",
            rf"\bwhose (?:husband|wife|son|daughter|brother|sister|father|mother|partner),? (?P<who>{N}),? (?:was|is|has been) (?:\w+ly )?(?:arrested|detained|jailed|taken|held|seized|in (?:prison|jail|custody))",
        ),
    )
)  # fmt: skip

#: kind -> patterns after which a list of their people begins.
AFTER_IMPLIED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("out", r"\b(?:exchanged|swapped|traded)\b[^.;‹›]{0,40} for (?=[^.;‹›]{0,40}‹)"),
        (
            "out",
            rf"(?:^|[.;,\"] )(?:[A-Z]?\w+ (?:days?|weeks?|months?|years?) )?(?:[Ss]ince|[Aa]fter|[Oo]n|[Uu]pon|[Ff]ollowing) (?:leaving (?:[\w'-]+ ){{0,4}}{PLACE}|(?:being )?{_LET_OUT}|(?:‹\d+›'s|his|her) (?:release|pardon|liberation|expulsion|deportation|acquittal|early release)|walking (?:free|out)|getting out|coming (?:out|home)|(?:completing|finishing) (?:‹\d+›'s|his|her|a|the) [^‹›.;]{{0,30}}(?:term|sentence))[^‹›.;]{{0,60}},? (?=‹)",
        ),
        (
            "out",
            r"\b(?:deal|swap|exchange|agreement|amnesty)\b[^.;‹›]{0,40} (?:brought (?:home|back|out)|freed|returned|won the (?:release|freedom) of|secured the (?:release|freedom) of|got) (?=[^.;]{0,60}‹)",
        ),
        (
            "out",
            r"\b(?:[Cc]ame|[Rr]eturned|[Ff]lew|[Ww]ent) home\b[^.;:‹›]{0,60}: (?=[^.;]{0,40}‹)|\b(?:walked free|were freed|were released|are free)\b[^.;:‹›]{0,60}: (?=[^.;]{0,40}‹)",
        ),
        (
            "now",
            r"\b(?:pardon|amnesty|deal|list|swap|exchange|decree|agreement)\b[^.;‹›]{0,30} (?:(?:does|did|do) not (?:extend to|include|cover|apply to|mention|free|name)|(?:leaves|left) out|excludes?d?|omits|omitted|passed? over|skips|skipped) (?=[^.;]{0,40}‹)",
        ),
        ("free", r"^[\"' ]*[Nn]ow (?:based |living |safe |settled |back )?(?:in|at) [A-Z][\w'-]+(?: [A-Z][\w'-]+)?, (?=‹)"),
    )
)  # fmt: skip
