"""A text with its marks: who, what role, which organization and country, for the terminal."""

from __future__ import annotations

import pandas as pd

from .flow import run
from .types import Row, Tables, rows

COLORS = {"person": "1;35", "role": "33", "organization": "34", "country": "32", "nationality": "32", "location": "36"}
SHORT = {"person": "PER", "role": "ROLE", "organization": "ORG", "country": "GEO", "nationality": "NAT", "location": "LOC"}


def show(text: str, *, color: bool = False) -> str:
    """The text with its mentions in brackets, the inner inside the outer, and under it who holds what.

    >>> print(show("Министр обороны Казахстана Касым Нурланов прибыл."))
    [[Министр обороны ROLE] [Казахстана GEO:KZ] ROLE] [Касым Нурланов PER] прибыл.
    <BLANKLINE>
    Касым Нурланов: министр обороны, Казахстан
    """
    tables = run(pd.DataFrame({"text": [text]}))
    people = [_line(row) for row in rows(tables.cards)]
    return "\n".join([marked(text, tables, color), "", *people]).rstrip()


def marked(text: str, tables: Tables, color: bool) -> str:
    """The text with brackets at the ends of each mention."""
    marks: list[tuple[int, int, int, str]] = []
    for row in rows(tables.mentions):
        label = SHORT[row["kind"]] + (f":{row['country_code']}" if row["country_code"] and row["kind"] != "organization" else "")
        opening, closing = (f"\x1b[{COLORS[row['kind']]}m", "\x1b[0m") if color else ("", "")
        size = row["stop"] - row["start"]
        marks.append((row["start"], 1, -size, f"{opening}[{closing}"))
        marks.append((row["stop"], 0, size, f"{opening} {label}]{closing}"))
    out, done = [], 0
    for place, _, _, mark in sorted(marks):
        out += [text[done:place], mark]
        done = place
    return "".join([*out, text[done:]])


def _line(row: Row) -> str:
    status = f" ({row['status']})" if row["status"] not in ("", "current") else ""
    host = f" → {row['host_country_code']}" if row["host_country_code"] else ""
    held = ", ".join(filter(None, (row["role"] + status, row["organization"], row["place"], row["country"] + host)))
    return f"{row['person']}: {held}" if held else row["person"]
