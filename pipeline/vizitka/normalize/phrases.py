"""The base form of a phrase: its head and what agrees with it go to the nominative, what depends on it stays."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..morphology import Grammar, Parse, agreeing, inflect, is_acronym, parses, recase

OPENING = frozenset('«“„"(')
CLOSING = frozenset('»”“")')
MODIFIERS = ("ADJF", "PRTF", "NUMR")


def based(words: Sequence[str], grammars: Sequence[Grammar], singular: bool = False) -> list[str]:
    """The words of the phrase in its base form; ``singular`` also makes a plural head singular.

    >>> gent = Grammar("NOUN", "gent", "sing", "femn")
    >>> based(["Парламентской", "Ассамблеи"], [Grammar("ADJF", "gent", "sing", "femn"), gent])
    ['Парламентская', 'Ассамблея']
    >>> based(["послов"], [Grammar("NOUN", "gent", "plur", "masc")], singular=True)
    ['посол']
    """
    return list(_based(tuple(words), tuple(grammars), singular))


@lru_cache(maxsize=100_000)
def _based(words: tuple[str, ...], grammars: tuple[Grammar, ...], singular: bool) -> tuple[str, ...]:
    if words[0] in OPENING and words[-1] in CLOSING and len(words) == 3:
        return (words[0], _quoted(words[1], grammars[1]), words[2])
    head = _head(words, grammars)
    if head is None:
        return words
    reading = _reading(words[head], grammars[head])
    if reading is None:
        return words
    number = "sing" if singular else reading.number
    form = inflect(reading, "nomn", number) if number else inflect(reading, "nomn")
    if form is None:
        return words
    out = list(words)
    out[head] = _spelled(form, words[head])
    for place in range(head):
        out[place] = _modifier(words[place], grammars[place], reading, number) or words[place]
    return tuple(out)


def _quoted(word: str, grammar: Grammar) -> str:
    """«Билайна» in a sentence that declines it is «Билайн»; a name of a common noun stays («Вести»)."""
    best = agreeing(word, grammar)
    if best.pos != "NOUN" or grammar.case in ("", "nomn") or is_acronym(word) or best.source.is_known:
        return word
    return _spelled(inflect(best, "nomn") or word, word)


def _head(words: Sequence[str], grammars: Sequence[Grammar]) -> int | None:
    """The first noun, where only what can agree with it stands before it."""
    for place, word in enumerate(words):
        if word in OPENING or is_acronym(word) or not word[0].isalpha():
            return None
        if _is_modifier(word, grammars[place]) and any(part[0].isalpha() and part not in OPENING for part in words[place + 1 :]):
            continue
        if word in ("и",) and place:
            continue
        return place
    return None


def _is_modifier(word: str, grammar: Grammar) -> bool:
    if grammar.pos == "NOUN" and any(parse.pos == "NOUN" and parse.source.is_known for parse in parses(word)):
        return False
    return any(parse.pos in MODIFIERS for parse in parses(word)[:2])


def _reading(word: str, grammar: Grammar) -> Parse | None:
    """The noun's reading that fits the sentence; None where no dictionary knows the word and its ending may be anything."""
    best = agreeing(word, grammar)
    if best.pos not in ("NOUN", "ADJF", "PRTF") or "Fixd" in best.marks:
        return None
    if not best.source.is_known and "-" not in word and not word.islower():
        return None
    return best


def _modifier(word: str, grammar: Grammar, head: Parse, number: str) -> str | None:
    """The adjective in the nominative of the head's gender and number."""
    readings = [parse for parse in parses(word) if parse.pos in MODIFIERS]
    if not readings:
        return None
    reading = max(readings, key=lambda parse: (parse.case == head.case) + 0.5 * (parse.number == head.number) + 0.1 * parse.score)
    form = inflect(reading, "nomn", "plur") if number == "plur" else inflect(reading, "nomn", "sing", head.gender or "masc")
    return _spelled(form, word) if form else None


def _spelled(form: str, word: str) -> str:
    """In the capitals of the word, with ё only where the word may have it."""
    if "ё" in form and "е" in word.lower() and "ё" not in word.lower():
        form = "".join(
            "е" if letter == "ё" and index < len(word) and word[index].lower() == "е" else letter for index, letter in enumerate(form)
        )
    return recase(form, word)
