"""One DuckDB database with a table each."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import duckdb
import pandas as pd

from .cells import typed
from .database import kind

TYPES = {"INTEGER": "BIGINT", "REAL": "DOUBLE", "TEXT": "VARCHAR"}


def write(tables: Mapping[str, pd.DataFrame], path: Path, delimiter: str) -> None:
    with closing(duckdb.connect(path)) as base:
        for name, table in tables.items():
            columns = ", ".join(f"{column} {TYPES[kind(column)]} NOT NULL" for column in table.columns)
            base.execute(f"CREATE TABLE {name} ({columns})")
            given = table.astype({column: str for column in table.columns if kind(column) == "TEXT"})
            base.register("given", given)
            base.execute(f"INSERT INTO {name} SELECT * FROM given")
            base.unregister("given")


def read(path: Path, name: str) -> pd.DataFrame:
    with closing(duckdb.connect(path, read_only=True)) as base:
        found = base.execute(f"SELECT * FROM {name} ORDER BY rowid")
        return typed(pd.DataFrame(found.fetchall(), columns=[column[0] for column in found.description], dtype=object), name)
