"""What a user points at, as documents: paths, folders, globs, standard input, strings, tables. A bad input has its row."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import Any

import pandas as pd

from .language import language
from .schema import digest, document_id
from .types import Document

Source = str | PathLike[str] | pd.DataFrame | Iterable[str | PathLike[str]]
SUFFIXES = frozenset({".txt", ".text", ".md", ""})
BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
NAMES_OF_TEXT = ("text", "текст")


class Unreadable(ValueError):
    """An input without a text; the message says why and what to do."""


def read(source: Source) -> Iterator[Document]:
    """The documents of a source, one at a time; the text of one that was read before is not given again.

    ``source`` is a path, a glob, a folder, ``-`` for standard input, a string of text (with a space or a line end in it and no
    such file), a list of these, or a DataFrame with a column ``text`` and perhaps ``source``, ``title``, ``published_at``.

    Raises:
        ValueError: a DataFrame without a column ``text``.
    """
    seen: set[str] = set()
    for document in _each(source):
        if document.status == "ok" and document.document_id in seen:
            yield document._replace(text="", status="duplicate", characters=len(document.text))
        else:
            yield document
        seen.add(document.document_id)


def _each(source: Source) -> Iterator[Document]:
    if isinstance(source, pd.DataFrame):
        yield from _frame(source)
    elif isinstance(source, (str, PathLike)):
        yield from _one(source)
    else:
        for each in source:
            yield from _one(each)


def _frame(table: pd.DataFrame) -> Iterator[Document]:
    column = next((name for name in NAMES_OF_TEXT if name in table.columns), None)
    if column is None:
        raise ValueError(f"the table has no column 'text', only {', '.join(map(str, table.columns))}: rename the one that holds the texts")
    for number, row in enumerate(table.to_dict("records")):
        said: dict[str, Any] = {
            key: "" if pd.isna(row.get(key, "")) else str(row.get(key, "")) for key in ("source", "title", "published_at")
        }
        text = row[column] if isinstance(row[column], str) else ""
        yield _document(said["source"] or f"row {number}", text, "", said["title"], said["published_at"])


def _one(source: str | PathLike[str]) -> Iterator[Document]:
    if source == "-":
        yield _decoded("-", sys.stdin.buffer.read())
    elif isinstance(source, str) and _is_text(source):
        yield _document("text", source, "")
    else:
        yield from (_file(path) for path in _paths(source))


def _is_text(source: str) -> bool:
    """Is a string the text itself, and no path? A path has no line end, and a sentence has spaces and ends like one."""
    if "\n" in source or len(source) > 1000:
        return True
    return " " in source.strip() and not _exists(source) and not _is_glob(source) and Path(source).suffix.lower() not in SUFFIXES - {""}


def _exists(source: str) -> bool:
    """Is there such a file or folder? A sentence may be longer than any name of a file."""
    try:
        return Path(source).exists()
    except OSError:
        return False


def _is_glob(source: str) -> bool:
    return any(mark in source for mark in "*?[") and bool(glob.glob(source, recursive=True))


def _paths(source: str | PathLike[str]) -> Iterator[Path]:
    path = Path(source)
    if path.is_dir():
        yield from sorted(each for each in path.rglob("*") if each.is_file() and not each.name.startswith("."))
    elif not path.exists() and _is_glob(str(source)):
        yield from (Path(each) for each in sorted(glob.glob(str(source), recursive=True)) if Path(each).is_file())
    else:
        yield path


def _file(path: Path) -> Document:
    if path.suffix.lower() not in SUFFIXES:
        return _without(str(path), "skipped", f"{path}: no text file: give .txt or .md, or save it as text")
    try:
        return _decoded(str(path), path.read_bytes())
    except FileNotFoundError:
        return _without(str(path), "failed", f"{path}: no such file: check the path")
    except OSError as error:
        return _without(str(path), "failed", f"{path}: cannot be read ({error.strerror}): check the permissions and the disk")


def _decoded(source: str, raw: bytes) -> Document:
    try:
        text, encoding = decoded(raw)
    except Unreadable as error:
        return _without(source, "failed", f"{source}: {error}")
    return _document(source, text, encoding)


def decoded(raw: bytes) -> tuple[str, str]:
    """The text of some bytes and its encoding: a byte order mark, else UTF-8, else cp1251 that looks Russian.

    >>> decoded("Лавров".encode("cp1251"))
    ('Лавров', 'cp1251')

    Raises:
        Unreadable: the bytes are no text in these encodings.
    """
    for mark, encoding in BOMS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace"), encoding
    if b"\x00" in raw:
        raise Unreadable("binary, not a text: save it as text in UTF-8")
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    text = raw.decode("cp1251", errors="replace")
    letters = [letter for letter in text if letter.isalpha()]
    russian = sum("а" <= letter.lower() <= "я" or letter in "ёЁ" for letter in letters)
    lower = sum(letter.islower() for letter in letters)
    if not letters or russian < 0.6 * len(letters) or lower < 0.5 * len(letters) or "\ufffd" in text:
        raise Unreadable("neither UTF-8 nor cp1251: save it as text in UTF-8")
    return text, "cp1251"


def _document(source: str, text: str, encoding: str, title: str = "", published_at: str = "") -> Document:
    if not text.strip():
        return _without(source, "empty", f"{source}: has no text", encoding)
    spoken = language(text)
    document = Document(document_id(text), source, text, title or headline(text), published_at, spoken, encoding)
    if spoken not in ("ru", ""):
        return document._replace(
            text="", characters=len(text), status="skipped", error=f"{source}: not in Russian but in {spoken!r}: give Russian texts"
        )
    return document


def _without(source: str, status: str, error: str, encoding: str = "") -> Document:
    return Document(f"d{digest('source', source)}", source, encoding=encoding, status=status, error=error)


def headline(text: str) -> str:
    """The first line, where it is short and the text goes on after it.

    >>> headline("Встреча в Москве\\n\\nМинистр прибыл.")
    'Встреча в Москве'
    """
    first, _, rest = text.strip().partition("\n")
    return first.strip() if rest.strip() and len(first) <= 200 and not first.rstrip().endswith((".", ":", ";", ",")) else ""
