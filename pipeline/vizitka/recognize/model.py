"""The trained span head: which runs of pieces name something, and what; they nest and never cross."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from ..encoder import Encoder, sigmoid
from ..types import Analysis, Encoded, Floats, Ints, Kind

FLOOR = 0.02
POSSIBLE = 0.03
SURE = 0.5
KINDS: dict[str, Kind] = {
    "PERSON": "person", "PROFESSION": "role", "ORGANIZATION": "organization", "COUNTRY": "country", "NATIONALITY": "nationality",
    "CITY": "location", "STATE_OR_PROVINCE": "location", "DISTRICT": "location", "LOCATION": "location",
}  # fmt: skip


class Found(NamedTuple):
    """Pieces ``first:last`` of the batch that name something by the network; ``sure`` where nothing else is likelier there."""

    sentence: int
    first: int
    last: int
    kind: Kind
    confidence: float
    sure: bool

    def crosses(self, other: Found) -> bool:
        """Do both stand in the same place, or does either begin inside the other and end outside of it?"""
        one, two = sorted(((self.first, self.last), (other.first, other.last)))
        return one == two or one[0] < two[0] < one[1] < two[1]


def words_of(analysis: Analysis, one: Found) -> tuple[int, int]:
    """The words ``first:last`` of the batch in which a mention begins and ends."""
    of = analysis.batch.pieces.words
    return of[one.first], of[one.last - 1] + 1


def found(run: Encoded, recognizer: Encoder) -> Iterator[Found]:
    """The mentions of a run, the likeliest first; then those that it holds possible, with a confidence under a half or crossing others."""
    types: list[str] = recognizer.weights.facts["types"]
    first, width = candidates(run, recognizer.at)
    odds = shares(scores(run.values, first, width, recognizer.at))
    wanted = np.array([name in KINDS for name in types])
    best = odds[:, 1:].argmax(axis=1)
    share = odds[np.arange(len(odds)), best + 1]
    rows = np.flatnonzero((share >= POSSIBLE) & wanted[best] | (share > SURE))
    rows = rows[np.argsort(-share[rows], kind="stable")]
    columns = (run.sentences[first[rows]], first[rows] + run.start, width[rows] + 1, best[rows], share[rows], share[rows] > SURE)
    kept: dict[int, list[tuple[int, int]]] = {}
    for sentence, start, length, number, confidence, sure in zip(*(column.tolist() for column in columns), strict=True):
        others = kept.setdefault(sentence, [])
        stop = start + length
        sure = sure and not any(one < start < other < stop or start < one < stop < other for one, other in others)
        if sure:
            others.append((start, stop))
        if types[number] in KINDS:
            yield Found(sentence, start, stop, KINDS[types[number]], confidence, sure)


def candidates(run: Encoded, at: dict[str, Floats]) -> tuple[Ints, Ints]:
    """First places and widths of the spans whose edges are likely enough."""
    odds = sigmoid(run.values @ at["edges"] + at["edges_bias"])
    starts = np.flatnonzero(odds[:, 0] > FLOOR)
    ahead = starts[:, None] + np.arange(len(at["length"]))
    inside = np.minimum(ahead, len(odds) - 1)
    good = (odds[starts, :1] * odds[inside, 1] > FLOOR) & (run.sentences[inside] == run.sentences[starts, None]) & (ahead == inside)
    row, width = np.nonzero(good)
    return starts[row].astype(np.int32), width.astype(np.int32)


def scores(values: Floats, first: Ints, width: Ints, at: dict[str, Floats]) -> Floats:
    """Logits (spans × types, none first)."""
    opened, closed = values[first], values[first + width]
    read = zip((opened, closed, opened, closed, values), np.split(at["parts"], 5, axis=1), np.split(at["parts_bias"], 5), strict=True)
    begin, end, begin_gate, end_gate, mean = (rows @ weights + bias for rows, weights, bias in read)
    inside = mean[first]
    for step in range(1, len(at["length"])):
        longer = np.flatnonzero(width >= step)
        inside[longer] += mean[first[longer] + step]
    hidden = begin_gate * end_gate
    hidden += begin
    hidden += end
    hidden += inside / (width + 1)[:, None].astype(np.float32)
    hidden += at["length"][width]
    return np.asarray(np.maximum(hidden, 0) @ at["out"] + at["out_bias"], dtype=np.float32)


def shares(logits: Floats) -> Floats:
    """Softmax over the last axis."""
    odds = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=1, keepdims=True), dtype=np.float32)
