"""Grammar of words in their sentence: ``Посол:NOUN.nomn прибыл:VERB.``"""

from typing import Any

import pytest
from threadpoolctl import threadpool_info, threadpool_limits

import vizitka
from notation import cases, format_words, parse_words
from observed import words
from vizitka import flow, read
from vizitka.analyse import analyse
from vizitka.flow import loaded
from vizitka.models import Columns, Models
from vizitka.paths import resource
from vizitka.tokenize import tokenize
from vizitka.types import Document

TEXTS = [
    "Министр связи Армении Олег Жданов принял посла Чили в Ереване.",
    "Посол прибыл. Олег Жданов сказал, что министр связи доволен: «Посол Чили знает Армению».",
    "Глава Якутии Айсен Николаев открыл школу № 7 в Мирном.",
    "Директор завода «Заря» Анна Белых и бухгалтер И. П. Ким уволены.",
]
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


def test_words_are_the_same_to_the_last_bit_whatever_documents_are_beside() -> None:
    documents = list(read([*sorted(resource("seeds").glob("releases/*")), *TEXTS]))
    alone = [state for document in documents for state in states([document], loaded())]
    assert states(documents, loaded()) == alone
    assert states(documents[::-1], loaded()) == alone[::-1]


def test_words_are_the_same_after_rare_spellings_were_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    models = loaded()
    monkeypatch.setattr("vizitka.models.REMEMBERED", 40)
    small = models._replace(columns=Columns(*(getattr(models.columns, name) for name in PARTS)))
    for _ in range(5):
        for text in TEXTS:
            states(list(read([text])), small)
    documents = list(read(TEXTS))
    assert max(small.columns.lemmas) > len(small.columns.lemmas)
    assert states(documents, small) == states(documents, models)


def states(documents: list[Document], models: Models) -> list[bytes]:
    """What each document's words are in the encoder."""
    return [run.values.tobytes() for run in analyse(tokenize(documents), models).runs]


def test_matrices_take_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the caller has set, which is set again afterwards."""
    told: list[set[int]] = []

    def spied(*given: Any) -> Any:
        told.append(threads())
        return analyse(*given)

    monkeypatch.setattr(flow, "analyse", spied)
    with threadpool_limits(2):
        before = threads()
        vizitka.run("Выступил президент Чили Габриэль Борич.")
        assert threads() == before
    assert told == [{1}]


def threads() -> set[int]:
    return {library["num_threads"] for library in threadpool_info()}
