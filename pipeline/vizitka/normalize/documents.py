"""The mentions of documents, each document's together: base forms, codes, and what acronyms and short names stand for in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..inflection import Evidence, Making, choices, load, reach, shared, stands, together
from ..morphology import REMEMBERED, fold, is_acronym, keys, nouns, parses
from ..seeds import Seeds
from ..types import Quoted, Row
from . import forms
from .bodies import State, countries, genitive, known, of_country, state, whole
from .phrases import ALONE, Sides
from .titles import is_titular, title, without

Shown = dict[str, tuple[int, int]]
Children = dict[str, list[Row]]
DEFINED = 18
CODED = ("country", "nationality")
HOLDING = ("organization", "country", "location")


class Seen(NamedTuple):
    """What the mentions of a document show: words in the nominative, the forms that explain its spellings, words of longer names so far."""

    nominatives: Shown
    shared: Callable[[str], frozenset[str]]
    longer: set[str]


def resolve(documents: Sequence[Sequence[Row]], seeds: Seeds) -> None:
    """Give the rows of each document ``normal``, ``country_code`` and ``name``, the name of the thing in it.

    The base forms of all are made together: those of lone names last, which longer names of their document explain.
    """
    seen = [Seen(nominatives(rows), shared(word for row in rows for word in row["words"]), set()) for rows in documents]
    families = [_children(rows) for rows in documents]
    for rows, children in zip(documents, families, strict=True):
        _prepare(rows, children, seeds)
    for last in (False, True):
        asked = [(row, about) for rows, about in zip(documents, seen, strict=True) for row in rows if _is_lone(row) == last]
        forms = together((_based(row, seeds, about) for row, about in asked), load(seeds))
        for (row, about), form in zip(asked, forms, strict=True):
            row["normal"] = form
            row["name"] = row["name"] or form
            if row["kind"] == "person" and not last:
                about.longer.update(fold(word) for word in form.split())
    _quote([row for rows in documents for row in rows if row["quoted"]], seeds)
    for rows, children in zip(documents, families, strict=True):
        _meant(rows, children, seeds)


def _prepare(rows: Sequence[Row], children: Children, seeds: Seeds) -> None:
    """What the words alone say: what a role or organization is held for, the names and codes of known countries and places."""
    for row in reversed(rows):
        row["held"] = _held(children.get(row["mention_id"], ()), seeds) if row["kind"] in ("role", "organization") else []
        row["quoted"] = _whole(row["quoted"], seeds) if row["quoted"] else None
        row["name"] = ""
        if row["kind"] in (*CODED, "location"):
            row["name"], row["country_code"] = _known_place(row["kind"], " ".join(row["words"]), seeds)
    _tell_apart(rows, seeds)


def _tell_apart(rows: Sequence[Row], seeds: Seeds) -> None:
    """«РК»: of the states abroad that it may stand for the one that the document names in full, or in which its places lie."""
    unsure = [row for row in rows if row["kind"] == "country" and not row["country_code"] and is_acronym(row["words"][0])]
    named, places = ({row["country_code"] for row in rows if row["kind"] == kind} for kind in ("country", "location"))
    for row in unsure:
        able = {entry.key for entry in forms.entries(" ".join(row["words"]), seeds) if entry.kind == "country"} - {"RU"}
        told = able & named or able & places
        if len(told) == 1:
            row["country_code"] = told.pop()
            row["name"] = seeds.countries[row["country_code"]].name


def _whole(quoted: Quoted, seeds: Seeds) -> Quoted | None:
    """A quotation with the noun or the legal form that belongs to it: «театр «Сфера»», «акционерное общество «Заря»»."""
    noun = len(quoted.surfaces) - 1
    forms = (seeds.full_forms.longest(quoted.words[: noun + 1], place) for place in range(noun))
    first = next((place for place, found in enumerate(forms) if found and found[0] == noun + 1), noun)
    return quoted.behind(first) if first < noun or _is_noun(quoted.words[noun], seeds) else None


def _children(rows: Sequence[Row]) -> Children:
    """The rows that stand in each row."""
    children: Children = {}
    for row in rows:
        children.setdefault(row["parent_id"], []).append(row)
    return children


def _is_lone(row: Row) -> bool:
    return row["kind"] == "person" and len(row["words"]) == 1


def _quote(rows: Sequence[Row], seeds: Seeds) -> None:
    """The names of organizations whose quotation stands behind a noun that belongs to it («театр «Сфера»»)."""
    quoted = [row["quoted"] for row in rows]
    names = together((forms.phrase(surfaces[0], words, grammars, "organization") for surfaces, words, grammars in quoted), load(seeds))
    for row, name in zip(rows, names, strict=True):
        row["called"] = name


def _meant(rows: Sequence[Row], children: Children, seeds: Seeds) -> None:
    """What the organizations of a document are: their names in it, and their countries."""
    organizations = [row for row in rows if row["kind"] == "organization"]
    for row in organizations:
        row["name"] = canonical(row, children.get(row["mention_id"], []), seeds)
    _complete(organizations)
    _define(organizations)
    spoken_of = state(rows, seeds)
    _shorten(organizations, spoken_of, seeds)
    for row in reversed(organizations):
        _rename(row, children.get(row["mention_id"], []), organizations, seeds)
    meant = whole({row["name"] for row in organizations}, seeds, spoken_of)
    for row in reversed(organizations):
        row["name"] = meant.get(row["name"], row["name"])
        _code(row, row["held"], row["name"] in meant.values(), seeds)


def nominatives(rows: Sequence[Row]) -> Shown:
    """The folded words that mentions show in the nominative: where the first one ends, and where the last one begins."""
    shown: Shown = {}
    for row in rows:
        for word, grammar in zip(row["words"], row["grammars"], strict=True):
            if grammar.case == "nomn":
                form = fold(word)
                stop, start = shown.get(form, (row["stop"], row["start"]))
                shown[form] = (min(stop, row["stop"]), max(start, row["start"]))
    return shown


def _sides(row: Row, seen: Seen) -> Sides:
    """The neighbours of a mention, and which of the forms it may get its document shows elsewhere."""
    words, grammars, shown = row["words"], row["grammars"], seen.nominatives
    kind = "organization" if row["kind"] in ("role", "organization") else row["kind"]
    if stands(words, grammars, kind):
        return Sides(row["left"], row["right"])
    words = words[: reach(words, grammars, kind)]
    likely = frozenset().union(*map(choices, words))
    elsewhere = frozenset(key for key in likely & shown.keys() if shown[key][0] <= row["start"] or shown[key][1] >= row["stop"])
    alone = row["kind"] == "person" and len(words) == 1
    most = frozenset().union(*map(seen.shared, words))
    return Sides(row["left"], row["right"], Evidence(elsewhere, frozenset(likely & seen.longer) if alone else frozenset(), most))


def _known_place(kind: str, phrase: str, seeds: Seeds) -> tuple[str, str]:
    """Name and country of a place that the seeds know, whatever stands around it; both are empty where they know none or several."""
    if kind in CODED:
        code = forms.country_code(phrase, seeds)
        return (seeds.countries[code].name, code) if code else ("", "")
    places = {seeds.places[entry.key] for entry in forms.entries(phrase, seeds) if entry.kind.startswith("place")}
    place = places.pop() if len(places) == 1 else None
    return (place.name, place.country_code) if place else ("", "")


def _based(row: Row, seeds: Seeds, seen: Seen) -> Making[str]:
    """The base form, where the row has none yet."""
    kind, words, grammars = row["kind"], row["words"], row["grammars"]
    if row["normal"]:
        return str(row["normal"])
    sides = ALONE if row["name"] and len(words) == 1 else _sides(row, seen)
    if kind == "person":
        return (yield from forms.person(words, grammars, seeds, sides))
    if kind == "role":
        held = row["held"][: _untitled(row, seeds)]
        cut = {" ".join(child["quoted"].words if child["quoted"] else child["words"]): child["kind"] for child in held}
        bodies = [part for part, sort in cut.items() if sort == "organization"]
        return (yield from title(words, grammars, list(cut), seeds, sides, bodies)) or str(row["surface"]).lower()
    if row["quoted"] and _is_apposed(row["quoted"], words[0], seeds):
        return forms.respaced(row["surface"], words, words)
    form = forms.adjective(words, seeds) or (yield from forms.phrase(row["surface"], words, grammars, kind, sides))
    apart = kind == "location" and not row["name"] and len(words) == 1 and forms.is_apart(form, words[0], row["left"], seeds)
    return words[0] if apart else form


def _untitled(row: Row, seeds: Seeds) -> int:
    """How many of the things that a role is held for stand before an adjective of its title («патриарх [Московский] и всея Руси»)."""
    words = list(row["words"])
    for number, child in enumerate(row["held"]):
        place = words.index(child["words"][0]) if child["kind"] == "location" and child["words"][0] in words else 0
        if is_titular(words, place, row["grammars"]) and nouns(words[place - 1]) & seeds.roles.keys():
            return number
    return len(row["held"])


def _is_apposed(quoted: Quoted, first: str, seeds: Seeds) -> bool:
    """«в партии «Шор»», «АО «Термоэлектрика»»: a name stays behind what it is, but not in «фракция «Левой партии»»."""
    noun, readings = quoted.words[len(quoted.surfaces) - 1], parses(first)
    stays = any(reading.case in ("", "nomn") for reading in readings) or all(reading.pos == "NOUN" for reading in readings)
    return stays and (noun in seeds.legal_forms or not seeds.plain_nouns.isdisjoint(keys(noun)))


def _held(children: Iterable[Row], seeds: Seeds) -> list[Row]:
    """What a role is held for, outermost: not the inner roles, which belong to the title, but what those are held for."""
    found: list[Row] = []
    for child in children:
        found.extend(child["held"] if child["kind"] == "role" or _is_title(child, seeds) else [child])
    return [child for child in found if child["kind"] in HOLDING or (child["kind"] == "nationality" and child["grammars"][0].pos == "ADJF")]


def _is_title(row: Row, seeds: Seeds) -> bool:
    """Is an organization without a name of its own, so that it belongs to the title («глава [департамента]»)?

    One that is known («[госдумы]»), or that a state, a place or an adjective tells apart («[правительства Калужской области]»,
    «[окружного суда]», «[российско-сербской комиссии]»), has a name.
    """
    if row["kind"] != "organization" or known(" ".join(row["words"]), seeds):
        return False
    told = {name["kind"] for name in _names(row, seeds)}
    if told and told <= {"country", "location"}:
        return False
    inner = tuple(tuple(child["words"]) for child in row["held"])
    places = without(tuple(row["words"]), inner)
    if len(places) == len(row["words"]) > 1 and row["grammars"][0].pos == "ADJF":
        return False
    own = [row["words"][place] for place in places]
    return str(row["words"][0])[:1].islower() and all(word[0].islower() for word in own)


def _names(row: Row, seeds: Seeds) -> Iterator[Row]:
    """What inside an organization is known or written large."""
    for child in row["held"]:
        if not str(child["words"][0])[:1].islower() or known(" ".join(child["words"]), seeds):
            yield child
        elif child["kind"] == "organization":
            yield from _names(child, seeds)


def canonical(row: Row, children: Sequence[Row], seeds: Seeds) -> str:
    """The name that the seeds give an organization, or the first part of it, else its base form."""
    name = known(" ".join(row["words"]), seeds) or known(row["normal"], seeds)
    if name:
        return name
    if row["quoted"]:
        return str(row["called"])
    adjective = next((child for child in children if child["kind"] == "country" and child["start"] == row["start"]), None)
    rest = next((child for child in children if child["kind"] == "organization" and child["stop"] == row["stop"]), None)
    if adjective and rest and len(adjective["words"]) + len(rest["words"]) == len(row["words"]):
        return _of_country(adjective["country_code"], rest, seeds) or str(row["normal"])
    first = next((child for child in children if child["kind"] == "organization" and child["start"] == row["start"]), None)
    inner = known(" ".join(first["words"]), seeds) if first else ""
    if first and inner and seeds.organizations[inner].is_general:
        return f"{inner} {' '.join(row['surface'][first['stop'] - row['start'] :].split())}".strip()
    return str(row["normal"])


def _of_country(code: str, row: Row, seeds: Seeds) -> str:
    """The name of a body that is known to be one of many states': «британский МИД» is the «Министерство иностранных дел Великобритании»."""
    own = str(row["name"]) if row.get("name", row["normal"]) != row["normal"] else known(" ".join(row["words"]), seeds)
    if not own or not code:
        return own
    country = genitive(seeds.countries[code].name)
    general = own in seeds.organizations and seeds.organizations[own].is_general
    return known(f"{row['normal']} {country}", seeds) or (f"{own} {country}" if general else own)


