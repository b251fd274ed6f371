"""What the model is told of a choice: of the word alone, of its place in the phrase and the sentence, of its neighbour."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..morphology import Grammar, fold
from .edits import Edit, standing


class Place(NamedTuple):
    """Where a word stands: the kind of its phrase, its grammar, what is before and after it, and whether it is in quotes."""

    kind: str
    grammar: Grammar
    left: str
    right: str
    order: str
    quoted: str


class Looks(NamedTuple):
    """What the model is told of a word besides its letters: of one letter to four and more, with a capital, how the dictionary knows it."""

    length: int
    capital: bool
    standing: str


def looks(word: str) -> Looks:
    return Looks(min(len(word), 4), word[:1].isupper(), standing(word))


def of_word(word: str, edit: Edit, first_gender: str) -> Iterator[str]:
    """What does not change with the sentence. ``first_gender`` is that of a first name that the form is, or ""."""
    yield from of_letters(word, edit)
    yield from of_sort(looks(word), edit, min(edit.rank, 4), first_gender)


def of_letters(word: str, edit: Edit) -> Iterator[str]:
    """The letters of the word and of the form."""
    low, out = fold(word), fold(edit.form)
    common = next((place for place, (a, b) in enumerate(zip(low, out, strict=False)) if a != b), min(len(low), len(out)))
    rule = f"{low[common:]}>{out[common:]}" if edit.turned else "="
    yield f"a{rule}|{edit.gender}|{edit.number}|{edit.source}"
    yield f"b{rule}|{edit.case}|{edit.gender}|{low[-2:]}"
    yield f"c{rule}|{edit.gender}|{edit.number}|{low[-3:]}"
    yield f"d{rule}|{low[-4:]}"
    yield f"e{rule}|{low}"
    yield f"h{edit.turned}|{edit.gender}|{edit.number}|{out[-3:]}|{edit.pos}"
    yield f"i{edit.turned}|{edit.gender}|{edit.number}|{out[-2:]}|{edit.source}"
    yield f"o{('ё' in edit.form.lower()) - ('ё' in word.lower())}|{edit.source}|{edit.mark}|{low[-3:]}"


def of_sort(seen: Looks, edit: Edit, rank: int, first_gender: str) -> Iterator[str]:
    """The kind of form, whatever its letters."""
    yield f"f{edit.source}|{edit.pos}|{edit.case}|{edit.number}"
    yield f"g{edit.source}|{edit.mark}|{edit.case}"
    yield f"j{rank}|{edit.source}|{edit.mark}"
    yield f"k{first_gender}|{edit.gender}|{edit.turned}|{edit.source}"
    yield f"l{edit.turned}|{edit.source}|{seen.length}"
    yield f"m{edit.turned}|{seen.capital}|{edit.mark}|{edit.pos}"
    yield f"n{seen.standing}|{edit.source}|{edit.turned}|{edit.case == 'nomn'}"


def of_place(edit: Edit, place: Place) -> Iterator[str]:
    """What the sentence says; of the word only its kind of form is asked."""
    yield from of_phrase(edit, place.kind, place.grammar, place.order, place.quoted)
    yield from of_left(edit, place.left, place.grammar.case)
    yield from of_right(edit, place.right)


def of_phrase(edit: Edit, kind: str, said: Grammar, order: str, quoted: str) -> Iterator[str]:
    """What the phrase and the word's grammar in it say."""
    agree = f"{edit.case == said.case}{edit.number == said.number}{edit.gender == said.gender}{edit.pos == said.pos}"
    sort = f"{edit.turned}|{edit.source}"
    yield f"A{said.case}|{edit.case}|{sort}"
    yield f"B{agree}|{sort}|{kind}"
    yield f"C{said.pos}.{said.case}.{said.number}.{said.gender}|{edit.turned}.{edit.pos}.{edit.case}.{edit.number}.{edit.gender}"
    yield f"D{kind}|{order}|{quoted}|{edit.turned}|{edit.pos}"
    yield f"H{quoted}|{edit.turned}|{edit.case}|{edit.mark}|{kind}"
    yield f"I{kind}|{sort}|{edit.mark}|{edit.number}"
    yield f"J{kind}|{edit.turned}|{edit.gender}|{edit.number}|{edit.case}"
    yield f"K{said.number}|{edit.number}|{sort}|{kind}"


