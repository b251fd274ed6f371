"""The mentions of documents, each document's together: base forms, codes, and what acronyms and short names stand for in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from ..branches import is_body_of_state, is_branch, is_department
from ..inflection import Evidence, Making, choices, edits, load, reach, shared, stands, together
from ..morphology import EVERY, HIS_CASES, REMEMBERED, fold, is_acronym, keys, nouns
from ..morphology import known as known_word
from ..naming import NOMINATIVE, SLAVIC, cased, is_standing
from ..seeds import Seeds
from ..signs import QUOTES
from ..types import Row
from . import forms
from .bodies import is_region, known, stem
from .bynames import unite
from .families import share
from .lists import Rest, rests
from .organizations import Children, meant
from .phrases import ALONE, Sides
from .quoted import apposed, call, whole
from .titles import is_see, is_titular, title, without
from .towns import of_town

Shown = dict[str, tuple[int, int]]
CODED = ("country", "nationality")
PLACED = {"country": "country", "location": "place", "organization": "organization"}
MOST = 3  # words of a statesman's name that is looked for
HOLDING = ("organization", "country", "location")


class Seen(NamedTuple):
    """What the mentions of a document show: words in the nominative, the forms that explain its spellings, words of longer names so far,
    each with the first letters of its name, quotations that stand as they are behind what they name, and names of people in the nominative
    whose endings mislead."""

    nominatives: Shown
    shared: Callable[[str], frozenset[str]]
    longer: dict[str, set[str]]
    apposed: frozenset[tuple[str, ...]]
    standing: frozenset[tuple[str, ...]]


def resolve(documents: Sequence[Sequence[Row]], seeds: Seeds) -> None:
    """Give the rows of each document ``normal``, ``country_code`` and ``name``, the name of the thing in it.

    The base forms of all are made together: those of short names last, which longer names of their document explain.
    """
    families = [_children(rows) for rows in documents]
    for rows, children in zip(documents, families, strict=True):
        _prepare(rows, children, seeds)
    seen = [_seen(rows, seeds) for rows in documents]
    unnamed = [[row for row in rows if row["kind"] == "person" and not row["normal"]] for rows in documents]
    turns: tuple[list[tuple[Row, Seen]], ...] = ([], [], [])
    for rows, about in zip(documents, seen, strict=True):
        for row in rows:
            turns[_turn(row)].append((row, about))
    for asked in turns:
        forms = together((_based(row, seeds, about) for row, about in asked), load(seeds))
        for (row, about), form in zip(asked, forms, strict=True):
            row["normal"] = form
            row["name"] = row["name"] or form
            if row["kind"] == "person":
                _show(form, about.longer)
    for people in unnamed:
        share(people, seeds)
        unite(people, seeds)
    call([row for rows in documents for row in rows if row["quoted"]], seeds)
    _complete([row for rows in documents for row in rows if row["rest"]], seeds)
    for rows, children in zip(documents, families, strict=True):
        meant(rows, children, seeds)


def _seen(rows: Sequence[Row], seeds: Seeds) -> Seen:
    """What a document shows before any base form is made."""
    people = ((row, tuple(map(cased, row["words"]))) for row in rows if row["kind"] == "person")
    standing = frozenset(words for row, words in people if is_standing(words, row["grammars"], row["left"], row["right"], seeds))
    return Seen(nominatives(rows), shared(word for row in rows for word in row["words"]), {}, apposed(rows, seeds), standing)


def _prepare(rows: Sequence[Row], children: Children, seeds: Seeds) -> None:
    """What the words alone say: what a role or organization is held for, the names and codes of known countries and places."""
    listed = rests(rows)
    for row in reversed(rows):
        inner = children.get(row["mention_id"], ())
        row.setdefault("rest", listed.get(row["mention_id"]))
        row["held"] = _held(inner, seeds) if inner and row["kind"] in ("role", "organization") else []
        row["served"] = [word for child in inner if child["kind"] == "person" for word in child["words"]]
        row["quoted"] = whole(row["words"], row["quoted"], seeds) if row["quoted"] else None
        row["name"] = ""
        if row["kind"] in (*CODED, "location"):
            row["name"], row["country_code"] = _known_place(row["kind"], " ".join(_whole_place(row, seeds)[0]), seeds)
            row["country_code"] = row["country_code"] or _code_within(row, inner)
        if row["kind"] == "location" and row["name"]:
            row["name"], row["country_code"] = of_town(row, seeds) or (row["name"], row["country_code"])
    _tell_apart(rows, seeds)
    _site(rows, seeds)


def _code_within(row: Row, children: Iterable[Row]) -> str:
    """The one country that a description has in it: «граждане [Чили]», «север [Ливана]», but not that of a name («Республика Сербская»)."""
    codes = {child["country_code"] for child in children if child["kind"] in CODED}
    return str(codes.pop()) if len(codes) == 1 and (row["kind"] == "nationality" or row["words"][0].islower()) else ""


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


def _site(rows: Sequence[Row], seeds: Seeds) -> None:
    """«глава [Заболотского района]»: a district that nobody knows lies in the one country that a text names with a region of it, or with
    a town where it names no region."""
    regions = {row["country_code"] for row in rows if is_region(row, seeds)}
    regions = regions or {row["country_code"] for row in rows if row["name"] in seeds.places and row["country_code"]}
    codes = regions | {row["country_code"] for row in rows if row["kind"] == "country"}
    if not regions or len(codes) != 1:
        return
    for row in rows:
        if row["kind"] == "location" and not row["name"] and not row["country_code"] and _is_district(row["words"], seeds):
            row["country_code"] = next(iter(codes))


def _is_district(words: Sequence[str], seeds: Seeds) -> bool:
    """«Заболотский [район]», «[район] Якиманка»"""
    return len(words) > 1 and any(not keys(word).isdisjoint(seeds.words["district"]) for word in (words[0], words[-1]))


def _children(rows: Sequence[Row]) -> Children:
    """The rows that stand in each row."""
    children: Children = {}
    for row in rows:
        children.setdefault(row["parent_id"], []).append(row)
    return children


def _turn(row: Row) -> int:
    """When a base form is made: «Анны Розыевой» and what is no person first, then «А. Розыевой», then «Розыевой»."""
    is_short = row["kind"] == "person" and sum(len(word) > 1 for word in row["words"]) <= 1
    return is_short + (is_short and len(row["words"]) == 1)


def _show(form: str, longer: dict[str, set[str]]) -> None:
    """Take the words of a name, unless it is one alone, into those that explain shorter ones."""
    words = fold(form).split()
    for word in words if len(words) > 1 else ():
        longer.setdefault(word, set()).update(other[0] for other in words)


def _complete(rows: Sequence[Row], seeds: Seeds) -> None:
    """The names of places whose noun stands at the end of a list, where no place of the seeds has told them."""
    wholes = [_whole_place(row, seeds) for row in rows]
    names = together((forms.phrase(" ".join(words), words, grammars, "location") for words, grammars in wholes), load(seeds))
    for row, name, (words, _) in zip(rows, names, wholes, strict=True):
        row["name"] = _known_place("location", " ".join(words), seeds)[0] or name


def _whole_place(row: Row, seeds: Seeds) -> Rest:
    """A place with what it shares with the last of its list: «Тверской» and «областях»; of «Амурская и Еврейская автономные области» with
    the noun alone, where the seeds know such a place only."""
    if not row["rest"]:
        return row["words"], row["grammars"]
    words, grammars = row["rest"]
    wholes = [((*row["words"], *words[start:]), (*row["grammars"], *grammars[start:])) for start in (0, max(len(words) - 1, 0))]
    return next((whole for whole in wholes if _known_place("location", " ".join(whole[0]), seeds)[0]), wholes[0])


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
    words = tuple(words[: reach(words, grammars, kind)])
    likely, start, stop = _likely(words), row["start"], row["stop"]
    elsewhere = frozenset([key for key in likely & shown.keys() if shown[key][0] <= start or shown[key][1] >= stop])
    able = _in_longer(words, likely, seen) if _turn(row) else frozenset[str]()
    return Sides(row["left"], row["right"], Evidence(elsewhere, able, frozenset().union(*map(seen.shared, words))))


@lru_cache(maxsize=REMEMBERED)
def _likely(words: tuple[str, ...]) -> frozenset[str]:
    """The forms that any of the words may get."""
    return frozenset().union(*map(choices, words))


def _in_longer(words: Sequence[str], likely: Set[str], seen: Seen) -> frozenset[str]:
    """Those that a longer name has, with the initial that stands among the words: «А.» of «А. И. Розыевой», of «Анна Розыева»."""
    initial = {*[fold(word) for word in words if len(word) == 1 and word.isalpha()][:1]}
    return frozenset([key for key in likely & seen.longer.keys() if initial <= seen.longer[key]])


def _stood(words: Sequence[str], standing: Iterable[Sequence[str]]) -> Sequence[str] | None:
    """«Андрей Негуца» of «Андрея Негуца», «Нику Попеску» of the same, «Петру Мунтян» of «Петру Мунтяна»: the name of the document in the
    nominative that has this surname as it is written, or this first name in a vowel."""
    alike = (
        name for name in standing if len(name) == len(words) and (name[-1] == words[-1] or (name[0] == words[0] and name[0].endswith("у")))
    )
    return next((name for name in alike if all(fold(own) in choices(word) for own, word in zip(name, words, strict=True))), None)


@lru_cache(maxsize=REMEMBERED)
def _statesman(words: tuple[str, ...], case: str, seeds: Seeds) -> Sequence[str] | None:
    """«Ион Чебан» of «Иону Чебану»: the one statesman with a surname of another tongue of whose name all words may be forms in one case,
    which is this where the dictionary knows the first («Джордже Мелони» is given to her, not of him)."""
    if not 2 <= len(words) <= MOST:
        return None
    own = tuple(map(fold, words))
    names = (
        [own] if " ".join(own) in seeds.statesmen else [name for name in product(*map(choices, words)) if " ".join(name) in seeds.statesmen]
    )
    foreign = (name for name in names if not SLAVIC.search(name[-1]))
    found = [name for name in foreign if name == own or _is_in(words, name, HIS_CASES if case in HIS_CASES else {case})]
    if len(found) != 1:
        return None
    man = seeds.statesmen[" ".join(found[0])]
    return [_spelled(name, word) for name, word in zip(man.name.split(), words, strict=True)]


def _spelled(name: str, word: str) -> str:
    """A name with the letters of its form in the text, which may have е for ё, but for capitals: «Журавлев» of «Журавлева», «Журавлёв»."""
    same = next(
        (place for place, pair in enumerate(zip(name, word, strict=False)) if fold(pair[0]) != fold(pair[1])), min(len(name), len(word))
    )
    return name if word.isupper() and len(word) > 1 else word[:same] + name[same:]


def _is_in(words: Sequence[str], name: Sequence[str], cases: Set[str]) -> bool:
    """May the words be a name in one case, in one of these where only a first name that the dictionary knows shows it?"""
    told = [
        [edit for edit in edits(word) if fold(edit.form) == own and edit.number != "plur"] for word, own in zip(words, name, strict=True)
    ]
    able = [{edit.case for edit in each} for each in told]
    first = {edit.case for edit in told[0] if (edit.source, edit.mark) == ("known", "Name")}
    shown = [each for each in (first or able[0], *able[1:]) if "" not in each]
    return bool(EVERY.intersection(*shown, *([cases] if shown == [first] else [])))


def _known_place(kind: str, phrase: str, seeds: Seeds) -> tuple[str, str]:
    """Name and country of a place that the seeds know, whatever stands around it; of several («в Волжском») the country where it is one."""
    if kind in CODED:
        code = forms.country_code(phrase, seeds)
        return (seeds.countries[code].name, code) if code else (forms.former_state(phrase, seeds), "")
    places = {seeds.places[entry.key] for entry in forms.entries(phrase, seeds) if entry.kind.startswith("place")}
    codes = {place.country_code for place in places}
    return (places.pop().name if len(places) == 1 else "", codes.pop() if len(codes) == 1 else "")


def _based(row: Row, seeds: Seeds, seen: Seen) -> Making[str]:
    """The base form, where the row has none yet."""
    kind, words, grammars = row["kind"], row["words"], row["grammars"]
    if row["normal"]:
        return str(row["normal"])
    told = forms.known_forms(words, PLACED[kind], seeds) if kind in PLACED else []
    told = told or (forms.known_forms(words, "place", seeds) if kind == "country" else [])  # «Республика Сербская», marked as a state
    if told:
        return forms.respaced(row["surface"], words, told)
    sides = ALONE if row["name"] and len(words) == 1 else _sides(row, seen)
    if kind == "person":
        if stood := _stood(words, seen.standing) or _statesman(words, grammars[0].case, seeds):
            return (yield from forms.person(stood, (NOMINATIVE,) * len(stood), seeds))
        return (yield from forms.person(words, grammars, seeds, sides))
    if kind == "role":
        held = row["held"][: _untitled(row, seeds)]
        held.sort(key=lambda child: not child["quoted"])  # «директор [Омской фирмы «Щит»]» before «[Омской]»
        cut = {" ".join(child["quoted"].words if child["quoted"] else stem(child["words"], seeds)): _sort(child) for child in held}
        words, grammars = _honoured(row, seeds)
        return (yield from title(words, grammars, cut, seeds, sides, row["served"])) or str(row["surface"]).lower()
    if words in seen.apposed or (kind == "organization" and _is_own_form(words[0], seeds)):
        return forms.respaced(row["surface"], words, words)
    form = forms.adjective(words, kind, grammars[0], seeds) or (yield from forms.phrase(row["surface"], words, grammars, kind, sides))
    if len(words) > 1 or row["name"]:
        return form
    apart = kind == "location" and forms.is_apart(form, words[0], row["left"], seeds)
    return words[0] if apart or forms.is_stiff(words[0], grammars[0]) else form


def _is_own_form(word: str, seeds: Seeds) -> bool:
    """«Апелпалата», which is no form of «апелпалат»: a noun of organizations in the nominative that the dictionary does not know."""
    return fold(word) in seeds.organization_nouns and not known_word(word)


def _honoured(row: Row, seeds: Seeds) -> Rest:
    """The words of a role with the adjective before it that makes it an honorary title: «[народный] артист»."""
    before, grammar = row["left"]
    agrees = grammar.pos in ("ADJF", "PRTF") and grammar.case == row["grammars"][0].case
    honour = agrees and not keys(before).isdisjoint(seeds.words["honorary"])
    return ((before, *row["words"]), (grammar, *row["grammars"])) if honour else (row["words"], row["grammars"])


def _sort(row: Row) -> str:
    """The kind of what a role is held for; a place in no state is a part of the world."""
    return "part of the world" if row["kind"] == "location" and not row["country_code"] else str(row["kind"])


def _untitled(row: Row, seeds: Seeds) -> int:
    """How many of the things that a role is held for stand before an adjective of its title («патриарх [Московский] и всея Руси»)."""
    words = list(row["words"])
    for number, child in enumerate(row["held"]):
        place = words.index(child["words"][0]) if child["kind"] == "location" and child["words"][0] in words else 0
        titular = is_titular(words, place, row["grammars"]) and nouns(words[place - 1]) & seeds.roles.keys()
        if titular or (place and is_see(words[place - 1], words[place], seeds)):
            return number
    return len(row["held"])


def _held(children: Iterable[Row], seeds: Seeds) -> list[Row]:
    """What a role is held for, outermost: not the inner roles, which belong to the title, but what those are held for."""
    found: list[Row] = []
    for child in children:
        found.extend(child["held"] if child["kind"] == "role" or _is_title(child, seeds) else [child])
    return [child for child in found if child["kind"] in HOLDING or (child["kind"] == "nationality" and child["grammars"][0].pos == "ADJF")]


def _is_title(row: Row, seeds: Seeds) -> bool:
    """Is an organization without a name of its own, so that it belongs to the title («глава [департамента]»)?

    One that is known («[госдумы]»), or that a state, a place or an adjective tells apart («[правительства Калужской области]»,
    «[окружного суда]», «[чилийского парламента]»), has a name, and so has a department («[кафедрой истории]»).
    """
    if row["kind"] != "organization" or known(" ".join(row["words"]), seeds) or is_body_of_state(row["words"], seeds):
        return False
    if _is_board(row, seeds):
        return True
    told = {name["kind"] for name in _names(row, seeds)}
    governed = row["grammars"][0].case == "ablt"  # «командующий [сухопутными войсками ВСУ]»
    own = _around(row["held"], row)
    if told and (told <= {"country", "location"} or (not governed and is_branch(own, seeds))):
        return False
    if len(own) == len(row["words"]) > 1 and row["grammars"][0].pos == "ADJF":
        return False
    bodies = [child for child in row["held"] if child["kind"] == "organization" and child["start"] > row["start"]]
    around = _around(bodies, row)  # «департамента Европы МИД»
    return str(row["words"][0])[:1].islower() and all(word[0].islower() for word in own) and not is_department(around, seeds)


def _around(parts: Iterable[Row], row: Row) -> tuple[str, ...]:
    """The words of a name that are not of these parts of it."""
    return tuple(row["words"][place] for place in without(tuple(row["words"]), tuple(tuple(part["words"]) for part in parts)))


def _is_board(row: Row, seeds: Seeds) -> bool:
    """«[Правления] Сбербанка», «[Совета директоров ПАО «Заря»]», but not «[Правления Тверской области]»"""
    board = seeds.boards.longest(row["words"], 0)
    whose = row["words"][board[0] :] if board else ()
    ends = (whose, whose[:-1]) if whose and whose[-1] in QUOTES else (whose,)
    held = [tuple(child["words"]) for child in row["held"] if child["kind"] == "organization"]
    return board is not None and (all(map(str.islower, whose)) or any(end[-len(words) :] == words for end in ends for words in held))


def _names(row: Row, seeds: Seeds) -> Iterator[Row]:
    """What inside an organization is known or written large."""
    for child in row["held"]:
        if not str(child["words"][0])[:1].islower() or known(" ".join(child["words"]), seeds):
            yield child
        elif child["kind"] == "organization":
            yield from _names(child, seeds)
