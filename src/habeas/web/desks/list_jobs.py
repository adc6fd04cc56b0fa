"""A list on its way in: read and tried on a thread of its own, which takes its turn at the shelf, then entered as one act.

What is on its way lives in this process alone: after a restart the file is sent again.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Lock, Thread
from typing import Any

from habeas.claims.lists.proposing import names_people
from habeas.kernel.days import Day
from habeas.kernel.errors import HabeasError, InputRefused
from habeas.register.acts import Act
from habeas.register.importing import Wish
from habeas.register.importing_counts import is_counts, no_list_of_people
from habeas.register.listing import HowList, UnknownHeader, import_list, is_list
from habeas.register.opened import Register, nobody
from habeas.register.sheet import is_working_sheet
from habeas.register.sheet_import import import_sheet
from habeas.sources.capture import About
from habeas.sources.tables import Table, read_tables
from habeas.web.asking import NotHere
from habeas.web.desks.desk import working_as
from habeas.web.desks.uploads import Kept
from habeas.web.permissions import Who
from habeas.web.shelf import Shelf

#: What is on its way is forgotten after so long, and beyond so many of one person.
_LASTS, _MOST = timedelta(hours=2), 3
#: A request waits so long for work that may be done at once, in seconds.
_PATIENCE = 0.4
_log = logging.getLogger("habeas.web")


@dataclass(slots=True)
class Settings:
    """What the sender says of the file. `published` None = told by its name; None or empty elsewhere = not said. `mapping` is its text."""

    published: Day = field(default_factory=Day.unknown)
    list_name: str = ""
    url: str = ""
    dates: str = ""
    encoding: str = ""
    mapping: str = ""
    shrunk: bool = False


@dataclass(slots=True)
class Job:
    """One file on its way. `state`: new, working, mapping (its header is not known), checked (tried, nothing written), refused or entered.

    `doing` with `done` and `of` (None = not known) tell how far the work is. `changed`: what it would do has changed since it was last shown. `broke`: a fault of ours.
    """

    id: str
    who: Who
    shelf: Shelf
    kept: Kept
    settings: Settings
    begun: datetime
    state: str = "working"
    doing: str = "waiting for its turn"
    done: int = 0
    of: int | None = None
    said: str = ""
    table: Table | None = None
    answer: dict[str, Any] = field(default_factory=dict)
    is_sheet: bool = False
    head: int = 0
    changed: bool = False
    broke: bool = False
    act: Act | None = None
    _lock: Lock = field(default_factory=Lock)

    def begin(self, work: Callable[[Job], None], *states: str) -> bool:
        """Start work on a thread. False, and nothing is begun, in a state other than these: two presses of a button are one."""
        with self._lock:
            if self.state not in states:
                return False
            self.state, self.doing, self.done, self.of = "working", "waiting for its turn", 0, None
        thread = Thread(target=self._run, args=(work,), daemon=True)
        thread.start()
        thread.join(_PATIENCE)
        return True

    def _run(self, work: Callable[[Job], None]) -> None:
        try:
            work(self)
        except UnknownHeader as unknown:
            self._unknown(unknown)
        except HabeasError as error:
            self._refuse(error)
        except Exception as error:  # noqa: BLE001 - a thread has nobody above it, and its page would say for ever that it works
            self.broke = True
            _log.error("a list could not be taken in: %s", type(error).__name__)
            self.said = "The fault is ours. See under Lists held whether the file has entered; if not, try again, or tell the operator."
            self.state = "refused"

    def _unknown(self, unknown: UnknownHeader) -> None:
        if names_people(unknown.table):
            self.table, self.state = unknown.table, "mapping"
        else:
            self._refuse(no_list_of_people(str(self.kept.file)))

    def _refuse(self, error: HabeasError) -> None:
        self.said, self.state = in_fields(self.kept.without_path(str(error))), "refused"

    def heard(self, doing: str, done: int, of: int | None = None) -> None:
        """How far the work has come."""
        self.doing, self.done, self.of = doing, done, of


def check(job: Job) -> None:
    """Read the file and say what it would do."""
    job.doing = "reading the file"
    answer, head = _taken(job, dry_run=True)
    job.answer, job.head, job.state = answer, head, "checked"


def enter(job: Job) -> None:
    """Enter what was shown, as one act. Where the register has moved on so that it would do something else, that is shown first."""
    shown = job.answer
    with job.shelf.worked_on() as register:
        if register.store.head().size != job.head:
            check(job)
            if _does(job.answer) != _does(shown):
                job.changed = True
                return
        before = register.store.head().size
        job.answer, after = _taken(job, dry_run=False)
        job.act = Act(before, after) if after > before else None
    job.kept.remove()
    job.state = "entered"


def _does(answer: dict[str, Any]) -> dict[str, Any]:
    """What an import does, without what it only says beside it."""
    parts = (
        "added",
        "changed",
        "gone",
        "unchanged",
        "claims",
        "refused",
        "quarantined",
        "conflicts",
        "changes",
        "linked",
        "to_review",
    )
    return {part: answer.get(part) for part in parts}  # fmt: skip


def _taken(job: Job, *, dry_run: bool) -> tuple[dict[str, Any], int]:
    """The answer of an import, and how many entries the ledger then has."""
    said, path = job.settings, str(job.kept.file)
    about = About(said.published, url=said.url or None, list_name=said.list_name or None)
    wish = Wish(dry_run=dry_run, list_name=said.list_name or None)
    _refuse_other_kinds(path)
    file = read_tables(path, said.encoding or None)
    job.is_sheet = is_working_sheet(file)
    with job.shelf.worked_on() as register, working_as(register, job.who):
        register.heard = job.heard
        job.doing = "comparing with the register" if dry_run else "entering"
        try:
            if job.is_sheet:
                answer = import_sheet(register, file, about, Wish(dry_run=dry_run))
            else:
                answer = import_list(register, path, about, wish, _how(job), file)
        finally:
            register.heard = nobody
        return answer, _size(register)


def _size(register: Register) -> int:
    register.caught_up()
    return register.store.head().size


def _how(job: Job) -> HowList:
    said = job.settings
    mapping = str(job.kept.beside("mapping.yml", said.mapping)) if said.mapping.strip() else None
    return HowList(None, mapping, said.dates or None, said.encoding or None, said.shrunk)


def _refuse_other_kinds(path: str) -> None:
    if is_counts(path):
        raise InputRefused(f"{path}: published counts, no list of people; take it in on the server: habeas import")
    if not is_list(path):
        raise InputRefused(f"{path}: a claims file, no list of people; take it in on the server: habeas import")


def in_fields(said: str) -> str:
    """A message with the fields of the page in place of the options of the command."""
    for option, label in _LABELS:
        said = said.replace(option, label)
    return said


_LABELS = (
    ("import again with --mapping FILE", "send it again"),
    ("import it again with --encoding", "give as encoding"),
    ("say --list NAME", "give it above"),
    ("say --shrunk", "tick that it really lost so many"),
    ("--published", "the day of the file"),
    ("--encoding", "the encoding"),
    ("--dates", "the order of days"),
    ("--mapping YML", "the field Mapping"),
)


class Jobs:
    """What is on its way in this process. Each file is seen by whoever sent it, and by nobody else."""

    def __init__(self) -> None:
        self._by_id: dict[str, Job] = {}
        self._lock = Lock()

    def begin(self, who: Who, shelf: Shelf, kept: Kept, settings: Settings) -> Job:
        """Take a file and start to check it; what is too old, or too much of one person, goes."""
        job = Job(secrets.token_urlsafe(12), who, shelf, kept, settings, datetime.now(UTC), state="new")
        with self._lock:
            for old in self._too_many(job):
                old.kept.remove()
                del self._by_id[old.id]
            self._by_id[job.id] = job
        job.begin(check, "new")
        return job

    def _too_many(self, new: Job) -> list[Job]:
        idle = [job for job in self._by_id.values() if job.state != "working"]
        own = [job for job in idle if job.who.name == new.who.name]
        return [job for job in idle if new.begun - job.begun > _LASTS or job in own[: len(own) - _MOST + 1]]

    def of(self, who: Who, shelf: Shelf) -> list[Job]:
        """Somebody's own, the newest first."""
        found = [job for job in self._by_id.values() if job.who.name == who.name and job.shelf is shelf]
        return sorted(found, key=lambda job: job.begun, reverse=True)

    def named(self, who: Who, shelf: Shelf, job_id: str) -> Job:
        """Raises NotHere for one that is not here any more, or another's."""
        found = next((job for job in self.of(who, shelf) if job.id == job_id), None)
        if found is None:
            raise NotHere("this file is not on its way here any more; send it again")
        return found

    def discard(self, job: Job) -> None:
        """Forget a file on which no work is done."""
        with self._lock:
            if job.state != "working" and self._by_id.pop(job.id, None) is not None:
                job.kept.remove()


#: Of this process.
JOBS = Jobs()
