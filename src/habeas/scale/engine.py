"""Splink on DuckDB: the model trained on a sample of the records, and every pair worth comparing with its weight.

A weight is the base-2 logarithm of the odds that two records are one person's, by Fellegi and Sunter: 0 is even odds, 10 a thousand to one.
The same records give the same numbers: samples are drawn by the hash of a record's number, and what was trained is rounded before
anything is scored, so that the order in which threads add up cannot be seen.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
from splink import DuckDBAPI, Linker, SettingsCreator

from habeas.scale.candidates import candidate_pairs
from habeas.scale.comparisons import PARTS, TRAINING_RULES, comparison, level_of, training_rule

#: Pairs drawn at random for how often people who are not one agree by chance (u), and pairs of each training rule for how often
#: records of one person do (m).
RANDOM_PAIRS = 2_000_000
TRAINING_PAIRS = 500_000
SEED = 1
#: Fewer records than this cannot train a model; the parameters in `comparisons.py` serve instead.
FEWEST_TO_TRAIN = 5_000
#: Pairs of a lower weight are not kept.
LOWEST_WEIGHT = -8.0
#: Of the pairs of one person whose dates are both full, how many agree in surname, given name and day.
_AGREE_FULLY = 0.7
#: A person is never held to have more other records than this before anything is compared.
_MOST_PARTNERS = 5.0
#: Of very few records no two are held to be likelier one person's than this before anything is compared.
_MOST_LIKELY = 0.1
#: So many records of an average population stand behind every frequency.
_MIXED_IN = 100
#: Candidates scored at once.
PAIRS_AT_ONCE = 3_000_000
_LEVELS = (*PARTS, "gender")
_MEMORY = "5GB"
_DIGITS = 6

Numbers = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of rows, the heaviest first. `levels`: for each part, and the gender, the level's place in `comparisons`."""

    a: Numbers
    b: Numbers
    weight: Numbers
    levels: dict[str, Numbers]

    def __len__(self) -> int:
        return len(self.a)


