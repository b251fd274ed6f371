"""Every nominative that a word may stand for, with what it would then be: the choices that the model has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from ..morphology import REMEMBERED, Parse, inflect, is_acronym, known, parses, recase
from .endings import HERS, undone

PARTS = ("NOUN", "ADJF", "PRTF", "NUMR", "NPRO")
MARKS = ("Name", "Patr", "Surn", "Geox", "Orgn", "Fixd", "Abbr")
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
ENDED = re.compile(r"([А-ЯЁA-Z][А-ЯЁA-Z0-9]+)[-’']?([а-яё]{1,3})")
ORDINAL = re.compile(r"(\d*)(\d)(-[а-я]{1,3})")
# No name that ends so has one form only.
BY_FATHER = ("вна", "вны", "вне", "вну", "вной", "вича", "вичу", "вичем")
DECLINED = (*HERS, *BY_FATHER, "ова", "ева", "ёва", "ский", "цкий", "ская", "цкая", "ского", "цкого", "ым", "ыми")
MOST, RANKS = 14, 4
Kind = tuple[bool, str, str, str, str, str, str]


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
    def kind(self) -> Kind:
        """All but the letters: what the context is asked about."""
        return self[1:8]

    @property
    def counted(self) -> str:
        """The number of the form itself."""
        return "sing" if self.source.endswith(" one") else self.number


alike = itemgetter(0, 1, 3, 4, 5, 6, 7)  # all but what they are known by


@lru_cache(maxsize=REMEMBERED)
def edits(word: str) -> tuple[Edit, ...]:
    """The choices of a word, staying as it is first; alike ones (form, case, number, gender) once.

    >>> sorted({edit.form for edit in edits("ассамблеи") if edit.turned})
    ['ассамблеи', 'ассамблея']
    """
    found: dict[tuple[object, ...], Edit] = {}
    for edit in _edits(word):
        found.setdefault(alike(edit), edit)
    return tuple(found.values())


def unturned(word: str) -> Edit:
    """The word as it is."""
    return Edit(word, source=_shape(word))


def _edits(word: str) -> Iterator[Edit]:
    yield unturned(word)
    if not CYRILLIC.search(word) or not word[-1].isalpha():
        return
    if is_acronym(word) or (word[-1].isupper() and word[0].isupper() and len(word) > 2):  # «УрФУ»
        yield Edit(word, True, "acronym")
        return
    ordinal = ORDINAL.fullmatch(word)
    if ordinal:  # «98-й» as «8-й», «40-й» as «5-й»
        alike = ordinal[2].replace("0", "5") + ordinal[3]
        yield from (edit._replace(form=f"{ordinal[1]}{ordinal[2]}{edit.form[1:]}") for edit in _read(alike))
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
    elif word[0].isupper() and not _is_adverb(word):
        yield from _ruled(word)
    declined = word.endswith(DECLINED) or word.partition("-")[0].endswith(HERS)
    if word[0].isupper() and not declined and (standing(word) != "first" or _is_hers(word)):
        yield Edit(word, True, "stiff", "NOUN")


def _is_adverb(word: str) -> bool:
    """Is it nothing else in the dictionary («Вместе», «Вперёд»)?"""
    return known(word) and all(parse.pos == "ADVB" for parse in parses(word))


def _is_hers(word: str) -> bool:
    """Is a word in -у only the accusative of a woman's name («Санду» of «Санда»), or one in -ич, so that it may as well be a surname?"""
    return word.endswith("вич") or (word.endswith("у") and all((parse.case, parse.gender) == ("accs", "femn") for parse in parses(word)))


@lru_cache(maxsize=REMEMBERED)
def standing(word: str) -> str:
    """How the dictionary knows a word: «stiff», a name that does not decline («Дюма»), «first», no other than a first name or patronymic,
    another «name», a «word», or "" where it does not."""
    marks = [parse.marks for parse in parses(word) if not parse.marks.isdisjoint(MARKS[:4])] if known(word) else []
    if any("Fixd" in each for each in marks):
        return "stiff"
    return (
        "first" if marks and all("Name" in each or "Patr" in each for each in marks) else "name" if marks else "word" if known(word) else ""
    )


def _shape(word: str) -> str:
    if not CYRILLIC.search(word):
        return "latin" if word[:1].isalpha() else "sign"
    return "acronym" if is_acronym(word) else "upper" if word[0].isupper() else "lower"


