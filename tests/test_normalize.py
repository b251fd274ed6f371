"""Base forms: ``Из [США|country] прибыл [Хуаном Росасом|person] => США (US) ~ Соединённые Штаты ;; Хуан Росас``."""

import pytest

from notation import cases, format_named, parse_named
from observed import named


@pytest.mark.parametrize("line", cases("normalize"))
def test_normalize(line: str) -> None:
    expected = parse_named(line)
    assert format_named(named(expected)) == format_named(expected)
