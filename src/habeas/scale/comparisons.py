"""What is compared of two records, in levels from full agreement to contradiction, and which pairs are worth comparing at all.

Conditions are SQL over the columns of `columns.py`, with _l and _r for the two records. The first that holds is the level; the first
of each part means that one side does not tell. `m` and `u` are how often a level is met among records of one person and of two, as
trained on 100,000 invented records; they serve where there are too few records to train on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Level:
    """`by_frequency`: how much rare values count more than common ones, 0 to 1. `m`, `u` are None where one side does not tell."""

    name: str
    condition: str
    m: float | None = None
    u: float | None = None
    by_frequency: float = 0.0


_BOTH_DAYS = '"day_l" IS NOT NULL AND "day_r" IS NOT NULL'
#: A slip of one digit in the year: one off, or ten.
_YEAR_NEAR = 'abs("year_l" - "year_r") IN (1, 10)'

SURNAME = (
    Level("missing", '"surname_l" IS NULL OR "surname_r" IS NULL'),
    Level(
        "same",
        '"surname_l" = "surname_r" OR list_has_any("surname_all_l", "surname_all_r")',
        0.863,
        4.9e-4,
        by_frequency=1.0,
    ),
    Level("same consonants", '"skeleton_l" = "skeleton_r"', 0.0525, 1.5e-4),
    Level("one letter", 'damerau_levenshtein("main_l", "main_r") <= 1', 0.0453, 3.3e-4),
    Level("near", 'jaro_winkler_similarity("main_l", "main_r") >= 0.9', 0.0186, 3.8e-4),
    Level("apart", "ELSE", 0.0203, 0.9986),
)
GIVEN = (
    Level("missing", '"given_l" IS NULL OR "given_r" IS NULL'),
    Level("same", '"given_l" = "given_r"', 0.951, 0.0242, by_frequency=1.0),
    Level("near", 'list_has_any("given_all_l", "given_all_r") OR damerau_levenshtein("given_main_l", "given_main_r") <= 1 OR '
                  'jaro_winkler_similarity("given_main_l", "given_main_r") >= 0.88', 0.043, 0.0075),
    Level("apart", "ELSE", 0.006, 0.9683),
)  # fmt: skip
FATHER = (
    Level("missing", '"father_l" IS NULL OR "father_r" IS NULL'),
    Level("same", '"father_l" = "father_r"', 0.975, 0.044, by_frequency=1.0),
    Level("near", 'list_has_any("father_all_l", "father_all_r") OR damerau_levenshtein("father_main_l", "father_main_r") <= 1 OR '
                  'jaro_winkler_similarity("father_main_l", "father_main_r") >= 0.88', 0.003, 2e-4),
    Level("apart", "ELSE", 0.022, 0.9558),
)  # fmt: skip
PLACE = (
    Level("missing", '"place_l" IS NULL OR "place_r" IS NULL'),
    Level(
        "same", '"place_l" = "place_r" OR list_has_any("place_all_l", "place_all_r")', 0.685, 0.042, by_frequency=1.0
    ),
    Level("apart", "ELSE", 0.315, 0.958),
)
BORN = (
    Level("missing", '"year_l" IS NULL OR "year_r" IS NULL'),
    Level("same day", '"year_l" = "year_r" AND "month_l" = "month_r" AND "day_l" = "day_r"', 0.544, 4.5e-5),
    Level("day and month swapped", f'{_BOTH_DAYS} AND "year_l" = "year_r" AND "month_l" = "day_r" AND "day_l" = "month_r"', 0.0049, 1.6e-5),
    Level("one part differs", f'{_BOTH_DAYS} AND ("year_l" = "year_r" AND ("month_l" = "month_r" OR "day_l" = "day_r") '
                              f'OR "month_l" = "month_r" AND "day_l" = "day_r" AND {_YEAR_NEAR})', 0.034, 0.0018),
    Level("apart", _BOTH_DAYS, 0.006, 0.608),
    Level("same month", '"year_l" = "year_r" AND "month_l" = "month_r"', 0.0228, 5.4e-5),
    Level("same year", '"year_l" = "year_r" AND ("month_l" IS NULL OR "month_r" IS NULL)', 0.373, 0.0086),
    Level("year near", _YEAR_NEAR, 0.0148, 0.0326),
    Level("year apart", "ELSE", 0.001, 0.349),
)  # fmt: skip
PARTS: dict[str, tuple[Level, ...]] = {
    "surname": SURNAME, "given": GIVEN, "father": FATHER, "place": PLACE, "born": BORN,
}  # fmt: skip
#: Looked at, but not weighed: the gender follows from the name, which is weighed already.
GENDER = (
    Level("missing", '"gender_l" IS NULL OR "gender_r" IS NULL'),
    Level("same", '"gender_l" = "gender_r"'),
    Level("apart", "ELSE"),
)
#: Not known to be one already, of two sides where there are sides, and not both named by one list, which names a person once.
TO_COMPARE = (
    "l.person <> r.person AND (l.side IS NULL OR l.side <> r.side) AND "
    "(l.source IS NULL OR r.source IS NULL OR l.source <> r.source OR l.doubtful OR r.doubtful)"
)
#: Pairs that agree in these columns are learnt from; each rule leaves other parts free to be learnt.
TRAINING_RULES: tuple[tuple[str, ...], ...] = (("surname", "given"), ("year", "month", "day"), ("surname", "year"))


def training_rule(columns: Sequence[str]) -> str:
    """The rule in SQL: these columns agree, and the pair is to be compared."""
    return " AND ".join([*(f"l.{column} = r.{column}" for column in columns), TO_COMPARE])


def comparison(part: str) -> dict[str, Any]:
    """One part as Splink takes it."""
    return {"output_column_name": part, "comparison_levels": [_level(part, level) for level in PARTS[part]]}


def _level(part: str, level: Level) -> dict[str, Any]:
    told: dict[str, Any] = {"sql_condition": level.condition, "label_for_charts": level.name}
    if level.m is None:
        return {**told, "is_null_level": True}
    told |= {"m_probability": level.m, "u_probability": level.u}
    if level.by_frequency:
        # agreement in a reading that is not the commonest is no exact match, which Splink otherwise looks for
        told |= {
            "tf_adjustment_column": part,
            "tf_adjustment_weight": level.by_frequency,
            "disable_tf_exact_match_detection": True,
        }
    return told


def level_of(part: str) -> str:
    """SQL that numbers the level of a pair by its place in the part's levels."""
    levels = GENDER if part == "gender" else PARTS[part]
    cases = " ".join(f"WHEN {level.condition} THEN {number}" for number, level in enumerate(levels[:-1]))
    return f"CASE {cases} ELSE {len(levels) - 1} END"
