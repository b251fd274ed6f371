"""What an organization's name says however it is written, and which body a name means that many bear («Верховный суд»)."""

from __future__ import annotations

import heapq
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ..bodies import is_general
from ..morphology import REMEMBERED, is_acronym, keys
from ..naming import Name
from ..phrases import spelled
from ..seeds import Seeds
from ..transliteration import cyrillic
from .compare import Candidate, Weights, candidate, context
from .documents import Gathered
from .link import SURE
from .referents import Referent

QUOTES = frozenset("«»“”„‟\"'‘’")
COUNTRIES = frozenset({"country", "adjective"})
CROWD = 48
OTHERS = 1.0  # documents that speak of another body of the name than those known, where nothing is said for or against
Key = tuple[str, ...]


@lru_cache(maxsize=REMEMBERED)
def key(name: str, seeds: Seeds) -> Key:
    """Equal, when joined, for the spellings of one name: without quotation marks, legal form, a noun that tells nothing of what is quoted,
    and «страны»; countries as codes, and letters without what transliterations differ in.

    >>> from ..seeds import load
    >>> "".join(key("компания «Норд-Стрим»", load())), "".join(key("Норд Стрим", load()))
    ('нордстрим', 'нордстрим')
    >>> key("Кабинет Министров Соединенного Королевства", load()) == key("Кабинет министров Британии", load())
    True
    """
    words = spelled(name)
    kept = [word for word in _proper(words, seeds) if not (word in QUOTES or word in seeds.legal_forms or word in seeds.words["own state"])]
    return tuple(_said(kept or words, seeds))


def _proper(words: list[str], seeds: Seeds) -> list[str]:
    """What stands behind «компания», «партия» and a quotation mark."""
    plain = len(words) > 2 and words[1] in QUOTES and not keys(words[0]).isdisjoint(seeds.plain_nouns)
    return words[1:] if plain else words


def _said(words: list[str], seeds: Seeds) -> Iterator[str]:
    place = 0
    while place < len(words):
        stop, entries = seeds.phrases.longest(words, place) or (place + 1, [])
        codes = {entry.key for entry in entries if entry.kind in COUNTRIES}
        if len(codes) == 1 and "" not in codes:
            yield f"[{codes.pop()}]"
            place = stop
        else:
            yield sounded(words[place])
            place += 1


def sounded(word: str) -> str:
    """«Стокхольм» and «Стоккхольм»: letters doubled or not, э or е, with or without marks, Latin or Cyrillic.

    >>> sounded("Норд-Стримм"), sounded("Gazprom")
    ('нордстрим', 'газпром')
    """
    return re.sub(r"([^\W\d])\1", r"\1", re.sub(r"\W", "", cyrillic(word).replace("э", "е")))


def bodies(found: Gathered, weights: Weights, seeds: Seeds) -> dict[tuple[str, Key], Key]:
    """Which organization a document means by a name that many bodies bear, or by an acronym that it does not explain: the one that
    documents of the same people and countries name in full, if it is far likelier than all others. By document and key of the name."""
    documents, short = _named(found, seeds)
    about = {told.document: told for told in found.referents}
    meant: dict[tuple[str, Key], Key] = {}
    for one, explained in sorted(short.items()):
        longer = explained or {each for each in documents if len(each) > len(one) and each[: len(one)] == one}
        crowd = heapq.nlargest(CROWD, longer, key=lambda each: (len(documents[each]), each))
        known = {each: _candidate(documents[each], about) for each in crowd}
        for document in sorted(documents[one] & about.keys()) if known else ():
            best = _likeliest(_candidate({document}, about), known, weights, seeds)
            if best:
                meant[document, one] = best
    return meant


def _named(found: Gathered, seeds: Seeds) -> tuple[dict[Key, set[str]], dict[Key, set[Key]]]:
    """The documents of each organization, by the key of its name; and the keys that may be short for others: acronyms, with what
    documents say that they stand for, and names that many may bear."""
    documents: dict[Key, set[str]] = defaultdict(set)
    short: dict[Key, set[Key]] = {}
    table = found.mentions[found.mentions["kind"] == "organization"]
    for document, normal, name in zip(table["document_id"], table["normal"], table["name"], strict=True):
        documents[key(name, seeds)].add(document)
        if is_general(name, seeds):
            short.setdefault(key(name, seeds), set())
        if name != normal and is_acronym(normal):
            short.setdefault(key(normal, seeds), set()).add(key(name, seeds))
    return documents, short


def _candidate(documents: set[str], about: Mapping[str, Referent]) -> Candidate:
    """Whom and what documents speak of, as of a person without a name."""
    told = [about[document] for document in sorted(documents & about.keys())]
    bare = [Referent(each.document, each.document, each.date, Name(""), company=each.company, setting=each.setting) for each in told]
    bare = bare or [Referent("", "", "", Name(""))]
    return candidate(range(len(bare)), bare)


def _likeliest(one: Candidate, known: Mapping[Key, Candidate], weights: Weights, seeds: Seeds) -> Key | None:
    bits = {each: sum(weights.get(level, 0.0) for level in context(one, other, seeds)) for each, other in known.items()}
    chances = {each: len(known[each].documents) * 2.0**told for each, told in bits.items()}
    best = max(chances, key=lambda each: (chances[each], each))
    rest = OTHERS + sum(chances.values()) - chances[best]
    return best if math.log2(max(chances[best], 1e-9) / rest) >= SURE else None
