"""The shell's door: each command calls the Python function of its name with the same options."""

from __future__ import annotations

import sqlite3
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
import pandas as pd

from . import flow
from .corrections import JUDGEMENTS
from .parts import UNFINISHED
from .read import KINDS, read
from .save import FORMATS
from .save import convert as convert_tables
from .show import show as show_text
from .types import Tables

RUN_HELP = f"""Read each SOURCE and write who is who into DIR as five tables.

A SOURCE is a file, a folder, a glob in quotes, or - for standard input. Files may be:

\b
{chr(10).join(f"  {kind.name:18} {' '.join(kind.suffixes)}" for kind in KINDS)}

Of tables (csv, Excel, JSON Lines, Parquet) each row is a document; the columns of texts, ids and dates are found by their names.
The cards are printed; progress and what could not be read go to standard error. A run that was cut off goes on where it stood
when it is called again.

\b
Examples:
  vizitka run release.txt
  vizitka run releases/ archive.zip --out out --jobs 2
  vizitka run news.csv --text-column body --format xlsx
  cat release.txt | vizitka run - --out out
  vizitka run today/ --base base --out out

With --base DIR all that was ever read stays in DIR: only new documents are read, the tables are those of the whole base, ids stay,
and DIR/corrections.csv and DIR/judgements.csv are applied.

Exit status: 0 all read; 1 some inputs failed (they are named, the rest is written); 2 wrong usage; 130 interrupted.
"""
CONVERT_HELP = """Write the tables in SOURCE, a folder that `vizitka run` has written or one file of it, anew in another format.

\b
Examples:
  vizitka convert out --format xlsx --out out
  vizitka convert out/vizitka.sqlite --format csv --delimiter ";" --out tables
"""
REVIEW_HELP = """Tell which people of different documents in the base DIR may be one.

The unsure pairs are printed and written into DIR/judgements.csv: write same or different into the column verdict, and the next
`vizitka run ... --base DIR` goes by it. What is judged there already stays.

\b
Examples:
  vizitka review base
  vizitka review base --joined
"""
SHOW_HELP = """Print FILE with its marks, and who holds what in it.

\b
Examples:
  vizitka show release.txt
  cat release.txt | vizitka show -
"""
SHOWN = ("person", "role", "organization", "place", "country", "host_country_code", "status", "documents")
PAIRS = ("person", "other", "bits", "reason", "person_holds", "other_holds")
WIDEST = 48
MOST = 60
TOLD = 100


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="vizitka")
def main() -> None:
    """Vizitka reads Russian press releases and tells who is who: people, roles, organizations, countries."""


def writing(command: Callable[..., None]) -> Callable[..., None]:
    """The options of commands that write tables."""
    folder = click.Path(file_okay=False, path_type=Path)
    formats = click.Choice(list(FORMATS))
    for option in (
        click.option("--delimiter", default=",", show_default=True, metavar="SIGN", help="Between the cells of csv."),
        click.option("--format", "format_", default="csv", show_default=True, type=formats, help="How the tables are written."),
        click.option("--out", default="out", show_default=True, type=folder, metavar="DIR", help="Folder for the tables."),
    ):
        command = option(command)
    return command


@main.command(help=RUN_HELP)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@writing
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(min=1), metavar="N", help="Processes to work in.")
@click.option(
    "--batch-size",
    default=flow.BATCH_SIZE,
    show_default=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="Documents worked on together.",
)
@click.option("--base", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="Folder of a base that grows.")
@click.option("--text-column", default="", metavar="NAME", help="Column of the texts in tables, where it has no usual name.")
@click.option("--id-column", default="", metavar="NAME", help="Column of the documents' names.")
@click.option("--date-column", default="", metavar="NAME", help="Column of the dates.")
@click.option("--encoding", default="", metavar="NAME", help="Encoding of text files and tables; told by their bytes if not said.")
@click.option("--any-language", is_flag=True, help="Read texts in other languages than Russian too.")
def run(sources: tuple[str, ...], out: Path, format_: str, delimiter: str, base: Path | None, **options: Any) -> None:
    given = [source if source == "-" else Path(source) for source in sources]
    try:
        with told_warnings():
            tables = flow.run(given, progress=True, keep=None if base else out, base=base, **options)
        paths = tables.save(out, format_, delimiter)
        (out / UNFINISHED).unlink(missing_ok=True)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    except KeyboardInterrupt:
        click.echo(f"\ninterrupted: what is read is kept in {base or out / UNFINISHED}; the same command goes on from there", err=True)
        sys.exit(130)
    except BrokenProcessPool as error:
        told = "a process was ended from outside (memory?): the same command goes on from there; take fewer --jobs"
        raise click.ClickException(told) from error
    except (OSError, sqlite3.Error) as error:
        raise click.ClickException(unwritable(base or out if "locked" in str(error) else out, error)) from error
    complain(tables.documents)
    click.echo(card_table(tables.cards))
    click.echo(f"\n{summary(tables)}\n" + "\n".join(f"  {path}" for path in paths))
    sys.exit(1 if (tables.documents["status"] == "failed").any() else 0)


