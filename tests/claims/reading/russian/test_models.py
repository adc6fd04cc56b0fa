"""The models that read Russian: loaded once, their words and vectors held once."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from habeas.claims.reading.russian.models import is_readable, models

pytestmark = pytest.mark.skipif(not is_readable(), reason="needs the packages of the extra ru")


def test_three_models_hold_one_vocabulary_between_them() -> None:
    made = models()

    assert len({id(one.infer.encoder.words_vocab) for one in (made.names, made.forms, made.arcs)}) == 1


def test_the_rows_left_in_the_file_are_those_that_navec_itself_reads() -> None:
    from navec import Navec
    from navec.pq import PQ

    class Rows(PQ):  # type: ignore[misc]
        def precompute(self) -> None:
            """What is only needed to compare words takes 130 MB."""

    found = importlib.util.find_spec("natasha")
    assert found is not None and found.submodule_search_locations
    path = Path(next(iter(found.submodule_search_locations))) / "data" / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("navec.navec.PQ", Rows)
        whole = Navec.load(path)
    words = models().forms.infer.model.emb.word

    assert models().forms.infer.encoder.words_vocab.items == whole.vocab.words
    assert (words.indexes.array == whole.pq.indexes).all()
    assert (words.codes.array == whole.pq.codes).all()


def test_a_russian_text_loads_nothing_that_only_english_needs() -> None:
    asked = (
        "import sys; from habeas.claims.reading.read import read_text; read_text('Вчера Анну Мнимову задержали.', None, 'ru'); "
        "print([name for name in ('spacy', 'habeas.claims.reading.english') if name in sys.modules])"
    )

    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"
