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
from .types import Ints

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

    Row 0 is the gap between sentences. When there are too many spellings, new ones take the rows of those that were met least often.
    """

    def __init__(self, vectors: Vectors, morphology: Tagger, names: Tagger, recognizer: Encoder, seeds: Seeds) -> None:
        self.vectors, self.morphology, self.names, self.recognizer, self.seeds = vectors, morphology, names, recognizer, seeds
        self.ids: dict[str, int] = {}
        self.words = [""]  # of each row
        self._lemmas: dict[str, int] = {"": 0}
        self.lemmas = np.zeros(1, dtype=np.int32)
        self._next = 0
        self._met = np.zeros(1, dtype=np.int64)
        self.first_morphology, self.first_names, self.spelled = (np.zeros((1, 0), dtype=np.float32) for _ in range(3))

    def rows(self, words: Sequence[str]) -> Ints:
        """The row of each word in every table; new ones are computed together."""
        new = list(dict.fromkeys(word for word in words if word not in self.ids))
        if new:
            self._learn(new, [0, *(self.ids[word] for word in words if word in self.ids)])
        found = np.array([self.ids[word] for word in words], dtype=np.int32)
        self._met += np.bincount(found, minlength=len(self._met))
        return found

    def _learn(self, new: list[str], kept: list[int]) -> None:
        """Compute the rows of new spellings; no row that is to be kept is taken for them."""
        features = spellings(new, self.seeds)
        forms = self.vectors(new)
        morphology, names = (tagger.first(features.shapes, forms) for tagger in (self.morphology, self.names))
        spelled = self.recognizer.spelled(forms, self.vectors(features.lemmas), features)
        places = self._places(len(new), kept)
        self.first_morphology = _filled(self.first_morphology, places, morphology)
        self.first_names = _filled(self.first_names, places, names)
        self.spelled = _filled(self.spelled, places, spelled)
        self.lemmas = _filled(self.lemmas, places, np.array([self._numbered(lemma) for lemma in features.lemmas], dtype=np.int32))
        self._met = _filled(self._met, places, np.zeros(len(new), dtype=np.int64))
        for word, place in zip(new, places, strict=True):
            self.ids[word], self.words[place] = place, word

    def _places(self, count: int, kept: list[int]) -> list[int]:
        """Rows for so many spellings: free ones, and where too few are, those of the rarest, which are forgotten."""
        able = np.setdiff1d(np.arange(len(self.words)), kept)
        rarest = able[np.argsort(self._met[able], kind="stable")][: max(len(self.words) + count - REMEMBERED, 0)].tolist()
        if rarest:
            self._forget(rarest)
        free = range(len(self.words), len(self.words) + count - len(rarest))
        self.words += [""] * len(free)
        return [*free, *rarest]

    def _forget(self, places: list[int]) -> None:
        for place in places:
            del self.ids[self.words[place]]
        self.lemmas[places] = 0
        numbers = set(self.lemmas.tolist())
        self._lemmas = {lemma: number for lemma, number in self._lemmas.items() if number in numbers}

    def _numbered(self, lemma: str) -> int:
        if lemma not in self._lemmas:
            self._next += 1
            self._lemmas[lemma] = self._next
        return self._lemmas[lemma]


def _filled(table: np.ndarray, places: list[int], rows: np.ndarray) -> np.ndarray:
    """The table with the rows at these places; the first time with room for all that are kept."""
    if max(places) >= len(table) or table.shape[1:] != rows.shape[1:]:
        wider = np.zeros((max(max(places) + 1, REMEMBERED), *rows.shape[1:]), dtype=rows.dtype)
        if table.shape[1:] == rows.shape[1:]:
            wider[: len(table)] = table
        table = wider
    table[places] = rows
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
