"""What looks like a place's name and is somebody's surname in its document names that person: «гибель [Татарского]», «планы [Турина]»."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..morphology import keys
from ..seeds import Seeds
from ..signs import LISTING
from ..types import Analysis
from .model import Found, words_of

HIS, HERS = re.compile(r".[сц]к(?:ий|ого|ому|им|ом)$"), re.compile(r".[сц]к(?:ая|ой|ую)$")
WHERE = frozenset({"в", "во", "на", "по", "из", "до"})
CONFIDENCE = 0.6
FULL = 2  # words of a name that shows a surname like a town's
Surnames = dict[re.Pattern[str], set[str]]


def borne(analysis: Analysis, told: Sequence[Found], seeds: Seeds) -> list[Found]:
    """The model's mentions: the towns that are people as such, and with the people whom adjectives name in which it is sure of nothing."""
    told = list(_in_towns(analysis, told, seeds))
    return [*told, *_in_adjectives(analysis, told)]


def _in_towns(analysis: Analysis, told: Sequence[Found], seeds: Seeds) -> Iterator[Found]:
    """The mentions, as a person one that is taken for a town which no word of the document says to be a place («планы [Турина]» of «Эмиль
    Турин», but not where «в Турине» is written, nor a capital)."""
    documents = analysis.batch.documents
    surnames: defaultdict[int, set[str]] = defaultdict(set)
    for one in told:
        first, last = words_of(analysis, one)
        if one.sure and one.kind == "person" and last - first == FULL:
            surnames[documents[one.sentence]].update(keys(analysis.batch.spellings[last - 1]))
    towns: dict[Found, frozenset[str]] = {}
    for one in told if surnames else ():
        first, last = words_of(analysis, one)
        if one.sure and one.kind == "location" and last - first == 1 and not _ending(analysis.batch.spellings[first]):
            towns[one] = keys(analysis.batch.spellings[first]) & surnames[documents[one.sentence]]
    places = {(documents[one.sentence], key) for one, shared in towns.items() if _is_place(analysis, one, seeds) for key in shared}
    for one in told:
        shared = towns.get(one, frozenset())
        is_his = bool(shared) and places.isdisjoint((documents[one.sentence], key) for key in shared)
        yield one._replace(kind="person") if is_his else one


def _is_place(analysis: Analysis, one: Found, seeds: Seeds) -> bool:
    """Does a preposition say that it is a place, or is it a capital or a region, which everybody knows?"""
    first, _ = words_of(analysis, one)
    word, before = analysis.batch.spellings[first], analysis.batch.spellings[first - 1] if first else ""
    listed = (seeds.places[entry.key] for entry in seeds.phrases.whole(word) if entry.kind == "place")
    return before.lower() in WHERE or any(place.capital or place.kind == "region" for place in listed)


def _in_adjectives(analysis: Analysis, told: Sequence[Found]) -> Iterator[Found]:
    """«гибель [Татарского]»"""
    batch = analysis.batch
    surnames: defaultdict[int, Surnames] = defaultdict(dict)
    taken: set[int] = set()
    for one in (one for one in told if one.sure):
        first, last = words_of(analysis, one)
        taken.update(range(first, last))
        ending = _ending(batch.spellings[last - 1]) if one.kind == "person" and last - first > 1 else None
        if ending:
            surnames[batch.documents[one.sentence]].setdefault(ending, set()).update(keys(batch.spellings[last - 1]))
    for sentence, document in enumerate(batch.documents if surnames else ()):
        for place in range(batch.sentences[sentence], batch.sentences[sentence + 1]) if document in surnames else ():
            if place not in taken and _is_borne(analysis, sentence, place, surnames[document]):
                yield Found(sentence, batch.piece_of[place], batch.piece_of[place] + 1, "person", CONFIDENCE, True)


def _ending(word: str) -> re.Pattern[str] | None:
    """The forms of a man's or of a woman's surname that a word is one of."""
    return next((ending for ending in (HIS, HERS) if ending.search(word)), None) if word[0].isupper() else None


def _is_borne(analysis: Analysis, sentence: int, place: int, surnames: Surnames) -> bool:
    """«гибели Татарского, который», but not «в Татарском районе», «на Татарской», «Татарского, Омского и Тульского»."""
    batch, words = analysis.batch, analysis.batch.spellings
    ending = _ending(words[place])
    if ending not in surnames or surnames[ending].isdisjoint(keys(words[place])):
        return False
    before = words[place - 1] if place > batch.sentences[sentence] else ""
    after = place + 1 if place + 1 < batch.sentences[sentence + 1] else place
    agrees = analysis.grammars[after].pos in ("NOUN", "ADJF", "PRTF") and analysis.grammars[after].case == analysis.grammars[place].case
    if before.lower() in WHERE or (after > place and agrees):
        return False
    return not _is_listed(words, place - 1, -1) and not _is_listed(words, after, 1)


def _is_listed(words: Sequence[str], joint: int, step: int) -> bool:
    """«Татарского, [Омского]», «Татарско-[Омского]», but not «Татарского, который»: is a joint that of a list or a double name?"""
    beyond = words[joint + step] if 0 <= joint + step < len(words) else "-"
    return words[joint] == "-" or (words[joint] in LISTING and not beyond[0].islower())
