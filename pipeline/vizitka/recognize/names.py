"""Spans of slovnet's name tagger, cut to what it can be right about."""

from __future__ import annotations

from collections.abc import Iterator

from ..seeds import Seeds
from ..types import Kind
from .spans import Sentence, Span

KINDS: dict[str, Kind] = {"PER": "person", "LOC": "location", "ORG": "organization"}


def names(sentence: Sentence, found: list[Span], seeds: Seeds) -> list[Span]:
    """The tagger's spans: organizations end before «для укрепления …», a bracket, or an unclosed quotation."""
    spans = []
    for first, last in labelled(sentence):
        kind = KINDS[sentence.labels[first][2:]]
        if kind == "organization":
            first, last = _organization(sentence, first, last, seeds)
        if first < last and any(word[0].isupper() or word[0].isdigit() for word in sentence.words[first:last]):
            certainty = sum(sentence.certainty[first:last]) / (last - first)
            spans.append(Span(first, last, kind, "model", round(certainty, 2)))
    return found + spans


def labelled(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Runs of one label: B-X I-X I-X."""
    labels, first = sentence.labels, sentence.start
    while first < sentence.stop:
        last = first + 1
        if labels[first] not in ("O", "<pad>"):
            while last < sentence.stop and labels[last] == f"I{labels[first][1:]}":
                last += 1
            yield first, last
        first = last


def _organization(sentence: Sentence, first: int, last: int, seeds: Seeds) -> tuple[int, int]:
    for place in range(first + 1, last):
        word = sentence.words[place]
        if word == "(" or (word in seeds.words["cuts organization"] and not sentence.word(place + 1)[:1].isupper()):
            last = place
            break
    for place in range(first, last):
        if sentence.words[place] in "«“„":
            stop = sentence.closing(place)
            return first, max(last, stop) if stop else place
    if sentence.word(first - 1) in "«“„" and sentence.word(first - 1) and sentence.closing(first - 1) == last + 1:
        return first - 1, last + 1
    return first, last
