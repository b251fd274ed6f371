"""The table of cards: a row for each distinct person, role, organization, country and status."""

from __future__ import annotations

import pandas as pd

from ..schema import CARDS
from ..types import Row, rows

SAME = ("person_id", "role", "organization", "country_code", "status", "host_country_code", "place")


def cards(documents: pd.DataFrame, occupancies: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """Who holds what, once; people without any role last. A person with a role somewhere has no card without one."""
    sources = dict(zip(documents["document_id"], documents["source"], strict=True)) if len(documents) else {}
    firsts = documents[documents["status"] == "ok"] if len(documents) else documents
    sources.update(zip(firsts["document_id"], firsts["source"], strict=True))
    names = dict(zip(entities["entity_id"], entities["name"], strict=True))
    counts = dict(zip(entities["entity_id"], entities["mentions"], strict=True))
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows(occupancies):
        groups.setdefault(tuple(row[column] for column in SAME), []).append(row)
    roled = {key[0] for key in groups if key[1]}
    found = [_card(group, names, counts, sources) for key, group in groups.items() if key[1] or key[0] not in roled]
    found.sort(key=lambda row: (not row["role"], *(row[column] for column in CARDS[:6])))
    return pd.DataFrame(found, columns=list(CARDS))


def _card(held: list[Row], names: dict[str, str], counts: dict[str, int], sources: dict[str, str]) -> Row:
    first = held[0]
    documents = sorted({row["document_id"] for row in held})
    seen = sorted({row["published_at"] for row in held if row["published_at"]})
    kept = {column: first[column] for column in CARDS if column in first}
    return {
        **kept,
        "person": names[first["person_id"]],
        "documents": len(documents),
        "mentions": len(held) if first["role"] else counts[first["person_id"]],
        "first_seen": seen[0] if seen else "",
        "last_seen": seen[-1] if seen else "",
        "sources": "; ".join(sorted({sources[document] for document in documents})),
    }
