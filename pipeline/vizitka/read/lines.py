"""JSON Lines (.jsonl): an object is a document. A line that is none costs its own row only."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import IO

from .columns import chosen, row_text
from .inputs import LARGEST_LINE, Found, Input, Options, Unreadable, without


def read(given: Input, options: Options) -> Iterator[Found]:
    with given.open() as file, io.TextIOWrapper(file, options.encoding or "utf-8-sig", errors="replace") as stream:
        lines, number = limited(stream), 0
        while True:
            number += 1
            source = f"{given.source}#line {number}"
            try:
                line = next(lines, None)
                if line is None:
                    return
                if line.strip():
                    yield _text(given, line, number, options)
            except (json.JSONDecodeError, RecursionError) as error:
                yield without(source, "failed", f"no JSON ({error}): write one object a line")
            except Unreadable as error:
                yield without(source, error.status, str(error))


def _text(given: Input, line: str, number: int, options: Options) -> Found:
    said = json.loads(line)
    if not isinstance(said, dict):
        raise Unreadable("no JSON object: write one object a line, with a key 'text'")
    columns = chosen([str(key) for key in said], options)
    return row_text(list(said.values()), columns, f"{given.source}#", f"line {number}", given.modified, "utf-8")


class limited(Iterator[str]):
    """The lines of a stream; one that is too long is passed over and told by an exception, after which the next one can be asked for."""

    def __init__(self, stream: IO[str]) -> None:
        self.stream = stream

    def __next__(self) -> str:
        line = self.stream.readline(LARGEST_LINE)
        if not line:
            raise StopIteration
        if len(line) < LARGEST_LINE or line.endswith("\n"):
            return line
        while (rest := self.stream.readline(LARGEST_LINE)) and not rest.endswith("\n"):
            pass
        raise Unreadable(f"a line of more than {LARGEST_LINE // 1_000_000} million characters: split it")
