"""Occupancies: ``text => person | role | organization | country>host | status ;; …``."""

import pytest

from notation import cases, format_held, parse_held
from observed import held


@pytest.mark.parametrize("line", cases("relate"))
def test_relate(line: str) -> None:
    text, expected = parse_held(line)
    assert format_held(text, held(text)) == format_held(text, expected)
