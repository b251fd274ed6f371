"""The recognizer: what it learns from gold spans, what a student learns from its teachers, and how well it finds spans."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from .data import CORPORA, Data, Run, batches
from .learn import Course, learn
from .network import Encoder, Recognizer, allowed, halved, likely
from .samples import Sample

WEIGHTS = {"nerel": 1.0, "rured": 0.7, "collection": 0.5, "slavic": 0.4, "factru": 0.7}
SCORED = ("PERSON", "PROFESSION", "ORGANIZATION", "COUNTRY")
FLOOR = 0.003  # likelier spans are scored
BATCH = 1500  # pieces


class Size(NamedTuple):
    """Channels of the encoder, of the span head, dropout."""

    encoder: int = 256
    hidden: int = 160
    dropout: float = 0.35


class Reading(NamedTuple):
    """What teachers say of a document: odds of edges (n, 2), spans, and the odds of their types."""

    edges: Tensor
    first: Tensor
    width: Tensor
    odds: Tensor


class Found(NamedTuple):
    """A span that a network chose: pieces of its document, half-open, type, probability."""

    start: int
    stop: int
    type: str
    confidence: float


def build(data: Data, size: Size) -> Recognizer:
    """A fresh network."""
    return Recognizer(data, Encoder(data, size.encoder, size.dropout), size.encoder, size.hidden, size.dropout)


def train(data: Data, size: Size, course: Course, out: Path) -> Recognizer:
    """A recognizer of its own, from the gold of all corpora."""
    ours = [sample for sample in data.samples if sample.part == "train"]
    return learn(
        lambda: build(data, size),
        course,
        lambda chance: batches(ours, BATCH, chance),
        lambda model, samples: gold_loss(model, data, samples),
        lambda model: measure([model], data),
        out,
    )


def distil(
    data: Data,
    size: Size,
    course: Course,
    texts: list[Sample],
    readings: dict[str, Reading],
    share: float,
    out: Path,
    start: Recognizer | None = None,
) -> Recognizer:
    """A student, from the gold of the corpora that mark as we do, and from what the teachers say of a share of the texts each epoch.

    Where ``start`` is given, the student goes on from its weights.
    """
    gold = [sample for corpus in ("nerel", "rured") for sample in data.of(corpus, "train")]

    def plan(chance: random.Random) -> list[tuple[list[Sample], bool]]:
        some = chance.sample(texts, round(len(texts) * share))
        todo = [(batch, False) for batch in batches(gold, BATCH, chance)] + [(batch, True) for batch in batches(some, BATCH, chance)]
        chance.shuffle(todo)
        return todo

    def loss_of(model: Recognizer, batch: tuple[list[Sample], bool]) -> Tensor:
        samples, soft = batch
        return soft_loss(model, data, samples, [readings[sample.id] for sample in samples]) if soft else gold_loss(model, data, samples)

    def begun() -> Recognizer:
        model = build(data, size)
        model.load_state_dict((start or model).state_dict())
        return model

    return learn(begun, course, plan, loss_of, lambda model: measure([model], data), out)


def gold_loss(model: Recognizer, data: Data, samples: list[Sample]) -> Tensor:
    """Loss of a batch: edges of mentions, and types of gold, likely and some random spans."""
    run = data.run(samples)
    labels = data.labels(run)
    first, width = labels.nonzero(as_tuple=True)
    ends = torch.zeros(len(labels), 2)
    ends[first, 0] = 1
    ends[first + width, 1] = 1
    with halved():
        values = model.encoder(run)
        edges = model.spans.edges(values).float()
        picked = (likely(edges.detach()) > FLOOR) | (torch.rand(labels.shape) < 0.01)
        first, width = fewer((picked & allowed(run.sentences)) | (labels > 0), labels > 0)
        logits = model.spans(values, first, width, run.corpus).float()
    bound = functional.binary_cross_entropy_with_logits(edges, ends, reduction="none").sum(1) @ run.real[:, 0]
    types = functional.cross_entropy(logits, labels[first, width], reduction="sum")
    return WEIGHTS[CORPORA[run.corpus]] * (bound + types) / run.real.sum()


def fewer(picked: Tensor, needed: Tensor) -> tuple[Tensor, Tensor]:
    """First pieces and widths of the picked spans, at most about six a piece."""
    first, width = picked.nonzero(as_tuple=True)
    if len(first) > 6 * len(picked):
        kept = (torch.rand(len(first)) < 6 * len(picked) / len(first)) | needed[first, width]
        return first[kept], width[kept]
    return first, width


def soft_loss(model: Recognizer, data: Data, samples: list[Sample], readings: list[Reading]) -> Tensor:
    """Loss against the teachers' odds."""
    run = data.run(samples)
    edges = torch.zeros(len(run.words), 2)
    for reading, shift in zip(readings, run.shifts, strict=True):
        edges[shift : shift + len(reading.edges)] = reading.edges.float()
    first = torch.cat([reading.first + shift for reading, shift in zip(readings, run.shifts, strict=True)])
    width = torch.cat([reading.width for reading in readings])
    odds = torch.cat([reading.odds for reading in readings]).float()
    with halved():
        values = model.encoder(run)
        said = model.spans.edges(values).float()
        logits = model.spans(values, first, width, run.corpus).float()
    bound = functional.binary_cross_entropy_with_logits(said, edges, reduction="none").sum(1) @ run.real[:, 0]
    return (bound + functional.cross_entropy(logits, odds, reduction="sum")) / run.real.sum()


