"""The networks in torch, as ``vizitka.encoder`` and ``vizitka.recognize.model`` compute them in numpy: encoder and span head."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from .data import STATES, WIDEST, Data, Run, Tables

REACHES = (1, 2, 4, 1, 2, 4, 1)
TAPS = 5
RECALL = 2  # the convolution after which the document's words of one lemma meet
LETTERS = 160


def halved() -> torch.autocast:
    """Products in sixteen bits where the processor has them; where it has not they take five times as long as whole ones."""
    return torch.autocast("cpu", torch.bfloat16, enabled=torch.backends.cpu.get_cpu_capability() == "AVX512")


class Dropout(nn.Module):
    """Dropout whose masks are cut from one pool of random numbers: a tenth of the cost of fresh ones."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.pool = (torch.rand(1 << 22) >= rate).float() / (1 - rate)

    def forward(self, values: Tensor) -> Tensor:
        if not self.training:
            return values
        spare = len(self.pool) - values.numel()
        if spare <= 0:
            return values * self.pool.repeat(2 - spare // len(self.pool))[: values.numel()].view(values.shape)
        at = int(torch.randint(spare, ()))
        return values * self.pool[at : at + values.numel()].view(values.shape).to(values.dtype)


class Spelling(nn.Module):
    """What a word's spelling says, as one vector a spelling."""

    def __init__(self, data: Data, size: int) -> None:
        super().__init__()
        self.vectors = nn.Linear(600, size)
        self.lemma = nn.Embedding(len(data.lemmas) + 1, 64)
        self.rest = nn.Linear(64 + data.tables.marks.shape[1], size, bias=False)
        self.shape = nn.Embedding(len(data.shapes) + 1, size)
        self.letter = nn.Embedding(LETTERS, 24, padding_idx=0)
        self.trigrams = nn.Linear(72, 96)
        self.ending = nn.Linear(96, size, bias=False)
        self.drop_lemma, self.drop_vectors = Dropout(0.3), Dropout(0.15)
        nn.init.normal_(self.shape.weight, std=0.1)
        nn.init.normal_(self.lemma.weight, std=0.3)

    def forward(self, tables: Tables) -> Tensor:
        letters = functional.pad(self.letter(tables.letters), (0, 0, 1, 1))
        trigrams = torch.cat((letters[:, :-2], letters[:, 1:-1], letters[:, 2:]), 2)
        ending = functional.relu(self.trigrams(trigrams)).amax(1)
        lemma = tables.lemma
        if self.training:
            lemma = lemma * (torch.rand(lemma.shape) > 0.25)
        rest = torch.cat((self.drop_lemma(self.lemma(lemma)), tables.marks), 1)
        vectors = self.drop_vectors(torch.cat((tables.form, tables.base), 1))
        result: Tensor = self.vectors(vectors) + self.rest(rest) + self.shape(tables.shape) + self.ending(ending)
        return result


class Block(nn.Module):
    """Separable gated convolution, added to its input: each channel mixed with its neighbours, then a gated layer."""

    def __init__(self, size: int, reach: int, dropout: float) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(size)
        self.near = nn.Parameter(torch.randn(TAPS, size) * 0.3)
        self.kernel = nn.Linear(size, 2 * size)
        self.reach, self.dropout = reach, Dropout(dropout)
        with torch.no_grad():
            self.near[TAPS // 2] += 0.7

    def forward(self, values: Tensor, real: Tensor) -> Tensor:
        half = self.reach * (TAPS // 2)
        padded = functional.pad(self.norm(values) * real, (0, 0, half, half))
        n = len(values)
        mixed = padded[:n] * self.near[0]
        for tap in range(1, TAPS):
            mixed = mixed + padded[tap * self.reach : tap * self.reach + n] * self.near[tap]
        return values + self.dropout(functional.glu(self.kernel(mixed), 1))


class Memory(nn.Module):
    """Tells a word what the document's other words of its lemma know."""

    def __init__(self, size: int, dropout: float) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(size)
        self.out = nn.Linear(size, size)
        self.dropout = Dropout(dropout)

    def forward(self, values: Tensor, same: Tensor) -> Tensor:
        count = int(same.max()) + 1
        normed = self.norm(values).float()
        total = torch.zeros(count, values.shape[1]).index_add(0, same, normed)
        number = torch.zeros(count, 1).index_add(0, same, torch.ones(len(same), 1))
        return values + self.dropout(functional.relu(self.out((total / number)[same])))


class Encoder(nn.Module):
    """Words in context: (n, size)."""

    def __init__(self, data: Data, size: int, dropout: float) -> None:
        super().__init__()
        self.spelling = Spelling(data, size)
        self.context = nn.Linear(STATES + 2, size, bias=False)
        self.corpus = nn.Embedding(len(data.types), size)
        nn.init.normal_(self.corpus.weight, std=0.1)
        self.norm = nn.LayerNorm(size)
        self.dropout, self.drop_states = Dropout(dropout), Dropout(0.1)
        self.blocks = nn.ModuleList(Block(size, reach, dropout * 0.7) for reach in REACHES)
        self.memory = Memory(size, dropout)
        self.last = nn.LayerNorm(size)

    def enters(self, run: Run) -> Tensor:
        """What enters the convolutions."""
        entered: Tensor = self.norm(self.plain(run) + self.corpus.weight[run.corpus])
        return entered

    def plain(self, run: Run) -> Tensor:
        """What the spelling and slovnet say of each word."""
        told: Tensor = self.spelling(run.tables)[run.words] + self.context(torch.cat((self.drop_states(run.states), run.edges), 1))
        return told

    def forward(self, run: Run) -> Tensor:
        return self.contextual(self.enters(run), run)

    def contextual(self, entered: Tensor, run: Run) -> Tensor:
        """What leaves the convolutions."""
        values = self.dropout(entered)
        for number, block in enumerate(self.blocks, start=1):
            values = block(values, run.real)
            values = self.memory(values, run.same) if number == RECALL else values
        result: Tensor = self.last(values)
        return result


class Spans(nn.Module):
    """Scores of spans by type: ``ReLU(A_i + B_j + A'_i B'_j + mean + length)``, only where the edges allow."""

    def __init__(self, data: Data, size: int, hidden: int, dropout: float) -> None:
        super().__init__()
        self.edges = nn.Linear(size, 2)
        self.parts = nn.Linear(size, 5 * hidden)
        self.length = nn.Embedding(WIDEST, hidden)
        nn.init.normal_(self.length.weight, std=0.1)
        nn.init.constant_(self.edges.bias, -2.0)
        self.dropout = Dropout(dropout)
        self.out = nn.ModuleList(nn.Linear(hidden, len(types) + 1) for types in data.types.values())

    def forward(self, values: Tensor, first: Tensor, width: Tensor, corpus: int) -> Tensor:
        """Logits (spans, types + 1) of spans that begin at ``first`` and reach ``width`` pieces further."""
        parts = self.parts(values).float().chunk(5, 1)
        last = first + width
        total = functional.pad(parts[4].cumsum(0), (0, 0, 1, 0))
        mean = (total[last + 1] - total[first]) / (width + 1)[:, None]
        hidden = parts[0][first] + parts[1][last] + parts[2][first] * parts[3][last] + mean + self.length(width)
        result: Tensor = self.out[corpus](self.dropout(functional.relu(hidden)))
        return result


class Recognizer(nn.Module):
    """Encoder and span head."""

    def __init__(self, data: Data, encoder: Encoder, size: int, hidden: int, dropout: float) -> None:
        super().__init__()
        self.encoder, self.spans = encoder, Spans(data, size, hidden, dropout)


def allowed(sentences: Tensor) -> Tensor:
    """(n, WIDEST) true where a span from a piece over some more pieces stays in its sentence."""
    padded = functional.pad(sentences, (0, WIDEST), value=-2)
    ahead = padded.unfold(0, WIDEST, 1)[: len(sentences)]
    return (ahead == sentences[:, None]) & (sentences[:, None] >= 0)


def likely(edges: Tensor) -> Tensor:
    """(n, WIDEST) how likely some mention begins at a piece and ends some pieces further, by the edges' logits."""
    odds = torch.sigmoid(edges.float())
    ahead = functional.pad(odds[:, 1], (0, WIDEST)).unfold(0, WIDEST, 1)[: len(odds)]
    return odds[:, :1] * ahead
