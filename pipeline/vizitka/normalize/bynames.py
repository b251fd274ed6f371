"""Other names of people told beside the first: «Чижик (Олег Рогов)», «Анна Рогова (Седова)», «Олег Рогов под псевдонимом Чижик»."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..morphology import fold, keys, parses
from ..naming import parts
from ..seeds import Seeds
from ..types import Row

BRACKET = 2  # characters between a name and another in brackets
NEAR = 40  # characters between a name and the pseudonym told of it


def unite(people: Sequence[Row], seeds: Seeds) -> None:
    """Give the people of a document who bear a byname the full name that is told beside it."""
    told = dict(filter(None, (_told(row, following, seeds) for row, following in pairwise(people))))
    for row in people if told else ():
        row["normal"] = row["name"] = told.get(row["normal"], row["normal"])


def _told(row: Row, following: Row, seeds: Seeds) -> tuple[str, str] | None:
    """A byname and the full name that it stands for, None where two people follow each other."""
    own, other = parts(row["normal"], seeds), parts(following["normal"], seeds)
    apart = following["start"] - row["stop"]
    full = bool(own.first and own.last)
    if full and 0 < apart <= NEAR and not keys(following["left"][0] or "-").isdisjoint(seeds.words["byname"]):
        return following["normal"], row["normal"]
    if apart != BRACKET or (row["right"][0], following["left"][0], following["right"][0]) != ("(", "(", ")"):
        return None
    if full and own.gender == "femn" and len(following["words"]) == 1:
        return following["normal"], row["normal"]
    nicked = len(row["words"]) == 1 and bool(other.first and other.last) and not _is_name(row["normal"], seeds)
    return (row["normal"], following["normal"]) if nicked else None


def _is_name(word: str, seeds: Seeds) -> bool:
    """«Рогов», «Олег», but not «Чижик»: a surname or a first name that is known."""
    known = any("Surn" in parse.marks for parse in parses(word)) or fold(word) in seeds.surname_rates
    return known or fold(word) in seeds.first_names or fold(word) in seeds.public_surnames
