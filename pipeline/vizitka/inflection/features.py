"""What the model is told of a choice: of its letters, of its place in the phrase and the sentence, of its neighbour.

A feature has five columns, as in models/inflection.tsv.gz: its template; what is seen around the form (of two neighbours the left one);
what of the form; what else is told; in what the two agree, a digit for each thing that the template asks about (AGREE).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..morphology import REMEMBERED, Grammar, fold
from .edits import Edit, shared_letters, standing

Feature = tuple[str, str, str, str, str]
Keys = tuple[str, ...]

LETTERED = "abcdeohi"
SORTED = "fgjklmn"
PHRASED, LEFT, RIGHT = "ABCDHIJK", "EFL", "GM"
ENDED = "NO"
SHOWN = "PQ"
PAIRED = "RSTUVWXYZ"
GROUPS = PHRASED, LEFT, RIGHT, ENDED, SHOWN, PAIRED
AGREE = {"B": (0, 1, 2, 3), "S": (0, 1, 2), "T": (0, 1, 2), "W": (0, 2), "Y": (0, 1, 2), "Z": (2,)}  # case, number, gender, part of speech


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


class Change(NamedTuple):
    """A form, folded; how the letters of its word change; ``dotted`` is 1 where only the form has ё, -1 where only the word has."""

    form: str
    letters: str
    dotted: str


def looks(word: str) -> Looks:
    return Looks(min(len(word), 4), word[:1].isupper(), standing(word))


def of_word(word: str, edit: Edit, first_gender: str) -> Iterator[Feature]:
    """What does not change with the sentence. ``first_gender`` is that of a first name that the form is, or ""."""
    form, letters, dotted = change(word, edit.form)
    yield from _features(LETTERED, endings(fold(word)), (*changed(letters, dotted, edit), *formed(form, edit)))
    yield from _features(SORTED, looked(looks(word), edit.rank, first_gender), sorted_(edit))


def looked(seen: Looks, rank: int, first_gender: str) -> Keys:
    """What the templates of SORTED ask of a word besides its letters."""
    return "", "", f"{rank}", first_gender, f"{seen.length}", f"{seen.capital:d}", seen.standing


def sorted_(edit: Edit) -> Keys:
    """What they ask of a form, whatever its letters."""
    turned, source, mark = edit.turned, edit.source, edit.mark
    return (f"{source}.{edit.pos}.{edit.case}.{edit.number}", f"{source}.{mark}.{edit.case}", f"{source}.{mark}",
            f"{edit.gender}.{turned:d}.{source}", f"{turned:d}.{source}", f"{turned:d}.{mark}.{edit.pos}",
            f"{source}.{turned:d}.{edit.case == 'nomn':d}")  # fmt: skip


def _features(templates: str, around: Keys, form: Keys) -> Iterator[Feature]:
    return ((*each, "", "") for each in zip(templates, around, form, strict=True))


def change(word: str, form: str) -> Change:
    """What a word becomes.

    >>> change("Петром", "Пётр")
    Change(form='петр', letters='ом>', dotted='1')
    """
    low, out = fold(word), fold(form)
    common = shared_letters(low, out)
    return Change(out, f"{low[common:]}>{out[common:]}", str(_is_dotted(form) - _is_dotted(word)))


def _is_dotted(word: str) -> bool:
    return "ё" in word or "Ё" in word


def endings(word: str) -> Keys:
    """The letters of a folded word that the templates of LETTERED ask about."""
    return "", word[-2:], word[-3:], word[-4:], word, word[-3:], "", ""


def changed(letters: str, dotted: str, edit: Edit) -> Keys:
    """What most of them ask of a form: how the letters change, and what it then is."""
    rule, source, gender = letters if edit.turned else "=", edit.source, edit.gender
    agreed = f"{rule}.{gender}.{edit.number}"
    return f"{agreed}.{source}", f"{rule}.{edit.case}.{gender}", agreed, rule, rule, f"{dotted}.{source}.{edit.mark}"


def formed(form: str, edit: Edit) -> Keys:
    """What the last two ask of a folded form: its last letters."""
    sort = f"{'01'[edit.turned]}.{edit.gender}.{edit.number}"
    return f"{sort}.{form[-3:]}.{edit.pos}", f"{sort}.{form[-2:]}.{edit.source}"


def of_place(word: str, edit: Edit, place: Place) -> Iterator[Feature]:
    """What the sentence says."""
    kind, said, left, right, order, quoted = place
    same = agreement(edit, said)
    for template, around, form in zip(PHRASED, in_phrase(kind, said, order, quoted), phrased(edit), strict=True):
        yield template, around, form, "", same if template in AGREE else ""
    yield from _features(LEFT, on_left(left, said.case), lefted(edit))
    yield from _features(RIGHT, on_right(right), righted(edit))
    yield from _features(ENDED, spoken(said), ended(fold(word), fold(edit.form), edit.turned, edit.gender))


def in_phrase(kind: str, said: Grammar, order: str, quoted: str) -> Keys:
    """What the templates of PHRASED ask of a place: the word in its phrase and in the tagger's eyes."""
    return said.case, kind, ".".join(said), f"{kind}.{order}.{quoted}", f"{kind}.{quoted}", kind, kind, f"{kind}.{said.number}"


