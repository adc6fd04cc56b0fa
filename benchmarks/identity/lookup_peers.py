"""Other ways to find a name among many, each made from the same names: what the look-up is measured beside."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anyascii import anyascii

#: Names of a rough order that are compared in full.
COMPARED = 64


@dataclass
class Made:
    """A peer ready to be asked for ten names; `more` gives COMPARED, to be compared in full as ours are (None = is not tried)."""

    find: Callable[[str], list[int]]
    megabytes: float
    seconds: float
    close: Callable[[], object]
    more: Callable[[str], list[int]] | None = None


def plain(name: str) -> str:
    return anyascii(name).lower().replace("'", "")


def trigrams(text: str) -> list[str]:
    return [padded[n : n + 3] for word in text.split() for padded in [f"_{word}_"] for n in range(len(padded) - 2)]


def tantivy_trigrams(names: Sequence[str]) -> Made | str:
    return _tantivy(names, lambda name: " ".join(trigrams(plain(name))), _any_trigram)


def tantivy_readings(names: Sequence[str]) -> Made | str:
    """Fuzzy terms on this project's own readings: the road not taken."""
    return _tantivy(names, lambda name: " ".join(_reading_terms(name)), _fuzzy)


def _reading_terms(name: str) -> list[str]:
    from habeas.names.name_text import every_word
    from habeas.names.words import word

    terms = []
    for text in every_word(name):
        found = word(text)
        terms += [f"g{min(found.given)}"] if found.given else sorted(found.surname.coarse)[:4]
    return terms


def _any_trigram(tantivy: Any, schema: Any, text: str) -> Any:
    terms = [tantivy.Query.term_query(schema, "text", t) for t in dict.fromkeys(trigrams(plain(text)))]
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, t) for t in terms])


def _fuzzy(tantivy: Any, schema: Any, text: str) -> Any:
    terms = []
    for term in dict.fromkeys(_reading_terms(text)):
        terms.append(tantivy.Query.boost_query(tantivy.Query.term_query(schema, "text", term), 2.0))
        if not term[1:].isdigit():
            terms.append(tantivy.Query.fuzzy_term_query(schema, "text", term, 1 if len(term) < 8 else 2, True))
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, t) for t in terms])


def _tantivy(names: Sequence[str], terms: Callable[[str], str], query: Callable[[Any, Any, str], Any]) -> Made | str:
    try:
        import tantivy
    except ImportError:
        return "not measured: tantivy is not installed (requirements.txt beside this file)"
    began = time.perf_counter()
    folder = tempfile.TemporaryDirectory()
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="whitespace", index_option="freq")
    builder.add_integer_field("number", fast=True, stored=True)
    schema = builder.build()
    index = tantivy.Index(schema, folder.name)
    writer = index.writer(200_000_000, 1)
    for number, name in enumerate(names):
        writer.add_document(tantivy.Document(text=terms(name), number=number))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    taken = time.perf_counter() - began

    def find(text: str, limit: int = 10) -> list[int]:
        hits = searcher.search(query(tantivy, schema, text), limit, count=False).hits
        return [searcher.doc(address)["number"][0] for _, address in hits]

    return Made(find, _size(Path(folder.name)), taken, folder.cleanup, lambda text: find(text, COMPARED))


def sqlite_trigrams(names: Sequence[str]) -> Made:
    began = time.perf_counter()
    folder = tempfile.TemporaryDirectory()
    path = Path(folder.name) / "names.db"
    base = sqlite3.connect(path)
    base.execute("CREATE VIRTUAL TABLE names USING fts5(name, tokenize='trigram', content='')")
    base.executemany("INSERT INTO names(rowid, name) VALUES (?, ?)", ((n, plain(name)) for n, name in enumerate(names)))
    base.execute("INSERT INTO names(names) VALUES ('optimize')")
    base.commit()
    taken = time.perf_counter() - began

    def find(text: str) -> list[int]:
        words = plain(text).split()
        wanted = dict.fromkeys(word[n : n + 3] for word in words for n in range(max(1, len(word) - 2)))
        match = " OR ".join('"' + t.replace('"', "") + '"' for t in wanted if len(t) == 3)
        rows = base.execute("SELECT rowid FROM names WHERE names MATCH ? ORDER BY rank LIMIT 10", (match,))
        return [n for (n,) in rows]

    return Made(find, path.stat().st_size / 1e6, taken, lambda: (base.close(), folder.cleanup()))


def postgres_trigrams(names: Sequence[str]) -> Made | str:
    address = os.environ.get("HABEAS_TEST_POSTGRES")
    if not address:
        return "not measured: HABEAS_TEST_POSTGRES names no server"
    try:
        import psycopg
    except ImportError:
        return "not measured: psycopg is not installed (extra postgres)"
    try:
        base = psycopg.connect(address.replace("+psycopg", ""), autocommit=True)
        base.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except psycopg.Error as error:
        return f"not measured: {error}"
    began = time.perf_counter()
    base.execute("CREATE TEMPORARY TABLE names (number integer, name text)")
    with base.cursor().copy("COPY names FROM STDIN") as copy:
        for number, name in enumerate(names):
            copy.write_row((number, plain(name)))
    base.execute("CREATE INDEX names_trigrams ON names USING gin (name gin_trgm_ops)")
    base.execute("ANALYZE names")
    taken = time.perf_counter() - began
    size = base.execute("SELECT pg_relation_size('names_trigrams')").fetchone()

    def find(text: str) -> list[int]:
        wanted = plain(text)
        rows = base.execute(
            "SELECT number FROM names WHERE name % %s ORDER BY similarity(name, %s) DESC LIMIT 10".replace("% ", "%% "),
            (wanted, wanted),
        )
        return [n for (n,) in rows.fetchall()]

    return Made(find, size[0] / 1e6 if size else 0.0, taken, base.close)


def ratio_of_all(names: Sequence[str]) -> Made | str:
    if len(names) > 200_000:
        return "not measured above 200,000: it compares with every name"
    from rapidfuzz import fuzz, process

    began = time.perf_counter()
    held = [plain(name) for name in names]
    taken = time.perf_counter() - began

    def find(text: str) -> list[int]:
        return [n for _, _, n in process.extract(plain(text), held, scorer=fuzz.WRatio, limit=10)]

    return Made(find, sum(map(len, held)) / 1e6, taken, held.clear)


def _size(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


PEERS: dict[str, Callable[[Sequence[str]], Made | str]] = {
    "tantivy, plain trigrams": tantivy_trigrams,
    "tantivy, fuzzy terms on our readings": tantivy_readings,
    "SQLite, plain trigrams": sqlite_trigrams,
    "PostgreSQL, plain trigrams": postgres_trigrams,
    "rapidfuzz WRatio, every name": ratio_of_all,
}
