"""Every mention in its base form, every country with its code, every organization under one name in its document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pandas as pd

from ..inflection import NOWHERE, Neighbour
from ..morphology import Grammar
from ..phrases import spelled
from ..schema import MENTIONS
from ..seeds import Seeds
from ..signs import QUOTES
from ..transliteration import is_latin
from ..types import Quoted, Row, Tables, rows
from .agreement import agree
from .documents import resolve
from .forms import inside
from .lists import rest_of
from .occupancies import filled
from .organizations import DEFINED

__all__ = ["filled", "normalize", "with_words"]

GAPS = (len(" ("), *range(len(" (далее "), DEFINED + 1))  # characters between a name and what is short for it
BROKEN = re.compile(r"-[ \t]*\r?\n[ \t]*")


def normalize(tables: Tables, seeds: Seeds) -> Tables:
    """Fill ``normal`` and ``country_code`` of the mentions, and the names in the occupancies.

    A ``normal`` that a table already has is kept, so that corrections hold; one that is empty is made, and where the table was
    read back from a file, and nothing is known of the sentence any more, by the dictionary alone.
    """
    named = rows(with_words(tables.mentions, tables.entities))
    occupancies = rows(tables.occupancies)
    agree(named, occupancies)
    hold(named, occupancies)
    by_document: dict[str, list[Row]] = {}
    for row in named:
        by_document.setdefault(row["document_id"], []).append(row)
    resolve(list(by_document.values()), seeds)
    made = {column: [row[column] for row in named] for column in ("normal", "country_code", "name")}
    mentions = tables.mentions.reindex(columns=list(MENTIONS)).assign(**made)
    return tables._replace(mentions=mentions, occupancies=filled(tables.occupancies, named, seeds))


def hold(mentions: Sequence[Row], occupancies: Sequence[Row]) -> None:
    """Set the ``holder`` of each organization, the mention of who holds a post of it, where its country is not told beside, and the
    ``state`` of each that ends a role held for a state («вице-спикер [парламента]»), the mention of that state."""
    known = {row["mention_id"]: row for row in mentions}
    bodies = {(row["document_id"], row["stop"]): row["mention_id"] for row in mentions if row["kind"] == "organization"}
    people: dict[str, Row | None] = {}
    states: dict[str, Row | None] = {}
    for row in reversed(occupancies):
        role = known.get(row["role_mention_id"])
        body = row["organization_mention_id"] or (bodies.get((row["document_id"], role["stop"]), "") if role else "")
        told, whose = (states, row["country_mention_id"]) if row["country_mention_id"] else (people, row["person_mention_id"])
        told[body] = known.get(whose)
    for row in mentions:
        is_body = row["kind"] == "organization"
        row["holder"], row["state"] = (each.get(row["mention_id"]) if is_body else None for each in (people, states))


def with_words(mentions: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """With the columns ``words``, ``grammars``, ``left``, ``right``, ``quoted``, ``rest``, ``told``: by the spelling alone, unless they are
    there; ``told`` is the name that each had."""
    if "words" in mentions.columns:
        return mentions
    words = pd.Series([tuple(spelled(BROKEN.sub("", surface))) for surface in mentions["surface"]], index=mentions.index, dtype=object)
    table = rows(mentions)
    names = dict(zip(entities["entity_id"], entities["name"], strict=True))
    told = [names.get(row["entity_id"], "") for row in table]
    sides = list(_sides(table, told))
    left, right = (pd.Series([each[side] for each in sides], index=mentions.index, dtype=object) for side in (0, 1))
    quoted = [requoted(row["normal"], name) for row, name in zip(table, told, strict=True)]
    rests = [rest_of(row["surface"], name) if row["kind"] == "location" else None for row, name in zip(table, told, strict=True)]
    return mentions.assign(words=words, grammars=words.map(lambda each: (Grammar(),) * len(each)), left=left, right=right, told=told,
                           quoted=pd.Series(quoted, index=mentions.index, dtype=object),
                           rest=pd.Series(rests, index=mentions.index, dtype=object))  # fmt: skip


def _sides(table: Sequence[Row], told: Sequence[str]) -> Iterator[tuple[Neighbour, Neighbour]]:
    """What stood beside each mention: brackets, where it and the mention right before it were one thing («ЕЭК» of «… (ЕЭК)», «Общество» of
    «… (далее – Общество)»), and what its name goes on with («МВД» of «МВД региона»)."""
    ends = {(row["document_id"], row["stop"]): row["entity_id"] for row in table if row["entity_id"] and row["kind"] == "organization"}
    for row, name in zip(table, told, strict=True):
        before = (gap for gap in GAPS if ends.get((row["document_id"], row["start"] - gap), "") == row["entity_id"])
        gap = next(before, 0) if row["kind"] == "organization" else 0
        after = name.removeprefix(f"{row['normal']} ")
        if gap:
            yield ("(" if gap == len(" (") else "далее", Grammar()), (")", Grammar())
        else:
            yield NOWHERE, (after, Grammar()) if after != name and after.isalpha() and after.islower() else NOWHERE


def requoted(normal: str, name: str) -> Quoted | None:
    """The words and the quotation, or the Latin letters, that a name was made of, where it is one («театр «Сфера»» of «Сфера» or «театр
    «Сфера»», «фирма Apex» of «Apex»)."""
    latin = is_latin(normal) and name.endswith(f" {normal}")
    found = re.search(f"[{QUOTES}]", name)
    start = found.start() if found else len(name) - len(normal) if latin else 0
    before, quotation = name[:start].split(), name[start:]
    if not before or (quotation[1:-1] if found else quotation) != inside(normal):
        return None
    words = tuple(spelled(name))
    surfaces = tuple(" ".join((*before[place:], quotation)) for place in range(len(before)))
    return Quoted(surfaces, words, (Grammar(),) * len(words))
