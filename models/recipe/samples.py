"""From texts to arrays: the pieces of the program's own tokenizer, slovnet's states, gold spans and links by numbers of pieces."""

from __future__ import annotations

import pickle
import random
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import numpy as np
from slovnet.shape import word_shape
from tqdm import tqdm

from vizitka import analyse, seeds, tagger
from vizitka.spellings import spellings
from vizitka.tokenize import tokenize
from vizitka.types import Document as Text
from vizitka.types import Floats, Ints, Pieces

from . import corpora
from .corpora import Document, Span

HELD = 60  # documents of NEREL and of RURED2 that nothing is trained on: NEREL's choose bounds and epochs, RURED2's nothing
WORN = 0.15  # share of NEREL's training documents that are also read without quotation marks, ё and typographic dashes
WEAR = str.maketrans({"ё": "е", "Ё": "Е", "—": "-", "–": "-"})
QUOTES = re.compile('[«»“”„"]')


class Sample(NamedTuple):
    """A document as numbers.

    ``numbers``: spelling of each piece; ``offsets``: its characters (pieces × 2); ``sentences``: where each sentence begins;
    ``spans`` (first, last, type) and ``links`` (type, span, span) over pieces; ``states``: slovnet's (pieces × 264).
    """

    id: str
    corpus: str
    part: str
    offsets: Ints
    numbers: np.ndarray
    sentences: Ints
    spans: list[tuple[int, int, str]]
    links: list[tuple[str, int, int]]
    states: np.ndarray


class Sampler:
    """Turns documents into samples over one list of spellings."""

    def __init__(self) -> None:
        self.vectors, self.morphology, self.names = tagger.load()
        self.index: dict[str, int] = {}

    def __call__(self, documents: Iterable[Document], part: Callable[[Document], str]) -> list[Sample]:
        return [sample for document in tqdm(list(documents), unit="doc") if (sample := self.one(document, part(document)))]

    def one(self, document: Document, part: str) -> Sample | None:
        """A document as a sample, nothing where it has no words."""
        pieces = tokenize([Text("", document.id, document.text)]).pieces
        if not pieces.spellings:
            return None
        spans, links = placed(document, pieces)
        numbers = np.array([self.index.setdefault(word, len(self.index)) for word in pieces.spellings])
        offsets = np.array([pieces.starts, pieces.stops], np.int32).T
        starts = np.array(pieces.sentences[:-1], np.int32)
        return Sample(document.id, document.corpus, part, offsets, numbers, starts, spans, links, self.states(pieces))

    def states(self, pieces: Pieces) -> np.ndarray:
        """What slovnet's taggers know of each piece, as the program computes it."""
        words, rows = np.unique(pieces.spellings, return_inverse=True)
        shapes, vectors = [word_shape(word) for word in words.tolist()], self.vectors(words.tolist())
        first = [np.concatenate((np.zeros((1, 1), np.float32).repeat(table.shape[1], 1), table))
                 for table in (one.first(shapes, vectors) for one in (self.names, self.morphology))]  # fmt: skip
        columns = SimpleNamespace(first_names=first[0], first_morphology=first[1])
        taggers: Any = SimpleNamespace(names=self.names, morphology=self.morphology, columns=columns)
        context, _ = analyse.tagged((rows + 1).astype(np.int32), np.diff(np.array(pieces.sentences)), taggers)
        return context.astype(np.float16)

    def table(self) -> dict[str, Any]:
        """What the networks read of each spelling by itself, in the order of their numbers."""
        words = list(self.index)
        found = spellings(words, seeds.load())
        return {
            "words": words,
            "lemmas": found.lemmas,
            "shapes": found.shapes,
            "marks": found.marks.astype(np.float16),
            "letters": found.letters.astype(np.int16),
            "forms": half(self.vectors, words),
            "bases": half(self.vectors, found.lemmas),
        }


def half(vectors: Callable[[Sequence[str]], Floats], words: list[str]) -> np.ndarray:
    """Word vectors in half precision, some thousand words at a time."""
    return np.concatenate([vectors(words[start : start + 5000]).astype(np.float16) for start in range(0, len(words), 5000)])


def placed(document: Document, pieces: Pieces) -> tuple[list[tuple[int, int, str]], list[tuple[str, int, int]]]:
    """Gold spans and links over pieces; what begins or ends inside a piece is left out."""
    first = {start: place for place, start in enumerate(pieces.starts)}
    last = {stop: place + 1 for place, stop in enumerate(pieces.stops)}
    kept: dict[int, int] = {}
    spans = []
    for number, span in enumerate(document.spans):
        if span.start in first and span.stop in last and first[span.start] < last[span.stop]:
            kept[number] = len(spans)
            spans.append((first[span.start], last[span.stop], span.type))
    links = [(link.type, kept[link.head], kept[link.tail]) for link in document.links if link.head in kept and link.tail in kept]
    return spans, links


def worn(document: Document) -> Document:
    """The document as a careless typist has it: no quotation marks, е for ё, hyphens for dashes.

    >>> worn(Document("1", "nerel", "ООО «Ёлка»", (Span(0, 10, "ORGANIZATION"), Span(5, 9, "X")))).spans
    (Span(start=0, stop=8, type='ORGANIZATION'), Span(start=4, stop=8, type='X'))
    """
    gone = np.cumsum([0] + [bool(QUOTES.match(letter)) for letter in document.text])
    spans = tuple(Span(span.start - int(gone[span.start]), span.stop - int(gone[span.stop]), span.type) for span in document.spans)
    return document._replace(id=document.id + "-worn", text=QUOTES.sub("", document.text).translate(WEAR), spans=spans)


def held(documents: list[Document]) -> set[str]:
    """A fixed random choice of documents to set aside."""
    return set(random.Random(7).sample(sorted(document.id for document in documents), HELD))


def gold(data: Path, out: Path) -> None:
    """All corpora as samples, with the table of their spellings."""
    nerel, rured = list(corpora.nerel(data, "train")), list(corpora.rured(data))
    aside = {"nerel": held(nerel), "rured": held(rured)}
    chance = random.Random(5)
    extra = [worn(document) for document in nerel if document.id not in aside["nerel"] and chance.random() < WORN]
    sampler = Sampler()
    found = []
    for documents in (nerel, extra, rured, list(corpora.collection(data)), list(corpora.slavic(data)), list(corpora.factru(data))):
        found += sampler(documents, lambda document: "tune" if document.id in aside.get(document.corpus, set()) else "train")
    write(out, {"samples": [tuple(sample) for sample in found], **sampler.table()})


def write(out: Path, value: Any) -> None:
    """A pickle, whole or not at all."""
    part = out.with_suffix(".part")
    with open(part, "wb") as file:
        pickle.dump(value, file, protocol=5)
    part.rename(out)
