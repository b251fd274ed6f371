"""JSON Lines: an object a row."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from ..schema import COLUMNS
from .cells import typed


def write(tables: Mapping[str, pd.DataFrame], path: Path, delimiter: str) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for table in tables.values():
            columns = list(table.columns)
            for row in zip(*(table[column].tolist() for column in columns), strict=True):
                file.write(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n")


def read(path: Path, name: str) -> pd.DataFrame:
    with path.open(encoding="utf-8-sig") as file:
        return typed(pd.DataFrame([json.loads(line) for line in file], columns=list(COLUMNS[name]), dtype=object), name)
