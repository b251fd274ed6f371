"""What each word is in its sentence: grammar by slovnet's morphology, names by its name tagger, all sentences at once."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from .models import Models
from .tagger import best_path
from .types import Analysis, Batch, Floats, Ints

BLOCK = 2_048


def analyse(batch: Batch, models: Models) -> Analysis:
    """Tag every word. A sentence's tags do not depend on the sentences beside it."""
    starts, rows = laid(batch, models)
    tags = np.zeros(len(rows), dtype=np.int32)
    emissions = np.zeros((len(rows), len(models.names.tags)), dtype=np.float32)
    for start, stop in blocks(rows):
        tags[start:stop] = models.morphology.emissions(models.columns.tables[0], rows[start:stop]).argmax(axis=1)
        emissions[start:stop] = models.names.emissions(models.columns.tables[1], rows[start:stop])
    lengths = np.diff(np.array(batch.sentences)).astype(np.int32)
    inside = np.flatnonzero(rows)
    labels = best_path(emissions, models.names.transitions, starts, lengths)[inside]
    return Analysis(
        batch,
        grammars=[models.grammars[tag] for tag in tags[inside].tolist()],
        proper=[models.proper[tag] for tag in tags[inside].tolist()],
        labels=[models.names.tags[label] for label in labels.tolist()],
        certainty=chosen(emissions[inside], labels, models.names.tags).tolist(),
    )


def laid(batch: Batch, models: Models) -> tuple[Ints, Ints]:
    """Where each sentence begins when a zero row stands before every sentence and after the last, and those rows."""
    bounds = np.array(batch.sentences, dtype=np.int32)
    count = len(bounds) - 1
    starts = (bounds[:-1] + np.arange(1, count + 1)).astype(np.int32)
    rows = np.zeros(len(batch.spellings) + count + 1, dtype=np.int32)
    places = np.arange(len(batch.spellings)) + np.repeat(np.arange(1, count + 1), np.diff(bounds))
    rows[places] = models.columns.rows(batch.spellings)
    return starts, rows


def blocks(rows: Ints) -> Iterator[tuple[int, int]]:
    """Pieces of about ``BLOCK`` rows that begin and end with a zero row: they fit the processor's cache."""
    zeros = np.flatnonzero(rows == 0)
    start = 0
    while start < len(rows) - 1:
        place = int(np.searchsorted(zeros, start + BLOCK, side="right")) - 1
        stop = int(zeros[place]) if zeros[place] > start else int(zeros[place + 1])
        yield start, stop + 1
        start = stop


def chosen(emissions: Floats, labels: Ints, tags: list[str]) -> Floats:
    """The softmax share of each chosen label's kind of name (B- and I- together)."""
    kinds = [tag[1:] for tag in tags]
    alike = np.array([[one == other for other in kinds] for one in kinds], dtype=np.float32)
    shares = np.exp(emissions - emissions.max(axis=1, keepdims=True)) if len(emissions) else emissions
    return np.asarray((shares * alike[labels]).sum(axis=1) / shares.sum(axis=1), dtype=np.float32)
