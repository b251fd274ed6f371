"""The five tables as files, in the format that the next program reads; each file is written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import NamedTuple, Protocol, cast

import pandas as pd

from ..schema import COLUMNS


class Format(NamedTuple):
    """``one`` is the name of the file that holds all tables, empty where each has its own; ``extra`` brings the library."""

    module: str
    suffix: str
    one: str = ""
    extra: str = ""
    readable: bool = True


class Writer(Protocol):
    def write(self, tables: Mapping[str, pd.DataFrame], path: Path, delimiter: str) -> None: ...

    def read(self, path: Path, name: str) -> pd.DataFrame: ...


FORMATS = {
    "csv": Format("delimited", ".csv"),
    "jsonl": Format("lines", ".jsonl"),
    "parquet": Format("parquet", ".parquet", extra="parquet"),
    "xlsx": Format("book", ".xlsx", "vizitka"),
    "sqlite": Format("database", ".sqlite", "vizitka"),
    "duckdb": Format("duck", ".duckdb", "vizitka", extra="duckdb"),
    "ftm": Format("entities", ".ftm.json", "vizitka", readable=False),
}


def save(tables: Mapping[str, pd.DataFrame], folder: str | PathLike[str], format: str = "csv", delimiter: str = ",") -> list[Path]:
    """Write ``documents``, ``mentions``, ``occupancies``, ``entities``, ``cards`` into the folder; give the paths.

    Args:
        format: ``csv`` (UTF-8 with byte order mark, for Excel), ``jsonl``, ``parquet``; ``xlsx``, ``sqlite``, ``duckdb`` (all tables in
            one file); ``ftm`` (FollowTheMoney entities, one a line).
        delimiter: between the cells of csv.

    Raises:
        ValueError: the format or the delimiter is not known, or the library of the format is not installed.
        OSError: the folder cannot be written.
    """
    chosen, writer = _writer(format)
    if len(delimiter) != 1 or delimiter in "\r\n\"'":
        raise ValueError(f"delimiter {delimiter!r} is none: take one sign such as ; or a tab")
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    kept = {name: tables[name][list(columns)] for name, columns in COLUMNS.items()}
    groups = {chosen.one: kept} if chosen.one else {name: {name: table} for name, table in kept.items()}
    return [_whole(writer, group, folder / f"{name}{chosen.suffix}", delimiter) for name, group in groups.items()]


def load(source: str | PathLike[str]) -> dict[str, pd.DataFrame]:
    """The tables that were saved in a folder, or in one file of it.

    Raises:
        ValueError: no tables are there, or more than one format.
        OSError: they cannot be read.
    """
    path = Path(source)
    format_, folder = _format_of(path)
    chosen, reader = _writer(format_)
    paths = {name: path if chosen.one and path.is_file() else folder / f"{chosen.one or name}{chosen.suffix}" for name in COLUMNS}
    return {name: reader.read(paths[name], name) for name in COLUMNS}


def convert(source: str | PathLike[str], out: str | PathLike[str], format: str = "csv", delimiter: str = ",") -> list[Path]:
    """Write the tables that were saved in a folder (or one file) anew in another format; see ``Tables.save``.

    Raises:
        ValueError: no tables are there, or the format is not known.
        OSError: a file cannot be read or written.
    """
    return save(load(source), out, format, delimiter)


def whole(tables: Mapping[str, pd.DataFrame], path: Path) -> Path:
    """Write a table of other columns as csv for Excel, whole or not at all."""
    return _whole(_writer("csv")[1], tables, path, ",")


def files(folder: str | PathLike[str]) -> frozenset[Path]:
    """Every file that may be written into a folder."""
    own = Path(folder).resolve()
    return frozenset(own / f"{name}{each.suffix}" for each in FORMATS.values() for name in ([each.one] if each.one else COLUMNS))


def _format_of(path: Path) -> tuple[str, Path]:
    if path.is_file():
        found = [name for name, each in FORMATS.items() if each.readable and path.name.endswith(each.suffix)]
        folder = path.parent
    else:
        found = [name for name, each in FORMATS.items() if each.readable and (path / f"{each.one or 'documents'}{each.suffix}").is_file()]
        folder = path
    if len(found) == 1:
        return found[0], folder
    known = ", ".join(name for name, each in FORMATS.items() if each.readable)
    if found:
        raise ValueError(f"{path}: holds tables in {' and '.join(found)}: name one file, such as {path}/{_first(found[0])}")
    raise ValueError(f"{path}: no tables of vizitka are here (known are {known}): name the folder that 'vizitka run --out' has written")


def _first(format: str) -> str:
    return f"{FORMATS[format].one or 'documents'}{FORMATS[format].suffix}"


def _writer(format: str) -> tuple[Format, Writer]:
    if format not in FORMATS:
        raise ValueError(f"format {format!r} is not known: take one of {', '.join(FORMATS)}")
    chosen = FORMATS[format]
    try:
        return chosen, cast(Writer, import_module(f".{chosen.module}", __package__))
    except ModuleNotFoundError as error:
        raise ValueError(f"for the format {format} {error.name} is needed: pip install 'vizitka[{chosen.extra}]'") from error


def _whole(writer: Writer, tables: Mapping[str, pd.DataFrame], path: Path, delimiter: str) -> Path:
    """The file, put in its place only when it is complete; nothing is left where that fails."""
    partial = path.with_name(f".{path.name}.part")
    partial.unlink(missing_ok=True)
    try:
        writer.write(tables, partial, delimiter)
        os.replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)
    return path
