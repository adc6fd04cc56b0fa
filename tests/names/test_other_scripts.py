"""A name in another script is known by its Latin and Cyrillic spellings; a name near to it is not taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.names.other_scripts import latin_variants, spellings
from habeas.names.score import SAME, score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("محمد علي", "Mohammed Ali"),
        ("أحمد حسن", "Ahmed Hassan"),
        ("عبد الله صالح", "Abdullah Saleh"),
        ("رضا کریمی", "Reza Karimi"),
        ("דוד כהן", "David Cohen"),
        ("राहुल शर्मा", "Rahul Sharma"),
        ("김철수", "Kim Chul-soo"),
        ("김철수", "Kim Cheolsu"),
        ("이영희", "Lee Young-hee"),
        ("王伟", "Wang Wei"),
        ("李小龙", "Li Xiaolong"),
        ("山田太郎", "Yamada Taro"),
        ("モハメド・アリ", "Mohamed Ali"),
        ("გიორგი ბერიძე", "Giorgi Beridze"),
        ("დავით მაისურაძე", "Давид Майсурадзе"),
        ("Արամ Պետրոսյան", "Aram Petrosyan"),
        ("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos"),
        ("Əli Əliyev", "Ali Aliyev"),
        ("Xalid Həsənov", "Khalid Hasanov"),
    ],
)
def test_one_name_in_two_scripts_is_same(one: str, other: str) -> None:
    assert score(one, other) >= SAME
    assert score(other, one) == pytest.approx(score(one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("محمد علي", "Mahmoud Ali"),
        ("محمد علي", "Mohammed Hassan"),
        ("رضا کریمی", "Reza Karami"),
        ("דוד כהן", "David Levi"),
        ("משה רבין", "Moshe Rubin"),
        ("राहुल शर्मा", "Rahul Verma"),
        ("김철수", "Kim Young-hee"),
        ("王伟", "Wang Fang"),
        ("山田太郎", "Yamada Jiro"),
        ("გიორგი ბერიძე", "Giorgi Beradze"),
        ("Əli Əliyev", "Vali Aliyev"),
    ],
)
def test_a_near_name_in_another_script_is_not(one: str, other: str) -> None:
    assert score(one, other) < SAME


def test_a_word_that_the_table_lacks_is_spelled_by_rule() -> None:
    assert "geunmok" in spellings("근목")
    assert "brwyls" in spellings("برويلس")


def test_a_korean_name_is_parted_after_the_surname() -> None:
    assert all(variant.split()[0] == "kim" for variant in latin_variants("김철수"))


@given(st.text("محمدعليדודכהןराहुल김철수山田太郎აბგԱբΓι ・.-", max_size=12), st.text(max_size=12))
def test_no_text_breaks_it(one: str, other: str) -> None:
    assert 0 <= score(one, other) <= 1
    assert score(other, one) == pytest.approx(score(one, other))
