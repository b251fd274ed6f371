"""Cells read back from files, as the tables have them: numbers where the contract says so, else text, empty for unknown."""

from __future__ import annotations

import pandas as pd

from ..schema import COLUMNS, NUMBERS


def typed(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """The columns of the contract in their types.

    Raises:
        ValueError: one is not there, or holds no numbers where it should.
    """
    missing = [column for column in COLUMNS[name] if column not in table.columns]
    if missing:
        raise ValueError(f"the table {name} has no column {missing[0]!r}: it was written by another program or version")
    table = table[list(COLUMNS[name])]
    kinds = {column: int if column in NUMBERS else float if column == "confidence" else object for column in table.columns}
    try:
        return table.astype(kinds)
    except (ValueError, TypeError) as error:
        raise ValueError(f"the table {name} holds something else than numbers in a column of numbers ({error}): mend it") from error
