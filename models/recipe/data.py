"""Samples as the networks read them: tables of spellings, and documents side by side as one run of places."""

from __future__ import annotations

import pickle
import random
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor

from .samples import Sample

CORPORA = ("nerel", "rured", "collection", "slavic", "factru")  # each with an embedding and a head; NEREL's are shipped
SHARES = {"nerel": 1.0, "rured": 0.8, "collection": 0.35, "slavic": 0.25, "factru": 0.7}
WIDEST = 14  # pieces of the longest mention
STATES = 264
GAP = 8  # places between two documents: as far as the encoder's longest reach


class Tables(NamedTuple):
    """Features of distinct spellings, a row a spelling."""

    form: Tensor
    base: Tensor
    lemma: Tensor
    shape: Tensor
    marks: Tensor
    letters: Tensor


class Run(NamedTuple):
    """Documents of one corpus as one run of places with gaps between them.

    ``words``: rows of the tables (n); ``real``: one for a piece, zero in gaps (n × 1); ``states``: slovnet's, standardized; ``edges``:
    first, last piece of its sentence (n × 2); ``sentences``: number of the sentence, -1 in gaps; ``same``: number of the lemma in its
    document; ``samples`` and ``shifts``: the documents and where each begins.
    """

    tables: Tables
    words: Tensor
    real: Tensor
    states: Tensor
    edges: Tensor
    sentences: Tensor
    same: Tensor
    corpus: int
    samples: list[Sample]
    shifts: list[int]


class Data:
    """The samples of all corpora, and what makes runs of them."""

    def __init__(self, path: Path) -> None:
        with open(path, "rb") as file:
            found: dict[str, Any] = pickle.load(file)
        self.samples = [Sample(*row) for row in found["samples"]]
        seen = np.concatenate([sample.numbers for sample in self.samples if sample.part == "train"])
        counts = Counter(found["lemmas"][number] for number in seen.tolist())
        self.lemmas = numbered({lemma for lemma, count in counts.items() if count > 1})
        self.shapes = numbered(set(found["shapes"]))
        self.types = {corpus: sorted({span[2] for sample in self.of(corpus) for span in sample.spans}) for corpus in CORPORA}
        self.words: list[str] = []
        self.tables = Tables(*(torch.zeros(0) for _ in Tables._fields))
        self.group = np.zeros(0, np.int64)
        self.groups: dict[str, int] = {}
        self.add(found)
        states = np.concatenate([sample.states for sample in self.samples if sample.part == "train"][:900]).astype(np.float32)
        self.mean, self.std = states.mean(0), states.std(0) + 1e-3

    def of(self, corpus: str, part: str = "") -> list[Sample]:
        """The samples of a corpus, or of a part of it."""
        return [sample for sample in self.samples if sample.corpus == corpus and part in ("", sample.part)]

    def add(self, found: dict[str, Any]) -> int:
        """Takes the table of a file's spellings in; gives the number of its first."""
        new = Tables(
            torch.from_numpy(found["forms"]),
            torch.from_numpy(found["bases"]),
            torch.tensor([self.lemmas.get(lemma, 0) for lemma in found["lemmas"]]),
            torch.tensor([self.shapes.get(shape, 0) for shape in found["shapes"]]),
            torch.from_numpy(found["marks"]),
            torch.from_numpy(found["letters"]),
        )
        begin = len(self.words)
        self.tables = Tables(*(torch.cat((old, more)) for old, more in zip(self.tables, new, strict=True))) if begin else new
        group = [self.groups.setdefault(lemma, len(self.groups)) for lemma in found["lemmas"]]
        self.group = np.concatenate((self.group, np.array(group)))
        self.words += found["words"]
        return begin

    def joined(self, path: Path) -> list[Sample]:
        """The samples of another file, over the tables, which grow by its spellings."""
        with open(path, "rb") as file:
            found = pickle.load(file)
        begin = self.add(found)
        loaded = [Sample(*row) for row in found["samples"]]
        return [sample._replace(numbers=sample.numbers + begin) for sample in loaded]

    def run(self, samples: list[Sample]) -> Run:
        """Documents side by side."""
        sizes = [len(sample.numbers) + GAP for sample in samples]
        shifts = np.cumsum([0, *sizes]).tolist()
        size = shifts.pop()
        numbers = np.full(size, samples[0].numbers[0])
        real, edges = np.zeros((size, 1), np.float32), np.zeros((size, 2), np.float32)
        states = np.zeros((size, STATES), np.float32)
        sentences, same = np.full(size, -1), np.full(size, -1)
        ordinal = 0
        for place, (sample, at) in enumerate(zip(samples, shifts, strict=True)):
            n = len(sample.numbers)
            stops = np.append(sample.sentences[1:], n)
            numbers[at : at + n], real[at : at + n] = sample.numbers, 1
            states[at : at + n] = (sample.states - self.mean) / self.std
            edges[at + sample.sentences, 0] = 1
            edges[at + stops - 1, 1] = 1
            sentences[at : at + n] = np.repeat(np.arange(len(stops)), stops - sample.sentences) + ordinal
            same[at : at + n] = self.group[sample.numbers] + place * len(self.groups)
            ordinal += len(stops)
        rows, words = np.unique(numbers, return_inverse=True)
        lemmas = np.unique(same, return_inverse=True)[1]
        tensors = map(torch.from_numpy, (words, real, states, edges, sentences, lemmas))
        return Run(self.rows(torch.from_numpy(rows)), *tensors, CORPORA.index(samples[0].corpus), samples, shifts)

    def rows(self, rows: Tensor) -> Tables:
        """Features of some spellings."""
        form, base, lemma, shape, marks, letters = (table[rows] for table in self.tables)
        return Tables(form.float(), base.float(), lemma, shape, marks.float(), letters.int())

    def labels(self, run: Run) -> Tensor:
        """(n, WIDEST) the number of the gold type at first place and width, zero for none."""
        types = self.types[CORPORA[run.corpus]]
        result = torch.zeros(len(run.words), WIDEST, dtype=torch.long)
        for sample, shift in zip(run.samples, run.shifts, strict=True):
            for start, stop, type_ in sample.spans:
                if stop - start <= WIDEST:
                    result[shift + start, stop - start - 1] = types.index(type_) + 1
        return result


def numbered(names: set[str]) -> dict[str, int]:
    """Numbers from one on, in the order of the alphabet; zero is for the unknown."""
    return {name: number for number, name in enumerate(sorted(names), start=1)}


def batches(samples: list[Sample], words: int, chance: random.Random) -> list[list[Sample]]:
    """Whole documents of one corpus a batch, about ``words`` pieces in each; corpora by their shares, another part each time."""
    result: list[list[Sample]] = []
    for corpus in CORPORA:
        ours = [sample for sample in samples if sample.corpus == corpus]
        batch: list[Sample] = []
        for sample in chance.sample(ours, round(len(ours) * SHARES[corpus])):
            if batch and sum(len(one.numbers) for one in batch) + len(sample.numbers) / 2 > words:
                result.append(batch)
                batch = []
            batch.append(sample)
        result += [batch] if batch else []
    chance.shuffle(result)
    return result
