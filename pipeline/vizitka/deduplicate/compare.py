"""Are two people one? A table of (pure comparison, weight): each comparison gives a level, the table gives the level's weight in bits.

A weight is the logarithm of how much oftener a level is met between two documents' mentions of one person than between those of two people
(Fellegi and Sunter 1969); the levels of ``name`` hold the odds that two people whose names agree so are one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import NamedTuple

from ..naming import Name
from ..paths import resource
from ..seeds import Seeds
from .names import agreement, fullness, namesakes
from .referents import Referent, companion

Weights = Mapping[tuple[str, str], float]
RARE, COMMON = 0.1, 2.0
NEAR, FAR = 31, 3650


@dataclass(slots=True)
class Candidate:
    """Some referents taken for one person, and all that they say of him."""

    name: Name
    referents: list[int]
    documents: set[str]
    roles: set[str] = field(default_factory=set)
    posts: set[str] = field(default_factory=set)
    organizations: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)
    setting: set[str] = field(default_factory=set)
    dates: tuple[str, str] = ("", "")


class Score(NamedTuple):
    """The bits for one person (more than 0: rather one), and the levels that gave them."""

    bits: float
    levels: tuple[tuple[str, str], ...]

    @property
    def reason(self) -> str:
        """«name equal, posts shared»."""
        return ", ".join(f"{comparison} {level}" for comparison, level in self.levels)


EXCLUDED = Score(float("-inf"), ())


def candidate(numbers: Iterable[int], referents: Mapping[int, Referent] | list[Referent]) -> Candidate:
    """One person of some referents; the name is the fullest."""
    numbers = list(numbers)
    told = [referents[number] for number in numbers]
    name = max(dict.fromkeys(each.name for each in told), key=lambda name: (fullness(name), name.whole))
    found = Candidate(name, numbers, {each.document for each in told})
    for each in told:
        found.roles.update(each.roles)
        found.posts.update(each.posts)
        found.organizations.update(each.organizations)
        found.countries.update(each.countries)
        found.company |= each.company
        found.setting |= each.setting
    dates = sorted({each.date for each in told if each.date})
    found.dates = (dates[0], dates[-1]) if dates else ("", "")
    return found


def joined(one: Candidate, other: Candidate) -> Candidate:
    """Both as one."""
    name = max((one.name, other.name), key=lambda name: (fullness(name), name.whole))
    dates = sorted(filter(None, (*one.dates, *other.dates)))
    return Candidate(
        name, one.referents + other.referents, one.documents | other.documents, one.roles | other.roles, one.posts | other.posts,
        one.organizations | other.organizations, one.countries | other.countries, one.company | other.company,
        one.setting | other.setting, (dates[0], dates[-1]) if dates else ("", ""),
    )  # fmt: skip


# Comparisons ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def name(one: Candidate, other: Candidate, seeds: Seeds) -> str:
    return agreement(one.name, other.name, seeds)


def rarity(one: Candidate, other: Candidate, seeds: Seeds) -> str:
    """How many bear the name that they share, by the shares of first names and surnames in the population."""
    most = min(namesakes(one.name, seeds), namesakes(other.name, seeds))
    return "rare" if most < RARE else "usual" if most < COMMON else "common"


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


def shared(one: set[str], other: set[str]) -> str:
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
