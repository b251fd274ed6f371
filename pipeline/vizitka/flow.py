"""The road: read ─► tokenize ─► analyse ─► recognize ─► relate ─► normalize, a batch at a time; then deduplicate, which sees everything."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import closing, contextmanager
from functools import cache, partial
from importlib.metadata import version
from multiprocessing import get_context, parent_process
from os import PathLike
from pathlib import Path
from threading import Thread

import pandas as pd
from threadpoolctl import threadpool_limits
from tqdm import tqdm

from . import models as weights
from . import seeds as knowledge
from .analyse import analyse
from .base import FILE, Base
from .deduplicate import deduplicate
from .frames import documents_frame, empty, mentions_frame, occupancies_frame
from .models import Models
from .normalize import normalize
from .parts import UNFINISHED, Part, Parts
from .read import Found, Options, Source, documents, key, listed, size_of, total
from .recognize import recognize
from .relate import relate
from .save import files
from .tokenize import tokenize
from .types import Document, Tables

BATCH_SIZE = 32
BATCH_CHARACTERS = 100_000
START = "fork" if sys.platform == "linux" else "spawn"


@cache
def loaded() -> Models:
    """The models of this process."""
    return weights.load(knowledge.load())


def run(
    source: Source,
    *,
    jobs: int = 1,
    batch_size: int = BATCH_SIZE,
    progress: bool = False,
    keep: str | PathLike[str] | None = None,
    base: str | PathLike[str] | None = None,
    text_column: str = "",
    id_column: str = "",
    date_column: str = "",
    encoding: str = "",
    any_language: bool = False,
) -> Tables:
    """Read a source and tell who is who in it.

    Args:
        source: a path, a glob, a folder, ``-``, a string of text, a list of these, or a DataFrame with a column ``text``.
        jobs: processes to work in; the tables are the same for any number.
        batch_size: documents worked on together; the tables are the same for any number.
        progress: show documents done and per second on standard error.
        keep: a folder where what is found is kept until the caller deletes the file ``.unfinished.sqlite`` there; the same call after
            an interruption goes on where it stood. The tables that are saved there are no sources.
        base: a folder where all that was read stays: only what is new is read, and the tables are those of the whole base with the ids
            that it has given before, its ``corrections.csv`` and ``judgements.csv`` applied (see ``vizitka.corrections``); what in
            these no longer fits is told in warnings.
        text_column, id_column, date_column, encoding, any_language: see ``vizitka.read``.

    Returns:
        The five tables of the contract.

    Raises:
        ValueError: ``jobs`` or ``batch_size`` is less than 1, a DataFrame has no column of texts, the encoding is not known, or a line
            of the corrections or judgements cannot be understood.
        OSError, sqlite3.Error: ``keep`` or ``base`` cannot be written, or another run writes there.
    """
    if jobs < 1 or batch_size < 1:
        raise ValueError(f"jobs and batch_size must be at least 1, not {jobs} and {batch_size}")
    options = Options(text_column, id_column, date_column, encoding, any_language).checked()
    leave = frozenset().union(*(files(folder) for folder in (keep, base) if folder))
    about = f"{version('vizitka')} {options}"
    with closing(Base(base, about) if base else _parts(keep, about)) as parts, _bar(source, leave, progress) as bar:
        new = _unread(listed(source, options, leave), parts, bar)
        with thawed():
            for part in _worked(batches(new, batch_size), options, jobs):
                parts.add(part)
                bar.update(len(part.keys))
        if jobs > 1:
            loaded.cache_clear()  # what the processes shared is not needed any more
        tables = parts.tables()
        with uncollected():
            return parts.joined(tables, knowledge.load()) if isinstance(parts, Base) else deduplicate(tables, knowledge.load())


def review(base: str | PathLike[str]) -> pd.DataFrame:
    """The pairs of people in a base that were joined, and those of whom it is unsure; see ``Base.review``.

    Raises:
        ValueError: the folder holds no base, or a line of its corrections or judgements cannot be understood.
        OSError, sqlite3.Error: the folder cannot be written, or a run writes there.
    """
    if not (Path(base) / FILE).is_file():
        raise ValueError(f"{base}: no base is here: make one with 'vizitka run SOURCE --base {base}'")
    with closing(Base(base, "")) as kept:
        return kept.review(knowledge.load())


def _parts(keep: str | PathLike[str] | None, about: str) -> Parts:
    if keep:
        Path(keep).mkdir(parents=True, exist_ok=True)
    return Parts(Path(keep) / UNFINISHED if keep else None, about)


def _bar(source: Source, leave: frozenset[Path], progress: bool) -> tqdm[None]:
    """Documents done and per second; the time left, where the number of documents is known before."""
    return tqdm(unit="doc", desc="vizitka", total=total(source, leave) if progress else None, disable=None if progress else True)


def _unread(inputs: Iterable[Found], parts: Parts, bar: tqdm[None]) -> Iterator[Found]:
    """The inputs that no part holds yet."""
    for each in inputs:
        parts.asked([key(each)])
        if parts.key(key(each)) in parts.done:
            bar.update()
        else:
            yield each


def worked(inputs: list[Found], options: Options) -> Part:
    """Read some inputs and tell what is in them."""
    told = [(key(each), document) for each in inputs for document in documents(each, options)]
    once = list({document.document_id: document for _, document in told if document.status == "ok"}.values())
    with uncollected():
        tables, failed = survived(once)
        gc.freeze()  # what is kept of the spellings is no garbage
    seen = [(name, bare(failed.get(document.document_id, document))) for name, document in told]
    return Part([key(each) for each in inputs], seen, tables.mentions, tables.occupancies)


def survived(texts: list[Document]) -> tuple[Tables, dict[str, Document]]:
    """The tables of some documents; one that the program cannot cope with costs its own rows only, and is told with its reason."""
    try:
        return extract(texts), {}
    except Exception as error:  # whatever it is, the other documents are not lost for it
        if len(texts) == 1:
            reason = f"{texts[0].source}: not understood ({type(error).__name__}: {error}): please report it with the text"
            return extract([]), {texts[0].document_id: texts[0]._replace(status="failed", error=reason)}
    found = [survived([text]) for text in texts]
    tables = empty(*(joined([getattr(part, name) for part, _ in found]) for name in ("documents", "mentions", "occupancies")))
    return tables, {name: document for _, failed in found for name, document in failed.items()}


def joined(tables: list[pd.DataFrame]) -> pd.DataFrame:
    return pd.concat([table for table in tables if len(table)] or tables[:1], ignore_index=True)


def bare(document: Document) -> Document:
    """Without the text, of which only the length is kept."""
    return document._replace(text="", characters=document.characters or len(document.text))


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for garbage: a batch and the tables leave none in rings, and the search goes through all that is loaded."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@contextmanager
def thawed() -> Iterator[None]:
    """What batches have kept out of the search for garbage is open to it again afterwards."""
    frozen = gc.get_freeze_count()
    try:
        yield
    finally:
        if not frozen:
            gc.unfreeze()


@uncollected()
def extract(documents: Iterable[Document]) -> Tables:
    """Mentions and occupancies of some documents, in their base forms; the documents are seen one by one."""
    with threadpool_limits(1):  # the matrices are small: several threads would wait for each other most of the time
        models, seeds = loaded(), knowledge.load()
        texts = list(documents)
        batch = tokenize([document for document in texts if document.status == "ok"])
        analysis = analyse(batch, models)
        mentions = recognize(analysis, models, seeds)
        occupancies = relate(analysis, mentions, models, seeds)
        found, held = mentions_frame(analysis, mentions, seeds), occupancies_frame(analysis, mentions, occupancies)
        tables = empty(documents_frame(texts), found, held)
        return normalize(tables, seeds)


def batches(inputs: Iterable[Found], size: int) -> Iterator[list[Found]]:
    """Lists of at most ``size`` inputs and about a hundred thousand characters."""
    batch: list[Found] = []
    characters = 0
    for each in inputs:
        length = size_of(each)
        if batch and (len(batch) >= size or characters + length > BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(each)
        characters += length
    if batch:
        yield batch


def _worked(parts: Iterable[list[Found]], options: Options, jobs: int) -> Iterator[Part]:
    work = partial(worked, options=options)
    if jobs == 1:
        yield from map(work, parts)
        return
    _ready()
    pool = ProcessPoolExecutor(jobs, mp_context=get_context(START), initializer=_settled)
    try:
        waiting: deque[Future[Part]] = deque()
        for part in parts:
            waiting.append(pool.submit(work, part))
            if len(waiting) > 2 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _ready() -> None:
    """Where processes are forked they share what this one has loaded."""
    if START == "fork":
        loaded()
        knowledge.load()


def _settled() -> None:
    """Each process takes one thread, leaves what it shares with the others out of its search for garbage, and the keyboard to its parent,
    with which it ends."""
    threadpool_limits(1)
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_ends_with_parent, daemon=True).start()


def _ends_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
