"""Sentences and spellings: ``Он прибыл. ‖[МИНИСТР|министр] уехал.``"""

import pytest

from notation import cases, format_split, parse_split
from observed import split


@pytest.mark.parametrize("line", cases("tokenize"))
def test_tokenize(line: str) -> None:
    expected = parse_split(line)
    assert format_split(split(expected.text)) == format_split(expected)
