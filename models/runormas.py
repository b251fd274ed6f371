"""RuNormAS as phrases in their sentences, by document, in five fixed parts; part 0 is for the last measurement only."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from vizitka.analyse import analyse
from vizitka.flow import loaded
from vizitka.inflection import Phrase
from vizitka.morphology import Grammar
from vizitka.tokenize import tokenize
from vizitka.types import Document

PARTS, HELD, TUNED = 5, 0, 1
KINDS = {"PER": "person", "ORG": "organization", "LOC": "location"}
NOWHERE = ("", Grammar())


class Span(NamedTuple):
    """A named entity: what is written, its words in their sentence, and the base form that the corpus gives."""

    document: str
    start: int
    surface: str
    phrase: Phrase
    base: str
    broken: bool
    opens: bool


def part(document: str) -> int:
    """The part of a document, by the hash of its name.

    >>> part("1000205") == part("1000205")
    True
    """
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % PARTS


def read(folder: Path, parts: frozenset[int]) -> Iterator[list[Span]]:
    """The spans of each document of some parts."""
    names = sorted(path.stem for path in folder.glob("*.txt") if part(path.stem) in parts)
    for first in range(0, len(names), 32):
        yield from _read(folder, names[first : first + 32])


def _read(folder: Path, names: list[str]) -> Iterator[list[Span]]:
    texts = [(folder / f"{name}.txt").read_text(encoding="utf-8") for name in names]
    analysis = analyse(tokenize([Document(name, name, text) for name, text in zip(names, texts, strict=True)]), loaded())
    batch = analysis.batch
    document_of = [batch.documents[sentence] for sentence in range(len(batch.documents)) for _ in
                   range(batch.sentences[sentence], batch.sentences[sentence + 1])]  # fmt: skip
    opening = set(batch.sentences)
    for number, (name, text) in enumerate(zip(names, texts, strict=True)):
        own = [index for index, document in enumerate(document_of) if document == number]
        marks = (folder / f"{name}.ann").read_text(encoding="utf-8").splitlines()
        bases = (folder / f"{name}.norm").read_text(encoding="utf-8").splitlines()
        spans = []
        for mark, base in zip(marks, bases, strict=True):
            numbers = [int(each) for each in mark.split()]
            pieces = sorted(zip(numbers[::2], numbers[1::2], strict=True))
            within = [index for index in own if any(batch.starts[index] < stop and batch.stops[index] > start for start, stop in pieces)]
            surface = " ".join(text[start:stop] for start, stop in pieces)
            spans.append(_span(analysis, name, within, pieces, surface, base, opening))
        yield spans


def _span(
    analysis: object, name: str, within: list[int], pieces: list[tuple[int, int]], surface: str, base: str, opening: set[int]
) -> Span:
    batch, grammars, labels = analysis.batch, analysis.grammars, analysis.labels
    words = tuple(_cut(batch.spellings[index], batch.starts[index], batch.stops[index], pieces) for index in within)
    said = tuple(grammars[index] for index in within)
    heard = [labels[index][2:] for index in within if labels[index] != "O"]
    kind = KINDS[max(sorted(set(heard)), key=heard.count)] if heard else ""
    first, last = (within[0], within[-1]) if within else (0, 0)
    left = (batch.spellings[first - 1], grammars[first - 1]) if within and first not in opening else NOWHERE
    right = (batch.spellings[last + 1], grammars[last + 1]) if within and last + 1 not in opening else NOWHERE
    return Span(name, pieces[0][0], surface, Phrase(words, said, kind, left, right), base, len(pieces) > 1, first in opening)


def _cut(word: str, start: int, stop: int, pieces: list[tuple[int, int]]) -> str:
    """A word that a span's end goes through («школе№15»)."""
    if len(word) != stop - start:
        return word
    inside = [(max(start, first), min(stop, last)) for first, last in pieces if first < stop and last > start]
    first, last = min(each[0] for each in inside), max(each[1] for each in inside)
    return word[first - start : last - start]


def targets(span: Span) -> list[str] | None:
    """The base form of each word, None where the words do not answer one another."""
    found = re.findall(r"[\w]+(?:[-’'][\w]+)*|[^\w\s]", span.base)
    joined = [re.findall(r"[\w]+(?:[-’'][\w]+)*|[^\w\s]", word) for word in span.phrase.words]
    if sum(map(len, joined)) != len(found):
        return None
    out, place = [], 0
    for pieces in joined:
        out.append("".join(found[place : place + len(pieces)]))
        place += len(pieces)
    return out
