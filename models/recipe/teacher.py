"""A strong, slow recognizer: the encoder of ``network.py`` that also reads a fine-tuned multilingual-e5-small.

e5's states of a word's pieces are averaged, projected and added to the word's features before the convolutions; of some words the
other features are left out in training, so that e5 has to know them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from .data import Data, Run, batches
from .e5 import E5, Flat, Pieces, opened, wheel
from .learn import Course, learn
from .network import Dropout, Encoder, Recognizer, halved
from .recognizer import Size, gold_loss, measure
from .samples import Sample

WINDOW = 200  # pieces of e5; in training another length each time, so that no place in a window means anything
WINDOWS = (110, 230)
BATCH = 1000


class Window(NamedTuple):
    """Pieces of e5 that are read together, and the word of the run that each belongs to."""

    pieces: list[int]
    words: list[int]


class Deep(Encoder):
    """Words in context, with what e5 knows of them."""

    def __init__(self, data: Data, size: Size, blind: float) -> None:
        super().__init__(data, size.encoder, size.dropout)
        file = opened(wheel())
        self.data, self.cut = data, Pieces(file)
        self.deep = E5(file, self.cut.rows, 0.1)
        self.drop_pieces = Dropout(0.2)
        self.joint = nn.Linear(self.deep.size, size.encoder)
        self.blind = blind

    def plain(self, run: Run) -> Tensor:
        told = super().plain(run)
        if self.training:
            told = told * (torch.rand(len(told), 1) >= self.blind)
        joined: Tensor = told + self.joint(self.drop_pieces(self.states(run)))
        return joined

    def states(self, run: Run) -> Tensor:
        """(n, e5's size) mean states of the words' pieces; zero in gaps."""
        flat = self.flat(run)
        with halved():
            values = self.deep(flat)
        inside = flat.words >= 0
        places, values = flat.words[inside], values.float()[inside]
        total = values.new_zeros(len(run.words), values.shape[1]).index_add(0, places, values)
        number = values.new_zeros(len(run.words), 1).index_add(0, places, values.new_ones(len(places), 1))
        return total / number.clamp(min=1)

    def flat(self, run: Run) -> Flat:
        """The pieces of the run's words in windows of whole sentences."""
        limit = random.randint(*WINDOWS) if self.training else WINDOW
        found = [window for sample, shift in zip(run.samples, run.shifts, strict=True) for window in self.windows(sample, shift, limit)]
        longest = max(len(window.pieces) for window in found)
        return Flat(
            torch.tensor([row for window in found for row in window.pieces]),
            torch.tensor([place for window in found for place in range(len(window.pieces))]),
            torch.tensor([number * longest + place for number, window in enumerate(found) for place in range(len(window.pieces))]),
            torch.tensor([len(window.pieces) for window in found]),
            torch.tensor([word for window in found for word in window.words]),
        )

    def windows(self, sample: Sample, shift: int, limit: int) -> Iterator[Window]:
        """Sentences with their neighbours; only one that is longer than a window is broken."""
        spaced = np.append(True, sample.offsets[1:, 0] > sample.offsets[:-1, 1]).tolist()
        cut = [self.cut(self.data.words[number], space)[:limit] for number, space in zip(sample.numbers.tolist(), spaced, strict=True)]
        room: list[int] = []
        first = 0
        for start, stop in pairwise([*sample.sentences.tolist(), len(cut)]):
            if room and len(room) + sum(map(len, cut[start:stop])) > limit:
                yield self.closed(cut, first, start, shift)
                room, first = [], start
            for word in range(start, stop):
                if room and len(room) + len(cut[word]) > limit:
                    yield self.closed(cut, first, word, shift)
                    room, first = [], word
                room += cut[word]
        if room:
            yield self.closed(cut, first, len(cut), shift)

    def closed(self, cut: list[list[int]], first: int, last: int, shift: int) -> Window:
        """The window of some words, with e5's marks of begin and end."""
        pieces = [row for word in cut[first:last] for row in word]
        words = [number + shift for number in range(first, last) for _ in cut[number]]
        return Window([self.cut.begin, *pieces, self.cut.end], [-1, *words, -1])


def build(data: Data, size: Size, blind: float = 0.15) -> Recognizer:
    """A fresh network around the wheel's e5."""
    return Recognizer(data, Deep(data, size, blind), size.encoder, size.hidden, size.dropout)


def train(data: Data, size: Size, course: Course, out: Path) -> Recognizer:
    """A teacher, from the gold of all corpora."""
    ours = [sample for sample in data.samples if sample.part == "train"]

    def plan(chance: random.Random) -> list[list[Sample]]:
        random.seed(chance.random())
        return batches(ours, BATCH, chance)

    return learn(
        lambda: build(data, size),
        course,
        plan,
        lambda model, samples: gold_loss(model, data, samples),
        lambda model: measure([model], data),
        out,
    )
