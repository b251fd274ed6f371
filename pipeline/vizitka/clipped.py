"""Clipped words of titles as they are written out: «зав. кафедрой», «д-р техн. наук, проф. Рогов»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .morphology import keys, parses
from .seeds import load, table

Edit = tuple[int, int, str]
BEGINNING = re.compile(r"(?<![\w.-])[а-яёА-ЯЁ][а-яё]{0,9}[.-]")
NEXT = re.compile(r"\s*([\w-]+)")
POINT = re.compile(r"\.(?!-)\s*")
HELD = re.compile(r"(?:\b(?:зам|пом|и\.\s?о|врио))\.?\s*$", re.IGNORECASE)  # what a genitive follows: «зам. [нач.] отдела»
BEFORE = {
    "name": r"(?!\s*[а-яё-]{4})", "initials": r"(?=(?:\s*[А-ЯЁ][а-яё-]+)?\s*[А-ЯЁ]\.)", "small": r"(?=\s*[а-яё])", "title": "",
    "degree": r"(?=\s*наук\b)", "": "",
}  # fmt: skip


def edits(text: str) -> Iterator[Edit]:
    """The places ``start:stop`` of clipped words by ``seeds/clipped.tsv`` and what they stand for, each word apart.

    >>> list(edits("проф. Рогов, к.т.н."))
    [(0, 5, 'профессор'), (13, 15, 'кандидат'), (15, 15, ' '), (15, 17, 'технических'), (17, 17, ' '), (17, 19, 'наук')]
    """
    for place in BEGINNING.finditer(text):
        found = _pattern().match(text, place.start())
        full = _said(text, found) if found else ""
        if found and full:
            yield from _apart(found, full.capitalize() if found.group()[0].isupper() else full)


def _said(text: str, found: re.Match[str]) -> str:
    """What a clipped word stands for, in the case that its neighbours ask for; "" where no title goes on («ст. метро»)."""
    full, before = _full()["".join(found.group().lower().split())]
    if before == "title":
        return _agreeing(full, text, found.end())
    return _inflected(full, {"gent"}) if HELD.search(text, max(0, found.start() - 8), found.start()) else full


def _agreeing(adjective: str, text: str, place: int) -> str:
    """«ст. [преподавателя]» is «старшего»."""
    following = NEXT.match(text, place)
    seeds, said = load(), keys(following[1]) if following else frozenset()
    if not following or (seeds.roles.keys().isdisjoint(said) and said.isdisjoint(seeds.role_adjectives)):
        return ""
    noun = next((parse for parse in parses(following[1]) if parse.pos in ("NOUN", "ADJF")), None)
    return _inflected(adjective, {noun.case, noun.number, noun.gender if noun.number == "sing" else ""} - {""}) if noun else adjective


def _inflected(word: str, grammemes: set[str]) -> str:
    form = parses(word)[0].source.inflect(grammemes)
    return str(form.word) if form else word


def _apart(found: re.Match[str], full: str) -> Iterator[Edit]:
    """A word for each point, where they are as many."""
    words, stops = full.split(), [point.end() + found.start() for point in POINT.finditer(found.group())]
    if len(words) != len(stops):
        yield (*found.span(), full)
        return
    for word, start, stop in zip(words, (found.start(), *stops), stops, strict=False):
        if start > found.start():
            yield start, start, " "
        yield start, stop, word


@cache
def _full() -> dict[str, tuple[str, str]]:
    """Clipped words, what they stand for, and before what."""
    return {row["clipped"]: (row["full"], row["before"]) for row in table("clipped")}


@cache
def _pattern() -> re.Pattern[str]:
    """Any of them, the longest first."""
    forms = sorted(_full(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(_written, forms))})(?![\w-])")


def _written(form: str) -> str:
    """A pattern of a clipped word: its first letter may be a capital, and its points may stand apart."""
    rest = re.escape(form[1:]).replace(r"\.", r"\.\s?").removesuffix(r"\s?")
    return f"[{form[0]}{form[0].upper()}]{rest}{BEFORE[_full()[form][1]]}"
