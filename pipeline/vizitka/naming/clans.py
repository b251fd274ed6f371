"""A family, whom a surname names in the plural: «семья [Рощиных]», «братья [Рощины]», «с [Ковальскими]»."""

from __future__ import annotations

import re
from functools import lru_cache

from ..morphology import REMEMBERED, keys, parses
from ..seeds import Seeds

SURE = re.compile("..(?:[оеё]вы(?:ми)?|[иы]ными|[сц]ки(?:е|ми))$")  # no form of one man's surname or one woman's
ABLE = re.compile("(?:[иы]ны|[иы]х|[иы]м)$")
ENDING = re.compile("(?<=[сц]к)(?:их|ими?)$|(?<=[оеёиы][вн])(?:ых|ыми?)$")
CLAN = re.compile("..(?:[оеё]вы|[иы]ны|[сц]кие)$")


@lru_cache(maxsize=REMEMBERED)
def is_clan(surname: str, before: str, seeds: Seeds) -> bool:
    """Is a surname alone that of several, by its ending or by the word before it («семья», «братья»)?

    >>> from ..seeds import load
    >>> [is_clan(name, before, load()) for name, before in (("Рощиных", "семьи"), ("Рощиным", "братом"), ("Рощиным", "братьям"))]
    [True, False, True]
    """
    if SURE.search(surname):
        return True
    if not ABLE.search(surname) or not before:
        return False
    several = not seeds.words["kin"].isdisjoint(keys(before)) and any(parse.number == "plur" for parse in parses(before))
    return several or not seeds.words["family"].isdisjoint(keys(before))


def clan(surname: str) -> str:
    """A surname of several in the nominative.

    >>> [clan(name) for name in ("Рощиных", "Ковальскими", "Рощины", "Седых")]
    ['Рощины', 'Ковальские', 'Рощины', 'Седых']
    """
    return ENDING.sub(lambda found: "ие" if found.group()[0] == "и" else "ы", surname)


def names_clan(normal: str) -> bool:
    """«Рощины», «Ковальские»: is it a surname of several?"""
    return " " not in normal and CLAN.search(normal) is not None
