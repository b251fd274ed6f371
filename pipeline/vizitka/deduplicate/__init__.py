"""One id for one person, organization, country or place: within a document, then across documents.

Tables of a million mentions go through: a few documents at a time become rows of Python's, everything else stays columns.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from ..seeds import Seeds
from ..types import Tables
from . import compare
from .cards import cards
from .documents import Gathered, gathered
from .entities import entities, united
from .identities import identities
from .link import Judged, Linked, linked
from .occupancies import identified
from .reprints import reprints
from .review import review_table


class Known(NamedTuple):
    """What is known before: the entity of each mention, the first mention of each entity, and of pairs of mentions whether they are one
    thing's."""

    entities: Mapping[str, str] = {}
    firsts: Mapping[str, str] = {}
    verdicts: Mapping[tuple[str, str], bool] = {}


NOTHING = Known()


def deduplicate(tables: Tables, seeds: Seeds, known: Known = NOTHING) -> Tables:
    """Fill the entity ids, and make ``entities`` and ``cards``. The order of the documents changes nothing."""
    found = gathered(tables, seeds)
    people = _people(found, seeds, known)
    ids = identities(found, people.people, known.entities, known.firsts, known.verdicts, seeds)
    mentions = found.mentions.assign(entity_id=ids)
    mentions = mentions.assign(name=united(mentions, seeds)).sort_index()
    occupancies = identified(tables.occupancies, mentions, seeds)
    printed = reprints(found.steps, found.dates)
    table = entities(tables.documents, mentions, printed, seeds)
    return tables._replace(
        mentions=mentions, occupancies=occupancies, entities=table, cards=cards(tables.documents, occupancies, table, printed, seeds)
    )


def review(tables: Tables, seeds: Seeds, known: Known = NOTHING) -> pd.DataFrame:
    """The pairs of people of several documents that were joined, and those of whom it is unsure, each with the reason."""
    found = gathered(tables, seeds)
    return review_table(found, _people(found, seeds, known), tables)


def _people(found: Gathered, seeds: Seeds, known: Known) -> Linked:
    return linked(found.referents, compare.load(), seeds, _judged(found, known.verdicts))


def _judged(found: Gathered, verdicts: Mapping[tuple[str, str], bool]) -> Judged:
    """The verdicts on people, by the numbers of their referents."""
    judged = Judged()
    if verdicts:
        owner = dict(zip(found.mentions["mention_id"], found.referent.tolist(), strict=True))
        for pair, same in verdicts.items():
            one, other = sorted(owner.get(mention, -1) for mention in pair)
            if one >= 0 and one != other:
                (judged.same if same else judged.apart).add((one, other))
    return judged
