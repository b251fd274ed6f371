"""How fast the road is, stage by stage, beside natasha's whole chain on the same texts, what a second process gains, and how
deduplication grows with the mentions.

    python tests/bench.py [--texts FOLDER] [--documents N] [--rounds N] [--jobs N] [--parallel N] [--mentions N ...]

One BLAS thread everywhere. Each round reads other documents, first one side, then the other, so nobody profits from a text that
he has seen; what is printed is the median round. Loading is not counted in the rounds but printed.
"""

from __future__ import annotations

import os

os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))  # before numpy is imported

import argparse
import importlib
import random
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple, TypeVar
from unittest.mock import patch

import natasha
import pandas as pd
from razdel import tokenize as words

import vizitka
from vizitka import flow, schema, seeds
from vizitka.frames import empty
from vizitka.types import Tables

ROOT = Path(__file__).resolve().parents[1]
PRESS, SAMPLES = ROOT.parent / "shared" / "data" / "press", ROOT / "seeds" / "releases"
STAGES = {
    "read": ("listed", "documents"),
    "tokenize": ("tokenize",),
    "analyse": ("analyse",),
    "recognize": ("recognize",),
    "relate": ("relate",),
    "frames": ("documents_frame", "mentions_frame", "occupancies_frame", "empty"),
    "normalize": ("normalize",),
    "deduplicate": ("deduplicate",),
}
WARM = 8
Seconds = dict[str, float]
T = TypeVar("T")


class Round(NamedTuple):
    """What one round read, and the seconds of the road by stage, of the whole road, and of natasha."""

    documents: int
    tokens: int
    stages: Seconds
    road: float
    natasha: float


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, default=PRESS, help="folder with .txt files (default: the press texts, else generated ones)")
    parser.add_argument("--documents", type=int, default=400, help="documents in all rounds together")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=2, help="processes to compare with one")
    parser.add_argument("--parallel", type=int, default=1200, help="documents for that comparison")
    parser.add_argument("--mentions", type=int, nargs="*", default=[10_000, 100_000, 1_000_000], help="for deduplication")
    told = parser.parse_args(arguments)
    print(f"{os.cpu_count()} processors, {busy()}")
    texts = chosen(told.texts, WARM + max(told.documents, told.parallel))
    warm, measured = texts[:WARM], texts[WARM:]
    chain = loading(warm)
    print_rounds([compared(part, chain) for part in dealt(measured[: told.documents], told.rounds)])
    print_jobs(warm, measured[: told.parallel], told.jobs)
    print_growth(told.mentions)


# Texts ────────────────────────────────────────────────────────────────────────────────────────────────────────────────


def chosen(folder: Path, count: int) -> list[str]:
    """Distinct texts drawn by chance (the same ones each time) from a folder; generated ones where there is none."""
    chance = random.Random(0)
    if not folder.is_dir():
        print(f"texts: {count} generated from {SAMPLES.relative_to(ROOT)}, for {folder.name}/ is not there")
        return generated(count, chance)
    texts = list(dict.fromkeys(read_text(path) for path in sorted(folder.rglob("*.txt"))))
    chance.shuffle(texts)
    print(f"texts: {min(count, len(texts))} of {folder.name}/")
    return texts[:count]


def read_text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def generated(count: int, chance: random.Random) -> list[str]:
    """The sentences of the sample releases in other orders, with other people in them."""
    sentences = [each for path in sorted(SAMPLES.glob("*.txt")) for each in re.split(r"(?<=\.)\s+", read_text(path).strip())]
    names = sorted(seeds.load().first_names)
    return [renamed(" ".join(chance.sample(sentences, len(sentences))), names, chance) for _ in range(count)]


def renamed(text: str, names: Sequence[str], chance: random.Random) -> str:
    """Two words with capitals one after the other are a name here: others take their place."""

    def another(found: re.Match[str]) -> str:
        surname = chance.choice(names).capitalize() + chance.choice(("ов", "ин", "енко", "ский", "адзе"))
        return f"{chance.choice(names).capitalize()} {surname}" if chance.random() < 0.5 else found.group()

    return re.sub(r"\b[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+\b", another, text)


def dealt(texts: Sequence[str], rounds: int) -> list[Sequence[str]]:
    """As many hands as rounds, none empty."""
    return [hand for first in range(rounds) if (hand := texts[first::rounds])]


