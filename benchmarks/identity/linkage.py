"""How well records of one person find each other in bulk: `python benchmarks/identity/linkage.py [N] [SEED]`.

N invented records (10,000 unless given; `planted.py` tells how they are made) of people whose truth is known. All figures are pairwise:
of the pairs of records put into one group, how many are one person's (precision), and of the pairs that are, how many were put
together (recall). Each contestant runs in a process of its own, so that its peak memory is its own. Beside Habeas: Splink with the
same engine on the plain ASCII letters of the same fields, at the threshold that suits it best. nomenklatura's xref is not measured: it
needs PyICU, which comes as source only. Needs the extra `scale`.
"""

from __future__ import annotations

import logging
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from anyascii import anyascii
from planted import planted

from habeas.names.parsed import parsed
from habeas.scale.records import Record

Lines = list[str]


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    for contestant in (the_data, habeas, splink_on_ascii):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            for line in alone.submit(contestant, number, seed).result():
                print(line, flush=True)


def the_data(number: int, seed: int) -> Lines:
    records, truth = planted(number, seed)
    dated = Counter(len(r.born) for r in records)
    cyrillic = sum("Ѐ" <= r.name[0] <= "ӿ" for r in records)
    return [
        f"{number:,} records of {len(set(truth)):,} people; birth date missing {dated[0] / number:.0%}, a year only {dated[4] / number:.0%}, "
        f"a month only {dated[7] / number:.1%}; place missing {sum(not r.place for r in records) / number:.0%}; in Cyrillic {cyrillic / number:.0%}; "
        f"{pairs_in(truth):,} pairs to find"
    ]  # fmt: skip


def pairs_in(labels: Iterable[object]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(labels).values())


def told(name: str, labels: Sequence[object], truth: Sequence[int], began: float) -> str:
    true, found, right = pairs_in(truth), pairs_in(labels), pairs_in(zip(labels, truth, strict=True))
    f1, precision, recall = 2 * right / (true + found), right / max(found, 1), right / true
    taken, peak = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    used = time.process_time()
    return (
        f"{name:34} F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}  {taken:6.0f} s ({used:.0f} s of processor, "
        f"making the records included)  peak {peak:.2f} GB"
    )


def habeas(number: int, seed: int) -> Lines:
    from habeas.scale.linkage import proposed

    records, truth = planted(number, seed)
    row = {r.id: n for n, r in enumerate(records)}
    began = time.perf_counter()
    found = proposed(records)
    groups, linked = Joined(number), Joined(number)
    for p in found:
        if p.contradiction is None:
            groups.join(row[p.a], row[p.b])
        if p.outcome == "link":
            linked.join(row[p.a], row[p.b])
    lines = [
        told("habeas, links and questions", groups.labels(), truth, began),
        told("  automatic links alone", linked.labels(), truth, began),
    ]
    for outcome in ("link", "review"):
        some = [p for p in found if p.outcome == outcome]
        right = sum(truth[row[p.a]] == truth[row[p.b]] for p in some)
        lines.append(
            f"{'  proposed: ' + outcome:34} {len(some):,} pairs, {right / max(len(some), 1):.4f} of them one person's"
        )
    return lines


class Joined:
    """Who is one with whom, by pairs."""

    def __init__(self, number: int) -> None:
        self.above = list(range(number))

    def first(self, row: int) -> int:
        while self.above[row] != row:
            self.above[row] = self.above[self.above[row]]
            row = self.above[row]
        return row

    def labels(self) -> list[int]:
        return [self.first(row) for row in range(len(self.above))]

    def join(self, a: int, b: int) -> None:
        self.above[self.first(a)] = self.first(b)


def splink_on_ascii(number: int, seed: int) -> Lines:
    """The common set-up of Splink's manual, on fields that are already parted: a kindness, since lists write whole names."""
    import duckdb
    import pyarrow as pa
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    logging.getLogger("splink").setLevel(logging.ERROR)
    records, truth = planted(number, seed)
    began = time.perf_counter()
    con = duckdb.connect()
    con.execute("SET memory_limit = '5GB'")
    table = DuckDBAPI(con).register(pa.Table.from_pylist([plain_fields(n, r) for n, r in enumerate(records)]))
    born = [
        {"sql_condition": condition, "label_for_charts": condition}
        for condition in ("born_l = born_r", "damerau_levenshtein(born_l, born_r) <= 1", "year_l = year_r", "ELSE")
    ]
    missing = {
        "sql_condition": "year_l IS NULL OR year_r IS NULL",
        "label_for_charts": "missing",
        "is_null_level": True,
    }
    settings = SettingsCreator(
        link_type="dedupe_only", probability_two_random_records_match=2.8 / number, retain_matching_columns=False,
        comparisons=[
            cl.JaroWinklerAtThresholds("surname", [0.92, 0.8]).configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("given", [0.92, 0.8]), cl.JaroWinklerAtThresholds("father", [0.9]),
            {"output_column_name": "born", "comparison_levels": [missing, *born]},
            cl.ExactMatch("place").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("surname", "given"), block_on("born"), block_on("surname", "year"), block_on("substr(surname, 1, 4)", "given"),
            block_on("given", "year", "substr(surname, 1, 2)"),
        ],
    )  # fmt: skip
    linker = Linker(table, settings, log_level=logging.ERROR)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in (block_on("surname", "given"), block_on("born")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule, max_pairs=5e5)
    pairs = linker.inference.predict(threshold_match_weight=-4)
    best = ""
    for weight in (-2, -1, 0, 1, 2, 3, 4):
        groups = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_weight=weight)
        rows = con.sql(f"SELECT unique_id, cluster_id FROM {groups.physical_name}").fetchall()
        labels: list[object] = [None] * number
        for row, group in rows:
            labels[row] = group
        # the line holds the F1 first, so the best line is the greatest
        best = max(best, told("Splink on ASCII fields", labels, truth, began))
    return [best]


def plain_fields(number: int, record: Record) -> dict[str, object]:
    name = parsed(record.name)
    return {
        "unique_id": number, "surname": " ".join(w.ascii for w in name.surname) or None, "given": " ".join(w.ascii for w in name.given) or None,
        "father": name.patronymic.ascii if name.patronymic else None, "born": record.born if len(record.born) == 10 else None,
        "year": record.born[:4] or None, "place": anyascii(record.place).lower() or None,
    }  # fmt: skip


if __name__ == "__main__":
    main()
