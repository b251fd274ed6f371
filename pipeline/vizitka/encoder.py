"""The trained encoder in numpy: the words of a document as vectors that know their neighbours.

What a spelling says (vectors, lemma, marks, letters) is projected once a spelling; the states of slovnet's taggers join it in
context; then gated convolutions with growing reach, and one look at the document's other words of the same lemma.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from .spellings import Spellings
from .types import Floats, Ints

TILE = 256


class Block(NamedTuple):
    """A separable gated convolution: each channel mixed with its neighbours ``reach`` places apart by ``near``, then a gated layer.

    The layer norm before it lies in the weights, which read a channel of ones beside the others; ``outside`` is what stands before and
    behind the text.
    """

    reach: int
    near: Floats
    outside: Floats
    told: Floats
    gate: Floats


class Weights(NamedTuple):
    """Arrays of a trained network by name, its blocks, the numbers of its lemmas and shapes (zero is unknown), and its facts."""

    arrays: dict[str, Floats]
    blocks: list[Block]
    lemmas: dict[str, int]
    shapes: dict[str, int]
    facts: dict[str, Any]


def load(path: Path) -> Weights:
    """Weights as the recipe in models/ exported them.

    Raises:
        FileNotFoundError: there are none.
    """
    with np.load(path) as file:
        arrays = {name: np.ascontiguousarray(file[name], np.float32) for name in file.files if file[name].dtype == np.float16}
        lemmas, shapes = (_numbered(file[name].tolist()) if name in file.files else {} for name in ("lemmas", "shapes"))
        facts = json.loads(str(file["facts"]))
        blocks = [_block(arrays, f"blocks.{number}", reach) for number, reach in enumerate(facts["reaches"])]
        return Weights(arrays, blocks, lemmas, shapes, facts)


def _block(at: dict[str, Floats], name: str, reach: int) -> Block:
    weight, bias, near, kernel = (at[f"{name}.{part}"] for part in ("norm.weight", "norm.bias", "near", "kernel.weight"))
    ones = np.arange(len(near)) == len(near) // 2
    both = np.vstack((kernel, at[f"{name}.kernel.bias"] + near.sum(axis=0) * bias @ kernel))
    told, gate = np.hsplit(both, 2)
    return Block(reach, np.column_stack((near * weight, ones)).astype(np.float32), np.append(-bias / weight, np.float32(1)), told, -gate)


def _numbered(names: list[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names, start=1)}


class Encoder:
    """One trained encoder: ``spelled`` once a spelling, then a document at a time."""

    def __init__(self, weights: Weights) -> None:
        self.weights, self.at = weights, weights.arrays
        self.recall_after: int = weights.facts["recall_after"]

    def spelled(self, forms: Floats, lemmas: Floats, features: Spellings) -> Floats:
        """(spellings, size) what each spelling says; ``forms`` and ``lemmas`` are word vectors of it and of its lemma."""
        at = self.at
        numbers = [self.weights.lemmas.get(lemma, 0) for lemma in features.lemmas]
        shapes = [self.weights.shapes.get(shape, 0) for shape in features.shapes]
        out = exact(np.concatenate((forms, lemmas), axis=1), at["vectors"])
        out += at["bias"]
        out += exact(at["lemma"][numbers], at["lemma_out"])
        out += at["shape"][shapes]
        out += exact(features.marks, at["marks"])
        out += exact(self._lettered(features.letters), at["ending"])
        return out

    def _lettered(self, letters: Ints) -> Floats:
        """The strongest answer to each pattern of three letters; a letter's share in it is looked up, not multiplied."""
        at = self.at
        size = at["letter"].shape[1]
        before, own, after = (at["letter"] @ at["trigrams"][part * size : (part + 1) * size] for part in range(3))
        best = np.zeros((len(letters), before.shape[1]), dtype=np.float32)
        for place in range(letters.shape[1]):
            here = own[letters[:, place]] + at["trigrams_bias"]
            if place:
                here += before[letters[:, place - 1]]
            if place + 1 < letters.shape[1]:
                here += after[letters[:, place + 1]]
            np.maximum(best, here, out=best)
        return best

    def __call__(self, spelled: Floats, context: Floats, edges: Floats, same: Ints) -> tuple[Floats, Floats]:
        """What enters the convolutions, and what leaves them (places × size); ``spelled`` is changed in place.

        ``edges``: is it the first, the last place of its sentence (places × 2); ``same``: the number of its lemma.
        """
        spelled += context @ self.at["context"][: context.shape[1]]
        spelled += edges @ self.at["context"][context.shape[1] :]
        entered = normed(spelled, self.at["norm.weight"], self.at["norm.bias"])
        values = entered.copy()
        for number, block in enumerate(self.weights.blocks, start=1):
            blocked(values, block)
            if number == self.recall_after:
                values += self._recalled(values, same)
        return entered, normed(values, self.at["last.weight"], self.at["last.bias"])

    def _recalled(self, values: Floats, same: Ints) -> Floats:
        """What the document's other words of the same lemma know."""
        inner = normed(values, self.at["memory.norm.weight"], self.at["memory.norm.bias"])
        order = np.argsort(same, kind="stable")
        first = np.flatnonzero(np.diff(same[order], prepend=-1))
        mean: Floats = np.add.reduceat(inner[order], first)
        mean /= np.diff(first, append=len(order))[:, None]
        told: Floats = np.maximum(mean @ self.at["memory.out.weight"] + self.at["memory.out.bias"], 0)
        return told[same]


def blocked(values: Floats, block: Block) -> None:
    """Add a block to the values. The places are worked on in tiles that fit the processor's cache."""
    places, size = values.shape
    taps, reach = len(block.near), block.reach
    margin = taps // 2 * reach
    inner = np.empty((places + 2 * margin, size + 1), dtype=np.float32)
    inner[:margin] = inner[margin + places :] = block.outside
    standardized(values, inner[margin : margin + places, :size])
    inner[:, size] = block.outside[size]
    row, channel = inner.strides
    beside = np.ndarray((taps, places, size + 1), np.float32, inner, 0, (reach * row, row, channel))
    for start in range(0, places, TILE):
        mixed = np.einsum("tpc,tc->pc", beside[:, start : start + TILE], block.near)
        gate = mixed @ block.gate
        np.exp(gate, out=gate)
        gate += 1
        told = mixed @ block.told
        told /= gate
        values[start : start + TILE] += told


def exact(values: Floats, weights: Floats) -> Floats:
    """``values @ weights`` in double precision, rounded: each row the same whatever rows are beside it.

    The libraries under numpy add up a row in another order in other places, which shows in the last bits only.
    """
    return (values.astype(np.float64) @ weights).astype(np.float32)


def normed(values: Floats, weight: Floats, bias: Floats) -> Floats:
    """Layer norm over the last axis."""
    out = standardized(values)
    out *= weight
    out += bias
    return out


def standardized(values: Floats, out: Floats | None = None) -> Floats:
    """Each row with mean 0 and variance 1."""
    share = np.float32(1 / values.shape[1])
    out = np.subtract(values, values @ np.full((values.shape[1], 1), share), out=out)
    spread = np.einsum("ij,ij->i", out, out) * share
    out *= (1 / np.sqrt(spread + np.float32(1e-5)))[:, None]
    return out


def sigmoid(values: Floats) -> Floats:
    """The logistic function, in place."""
    np.negative(values, out=values)
    np.exp(values, out=values)
    values += 1
    return np.reciprocal(values, out=values)
