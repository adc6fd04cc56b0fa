"""Progress: silent about short work, seldom where nobody watches."""

from __future__ import annotations

import pytest

from habeas.cli.progress import Progress


def test_short_work_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    heard = Progress()
    heard("rows read", 1000, 5000)
    heard.done()
    assert capsys.readouterr() == ("", "")


def test_long_work_says_how_far_it_has_come(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr("habeas.cli.progress.time.monotonic", lambda: now[0])
    heard = Progress()
    for seconds, rows in ((3.0, 1000), (4.0, 2000), (9.0, 3000)):
        now[0] = 100.0 + seconds
        heard("rows read", rows, 5000)
    heard.done()
    assert capsys.readouterr().err == "habeas: 1,000 of 5,000 rows read\nhabeas: 3,000 of 5,000 rows read\n"