def of_left(edit: Edit, left: str, case: str) -> Iterator[str]:
    """What stands before the word, which the tagger saw in a case."""
    yield f"E{left}|{edit.turned}|{edit.case}|{edit.number}"
    yield f"F{left}|{case}|{edit.turned}|{edit.case}"
    yield f"L{left}|{edit.gender}|{edit.case}"


def of_right(edit: Edit, right: str) -> Iterator[str]:
    """What stands after the word."""
    yield f"G{right}|{edit.turned}|{edit.case}|{edit.number}|{edit.turned}|{edit.source}"
    yield f"M{right}|{edit.gender}|{edit.case}"


def of_ending(word: str, edit: Edit, said: Grammar) -> Iterator[str]:
    """The letters together with what the tagger saw."""
    low, out = fold(word), fold(edit.form)
    yield f"N{low[-3:]}|{out[-2:]}|{edit.turned}|{said.case}|{edit.gender}"
    yield f"O{low[-2:]}|{out[-2:]}|{edit.turned}|{said.case}|{said.gender}|{said.number}"


def of_evidence(edit: Edit, seen: str) -> Iterator[str]:
    """Is the form met elsewhere in the document, as a nominative («n»), in a longer name («l»)?"""
    yield f"P{seen}|{edit.turned}|{edit.source}"
    yield f"Q{seen}|{edit.turned}|{edit.case == 'nomn'}"


def tie(left: Grammar, right: Grammar) -> str:
    """How two neighbours agree in their sentence, "" where nothing is known of it."""
    if not left.pos or not right.pos:
        return ""
    same = f"{left.case == right.case:d}{left.number == right.number:d}{left.gender == right.gender:d}"
    return f"{left.pos}.{left.case}>{right.pos}.{right.case}.{same}"


def of_pair(left: Edit, right: Edit, kind: str, tied: str) -> Iterator[str]:
    """How two neighbours go together; ``tied`` is their tie in the sentence."""
    yield from of_sorts(left, right, kind)
    yield from of_tie(*pairing(left, right), tied)


def pairing(left: Edit, right: Edit) -> tuple[str, str, str]:
    """Which of two neighbours are turned, in what they agree, and their parts of speech."""
    same = f"{left.case == right.case}{left.number == right.number}{left.gender == right.gender}"
    return f"{left.turned}{right.turned}", same, f"{left.pos}|{right.pos}"


def of_sorts(left: Edit, right: Edit, kind: str) -> Iterator[str]:
    """How two kinds of form go together."""
    turned, same, parts = pairing(left, right)
    yield f"R{turned}|{parts}|{left.source}|{right.source}"
    yield f"S{turned}|{same}|{parts}"
    yield f"T{turned}|{same}|{kind}"
    yield f"U{turned}|{left.case}|{right.case}|{parts}"
    yield f"V{turned}|{left.gender}|{right.gender}|{left.number}|{right.number}|{kind}"
    yield f"W{turned}|{left.mark}|{right.mark}|{left.case == right.case}|{left.gender == right.gender}"
    yield f"Z{turned}|{left.counted}|{right.counted}|{parts}|{left.gender == right.gender}"


def of_tie(turned: str, same: str, parts: str, tied: str) -> Iterator[str]:
    """The tie of two words in the sentence, with what they may become."""
    yield f"X{turned}|{tied}"
    yield f"Y{turned}|{same}|{tied[-3:]}|{parts}"
