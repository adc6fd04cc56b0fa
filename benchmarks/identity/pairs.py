"""How well and how fast two names are told to be one person's: `python benchmarks/identity/pairs.py [DATA]`.

DATA is a folder with `belarus_names/` and `name_pairs/` (../shared/data beside the repository unless given); what is absent is left out.
Peers run in the same call where they are installed (`requirements.txt` beside this file): nomenklatura's logic-v2, and rapidfuzz's
WRatio on plain letters. A score's best F1 and its recall at 95 % precision need no threshold; "same" is at the threshold printed.
"""

from __future__ import annotations

import csv
import hashlib
import random
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from pathlib import Path

import yaml
from anyascii import anyascii
from rapidfuzz import fuzz

from habeas.names.parsed import parsed
from habeas.names.readings import KEY_VERSION
from habeas.names.score import REVIEW, SAME, score

ROOT = Path(__file__).resolve().parents[2]
#: name, name, whether they are one person's
Labelled = tuple[str, str, bool]
Scorer = Callable[[str, str], float]

SIX = [
    "Sergei Tikhanovsky", "Siarhei Tsikhanouski", "Siarhiej Cichanoŭski", "Сяргей Ціханоўскі", "Сергей Тихановский",
    "Serhiy Tykhanovskyy",
]  # fmt: skip


def main() -> None:
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data"
    print(f"same from {SAME}, review from {REVIEW}, keys of version {KEY_VERSION}")
    six = [(a, b, True) for a, b in combinations(SIX, 2)]
    print(f"six spellings of one name: {sum(score(a, b) >= SAME for a, b, _ in six)} of {len(six)} pairs same")
    scorers = {"habeas": score, "WRatio on plain letters": plain_ratio, **logic_v2()}
    for held_back in (False, True):
        pairs = invented_people(held_back)
        compared(f"invented people, {'held back' if held_back else 'seen'}", pairs, scorers)
    compared("other scripts", other_scripts(), scorers)
    if (data / "belarus_names").is_dir():
        for held_back in (False, True):
            every_record(f"official forms, {'held-back half' if held_back else 'half seen'}", forms(data, held_back))
    if (data / "name_pairs").is_dir():
        compared("name_bench, people", name_bench(data), scorers)
        frozen(data)
        curve(name_bench(data))
    speed(forms(data, None) if (data / "belarus_names").is_dir() else [SIX], scorers)


# ---- pairs


def invented_people(held_back: bool) -> list[Labelled]:
    content = yaml.safe_load((ROOT / "tests/names/people.yml").read_text("utf-8"))
    people = [p for n, p in enumerate(content["people"], 1) if (n % 3 == 0) == held_back]
    others = [(a, b) for n, (a, b, _) in enumerate(content["different"], 1) if (n % 3 == 0) == held_back]
    return [(a, b, True) for p in people for a, b in combinations(p, 2)] + [(a, b, False) for a, b in others]


