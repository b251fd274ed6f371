"""The linter of the knowledge tables: their form, their codes, and what they say of each other."""

from __future__ import annotations

import re
from pathlib import Path

import pymorphy3
import pytest

from vizitka.paths import resource

SEEDS = resource("seeds")
TABLES = sorted(SEEDS.glob("*.tsv"))
WORD = re.compile("[Ѐ-ӿ]+(?:[-’'][Ѐ-ӿ]+)*")
CODE = re.compile(r"[A-Z]{2}")
SUBDIVISION = re.compile(r"([A-Z]{2})-[A-Z0-9]{1,3}")
HEADER = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
MORPHOLOGY = pymorphy3.MorphAnalyzer(lang="ru")
STATUSES = {"current", "acting", "former", "elect"}


def rows(path: Path) -> list[list[str]]:
    """All lines of a table as cells, the header first."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").removesuffix("\n").split("\n")]


def table(name: str) -> list[dict[str, str]]:
    header, *found = rows(SEEDS / f"{name}.tsv")
    return [dict(zip(header, row, strict=True)) for row in found]


def several(cell: str) -> list[str]:
    return cell.split("; ") if cell else []


def unknown(cells: list[str]) -> str:
    """What the column ``unknown`` of a row must hold: the Cyrillic words of its other cells that the dictionary does not know."""
    words = {word.lower() for cell in cells for word in WORD.findall(cell)}
    return "; ".join(sorted(word for word in words if not MORPHOLOGY.word_is_known(word)))


each_table = pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)


@each_table
def test_bytes(path: Path) -> None:
    raw = path.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf"), "a byte order mark"
    assert b"\r" not in raw, "lines must end with \\n alone"
    assert raw.endswith(b"\n") and not raw.endswith(b"\n\n"), "the last line must end with one \\n"


@each_table
def test_header_and_width(path: Path) -> None:
    header, *found = rows(path)
    assert all(HEADER.fullmatch(column) for column in header), header
    assert len(set(header)) == len(header) and header[-1] == "unknown", header
    assert found, "no rows"
    assert not [row for row in found if len(row) != len(header)]


@each_table
def test_sorted_and_unique(path: Path) -> None:
    first = [row[0] for row in rows(path)[1:]]
    assert "" not in first
    assert first == sorted(first), next((pair for pair in zip(first, sorted(first), strict=True) if pair[0] != pair[1]), None)
    assert len(first) == len(set(first)), sorted({key for key in first if first.count(key) > 1})


@each_table
def test_cells(path: Path) -> None:
    for row in rows(path)[1:]:
        for cell in row:
            assert cell == " ".join(cell.split()), f"stray spaces in {cell!r} of {row[0]}"
            values = cell.split(";")
            assert cell == "; ".join(value.strip() for value in values), f"values must be joined by '; ' in {cell!r} of {row[0]}"
            assert not cell or (all(several(cell)) and len(set(several(cell))) == len(several(cell))), (
                f"values repeat in {cell!r} of {row[0]}"
            )
            assert not re.search("[\"„“”'`ʼ]", cell), f"quotes are «», the apostrophe is ’: {cell!r} of {row[0]}"


@each_table
def test_unknown(path: Path) -> None:
    wrong = [f"{row[0]}: {row[-1]!r} should be {unknown(row[:-1])!r}" for row in rows(path)[1:] if row[-1] != unknown(row[:-1])]
    assert not wrong, "\n".join(wrong)


@each_table
def test_named_in_readme(path: Path) -> None:
    assert path.name in (SEEDS / "README.md").read_text(encoding="utf-8")


def test_readme_names_only_what_is_there() -> None:
    named = set(re.findall(r"\b[a-z_]+\.tsv\b", (SEEDS / "README.md").read_text(encoding="utf-8")))
    assert named <= {path.name for path in TABLES}


def test_countries_are_those_of_iso_3166() -> None:
    found = table("countries")
    assert len(found) == 249
    assert all(CODE.fullmatch(row["code"]) and re.fullmatch(r"[A-Z]{3}", row["alpha3"]) and row["name"] for row in found)
    pycountry = pytest.importorskip("pycountry")
    assert {row["code"]: row["alpha3"] for row in found} == {country.alpha_2: country.alpha_3 for country in pycountry.countries}


CODES = {row["code"] for row in table("countries")}


@pytest.mark.parametrize("path", [path for path in TABLES if "country_code" in rows(path)[0]], ids=lambda path: path.stem)
def test_country_codes(path: Path) -> None:
    wrong = [f"{row}" for row in table(path.stem) if not set(several(row["country_code"])) <= CODES]
    assert not wrong, "\n".join(wrong)


def test_ambiguous_countries() -> None:
    for row in table("ambiguous_countries"):
        codes = several(row["codes"])
        assert len(codes) > 1 and set(codes) <= CODES, row


def test_ambiguous_countries_are_in_no_row_of_countries() -> None:
    forms = {form for row in table("countries") for column in ("other_names", "adjectives", "inhabitants") for form in several(row[column])}
    assert not {row["form"] for row in table("ambiguous_countries")} & (forms | {row["name"] for row in table("countries")})


@pytest.mark.parametrize(
    "columns", [("name", "full_name", "other_names"), ("adjectives",), ("inhabitants",)], ids=lambda columns: columns[0]
)
def test_no_form_names_two_countries(columns: tuple[str, ...]) -> None:
    meant: dict[str, set[str]] = {}
    for row in table("countries"):
        for form in (form for column in columns for form in several(row[column])):
            meant.setdefault(form, set()).add(row["code"])
    assert not {form: codes for form, codes in meant.items() if len(codes) > 1}


def test_capitals_are_places() -> None:
    places = {form for row in table("places") for form in (row["name"], *several(row["other_names"]))}
    missing = {capital for row in table("countries") for capital in several(row["capital"])} - places
    assert not missing


def test_places() -> None:
    for row in table("places"):
        found = SUBDIVISION.fullmatch(row["iso"])
        assert not row["iso"] or (found and found[1] == row["country_code"]) or row["iso"] in CODES, row
        assert row["kind"] in {"region", "city"} and row["common"] in {"", "yes"}, row


def test_organizations_are_parts_of_organizations() -> None:
    found = table("organizations")
    names = {row["name"] for row in found}
    wrong = [f"{row['name']}: {whole}" for row in found for whole in several(row["part_of"]) if whole not in names]
    assert not wrong, "\n".join(wrong)


def test_no_organization_is_part_of_itself() -> None:
    wholes = {row["name"]: row["part_of"] for row in table("organizations")}
    for name, whole in wholes.items():
        seen = {name}
        while whole:
            assert whole not in seen, name
            seen.add(whole)
            whole = wholes[whole]


def test_no_form_names_two_organizations() -> None:
    meant: dict[str, set[str]] = {}
    for row in table("organizations"):
        for form in (row["name"], *several(row["other_names"]), *several(row["acronyms"])):
            meant.setdefault(form, set()).add(row["name"])
    assert not {form: names for form, names in meant.items() if len(names) > 1}


VALUES = [
    ("first_names", "gender", {"m", "f", "u"}),
    ("roles", "kind", {"office", "rank", "occupation"}),
    ("statuses", "status", {*STATUSES, ""}),
    ("role_verbs", "status", STATUSES),
    ("statuses", "form", {"adjective", "word", "apposed", "phrase", "prefix", "title", "time"}),
    ("organization_nouns", "short", {"", "yes"}),
    ("organization_nouns", "plain", {"", "yes"}),
    ("name_particles", "hyphen", {"", "yes"}),
    ("name_particles", "kind", {"prefix", "infix", "suffix", "son", "daughter"}),
]


@pytest.mark.parametrize(("name", "column", "values"), VALUES, ids=[f"{case[0]}-{case[1]}" for case in VALUES])
def test_values(name: str, column: str, values: set[str]) -> None:
    assert {row[column] for row in table(name)} <= values


def test_takes_of_roles() -> None:
    told = {value for row in table("roles") for value in several(row["takes"])}
    assert told <= {"domain", "role", "host", "topic", "at", "instrumental", "body", "state", "see"}


@pytest.mark.parametrize(("name", "column", "key"), [("roles", "feminine", "role"), ("first_names", "full_name", "name")])
def test_partners_have_rows(name: str, column: str, key: str) -> None:
    found = table(name)
    missing = {value for row in found for value in several(row[column])} - {row[key] for row in found}
    assert not missing


@pytest.mark.parametrize("path", sorted((SEEDS / "releases").glob("*")), ids=lambda path: path.stem)
def test_releases_are_text(path: Path) -> None:
    assert path.read_bytes().decode("utf-8").strip()
