"""Are two people one? A table of (pure comparison, weight): each comparison gives a level, the table gives the level's weight in bits.

A weight is the logarithm of how much oftener a level is met between two documents' mentions of one person than between those of two
people (Fellegi and Sunter 1969), measured on NEREL's links (``models/calibrate_links.py``; ``one``, ``two``: how often) and taken by
seven tenths, for the comparisons depend on each other. The levels of ``name`` and ``rarity`` hold the odds that two people whose names
agree so are one, and are set by hand.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from ..naming import Name
from ..paths import resource
from ..seeds import Seeds
from .names import agreement, fullness, namesakes
from .referents import Referent, companion

Weights = Mapping[tuple[str, str], float]
RARE, COMMON, CROWDED = 0.1, 2.0, 50.0
NEAR, FAR = 31, 3650


class Candidate(NamedTuple):
    """Some referents taken for one person, and all that they say of him."""

    name: Name
    referents: list[int]
    documents: frozenset[str]
    roles: frozenset[str]
    posts: frozenset[str]
    organizations: frozenset[str]
    countries: frozenset[str]
    company: frozenset[str]
    setting: frozenset[str]
    dates: tuple[str, str]


class Score(NamedTuple):
    """The bits for one person (more than 0: rather one), and the levels that gave them."""

    bits: float
    levels: tuple[tuple[str, str], ...]

    @property
    def reason(self) -> str:
        """«name equal, posts shared»."""
        return ", ".join(f"{comparison} {level}" for comparison, level in self.levels)


EXCLUDED = Score(float("-inf"), ())


def candidate(numbers: Iterable[int], referents: Sequence[Referent]) -> Candidate:
    """One person of some referents; the name is the fullest."""
    numbers = list(numbers)
    told = [referents[number] for number in numbers]
    roles, posts, organizations, countries, company, setting = (united(sets) for sets in zip(*(each[4:] for each in told), strict=True))
    return Candidate(fullest(each.name for each in told), numbers, frozenset(each.document for each in told), roles, posts, organizations,
                     countries, company, setting, span(each.date for each in told))  # fmt: skip


def joined(one: Candidate, other: Candidate) -> Candidate:
    """Both as one."""
    documents, roles, posts, organizations, countries, company, setting = map(united, zip(one[2:9], other[2:9], strict=True))
    called = max(one, other, key=lambda each: (fullness(each.name), len(each.documents), each.name.whole)).name
    return Candidate(called, one.referents + other.referents, documents, roles, posts, organizations, countries,
                     company, setting, span((*one.dates, *other.dates)))  # fmt: skip


def fullest(names: Iterable[Name]) -> Name:
    """The name that is written out most, then the most frequent."""
    counts = Counter(names)
    return max(counts, key=lambda name: (fullness(name), counts[name], name.whole))


def united(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """All members; of a single set, that set itself, for documents of many people share theirs."""
    distinct = list({id(each): each for each in sets}.values())
    return distinct[0] if len(distinct) == 1 else frozenset().union(*distinct)


def span(dates: Iterable[str]) -> tuple[str, str]:
    """The first and the last date that is known."""
    known = sorted(filter(None, dates))
    return (known[0], known[-1]) if known else ("", "")


# Comparisons ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def name(one: Candidate, other: Candidate, seeds: Seeds) -> str:
    return agreement(one.name, other.name, seeds)


def rarity(one: Candidate, other: Candidate, seeds: Seeds) -> str:
    """How many bear the name that they share, by the shares of its parts in the population; a patronymic of one only counts half."""
    rates = [namesakes(each.name, seeds) for each in (one, other)]
    return borne(min(rates) if bool(one.name.patronymic) == bool(other.name.patronymic) else math.prod(rates) ** 0.5)


def borne(most: float) -> str:
    """By how many a name is borne."""
    return "rare" if most < RARE else "usual" if most < COMMON else "common" if most < CROWDED else "crowded"


def posts(one: Candidate, other: Candidate, seeds: Seeds) -> str:
    """One role for one organization or country; else one role; else roles that differ."""
    if not one.roles or not other.roles:
        return ""
    if one.posts & other.posts:
        return "shared"
    return "role shared" if one.roles & other.roles else "differ"


def organizations(one: Candidate, other: Candidate, seeds: Seeds) -> str:
    return shared(one.organizations, other.organizations)


def countries(one: Candidate, other: Candidate, seeds: Seeds) -> str:
    return shared(one.countries, other.countries)


def company(one: Candidate, other: Candidate, seeds: Seeds) -> str:
    """Who else is named in their documents."""
    if not one.company or not other.company:
        return ""
    common = len((one.company & other.company) - {companion(one.name), companion(other.name)})
    return "several shared" if common > 1 else "one shared" if common else "differ"


def setting(one: Candidate, other: Candidate, seeds: Seeds) -> str:
    """What countries and organizations their documents speak of."""
    if not one.setting or not other.setting:
        return ""
    common = len(one.setting & other.setting)
    return "several shared" if common > 2 else "shared" if common else "differ"


def dates(one: Candidate, other: Candidate, seeds: Seeds) -> str:
    """Days between the nearest of their documents: a month, ten years."""
    if not one.dates[0] or not other.dates[0]:
        return ""
    gap = max(days(one.dates[0]) - days(other.dates[1]), days(other.dates[0]) - days(one.dates[1]))
    return "near" if gap <= NEAR else "far" if gap > FAR else "apart"


def together(one: Candidate, other: Candidate, seeds: Seeds) -> str:
    """A document that names both apart."""
    return "in one document" if not one.documents.isdisjoint(other.documents) else ""


def shared(one: frozenset[str], other: frozenset[str]) -> str:
    if not one or not other:
        return ""
    return "shared" if one & other else "differ"


def days(told: str) -> int:
    try:
        return date.fromisoformat(told[:10]).toordinal()
    except ValueError:
        return 0


COMPARISONS: tuple[Callable[[Candidate, Candidate, Seeds], str], ...] = (
    name, rarity, posts, organizations, countries, company, setting, dates, together,
)  # fmt: skip
CONTEXT = COMPARISONS[2:]


def score(one: Candidate, other: Candidate, weights: Weights, seeds: Seeds) -> Score:
    """All comparisons together; names that gainsay each other exclude the pair."""
    agreed = name(one, other, seeds)
    if not agreed:
        return EXCLUDED
    levels = [("name", agreed), ("rarity", rarity(one, other, seeds)), *context(one, other, seeds)]
    return Score(sum(weights.get(level, 0.0) for level in levels), tuple(levels))


def context(one: Candidate, other: Candidate, seeds: Seeds) -> list[tuple[str, str]]:
    """The levels of all comparisons but those of names."""
    found = ((comparison.__name__, comparison(one, other, seeds)) for comparison in CONTEXT)
    return [(comparison, level) for comparison, level in found if level]


@cache
def load() -> Weights:
    """The table ``models/comparisons.tsv``."""
    lines = (resource("models") / "comparisons.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {(cells[0], cells[1]): float(cells[2]) for cells in (line.split("\t") for line in lines)}
