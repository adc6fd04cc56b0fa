"""The main job as a user does it: an article in, answers out, in the documented shapes and with the documented exit codes."""

import json
from pathlib import Path

import pytest

from habeas.cli.main import run
from habeas.tour.invented import invented_country

ARTICLE = """Alena Vymyslova, a political prisoner, was released on Saturday. She was jailed in the summer of 2020.

Vymyslova was one of 14 political prisoners freed on Saturday. Lantern said that 120 political prisoners were still held.
"Every one of them must be freed," it said.
"""


class Shell:
    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.register = str(folder / "r.habeas")

    def __call__(self, *words: str) -> tuple[int, str, str]:
        status = run(list(words))
        out, err = self.capsys.readouterr()
        return status, out, err

    def json(self, *words: str) -> dict[str, object]:
        status, out, err = self(*words, "--json")
        assert status == 0, err
        answer: dict[str, object] = json.loads(out)
        assert list(answer) == sorted(answer)
        return answer


@pytest.fixture
def habeas(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    shell = Shell(tmp_path, capsys)
    (tmp_path / "courier.txt").write_text(ARTICLE, "utf-8")
    assert shell("init", shell.register)[0] == 0
    return shell


def add(habeas: Shell, accept: str = "all") -> None:
    article = str(habeas.folder / "courier.txt")
    assert habeas("add", habeas.register, article, "--published", "2030-06-26", "--accept", accept)[0] == 0


def test_the_day_before_a_release_and_the_day_after(habeas: Shell) -> None:
    add(habeas)
    before = habeas.json("count", habeas.register, "--on", "2030-06-21")
    after = habeas.json("count", habeas.register, "--on", "2030-06-23")
    assert (before["certain"], before["possible"]) == (1, 1)
    assert (after["certain"], after["possible"]) == (0, 0)
    assert set(before) == {
        "on", "known_by", "basis", "definition", "unit", "coverage", "certain", "possible", "unconfirmed", "not_assessed", "undated_left_out",
    }  # fmt: skip
    assert before["coverage"] == "people named in these sources"


def test_the_same_article_again_changes_no_byte(habeas: Shell) -> None:
    add(habeas)
    first = habeas("check", habeas.register, "--json")
    add(habeas)
    assert habeas("check", habeas.register, "--json") == first


def test_figures_open_to_their_words(habeas: Shell) -> None:
    add(habeas)
    figures = habeas.json("figures", habeas.register)["figures"]
    assert isinstance(figures, list)
    assert {f["value"] for f in figures} == {14, 120}
    for figure in figures:
        start, end = figure["span"]
        assert ARTICLE[start:end] == figure["quote"]


def test_a_group_keeps_those_who_are_not_named_a_number(habeas: Shell) -> None:
    add(habeas)
    status, out, _ = habeas("figures", habeas.register)
    assert status == 0
    assert "14 reported by courier.txt, 1 named here (Alena Vymyslova), 13 not named" in out


def test_nothing_counts_until_a_person_accepts(habeas: Shell) -> None:
    add(habeas, accept="none")
    assert habeas.json("count", habeas.register, "--on", "2030-06-21")["possible"] == 0
    assert habeas.json("review", habeas.register)["total"] != 0


def test_before_it_was_published_nothing_was_public(habeas: Shell) -> None:
    add(habeas)
    asked = ("count", habeas.register, "--on", "2030-06-21", "--basis", "public", "--known-by")
    assert habeas.json(*asked, "2030-06-25")["possible"] == 0
    assert habeas.json(*asked, "2030-06-26")["certain"] == 1


def test_before_it_was_added_the_register_held_nothing(habeas: Shell) -> None:
    add(habeas)
    assert habeas.json("count", habeas.register, "--on", "2030-06-21", "--known-by", "2020-01-01")["possible"] == 0


def test_a_person_is_found_by_name_and_by_id(habeas: Shell) -> None:
    add(habeas)
    by_name = habeas.json("person", habeas.register, "Alena Vymyslova", "--on", "2030-06-23")
    assert habeas.json("person", habeas.register, str(by_name["id"]), "--on", "2030-06-23") == by_name
    assert isinstance(by_name["status"], dict)
    assert by_name["status"]["answer"] == "no"
    hits = habeas.json("find", habeas.register, "vymyslova")
    assert hits["total"] == 1


def test_a_retracted_claim_no_longer_counts_and_can_be_reinstated(habeas: Shell) -> None:
    add(habeas)
    claims = habeas.json("person", habeas.register, "Alena Vymyslova")["claims"]
    assert isinstance(claims, list)
    for claim in (c for c in claims if c["predicate"] == "release"):
        assert habeas("retract", habeas.register, claim["id"], "--why", "a test")[0] == 0
    assert habeas.json("count", habeas.register, "--on", "2030-06-23")["possible"] == 1
    for claim in (c for c in claims if c["predicate"] == "release"):
        assert habeas("reinstate", habeas.register, claim["id"], "--why", "a test")[0] == 0
    assert habeas.json("count", habeas.register, "--on", "2030-06-23")["possible"] == 0


def test_a_claims_file_leads_to_the_same_counts_elsewhere(habeas: Shell) -> None:
    add(habeas)
    lines, other = str(habeas.folder / "out.jsonl"), str(habeas.folder / "other.habeas")
    assert habeas("claims", habeas.register, "-o", lines)[0] == 0
    habeas("init", other)
    assert habeas("import", other, lines, "--format", "claims")[0] == 0
    for day in ("2019-01-01", "2025-01-01", "2030-06-21", "2030-06-23"):
        here, there = habeas.json("count", habeas.register, "--on", day), habeas.json("count", other, "--on", day)
        assert here == there


def test_rows_at_fault_are_named_and_the_rest_enters(habeas: Shell) -> None:
    rows = [
        {
            "subject": "Ivan Nibyta",
            "predicate": "arrest",
            "valid": "2030-01-02",
            "source": "Lantern 1",
            "published_on": "2030-01-03",
        },
        {"subject": "Ivan Nibyta", "predicate": "release", "valid": "2030-04-31", "source": "Lantern 1"},
        {"subject": "Ivan Nibyta", "predicate": "parcel", "source": "Lantern 1"},
    ]
    path = habeas.folder / "rows.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    status, out, _ = habeas("import", habeas.register, str(path), "--json")
    answer = json.loads(out)
    assert status == 1
    assert [(r["row"], r["column"]) for r in answer["refused"]] == [(2, "valid"), (3, "predicate")]
    assert answer["claims"] == 1
    strict = habeas("import", str(habeas.folder / "r.habeas"), str(path), "--strict")
    assert strict[0] == 3


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("count", "REG"), 2, "--on"),
        (("count", "REG", "--on", "2030-04-31"), 2, "existing calendar day"),
        (("count", "REG", "--on", "2030-04-30", "--basis", "rumour"), 2, "basis"),
        (("count", "REG", "--on", "2030-04-30", "--definition", "nobody"), 2, "described-as-political-prisoner@1"),
        (("count", "REG", "--on", "2030-04-30", "--definition", "cpj-census"), 4, "snapshot"),
        (("add", "REG", "missing.txt"), 3, "missing.txt"),
        (("add", "REG", "missing.txt", "--accept", "some"), 2, "all, strong, none"),
        (("person", "REG", "Nobody"), 3, "Nobody"),
        (("check", "NOWHERE"), 5, "does not exist"),
        (("judge", "REG", "a", "b", "perhaps"), 2, "same, different, unsure"),
        (("judge", "REG", "a", "b", "same"), 3, "no mention"),
        (("init", "REG"), 5, "already exists"),
    ],
)
def test_each_fault_has_its_exit_code_and_its_remedy(
    habeas: Shell, words: tuple[str, ...], status: int, said: str
) -> None:
    places = {"REG": habeas.register, "NOWHERE": str(habeas.folder / "nowhere.habeas")}
    got, _, err = habeas(*(places.get(w, w) for w in words))
    assert got == status
    assert said in err


