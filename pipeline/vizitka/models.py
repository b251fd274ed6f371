"""The models of a process, loaded once: slovnet's taggers, the recognizer, the relation model, and the columns of all spellings met."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from . import encoder, tagger
from .encoder import Encoder, Weights
from .morphology import REMEMBERED, UD_CASE, UD_GENDER, UD_NUMBER, Grammar
from .paths import resource
from .seeds import Seeds
from .spellings import spellings
from .tagger import Tagger, Vectors
from .types import Floats, Ints

UD_POS = {"NOUN": "NOUN", "PROPN": "NOUN", "ADJ": "ADJF", "DET": "ADJF", "NUM": "NUMR", "PRON": "NPRO", "ADP": "PREP",
          "CCONJ": "CONJ", "SCONJ": "CONJ", "PART": "PRCL", "AUX": "VERB", "ADV": "ADVB", "PUNCT": "PNCT"}  # fmt: skip


class Models(NamedTuple):
    """``grammars[tag]`` is what a morphology tag says, ``proper[tag]`` whether it is a proper name's."""

    morphology: Tagger
    names: Tagger
    recognizer: Encoder
    relater: Weights
    columns: Columns
    grammars: list[Grammar]
    proper: list[bool]


class Columns:
    """What is computed once a spelling, a row each: the taggers' first layers, the recognizer's input, the number of its lemma.

    Row 0 is the gap between sentences. When there are too many spellings all are forgotten.
    """

    def __init__(self, vectors: Vectors, morphology: Tagger, names: Tagger, recognizer: Encoder, seeds: Seeds) -> None:
        self.vectors, self.morphology, self.names, self.recognizer, self.seeds = vectors, morphology, names, recognizer, seeds
        self._forget()

    def _forget(self) -> None:
        self.ids: dict[str, int] = {"": 0}
        self._lemmas: dict[str, int] = {"": 0}
        self.lemmas = np.zeros(1, dtype=np.int32)
        self.first_morphology, self.first_names, self.spelled = (np.zeros((1, 0), dtype=np.float32) for _ in range(3))

    def rows(self, words: Sequence[str]) -> Ints:
        """The row of each word in every table; new ones are computed together."""
        new = list(dict.fromkeys(word for word in words if word not in self.ids))
        if new and len(self.ids) + len(new) > REMEMBERED:
            self._forget()
            new = list(dict.fromkeys(words))
        if new:
            self._learn(new)
        return np.array([self.ids[word] for word in words], dtype=np.int32)

    def _learn(self, new: list[str]) -> None:
        features = spellings(new, self.seeds)
        forms = self.vectors(new)
        known, room = len(self.ids), len(self.ids) + len(new)
        self.first_morphology = _extended(self.first_morphology, known, self.morphology.first(new, forms))
        self.first_names = _extended(self.first_names, known, self.names.first(new, forms))
        self.spelled = _extended(self.spelled, known, self.recognizer.spelled(forms, self.vectors(features.lemmas), features))
        lemmas = [self._lemmas.setdefault(lemma, len(self._lemmas)) for lemma in features.lemmas]
        self.lemmas = np.concatenate((self.lemmas[:known], np.array(lemmas, dtype=np.int32)))
        self.ids.update(zip(new, range(known, room), strict=True))


def _extended(table: Floats, known: int, rows: Floats) -> Floats:
    """The table with the new rows after its first ``known``; the first time with room for all that are kept."""
    room = known + len(rows)
    if not table.shape[1]:
        table = np.empty((max(room, REMEMBERED), rows.shape[1]), dtype=np.float32)
        table[:known] = 0
    table[known:room] = rows
    return table


def load(seeds: Seeds) -> Models:
    """Read the weights (no download).

    Raises:
        FileNotFoundError: the installation has no weights in ``models``.
    """
    vectors, morphology, names = tagger.load()
    recognizer = Encoder(encoder.load(resource("models") / "recognizer.npz"))
    relater = encoder.load(resource("models") / "relater.npz")
    columns = Columns(vectors, morphology, names, recognizer, seeds)
    grammars = [grammar(tag) for tag in morphology.tags]
    return Models(morphology, names, recognizer, relater, columns, grammars, [tag.startswith("PROPN") for tag in morphology.tags])


def grammar(tag: str) -> Grammar:
    """A tag of Universal Dependencies in OpenCorpora's grammemes.

    >>> grammar("ADJ|Case=Gen|Degree=Pos|Gender=Fem|Number=Sing")
    Grammar(pos='ADJF', case='gent', number='sing', gender='femn')
    """
    pos, *features = tag.split("|")
    said = dict(feature.split("=") for feature in features)
    kind = "PRTF" if said.get("VerbForm") == "Part" and "Case" in said else UD_POS.get(pos, pos)
    return Grammar(
        kind, UD_CASE.get(said.get("Case", ""), ""), UD_NUMBER.get(said.get("Number", ""), ""), UD_GENDER.get(said.get("Gender", ""), "")
    )
