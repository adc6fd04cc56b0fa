"""Measures the readers on the project's corpus: goals in percent, words a second, memory, time to load.

python benchmarks/reading.py            prints them
python benchmarks/reading.py --write    also writes tests/reading/goals.yml
"""

from __future__ import annotations

import resource
import sys
import time
from datetime import date
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.reading.test_corpus import ARTICLES, HERE, READABLE, body_of, tally

from habeas.claims.reading.read import read_text


def main() -> None:
    goals = {}
    for lang in ("en", "ru"):
        articles = [one for one in ARTICLES if one["lang"] == lang]
        if not READABLE[lang] or not articles:
            continue
        started = time.perf_counter()
        read_text(body_of(articles[0]), None, lang)
        print(f"{lang}: first answer after {time.perf_counter() - started:.2f} s")
        counts = tally(lang)
        goals[lang] = counts.goals()
        for name, value in goals[lang].items():
            print(f"{lang}: {name:30} {value:6.1f}")
        print(
            f"{lang}: false facts {counts.counts['false facts']} of {counts.counts['events read as actual']} told as actual"
        )
        words = sum(len(body_of(one).split()) for one in articles)
        started = time.process_time()
        for one in articles:
            read_text(body_of(one), date.fromisoformat(one["published"]), lang)
        print(
            f"{lang}: {words / (time.process_time() - started):,.0f} words a second of processor time, {len(articles)} articles"
        )
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    if "--write" in sys.argv:
        (HERE / "goals.yml").write_text(
            "# Percent, as last measured by benchmarks/reading.py --write; false facts have their own test.\n"
            + yaml.safe_dump(goals, sort_keys=False),
            "utf-8",
        )


if __name__ == "__main__":
    main()
