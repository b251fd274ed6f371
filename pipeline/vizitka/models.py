"""The models of a process, loaded once: taggers, their columns of spellings, and the grammar behind each tag."""

from __future__ import annotations

from typing import NamedTuple

from . import tagger
from .morphology import UD_CASE, UD_GENDER, UD_NUMBER, Grammar

UD_POS = {"NOUN": "NOUN", "PROPN": "NOUN", "ADJ": "ADJF", "DET": "ADJF", "NUM": "NUMR", "PRON": "NPRO", "ADP": "PREP",
          "CCONJ": "CONJ", "SCONJ": "CONJ", "PART": "PRCL", "AUX": "VERB", "ADV": "ADVB", "PUNCT": "PNCT"}  # fmt: skip


class Models(NamedTuple):
    """``grammars[tag]`` is what a morphology tag says, ``proper[tag]`` whether it is a proper name's."""

    morphology: tagger.Tagger
    names: tagger.Tagger
    columns: tagger.Columns
    grammars: list[Grammar]
    proper: list[bool]


def load() -> Models:
    """Read the weights (half a second, no download)."""
    morphology, names = tagger.load()
    columns = tagger.Columns((morphology, names))
    return Models(
        morphology, names, columns, [grammar(tag) for tag in morphology.tags], [tag.startswith("PROPN") for tag in morphology.tags]
    )


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
