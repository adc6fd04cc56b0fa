"""Canonical bytes are those of the standard encoder, whichever way they are written; what JSON lacks is refused."""

from __future__ import annotations

import hmac
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.kernel import ids
from habeas.kernel.ids import canonical, id_of_bytes

_LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
_VALUES = st.recursive(_LEAVES, lambda of: st.lists(of) | st.dictionaries(st.text(), of), max_leaves=12)


@given(_VALUES)
def test_bytes_are_those_of_the_standard_encoder(content: Any) -> None:
    try:
        plain = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        with pytest.raises(UnicodeEncodeError):
            canonical(content)
    else:
        assert canonical(content) == plain


@given(st.binary(max_size=100), st.binary(max_size=200))
def test_an_id_is_the_beginning_of_a_plain_hmac(key: bytes, content: bytes) -> None:
    whole = hmac.digest(key, b"clm\0" + content, "sha256").hex()
    assert [id_of_bytes(key, "clm", content) for _ in range(2)] == [f"clm_{whole[:32]}"] * 2


def test_an_interpreter_without_the_quick_encoder_writes_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    content = {"b": ["Орша", 1, 2.5, None, True], "a": {"quote": '"\\\n\u2028', "": []}}
    quick = canonical(content)
    monkeypatch.setattr(ids, "_PIECES", None)
    assert canonical(content) == quick
    monkeypatch.delattr(json.encoder, "c_make_encoder")
    assert ids._pieces_of() is None


@pytest.mark.parametrize("content", [{"a": float("nan")}, {"a": float("inf")}, [float("-inf")]])
def test_numbers_that_json_lacks_are_refused(content: Any) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical(content)


@pytest.mark.parametrize("content", [{"a": {1, 2}}, {"a": b"x"}, {"a": object()}, object()])
def test_things_that_json_lacks_are_refused(content: Any) -> None:
    with pytest.raises(TypeError, match="not JSON serializable"):
        canonical(content)
