"""The shell's door: each command calls the Python function of its name with the same options."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click
import pandas as pd

from . import flow
from .read import read
from .save import FORMATS
from .show import show as show_text
from .types import Tables

RUN_HELP = """Read each SOURCE and write who is who into DIR as five tables.

A SOURCE is a text file (.txt, .md; UTF-8 or cp1251), a folder, a glob in quotes, or - for standard input.
The cards are printed; progress and what could not be read go to standard error.

\b
Examples:
  vizitka run release.txt
  vizitka run releases/ --out out --jobs 2
  cat release.txt | vizitka run - --out out

Exit status: 0 all read; 1 some inputs failed (they are named, the rest is written); 2 wrong usage.
"""
SHOW_HELP = """Print FILE with its marks, and who holds what in it.

\b
Examples:
  vizitka show release.txt
  cat release.txt | vizitka show -
"""
SHOWN = ("person", "role", "organization", "place", "country", "host_country_code", "status", "documents")
WIDEST = 48
MOST = 60


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="vizitka")
def main() -> None:
    """Vizitka reads Russian press releases and tells who is who: people, roles, organizations, countries."""


@main.command(help=RUN_HELP)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--out",
    default="out",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Folder for the tables.",
)
@click.option("--format", "format_", default="csv", show_default=True, type=click.Choice(FORMATS), help="How the tables are written.")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(min=1), metavar="N", help="Processes to work in.")
@click.option(
    "--batch-size",
    default=flow.BATCH_SIZE,
    show_default=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="Documents worked on together.",
)
def run(sources: tuple[str, ...], out: Path, format_: str, jobs: int, batch_size: int) -> None:
    tables = flow.run([source if source == "-" else Path(source) for source in sources], jobs=jobs, batch_size=batch_size, progress=True)
    try:
        paths = tables.save(out, format_)
    except OSError as error:
        raise click.ClickException(f"{out}: cannot be written ({error.strerror}): choose another folder with --out") from error
    complain(tables.documents)
    click.echo(card_table(tables.cards))
    click.echo(f"\n{summary(tables)}\n" + "\n".join(f"  {path}" for path in paths))
    sys.exit(1 if (tables.documents["status"] == "failed").any() else 0)


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
    """Name on standard error what was not read, and why."""
    for status, error in zip(documents["status"], documents["error"], strict=True):
        if error:
            click.echo(f"{status}: {error}", err=True)


def card_table(cards: pd.DataFrame) -> str:
    """The cards as a table for the terminal."""
    if cards.empty:
        return "no people found"
    columns = [column for column in SHOWN if any(cards[column].head(MOST))]
    cells = ([clipped(str(cell)) for cell in row] for row in cards.loc[:, columns].head(MOST).itertuples(index=False))
    rows = [[column.removesuffix("_country_code") for column in columns], *cells]
    widths = [max(len(row[column]) for row in rows) for column in range(len(columns))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    more = [f"… and {len(cards) - MOST} more"] if len(cards) > MOST else []
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
