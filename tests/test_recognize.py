"""Mentions: ``[посол [Чили|country]|role] [Хуан Росас|person] прибыл.``"""

import pytest

from notation import cases, format_marked, parse_marked
from observed import marked


@pytest.mark.parametrize("line", cases("recognize"))
def test_recognize(line: str) -> None:
    expected = parse_marked(line)
    assert format_marked(marked(expected.text)) == format_marked(expected)
