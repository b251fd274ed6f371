"""Names that bodies of many states bear: «Верховный суд», «Министерство иностранных дел», and whose they are in a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..morphology import REMEMBERED, fold, inflect, is_acronym, keys, parses, recase
from ..phrases import spelled
from ..seeds import Seeds
from ..signs import QUOTES
from ..transliteration import is_latin
from ..types import Row
from . import forms

RIVALS = 4
SITE, TOPIC = frozenset({"в", "во", "на"}), frozenset({"с", "со", "по", "для"})  # before where something is, before what it deals with
ASIDE = SITE | TOPIC
FOOTNOTE = re.compile(r"(?<=[^\W\d]{3})\d$")  # «Банка России1»


class State(NamedTuple):
    """The one state that a document speaks of, "" where it speaks of several, and whether it names a region of it."""

    code: str = ""
    regional: bool = False


NOBODY = State()


def state(rows: Iterable[Row], seeds: Seeds) -> State:
    """The state that is named four times as often as any other, and twice at least."""
    told = codes(rows, seeds)
    (code, most), (_, second) = (*told.most_common(2), ("", 0), ("", 0))[:2]
    if most < max(2, RIVALS * second):
        return NOBODY
    return State(code, any(is_region(row, seeds) for row in rows))


def codes(rows: Iterable[Row], seeds: Seeds) -> Counter[str]:
    """How often the mentions of a document name each state, its places and its bodies that are known."""
    return Counter(code for row in rows if (code := _code(row, seeds)))


def is_region(row: Row, seeds: Seeds) -> bool:
    """Is it the name of a region of a state?"""
    return row["name"] in seeds.places and seeds.places[row["name"]].kind == "region"


def _code(row: Row, seeds: Seeds) -> str:
    known = seeds.organizations.get(row["name"]) if row["kind"] == "organization" else None
    return known.country_code if known else str(row["country_code"])


def whole(names: Iterable[str], seeds: Seeds, state: State = NOBODY) -> dict[str, str]:
    """Which body each general name of a document stands for, where it can be only one: that of a longer name, or the state's own.

    >>> from ..seeds import load
    >>> whole(["Верховный суд", "Верховный суд Пакистана", "Газпром", "Газпром нефть"], load())
    {'Верховный суд': 'Верховный суд Пакистана'}
    >>> whole(["Верховный суд", "Министерство культуры"], load(), State("RS", regional=True))
    {'Верховный суд': 'Верховный суд Сербии'}
    """
    told = {name: fold(name).split() for name in sorted(names)}
    general = [name for name in told if is_general(name, seeds)]
    meant = {name: longest({*_longer(name, told, seeds), *_owned(name, told, state, seeds)}) for name in general}
    return {name: others.pop() for name, others in meant.items() if len(others) == 1}


def longest(names: set[str]) -> set[str]:
    """Names without those that another goes on from («Управление МЧС России» of «Управление МЧС России по Туле»)."""
    return {name for name in names if not any(other.startswith(f"{name} ") for other in names)}


def _longer(name: str, told: Mapping[str, Sequence[str]], seeds: Seeds) -> Iterator[str]:
    """The names that go on with whose it is («Пакистана», not «страны»); of one that the seeds do not know with whatever belongs to it
    («Посольство России [в Перу]»)."""
    words, seeded = told[name], name in seeds.organizations
    for other, more in told.items():
        rest = other.split()[len(words) :] if more[: len(words)] == words else []
        if rest and rest[-1] not in seeds.words["own state"] and (rest[0][0].isupper() or not (seeded or parses(rest[0])[0].pos == "CONJ")):
            yield other
        if more[-len(words) :] == words and len(more) == len(words) + 1 and other[0].isupper() and _is_adjective(other.split()[0]):
            yield other  # «Самарский областной суд»


def _is_adjective(word: str) -> bool:
    return any((parse.pos, parse.case) == ("ADJF", "nomn") for parse in parses(word))


def _owned(name: str, names: Iterable[str], state: State, seeds: Seeds) -> Iterator[str]:
    """The state's body of a name, and those of international organizations that are named too («Совет Безопасности» of the ООН)."""
    kind = seeds.organizations[name].kind if name in seeds.organizations else ""
    if not state.code or kind not in ("state", "ministry") or (kind == "ministry" and state.regional):
        return
    yield of_country(name, state.code, seeds)
    for other in names:
        if other in seeds.organizations and seeds.organizations[other].kind == "international":
            owned = (known(f"{name} {form}", seeds) for form in (other, *seeds.organizations[other].acronyms))
            yield from filter(None, owned)


@lru_cache(maxsize=REMEMBERED)
def is_general(name: str, seeds: Seeds) -> bool:
    """May several bodies bear a name of two words or more, which says only what they are?

    >>> from ..seeds import load
    >>> is_general("Верховный суд", load()), is_general("Генеральный штаб", load()), is_general("Газпром нефть", load())
    (True, True, False)
    """
    if name in seeds.organizations:
        return seeds.organizations[name].is_general
    words = name.split()
    told = (seeds.organization_nouns.keys(), seeds.words["local"])
    own = any(word[0] in QUOTES or is_latin(word) for word in words)  # «банк «Заря»», «компания Apex»
    return len(words) > 1 and not own and any(not each.isdisjoint(keys(word)) for word in words for each in told)


