"""Other names of people told beside the first: «Чижик (Олег Рогов)», «Анна Рогова (Седова)», «Олег Рогов под псевдонимом Чижик», «Олег
Рогов (настоящее имя — Лев Седов)», «Кен Кокрел (Ken Cockrel Jr.)»."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ..morphology import fold, keys, parses
from ..naming import parts
from ..seeds import Seeds
from ..signs import JOINTS
from ..transliteration import is_latin
from ..types import Row

BRACKET = 2  # characters between a name and another in brackets
NEAR = 40  # characters between a name and the pseudonym told of it


def unite(people: Sequence[Row], seeds: Seeds) -> None:
    """Give the people of a document who bear a byname the full name that is told beside it."""
    told = dict(filter(None, (_told(row, following, seeds) for row, following in pairwise(people))))
    told |= dict(pair for place in range(2, len(people)) for pair in _listed(people, place, seeds))
    if not told:
        return
    told |= _surnames(told, people, seeds)
    for row in people:
        row["normal"] = row["name"] = told.get(row["normal"], row["normal"])


def _told(row: Row, following: Row, seeds: Seeds) -> tuple[str, str] | None:
    """A byname and the full name that it stands for, None where two people follow each other."""
    if not 0 < following["start"] - row["stop"] <= NEAR:
        return None
    own = parts(row["normal"], seeds)
    full = bool(own.first and own.last)
    if full and not keys(following["left"][0] or "-").isdisjoint(seeds.words["byname"]):
        return following["normal"], row["normal"]
    if _is_own_name(row, following, seeds):
        return (following["normal"], row["normal"]) if full else (row["normal"], following["normal"])
    if _opens(row, following) and is_latin(following["surface"]) and not is_latin(row["surface"]):
        return following["normal"], row["normal"]
    if not _opens(row, following) or following["right"][0] != ")":
        return None
    if full and own.gender == "femn" and len(following["words"]) == 1:
        return following["normal"], row["normal"]
    return (row["normal"], following["normal"]) if _is_byname(row, following, seeds) else None


def _is_own_name(row: Row, following: Row, seeds: Seeds) -> bool:
    """«Чижик (настоящее имя — [Олег Рогов])»: does a bracket tell the name that somebody had before?"""
    before, said = following["left"]
    return row["right"][0] == "(" and said.case == "nomn" and not keys(before or "-").isdisjoint(seeds.words["own name"])


def _surnames(told: Mapping[str, str], people: Sequence[Row], seeds: Seeds) -> dict[str, str]:
    """What each surname stands for that a whole byname has: «Седов» of «Олег Рогов (настоящее имя — Лев Седов)», unless it is another's."""
    names = {row["normal"]: parts(row["normal"], seeds) for row in people}
    lasts = ((names[byname].last, full) for byname, full in told.items() if byname in names and names[byname].first)
    taken = Counter(name.last for name in names.values() if name.first)
    return {last: full for last, full in lasts if last and taken[last] == 1}


def _listed(people: Sequence[Row], place: int, seeds: Seeds) -> Sequence[tuple[str, str]]:
    """«Чижик и Щегол (Олег Рогов и Анна Рогова)»: the bynames of a list, and the full names that a list in brackets tells of them."""
    if not _opens(people[place - 1], people[place]):
        return ()
    last = next((last for last in range(place, len(people)) if not _is_joined(people[last : last + 2])), place)
    first = 2 * place - last - 1
    pairs = list(zip(people[max(first, 0) : place], people[place : last + 1], strict=False))
    joined = all(map(_is_joined, pairwise(people[max(first, 0) : place])))
    told = last > place and first >= 0 and joined and people[last]["right"][0] == ")"
    told = told and all(_is_byname(row, other, seeds) for row, other in pairs)
    return [(row["normal"], other["normal"]) for row, other in pairs] if told else ()


def _opens(row: Row, following: Row) -> bool:
    """Does a bracket open between two names, and nothing else stand there?"""
    return following["start"] - row["stop"] == BRACKET and (row["right"][0], following["left"][0]) == ("(", "(")


def _is_joined(pair: Sequence[Row]) -> bool:
    """Are there two, with a joint or a comma between them and nothing else?"""
    sign = pair[0]["right"][0] if len(pair) > 1 and pair[0]["right"][0] == pair[1]["left"][0] else ""
    return sign in JOINTS and pair[1]["start"] - pair[0]["stop"] <= len(f" {sign} ")


def _is_byname(row: Row, other: Row, seeds: Seeds) -> bool:
    """Is one word that is nobody's name told of a full name?"""
    name = parts(other["normal"], seeds)
    return len(row["words"]) == 1 and bool(name.first and name.last) and not _is_name(row["normal"], seeds)


def _is_name(word: str, seeds: Seeds) -> bool:
    """«Рогов», «Олег», but not «Чижик»: a surname or a first name that is known."""
    known = any("Surn" in parse.marks for parse in parses(word)) or fold(word) in seeds.surname_rates
    return known or fold(word) in seeds.first_names or fold(word) in seeds.public_surnames
