"""One Excel book by xlsxwriter, a sheet a table: header frozen, filters, widths, sources as links; no cell is a formula."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ..schema import COLUMNS
from .cells import typed

ROWS = 1_048_575
LONGEST = 32_767
LONGEST_LINK, LINKS = 2_000, 60_000
NARROWEST, WIDEST = 6, 60
SAMPLE = 200
LINKED = ("source", "sources")
WEB = re.compile(r"https?://\S+")


def write(tables: Mapping[str, pd.DataFrame], path: Path, delimiter: str) -> None:
    """The cards first. A table of more rows than a sheet takes goes on in another; a text longer than a cell takes ends with «…»."""
    with Workbook(path, {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        for name, table in reversed(list(tables.items())):
            for number, start in enumerate(range(0, max(len(table), 1), ROWS), 1):
                sheet = book.add_worksheet(name if number == 1 else f"{name} {number}")
                _write(sheet, table.iloc[start : start + ROWS], bold)


def _write(sheet: Worksheet, table: pd.DataFrame, bold: Format) -> None:
    columns = list(table.columns)
    for place, width in enumerate(_widths(table)):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table), 1), len(columns) - 1)
    sheet.write_row(0, 0, columns, bold)
    for number, row in enumerate(zip(*(table[column].tolist() for column in columns), strict=True), 1):
        for place, value in enumerate(row):
            _cell(sheet, number, place, value, columns[place])


def _cell(sheet: Worksheet, number: int, place: int, value: Any, column: str) -> None:
    if not isinstance(value, str):
        sheet.write_number(number, place, value)
        return
    short = value if len(value) <= LONGEST else f"{value[: LONGEST - 1]}…"
    link = _link(value) if column in LINKED and number <= LINKS else ""
    if link:
        sheet.write_url(number, place, link, string=short)
    elif value:
        sheet.write_string(number, place, short)


def _link(source: str) -> str:
    """Where a source lies: an address, or a file that is there; of several the first."""
    first = source.split("; ", maxsplit=1)[0]
    if WEB.fullmatch(first):
        return first if len(first) <= LONGEST_LINK else ""
    path = Path(first.split("#")[0])
    found = path.resolve() if len(first) < LONGEST_LINK and path.name and path.is_file() else None
    return f"external:{found}" if found else ""


def _widths(table: pd.DataFrame) -> Iterator[int]:
    for column in table.columns:
        longest = max((len(str(cell)) for cell in table[column].head(SAMPLE)), default=0)
        yield min(max(longest, len(column), NARROWEST) + 2, WIDEST)


def read(path: Path, name: str) -> pd.DataFrame:
    book = CalamineWorkbook.from_path(path)
    sheets = [each for each in book.sheet_names if re.fullmatch(rf"{name}( \d+)?", each)]
    if not sheets:
        raise ValueError(f"{path}: no sheet {name!r}: name a book that 'vizitka run' has written")
    found = [row for each in sheets for row in book.get_sheet_by_name(each).to_python()[1:]]
    return typed(pd.DataFrame([_plain(row) for row in found], columns=list(COLUMNS[name]), dtype=object), name)


def _plain(row: Sequence[Any]) -> list[Any]:
    """Excel writes control characters as «_x0000_»."""
    return [re.sub("_x([0-9A-Fa-f]{4})_", lambda sign: chr(int(sign[1], 16)), cell) if isinstance(cell, str) else cell for cell in row]
