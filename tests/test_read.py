"""What can be pointed at, and that a bad input costs its own row only."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pandas as pd
import pytest

import vizitka
from vizitka.types import Document

RUSSIAN = "Министр связи Олег Жданов прибыл в Баку и открыл выставку."
OTHER = "Посол Чили Анна Рид приехала в Минск на форум."
UKRAINIAN = "Міністр зв’язку прибув до Києва і відкрив виставку, яку він давно обіцяв."
BELARUSIAN = "Міністр сувязі прыбыў у Мінск і адкрыў выставу, якую ён даўно абяцаў."
ENGLISH = "The minister of communications arrived in Baku and opened the exhibition that he had promised."


def only(source: object) -> Document:
    """The one document of a source."""
    (document,) = vizitka.read(source)  # type: ignore[arg-type]
    return document


def file(folder: Path, name: str, raw: bytes) -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


def test_a_sentence_longer_than_a_file_name_is_a_text() -> None:
    assert only(" ".join([OTHER] * 5)).status == "ok"


GOOD = [
    ("utf-8", RUSSIAN.encode(), "utf-8"),
    ("utf-8 with a mark", b"\xef\xbb\xbf" + RUSSIAN.encode(), "utf-8-sig"),
    ("utf-16", RUSSIAN.encode("utf-16"), "utf-16"),
    ("cp1251", RUSSIAN.encode("cp1251"), "cp1251"),
]


@pytest.mark.parametrize(("raw", "encoding"), [case[1:] for case in GOOD], ids=[case[0] for case in GOOD])
def test_encodings(raw: bytes, encoding: str, tmp_path: Path) -> None:
    document = only(file(tmp_path, "a.txt", raw))
    assert (document.text, document.encoding, document.status, document.error) == (RUSSIAN, encoding, "ok", "")
    assert document.language == "ru"


BAD = [
    ("binary.txt", bytes(range(256)) * 4, "failed", "binary"),
    ("pdf.txt", b"%PDF-1.7\n\x00\x01\xff\xfe" * 20, "failed", "binary"),
    ("noise.txt", bytes(range(128, 256)) * 4, "failed", "cp1251"),
    ("empty.txt", b"", "empty", "no text"),
    ("spaces.txt", b" \n\t\n ", "empty", "no text"),
    ("mark.txt", b"\xef\xbb\xbf", "empty", "no text"),
    ("ukrainian.txt", UKRAINIAN.encode(), "skipped", "Russian"),
    ("belarusian.txt", BELARUSIAN.encode(), "skipped", "Russian"),
    ("english.txt", ENGLISH.encode(), "skipped", "Russian"),
    ("scan.pdf", b"%PDF-1.7", "failed", "PDF"),
    ("song.mp3", b"ID3", "skipped", ".mp3 is not known"),
]


@pytest.mark.parametrize(("name", "raw", "status", "said"), BAD, ids=[case[0] for case in BAD])
def test_bad_input_has_its_row(name: str, raw: bytes, status: str, said: str, tmp_path: Path) -> None:
    path = file(tmp_path, name, raw)
    (row,) = vizitka.run(path).documents.to_dict("records")
    assert (row["source"], row["status"]) == (str(path), status)
    assert str(path) in row["error"] and said in row["error"]


@pytest.mark.parametrize(
    ("text", "language"),
    [(UKRAINIAN, "uk"), (BELARUSIAN, "be"), (ENGLISH, "en"), (RUSSIAN, "ru"), ("Он принял Олега Рогова.", "ru"), ("Она да он.", "ru")],
)
def test_languages(text: str, language: str, tmp_path: Path) -> None:
    assert only(file(tmp_path, "a.txt", text.encode())).language == language


def test_missing_file(tmp_path: Path) -> None:
    document = only(tmp_path / "нет такого.txt")
    assert document.status == "failed"
    assert "нет такого.txt" in document.error and "no such file" in document.error


def test_missing_file_as_a_string(tmp_path: Path) -> None:
    document = only(str(tmp_path / "нет такого.txt"))
    assert document.status == "failed" and "нет такого.txt" in document.error


def test_path_with_spaces_and_cyrillic(tmp_path: Path) -> None:
    assert only(str(file(tmp_path, "Релиз 12 марта.txt", RUSSIAN.encode()))).text == RUSSIAN


def test_bad_files_do_not_stop_the_good_ones(tmp_path: Path) -> None:
    for name, raw, _, _ in BAD:
        file(tmp_path, name, raw)
    file(tmp_path, "good.txt", RUSSIAN.encode())
    found = vizitka.run(tmp_path)
    assert len(found.documents) == len(BAD) + 1
    assert found.cards["person"].tolist() == ["Олег Жданов"]


def test_folder(tmp_path: Path) -> None:
    (tmp_path / "март").mkdir()
    paths = [file(tmp_path, "a.txt", RUSSIAN.encode()), file(tmp_path / "март", "b.txt", OTHER.encode())]
    file(tmp_path, ".hidden", b"x")
    assert [document.source for document in vizitka.read(tmp_path)] == [str(path) for path in paths]


def test_folder_without_files(tmp_path: Path) -> None:
    found = vizitka.run(tmp_path)
    assert len(found.cards) == 0


def test_glob(tmp_path: Path) -> None:
    paths = [file(tmp_path, name, RUSSIAN.encode() + name.encode()) for name in ("a1.txt", "a2.txt", "b1.txt")]
    assert [document.source for document in vizitka.read(str(tmp_path / "a*.txt"))] == [str(path) for path in paths[:2]]


def test_glob_without_files_names_itself(tmp_path: Path) -> None:
    document = only(str(tmp_path / "z*.txt"))
    assert document.status == "failed" and "z*.txt" in document.error


def test_list(tmp_path: Path) -> None:
    path = file(tmp_path, "a.txt", RUSSIAN.encode())
    assert [document.text for document in vizitka.read([path, OTHER])] == [RUSSIAN, OTHER]


@pytest.mark.parametrize("text", [RUSSIAN, f"{RUSSIAN}\n", "Визит\n\nМинистр прибыл.", "Что это? Министр [прибыл] вчера. *"])
def test_string(text: str) -> None:
    assert only(text).text == text


def test_text_is_untouched(tmp_path: Path) -> None:
    text = "Визит\r\n\r\nМи\u00adнистр прибыл в\u00a0Баку.\r\n"
    assert only(file(tmp_path, "a.txt", text.encode())).text == text


def test_frame() -> None:
    frame = pd.DataFrame({"text": [RUSSIAN, OTHER], "source": ["a", "b"], "title": ["А", "Б"], "published_at": ["2025-03-12", None]})
    found = list(vizitka.read(frame))
    assert [(document.source, document.title, document.published_at) for document in found] == [("a", "А", "2025-03-12"), ("b", "Б", "")]


def test_frame_with_missing_text() -> None:
    found = list(vizitka.read(pd.DataFrame({"text": [RUSSIAN, None, float("nan"), ""]})))
    assert [document.status for document in found] == ["ok", "empty", "empty", "empty"]


def test_frame_without_text_column() -> None:
    with pytest.raises(ValueError, match=r"no column 'text'.*inside.*rename"):
        vizitka.run(pd.DataFrame({"inside": [RUSSIAN]}))


@pytest.mark.parametrize("source", ["", [""], ["  "]])
def test_blank_string_is_an_empty_text_and_no_folder(source: str | list[str]) -> None:
    assert [(document.status, document.source) for document in vizitka.read(source)] == [("empty", "text")]


def test_empty_frame() -> None:
    assert list(vizitka.read(pd.DataFrame({"text": []}))) == []


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(RUSSIAN.encode("cp1251"))))
    document = only("-")
    assert (document.source, document.text, document.encoding) == ("-", RUSSIAN, "cp1251")


def test_duplicates(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        file(tmp_path, name, RUSSIAN.encode())
    file(tmp_path, "d.txt", OTHER.encode())
    table = vizitka.run(tmp_path).documents
    assert table["status"].tolist() == ["ok", "duplicate", "duplicate", "ok"]
    assert table["document_id"].nunique() == 2


def test_duplicates_are_counted_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        file(tmp_path, name, RUSSIAN.encode())
    (card,) = vizitka.run(tmp_path).cards.to_dict("records")
    assert (card["documents"], card["mentions"]) == (1, 1)


def test_duplicates_in_two_encodings(tmp_path: Path) -> None:
    file(tmp_path, "a.txt", RUSSIAN.encode())
    file(tmp_path, "b.txt", RUSSIAN.encode("cp1251"))
    assert vizitka.run(tmp_path).documents["status"].tolist() == ["ok", "duplicate"]


def test_headline_is_the_title(tmp_path: Path) -> None:
    text = f"Визит в Баку\n\n{RUSSIAN}"
    assert only(file(tmp_path, "a.txt", text.encode())).title == "Визит в Баку"


@pytest.mark.parametrize(("jobs", "size"), [(0, 1), (1, 0), (-1, 1)])
def test_wrong_numbers(jobs: int, size: int) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        vizitka.run(RUSSIAN, jobs=jobs, batch_size=size)


def test_unknown_format(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"'xls' is not known.*csv"):
        vizitka.run(RUSSIAN).save(tmp_path, format="xls")
