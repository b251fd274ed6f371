"""What a run has found so far, on the disk: memory does not grow with it, and a run that was cut off goes on where it stood."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from .frames import documents_frame, empty
from .schema import MENTIONS, NUMBERS, OCCUPANCIES, digest
from .types import Document, Tables

UNFINISHED = ".unfinished.sqlite"
SLICE = 1_000  # rows that are read at a time


class Part(NamedTuple):
    """What a few inputs gave: the key of each, their documents with that key, the tables before deduplication."""

    keys: list[str]
    documents: list[tuple[str, Document]]
    mentions: pd.DataFrame
    occupancies: pd.DataFrame


class Parts:
    """A database of parts; each is there whole or not at all, however the run ends.

    ``path`` is its file, None one that vanishes with the program; ``about`` names the program and its options: what others have
    found is thrown away, or of parts that grow kept until the same input is read again.

    Raises:
        sqlite3.Error: the file cannot be written, or another run writes it.
    """

    def __init__(self, path: Path | None, about: str, grows: bool = False) -> None:
        self.about, self.grows = about, grows
        self.base = sqlite3.connect(str(path or ""), isolation_level=None, timeout=1)
        self.base.execute("PRAGMA locking_mode = exclusive")
        self.base.execute("PRAGMA journal_mode = wal")
        self.base.execute("PRAGMA synchronous = normal")
        self.base.execute("BEGIN IMMEDIATE")
        self._prepare("" if grows else about)
        self.base.execute("COMMIT")
        self.done = {key for (key,) in self.base.execute("SELECT key FROM inputs")}

    def key(self, key: str) -> str:
        """The key of an input here: in parts that grow each version of the program reads it once."""
        return digest(self.about, key) if self.grows else key

    def _prepare(self, about: str) -> None:
        self.base.execute("CREATE TABLE IF NOT EXISTS about (about)")
        if self.base.execute("SELECT about FROM about").fetchall() != [(about,)]:
            for name in ("inputs", "documents", "mentions", "occupancies"):
                self.base.execute(f"DROP TABLE IF EXISTS {name}")
            self.base.execute("DELETE FROM about")
            self.base.execute("INSERT INTO about VALUES (?)", [about])
        self.base.execute("CREATE TABLE IF NOT EXISTS inputs (key PRIMARY KEY) WITHOUT ROWID")
        self.base.execute(f"CREATE TABLE IF NOT EXISTS documents (key, {', '.join(Document._fields)})")
        self.base.execute("CREATE INDEX IF NOT EXISTS by_document ON documents (document_id)")
        self.base.execute("CREATE TEMP TABLE asked (key PRIMARY KEY) WITHOUT ROWID")

    def asked(self, keys: Iterable[str]) -> None:
        """These inputs belong to the run; what was found in others is left out."""
        self.base.executemany("INSERT OR IGNORE INTO asked VALUES (?)", [(self.key(key),) for key in keys])

    def add(self, part: Part) -> None:
        """Write a part. The rows of a document that is there already (a duplicate) stay as they are; what grows takes the new ones."""
        self.base.execute("BEGIN")
        if self.grows:
            self._forget([document for _, document in part.documents])
        self._add_table("mentions", part.mentions)
        self._add_table("occupancies", part.occupancies)
        told = [(self.key(key), *document) for key, document in part.documents]
        self.base.executemany(f"INSERT INTO documents VALUES ({marks(len(Document._fields) + 1)})", told)
        self.base.executemany("INSERT OR IGNORE INTO inputs VALUES (?)", [(self.key(key),) for key in part.keys])
        self.base.execute("COMMIT")

    def _forget(self, documents: Sequence[Document]) -> None:
        """Take out what was read of these texts before, the rows of sources that gave just these, and what failed of them."""
        ids = [(document.document_id,) for document in documents]
        for name in ("mentions", "occupancies"):
            if self._has(name):
                self.base.executemany(f"DELETE FROM {name} WHERE document_id = ?", ids)
        same = [(document.source, document.document_id) for document in documents]
        self.base.executemany("DELETE FROM documents WHERE source = ? AND (document_id = ? OR status NOT IN ('ok', 'duplicate'))", same)

    def _has(self, name: str) -> bool:
        return self.base.execute("SELECT name FROM sqlite_master WHERE name = ?", [name]).fetchone() is not None

    def _add_table(self, name: str, table: pd.DataFrame) -> None:
        columns = list(table.columns)
        keyed = ", ".join(f'"{column}"{" PRIMARY KEY" if column == columns[0] else ""}' for column in columns)
        self.base.execute(f"CREATE TABLE IF NOT EXISTS {name} ({keyed})")
        values = zip(*(table[column].tolist() for column in columns), strict=True)
        self.base.executemany(f"INSERT OR IGNORE INTO {name} VALUES ({marks(len(columns))})", values)

    def tables(self) -> Tables:
        """All that the run asked for as five tables, the last two empty; documents in the order of their sources."""
        found = self.base.execute(f"SELECT {', '.join(Document._fields)} FROM {self._seen()}")
        documents = documents_frame([Document(*row) for row in zip(*_columns(found), strict=True)])
        told = documents[documents["status"] == "ok"]
        mentions, occupancies = self._table("mentions", MENTIONS), self._table("occupancies", OCCUPANCIES)
        dates = dict(zip(told["document_id"], told["published_at"], strict=True))
        return empty(documents, mentions, occupancies.assign(published_at=occupancies["document_id"].map(dates)))

    def _table(self, name: str, columns: Sequence[str]) -> pd.DataFrame:
        if not self._has(name):
            return pd.DataFrame(columns=list(columns))
        asked = f"SELECT document_id FROM {self._seen()}"
        found = self.base.execute(f"SELECT * FROM {name} WHERE document_id IN ({asked}) ORDER BY document_id, rowid")
        header = [column[0] for column in found.description]
        cells = zip(header, _columns(found), strict=True)
        return pd.DataFrame({name: pd.Series(column, dtype=_type(name)) for name, column in cells}, columns=header)

    def _seen(self) -> str:
        return "documents" if self.grows else "documents JOIN asked USING (key)"

    def close(self) -> None:
        self.base.close()


def _columns(found: sqlite3.Cursor) -> list[list[Any]]:
    """The columns of what was asked for, equal values as one object: names and ids come again and again (and 1 may be 1.0, whose columns
    have one type)."""
    known: dict[Any, Any] = {}
    columns: list[list[Any]] = [[] for _ in found.description]
    while some := found.fetchmany(SLICE):
        for column, values in zip(columns, zip(*some, strict=True), strict=True):
            column.extend(map(known.setdefault, values, values))
    return columns


def _type(column: str) -> type:
    """Texts stay objects, for equal ones are one."""
    return int if column in NUMBERS else float if column == "confidence" else object


def marks(count: int) -> str:
    return ", ".join("?" * count)
