"""The road: read ─► tokenize ─► analyse ─► recognize ─► relate ─► normalize, a batch at a time; then deduplicate, which sees everything."""

from __future__ import annotations

import gc
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

import pandas as pd
from threadpoolctl import threadpool_limits
from tqdm import tqdm

from . import models as weights
from . import seeds as knowledge
from .analyse import analyse
from .deduplicate import deduplicate
from .frames import documents_frame, empty, mentions_frame, occupancies_frame
from .models import Models
from .normalize import normalize
from .read import Source, read
from .recognize import recognize
from .relate import relate
from .tokenize import tokenize
from .types import Document, Tables

BATCH_SIZE = 32
BATCH_CHARACTERS = 1_000_000
START = "fork" if sys.platform == "linux" else "spawn"


@cache
def loaded() -> Models:
    """The models of this process."""
    return weights.load(knowledge.load())


def run(source: Source, *, jobs: int = 1, batch_size: int = BATCH_SIZE, progress: bool = False) -> Tables:
    """Read a source and tell who is who in it.

    Args:
        source: a path, a glob, a folder, ``-``, a string of text, a list of these, or a DataFrame with a column ``text``.
        jobs: processes to work in; the tables are the same for any number.
        batch_size: documents worked on together; the tables are the same for any number.
        progress: show documents done and per second on standard error.

    Returns:
        The five tables of the contract.

    Raises:
        ValueError: ``jobs`` or ``batch_size`` is less than 1, or a DataFrame has no column ``text``.
    """
    if jobs < 1 or batch_size < 1:
        raise ValueError(f"jobs and batch_size must be at least 1, not {jobs} and {batch_size}")
    documents: list[Document] = []
    parts: list[Tables] = []
    bar = tqdm(unit="doc", desc="vizitka", disable=None if progress else True)
    for tables in _extracted(batches(_noted(read(source), documents), batch_size), jobs):
        parts.append(tables)
        bar.update(len(tables.documents))
    bar.close()
    return deduplicate(_joined(parts, documents_frame(documents)), knowledge.load())


def extract(documents: Iterable[Document]) -> Tables:
    """Mentions and occupancies of some documents, in their base forms; the documents are seen one by one."""
    models, seeds = loaded(), knowledge.load()
    texts = list(documents)
    batch = tokenize([document for document in texts if document.status == "ok"])
    analysis = analyse(batch, models)
    mentions = recognize(analysis, models, seeds)
    occupancies = relate(analysis, mentions, models, seeds)
    tables = empty(documents_frame(texts), mentions_frame(analysis, mentions), occupancies_frame(analysis, mentions, occupancies))
    return normalize(tables, seeds)


def batches(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    """Lists of at most ``size`` documents and about a million characters."""
    batch: list[Document] = []
    characters = 0
    for document in documents:
        if batch and (len(batch) >= size or characters + len(document.text) > BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(document)
        characters += len(document.text)
    if batch:
        yield batch


def _noted(documents: Iterable[Document], seen: list[Document]) -> Iterator[Document]:
    """The documents as they pass; of those seen only the length of the text is kept."""
    for document in documents:
        seen.append(document._replace(text="", characters=document.characters or len(document.text)))
        yield document


def _extracted(parts: Iterable[list[Document]], jobs: int) -> Iterator[Tables]:
    if jobs == 1:
        yield from map(extract, parts)
        return
    _ready()
    with ProcessPoolExecutor(jobs, mp_context=get_context(START), initializer=_settled) as pool:
        waiting: deque[Future[Tables]] = deque()
        for part in parts:
            waiting.append(pool.submit(extract, part))
            if len(waiting) > 2 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _ready() -> None:
    """Where processes are forked they share what this one has loaded."""
    if START == "fork":
        loaded()
        knowledge.load()


def _settled() -> None:
    """Each process takes one thread, and leaves what it shares with the others out of its search for garbage."""
    threadpool_limits(1)
    gc.freeze()


def _joined(parts: list[Tables], documents: pd.DataFrame) -> Tables:
    """The tables of all batches as one, documents in the order of their sources."""
    parts = parts or [extract([])]
    mentions = pd.concat([part.mentions for part in parts], ignore_index=True)
    occupancies = pd.concat([part.occupancies for part in parts], ignore_index=True)
    return empty(documents, mentions.sort_values("document_id", kind="stable"), occupancies.sort_values("document_id", kind="stable"))
