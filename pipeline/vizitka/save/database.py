"""One SQLite database with a table each, indexed by its ids."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pandas as pd

from ..schema import NUMBERS
from .cells import typed


def write(tables: Mapping[str, pd.DataFrame], path: Path, delimiter: str) -> None:
    with closing(sqlite3.connect(path)) as base, base:
        for name, table in tables.items():
            base.execute(f"CREATE TABLE {name} ({', '.join(f'{column} {kind(column)} NOT NULL' for column in table.columns)})")
            values = zip(*(table[column].tolist() for column in table.columns), strict=True)
            base.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(table.columns))})", values)
            for column in table.columns:
                if column.endswith("_id"):
                    base.execute(f"CREATE INDEX {name}_{column} ON {name} ({column})")


def read(path: Path, name: str) -> pd.DataFrame:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as base:
        try:
            found = base.execute(f"SELECT * FROM {name} ORDER BY rowid")
        except sqlite3.DatabaseError as error:
            raise ValueError(f"{path}: no tables of vizitka ({error}): name what 'vizitka run' has written") from error
        return typed(pd.DataFrame(found.fetchall(), columns=[column[0] for column in found.description], dtype=object), name)


def kind(column: str) -> str:
    """The type of a column in SQL."""
    return "INTEGER" if column in NUMBERS else "REAL" if column == "confidence" else "TEXT"
