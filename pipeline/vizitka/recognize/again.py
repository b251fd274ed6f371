"""A name of which a document is sure in one place is believed in another, where the model only holds it possible."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..morphology import keys
from ..types import Analysis
from .model import Found

KINDS = frozenset({"person", "organization"})
POSSIBLE = 0.1
Key = tuple[int, tuple[str, ...]]


def again(analysis: Analysis, told: Sequence[Found]) -> list[Found]:
    """The model's mentions, surer where the same name is surely of that kind, and of no other, elsewhere in the document; sure ones do not
    cross."""
    told = completed(analysis, told)
    kinds: dict[Key, set[str]] = defaultdict(set)
    taken: dict[int, list[Found]] = defaultdict(list)
    for one in told:
        if one.sure:
            kinds[_key(analysis, one)].add(one.kind)
            taken[one.sentence].append(one)
    surer = []
    for one in told:
        known = not one.sure and _is_known(analysis, one, kinds, taken[one.sentence])
        if known:
            taken[one.sentence].append(one)
        surer.append(one._replace(sure=True) if known else one)
    return surer


def completed(analysis: Analysis, told: Sequence[Found]) -> list[Found]:
    """The model's mentions, the last word of a name with the free words before it that make it a name of which the document is sure
    («То [Лам]»)."""
    people = [one for one in told if one.sure and one.kind == "person"]
    names = {_key(analysis, one) for one in people if one.last - one.first > 1}
    taken = {place for one in people for place in range(one.first, one.last)}
    alone = {one for one in people if one.last - one.first == 1}
    return [_completed(analysis, one, names, taken) if one in alone else one for one in told]


def _completed(analysis: Analysis, one: Found, names: set[Key], taken: set[int]) -> Found:
    pieces, start = analysis.batch.pieces, analysis.batch.sentences[one.sentence]
    first = one.first
    while first > 0 and first - 1 not in taken and pieces.words[first - 1] >= start and pieces.spellings[first - 1][0].isupper():
        first -= 1
        if _key(analysis, one._replace(first=first)) in names:
            return one._replace(first=first)
    return one


def _is_known(analysis: Analysis, one: Found, kinds: dict[Key, set[str]], taken: Sequence[Found]) -> bool:
    if one.kind not in KINDS or one.confidence < POSSIBLE or any(one.crosses(other) for other in taken):
        return False
    return kinds.get(_key(analysis, one)) == {one.kind}


def _key(analysis: Analysis, one: Found) -> Key:
    """The document and the lemmas of a name."""
    words = analysis.batch.pieces.spellings[one.first : one.last]
    return analysis.batch.documents[one.sentence], tuple(min(keys(word)) for word in words)