@main.command(help=CONVERT_HELP)
@click.argument("source")
@writing
def convert(source: str, out: Path, format_: str, delimiter: str) -> None:
    try:
        paths = convert_tables(source, out, format_, delimiter)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(unwritable(out, error)) from error
    click.echo("\n".join(f"  {path}" for path in paths))


@main.command(help=REVIEW_HELP)
@click.argument("base", type=click.Path(path_type=Path))
@click.option("--joined", is_flag=True, help="Print the pairs that were joined, with the reasons, instead.")
def review(base: Path, joined: bool) -> None:
    try:
        with told_warnings():
            found = flow.review(base)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    except (OSError, sqlite3.Error) as error:
        raise click.ClickException(unwritable(base, error)) from error
    shown = found[found["state"] == ("joined" if joined else "unsure")]
    click.echo(plain_table(shown[list(PAIRS)].astype(str)) if len(shown) else "no such pairs")
    click.echo(f"\n{(found['state'] == 'unsure').sum()} unsure pairs: judge them in {base / JUDGEMENTS}")


@contextmanager
def told_warnings() -> Iterator[None]:
    """Warnings of the program on standard error, a line each."""
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always", UserWarning)
        yield
    for each in found:
        click.echo(f"{each.message}", err=True)


def unwritable(out: Path, error: OSError | sqlite3.Error) -> str:
    """Why a folder cannot be written, and what to do."""
    if "locked" in str(error):
        return f"{out}: another run writes there: wait for it, or choose another folder with --out"
    reason = getattr(error, "strerror", None) or str(error)
    return f"{out}: cannot be written ({reason}): make room or choose another folder with --out; the same command goes on"


@main.command(help=SHOW_HELP)
@click.argument("file")
@click.option("--color/--no-color", default=None, help="Colours; by default where the terminal has them.")
def show(file: str, color: bool | None) -> None:
    documents = list(read(file if file == "-" else Path(file)))
    for document in documents:
        if document.status != "ok":
            raise click.ClickException(document.error)
        click.echo(show_text(document.text, color=sys.stdout.isatty() if color is None else color), color=color)


def complain(documents: pd.DataFrame) -> None:
    """Name on standard error what was not read, and why; of very many the first, all are in the table."""
    told = documents[documents["error"] != ""]
    for status, error in zip(told["status"].head(TOLD), told["error"].head(TOLD), strict=True):
        click.echo(f"{status}: {error}", err=True)
    if len(told) > TOLD:
        click.echo(f"… and {len(told) - TOLD} more: see the columns status and error of the table documents", err=True)


def card_table(cards: pd.DataFrame) -> str:
    """The cards as a table for the terminal."""
    if cards.empty:
        return "no people found"
    return plain_table(cards[[column for column in SHOWN if any(cards[column].head(MOST))]])


def plain_table(table: pd.DataFrame) -> str:
    """The first rows in columns."""
    columns = list(table.columns)
    cells = ([clipped(str(cell)) for cell in row] for row in table.head(MOST).itertuples(index=False))
    rows = [[column.removesuffix("_country_code") for column in columns], *cells]
    widths = [max(len(row[column]) for row in rows) for column in range(len(columns))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    more = [f"… and {len(table) - MOST} more"] if len(table) > MOST else []
    return "\n".join([lines[0], "  ".join("─" * width for width in widths), *lines[1:], *more])


def clipped(cell: str) -> str:
    """At most as wide as a column may be."""
    return cell if len(cell) <= WIDEST else f"{cell[: WIDEST - 1]}…"


def summary(tables: Tables) -> str:
    """How many documents were read, and what was found."""
    states = Counter(tables.documents["status"])
    told = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    counts = (f"{len(table)} {name}" for name, table in zip(tables._fields[1:], tables[1:], strict=True))
    return f"{len(tables.documents)} documents ({told}), {', '.join(counts)}"


if __name__ == "__main__":
    main()
