"""Grammar of words in their sentence: ``Посол:NOUN.nomn прибыл:VERB.``"""

import pytest

from notation import cases, format_words, parse_words
from observed import words
from vizitka.flow import loaded
from vizitka.models import Columns

PARTS = ("vectors", "morphology", "names", "recognizer", "seeds")


@pytest.mark.parametrize("line", cases("analyse"))
def test_analyse(line: str) -> None:
    text, expected = parse_words(line)
    assert format_words(text, words(text, expected)) == format_words(text, expected)


def test_a_spelling_is_computed_alike_alone_and_among_others() -> None:
    models, words = loaded(), ["Министр", "связи", "Армении", "Олег", "Жданов", "принял", "посла", "Чили", "в", "Ереване"]
    alone, together = (Columns(*(getattr(models.columns, name) for name in PARTS)) for _ in range(2))
    together.rows(words)
    for word in words:
        alone.rows([word])
    for table in ("first_morphology", "first_names", "spelled"):
        count = len(words) + 1
        assert (getattr(alone, table)[:count] == getattr(together, table)[:count]).all()
