"""The trained model, read once."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path

from ..paths import resource
from ..seeds import Seeds
from .decode import Model

OUT = Path(resource("models")) / "inflection.tsv.gz"
GENDERS = {"m": "masc", "f": "femn", "u": "both"}


@cache
def load(seeds: Seeds) -> Model:
    """The weights of models/inflection.tsv.gz, in hundredths; a second call gives the same object.

    Raises:
        FileNotFoundError: there are no weights.
    """
    lines = gzip.decompress(OUT.read_bytes()).decode().splitlines()
    return Model({name: float(weight) for name, _, weight in (line.rpartition("\t") for line in lines)}, genders(seeds))


def genders(seeds: Seeds) -> dict[str, str]:
    """The gender of each first name."""
    return {name: GENDERS[entry.gender] for name, entry in seeds.first_names.items()}
