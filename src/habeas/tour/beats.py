"""The guided tour as data: what each beat shows, and the commands that show it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from habeas.kernel.whole_files import write_whole
from habeas.tour.invented import invented_country

PUBLISHED = "2025-06-26"
NOTES, FIGURES, LINES = "notes_june_2025.txt", "figures_2025.jsonl", "veldania.jsonl"
_WEEK_EARLIER = "2025-06-19"


@dataclass(frozen=True, slots=True)
class Beat:
    """A heading, a sentence or two, and commands as lists of words after `habeas`."""

    heading: str
    text: str
    commands: tuple[tuple[str, ...], ...]


def lay_out(folder: Path) -> None:
    """Put the bundled case and the invented country into `folder`. Raises CannotOpen."""
    case = resources.files("habeas.tour").joinpath("case")
    for name in (NOTES, FIGURES):
        write_whole(folder / name, case.joinpath(name).read_text("utf-8"))
    write_whole(folder / LINES, invented_country().jsonl())


BUNDLED = (
    Beat(
        "An article, read",
        "The case is a note of this project on a news analysis of June 2025, in our own words. A reader proposes; here every proposal is accepted.",
        (
            ("init", "june.habeas"),
            ("add", "june.habeas", NOTES, "--published", PUBLISHED, "--accept", "all"),
            ("figures", "june.habeas"),
        ),
    ),
    Beat(
        "A demand frees nobody",
        "What was demanded, planned or denied is kept with its speaker, and nobody is released by it.",
        (("read", NOTES, "--published", PUBLISHED),),
    ),
    Beat(
        "The day before, and the day after",
        "Three of fourteen released are named; a release on a day means custody on the day before. One more person is named only as an example: possible, not certain.",
        (("roll", "june.habeas", "--on", "2025-06-20"), ("roll", "june.habeas", "--on", "2025-06-22")),
    ),
    Beat(
        "Every fact about a person opens to its words",
        "Each stands on a quote in its source: here the words of our note, not those of whoever is spoken of.",
        (("person", "june.habeas", "Sergei Tikhanovsky", "--on", "2025-06-22"),),
    ),
    Beat(
        "Published figures, side by side",
        "Figures of May to December 2025 as public sources gave them: each names its source, whose words are not held here. Each pair is checked by stock and flow: what would have to be true for both to hold.",
        (("import", "june.habeas", FIGURES), ("reconcile", "june.habeas", "--since", "2025-05-01")),
    ),
    Beat(
        "As known a week earlier",
        "Before the analysis was published nothing of it was public, so the same question has another answer.",
        (
            ("count", "june.habeas", "--on", "2025-06-20", "--known-by", _WEEK_EARLIER, "--basis", "public"),
            ("count", "june.habeas", "--on", "2025-06-20", "--known-by", PUBLISHED, "--basis", "public"),
        ),
    ),
    Beat(
        "An invented country",
        "Veldania does not exist. About 1,500 invented people over five years, from a seed and with its own clock, to show what a whole register answers.",
        (
            ("init", "veldania.habeas", "--invented"),
            ("import", "veldania.habeas", LINES),
            ("count", "veldania.habeas", "--on", "2024-07-02", "--definition", "recognised-by:Lantern"),
            (
                "count",
                "veldania.habeas",
                "--on",
                "2024-07-02",
                "--known-by",
                "2024-07-02",
                "--definition",
                "recognised-by:Lantern",
            ),
        ),
    ),
    Beat(
        "A wave: who was nearly out anyway, who was charged again",
        "What a release really gave: how much of the term was left, and what followed.",
        (("analyse", "veldania.habeas", "waves"), ("analyse", "veldania.habeas", "prolongation")),
    ),
    Beat(
        "Nothing was changed since it was entered",
        "The ledger only grows, and says so.",
        (("check", "june.habeas"), ("check", "veldania.habeas")),
    ),
)


def own_article(path: str, published: str | None, today: str) -> tuple[Beat, ...]:
    """The tour on the reader's own article; without a publication day relative dates stay open."""
    day = ("--published", published) if published else ()
    return (
        Beat("Your article, read", "Nothing leaves this machine.", (("read", path, *day),)),
        Beat(
            "In a register",
            "Every proposal accepted at once, as a first look; `habeas review` decides them one by one.",
            (
                ("init", "yours.habeas"),
                ("add", "yours.habeas", path, *day, "--accept", "all"),
                ("figures", "yours.habeas"),
            ),
        ),
        Beat("Who is in custody, by this article alone", "", (("roll", "yours.habeas", "--on", published or today),)),
        Beat("Its figures, side by side", "", (("reconcile", "yours.habeas"),)),
    )
