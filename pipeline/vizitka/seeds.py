"""The knowledge tables of seeds/, read once and made ready for looking up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from .morphology import fold
from .paths import resource
from .phrases import Entry, Phrases

Row = dict[str, str]
CHILDREN = {"son": "masc", "daughter": "femn"}


class Country(NamedTuple):
    code: str
    name: str
    full_name: str


class Organization(NamedTuple):
    name: str
    kind: str
    country_code: str
    acronyms: tuple[str, ...]
    other_names: tuple[str, ...]
    part_of: str

    @property
    def is_general(self) -> bool:
        """Does its name say only what it is, and not whose?"""
        return self.kind in ("state", "ministry", "generic")


class Place(NamedTuple):
    name: str
    kind: str
    country_code: str
    common: bool
    capital: bool


class Role(NamedTuple):
    """A head noun of roles; ``takes`` is what may depend on it and belong to the title, ``twin`` what it is of the other sex."""

    name: str
    kind: str
    takes: frozenset[str]
    full_name: str
    twin: str


class Staff(NamedTuple):
    """The sorts of organizations that a role is an inner one of, and words of which its title must have one."""

    sorts: frozenset[str]
    told: frozenset[str]


class Statesman(NamedTuple):
    name: str
    country_code: str
    posts: tuple[str, ...]


class FirstName(NamedTuple):
    name: str
    gender: str
    full_names: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """Everything the tables say, by the keys that the stages ask for (folded words, ISO codes, canonical names)."""

    countries: dict[str, Country]
    bynames: dict[str, str]
    offices: dict[str, str]
    former_states: Phrases
    organizations: dict[str, Organization]
    places: dict[str, Place]
    roles: dict[str, Role]
    staff: dict[str, Staff]
    role_adjectives: frozenset[str]
    statuses: Phrases
    times: Phrases
    status_prefixes: dict[str, str]
    role_verbs: dict[str, str]
    legal_forms: frozenset[str]
    full_forms: Phrases
    organization_nouns: dict[str, str]
    short_nouns: frozenset[str]
    plain_nouns: frozenset[str]
    first_names: dict[str, FirstName]
    family_first: dict[str, str]
    public_surnames: frozenset[str]
    statesmen: dict[str, Statesman]
    surnamed: dict[str, list[Statesman]]
    surname_rates: dict[str, float]
    first_name_rates: dict[str, float]
    particles: frozenset[str]
    name_suffixes: frozenset[str]
    children: dict[str, str]
    family_starts: tuple[str, ...]
    family_endings: tuple[str, ...]
    stiff_endings: tuple[str, ...]
    words: dict[str, frozenset[str]]
    boards: Phrases
    phrases: Phrases

    def takes(self, found: Iterable[str]) -> frozenset[str]:
        """What may stand behind the roles among some keys."""
        return frozenset().union(*(self.roles[key].takes for key in found if key in self.roles))


def table(name: str) -> list[Row]:
    """The rows of ``seeds/name.tsv``.

    Raises:
        FileNotFoundError: there is no such table.
    """
    lines = (resource("seeds") / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell.

    >>> several("КНР; Китай"), several("")
    (('КНР', 'Китай'), ())
    """
    return tuple(cell.split("; ")) if cell else ()


