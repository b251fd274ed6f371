"""What the model is asked: a phrase in its sentence, and what its document shows of the forms that it may get."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..morphology import REMEMBERED, Grammar, is_acronym, known, parses, recase
from .edits import Edit
from .features import Place, tie

OPENING = frozenset('«“„"(')
CLOSING = frozenset('»”“")')

Neighbour = tuple[str, Grammar]
NOWHERE: Neighbour = ("", Grammar())


class Phrase(NamedTuple):
    """Words to put in the nominative, what they are a name of, and the words (with grammar) beside them in the sentence."""

    words: tuple[str, ...]
    grammars: tuple[Grammar, ...]
    kind: str = ""
    left: Neighbour = NOWHERE
    right: Neighbour = NOWHERE


class Evidence(NamedTuple):
    """Folded forms that the document shows: in the nominative, in names that are longer, and as the nominative of most other spellings."""

    nominatives: frozenset[str] = frozenset()
    longer: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()


NOTHING = Evidence()


class Asked(NamedTuple):
    """A phrase, what its document shows, and how its numbers may change: see ``vizitka.inflection.choices.UNFIT``."""

    phrase: Phrase
    evidence: Evidence = NOTHING
    number: str = ""


def places(phrase: Phrase) -> list[Place]:
    """Where each word stands."""
    words, grammars = phrase.words, phrase.grammars
    sides = [phrase.left, *zip(words, grammars, strict=True), phrase.right]
    signs = [side(*each) for each in sides]
    found, depth, headed = [], 0, False
    for index, (word, grammar) in enumerate(zip(words, grammars, strict=True)):
        order = "only" if len(words) == 1 else "first" if index == 0 else "last" if index == len(words) - 1 else "mid"
        found.append(Place(phrase.kind, grammar, signs[index], signs[index + 2], order, f"{depth}{headed:d}"))
        if word in OPENING and not (word == '"' and depth):
            depth = 1
        elif word in CLOSING:
            depth, headed = 0, True
        elif not depth and grammar.pos == "NOUN" and word[0].isalpha():
            headed = True
    return found


@lru_cache(maxsize=REMEMBERED)
def side(word: str, grammar: Grammar) -> str:
    """A neighbour as the model sees it: small words as they are, others by their grammar."""
    if not word:
        return "-"
    if not word[0].isalpha() or grammar.pos in ("PREP", "CONJ") or word.lower() in ("имени", "им"):
        return word.lower()
    return ".".join(grammar)


def ties(phrase: Phrase) -> list[str]:
    """How each word is tied to the one before it."""
    return ["", *(tie(*pair) for pair in pairwise(phrase.grammars))][: len(phrase.words)]


@lru_cache(maxsize=REMEMBERED)
def is_head(word: str, grammar: Grammar) -> bool:
    """Is it a noun, by the tagger and by the dictionary («комитет», not «курирующий»)?"""
    return grammar.pos == "NOUN" and any(parse.pos == "NOUN" for parse in parses(word))


def reach(words: Sequence[str], grammars: Sequence[Grammar], kind: str) -> int:
    """How many words of a phrase may change: in the name of an organization those up to its head, which the rest depends on."""
    heads = map(is_head, words, grammars) if kind == "organization" else ()
    return next((place + 1 for place, heading in enumerate(heads) if heading), len(words))


def stands(words: Sequence[str], grammars: Sequence[Grammar], kind: str) -> bool:
    """Is what may change in a phrase in the nominative singular as it is, by the tagger and by the dictionary?"""
    for word, grammar in zip(words, grammars, strict=True):
        if not _is_put(word, grammar):
            return False
        if kind == "organization" and is_head(word, grammar):
            break
    return True


@lru_cache(maxsize=REMEMBERED)
def _is_put(word: str, grammar: Grammar) -> bool:
    return not word[0].isalpha() or is_acronym(word) or ((grammar.case, grammar.number) == ("nomn", "sing") and bool(nominative(word)))


def standing(phrase: Phrase) -> list[Edit]:
    """The words as they are, with ё where the dictionary has it."""
    return [Edit(nominative(word) or word, True, "stands", *grammar) for word, grammar in zip(phrase.words, phrase.grammars, strict=True)]


@lru_cache(maxsize=REMEMBERED)
def nominative(word: str) -> str:
    """The word as the dictionary has it, where it may be a nominative singular, or ""."""
    able = (parse.source.word for parse in parses(word) if (parse.case, parse.number) == ("nomn", "sing"))
    return recase(next(able, ""), word) if known(word) else ""


def seen(form: str, evidence: Evidence) -> str:
    """Where the document shows a folded form."""
    return "n" * (form in evidence.nominatives) + "l" * (form in evidence.longer) + "s" * (form in evidence.shared)
