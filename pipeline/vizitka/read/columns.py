"""Which column of a table holds the texts, and which their ids, dates, titles and addresses: by name, or as the user says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from ..seeds import table
from .dates import iso
from .inputs import Options, Text, Unreadable

FIRST = ("text", "текст")


class Columns(NamedTuple):
    """The place of each column, -1 for none."""

    text: int
    id: int = -1
    published_at: int = -1
    title: int = -1
    url: int = -1
    source: int = -1


def chosen(header: Sequence[str], options: Options, name: str = "") -> Columns:
    """The columns of a header; ``name`` begins the message where there is none for the texts.

    >>> chosen(["№", "Заголовок", "Полный текст", "Дата"], Options())
    Columns(text=2, id=0, published_at=3, title=1, url=-1, source=-1)

    Raises:
        Unreadable: no column holds texts, or there is none of the name that the user said.
    """
    said = {"text": options.text_column, "id": options.id_column, "published_at": options.date_column}
    places = {each: _place(header, each, said.get(each, "")) for each in Columns._fields}
    if places["text"] >= 0:
        return Columns(**places)
    start = f"{name} has no" if name else "no"
    listed = ", ".join(map(repr, header[:20]))
    raise Unreadable(f"{start} column 'text', only {listed}: tell the one that holds the texts with --text-column, or rename it")


def _place(header: Sequence[str], holds: str, said: str) -> int:
    if said:
        if said not in header:
            raise Unreadable(
                f"no column {said!r}, only {', '.join(map(repr, header[:20]))}: check --text-column, --id-column, --date-column"
            )
        return header.index(said)
    folded = [plain(name) for name in header]
    if holds == "source":
        return folded.index("source") if "source" in folded else -1
    first = [place for place, name in enumerate(folded) if holds == "text" and name in FIRST]
    known = [place for place, name in enumerate(folded) if names().get(name) == holds]
    return next(iter([*first, *known]), -1)


def row_text(row: Sequence[Any], columns: Columns, table: str, place: str, filed: str = "", encoding: str = "") -> Text:
    """The text of a row; its source is the one that it names, else the table and its id, else the table and its place there."""

    def cell(place: int) -> str:
        return written(row[place]) if 0 <= place < len(row) else ""

    text = cell(columns.text)
    source = cell(columns.source) or table + (cell(columns.id) or place)
    return Text(source, text, cell(columns.title), iso(cell(columns.published_at)), encoding, cell(columns.url), filed)


def written(value: Any) -> str:
    """A cell as text; a missing one is empty, a whole number has no «.0», a date is ISO 8601.

    >>> written(3.0), written(None), written(date(2025, 3, 12))
    ('3', '', '2025-03-12')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, (date, datetime)) and not pd.isna(value):
        return value.isoformat().removesuffix("T00:00:00")
    if value is None or (pd.api.types.is_scalar(value) and pd.isna(value)):
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def plain(name: str) -> str:
    """A column's name as the seeds write it.

    >>> plain(" Article_Text "), plain("publishedAt")
    ('article text', 'published at')
    """
    return " ".join(re.sub(r"(?<=[a-z])(?=[A-Z])|[_\s-]+", " ", name.strip("\ufeff \t")).split()).lower()


@cache
def names() -> dict[str, str]:
    """What a column of each usual name holds."""
    return {row["column"]: row["holds"] for row in table("columns")}
