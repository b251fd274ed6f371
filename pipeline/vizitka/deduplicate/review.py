"""The pairs of people that an analyst may want to look at."""

from __future__ import annotations

import pandas as pd

from ..types import Tables
from .documents import Gathered
from .link import Link, Linked

REVIEW = (
    "verdict",
    "person",
    "other",
    "state",
    "bits",
    "reason",
    "one",
    "two",
    "person_holds",
    "other_holds",
    "person_source",
    "other_source",
)


def review_table(found: Gathered, people: Linked, tables: Tables) -> pd.DataFrame:
    """A row a pair: ``state`` is ``unsure`` or ``joined``, ``one`` and ``two`` are mentions of the two, ``verdict`` is for the analyst."""
    sources = dict(zip(tables.documents["document_id"], tables.documents["source"], strict=True))
    told = [(link, state) for state, links in (("unsure", people.unsure), ("joined", people.links)) for link in links]
    table = pd.DataFrame([_pair(link, state, found, sources) for link, state in told], columns=list(REVIEW))
    return table.drop_duplicates(["one", "two"]).sort_values(
        ["state", "bits", "person", "other", "one", "two"], ascending=[False, *[True] * 5], ignore_index=True
    )


def _pair(link: Link, state: str, found: Gathered, sources: dict[str, str]) -> tuple[object, ...]:
    one, two = sorted((found.referents[link.one], found.referents[link.other]), key=lambda each: each.mention)
    held = ["; ".join(sorted(each.posts or each.roles)) for each in (one, two)]
    return ("", one.name.whole, two.name.whole, state, round(link.bits, 1), link.reason, one.mention, two.mention, *held,
            sources[one.document], sources[two.document])  # fmt: skip
