"""Parquet tables by pyarrow, some rows at a time: a row is a document."""

from __future__ import annotations

from collections.abc import Iterator

from pyarrow.parquet import ParquetFile

from .columns import chosen, row_text
from .inputs import Found, Input, Options

ROWS = 100


def read(given: Input, options: Options) -> Iterator[Found]:
    with given.open() as file:
        table, number = ParquetFile(file), 0
        header = table.schema_arrow.names
        columns = chosen(header, options)
        wanted = [header[place] for place in sorted(set(columns) - {-1})]
        found = chosen(wanted, options)
        for batch in table.iter_batches(batch_size=ROWS, columns=wanted):
            for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                number += 1
                yield row_text(row, found, f"{given.source}#", f"row {number}", given.modified)
