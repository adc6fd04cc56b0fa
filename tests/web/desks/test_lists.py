"""The import desk: a list is tried before it enters, enters as one act, and whatever is hostile or faulty ends at a clear page."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from threading import Event, Thread
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.register.lists import HELD, LIST, NOBODY_SAYS, OUT, as_csv

from habeas.register.known import judgements_of
from habeas.register.opened import Register
from habeas.sources.sandbox import available
from habeas.web.application import application
from habeas.web.desks import list_jobs
from habeas.web.desks.uploads import safe_name
from habeas.web.limits import LARGEST
from habeas.web.shelf import Shelf

DESK = "/desk/lists/"
MOVED = {**HELD, "prison": "Penal colony No. 7"}
needs_sandbox = pytest.mark.skipif(available() == "none", reason="no sandbox on this machine")


@pytest.fixture(autouse=True)
def own_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    from habeas.web.desks import lists

    jobs = list_jobs.Jobs()
    monkeypatch.setattr(list_jobs, "JOBS", jobs)
    monkeypatch.setattr(lists, "JOBS", jobs)


def send(browser: Client, data: bytes, name: str = "list.csv", **said: str) -> Any:
    form = {"published": "2032-01-31", **said, "file": SimpleUploadedFile(name, data)}
    return browser.post(f"{DESK}send/", form)


def settled(browser: Client, address: str) -> str:
    """The page of a file once no work is done on it."""
    for _ in range(300):
        page = browser.get(address).content.decode()
        if 'http-equiv="refresh"' not in page:
            return page
        time.sleep(0.1)
    raise AssertionError("the work does not end")


def tried(browser: Client, data: bytes, name: str = "list.csv", **said: str) -> tuple[str, str]:
    sent = send(browser, data, name, **said)
    assert sent.status_code == 303, sent.content.decode()
    return sent["Location"], settled(browser, sent["Location"])


def entered(browser: Client, rows: Iterable[Mapping[str, str]], published: str = "2032-01-31") -> str:
    address, _ = tried(browser, as_csv(rows), published=published)
    assert browser.post(address, {"do": "enter"}).status_code == 303
    return settled(browser, address)


def heading(page: str) -> str:
    return page[page.index("<h1>") + 4 : page.index("</h1>")]


def size(register: Register) -> int:
    return register.store.head().size


def a_csv(*rows: Mapping[str, str]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def test_a_known_list_is_shown_with_all_that_it_would_do_and_nothing_is_written(
    register: Register, browser: Client
) -> None:
    before = size(register)
    _, page = tried(browser, as_csv(LIST))
    assert heading(page) == "What it would do"
    assert "<dt>new people</dt><dd>3</dd>" in page
    assert "Alena Vymyslova" in page and "Piotr Prydumany" in page
    assert size(register) == before


def test_it_enters_as_one_act_which_is_taken_back_and_brought_back_as_one(register: Register, browser: Client) -> None:
    page = entered(browser, LIST)
    assert heading(page) == "Entered"
    act = page[page.index("/desk/lists/acts/") :].partition('"')[0]
    assert "count now" in browser.get(act).content.decode()
    claims = {c.id for c in register.caught_up().claims if c.told_in is not None}
    assert browser.post(act, {"do": "back", "why": "the wrong file"}).status_code == 303
    assert claims <= register.caught_up().retracted()
    assert browser.post(act, {"do": "again", "why": "it was right"}).status_code == 303
    assert not claims & register.caught_up().retracted()


def test_the_next_version_is_shown_as_old_and_new_and_who_is_gone(browser: Client) -> None:
    entered(browser, LIST)
    _, page = tried(browser, as_csv([MOVED, OUT]), published="2032-02-28")
    changed = page[page.index("<h2>Changed</h2>") :]
    assert changed.index("Penal colony No. 4") < changed.index("Penal colony No. 7")
    assert "No longer listed" in page and "Piotr Prydumany" in page[page.index("No longer listed") :]


def test_what_is_held_of_a_list_is_compared_version_by_version(register: Register, browser: Client) -> None:
    entered(browser, LIST)
    entered(browser, [MOVED, OUT], "2032-02-28")
    one, two = (v.capture for v in register.caught_up().versions)
    page = browser.get(f"{DESK}versions/?a={one}&b={two}").content.decode()
    assert "Penal colony No. 7" in page and "<dt>no longer listed</dt><dd>1</dd>" in page
    assert browser.get(f"{DESK}versions/?a={two}&b={one}").content.decode().count("31 January 2032") > 0
    assert f'value="{two}"' in browser.get(DESK).content.decode()


def test_versions_of_no_list_are_a_page_that_says_so(browser: Client) -> None:
    page = browser.get(f"{DESK}versions/?a=cap_none&b=cap_other")
    assert page.status_code == 404 and "no two versions" in page.content.decode()


def test_rows_that_are_refused_are_told_with_what_to_do(browser: Client) -> None:
    _, page = tried(browser, as_csv([HELD, {**OUT, "arrested": "31 April 2030"}]))
    refused = page[page.index("Rows refused") :]
    assert "<td>3</td><td>arrested</td>" in refused


def test_rows_that_may_be_one_person_are_told(browser: Client) -> None:
    _, page = tried(browser, as_csv([HELD, {**HELD, "id": "77"}]))
    assert "under 2 ids" in page[page.index("Collisions") :]


def test_an_unknown_header_gets_a_proposal_that_is_edited_and_used(register: Register, browser: Client) -> None:
    rows = [
        {"No": "1", "Person": "Alena Vymyslova", "Held": "05.08.2030", "Status": "held", "Parcels": "tea"},
        {"No": "2", "Person": "Ivan Nibyta", "Held": "07.08.2030", "Status": "gone home", "Parcels": "soap"},
    ]
    address, page = tried(browser, a_csv(*rows))
    assert heading(page) == "What do the columns mean?"
    assert "05.08.2030" in page and "never held in a register" in page and "soap" not in page
    form = {"do": "map", "list_name": "lantern", "dates": "dmy", "to-0": "id", "to-1": "name", "to-2": "arrest.when", "to-3": "claims", "word-3-0": "in_custody", "word-3-1": "at_liberty", "to-4": "occupation.value"}  # fmt: skip
    assert browser.post(address, form).status_code == 303
    tried_page = settled(browser, address)
    assert heading(tried_page) == "What it would do" and "list lantern" in tried_page
    assert "The mapping, to be kept" in tried_page
    browser.post(address, {"do": "enter"})
    settled(browser, address)
    told = {(c.predicate, c.when.text) for c in register.caught_up().claims if c.told_in is not None}
    assert {("arrest", "2030-08-05"), ("at_liberty", "")} <= told
    assert not any(c.value.get("value") == "tea" for c in register.knowledge.claims)


def test_a_mapping_that_was_kept_is_used_for_the_next_version(browser: Client) -> None:
    mapping = "list: lantern\ncolumns:\n  No: id\n  Person: name\n  Job: occupation.value\n"
    _, page = tried(browser, a_csv({"No": "1", "Person": "Ivan Nibyta", "Job": "welder"}), mapping=mapping)
    assert heading(page) == "What it would do" and "list lantern" in page


@pytest.mark.parametrize(
    ("fault", "said"),
    [({"list_name": ""}, "name"), ({"to-1": ""}, "no column is the name"), ({"to-0": ""}, "which column is the id"), ({"to-1": "name.nonsense"}, "no part"), ({"to-1": "{to: ["}, "YAML"), ({"to-1": "{to: name}", "to-0": "nowhere"}, "nowhere")],
)  # fmt: skip
def test_a_mapping_that_cannot_be_is_shown_again_with_all_that_was_typed(
    browser: Client, fault: dict[str, str], said: str
) -> None:
    address, _ = tried(browser, a_csv({"No": "1", "Person": "Ivan Nibyta", "Job": "welder"}))
    form = {"do": "map", "list_name": "lantern", "to-0": "id", "to-1": "name", "to-2": "description.text", **fault}
    answer = browser.post(address, form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page and 'value="description.text"' in page


def test_a_halved_list_is_refused_until_it_is_said_to_be_right(browser: Client) -> None:
    entered(browser, LIST)
    address, page = tried(browser, as_csv([HELD]), published="2032-02-28")
    assert heading(page) == "It cannot be taken in like this"
    assert "cut short" in page and "--" not in page[page.index("<h1>") : page.index("</strong>")]
    browser.post(address, {"do": "check", "published": "2032-02-28", "shrunk": "on"})
    assert heading(settled(browser, address)) == "What it would do"


@needs_sandbox
def test_a_workbook_and_a_page_are_read_too(browser: Client, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in csv.reader(io.StringIO(as_csv(LIST).decode())):
        book.active.append(row)
    book.save(tmp_path / "x.xlsx")
    _, page = tried(browser, (tmp_path / "x.xlsx").read_bytes(), "x.xlsx")
    assert "<dt>new people</dt><dd>3</dd>" in page
    cells = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in r)}</tr>" for r in csv.reader(io.StringIO(as_csv(LIST).decode())))  # fmt: skip
    _, page = tried(browser, f"<!doctype html><html><body><script>alert(1)</script><table>{cells}</table></body></html>".encode(), "x.html")  # fmt: skip
    assert "<dt>new people</dt><dd>3</dd>" in page and "alert(1)" not in page


@needs_sandbox
def test_the_working_sheet_is_taken_away_edited_and_sent_back_with_conflicts_shown(
    register: Register, browser: Client, tmp_path: Path
) -> None:
    taken = browser.post(f"{DESK}sheet/")
    assert taken["Content-Disposition"].startswith("attachment")
    path = tmp_path / "people.xlsx"
    path.write_bytes(taken.content)
    for occupation in ("baker", "smith"):
        book = openpyxl.load_workbook(path)
        people = book["People"]
        header = [cell.value for cell in people[1]]
        row = next(row for row in people.iter_rows(min_row=2) if row[1].value == "Yan Kazachny")
        row[header.index("occupation")].value = occupation
        book.save(tmp_path / f"{occupation}.xlsx")
    address, page = tried(browser, (tmp_path / "baker.xlsx").read_bytes(), "baker.xlsx")
    assert "of the working sheet" in page and "baker" in page
    browser.post(address, {"do": "enter"})
    assert heading(settled(browser, address)) == "Entered"
    assert any(c.value.get("value") == "baker" for c in register.caught_up().claims)
    _, page = tried(browser, (tmp_path / "smith.xlsx").read_bytes(), "smith.xlsx")
    conflict = page[page.index("Changed on both sides") :]
    assert "baker" in conflict and "smith" in conflict


def test_what_would_now_do_something_else_is_shown_again_before_it_enters(register: Register, browser: Client) -> None:
    first, _ = tried(browser, as_csv(LIST))
    other, _ = tried(browser, as_csv(LIST[:2]))
    browser.post(other, {"do": "enter"})
    settled(browser, other)
    before = size(register)
    browser.post(first, {"do": "enter"})
    page = settled(browser, first)
    assert "The register has changed since you looked" in page and size(register) == before
    browser.post(first, {"do": "enter"})
    assert heading(settled(browser, first)) == "Entered"


def test_two_presses_of_the_button_enter_once(register: Register, browser: Client) -> None:
    address, _ = tried(browser, as_csv(LIST))
    browser.post(address, {"do": "enter"})
    settled(browser, address)
    before = size(register)
    assert browser.post(address, {"do": "enter"}).status_code == 303
    assert size(register) == before


def test_what_is_entered_is_entered_under_the_id_of_whoever_sent_it(register: Register, browser: Client) -> None:
    entered(browser, LIST)
    actors = {c.actor for c in register.caught_up().claims if c.told_in is not None}
    assert actors == {register.store.actor_id("operator")}
    assert judgements_of(register.knowledge.judgements)


@pytest.mark.parametrize(
    ("name", "data"),
    [("list.exe", b"MZ"), ("list.svg", b"<svg onload='alert(1)'/>"), ("list", b"id,name\n"), ("list.pdf", b"%PDF-1.4"), ("list.zip", b"PK\x03\x04")],
)  # fmt: skip
def test_a_file_of_another_kind_is_refused_at_the_door(
    register: Register, browser: Client, name: str, data: bytes
) -> None:
    answer = send(browser, data, name, list_name="kept as typed")
    assert answer.status_code == 400
    assert "a list is one of" in answer.content.decode() and "kept as typed" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "data"),
    [("list.csv", b"\x00\x01\x02binary"), ("list.csv", b"%PDF-1.4 not a list"), ("list.xlsx", b"PK\x03\x04broken"), ("list.json", b"{"), ("list.json", b"[" * 200_000), ("list.csv", b'id,name\n"1,never closed'), ("list.csv", "id;name\n1;\xc5".encode("latin-1")), ("counts.csv", b"colour,size\nred,2\nblue,3\n"), ("lines.jsonl", b'{"source": "Lantern", "subject": "Ivan Nibyta", "predicate": "arrest"}\n'), ("list.html", b"<html><svg onload='alert(1)'><script>alert(2)</script></svg></html>")],
)  # fmt: skip
def test_a_hostile_or_broken_file_ends_at_a_clear_page_and_writes_nothing(
    register: Register, browser: Client, name: str, data: bytes
) -> None:
    before = size(register)
    _, page = tried(browser, data, name)
    assert heading(page) == "It cannot be taken in like this"
    assert "Nothing was written" in page and "<script>alert" not in page and "habeas-" not in page
    assert "The fault is ours" not in page
    assert size(register) == before


def test_a_cell_that_looks_like_a_page_is_shown_as_it_is_written(browser: Client) -> None:
    _, page = tried(browser, as_csv([{**HELD, "name": "<img src=x onerror=alert(1)>"}]))
    assert "<img src=x" not in page


def test_a_huge_file_is_refused_before_it_is_read(register: Register, browser: Client) -> None:
    before = size(register)
    answer = browser.generic("POST", f"{DESK}send/", b"", CONTENT_LENGTH=str(LARGEST + 1))
    assert answer.status_code == 413
    assert "64 MB" in answer.content.decode() and size(register) == before


@pytest.mark.parametrize(
    "said", [{"published": "31 April"}, {"dates": "ymd"}, {"url": "javascript:alert(1)"}, {"list_name": "x" * 201}]
)
def test_a_form_that_is_off_is_shown_again(browser: Client, said: dict[str, str]) -> None:
    answer = send(browser, as_csv(LIST), **said)
    assert answer.status_code == 400 and 'class="wrong"' in answer.content.decode()


def test_no_file_at_all_is_said(browser: Client) -> None:
    assert browser.post(f"{DESK}send/", {"published": "2032-01-31"}).status_code == 400


@pytest.mark.parametrize(
    ("sent", "kept"),
    [("../../etc/passwd.csv", "passwd.csv"), ("C:\\temp\\list 2032.CSV", "list_2032.csv"), (".csv", "list.csv"), ("a\x00b.csv", "a_b.csv"), ("x" * 300 + ".csv", "x" * 80 + ".csv"), ("список-2032.csv", "список-2032.csv")],
)  # fmt: skip
def test_a_files_name_can_do_no_harm(sent: str, kept: str) -> None:
    assert safe_name(sent) == kept


def test_a_file_lies_where_nobody_else_may_read_and_is_gone_afterwards(browser: Client) -> None:
    address, _ = tried(browser, as_csv(LIST))
    job = next(iter(list_jobs.JOBS._by_id.values()))
    folder = job.kept.file.parent
    assert folder.stat().st_mode & 0o077 == 0 and job.kept.file.exists()
    browser.post(address, {"do": "discard"})
    assert not folder.exists()
    assert browser.get(address).status_code == 404
    entered(browser, LIST)
    assert not any(job.kept.file.exists() for job in list_jobs.JOBS._by_id.values())


def test_of_one_person_only_a_few_files_wait(browser: Client) -> None:
    addresses = [tried(browser, as_csv(LIST))[0] for _ in range(5)]
    assert [browser.get(address).status_code for address in addresses] == [404, 404, 200, 200, 200]


def test_nobody_sees_what_another_sent(browser: Client) -> None:
    address, _ = tried(browser, as_csv(LIST))
    job = next(iter(list_jobs.JOBS._by_id.values()))
    job.who = type(job.who)(job.who.role, "somebody else")
    assert browser.get(address).status_code == 404
    assert browser.post(address, {"do": "enter"}).status_code == 404


def test_the_page_of_work_does_not_wait_for_the_register_and_looks_again_by_itself(
    register: Register, browser: Client
) -> None:
    address, _ = tried(browser, as_csv(LIST))
    job = next(iter(list_jobs.JOBS._by_id.values()))
    job.state, job.doing, job.done, job.of = "working", "rows read", 1000, 8700
    taken, over = Event(), Event()

    def at_work() -> None:
        with job.shelf.worked_on():
            taken.set()
            over.wait(30)

    work = Thread(target=at_work)
    work.start()
    taken.wait(30)
    page = browser.get(address).content.decode()
    assert work.is_alive()
    over.set()
    work.join()
    assert 'http-equiv="refresh" content="2"' in page
    assert "1,000 of 8,700" in page and "<progress" in page


def test_a_fault_of_ours_ends_at_a_page_too(browser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(list_jobs, "import_list", broken)
    _, page = tried(browser, as_csv(LIST))
    assert "The fault is ours" in page and "Nothing was written" not in page


@pytest.mark.parametrize(("name", "status"), [("nonsense", 422), ("0-999999", 422), ("5-5", 422), ("0-1", 422)])
def test_an_act_that_is_no_import_of_a_list_is_not_taken_back(
    register: Register, browser: Client, name: str, status: int
) -> None:
    answer = browser.post(f"{DESK}acts/{name}/", {"do": "back", "why": "by mistake"})
    assert answer.status_code == status
    assert not register.caught_up().retracted()


def test_an_act_is_not_taken_back_without_a_reason(register: Register, browser: Client) -> None:
    page = entered(browser, LIST)
    act = page[page.index("/desk/lists/acts/") :].partition('"')[0]
    assert browser.post(act, {"do": "back", "why": " "}).status_code == 400
    assert not register.caught_up().retracted()


def test_what_was_taken_back_and_sent_again_is_told_to_stay_so(browser: Client) -> None:
    page = entered(browser, LIST)
    act = page[page.index("/desk/lists/acts/") :].partition('"')[0]
    browser.post(act, {"do": "back", "why": "the wrong file"})
    _, again = tried(browser, as_csv([HELD, OUT, NOBODY_SAYS]))
    assert "were retracted before and stay so" in again


@pytest.mark.parametrize("address", ["", "versions/", "jobs/x/", "acts/1-2/"])
def test_a_visitor_is_refused_everywhere(register: Register, address: str) -> None:
    application(Shelf(register, everybody_sees_all=False))
    assert Client(SERVER_NAME="127.0.0.1").get(DESK + address).status_code == 403
