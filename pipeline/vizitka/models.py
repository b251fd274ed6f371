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

    Row 0 is the gap between sentences. When there are too many spellings the rarer half is forgotten.
    """

    def __init__(self, vectors: Vectors, morphology: Tagger, names: Tagger, recognizer: Encoder, seeds: Seeds) -> None:
        self.vectors, self.morphology, self.names, self.recognizer, self.seeds = vectors, morphology, names, recognizer, seeds
        self.ids: dict[str, int] = {"": 0}
        self._lemmas: dict[str, int] = {"": 0}
        self.lemmas = np.zeros(1, dtype=np.int32)
        self._next = 0
        self._met = np.zeros(1, dtype=np.int64)
        self.first_morphology, self.first_names, self.spelled = (np.zeros((1, 0), dtype=np.float32) for _ in range(3))

    def rows(self, words: Sequence[str]) -> Ints:
        """The row of each word in every table; new ones are computed together."""
        new = list(dict.fromkeys(word for word in words if word not in self.ids))
        if new and len(self.ids) + len(new) > REMEMBERED:
            self._forget()
            new = list(dict.fromkeys(word for word in words if word not in self.ids))
        if new:
            self._learn(new)
        found = np.array([self.ids[word] for word in words], dtype=np.int32)
        self._met += np.bincount(found, minlength=len(self._met))
        return found

    def _forget(self) -> None:
        """Keep the spellings that were met most often."""
        kept = np.union1d([0], np.argsort(-self._met, kind="stable")[: REMEMBERED // 2])
        words = list(self.ids)
        self.ids = {words[row]: place for place, row in enumerate(kept.tolist())}
        numbers = dict.fromkeys(self.lemmas[kept].tolist())
        self._lemmas = {lemma: number for lemma, number in self._lemmas.items() if number in numbers}
        self.lemmas, self._met = self.lemmas[kept], self._met[kept] // 2
        for table in (self.first_morphology, self.first_names, self.spelled):
            table[: len(kept)] = table[kept]

    def _learn(self, new: list[str]) -> None:
        """Compute the rows of new spellings."""
        known, room = len(self.ids), len(self.ids) + len(new)
        features = spellings(new, self.seeds)
        forms = self.vectors(new)
        self.first_morphology = _extended(self.first_morphology, known, self.morphology.first(features.shapes, forms))
        self.first_names = _extended(self.first_names, known, self.names.first(features.shapes, forms))
        spelled = self.recognizer.spelled(forms, self.vectors(features.lemmas), features)
        self.spelled = _extended(self.spelled, known, spelled)
        numbers = [self._numbered(lemma) for lemma in features.lemmas]
        self.lemmas = np.concatenate((self.lemmas, np.array(numbers, dtype=np.int32)))
        self._met = np.concatenate((self._met, np.zeros(len(new), dtype=np.int64)))
        self.ids.update(zip(new, range(known, room), strict=True))

    def _numbered(self, lemma: str) -> int:
        if lemma not in self._lemmas:
            self._next += 1
            self._lemmas[lemma] = self._next
        return self._lemmas[lemma]


def _extended(table: Floats, known: int, rows: Floats) -> Floats:
    """The table with the new rows after its first ``known``; the first time with room for all that are kept."""
    room = known + len(rows)
    if room > len(table) or not table.shape[1]:
        wider = np.zeros((max(room, REMEMBERED), rows.shape[1]), dtype=np.float32)
        if table.shape[1]:
            wider[:known] = table[:known]
        table = wider
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
