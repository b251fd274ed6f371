"""Who holds what in the releases of ``tests/releases``, whose rows were written by people who knew the contract and not the program.

    python models/quality_releases.py [--wrong] [FILE ...]

A row is right where person, role, organization, country, host and status are; ё and е, quotes and dashes do not count, and an organization
may have any of the names that its entity has in the text or in the seeds. ``--wrong`` prints what is missed (-) and what is said and
should not be (+).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import vizitka
from quality import FOLDED, Tally
from vizitka import seeds
from vizitka.types import Tables

RELEASES = Path(__file__).resolve().parents[1] / "tests" / "releases"
TOLD = ("person", "role", "country", "host", "status")


class Post(NamedTuple):
    """A row without its organization, and all the names that the organization may have."""

    told: tuple[str, ...]
    names: frozenset[str]


def folded(text: str) -> str:
    return " ".join(text.translate(FOLDED).replace('"', "").split())


def post(row: dict[str, Any], names: Sequence[str]) -> Post:
    """The status of no role does not count, nor do capitals but those of people."""
    told = {**row, "role": row["role"].lower(), "status": row["status"] if row["role"] else ""}
    return Post(tuple(folded(told[column]) for column in TOLD), frozenset(folded(name).lower() for name in names))


def found(tables: Tables) -> Iterator[Post]:
    """The rows that the program gives."""
    bases = tables.mentions.set_index("mention_id")["normal"].to_dict()
    called = {row["entity_id"]: [row["name"], *row["aliases"].split("; ")] for row in tables.entities.to_dict("records")}
    known = seeds.load().organizations
    for row in tables.occupancies.to_dict("records"):
        names = [row["organization"], *called.get(row["organization_id"], ()), bases.get(row["organization_mention_id"], "")]
        names += [*known[row["organization"]].other_names, *known[row["organization"]].acronyms] if row["organization"] in known else []
        row = {**row, "country": row["country_code"], "host": row["host_country_code"]}
        yield post(row, [name for name in names if name] or [""])


def compared(said: Sequence[Post], true: Sequence[Post]) -> tuple[list[Post], list[Post]]:
    """Of distinct rows those that are missed, and those that should not be said."""
    left, missed = list(said), []
    for row in true:
        alike = next((other for other in left if other.told == row.told and row.names & other.names), None)
        if alike:
            left.remove(alike)
        else:
            missed.append(row)
    return missed, left


def measured(path: Path, wrong: bool) -> tuple[Tally, Tally]:
    """Of a file, the rows that are right in all, and the pairs of person and role."""
    whole, pairs = Tally(), Tally()
    for line in path.read_text(encoding="utf-8").splitlines():
        release = json.loads(line)
        true = list(dict.fromkeys(post(row, [row["organization"]]) for row in release["positions"]))
        said = list(dict.fromkeys(found(vizitka.run(release["text"]))))
        missed, left = compared(said, true)
        whole = whole.plus(len(true) - len(missed), len(said), len(true))
        held = [{row.told[:2] for row in rows} for rows in (said, true)]
        pairs = pairs.plus(len(held[0] & held[1]), len(held[0]), len(held[1]))
        for sign, row in [*(("-", row) for row in missed), *(("+", row) for row in left)] if wrong else ():
            print(release["id"], sign, " | ".join((*row.told, min(row.names))))
    return whole, pairs


def f1(tally: Tally) -> float:
    return 200 * tally.right / (tally.said + tally.true)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--wrong", action="store_true")
    asked = parser.parse_args()
    for path in asked.files or sorted(RELEASES.glob("*.jsonl")):
        whole, pairs = measured(path, asked.wrong)
        print(f"{path.stem}: {whole.true} rows; right in all F1 {f1(whole):.1f}, person and role F1 {f1(pairs):.1f}")


if __name__ == "__main__":
    main()
