"""Cases as text: one line a case, in ``cases/<stage>/<origin>.txt``; a parser and a formatter for the notation of each stage.

Origins: ``made`` was invented, ``wild`` was met in real press and reworded, ``not`` must find nothing, ``known`` fails today (strict
xfail). Lines that begin with ``#`` and empty lines do not count. ``\\n`` and ``\\u00ad`` stand for what cannot be seen in a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

CASES = Path(__file__).parent / "cases"
ORIGINS = ("made", "wild", "not", "known")
ESCAPE = re.compile(r"\\(n|r|t|u[0-9a-f]{4})")
LETTERS = {"n": "\n", "r": "\r", "t": "\t"}
HIDDEN = re.compile("[\\n\\r\\t\u00a0\u00ad\u0301\u200b\u202f\ufeff]")
BASE = re.compile(r"(.*?)(?: \(([A-Z]{2}|)\))?(?: ~ (.*))?")
TAGGED = re.compile(r"([^\s:]+):([A-Z]{4})(?:\.([a-z]{4}))?")
ARROW, NEXT, SAME, OTHER, AFTER = " => ", " ;; ", " = ", " ; ", " ## "


class Span(NamedTuple):
    """Characters of a text and what they are: a kind of mention, or the spelling to analyse."""

    start: int
    stop: int
    label: str


class Marked(NamedTuple):
    """A text and spans in it, the outer before the inner."""

    text: str
    spans: tuple[Span, ...]


class Split(NamedTuple):
    """A text, where its sentences start, and the words whose spelling is not what stands there."""

    text: str
    starts: tuple[int, ...]
    words: tuple[Span, ...]


class Word(NamedTuple):
    """A word and what it is expected to be; ``case`` is "" where it has none."""

    text: str
    pos: str
    case: str


class Held(NamedTuple):
    """Who holds what. ``country`` is a code, with the host's behind ``>`` («TJ>RU»)."""

    person: str
    role: str = ""
    organization: str = ""
    country: str = ""
    status: str = ""


class Base(NamedTuple):
    """The base form of a mention; its country's code and the name of its entity where they are told (else None)."""

    normal: str
    code: str | None = None
    entity: str | None = None


class Named(NamedTuple):
    """A text with marked surfaces, and the base form of each."""

    marked: Marked
    bases: tuple[Base, ...]


class Clusters(NamedTuple):
    """Texts, and the surfaces that name one thing together; ``surface@2`` stands in the second text."""

    texts: tuple[str, ...]
    groups: frozenset[frozenset[str]]


def lines(stage: str) -> Iterator[tuple[str, int, str]]:
    """Origin, line number and line of each case of a stage."""
    for origin in ORIGINS:
        path = CASES / stage / f"{origin}.txt"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines() if path.exists() else (), start=1):
            if line and not line.startswith("#"):
                yield origin, number, line


def cases(stage: str) -> list[object]:
    """The cases of a stage as pytest's parameters, known failures marked."""
    known = pytest.mark.xfail(strict=True, reason="known failure")
    return [
        pytest.param(line, id=f"{origin}-{number}", marks=[known] if origin == "known" else []) for origin, number, line in lines(stage)
    ]


def unescape(line: str) -> str:
    r"""
    >>> unescape(r"Рос-\nсийской")
    'Рос-\nсийской'
    """
    return ESCAPE.sub(lambda found: LETTERS.get(found[1]) or chr(int(found[1][1:], 16)), line)


def escape(text: str) -> str:
    r"""
    >>> escape("Рос-\nсийской")
    'Рос-\\nсийской'
    """
    names = {letter: f"\\{name}" for name, letter in LETTERS.items()}
    return HIDDEN.sub(lambda found: names.get(found[0], f"\\u{ord(found[0]):04x}"), text)


def parse_marked(line: str) -> Marked:
    """``[посол [Чили|country]|role] прибыл`` as a text with spans."""
    text, spans, opened = "", [], list[int]()
    for piece in re.split(r"(\[|\|[^\[\]|]*\])", unescape(line)):
        if piece == "[":
            opened.append(len(text))
        elif piece.startswith("|"):
            spans.append(Span(opened.pop(), len(text), piece[1:-1]))
        else:
            text += piece
    assert not opened, f"a bracket is left open: {line}"
    return Marked(text, outer_first(spans))


