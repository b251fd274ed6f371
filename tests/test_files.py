"""Real files of each kind, as other programs write them, and that a broken one costs its own row only and says what to do.

``files/releases`` holds one release as written by LibreOffice (docx, odt, fodt, rtf, pdf, html, xlsx, csv in cp1251), Chromium (page.html,
printed.pdf), DuckDB (parquet), in the formats of mail clients, and packed as Windows does.
"""

from __future__ import annotations

import gzip
import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pypdf
import pytest
from click.testing import CliRunner

import vizitka
from vizitka.cli import main
from vizitka.read import KINDS
from vizitka.types import Tables

RELEASES = Path(__file__).parent / "files" / "releases"
FILES = sorted(RELEASES.iterdir())
PLAIN = RELEASES / "release.txt"
CARD = ["person", "role", "organization", "country", "status", "host_country_code", "place"]
TITLE = "В Астане открылся форум по водным ресурсам"
RUSSIAN = "Министр связи Олег Жданов прибыл в Баку и открыл выставку."


def cards(tables: Tables) -> list[list[str]]:
    return tables.cards[CARD].values.tolist()


@pytest.fixture(scope="module")
def expected() -> list[list[str]]:
    return cards(vizitka.run(PLAIN))


def test_the_plain_text_gives_its_people(expected: list[list[str]]) -> None:
    assert [card[0] for card in expected] == ["Айгуль Сатыбалдиева", "Лилит Саркисян", "Николай Ветров", "Нурлан Абенов", "Рустам Каримов",
                                              "Сергей Панов"]  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_same_cards_as_the_plain_text(path: Path, expected: list[list[str]]) -> None:
    found = vizitka.run(path)
    assert set(found.documents["status"]) <= {"ok", "duplicate"}, found.documents["error"].tolist()
    assert cards(found) == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_title_and_date(path: Path) -> None:
    for document in vizitka.read(path):
        assert document.title.removesuffix(" | Пресс-служба") == TITLE
        assert document.published_at.startswith("2025-05-14") and document.date_source in ("metadata", "text")


def test_every_kind_has_a_file() -> None:
    suffixes = {path.suffix for path in FILES}
    assert [kind.name for kind in KINDS if not suffixes & set(kind.suffixes)] == []


def test_the_folder_gives_the_cards_of_one(expected: list[list[str]], tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["run", str(RELEASES), "--out", str(tmp_path / "out"), "--jobs", "2"])
    assert done.exit_code == 0, done.output
    table = pd.read_csv(tmp_path / "out" / "cards.csv", dtype=str, keep_default_na=False)
    assert table[CARD].values.tolist() == expected


def test_feeds_and_tables_name_their_links() -> None:
    sources = {document.source for name in ("feed.rss", "feed.atom", "table.jsonl") for document in vizitka.read(RELEASES / name)}
    assert sources == {"https://example.org/news/1"}


def test_files_in_files_name_their_way() -> None:
    (packed,) = vizitka.read(RELEASES / "packed.zip")
    assert packed.source.endswith("packed.zip/Релизы/Форум в Астане.txt") and packed.encoding == "cp1251"
    _, attached = vizitka.read(RELEASES / "letter with attachment.eml")
    assert attached.source.endswith("letter with attachment.eml/релиз.docx")


