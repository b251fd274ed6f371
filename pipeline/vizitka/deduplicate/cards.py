"""The table of cards: a row for each distinct person, role, organization, country and status."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ..schema import CARDS
from ..seeds import Seeds
from ..types import Row
from .entities import together
from .occupancies import completed, served

SAME = ("person_id", "role", "organization", "country_code", "status", "host_country_code", "place")


def cards(
    documents: pd.DataFrame, occupancies: pd.DataFrame, entities: pd.DataFrame, reprints: Mapping[str, str], seeds: Seeds
) -> pd.DataFrame:
    """Who held what when, once: a person's cards in the order of time; people without any role last.

    A person with a role somewhere has no card without one, and a post that is told whole in one document no other card where it is said
    shortly, nor has an office of a state of which another document tells the state. Organizations have the names of their entities. A
    reprint and its original count as one document; both are named as sources.
    """
    sources = dict(zip(documents["document_id"], documents["source"], strict=True)) if len(documents) else {}
    firsts = documents[documents["status"] == "ok"] if len(documents) else documents
    sources.update(zip(firsts["document_id"], firsts["source"], strict=True))
    names = dict(zip(entities["entity_id"], entities["name"], strict=True))
    counts = dict(zip(entities["entity_id"], entities["mentions"], strict=True))
    roled = occupancies["role"] != ""
    shown = occupancies[roled | ~occupancies["person_id"].isin(occupancies["person_id"][roled])]
    shown = completed(shown.assign(organization=shown["organization_id"].map(names).fillna(shown["organization"])), seeds)
    shown = served(shown, seeds)
    columns = [column for column in occupancies if column in CARDS or column in ("document_id", "published_at")]
    found = [_card(group, names, counts, sources, reprints) for group in together(shown[columns], list(SAME))]
    found.sort(key=lambda card: (not card[1], card[0], card[5], card[12], *card[1:5]))
    return pd.DataFrame(found, columns=list(CARDS))


def _card(
    held: list[Row], names: Mapping[str, str], counts: Mapping[str, int], sources: Mapping[str, str], reprints: Mapping[str, str]
) -> tuple[str | int, ...]:
    first = held[0]
    documents = sorted({row["document_id"] for row in held})
    seen = sorted({row["published_at"] for row in held if row["published_at"]})
    told = {
        **first,
        "person": names[first["person_id"]],
        "documents": len({reprints.get(document, document) for document in documents}),
        "mentions": len(held) if first["role"] else counts[first["person_id"]],
        "first_seen": seen[0] if seen else "",
        "last_seen": seen[-1] if seen else "",
        "sources": "; ".join(sorted({sources[document] for document in documents})),
    }
    return tuple(told[column] for column in CARDS)
