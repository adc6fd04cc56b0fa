"""Words that tell of custody or of its end, as patterns over marked sentences; wider than events, for they only colour a person.

Each pattern says where its people stand: before the words (`BEFORE`) or in a list after them (`AFTER`).
"""

from __future__ import annotations

import re

N = r"‹\d+›"
#: Words between a verb and a name: no preposition, no verb, no owner.
WORDS = r"(?:(?!(?:by|with|of|for|to|in|at|from|on|and|that|who|whose|against|over|as|after|said|was|were|had|has|when|while|because)\b)[\w’-]+[ ,]{1,2}){0,6}"
NUMBER = r"(?:\d+(?:\.\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|life|several|many)"
SPAN = r"(?:years?|months?|weeks?|days|hours|y\.|yrs)"
PLACE = r"(?i:prisons?|jails?|custody|detention|bars|cells?|isolator|colony|colonies|remand|dungeon|penitentiary|house arrest|solitary|isolation|lock-?up|captivity|police station|camp|labou?r camp|ward \d+|labor camp|intensive care under guard|SIZO|infirmary|punishment \w+)"
_HELD = (
    r"(?:arrested|detained|jailed|imprisoned|incarcerated|held|kept(?! waiting| out| from| apart)|remanded|sentenced|re-?sentenced|seized|kidnapped|abducted|apprehended|nabbed|captured|picked up|rounded up|hauled|bundled|led away|handcuffed|"
    r"locked up|locked away|confined|interned|caught|condemned|taken (?:in|away|into|from|to|by|back|out|off)|stopped (?:at|by|on)|dragged|removed from|placed (?:in|under) (?:[\w-]+ ){0,3}(?:custody|detention|arrest|isolation|cell)|"
    r"put (?:in|behind|under) (?:[\w-]+ ){0,4}(?:bars|jail|prison|custody|cell|arrest|isolation)|kept (?:in|under|behind|at)|sent to (?:[\w-]+ ){0,3}(?:prison|jail|colony|camp|custody)|given "
    + NUMBER
    + r"[ -]|handed (?:down )?(?:an? )?(?:[\w-]+ ){0,3}(?:sentence|term|years?|months?)|transferred|moved to|force-fed|extradited|tortured|beaten in)"
)
_AUX = r"(?:was|were|is|are|been|being|got|gets)"
_ADV = r"(?:(?:also|then|later|first|again|still|reportedly|briefly|once|just|already|now|currently|himself|herself|all|both|arbitrarily|violently|\w+ly|being) ){0,3}"
PREP = r"(?=,|\.|;|\)|$| (?:in|on|at|by|for|over|since|after|during|last|this|to|under|from|when|while|near|outside|without|along|together|again|and|then|early|late|there|yesterday|tonight|today|two|three|\d|as|amid|following|until|upon|incommunicado|with|within|earlier|recently|back|shortly)\b)"
STRICT = r"(?:arrested|detained|jailed|imprisoned|sentenced|held|remanded|incarcerated|seized|kidnapped|abducted|rearrested|convicted|condemned|confined|serving|taken)"
_FREED = (
    r"(?:released|freed|let (?:go|out|off)|bailed|pardoned|amnestied|exchanged|swapped|traded|deported(?! (?:up)?on arrival)|dumped (?:near|at|across|over)|expelled|banished|exiled|sent home|allowed (?:home|to (?:go home|leave|fly|emigrate|go into exile))|set free|discharged|granted (?:bail|clemency|parole|a pardon)|"
    r"flown (?:out|to|into)|put (?:[\w'‹›]+ ){0,5}(?:on|onto) a (?:\w+ )?(?:plane|bus|flight)|driven (?:\w+ )?(?:to|from)|handed over to (?:\w+ ){0,3}(?:parents|family|relatives)|paroled|acquitted and (?:released|freed)|reunited|back (?:home|on the street|at (?:his|her) desk)|home|out of (?:prison|jail)|stripped of (?:\w+ )?citizenship and)"
)

