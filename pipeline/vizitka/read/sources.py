"""What a user points at, as inputs: folders and globs are walked, files that hold many documents opened, the others handed on unopened."""

from __future__ import annotations

import glob
import sys
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from os import PathLike
from pathlib import Path
from typing import TypeAlias

import pandas as pd

from .columns import chosen, row_text
from .inputs import Found, Input, Options, Text, Unreadable, without
from .kinds import BY_SUFFIX, TEXT, kind_of, reader

Source: TypeAlias = str | PathLike[str] | pd.DataFrame | Iterable[str | PathLike[str]]


def listed(source: Source, options: Options, leave: Collection[Path] = ()) -> Iterator[Found]:
    """The inputs of a source in its order, ``leave`` left out; see ``vizitka.read`` for the sources.

    Raises:
        ValueError: a DataFrame without a column of texts.
    """
    if isinstance(source, pd.DataFrame):
        yield from _frame(source, options)
    elif isinstance(source, (str, PathLike)):
        yield from _one(source, options, leave)
    else:
        for each in source:
            yield from _one(each, options, leave)


def opened(given: Input, options: Options) -> Iterator[Found]:
    """What one input holds; where it cannot be read, its row with the reason."""
    name = "file"
    try:
        kind = kind_of(given)
        name = kind.name
        yield from reader(kind).read(given, options)
    except Unreadable as error:
        yield without(given.source, error.status, str(error))
    except FileNotFoundError:
        yield without(given.source, "failed", "no such file: check the path")
    except OSError as error:
        yield without(given.source, "failed", f"cannot be read ({error.strerror or error}): check the permissions and the disk")
    except Exception as error:  # a library of a format raises whatever the broken bytes led it to
        told = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        yield without(given.source, "failed", f"broken {name} ({told}): open it in its program and save it again")


def total(source: Source, leave: Collection[Path] = ()) -> int | None:
    """How many documents the source holds, None where only reading tells: tables, archives, mailboxes."""
    if isinstance(source, pd.DataFrame):
        return len(source)
    if isinstance(source, (str, PathLike)):
        return 1 if _is_given(source) else _files(_paths(source, leave))
    counts = [total(each, leave) for each in source] if isinstance(source, (list, tuple)) else [None]
    return None if None in counts else sum(filter(None, counts))


def _files(paths: Iterable[Path]) -> int | None:
    count = 0
    for path in paths:
        if BY_SUFFIX.get(path.suffix.lower(), TEXT).many:
            return None
        count += 1
    return count


def _frame(table: pd.DataFrame, options: Options) -> Iterator[Text]:
    columns = chosen([str(name) for name in table.columns], options, "the table")
    for number, row in enumerate(table.itertuples(index=False, name=None)):
        yield row_text(row, columns, "", f"row {number}")


def _one(source: str | PathLike[str], options: Options, leave: Collection[Path]) -> Iterator[Found]:
    if source == "-":
        yield from _expanded(Input("-", "-", raw=sys.stdin.buffer.read()), options)
    elif _is_given(source):
        yield Text("text", str(source))
    else:
        found = False
        for path in _paths(source, leave):
            found = True
            yield from _expanded(_input(path), options)
        if not found:
            yield without(str(source), "empty", "a folder without files to read: check the path")


def _is_given(source: str | PathLike[str]) -> bool:
    """Is a string standard input, or the text itself, and no path? A path has no line end; a sentence has spaces and ends like one; a blank
    string is a text without words, not the folder where one stands."""
    if not isinstance(source, str):
        return False
    if source == "-" or not source.strip() or "\n" in source or len(source) > 1000:
        return True
    return " " in source.strip() and not _exists(source) and not _is_glob(source) and Path(source).suffix.lower() not in BY_SUFFIX


def _exists(source: str) -> bool:
    """Is there such a file or folder? A sentence may be longer than any name of a file."""
    try:
        return Path(source).exists()
    except (OSError, ValueError):
        return False


def _is_glob(source: str) -> bool:
    return any(mark in source for mark in "*?[") and bool(glob.glob(source, recursive=True))


def _paths(source: str | PathLike[str], leave: Collection[Path]) -> Iterator[Path]:
    path = Path(source)
    if path.is_dir():
        yield from sorted(each for each in path.rglob("*") if each.is_file() and each.name[0] not in ".~" and each.resolve() not in leave)
    elif not _exists(str(source)) and _is_glob(str(source)):
        yield from (Path(each) for each in sorted(glob.glob(str(source), recursive=True)) if Path(each).is_file())
    else:
        yield path


def _input(path: Path) -> Input:
    try:
        state = path.stat()
    except OSError:
        return Input(str(path), path.name, path)
    modified = datetime.fromtimestamp(state.st_mtime, tz=UTC).date().isoformat()
    return Input(str(path), path.name, path, stamp=f"{state.st_size} {state.st_mtime_ns}", modified=modified)


def _expanded(given: Input, options: Options) -> Iterator[Found]:
    """Files that hold many documents are opened, others are handed on, and opened where their texts are worked on."""
    if not _holds_many(given):
        yield given
        return
    for found in opened(given, options):
        if isinstance(found, Input):
            yield from _expanded(found, options)
        else:
            yield found


def _holds_many(given: Input) -> bool:
    try:
        return kind_of(given).many
    except (Unreadable, OSError):
        return False
