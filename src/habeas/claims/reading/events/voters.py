"""Brings the voters together: what each says a trigger word tells of whom becomes one telling."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from habeas.claims.reading.events.apposed import with_names_beside
from habeas.claims.reading.events.order import RULE as ORDER
from habeas.claims.reading.events.order import who_by_order
from habeas.claims.reading.events.participles import is_epithet, named_before
from habeas.claims.reading.events.syntax import RULE as SYNTAX
from habeas.claims.reading.events.syntax import who_by_syntax
from habeas.claims.reading.events.triggers import Trigger
from habeas.claims.reading.events.who_they_are import says_who_they_are
from habeas.claims.reading.speech.reality import reality_of
from habeas.claims.reading.speech.speakers import Speakers
from habeas.claims.reading.text.clause_parts import is_habit
from habeas.claims.reading.text.lexicon import lexicon
from habeas.claims.reading.text.parser import Sentence
from habeas.claims.reading.text.quoting import clause_span, quote_at
from habeas.claims.reading.told import Told
from habeas.claims.reading.triggers_all import triggers_of
from habeas.claims.reading.when.ahead import goes_on_trial, is_of_the_future, next_such_day
from habeas.claims.reading.when.dated import Dates, day_told
from habeas.claims.reading.when.dates import DateWords
from habeas.claims.reading.whom.belonging import AMONG, reality_of_belonging
from habeas.claims.reading.whom.companions import companions
from habeas.claims.reading.whom.groups import Group
from habeas.claims.reading.whom.refer import Referents, Who

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR_ENOUGH = 4
LIST_MARK = re.compile(r"\s*(?:[-–—•*·▪●◦‣✔✅➡️🔹🔸🔴⚪️]+|\(?\d{1,3}[.)])\s*")
#: Ways of finding whom something befell that do not themselves rest on who was spoken of last.
_BY_NAME = frozenset({"name", "name and others", "member", "one of", "apposition", "example"})
_MEMBERS = ("member", "one of", AMONG)
_BELONGING = ("one of", AMONG)
#: What happens in a moment: "since 2020" beside it says from when others are counted ("the fifth to die since 2020").
_MOMENTS = frozenset(
    {"release", "pardon", "exchange", "death_in_custody", "death_after_release", "sentence", "conviction"}
)
#: "two of them, A and B": whoever is so named is not told of in number too.
_SOME_OF = re.compile(r"\w+ (?:of (?:them|whom|those|these|the)\b|others?\b)", re.IGNORECASE)
_SET = re.compile(
    r"(?:all|the|these|those)(?: of)?(?: the| these| those)? (?!other|others|more|remaining|first|last)[\w-]+(?: (?:men|women|people|defendants|journalists|activists|students))?$",
    re.IGNORECASE,
)
_FREED = r"(?:release|being (?:freed|released|let (?:out|go))|(?:he|she|they|\w+) (?:was|were|had been) (?:freed|released|let (?:out|go)))"
_AFTER_RELEASE = re.compile(
    rf"\b(?:(?:minutes|hours|days|weeks|months|a (?:day|week|month)|soon|shortly|immediately|right|just) (?:of|after|following)|barely \w+ \w+ after) (?:(?:his|her|their|the) )?(?:\w+ )?{_FREED}\b",
    re.IGNORECASE,
)
_FOR_VIEWS = re.compile(
    r"\b(?:for (?:(?:their|his|her) )?(?:political |peaceful )?(?:views|opinions|beliefs|convictions|politics|reasons)|on political grounds)\b",
    re.IGNORECASE,
)
_PLACE_PREPOSITIONS = ("in", "at", "to", "from")


@dataclass(frozen=True, slots=True)
class Reader:
    """Everything a detector needs to look things up in one passage."""

    referents: Referents
    speakers: Speakers
    dates: Dates
    _triggers: dict[int, list[Trigger]] = field(default_factory=dict)

    def triggers(self, sentence: Sentence) -> list[Trigger]:
        """All that tells of custody in a sentence by its own words, looked for once."""
        if sentence.index not in self._triggers:
            self._triggers[sentence.index] = list(triggers_of(sentence))
        return self._triggers[sentence.index]


def events_told(reader: Reader) -> Iterator[Told]:
    """Every telling, in the order of the text."""
    for sentence in reader.referents.passage.sentences:
        triggers = [trigger for trigger in reader.triggers(sentence) if not _is_epithet(trigger)]
        for trigger in triggers:
            others = {other.token for other in triggers if other.token != trigger.token and other.type != trigger.type}
            yield from telling_of(reader, sentence, trigger, others)


def told_by_name(reader: Reader) -> set[str]:
    """Those whom something befell by name: a first look, so that pronouns can be given to them before others."""
    found: set[str] = set()
    for sentence in reader.referents.passage.sentences:
        for trigger in reader.triggers(sentence):
            if trigger.of_held:
                continue
            who, _ = who_by_syntax(trigger, sentence, reader.referents)
            if who.persons and who.rule in _BY_NAME and reality_of(trigger.token, trigger.type)[0] == "actual":
                found |= set(who.persons)
    return found


def telling_of(reader: Reader, sentence: Sentence, trigger: Trigger, others: Collection[Token] = ()) -> Iterator[Told]:
    """What one trigger tells: one telling for each person and group it befalls. `others` are other triggers of the sentence."""
    by_syntax, head = who_by_syntax(trigger, sentence, reader.referents)
    by_syntax = with_names_beside(by_syntax, sentence, reader.referents)
    by_order, distance = who_by_order(trigger, sentence, reader.referents)
    who, rules = by_syntax, {f"{SYNTAX}.{trigger.type}"}
    if not who.persons and who.group is None:
        if (head is not None and head.pos_ in ("NOUN", "PRON", "PROPN")) or not (
            (by_order.persons or _is_number_beside(by_order)) and distance <= _NEAR_ENOUGH
        ):
            who = Who()
        else:
            who, rules = by_order, {f"{ORDER}.{trigger.type}"}
    if who == Who():
        who, rules = _of_list_item(reader, sentence, trigger), {f"layout.{trigger.type}"}
    strong = _agree(by_syntax, by_order)
    if strong:
        rules.add(f"{ORDER}.{trigger.type}")
    if (
        who.group is not None
        and not (who.group.is_reference and trigger.patient == "noun" and _is_their(head))
        and (_counts(trigger) or _is_whole_set(who.group))
        and not says_who_they_are(trigger, who.group, head)
        and not _only_restricts(trigger, who.group)
        and not (len(who.persons) == who.group.count and _SOME_OF.match(who.group.words))
        and not _is_rule(trigger, who.group)
        and not _is_of_anybody(trigger, who.group)
        and not _is_figure(trigger, who.group)
        and not _is_one_of_them(trigger.token)
        and not (trigger.is_absence and who.persons)
        and not (who.rule == "member" and who.group.count is None and not who.group.is_vague and not _is_among(head))
    ):
        yield _telling(
            reader,
            sentence,
            trigger,
            others,
            head,
            _Part(None, who.group, rules, strong, who.persons if who.rule in _MEMBERS else (), who.rule),
        )
        for joined in _groups_joined(reader, sentence, who.group):
            yield _telling(reader, sentence, trigger, others, head, _Part(None, joined, rules, False, (), who.rule))
    is_of_whole = who.rule == "member" and head is not None and _only_says_which(trigger, head)
    for person in () if is_of_whole else who.persons:
        yield _telling(reader, sentence, trigger, others, head, _Part(person, who.group, rules, strong, (), who.rule))
    if who != Who() and trigger.token.pos_ == "VERB" and not trigger.is_alone:
        beside = companions(trigger.token, sentence, reader.referents)
        named = {*who.persons, *((who.group.head,) if who.group is not None else ())}
        for part in (*beside.persons, *((beside.group,) if beside.group is not None else ())):
            if isinstance(part, str) and part not in named:
                yield _telling(
                    reader, sentence, trigger, others, head, _Part(part, None, rules, False, (), "companion")
                )
            elif isinstance(part, Group) and part.head not in named and _counts(trigger):
                yield _telling(
                    reader, sentence, trigger, others, head, _Part(None, part, rules, False, (), "companion")
                )
    if who == Who() and trigger.is_bare:
        yield _telling(reader, sentence, trigger, others, None, _Part(None, None, rules, False, (), "bare"))


@dataclass(frozen=True, slots=True)
class _Part:
    person: str | None
    group: Group | None
    rules: set[str]
    strong: bool
    members: tuple[str, ...]
    how: str


def _telling(
    reader: Reader, sentence: Sentence, trigger: Trigger, others: Collection[Token], head: Token | None, part: _Part
) -> Told:
    reality, _ = reality_of(trigger.token, trigger.type)
    if trigger.is_absence and reality == "denied":
        reality = "planned" if any(c.tag_ == "MD" for c in trigger.token.children) else "actual"  # "may not survive"
    if part.person is not None and part.how in _BELONGING and reality == "actual" and head is not None:
        reality = reality_of_belonging(head)
    if trigger.reality == "actual" or (
        part.person is not None and _is_told_before(reader, sentence, trigger, part.person)
    ):
        reality = "actual"
    elif trigger.reality is not None and (reality == "actual" or (trigger.reality, reality) == ("denied", "demanded")):
        reality = trigger.reality
    kind = trigger.type
    if kind == "arrest" and part.person is not None and not trigger.is_state and _is_after_release(trigger.token):
        kind = "rearrest"
    if kind == "charge" and reality == "planned" and is_trial_set(trigger.token):
        reality = "actual"
    whole = head.head if head is not None and part.how in ("member", "one of") else trigger.token
    quote, span = quote_at(reader.referents.passage, clause_span(sentence, whole, head))
    words = None if trigger.is_undated else reader.dates.attached(sentence, trigger.token, others)
    words, is_trial_ahead = _looking_ahead(reader, trigger, words)
    reality = "planned" if is_trial_ahead and reality == "actual" else reality
    is_since = words is not None and words.lead == "since" and words.day is not None
    is_set_held = trigger.is_state and part.group is not None and _is_whole_set(part.group)
    is_period = part.person is None and words is not None and words.lead == "since" and not is_set_held
    is_count_start = words is not None and words.lead == "since" and trigger.type in _MOMENTS
    date = None if is_period or is_count_start else day_told(words, reader.dates.published, reality == "actual")
    is_start = is_since and (part.person is not None or is_set_held) and trigger.type == "arrest"
    note = None if is_start and not is_set_held and trigger.note == "custody state" else trigger.note
    if is_period and words is not None:
        note = f"period since {words.day.text}" if words.day else None
    group = part.group
    return Told(
        kind, part.person, group.count if group and part.person is None else None, quote, span, reality, set(part.rules), date,
        _place(trigger.token), trigger.term, reader.speakers.at(sentence, trigger.token), note, part.strong,
        is_reference=part.person is None and (part.how == "bare" or bool(group and group.is_reference and group.count is None)),
        is_state=trigger.is_state and not is_start, has_open_date=words is not None and words.day is None, is_period=is_period,
        members=list(part.members), words=group.words if group else "", is_member=part.how if part.person else None, is_headline=sentence.is_headline,
        of_held=trigger.of_held, is_bare=part.how == "bare", is_clause=_is_clause(trigger.token),
        is_aside=trigger.token.dep_ in ("acl", "relcl", "amod"),
    )  # fmt: skip


def _looking_ahead(reader: Reader, trigger: Trigger, words: DateWords | None) -> tuple[DateWords | None, bool]:
    """The day meant where the verb speaks of what is to come, and whether a trial told in the present tense lies ahead."""
    published, verb = reader.dates.published, trigger.token
    if words is None or published is None:
        return words, False
    if trigger.type == "charge" and goes_on_trial(verb):
        found = next_such_day(words, published, with_weekdays=False)
        return found, found.day is not None and found.day.lo is not None and found.day.lo > published.toordinal()
    return (next_such_day(words, published) if is_of_the_future(verb) else words), False


def _groups_joined(reader: Reader, sentence: Sentence, first: Group) -> list[Group]:
    """ "freed five journalists and 12 students": the other counted groups of the same list."""
    if first.count is None or first.head.dep_ == "conj" or reader.referents.people.at(sentence.place(first.head)):
        return []
    found = (reader.referents.group(sentence, part) for part in first.head.conjuncts if part.tag_ in ("NNS", "NNPS"))
    return [g for g in found if g is not None and g.count is not None and g.count != first.count]


def _is_clause(verb: Token) -> bool:
    return (
        verb.pos_ == "VERB"
        and any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
        and verb.dep_ in ("ROOT", "conj", "ccomp")
    )


def _is_told_before(reader: Reader, sentence: Sentence, trigger: Trigger, person: str) -> bool:
    """Whether a participle says what had befallen the one named, whatever the clause round it makes of the rest."""
    verb = trigger.token
    return is_epithet(verb) or named_before(verb, sentence, reader.referents) == person


def _is_after_release(verb: Token) -> bool:
    """ "hours after his release he was taken from his flat", "a week after being freed she was detained"."""
    match = _AFTER_RELEASE.search(verb.sent.text)
    at = verb.idx - verb.sent.start_char
    return match is not None and not match.start() <= at < match.end()


def is_trial_set(verb: Token) -> bool:
    """ "will stand trial in July", "is due to go on trial on Monday": whoever is to be tried is charged."""
    if not any(c.lemma_ == "trial" for t in (verb, *verb.children) for c in t.children):
        return False
    words = {c.lower_ for v in (verb, verb.head) for c in v.children if c.dep_ == "aux"}
    above = verb.head.lemma_ in ("be", "expect", "schedule", "set", "due") or verb.head.lower_ in ("due", "set")
    return words <= {"will", "to", "is", "are"} and ("will" in words or above)


def _is_whole_set(group: Group) -> bool:
    """ "all three", "the five men", "they" said of a counted group: people told of before, one and all."""
    if group.count is None or group.head.dep_ not in ("nsubj", "nsubjpass"):
        return False
    return group.head.lower_ == "they" or bool(_SET.match(group.words))


def _is_one_of_them(word: Token) -> bool:
    """ "One of the newly detained is NAME": told of NAME."""
    of = word.head
    return word.dep_ == "pobj" and of.lower_ == "of" and of.head.lower_ == "one" and of.head.head.lemma_ == "be"


def _is_figure(trigger: Trigger, group: Group) -> bool:
    """ "14 others are detained over the case": how many are held, which the figure tells."""
    verb = trigger.token
    is_now = any(c.dep_ == "auxpass" and c.lower_ == "are" for c in verb.children) and any(
        t.lower_ in ("connection", "still", "currently") for t in verb.subtree
    )
    return (
        trigger.type == "arrest"
        and is_now
        and verb.lemma_ in ("detain", "jail", "imprison")
        and group.count is not None
    )


def _counts(trigger: Trigger) -> bool:
    """A group's custody as a state is a figure, not a happening; its new charges and health are."""
    return not trigger.is_state


