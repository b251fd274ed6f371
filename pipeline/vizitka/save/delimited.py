"""CSV that Excel opens: UTF-8 with a byte order mark; a cell that a spreadsheet would take for a formula is made harmless."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from ..schema import NUMBERS
from .cells import typed

SLICE = 20_000  # rows that are copied at a time
FORMULA = re.compile(r"'*[=+\-@\t\r]")


def write(tables: Mapping[str, pd.DataFrame], path: Path, delimiter: str) -> None:
    for table in tables.values():
        words = [column for column in table.columns if column not in NUMBERS and column != "confidence"]
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            for start in range(0, max(len(table), 1), SLICE):
                part = table.iloc[start : start + SLICE]
                safe = part.assign(**{column: [harmless(cell) for cell in part[column].tolist()] for column in words})
                safe.to_csv(file, index=False, header=not start, sep=delimiter)


def read(path: Path, name: str) -> pd.DataFrame:
    csv.field_size_limit(1 << 30)
    with path.open(encoding="utf-8-sig", newline="") as file:
        first = file.readline()
        delimiter = max(",;\t|", key=first.count)
        file.seek(0)
        header, *found = csv.reader(file, delimiter=delimiter)
    return typed(pd.DataFrame([[original(cell) for cell in row] for row in found], columns=header, dtype=object), name)


def harmless(cell: str) -> str:
    """With an apostrophe before what would begin a formula (OWASP, CSV injection); ``original`` takes it away.

    >>> harmless("=HYPERLINK(1)"), harmless("Лавров"), original(harmless("'-1"))
    ("'=HYPERLINK(1)", 'Лавров', "'-1")
    """
    return f"'{cell}" if FORMULA.match(cell) else cell


def original(cell: str) -> str:
    """The cell as it was before it was made harmless."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell
