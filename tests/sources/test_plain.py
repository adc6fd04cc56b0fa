"""Plain text is frozen exactly, or refused with the place that does not fit."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from habeas.kernel.errors import InputRefused
from habeas.sources.plain import CONTROL, decode, is_guess

SENTENCES = "Пётр Придуманный был переведён в колонию, сообщила газета. Родным об этом не сказали. " * 4


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_the_frozen_text_of_utf8_is_its_bytes_decoded(text: str) -> None:
    assume(text.strip() and not CONTROL.search(text) and not text.startswith("\ufeff"))
    assert decode(text.encode(), "a.txt") == (text, "utf-8")


def test_line_ends_stay_as_they_are() -> None:
    assert decode(b"one\r\ntwo\rthree\n", "a.txt")[0] == "one\r\ntwo\rthree\n"


@pytest.mark.parametrize(
    ("mark", "encoding", "said"),
    [(codecs.BOM_UTF8, "utf-8", "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"), (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16")],
)  # fmt: skip
def test_a_byte_order_mark_is_believed_and_left_out(mark: bytes, encoding: str, said: str) -> None:
    assert decode(mark + SENTENCES.encode(encoding), "a.txt") == (SENTENCES, said)
    assert not is_guess(said)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_another_encoding_is_guessed_and_stated(encoding: str) -> None:
    text, said = decode(SENTENCES.encode(encoding), "a.txt")
    assert text == SENTENCES
    assert is_guess(said)


LATIN = b"The court in Veldania said that Alena Vymyslova was not seen since Tuesday. " * 3


def test_a_few_stray_bytes_in_a_latin_text_are_read_as_the_commonest_encoding_and_that_is_said() -> None:
    text, said = decode(b"It\x92s a caf\xe9. " + LATIN, "a.txt")
    assert (text, said) == ("It\u2019s a caf\xe9. " + LATIN.decode(), "cp1252")
    assert is_guess(said)


def test_stray_bytes_that_no_text_holds_are_refused() -> None:
    with pytest.raises(InputRefused, match=r"byte 2 is not UTF-8, nor of any text; name its encoding \(--encoding"):
        decode(b"ab\x81" + LATIN + b"\x8d " + LATIN, "a.txt")


def test_a_name_in_another_script_is_no_stray_byte() -> None:
    text = LATIN.decode() * 3 + "Пётр Придуманный"
    assert decode(text.encode("cp1251"), "a.txt")[0] == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xef\xbb\xbfab\xff", "byte 5 is not utf-8-sig"),
        (b"\xff\xfea\0b", "byte 4 is not utf-16"),
        ("Пётр".encode()[:-1], "byte 6 is not UTF-8, though the rest is"),
        ("Пётр".encode() + b"\xff" + "Пётр".encode(), "byte 8 is not UTF-8, though the rest is"),
        (
            "Пётр Придуманный".encode("koi8-r"),
            r"byte 0 is not UTF-8, and no other encoding fits well enough; name its encoding \(--encoding",
        ),
        ("a\x1b[2J".encode("utf-16"), r"character 1 is U\+001B"),
        ("ok \u009b31m".encode(), r"character 3 is U\+009B"),
        (b"\xff\xfea\0\0\0", r"character 1 is U\+0000"),
    ],
)
def test_what_cannot_be_decoded_is_refused_with_its_place(data: bytes, said: str) -> None:
    with pytest.raises(InputRefused, match=said) as refused:
        decode(data, "a.txt")
    assert str(refused.value).startswith("a.txt: ")
    assert "; " in str(refused.value)


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf", " \n".encode("utf-16"), "\u00a0".encode()])
def test_a_file_with_only_blanks_is_empty_whatever_its_encoding(data: bytes) -> None:
    with pytest.raises(InputRefused, match="the file is empty"):
        decode(data, "a.txt")
