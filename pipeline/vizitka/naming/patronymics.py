"""Patronymics, and the surnames that end as they do: «Рамзан Ахматович», but «Эван Гершкович»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..morphology import fold, parses
from ..seeds import Seeds

PATRONYMIC = re.compile(r"(?:[оеё]вич|[ьи]ич|[аоеуы]мич|лич|нич|тич|зич|кич|чич|[оеё]вна|ична|инична|[зл]ич|аевич)$")
OBLIQUE = re.compile(r"[оеё]в(?:н(?:ы|е|у|ой|ою)|ич(?:а|у|ем|е))$")
SON = re.compile(r"[оеё]вич$")
BY_FATHER = ("turkic", "caucasian", "persian", "arabic", "other")  # peoples whose surnames do not end as patronymics do


def is_patronymic(words: Sequence[str], index: int, seeds: Seeds) -> bool:
    """Is a word of a name in the nominative a patronymic? Of three words and more one that looks so is; of two it may be the surname.

    >>> from ..seeds import load
    >>> names = ("Рамзан Ахматович", "Дмитрий Павлович", "Эван Гершкович", "Александр Лукашевич", "Наталья Давидович")
    >>> [is_patronymic(name.split(), 1, load()) for name in names]
    [True, True, False, False, False]
    """
    word = words[index]
    if not PATRONYMIC.search(word):
        return False
    listed = any("Patr" in parse.marks and parse.source.is_known for parse in parses(word))
    father = SON.sub("", word)
    if father == word:
        return listed or word.endswith("вна")
    if len(words) > 2:
        return True
    first, fathers = seeds.first_names.get(fold(words[0])), _fathers(fold(father))
    men = [name for name in fathers if (entry := seeds.first_names.get(name)) and entry.gender != "f"]
    if first and first.gender == "f":
        return False
    if fold(word) in seeds.surname_rates and seeds.first_name_rates.keys().isdisjoint(fathers):
        return False
    origin = first.origin if first else "western"
    return bool(men) or origin in BY_FATHER or (listed and origin != "western")


def _fathers(stem: str) -> list[str]:
    """The first names that a patronymic may be made of: Семёнович, Андреевич, Игоревич, Юрьевич; Павлович, Яковлевич, Михайлович."""
    return [stem + end for end in ("", "й", "ь", "а", "я")] + [stem.replace("ь", "ий"), f"{stem[:-1]}ел", stem[:-1], stem.replace("й", "и")]
