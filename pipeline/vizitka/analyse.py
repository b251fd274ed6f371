"""What each word is in its sentence: grammar by slovnet's morphology, names by its name tagger, all sentences at once."""

from __future__ import annotations

import numpy as np

from .models import Models
from .tagger import best_path
from .types import Analysis, Batch, Floats, Ints


def analyse(batch: Batch, models: Models) -> Analysis:
    """Tag every word. A sentence's tags do not depend on the sentences beside it."""
    starts, rows = laid(batch, models)
    inside = np.flatnonzero(rows)
    tags = models.morphology.emissions(models.columns.tables[0], rows)[inside].argmax(axis=1)
    emissions = models.names.emissions(models.columns.tables[1], rows)
    lengths = np.diff(np.array(batch.sentences)).astype(np.int32)
    assert models.names.transitions is not None
    labels = best_path(emissions, models.names.transitions, starts, lengths)[inside]
    return Analysis(
        batch,
        grammars=[models.grammars[tag] for tag in tags.tolist()],
        proper=[models.proper[tag] for tag in tags.tolist()],
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


def chosen(emissions: Floats, labels: Ints, tags: list[str]) -> Floats:
    """The softmax share of each chosen label's kind of name (B- and I- together)."""
    kinds = [tag[1:] for tag in tags]
    alike = np.array([[one == other for other in kinds] for one in kinds], dtype=np.float32)
    shares = np.exp(emissions - emissions.max(axis=1, keepdims=True)) if len(emissions) else emissions
    return np.asarray((shares * alike[labels]).sum(axis=1) / shares.sum(axis=1), dtype=np.float32)
