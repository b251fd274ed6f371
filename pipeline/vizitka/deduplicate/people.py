"""Which mentions of people in one document are one person: the fullest names first, the others join the only one they fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..inflection import undone
from ..morphology import CASES, REMEMBERED, fold, known
from ..naming import SLAVIC, Name, names_clan, parts
from ..seeds import Seeds
from ..types import Row
from .names import agreement, fullness, is_full, lasts, written

LONG = 6  # letters of a surname alone that another hardly differs from in one only


class Person(NamedTuple):
    """A person of one document: the parts of the fullest name, and the rows that name him."""

    name: Name
    rows: list[Row]


def people(rows: Iterable[Row], seeds: Seeds, bishops: Collection[str] = ()) -> list[Person]:
    """The people of a document. A surname alone joins the one person who bears it, and nobody where two do who were named before; nor is
    a bishop's name («патриарх Кирилл»; ``bishops``: the ids of their mentions) short for a fuller one («Кирилл Петков»)."""
    found: list[Person] = []
    named = [(parts(row["normal"], seeds), row) for row in rows]
    told = Counter(fold(name.last) for name, _ in named)  # a misprint is rarer
    ranks = [(-fullness(name), -len(name.whole.split()), -told[fold(name.last)], row["start"]) for name, row in named]
    for _, (name, row) in sorted(zip(ranks, named, strict=True), key=lambda pair: pair[0]):
        fitting = [person for person in found if fits(name, person.name, row["surface"], seeds)]
        fitting = fitting or [person for person in found if is_misprint(name, person.name, seeds)]
        same = [person for person in fitting if fold(person.name.whole) == fold(name.whole)]
        fitting = same if row["mention_id"] in bishops and " " not in name.whole else fitting
        able = same or (fitting if len(fitting) < 2 else _likelier(name, row, fitting, seeds))
        if len(able) == 1:
            able[0].rows.append(row)
        else:
            found.append(Person(name, [row]))
    return found


def _likelier(name: Name, row: Row, fitting: Sequence[Person], seeds: Seeds) -> Sequence[Person]:
    """Of those whom a surname alone fits the ones who bear it so, of «Зотов» not Анна Зотова, and of several those named before it."""
    if name.first or name.patronymic:
        return fitting
    bearers = [person for person in fitting if agreement(name, person.name, seeds)] or fitting
    before = [person for person in bearers if any(other["start"] < row["start"] for other in person.rows)]
    return before if len({fold(person.name.last) for person in bearers}) == 1 and before else bearers


@lru_cache(maxsize=REMEMBERED)
def fits(name: Name, other: Name, surface: str, seeds: Seeds) -> bool:
    """May a name be that of a person with a fuller one? Two full names that differ in a letter only are two people's in one document; a
    family («Рощины») is no one of it."""
    if names_clan(name.whole) or names_clan(other.whole):
        return fold(name.whole) == fold(other.whole)
    agreed = agreement(name, other, seeds)
    if agreed == "near" and is_full(name):
        return False
    is_double = name.whole == other.last  # «Альварадо Руис» of «Эктор Альварадо Руис»
    return bool(agreed) or is_double or _begins(name, other) or is_short(name, other, seeds) or _is_form_of(surface, name, other)


def _begins(name: Name, other: Name) -> bool:
    """«Мухаммед Бен Сальман» of «Мухаммед бен Сальман Аль Сауд»"""
    return " " in name.whole and fold(other.whole).startswith(f"{fold(name.whole)} ")


def is_short(name: Name, other: Name, seeds: Seeds) -> bool:
    """«Саша» of «Александр Рогов»: a short first name alone."""
    entry = seeds.first_names.get(fold(name.whole))
    return entry is not None and "slavic" in entry.origin and fold(other.first) in map(fold, entry.full_names)


def is_misprint(name: Name, other: Name, seeds: Seeds) -> bool:
    """Is a long surname alone («Хяккянен»), or with the same first name («Юхани Хяккянен»), that of a full name but for a letter («Юхани
    Хяккинен»), and else nobody's? Of Russian ones («Рубинский», «Рудинский») many differ so."""
    if name.patronymic or not is_full(other) or SLAVIC.search(name.last):
        return False
    if fold(name.first) != fold(other.first) if name.first else min(len(name.last), len(other.last)) < LONG:
        return False
    return lasts(name.last, other.last) == "near" and not known(name.last) and fold(name.last) not in seeds.surname_rates


def _is_form_of(surface: str, name: Name, other: Name) -> bool:
    """Is a surname alone («Петрова») a form of this person's («Олег Петров»), whatever it was taken for?"""
    alike = fold(surface.strip()[:2]) == fold(other.last[:2])
    if name.first or name.patronymic or not other.last or not alike or " " in surface.strip():
        return False
    gender = other.gender or "masc"
    return any(fold(each.form) == fold(other.last) for each in undone(surface.strip()) if each.case in CASES and each.gender == gender)


def best_name(person: Person, seeds: Seeds) -> str:
    """The fullest form that the document writes: «Мария Корина Рохас» rather than «Корина Рохас» or «Мария К. Рохас», but not what ran
    into a name («Олег Рогов Новости»)."""
    forms: list[str] = [row["normal"] for row in person.rows]
    fullest = max(forms, key=lambda form: (fullness(parts(form, seeds)), -forms.index(form)))
    alike = [form for form in forms if form.split()[-1] == fullest.split()[-1] and len({*form.split()}) == len(form.split())]
    return max(alike, key=lambda form: (*written(parts(form, seeds)), -forms.index(form)), default=fullest)
