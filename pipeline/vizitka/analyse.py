"""What each word is in its sentence: grammar by slovnet's morphology, and its state in the recognizer's encoder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from .models import Models
from .morphology import REMEMBERED, Grammar, known, parses
from .types import Analysis, Batch, Encoded, Floats, Ints

MOSTLY = 0.9  # of a word's readings
LONGEST = 4_000  # pieces; a longer document is encoded in parts


def analyse(batch: Batch, models: Models) -> Analysis:
    """Tag and encode every word, a document at a time: what its words become depends on nothing else, not even in the last bit."""
    rows = models.columns.rows(batch.pieces.spellings)
    tags = np.zeros(len(rows), dtype=np.int32)
    runs = []
    for first, last in parts(batch):
        bounds = np.array(batch.pieces.sentences[first : last + 1])
        begin, end = bounds[0], bounds[-1]
        context, tags[begin:end] = tagged(rows[begin:end], np.diff(bounds), models)
        runs.append(encoded(first, bounds, rows[begin:end], context, models))
    spoken = tags[_heads(batch)].tolist()
    tagger = zip(batch.spellings, (models.grammars[tag] for tag in spoken), strict=True)
    grammars = [_as_noun(word, said) if said.pos == "ADJF" else said for word, said in tagger]
    return Analysis(batch, grammars, [models.proper[tag] for tag in spoken], runs)


@lru_cache(maxsize=REMEMBERED)
def _as_noun(word: str, said: Grammar) -> Grammar:
    """A noun for what the tagger takes for an adjective, and the dictionary hardly ever («[Главой] комиссии назначен»)."""
    nouns = [parse for parse in parses(word) if parse.pos == "NOUN"]
    if not said.case or not known(word) or sum(parse.score for parse in nouns) < MOSTLY:
        return said
    meant = next((parse for parse in nouns if parse.case == said.case), nouns[0])
    return said._replace(pos="NOUN", case=meant.case, number=meant.number)


def parts(batch: Batch) -> Iterator[tuple[int, int]]:
    """The sentences ``first:last`` of each document, of a long one those of each part of about ``LONGEST`` pieces."""
    bounds, owners, first = batch.pieces.sentences, batch.documents, 0
    for sentence in range(1, len(owners) + 1):
        ended = sentence == len(owners) or owners[sentence] != owners[first]
        if ended or bounds[sentence] - bounds[first] >= LONGEST:
            yield first, sentence
            first = sentence


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


def encoded(first: int, bounds: Ints, rows: Ints, context: Floats, models: Models) -> Encoded:
    """The pieces of a part in the recognizer's encoder; ``bounds`` of its sentences, ``first`` is the batch's number of its first one."""
    starts = bounds - bounds[0]
    edges = np.zeros((len(rows), 2), dtype=np.float32)
    edges[starts[:-1], 0] = 1
    edges[starts[1:] - 1, 1] = 1
    _, met, same = np.unique(models.columns.lemmas[rows], return_index=True, return_inverse=True)
    lemmas = met.argsort().argsort()[same].astype(np.int32)
    entered, values = models.recognizer(models.columns.spelled[rows], context, edges, lemmas)
    return Encoded(int(bounds[0]), np.repeat(np.arange(first, first + len(bounds) - 1), np.diff(bounds)), lemmas, entered, values)


def _heads(batch: Batch) -> Ints:
    """The piece whose grammar is the word's: its last one of letters, or its first."""
    bounds = np.array(batch.piece_of, dtype=np.int32)
    heads = bounds[:-1].copy()
    for word in np.flatnonzero(np.diff(bounds) > 1).tolist():
        letters = (piece for piece in range(bounds[word + 1] - 1, bounds[word], -1) if batch.pieces.spellings[piece].isalpha())
        heads[word] = next(letters, heads[word])
    return heads
