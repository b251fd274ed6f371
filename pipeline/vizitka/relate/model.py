"""The trained relation model: how likely each pair of mentions is a person and her role, or a role or person and where it is held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from ..encoder import Weights, blocked, normed, sigmoid
from ..types import Analysis, Encoded, Floats, Mention
from .pairs import GROUPS, KINDS, ROLE, Laid, Numbers, Pairs, pairs, tags

LEAST = 0.05


class Tie(NamedTuple):
    """A relation of two mentions of the batch: ``works_as``, ``workplace`` (of a person), ``role_at``."""

    kind: str
    head: int
    tail: int
    confidence: float


def ties(analysis: Analysis, mentions: Sequence[Mention], weights: Weights) -> list[Tie]:
    """The relations that are at all likely, in the order of their heads; where there are no people or no roles, none is asked for."""
    out: list[Tie] = []
    sentences = np.array([mention.sentence for mention in mentions], dtype=np.int64)
    for run in analysis.runs:
        begin, end = np.searchsorted(sentences, [run.sentences[0], run.sentences[-1] + 1]).tolist()
        if {mention.kind for mention in mentions[begin:end]} >= {"person", "role"}:
            out.extend(_ties(analysis, run, mentions, range(begin, end), weights))
    return sorted(out, key=lambda tie: (tie.head, tie.tail))


def _ties(analysis: Analysis, run: Encoded, mentions: Sequence[Mention], numbers: range, weights: Weights) -> Iterator[Tie]:
    laid = placed(analysis, run, [mentions[number] for number in numbers])
    found = pairs(laid, len(run.sentences))
    if not len(found.head):
        return
    odds = sigmoid(scores(run, laid, found, weights))
    for row in np.flatnonzero(odds >= LEAST).tolist():
        yield Tie(GROUPS[found.group[row]], numbers[found.head[row]], numbers[found.tail[row]], float(odds[row]))


def placed(analysis: Analysis, run: Encoded, mentions: Sequence[Mention]) -> Laid:
    """Where the mentions of a run lie in it."""
    first, last = np.array([_pieces(analysis, mention) for mention in mentions], dtype=np.int64).reshape(-1, 2).T - run.start
    kind = np.array([KINDS.index(mention.kind) for mention in mentions], dtype=np.int64)
    sentence = (run.sentences[first] - run.sentences[0]).astype(np.int64)
    name = run.lemmas[np.where(kind == ROLE, first, last)].astype(np.int64)
    return Laid(first, last, kind, sentence, np.zeros_like(first), name)


def _pieces(analysis: Analysis, mention: Mention) -> tuple[int, int]:
    """The first and the last piece of a mention."""
    pieces = analysis.batch.pieces
    first, last = analysis.batch.piece_of[mention.first], analysis.batch.piece_of[mention.last]
    while first + 1 < last and pieces.stops[first] <= mention.start:
        first += 1
    while last - 1 > first and pieces.starts[last - 1] >= mention.stop:
        last -= 1
    return first, last - 1


def scores(run: Encoded, mentions: Laid, found: Pairs, weights: Weights) -> Floats:
    """Logit of each pair: its two mentions, the words between, the marks of its places, and its rivals."""
    at = weights.arrays
    near = nearby(mentions, found, len(run.sentences), sum(len(block.near) // 2 * block.reach for block in weights.blocks))
    values = encoded(run, mentions, near, weights)
    first, last = (np.searchsorted(near, own).clip(max=len(near) - 1) for own in (mentions.first, mentions.last))  # in a pair or not asked
    places = np.arange(len(values))
    inside = ((first[:, None] <= places) & (places <= last[:, None])).astype(np.float32) @ values
    inside /= (last + 1 - first)[:, None]
    parts = np.concatenate((values[first], values[last], inside), axis=1) @ at["mention"] + at["mention_bias"]
    begin, end, begin_gate, end_gate = np.split(parts, 4, axis=1)
    low = np.minimum(last[found.head], last[found.tail]) + 1
    high = np.maximum(np.maximum(first[found.head], first[found.tail]), low)
    total = _summed(values @ at["between"] + at["between_bias"])
    hidden = begin_gate[found.head] * end_gate[found.tail]
    hidden += begin[found.head] + end[found.tail]
    hidden += ((total[high] - total[low]) / np.maximum(high - low, 1)[:, None]).astype(np.float32)
    for place in range(found.marks.shape[1]):
        hidden += at[f"marks.{place}"][found.marks[:, place]]
    np.maximum(hidden, 0, out=hidden)
    rivals = [_strongest(hidden, mention * len(GROUPS) + found.group) for mention in (found.head, found.tail)]
    seen = np.maximum(np.concatenate((hidden, *rivals), axis=1) @ at["rivals"] + at["rivals_bias"], 0)
    return np.take_along_axis(seen @ at["out"] + at["out_bias"], found.group[:, None], axis=1)[:, 0]


def nearby(mentions: Laid, found: Pairs, size: int, reach: int) -> Numbers:
    """The places of the pairs, of the words between, and as many on both sides as convolutions read: what lies further is never asked."""
    begin = np.minimum(mentions.first[found.head], mentions.first[found.tail]) - reach
    end = np.maximum(mentions.last[found.head], mentions.last[found.tail]) + 1 + reach
    opened, closed = (np.bincount(bounds.clip(0, size), minlength=size + 1) for bounds in (begin, end))
    return np.flatnonzero(np.cumsum(opened - closed)[:size])


def encoded(run: Encoded, mentions: Laid, near: Numbers, weights: Weights) -> Floats:
    """The words at some places of a run as the relation model sees them: the recognizer's states and the marks of the mentions."""
    at, size = weights.arrays, run.values.shape[1]
    values = tags(mentions, len(run.sentences))[near] @ at["enter"][:18]
    values += run.entered[near] @ at["enter"][18 : 18 + size]
    values += run.values[near] @ at["enter"][18 + size :]
    values = normed(values + at["enter_bias"], at["norm.weight"], at["norm.bias"])
    for block in weights.blocks:
        blocked(values, block)
    return normed(values, at["last.weight"], at["last.bias"])


def _summed(values: Floats) -> np.ndarray:
    """Running sums with a row of zeros before the first."""
    total = np.zeros((len(values) + 1, values.shape[1]))
    total[1:] = values
    return total.cumsum(axis=0, out=total)


def _strongest(hidden: Floats, key: Numbers) -> Floats:
    """For each row the greatest values among the rows of its key; the values are not negative."""
    order = np.argsort(key, kind="stable")
    first = np.flatnonzero(np.diff(key[order], prepend=-1))
    best = np.maximum.reduceat(hidden[order], first)
    place = np.empty(len(key), dtype=np.int64)
    place[order] = np.repeat(np.arange(len(first)), np.diff(first, append=len(key)))
    return np.asarray(best[place], dtype=np.float32)
