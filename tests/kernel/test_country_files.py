"""Knowledge of a country is data: packaged files, and the operator's own in their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.kernel.country_files import country_files, read_yaml
from habeas.kernel.errors import InputRefused


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HABEAS_COUNTRIES", str(tmp_path))
    return tmp_path


def test_own_files_are_found_by_kind_in_the_order_of_countries(own: Path) -> None:
    (own / "zz.invented.yml").write_text("capital: Orsk-on-Vel\n")
    (own / "aa.invented.yml").write_text("capital: Nowhere\n")
    (own / "zz.other.yml").write_text("x: 1\n")
    assert list(country_files("invented")) == [("aa", {"capital": "Nowhere"}), ("zz", {"capital": "Orsk-on-Vel"})]


def test_without_files_there_is_no_country(own: Path) -> None:
    assert list(country_files("invented")) == []


def test_a_broken_file_is_named_with_its_line(own: Path) -> None:
    (own / "zz.invented.yml").write_text("a: 1\nb: [1, 2\nc: 3\n")
    with pytest.raises(InputRefused, match=r"zz\.invented\.yml: not valid YAML .*line"):
        list(country_files("invented"))


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "words\n"])
def test_a_file_that_is_no_mapping_is_refused(text: str) -> None:
    with pytest.raises(InputRefused, match=r"a\.yml: expected 'key: value' lines"):
        read_yaml(text, "a.yml")


def test_yaml_builds_nothing_but_plain_data() -> None:
    with pytest.raises(InputRefused):
        read_yaml("a: !!python/object/apply:os.getcwd []\n", "a.yml")


def test_only_true_and_false_are_truth_values() -> None:
    told = read_yaml("No: id\nwords: [on, yes, off, trueish]\nsure: [true, False]\n", "a.yml")
    assert told == {"No": "id", "words": ["on", "yes", "off", "trueish"], "sure": [True, False]}