def other_scripts() -> list[Labelled]:
    lines = (Path(__file__).parent / "other_scripts.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return [(row["name_a"], row["name_b"], row["same"] == "yes") for row in rows]


def forms(data: Path, held_back: bool | None) -> list[list[str]]:
    """The forms of each record, a half of the records by the hash of the id; all = None."""
    found = []
    with (data / "belarus_names/eu_by_names_aligned.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            odd = hashlib.sha256(row["eu_record_id"].encode()).digest()[0] % 2 == 1
            if held_back in (None, odd):
                cells = [row[column] for column in ("latn_official", "latn_other", "cyrl_1", "cyrl_2")]
                found.append([form.strip() for cell in cells for form in cell.split("|") if form.strip()])
    return found


def name_bench(data: Path) -> list[Labelled]:
    with (data / "name_pairs/cases.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["schema"] == "Person"]
    return [(row["name1"], row["name2"], row["is_match"] == "true") for row in rows]


# ---- peers


def plain_ratio(one: str, other: str) -> float:
    return fuzz.WRatio(anyascii(one).lower(), anyascii(other).lower()) / 100


def logic_v2() -> dict[str, Scorer]:
    try:
        import nomenklatura
        from followthemoney import ValueEntity, model
        from nomenklatura.matching.logic_v2.model import LogicV2
    except ImportError:
        print("nomenklatura is not installed; its logic-v2 is left out")
        return {}
    config, person = LogicV2.default_config(), model.get("Person")

    def entity(name: str) -> ValueEntity:
        made = ValueEntity(person, {"id": name})
        made.add("name", name)
        return made

    def scorer(one: str, other: str) -> float:
        return float(LogicV2.compare(entity(one), entity(other), config).score)

    return {f"nomenklatura {nomenklatura.__version__} logic-v2": scorer}


# ---- measures


def compared(what: str, pairs: Sequence[Labelled], scorers: dict[str, Scorer]) -> None:
    positives = sum(same for *_, same in pairs)
    print(f"\n{what}: {positives} pairs of one person, {len(pairs) - positives} of two")
    for name, scorer in scorers.items():
        scored = [(scorer(a, b), same) for a, b, same in pairs]
        f1, at = best_f1(scored)
        line = f"  {name:36} best F1 {f1:.3f} (at {at:.2f}), recall at 95 % precision {recall_at_precision(scored, 0.95):.3f}"
        if scorer is score:
            called = [same for value, same in scored if value >= SAME]
            wrong = len(called) - sum(called)
            line += (
                f"; at {SAME}: recall {sum(called) / positives:.3f}, two called one {wrong} of {len(pairs) - positives}"
            )
        print(line)


def cuts(scored: Iterable[tuple[float, bool]]) -> list[tuple[float, int, int]]:
    """(score, true positives, pairs) at every score that occurs, from the highest down."""
    found: list[tuple[float, int, int]] = []
    true = 0
    for number, (value, same) in enumerate(sorted(scored, key=lambda pair: -pair[0]), 1):
        true += same
        if found and found[-1][0] == value:
            found.pop()
        found.append((value, true, number))
    return found


def best_f1(scored: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    positives = sum(same for _, same in scored)
    return max((2 * true / (number + positives), value) for value, true, number in cuts(scored))


def recall_at_precision(scored: Sequence[tuple[float, bool]], precision: float) -> float:
    positives = sum(same for _, same in scored)
    return max((true / positives for _, true, number in cuts(scored) if true / number >= precision), default=0.0)


def every_record(what: str, records: Sequence[Sequence[str]]) -> None:
    """Any two forms of one record against any two forms of two records."""
    ours = [(a, b) for record in records for a, b in combinations(record, 2)]
    found = sum(score(a, b) >= SAME for a, b in ours)
    wrong = total = 0
    for one, other in combinations(records, 2):
        for a in one:
            for b in other:
                total += 1
                wrong += score(a, b) >= SAME
    print(
        f"\n{what}: {len(records)} records; recall {found / len(ours):.4f} of {len(ours)} pairs, precision "
        f"{found / (found + wrong):.4f} ({wrong} of {total:,} pairs of two records called same)"
    )


def frozen(data: Path) -> None:
    """nomenklatura's own frozen scores of the same pairs, where every pair has one."""
    with (data / "name_pairs/logicv2-frozen.csv").open(encoding="utf-8", newline="") as file:
        scored = [(float(r["score"]), r["is_match"] == "true") for r in csv.DictReader(file) if r["schema"] == "Person"]
    f1, at = best_f1(scored)
    print(f"  {'logic-v2 as frozen upstream':36} best F1 {f1:.3f} (at {at:.2f}), {len(scored)} pairs")


def curve(pairs: Sequence[Labelled]) -> None:
    scored = [(score(a, b), same) for a, b, same in pairs]
    positives = sum(same for _, same in scored)
    print("  habeas: threshold precision recall F1")
    for step in range(10, 20):
        called = [same for value, same in scored if value >= step / 20]
        true = sum(called)
        precision = true / len(called) if called else 1.0
        print(f"    {step / 20:.2f} {precision:.3f} {true / positives:.3f} {2 * true / (len(called) + positives):.3f}")


def speed(records: Sequence[Sequence[str]], scorers: dict[str, Scorer]) -> None:
    """Pairs a second, half of one person, half of people whose names may differ in one part; names a second from cold."""
    draw = random.Random(1)
    ours = [(a, b) for record in records for a, b in combinations(record, 2)]
    everything = [form for record in records for form in record]
    mixed = ours + [(draw.choice(everything), draw.choice(everything)) for _ in ours]
    draw.shuffle(mixed)
    print()
    for what, pairs in (("half one person's", mixed), ("all one person's", ours)):
        for name, scorer in scorers.items():
            some = pairs if scorer is score or "logic" not in name else pairs[:500]
            for a, b in some:
                scorer(a, b)
            rounds = 1 if "logic" in name else max(1, 40_000 // len(some))
            began = time.perf_counter()
            for _ in range(rounds):
                for a, b in some:
                    scorer(a, b)
            taken = time.perf_counter() - began
            print(f"  {name:36} {rounds * len(some) / taken:>12,.0f} pairs a second, warm, {what}")
    names = distinct_names(60_000)
    began = time.perf_counter()
    for name in names:
        parsed(name)
    print(f"  {'habeas, keys from cold':36} {len(names) / (time.perf_counter() - began):>12,.0f} names a second")


def distinct_names(number: int) -> list[str]:
    """Made-up names, no surname twice, in four spellings."""
    draw = random.Random(2)
    given = ["Сяргей", "Siarhei", "Sergey", "Таццяна", "Tatsiana", "Tatiana", "Ryhor", "Григорий", "Volha", "Ольга"]
    fathers = ["Іванавіч", "Ivanavich", "Petrovich", "Паўлаўна", "Mikalaeuna", "Nikolaevna", ""]
    latin = ["ka", "zu", "bar", "lo", "dre", "shch", "mi", "pan", "tsi", "hra", "vo", "sto", "kli", "ra", "khu"]
    cyrillic = ["ка", "зу", "бар", "ло", "дрэ", "шчо", "мі", "пан", "ці", "гра", "ва", "сто", "кли", "ра", "ху"]
    ends = {id(latin): ["enka", "ouski", "ovich", "ov", "ik"], id(cyrillic): ["энка", "оўскі", "ович", "ов", "ик"]}
    found: set[str] = set()
    while len(found) < number:
        script = draw.choice([latin, cyrillic])
        surname = "".join(draw.choices(script, k=3)) + draw.choice(ends[id(script)])
        found.add(" ".join(filter(None, (draw.choice(given), draw.choice(fathers), surname.title()))))
    return sorted(found, key=lambda name: hashlib.sha256(name.encode()).digest())


if __name__ == "__main__":
    main()
