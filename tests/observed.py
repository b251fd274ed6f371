"""What the program says of a text, in the terms of the notations: the public verbs, and nothing behind them."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

import vizitka
from notation import Base, Clusters, Held, Marked, Named, Span, Split, Word, outer_first
from vizitka.analyse import analyse
from vizitka.flow import loaded
from vizitka.tokenize import tokenize
from vizitka.types import Batch, Tables


@lru_cache(maxsize=64)
def tables(*texts: str) -> Tables:
    """The five tables of some texts."""
    return vizitka.run(pd.DataFrame({"text": list(texts), "source": [f"text {number}" for number in range(1, len(texts) + 1)]}))


def batch(text: str) -> Batch:
    return tokenize([vizitka.Document("d", "text", text)])


def split(text: str) -> Split:
    """Sentences, and words whose spelling to analyse differs."""
    found = batch(text)
    words = zip(found.starts, found.stops, found.spellings, strict=True)
    changed = (Span(start, stop, spelling) for start, stop, spelling in words if text[start:stop] != spelling)
    return Split(text, tuple(found.starts[first] for first in found.sentences[1:-1]), outer_first(changed))


def words(text: str, expected: tuple[Word, ...]) -> tuple[Word, ...]:
    """What the analysis says of the expected words, found in their order."""
    found, place, told = batch(text), -1, []
    grammars = analyse(found, loaded()).grammars
    for word in expected:
        place = found.spellings.index(word.text, place + 1)
        told.append(Word(word.text, grammars[place].pos, grammars[place].case if word.case else ""))
    return tuple(told)


def marked(text: str) -> Marked:
    """The mentions of a text."""
    found = tables(text).mentions.to_dict("records")
    return Marked(text, outer_first(Span(row["start"], row["stop"], row["kind"]) for row in found))


def held(text: str) -> frozenset[Held]:
    """Who holds what in a text."""
    return frozenset(_held(row) for row in tables(text).occupancies.to_dict("records"))


def _held(row: dict[object, str]) -> Held:
    host = f">{row['host_country_code']}" if row["host_country_code"] else ""
    return Held(row["person"], row["role"], row["organization"], row["country_code"] + host, row["status"] if row["role"] else "")


def named(expected: Named) -> Named:
    """The base forms of the marked mentions, as far as they are asked for."""
    pairs = zip(expected.marked.spans, expected.bases, strict=True)
    return Named(expected.marked, tuple(_based(expected.marked.text, span, base) for span, base in pairs))


def _based(text: str, span: Span, base: Base) -> Base:
    found = tables(text)
    mentions = {(row["start"], row["stop"], row["kind"]): row for row in found.mentions.to_dict("records")}
    row = mentions.get((span.start, span.stop, span.label))
    if row is None:
        return Base("not found")
    names = dict(zip(found.entities["entity_id"], found.entities["name"], strict=True))
    code = None if base.code is None else row["country_code"]
    return Base(row["normal"], code, None if base.entity is None else names.get(row["entity_id"], ""))


def clusters(expected: Clusters) -> Clusters:
    """The expected surfaces by the entities that they name."""
    groups: dict[str, set[str]] = {}
    for surface in sorted(surface for group in expected.groups for surface in group):
        groups.setdefault(entity(surface, expected.texts), set()).add(surface)
    return Clusters(expected.texts, frozenset(frozenset(group) for group in groups.values()))


def entity(surface: str, texts: tuple[str, ...]) -> str:
    """The entity that a surface names in its text; a surface that is not found, or names two, names nothing else."""
    words, _, number = surface.partition("@")
    found = tables(*texts)
    documents = dict(zip(found.documents["source"], found.documents["document_id"], strict=True))
    document = documents[f"text {number or 1}"]
    rows = found.mentions[(found.mentions["document_id"] == document) & (found.mentions["surface"] == words)]
    identities = set(rows["entity_id"]) - {""}
    return identities.pop() if len(identities) == 1 else f"none: {surface} {sorted(identities)}"
