"""The tree is that of RFC 9162, section 2.1.1, and a commitment depends on all that it commits to."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.ledger import Tree, commit

leaves = st.lists(st.binary(min_size=32, max_size=32), max_size=70)


def naive(commitments: Sequence[bytes]) -> bytes:
    """The definition as the RFC words it: split at the largest power of two smaller than n."""
    if not commitments:
        return hashlib.sha256(b"").digest()
    if len(commitments) == 1:
        return hashlib.sha256(b"\x00" + commitments[0]).digest()
    half = 1 << ((len(commitments) - 1).bit_length() - 1)
    return hashlib.sha256(b"\x01" + naive(commitments[:half]) + naive(commitments[half:])).digest()


def grown(commitments: Sequence[bytes]) -> Tree:
    tree = Tree()
    for commitment in commitments:
        tree.append(commitment)
    return tree


@given(leaves)
def test_a_tree_that_grows_has_the_root_of_the_definition(commitments: list[bytes]) -> None:
    tree = grown(commitments)
    assert tree.root() == naive(commitments)
    assert tree.size == len(commitments)


@given(leaves, leaves)
def test_a_packed_tree_goes_on_growing(before: list[bytes], after: list[bytes]) -> None:
    tree = grown(before)
    again = Tree.unpacked(tree.size, tree.packed())
    for commitment in after:
        again.append(commitment)
    assert again.root() == naive([*before, *after])
    assert again.size == len(before) + len(after)


def test_the_empty_tree_has_the_hash_of_nothing() -> None:
    assert Tree().root().hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@given(st.lists(st.binary(min_size=32, max_size=32), min_size=2, max_size=20, unique=True), st.data())
def test_two_leaves_that_change_places_change_the_root(commitments: list[bytes], data: st.DataObject) -> None:
    a, b = data.draw(st.lists(st.sampled_from(range(len(commitments))), min_size=2, max_size=2, unique=True))
    swapped = list(commitments)
    swapped[a], swapped[b] = swapped[b], swapped[a]
    assert grown(swapped).root() != grown(commitments).root()


sealed = st.tuples(
    st.binary(min_size=32, max_size=32),
    st.integers(0, 2**40),
    st.sampled_from(("claim", "mention")),
    st.binary(max_size=8),
)


@given(sealed, sealed)
def test_commitments_differ_where_anything_in_them_does(
    one: tuple[bytes, int, str, bytes], other: tuple[bytes, int, str, bytes]
) -> None:
    assert (commit(*one) == commit(*other)) == (one == other)


def test_a_commitment_is_made_as_documented() -> None:
    salt = bytes(32)
    expected = hashlib.sha256(salt + (7).to_bytes(8, "big") + b"claim\x00" + b"{}").digest()
    assert commit(salt, 7, "claim", b"{}") == expected
