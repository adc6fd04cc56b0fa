"""The words of giving a number: verbs of counting, nouns of counts and data, and who keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Stands for the author's own counting ("we know of 41"), which has no other speaker.
OURS = "*"
#: Verbs whose subject gives the number, beside the verbs of saying.
GIVING = frozenset(
    {"put", "estimate", "count", "list", "recognise", "recognize", "record", "document", "register", "verify", "identify", "tally", "name", "speak", "confirm", "announce", "reply",
     "answer", "respond", "show", "publish", "cite", "concede", "admit", "acknowledge", "testify", "disclose", "inform", "quote", "monitor", "track", "talk", "establish", "indicate",
     "suggest", "collect", "compile", "trace", "log", "promise", "complain", "reckon", "boast", "hint", "point", "observe", "signal", "pledge", "deny", "dispute", "remind", "state", "fear", "suspect", "think", "argue", "maintain", "insist", "transmit"}
)  # fmt: skip
#: Verbs that give a number only of those who keep counts: a prison has inmates too, and a judge gives terms.
KEEPING = frozenset(
    {
        "have",
        "know",
        "give",
        "name",
        "list",
        "find",
        "keep",
        "hold",
        "speak",
        "identify",
        "put",
        "track",
        "establish",
        "trace",
    }
)
#: Whose it is: "by the archive's count", "in her view", "police figures show".
COUNTINGS = frozenset(
    {"count", "tally", "reckoning", "estimate", "estimation", "record", "figure", "datum", "data", "calculation", "list", "register", "view", "word", "opinion", "telling", "assessment",
     "definition", "statistic", "number", "criterion", "database", "total", "admission"}
)  # fmt: skip
DATA = frozenset(
    {"figure", "datum", "data", "record", "statistic", "list", "report", "survey", "tally", "count", "number", "analysis", "document", "statement", "register", "database", "census", "estimate",
     "calculation", "research", "study", "total", "map", "tracker"}
)  # fmt: skip
#: "the list of extremists" is not kept by extremists: these have an owner only after "by" or "from".
LISTS = frozenset(
    {"list", "register", "count", "number", "total", "figure", "tally", "report", "map", "census", "database"}
)
#: Nouns that name nobody by themselves: "the group" is whoever spoke last.
GENERIC = frozenset({"group", "organisation", "organization", "body", "ngo", "monitor", "watchdog", "project"})
_KEEPERS = frozenset(
    {"group", "organisation", "organization", "centre", "center", "monitor", "association", "committee", "ngo", "network", "watchdog", "project", "archive", "initiative", "coalition", "alliance", "union",
     "ministry", "minister", "office", "official", "lawyer", "activist", "campaigner", "researcher", "defender", "relative", "family", "opposition", "observer", "spokesman", "spokeswoman", "spokesperson",
     "volunteer", "commission", "commissioner", "rapporteur", "ombudsman", "ombudswoman", "body", "mission", "agency", "institute", "foundation", "society", "bureau", "federation", "guild", "who", "it", "they",
     "she", "he", "we", "i", "figure", "datum", "data", "record", "statistic", "list", "count", "tally", "register", "report", "database", "source", "diplomat", "newspaper", "channel", "television", "party", "collective",
     "mechanism", "house", "partner", "analyst", "expert", "historian", "journalist", "reporter", "prosecutor", "exile", "authority", "government", "police", "company", "outlet", "website", "radio", "team", "staff", "inmate", "survivor", "witness", "resident", "villager", "guard", "doctor", "mother", "colleague", "ally", "supporter"}
)  # fmt: skip


def keeps_counts(subject: Token) -> bool:
    """Whether the subject is somebody who may keep a list: a name, a group, an office."""
    return (
        subject.pos_ == "PROPN" and subject.ent_type_ not in ("GPE", "LOC", "NORP", "FAC")
    ) or subject.lemma_.lower() in _KEEPERS
