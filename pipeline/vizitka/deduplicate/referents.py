"""Who or what one document speaks of: a person with all that it says of him, before he is compared with those of other documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from weakref import WeakValueDictionary

from ..morphology import fold
from ..naming import Name
from ..types import Row
from .names import is_full, stem

Facts = frozenset[str]
_KEPT: WeakValueDictionary[Facts, Facts] = WeakValueDictionary()


class Referent(NamedTuple):
    """A person of one document.

    ``mention`` is the id of the mention that bears the fullest name; ``posts`` are roles with whom they are held for; ``company`` are all
    that the document names in full, ``setting`` the countries and organizations that it speaks of.
    """

    document: str
    mention: str
    date: str
    name: Name
    roles: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    organizations: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    setting: frozenset[str] = frozenset()


def facts(occupancies: Iterable[Row]) -> tuple[Facts, Facts, Facts, Facts]:
    """Roles, posts, organizations, countries that the rows of a person say."""
    held = list(occupancies)
    posts = {f"{fold(row['role'])}, {at}" for row in held if row["role"] for at in (fold(row["organization"]), row["country_code"]) if at}
    roles, organizations = {fold(row["role"]) for row in held}, {fold(row["organization"]) for row in held}
    countries = {row["country_code"] for row in held}
    return _kept(roles), _kept(posts), _kept(organizations), _kept(countries)


def _kept(words: set[str]) -> Facts:
    """The words, in one object for all who hold the same."""
    found = frozenset(words - {""})
    return _KEPT.setdefault(found, found)


def company(names: Sequence[Name]) -> frozenset[str]:
    """The people that a document names in full, by keys that survive variants of spelling."""
    return frozenset(companion(name) for name in names if is_full(name))


def companion(name: Name) -> str:
    return f"{fold(name.first)[:1]} {stem(name.last)}"