@cache
def load() -> Seeds:
    """All tables; a second call gives the same object."""
    countries, organizations, places = table("countries"), table("organizations"), table("places")
    nouns, statuses = table("organization_nouns"), table("statuses")
    particles, forms = table("name_particles"), table("legal_forms")
    capitals = {row["capital"] for row in countries}
    statesmen = {fold(row["name"]): Statesman(row["name"], row["country_code"], several(row["posts"])) for row in table("statesmen")}
    surnamed = _surnamed(statesmen)
    first_names = {fold(row["name"]): _first_name(row) for row in table("first_names")}
    hers = {name for name, entry in first_names.items() if entry.gender == "f"}
    endings = [row for row in table("surname_endings") if row["sure"] == "yes"]
    family_endings = tuple(fold(row["ending"]) for row in endings)
    telling = (*family_endings, *(fold(row["feminine"]) for row in endings if row["feminine"]))
    return Seeds(
        countries={row["code"]: Country(row["code"], row["name"], row["full_name"] or row["name"]) for row in countries},
        bynames={fold(name): row["code"] for row in countries for name in several(row["bynames"])},
        offices={fold(name): row["code"] for row in countries for name in several(row["offices"])},
        former_states=Phrases(_former_states()),
        organizations={
            row["name"]: Organization(
                row["name"], row["kind"], row["country_code"], several(row["acronyms"]), several(row["other_names"]), row["part_of"]
            )
            for row in organizations
        },
        places={
            row["name"]: Place(row["name"], row["kind"], row["country_code"], row["common"] == "yes", row["name"] in capitals)
            for row in places
        },
        roles={fold(row["role"]): _role(row) for row in table("roles")},
        staff={fold(row["role"]): Staff(_folded(row["sorts"]), _folded(row["told"])) for row in table("staff")},
        role_adjectives=frozenset(fold(row["adjective"]) for row in table("role_adjectives")),
        statuses=Phrases(
            (row["mark"], Entry("apposed" if row["form"] == "apposed" else row["takes"], row["status"]))
            for row in statuses
            if row["form"] in ("adjective", "word", "apposed", "phrase", "title")
        ),
        times=Phrases((row["mark"], Entry("apposed", row["status"])) for row in statuses if row["form"] == "time"),
        status_prefixes={row["mark"].strip("-"): row["status"] for row in statuses if row["form"] == "prefix"},
        role_verbs={fold(row["verb"]): row["status"] for row in table("role_verbs")},
        legal_forms=frozenset(row["form"] for row in forms),
        full_forms=Phrases((name, Entry("form", row["form"])) for row in forms for name in several(row["full_name"]) if " " in name),
        organization_nouns={fold(row["noun"]): row["kind"] for row in nouns},
        plain_nouns=frozenset(fold(row["noun"]) for row in nouns if row["plain"] == "yes"),
        short_nouns=frozenset(fold(row["noun"]) for row in nouns if row["short"] == "yes"),
        first_names=first_names,
        family_first={fold(row["surname"]): row["origin"] for row in table("asian_surnames")},
        public_surnames=frozenset(fold(row["surname"]) for row in table("public_surnames"))
        | {surname for surname in surnamed if surname not in hers and not surname.endswith(telling)},
        statesmen=statesmen,
        surnamed=surnamed,
        surname_rates={fold(row["surname"]): int(row["per_million"]) / 1e6 for row in table("surname_rates")},
        first_name_rates={fold(row["name"]): int(row["per_million"]) / 1e6 for row in table("first_name_rates")},
        particles=frozenset(row["particle"].strip("-") for row in particles if row["kind"] in ("prefix", "infix")),
        name_suffixes=frozenset(row["particle"].strip("-") for row in particles if row["kind"] == "suffix" or row["kind"] in CHILDREN),
        children={row["particle"]: CHILDREN[row["kind"]] for row in particles if row["kind"] in CHILDREN},
        family_starts=tuple(row["particle"] for row in particles if row["particle"][-1] in "-’" and "arabic" not in row["origin"]),
        family_endings=family_endings,
        stiff_endings=tuple(
            fold(row["ending"]) for row in table("surname_endings") if row["declines"] == "none" and len(row["ending"]) > 1
        ),
        words=_classes(table("words")),
        boards=Phrases((row["word"], Entry("board", row["word"])) for row in table("words") if "board" in several(row["classes"])),
        phrases=Phrases([*_countries(countries), *_ambiguous(), *_organizations(organizations), *_places(places)]),
    )


def _surnamed(statesmen: dict[str, Statesman]) -> dict[str, list[Statesman]]:
    """Statesmen by the word that ends their names."""
    found: dict[str, list[Statesman]] = {}
    for name, man in statesmen.items():
        found.setdefault(name.rpartition(" ")[2], []).append(man)
    return found


def _role(row: Row) -> Role:
    return Role(row["role"], row["kind"], frozenset(several(row["takes"])), row["full_name"], row["feminine"])


def _first_name(row: Row) -> FirstName:
    return FirstName(row["name"], row["gender"], several(row["full_name"]), row["origin"])


def _folded(cell: str) -> frozenset[str]:
    return frozenset(map(fold, several(cell)))


def _classes(rows: list[Row]) -> dict[str, frozenset[str]]:
    """The words of each class that the grammar asks for."""
    classes = {each for row in rows for each in several(row["classes"])}
    return {each: frozenset(fold(row["word"]) for row in rows if each in several(row["classes"])) for each in classes}


def _countries(rows: list[Row]) -> Iterator[tuple[str, Entry]]:
    for row in rows:
        names = (row["name"], *several(row["full_name"]), *several(row["other_names"]), *several(row["former_names"]))
        yield from ((name, Entry("country", row["code"])) for name in dict.fromkeys(names))
        yield from ((form, Entry("adjective", row["code"])) for form in several(row["adjectives"]))
        yield from ((form, Entry("inhabitant", row["code"])) for form in several(row["inhabitants"]))


def _former_states() -> Iterator[tuple[str, Entry]]:
    for row in table("former_states"):
        for form in (row["name"], *several(row["other_names"]), *several(row["adjectives"])):
            yield form, Entry("former", row["name"])


def _ambiguous() -> Iterator[tuple[str, Entry]]:
    for row in table("ambiguous_countries"):
        form = row["form"]
        kind = "country" if form[0].isupper() else "adjective" if form.endswith("ий") else "inhabitant"
        yield from ((form, Entry(kind, code)) for code in several(row["codes"]))


def _organizations(rows: list[Row]) -> Iterator[tuple[str, Entry]]:
    for row in rows:
        for name in dict.fromkeys((row["name"], *several(row["other_names"]), *several(row["acronyms"]))):
            yield name, Entry("organization", row["name"])


def _places(rows: list[Row]) -> Iterator[tuple[str, Entry]]:
    for row in rows:
        for name in dict.fromkeys((row["name"], *several(row["other_names"]))):
            yield name, Entry("place", row["name"])
        for form in several(row["adjectives"]):
            yield form, Entry("place adjective", row["name"])