def _is_noun(word: str, seeds: Seeds) -> bool:
    """Does the word before a quotation belong to the name: «[театр] «Сфера»», «[ООО] «Заря»», but not «правление «Зари»»?"""
    kinds = {seeds.organization_nouns.get(key, "unit") for key in keys(word)}
    return word in seeds.legal_forms or kinds != {"unit"}


def _complete(organizations: Sequence[Row]) -> None:
    """«Сфера» is «театр «Сфера»» where the document says so of one thing only."""
    whole: dict[str, set[str]] = {}
    for row in organizations:
        if row["quoted"]:
            whole.setdefault(fold(row["normal"]), set()).add(row["name"])
    for row in organizations:
        names = whole.get(fold(row["normal"]), set())
        if row["name"] == row["normal"] and len(names) == 1:
            row["name"] = next(iter(names))


def _define(organizations: Sequence[Row]) -> None:
    """«Евразийской экономической комиссии (далее — ЕЭК)»: an acronym in brackets after a name is that name's."""
    meant: dict[str, str] = {}
    for row, other in pairwise(organizations):
        close = row["sentence"] == other["sentence"] and 0 < other["start"] - row["stop"] <= DEFINED
        if close and is_acronym(other["surface"]) and abbreviates(other["surface"], row["normal"]):
            meant.setdefault(other["surface"], row["name"])
    for row in organizations:
        if row["surface"] in meant and row["name"] == row["normal"]:
            row["name"] = meant[row["surface"]]