@torch.inference_mode()
def read(models: list[Recognizer], data: Data, sample: Sample) -> Reading:
    """The networks' mean odds of the spans that their mean edges allow."""
    run: Run = data.run([sample])
    values = [model.encoder(run) for model in models]
    edges = torch.stack([model.spans.edges(value) for model, value in zip(models, values, strict=True)]).mean(0)
    first, width = ((likely(edges) > FLOOR / 2) & allowed(run.sentences)).nonzero(as_tuple=True)
    heads = [model.spans(value, first, width, run.corpus).softmax(1) for model, value in zip(models, values, strict=True)]
    return Reading(edges.sigmoid().half(), first, width, torch.stack(heads).mean(0).half())


def measure(models: list[Recognizer], data: Data, corpus: str = "nerel", part: str = "tune") -> dict[str, float]:
    """Exact F1 of the networks' mean odds on documents set aside: the four types, together, and all types."""
    hits: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for sample in data.of(corpus, part):
        gold, ours = set(sample.spans), {span[:3] for span in decoded(read(models, data, sample), data.types[corpus])}
        for counts, group in ((hits, gold & ours), (sizes, gold), (sizes, ours)):
            for _, _, type_ in group:
                counts.update([type_, "all"] + (["four"] if type_ in SCORED else []))
    return {name: round(200 * hits[name] / max(sizes[name], 1), 1) for name in (*SCORED, "four", "all")}


def decoded(reading: Reading, types: list[str]) -> list[Found]:
    """The likeliest spans that do not cross each other; they may nest."""
    odds = reading.odds.float()
    top, kind = odds.max(1)
    kept: list[Found] = []
    for row in sorted((kind > 0).nonzero()[:, 0].tolist(), key=lambda row: -float(top[row])):
        start, stop = int(reading.first[row]), int(reading.first[row] + reading.width[row]) + 1
        if not any(one.start < start < one.stop < stop or start < one.start < stop < one.stop for one in kept):
            kept.append(Found(start, stop, types[int(kind[row]) - 1], float(top[row])))
    return kept


@torch.inference_mode()
def temperature(model: Recognizer, data: Data) -> float:
    """What the scores are to be divided by, so that the gold types of NEREL's tuning documents are likeliest (Guo et al. 2017)."""
    logits, gold = [], []
    for sample in data.of("nerel", "tune"):
        run = data.run([sample])
        values = model.encoder(run)
        first, width = ((likely(model.spans.edges(values)) > FLOOR) & allowed(run.sentences)).nonzero(as_tuple=True)
        logits.append(model.spans(values, first, width, run.corpus))
        gold.append(data.labels(run)[first, width])
    scores, types = torch.cat(logits), torch.cat(gold)
    return min((heat / 20 for heat in range(14, 50)), key=lambda heat: float(functional.cross_entropy(scores / heat, types)))
