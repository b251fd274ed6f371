"""The nouns before quotations: which of them are of a name («театр «Сфера»»), and what such names are called."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..inflection import load, together
from ..morphology import REMEMBERED, is_acronym, keys, parses
from ..seeds import Seeds
from ..signs import QUOTES
from ..types import Quoted, Row
from . import forms
from .bodies import known

STANDING = ({"nomn"}, {"nomn", "accs"})  # cases of a name that stands as it is
DEPENDENT = ("gent", "datv")  # «фонд помощи детям»


def whole(words: Sequence[str], quoted: Quoted, seeds: Seeds) -> Quoted | None:
    """The quotation of a mention with the noun that belongs to it and the adjectives that the mention has before both: «[координационный
    совет «Сфера»]», but not where a sentence begins with one; None where no noun does, as in «[Правление банка «Сфера»]»."""
    own = _behind(quoted, seeds)
    before = next((place for place, word in enumerate(words) if word in QUOTES), 0)
    cut = words[: max(before - len(own.surfaces), 0)] if own else ()
    if not all(any(parse.pos == "ADJF" for parse in parses(word)) for word in cut):
        return None
    wider = quoted.behind(len(quoted.surfaces) - before) if cut else own
    return own if wider and wider.opens else wider


def _behind(quoted: Quoted, seeds: Seeds) -> Quoted | None:
    """A quotation with the noun or the legal form that belongs to it, and what sort of thing the noun is: «театр «Сфера»», «акционерное
    общество «Заря»», «сеть магазинов «Заря»», «охранная фирма «Щит»»."""
    noun = len(quoted.surfaces) - 1
    if quoted.words[noun + 1] not in QUOTES and not _is_called(quoted.words[noun], seeds):
        return None
    full = (seeds.full_forms.longest(quoted.words[: noun + 1], place) for place in range(noun))
    first = next((place for place, found in enumerate(full) if found and found[0] == noun + 1), noun)
    last = quoted.words[max(noun - 1, 0) : noun + 1]
    if noun and (" ".join(last) in seeds.legal_forms or seeds.legal_forms.issuperset(last)):
        return quoted.behind(noun - 1)  # «ФГБОУ ВО «…»», «АО КБ «…»»
    if first < noun:
        return quoted.behind(first)
    head = _headed(quoted, noun, seeds)
    if not (_is_noun(quoted.words[head], seeds) or _is_own(quoted.words[noun], quoted.words[noun + 2 :], seeds)):
        return None
    if quoted.words[head] not in seeds.legal_forms and not known(" ".join(quoted.words[head:]), seeds):
        head = _sorted(quoted, head, seeds)
    return quoted.behind(head)


def _headed(quoted: Quoted, last: int, seeds: Seeds) -> int:
    """Where the noun stands that what is in the genitive before a quotation depends on: «[сеть] магазинов «Заря»», else the last word."""
    place = last
    while place and quoted.words[place].islower() and _is_dependent(quoted, place, seeds):
        place -= 1
    own = place < last and quoted.words[place] not in seeds.legal_forms and quoted.grammars[place].number != "plur"
    own = own and not seeds.boards.longest(quoted.words[: last + 1], place)  # «совет директоров «Зари»»
    return place if own and _is_noun(quoted.words[place], seeds) else last


def _is_dependent(quoted: Quoted, place: int, seeds: Seeds) -> bool:
    """«магазинов», «детской одежды», not «фирмы», which has a name of its own"""
    word, grammar = quoted.words[place], quoted.grammars[place]
    able = [parse for parse in parses(word) if parse.case in DEPENDENT and grammar.number in ("", parse.number)]
    return bool(able) and grammar.case in ("", *DEPENDENT) and (able[0].number == "plur" or not _is_noun(word, seeds))


def _sorted(quoted: Quoted, noun: int, seeds: Seeds) -> int:
    """Where the adjectives begin that tell what sort of thing a noun is, or from one that is written large: «[охранная] фирма», «в
    [Омском камерном] театре», not «новая фирма», nor where a sentence begins «Новый театр»."""
    first = noun
    while first and _is_adjective(quoted, first - 1, noun):
        first -= 1
    named = quoted.words[len(quoted.surfaces)] in QUOTES  # not «Бюджетная авиакомпания Apex»
    large = (place for place in range(first, noun) if named and quoted.words[place][0].isupper() and (place or _is_name(quoted, seeds)))
    others = (place + 1 for place in range(noun - 1, first - 1, -1) if not _is_sort(quoted.words[place], seeds))
    return next(large, next(others, first))


def _is_name(quoted: Quoted, seeds: Seeds) -> bool:
    """Is what a quotation's words begin with more than the large letter of a sentence: «Омский театр», but not «Новый театр»?"""
    return not quoted.opens or any(entry.kind == "place adjective" for entry in forms.entries(quoted.words[0], seeds))


