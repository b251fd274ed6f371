"""What each word is in its sentence: grammar by slovnet's morphology, and its state in the recognizer's encoder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from .encoder import Run
from .models import Models
from .types import Analysis, Batch, Encoded, Floats, Ints

GAP = 8  # places between two documents: as far as the encoder's longest reach
BLOCK = 1_500  # words that are encoded together: their arrays fit the processor's cache
LONGEST = 4_000  # a longer document is encoded in parts


class Part(NamedTuple):
    """Sentences ``first:last`` of a batch, and which of its documents (or pieces of a long one) each is of."""

    first: int
    last: int
    owners: Ints


def analyse(batch: Batch, models: Models) -> Analysis:
    """Tag and encode every word. What a document's words become does not depend on the documents beside it."""
    rows = models.columns.rows(batch.pieces.spellings)
    tags = np.zeros(len(rows), dtype=np.int32)
    runs = []
    for part in parts(batch):
        first, last = batch.pieces.sentences[part.first], batch.pieces.sentences[part.last]
        lengths = np.diff(np.array(batch.pieces.sentences[part.first : part.last + 1]))
        context, tags[first:last] = tagged(rows[first:last], lengths, models)
        runs.append(encoded(part, first, rows[first:last], lengths, context, models))
    spoken = tags[_heads(batch)].tolist()
    return Analysis(batch, [models.grammars[tag] for tag in spoken], [models.proper[tag] for tag in spoken], runs)


def parts(batch: Batch) -> Iterator[Part]:
    """Documents together as long as they have about ``BLOCK`` words; a long one in parts of about ``LONGEST``."""
    bounds, owners = batch.pieces.sentences, batch.documents
    first, begin = 0, 0
    kept: list[int] = []
    for sentence in range(len(owners)):
        new = sentence and owners[sentence] != owners[sentence - 1]
        if new and bounds[sentence] - bounds[first] >= BLOCK:
            yield Part(first, sentence, np.array(kept, dtype=np.int32))
            first, kept = sentence, []
        if new or bounds[sentence] - bounds[begin] >= LONGEST:
            begin = sentence
        kept.append(begin)
    if kept:
        yield Part(first, len(owners), np.array(kept, dtype=np.int32))


def tagged(rows: Ints, lengths: Ints, models: Models) -> tuple[Floats, Ints]:
    """The states of slovnet's taggers that the recognizer reads (words × 264), and the tags of morphology."""
    sentences = np.repeat(np.arange(1, len(lengths) + 1), lengths)
    places = np.arange(len(rows)) + sentences
    laid = np.zeros(len(rows) + len(lengths) + 1, dtype=np.int32)
    laid[places] = rows
    names = models.names.states(models.columns.first_names, laid)
    morphology = models.morphology.states(models.columns.first_morphology, laid)[-1]
    tags = models.morphology.scores(morphology).argmax(axis=1)[places]
    context = np.concatenate((names[1], names[2], models.names.scores(names[2]), morphology), axis=1)
    return context[places], tags.astype(np.int32)


def encoded(part: Part, first: int, rows: Ints, lengths: Ints, context: Floats, models: Models) -> Encoded:
    """The words of a part in the recognizer's encoder; ``first`` is the batch's number of its first piece."""
    groups = np.cumsum(np.diff(part.owners, prepend=part.owners[:1]) != 0)
    starts = np.cumsum(lengths) - lengths + groups * GAP
    of = np.repeat(np.arange(len(lengths)), lengths)
    at = np.arange(len(rows)) + groups[of] * GAP
    size = len(rows) + (int(groups[-1]) + 1) * GAP
    pieces, sentences, documents, same = (np.full(size, -1, dtype=np.int32) for _ in range(4))
    pieces[at], sentences[at], documents[at] = np.arange(len(rows)) + first, of + part.first, groups[of]
    lemmas = models.columns.lemmas[rows].astype(np.int64)
    same[at] = np.unique(lemmas + groups[of] * (lemmas.max() + 1), return_inverse=True)[1]
    edges = np.zeros((size, 2), dtype=np.float32)
    edges[starts, 0] = 1
    edges[starts + lengths - 1, 1] = 1
    laid = np.zeros(size, dtype=np.int32)
    laid[at] = rows
    beside = np.zeros((size, context.shape[1]), dtype=np.float32)
    beside[at] = context
    entered, values = models.recognizer(models.columns.spelled[laid], beside, Run(pieces >= 0, edges, same))
    return Encoded(pieces, sentences, documents, entered, values)


def _heads(batch: Batch) -> Ints:
    """The piece whose grammar is the word's: its last one of letters, or its last."""
    pieces = batch.pieces
    heads = np.zeros(len(batch.spellings), dtype=np.int32)
    for number, (word, spelling) in enumerate(zip(pieces.words, pieces.spellings, strict=True)):
        if spelling.isalpha() or not number or pieces.words[number - 1] != word:
            heads[word] = number
    return heads