def abbreviates(acronym: str, name: str) -> bool:
    """Are the letters of the acronym the first letters of words of the name, in their order?

    >>> abbreviates("ОДКБ", "Организация Договора о коллективной безопасности")
    True
    """
    letters = iter(re.findall(r"\b\w", name.lower()))
    return all(letter in letters for letter in acronym.lower())


def _shorten(organizations: Sequence[Row], state: State, seeds: Seeds) -> None:
    """«Организация», «правительство»: a bare noun is the one organization of the document that it heads, else what the seeds know of the
    state that the document speaks of, else itself."""
    for row in organizations:
        words = row["words"]
        if len(words) == 1 and not is_acronym(words[0]) and keys(words[0]) & seeds.short_nouns:
            names = _bearers(words[0], row, organizations)
            if not names and state.code and not state.regional:
                names = {known(of_country(row["normal"], state.code, seeds), seeds)} - {""}
            if len(names) == 1:
                row["name"] = names.pop()


def _bearers(noun: str, row: Row, organizations: Sequence[Row]) -> set[str]:
    """The names of a document's other organizations that a bare noun may stand for."""
    others = (other["name"] for other in organizations if other is not row)
    return {name for name in others if len(name.split()) > 1 and headed(name, noun)}


def headed(name: str, noun: str) -> bool:
    """Does the noun head the name?

    >>> headed("Парламентская Ассамблея Организации", "Организации"), headed("Организация Договора", "Организации")
    (False, True)
    """
    return not _heads(name).isdisjoint(fold(parse.lemma) for parse in parses(noun))


