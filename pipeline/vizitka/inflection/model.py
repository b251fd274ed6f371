"""The trained model, read once."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

from ..paths import resource
from ..seeds import Seeds
from .choices import Names
from .decode import Model
from .features import Feature

OUT = Path(resource("models")) / "inflection.tsv.gz"
COLUMNS = ("template", "around", "form", "told", "agree", "weight")
GENDERS = {"m": "masc", "f": "femn", "u": "both"}


@cache
def load(seeds: Seeds) -> Model:
    """The weights of models/inflection.tsv.gz, in hundredths; a second call gives the same object.

    Raises:
        FileNotFoundError: there are no weights.
    """
    _, *lines = gzip.decompress(OUT.read_bytes()).decode().splitlines()
    surnames = seeds.public_surnames | seeds.surname_rates.keys()
    return Model(dict(map(_weight, lines)), Names(genders(seeds), seeds.public_surnames, surnames, seeds.words["stressed"]))


def _weight(line: str) -> tuple[Feature, float]:
    template, around, form, told, agree, weight = line.split("\t")
    return (template, around, form, told, agree), float(weight)


def genders(seeds: Seeds) -> dict[str, str]:
    """The gender of each first name."""
    return {name: GENDERS[entry.gender] for name, entry in seeds.first_names.items()}