def written(texts: Iterable[str], folder: Path) -> Path:
    """The texts as files of a folder, as a user has them."""
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:06d}.txt").write_text(text, encoding="utf-8", newline="")
    return folder


# Both sides ───────────────────────────────────────────────────────────────────────────────────────────────────────────


class Chain(NamedTuple):
    """All that natasha offers for a text."""

    segmenter: Any
    morphology: Any
    syntax: Any
    names: Any
    vocabulary: Any

    def __call__(self, text: str) -> None:
        """Segment, morphology, syntax, names; then lemmas of all words, and base forms of the names."""
        document = natasha.Doc(text)
        document.segment(self.segmenter)
        document.tag_morph(self.morphology)
        document.parse_syntax(self.syntax)
        document.tag_ner(self.names)
        for token in document.tokens:
            token.lemmatize(self.vocabulary)
        for span in document.spans:
            span.normalize(self.vocabulary)


def load_chain() -> Chain:
    embedding = natasha.NewsEmbedding()
    taggers = (natasha.NewsMorphTagger(embedding), natasha.NewsSyntaxParser(embedding), natasha.NewsNERTagger(embedding))
    return Chain(natasha.Segmenter(), *taggers, vocabulary())


def vocabulary() -> Any:
    """natasha's MorphVocab; with pymorphy3 under it where pymorphy2 fails (no pkg_resources on newer Pythons)."""
    try:
        return natasha.MorphVocab()
    except Exception as error:
        print(f"natasha: pymorphy2 fails ({type(error).__name__}: {error}), pymorphy3 takes its place")
    pymorphy3 = importlib.import_module("pymorphy3")
    with patch.dict(sys.modules, {"pymorphy2": pymorphy3, "pymorphy2.analyzer": importlib.import_module("pymorphy3.analyzer")}):
        return importlib.reload(importlib.import_module("natasha.morph.vocab")).MorphVocab()


def loading(warm: Sequence[str]) -> Chain:
    """Both sides loaded and set going with a few texts; the seconds that took are printed."""
    _, own = timed(lambda: (flow.loaded(), seeds.load()))
    _, own_first = timed(lambda: vizitka.run(list(warm)))
    chain, other = timed(load_chain)
    _, other_first = timed(lambda: [chain(text) for text in warm])
    print(f"loading (not counted): vizitka {own:.2f} s, natasha {other:.2f} s;", end=" ")
    print(f"first {len(warm)} documents: vizitka {own_first:.2f} s, natasha {other_first:.2f} s")
    return chain


def compared(texts: Sequence[str], chain: Chain) -> Round:
    """One round: the road over the texts, then natasha over the same ones."""
    with tempfile.TemporaryDirectory() as folder:
        source = written(texts, Path(folder) / "in")
        stages, road = road_seconds(source, Path(folder) / "out")
    _, other = timed(lambda: [chain(text) for text in texts])
    return Round(len(texts), sum(sum(1 for _ in words(text)) for text in texts), stages, road, other)


def road_seconds(source: Path, out: Path) -> tuple[Seconds, float]:
    """Seconds of each stage and of the whole road: the flow itself runs, with a stopwatch around each stage."""
    clock: Seconds = defaultdict(float)
    watched: dict[str, Any] = {verb: watch(getattr(flow, verb), stage, clock) for stage, verbs in STAGES.items() for verb in verbs}
    with patch.multiple(flow, **watched):
        tables, whole = timed(lambda: vizitka.run(source))
    _, clock["save"] = timed(lambda: tables.save(out))
    return clock, whole + clock["save"]


def watch(verb: Callable[..., Any], stage: str, clock: Seconds) -> Callable[..., Any]:
    """The verb, whose seconds are added to its stage's; of one that yields, the seconds until each value."""

    def watched(*arguments: Any, **options: Any) -> Any:
        answer, seconds = timed(lambda: verb(*arguments, **options))
        clock[stage] += seconds
        return watched_values(answer, stage, clock) if isinstance(answer, Iterator) else answer

    return watched


def watched_values(values: Iterator[Any], stage: str, clock: Seconds) -> Iterator[Any]:
    end = object()
    while True:
        value, seconds = timed(lambda: next(values, end))
        clock[stage] += seconds
        if value is end:
            return
        yield value


