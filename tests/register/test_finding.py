"""Somebody is found by any spelling of a name or a part of it, narrowed down, and told why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.kernel.asof import AsOf, Basis, utc_today
from habeas.kernel.days import Day
from habeas.kernel.errors import UsageError
from habeas.register.everybody import everybody
from habeas.register.finding import Narrowed, find
from habeas.register.importing import Wish, import_claims
from habeas.register.opened import Register, new_register, open_register
from habeas.sources.capture import About

ANYBODY = Narrowed()
CAST = [
    ("Сяргей Вымысел", "male", "1980-05-05", "Lantern"),
    ("Святлана Вымысел", "female", "1981", "Lantern"),
    ("Ryhor Pryduma-Kazko", "male", "1980", "Beacon"),
    ("Аляксандра Ціханюк", "female", "", "Beacon"),
    ("Хведар «Барсук» Няма", "male", "1975-01-01", "Beacon"),
    ("Алесь Шчаўкун", "male", "1975-01-01", "Beacon"),
]


def bring_in(register: Register) -> None:
    lines = []
    for name, sex, born, source in CAST:
        lines.append({"subject": name, "predicate": "sex", "value": {"value": sex}, "source": source})
        if born:
            lines.append({"subject": name, "predicate": "birth_date", "valid": born, "source": source})
    lines.append({"subject": CAST[0][0], "predicate": "arrest", "valid": "2020-03-02", "source": "Lantern"})
    lines.append({"subject": CAST[5][0], "predicate": "arrest", "valid": "2020-03", "source": "Beacon"})
    path = Path(register.path).with_suffix(".jsonl")
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    import_claims(register, str(path), About(Day.unknown()), Wish())


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(str(tmp_path / "a.habeas")) as made:
        bring_in(made)
        yield made


def asked(on: date = date(2020, 4, 1)) -> AsOf:
    return AsOf(on, utc_today(), Basis.register())


def names(register: Register, text: str, narrowed: Narrowed = ANYBODY, **how: Any) -> list[str]:
    return [hit["name"] for hit in find(register, text, asked(), narrowed, **how)["hits"]]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Sergei Vymysel", "Сяргей Вымысел"),
        ("VYMYSEL, Siarhiej", "Сяргей Вымысел"),
        ("Grigory Priduma", "Ryhor Pryduma-Kazko"),
        ("G. Kazko", "Ryhor Pryduma-Kazko"),
        ("Sasha Tsikhanyuk", "Аляксандра Ціханюк"),
        ("Tichaniuk", "Аляксандра Ціханюк"),
        ("Tikhanuyk", "Аляксандра Ціханюк"),
        ("Барсук", "Хведар «Барсук» Няма"),
        ("Вымысeл Сяргей", "Сяргей Вымысел"),
        ("Dr. Alies\u200b Shchaukun", "Алесь Шчаўкун"),
        ("\u202eАлесь Шчаўкун\u202c", "Алесь Шчаўкун"),
        ("vym sia", "Сяргей Вымысел"),
    ],
)
def test_any_spelling_and_any_part_finds_the_person(register: Register, text: str, first: str) -> None:
    assert names(register, text)[:1] == [first]


@pytest.mark.parametrize("text", ["", " ", "—", "7", "Dr.", "Zyzzyva", "\u200f", "x" * 10_000])
def test_a_text_that_is_nobody_s_name_finds_nobody(register: Register, text: str) -> None:
    assert find(register, text, asked()) == {"hits": [], "total": 0}


def test_one_letter_is_an_initial(register: Register) -> None:
    assert set(names(register, "R")) == {"Ryhor Pryduma-Kazko"}


def test_every_hit_says_why(register: Register) -> None:
    (hit,) = find(register, "Sasha Tikhaniuk", asked())["hits"]
    assert hit["matched"] == "Аляксандра Ціханюк"
    assert hit["why"] == [
        "Tikhaniuk and Ціханюк can be read as one surname.",
        "Sasha and Аляксандра are forms of one given name (Аляксандра / Александра).",
    ]
    (begun,) = find(register, "Cichan", asked())["hits"]
    assert begun["why"] == ["Cichan begins Ціханюк."]
    assert begun["score"] < hit["score"]


@pytest.mark.parametrize(
    ("narrowed", "left"),
    [
        (Narrowed(gender="f"), {"Святлана Вымысел"}),
        (Narrowed(gender="m"), {"Сяргей Вымысел"}),
        (Narrowed(born=1981), {"Святлана Вымысел"}),
        (Narrowed(born=1980, gender="f"), set()),
        (Narrowed(in_custody="yes"), {"Сяргей Вымысел"}),
        (Narrowed(in_custody="no"), {"Святлана Вымысел"}),
        (Narrowed(source="Lantern"), {"Сяргей Вымысел", "Святлана Вымысел"}),
        (Narrowed(source="Beacon"), set()),
    ],
)
def test_a_search_is_narrowed(register: Register, narrowed: Narrowed, left: set[str]) -> None:
    assert set(names(register, "Vymysel", narrowed)) == left


def test_custody_of_an_unsure_beginning_is_unknown(register: Register) -> None:
    def answers(day: date) -> list[str]:
        wanted = [Narrowed(in_custody=answer) for answer in ("yes", "no", "unknown")]
        return [
            str(n.in_custody)
            for n in wanted
            if find(register, "Шчаўкун", AsOf(day, utc_today(), Basis.register()), n)["total"]
        ]

    assert answers(date(2020, 2, 1)) == ["no"]
    assert answers(date(2020, 3, 15)) == ["unknown"]
    assert answers(date(2020, 4, 1)) == ["yes"]


def test_custody_of_which_nothing_was_heard_for_long_is_unknown(register: Register) -> None:
    for day, answer in ((date(2021, 3, 31), "yes"), (date(2021, 4, 2), "unknown")):
        wanted = Narrowed(in_custody=answer, staleness=365)
        assert find(register, "Шчаўкун", AsOf(day, utc_today(), Basis.register()), wanted)["total"] == 1


def test_a_source_that_is_not_here_is_refused(register: Register) -> None:
    with pytest.raises(UsageError, match="--source Gazette"):
        find(register, "Vymysel", asked(), Narrowed(source="Gazette"))


def test_a_word_still_being_typed_is_held_open(register: Register) -> None:
    for typed in ("Tsi", "Tsik", "Tic", "Cic", "Тих", "Aliaksandra Tsi", "Sasha T"):
        assert "Аляксандра Ціханюк" in names(register, typed, typing=True), typed
    assert names(register, "Ts", typing=True) == []
    for typed in ("Sch", "Shc", "Sht", "Шча", "Alies Š", "Ales S"):
        assert ("Алесь Шчаўкун" in names(register, typed, typing=True)) == (typed != "Sht"), typed


def test_the_limit_cuts_what_is_shown_not_what_is_counted(register: Register) -> None:
    found = find(register, "Vymysel", asked(), limit=1)
    assert (len(found["hits"]), found["total"]) == (1, 2)


def test_names_are_kept_beside_the_register_and_made_again_when_damaged(register: Register) -> None:
    before = find(register, "Vymysel", asked())
    (kept,) = Path(f"{register.path}.cache").glob("names-*.bin")
    content = kept.read_bytes()
    for damaged in (b"", content[:50], content[:-50], b"[]\n", content.replace(b"gender", b"gander")):
        kept.write_bytes(damaged)
        register.memo.clear()
        assert find(register, "Vymysel", asked()) == before
        assert kept.read_bytes() == content


def test_a_new_name_is_found_at_once(register: Register) -> None:
    assert names(register, "Nikoha") == []
    path = Path(register.path).with_suffix(".more.jsonl")
    path.write_text('{"subject": "Мікола Нікога", "predicate": "arrest", "valid": "2020-03-02", "source": "Lantern"}\n')
    import_claims(register, str(path), About(Day.unknown()), Wish())
    assert names(register, "Nikoha") == ["Мікола Нікога"]


def test_with_a_passphrase_no_name_reaches_the_disk(tmp_path: Path) -> None:
    with new_register(str(tmp_path / "a.habeas"), passphrase="open sesame") as register:
        bring_in(register)
        assert names(register, "Vymysel")
        assert everybody(register, utc_today(), Basis.register()) is everybody(register, utc_today(), Basis.register())
    assert not Path(f"{register.path}.cache").exists()
    with open_register(str(tmp_path / "a.habeas"), passphrase="open sesame") as register:
        assert names(register, "Vymysel")
