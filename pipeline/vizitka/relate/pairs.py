"""Which mentions may be related, and what their places say of it; the same in training and at run time."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

KINDS = ("person", "role", "organization", "country", "nationality", "location")
PERSON, ROLE, ORGANIZATION, COUNTRY, _, LOCATION = range(6)
GROUPS = ("works_as", "workplace", "role_at")
WINDOWS = {  # (head, tail): the relation, and how many sentences the tail may be before or after the head
    (PERSON, ROLE): (0, -3, 5),
    (PERSON, ORGANIZATION): (1, -2, 4),
    (PERSON, COUNTRY): (1, -2, 2),
    (PERSON, LOCATION): (1, -1, 1),
    (ROLE, ORGANIZATION): (2, -1, 1),
    (ROLE, COUNTRY): (2, -1, 1),
    (ROLE, LOCATION): (2, -1, 1),
}
MARKS = (12, 24, 5, 5, 4, 12, 6, 4, 4, 5, 4, 2)  # how many values each mark has
Numbers = npt.NDArray[np.int64]


class Laid(NamedTuple):
    """Mentions of some documents in one run of places: first and last place, kind, sentence, document (ascending), name.

    ``name`` is the number of a lemma: of a role's first piece, of any other mention's last.
    """

    first: Numbers
    last: Numbers
    kind: Numbers
    sentence: Numbers
    owner: Numbers
    name: Numbers


class Pairs(NamedTuple):
    """Pairs that may be related: numbers of their mentions, relation (of ``GROUPS``), marks (pairs × 12)."""

    head: Numbers
    tail: Numbers
    group: Numbers
    marks: Numbers


def pairs(mentions: Laid, size: int) -> Pairs:
    """All pairs within the windows; ``size`` is the number of places of the run."""
    heads, tails, groups = [], [], []
    count = int(mentions.owner[-1]) + 2 if len(mentions.owner) else 1
    bounds = np.searchsorted(mentions.owner, np.arange(count))
    for begin, end in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        kind, sentence = mentions.kind[begin:end], mentions.sentence[begin:end]
        for (one, other), (group, before, after) in WINDOWS.items():
            mine, theirs = np.flatnonzero(kind == one), np.flatnonzero(kind == other)
            away = sentence[theirs][None] - sentence[mine][:, None]
            row, column = np.nonzero((away >= before) & (away <= after))
            heads.append(mine[row] + begin)
            tails.append(theirs[column] + begin)
            groups.append(np.full(len(row), group))
    empty = np.zeros(0, dtype=np.int64)
    head, tail, relation = (np.concatenate([empty, *parts]) for parts in (heads, tails, groups))
    return Pairs(head, tail, relation, marks(mentions, head, tail, size))


def marks(mentions: Laid, head: Numbers, tail: Numbers, size: int) -> Numbers:
    """Distances in sentences and words, heads and tails between, nesting, kinds, heads in the tail's sentence, what the names say."""
    first, last, kind, sentence = mentions[:4]
    counts = np.zeros((size + 1, len(KINDS)), dtype=np.int64)
    np.add.at(counts, (first + 1, kind), 1)
    counts = counts.cumsum(axis=0)
    after = first[tail] > last[head]
    before = first[head] > last[tail]
    low = np.where(after, last[head] + 1, np.where(before, last[tail] + 1, 0))
    high = np.where(after, first[tail], np.where(before, first[head], 0))
    distance = np.minimum(np.round(np.log2(np.maximum(high - low, 0) + 1) * 1.7), 11).astype(np.int64)
    nested = np.where(after | before, 0, np.where((first[head] <= first[tail]) & (last[head] >= last[tail]), 1, 2))
    crowd = np.zeros((int(sentence.max()) + 1 if len(sentence) else 1, len(KINDS)), dtype=np.int64)
    np.add.at(crowd, (sentence, kind), 1)
    between, beside = counts[high, kind[head]] - counts[low, kind[head]], crowd[sentence[tail], kind[head]]
    names = namesakes(mentions, head, tail, low, high)
    columns = (
        np.clip(sentence[tail] - sentence[head] + 4, 0, 11),
        np.where(after, 12 + distance, 11 - distance),
        np.minimum(between, 4),
        np.minimum(counts[high, kind[tail]] - counts[low, kind[tail]], 4),
        nested,
        kind[head] * 6 + kind[tail],
        np.minimum(beside, 5),
        np.minimum(between - names.between, 3),
        np.minimum(beside - names.beside, 3),
        np.minimum(names.commoner, 4),
        names.together,
        names.opens,
    )
    return np.stack(columns, axis=1)


class Namesakes(NamedTuple):
    """What the names of the document say of pairs.

    Mentions of the head's name ``between`` the two, and ``beside`` the tail in its sentence; how many names are ``commoner`` than the
    head's; do the pair's names stand ``together`` elsewhere (1), and the tail's with another (2); ``opens`` the head its sentence among its
    kind?
    """

    between: Numbers
    beside: Numbers
    commoner: Numbers
    together: Numbers
    opens: Numbers


def namesakes(mentions: Laid, head: Numbers, tail: Numbers, low: Numbers, high: Numbers) -> Namesakes:
    """Between the mentions of a pair lie the places from ``low`` to before ``high``."""
    first, _, kind, sentence, owner, told = mentions
    sort = owner * len(KINDS) + kind
    width = told.max(initial=0) + 1
    distinct, name, times = np.unique(sort * width + told, return_inverse=True, return_counts=True)
    commoner = counted(distinct // width, times, distinct // width, times + 1, np.full_like(times, len(told) + 1))
    here = sentence[tail]
    close = (sentence[head] == here) & (high > 0) & (high - low <= 2)
    both = np.unique(name[head] * len(times) + name[tail], return_inverse=True)[1]
    either = name[tail] * len(KINDS) + kind[head]
    met, met_any = np.bincount(both, close)[both], np.bincount(either, close)[either]
    line = sentence * len(KINDS) + kind
    begin = np.full(line.max(initial=0) + 1, first.max(initial=0), dtype=np.int64)
    np.minimum.at(begin, line, first)
    return Namesakes(
        counted(name, first, name[head], low, high),
        counted(name, sentence, name[head], here, here + 1),
        commoner[name[head]],
        (met > close) + 2 * (met_any > met),
        (first == begin[line]).astype(np.int64)[head],
    )


def counted(group: Numbers, place: Numbers, wanted: Numbers, low: Numbers, high: Numbers) -> Numbers:
    """How many members of the wanted group have a place from ``low`` to before ``high``."""
    width = int(max(place.max(initial=0), high.max(initial=0))) + 1
    keys = np.sort(group * width + place)
    stop = np.searchsorted(keys, wanted * width + np.maximum(low, high))
    found: Numbers = (stop - np.searchsorted(keys, wanted * width + low)).astype(np.int64)
    return found


def tags(mentions: Laid, size: int) -> npt.NDArray[np.float32]:
    """(places × 18) is a place inside, first, last of a mention of each kind?"""
    kinds = len(KINDS)
    inside = np.zeros((size + 1, kinds), dtype=np.float32)
    np.add.at(inside, (mentions.first, mentions.kind), 1)
    np.add.at(inside, (mentions.last + 1, mentions.kind), -1)
    out = np.zeros((size, 3 * kinds), dtype=np.float32)
    out[:, :kinds] = inside[:size].cumsum(axis=0) > 0
    out[mentions.first, kinds + mentions.kind] = 1
    out[mentions.last, 2 * kinds + mentions.kind] = 1
    return out
