"""Sentences and spellings: ``Он прибыл. ‖[МИНИСТР|министр] уехал.``"""

import pytest

from notation import cases, format_split, parse_split
from observed import split


@pytest.mark.parametrize("line", cases("tokenize"))
def test_tokenize(line: str) -> None:
    expected = parse_split(line)
    assert format_split(split(expected.text)) == format_split(expected)


@pytest.mark.parametrize("mark", ["\n", "\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_a_line_ends_where_word_and_old_systems_end_one(mark: str) -> None:
    text = f"Завод вернулся к работе{mark}Отбывшая домой Анна Седова рада."
    assert split(text).starts == (text.index("Отбывшая"),)
