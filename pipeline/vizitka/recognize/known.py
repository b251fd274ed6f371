"""What the seeds know: countries, their adjectives and people, organizations, places, in any inflected form."""

from __future__ import annotations

from functools import lru_cache

from ..morphology import REMEMBERED, keys, parses
from ..phrases import Entry
from ..seeds import Seeds
from .nouns import noun_kind
from .spans import Sentence, Span

KINDS = {"country": "country", "adjective": "country", "inhabitant": "nationality", "organization": "organization",
         "place": "location", "place adjective": "location"}  # fmt: skip
PROPER = {"Geox", "Orgn", "Name", "Surn", "Patr", "Trad", "Abbr"}
NOMINAL = frozenset({"NOUN", "ADJF", "PRTF", "X"})
LONGEST = 24


def known(sentence: Sentence, found: list[Span], seeds: Seeds) -> list[Span]:
    """The longest phrase of the seeds at each word, where its capitals and the tagger allow it."""
    spans = []
    for first, word in enumerate(sentence.words[sentence.start : sentence.stop], sentence.start):
        if (word[0].islower() and sentence.grammars[first].pos not in NOMINAL) or not seeds.phrases.starts(word):
            continue
        hit = seeds.phrases.longest(sentence.words[first : min(first + LONGEST, sentence.stop)], 0)
        if hit:
            spans.extend(_spans(sentence, first, first + hit[0], hit[1], seeds))
    return found + spans


def _spans(sentence: Sentence, first: int, last: int, entries: list[Entry], seeds: Seeds) -> list[Span]:
    for entry in sorted(set(entries)):
        if _fits(sentence, first, last, entry, seeds):
            return [Span(first, last, KINDS[entry.kind], "seed", 0.95)]  # type: ignore[arg-type]
    return []


def _fits(sentence: Sentence, first: int, last: int, entry: Entry, seeds: Seeds) -> bool:
    if entry.kind in ("adjective", "place adjective"):
        return sentence.is_adjective(first) and not _is_namesake(sentence, first, last, seeds) and not is_of_person(sentence, first, seeds)
    if entry.kind == "inhabitant":
        return sentence.grammars[first].pos == "NOUN" and not _is_surname(sentence, first)
    words = sentence.words[first:last]
    if not any(word[0].isupper() for word in words):
        return False
    if last - first > 1:
        return words[0][0].isupper() or entry.kind == "organization"
    return words[0][0].isupper() and _alone(sentence, first, entry, seeds)


def _is_surname(sentence: Sentence, place: int) -> bool:
    """«и Островский, и [Чехов]»: people of a state are written small but where a sentence begins."""
    return sentence.words[place].istitle() and (sentence.word(place - 1) or "-")[-1].isalpha() and not sentence.opens(place)


def _is_namesake(sentence: Sentence, first: int, last: int, seeds: Seeds) -> bool:
    """Is the adjective but a part of another name: «немецкий язык», «Смоленская площадь», «Тверской и Рижский районы»?"""
    listed = sentence.word(last) == "и" and sentence.is_adjective(last + 1)
    noun = keys(sentence.word(last + 2 * listed) or "-")
    placed = not seeds.words["street"].isdisjoint(noun) or (listed and not seeds.words["district"].isdisjoint(noun))
    return (placed and sentence.words[first][0].isupper()) or not seeds.words["language"].isdisjoint(noun)


def is_of_person(sentence: Sentence, place: int, seeds: Seeds) -> bool:
    """«[Пушкинская] карта», but not «[Пушкинский] район», «[Пушкинская] прокуратура»: an adjective of somebody better known than a town."""
    if seeds.words["of person"].isdisjoint(keys(sentence.words[place])):
        return False
    while sentence.is_adjective(place):
        place += 1
    noun = sentence.word(place)
    return bool(noun) and noun_kind(noun, seeds) not in ("body", "unit") and keys(noun).isdisjoint(seeds.words["district"])


def _alone(sentence: Sentence, place: int, entry: Entry, seeds: Seeds) -> bool:
    """Is a single capitalised word the name, and not a person's or an ordinary word at the start of a sentence?"""
    kind = sentence.kinds[place]
    if kind == "person":
        return False
    if entry.kind == "place" and seeds.places[entry.key].common:
        return kind == "location"
    if entry.kind == "organization" and not _is_unmistakable(sentence.words[place]):
        return kind == "organization"
    if kind in ("country", "location", "organization") or not ordinary(sentence.words[place]):
        return True
    return sentence.proper[place] and place > sentence.start


def _is_unmistakable(word: str) -> bool:
    return (word.isupper() and len(word) > 2) or not ordinary(word)


@lru_cache(maxsize=REMEMBERED)
def ordinary(word: str) -> bool:
    """Is the spelling also an ordinary word («Того», «Чад», «Мир»)?"""
    return any(not PROPER & parse.marks and parse.source.is_known and parse.score > 0.1 for parse in parses(word.lower()))
