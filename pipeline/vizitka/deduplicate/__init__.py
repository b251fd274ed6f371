"""One id for one person, organization, country or place: within a document, then by equal names across documents."""

from __future__ import annotations

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


def deduplicate(tables: Tables, seeds: Seeds) -> Tables:
    """Fill the entity ids, and make ``entities`` and ``cards``. The order of the documents changes nothing."""
    mentioned = rows(tables.mentions)
    by_document: dict[str, list[Row]] = {}
    called = dict(zip(tables.entities["entity_id"], tables.entities["name"], strict=True))
    for row in mentioned:
        row.setdefault("name", called.get(row["entity_id"], row["normal"]))
        by_document.setdefault(row["document_id"], []).append(row)
    names: dict[str, Name] = {}
    for document, group in by_document.items():
        names.update(_identify(document, group, seeds))
    mentions = pd.DataFrame(mentioned, columns=list(dict.fromkeys([*tables.mentions.columns, "name"])))
    occupancies = _occupancies(tables.occupancies, mentioned)
    table = entities(tables.documents, mentioned, names)
    return tables._replace(mentions=mentions, occupancies=occupancies, entities=table, cards=cards(tables.documents, occupancies, table))


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


def _occupancies(table: pd.DataFrame, mentioned: list[Row]) -> pd.DataFrame:
    """With the people's and organizations' ids and full names; a person with a role in a document keeps no row without one."""
    mentions = {row["mention_id"]: row for row in mentioned}
    found: list[Row] = []
    for row in rows(table):
        person, organization = mentions[row["person_mention_id"]], mentions.get(row["organization_mention_id"])
        found.append(
            {
                **row,
                "person": person["name"],
                "person_id": person["entity_id"],
                "organization_id": organization["entity_id"] if organization else "",
            }
        )
    roled = {(row["document_id"], row["person_id"]) for row in found if row["role"]}
    kept: dict[tuple[str, str, str], Row] = {}
    for row in found:
        if row["role"] or (row["document_id"], row["person_id"]) not in roled:
            kept.setdefault((row["document_id"], row["person_id"], row["occupancy_id"] if row["role"] else ""), row)
    return pd.DataFrame(list(kept.values()), columns=list(table.columns))
