"""The best choices of many phrases' words together, and what they score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np

from ..morphology import REMEMBERED, Grammar
from ..types import Bools, Ints, Sums
from . import features
from .asked import Asked, places, reach, seen, standing, stands, ties
from .choices import UNFIT, Choices, Known, Names, Sorts, Speller, is_barred
from .edits import Edit
from .features import Feature
from .tables import Tables, by_template

NEVER, CLASH = 100_000_000.0, 100_000.0
BEAM = 12  # choices of a word that are tried with those of its neighbours
SIGNS = ("", "n", "l", "nl", "s", "ns", "ls", "nls")
NUMBERS = {name: place for place, name in enumerate(UNFIT)}
Numbers = tuple[int, ...]
AGREEING = (8, 4, 2, 1)  # case, number, gender, part of speech


class Laid(NamedTuple):
    """The words of some phrases, the longest first, and their choices (words × BEAM).

    ``first``: the first word of each phrase, and their number last; ``persons``: whether it is a person's name; ``told``: what is told of
    each word and the one before it. Of each choice: ``edits`` by the number in ``rows``, the number of its kind, what it scores by itself
    (minus infinity where there is none).
    """

    first: Ints
    persons: Bools
    told: Ints
    edits: list[Edit]
    rows: Ints
    sorts: Ints
    scores: Sums


class Model:
    """Weights of the features: whole numbers, so that their order in a sum does not matter.

    What a word scores alone is thought once a spelling; what its place and its neighbours add, for many phrases together.
    """

    def __init__(self, weights: Mapping[Feature, float], names: Names) -> None:
        told = by_template(weights)
        self.tables = tables = Known(*(Tables(templates, told) for templates in features.GROUPS))
        self.sorts = Sorts(tables)
        self.speller = Speller(weights, names, tables.ended, self.sorts)
        self.signs = np.array([tables.shown.around((sign, sign)) for sign in SIGNS])
        self.in_phrase = lru_cache(maxsize=REMEMBERED)(self._in_phrase)
        self.on_left = lru_cache(maxsize=REMEMBERED)(lambda left, case: tables.left.around(features.on_left(left, case)))
        self.on_right = lru_cache(maxsize=REMEMBERED)(lambda right: tables.right.around(features.on_right(right)))
        self.told = lru_cache(maxsize=REMEMBERED)(lambda kind, tied: tables.paired.told(features.told_of(kind, tied)))
        self.answers: dict[Asked, list[Edit]] = {}

    def _in_phrase(self, kind: str, said: Grammar, order: str, quoted: str) -> Numbers:
        """What the tagger saw of a word, and the numbers of that and of its place in the phrase (4 + 2 + 8)."""
        phrased = self.tables.phrased.around(features.in_phrase(kind, said, order, quoted))
        return *self.sorts.spoken(said), *self.tables.ended.around(features.spoken(said)), *phrased

    def best(self, asked: Sequence[Asked]) -> list[list[Edit]]:
        """The choices of each phrase's words that score best together (Viterbi), thought once a question.

        What stands in the nominative already is not asked about.
        """
        known = [self.answers.get(each) for each in asked]
        new = list(dict.fromkeys(each for each, answer in zip(asked, known, strict=True) if answer is None))
        if len(self.answers) + len(new) > REMEMBERED:
            self.answers.clear()
        put = [standing(each.phrase) if stands(*each.phrase[:3]) else None for each in new]
        open_ = sorted((place for place, answer in enumerate(put) if answer is None), key=lambda place: -len(new[place].phrase.words))
        chosen = dict(zip(open_, self._chosen([new[place] for place in open_]) if open_ else (), strict=True))
        told = (chosen[place] if answer is None else answer for place, answer in enumerate(put))
        self.answers.update(zip(new, told, strict=True))
        return [self.answers[each] if answer is None else answer for each, answer in zip(asked, known, strict=True)]

    def _chosen(self, asked: Sequence[Asked]) -> list[list[Edit]]:
        """The best choices of different phrases, the longest first."""
        laid = self._laid(asked)
        rows = laid.rows[np.arange(len(laid.rows)), self._paths(laid)].tolist()
        return [[laid.edits[row] for row in rows[first:last]] for first, last in pairwise(laid.first.tolist())]

    def _laid(self, asked: Sequence[Asked]) -> Laid:
        """The choices of all words, and what each scores by itself."""
        choices, around, told, shown, closed = zip(*(word for each in asked for word in self._words(each)), strict=True)
        edits, _, spelled, kinds, letters = zip(*choices, strict=True)
        counts = np.array([len(own) for own in edits])
        owners, sorts = np.repeat(np.arange(len(choices)), counts), flat(kinds)
        scores = flat(spelled, float) + self._in_place(flat(letters).reshape(len(sorts), -1), sorts, table(around)[owners], flat(shown))
        numbers, stays_not = table(closed)[owners].T
        scores -= NEVER * (self.sorts.unfit[sorts, numbers] | (stays_not & ~self.sorts.turned[sorts]))
        rows = beams(scores, counts)
        alone = np.where(np.arange(BEAM) < counts[:, None], scores[rows], -np.inf)
        first = np.cumsum([0, *(len(each.phrase.words) for each in asked)])
        persons = np.array([each.phrase.kind == "person" for each in asked])
        return Laid(first, persons, table(told), list(chain.from_iterable(edits)), rows, sorts[rows], alone)

    def _words(self, asked: Asked) -> Iterator[tuple[Choices, Numbers, Numbers, list[int], Numbers]]:
        """Of each word of a phrase its choices, what is around it, what is told of it and the word before, where the document shows each
        choice, and which are not open to it."""
        phrase, evidence, change = asked
        forms, end = frozenset().union(*evidence), reach(*phrase[:3])
        for number, (word, place, tied) in enumerate(zip(phrase.words, places(phrase), ties(phrase), strict=True)):
            kind, said, left, right, order, quoted = place
            named = order if kind == "person" and self.speller.is_public(word) else ""
            own = self.speller.open(word, named) if number < end else self.speller.staying(word)
            around = (*self.in_phrase(kind, said, order, quoted), *self.on_left(left, said.case), *self.on_right(right))
            met = not forms.isdisjoint(own.forms)
            shown = [SIGNS.index(seen(form, evidence)) for form in own.forms] if met else [0] * len(own.forms)
            yield own, around, self.told(kind, tied), shown, (NUMBERS[change], is_barred(word, own.edits[0], kind))

    def _in_place(self, letters: Ints, sorts: Ints, around: Ints, shown: Ints) -> Sums:
        """What the place of a word and its document add to each of its choices."""
        self.sorts.settle()
        said, ended, phrased, left, right = np.split(around, (4, 6, 14, 17), axis=1)
        agreed = (self.sorts.said[sorts] == said) @ AGREEING
        placed = self.tables.phrased.total(phrased, self.sorts.phrased[sorts], agreed)
        placed += self.tables.left.total(left, self.sorts.left[sorts], agreed)
        placed += self.tables.right.total(right, self.sorts.right[sorts], agreed)
        placed += self.tables.ended.total(ended, letters, agreed)
        placed += self.tables.shown.total(self.signs[shown], self.sorts.shown[sorts], agreed)
        return placed

    def _paths(self, laid: Laid) -> Ints:
        """Which of its choices each word gets, so that each phrase's sum is the highest."""
        lengths = np.diff(laid.first)
        scores, last = [laid.scores[laid.first[:-1]]], self._last(laid.sorts[laid.first[:-1]])
        ways = [np.zeros((len(lengths), BEAM), dtype=int)]
        for place in range(1, lengths[0]):
            going = int((lengths > place).sum())
            words = laid.first[:going] + place
            sums = scores[-1][:going, :, None] + self._between(laid, words)
            now = self._last(laid.sorts[words])
            sums -= CLASH * clashes(last[:, :going], now) * laid.persons[:going, None, None]
            way = sums.argmax(axis=1)
            ways.append(way)
            scores.append(laid.scores[words] + sums.max(axis=1))
            last = np.where(now[0] > 0, now, np.take_along_axis(last[:, :going], way[None], axis=2))
        return _traced(laid.first, lengths, scores, ways)

    def _between(self, laid: Laid, words: Ints) -> Sums:
        """What the choices of some words and of the words before them add to each other (words × BEAM × BEAM)."""
        left, right = laid.sorts[words - 1], laid.sorts[words]
        kinds = self.sorts
        agreed = sum(
            worth * (kinds.said[left, place][:, :, None] == kinds.said[right, place][:, None]) for place, worth in enumerate(AGREEING)
        )
        return self.tables.paired.total((kinds.before[left] + laid.told[words][:, None])[:, :, None], kinds.after[right][:, None], agreed)

    def _last(self, sorts: Ints) -> Ints:
        """The case and the sex of choices, 0 for none."""
        return np.stack((self.sorts.case[sorts], self.sorts.sex[sorts]))


