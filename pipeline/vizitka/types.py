"""What the stages hand on: documents, columns of a batch, small records, tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from .morphology import Grammar
from .save import save

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]
Sums = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Row = dict[str, Any]
Kind = Literal["person", "role", "organization", "country", "nationality", "location"]


class Document(NamedTuple):
    """One input: its text, or why there is none. ``published_at`` is ISO 8601 or empty; ``date_source`` where it is from."""

    document_id: str
    source: str
    text: str = ""
    title: str = ""
    published_at: str = ""
    language: str = ""
    encoding: str = ""
    status: str = "ok"
    error: str = ""
    characters: int = 0
    date_source: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """The words of some documents, one column a property.

    ``spellings`` are the words to analyse (broken words joined, capitals set right); ``starts`` and ``stops`` point into
    the document's own text. ``sentences`` holds where each sentence begins, and the number of words last;
    ``documents`` the document of each sentence; ``places`` the number of the sentence in its document. ``pieces`` are the words
    of the networks: runs of letters or digits, and single signs; each lies in one word, and ``piece_of`` holds where each word
    begins in them, and their number last.
    """

    texts: Sequence[Document]
    spellings: list[str]
    starts: list[int]
    stops: list[int]
    sentences: list[int]
    documents: list[int]
    places: list[int]
    pieces: Pieces
    piece_of: list[int]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Runs of letters or digits and single signs, one column a property: spelling, characters of the document, word of the batch.

    ``sentences`` holds where each sentence begins, and the number of pieces last.

    «вице-премьер» is one word and three pieces: a mention may begin or end inside a word («российско-китайский»).
    """

    spellings: list[str]
    starts: list[int]
    stops: list[int]
    words: list[int]
    sentences: list[int]


@dataclass(frozen=True, slots=True)
class Analysis:
    """A batch and what its words are: grammar by the morphology tagger; and the states of the recognizer, a run of documents each."""

    batch: Batch
    grammars: list[Grammar]
    proper: list[bool]
    runs: list[Encoded]


class Encoded(NamedTuple):
    """A document of a batch, or a part of a long one, as the recognizer's encoder saw it.

    ``start``: the batch's number of its first piece; ``sentences``: the batch's number of each piece's sentence; ``lemmas``: each piece's
    lemma, by numbers of its own; ``entered`` and ``values``: (pieces × size) before and after the convolutions.
    """

    start: int
    sentences: Ints
    lemmas: Ints
    entered: Floats
    values: Floats


class Mention(NamedTuple):
    """Words ``first:last`` of a batch that name something, and the characters ``start:stop`` of its document."""

    sentence: int
    first: int
    last: int
    start: int
    stop: int
    kind: Kind
    method: str
    confidence: float


class Quoted(NamedTuple):
    """Words and the quotation, or the name in Latin letters, behind them: its surface with each of them before it, the words, their
    grammar, and whether the first of them opens its sentence."""

    surfaces: tuple[str, ...]
    words: tuple[str, ...]
    grammars: tuple[Grammar, ...]
    opens: bool = False

    def behind(self, place: int) -> Quoted:
        """Without the words before a place."""
        return Quoted(self.surfaces[place:], self.words[place:], self.grammars[place:], self.opens and not place)


def is_whole(batch: Batch, mention: Mention) -> bool:
    """Does a mention begin and end where words do?"""
    return batch.starts[mention.first] == mention.start and batch.stops[mention.last - 1] == mention.stop


class Occupancy(NamedTuple):
    """A statement that a person holds a role; the numbers count the batch's mentions, -1 means none."""

    person: int
    role: int = -1
    organization: int = -1
    country: int = -1
    host: int = -1
    place: int = -1
    status: str = "current"
    method: str = "rule"
    confidence: float = 1.0


class Tables(NamedTuple):
    """The five tables of the contract."""

    documents: pd.DataFrame
    mentions: pd.DataFrame
    occupancies: pd.DataFrame
    entities: pd.DataFrame
    cards: pd.DataFrame

    def save(self, folder: str | PathLike[str], format: str = "csv", delimiter: str = ",") -> list[Path]:
        """Write the tables into a folder, each file whole or not at all; see ``vizitka.save.save``."""
        return save(self._asdict(), folder, format, delimiter)


def rows(table: pd.DataFrame) -> list[Row]:
    """The rows of a table as dictionaries."""
    columns = list(table.columns)
    return [dict(zip(columns, values, strict=True)) for values in zip(*(table[column].tolist() for column in columns), strict=True)]
