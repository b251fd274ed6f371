"""The tables as files: the same in each format, read back equal, valid for the programs that open them."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from followthemoney import model
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

import vizitka
from vizitka.save import FORMATS, files, load, save
from vizitka.save.delimited import FORMULA, harmless, original
from vizitka.schema import COLUMNS
from vizitka.types import Tables

RELEASE = Path(__file__).parent / "files" / "releases" / "release.txt"
FORMULAS = ["=1+1", "+7 495", "-2", "@SUM(A1)", "\tх", "'=1", "'", '=HYPERLINK("http://a";"б")', "=cmd|' /C calc'!A0"]
READABLE = [name for name, each in FORMATS.items() if each.readable]
OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not on this machine")


@pytest.fixture(scope="module")
def found() -> Tables:
    """A release, and texts whose titles would be formulas, whose signs are hard to write."""
    odd = [
        "Посол Чили Анна\x00 Рид\r\nприехала в «Минск».",
        'Министр "связи"; Олег, Жданов\tприбыл\u2028в Баку 🙂. Министерство энергетики Казахстана ответило.',
        "",
    ]
    texts = [
        RELEASE.read_text(encoding="utf-8"),
        *odd,
        *(f"Посол Чили Анна Рид приехала {number} марта." for number in range(len(FORMULAS))),
    ]
    titles = ["https://example.org/1", "а", "б", "в", *FORMULAS]
    return vizitka.run(pd.DataFrame({"text": texts, "title": titles, "source": [f"https://example.org/{n}" for n in range(len(texts))]}))


def rows(table: pd.DataFrame, name: str) -> list[dict[str, object]]:
    return table[list(COLUMNS[name])].to_dict("records")


@pytest.mark.parametrize("format", READABLE)
def test_read_back_equal(format: str, found: Tables, tmp_path: Path) -> None:
    paths = found.save(tmp_path, format=format)
    assert {path.resolve() for path in paths} <= files(tmp_path)
    again = load(tmp_path)
    for name in COLUMNS:
        assert rows(again[name], name) == rows(getattr(found, name), name)


@pytest.mark.parametrize("format", READABLE)
def test_convert_there_and_back(format: str, found: Tables, tmp_path: Path) -> None:
    found.save(tmp_path / "a")
    (first, *_) = vizitka.convert(tmp_path / "a", tmp_path / "b", format=format)
    for path in vizitka.convert(first if FORMATS[format].one else tmp_path / "b", tmp_path / "c"):
        assert path.read_bytes() == (tmp_path / "a" / path.name).read_bytes()


@pytest.mark.parametrize("format", READABLE)
def test_no_rows(format: str, tmp_path: Path) -> None:
    vizitka.run(pd.DataFrame({"text": []})).save(tmp_path, format=format)
    assert {name: (len(table), tuple(table.columns)) for name, table in load(tmp_path).items()} == {
        name: (0, columns) for name, columns in COLUMNS.items()
    }


def test_other_programs_read_them(found: Tables, tmp_path: Path) -> None:
    for format in ("parquet", "sqlite", "duckdb"):
        found.save(tmp_path, format=format)
    count = len(found.mentions)
    assert len(pd.read_parquet(tmp_path / "mentions.parquet")) == count
    with sqlite3.connect(tmp_path / "vizitka.sqlite") as base:
        joined = "SELECT count(*) FROM mentions JOIN documents USING (document_id) WHERE start < stop AND typeof(start) = 'integer'"
        assert base.execute(joined).fetchone() == (count,)
    with duckdb.connect(tmp_path / "vizitka.duckdb", read_only=True) as base:
        counted = base.execute("SELECT count(*) FROM mentions WHERE start < stop AND confidence <= 1")
        assert counted.fetchone() == (count,)


def test_delimiter(found: Tables, tmp_path: Path) -> None:
    found.save(tmp_path, delimiter=";")
    head = (tmp_path / "cards.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert head == ";".join(COLUMNS["cards"])
    assert rows(load(tmp_path)["mentions"], "mentions") == rows(found.mentions, "mentions")
    with pytest.raises(ValueError, match="take one sign"):
        found.save(tmp_path, delimiter=";;")


@given(st.text(st.sampled_from("'=+-@\t\ra"), max_size=6))
def test_harmless_and_back(cell: str) -> None:
    assert original(harmless(cell)) == cell
    assert harmless(cell)[:1] not in ("=", "+", "-", "@", "\t", "\r")


def test_no_cell_is_a_formula(found: Tables, tmp_path: Path) -> None:
    found.save(tmp_path)
    for name in COLUMNS:
        table = pd.read_csv(tmp_path / f"{name}.csv", dtype=str, keep_default_na=False)
        assert not [cell for column in table for cell in table[column] if FORMULA.match(cell) and not cell.startswith("'")]


def test_book(found: Tables, tmp_path: Path) -> None:
    (path,) = found.save(tmp_path, format="xlsx")
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["cards", "entities", "occupancies", "mentions", "documents"]
    for sheet in book:
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref and sheet["A1"].font.bold
        assert not [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert book["documents"]["B2"].hyperlink.target == "https://example.org/0"


def test_texts_longer_than_a_cell(tmp_path: Path, found: Tables) -> None:
    long = found.documents.assign(title="я" * 40_000)
    (path,) = found._replace(documents=long).save(tmp_path, format="xlsx")
    assert load(path)["documents"]["title"].str.len().max() == 32_767


@needs_office
def test_csv_opens_in_libreoffice(found: Tables, tmp_path: Path) -> None:
    found.save(tmp_path)
    (sheet,) = office(
        tmp_path / "documents.csv", "xlsx", "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    )
    assert_shown(sheet.to_python(), found, mark="'")


@needs_office
def test_book_opens_in_libreoffice(found: Tables, tmp_path: Path) -> None:
    (path,) = found.save(tmp_path, format="xlsx")
    sheets = {sheet.name: sheet for sheet in office(path, "ods")}
    assert_shown(sheets["documents"].to_python(), found, mark="")
    assert [row[0] for row in sheets["cards"].to_python()[1:]] == found.cards["person"].tolist()


def office(path: Path, suffix: str, *options: str) -> list[object]:
    """The sheets of a file as LibreOffice understands them."""
    out = path.parent / "office"
    home = f"-env:UserInstallation={(path.parent / 'home').as_uri()}"
    command = [str(OFFICE), home, "--headless", "--convert-to", suffix, *options, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    book = CalamineWorkbook.from_path(next(out.glob(f"{path.stem}*.{suffix}")))
    return [book.get_sheet_by_name(name) for name in book.sheet_names]


def assert_shown(shown: list[list[object]], found: Tables, mark: str) -> None:
    """Cyrillic is right, and what would be a formula stands as text."""
    header, *body = shown
    assert tuple(header) == COLUMNS["documents"]
    titles = [row[header.index("title")] for row in body]
    assert "Посол Чили Анна Рид" not in titles and "а" in titles
    assert {"=1+1", "@SUM(A1)", '=HYPERLINK("http://a";"б")'} <= {str(title).removeprefix(mark) for title in titles}
    assert 2 not in titles


# FollowTheMoney ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def entities(found: Tables, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    (path,) = found.save(tmp_path_factory.mktemp("ftm"), format="ftm")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_followthemoney_validates_every_entity(entities: list[dict[str, object]]) -> None:
    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        for name, values in entity["properties"].items():  # type: ignore[attr-defined]
            assert set(proxy.get(name)) == set(values), (entity["schema"], name, values)


def test_followthemoney_schemata_and_references(entities: list[dict[str, object]]) -> None:
    known = {entity["id"]: entity for entity in entities}
    assert len(known) == len(entities)
    assert {entity["schema"] for entity in entities} == {
        "Person",
        "PublicBody",
        "Organization",
        "Position",
        "Occupancy",
        "Document",
        "Mention",
    }
    for entity in entities:
        for name in ("holder", "post", "organization", "document", "resolved"):
            assert set(entity["properties"].get(name, [])) <= set(known)  # type: ignore[attr-defined]
    people = {entity["properties"]["name"][0] for entity in entities if entity["schema"] == "Person"}  # type: ignore[index]
    assert "Рустам Каримов" in people


# What cannot be written or read ───────────────────────────────────────────────────────────────────────────────────────


def test_ftm_is_not_read_back(found: Tables, tmp_path: Path) -> None:
    found.save(tmp_path, format="ftm")
    with pytest.raises(ValueError, match=r"no tables of vizitka are here.*name the folder"):
        load(tmp_path)


def test_two_formats_in_a_folder(found: Tables, tmp_path: Path) -> None:
    for format in ("csv", "sqlite"):
        found.save(tmp_path, format=format)
    with pytest.raises(ValueError, match=r"csv and sqlite: name one file, such as .*documents\.csv"):
        load(tmp_path)
    assert rows(load(tmp_path / "vizitka.sqlite")["cards"], "cards") == rows(load(tmp_path / "documents.csv")["cards"], "cards")


def test_tables_of_another_program(tmp_path: Path) -> None:
    for name in COLUMNS:
        (tmp_path / f"{name}.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ValueError, match="documents has no column 'document_id'"):
        load(tmp_path)


def test_nothing_is_left_of_a_file_that_cannot_be_written(found: Tables, tmp_path: Path) -> None:
    found.save(tmp_path, format="jsonl")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    broken = found._asdict() | {"documents": found.documents.assign(title=object())}
    with pytest.raises(TypeError):
        save(broken, tmp_path, "jsonl")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