def _of_list_item(reader: Reader, sentence: Sentence, trigger: Trigger) -> Who:
    """ "- NAME, driver - released the same evening": a participle without a subject tells of whom the line is about."""
    verb = trigger.token
    if verb.tag_ not in ("VBN", "VBD") or any(c.dep_ in ("nsubj", "nsubjpass", "dobj") for c in verb.children):
        return Who()
    opening = reader.referents.passage.shadow[sentence.start : sentence.start + 4]
    people = reader.referents.people.between(sentence.start, sentence.place(verb)[0])
    if not people or not LIST_MARK.match(opening) or people[0][0][0] > sentence.start + 6:
        return Who()
    return Who((people[0][1],), rule="list item")


def _is_among(head: Token | None) -> bool:
    """Whether the members are only some of the group: "protesters, including A"; not so in "the editors A and B"."""
    if head is None:
        return False
    words = {t.lower_ for t in head.doc[head.i : min(head.i + 12, head.sent.end)]}
    return bool(words & {"including", "include", "among", "like", "such"})


def _is_number_beside(found: Who) -> bool:
    """ "Since 2020 nine have died": a bare number right before the verb, which the parse takes for part of the date."""
    group = found.group
    return group is not None and group.count is not None and group.head.pos_ == "NUM"


def _only_restricts(trigger: Trigger, group: Group) -> bool:
    """ "people convicted of extremism were freed", "aid for people jailed in Europe": who they are, not what is told of them."""
    if trigger.token.dep_ != "acl" or trigger.given is not None:
        return False
    return trigger.type == "conviction" or (
        trigger.type in ("arrest", "charge") and group.count is None and group.head.tag_ in ("NNS", "NNPS")
    )