def _read(word: str) -> Iterator[Edit]:
    """By the readings of the dictionary, or its guesses where it does not know the word; nobody is called in the news («Марин!»)."""
    source = "known" if known(word) else "guess"
    for place, parse in enumerate(parses(word)[:MOST]):
        if parse.pos in PARTS and parse.case and "voct" not in parse.marks:
            rank = min(place, RANKS)
            mark = _mark(parse.marks)
            for form, number, gender in _nominatives(parse):
                kind = source if number == parse.number else f"{source} one"
                yield Edit(recase(form, word), True, kind, parse.pos, parse.case, parse.number, gender, mark, rank)


@lru_cache(maxsize=REMEMBERED)
def _mark(marks: frozenset[str]) -> str:
    """The first of the marks that count."""
    return next((mark for mark in MARKS if mark in marks), "")


def _nominatives(parse: Parse) -> Iterator[tuple[str, str, str]]:
    """In the number it stands in, and of a plural the singular («команд «Мир» и «Заря»» are each a «команда»)."""
    if "Fixd" in parse.marks:
        yield parse.source.word, parse.number, parse.gender
        return
    told = [each for each in (parse.number, parse.gender if parse.number == "sing" else "") if each]
    same = _likest(parse, told) if "Supr" in parse.marks else inflect(parse, "nomn", *told)
    same = same or (inflect(parse, "nomn", parse.number) if parse.number else None)
    if same:
        yield same, parse.number, parse.gender
    if parse.number == "plur":
        for gender in (parse.gender,) if parse.gender or parse.pos == "NOUN" else ("masc", "femn", "neut"):
            one = inflect(parse, "nomn", "sing", *filter(None, [gender])) or inflect(parse, "nomn", "sing")
            if one and one != same:
                yield one, "sing", gender


def _likest(parse: Parse, told: Sequence[str]) -> str | None:
    """Of several nominatives the one that has most of the word's letters: «высшей» is «высшая», not «высочайшая»."""
    fitting = [form.word for form in parse.source.lexeme if {"nomn", "Supr", *told} <= form.tag.grammemes]
    return max(fitting, key=lambda form: shared_letters(form, parse.source.word), default=None)


def shared_letters(one: str, other: str) -> int:
    """How many first letters two words share.

    >>> shared_letters("президента", "президент"), shared_letters("пса", "пёс")
    (9, 1)
    """
    common = min(len(one), len(other))
    while one[:common] != other[:common]:
        common -= 1
    return common


def _ruled(word: str) -> Iterator[Edit]:
    """By the declensions of names."""
    for each in undone(word):
        yield Edit(each.form, True, "rule", "NOUN", each.case, each.number, each.gender)


def _joined(word: str) -> Iterator[Edit]:
    """«Мамина-Сибиряка» in both parts, «Касым-Жомарта» in the last: pairs that agree, and the last alone where the first may stand so."""
    first, sign, last = re.split("([-’'])(?!.*[-’'])", word, maxsplit=1)
    if not first or not last:
        return
    able = (parse.case in ("nomn", "") or "Fixd" in parse.marks for parse in parses(first))
    stands = any(able) if known(first) else not first.endswith(HERS)
    stiff = sign != "-" and last.endswith("и")  # «О’Лири»
    for end in (edit for edit in edits(last) if edit.turned and not (stiff and edit.form != last)):
        fitting = [edit for edit in edits(first) if _is_fitting(edit, end)]
        both = fitting if sign == "-" else []
        if stands or not both:
            yield end._replace(form=f"{first}{sign}{end.form}", source=f"end {end.source}")
        for edit in both:
            told = edit if end.source == "stiff" else end
            yield told._replace(form=f"{edit.form}-{end.form}", source=f"both {edit.source} {told.source}")


def _is_fitting(edit: Edit, end: Edit) -> bool:
    """Do the parts of a double name agree: «Седовой-Ли», where the last stays, as well as «Седовой-Роговой»?"""
    if end.source == "stiff":
        return edit.turned and edit.gender == "femn" and edit.case not in ("", "nomn")
    return edit.turned and edit[4:7] == end[4:7] and (edit.source, edit.pos, end.pos) != ("guess", "ADJF", "NOUN")