def scored(table: pa.Table) -> Pairs:
    """Every pair of rows that a rule brings together and that weighs at least LOWEST_WEIGHT."""
    # what Splink says of its progress is for those who tune a model
    logging.getLogger("splink").setLevel(logging.ERROR)
    with duckdb.connect() as connection:
        connection.execute(f"SET memory_limit = '{_MEMORY}'")
        # names never touch the disk: too little memory is an error, not a file
        connection.execute("SET temp_directory = ''; SET preserve_insertion_order = false")
        connection.register("records", table)
        prior = _prior(connection, table.num_rows)
        api = DuckDBAPI(connection)
        source = api.register(table)
        linker = Linker(source, _settings(prior), log_level=logging.ERROR)
        _count_frequencies(connection, api, linker)
        if table.num_rows >= FEWEST_TO_TRAIN:
            _train(linker)
            linker = Linker(source, _trained(linker), log_level=logging.ERROR)
        portions = max(1, -(-candidate_pairs(connection) // PAIRS_AT_ONCE))
        return _in_order([_scored_portion(connection, api, linker, n, portions) for n in range(portions)])


def _settings(prior: float) -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only", comparisons=[comparison(part) for part in PARTS], probability_two_random_records_match=prior,
        blocking_rules_to_generate_predictions=[training_rule(columns) for columns in TRAINING_RULES], retain_matching_columns=False,
    )  # fmt: skip


def _prior(connection: duckdb.DuckDBPyConnection, rows: int) -> float:
    """How likely two records drawn at random are one person's: from those that agree in surname, given name and full birth date."""
    agreeing, dated = connection.sql(
        "SELECT coalesce(sum(n * (n - 1) / 2), 0), coalesce(sum(n), 0) FROM (SELECT count(DISTINCT coalesce(source, -person - 1)) AS n "
        "FROM records WHERE day IS NOT NULL GROUP BY surname, given, year, month, day)"
    ).fetchall()[0]
    share = max(float(dated) / max(rows, 1), 0.2)
    partners = (float(agreeing) + 1) / (_AGREE_FULLY * share**2) / max(rows, 1)
    return min(min(partners, _MOST_PARTNERS) * 2 / max(rows - 1, 1), _MOST_LIKELY)


def _count_frequencies(connection: duckdb.DuckDBPyConnection, api: DuckDBAPI, linker: Linker) -> None:
    """How common each value is among persons. Few records say little of that, so an average value's share is mixed in."""
    for part, levels in PARTS.items():
        average = next((level.u for level in levels if level.by_frequency), None)
        if average is not None:
            mixed_in = _MIXED_IN * average
            # nothing in it comes from outside: names of columns and numbers of this package
            query = (
                f"SELECT {part}, (count(DISTINCT person) + {mixed_in}) / (SELECT count(DISTINCT person) + {_MIXED_IN} "  # noqa: S608
                f"FROM records WHERE {part} IS NOT NULL) AS tf_{part} FROM records WHERE {part} IS NOT NULL GROUP BY {part} ORDER BY {part}"
            )
            counted = api.register(connection.sql(query).to_arrow_table())
            linker.table_management.register_term_frequency_lookup(counted, part)


def _train(linker: Linker) -> None:
    training = linker.training
    training.estimate_u_using_random_sampling(max_pairs=RANDOM_PAIRS, seed=SEED)
    for columns in TRAINING_RULES:
        training.estimate_parameters_using_expectation_maximisation(training_rule(columns), max_pairs=TRAINING_PAIRS)


def _trained(linker: Linker) -> dict[str, Any]:
    """The settings of the trained model, its parameters rounded."""
    settings: dict[str, Any] = linker.misc.save_model_to_json()
    for part in settings["comparisons"]:
        for level in part["comparison_levels"]:
            for name in ("m_probability", "u_probability"):
                if name in level:
                    level[name] = float(f"{level[name]:.{_DIGITS}g}")
    return settings


def _scored_portion(
    connection: duckdb.DuckDBPyConnection, api: DuckDBAPI, linker: Linker, portion: int, portions: int
) -> pa.Table:
    """The pairs of one portion of the candidates that weigh enough, with the level of each part."""
    # two whole numbers counted here
    pairs = connection.sql(f"SELECT '0' AS match_key, * FROM candidates WHERE join_key_l % {portions} = {portion}")  # noqa: S608
    linker.table_management.register_blocked_pairs_for_predict(api.register(pairs.to_arrow_table()))
    found = linker.inference.predict(threshold_match_weight=LOWEST_WEIGHT, warning_mode="never")
    beside = {"unique_id", "source", "doubtful", "person", "side"}
    wanted = [c for c in connection.table("records").columns if c not in beside]
    sides = ", ".join(f"{side}.{column} AS {column}_{side}" for column in wanted for side in "lr")
    levels = ", ".join(f"{level_of(part)} AS {part}" for part in _LEVELS)
    # nothing in it comes from outside: names of columns and conditions of this package
    query = (
        f"WITH sides AS (SELECT unique_id_l AS a, unique_id_r AS b, round(match_weight, {_DIGITS}) AS weight, {sides} "  # noqa: S608
        f"FROM {found.physical_name} JOIN records l ON l.unique_id = unique_id_l JOIN records r ON r.unique_id = unique_id_r) "
        f"SELECT a, b, weight, {levels} FROM sides"
    )
    told = connection.sql(query).to_arrow_table()
    found.drop_table_from_database_and_remove_from_cache()
    return told


def _in_order(portions: Sequence[pa.Table]) -> Pairs:
    every = pa.concat_tables(portions)
    told = {name: every[name].to_numpy() for name in every.column_names}
    order = np.lexsort((told["b"], told["a"], -told["weight"]))
    return Pairs(
        told["a"][order], told["b"][order], told["weight"][order], {part: told[part].astype(np.int8)[order] for part in _LEVELS}
    )  # fmt: skip
