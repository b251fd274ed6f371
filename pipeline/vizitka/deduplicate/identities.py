"""The ids: made of names, so that another run gives the same; those that a base has given once stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ..morphology import fold, is_acronym
from ..schema import entity_id
from ..seeds import Seeds
from .documents import Gathered
from .names import is_full
from .organizations import is_common, is_common_place, is_definition, is_of_several, key, land_of

STATES = frozenset({"country", "nationality"})
IDENTIFIED = {"organization": "organization", "country": "country", "nationality": "country", "location": "location"}


def identities(
    found: Gathered,
    people: Sequence[Sequence[int]],
    known: Mapping[str, str],
    firsts: Mapping[str, str],
    verdicts: Mapping[tuple[str, str], bool],
    seeds: Seeds,
) -> pd.Series[str]:
    """The entity of each mention, empty for roles."""
    by_person = _of_people(found, people, known, firsts)
    table = found.mentions
    columns = (table[column].to_numpy(object) for column in ("kind", "country_code", "name", "document_id"))
    defined, small = _defined(table, seeds), _small(table)
    made: dict[tuple[str, ...], str] = {}
    ids = []
    for kind, code, name, document, referent in zip(*columns, found.referent.tolist(), strict=True):
        if referent >= 0:
            ids.append(by_person[referent])
        elif kind in IDENTIFIED:
            common = not (code and kind in STATES) and _is_common(kind, name, (document, name) in small, seeds)
            land = land_of(name, seeds) if kind in ("country", "location") and not code else ""
            told = ("location", fold(land)) if land else (IDENTIFIED[kind], _key(IDENTIFIED[kind], name, code, defined, seeds))
            what = (*told, *([document] if common else []))
            ids.append(made.get(what) or made.setdefault(what, entity_id(*what)))
        else:
            ids.append("")
    column = pd.Series(ids, table.index, object)
    return _as_judged(column, table, found, verdicts) if verdicts else column


def _is_common(kind: str, name: str, is_small: bool, seeds: Seeds) -> bool:
    """May things of several documents bear the name?"""
    if kind == "organization":
        return is_common(name, is_small, seeds)
    return is_common_place(name, seeds) if kind == "location" else is_of_several(name, seeds)


def _key(kind: str, name: str, code: str, defined: Mapping[str, str], seeds: Seeds) -> str:
    """What names of one country, organization or place share."""
    if kind == "organization":
        own = key(name, seeds)
        return defined.get(own, own)
    return code if kind == "country" and code else fold(name)


def _small(table: pd.DataFrame) -> set[tuple[str, str]]:
    """The names of organizations that each document always writes small."""
    named = table.loc[table["kind"] == "organization", ["document_id", "name"]].drop_duplicates()
    large = {(document, name.lower()) for document, name in named.itertuples(index=False) if name[:1].isupper()}
    return {(document, name) for document, name in named.itertuples(index=False) if name[:1].islower()} - large


def _defined(table: pd.DataFrame, seeds: Seeds) -> dict[str, str]:
    """The key of what an acronym stands for that some documents define, all of them in one way («ЦИТ»), and others only use."""
    said = table.loc[table["kind"] == "organization", ["normal", "name"]].drop_duplicates()
    told: dict[str, set[str]] = {}
    for acronym, name in said[said["normal"].map(is_acronym)].itertuples(index=False):
        if is_definition(name, acronym, seeds):
            told.setdefault(key(acronym, seeds), set()).add(key(name, seeds))
    keys = {acronym: names - {acronym} for acronym, names in told.items() if acronym in names}
    return {acronym: names.pop() for acronym, names in keys.items() if len(names) == 1}


def _of_people(found: Gathered, people: Sequence[Sequence[int]], known: Mapping[str, str], firsts: Mapping[str, str]) -> list[str]:
    """The id of each referent's person. Of several of one name the first by date has the id of the name, if nobody else had it."""
    referents = found.referents
    leaders = [referents[person[0]] for person in people]
    given = _kept(found, people, known)
    taken = {*given.values(), *_others(found, firsts)}
    order = sorted(range(len(people)), key=lambda place: (leaders[place].date or "9", leaders[place].mention))
    for place in order:
        if place not in given:
            told = leaders[place]
            plain = entity_id("person", fold(told.name.first), fold(told.name.last)) if is_full(told.name) else ""
            given[place] = plain if plain and plain not in taken else entity_id("person", fold(told.name.whole), told.mention)
            taken.add(given[place])
    ids = np.empty(len(referents), object)
    for place, person in enumerate(people):
        ids[list(person)] = given[place]
    return list(ids)


def _kept(found: Gathered, people: Sequence[Sequence[int]], known: Mapping[str, str]) -> dict[int, str]:
    """The ids that people had before: where two became one the id of more mentions stays, where one became two the larger part keeps it."""
    votes = []
    for place, person in enumerate(people):
        before = Counter(known[found.referents[number].mention] for number in person if found.referents[number].mention in known)
        votes += [(-count, found.referents[person[0]].mention, identity, place) for identity, count in before.items()]
    given: dict[int, str] = {}
    taken: set[str] = set()
    for _, _, identity, place in sorted(votes):
        if place not in given and identity not in taken:
            given[place] = identity
            taken.add(identity)
    return given


def _others(found: Gathered, firsts: Mapping[str, str]) -> set[str]:
    """The ids that were given to people who are still named, also where they have become one with another since."""
    named = set(found.mentions["mention_id"]) if firsts else set()
    return {identity for identity, mention in firsts.items() if mention in named}


def _as_judged(column: pd.Series[str], table: pd.DataFrame, found: Gathered, verdicts: Mapping[tuple[str, str], bool]) -> pd.Series[str]:
    """Organizations, countries and places that an analyst called one."""
    place = dict(zip(table["mention_id"], range(len(table)), strict=True))
    ids = column.tolist()
    instead: dict[str, str] = {}
    for pair, same in sorted(verdicts.items()):
        places = [place[mention] for mention in pair if mention in place]
        if same and len(places) == 2 and all(found.referent[each] < 0 for each in places):
            one, other = sorted(instead.get(ids[each], ids[each]) for each in places)
            instead = {**{old: one if new == other else new for old, new in instead.items()}, other: one}
    return column.replace({old: new for old, new in instead.items() if old != new}) if instead else column
