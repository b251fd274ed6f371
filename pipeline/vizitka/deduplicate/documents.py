"""What each document says by itself: which mentions are one person's, what he holds, in whose company he is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from ..morphology import REMEMBERED, fold, keys
from ..naming import Name, parts
from ..seeds import Seeds
from ..types import Ints, Row, Tables, rows
from .names import stem
from .organizations import key
from .people import Person, best_name, is_misprint, is_short, people
from .referents import Referent, company, facts
from .reprints import Steps, steps

FILLED = ("normal", "name")
READ = frozenset({"mention_id", "document_id", "start", "kind", "surface", "country_code", "entity_id", *FILLED})
SLICE = 5_000  # mentions that are rows of Python's at a time
HELD = ["document_id", "person_mention_id", "role", "organization", "country_code"]
SETTING = frozenset({"organization", "country"})


class Gathered(NamedTuple):
    """Mentions in the order of documents, with their document's name for what they mention, and of people's the number of the referent
    (-1 for other mentions); the referents; of each document its date and its steps from mention to mention."""

    mentions: pd.DataFrame
    referent: Ints
    referents: list[Referent]
    dates: dict[str, str]
    steps: dict[str, Steps]


def gathered(tables: Tables, seeds: Seeds) -> Gathered:
    """Read the tables a few documents at a time."""
    called = dict(zip(tables.entities["entity_id"], tables.entities["name"], strict=True))
    dates = dict(zip(tables.documents["document_id"], tables.documents["published_at"], strict=True))
    ordered = tables.mentions.sort_values("document_id", kind="stable") if len(tables.mentions) else tables.mentions
    held = iter(
        documents(tables.occupancies.sort_values("document_id", kind="stable")[HELD] if len(tables.occupancies) else pd.DataFrame())
    )
    filled: dict[str, list[str]] = {column: [] for column in FILLED}
    found = Gathered(ordered, np.zeros(0, np.int32), [], dates, {})
    numbers: list[int] = []
    occupied = next(held, None)
    for group in documents(ordered[[column for column in ordered if column in READ]]):
        document = group[0]["document_id"]
        while occupied and occupied[0]["document_id"] < document:
            occupied = next(held, None)
        own = occupied if occupied and occupied[0]["document_id"] == document else []
        for row in group:
            row.setdefault("name", called.get(row["entity_id"], row["normal"]))
        numbers += _read(group, own, found, seeds)
        for column, cells in filled.items():
            cells.extend(row[column] for row in group)
    mentions = ordered.assign(**{column: pd.Series(cells, ordered.index, object) for column, cells in filled.items()})
    return found._replace(mentions=mentions, referent=np.array(numbers, np.int32))


def documents(table: pd.DataFrame) -> Iterator[list[Row]]:
    """The rows of each document, of a table in the order of documents."""
    group: list[Row] = []
    for start in range(0, len(table), SLICE):
        for row in rows(table.iloc[start : start + SLICE]):
            if group and group[0]["document_id"] != row["document_id"]:
                yield group
                group = []
            group.append(row)
    if group:
        yield group


def _read(group: list[Row], held: Sequence[Row], found: Gathered, seeds: Seeds) -> list[int]:
    """Add the people of a document to the referents; the number of each mention's."""
    document = group[0]["document_id"]
    found.steps[document] = steps([(row["start"], row["surface"]) for row in group])
    bishops = {row["person_mention_id"] for row in held if _is_bishop(row["role"], seeds)}
    told = people((row for row in group if row["kind"] == "person"), seeds, bishops)
    names = {person.rows[0]["mention_id"]: _named(person, seeds) for person in told}
    company_ = company(list(names.values()))
    setting = frozenset(_told(row, seeds) for row in group if row["kind"] in SETTING)
    owner: dict[str, int] = {}
    for person in told:
        mentions = {row["mention_id"] for row in person.rows}
        roles, posts, organizations, countries = facts(row for row in held if row["person_mention_id"] in mentions)
        owner.update(dict.fromkeys(mentions, len(found.referents)))
        first = person.rows[0]["mention_id"]
        date = found.dates.get(document, "")
        found.referents.append(Referent(document, first, date, names[first], roles, posts, organizations, countries, company_, setting))
    return [owner.get(row["mention_id"], -1) for row in group]


@lru_cache(maxsize=REMEMBERED)
def _is_bishop(role: str, seeds: Seeds) -> bool:
    """«патриарх», «митрополит Тульский»"""
    return any("see" in seeds.takes(keys(word)) for word in role.split()[:1])


def _told(row: Row, seeds: Seeds) -> str:
    """A country by its code, an organization by what its names share."""
    return str(row["country_code"] or fold(row["name"])) if row["kind"] == "country" else key(row["name"], seeds)


def _named(person: Person, seeds: Seeds) -> Name:
    """Give a person's mentions the fullest name that the document writes, and the surname alone its own form but for a misprint or
    a short first name; its parts."""
    name = best_name(person, seeds)
    for row in person.rows:
        row["name"] = name
        own = parts(row["normal"], seeds)
        kept = is_misprint(own, person.name, seeds) or is_short(own, person.name, seeds)
        if len(person.rows) > 1 and " " not in row["normal"] and person.name.last and not kept:
            row["normal"] = _surname(row["normal"], person.name)
    return parts(name, seeds)._replace(whole=name)


def _surname(word: str, name: Name) -> str:
    """A surname alone in the form that the whole name shows: «Эрдоган» of «Эрдогана», «Рохас» of «Альварадо Рохас», «Эйк» with its «ван»; a
    first name as it is."""
    if fold(word) in fold(name.first).split():
        return word
    return next((each for each in name.last.split() if name.last.istitle() and stem(each) == stem(word)), name.last)
