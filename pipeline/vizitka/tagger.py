"""Slovnet's convolutional taggers in flat numpy: the sentences of a batch lie in one array, a zero row between them.

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
from slovnet.shape import word_shape

from .types import Floats, Ints

DATA = Path(natasha.__file__).parent / "data"
WIDTH = 3
SPELLINGS_KEPT = 50_000


class Layer(NamedTuple):
    """A convolution (``weights``: offset × in × out), its bias, and the batch norm that follows."""

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats


class Embedding:
    """Vectors of spellings: navec of the lower-cased word beside an embedding of its shape."""

    def __init__(self, navec: Navec, shapes: Floats, shape_ids: dict[str, int]) -> None:
        self.navec, self.shapes, self.shape_ids = navec, shapes, shape_ids

    def __call__(self, spellings: Sequence[str]) -> Floats:
        vocab, quantized = self.navec.vocab, self.navec.pq
        rows = np.array([vocab.get(spelling.lower(), vocab.unk_id) for spelling in spellings])
        words = quantized.codes[np.arange(quantized.qdim), quantized.indexes[rows]].reshape(len(rows), -1)
        shapes = self.shapes[[self.shape_ids[word_shape(spelling)] for spelling in spellings]]
        return np.concatenate((words, shapes), axis=1).astype(np.float32)


class Tagger:
    """One of slovnet's taggers; ``tags`` are the names of its outputs."""

    def __init__(self, path: Path, kind: type, navec: Navec) -> None:
        with Pack(str(path)) as pack:
            model = pack.load_model(kind)
            arrays = dict(pack.load_arrays(model.weights))
            shape_vocab = pack.load_vocab("shape")
            self.tags: list[str] = pack.load_vocab("tag").items
        model = model.inject_arrays(arrays)
        self.embed = Embedding(navec, model.emb.shape.weight.array, shape_vocab.item_ids)
        self.layers = [_layer(layer) for layer in model.encoder.layers]
        self.beside: Floats = np.ascontiguousarray(self.layers[0].weights.transpose(1, 0, 2).reshape(self.layers[0].weights.shape[1], -1))
        self.head: Floats = model.head.proj.weight.array
        self.bias: Floats = model.head.proj.bias.array
        self.transitions: Floats = model.head.crf.transitions.array if kind is NER else np.zeros((0, 0), dtype=np.float32)

    def first(self, spellings: Sequence[str]) -> Floats:
        """What each spelling adds to the first layer at its own place and beside it (spellings × 3 × out)."""
        out = self.embed(spellings) @ self.beside
        return np.asarray(out.reshape(len(spellings), *_first_shape(self)), dtype=np.float32)

    def emissions(self, first: Floats, rows: Ints) -> Floats:
        """Scores of the tags (rows × tags). ``rows`` name columns of ``first``; row 0 is the zero row between sentences."""
        inside = (rows != 0)[:, None]
        out = _normed(_first_layer(first, rows, self.layers[0]), self.layers[0], inside)
        for layer in self.layers[1:]:
            out = _normed(_convolved(out, layer), layer, inside)
        return np.asarray(out @ self.head + self.bias, dtype=np.float32)


class Columns:
    """The first-layer columns of every spelling met, for some taggers; forgotten when there are too many."""

    def __init__(self, taggers: Sequence[Tagger]) -> None:
        self.taggers = taggers
        self._forget()

    def _forget(self) -> None:
        self.ids: dict[str, int] = {"": 0}
        self.tables = [np.zeros((1, *_first_shape(tagger)), dtype=np.float32) for tagger in self.taggers]

    def rows(self, spellings: Sequence[str]) -> Ints:
        """The row of each spelling in every table; new ones are computed together."""
        new = dict.fromkeys(spelling for spelling in spellings if spelling not in self.ids)
        if new and len(self.ids) + len(new) > SPELLINGS_KEPT:
            self._forget()
            new = dict.fromkeys(spelling for spelling in spellings if spelling)
        self._learn(list(new))
        return np.array([self.ids[spelling] for spelling in spellings], dtype=np.int32)

    def _learn(self, new: list[str]) -> None:
        if not new:
            return
        room = len(self.ids) + len(new)
        for index, tagger in enumerate(self.taggers):
            if room > len(self.tables[index]):
                grown = np.zeros((max(room, 2 * len(self.tables[index])), *self.tables[index].shape[1:]), dtype=np.float32)
                grown[: len(self.ids)] = self.tables[index][: len(self.ids)]
                self.tables[index] = grown
            self.tables[index][len(self.ids) : room] = tagger.first(new)
        self.ids.update({spelling: len(self.ids) + index for index, spelling in enumerate(new)})


def load() -> tuple[Tagger, Tagger]:
    """Morphology and names, with the weights that lie in natasha's wheel."""
    navec = Navec.load(DATA / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
    return (
        Tagger(DATA / "model" / "slovnet_morph_news_v1.tar", Morph, navec),
        Tagger(DATA / "model" / "slovnet_ner_news_v1.tar", NER, navec),
    )


def best_path(emissions: Floats, transitions: Floats, starts: Ints, lengths: Ints) -> Ints:
    """Viterbi over each sentence, all sentences of a batch side by side (longest first); a tag for every place."""
    order = np.argsort(-lengths, kind="stable")
    starts, lengths = starts[order], lengths[order]
    tags = np.zeros(len(emissions), dtype=np.int32)
    score = emissions[starts]
    history = []
    for step in range(1, int(lengths[0]) if len(lengths) else 0):
        alive = int(np.searchsorted(-lengths, -step, side="left"))
        paths = score[:alive, :, None] + transitions + emissions[starts[:alive] + step][:, None, :]
        back = paths.argmax(axis=1)
        history.append(back)
        score[:alive] = np.take_along_axis(paths, back[:, None, :], axis=1)[:, 0]
    best = score.argmax(axis=1)
    tags[starts + lengths - 1] = best
    for step in range(len(history), 0, -1):
        alive = len(history[step - 1])
        best[:alive] = history[step - 1][np.arange(alive), best[:alive]]
        tags[starts[:alive] + step - 1] = best[:alive]
    return tags


def _layer(layer: Any) -> Layer:
    norm = layer.norm
    scale = norm.weight.array / norm.std.array
    shift = norm.bias.array - norm.mean.array * scale
    weights = np.ascontiguousarray(layer.conv.weight.array.transpose(2, 1, 0))
    return Layer(weights, layer.conv.bias.array, scale, shift)


def _first_shape(tagger: Tagger) -> tuple[int, int]:
    return WIDTH, tagger.layers[0].weights.shape[2]


def _first_layer(first: Floats, rows: Ints, layer: Layer) -> Floats:
    out: Floats = first[rows, 1]
    out[1:] += first[rows[:-1], 0]
    out[:-1] += first[rows[1:], 2]
    out += layer.bias
    return out


def _convolved(values: Floats, layer: Layer) -> Floats:
    out = values @ layer.weights[1]
    out[1:] += values[:-1] @ layer.weights[0]
    out[:-1] += values[1:] @ layer.weights[2]
    out += layer.bias
    return np.asarray(out, dtype=np.float32)


def _normed(values: Floats, layer: Layer, inside: np.ndarray) -> Floats:
    np.maximum(values, 0, out=values)
    values *= layer.scale
    values += layer.shift
    values *= inside
    return values
