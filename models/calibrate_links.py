"""How much oftener a level of a comparison is met between two mentions of one person than of two: NEREL's train part, its Wikidata links.

    python models/calibrate_links.py [--data DIR]

Prints each level of models/comparisons.tsv with the pairs of one person and of two that had it and the bits these say (Fellegi and Sunter
1969), beside the bits in the table. Pairs of two are all people of different documents, drawn by chance; names and how rare they are
cannot be measured so.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from math import log2
from pathlib import Path

import pandas as pd

import vizitka
from vizitka import flow, seeds
from vizitka.deduplicate.compare import Candidate, candidate, context, load
from vizitka.deduplicate.documents import gathered

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
DRAWN = 200_000
MOST = 40  # referents of one person that are paired


def linked(folder: Path) -> Iterator[tuple[str, dict[tuple[int, int], str]]]:
    """Each text with the Wikidata ids of its people by their places."""
    for path in sorted(folder.glob("*.ann")):
        lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        places = {cells[0]: cells[1].split() for cells in lines if cells[0][0] == "T" and ";" not in cells[1]}
        links = [cells[1].split()[1:] for cells in lines if cells[0][0] == "N"]
        found = {(int(places[mention][1]), int(places[mention][2])): name for mention, name in links
                 if mention in places and places[mention][0] == "PERSON" and not name.endswith(":NULL")}  # fmt: skip
        yield path.with_suffix(".txt").read_text(encoding="utf-8"), found


def people(folder: Path) -> dict[str, list[Candidate]]:
    """What each document says of the people that are linked, by their Wikidata ids."""
    told = list(linked(folder))
    frame = pd.DataFrame({"text": [text for text, _ in told], "source": [str(number) for number in range(len(told))]})
    documents = [document for document in vizitka.read(frame) if document.status == "ok"]
    parts = [flow.extract(batch) for batch in flow.batches(documents, 32)]  # type: ignore[arg-type]
    joined = {
        name: pd.concat([getattr(part, name) for part in parts], ignore_index=True) for name in ("documents", "mentions", "occupancies")
    }
    found = gathered(parts[0]._replace(**joined), seeds.load())
    names = {document.document_id: told[int(document.source.removeprefix("#row "))][1] if document.source.startswith("#") else
             told[int(document.source)][1] for document in documents}  # fmt: skip
    table = found.mentions
    of: dict[str, list[Candidate]] = defaultdict(list)
    seen: set[int] = set()
    for document, start, stop, referent in zip(table["document_id"], table["start"], table["stop"], found.referent.tolist(), strict=True):
        name = names[document].get((start, stop))
        if referent >= 0 and name and referent not in seen:
            seen.add(referent)
            of[name].append(candidate([referent], found.referents))
    return of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED)
    of, known, chance = people(parser.parse_args().data / "nerel" / "train"), seeds.load(), random.Random(0)
    one = [pair for group in of.values() for pair in combinations(chance.sample(group, min(len(group), MOST)), 2)]
    every = [(name, each) for name, group in of.items() for each in group]
    drawn = ((chance.choice(every), chance.choice(every)) for _ in range(DRAWN))
    two = [(left[1], right[1]) for left, right in drawn if left[0] != right[0] and left[1].documents != right[1].documents]
    counts = [Counter(level for pair in pairs for level in context(*pair, known)) for pairs in (one, two)]
    sizes = [Counter(comparison for level, count in each.items() for comparison in [level[0]] * count) for each in counts]
    print("comparison\tlevel\tone\ttwo\tmeasured\ttable")
    for level, bits in load().items():
        if level[0] in ("name", "rarity") or not sizes[0][level[0]]:
            continue
        shares = [(each[level] + 0.5) / (size[level[0]] + 1) for each, size in zip(counts, sizes, strict=True)]
        print(*level, counts[0][level], counts[1][level], round(log2(shares[0] / shares[1]), 1), bits, sep="\t")


if __name__ == "__main__":
    main()