def _is_adjective(quoted: Quoted, place: int, noun: int) -> bool:
    """Does an adjective go with a noun, by the tagger or by what both may be?"""
    said, grammar = quoted.grammars[place], quoted.grammars[noun]
    able = [parse for parse in parses(quoted.words[place]) if parse.pos == "ADJF" and grammar.number in ("", parse.number)]
    return any(grammar.case in ("", said.case, parse.case) for parse in able)


@lru_cache(maxsize=REMEMBERED)
def _is_sort(word: str, seeds: Seeds) -> bool:
    return not keys(word).isdisjoint(seeds.words["sort"])


def _is_noun(word: str, seeds: Seeds) -> bool:
    """Does the word before a quotation belong to the name: «[театр] «Сфера»», «[ООО] «Заря»», «[НПП] «Заря»», «[фракция] «Заря»», but not
    «правление «Зари»», «[МИД] «Перу»»?"""
    kinds = {seeds.organization_nouns.get(key, "unit") for key in keys(word)}
    short = is_acronym(word) and not seeds.phrases.whole(word)
    return word in seeds.legal_forms or kinds != {"unit"} or short or not keys(word).isdisjoint(seeds.words["outpost"])


@lru_cache(maxsize=REMEMBERED)
def _is_called(word: str, seeds: Seeds) -> bool:
    """«[компания] Apex», «[партия] Vento», but not «телеканал RTX», «офис Apex»: is it a noun before names without quotation marks that
    are called so?"""
    return any(key in seeds.plain_nouns and seeds.organization_nouns[key] != "media" for key in keys(word))


def _is_own(noun: str, name: Sequence[str], seeds: Seeds) -> bool:
    """«филиал «Тувинский»», «подразделение «Север»», but not «филиал «Зари»», «правление «Север»», «в «Тувинский банк»»: is a quotation
    behind a noun of organizations one word in the nominative alone, or does it begin with an adjective of the noun before it?"""
    if parses(noun)[0].pos != "NOUN":
        return False
    of_body = bool((keys(noun) & seeds.organization_nouns.keys()) - seeds.words["board"])
    alone = len([word for word in name if word not in QUOTES]) == 1
    if of_body and alone and {parse.case for parse in parses(name[0]) if (parse.pos, parse.number) == ("NOUN", "sing")} in STANDING:
        return True
    adjectives = (parse for parse in parses(name[0]) if parse.pos == "ADJF" and (parse.case, parse.number) == ("nomn", "sing"))
    genders = {parse.gender for parse in parses(noun) if parse.pos == "NOUN" and parse.number == "sing"}
    return any(parse.gender in genders for parse in adjectives)


def apposed(rows: Sequence[Row], seeds: Seeds) -> frozenset[tuple[str, ...]]:
    """The words of a document's quotations that stand as they are behind what they name («в компании «[Минера Сур]»»)."""
    alone = (row for row in rows if row["quoted"] and row["surface"].strip(QUOTES) == forms.inside(row["surface"]))
    return frozenset(tuple(row["words"]) for row in alone if _is_apposed(row["quoted"], row["words"][0], seeds))


def _is_apposed(quoted: Quoted, first: str, seeds: Seeds) -> bool:
    """«в партии «Шор»», «АО «Термоэлектрика»»: a name stays behind what it is, but not in «фракция «Левой партии»»."""
    noun, readings = quoted.words[len(quoted.surfaces) - 1], parses(first)
    stays = any(reading.case in ("", "nomn") for reading in readings) or all(reading.pos == "NOUN" for reading in readings)
    return stays and (_is_noun(noun, seeds) or _is_own(noun, (first,), seeds))


def call(rows: Sequence[Row], seeds: Seeds) -> None:
    """The names of organizations whose quotation stands behind a noun that belongs to it («театр «Сфера»»), which may stand as written."""
    quoted = [row["quoted"] for row in rows]
    names = together((forms.phrase(each.surfaces[0], each.words, each.grammars, "organization") for each in quoted), load(seeds))
    for row, name in zip(rows, names, strict=True):
        surface = row["quoted"].surfaces[0]
        stands = forms.inside(row["normal"]) in surface
        row["called"] = forms.balanced(forms.QUOTED.split(name)[0] + "".join(forms.QUOTED.split(surface)[1:])) if stands else name
