"""What is wrong with a text as a name, told without taking it apart: it is asked of every row of a list."""

from __future__ import annotations

from habeas.names.name_text import LONGEST, word_list


def name_fault(name: str | None) -> str | None:
    """What is wrong with a text as a name, and the remedy; None when it can be one. None as a name: there is no such cell."""
    if name is None:
        return "there is no such cell in this row; give every column of the header"
    if not name.strip():
        return "the name is empty; write the name, or leave the row out"
    if len(name) > LONGEST:
        return f"{len(name):,} characters are no name; shorten it to at most {LONGEST}"
    letters = sum(map(str.isalpha, name))
    if not letters:
        return "the name holds no letter; write it in letters"
    if letters == 1:
        return "one letter is no name; write the name in full"
    if all(word.strip(".,").lower() in word_list("titles") for word in name.split()):
        return "there is a title but no name; write the name after it"
    return None
