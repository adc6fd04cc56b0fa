"""The models that read Russian, loaded once: Natasha's (slovnet on navec vectors, MIT licence), as the `natasha` package carries them, and pymorphy3's dictionary.

slovnet's own loader would hold the quarter of a million words of the vectors once for each of its three models and once more for the
vectors; here they are held once, and the vectors stay in their file, of which a text asks for a few thousand rows.
"""

from __future__ import annotations

import gzip
import importlib.util
import tarfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from habeas.claims.reading.text.quick_pipeline import import_numpy_for_one_core
from habeas.kernel.errors import InputRefused

_TOGETHER = 32
_NEEDED = ("natasha", "slovnet", "navec", "razdel", "pymorphy3")
_VECTORS = "navec_news_v1_1B_250K_300d_100q.tar"


@dataclass(frozen=True, slots=True)
class RuModels:
    """`cutter` cuts sentences and tokens, `lemmas` is pymorphy3's analyser; `names`, `forms` and `arcs` label many texts or sentences at once."""

    cutter: Any
    lemmas: Any
    names: Any
    forms: Any
    arcs: Any


def is_readable() -> bool:
    """Whether the packages of the extra `ru` are installed."""
    return all(importlib.util.find_spec(name) is not None for name in _NEEDED)


@lru_cache(maxsize=1)
def models() -> RuModels:
    """All of them. Raises InputRefused when the packages of the extra `ru` are missing."""
    if not is_readable():
        raise InputRefused(
            "Russian texts need the extra packages of: pip install 'habeas[ru]' (in a checkout: make extras)"
        )
    import_numpy_for_one_core()
    import razdel
    from pymorphy3 import MorphAnalyzer
    from slovnet import api

    spec = importlib.util.find_spec("natasha")  # its code needs a package that no longer runs; its data does not
    data = Path(next(iter(spec.submodule_search_locations or ()))) / "data" if spec is not None else Path()
    vectors = _vectors(data / "emb" / _VECTORS)
    words: dict[bytes, Any] = {}
    made = []
    for name, parts in (
        ("ner", (api.NER, api.NERModel, api.TagEncoder, api.TagDecoder, api.NERInfer, "tag")),
        ("morph", (api.Morph, api.MorphModel, api.TagEncoder, api.TagDecoder, api.MorphInfer, "tag")),
        ("syntax", (api.Syntax, api.SyntaxModel, api.SyntaxEncoder, api.SyntaxDecoder, api.SyntaxInfer, "rel")),
    ):
        made.append(_model(data / "model" / f"slovnet_{name}_news_v1.tar", parts, words).navec(vectors))
    return RuModels(razdel, MorphAnalyzer(), *made)


def _model(path: Path, parts: tuple[Any, ...], words: dict[bytes, Any]) -> Any:
    """One slovnet model, as its own `load` makes it; `words` holds the vocabularies loaded so far by their bytes."""
    from slovnet.exec.pack import Pack, vocab_name
    from slovnet.vocab import Vocab

    kind, net, encoder, decoder, infer, labels = parts
    with Pack(path) as pack:
        pack.load_meta().check_protocol()
        model = pack.load_model(net)
        model = model.inject_arrays(dict(pack.load_arrays(model.weights)))
        plain = gzip.decompress(pack.read(vocab_name("word")))
        if plain not in words:
            words[plain] = Vocab(plain.decode("utf-8").splitlines())
        encode = encoder(words[plain], pack.load_vocab("shape"), _TOGETHER)
        return kind(infer(model, encode, decoder(pack.load_vocab(labels))), _TOGETHER)


def _vectors(path: Path) -> Any:
    """What slovnet asks of navec's vectors: their identity, and the rows and codes of the quantised table, the rows left in the file."""
    import numpy as np
    from navec.meta import Meta

    with tarfile.open(path) as tar:
        described, table = tar.extractfile("meta.json"), tar.getmember("pq.bin")
        meta = Meta.from_file(described)
        with path.open("rb") as file:
            file.seek(table.offset_data)
            rows, parts, values, _ = (int(size) for size in np.frombuffer(file.read(16), np.uint32)[[0, 2, 3, 1]])
            file.seek(rows * parts, 1)
            codes = np.frombuffer(file.read(table.size - 16 - rows * parts), np.float32).reshape(parts, values, -1)
    held = np.memmap(path, np.uint8, "r", table.offset_data + 16, (rows, parts))
    return SimpleNamespace(meta=meta, pq=SimpleNamespace(indexes=np.asarray(held), codes=codes))
