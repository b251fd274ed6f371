"""Which mentions of people in one document are one person: the fullest names first, the others join the only one they fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..morphology import CASES, REMEMBERED, Grammar, fold
from ..naming import Name, declined, named
from ..phrases import spelled
from ..seeds import Seeds
from ..types import Row

NOMINATIVE = Grammar("NOUN", "nomn", "sing")


class Person(NamedTuple):
    """A person of one document: the parts of the fullest name, and the rows that name him."""

    name: Name
    rows: list[Row]


def people(rows: Iterable[Row], seeds: Seeds) -> list[Person]:
    """The people of a document. A surname alone joins the one person who bears it, and nobody where two do."""
    found: list[Person] = []
    for name, row in sorted(((_parts(row["normal"], seeds), row) for row in rows), key=lambda pair: (-fullness(pair[0]), pair[1]["start"])):
        fitting = [
            place for place, person in enumerate(found) if fits(name, person.name, seeds) or _is_form_of(row["surface"], name, person.name)
        ]
        if len(fitting) == 1:
            found[fitting[0]].rows.append(row)
        else:
            found.append(Person(name, [row]))
    return found


@lru_cache(maxsize=REMEMBERED)
def _parts(normal: str, seeds: Seeds) -> Name:
    words = spelled(normal)
    return named(words, [NOMINATIVE] * len(words), seeds)


@lru_cache(maxsize=REMEMBERED)
def fullness(name: Name) -> int:
    """A written first name counts most, then a surname, a patronymic, initials.

    >>> fullness(Name("А. В. Бортников", "А.", "В.", "Бортников")) < fullness(Name("Юрий Ушаков", "Юрий", "", "Ушаков"))
    True
    """
    points = {"first": 8, "last": 4, "patronymic": 2}
    written = sum(worth for part, worth in points.items() if getattr(name, part) and not is_initial(getattr(name, part)))
    return written * 2 + sum(bool(getattr(name, part)) and is_initial(getattr(name, part)) for part in points)


def is_initial(part: str) -> bool:
    return part.endswith(".")


def fits(name: Name, other: Name, seeds: Seeds) -> bool:
    """May two names be one person's? Surnames are equal (or one has none), the other parts do not gainsay each other."""
    if name.last and other.last:
        same = fold(name.last) == fold(other.last)
    else:
        same = bool(name.first) and not is_initial(name.first) and name.first == other.first and bool(name.patronymic or not name.last)
    return same and agree(name.first, other.first, seeds) and agree(name.patronymic, other.patronymic, seeds)


def agree(part: str, other: str, seeds: Seeds) -> bool:
    """Equal, unknown, an initial of the other, or a short form of it («Саша», «Александр»)."""
    if not part or not other or fold(part) == fold(other):
        return True
    if is_initial(part) or is_initial(other):
        return part[0].lower() == other[0].lower()
    return bool(_full_forms(part, seeds) & _full_forms(other, seeds))


def _full_forms(first: str, seeds: Seeds) -> set[str]:
    entry = seeds.first_names.get(fold(first))
    return {fold(first), *(fold(full) for full in (entry.full_names if entry else ()))}


def _is_form_of(surface: str, name: Name, other: Name) -> bool:
    """Is a surname alone («Петрова») a form of this person's («Олег Петров»), whatever it was taken for?"""
    alike = fold(surface.strip()[:2]) == fold(other.last[:2])
    if name.first or name.patronymic or not other.last or not alike or " " in surface.strip():
        return False
    gender = other.gender or "masc"
    return any(fold(form.word) == fold(other.last) for case in CASES for form in declined(surface.strip(), case, gender, "last"))


def best_name(person: Person, seeds: Seeds) -> str:
    """The fullest form that the document writes."""
    forms: Sequence[str] = [row["normal"] for row in person.rows]
    return max(forms, key=lambda form: (fullness(_parts(form, seeds)), -forms.index(form)))
