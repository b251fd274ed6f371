"""How right the program is: the example texts row by row, then NEREL and SlavicNER beside natasha and PULLENTI.

    python models/quality.py [--data DIR] [--eval DIR] [--examples FILE]

A part whose folder is not there is skipped with a line that says so. The exit status is 0 whatever the figures are.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

import vizitka
from intervals import intervals
from recipe import corpora
from recipe.samples import held

SHARED = Path(__file__).resolve().parents[2] / "shared"
FOLDED = str.maketrans({"ё": "е", **dict.fromkeys("«»“”„‟″'’‘", '"'), **dict.fromkeys("‐‑‒–—−", "-"), "\u00a0": " "})
Json = dict[str, Any]
Facts = set[tuple[str, ...]]


class Found(NamedTuple):
    """What one text gives, or what it must give: its occupancies, and the names of what it mentions."""

    occupancies: Facts
    countries: set[str]
    organizations: set[str]
    people: set[str]


class Tally(NamedTuple):
    """How many are right, said, true."""

    right: int = 0
    said: int = 0
    true: int = 0

    def plus(self, right: int, said: int, true: int) -> Tally:
        return Tally(self.right + right, self.said + said, self.true + true)


class Figure(NamedTuple):
    """A line of a table: where the scorer's answer has it, and what the peers reached (per cent; None: they have no such thing)."""

    label: str
    path: str
    natasha: float | None
    pullenti: float | None


# The peers' figures are fixed: they were measured once with this scorer (issues 3 to 5).
NEREL = (
    Figure("PERSON, exact F1", "mentions exact PERSON f1", 88.4, 85.8),
    Figure("ROLE, exact F1", "mentions exact ROLE f1", None, 47.1),
    Figure("ORGANIZATION, exact F1", "mentions exact ORGANIZATION f1", 61.3, 59.3),
    Figure("COUNTRY, exact F1", "mentions exact COUNTRY f1", 80.5, 81.8),
    Figure("the four together", "mentions exact micro f1", 63.2, 68.0),
    Figure("WORKS_AS, strict", "relations strict WORKS_AS f1", None, 40.0),
    Figure("WORKS_AS, entity", "relations entity WORKS_AS f1", None, 57.6),
    Figure("WORKPLACE, strict", "relations strict WORKPLACE f1", None, 35.1),
    Figure("WORKPLACE, entity", "relations entity WORKPLACE f1", None, 46.6),
    Figure("identity B3 with misses, exact spans", "identity exact all b3_all f1", 72.4, 73.7),
    Figure("identity B3 with misses, overlap", "identity overlap all b3_all f1", 76.9, 76.8),
)
SLAVICNER = (
    Figure("names found, strict: precision", "strict micro p", None, None),
    Figure("names found, strict: recall", "strict micro r", None, None),
    Figure("names found, strict: F1", "strict micro f1", None, None),
    Figure("base form right, of names found", "base_form micro accuracy", 95.4, 96.5),
    Figure("base form right, of inflected ones", "base_form micro inflected_accuracy", 91.5, 95.2),
    Figure("name, type and base form: F1", "base_form micro end_to_end f1", 82.2, 79.4),
    Figure("linking, LEA F1 over names found", "linking all lea_found f1", 85.2, 93.1),
    Figure("linking, LEA F1 over all", "linking all lea_all f1", 70.1, 70.4),
)
TYPES = {"person": "PERSON", "role": "PROFESSION", "organization": "ORGANIZATION", "country": "COUNTRY"}
BOUNDS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 1.01)
NAMED = ("person", "organization", "country", "location")


class Gold(NamedTuple):
    """A set of the scorer: name there, folder, what is printed of it, titles of its tables: of all mentions, of the outermost."""

    name: str
    folder: str
    figures: Sequence[Figure]
    titles: Sequence[str]


SETS = (
    Gold("nerel-dev", "nerel", NEREL, ["NEREL dev"]),
    Gold("bsnlp-dev", "slavicner-ru", SLAVICNER,
         ["SlavicNER dev", "SlavicNER dev, of names one in another the outer, without adjectives and what is written small"]),
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED / "data", help="folder with nerel/ and slavicner-ru/")
    parser.add_argument("--eval", type=Path, default=SHARED / "eval", help="folder of the scorer")
    parser.add_argument("--examples", type=Path, default=SHARED / "examples" / "positions.jsonl")
    told = parser.parse_args(arguments)
    print("\n".join(examples(told.examples)))
    for gold in SETS:
        lacking = absent((told.eval / "evaluate.py", told.data / gold.folder))
        tables = [lacking] if lacking else [table(found, gold.figures) for found in scores(gold, told.eval, told.data)]
        for title, lines in zip(gold.titles, tables, strict=False):
            print()
            print("\n".join([title, *lines]))
    print()
    print("\n".join(["RURED2, 60 documents that nothing was trained or tuned on", *(absent([told.data / "rured2"]) or rured(told.data))]))
    print()
    print("\n".join(["Confidence of mentions, NEREL dev", *(absent([told.data / "nerel"]) or calibration(told.data))]))


