"""Words that tell of custody or of its end with the people inside them: "jailed ‹3›", "‹3›, arrested in May", "the arrest of ‹3›"."""

from __future__ import annotations

import re

from habeas.claims.reading.people.custody_words import NUMBER, PLACE, PREP, STRICT, WORDS, N

#: kind -> patterns with the marks of their people inside, in group `who`.
INSIDE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "back",
            rf"\b(?:[Ii]nstead|(?:[Mm]inutes|[Hh]ours|[Dd]ays|[Ww]eeks) later),? (?P<who>{N}) (?:was|reappeared|found ‹\d+›self|turned up)\b",
        ),
        (
            "past",
            rf"(?P<who>{N}),?[^‹›;.]{{0,60}} (?:(?:himself|herself) (?:once |formerly |previously |briefly )?(?:jailed|imprisoned|(?<!was himself )(?<!was herself )(?:detained|arrested))|(?:jailed|imprisoned|detained|arrested) (?:twice|three times|several times|repeatedly|once))\b",
        ),
        (
            "out",
            rf"(?P<who>{N})(?: \(\d+\))?,(?: \d+,)? (?P<what>[^‹›;.:]{{1,110}}?),? (?:recently |later |since )?(?:freed|released|swapped|exchanged|pardoned|amnestied|deported) (?:in|on|last|after|by|from|early|this|under|two|three|\d)",
        ),
        (
            "held",
            rf"\b(?:visited|met|saw|sees|interviewed|examined|photographed) {WORDS}(?P<who>{N}) (?:in|at|inside) (?:[\w'-]+ ){{0,4}}{PLACE}",
        ),
        (
            "out",
            rf"\b(?:order(?:ed|s|ing)|secur(?:ed|es|ing)|won|announc(?:ed|es|ing)|confirm(?:ed|s|ing)|welcom(?:ed|es|ing)|celebrat(?:ed|es|ing)|hail(?:ed|s|ing)|granted|after|following|since) the (?:[\w-]+ ){{0,2}}(?:release|freeing) of {WORDS}(?P<who>{N}(?:(?:, | and |, and )[^‹›.;]{{0,40}}{N})*)",
        ),
        (
            "wanted",
            rf"\b(?:clemency|pardon|mercy|amnesty|freedom|liberty|bail|parole|release) for {WORDS}(?P<who>{N})(?!'s)",
        ),
        (
            "held",
            rf"\b(?:no (?:word|news|letters?|trace|sign)|heard nothing|anyone (?:had )?heard|(?:not|never) heard) (?:of|from) {WORDS}(?P<who>{N})(?!'s)",
        ),
        (
            "held",
            rf"\b(?:refus|den)(?:ed|es|ies|ied|ying|ing) (?P<who>{N})(?:'s (?:\w+ ){{0,3}}(?:request|application|plea|bid) for)? (?:bail|parole)\b",
        ),
        ("out", rf"(?P<who>{N}),? who (?:is|was|are) (?:now )?(?:back (?:with|at|in) |out |home|free)"),
        (
            "held",
            rf"\b(?:[Jj]ailed|[Ii]mprisoned|[Dd]etained|[Ii]ncarcerated|[Aa]rrested|[Cc]ondemned|[Hh]unger-striking|[Rr]emanded|[Kk]idnapped|[Aa]bducted|[Ss]eized|[Aa]pprehended|took away|took in|picked up|rounded up|handcuffed|hauled|dragged|drag|arrest|detain|jails|arrests|detains|[Dd]isappeared) (?:‹\d+›'s (?:[\w-]+ ){{1,3}},? ?)?{WORDS}(?P<who>{N})(?!'s)",
        ),
        ("term", rf"\b(?:[Ss]entenced|[Cc]onvicted|sentences|convicts) {WORDS}(?P<who>{N})(?!'s)"),
        (
            "held",
            rf"\b(?:[Tt]hey|officers|police|agents|men|soldiers) (?:took|seized|grabbed|came for|arrested) (?P<who>{N})(?!'s)",
        ),
        (
            "held",
            rf"(?P<who>{N})(?:,? (?:aged )?\d+,?)?(?:,|:| –| —| -)? (?:again |briefly |who was |first |then )?{STRICT}{PREP}",
        ),
        (
            "held",
            rf"(?P<who>{N}(?: and (?:[\w.]+ )?{N})?)(?: \(\d+\))?,(?: \d+,)? (?P<what>[^‹›;.:]{{1,110}}?),? (?:and |first |recently |then |again |both )?(?:{STRICT}){PREP}",
        ),
        (
            "held",
            rf"\b(?:cell|cage|prison van|ward) (?:with|as|next to|opposite) {WORDS}(?P<who>{N})|\b(?:from|in|inside) (?:[\w'‹›-]+ )?{PLACE},? (?P<who2>{N}) (?:wrote|writes|said|says|told|spoke|has written|described)\b",
        ),
        (
            "out",
            rf"\b(?:secured|negotiated|won|celebrat\w+|hail\w+|welcom\w+) (?P<who>{N})'s (?:\w+ )?(?:release|pardon)\b",
        ),
        ("charged", rf"(?P<who>{N}),(?: [^‹›;.:]{{1,90}},)? (?:now |also )?(?:accused|charged|indicted|prosecuted)\b"),
        (
            "now",
            rf"(?P<who>{N}(?: and (?:[\w.]+ )?{N})?),(?: \d+,)? (?:[^‹›;.:]{{0,60}}, )?(?:now |currently |still |also |both |all |who is |himself |herself )*(?:(?:in|behind) (?:[\w'-]+ ){{0,3}}(?:prison|jail|custody|detention|bars)|under (?:house )?arrest)\b",
        ),
        (
            "now",
            rf"(?P<who>{N}),(?: [^‹›;.:]{{0,70}},)? (?:due (?:out|to be (?:released|freed)|for release)|not heard of since|awaiting (?:trial|sentence|execution|the verdict)|confined to|missing since|held since|believed to (?:be held|have lost))",
        ),
        ("now", rf"\b(?:refus\w+|declin\w+|fail\w+) to (?:let|free|release) {WORDS}(?P<who>{N})"),
        (
            "held",
            rf"\bcame for (?P<who>{N})|\b(?:ordered|sent|committed|confined) (?P<who2>{N}) (?:in)?to (?:compulsory|forced|psychiatric|a psychiatric)",
        ),
        (
            "term",
            rf"(?P<who>{N})(?: \(\d+\))?(?:,[^‹›;.:]{{1,90}})?(?:,|:| -| –| —| \(|;) ?(?:[^‹›;.:]{{0,60}}, )?(?:guilty|sentenced|an? )?,? ?(?:to )?(?!(?:an?|one|life|several|many) ){NUMBER}(?: and (?:a half|[\w-]+(?: months)?))?[ -](?:years?|months?|y\.)(?! old|-old|s? ago)",
        ),
        ("term", rf"(?P<who>{N})(?:,[^‹›;.]{{1,90}})?: (?:the )?(?:death (?:penalty|sentence)|life)"),
        (
            "held",
            rf"\b(?:sentenced|gave|handed|jailed|ordered|sent|condemned|imposed on|had|moved|remanded|put|took|takes|drag|led|carried|saw|found|told|visited|visits|throw|threw) {WORDS}(?P<who>{N})(?:'s)? (?:to|back to|moved to|away|out of|into custody|in (?:custody|prison|jail|a cell)|behind bars|from (?:the|‹\d+›'s) (?:house|home|office|flat|apartment|street|party)|held|detained|carried)(?:[^.;‹›]{{0,50}}(?:prison|jail|colony|detention|custody|years?|months?|cell|death|bars|away|out|hospital|house|home|office|flat|wing|isolator|held|carried))",
        ),
        (
            "term",
            rf"\b(?:gave|handed|jailed|sentenced) {WORDS}(?P<who>{N}) (?:to |for )?(?:an? )?(?:extra |additional |further |new )?{NUMBER}(?: and a half)?[ -](?:years?|months?)\b|\b(?:years|months|sentence|term|penalty|life) (?:imposed|handed down|given|passed)[^‹›;.]{{0,50}}(?:on|to) {WORDS}(?P<who2>{N})",
        ),
        (
            "held",
            rf"(?P<who>{N})'s (?:own |first |recent |latest |\w+ )?(?:arrest|detention|imprisonment|incarceration|jailing|sentence|cell|cellmates?|jailers|captors|hunger strike|sentencing|conviction|captivity|abduction|disappearance|remand|solitary|pre-trial|co-defendants?)\b",
        ),
        (
            "held",
            rf"\b(?:arrest|detention|imprisonment|jailing|incarceration|sentencing|conviction|abduction|disappearance|trial|kidnapping|prosecution|remand hearing|bail hearing|hearing|retrial|fate|whereabouts|sentence) (?:of|for|against|on) (?:[^‹›,.;]{{0,60}} )?(?P<who>{N}(?:(?:, | and |, and )[^‹›.;]{{0,40}}{N})*)",
        ),
        (
            "held",
            rf"\b(?:[Pp]risoner|[Ii]nmate|[Dd]etainee|[Pp]risoners|[Dd]efendants?|[Cc]ellmates?|prisoner of conscience|hostage|co-defendants?|co-accused|fellow (?:prisoner|inmate|detainee)) (?:(?:like|such as) )?(?:\w+ )?(?P<who>{N})",
        ),
        (
            "held",
            rf"(?P<who>{N}),(?: \d+,)? (?:an?|the|another|also a|one of the|one of those|his|her|their)(?: (?!of\b|for\b|to\b|with\b)[\w-]+){{0,4}} (?:prisoners?|inmates?|detainees?|cellmate|co-defendants?|co-accused|defendants?|hostage)\b",
        ),
        (
            "charged",
            rf"(?P<who>{N})'s (?:\w+ )?(?:trial|case|appeal|lawyers?|legal team|counsel|defence|hearing)\b|\b[Ll]awyers? (?:for|representing|acting for) {WORDS}(?P<who3>{N})|\b(?:charges?|case|proceedings|indictment|evidence|verdict|prosecution|accusations?)(?: of [^‹›.;]{{3,110}})? (?:against|over) (?:[^‹›,.;]{{0,50}} )?(?P<who2>{N}(?:(?:, | and |, and )[^‹›.;]{{0,40}}{N})*)",
        ),
        (
            "charged",
            rf"\b(?:wife|husband|mother|father|parents|son|daughter|brother|sister|family|relatives|widow) of (?:[^‹›,.;]{{0,40}} )?(?P<who>{N})[^;.‹›]{{0,60}}(?:‹\d+›[^;.‹›]{{0,60}})?\b(?:outside|at the gates? of|in front of|turned away from|denied (?:a )?visits?)\b",
        ),
        (
            "wanted",
            rf"(?<!'s )(?<!the )(?<!their )\b(?:[Ff]ree|[Rr]elease|#[Ff]ree|freeing|releasing|set|pardon) {WORDS}(?P<who>{N}(?!'s)(?:(?:, | and |, and )[^‹›.;]{{0,40}}{N})*)",
        ),
        (
            "wanted",
            rf"\b(?:[Cc]all\w*|[Dd]emand\w*|[Uu]rg\w+|[Aa]sk\w*|[Ss]eek\w*|sought|for|[Pp]lea|[Pp]etition\w*|[Cc]ampaign\w*|secure|win|pray\w*) [^.;‹›]{{0,60}}(?P<who>{N})'s (?:\w+ ){{0,3}}(?:freedom|release|liberation)\b",
        ),
        (
            "out",
            rf"(?P<who>{N}),(?: \d+,)? (?:an? |the |himself a |herself a |also )?(?:former|ex-?|one-time|freed|released)[ -](?:\w+ ){{0,2}}(?:prisoner|detainee|inmate|hostage|convict|cellmate)",
        ),
        (
            "out",
            rf"\b(?:[Ff]ormer|[Ee]x-?|[Ff]reed|[Rr]eleased|[Oo]ne-time)[ -](?:[\w-]+ ){{0,2}}(?:prisoner|detainee|inmate|hostage|convict|captive|cellmate)s? {WORDS}(?P<who>{N})",
        ),
        (
            "out",
            rf"\b(?:[Ff]reed|[Rr]eleased|[Pp]ardoned|[Dd]eported|[Ee]xpelled|[Ff]rees|[Rr]eleases|[Pp]ardons|[Aa]mnestied|handed over|flown out) {WORDS}(?P<who>{N})(?!'s)",
        ),
        (
            "out",
            rf"(?P<who>{N}),? (?:herself |himself )?(?:flown out|deported|freed|released|exiled|expelled|exchanged) (?:in|on|last|to|after|from)\b",
        ),
        (
            "past",
            rf"\bbriefly (?:took away|detained|arrested|held|seized) {WORDS}(?P<who>{N}(?:(?:, | and |, and )[^‹›.;]{{0,60}}{N})*)",
        ),
        (
            "out",
            rf"\b(?:let|lets|letting|sent|sends|allowed|allowing) (?:[\w-]+ ){{0,4}}(?P<who>{N}) (?:go|out|home|leave|walk)\b",
        ),
        (
            "out",
            rf"(?P<who>{N})(?:,? (?:\d+,)?)?(?:,[^‹›;.]{{0,70}})?(?:,| –| -| —|:| \() ?(?:was |already |later |now |both |all |also )*(?:released|freed|set free|pardoned|bailed|deported|exchanged|swapped|served all|let go|back home|home|out on bail|out since)\b",
        ),
        (
            "out",
            rf"\b(?:since|after|following|upon|until|with|secured|celebrated|welcomed) (?P<who>{N})'s (?:own )?(?:release|pardon|liberation)\b",
        ),
        (
            "free",
            rf"(?P<who>{N}),[^‹›;.]{{0,60}} (?:in exile|living in exile|now in|based in|who fled|who (?:now )?lives)\b|\b[Ee]xiled {WORDS}(?P<who2>{N})",
        ),
        (
            "absent",
            rf"\bwarrant (?:[^‹›.;]{{0,40}} )?(?:for|against) (?:[^‹›.;]{{0,50}} )?(?P<who>{N})|\bin (?:absentia|their absence),? (?:[^‹›;.]{{0,60}} )?(?P<who2>{N}(?:[^‹›;]{{0,60}}{N})*)",
        ),
        ("back", rf"\b(?:[Rr]earrested|[Rr]e-arrested|re-arrest of|rearrest of) {WORDS}(?P<who>{N})"),
        (
            "dead",
            rf"\b(?:death|killing|suicide|execution) of (?:[^‹›,.;]{{0,60}} )?(?P<who>{N})[^.;‹›]{{0,80}}{PLACE}|\bdeaths? (?:in|at|inside) [^‹›.;]{{0,40}} of {WORDS}(?P<who3>{N}(?:(?:, | and |, and )[^‹›.;]{{0,40}}{N})*)|(?P<who4>{N})'s heart (?:gave out|stopped|failed)\b|\b(?:latest|last|first|youngest|oldest|most recent|one)(?: of them| to die)? (?:being|was|is|among them) (?:[^‹›,.;]{{0,60}} )?(?P<who2>{N})(?=[^.;]{{0,160}}(?:colony|prison|jail|custody|cell|stroke|died|dead))",
        ),
    )
)
