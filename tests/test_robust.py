"""Capitals, missing quotes, е for ё, Latin letters, line ends, lists: occupancies in the notation of ``test_relate``."""

import pytest

from notation import cases, format_held, parse_held
from observed import held


@pytest.mark.parametrize("line", cases("robust"))
def test_robust(line: str) -> None:
    text, expected = parse_held(line)
    assert format_held(text, held(text)) == format_held(text, expected)
