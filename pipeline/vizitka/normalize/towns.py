"""What the adjective of a town stands for beside its noun: a region («псковский губернатор»), or nothing of the town («на Рижской»)."""

from __future__ import annotations

from functools import lru_cache

from ..morphology import REMEMBERED, Parse, agreeing, inflect, keys, nouns, parses, recase
from ..seeds import Seeds
from ..signs import LISTING
from ..types import Row
from . import forms

REGIONS = ("область", "край")
OPENING = frozenset("«“„")


def of_town(row: Row, seeds: Seeds) -> tuple[str, str] | None:
    """Name and country of what a town's adjective stands for, None where it is the town's: the region where the noun behind it is one of a
    region; itself where it is written large and no noun is behind it («на улицах [Тверская] и …») but a street's or a treaty's («[Венская]
    конвенция»), unless a title is before it («патриарх [Московский]»), a quotation behind it («[Московский] «Спартак»») or adjectives that
    share a noun with it («[Московский] и Тверской университеты»)."""
    words, noun, told = row["words"], row["right"][0], row.get("told", "")
    if len(words) > 1 or row["rest"] or not is_adjective(words[0], seeds):
        return None
    if told:
        return told, seeds.places[told].country_code if told in seeds.places else ""
    behind = keys(noun or "-")
    if not behind.isdisjoint(seeds.words["of region"]):
        return region(words[0], seeds)
    lent = not (behind.isdisjoint(seeds.words["street"]) and behind.isdisjoint(seeds.words["treaty"]))
    whole = noun in OPENING or (noun not in LISTING and goes_with(words[0], noun) and not lent)
    if words[0][0].islower() or whole or nouns(row["left"][0] or "-") & seeds.roles.keys():
        return None
    reading = agreeing(words[0], row["grammars"][0])
    listed = noun in LISTING and reading.gender == "masc"
    return None if listed else (_alone(words[0], reading), "")


@lru_cache(maxsize=REMEMBERED)
def is_adjective(word: str, seeds: Seeds) -> bool:
    """Is a word known as the adjective of towns alone?

    >>> from ..seeds import load
    >>> is_adjective("Рижской", load()), is_adjective("Риге", load()), is_adjective("Татарского", load())
    (True, False, False)
    """
    found = forms.entries(word, seeds)
    return bool(found) and all(entry.kind == "place adjective" and seeds.places[entry.key].kind == "city" for entry in found)


@lru_cache(maxsize=REMEMBERED)
def region(word: str, seeds: Seeds) -> tuple[str, str] | None:
    """The one region that an adjective names with its noun.

    >>> from ..seeds import load
    >>> region("псковского", load()), region("рижского", load())
    (('Псковская область', 'RU'), None)
    """
    keyed = {entry.key for noun in REGIONS for entry in forms.entries(f"{word} {noun}", seeds) if entry.kind == "place"}
    found = [seeds.places[key] for key in keyed]
    return (found[0].name, found[0].country_code) if len(found) == 1 else None


@lru_cache(maxsize=REMEMBERED)
def goes_with(word: str, other: str) -> bool:
    """May an adjective and a noun, or what stands before it, be in one case and number?

    >>> goes_with("Римский", "статут"), goes_with("Рижской", "в"), goes_with("Тверская", "")
    (True, False, False)
    """
    able = {(parse.case, parse.number) for parse in parses(word) if parse.pos == "ADJF"}
    joins = not other or parses(other)[0].pos in ("PREP", "CONJ")  # «в» may be a letter's name
    return not joins and any((parse.case, parse.number) in able for parse in parses(other))


def _alone(word: str, reading: Parse) -> str:
    """The adjective itself: «Тверская» of «Тверской»."""
    gender = reading.gender if reading.number == "sing" and reading.gender else "femn"
    form = inflect(reading, "nomn", "sing", gender) if reading.pos == "ADJF" else None
    return recase(form, word) if form else word
