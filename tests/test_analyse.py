"""Grammar of words in their sentence: ``Посол:NOUN.nomn прибыл:VERB.``"""

import pytest

from notation import cases, format_words, parse_words
from observed import words


@pytest.mark.parametrize("line", cases("analyse"))
def test_analyse(line: str) -> None:
    text, expected = parse_words(line)
    assert format_words(text, words(text, expected)) == format_words(text, expected)
