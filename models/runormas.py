"""RuNormAS as phrases in their sentences, by document, in five fixed parts; part 0 is for the last measurement only."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from vizitka.analyse import analyse
from vizitka.flow import loaded
from vizitka.inflection import Phrase
from vizitka.morphology import Grammar
from vizitka.recognize import recognize
from vizitka.seeds import load
from vizitka.tokenize import tokenize
from vizitka.types import Analysis, Document, Mention

PARTS, HELD, TUNED = 5, 0, 1
KINDS = ("person", "organization", "location")
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
    mentions = recognize(analysis, loaded(), load())
    owners = [batch.documents[sentence] for sentence, (first, last) in enumerate(pairwise(batch.sentences)) for _ in range(first, last)]
    for number, (name, text) in enumerate(zip(names, texts, strict=True)):
        words = [index for index, owner in enumerate(owners) if owner == number]
        told = [mention for mention in mentions if batch.documents[mention.sentence] == number]
        marks = (folder / f"{name}.ann").read_text(encoding="utf-8").splitlines()
        bases = (folder / f"{name}.norm").read_text(encoding="utf-8").splitlines()
        yield [_span(analysis, name, words, told, text, mark, base) for mark, base in zip(marks, bases, strict=True)]


def _span(analysis: Analysis, name: str, words: list[int], told: list[Mention], text: str, mark: str, base: str) -> Span:
    batch, grammars = analysis.batch, analysis.grammars
    numbers = [int(each) for each in mark.split()]
    pieces = sorted(zip(numbers[::2], numbers[1::2], strict=True))
    start, stop = pieces[0][0], pieces[-1][1]
    within = [index for index in words if any(batch.starts[index] < last and batch.stops[index] > first for first, last in pieces)]
    spoken = tuple(_cut(batch.spellings[index], batch.starts[index], batch.stops[index], pieces) for index in within)
    first, last = (within[0] - 1, within[-1] + 1) if within else (-1, -1)
    opens, ends = first + 1 in batch.sentences, last in batch.sentences
    left = NOWHERE if not within or opens else (batch.spellings[first], grammars[first])
    right = NOWHERE if not within or ends else (batch.spellings[last], grammars[last])
    phrase = Phrase(spoken, tuple(grammars[index] for index in within), _kind(told, start, stop), left, right)
    return Span(name, start, " ".join(text[first:last] for first, last in pieces), phrase, base, len(pieces) > 1, opens)


def _kind(told: list[Mention], start: int, stop: int) -> str:
    """What the program takes the mention for that overlaps the span best."""
    shared = [(_overlap(each, start, stop), each.kind) for each in told]
    kind = max((each for each in shared if each[0] >= 0.5), default=(0.0, ""))[1]
    return kind if kind in KINDS else "location" if kind in ("country", "nationality") else ""


def _overlap(mention: Mention, start: int, stop: int) -> float:
    """The characters that mention and span share, of all that either has."""
    both = min(mention.stop, stop) - max(mention.start, start)
    return both / (max(mention.stop, stop) - min(mention.start, start))


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
