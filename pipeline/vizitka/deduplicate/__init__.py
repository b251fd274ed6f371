"""One id for one person, organization, country or place: within a document, then by equal names across documents.

Tables of a million mentions go through: a few documents at a time become rows of Python's, everything else stays columns.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ..morphology import fold
from ..naming import Name
from ..schema import entity_id
from ..seeds import Seeds
from ..types import Row, Tables, rows
from .cards import cards
from .entities import entities
from .people import best_name, people

IDENTIFIED = {"organization": "organization", "country": "country", "nationality": "country", "location": "location"}
FILLED = ("normal", "entity_id", "name")
SLICE = 5_000  # mentions that are rows of Python's at a time


def deduplicate(tables: Tables, seeds: Seeds) -> Tables:
    """Fill the entity ids, and make ``entities`` and ``cards``. The order of the documents changes nothing."""
    called = dict(zip(tables.entities["entity_id"], tables.entities["name"], strict=True))
    names: dict[str, Name] = {}
    filled: dict[str, list[str]] = {column: [] for column in FILLED}
    ordered = tables.mentions.sort_values("document_id", kind="stable") if len(tables.mentions) else tables.mentions
    for group in _documents(ordered):
        for row in group:
            row.setdefault("name", called.get(row["entity_id"], row["normal"]))
        names.update(_identify(group[0]["document_id"], group, seeds))
        for column, cells in filled.items():
            cells.extend(row[column] for row in group)
    mentions = ordered.assign(**{column: pd.Series(cells, ordered.index, object) for column, cells in filled.items()}).sort_index()
    occupancies = _occupancies(tables.occupancies, mentions)
    table = entities(tables.documents, mentions, names)
    return tables._replace(mentions=mentions, occupancies=occupancies, entities=table, cards=cards(tables.documents, occupancies, table))


def _documents(mentions: pd.DataFrame) -> Iterator[list[Row]]:
    """The rows of each document, of a table in the order of documents."""
    group: list[Row] = []
    for start in range(0, len(mentions), SLICE):
        for row in rows(mentions.iloc[start : start + SLICE]):
            if group and group[0]["document_id"] != row["document_id"]:
                yield group
                group = []
            group.append(row)
    if group:
        yield group


def _identify(document: str, group: list[Row], seeds: Seeds) -> dict[str, Name]:
    """Give every mention of a document its entity; the parts of the people's names by their ids."""
    names = {}
    for person in people((row for row in group if row["kind"] == "person"), seeds):
        name = best_name(person, seeds)
        scope = () if person.name.first and person.name.last else (document,)
        identity = entity_id("person", fold(name), *scope)
        names[identity] = person.name._replace(whole=name)
        for row in person.rows:
            row["entity_id"], row["name"] = identity, name
            if len(person.rows) > 1 and " " not in row["normal"] and person.name.last:
                row["normal"] = person.name.last if fold(row["normal"]) != fold(person.name.first) else row["normal"]
    for row in group:
        if row["kind"] in IDENTIFIED:
            key = row["country_code"] if IDENTIFIED[row["kind"]] == "country" and row["country_code"] else fold(row["name"])
            row["entity_id"] = entity_id(IDENTIFIED[row["kind"]], key)
    return names


def _occupancies(table: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """With the people's and organizations' ids and full names; a person with a role in a document keeps no row without one."""
    known = mentions.set_index("mention_id")[["name", "entity_id"]]
    person = known.reindex(table["person_mention_id"])
    organization = known["entity_id"].reindex(table["organization_mention_id"]).fillna("")
    table = table.assign(person=person["name"].array, person_id=person["entity_id"].array, organization_id=organization.array)
    roled = table["role"] != ""
    whose = table["document_id"] + " " + table["person_id"]
    first = ~pd.DataFrame({"whose": whose, "which": table["occupancy_id"].where(roled, "")}).duplicated()
    return table[first & (roled | ~whose.isin(whose[roled]))].reset_index(drop=True)
