"""Excel books (.xlsx) by calamine: the sheets that have a column of texts; a row is a document."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from python_calamine import CalamineWorkbook

from .archives import checked
from .columns import chosen, row_text, written
from .inputs import Found, Input, Options, Unreadable


def read(given: Input, options: Options) -> Iterator[Found]:
    raw = given.content()
    checked(raw, "Excel")
    book, reason = CalamineWorkbook.from_filelike(io.BytesIO(raw)), None
    read_any = False
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=True)
        try:
            yield from _rows(f"{given.source}#{name}", rows, given, options)
            read_any = read_any or bool(rows)
        except Unreadable as error:
            reason = reason or error
    if not read_any:
        raise reason or Unreadable("an empty book: a sheet begins with the names of its columns", "empty")


def _rows(source: str, rows: Sequence[Sequence[Any]], given: Input, options: Options) -> Iterator[Found]:
    if not rows:
        return
    columns = chosen([written(cell).strip() for cell in rows[0]], options)
    for number, row in enumerate(rows[1:], 2):
        if any(cell != "" for cell in row):
            yield row_text(row, columns, f"{source}#", f"row {number}", given.modified)
