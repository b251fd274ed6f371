"""Tables as delimited text (.csv, .tsv): a row is a document. Rows are read one at a time, whatever the size of the file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from .columns import Columns, chosen, row_text
from .encodings import decoded
from .inputs import LARGEST_LINE, Found, Input, Options, Unreadable, without
from .lines import limited

DELIMITERS = ",;\t|"
HEAD = 1_000_000


def read(given: Input, options: Options) -> Iterator[Found]:
    encoding = encoding_of(given, options)
    with given.open() as file, io.TextIOWrapper(file, encoding, errors="replace", newline="") as stream:
        first = stream.readline(LARGEST_LINE)
        if not first.strip():
            raise Unreadable("has no header and no rows: a table begins with the names of its columns", "empty")
        delimiter = "\t" if given.name.lower().endswith((".tsv", ".tsv.gz")) else max(DELIMITERS, key=first.count)
        columns = chosen([name.strip("\ufeff ") for name in next(csv.reader([first], delimiter=delimiter))], options)
        csv.field_size_limit(LARGEST_LINE)
        yield from _rows(given, csv.reader(limited(stream), delimiter=delimiter), columns, encoding)


def _rows(given: Input, rows: Iterator[list[str]], columns: Columns, encoding: str) -> Iterator[Found]:
    number = 1
    while True:
        number += 1
        try:
            row = next(rows, None)
            if row is None:
                return
            if any(row):
                yield row_text(row, columns, f"{given.source}#", f"row {number}", given.modified, encoding)
        except (csv.Error, Unreadable) as error:
            yield without(f"{given.source}#row {number}", "failed", f"{error}: mend this row")


def encoding_of(given: Input, options: Options) -> str:
    """The encoding of a file of lines, by its first million bytes."""
    head = given.head(HEAD)
    whole = head if len(head) < HEAD else head[: head.rfind(b"\n") + 1] or head
    _, encoding = decoded(whole, options.encoding)
    return "utf-8" if encoding == "utf-8 with errors" else encoding