@lru_cache(maxsize=REMEMBERED)
def _heads(name: str) -> frozenset[str]:
    """The keys of the first noun of a name, none where a quotation comes before it."""
    first = next((word for word in name.split() if word[0] in '«"' or parses(word)[0].pos == "NOUN"), "«")
    return keys(first) if first[0] not in '«"' else frozenset()


def _rename(row: Row, children: Sequence[Row], organizations: Sequence[Row], seeds: Seeds) -> None:
    """«Парламентская Ассамблея Организации» is «Парламентская Ассамблея ОДКБ» where the Organization is the ОДКБ."""
    if row["name"] != row["normal"]:
        return
    last = next((child for child in children if child["kind"] == "organization" and child["stop"] == row["stop"]), None)
    part = str(last["surface"] if last else row["words"][-1])
    told = {last["name"]} if last else _bearers(part, row, organizations) if part[:1].isupper() else set()
    if len(told) != 1 or not told <= seeds.organizations.keys():
        return
    stem, own = row["normal"][: len(row["normal"]) - len(part)].strip(), told.pop()
    names = {known(f"{stem} {other}", seeds) for other in (own, *seeds.organizations[own].acronyms)} - {""}
    if len(names) == 1:
        row["name"] = names.pop()


def _code(row: Row, children: Sequence[Row], is_meant: bool, seeds: Seeds) -> None:
    seeded = seeds.organizations.get(row["name"])
    told = [child for child in children if child["country_code"] and not _is_company(child, seeds)]
    codes = {child["country_code"] for child in [each for each in told if not _is_where(each, row)] or told}
    codes = codes or (countries(row["name"], seeds) if is_meant else codes)
    settled = seeded is not None and (seeded.country_code or seeded.kind == "international")
    row["country_code"] = seeded.country_code if seeded and settled else codes.pop() if len(codes) == 1 else ""


def _is_where(child: Row, row: Row) -> bool:
    """Does it say where something is, not whose: «посольство России [в Чили]»?"""
    return row["surface"][: child["start"] - row["start"]].split()[-1:] in (["в"], ["во"], ["на"])


def _is_company(row: Row, seeds: Seeds) -> bool:
    """Is it known and no body of a state, so that its country says nothing of what it is a part of?"""
    seeded = seeds.organizations.get(row["name"])
    return seeded is not None and seeded.kind != "body"
