"""FollowTheMoney entities, a JSON object a line (followthemoney.tech): who, what posts, who holds which, in which documents.

Person, Organization (PublicBody for bodies of states), Position, Occupancy, Document, Mention, by the schemata of FollowTheMoney 4;
countries and places are properties there, no entities.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any

import pandas as pd

from .. import seeds as knowledge
from ..morphology import fold
from ..schema import digest
from ..seeds import Seeds

Row = dict[str, Any]
SCHEMATA = {"person": "Person", "organization": "Organization"}
WITHOUT_TEXT = ("failed", "skipped", "empty")


def write(tables: Mapping[str, pd.DataFrame], path: Path, delimiter: str) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for entity in entities(tables):
            file.write(json.dumps(entity, ensure_ascii=False) + "\n")


def read(path: Path, name: str) -> pd.DataFrame:
    raise ValueError(f"{path}: FollowTheMoney entities are written only: convert from another format")


def entities(tables: Mapping[str, pd.DataFrame]) -> Iterator[Row]:
    """The entities of all tables; each id is there once, and whatever an entity refers to is there too."""
    seeds = knowledge.load()
    schemata = {row["entity_id"]: _schema(row, seeds) for row in _rows(tables["entities"]) if row["kind"] in SCHEMATA}
    yield from (_thing(row, schemata[row["entity_id"]]) for row in _rows(tables["entities"]) if row["kind"] in SCHEMATA)
    yield from _documents(tables["documents"])
    yield from _posts(tables["occupancies"])
    for row in _rows(tables["mentions"]):
        if row["entity_id"] in schemata:
            schema = schemata[row["entity_id"]]
            yield _entity(f"vm-{row['mention_id']}", "Mention", document=f"vd-{row['document_id']}", resolved=f"ve-{row['entity_id']}",
                          name=row["surface"], detectedSchema=schema, contextCountry=row["country_code"].lower())  # fmt: skip


def _schema(row: Row, seeds: Seeds) -> str:
    """A body of a state is a PublicBody: by the table of organizations, else by the noun that begins its name («министерство»)."""
    known, noun = seeds.organizations.get(row["name"]), fold(row["name"].split()[0]) if row["name"].split() else ""
    kind = known.kind if known else seeds.organization_nouns.get(noun, "")
    return "PublicBody" if row["kind"] == "organization" and kind == "body" else SCHEMATA[row["kind"]]


def _thing(row: Row, schema: str) -> Row:
    person = schema == "Person"
    return _entity(f"ve-{row['entity_id']}", schema, name=row["name"], alias=row["aliases"].split("; "),
                   firstName=row["first_name"] if person else "", fatherName=row["patronymic"] if person else "",
                   lastName=row["last_name"] if person else "", gender=row["gender"] if person else "",
                   country=row["country_code"].lower())  # fmt: skip


def _documents(table: pd.DataFrame) -> Iterator[Row]:
    seen = set(WITHOUT_TEXT)
    for row in _rows(table):
        if row["status"] == "ok" and row["document_id"] not in seen:
            seen.add(row["document_id"])
            source = row["source"]
            address = source if source.startswith(("http://", "https://")) else ""
            yield _entity(f"vd-{row['document_id']}", "Document", fileName=PurePath(source).name or source, title=row["title"],
                          sourceUrl=address, publishedAt=row["published_at"], language={"ru": "rus"}.get(row["language"], ""))  # fmt: skip


def _posts(table: pd.DataFrame) -> Iterator[Row]:
    """A position for each distinct role, organization and country, an occupancy for each holder, status and document."""
    seen = set()
    for row in _rows(table):
        if not row["role"]:
            continue
        parts = (row["role"], row["organization"], row["country"], row["place"], row["host_country_code"])
        post = f"vp-{digest(*parts)}"
        if post not in seen:
            seen.add(post)
            label = " – ".join(part for part in (row["role"], row["organization"] or row["country"], row["place"]) if part)
            organization = f"ve-{row['organization_id']}" if row["organization_id"] else ""
            yield _entity(post, "Position", name=label, country=row["country_code"].lower(), organization=organization,
                          subnationalArea=row["place"])  # fmt: skip
        yield _entity(f"vo-{row['occupancy_id']}", "Occupancy", holder=f"ve-{row['person_id']}", post=post, status=row["status"],
                      date=row["published_at"], summary=row["evidence"], proof=f"vd-{row['document_id']}")  # fmt: skip


def _entity(identity: str, schema: str, **properties: str | list[str]) -> Row:
    """Empty values are left out, line ends and signs that cannot be printed are spaces."""
    listed = {name: [value] if isinstance(value, str) else value for name, value in properties.items()}
    told = {name: [plain for value in values if (plain := _plain(value))] for name, values in listed.items()}
    return {"id": identity, "schema": schema, "properties": {name: values for name, values in told.items() if values}}


def _plain(value: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in value).split())


def _rows(table: pd.DataFrame) -> Iterator[Row]:
    columns = list(table.columns)
    return (dict(zip(columns, row, strict=True)) for row in zip(*(table[column].tolist() for column in columns), strict=True))
