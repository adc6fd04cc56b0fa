"""A command interrupted by a real signal at a chosen point says what is true: nothing was written, or what stays and what is left to do."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from habeas.cli.main import run
from habeas.register.opened import open_register

#: Runs a command that stops at a point, says so, and goes on when it is told to or is interrupted.
CHILD = """
import os, signal, sys
from functools import wraps
from importlib import import_module
# a shell that starts the tests in the background has its children ignore interrupts
signal.signal(signal.SIGINT, signal.default_int_handler)
from habeas.cli.main import main
import habeas.cli.importing

habeas.cli.importing._MANY_CLAIMS = range(1, 10**9)
place, when = sys.argv.pop(1), sys.argv.pop(1)
module, _, name = place.partition(":")
owner = import_module(module)
for part in name.split(".")[:-1]:
    owner = getattr(owner, part)
name = name.split(".")[-1]
original = getattr(owner, name)

def stop():
    os.write(2, b"<here>")
    os.read(0, 1)

@wraps(original)
def stopping(*args, **kwargs):
    here = "held" not in when or signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    if here and "before" in when:
        stop()
    answer = original(*args, **kwargs)
    if here and "after" in when:
        stop()
    return answer

setattr(owner, name, stopping)
main()
"""
BEFORE = [
    ("habeas.sources.take_in:take_in", "before"),
    ("habeas.claims.ledger:Tree.packed", "after"),  # asked for once the rows are in
    ("sqlalchemy.engine.base:RootTransaction.__enter__", "after"),
]
#: Where interrupts are held back; other transactions, such as that of the accounts, are not.
COMMIT = [
    ("sqlalchemy.engine.base:RootTransaction.commit", "held before"),
    ("sqlalchemy.engine.base:RootTransaction.commit", "held after"),
]
AFTER = [
    ("habeas.store.store:Store._remember", "before"),
    ("habeas.register.opened:Register._take_in", "before"),
    ("habeas.register.intake:_links", "before"),
]


@dataclass
class Ended:
    code: int
    out: str
    err: str


def interrupted(where: tuple[str, str], words: Sequence[str]) -> Ended:
    """The command, sent an interrupt once it has come to that point."""
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, *where, *words],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert child.stdin and child.stderr
    said = b""
    while not said.endswith(b"<here>"):
        letter = child.stderr.read(1)
        assert letter, said.decode()
        said += letter
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(b"x" * 100, timeout=60)  # where interrupts are held back, it goes on by this
    return Ended(child.returncode, out.decode(), (said + err).decode().replace("<here>", "").lstrip())


def entries(register: str) -> int:
    with open_register(register) as opened:
        return opened.store.head().size


@pytest.fixture
def register(tmp_path: Path) -> str:
    path = str(tmp_path / "a.habeas")
    assert run(["init", path]) == 0
    return path


@pytest.fixture
def batch(tmp_path: Path) -> str:
    lines = [
        {
            "subject": name,
            "predicate": "arrest",
            "valid": "2021-03-02",
            "source": "Lantern",
            "published_on": "2021-03-04",
        }
        for name in ("Ivan Nibyta", "Alena Vymyslova")
    ]
    path = tmp_path / "lines.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return str(path)


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(
        "Alena Vymyslova was arrested on 2 March 2021. Ivan Nibyta was released on 3 March 2021.\n", "utf-8"
    )
    return str(path)


@pytest.mark.parametrize("where", BEFORE)
def test_an_import_interrupted_before_its_batch_is_in_writes_nothing(
    where: tuple[str, str], register: str, batch: str
) -> None:
    ended = interrupted(where, ["import", register, batch, "--format", "claims"])
    assert (ended.code, ended.out, ended.err) == (130, "", "habeas: interrupted; nothing was written\n")
    assert entries(register) == 0


@pytest.mark.parametrize("where", [*COMMIT, *AFTER])
def test_an_import_interrupted_once_its_batch_is_in_says_that_it_is_and_what_is_left_to_do(
    where: tuple[str, str], register: str, batch: str
) -> None:
    ended = interrupted(where, ["import", register, batch, "--format", "claims"])
    there = entries(register)
    assert there > 0
    assert (ended.code, ended.out) == (1, "")
    assert f"what was done stays: {there} entries entered in {register}." in ended.err
    assert f"habeas review {register} --people --by-policy" in ended.err
    assert run(["import", register, batch, "--format", "claims"]) == 0
    assert entries(register) == there


def test_people_whom_an_interrupted_import_left_unlinked_are_linked_by_the_command_it_names(
    register: str, batch: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    policy = tmp_path / "policy.yml"
    policy.write_text("reviewers: 1\nwaived_because: a test\nautomatic_links: [birth_date]\n", "utf-8")
    assert run(["policy", register, str(policy)]) == 0
    for source in ("Lantern", "The Veldan Courier"):
        told = {"subject": "Ivan Nibyta", "predicate": "birth_date", "valid": "1980-01-02", "source": source}
        Path(batch).write_text(json.dumps({**told, "published_on": "2021-03-04"}) + "\n", "utf-8")
        words = ["import", register, batch, "--format", "claims"]
        if source == "Lantern":
            assert run(words) == 0
        else:
            assert interrupted(("habeas.register.intake:_links", "before"), words).code == 1
    capsys.readouterr()
    assert run(["review", register, "--people", "--by-policy", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["linked"]) == 1


def test_an_import_interrupted_while_answers_are_made_ready_answers_all_the_same(register: str, batch: str) -> None:
    words = ["import", register, batch, "--format", "claims", "--json"]
    ended = interrupted(("habeas.register.rolled:make_ready", "before"), words)
    assert (ended.code, json.loads(ended.out)["claims"]) == (0, 2)
    assert "all has entered" in ended.err


def test_with_json_an_interrupted_import_answers_one_object(register: str, batch: str) -> None:
    words = ["import", register, batch, "--format", "claims", "--json"]
    ended = interrupted(("habeas.register.intake:_links", "before"), words)
    answer = json.loads(ended.out)
    assert (answer["interrupted"], answer["done"]) == (True, [f"{entries(register)} entries entered in {register}"])
    assert len(answer["left_undone"]) == 2


@pytest.mark.parametrize(
    "where", [("habeas.claims.ledger:Tree.packed", "after"), *COMMIT, ("habeas.register.intake:_links", "before")]
)
def test_an_article_enters_with_its_proposals_and_what_is_accepted_of_them_or_not_at_all(
    where: tuple[str, str], register: str, article: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["add", register, article, "--published", "2021-03-04", "--accept", "strong"]
    ended = interrupted(where, words)
    there = entries(register)
    assert (ended.code, there > 0) in ((130, False), (1, True))
    capsys.readouterr()
    assert run(["review", register, "--list", "--json"]) == 0
    waiting = json.loads(capsys.readouterr().out)["total"]
    assert run([*words, "--json"]) == 0
    again = json.loads(capsys.readouterr().out)["added"][0]
    assert (again["new"], again["pending"]) == ((False, waiting) if there else (True, again["pending"]))
    assert again["accepted"] == 0 or not there


@pytest.mark.parametrize(("where", "code"), [(BEFORE[1], 130), (COMMIT[0], 1), (COMMIT[1], 1), (AFTER[0], 1)])
@pytest.mark.parametrize("command", ["judge", "retract", "policy"])
def test_a_decision_is_entered_exactly_where_the_exit_code_says_so(
    where: tuple[str, str], code: int, command: str, register: str, batch: str, tmp_path: Path
) -> None:
    assert run(["import", register, batch, "--format", "claims"]) == 0
    with open_register(register) as opened:
        known = opened.caught_up()
        a, b = list(known.mentions)
        claim = known.claims[0].id
    policy = tmp_path / "policy.yml"
    policy.write_text("reviewers: 1\nwaived_because: a test\n", "utf-8")
    words = {
        "judge": ["judge", register, a, b, "different"], "retract": ["retract", register, claim, "--why", "a test"],
        "policy": ["policy", register, str(policy)],
    }[command]  # fmt: skip
    there = entries(register)
    ended = interrupted(where, words)
    assert (ended.code, entries(register) - there) == (code, 0 if code == 130 else 1)
    if code == 1:
        assert ended.err == f"habeas: interrupted, but what was done stays: 1 entry entered in {register}.\n"


def test_a_file_that_was_written_is_named(register: str, tmp_path: Path) -> None:
    ended = interrupted(
        ("habeas.cli.output:Output.write", "after"), ["claims", register, "-o", str(tmp_path / "c.jsonl")]
    )
    assert (ended.code, (tmp_path / "c.jsonl").exists()) == (1, True)
    assert f"what was done stays: {tmp_path / 'c.jsonl'} written." in ended.err


def test_a_question_interrupted_wrote_nothing(register: str) -> None:
    ended = interrupted(("habeas.register.answering:count_on", "before"), ["count", register, "--on", "2021-03-03"])
    assert (ended.code, ended.out) == (130, "")
