"""The relation model: who holds which role, and for which organization, country or place, by the recognizer's states."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from tqdm import tqdm

from vizitka.recognize.model import KINDS as KIND_OF
from vizitka.relate.pairs import GROUPS, KINDS, MARKS, ROLE, Laid, Pairs, pairs, tags

from .data import Data, Run
from .learn import Course, learn
from .network import Block, Dropout, Recognizer, halved
from .samples import Sample

NAMES = {**KIND_OF, "GPE": "country", "REGION": "location"}
LIKE = ("FACILITY", "WORK_OF_ART", "PRODUCT", "EVENT", "IDEOLOGY", "GROUP", "FAC")  # what is taken for an organization now and then
SIZE, HIDDEN, DROPOUT = 128, 96, 0.3
REACHES = (1, 2, 4, 1)
TAGS = 3 * len(KINDS)
CERTAIN = 0.4  # odds above which a pair counts as related in the report
SHARES = {"nerel": 1.0, "rured": 0.6}


class Mark(NamedTuple):
    """A mention of a sample: pieces, half-open, number of the kind, number among the sample's spans (-1 for none)."""

    start: int
    stop: int
    kind: int
    number: int


class Scene(NamedTuple):
    """Documents with mentions, ready to be scored: run, marks and states of its places, mentions, pairs, which of them are related."""

    run: Run
    told: Tensor
    mentions: Laid
    pairs: Pairs
    gold: Tensor


class Context(nn.Module):
    """The recognizer's states and the marks of mentions, brought together and passed on to neighbours."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.drop = Dropout(DROPOUT)
        self.enter = nn.Linear(TAGS + width, SIZE)
        self.norm = nn.LayerNorm(SIZE)
        self.blocks = nn.ModuleList(Block(SIZE, reach, 0.2) for reach in REACHES)
        self.last = nn.LayerNorm(SIZE)

    def forward(self, told: Tensor, real: Tensor) -> Tensor:
        values = self.norm(self.enter(torch.cat((told[:, :TAGS], self.drop(told[:, TAGS:])), 1)))
        for block in self.blocks:
            values = block(values, real)
        result: Tensor = self.last(values)
        return result


class Relater(nn.Module):
    """Scores pairs of mentions; each pair sees its rivals."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.encoder = Context(width)
        self.mention = nn.Linear(3 * SIZE, 4 * HIDDEN)
        self.between = nn.Linear(SIZE, HIDDEN)
        self.marks = nn.ModuleList(nn.Embedding(count, HIDDEN) for count in MARKS)
        self.rivals = nn.Linear(3 * HIDDEN, HIDDEN)
        self.out = nn.Linear(HIDDEN, len(GROUPS))
        self.dropout = Dropout(DROPOUT)
        for marks in self.marks:
            nn.init.normal_(marks.weight, std=0.1)

    def forward(self, scene: Scene) -> Tensor:
        """Logit of each pair."""
        values = self.encoder(scene.told, scene.run.real).float()
        first, last = torch.from_numpy(scene.mentions.first), torch.from_numpy(scene.mentions.last)
        head, tail, group, marks = map(torch.from_numpy, scene.pairs)
        inside = summed(values, first, last + 1)
        begin, end, begin_gate, end_gate = self.mention(torch.cat((values[first], values[last], inside), 1)).chunk(4, 1)
        low = torch.minimum(last[head], last[tail]) + 1
        high = torch.maximum(torch.maximum(first[head], first[tail]), low)
        hidden = begin[head] + end[tail] + begin_gate[head] * end_gate[tail] + summed(self.between(values), low, high)
        for place, table in enumerate(self.marks):
            hidden = hidden + table(marks[:, place])
        hidden = self.dropout(functional.relu(hidden))
        rivals = [strongest(hidden, mention * len(GROUPS) + group) for mention in (head, tail)]
        logits = self.out(self.dropout(functional.relu(self.rivals(torch.cat((hidden, *rivals), 1)))))
        result: Tensor = logits.gather(1, group[:, None])[:, 0]
        return result


def summed(values: Tensor, start: Tensor, stop: Tensor) -> Tensor:
    """Means of the places from ``start`` to before ``stop``; zero where there are none."""
    total = functional.pad(values.cumsum(0), (0, 0, 1, 0))
    return (total[stop] - total[start]) / (stop - start).clamp(min=1)[:, None]


def strongest(hidden: Tensor, key: Tensor) -> Tensor:
    """For each row the greatest values among the rows of its key."""
    distinct, place = key.unique(return_inverse=True)
    best = torch.zeros(len(distinct), hidden.shape[1])
    return best.scatter_reduce(0, place[:, None].expand_as(hidden), hidden, "amax")[place]


class Scenes:
    """Makes scenes of samples, with the states of a trained recognizer before and after its convolutions."""

    def __init__(self, data: Data, recognizer: Recognizer) -> None:
        self.data = data
        self.train = [sample for corpus in SHARES for sample in data.of(corpus, "train") if sample.links]
        self.tune = data.of("nerel", "tune")
        self.states = {sample.id: told(data, recognizer, sample) for sample in tqdm([*self.train, *self.tune], desc="states")}
        self.width = len(next(iter(self.states.values()))[0])

    def __call__(self, samples: Sequence[Sample], marks: Sequence[Sequence[Mark]]) -> Scene:
        run = self.data.run(list(samples))
        mentions, index = laid(run, marks)
        values = np.zeros((len(run.words), TAGS + self.width), np.float32)
        values[:, :TAGS] = tags(mentions, len(run.words))
        for sample, shift in zip(samples, run.shifts, strict=True):
            values[shift : shift + len(sample.numbers), TAGS:] = self.states[sample.id]
        found = pairs(mentions, len(run.words))
        return Scene(run, torch.from_numpy(values), mentions, found, truth(samples, index, found))