def of_country(name: str, code: str, seeds: Seeds) -> str:
    """The body of a general name in a country, by the name that the seeds give it.

    >>> from ..seeds import load
    >>> of_country("Верховный суд", "RU", load()), of_country("Верховный суд", "PK", load())
    ('Верховный Суд Российской Федерации', 'Верховный суд Пакистана')
    """
    whole = f"{name} {genitive(seeds.countries[code].name)}"
    return known(whole, seeds) or whole


@lru_cache(maxsize=REMEMBERED)
def countries(name: str, seeds: Seeds) -> frozenset[str]:
    """The codes of the countries whose a name says that something is («Верховный суд [Пакистана]», not «миссия ООН в Перу»)."""
    return frozenset(codes.pop() for codes in _told(name, "country", seeds, ASIDE) if len(codes) == 1)


@lru_cache(maxsize=REMEMBERED)
def states(name: str, seeds: Seeds) -> frozenset[str]:
    """The codes of the countries that may be meant where a name says whose something is («Союз врачей [РК]»)."""
    return frozenset().union(*_told(name, "country", seeds, ASIDE))


@lru_cache(maxsize=REMEMBERED)
def owners(name: str, seeds: Seeds) -> frozenset[str]:
    """The codes of the states whose known bodies stand in a name («комитет [Государственной Думы] по обороне»)."""
    told = ([seeds.organizations[key] for key in keys] for keys in _told(name, "organization", seeds, ASIDE))
    known = (bodies[0] for bodies in told if len(bodies) == 1 and bodies[0].kind == "body" and not bodies[0].is_general)
    return frozenset(body.country_code for body in known if body.country_code)


@lru_cache(maxsize=REMEMBERED)
def regions(name: str, seeds: Seeds) -> frozenset[str]:
    """The codes of the countries whose regions stand in a name («палата [Самарской области]»)."""
    told = ([seeds.places[key] for key in keys] for keys in _told(name, "place", seeds))
    return frozenset(places[0].country_code for places in told if len(places) == 1 and places[0].kind == "region")


def _told(name: str, kind: str, seeds: Seeds, aside: frozenset[str] = frozenset()) -> Iterator[set[str]]:
    """What the parts of a name may stand for that are of a kind, by the keys of the seeds, but for what a quotation begins with, one of
    these words leads in or somebody studies («Институт истории [Перу]»)."""
    words, apart = spelled(name), aside.union(QUOTES)
    places = (place for place in range(len(words)) if place == 0 or words[place - 1] not in apart)
    places = (place for place in places if not any(is_studied(word, seeds) for word in words[max(0, place - 2) : place]))
    found = (seeds.phrases.longest(words, place) for place in places)
    yield from ({entry.key for entry in each[1] if entry.kind == kind} for each in found if each)


@lru_cache(maxsize=REMEMBERED)
def is_studied(word: str, seeds: Seeds) -> bool:
    """«изучения», «истории»: does a word in the genitive lead in what somebody is concerned with?"""
    return not seeds.words["studied"].isdisjoint(keys(word)) and any(parse.case == "gent" for parse in parses(word))


@lru_cache(maxsize=REMEMBERED)
def known(phrase: str, seeds: Seeds) -> str:
    """The name that the seeds give an organization, "" for one that they do not know."""
    bare = phrase[1:-1].strip() if phrase[:1] in '«"“' and phrase[-1:] in '»"”' else FOOTNOTE.sub("", phrase)
    names = {entry.key for each in {phrase, bare} for entry in forms.entries(each, seeds) if entry.kind == "organization"}
    return names.pop() if len(names) == 1 else ""


@lru_cache(maxsize=REMEMBERED)
def stem(words: tuple[str, ...], seeds: Seeds) -> tuple[str, ...]:
    """A name without what somebody in the body is concerned with: «[МИД Канады] по вопросам торговли».

    >>> from ..seeds import load
    >>> stem(tuple("Госдумы по обороне".split()), load()), stem(tuple("Росгвардии по Чечне".split()), load())
    (('Госдумы',), ('Росгвардии', 'по', 'Чечне'))
    """
    place = words.index("по") if "по" in words[:-1] else 0
    own = known(" ".join(words[:place]), seeds) if place and words[place + 1].islower() and not known(" ".join(words), seeds) else ""
    return words[:place] if own and not seeds.organizations[own].is_general else words


def genitive(name: str) -> str:
    """The name of a country after what is the country's.

    >>> genitive("Саудовская Аравия"), genitive("США"), genitive("Босния и Герцеговина")
    ('Саудовской Аравии', 'США', 'Боснии и Герцеговины')
    """
    return " ".join(_genitive(word) for word in name.split())


def _genitive(word: str) -> str:
    parse = next((each for each in parses(word) if each.case == "nomn" and each.source.is_known), None)
    form = inflect(parse, "gent", *filter(None, [parse.number])) if parse and word[0].isupper() and not is_acronym(word) else None
    return recase(form, word) if form else word