@pytest.mark.parametrize("name", ["release.docx", "release.pdf", "page.html", "table.xlsx", "packed.zip", "Inbox.mbox"])
def test_a_cut_file_is_told_and_the_rest_goes_on(name: str, tmp_path: Path) -> None:
    raw = (RELEASES / name).read_bytes()
    (tmp_path / name).write_bytes(raw[: len(raw) // 3])
    shutil.copy(PLAIN, tmp_path / "хороший.txt")
    table = vizitka.run(tmp_path).documents
    assert (table.loc[table["source"].str.endswith("хороший.txt"), "status"] == "ok").all()
    for row in table[table["status"] == "failed"].to_dict("records"):
        assert name in row["error"] and "again" in row["error"]


# Bad input ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def locked_pdf() -> bytes:
    file, out = pypdf.PdfWriter(clone_from=RELEASES / "printed.pdf"), io.BytesIO()
    file.encrypt("secret")
    file.write(out)
    return out.getvalue()


def empty_pdf() -> bytes:
    file, out = pypdf.PdfWriter(), io.BytesIO()
    file.add_blank_page(100, 100)
    file.write(out)
    return out.getvalue()


def zipped(name: str, raw: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, raw)
    return out.getvalue()


def nested(depth: int) -> bytes:
    raw, name = RUSSIAN.encode(), "a.txt"
    for _ in range(depth):
        raw, name = zipped(name, raw), "a.zip"
    return raw


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
BOMB = ENTITIES + b'<rss version="2.0"><channel><title>&c;</title><item><title>&c;</title></item></channel></rss>'
CONTENT = b'<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0">&c;</o:document-content>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
BAD: list[tuple[str, Callable[[], bytes], str, str]] = [
    ("broken.zip", lambda: b"PK\x03\x04 not more", "failed", "broken zip"),
    ("broken.docx", lambda: b"PK\x03\x04 not more", "failed", "broken Word"),
    ("broken.odt", lambda: b"nothing", "failed", "broken OpenDocument"),
    ("broken.xlsx", lambda: b"nothing", "failed", "broken Excel"),
    ("broken.pdf", lambda: b"%PDF-1.7 and no more", "failed", "broken PDF"),
    ("broken.parquet", lambda: b"PAR1 and no more", "failed", "broken Parquet"),
    ("broken.gz", lambda: gzip.compress(RUSSIAN.encode())[:-20], "failed", "broken gzip"),
    ("broken.rtf", lambda: RUSSIAN.encode(), "failed", "no Rich Text"),
    ("broken.rss", lambda: b"<rss><channel>", "failed", "no entries"),
    ("broken.mbox", lambda: RUSSIAN.encode(), "failed", "no mailbox"),
    ("other.docx", lambda: zipped("a.txt", b"a"), "failed", "broken Word"),
    ("locked.pdf", locked_pdf, "failed", "password: save it without"),
    ("locked.docx", lambda: OLE, "failed", "password"),
    ("scanned.pdf", empty_pdf, "empty", "ocrmypdf"),
    ("binary.txt", lambda: bytes(range(256)) * 40, "failed", "binary"),
    ("pdf.txt", lambda: b"%PDF-1.7\n\x00\x01", "failed", "by its content PDF: give it the name of its kind, .pdf"),
    ("wrong.txt", lambda: RUSSIAN.encode("utf-16-le")[1:] * 4, "failed", "binary"),
    ("bomb.zip", lambda: zipped("a.txt", bytes(60_000_000)), "failed", "attack"),
    ("bomb.docx", lambda: zipped("word/document.xml", bytes(60_000_000)), "failed", "attack"),
    ("bomb.gz", lambda: gzip.compress(bytes(60_000_000)), "failed", "attack"),
    ("bomb.csv.gz", lambda: gzip.compress(b"text\n" + b"a\n" * 30_000_000), "failed", "attack"),
    ("deep.zip", lambda: nested(6), "failed", "deep"),
    ("bomb.rss", lambda: BOMB, "failed", "entities"),
    ("bomb.odt", lambda: zipped("content.xml", ENTITIES + CONTENT), "failed", "entities"),
    ("bomb.fodt", lambda: ENTITIES + CONTENT, "failed", "entities"),
    ("no column.csv", lambda: "имя;роль\nЖданов;министр\n".encode("cp1251"), "failed", "'имя', 'роль': tell the one that holds the texts"),
    ("no column.jsonl", lambda: b'{"name": "a"}', "failed", "--text-column"),
    ("no json.jsonl", lambda: b"{nothing", "failed", "one object a line"),
    ("empty.csv", lambda: b"", "empty", "no header"),
    ("empty.html", lambda: b"<html><body></body></html>", "empty", "no main text"),
    ("long.txt", lambda: b"a" * 200_000_000, "failed", "MB in one document"),
    ("long.jsonl", lambda: b'{"text": "' + b"a" * 200_000_000 + b'"}\n', "failed", "million characters: split it"),
    ("long.csv", lambda: b"text\n" + b"a" * 30_000_000 + b"\n", "failed", "million characters: split it"),
    ("book.txt", lambda: (RUSSIAN * 20_000).encode(), "failed", "characters in one document"),
    ("photo.jpg", lambda: b"\xff\xd8\xff", "skipped", ".jpg is not known: save it as one of these (known are .txt"),
    ("old.doc", lambda: OLE, "skipped", "save it as .docx"),
]


@pytest.mark.parametrize(("name", "made", "status", "said"), BAD, ids=[case[0] for case in BAD])
def test_bad_input(name: str, made: Callable[[], bytes], status: str, said: str, tmp_path: Path) -> None:
    folder = tmp_path / "папка с пробелом"
    folder.mkdir()
    (folder / name).write_bytes(made())
    (document,) = vizitka.read(folder)
    assert (document.status, document.text) == (status, "")
    assert str(folder / name) in document.error and said in document.error and "\n" not in document.error


LONG_ROW = f'text,id\n"{RUSSIAN}",1\n{"x" * 21_000_000},2\n"{RUSSIAN} ",3\n'
ROWS = [
    ("t.csv", LONG_ROW.encode(), ["ok", "failed", "ok"]),
    ("t.jsonl", f'{{"text": "{RUSSIAN}"}}\n{{no\n[1]\n{{"text": "{RUSSIAN} "}}\n'.encode(), ["ok", "failed", "failed", "ok"]),
    ("t.csv.gz", gzip.compress(f"text\n{RUSSIAN}\n\n{RUSSIAN} \n".encode()), ["ok", "ok"]),
]


@pytest.mark.parametrize(("name", "raw", "statuses"), ROWS, ids=[case[0] for case in ROWS])
def test_a_bad_row_costs_itself(name: str, raw: bytes, statuses: list[str], tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(raw)
    assert [document.status for document in vizitka.read(tmp_path)] == statuses


def test_a_member_of_a_zip_costs_itself(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", bytes(60_000_000))
        archive.writestr("good.txt", RUSSIAN)
        archive.writestr("table.csv", f"text\n{RUSSIAN} Да.\n")
    assert [document.status for document in vizitka.read(tmp_path)] == ["failed", "ok", "ok"]


def test_a_file_that_vanishes(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{RUSSIAN} {name}", encoding="utf-8")
    reading = vizitka.read([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert next(reading).status == "ok"
    (tmp_path / "b.txt").unlink()
    (gone,) = reading
    assert gone.status == "failed" and "b.txt: no such file" in gone.error


def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text(RUSSIAN, encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    (document,) = vizitka.read(path)
    assert document.status == "failed" and "closed.txt: cannot be read (Permission denied): check the permissions" in document.error


def test_an_input_that_the_system_refuses(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (document,) = vizitka.read(tmp_path / "loop.txt")
    assert document.status == "failed" and "loop.txt: cannot be read" in document.error and "check the permissions" in document.error


def test_a_folder_without_files(tmp_path: Path) -> None:
    (document,) = vizitka.read(tmp_path)
    assert document.status == "empty" and f"{tmp_path}: a folder without files" in document.error


def test_a_missing_library_names_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("trafilatura", "pypdf", "pyarrow.parquet", "vizitka.read.web", "vizitka.read.pdf", "vizitka.read.parquet"):
        monkeypatch.setitem(sys.modules, name, None) if "vizitka" not in name else monkeypatch.delitem(sys.modules, name, raising=False)
    told = [document.error for name in ("page.html", "release.pdf", "table.parquet") for document in vizitka.read(RELEASES / name)]
    assert [f"pip install 'vizitka[{extra}]'" in error for extra, error in zip(("html", "pdf", "parquet"), told, strict=True)] == [True] * 3


ENCODED = [("cp1251", "cp1251"), ("koi8-r", "koi8_r"), ("cp866", "cp866"), ("mac-cyrillic", "mac_cyrillic"), ("iso8859-5", "iso8859_5"),
           ("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be"), ("utf-32", "utf-32")]  # fmt: skip


@pytest.mark.parametrize(("encoding", "told"), ENCODED)
def test_encodings(encoding: str, told: str, tmp_path: Path) -> None:
    text = "Посол Чили Анна Рид и министр связи Олег Жданов открыли в Баку выставку.\nЯ рад, сказал он, что Эфиопия участвует."
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (document,) = vizitka.read(tmp_path)
    assert (document.text, document.encoding, document.status) == (text, told, "ok")


def test_encoding_as_the_user_says(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Рим".encode("cp866"))
    assert next(vizitka.read(tmp_path, encoding="cp866")).text == "Рим"
    with pytest.raises(ValueError, match=r"'cp-866x' is not known.*cp1251"):
        next(vizitka.read(tmp_path, encoding="cp-866x"))


def test_columns_as_the_user_says(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text(f"ключ\tкогда\tчто\n7\t12.03.2025\t{RUSSIAN}\n", encoding="utf-8")
    (document,) = vizitka.read(path, text_column="что", id_column="ключ", date_column="когда")
    assert (document.source, document.text, document.published_at) == (f"{path}#7", RUSSIAN, "2025-03-12")
    (wrong,) = vizitka.read(path, text_column="чего")
    assert "no column 'чего', only 'ключ', 'когда', 'что'" in wrong.error


LANGUAGES = [
    ("uk", "Міністр зв’язку прибув до Києва і відкрив виставку, яку він давно обіцяв."),
    ("be", "Міністр сувязі прыбыў у Мінск і адкрыў выставу, якую ён даўно абяцаў."),
    ("kk", "Байланыс министрі Бакуге келіп, көптен бері уәде еткен көрмені ашты және қонақтармен кездесті."),
]


@pytest.mark.parametrize(("language", "text"), LANGUAGES)
def test_other_languages(language: str, text: str) -> None:
    (skipped,) = vizitka.read([text])
    assert (skipped.language, skipped.status) == (language, "skipped") and "--any-language" in skipped.error
    (kept,) = vizitka.read([text], any_language=True)
    assert (kept.language, kept.status, kept.text) == (language, "ok", text)


DATES = [
    ("12.03.2025 релиз.txt", "Визит\nМинск, 3 апреля 2024 года\nПосол прибыл.", "2024-04-03", "text"),
    ("12.03.2025 релиз.txt", RUSSIAN, "2025-03-12", "name"),
    ("релиз.txt", RUSSIAN, "2021-02-03", "file"),
]


@pytest.mark.parametrize(("name", "text", "date", "source"), DATES)
def test_dates(name: str, text: str, date: str, source: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    os.utime(tmp_path / name, (1612353600, 1612353600))
    (document,) = vizitka.read(tmp_path)
    assert (document.published_at, document.date_source) == (date, source)


def test_full_disk(tmp_path: Path) -> None:
    """A tiny file system stands for the full disk."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.name == "nt" or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40k", "tmpfs", str(disk)], capture_output=True).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        done = CliRunner().invoke(main, ["run", str(PLAIN), "--out", str(disk)])
        told = done.output
        assert done.exit_code == 1 and str(disk) in told and "full" in told and "make room" in told
        assert not [path for path in disk.iterdir() if not path.name.startswith(".")]
    finally:
        subprocess.run(["umount", str(disk)], check=True)
