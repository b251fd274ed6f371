"""What a document calls by the noun that ends a role is an organization there: «Директор [шахты]» of «шахта «[Северная]»»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..morphology import fold, keys, may_be, parses
from ..seeds import Seeds
from ..types import Analysis, Mention
from .organizations import complement, of_town
from .spans import CLOSING, OPENING, Sentence

SORTS = frozenset({"company", "culture", "education", "health", "military", "society", "sport"})
CONFIDENCE = 0.5
PLACED = ("ский", "цкий", "ской", "цкой")


def called(analysis: Analysis, mentions: Sequence[Mention], sentences: Sequence[Sentence], seeds: Seeds) -> list[Mention]:
    """The mentions with the organizations that roles of their document tell, in the order of the text."""
    told: defaultdict[int, set[str]] = defaultdict(set)
    around: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        around[mention.sentence].append(mention)
        noun = _bare(analysis, mention, seeds) if mention.kind == "role" else ""
        if noun:
            told[analysis.batch.documents[mention.sentence]].add(noun)
    found = [
        mention
        for number, document in enumerate(analysis.batch.documents)
        if document in told
        for mention in _named(analysis, number, sentences[number], tuple(told[document]), around[number], seeds)
        if not any(_excludes(other, mention) for other in around[number])
    ]
    if not found:
        return list(mentions)
    return sorted((*mentions, *found), key=lambda mention: (mention.sentence, mention.start, -mention.stop, mention.kind))


def _bare(analysis: Analysis, role: Mention, seeds: Seeds) -> str:
    """The noun that ends a role of two words or more and has no name behind it, "" where none does."""
    words, last = analysis.batch.spellings, role.last - 1
    if last == role.first or words[last] != words[last].lower() or (role.last < len(words) and words[role.last] in OPENING):
        return ""
    lemmas = (fold(parse.lemma) for parse in parses(words[last]) if (parse.pos, parse.case, parse.number) == ("NOUN", "gent", "sing"))
    return next((lemma for lemma in lemmas if lemma in seeds.short_nouns and seeds.organization_nouns[lemma] in SORTS), "")


def _named(
    analysis: Analysis, number: int, sentence: Sentence, nouns: tuple[str, ...], around: Sequence[Mention], seeds: Seeds
) -> Iterator[Mention]:
    """«шахта «[Северная]»», «[Никольский кафедральный собор]», «[Исторический музей Тулы]», «[школа № 5]», «[Театр на Волхонке]», «[Лимский
    завод тяжёлых машин]»"""
    starts, stops = analysis.batch.starts, analysis.batch.stops
    for place in range(sentence.start, sentence.stop):
        if sentence.grammars[place].number != "plur" and any(key.endswith(nouns) for key in keys(sentence.words[place])):
            span = _span(sentence, place, seeds)
            if span:
                first, last = span
                last = next(
                    (other.last for other in around if (other.first, other.kind) == (last, "location") and _is_whose(sentence, other)), last
                )
                yield Mention(number, first, last, starts[first], stops[last - 1], "organization", "rule", CONFIDENCE)


def _is_whose(sentence: Sentence, place: Mention) -> bool:
    """«музей [Тулы]», but not «музей [тульской] фабрики»"""
    return sentence.case(place.first) == "gent" and sentence.grammars[place.last - 1].pos == "NOUN"


def _span(sentence: Sentence, noun: int, seeds: Seeds) -> tuple[int, int] | None:
    """Where the name of a noun lies, None where it has none."""
    after = sentence.word(noun + 1)
    if after and after in OPENING:
        stop = sentence.closing(noun + 1)
        named = stop is not None and stop - noun > 3 and sentence.word(noun + 2)[:1].isupper()
        return (noun + 2, stop - 1) if stop and named and sentence.word(stop - 1) in CLOSING else None
    if after == "№" and sentence.word(noun + 2)[:1].isdigit():
        return noun, of_town(sentence, noun + 3, seeds)
    if sentence.word(noun)[0].isupper() and after == "на" and sentence.word(noun + 2)[:1].isupper():
        return noun, noun + 3
    first = noun
    while sentence.is_adjective(first - 1) and may_be(sentence.words[noun], sentence.case(first - 1)):
        first -= 1
    first = next((place for place in range(first, noun) if _begins(sentence, place)), noun)
    named = first < noun and after.lower() not in seeds.words["named after"]
    return (first, complement(sentence, noun + 1, seeds) if after != "по" else noun + 1) if named else None


def _begins(sentence: Sentence, place: int) -> bool:
    """Does a name begin with an adjective: one that is written large, where a sentence begins one of a place?"""
    large = sentence.words[place][0].isupper()
    return large and (not sentence.opens(place) or any(key.endswith(PLACED) for key in keys(sentence.words[place])))


def _excludes(other: Mention, mention: Mention) -> bool:
    """Is it another's mention, or a part of one, or does it cross one?"""
    crosses = other.first < mention.first < other.last < mention.last or mention.first < other.first < mention.last < other.last
    same = (other.first, other.last) == (mention.first, mention.last)
    if other.first <= mention.first and mention.last <= other.last:
        return same or other.kind != "location"
    return crosses or (other.kind == "organization" and mention.first <= other.first and other.last <= mention.last)