def absent(needed: Sequence[Path]) -> list[str]:
    """A line for what is not there, nothing where all is."""
    return [f"  skipped: {path} is not there" for path in needed if not path.exists()][:1]


# The example texts ────────────────────────────────────────────────────────────────────────────────────────────────────


def examples(path: Path) -> list[str]:
    """How many of the example texts give exactly what they must, and how the others differ."""
    if missing := absent([path]):
        return ["Example texts", *missing]
    texts = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    tables = vizitka.run(pd.DataFrame({"text": [text["text"] for text in texts], "source": [text["id"] for text in texts]}))
    answers = found(tables)
    told = {text["id"]: differences(text, answers[text["id"]]) for text in texts}
    whole = sum(not lines for lines in told.values())
    return [f"Example texts: {whole} of {len(texts)} whole", *(f"  {name}: {line}" for name, lines in told.items() for line in lines)]


def found(tables: vizitka.Tables) -> dict[str, Found]:
    """What was found in each text, by its source."""
    sources = dict(zip(tables.documents["document_id"], tables.documents["source"], strict=True))
    names = dict(zip(tables.entities["entity_id"], tables.entities["name"], strict=True))
    answers = {source: Found(set(), set(), set(), set()) for source in sources.values()}
    for row in tables.occupancies.to_dict("records"):
        answers[sources[row["document_id"]]].occupancies.add(occupancy(row, row["country_code"]))
    for row in tables.mentions.to_dict("records"):
        note(answers[sources[row["document_id"]]], row, fold(names.get(row["entity_id"], "")))
    return answers


def note(answer: Found, row: Any, name: str) -> None:
    """Put a mention where it belongs."""
    if row["kind"] in ("country", "nationality") and row["country_code"]:
        answer.countries.add(row["country_code"])
    elif row["kind"] == "organization":
        answer.organizations.add(name)
    elif row["kind"] == "person":
        answer.people.update((name, fold(row["normal"])))


def occupancy(row: Any, country: str) -> tuple[str, ...]:
    return (*(fold(row[column]) for column in ("person", "role", "organization")), country, row["status"] or "current")


def differences(text: Json, answer: Found) -> list[str]:
    """What is missing and what is too much in the answer to an example; nothing where it is whole."""
    wanted = {occupancy(row, row["country"]) for row in text["positions"]}
    countries = set(text["countries"])
    return [
        *(f"missing: {' | '.join(row)}" for row in sorted(wanted - answer.occupancies)),
        *(f"too much: {' | '.join(row)}" for row in sorted(answer.occupancies - wanted)),
        *(f"missing country: {code}" for code in sorted(countries - answer.countries)),
        *(f"country too much: {code}" for code in sorted(answer.countries - countries)),
        *(f"missing organization: {name}" for name in text.get("organizations", []) if fold(name) not in answer.organizations),
        *(f"no person: {name}" for name in text.get("not_people", []) if fold(name) in answer.people),
    ]


def fold(name: str) -> str:
    """Lower case, е for ё, one kind of quotes and dashes.

    >>> fold("ПАО «Полёт» — Юг")
    'пао "полет" - юг'
    """
    return " ".join(name.lower().translate(FOLDED).split())


# RURED2, and how far confidence can be trusted ───────────────────────────────────────────────────────────────────────


def rured(data: Path) -> Iterator[str]:
    """Exact F1 by kind on the documents set aside. Its guideline is not NEREL's: fewer roles are marked, more countries."""
    documents = list(corpora.rured(data))
    aside = held(documents)
    documents = [document for document in documents if document.id in aside]
    tallies = {kind: Tally() for kind in TYPES}
    for document, rows in zip(documents, mentions(documents), strict=True):
        for kind, type_ in TYPES.items():
            gold = {(span.start, span.stop) for span in document.spans if span.type == type_}
            ours = {(row["start"], row["stop"]) for row in rows if row["kind"] == kind}
            tallies[kind] = tallies[kind].plus(len(gold & ours), len(ours), len(gold))
    for kind, tally in tallies.items():
        yield f"  {kind:38}{200 * tally.right / max(tally.said + tally.true, 1):9.1f}"