@torch.inference_mode()
def told(data: Data, recognizer: Recognizer, sample: Sample) -> np.ndarray:
    """The recognizer's states of a sample."""
    run = data.run([sample])
    entered = recognizer.encoder.enters(run)
    both = torch.cat((entered, recognizer.encoder.contextual(entered, run)), 1)
    return both[: len(sample.numbers)].half().numpy()


class Lesson(NamedTuple):
    """Documents and mentions to learn from."""

    samples: list[Sample]
    marks: list[list[Mark]]


def train(scenes: Scenes, course: Course, out: Path) -> Relater:
    """A relation model, from gold mentions that are made noisy two times in three."""

    def plan(chance: random.Random) -> list[Lesson]:
        todo = []
        for corpus in SHARES:
            ours = [sample for sample in scenes.train if sample.corpus == corpus]
            chance.shuffle(ours)
            todo += [ours[place : place + 4] for place in range(0, len(ours), 4)]
        lessons = [Lesson(some, [marked(one) if chance.random() < 0.33 else noisy(one, chance) for one in some]) for some in todo]
        chance.shuffle(lessons)
        return lessons

    def loss_of(model: Relater, lesson: Lesson) -> Tensor | None:
        scene = scenes(lesson.samples, lesson.marks)
        if not len(scene.pairs.head):
            return None
        with halved():
            logits = model(scene).float()
        share = SHARES[lesson.samples[0].corpus]
        return share * functional.binary_cross_entropy_with_logits(logits, scene.gold, reduction="sum") / 40

    return learn(lambda: Relater(scenes.width), course, plan, loss_of, lambda model: measure(model, scenes), out)


@torch.inference_mode()
def measure(model: Relater, scenes: Scenes) -> dict[str, Any]:
    """F1 a kind of relation over gold mentions of NEREL's tuning documents; relations beyond the windows are not counted."""
    hits, sizes = np.zeros(len(GROUPS)), np.zeros(len(GROUPS))
    for sample in scenes.tune:
        scene = scenes([sample], [marked(sample)])
        said = model(scene).sigmoid().numpy() > CERTAIN
        gold = scene.gold.numpy() > 0
        hits += np.bincount(scene.pairs.group, said & gold, len(GROUPS))
        sizes += np.bincount(scene.pairs.group, said.astype(int) + gold, len(GROUPS))
    return {name: round(200 * hits[place] / max(sizes[place], 1), 1) for place, name in enumerate(GROUPS)}


def marked(sample: Sample) -> list[Mark]:
    """Gold mentions of our kinds."""
    return [Mark(start, stop, KINDS.index(NAMES[type_]), number)
            for number, (start, stop, type_) in enumerate(sample.spans) if type_ in NAMES]  # fmt: skip


def noisy(sample: Sample, chance: random.Random) -> list[Mark]:
    """Mentions as a recognizer would find them: some missed, some a piece too short, some that are something else."""
    result = []
    for mark in marked(sample):
        dice, loss = chance.random(), 0.03 if KINDS[mark.kind] == "person" else 0.09
        if dice < loss:
            continue
        if dice < loss + 0.04 and mark.stop - mark.start > 1:
            mark = mark._replace(start=mark.start + 1) if chance.random() < 0.5 else mark._replace(stop=mark.stop - 1)
        result.append(mark)
    organization = KINDS.index("organization")
    return result + [Mark(start, stop, organization, -1) for start, stop, type_ in sample.spans if type_ in LIKE and chance.random() < 0.08]


def laid(run: Run, marks: Sequence[Sequence[Mark]]) -> tuple[Laid, dict[tuple[int, int], int]]:
    """Mentions in the run, and (document, number among its spans) → number in the run."""
    rows: list[tuple[int, int, int, int, int, int]] = []
    lemmas = run.same.tolist()
    index: dict[tuple[int, int], int] = {}
    ordinal = 0
    for place, (sample, shift, ours) in enumerate(zip(run.samples, run.shifts, marks, strict=True)):
        for mark in sorted(ours):
            sentence = int(np.searchsorted(sample.sentences, mark.start, "right")) - 1 + ordinal
            index[place, mark.number] = len(rows)
            first, last = shift + mark.start, shift + mark.stop - 1
            rows.append((first, last, mark.kind, sentence, place, lemmas[first if mark.kind == ROLE else last]))
        ordinal += len(sample.sentences)
    return Laid(*np.ascontiguousarray(np.array(rows, np.int64).reshape(-1, 6).T)), index


def truth(samples: Sequence[Sample], index: dict[tuple[int, int], int], found: Pairs) -> Tensor:
    """One for each pair that the corpus relates."""
    gold = {
        (index.get((place, head)), index.get((place, tail)))
        for place, sample in enumerate(samples)
        for type_, head, tail in sample.links
        if type_ in ("WORKS_AS", "WORKPLACE")
    }
    return torch.tensor([float(pair in gold) for pair in zip(found.head.tolist(), found.tail.tolist(), strict=True)])
