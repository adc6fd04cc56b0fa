"""What a parser that was taken over cannot do, in each sandbox that works here."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from tests.sources.probe import attempted

from habeas.sources import sandbox as sandbox_module
from habeas.sources.media import HTML
from habeas.sources.parsed import Parsed, Sandbox
from habeas.sources.sandbox import LIMITS, Ended, Limits, available, parse_in_sandbox

PROBE = Path(__file__).with_name("probe.py")
ROOT = PROBE.parents[2]
QUICK = replace(LIMITS, memory=300 << 20, processor=1, in_all=20)


def tried(sandbox: Sandbox, attempt: str, limits: Limits = QUICK) -> Parsed:
    return parse_in_sandbox(attempt.encode(), HTML, sandbox, limits, PROBE)


def outcome(sandbox: Sandbox, attempt: str) -> str:
    parsed = tried(sandbox, attempt)
    return parsed.because or parsed.passages[0].text


@pytest.fixture(scope="module", params=["bubblewrap", "landlock"])
def confined(request: pytest.FixtureRequest) -> Sandbox:
    kind: Sandbox = request.param
    if outcome(kind, "signal_to_self") != "signalled":
        pytest.skip(f"{kind} does not work here: {outcome(kind, 'signal_to_self')}")
    return kind


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


def test_no_connection_even_to_this_machine(confined: Sandbox, listening: socket.socket) -> None:
    port = listening.getsockname()[1]
    assert attempted("connect", str(port)) == "connected"
    assert outcome(confined, f"connect {port}").startswith("refused")


def test_no_datagram(confined: Sandbox) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver:
        receiver.bind(("127.0.0.1", 0))
        receiver.setblocking(False)
        port = receiver.getsockname()[1]
        said = outcome(confined, f"send_datagram {port}")
        with pytest.raises(BlockingIOError):
            receiver.recv(10)
        assert said.startswith("refused")
        assert attempted("send_datagram", str(port)) == "sent"


def test_no_socket_file(confined: Sandbox, tmp_path: Path) -> None:
    path = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path)
        server.listen()
        assert attempted("call_socket_file", path) == "connected"
        assert outcome(confined, f"call_socket_file {path}").startswith("refused")


def files_that_matter(tmp_path: Path) -> list[Path]:
    """A canary, the list of users, a file of this repository, and the first file in the home folder."""
    canary = tmp_path / "canary.txt"
    canary.write_text("Hanna Vydumka", "utf-8")
    home = Path.home()
    at_home = [p for p in (sorted(home.iterdir()) if home.is_dir() else []) if p.is_file() and os.access(p, os.R_OK)]
    return [canary, Path("/etc/passwd"), ROOT / "pyproject.toml", *at_home[:1]]


def test_no_file_can_be_read(confined: Sandbox, tmp_path: Path) -> None:
    for path in files_that_matter(tmp_path):
        assert attempted("read", str(path)).startswith("read")
        assert outcome(confined, f"read {path}").startswith("refused"), path


def test_nothing_can_be_written(confined: Sandbox, tmp_path: Path) -> None:
    path = tmp_path / "left.txt"
    for place in (path, ROOT / "src" / "habeas" / "left.txt"):
        said = outcome(confined, f"write {place}")
        assert said.startswith("refused") or "stopped" in said
        assert not place.exists()
    assert attempted("write", str(path)) == "written"


def test_no_new_process_and_no_other_program(confined: Sandbox) -> None:
    assert outcome(confined, "fork").startswith("refused")
    assert outcome(confined, "run /usr/bin/true").startswith("refused")


def test_no_signal_to_others(confined: Sandbox) -> None:
    assert attempted("signal_to", str(os.getpid())) == "signalled"
    assert outcome(confined, f"signal_to {os.getpid()}").startswith("refused")


def test_memory_is_limited(confined: Sandbox) -> None:
    assert outcome(confined, f"fill_memory {10 << 20}").startswith("filled")
    assert outcome(confined, f"fill_memory {400 << 20}") == "stored, not parsed: it needs more memory than is allowed"


def test_processor_time_is_limited(confined: Sandbox) -> None:
    assert outcome(confined, "spin") == "stored, not parsed: the parser was stopped after 1 s of processor time"


def test_time_in_all_is_limited(confined: Sandbox) -> None:
    said = tried(confined, "wait", replace(QUICK, in_all=0.8)).because
    assert said == "stored, not parsed: gave up after 0.8 s"


def test_a_child_that_never_stops_talking_is_cut_off(confined: Sandbox) -> None:
    said = tried(confined, "talk", replace(QUICK, answer=1 << 20)).because
    assert said == "stored, not parsed: its text is larger than any document we take"


@pytest.mark.parametrize("answer", ["", "{", "[]", '{"passages": [{"text": 5}]}', '{"passages": {"text": "x"}}'])
def test_an_answer_of_another_shape_is_not_believed(confined: Sandbox, answer: str) -> None:
    parsed = tried(confined, f"lie {answer}")
    assert (parsed.status, parsed.because) == (
        "not_parsed",
        "stored, not parsed: the parser's answer could not be read",
    )
    assert parsed.sandbox == confined


def test_without_a_sandbox_nothing_is_parsed() -> None:
    parsed = parse_in_sandbox(b"<html>", HTML, "none")
    assert parsed.status == "not_parsed"
    assert parsed.because is not None and parsed.because.startswith("stored, not parsed: no sandbox")
    assert (parsed.passages, parsed.sandbox) == ((), "none")


def test_what_is_available_is_one_of_three() -> None:
    assert available() in get_args(Sandbox)


@pytest.fixture
def untried() -> Iterator[None]:
    available.cache_clear()
    yield
    available.cache_clear()


def test_a_bubblewrap_that_is_not_allowed_is_passed_over(untried: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox_module, "bubblewrap", lambda also: ["/nonexistent/bwrap"])
    monkeypatch.setattr(sandbox_module, "version", lambda: 0)
    assert available() == "none"


def test_a_child_that_could_not_be_confined_is_no_sandbox(untried: None, monkeypatch: pytest.MonkeyPatch) -> None:
    unconfined = Ended(b'{"because": "no sandbox"}')
    monkeypatch.setattr(sandbox_module, "_run", lambda command, data, limits: unconfined)
    assert available() == "none"


def test_a_type_without_parser_is_stored_only() -> None:
    assert parse_in_sandbox(b"x", "image/png").because == "stored, not parsed: no parser for image/png"
