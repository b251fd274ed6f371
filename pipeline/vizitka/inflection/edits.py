"""Every nominative that a word may stand for, with what it would then be: the choices that the model has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..morphology import Parse, inflect, is_acronym, known, parses, recase
from .endings import undone

PARTS = ("NOUN", "ADJF", "PRTF", "NUMR", "NPRO")
MARKS = ("Name", "Patr", "Surn", "Geox", "Orgn", "Fixd", "Abbr")
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
ENDED = re.compile(r"([А-ЯЁA-Z][А-ЯЁA-Z0-9]+)[-’']?([а-яё]{1,3})")
MOST = 14


class Edit(NamedTuple):
    """A form that the word may get. ``turned`` is False where the word only stays as it is; the grammemes say what it stood in."""

    form: str
    turned: bool = False
    source: str = ""
    pos: str = ""
    case: str = ""
    number: str = ""
    gender: str = ""
    mark: str = ""
    rank: int = 0

    @property
    def kind(self) -> tuple[bool, str, str, str, str, str, str]:
        """All but the letters: what the context is asked about."""
        return self[1:8]


@lru_cache(maxsize=50_000)
def edits(word: str) -> tuple[Edit, ...]:
    """The choices of a word, staying as it is first; alike ones (form, case, number, gender) once.

    >>> sorted({edit.form for edit in edits("ассамблеи") if edit.turned})
    ['ассамблеи', 'ассамблея']
    """
    found: dict[tuple[str, ...], Edit] = {}
    for edit in _edits(word):
        found.setdefault((edit.form, "1" if edit.turned else "", edit.pos, edit.case, edit.number, edit.gender, edit.mark), edit)
    return tuple(found.values())


def _edits(word: str) -> Iterator[Edit]:
    yield Edit(word, source=_shape(word))
    if not CYRILLIC.search(word) or not word[-1].isalpha():
        return
    if is_acronym(word):
        yield Edit(word, True, "acronym")
        return
    ended = ENDED.fullmatch(word)
    if ended:
        yield Edit(ended[1], True, "ended", "NOUN", "", "sing", "", "", len(ended[2]))
        yield Edit(ended[1] + ended[2], True, "stiff", "NOUN")
    joined = "-" in word or "’" in word or "'" in word
    if not joined or known(word):
        yield from _read(word)
    if joined:
        yield from _joined(word)
    elif word[0].isupper() and (standing(word) or not known(word)):
        yield from _ruled(word)
    if word[0].isupper():
        yield Edit(word, True, "stiff", "NOUN")


def standing(word: str) -> str:
    """How the dictionary knows the word as a name: one that does not decline («Дюма»), one that does («Игоря»), or none."""
    marks = [parse.marks for parse in parses(word) if parse.source.is_known and not parse.marks.isdisjoint(MARKS[:4])]
    return "stiff" if any("Fixd" in each for each in marks) else "name" if marks else ""


def _shape(word: str) -> str:
    if not CYRILLIC.search(word):
        return "latin" if word[:1].isalpha() else "sign"
    return "acronym" if is_acronym(word) else "upper" if word[0].isupper() else "lower"


def _read(word: str) -> Iterator[Edit]:
    """By the readings of the dictionary, or its guesses where it does not know the word."""
    source = "known" if known(word) else "guess"
    for rank, parse in enumerate(parses(word)[:MOST]):
        if parse.pos in PARTS and parse.case:
            mark = next((mark for mark in MARKS if mark in parse.marks), "")
            for form, number in _nominatives(parse):
                kind = source if number == parse.number else f"{source} one"
                yield Edit(recase(form, word), True, kind, parse.pos, parse.case, parse.number, parse.gender, mark, rank)


def _nominatives(parse: Parse) -> Iterator[tuple[str, str]]:
    """In the number it stands in, and of a plural the singular («команд «Мир» и «Заря»» are each a «команда»)."""
    if "Fixd" in parse.marks:
        yield parse.source.word, parse.number
        return
    told = [each for each in (parse.number, parse.gender if parse.number == "sing" else "") if each]
    same = inflect(parse, "nomn", *told) or (inflect(parse, "nomn", parse.number) if parse.number else None)
    if same:
        yield same, parse.number
    if parse.number == "plur":
        one = inflect(parse, "nomn", "sing")
        if one and one != same:
            yield one, "sing"


def _ruled(word: str) -> Iterator[Edit]:
    """By the declensions of names."""
    for each in undone(word):
        yield Edit(each.form, True, "rule", "NOUN", each.case, each.number, each.gender)


def _joined(word: str) -> Iterator[Edit]:
    """«Мамина-Сибиряка» in both parts, «Касым-Жомарта» in the last: all pairs that agree, and the last alone."""
    first, sign, last = re.split("([-’'])(?!.*[-’'])", word, maxsplit=1)
    if not first or not last:
        return
    for end in (edit for edit in edits(last) if edit.turned):
        yield end._replace(form=f"{first}{sign}{end.form}", source=f"end {end.source}")
        if sign == "-":
            fitting = (edit for edit in edits(first) if (edit.turned, edit.case, edit.number, edit.gender) == (True, *end[4:7]))
            yield from (end._replace(form=f"{edit.form}-{end.form}", source=f"both {edit.source} {end.source}") for edit in fitting)
