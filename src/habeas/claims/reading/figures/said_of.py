"""The words of a sentence that tell what became of the people counted, read off the grammar round the counted noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Prepositions through which a verb reaches the people counted: "freed along with nine others", "charges against six".
_REACHING = frozenset({"with", "against", "to", "for", "on", "among", "including", "than", "as", "upon"})
#: A hedge that the parse takes for a preposition: "locked up over 170".
_HEDGES = frozenset({"over", "above", "around", "about", "under", "nearly", "some", "roughly", "beyond"})
_AFTER_VERB = (
    "prep",
    "xcomp",
    "acomp",
    "attr",
    "advmod",
    "prt",
    "oprd",
    "dobj",
    "ccomp",
    "npadvmod",
    "dative",
    "agent",
)
#: Verbs of which the object only says who is meant, and the subject what is done: "the amnesty covers 3,000 convicts".
_COVERING = frozenset(
    {"cover", "include", "affect", "concern", "comprise", "involve", "benefit", "apply", "list", "name", "see"}
)
#: What somebody does to somebody: whoever does it is not whom it befalls.
_DONE_TO = frozenset(
    {"arrest", "detain", "free", "release", "sentence", "jail", "imprison", "pardon", "convict", "deport", "expel", "charge", "kill", "seize", "abduct", "question",
     "interrogate", "exchange", "swap", "hold", "torture", "beat", "accuse", "prosecute", "try", "kidnap", "bundle", "drag", "haul", "take", "lead", "load", "search", "surround", "escort", "grab", "snatch", "drive", "push", "storm", "summon", "hand", "acquit"}
)  # fmt: skip
_NUMBERS = ("NUM", "NOUN", "PROPN", "PRON", "ADJ", "DET")
_LONGEST = 12


def top_of(head: Token) -> Token:
    """The noun by whose grammar the count stands in its clause: "18 minors" of "among them 18 minors", "group" of "a group of nine"."""
    here = head
    for _ in range(4):
        above = here.head
        if is_after_source(here):
            break
        if here.dep_ == "conj" and above.pos_ in _NUMBERS and above.i < here.i:
            here = above
        elif (
            here.dep_ == "pobj"
            and above.lower_ == "of"
            and above.head.lemma_ in ("total", "group", "batch", "handful", "list", "number", "most", "half")
        ):
            here = above.head
        elif here.dep_ in ("appos", "nummod", "quantmod") and above.pos_ in _NUMBERS and above != here:
            here = above
        else:
            break
    return here


def is_after_source(head: Token) -> bool:
    """Whether the parse joins the count to the source told before it: "According to Lantern, a group, 40 people and ... are held"."""
    if head.dep_ != "conj" or head.sent.root.i < head.i or not any(up.lower_ == "according" for up in head.ancestors):
        return False
    return head.left_edge.i > head.sent.start and head.doc[head.left_edge.i - 1].text == ","


def is_doer(head: Token) -> bool:
    """Whether the counted people do to somebody else what the verb tells: "two officers arrested him"."""
    verb = top_of(head)
    act = verb.head
    if verb.dep_ == "pobj" and verb.head.lower_ == "by" and verb.head.dep_ == "agent":
        return True
    if verb.dep_ != "nsubj" or act.lemma_.lower() not in _DONE_TO or act.tag_ == "VBN":
        return False
    return any(c.dep_ in ("dobj", "dative") for c in act.children)


def governing_noun(head: Token) -> str:
    """ "release" of "the release of 31 prisoners", "charges" of "charges against six"."""
    here = top_of(head)
    if here.dep_ != "pobj" or here.head.lower_ not in ("of", "for", "against", "with", "on"):
        return ""
    above = here.head.head
    return str(above.text) if above.pos_ in ("NOUN", "PROPN") and above.i < here.i else ""


def predicate(head: Token) -> str:
    """What the clause says of the people counted: its verb with helpers and what follows, or what is done to them."""
    here = top_of(head)
    is_about = here.dep_ in ("nsubj", "nsubjpass")
    verb = here.head
    if here.dep_ == "pobj" and verb.lower_ in _REACHING | _HEDGES:
        verb = verb.head
        if verb.pos_ == "ADP" or verb.lower_ in ("along", "together"):
            verb = verb.head
    if verb.pos_ not in ("VERB", "AUX") or here == verb or (here.dep_ == "nsubj" and is_doer(head)):
        return ""
    words = _of_verb(verb, here, is_about)
    text = _joined(words)
    if here.dep_ == "pobj" and here.head.lower_ == "with" and verb.lemma_ == "try":
        return "on trial"  # with others, whatever the court did with each of them
    if here.dep_ == "pobj" and here.head.lower_ in ("against", "on", "upon"):
        text = (
            f"{_joined([t for c in verb.children if c.dep_ in ('nsubj', 'nsubjpass') for t in c.subtree][:4])} {text}"
        )
    if verb.lemma_ in _COVERING and here.dep_ in ("dobj", "pobj"):
        text = f"{_what_covers(verb)} {text}"
    return text


def _what_covers(verb: Token) -> str:
    """What the amnesty or the list is called that covers the people counted."""
    is_bare = not _has_subject(verb) or any(c.tag_ in ("WDT", "WP") for c in verb.children)
    if is_bare and verb.dep_ in ("acl", "relcl", "advcl"):
        return " ".join(t.text for t in verb.doc[max(verb.sent.start, verb.i - 8) : verb.i])
    while verb.dep_ == "xcomp" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    subject = [t for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") for t in c.subtree]
    return _joined([t for t in subject if t.pos_ != "PROPN"])  # a name ("Union for Freedom") tells nothing of them


def further_verbs(head: Token) -> list[str]:
    """The verbs joined to the verb of the people counted: "were questioned and let go"."""
    here = top_of(head)
    if here.dep_ not in ("nsubj", "nsubjpass"):
        return []
    found: list[str] = []
    verb = here.head
    while True:
        nxt = next(
            (c for c in verb.children if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX") and not _has_subject(c)), None
        )
        if nxt is None:
            return found
        found.append(_joined(_of_verb(nxt, here, True)))
        verb = nxt


def carried(head: Token, noun: Token | None) -> str:
    """What the noun carries after it: participles, relative clauses, "behind bars"."""
    nouns = [head] if noun is None or noun == head else [head, noun]
    words: set[Token] = set()
    for one in nouns:
        for child in one.children:
            if (
                child.i > one.i
                and child.dep_ in ("acl", "relcl", "prep", "amod", "advmod", "advcl")
                and not (child.lower_ in ("of", "among") and noun is not None and noun in child.subtree)
            ):
                words |= {t for t in child.subtree if t.i > one.i}
    return _joined(sorted(words | _relative(noun if noun is not None else head), key=lambda t: t.i)[:18])


def _is_of_whom(child: Token) -> bool:
    """ "of whom 70 are in prison", "including four women": said of a part."""
    return child.lower_ in ("including", "among") or any(
        c.lower_ in ("whom", "which", "them") for c in child.children if c.dep_ == "pobj"
    )


def _relative(noun: Token) -> set[Token]:
    """The relative clause that begins a few words after the noun, wherever the parse hangs it."""
    words = list(noun.doc[noun.i + 1 : min(noun.i + 18, noun.sent.end)])
    at = next(
        (
            n
            for n, t in enumerate(words[:7])
            if (t.lower_ in ("who", "whom", "that") and t.nbor(-1).lower_ not in ("of", "among"))
            or t.text in (",", ";", ":", ".")
        ),
        None,
    )
    return set(words[at : at + 10]) if at is not None and words[at].lower_ in ("who", "whom", "that") else set()


def clause_verb(head: Token) -> str:
    """The verb of the clause over a list of people: "arrested the mayor, his deputy and six contractors"."""
    here = top_of(head)
    for _ in range(8):
        above = here.head
        if here.dep_ in ("nsubj", "csubj") or above == here:
            return ""
        if above.pos_ == "VERB":
            is_list = here.dep_ in ("dobj", "nsubjpass", "prep", "conj")
            return (
                _joined([above, *(c for c in above.children if c.dep_ in ("aux", "auxpass", "prt"))]) if is_list else ""
            )
        if here.dep_ not in ("conj", "appos", "pobj", "prep") or (
            above.pos_ == "ADP" and above.lower_ not in ("of", "with", "including", "among")
        ):
            return ""
        here = above
    return ""


def before(head: Token, noun: Token | None) -> str:
    """What stands before the noun: "detained", "jailed", "sick"."""
    one = noun if noun is not None else head
    return " ".join(t.text for t in one.children if t.i < one.i and t.dep_ in ("amod", "compound", "nmod"))


def _of_verb(verb: Token, here: Token, is_about: bool) -> list[Token]:
    words = [
        verb,
        *(t for t in verb.children if t.dep_ in ("aux", "auxpass", "neg") or (t.dep_ == "advmod" and t.i < verb.i)),
    ]
    for child in verb.children:
        if child.i < verb.i or child.dep_ not in _AFTER_VERB or here in child.subtree or here == child:
            continue
        if (
            not is_about
            and child.dep_ in ("ccomp", "npadvmod", "dobj", "attr")
            and here.dep_ in ("dobj", "pobj")
            and child.dep_ != "dobj"
        ):
            continue
        cut = {
            t
            for c in child.subtree
            if c.dep_ in ("relcl", "advcl", "acl") and c.head.pos_ in ("NOUN", "PROPN") and child.dep_ != "attr"
            for t in c.subtree
        }
        words += _own_words([t for t in child.subtree if t not in cut][:_LONGEST])
    return words


def _own_words(words: list[Token]) -> list[Token]:
    """The words up to another count: "were the last of more than 300 prisoners" says nothing more of the first."""
    other = next(
        (
            n
            for n, t in enumerate(words)
            if t.pos_ == "NUM" and t.ent_type_ not in ("DATE", "TIME") and t.dep_ == "nummod"
        ),
        None,
    )
    return words if other is None else words[:other]


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _joined(words: list[Token]) -> str:
    return " ".join(t.text for t in sorted(set(words), key=lambda t: t.i))
