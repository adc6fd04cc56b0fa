"""Failed tries slow down whoever tries, and never shut the owner out."""

from __future__ import annotations

import time

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory
from tests.web.accounts_cast import PASSWORD, account_of, forget_tries

from habeas.web.accounts import throttle
from habeas.web.accounts.throttle import FREE, MOST_FOR_ACCOUNT, MOST_FOR_ADDRESS
from habeas.web.permissions import Role


@pytest.fixture(autouse=True)
def clock(browser: Client, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    forget_tries()
    now = [1_000_000.0]
    monkeypatch.setattr(time, "time", lambda: now[0])
    return now


def from_(address: str) -> HttpRequest:
    return RequestFactory().get("/", REMOTE_ADDR=address)


def tries(address: str, name: str, times: int) -> None:
    for _ in range(times):
        throttle.failed(from_(address), name)


def test_a_slip_of_the_hand_costs_nothing() -> None:
    tries("10.0.0.1", "alice", FREE - 1)
    assert throttle.must_wait(from_("10.0.0.1"), "alice") == 0


def test_each_further_try_takes_longer_up_to_a_limit(clock: list[float]) -> None:
    waits = []
    for _ in range(20):
        tries("10.0.0.1", "alice", 1)
        waits.append(throttle.must_wait(from_("10.0.0.1"), "alice"))
    assert waits == sorted(waits) and waits[-1] == MOST_FOR_ADDRESS
    clock[0] += MOST_FOR_ADDRESS
    assert throttle.must_wait(from_("10.0.0.1"), "alice") == 0


def test_an_owner_elsewhere_waits_half_a_minute_at_most_however_many_try() -> None:
    for number in range(200):
        tries(f"10.0.1.{number}", "alice", 5)
    assert 0 < throttle.must_wait(from_("192.0.2.7"), "alice") <= MOST_FOR_ACCOUNT


def test_where_the_owner_signed_in_before_others_tries_do_not_count() -> None:
    throttle.succeeded(from_("192.0.2.7"), "alice")
    for number in range(200):
        tries(f"10.0.1.{number}", "alice", 5)
    assert throttle.must_wait(from_("192.0.2.7"), "alice") == 0
    tries("192.0.2.7", "alice", 8)
    assert throttle.must_wait(from_("192.0.2.7"), "alice") > 0


def test_signing_in_to_ones_own_account_does_not_clear_tries_at_others() -> None:
    tries("10.0.0.1", "alice", 10)
    throttle.succeeded(from_("10.0.0.1"), "eve")
    assert throttle.must_wait(from_("10.0.0.1"), "alice") > 0


def test_while_one_has_to_wait_the_right_password_is_not_looked_at_either(browser: Client) -> None:
    account_of(Role.READER, factor=False)
    for _ in range(FREE + 3):
        browser.post("/account/sign-in/", {"login": "reader", "password": "wrong, all of it"})
    page = browser.post("/account/sign-in/", {"login": "reader", "password": PASSWORD}).content.decode()
    assert "Wait" in page and "seconds" in page
