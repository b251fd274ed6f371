"""Slovnet's convolutional taggers in flat numpy, for the states of their layers: the sentences lie in one array, a zero row between them.

The weights are natasha's (slovnet_morph_news_v1, slovnet_ner_news_v1, navec); the network is slovnet's
(``exec/model.py``): word and shape embedding, three convolutions of width 3 (ReLU, batch norm), a linear head. What
depends on the spelling alone (embedding times first convolution) is computed once a spelling.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import natasha
import numpy as np
from navec import Navec
from slovnet.exec.model import NER, Morph
from slovnet.exec.pack import Pack

from .encoder import exact
from .types import Bools, Floats, Ints

DATA = Path(natasha.__file__).parent / "data"


class Layer(NamedTuple):
    """A convolution (``weights``: offset × in × out), its bias, and the batch norm that follows."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats


class Tagger:
    """One of slovnet's taggers; ``tags`` are the names of its outputs."""

    def __init__(self, path: Path, kind: type, navec: Navec) -> None:
        with Pack(str(path)) as pack:
            model = pack.load_model(kind)
            arrays = dict(pack.load_arrays(model.weights))
            self.shape_ids: dict[str, int] = pack.load_vocab("shape").item_ids
            self.tags: list[str] = pack.load_vocab("tag").items
        model = model.inject_arrays(arrays)
        self.shapes: Floats = model.emb.shape.weight.array
        self.layers = [_layer(layer) for layer in model.encoder.layers]
        self.head: Floats = model.head.proj.weight.array
        self.bias: Floats = model.head.proj.bias.array

    def first(self, shapes: Sequence[str], vectors: Floats) -> Floats:
        """What each spelling, told by its shape and its vector, adds to the first layer at its own place and beside it
        (spellings × 3 · out)."""
        shaped = self.shapes[[self.shape_ids[shape] for shape in shapes]]
        return exact(np.concatenate((vectors, shaped), axis=1), np.concatenate(self.layers[0].weights, axis=1))

    def states(self, first: Floats, rows: Ints) -> list[Floats]:
        """What the three layers give at each place. ``rows`` name columns of ``first``; row 0 is the zero row between sentences."""
        gaps = rows == 0
        out = [_normed(_first_layer(first, rows, self.layers[0]), self.layers[0], gaps)]
        for layer in self.layers[1:]:
            out.append(_normed(_convolved(out[-1], layer), layer, gaps))
        return out

    def scores(self, last: Floats) -> Floats:
        """Scores of the tags by the last layer's states."""
        out: Floats = last @ self.head
        out += self.bias
        return out


class Vectors:
    """Navec's vectors (300 a word) of lower-cased words; one vector stands for all unknown words."""

    def __init__(self, navec: Navec) -> None:
        self.navec = navec

    def __call__(self, words: Sequence[str]) -> Floats:
        numbers, unknown, quantized = self.navec.vocab.word_ids, self.navec.vocab.unk_id, self.navec.pq
        rows = np.array([numbers.get(word.lower(), unknown) for word in words], dtype=np.int64)
        return np.asarray(quantized.codes[np.arange(quantized.qdim), quantized.indexes[rows]].reshape(len(rows), -1), dtype=np.float32)


def load() -> tuple[Vectors, Tagger, Tagger]:
    """Word vectors, morphology and names, with the weights that lie in natasha's wheel."""
    navec = Navec.load(DATA / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
    return (
        Vectors(navec),
        Tagger(DATA / "model" / "slovnet_morph_news_v1.tar", Morph, navec),
        Tagger(DATA / "model" / "slovnet_ner_news_v1.tar", NER, navec),
    )


def _layer(layer: Any) -> Layer:
    norm = layer.norm
    scale = norm.weight.array / norm.std.array
    shift = norm.bias.array - norm.mean.array * scale
    weights = np.ascontiguousarray(layer.conv.weight.array.transpose(2, 1, 0))
    return Layer(weights, layer.conv.bias.array, scale, shift)


def _first_layer(first: Floats, rows: Ints, layer: Layer) -> Floats:
    width = layer.weights.shape[2]
    out: Floats = first[rows, width : 2 * width]
    out[1:] += first[rows[:-1], :width]
    out[:-1] += first[rows[1:], 2 * width :]
    out += layer.bias
    return out


def _convolved(values: Floats, layer: Layer) -> Floats:
    out = values @ layer.weights[1]
    out[1:] += values[:-1] @ layer.weights[0]
    out[:-1] += values[1:] @ layer.weights[2]
    out += layer.bias
    return np.asarray(out, dtype=np.float32)


def _normed(values: Floats, layer: Layer, gaps: Bools) -> Floats:
    np.maximum(values, 0, out=values)
    values *= layer.scale
    values += layer.shift
    values[gaps] = 0
    return values
