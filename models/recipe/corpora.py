"""Readers of the corpora: each gives documents with typed character spans and relations, nothing else."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

DEVSET = "factru-devset"


class Span(NamedTuple):
    """A gold mention: code points of the text, half-open, and the corpus' own type."""

    start: int
    stop: int
    type: str


class Link(NamedTuple):
    """A gold relation between two spans, by their index in the document."""

    type: str
    head: int
    tail: int


class Document(NamedTuple):
    """One annotated text."""

    id: str
    corpus: str
    text: str
    spans: tuple[Span, ...]
    links: tuple[Link, ...] = ()


def read(path: Path) -> str:
    """The text of a file with its line ends as they are."""
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def brat(path: Path, corpus: str, text: str | None = None) -> Document:
    """A brat pair (`.txt`, `.ann`); broken spans are left out, offsets that miss the text too."""
    text = read(path.with_suffix(".txt")) if text is None else text
    spans: list[Span] = []
    index: dict[str, int] = {}
    links: list[tuple[str, str, str]] = []
    for line in read(path).splitlines():
        parts = line.split("\t")
        if line.startswith("T") and ";" not in parts[1]:
            type_, start, stop = parts[1].split()
            if int(start) < int(stop) <= len(text):
                index[parts[0]] = len(spans)
                spans.append(Span(int(start), int(stop), type_))
        elif line.startswith("R"):
            type_, head, tail = parts[1].split()[:3]
            links.append((type_, head.split(":")[1], tail.split(":")[1]))
    kept = tuple(Link(type_, index[head], index[tail]) for type_, head, tail in links if head in index and tail in index)
    return Document(path.stem, corpus, text, tuple(spans), kept)


class Reference(NamedTuple):
    """A mention that an annotator has linked to Wikidata: its id there (``Wikidata:Q30``, ``Wikidata:NULL`` of none) and its label."""

    start: int
    stop: int
    type: str
    surface: str
    identity: str
    label: str


def references(path: Path) -> list[Reference]:
    """The links of a brat file (`.ann`); of broken spans there are none."""
    lines = [line.split("\t") for line in read(path).splitlines()]
    spans = {cells[0]: (*cells[1].split(), cells[2]) for cells in lines if cells[0][0] == "T" and ";" not in cells[1]}
    links = [(*cells[1].split()[1:3], cells[2] if len(cells) > 2 else "") for cells in lines if cells[0][0] == "N"]
    told = [(*spans[mention], identity, label) for mention, identity, label in links if mention in spans]
    return [Reference(int(start), int(stop), type_, *rest) for type_, start, stop, *rest in told]


def nerel(data: Path, part: str) -> Iterator[Document]:
    """NEREL 1.1, part `train` or `dev`: 29 nested types, relations."""
    for path in sorted((data / "nerel" / part).rglob("*.ann")):
        yield brat(path, "nerel")


def rured(data: Path) -> Iterator[Document]:
    """RURED2: NEREL's types by and large, countries with their adjectives."""
    for path in sorted((data / "rured2").glob("*.ann")):
        yield brat(path, "rured")


def collection(data: Path) -> Iterator[Document]:
    """Collection5: five flat types; its offsets count carriage returns."""
    for path in sorted((data / "collection5").glob("*.ann")):
        text = read(path.with_suffix(".txt")).replace("\r\n", "\n").replace("\n", "\r\n")
        yield brat(path, "collection", text)


def slavic(data: Path) -> Iterator[Document]:
    """SlavicNER, four Russian topics: PER, LOC, ORG, PRO, EVT, every mention with offsets."""
    for path in sorted((data / "slavicner-ru").glob("*/annotated/*.tsv")):
        text = read(path.parent.parent / "raw" / (path.stem + ".txt"))
        rows = (line.split("\t") for line in read(path).splitlines() if line.count("\t") >= 4)
        spans = tuple(Span(int(row[0]), int(row[1]), row[4]) for row in rows if row[0].isdigit())
        yield Document(path.stem, "slavic", text, spans)


def factru(data: Path) -> Iterator[Document]:
    """factRuEval devset: persons, organizations and places (objects), and jobs (spans)."""
    for path in sorted((data / DEVSET).glob("*.objects")):
        text = read(path.with_suffix(".txt"))
        pieces = {}
        for line in read(path.with_suffix(".spans")).splitlines():
            row = line.split()
            if len(row) > 4:
                pieces[row[0]] = Span(int(row[2]), int(row[2]) + int(row[3]), row[1])
        spans = [span for span in pieces.values() if span.type == "job"]
        for line in read(path).splitlines():
            row = line.split("#")[0].split()
            parts = [pieces[id_] for id_ in row[2:] if id_ in pieces]
            if parts:
                spans.append(Span(min(part.start for part in parts), max(part.stop for part in parts), row[1]))
        yield Document(path.stem, "factru", text, tuple(spans))
