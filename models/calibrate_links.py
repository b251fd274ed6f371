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
from itertools import combinations
from math import log2
from pathlib import Path

import pandas as pd

import vizitka
from recipe import corpora
from vizitka import flow, seeds
from vizitka.deduplicate.compare import Candidate, candidate, context, load
from vizitka.deduplicate.documents import gathered
from vizitka.frames import empty

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
DRAWN = 200_000
MOST = 40  # referents of one person that are paired


def linked(path: Path) -> dict[tuple[int, int], str]:
    """The Wikidata ids of a text's people by their places."""
    found = (each for each in corpora.references(path) if each.type == "PERSON" and not each.identity.endswith(":NULL"))
    return {(each.start, each.stop): each.identity for each in found}


def people(folder: Path) -> dict[str, list[Candidate]]:
    """What each document says of the people that are linked, by their Wikidata ids."""
    paths = {path.stem: path for path in sorted(folder.glob("*.ann"))}
    frame = pd.DataFrame({"text": [corpora.read(path.with_suffix(".txt")) for path in paths.values()], "source": list(paths)})
    documents = [document for document in vizitka.read(frame) if document.status == "ok"]
    parts = [flow.extract(documents[start : start + flow.BATCH_SIZE]) for start in range(0, len(documents), flow.BATCH_SIZE)]
    tables = (flow.joined([getattr(part, name) for part in parts]) for name in ("documents", "mentions", "occupancies"))
    found = gathered(empty(*tables), seeds.load())
    names = {document.document_id: linked(paths[document.source]) for document in documents}
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
