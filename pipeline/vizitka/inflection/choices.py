"""What a word may become, and what that scores by the spelling alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from ..morphology import REMEMBERED, Grammar, fold
from . import features
from .edits import Edit, Kind, edits, unturned
from .evidence import choices as able
from .features import Feature, Keys, Looks
from .tables import Tables

MOST = 20
FORMED = 2  # templates that ask of the last letters of a form only, the last of LETTERED
STIFF = tuple("еиоуыэюё")  # a name that ends so in the nominative does not decline
SEXES = {"masc": 1, "femn": 2}
Nested = list[dict[str, dict[str, float]]]


class Choices(NamedTuple):
    """An item a choice: the edit, its form folded, what it scores where nothing else is known, the number of its kind, and the numbers of
    its letters in the tables (choices × 2)."""

    edits: tuple[Edit, ...]
    forms: tuple[str, ...]
    scores: tuple[float, ...]
    sorts: tuple[int, ...]
    letters: tuple[int, ...]


class Names(NamedTuple):
    """The gender of each first name, public surnames that endings mislead about, these and all others that are known, adjectives in -ской
    that the dictionary has also in -ский; folded."""

    first: Mapping[str, str]
    public: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()
    stressed: frozenset[str] = frozenset()

    def usual(self, choices: Sequence[Edit]) -> list[Edit]:
        """Without «Донский» of «Донского», unless it is written so."""
        return [edit for edit in choices if edit.form == choices[0].form or not self._is_stressed(edit.form)]

    def _is_stressed(self, form: str) -> bool:
        return form.endswith("ий") and f"{fold(form)[:-2]}ой" in self.stressed

    def of(self, choices: Sequence[Edit], order: str) -> list[Edit]:
        """The choices of a word that may be a public surname: where a first name may stand also that."""
        stays, *turned = choices
        is_surname = order == "last" or (order == "only" and fold(stays.form) in self.public)
        named = [edit for edit in turned if fold(edit.form) in self.last or (not is_surname and fold(edit.form) in self.first)]
        return [stays, *(edit for edit in named if edit.source == "stiff" or not edit.form.endswith(STIFF))]


class Speller:
    """The weights of what a spelling says; thought once a spelling."""

    def __init__(self, weights: Mapping[Feature, float], names: Names, ended: Tables, sorts: Sorts) -> None:
        self.names, self.ended, self.sorts = names, ended, sorts
        self.lettered, self.sorted = _nested(features.LETTERED, weights), _nested(features.SORTED, weights)
        self.is_public = lru_cache(maxsize=REMEMBERED)(self._is_public)
        self.open = lru_cache(maxsize=REMEMBERED)(self._open)
        self.staying = lru_cache(maxsize=REMEMBERED)(self._staying)
        self.changed = lru_cache(maxsize=REMEMBERED)(self._changed)
        self.formed = lru_cache(maxsize=REMEMBERED)(self._formed)
        self.of_sort = lru_cache(maxsize=REMEMBERED)(self._of_sort)
        self.letters = lru_cache(maxsize=REMEMBERED)(self._letters)

    def _is_public(self, word: str) -> bool:
        """May it be a public surname?"""
        return word[0].isupper() and not self.names.public.isdisjoint(able(word))

    def _open(self, word: str, order: str = "") -> Choices:
        """The likelier choices of a word, or of a public surname at its place in a name; staying as it is, declined or not, is always
        among them."""
        choices = self.names.of(edits(word), order) if order else self.names.usual(edits(word))
        looks, low = features.looks(word), fold(word)
        told = [table.get(ending) for table, ending in zip(self.lettered[:-FORMED], features.endings(low), strict=False)]
        known = [(place, table) for place, table in enumerate(told) if table]
        changes = {form: features.change(word, form) for form in {edit.form for edit in choices}}
        scored = []
        for edit in choices:
            (form, letters, dotted), sort = changes[edit.form], self.sorts.number(edit)
            keys = self.changed(letters, dotted, sort)
            score = sum([table.get(keys[place], 0.0) for place, table in known]) + self.formed(form[-3:], sort)
            gender = self.names.first.get(form, "") if edit.turned else ""
            scored.append((score + self.of_sort(sort, looks, edit.rank, gender), edit, form, sort))
        likely = sorted(scored[1:], key=lambda each: (each[1].source.endswith("stiff"), each[0]), reverse=True)[:MOST]
        return self._choices(low, [scored[0], *likely])

    def _staying(self, word: str) -> Choices:
        """What depends on the head of a name stays."""
        stays = unturned(word)
        return self._choices(fold(word), [(0.0, stays, fold(word), self.sorts.number(stays))])

    def _changed(self, letters: str, dotted: str, sort: int) -> Keys:
        return features.changed(letters, dotted, self.sorts.edits[sort])

    def _formed(self, ending: str, sort: int) -> float:
        told = zip(self.lettered[-FORMED:], features.formed(ending, self.sorts.edits[sort]), strict=True)
        return sum(table.get("", {}).get(form, 0.0) for table, form in told)

    def _of_sort(self, sort: int, looks: Looks, rank: int, gender: str) -> float:
        told = zip(self.sorted, features.looked(looks, rank, gender), features.sorted_(self.sorts.edits[sort]), strict=True)
        return sum([table.get(around, {}).get(form, 0.0) for table, around, form in told])

    def _choices(self, word: str, scored: Sequence[tuple[float, Edit, str, int]]) -> Choices:
        scores, chosen, forms, sorts = zip(*scored, strict=True)
        pairs, last = zip(forms, chosen, strict=True), word[-3:]
        letters = [number for form, edit in pairs for number in self.letters(last, form[-2:], edit.turned, edit.gender)]
        return Choices(chosen, forms, scores, sorts, tuple(letters))

    def _letters(self, word: str, form: str, turned: bool, gender: str) -> tuple[int, ...]:
        return self.ended.form(features.ended(word, form, turned, gender))


def _nested(templates: str, weights: Mapping[Feature, float]) -> Nested:
    """The weights of each template by what is around, then by the form."""
    found: Nested = [{} for _ in templates]
    for (template, around, form, *_), weight in weights.items():
        if template in templates:
            found[templates.index(template)].setdefault(around, {})[form] = weight
    return found


def is_barred(word: str, edit: Edit, kind: str) -> bool:
    """May a word not stay as it is? In a person's name every word goes to the nominative, also one that has the same form in all cases."""
    return not edit.turned and kind == "person" and len(word) > 1 and word[0].isupper() and len(edits(word)) > 1


