"""The surname that several share: «Вера, Лев и [Илья Рощины]», «герцоги Жюль и [Анри Дюваль]», «семья [Рощиных]»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..inflection import edits
from ..morphology import Grammar, fold, parses
from ..naming import SLAVIC, clan, is_clan, parts
from ..seeds import Seeds
from ..types import Row

PLURAL = ("и", "ы")
NEAR = 4  # characters between two first names of a list
HIS = re.compile(r"..(?:[оеё]в|[иы]н|[сц]кий)$")


def share(people: Sequence[Row], seeds: Seeds) -> None:
    """Give the people of a document who stand in a list before one whose surname is theirs too their whole names, and a family the
    plural."""
    family = ""
    for row, following in reversed(list(pairwise(people))):
        family = _family(row, following, family, people, seeds) if _is_listed(row, following, seeds) else ""
        if family:
            _call(row, str(row["normal"]), family, seeds)
        if HIS.search(family) and len(following["words"]) > 1:
            _call(following, str(following["normal"]).split()[0], family, seeds)
    for row in people:
        if len(row["words"]) == 1 and is_clan(row["words"][0], row["left"][0], seeds):
            row["normal"] = row["name"] = clan(row["words"][0])


def _is_listed(row: Row, following: Row, seeds: Seeds) -> bool:
    """Is it a first name alone that stands right before another person?"""
    beside = row["right"][0] in ("и", ",") and 0 < following["start"] - row["stop"] <= NEAR
    return beside and len(row["words"]) == 1 and fold(row["normal"]) in seeds.first_names


def _family(row: Row, following: Row, family: str, people: Sequence[Row], seeds: Seeds) -> str:
    """The surname, of a man, that two people share, "" where they do not: «Рощин» of «Илья Рощины»; of «Анри Дюваль» where several are
    spoken of, and no other of that first name."""
    words = following["words"]
    if len(words) == 1:
        return family if HIS.search(family) else ""
    if len(words) > 2 or fold(following["normal"].split()[0]) not in seeds.first_names:
        return ""
    if plural := _singular(words[1]):
        return plural
    name, others = parts(following["normal"], seeds), (parts(other["normal"], seeds) for other in people if len(other["words"]) > 1)
    foreign = bool(name.last) and not SLAVIC.search(name.last) and not name.last.endswith(PLURAL)
    one = foreign and row["right"][0] == "и" and _are_several(*row["left"])
    return name.last if one and not any(other.first == row["normal"] for other in others) else ""


def _are_several(before: str, said: Grammar) -> bool:
    """«герцоги», «прибыли»"""
    return said.number == "plur" or all(parse.number == "plur" for parse in parses(before or "-"))


def _singular(word: str) -> str:
    """«Рощин» of «Рощины» and «Рощиных», "" of «Белых» and «Дюваль»."""
    forms = {edit.form for edit in edits(word) if edit.number == "plur" and HIS.search(edit.form)}
    return forms.pop() if len(forms) == 1 else ""


def _call(row: Row, first: str, family: str, seeds: Seeds) -> None:
    """«Илья Рощин», «Вера Рощина», «Вера Ковальская»"""
    entry = seeds.first_names[fold(first)]
    hers = f"{family[:-2]}ая" if family.endswith("ий") else f"{family}а" if HIS.search(family) else family
    row["normal"] = row["name"] = f"{first} {hers if entry.gender == 'f' else family}"
