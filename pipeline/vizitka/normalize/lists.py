"""The noun that the places of a list share: «в Тверской, Тульской и [Орловской областях]»."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..morphology import Grammar, keys, parses
from ..signs import LISTING
from ..types import Row

Rest = tuple[tuple[str, ...], tuple[Grammar, ...]]
NEAR = 6  # characters between two places of a list


def rests(rows: Sequence[Row]) -> dict[str, Rest]:
    """By mention, of the places that are an adjective alone, the words that the last of their list has besides its own: «областях»."""
    found: dict[str, Rest] = {}
    for row, following in reversed(list(pairwise(row for row in rows if row["kind"] == "location"))):
        rest = found.get(following["mention_id"]) or _rest(following)
        if rest and _is_listed(row, following):
            found[row["mention_id"]] = rest
    return found


def rest_of(surface: str, name: str) -> Rest | None:
    """What the name of a place has besides the adjective that stands in the text.

    >>> rest_of("Тверской", "Тверская область")[0], rest_of("Твери", "Тверь")
    (('область',), None)
    """
    first, *rest = name.split() or [""]
    whole = bool(rest) and " " not in surface and not keys(first).isdisjoint(keys(surface))
    return (tuple(rest), (Grammar(),) * len(rest)) if whole else None


def _rest(row: Row) -> Rest | None:
    """«Народных Республик» of «Луганской Народных Республик»."""
    parts = [said.pos for said in row["grammars"]]
    noun = parts.index("NOUN") if "NOUN" in parts else 0
    if not noun or any(pos != "ADJF" for pos in parts[:noun]):
        return None
    return tuple(row["words"][1 : noun + 1]), tuple(row["grammars"][1 : noun + 1])


def _is_listed(row: Row, following: Row) -> bool:
    """Is it an adjective that stands right before another place?"""
    word, said = row["words"][0], row["grammars"][0]
    beside = row["right"][0] in LISTING and 0 < following["start"] - row["stop"] <= NEAR
    return beside and len(row["words"]) == 1 and word[0].isupper() and said.pos == "ADJF" in {parse.pos for parse in parses(word)}