def calibration(data: Path) -> Iterator[str]:
    """How often mentions of a confidence are right, exactly and of their kind; the mean gap weighed by size (Guo et al. 2017)."""
    documents = list(corpora.nerel(data, "dev"))
    told: list[tuple[float, bool]] = []
    for document, rows in zip(documents, mentions(documents), strict=True):
        gold = {(span.start, span.stop, span.type) for span in document.spans}
        told += [(row["confidence"], (row["start"], row["stop"], TYPES[row["kind"]]) in gold) for row in rows if row["kind"] in TYPES]
    gap = 0.0
    for low, high in pairwise(BOUNDS):
        inside = [one for one in told if low <= one[0] < high]
        if inside:
            said, right = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            gap += abs(said - right) * len(inside) / len(told)
            yield f"  {low:.2f} to {min(high, 1):.2f}: {len(inside):5} mentions, said {100 * said:5.1f}, right {100 * right:5.1f}"
    yield f"  mean gap {100 * gap:.1f} points"


def mentions(documents: Sequence[corpora.Document]) -> list[list[Json]]:
    """What the program finds in each document."""
    names = [str(number) for number in range(len(documents))]
    tables = vizitka.run(pd.DataFrame({"text": [document.text for document in documents], "source": names}))
    ids = dict(zip(tables.documents["source"], tables.documents["document_id"], strict=True))
    rows: dict[str, list[Json]] = {}
    for row in tables.mentions.to_dict("records"):
        rows.setdefault(row["document_id"], []).append(row)
    return [rows.get(ids[name], []) for name in names]


# NEREL and SlavicNER with the shared scorer ───────────────────────────────────────────────────────────────────────────


def scores(gold: Gold, scorer: Path, data: Path) -> Iterator[Json]:
    """The scorer's answers about a set, one for each title: its texts out, once through the program, the tables back."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "docs.jsonl").write_bytes(called(scorer / "evaluate.py", "docs", "--set", gold.name, "--data", data))
        called(scorer / "from_tables.py", "texts", work / "docs.jsonl", work / "in")
        tables = vizitka.run(work / "in")
        for view in (tables, tables._replace(mentions=outermost(tables.mentions)))[: len(gold.titles)]:
            view.save(work / "out")
            yield scored(gold, scorer, data, work)


def scored(gold: Gold, scorer: Path, data: Path, work: Path) -> Json:
    """What the scorer says of the tables in ``work``."""
    (work / "pred.jsonl").write_bytes(called(scorer / "from_tables.py", "predictions", work / "out", work / "in.index.tsv"))
    told = called(scorer / "evaluate.py", "score", "--set", gold.name, "--data", data, "--pred", work / "pred.jsonl", "--json")
    answer: Json = json.loads(told)
    if gold.folder == "nerel":
        answer["95 %"] = intervals(scorer, data / "nerel" / "dev", work / "pred.jsonl", [figure.path for figure in NEREL])
    return answer


def outermost(mentions: pd.DataFrame) -> pd.DataFrame:
    """The names that no other name is around: not the adjectives of countries and places, nor what is written small («министерство»)."""
    written = mentions["surface"].str.lower() != mentions["surface"]
    adjective = mentions["kind"].isin(["country", "location"]) & (mentions["normal"].str.lower() == mentions["normal"])
    names = mentions[mentions["kind"].isin(NAMED) & written & ~adjective]
    parents = dict(zip(mentions["mention_id"], mentions["parent_id"], strict=True))
    known = set(names["mention_id"])

    def is_outer(mention: str) -> bool:
        around = parents[mention]
        return not around or (around not in known and is_outer(around))

    return names[names["mention_id"].map(is_outer)]


def called(program: Path, *arguments: str | Path) -> bytes:
    """What a program of the scorer writes to its standard output; it leaves no compiled files behind.

    Raises:
        subprocess.CalledProcessError: it ended with another status than 0; its own words are on standard error.
    """
    command = [sys.executable, "-B", str(program.resolve()), *map(str, arguments)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, env={**os.environ, "PYTHONUTF8": "1"}).stdout


def table(answer: Json, figures: Sequence[Figure]) -> Iterator[str]:
    """The figures of the program beside those of its peers."""
    yield f"  {'per cent':38}{'vizitka':>9}{'natasha':>9}{'PULLENTI':>10}   95 % of chance"
    for figure in figures:
        own = 100 * at(answer, figure.path)
        low, high = answer.get("95 %", {}).get(figure.path, (None, None))
        chance = f"   {100 * low:.1f} to {100 * high:.1f}" if low is not None else ""
        yield f"  {figure.label:38}{own:9.1f}{shown(figure.natasha):>9}{shown(figure.pullenti):>10}{chance}"


def at(answer: Json, path: str) -> float:
    """The number that the keys of a path lead to.

    >>> at({"strict": {"micro": {"f1": 0.5}}}, "strict micro f1")
    0.5
    """
    value: Any = answer
    for key in path.split():
        value = value[key]
    return float(value)


def shown(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.1f}"


if __name__ == "__main__":
    main()