def _is_many(edit: Edit) -> bool:
    return edit.turned and edit.number == "plur" and not edit.source.endswith(" one")


def _is_made_one(edit: Edit) -> bool:
    return edit.turned and edit.source.endswith(" one")


def _is_plural(edit: Edit) -> bool:
    return edit.turned and edit.number == "plur"


def _is_hers(edit: Edit) -> bool:
    return edit.turned and (edit.gender == "femn" or edit.number == "plur")


def _is_his(edit: Edit) -> bool:
    return edit.turned and (edit.gender == "masc" or edit.number == "plur")


# "one" makes a plural singular, "same" leaves its number, "single" reads no word as a plural, "masc" and "femn" as one of the other gender.
UNFIT = {"": lambda edit: False, "one": _is_many, "same": _is_made_one, "single": _is_plural, "masc": _is_hers, "femn": _is_his}


class Known(NamedTuple):
    """The weights of what is not said by the spelling, by what is asked; see the templates in ``features``."""

    phrased: Tables
    left: Tables
    right: Tables
    ended: Tables
    shown: Tables
    paired: Tables


class Sorts:
    """The kinds of edits by number, and what is known of each (kinds × …).

    ``phrased``, ``left``, ``right``, ``shown``: its numbers in the tables; ``before``, ``after``: as the first and the second of two
    neighbours; ``said``: case, number, gender, part of speech; ``case``: of one that is turned; ``sex``; ``turned``; ``unfit``: for each of
    UNFIT.
    """

    def __init__(self, tables: Known) -> None:
        self.tables = tables
        self.numbers: dict[Kind, int] = {}
        self.names: dict[str, int] = {"": 0}
        self.edits: list[Edit] = []
        self.rows: list[tuple[Any, ...]] = []  # of the new ones
        self.columns: list[np.ndarray] = []

    def number(self, edit: Edit) -> int:
        """The number of an edit's kind."""
        number = self.numbers.get(edit.kind)
        if number is None:
            number = self.numbers[edit.kind] = len(self.edits)
            self.rows.append(self._row(edit))
            self.edits.append(edit._replace(form="", rank=0))
        return number

    def _row(self, edit: Edit) -> tuple[Any, ...]:
        tables, joined, spoken = self.tables, features.joined(edit), self.spoken(edit)
        return (
            tables.phrased.form(features.phrased(edit)), tables.left.form(features.lefted(edit)), tables.right.form(features.righted(edit)),
            tables.shown.form(features.shown(edit)), tables.paired.around(joined), tables.paired.form(joined),
            spoken, spoken[0] * edit.turned, SEXES.get(edit.gender, 0), edit.turned, [is_unfit(edit) for is_unfit in UNFIT.values()],
        )  # fmt: skip

    def spoken(self, each: Edit | Grammar) -> tuple[int, ...]:
        """Case, number, gender, part of speech as numbers."""
        return tuple([self.names.setdefault(name, len(self.names)) for name in (each.case, each.number, each.gender, each.pos)])

    def settle(self) -> None:
        """Take what is known of new kinds into the arrays."""
        if self.rows:
            new = [np.array(column) for column in zip(*self.rows, strict=True)]
            self.columns = [np.concatenate(both) for both in zip(self.columns, new, strict=True)] if self.columns else new
            self.phrased, self.left, self.right, self.shown, self.before, self.after = self.columns[:6]
            self.said, self.case, self.sex, self.turned, self.unfit = self.columns[6:]
            self.rows.clear()
