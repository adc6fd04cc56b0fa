"""Whatever a command writes, it never takes the place of a register, of evidence, or unasked of any file that is there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from habeas.cli.main import run

Call = Callable[..., tuple[int, str, str]]
LINES = """\
{"subject": {"name": "Alena Vymyslova", "id": "a"}, "predicate": "arrest", "valid": "2030-03-02", "source": "Lantern 1", "published_on": "2030-03-04"}
{"predicate": "figure", "value": 120, "population": "in_custody", "speaker": "Lantern", "quote": "120 held", "source": "Lantern 1", "published_on": "2030-03-04"}
"""
#: Every option by which a command writes a file.
WRITING = (("claims", "-o"), ("reconcile", "--svg"), ("review", "--cases"))
writing = pytest.mark.parametrize(("command", "option"), WRITING)
FULL = Path("/dev/full")


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


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@writing
@pytest.mark.parametrize("extra", [(), ("--overwrite",)])
@pytest.mark.parametrize("suffix", ["", ".accounts", "-wal", "-shm", ".cache", ".cache/count.svg"])
def test_a_register_and_the_files_beside_it_are_never_written_over(
    suffix: str, extra: tuple[str, ...], command: str, option: str, reg: str, call: Call, tmp_path: Path
) -> None:
    before = everything_in(tmp_path)
    status, out, err = call(command, reg, option, reg + suffix, *extra)
    assert (status, out) == (5, "")
    assert "belongs to" in err
    assert everything_in(tmp_path) == before


@writing
def test_another_register_and_a_backup_are_never_written_over(
    command: str, option: str, reg: str, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HABEAS_PASSPHRASE", "an invented one")
    other, kept = str(tmp_path / "b.habeas"), str(tmp_path / "kept")
    assert call("init", other)[0] == 0
    monkeypatch.delenv("HABEAS_PASSPHRASE")
    assert call("backup", reg, kept)[0] == 0
    before = everything_in(tmp_path)
    for target in (other, kept):
        assert call(command, reg, option, target, "--overwrite")[0] == 5
    assert everything_in(tmp_path) == before


@writing
def test_what_is_there_is_replaced_only_when_that_is_asked_for(
    command: str, option: str, reg: str, call: Call, tmp_path: Path
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Alena Vymyslova was detained.")
    status, _, err = call(command, reg, option, str(article))
    assert status == 5
    assert "article.txt already exists" in err and "--overwrite" in err
    assert article.read_text() == "Alena Vymyslova was detained."
    out = str(tmp_path / "out")
    assert call(command, reg, option, out)[0] == 0
    first = Path(out).read_bytes()
    assert call(command, reg, option, out, "--overwrite")[0] == 0
    assert Path(out).read_bytes() == first


@writing
@pytest.mark.parametrize(("place", "said"), [("nowhere/out", "create its folder first"), ("", "is a folder")])
def test_a_place_that_cannot_be_written_is_named_and_nothing_is_left(
    place: str, said: str, command: str, option: str, reg: str, call: Call, tmp_path: Path
) -> None:
    before = everything_in(tmp_path)
    status, _, err = call(command, reg, option, str(tmp_path / place))
    assert status == 5
    assert said in err
    assert everything_in(tmp_path) == before


def test_how_much_was_written_is_one_object(reg: str, call: Call, tmp_path: Path) -> None:
    out = str(tmp_path / "out.jsonl")
    assert json.loads(call("claims", reg, "-o", out, "--json")[1]) == {"acts": 0, "claims": 2, "file": out}
    alone = json.loads(call("claims", reg, "--json")[1])
    assert alone["lines"] == [json.loads(line) for line in Path(out).read_text("utf-8").splitlines()]
    cases = str(tmp_path / "cases.yml")
    assert json.loads(call("review", reg, "--cases", cases, "--json")[1]) == {"cases": 0, "file": cases}


@pytest.mark.parametrize("keep", ["file", "file/folder"])
def test_a_tour_that_has_no_place_says_so(keep: str, call: Call, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    status, _, err = call("demo", "--keep", str(tmp_path / keep))
    assert status == 5
    assert keep in err and "nothing was written" in err


def program(*words: str, out: int) -> subprocess.CompletedProcess[str]:
    """The program as a process of its own, with its output going to a file descriptor."""
    start = "from habeas.cli.main import main; main()"
    return subprocess.run(
        [sys.executable, "-c", start, *words], stdout=out, stderr=subprocess.PIPE, text=True, check=False
    )


@pytest.mark.skipif(not FULL.exists(), reason="no device here that is always full")
@pytest.mark.parametrize(
    "words", [("figures", "REG"), ("claims", "REG"), ("count", "REG", "--on", "2030-03-04", "--json"), ("--help",)]
)
def test_an_output_that_is_full_is_said_once(words: tuple[str, ...], reg: str) -> None:
    with FULL.open("wb") as full:
        done = program(*(word.replace("REG", reg) for word in words), out=full.fileno())
    assert done.returncode == 5
    said = done.stderr.splitlines()[-1]
    assert "standard output: No space left on device" in said
    assert "Traceback" not in done.stderr and "Exception ignored" not in done.stderr


def test_a_reader_that_goes_away_is_no_fault(reg: str) -> None:
    reading, writing_end = os.pipe()
    os.close(reading)
    try:
        done = program("figures", reg, out=writing_end)
    finally:
        os.close(writing_end)
    assert done.stderr == ""
