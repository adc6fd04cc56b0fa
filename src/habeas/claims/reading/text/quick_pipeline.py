"""Makes a loaded spaCy pipeline faster without changing what it answers."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language


_THREADS = "OPENBLAS_NUM_THREADS"


def import_numpy_for_one_core() -> None:
    """Load numpy so that it multiplies on one core: a sentence's matrices are too small to share, and threads that wait burn time.

    The setting is read while numpy loads, so it is taken back at once; a numpy loaded before is the caller's, as is a setting made.
    """
    if "numpy" in sys.modules or _THREADS in os.environ:
        return
    os.environ[_THREADS] = "1"
    try:
        import numpy  # noqa: F401 (loaded for the setting it reads, not to be used here)
    finally:
        del os.environ[_THREADS]


def quicken(nlp: Language) -> None:
    """Change the pipeline in place; one without the parts concerned is left as it is."""
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if model is not None:  # a pipe of rules only may have none
            _multiply_with_numpy(model)
    if nlp.has_pipe("lemmatizer"):
        _look_lemmas_up_in_sets(cast("Any", nlp.get_pipe("lemmatizer")).lookups)


def _multiply_with_numpy(model: Any) -> None:
    """Matrices are half the time of a parse, and numpy's library multiplies them three times as fast as the one thinc brings along."""
    from thinc.api import NumpyOps  # heavy, and loaded already once there is a pipeline

    for node in model.walk():
        if isinstance(node.ops, NumpyOps):
            node.ops = NumpyOps(use_blis=False)


def _look_lemmas_up_in_sets(lookups: Any) -> None:
    """The model keeps the 90,000 words it knows as lists, which the lemmatizer searches from the start for every new word."""
    if lookups.has_table("lemma_index"):
        table = lookups.get_table("lemma_index")
        for part in list(table):
            table[part] = frozenset(table[part])