#: kind -> patterns whose people stand before the match.
BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "out",
            r"\b(?:has|have) (?:lived|been free|been home)\b[^.;‹›]{0,40} since [^.;‹›]{0,30}(?:exchange|swap|release|pardon)\b|\b(?:was|were) (?:dumped|left|dropped) (?:at|near|across|over) [^.;‹›]{0,30}borders?\b",
        ),
        (
            "held",
            r"\b(?:was|were) (?:loaded|put|bundled|herded|pushed|forced) (?:on|onto|into) (?:a |an |the )?(?:[\w-]+ ){0,2}(?:train|van|truck|wagon|transport|car|jeep|vehicle)\b",
        ),
        (
            "barred",
            r"\b(?:is|was|were|are|been|being) (?:repeatedly |again )?(?:denied|refused) (?:[\w-]+ ){0,2}visits?\b",
        ),
        (
            "held",
            r"\b(?:is|was|were|are|been|being) (?:repeatedly |again )?(?:denied|refused) (?:[\w-]+ ){0,2}(?:surgery|medical|treatment|medicine|medication|bail|parole|letters|calls|care|lawyers?|counsel)\b",
        ),
        (
            "past",
            r"\bhad been (?:held|jailed|detained|imprisoned|kept) for (?:[\w-]+ ){1,3}(?:years?|months?|weeks?|days)\b",
        ),
        ("out", r"\b(?:leaves|left) [A-Z][\w'-]+ (?:the same|that) \w+"),
        ("now", rf"\b(?:must|has to|is (?:due )?to) return (?:to (?:[\w'-]+ )?{PLACE}|on|by|before)\b"),
        ("held", rf"\b{_AUX} {_ADV}{_HELD}\b"),
        (
            "held",
            rf"\b(?:suffered|fell ill|collapsed|fainted|contracted|turned [\w-]+|celebrated|went blind|lost [^.;‹›]{{1,40}}|attempted suicide|slashed|marked) [^.;‹›]{{0,70}}(?:in|at) (?:[\w'-]+ ){{0,3}}{PLACE}",
        ),
        (
            "held",
            rf"\b(?:wrote|writes|said|says|told|speaks|spoke|called|calls|phoned|smuggled)\b[^.;‹›]{{0,90}}\bfrom (?:(?:‹\d+›'s|his|her|a|the|inside) )?(?:[\w-]+ )?{PLACE}",
        ),
        (
            "held",
            r"\b(?:was|were|been) (?:ordered|committed|sent|confined|taken) (?:in)?to (?:a |compulsory |forced |court-ordered )*psychiatric\b",
        ),
        ("held", r"\b(?:has|have) not been seen\b|\bordered (?:held|detained)\b"),
        (
            "till",
            rf"\b(?:was|were|had been) serving\b|\bhad (?:already |by then )?been (?:(?!not)[\w-]+ ){{0,2}}(?:(?:in|behind|under) (?:[\w'‹›-]+ ){{0,4}}{PLACE}|under (?:house )?arrest|(?:held|jailed|detained|imprisoned|kept|locked up)(?= (?:since|for)\b))|\bhad (?:[\w-]+ ){{1,4}}left (?:of|to serve)\b|\bhad (?:already |only )?served (?:[\w-]+ ){{1,3}}of\b",
        ),
        ("large", r"\b(?:was|were) (?:also |both |all )?(?:on board|on the (?:plane|bus|buses|flight)|aboard)\b"),
        (
            "large",
            rf"\b(?:said|told|recalled|spoke|speaking)\b[^.;‹›]{{0,50}} (?:at|during) (?:a|the) (?:news|press) (?:conference|briefing)|\btold (?:reporters|journalists|a crowd)[^.;‹›]{{0,30}} (?:on (?:landing|arrival|arriving)|at (?:the |[A-Z][\w'-]+ ){{0,3}}airport)|"
            rf"\b(?:said|told)\b[^.;‹›]{{0,40}} by (?:tele)?phone(?! from (?:[\w'‹›-]+ ){{0,3}}{PLACE})|\b(?:walked|limped|leaned) with a (?:crutch|stick|cane)\b|\bon (?:landing|arrival) in\b",
        ),
        (
            "held",
            r"\b(?:disappeared|vanished|went missing|fainted in|collapsed in (?:the|his|her) (?:workshop|cell|court|dock)|(?:have|has) not been seen|has not been heard|not heard of since|last heard of)\b",
        ),
        (
            "term",
            rf"\b(?:got|received|gets|receives|getting|receiving) (?:a |an )?(?:[\w-]+ )?{NUMBER}(?:[ -](?:and|to) (?:a half|[\w-]+))?(?:[ -]?(?:{SPAN}|-year)(?=[ ,.;])|(?=[,;.]))",
        ),
        (
            "charged",
            r"\b(?:pleaded|pleads|pled) (?:not )?guilty\b|\bwent on trial\b|\b(?:denies|denied) the charges?\b|\b(?:will|is to|are to|to) stand trial\b|\bawaits? trial\b|\bstood in the (?:glass )?(?:box|dock|cage)\b|\b(?:in|from) the dock\b|\bappeared (?:in court|before a (?:judge|prosecutor))\b",
        ),
        (
            "now",
            r"\b(?:is|remains|has been|are|have been) on (?:a |an |the |‹\d+›'s |his |her |\w+th day of )*(?:\w+ ){0,2}hunger[- ]strike",
        ),
        (
            "hunger",
            r"\b(?:(?:was|went|goes|had been|were|began|begins|started|starts|launched|declared|ended|entered|continues) (?:on |a |an |the |(?:his|her|their) |\w+th day of )*(?:\w+ ){0,2}hunger[- ]strike|(?:is |are |was )?refus(?:es|ed|ing) (?:all )?(?:food|meals|to eat))",
        ),
        (
            "now",
            rf"\b(?:is|'s|are|remains?|stays?|sits?|languish(?:es)?|still|has been|have been|lies|continues to be) (?:(?!not|never|no)[\w-]+ ){{0,4}}(?:in|behind|under|inside|at) (?:(?!not)[\w'‹›-]+ ){{0,5}}{PLACE}",
        ),
        (
            "now",
            r"\b(?:is|are|'s|remains?) (?:currently |now |still |again |also |being )*(?:held|serving|jailed|imprisoned|detained|incarcerated|locked|awaiting (?:trial|sentence|the verdict|execution)|facing (?:trial|up to|life|the death|\d)|due out|due to be (?:released|freed)|on death row|in pre-trial|under guard|expected to be released|kept)\b",
        ),
        (
            "now",
            r"\b(?:stays|remains?|remained|stayed) (?:inside|behind|detained|imprisoned|jailed|in custody|where (?:he|she|they))",
        ),
        (
            "now",
            rf"\b(?:has|have) (?:now |already |so far )*(?:been (?:behind|held|detained|jailed|imprisoned|kept|awaiting)\b|(?:spent|served) (?:more than |almost |nearly |over |about )?{NUMBER}|lost (?:\d+|\w+) (?:kilos|kg|pounds))",
        ),
        (
            "now",
            r"\b(?:is|are|remains?) (?:still |already |expected |due |set |scheduled |eligible |likely )(?:inside|in there|to be (?:released|freed)|for (?:release|parole)|to (?:leave|walk) (?:prison|free))\b",
        ),
        ("now", r"\b(?:is|are|was) (?:now |still )?on (?:day \d+|(?:his|her|‹\d+›'s|the) \w+ day) of\b"),
        ("now", r"\b(?:has|have) been in [A-Z][\w'-]+(?: \w+)? for \d+ days"),
        (
            "out",
            rf"\b(?:is|was|were|are) (?:one of|among) (?:the )?[^.;‹›]{{0,60}}{_FREED}\b|\b(?:is|are|was) (?:now )?back with (?:‹\d+›'s|his|her)\b",
        ),
        ("held", rf"\b(?:is|was|were|are) (?:one of|among) (?:the |those )?[^.;‹›]{{0,60}}\b{_HELD}\b"),
        ("now", r"\bwill not be (?:freed|released|out) (?:until|before)\b"),
        ("now", r"\b(?:must|should|needs? to) (?:\w+ )?(?:stay|remain|be (?:moved|transferred|taken|given|allowed))\b"),
        (
            "wanted",
            r"\b(?:must|should|needs? to|ought to|be|to be) (?:(?:immediately|unconditionally|now|also|and|then) )*(?:released|freed|set free|pardoned|let (?:go|out)|walk free)\b|\bmust go free\b|\b(?:walk|go) free\b",
        ),
        (
            "dead",
            rf"\b(?:died|dies|has died|had died|perished|(?:was|were) (?:beaten|tortured|starved|worked|burned) to death|was found (?:dead|hanged)|were found dead|was executed|was hanged|killed (?:him|her)self|did not survive|(?:took|taken) (?:his|her|‹\d+›'s) own life|fell into a coma)\b(?: [^.;‹›]{{0,120}}{PLACE}\b)?",
        ),
        ("had out", rf"\bhad (?:\w+ly |already |only |just |once |earlier |previously )*been {_FREED}\b"),
        (
            "out",
            r"\b(?:was|were|is) (?:the|among the) (?:first|second|last|next|latest|oldest|youngest)(?: of [^.;‹›]{3,30})? to (?:be (?:released|freed|let (?:go|out)|pardoned|exchanged|deported)|walk (?:free|out)|come (?:out|home)|leave (?:prison|jail))\b",
        ),
        ("out", rf"(?<!had )\b{_AUX} {_ADV}{_FREED}\b"),
        (
            "out",
            r"(?<=\band )(?:then |later |subsequently |promptly )?(?:deported(?! (?:up)?on arrival)|dumped (?:near|at|across|over)|released|freed|expelled|let go|exchanged|pardoned|bailed|flown (?:out|to)|amnestied)\b|\b(?:carried|helped|stepped|walked|came|climbed|escorted) (?:off|down) (?:the|a) (?:[\w-]+ )?(?:plane|bus|aircraft|steps|stairs|jet)\b",
        ),
        (
            "out",
            r"\b(?:walked|walks|stepped|emerged|came|got|comes|gets) (?:free|out|home|off|from)\b|\b(?:left|leaves|leaving) (?!untouched|unchanged|in place|standing)(?:the |a )?(?:[\w'-]+ ){0,3}(?i:prison|jail|colony|custody|isolator|detention|jailhouse|penitentiary)\b(?! terms?| sentences?)|\b(?:returned|came|come|went|got|been|is|are|was|arrived) (?:back )?home\b|\bregained (?:‹\d+›'s|his|her) freedom\b",
        ),
        (
            "out",
            r"\b(?:boarded a (?:plane|flight|bus)|flew (?:to|home)|landed in|applied for asylum|leaves [A-Z]\w+ (?:the same|that) \w+)\b|\bcrossed (?:into|the border|over)\b|\bon (?:his|her|‹\d+›'s) (?:first|second) day (?:out|of freedom|at liberty)\b|\bescaped from\b|\b(?:slipped off|cut off) (?:[\w'‹›]+ )?(?:ankle|electronic)\b",
        ),
        (
            "out",
            rf"\b(?:completed|finished|served|has (?:since )?served|had (?:since )?served|serving out|having (?:completed|served)) (?:out )?(?:all|(?:his|her|their|the|‹\d+›'s|a|an)(?: (?:full|whole|entire|[\w-]+))?) ?(?:[\w.-]+ ){{0,2}}(?:term|sentence|time|{SPAN})\b",
        ),
        (
            "past",
            rf"(?<!has )(?<!have )(?<!'s )(?<!already )\b(?:has previously |had |previously )?(?:spent|served|done|did) (?:[\w.-]+ ){{0,4}}{SPAN}\b[^.;‹›]{{0,30}}(?:in|behind|of|for|inside|at|under|on remand)\b",
        ),
        (
            "past",
            rf"\bbriefly (?:arrested|detained|held|jailed)\b|\b(?:held|detained|kept) overnight\b|\b(?:detained|held|arrested|locked up)(?: incommunicado| there| without charge)? for (?:(?:several |a few |{NUMBER} )(?:hours|nights)|(?:several |a few |one |two |three |four |five |six |seven |eight |nine |ten |1?\d )days)\b|\bafter (?:(?:spending|serving) (?:[\w-]+ ){{0,3}}{SPAN}\b|(?:[\w-]+ ){{0,3}}(?:years?|months?|weeks?|days?) (?:in|behind) (?:[\w'-]+ ){{0,3}}{PLACE})|\bpreviously (?:\w+ )?(?:arrested|detained|jailed|imprisoned|served|spent|held)",
        ),
        (
            "spared",
            rf"\b{NUMBER} {SPAN}(?:, (?:all )?suspended|'? (?:of )?probation)\b|\bsuspended (?:[\w-]+ )?(?:sentence|term|prison)\b|\bconditional (?:sentence|term)\b",
        ),
        (
            "short",
            r"\b(?:got|given|received|handed|served|spent|jailed for|sentenced to|ordered to serve) (?:1?\d|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen) days\b(?! after| before| later)",
        ),
        (
            "back",
            r"\b(?:was|were|is|been|being|got) (?:\w+ly |again |then |immediately )*(?:rearrested|re-arrested|redetained|re-detained|(?:arrested|detained|jailed|imprisoned|seized|picked up) (?:again|anew|once more|a second time)|sent back|taken back|brought back|returned to (?:[\w-]+ ){0,3}(?:prison|jail|custody|cell|colony))\b",
        ),
        (
            "back",
            rf"\b(?:is|are|was) (?:back|once more|once again|again) (?:in|behind|under) (?:[\w-]+ ){{0,3}}{PLACE}",
        ),
        (
            "charged",
            rf"\b{_AUX} {_ADV}(?:charged|accused|indicted|convicted|found guilty|tried|prosecuted|put on trial)\b|\b(?:stands?|stood) (?:accused|trial)\b|\bfac(?:es?|ed|ing) (?:up to|trial|charges|\d|a |an |life|the death|{NUMBER}\b)|\baccused of\b|\bcharged with\b",
        ),
        (
            "free",
            r"\b(?:now |currently )?(?:lives|living|teaches|works|resides|based|studies) (?:now )?(?:in (?:exile|‹|[A-Z])|abroad|from)|\bnow (?:lives|teaches|works|studies|runs|lectures)\b|\b(?:is|are|'s) (?:now )?(?:in exile|abroad|safe)\b|\b(?:fled|has fled|have fled|left the country|went into exile|escaped to|crosses into|crossed into)\b",
        ),
        (
            "absent",
            r"\bin (?:absentia|(?:his|her|their|‹\d+›'s) absence)\b(?!,? (?:[^‹›;.]{0,60} )?‹)|\b(?:put|placed) on a? ?(?:wanted|bounty)\b|\bwanted (?:by|for|list)\b",
        ),
        (
            "never",
            r"\bnever (?:\w+ )?(?:jailed|arrested|detained|held|imprisoned)|\b(?:was|has|is) (?:never|not)(?: been)? (?:jailed|arrested|detained|imprisoned|in custody)\b|\bnobody has (?:detained|arrested)\b",
        ),
        (
            "suspended",
            rf"\b{NUMBER} {SPAN}, (?:all )?suspended\b"
            r"|\b(?:suspended (?:sentence|term|prison)|sentence[^.;]{0,30}suspended|suspended the sentence|conditional (?:sentence|term)|expected to be taken to|ordered to (?:report|surrender)|remains? free|free (?:on bail )?pending|(?:yet|has not|not yet) (?:\w+ )?to be (?:summoned|called)|yet to be summoned|acquitted|turned back|barred from|probation)\b",
        ),
    )
)
_THOSE = r"(?:[Tt]hose|[Oo]thers|[Aa]mong (?:them|those|the [\w-]+)|[Aa]lso|[Tt]he (?:\w+|other [\w-]+)|[Tt]hree|[Tt]wo|[Ff]our|[Ff]ive|[Ss]ix|[Tt]hose (?:who|still))"
#: kind -> patterns after which a list of its people begins.
AFTER: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("held", r"(?:^|[.;] )(?:Arrested|Detained|Jailed|Held|Seized|Sentenced|Convicted|Imprisoned|Remanded|Taken)\b[^‹›.;]{0,60} (?:was|were|is|are) "),
        ("out", r"(?:^|[.;] )(?:Freed|Released|Pardoned|Exchanged|Deported|Let go)\b[^‹›.;]{0,60} (?:was|were|is|are) "),
        ("held", r"(?:^|[.;] )(?:Jailed|Arrested|Detained|Sentenced|In custody|Held|Remanded|Missing|Behind bars|Still (?:held|inside|in \w+))\b[^:‹.]{0,30}: "),
        ("out", r"(?:^|[.;] )(?:Freed|Released|Pardoned|Let go|Out|Home)\b[^:‹.]{0,30}: "),
        ("out", r"\b(?:[Ff]ormer|[Ee]x)[ -](?:\w+ )?(?:inmates|prisoners|detainees|hostages|convicts)\b[^‹›.;]{0,40}(?:among them|including|such as|like) "),
        ("held", r"\b[Ii]n the dock\b[^.;‹›]{0,20}(?:‹\d+› )?(?:sat|stood|was|were|are|is) (?:‹\d+›'s )?"),
        ("held", rf"\b{_THOSE}(?: \w+){{0,3}} (?:remanded|arrested|detained|held|jailed|imprisoned|sentenced|convicted|charged|missing|in custody|behind bars|in (?:jail|prison)|still held|accused|on trial|taken|abducted|killed)\b[^‹›.;]{{0,90}}?(?:are|were|was|is|include[sd]?|including|named as|:|–|—|being)(?: |$)"),
        ("out", rf"\b{_THOSE}(?: (?!not\b|yet\b|never\b|should\b|must\b|will\b|would\b|could\b|may\b|might\b|cannot\b)\w+){{0,3}} (?:released|freed|let go|deported|exchanged|swapped|pardoned|on board|flown|on the (?:bus|buses|plane)|who (?:crossed|arrived|were (?:released|freed|flown|deported)|walked|came|left))\b[^‹›.;]{{0,90}}?(?:are|were|was|is|include[sd]?|including|:|–|—|being)(?: |$)"),
        ("out", r"\b(?:released|freed|let go|let out|deported|pardoned|exchanged|swapped|allowed to leave|walked (?:free|out)|crossed|freeing|releasing|flown|sent (?:home|west|east))\b[^‹›.;]{0,120}?(?:including|among them|such as|namely|they (?:are|were)|with them|in addition to)(?: (?:are|is|was|were))?(?: |$|:)"),
        ("held", r"\b(?:arrested|detained|jailed|sentenced|imprisoned|held|seized|rounded up|remanded|in custody|behind bars|in (?:prison|jail)|convicted|prisoners|detainees|inmates|arrests|in detention)\b(?:(?! and another| and \d)[^‹›.;]){0,120}?(?:including|among them|such as|namely|they (?:are|were)|those of)(?: (?:are|is|was|were))?(?: |$|:)"),
        ("held", rf"\b{_THOSE}(?: \w+){{0,3}} (?:remained?|remains|stayed|stays|stay) (?:in|behind|inside|at)\b[^‹›.;]{{0,90}}?(?:are|were|include[sd]?|including|:)(?: |$)"),
        ("held", r"\b(?:arrested|detained|jailed|held|seized|sent to [^.;‹›]{0,60}(?:prison|jail|custody)|sentenced|picked up|convicted|tried|seized again)\b(?:[^.;‹›]|[ap]\.m\.){0,90}(?:along with|together with|alongside|as well as)(?: ‹\d+›'s)? "),
        ("held", r"\b(?:detained|arrested|jailed|held|seized|sentenced)\b[^‹›.;]{0,40} as "),
        ("out", r"\b(?:put on a (?:plane|bus|flight)|flown|freed|released|deported|exchanged|let go|pardoned|expelled|walked free)\b(?:[^.;‹›]|[ap]\.m\.){0,90}(?:along with|together with|alongside|as well as) "),
        ("held", r"(?:^|[.;] )(?:[Ss]till|[Aa]lso|[Rr]emaining|[Ll]anguishing) (?:in|behind|inside|at|held)\b[^‹›.;]{0,60} (?:is|are|was|were) "),
        ("wanted", r"\b(?:to be|will be|would be|set to be|due to be) (?:released|freed|set free|pardoned|let out)\b[^‹›.;]{0,120}?(?:including|among them|such as|namely)(?: (?:are|is|was|were))?(?: |$|:)"),
        ("out", r"\b(?:ordering|ordered|granted|with|won|secured|after|following) (?:the )?(?:\w+ )?(?:release|freeing|bail) (?:of|for|to) (?:\w+ ){0,3}(?:of ‹\d+›'s )?[\w-]+s(?:,|:| –) "),
        ("out", r"\b(?:came|flew|went|returned|travelled|traveled) (?:back|home)(?: to [A-Z]\w+)? with "),
        ("held", r"\b(?:refus|den)(?:ed|es|ies|ied|ying|ing) (?:bail|parole) (?:to|for) "),
        ("out", r"\b(?:in the group|on the (?:bus|buses|plane|flight)|on board|aboard|among the (?:freed|released|arrivals|passengers))\b[^.;]{0,60}(?:including|among them|were|was) "),
        ("held", r"\b(?:[Mm]issing from the (?:bus|buses|list|plane|group)(?:, [^‹›.;]{3,60},)?|[Ll]eft behind|[Nn]ot (?:on the list|among them|included|freed|released|let out)(?=,? ?(?:‹|(?:are|were|is|was|include[sd]?) ))|[Nn]o (?:news|word) of|[Aa]lso (?:convicted|sentenced|arrested|detained|jailed|held|charged))(?: (?:was|were|is|are))? "),
        ("large", r"^\W*(?:[Ff]rom [A-Z]\w+(?: [A-Z]\w+)? (?:came|flew|arrived)|[Ww]ith ‹\d+› (?:flew|came|went|travelled|walked|left|crossed)|(?:[A-Z]\w+|[Ii]n (?:return|exchange),? [A-Z]\w+) (?:got back|received|recovered)) "),
        ("held", r"\b(?:(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|\d+) (?:other |more |political |[a-z]+ed )?(?:prisoners|detainees|inmates|hostages|captives)), (?=(?:the |an? )?(?:[\w'-]+ ){0,4}‹\d+›(?:,[^.;]{0,60})? and )"),
        ("charged", rf"\b(?:wants?|wanted|seeks?|sought|asked(?: the (?:court|judge))? for|demanded|demands|requested) {NUMBER} (?:years?|months?)(?: in prison| each)? for "),
        ("large", r"\b(?:walked|stepped|came) (?:free|out)\b[^.;‹›]{0,60} with (?:‹\d+›'s (?:[\w-]+ ){1,3}, ?|‹\d+›'s (?:[\w-]+ ){1,3})"),
        ("out", r"\b(?:[Aa]lso|[Aa]mong them|[Aa]mong those) (?:released|freed|on board|on the (?:bus|buses|plane|flight)|deported|let out|exchanged)(?: (?:was|were|is|are))? |\bSent to [A-Z]\w+(?: \w+)? (?:was|were) "),
    )
)  # fmt: skip
#: What a heading says of the people listed under it.
HEADINGS = (
    ("out", re.compile(r"\b(?:released|freed|out\b|at large|home|free at last|served|left prison|releases|came (?:out|home|back)|let out|went (?:home|back)|swapped|exchanged|pardoned)\b|✅|🕊", re.IGNORECASE)),
    ("held", re.compile(r"\b(?:detained|arrested|sentence[sd]?|in custody|jailed|behind bars|prisoners?|imprisoned|held|arrests|in prison|convicted|remanded|detainees|convictions|verdicts?|trials?|new cases|in jail|still inside|left behind|stay(?:s|ed)? (?:in|behind))\b|⛓|🔒", re.IGNORECASE)),
)  # fmt: skip
