"""A server in a process of its own: it answers on loopback, says where, and ends with Ctrl-C."""

from __future__ import annotations

import http.client
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from habeas.cli.main import run
from habeas.register.opened import Register
from habeas.web.limits import LARGEST
from habeas.web.loopback import is_loopback
from habeas.web.serving import Reach, answering

_SERVE = """
import signal, sys
from habeas.cli.main import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # where the tests were started deaf to it
sys.argv = ["habeas", *sys.argv[1:]]
main()
"""


def test_the_register_is_served_until_interrupted(tmp_path: Path) -> None:
    register = str(tmp_path / "r.habeas")
    assert run(["init", register]) == 0
    words = ["serve", register, "--port", "0"]
    served = subprocess.Popen([sys.executable, "-uc", _SERVE, *words], stdout=subprocess.PIPE, text=True)
    try:
        assert served.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/", served.stdout.readline())
        assert found is not None
        with urllib.request.urlopen(found[0], timeout=60) as answer:
            assert "Find a person" in answer.read().decode()
    finally:
        served.send_signal(signal.SIGINT)
        ended = served.wait(60)
    assert ended == 0


@pytest.mark.parametrize(
    ("reach", "open_to_whoever_is_here"),
    [
        (Reach(), True), (Reach("localhost"), True), (Reach("0.0.0.0"), False), (Reach(public=True), False),
        (Reach(names=("register.example",)), False), (Reach(behind_https=True), False),
    ],
)  # fmt: skip
def test_the_whole_register_is_open_only_where_nobody_else_can_ask(reach: Reach, open_to_whoever_is_here: bool) -> None:
    assert reach.everybody_sees_all is open_to_whoever_is_here


@pytest.mark.parametrize(
    ("host", "only_here"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("[::1]", True), ("0.0.0.0", False), ("10.0.0.1", False), ("register.example", False)],
)  # fmt: skip
def test_which_addresses_only_this_machine_reaches(host: str, only_here: bool) -> None:
    assert is_loopback(host) is only_here


@pytest.mark.parametrize(("size", "said"), [(LARGEST + 1, "At most 64 MB"), (2**40, "exceeds")])
def test_what_is_too_large_is_refused_and_of_what_is_far_too_large_nothing_is_received(
    register: Register, size: int, said: str
) -> None:
    with answering(register) as origin:
        asked = http.client.HTTPConnection(origin.removeprefix("http://"), timeout=60)
        asked.putrequest("POST", "/desk/lists/send/")
        asked.putheader("Content-Length", str(size))
        asked.endheaders()
        if size < 2**40:
            for sent in range(0, size, 2**20):
                asked.send(b"x" * min(2**20, size - sent))
        answer = asked.getresponse()
        assert answer.status == 413
        assert said in answer.read().decode()
        asked.close()