def phrased(edit: Edit) -> Keys:
    """What they ask of a form; its letters play no part."""
    turned, case, number = f"{edit.turned:d}", edit.case, edit.number
    sort = f"{turned}.{edit.source}"
    return (f"{case}.{sort}", sort, f"{turned}.{edit.pos}.{case}.{number}.{edit.gender}", f"{turned}.{edit.pos}",
            f"{turned}.{case}.{edit.mark}", f"{sort}.{edit.mark}.{number}", f"{turned}.{edit.gender}.{number}.{case}",
            f"{number}.{sort}")  # fmt: skip


def on_left(left: str, case: str) -> Keys:
    """What those of LEFT ask: what stands before the word, which the tagger saw in a case."""
    return left, f"{left} {case}", left


def lefted(edit: Edit) -> Keys:
    return f"{edit.turned:d}.{edit.case}.{edit.number}", f"{edit.turned:d}.{edit.case}", f"{edit.gender}.{edit.case}"


def on_right(right: str) -> Keys:
    """What those of RIGHT ask: what stands after the word."""
    return right, right


def righted(edit: Edit) -> Keys:
    return f"{edit.case}.{edit.number}.{edit.turned:d}.{edit.source}", f"{edit.gender}.{edit.case}"


def spoken(said: Grammar) -> Keys:
    """What the templates of ENDED ask of what the tagger saw."""
    return said.case, f"{said.case}.{said.gender}.{said.number}"


def ended(word: str, form: str, turned: bool, gender: str) -> Keys:
    """What they ask of the last letters, folded: three of the word, two of the form."""
    return f"{word[-3:]}.{form[-2:]}.{turned:d}.{gender}", f"{word[-2:]}.{form[-2:]}.{turned:d}"


def agreement(one: Edit, other: Edit | Grammar) -> str:
    """Do two agree in case, number, gender, part of speech?"""
    return f"{one.case == other.case:d}{one.number == other.number:d}{one.gender == other.gender:d}{one.pos == other.pos:d}"


def of_evidence(edit: Edit, seen: str) -> Iterator[Feature]:
    """Is the form met elsewhere in the document, as a nominative («n»), in a longer name («l»), most often («s»)?"""
    return _features(SHOWN, (seen, seen), shown(edit))


def shown(edit: Edit) -> Keys:
    """What the templates of SHOWN ask of a form."""
    return f"{edit.turned:d}.{edit.source}", f"{edit.turned:d}.{edit.case == 'nomn':d}"


@lru_cache(maxsize=REMEMBERED)
def tie(left: Grammar, right: Grammar) -> str:
    """How two neighbours agree in their sentence, "" where nothing is known of it."""
    if not left.pos or not right.pos:
        return ""
    same = f"{left.case == right.case:d}{left.number == right.number:d}{left.gender == right.gender:d}"
    return f"{left.pos}.{left.case}>{right.pos}.{right.case}.{same}"


def of_pair(left: Edit, right: Edit, kind: str, tied: str) -> Iterator[Feature]:
    """How two neighbours go together; ``tied`` is their tie in the sentence."""
    same = agreement(left, right)
    for template, one, other, told in zip(PAIRED, joined(left), joined(right), told_of(kind, tied), strict=True):
        yield template, one, other, told, "".join(same[place] for place in AGREE.get(template, ()))


def joined(edit: Edit) -> Keys:
    """What the templates of PAIRED ask of each of two neighbours."""
    turned = f"{edit.turned:d}"
    spoken = f"{turned}.{edit.pos}"
    return (f"{spoken}.{edit.source}", spoken, turned, f"{spoken}.{edit.case}", f"{turned}.{edit.gender}.{edit.number}",
            f"{turned}.{edit.mark}", turned, spoken, f"{spoken}.{edit.counted}")  # fmt: skip


def told_of(kind: str, tied: str) -> Keys:
    """What they ask of the phrase and the sentence."""
    return "", "", kind, "", kind, "", tied, tied[-3:], ""
