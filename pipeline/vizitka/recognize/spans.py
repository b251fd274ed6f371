"""What the rules of recognition read and write: one sentence's words, and spans of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ..morphology import REMEMBERED, Grammar, fold, keys, parses
from ..seeds import Seeds
from ..types import Analysis, Kind

OPENING, CLOSING = '«“„"', '»”“"'
PAIRS = {"«": "»", "„": "“”", "“": "”", '"': '"'}


class Span(NamedTuple):
    """Words ``first:last`` of the batch that name something."""

    first: int
    last: int
    kind: Kind
    method: str
    confidence: float

    def covers(self, other: Span) -> bool:
        return self.first <= other.first and other.last <= self.last

    def crosses(self, other: Span) -> bool:
        return self.first < other.last and other.first < self.last and not self.covers(other) and not other.covers(self)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words ``start:stop`` of an analysed batch. All numbers count the batch's words.

    ``kinds`` says of each word of the batch what the innermost name around it is by the model ("" where it is in none),
    ``odds`` of a span and a kind what the model gives for it, where that is not nothing.
    """

    start: int
    stop: int
    words: Sequence[str]
    grammars: Sequence[Grammar]
    proper: Sequence[bool]
    kinds: Sequence[str]
    odds: Mapping[tuple[int, int, str], float]

    def word(self, index: int) -> str:
        """The word, or "" outside the sentence."""
        return self.words[index] if self.start <= index < self.stop else ""

    def opens(self, index: int) -> bool:
        """Does the sentence begin at a word, but for a list's numbers and signs?"""
        return not any(word[0].isalpha() for word in self.words[self.start : index])

    def case(self, index: int) -> str:
        return self.grammars[index].case if self.start <= index < self.stop else ""

    def closing(self, index: int, most: int = 12) -> int | None:
        """Where the quotation that opens at ``index`` ends (the word after its closing mark): one mark may close two («АО «НК «Заря»»)."""
        depth, pair, inner = 0, PAIRS.get(self.word(index), ""), None
        for place in range(index + 1, min(self.stop, index + most)):
            word = self.words[place]
            if word in pair:
                if depth == 0:
                    return place + 1
                inner, depth = inner or place + 1, depth - 1
            elif word == self.words[index]:
                depth += 1
        return inner

    def is_adjective(self, index: int) -> bool:
        """Do the tagger and the spelling say adjective or participle?"""
        word = self.word(index)
        if not word[:1].isalpha():
            return False
        readings = parses(word)
        tagged = self.grammars[index].pos in ("ADJF", "PRTF") and any(reading.pos in ("ADJF", "PRTF") for reading in readings)
        return tagged or readings[0].pos in ("ADJF", "PRTF")


def sentences(analysis: Analysis, kinds: Sequence[str], odds: Mapping[tuple[int, int, str], float]) -> Iterator[Sentence]:
    batch = analysis.batch
    for start, stop in zip(batch.sentences[:-1], batch.sentences[1:], strict=True):
        yield Sentence(start, stop, batch.spellings, analysis.grammars, analysis.proper, kinds, odds)


def longest_at(spans: Iterable[Span], first: int, *kinds: str) -> Span | None:
    """The longest of the spans that begin at a word."""
    here = (span for span in spans if span.first == first and span.kind in kinds)
    return max(here, key=lambda span: span.last, default=None)


def is_named_after(sentence: Sentence, place: int, seeds: Seeds) -> bool:
    """Does a namesake begin here («улица имени [Баумана]»; not «юноша по имени [Иван]», «от имени [губернатора]»)?"""
    mark = place - 1 - (sentence.word(place - 1) == ".")
    return sentence.word(mark).lower() in seeds.words["named after"] and sentence.word(mark - 1).lower() not in seeds.words["name of"]


@lru_cache(maxsize=REMEMBERED)
def is_address(word: str, seeds: Seeds) -> bool:
    """«Глубокоуважаемый», «господину», «Святейшества»"""
    return not seeds.words["address"].isdisjoint(keys(word))


@lru_cache(maxsize=REMEMBERED)
def is_nobodys(surname: str, seeds: Seeds) -> bool:
    """«Рогов», but not «Рогова» or «Шевченко»: a surname that can say of nothing whose it is."""
    owned = any((parse.case, parse.number) == ("gent", "sing") or "Fixd" in parse.marks for parse in parses(surname))
    return fold(surname).endswith(seeds.family_endings) and not owned