def test_a_refusal_is_an_answer_on_stdout(habeas: Shell) -> None:
    status, out, _ = habeas("count", habeas.register, "--on", "2030-04-30", "--definition", "cpj-census")
    assert status == 4
    assert json.loads(out)["definition"] == "cpj-census@1"


def test_rebuild_gives_the_same_bytes(habeas: Shell) -> None:
    add(habeas)
    habeas("rebuild", habeas.register)
    folder = Path(f"{habeas.register}.cache")
    first = {p.name: p.read_bytes() for p in folder.iterdir()}
    habeas("rebuild", habeas.register)
    assert first
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == first


def test_a_kept_roll_answers_alike_and_a_damaged_one_is_made_again(habeas: Shell) -> None:
    add(habeas)
    asked = ("roll", habeas.register, "--on", "2030-06-21")
    first = habeas.json(*asked)
    (kept,) = Path(f"{habeas.register}.cache").glob("roll-*.db")
    assert habeas.json(*asked) == first
    kept.write_bytes(b"not a database, though long enough to be looked at as one" * 40)
    assert habeas.json(*asked) == first
    assert kept.read_bytes().startswith(b"SQLite")


def test_an_encrypted_register_keeps_nothing_readable_on_disk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HABEAS_PASSPHRASE", "one two three")
    habeas = Shell(tmp_path, capsys)
    (tmp_path / "courier.txt").write_text(ARTICLE, "utf-8")
    habeas("init", habeas.register)
    add(habeas)
    assert habeas.json("count", habeas.register, "--on", "2030-06-21")["certain"] == 1
    assert habeas.json("roll", habeas.register, "--on", "2030-06-21")["certain"] == 1
    for path in tmp_path.glob("r.habeas*"):
        assert path.is_file()
        assert b"Vymyslova" not in path.read_bytes()


def test_a_backup_restores_to_the_same_ledger(habeas: Shell) -> None:
    add(habeas)
    out, other = str(habeas.folder / "backup"), str(habeas.folder / "other.habeas")
    assert habeas("backup", habeas.register, out)[0] == 0
    assert habeas("restore", out, other)[0] == 0
    assert habeas("check", other, "--json") == habeas("check", habeas.register, "--json")
    assert habeas("backup", habeas.register, out)[0] == 5


def test_two_reviewers_make_a_claim_certain(habeas: Shell) -> None:
    policy = habeas.folder / "policy.yml"
    policy.write_text("reviewers: 2\n", "utf-8")
    assert habeas("policy", habeas.register, str(policy))[0] == 0
    add(habeas)
    count = habeas.json("count", habeas.register, "--on", "2030-06-21")
    assert (count["certain"], count["possible"]) == (0, 1)


def test_after_a_large_import_the_first_answer_is_ready(habeas: Shell, tmp_path: Path) -> None:
    register, lines = str(tmp_path / "country.habeas"), tmp_path / "country.jsonl"
    lines.write_text(invented_country(400).jsonl(), "utf-8")
    habeas("init", register, "--invented")
    habeas("import", register, str(lines))
    kept = {p.name: p.read_bytes() for p in Path(f"{register}.cache").iterdir()}
    habeas.json("roll", register, "--on", "2024-01-01")
    assert {name.split("-")[0] for name in kept} == {"ahead", "names", "roll", "timeline"}
    assert {p.name: p.read_bytes() for p in Path(f"{register}.cache").iterdir()} == kept
