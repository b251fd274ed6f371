"""Parquet by pyarrow: text, whole numbers and confidence in their own types, the same in every file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pyarrow
from pyarrow import parquet

from ..schema import NUMBERS
from .cells import typed


def write(tables: Mapping[str, pd.DataFrame], path: Path, delimiter: str) -> None:
    for table in tables.values():
        schema = pyarrow.schema([(column, _type(column)) for column in table.columns])
        columns = [pyarrow.array(table[column].tolist(), _type(column)) for column in table.columns]
        parquet.write_table(pyarrow.Table.from_arrays(columns, schema=schema), path, compression="zstd")


def read(path: Path, name: str) -> pd.DataFrame:
    found = parquet.read_table(path)
    return typed(pd.DataFrame({column: found[column].to_pylist() for column in found.column_names}, dtype=object), name)


def _type(column: str) -> pyarrow.DataType:
    return pyarrow.int64() if column in NUMBERS else pyarrow.float64() if column == "confidence" else pyarrow.string()
