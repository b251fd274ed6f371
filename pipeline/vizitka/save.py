"""The five tables as files: CSV that Excel opens (UTF-8 with a byte order mark), written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from os import PathLike
from pathlib import Path

import pandas as pd

from .schema import COLUMNS

FORMATS = ("csv",)


def save(tables: Mapping[str, pd.DataFrame], folder: str | PathLike[str], format: str = "csv") -> list[Path]:
    """Write ``documents``, ``mentions``, ``occupancies``, ``entities``, ``cards`` into the folder; give their paths.

    Raises:
        ValueError: the format is not known.
        OSError: the folder cannot be written.
    """
    if format not in FORMATS:
        raise ValueError(f"format {format!r} is not known: take one of {', '.join(FORMATS)}")
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    return [_csv(tables[name], folder / f"{name}.csv", columns) for name, columns in COLUMNS.items()]


def _csv(table: pd.DataFrame, path: Path, columns: tuple[str, ...]) -> Path:
    partial = path.with_suffix(".csv.part")
    table.to_csv(partial, columns=list(columns), index=False, encoding="utf-8-sig")
    os.replace(partial, path)
    return path