def _only_says_which(trigger: Trigger, head: Token) -> bool:
    """ "five of those arrested died, including NAME": what is told of NAME is the death."""
    is_aside = trigger.token.dep_ == "acl" and trigger.token.head == head and head.dep_ == "pobj"
    return is_aside and head.head.lower_ == "of" and trigger.type in ("arrest", "charge", "conviction")


def _is_rule(trigger: Trigger, group: Group) -> bool:
    """ "people are tried for less", "nobody has been charged", "anyone accused of violence": of charges against people at large."""
    if trigger.type != "charge" or group.count is not None or group.is_vague:
        return False
    return not any(c.lower_ in ("the", "these", "those", "all") for c in (group.head, *group.head.children))


def _is_of_anybody(trigger: Trigger, group: Group) -> bool:
    """ "few leave custody early", "no one is jailed for their views": what is so in general, of nobody in particular."""
    verb, head = trigger.token, group.head
    if group.count is not None or verb.pos_ != "VERB" or head.dep_ not in ("nsubj", "nsubjpass"):
        return False
    if head.lower_ in ("few", "most", "many", "some") and is_habit(verb):
        return True
    is_nobody = head.lower_ in ("nobody", "anyone", "anybody", "none") or (
        head.lower_ == "one" and any(c.lower_ == "no" for c in head.children)
    )
    return (
        is_nobody
        and trigger.type in ("arrest", "sentence", "conviction")
        and _FOR_VIEWS.search(verb.sent.text) is not None
    )


def _is_epithet(trigger: Trigger) -> bool:
    """ "the condemned woman": who is meant, told elsewhere."""
    verb = trigger.token
    if trigger.type not in ("sentence", "conviction") or verb.dep_ != "amod" or trigger.term is not None:
        return False
    return any(c.dep_ == "det" and c.i < verb.i for c in verb.head.children)


def _agree(first: Who, second: Who) -> bool:
    if first.persons and second.persons:
        return bool(set(first.persons) & set(second.persons))
    return first.group is not None and second.group is not None and first.group.head == second.group.head


def _is_their(head: Token | None) -> bool:
    return head is not None and head.lower_ in ("their", "them", "they")


def _place(token: Token) -> str | None:
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in _PLACE_PREPOSITIONS:
            for obj in child.children:
                if obj.dep_ == "pobj" and obj.ent_type_ in ("GPE", "FAC", "LOC"):
                    entity = next((e for e in obj.doc.ents if e.start <= obj.i < e.end), None)
                    return str(entity.text) if entity is not None else str(obj.text)
    return None


def is_talk_of_prisoners(words: str) -> bool:
    """Whether a group's words name people held."""
    return any(lexicon().has("held_people", word.rstrip("s").lower()) for word in words.split())