def outer_first(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(spans, key=lambda span: (span.start, -span.stop, span.label)))


def format_marked(marked: Marked) -> str:
    """The inverse of ``parse_marked``; spans of one place must not cross."""
    marks = [(span.start, 1, -span.stop, order, "[") for order, span in enumerate(marked.spans)]
    marks += [(span.stop, 0, -span.start, -order, f"|{span.label}]") for order, span in enumerate(marked.spans)]
    out, done = "", 0
    for place, *_, mark in sorted(marks):
        out += marked.text[done:place] + mark
        done = place
    return escape(out + marked.text[done:])


def parse_split(line: str) -> Split:
    """``Он прибыл. ‖В Рим.`` as a text with the starts of its sentences (the first one is not written); ``[МИНИСТР|министр]``."""
    marked = parse_marked(line)
    seams = [found.start() for found in re.finditer("‖", marked.text)]
    starts = tuple(seam - order for order, seam in enumerate(seams))
    words = (Span(_without(seams, span.start), _without(seams, span.stop), span.label) for span in marked.spans)
    return Split(marked.text.replace("‖", ""), starts, outer_first(words))


def _without(seams: list[int], place: int) -> int:
    return place - sum(seam < place for seam in seams)


def format_split(split: Split) -> str:
    places = [0, *split.starts, len(split.text)]
    parts = []
    for start, stop in pairwise(places):
        words = (Span(word.start - start, word.stop - start, word.label) for word in split.words if start <= word.start < stop)
        parts.append(format_marked(Marked(split.text[start:stop], tuple(words))))
    return "‖".join(parts)


def parse_words(line: str) -> tuple[str, tuple[Word, ...]]:
    """``Посол:NOUN.nomn прибыл:VERB.`` as the text and the expected words."""
    words = (Word(found[1], found[2], found[3] or "") for found in TAGGED.finditer(line))
    return unescape(TAGGED.sub(r"\1", line)), tuple(words)


def format_words(text: str, words: Iterable[Word]) -> str:
    """The inverse of ``parse_words``; the words come in the order of the text."""
    out, done = "", 0
    for word in words:
        found = re.compile(rf"(?<!\w){re.escape(word.text)}(?!\w)").search(text, done)
        assert found, f"{word.text} is not in: {text}"
        out += f"{text[done : found.end()]}:{word.pos}" + (f".{word.case}" if word.case else "")
        done = found.end()
    return escape(out + text[done:])


def parse_held(line: str) -> tuple[str, frozenset[Held]]:
    """``text => person | role | organization | country | status ;; …``; ``text => -`` for nobody."""
    text, _, rows = line.partition(ARROW)
    held = (Held(*(cell.strip() for cell in row.split("|"))) for row in rows.split(NEXT) if row != "-")
    return unescape(text), frozenset(held)


def format_held(text: str, held: Iterable[Held]) -> str:
    rows = sorted(" | ".join(row).rstrip(" |") for row in held)
    return escape(text) + ARROW + (NEXT.join(rows) or "-")


def parse_named(line: str) -> Named:
    """``Из [США|country] прибыл [Хуаном Росасом|person] => США (US) ~ Соединённые Штаты ;; Хуан Росас``; ``()`` for no code."""
    marked, _, bases = line.partition(ARROW)
    return Named(parse_marked(marked), tuple(_base(base) for base in bases.split(NEXT)))


def _base(base: str) -> Base:
    found = BASE.fullmatch(base)
    assert found
    return Base(found[1], found[2], found[3])


def format_named(named: Named) -> str:
    bases = (
        normal + ("" if code is None else f" ({code})") + ("" if entity is None else f" ~ {entity}") for normal, code, entity in named.bases
    )
    return format_marked(named.marked) + ARROW + NEXT.join(bases)


def parse_clusters(line: str) -> Clusters:
    """``text ## text => A = B ; C``."""
    texts, _, groups = line.partition(ARROW)
    found = (frozenset(group.split(SAME)) for group in groups.split(OTHER))
    return Clusters(tuple(unescape(text) for text in texts.split(AFTER)), frozenset(found))


def format_clusters(clusters: Clusters) -> str:
    groups = sorted(SAME.join(sorted(group)) for group in clusters.groups)
    return AFTER.join(escape(text) for text in clusters.texts) + ARROW + OTHER.join(groups)
