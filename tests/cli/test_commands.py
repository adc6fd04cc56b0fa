"""Commands as they are called: shapes, exit codes, and the same bytes for the same question."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from habeas.cli.main import COMMANDS, run
from habeas.kernel.asof import utc_today

Call = Callable[..., tuple[int, str, str]]
LINES = """\
{"subject": {"name": "Alena Vymyslova", "id": "a"}, "predicate": "arrest", "valid": "2030-03-02", "source": "Lantern 1", "published_on": "2030-03-04"}
{"subject": {"name": "Alena Vymyslova", "id": "a"}, "predicate": "described_as_political_prisoner", "source": "Lantern 1", "published_on": "2030-03-04"}
{"subject": "Ivan Nibyta", "predicate": "arrest", "valid": "2030-03", "source": "Lantern 1", "published_on": "2030-03-04"}
{"subject": "Ivan Nibyta", "predicate": "arrest", "valid": "2030-03-05", "source": "The Veldan Courier"}
{"predicate": "figure", "value": 120, "population": "in_custody", "speaker": "Lantern", "quote": "120 held", "source": "Lantern 1", "published_on": "2030-03-04"}
"""


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    def called(*words: str) -> tuple[int, str, str]:
        status = run(list(words))
        return (status, *capsys.readouterr())

    return called


@pytest.fixture
def reg(tmp_path: Path, call: Call) -> str:
    path = str(tmp_path / "a.habeas")
    (tmp_path / "claims.jsonl").write_text(LINES)
    assert call("init", path)[0] == 0
    assert call("import", path, str(tmp_path / "claims.jsonl"), "--format", "claims")[0] == 0
    return path


def asked(call: Call, *words: str, status: int = 0) -> dict[str, Any]:
    found, out, err = call(*words, "--json")
    assert found == status, err
    answer: dict[str, Any] = json.loads(out)
    assert list(answer) == sorted(answer)
    return answer


@pytest.mark.parametrize("name", ["p.txt", "p.jsonl", "p.csv"])
@pytest.mark.parametrize("command", ["add", "import"])
def test_a_named_pipe_is_refused_without_being_opened(
    command: str, name: str, reg: str, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / name)
    opens = Path.open

    def unless_a_pipe(path: Path, *how: Any, **more: Any) -> Any:
        assert not path.is_fifo(), "whoever opens it waits without end"
        return opens(path, *how, **more)

    monkeypatch.setattr(Path, "open", unless_a_pipe)
    status, _, err = call(command, reg, str(tmp_path / name))
    assert status == 3
    assert "not a file" in err
    assert "save what comes through a pipe as a file" in err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, call: Call) -> None:
    status, out, _ = call(name, "--help")
    assert status == 0
    assert out.startswith(f"Usage: habeas {name}")


@pytest.mark.parametrize("words", [
    ("count", "--on", "2030-06-01"), ("count", "--series", "2030-02-25", "2030-03-10"), ("count", "--on", "2030-06-01", "--by", "source"),
    ("roll", "--on", "2030-06-01"), ("roll", "--on", "2030-06-01", "--basis", "public"), ("find", "ivan"), ("figures",), ("reconcile",),
    ("person", "Alena Vymyslova"), ("check",), ("analyse", "waves"), ("analyse", "prolongation"), ("review",), ("policy",),
])  # fmt: skip
def test_the_same_question_gives_the_same_bytes(words: tuple[str, ...], reg: str, call: Call) -> None:
    command, *rest = words
    known = [] if command in ("check", "review", "policy") else ["--known-by", "2100-01-01"]
    first = call(command, reg, *rest, *known, "--json")
    assert first[0] == 0, first[2]
    assert call(command, reg, *rest, *known, "--json") == first
    assert "/" not in first[1].replace("2030-03/", ""), "no path in an answer"


def test_a_series_is_its_days(reg: str, call: Call) -> None:
    days = asked(call, "count", reg, "--series", "2030-03-01", "2030-03-03")["series"]
    assert [d["on"] for d in days] == ["2030-03-01", "2030-03-02", "2030-03-03"]
    for day in days:
        assert day == asked(call, "count", reg, "--on", day["on"])


def test_a_roll_carries_its_count_and_a_reason_for_everybody(reg: str, call: Call) -> None:
    found = asked(call, "roll", reg, "--on", "2030-06-01")
    counted = asked(call, "count", reg, "--on", "2030-06-01")
    assert {key: found[key] for key in counted} == counted
    for person in found["persons"]:
        assert {"id", "name", "in", "why", "claims"} <= set(person)
        assert person["why"]
    assert sum(p["in"] == "yes" for p in found["persons"]) == counted["certain"]


def test_a_figure_keeps_its_words_and_is_never_null(reg: str, call: Call) -> None:
    (figure,) = asked(call, "figures", reg)["figures"]
    assert (figure["value"], figure["said_by"], figure["quote"], figure["kind"]) == (
        120,
        "Lantern",
        "120 held",
        "stock",
    )


def test_a_name_of_two_lists_them_and_ends_with_one(reg: str, call: Call) -> None:
    found = asked(call, "person", reg, "Ivan Nibyta", status=1)
    assert found["total"] == 2
    for hit in found["hits"]:
        assert asked(call, "person", reg, hit["id"])["names"] == ["Ivan Nibyta"]


def test_a_judgement_makes_two_one_and_can_be_taken_back(reg: str, call: Call) -> None:
    a, b = (hit["id"] for hit in asked(call, "find", reg, "ivan nibyta")["hits"])
    assert asked(call, "judge", reg, a, b, "same", "--why", "one letter")["verdict"] == "same"
    assert asked(call, "find", reg, "ivan nibyta")["total"] == 1
    assert asked(call, "person", reg, a)["id"] == asked(call, "person", reg, b)["id"]
    asked(call, "judge", reg, a, b, "different")
    assert {hit["id"] for hit in asked(call, "find", reg, "ivan nibyta")["hits"]} == {a, b}


def test_a_ruling_sets_a_claim_aside(reg: str, call: Call) -> None:
    claims = {c["predicate"]: c["id"] for c in asked(call, "person", reg, "Alena Vymyslova")["claims"]}
    asked(call, "rule", reg, claims["described_as_political_prisoner"], claims["arrest"], "--why", "a namesake")
    shown = {c["predicate"]: c["disputed"] for c in asked(call, "person", reg, "Alena Vymyslova")["claims"]}
    assert shown == {"described_as_political_prisoner": False, "arrest": True}


def test_a_check_of_a_changed_ledger_names_the_entry_and_ends_with_one(reg: str, call: Call) -> None:
    size = asked(call, "check", reg)["entries"]
    raw = sqlcipher.connect(reg)
    raw.execute("DROP TRIGGER bodies_no_update")
    raw.execute("UPDATE bodies SET data = x'00' WHERE id = (SELECT id FROM entries WHERE sequence = 3)")
    raw.commit()
    raw.close()
    found = asked(call, "check", reg, status=1)
    assert (found["ok"], found["entries"]) == (False, size)
    assert [(p["kind"], p["entry"]) for p in found["problems"]] == [("changed", 3)]


@pytest.mark.parametrize(("words", "status", "said"), [
    (("count", "REG"), 2, "either --on D or --series"),
    (("count", "REG", "--on", "2030-02-30"), 2, "--on 2030-02-30"),
    (("count", "REG", "--on", "2030-01-01", "--basis", "rumour"), 2, "use register, public or source:LIST"),
    (("count", "REG", "--on", "2030-01-01", "--definition", "mine"), 2, "no definition 'mine'"),
    (("count", "REG", "--series", "2030-02-02", "2030-02-01"), 2, "ends before it begins"),
    (("judge", "REG", "a", "b", "perhaps"), 2, "use one of same"),
    (("judge", "REG", "a", "b", "same"), 3, "is no mention or person here"),
    (("retract", "REG", "clm_0", "--why", "x"), 3, "is no claim here"),
    (("person", "REG", "Nobody Atall"), 3, "nobody here is called"),
    (("import", "REG", "REG.nothing"), 3, "no such file"),
    (("init", "REG"), 5, "already exists"),
    (("count", "REG.nothing", "--on", "2030-01-01"), 5, "does not exist"),
    (("count", "REG", "--on", "2030-11-30", "--definition", "cpj-census"), 4, "says nothing about 2030-11-30"),
    (("nothing",), 2, "No such command"),
])  # fmt: skip
def test_a_fault_has_its_exit_code_and_says_what_to_do(
    words: tuple[str, ...], status: int, said: str, reg: str, call: Call
) -> None:
    found, _, err = call(*(word.replace("REG", reg) for word in words))
    assert found == status
    assert said in err
    assert "Traceback" not in err


def test_a_note_is_kept_once(reg: str, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for _ in range(2):
        monkeypatch.setattr("sys.stdin", io.StringIO("Hanna Vydumka was seen on Tuesday.\n"))
        made.append(asked(call, "note", reg, "--channel", "letter", "--day", "2030-03-01")["note"])
    assert made[0] == made[1]


def test_an_empty_note_is_refused(reg: str, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(" \n"))
    status, _, err = call("note", reg)
    assert status == 3
    assert "it is empty" in err


def test_claims_written_to_a_file_lead_to_the_same_roll(reg: str, call: Call, tmp_path: Path) -> None:
    other, lines = str(tmp_path / "b.habeas"), str(tmp_path / "out.jsonl")
    assert call("claims", reg, "-o", lines)[0] == 0
    assert call("claims", reg)[1] == Path(lines).read_text("utf-8")
    call("init", other)
    assert asked(call, "import", other, lines)["refused"] == []

    def told(register: str) -> list[tuple[str, str, str]]:
        people = asked(call, "roll", register, "--on", "2030-06-01")["persons"]
        return sorted((p["name"], p["in"], p["why"].split(", not judged")[-1]) for p in people)

    assert told(reg) == told(other)
    counts = [asked(call, "count", r, "--on", "2030-03-04", "--basis", "public") for r in (reg, other)]
    assert counts[0] == counts[1]


def test_the_tour_on_an_article_as_one_object(call: Call, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Officials in Veldania detained Ivan Nibyta on March 3. Seven people were released.")
    status, printed, _ = call("demo", str(article), "--published", "2030-03-05", "--json")
    steps = [step for beat in json.loads(printed)["beats"] for step in beat["steps"]]
    assert status == 0
    assert [step["command"][1] for step in steps] == ["read", "init", "add", "figures", "roll", "reconcile"]
    assert steps[0]["answer"]["persons"][0]["name"] == "Ivan Nibyta"
    assert steps[3]["answer"]["figures"][0]["value"] == 7


def test_of_several_files_the_sound_ones_enter_and_the_others_are_named(call: Call, tmp_path: Path, reg: str) -> None:
    sound, empty, other = (tmp_path / name for name in ("a.txt", "b.txt", "c.txt"))
    sound.write_text("Officials in Veldania detained Ivan Nibyta on March 3.")
    empty.write_text("")
    other.write_text("Alena Vymyslova was freed on March 4.")
    status, printed, said = call("add", reg, str(sound), str(empty), str(other), "--published", "2030-03-05", "--json")
    answer = json.loads(printed)
    assert status == 1
    assert [one["file"] for one in answer["added"]] == ["a.txt", "c.txt"]
    assert [one["file"] for one in answer["refused"]] == [str(empty)]
    assert "empty" in said
    status, _, said = call("add", reg, str(empty), str(tmp_path / "d.txt"))
    assert status == 3
    assert "b.txt" in said and "d.txt" in said


def test_a_period_that_ends_before_it_begins_is_refused_by_row(call: Call, tmp_path: Path, reg: str) -> None:
    line = {
        "predicate": "figure",
        "value": 5,
        "population": "released",
        "since": "2030-03-02",
        "until": "2030-01-02",
        "source": "Lantern 1",
    }
    (tmp_path / "f.jsonl").write_text(json.dumps(line))
    status, printed, _ = call("import", reg, str(tmp_path / "f.jsonl"), "--format", "claims", "--json")
    assert status == 1
    assert "swap them" in json.loads(printed)["refused"][0]["why"]


def test_a_roll_day_by_day_and_by_a_facet(call: Call, reg: str) -> None:
    _, printed, _ = call("roll", reg, "--series", "2030-03-01", "2030-03-03", "--json")
    series = json.loads(printed)["series"]
    assert [one["on"] for one in series] == ["2030-03-01", "2030-03-02", "2030-03-03"]
    for one in series:
        assert one == json.loads(call("roll", reg, "--on", one["on"], "--json")[1])
    by = json.loads(call("roll", reg, "--on", "2030-03-03", "--by", "source", "--json")[1])
    assert by["by"] == "source"
    assert {p["name"]: p["part"] for p in by["persons"]}["Alena Vymyslova"] == "Lantern 1"
    assert call("roll", reg)[0] == 2
    _, shown, _ = call("roll", reg, "--series", "2030-03-01", "2030-03-03")
    assert [line.split()[0] for line in shown.splitlines()[1:] if "Alena" in line] == ["2030-03-02"]


def test_a_register_that_does_not_open_is_said_by_its_doctor_with_exit_code_five(reg: str, call: Call) -> None:
    raw = sqlcipher.connect(reg)
    raw.execute("UPDATE meta SET value = '99' WHERE key = 'format'")
    raw.commit()
    raw.close()
    status, out, _ = call("doctor", reg)
    assert status == 5
    assert "MEND  register" in out and "install a newer habeas" in out


def test_guards_that_were_taken_away_are_said_by_check_and_doctor(reg: str, call: Call) -> None:
    raw = sqlcipher.connect(reg)
    raw.execute("DROP TRIGGER bodies_no_update")
    raw.commit()
    raw.close()
    found = asked(call, "check", reg, status=1)
    assert (found["ok"], found["problems"]) == (False, [])
    assert found["guards"] == [{"name": "bodies_no_update", "state": "missing"}]
    status, out, _ = call("doctor", reg)
    assert status == 1
    assert "MEND  guards: bodies_no_update missing" in out


def test_the_encoding_of_an_article_can_be_told(call: Call, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_bytes("Ганна Выдумка затрымана.".encode("cp1251"))
    status, _, err = call("read", str(article))
    assert status == 3
    assert "--encoding" in err
    assert call("read", str(article), "--encoding", "cp1251")[0] == 0


def test_a_count_of_nobody_is_put_in_words(reg: str, call: Call) -> None:
    counted = ("count", reg, "--known-by", "2100-01-01", "--quiet", "--on")
    assert ": for certain no people described as political prisoners in custody, possibly 1," in unwrapped(
        call(*counted, "2040-01-01")[1]
    )
    assert ": no people described as political prisoners in custody, among" in unwrapped(
        call(*counted, "2020-01-01")[1]
    )


def unwrapped(text: str) -> str:
    return " ".join(text.split())


def test_a_day_of_publication_that_lies_ahead_is_remarked_on(reg: str, call: Call, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Alena Vymyslova was arrested.\n")
    today = utc_today()
    ahead, tomorrow = (str(today + timedelta(days=n)) for n in (2, 1))
    status, _, said = call("add", reg, str(article), "--published", ahead)
    assert (status, f"--published {ahead} lies ahead of today" in said, "--correct-day" in said) == (0, True, True)
    assert "lies ahead" not in call("add", reg, str(article), "--published", tomorrow, "--correct-day")[2]
    lines = tmp_path / "claims.jsonl"
    assert "lies ahead" in call("import", reg, str(lines), "--format", "claims", "--published", ahead)[2]