def busy() -> str:
    """How much else the machine does: with a load near the number of processors, the gain of a second process says little."""
    return f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "load not known"


def timed(verb: Callable[[], T]) -> tuple[T, float]:
    start = perf_counter()
    answer = verb()
    return answer, perf_counter() - start


def print_rounds(rounds: Sequence[Round]) -> None:
    """A line for each stage, the whole, and natasha; then the ratio."""
    documents, tokens = sum(each.documents for each in rounds), sum(each.tokens for each in rounds)
    print(f"\n{documents} documents, {tokens} tokens in {len(rounds)} rounds; one process, one thread, median round\n")
    print(f"{'':18}{'documents/s':>13}{'tokens/s':>11}{'share':>8}")
    for stage in (*STAGES, "save"):
        print_line(stage, rounds, [each.stages[stage] for each in rounds])
    print_line("between stages", rounds, [each.road - sum(each.stages.values()) for each in rounds])
    print_line("the whole road", rounds, [each.road for each in rounds])
    print_line("natasha's chain", rounds, [each.natasha for each in rounds])
    ratios = sorted(each.natasha / each.road for each in rounds)
    print(f"\nthe whole road / natasha's chain: {median(ratios):.2f} times as fast ({ratios[0]:.2f} to {ratios[-1]:.2f})")


def print_line(name: str, rounds: Sequence[Round], seconds: Sequence[float]) -> None:
    documents = median(each.documents / second for each, second in zip(rounds, seconds, strict=True))
    tokens = median(each.tokens / second for each, second in zip(rounds, seconds, strict=True))
    share = median(second / each.road for each, second in zip(rounds, seconds, strict=True))
    print(f"{name:18}{documents:13,.0f}{tokens:11,.0f}{share:8.1%}")


# Processes ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def print_jobs(warm: Sequence[str], texts: Sequence[str], jobs: int, repetitions: int = 3) -> None:
    """The gain of some processes over one: the command as a user starts it, and worker processes that are warm."""
    with tempfile.TemporaryDirectory() as folder:
        source = written(texts, Path(folder) / "in")
        whole = interleaved(lambda count: command_seconds(source, Path(folder) / "out", count), jobs, repetitions)
        inside = interleaved(lambda count: pool_seconds(warm, source, count), jobs, repetitions)
    control = interleaved(spin_seconds, jobs, repetitions)
    print(f"\n{len(texts)} documents in 1 and in {jobs} processes, median of {repetitions}; {os.cpu_count()} processors, {busy()}")
    for name, (one, many) in (("vizitka run, start to end", whole), ("extract in warm workers", inside), ("arithmetic alone", control)):
        print(f"{name:26}{one:8.2f} s{many:8.2f} s   gain {one / many:.2f}")


def interleaved(seconds: Callable[[int], float], jobs: int, repetitions: int) -> tuple[float, float]:
    """The median seconds of one process and of several, taken in turn."""
    pairs = [(seconds(1), seconds(jobs)) for _ in range(repetitions)]
    return median(one for one, _ in pairs), median(many for _, many in pairs)


def command_seconds(source: Path, out: Path, jobs: int) -> float:
    """Wall time of the shell's command, from its start to its end."""
    command = [sys.executable, "-m", "vizitka", "run", str(source), "--out", str(out), "--jobs", str(jobs)]
    done, seconds = timed(lambda: subprocess.run(command, capture_output=True, text=True, encoding="utf-8"))
    if done.returncode:
        raise SystemExit(f"{' '.join(command[1:4])} … --jobs {jobs} ended with status {done.returncode}:\n{done.stderr[-2000:]}")
    return seconds


def pool_seconds(warm: Sequence[str], source: Path, jobs: int) -> float:
    """Wall time of the work that processes share, when they are started and have their models."""
    batches = list(flow.batches(vizitka.read(source), flow.BATCH_SIZE))
    first = list(vizitka.read(list(warm)))
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        list(pool.map(vizitka.extract, [first] * 8 * jobs))
        return timed(lambda: list(pool.map(vizitka.extract, batches)))[1]


def spin_seconds(jobs: int) -> float:
    """Wall time of arithmetic that shares nothing: what the machine itself can gain at this moment."""
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        list(pool.map(spin, [1] * 8 * jobs))
        return timed(lambda: list(pool.map(spin, [4_000_000] * 8)))[1]


