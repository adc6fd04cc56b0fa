"""A child that, instead of parsing, tries what a parser that was taken over would try. Its answer is what came of it.

It is confined by the very code that confines the real child.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path


def connect(port: str) -> str:
    with socket.create_connection(("127.0.0.1", int(port)), timeout=1):
        return "connected"


def send_datagram(port: str) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"name", ("127.0.0.1", int(port)))
        return "sent"


def call_socket_file(path: str) -> str:
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(path)
        return "connected"


def read(path: str) -> str:
    with Path(path).open("rb") as file:
        return f"read {len(file.read(10))}"


def write(path: str) -> str:
    with Path(path).open("wb") as file:
        file.write(b"left behind")
    return "written"


def fork(_: str) -> str:
    if os.fork() == 0:
        os._exit(0)
    os.wait()
    return "forked"


def run(program: str) -> str:
    os.execv(program, [program])


def signal_to(process: str) -> str:
    os.kill(int(process), 0)
    return "signalled"


def signal_to_self(_: str) -> str:
    os.kill(os.getpid(), 0)
    return "signalled"


def fill_memory(size: str) -> str:
    return f"filled {len(bytearray(int(size)))}"


def spin(_: str) -> str:
    while True:
        pass


def wait(_: str) -> str:
    signal.pause()
    return "woken"


def talk(_: str) -> str:
    while True:
        sys.stdout.buffer.write(b"x" * 65536)


def lie(answer: str) -> str:
    os.write(1, answer.encode())
    os._exit(0)


ATTEMPTS: dict[str, Callable[[str], str]] = {
    attempt.__name__: attempt
    for attempt in (
        connect, send_datagram, call_socket_file, read, write, fork, run, signal_to, signal_to_self, fill_memory, spin, wait, talk, lie,
    )
}  # fmt: skip


def attempted(what: str, on: str) -> str:
    """What came of it."""
    try:
        return ATTEMPTS[what](on)
    except OSError as error:
        return f"refused: {error.strerror or error}"


if __name__ == "__main__":
    # as the real child does, for a package that was not installed
    sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))
    from habeas.sources.child.confined import Answer, answer

    def probe(data: bytes) -> Answer:
        what, _, on = data.decode().partition(" ")
        return {"passages": [{"text": attempted(what, on)}]}

    answer({"html": probe})
