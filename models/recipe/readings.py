"""Unlabelled texts, and what the teachers say of them."""

from __future__ import annotations

import pickle
import random
from collections.abc import Iterator
from pathlib import Path

from tqdm import tqdm

from . import corpora
from .corpora import Document, read
from .data import Data
from .network import Recognizer
from .recognizer import Reading
from .recognizer import read as read_by
from .samples import Sample, Sampler, held, write

LONGEST = 6000  # characters: of a long transcript the start is enough
NEWS = 900  # documents of RuNormAS that are read
EVERY = 400


def unlabelled(data: Path) -> Iterator[Document]:
    """Press texts, news, and the texts of the corpora whose guidelines differ from NEREL's, all without marks."""
    for path in sorted((data / "press").glob("*/*.txt")):
        text = read(path)[:LONGEST]
        if len(text) > 200:
            yield Document(f"press/{path.stem}", "nerel", text, ())
    for path in sorted(random.Random(11).sample(sorted((data / "runormas").glob("*.txt")), NEWS)):
        yield Document(f"runormas/{path.stem}", "nerel", read(path)[:LONGEST], ())
    rured = list(corpora.rured(data))
    aside = held(rured)
    marked = [*(one for one in rured if one.id not in aside), *corpora.collection(data), *corpora.slavic(data), *corpora.factru(data)]
    for document in marked:
        yield Document(f"{document.corpus}/{document.id}", "nerel", document.text[:LONGEST], ())


def texts(data: Path, out: Path) -> None:
    """The unlabelled texts as samples, with the table of their spellings."""
    sampler = Sampler()
    found = sampler(unlabelled(data), lambda document: "text")
    write(out, {"samples": [tuple(sample) for sample in found], **sampler.table()})


def label(teachers: list[Recognizer], data: Data, samples: list[Sample], out: Path) -> dict[str, Reading]:
    """What the teachers say of each sample, saved every few hundred; what ``out`` holds already is not read again."""
    done: dict[str, Reading] = {}
    if out.exists():
        with open(out, "rb") as file:
            done = {name: Reading(*value) for name, value in pickle.load(file).items()}
    todo = [sample for sample in samples if sample.id not in done]
    for place, sample in enumerate(tqdm(todo, desc="reading", unit="doc", mininterval=10), start=1):
        done[sample.id] = read_by(teachers, data, sample)
        if place % EVERY == 0 or place == len(todo):
            write(out, {name: tuple(value) for name, value in done.items()})
    return done