def flat(rows: Iterable[Iterable[float]], kind: type = int) -> np.ndarray:
    """The numbers of all rows one after the other."""
    return np.fromiter(chain.from_iterable(rows), kind)


def table(rows: Sequence[Iterable[int]]) -> Ints:
    """The numbers of rows of one length."""
    return flat(rows).reshape(len(rows), -1)


def beams(scores: Sums, counts: Ints) -> Ints:
    """The rows of the likelier choices of each word (words × BEAM), in their order where there are no more than BEAM."""
    first = np.cumsum(counts) - counts
    rows = first[:, None] + np.minimum(np.arange(BEAM), counts[:, None] - 1)
    for word in np.flatnonzero(counts > BEAM):
        own = scores[first[word] : first[word] + counts[word]]
        rows[word] = first[word] + np.argsort(-own, kind="stable")[:BEAM]
    return rows


def clashes(last: Ints, now: Ints) -> Ints:
    """In how much two words of a person's name differ, case and sex (phrases × BEAM × BEAM): they hardly ever do."""
    (case, sex), (own_case, own_sex) = last[..., None], now[:, :, None]
    both = (case > 0) & (own_case > 0)
    return np.asarray(both * ((case != own_case).astype(int) + ((sex > 0) & (own_sex > 0) & (sex != own_sex))))


def _traced(first: Ints, lengths: Ints, scores: Sequence[Sums], ways: Sequence[Ints]) -> Ints:
    """The choices on the best way to the end of each phrase."""
    chosen = np.zeros(first[-1], dtype=int)
    here = np.zeros(len(lengths), dtype=int)
    for place in range(len(scores) - 1, -1, -1):
        going = len(scores[place])
        ends = lengths[:going] == place + 1
        here[:going][ends] = scores[place][ends].argmax(axis=1)
        chosen[first[:going] + place] = here[:going]
        here[:going] = ways[place][np.arange(going), here[:going]]
    return chosen


def as_written(form: str, word: str) -> str:
    """The form with ё only where the word has it or other letters.

    >>> as_written("Пётр", "Петром"), as_written("орёл", "орла"), as_written("Семён", "Семёном")
    ('Петр', 'орёл', 'Семён')
    """
    if "ё" not in form.lower():
        return form
    plain = zip(form, word.ljust(len(form)), strict=False)
    return "".join({"ё": "е", "Ё": "Е"}[letter] if letter in "ёЁ" and other in "еЕ" else letter for letter, other in plain)
