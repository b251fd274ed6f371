"""The table of entities: a row for each distinct person, organization, country, location."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

import numpy as np
import pandas as pd

from ..morphology import fold
from ..naming import Name, parts
from ..schema import ENTITIES
from ..seeds import Seeds
from ..transliteration import is_latin
from ..types import Row
from .names import completes, fullness, is_full, is_initial

KINDS = {"nationality": "country"}
SAID = ["entity_id", "kind", "name", "normal", "country_code", "document_id"]


def entities(documents: pd.DataFrame, mentions: pd.DataFrame, reprints: Mapping[str, str], seeds: Seeds) -> pd.DataFrame:
    """Name, other forms, parts of a person's name, and where and when each was seen; by kind and name.

    A reprint and its original count as one document.
    """
    dates = dict(zip(documents["document_id"], documents["published_at"], strict=True))
    found = [_entity(group, reprints, dates, seeds) for group in together(mentions.loc[mentions["entity_id"] != "", SAID], ["entity_id"])]
    table = pd.DataFrame(found, columns=list(ENTITIES))
    return table.sort_values(["kind", "name", "entity_id"], ignore_index=True) if found else table


def together(table: pd.DataFrame, columns: list[str]) -> Iterator[list[Row]]:
    """The rows that are equal in some columns, in their order, a group at a time; groups by first appearance."""
    numbers = table.groupby(columns, sort=False, dropna=False).ngroup().to_numpy()
    order = np.argsort(numbers, kind="stable")
    bounds = [*np.flatnonzero(np.diff(numbers[order], prepend=-1)).tolist(), len(order)]
    cells = {str(column): table[column].to_numpy(object)[order] for column in table}
    for start, stop in pairwise(bounds):
        yield [dict(zip(cells, values, strict=True)) for values in zip(*(array[start:stop] for array in cells.values()), strict=True)]


def _entity(group: list[Row], reprints: Mapping[str, str], dates: Mapping[str, str], seeds: Seeds) -> tuple[object, ...]:
    identity, kinds = group[0]["entity_id"], Counter(KINDS.get(row["kind"], row["kind"]) for row in group)
    kind = min(kinds, key=lambda each: (-kinds[each], each))
    called = Counter(row["name"] for row in group)
    best = best_name(called, seeds) if kind == "person" else usual_name(called, seeds)
    name = parts(best, seeds) if kind == "person" else Name(best)
    documents = {row["document_id"] for row in group}
    seen = sorted({date for document in documents if (date := dates.get(document, ""))})
    codes = usual(Counter(row["country_code"] for row in group))
    return (
        identity,
        kind,
        best,
        "; ".join(aliases(Counter(row["normal"] for row in group), best)),
        name.first,
        name.patronymic,
        name.last,
        {"masc": "male", "femn": "female"}.get(name.gender, ""),
        min(codes, key=lambda code: (not code, -codes[code], code), default=""),
        seen[0] if seen else "",
        seen[-1] if seen else "",
        len({reprints.get(document, document) for document in documents}),
        len(group),
    )


def usual(told: Counter[str]) -> Counter[str]:
    """What is no exception, as a twentieth of the mentions or less is."""
    return Counter({each: count for each, count in told.items() if count * 20 > told.total()})


def aliases(forms: Counter[str], best: str) -> list[str]:
    """The other forms, each in its most frequent spelling, whatever its case and ё.

    >>> aliases(Counter(["МИД Чили", "россиянин", "Россиянин", "россиянин", "мид Чили"]), "МИД Чили")
    ['россиянин']
    """
    spellings: dict[str, str] = {}
    for form in sorted(forms, key=lambda form: (-forms[form], form)):
        spellings.setdefault(fold(form), form)
    return sorted(spelling for form, spelling in spellings.items() if form != fold(best))


def usual_name(names: Counter[str], seeds: Seeds) -> str:
    """The name that the seeds have; else the most frequent one that is not the beginning of another, rather in Cyrillic letters."""

    def rank(name: str) -> tuple[bool, bool, int, bool, str]:
        short = any(other != name and fold(other).startswith(f"{fold(name)} ") for other in names)
        return name not in seeds.organizations, short, -names[name], is_latin(name), name

    return min(names, key=rank)


def best_name(names: Counter[str], seeds: Seeds) -> str:
    """The fullest name with a surname that is no exception, then the most frequent."""
    known = usual(names) if any(is_full(parts(name, seeds)) for name in usual(names)) else names
    best = min(known, key=lambda name: (not parts(name, seeds).last, -fullness(parts(name, seeds)), -names[name], name))
    return _written_out(best, names, seeds)


def _written_out(short: str, names: Iterable[str], seeds: Seeds) -> str:
    """«О. Громова» with the names that her initials stand for, of whom «Ольга Борисовна» is a name too."""
    name = parts(short, seeds)
    told = (each for each in sorted(names) if name.last and is_initial(name.first) and not parts(each, seeds).last)
    whole = next((each for each in told if completes(parts(each, seeds), name, seeds)), "")
    return f"{whole} {name.last}" if whole else short


def united(mentions: pd.DataFrame, seeds: Seeds) -> pd.Series[str]:
    """The name of each mention: of a person whom a document calls by several the best that they make."""
    who = ["document_id", "entity_id"]
    told = mentions.loc[mentions["kind"] == "person", [*who, "name"]].drop_duplicates()
    several = told[told.duplicated(who, keep=False)].groupby(who)["name"]
    best = {whose: best_name(Counter(names), seeds) for whose, names in several}
    whose = zip(mentions["document_id"], mentions["entity_id"], mentions["name"], strict=True)
    return pd.Series([best.get((document, entity), name) for document, entity, name in whose], mentions.index, object)
