"""One voter: finds who a happening befell by the grammar of the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.claims.reading.events.participles import named_before
from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.whom.belonging import misread_participle, those_belonging
from habeas.claims.reading.whom.listed import names_running_on
from habeas.claims.reading.whom.refer import Referents, Who

if TYPE_CHECKING:
    from spacy.tokens import Token

RULE = "syntax"
_DUE = frozenset({"due", "eligible", "up", "scheduled", "set", "slated"})
_GIVE = frozenset({"refuse", "deny", "grant", "give", "hand"})
_UNDERGO = frozenset({"await", "face", "escape", "avoid", "evade", "fear", "risk"})
#: Participles spelt like the bare verb.
_ALIKE = frozenset({"let", "put", "set", "shut"})
_SUBJECTS = ("nsubjpass", "nsubj")


def who_by_syntax(trigger: Trigger, sentence: Sentence, referents: Referents) -> tuple[Who, Token | None]:
    """Whom it befell, and the word that says so (None = nobody found)."""
    if trigger.person is not None:
        return Who((trigger.person,), rule="spoken of last"), trigger.token
    if trigger.is_alone and trigger.given is not None:
        own = referents.people.at(sentence.place(trigger.given))
        return (Who((own,), rule="name") if own else Who()), trigger.given
    token = misread_participle(trigger.token) or _patient(trigger) or _those_done_to(trigger.token)
    if token is None:
        return Who(), None
    if _is_inverted(trigger.token) and len(all_named := _running_on(trigger.token, sentence, referents)) > 1:
        return Who(tuple(all_named), rule="name and others"), token
    members = _among(token, sentence, referents)
    beside = named_before(trigger.token, sentence, referents)
    if beside in members:
        return Who((beside,), rule="name"), token  # "They include A, given 12 years; B; and C"
    if members:
        whole = referents.group(sentence, token)
        counted = whole if whole is not None and whole.count is not None else None
        return Who(tuple(members), counted, "member"), token
    belonging = those_belonging(token, sentence, referents)
    if belonging != Who():
        return belonging, token
    not_they = _askers(trigger.token, token, sentence, referents) | _doers(token, sentence, referents)
    who = referents.who(sentence, token, without=not_they)
    if beside is not None and trigger.patient == "object" and beside not in who.persons:
        return Who((beside,), rule="name"), token
    if who == Who() and token.dep_ in _SUBJECTS and token.tag_ in ("JJ", "JJS", "NN"):
        others = [c for c in token.head.children if c.dep_ in _SUBJECTS and c != token and c.i > token.i]
        who = next(
            (found for c in others if (found := referents.who(sentence, c)).persons), who
        )  # "the most recent, NAME, was ..."
    return (_own(who, trigger.token, token, sentence, referents) if len(who.persons) > 1 else who), token


def _askers(noun: Token, token: Token, sentence: Sentence, referents: Referents) -> frozenset[str]:
    """ "She campaigned for her release", "he would secure his release": who asks for it is not whose it is."""
    if noun.pos_ != "NOUN" or token.pos_ != "PRON":
        return frozenset()
    verbs = (up for up in noun.ancestors if up.pos_ in ("VERB", "AUX") and lexicon().has("askers", up.lemma_))
    subjects = (c for verb in verbs for v in (verb, *verb.ancestors) for c in v.children if c.dep_ == "nsubj")
    return frozenset(name for subject in subjects for name in referents.who(sentence, subject).persons)


def _doers(token: Token, sentence: Sentence, referents: Referents) -> frozenset[str]:
    """ "NAME refused him bail", "NAME sentenced him": whoever does it, and is no "himself", is somebody else."""
    is_to_be = token.lower_ in ("him", "her", "them") and token.dep_ in _SUBJECTS  # "asked for him to be moved"
    if token.tag_ != "PRP" or token.lower_.endswith("self") or (token.dep_ in _SUBJECTS and not is_to_be):
        return frozenset()
    ups = [up for up in token.ancestors if up.pos_ in ("VERB", "AUX")]
    verb = next(iter(ups[1:] if is_to_be else ups), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
    if subject is None or subject.pos_ == "PRON":
        return frozenset()
    return frozenset(referents.who(sentence, subject).persons)


def _own(who: Who, verb: Token, noun: Token, sentence: Sentence, referents: Referents) -> Who:
    """ "A, sentenced to 18 years; B; and C": a participle tells of the name it follows, not of those named after it."""
    is_beside = (verb.dep_ == "acl" and verb.head == noun) or _follows_its_name(verb, noun)
    if not is_beside or any(c.lower_ in ("all", "both", "each") for c in verb.children):
        return who
    before = {name for _, name in referents.people.between(sentence.start, sentence.place(verb)[0])}
    after = [name for name in who.persons if name not in before]
    own = referents.people.at(sentence.place(noun))
    return Who((own,), who.group, who.rule) if after and own is not None else who


def _follows_its_name(verb: Token, noun: Token) -> bool:
    """ "A, given 12 years in June; B; and C": a participle without a subject right after the comma of a name."""
    has_subject = any(c.dep_ in (*_SUBJECTS, "aux", "auxpass") for c in verb.children)
    return verb.tag_ == "VBN" and not has_subject and noun.pos_ == "PROPN" and verb.i == noun.i + 2


def _after_copula(verb: Token) -> Token | None:
    """The noun after "were" that an opening participle tells of."""
    holders = (verb, verb.head, *(c for c in verb.children if c.dep_ == "auxpass"))
    return next(
        (
            c
            for dep in ("nsubjpass", "nsubj", "attr")
            for h in holders
            for c in h.children
            if c.dep_ == dep and c.i > verb.i
        ),
        None,
    )


def _is_inverted(verb: Token) -> bool:
    """ "Also convicted were A and B": the participle opens the sentence."""
    following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    opens = verb.tag_ == "VBN" and verb.i - verb.sent.start <= 2
    if opens and verb.head.lemma_ == "be" and verb.head.i > verb.i and verb.dep_ not in ("csubj", "acl"):
        return True  # "Also released after five years behind bars was NAME"
    return (
        opens
        and following is not None
        and following.lower_ in ("were", "was", "are", "is")
        and not (verb.i and verb.nbor(-1).lower_ in ("those", "people"))
    )


def _running_on(verb: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """ "Also convicted were the editor A, the columnist B and the activists C and D": all of them, however the parse joins them."""
    copula = next((t for t in verb.doc[verb.i : min(verb.i + 3, verb.sent.end)] if t.lemma_ == "be"), None)
    if copula is None:
        return []
    return names_running_on(referents.people, sentence, sentence.place(copula)[1], referents.passage.shadow)


def _those_done_to(verb: Token) -> Token | None:
    """ "among those freed", "among the freed", parsed with the participle as the noun."""
    return (
        verb if verb.tag_ in ("VBN", "JJ", "NN") and verb.dep_ == "pobj" and _child(verb, "det") is not None else None
    )


def _patient(trigger: Trigger) -> Token | None:
    verb = trigger.token
    if trigger.given is not None:
        return trigger.given
    if _is_inverted(verb):
        return _after_copula(verb)
    if trigger.patient == "noun":
        return _of_noun(verb)
    if verb.dep_ == "amod":
        noun = verb.head
        return noun.head if noun.dep_ == "compound" and noun.head.pos_ == "PROPN" else noun
    if trigger.patient == "subject":
        return _subject(verb)
    return _object(verb)


def _part_of_whom(verb: Token) -> Token | None:
    """ "20 were freed, of whom six have since been held again": the six."""
    for of in verb.children:
        if of.lower_ == "of" and of.dep_ == "prep" and of.i < verb.i:
            whole = next((o for o in of.children if o.lower_ in ("whom", "them", "these", "those")), None)
            beside = (*whole.children, *of.children) if whole is not None else ()
            part = next((c for c in beside if c.pos_ == "NUM" and c.dep_ == "appos"), None)
            if part is not None:
                return part
    return None


def _object(verb: Token) -> Token | None:
    children = list(verb.children)
    if (part := _part_of_whom(verb)) is not None:
        return part
    if (
        verb.lemma_ in _GIVE
        and not any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
        and (verb.tag_ != "VBN" or any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children))
    ):
        misread = next((c for c in verb.children if c.dep_ == "ccomp" and c.lemma_ in ("bail", "parole")), None)
        if misread is not None:
            return _child(misread, "nsubj")  # "refused him bail", with the noun taken for a verb
        given_to = (
            c
            for c in verb.children
            if c.i > verb.i and c.dep_ in ("dative", "dobj", "iobj") and not _is_thing_given(verb, c)
        )
        return next((_child(c, "pobj") if c.pos_ == "ADP" else c for c in given_to), None) or _to_whom(verb)
    let_go = _child(verb, "ccomp") if verb.lemma_ == "let" else None
    if let_go is not None and _child(let_go, "nsubj") is not None:
        return _child(let_go, "nsubj")
    passive = any(child.dep_ == "auxpass" or child.dep_ == "nsubjpass" for child in children)
    if passive:
        return _subject(verb)
    found = _child(verb, "dative") or _child(verb, "dobj")
    if found is not None and found.ent_type_ in ("DATE", "TIME") and verb.tag_ == "VBN":
        found = None  # "was seized in May and released the following January"
    if found is not None and found.dep_ == "dative" and found.pos_ == "ADP":
        found = _child(found, "pobj")
    if found is not None and not _is_thing_given(verb, found):
        return found
    counted = next((c for c in verb.children if c.dep_ == "npadvmod" and c.pos_ == "NUM" and c.i == verb.i + 1), None)
    if found is None and counted is not None and verb.tag_ in ("VBZ", "VBD", "VBP"):
        return counted  # "Court jails three over protests"
    to = next((c for c in verb.children if c.lower_ == "to" and c.dep_ in ("prep", "dative")), None)
    if found is not None and found.lemma_ in ("bail", "parole", "furlough") and to is not None:
        return _child(to, "pobj")
    if verb.lemma_ in ("hand", "give") and not passive and found is not None:
        return None  # what was given is told, not to whom
    gapped = next((c for c in verb.children if c.pos_ == "NUM" and c.i < verb.i and c.dep_ != "nummod"), None)
    if gapped is not None and verb.dep_ == "conj":
        return gapped  # "10,000 were arrested and nearly 3,000 convicted"
    if verb.tag_ in ("VBN", "VBD", "VBG") and verb.dep_ in (
        "acl",
        "advcl",
        "conj",
        "xcomp",
        "pcomp",
        "ROOT",
        "ccomp",
        "oprd",
        "relcl",
    ):
        small = next((c for c in reversed(list(verb.children)) if c.dep_ == "nsubj" and c.i < verb.i), None)
        return small or _climbed(verb)
    if verb.lower_ in _ALIKE and verb.dep_ == "conj" and verb.head.tag_ == "VBN":
        return _climbed(verb)  # "was fined and let go"
    return _child(verb, "nsubj") if verb.dep_ in ("ccomp", "ROOT") and verb.tag_ == "VBN" else None


def _to_whom(verb: Token) -> Token | None:
    to = next((c for c in verb.children if c.lower_ == "to" and c.dep_ in ("prep", "dative")), None)
    return _child(to, "pobj") if to is not None else None


def _is_thing_given(verb: Token, found: Token) -> bool:
    return found.lemma_ in (
        "sentence",
        "term",
        "year",
        "month",
        "charge",
        "citizenship",
        "passport",
        "pardon",
        "amnesty",
        "bail",
        "parole",
        "furlough",
        "clemency",
        "asylum",
        "refuge",
        "freedom",
    )


def _subject(verb: Token) -> Token | None:
    if _child(verb, "expl") is not None:
        return _child(verb, "attr")  # "there are no journalists in prison"
    for dep in _SUBJECTS:
        found = _child(verb, dep)
        if found is not None:
            return found
    return _climbed(verb)


def _climbed(verb: Token) -> Token | None:
    """The subject a clause without its own borrows from the clause or noun above it."""
    here = verb
    for _ in range(7):
        above = here.head
        if above == here:
            return None
        if here.dep_ in ("acl", "relcl"):
            return above
        if here.dep_ == "xcomp" and _child(above, "dobj") is not None and not above.lemma_.startswith("continue"):
            return _child(above, "dobj")
        for dep in _SUBJECTS:
            found = _child(above, dep)
            if found is not None and any(t.text == ";" for t in verb.doc[min(verb.i, found.i) : max(verb.i, found.i)]):
                return None  # "26 of the 44 had been released; the others face jail"
            if found is not None and here.dep_ not in ("nsubj", "nsubjpass", "dobj"):
                return found
        here = above
    return None


def _of_noun(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "for") and (child.lower_ == "of" or noun.lemma_ == "pardon"):
            if noun.lemma_ in ("sentence", "term") and any(
                o.lemma_ in ("year", "month", "day") for o in child.children
            ):
                continue  # "NAME's sentence of 11 years"
            return _child(child, "pobj")
    if (late := _late_of(noun)) is not None:
        return _child(late, "pobj")
    by = next((c for c in noun.children if c.lower_ == "by"), None)
    court = _child(by, "pobj") if by is not None else None
    for child in court.children if court is not None else ():
        if (
            child.lower_ == "of"
            and child.i > noun.i
            and court is not None
            and court.lemma_.lower() in ("court", "tribunal", "judge", "jury")
        ):
            return _child(child, "pobj")  # "the conviction by a court of NAME"
    asked = next(
        (
            c
            for t in (noun, noun.head, *noun.children)
            for c in t.children
            if c.lower_ in ("for", "against") and c.i > noun.i
        ),
        None,
    )
    if noun.lemma_ in ("sentence", "term") and asked is not None and noun.dep_ == "dobj":
        return _child(asked, "pobj")  # "seek a 20-year sentence for NAME"
    if noun.dep_ in ("dobj", "pobj") and noun.head.lemma_ in _UNDERGO:
        return _subject(noun.head)  # "is awaiting sentencing", "escaped arrest"
    return _child(noun, "poss") or _due_for(noun) or _at_the_time(noun)


def _late_of(noun: Token) -> Token | None:
    """ "the arrest on Monday of NAME", "the release on bail of NAME": only when, where or how stands between."""
    for word in noun.doc[noun.i + 1 : min(noun.i + 7, noun.sent.end)]:
        if word.lower_ == "of":
            return word if word.i > noun.i + 1 and word.head.i != noun.i else None
        is_when = word.ent_type_ in ("DATE", "TIME", "GPE") or word.lower_ in ("bail", "parole", "dawn", "night")
        if not (is_when or word.lower_ in ("on", "in", "at", "last", "early", "late", "under")):
            return None
    return None


def _at_the_time(noun: Token) -> Token | None:
    """ "Upon release in 2022 NAME moved", "since detention in May NAME has": the one the clause is about."""
    preposition = noun.head
    is_bare = not any(c.dep_ in ("det", "poss") or c.lower_ == "of" for c in noun.children)
    if not is_bare or noun.dep_ != "pobj" or preposition.lower_ not in ("upon", "on", "after", "following", "since"):
        return None
    return _climbed(preposition) if preposition.head.pos_ in ("VERB", "AUX") else None


def _due_for(noun: Token) -> Token | None:
    """ "due for release", "eligible for release": the subject of the adjective."""
    preposition = noun.head
    if noun.dep_ == "pobj" and preposition.lower_ in ("for", "to") and preposition.head.lower_ in _DUE:
        return _climbed(preposition.head)
    return None


def _child(token: Token, dep: str) -> Token | None:
    return next((child for child in token.children if child.dep_ == dep), None)


def _among(token: Token, sentence: Sentence, referents: Referents) -> list[str]:
    """ "Among those released were A and B", "those released include A": the people named as belonging to the group."""
    above = token.head
    if token.dep_ == "pobj" and above.lower_ == "among":
        clause = above.head
        heads = [
            child
            for child in clause.children
            if child.dep_ in ("nsubj", "attr", "nsubjpass", "dobj") and child.i > token.i
        ]
    elif token.dep_ in ("nsubj", "nsubjpass") and above.lemma_ == "be":
        heads = [
            child for child in above.children if child.dep_ == "attr" and referents.people.at(sentence.place(child))
        ]
        if not heads or token.tag_ not in ("NNS", "NNPS", "DT"):
            return []
    elif token.dep_ in ("nsubj", "nsubjpass") and above.lemma_ == "include":
        heads = [child for child in above.children if child.dep_ == "dobj"]
    else:
        return []
    if not heads:
        return []
    found = [name for head in heads for name in referents.who(sentence, head).persons]
    start = min(sentence.place(head.left_edge)[0] for head in heads)
    running = names_running_on(referents.people, sentence, start, referents.passage.shadow)
    return max(found, running, key=len)