def spin(count: int) -> int:
    return sum(number * number for number in range(count))


# Deduplication ────────────────────────────────────────────────────────────────────────────────────────────────────────


def print_growth(sizes: Sequence[int]) -> None:
    """Seconds and the most memory of deduplication, each size in a process of its own."""
    print("\ndeduplication of made documents, ten mentions each")
    for size in sizes:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            seconds, peak, people, true = pool.submit(deduplicated, size).result()
        print(f"{size:11,} mentions{seconds:8.1f} s{peak:8,.0f} MB   {people:,} people of {true:,}")


def deduplicated(size: int) -> tuple[float, float, int, int]:
    """Seconds, megabytes, the people found and those whom the documents speak of."""
    tables, true = made_tables(size, random.Random(0))
    done, seconds = timed(lambda: vizitka.deduplicate(tables))
    usage = importlib.import_module("resource").getrusage(0).ru_maxrss
    return seconds, usage / (1024 if sys.platform == "linux" else 1 << 20), int((done.entities["kind"] == "person").sum()), true


class Made(NamedTuple):
    """A made person."""

    first: str
    last: str
    role: str
    organization: str
    country: str


def made_tables(size: int, chance: random.Random) -> tuple[Tables, int]:
    """Tables of documents that name two people each, twice, with what they hold; names as frequent as among Russians, some with
    initials, some misspelt. How many people they are."""
    known = seeds.load()
    people = made_people(max(100, size // 20), chance)
    documents, mentions, occupancies, named = [], [], [], set()
    for number in range(size // 10):
        document, date = schema.document_id(str(number)), f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        documents.append((document, f"{number}.txt", "", date, "ru", "utf-8", 1000, "ok", "", "text"))
        place = 0
        for _ in range(2):
            person = people[int(len(people) * chance.random() ** 2)]
            named.add(person)
            first = f"{person.first[0]}." if chance.random() < 0.1 else person.first
            country = known.countries[person.country].name
            told = [("person", f"{first} {misspelt(person.last, chance)}"), ("role", person.role), ("organization", person.organization),
                    ("person", person.last), ("country", country)]  # fmt: skip
            ids = []
            for kind, normal in told:
                place += chance.randint(2, 60)
                ids.append(schema.mention_id(document, kind, place, place + len(normal)))
                code = person.country if kind == "country" else ""
                spot = (document, 0, place, place + len(normal))
                mentions.append((ids[-1], *spot, kind, normal, normal, code, "", "", "model", 0.9))
                place += len(normal)
            told_of = {"occupancy_id": ids[0], "document_id": document, "published_at": date, "person": told[0][1], "role": person.role,
                       "organization": person.organization, "country": country, "country_code": person.country, "status": "current",
                       "person_mention_id": ids[0], "role_mention_id": ids[1], "organization_mention_id": ids[2]}  # fmt: skip
            occupancies.append(tuple(told_of.get(column, 0 if column in schema.NUMBERS else "") for column in schema.OCCUPANCIES))
    tables = (pd.DataFrame(rows, columns=list(columns)) for rows, columns in
              ((documents, schema.DOCUMENTS), (mentions, schema.MENTIONS), (occupancies, schema.OCCUPANCIES)))  # fmt: skip
    return empty(*tables), len(named)


def made_people(count: int, chance: random.Random) -> list[Made]:
    """People with names drawn by their frequency."""
    known = seeds.load()
    men = {name: rate for name, rate in known.first_name_rates.items() if known.first_names[name].gender == "m"}
    firsts = chance.choices(list(men), list(men.values()), k=count)
    lasts = chance.choices(list(known.surname_rates), list(known.surname_rates.values()), k=count)
    return [Made(first.capitalize(), last.capitalize(), chance.choice(list(known.roles)), chance.choice(list(known.organizations)),
                 chance.choice(list(known.countries))) for first, last in zip(firsts, lasts, strict=True)]  # fmt: skip


def misspelt(name: str, chance: random.Random) -> str:
    """The name, now and then without one of its inner letters."""
    place = chance.randrange(1, len(name))
    return name if chance.random() < 0.98 else name[:place] + name[place + 1 :]


if __name__ == "__main__":
    main()
