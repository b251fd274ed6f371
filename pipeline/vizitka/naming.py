"""Names of people: their parts, and the nominative of all parts by the one case and gender that fits them best.

The parts agree in case and gender, so each hypothesis (case, gender) is scored over the whole name: by the dictionary's
readings, by the tables of first names and surname endings, and by what the tagger saw.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from .morphology import CASES, Grammar, Parse, fold, inflect, known, parses, recase
from .seeds import FirstName, Seeds

Stems = Callable[[str], list[str]]
Part = Literal["initial", "particle", "father", "suffix", "patronymic", "first", "last"]
PATRONYMIC = re.compile(r"(?:[оеё]вич|[ьи]ич|[аоеуы]мич|лич|нич|тич|зич|кич|чич)(?:а|у|ем|е)?$|(?:[оеё]вн|ичн|иничн)(?:а|ы|е|у|ой|ою)$")
INITIAL = re.compile(r"[А-ЯЁA-Z]")
ROMAN = re.compile(r"[IVXLC]{2,}")
VOWELS = "аеёиоуыэюя"
OBLIQUE = ("ом", "ем", "ём", "ым", "у", "ю", "ого", "ому")
POSSESSIVE = ("ов", "ев", "ёв", "ин", "ын")
ADJECTIVE = ("ск", "цк", "н", "в", "т", "ж", "ш", "к", "г", "х", "л", "р", "д", "б", "м")


class Name(NamedTuple):
    """The parts of a name in the nominative ("" for none); ``gender`` is masc, femn or "". ``whole`` is the name in its order."""

    whole: str
    first: str = ""
    patronymic: str = ""
    last: str = ""
    gender: str = ""


class Form(NamedTuple):
    """A nominative that a spelling may stand for, and how likely."""

    word: str
    score: float


def named(words: Sequence[str], grammars: Sequence[Grammar], seeds: Seeds) -> Name:
    """The parts and the base form of a person's name.

    >>> from .seeds import load
    >>> named(["Мурадом", "Мередовым"], [Grammar()] * 2, load()).whole
    'Мурад Мередов'
    >>> named(["Ким", "Сергей", "Викторович"], [Grammar()] * 3, load()).whole
    'Сергей Викторович Ким'
    """
    return _named(tuple(words), tuple(grammars), seeds)


@lru_cache(maxsize=200_000)
def _named(words: tuple[str, ...], grammars: tuple[Grammar, ...], seeds: Seeds) -> Name:
    pairs = [(_usual(word), grammar) for word, grammar in zip(words, grammars, strict=True) if word not in '.,()«»"-–—']
    spelled = tuple(word for word, _ in pairs)
    if not spelled:
        return Name(" ".join(words))
    family = _family_first(spelled, seeds)
    parts = ["last"] * len(spelled) if family else parted(spelled, seeds)
    cases = tuple(_hint(word, grammar.case) for word, grammar in (pairs[-1:] if family else pairs) if len(word) > 1)
    forms, gender = _nominative(spelled, tuple(parts), cases, family, seeds)
    return _ordered(forms, parts, gender, family)


def _hint(word: str, case: str) -> tuple[str, float]:
    """What the tagger saw, and how far to trust it: of words it does not know it says "nominative" too often."""
    return case, 0.1 if case == "nomn" and not known(word) else 0.5


def _usual(word: str) -> str:
    """A part in capitals as it is usually written («ЛАВРОВ», «МакКейн» stays)."""
    if ROMAN.fullmatch(word):
        return word
    return "-".join(piece.title() if len(piece) > 1 and piece.isupper() else piece for piece in word.split("-"))


def _family_first(words: Sequence[str], seeds: Seeds) -> bool:
    """Is it a Chinese, Korean or Vietnamese name, which keeps its own order («Си Цзиньпин», «Ким Чен Ын»)?"""
    if not 2 <= len(words) <= 4 or fold(words[0]) not in seeds.family_first:
        return False
    return not any(PATRONYMIC.search(word) or len(word) == 1 or _is_elsewhere(word, seeds) for word in words[1:])


def _is_elsewhere(word: str, seeds: Seeds) -> bool:
    """Is it a first name or surname of people who put the first name first?"""
    entry = first_name(word, seeds)
    return _is_slavic_surname(word) or (entry is not None and entry.origin != "other")


def _is_slavic_surname(word: str) -> bool:
    return bool(re.search(r"(?:[оеё]в|ин|ск)(?:а|ой|у|ым|ого|ому|им|ий|ая|ую)?$", word)) and len(word) > 5


def parted(words: Sequence[str], seeds: Seeds) -> list[Part]:
    """Which part each word is.

    >>> from .seeds import load
    >>> parted(["Путин", "Владимир", "Владимирович"], load())
    ['last', 'first', 'patronymic']
    """
    parts: list[Part | None] = [_marked(word, seeds, index, len(words)) for index, word in enumerate(words)]
    for index, part in enumerate(parts):
        if part == "suffix" and index > 1:
            parts[index - 1] = "father"  # «Ильхам [Гейдар] оглы Алиев»
    free = [index for index, part in enumerate(parts) if part is None]
    for index, part in zip(free, _free_parts([words[index] for index in free], parts, free, seeds), strict=True):
        parts[index] = part
    return [part or "last" for part in parts]


def _marked(word: str, seeds: Seeds, index: int, count: int) -> Part | None:
    """The part that a word's own form settles."""
    if INITIAL.fullmatch(word):
        return "initial"
    if word.lower() in seeds.name_suffixes and index > 0:
        return "suffix"
    if word.islower() or ROMAN.fullmatch(word) or (word.lower() in seeds.particles and 0 < index < count - 1):
        return "particle"
    if index > 0 and count > 1 and PATRONYMIC.search(word):
        return "patronymic" if _is_patronymic(word, index, count) else None
    return None


def _is_patronymic(word: str, index: int, count: int) -> bool:
    """Of two words «Мария Петрович» a surname; a patronymic is known as such or has a woman's ending."""
    return any("Patr" in parse.marks and parse.source.is_known for parse in parses(word)) or (
        count > 2 and bool(re.search(r"[оеё]в(?:ич|н)", word))
    )


def _free_parts(words: Sequence[str], parts: Sequence[Part | None], free: Sequence[int], seeds: Seeds) -> list[Part]:
    if len(words) <= 1:
        single: Part = (
            "first"
            if words and (("patronymic" in parts and parts.index("patronymic") == free[0] + 1) or _only_first(words[0], parts, seeds))
            else "last"
        )
        return [single] * len(words)
    middle = parts.index("patronymic") if "patronymic" in parts else -1
    if middle == len(parts) - 1 and len(words) == 2:
        return ["last", "first"]
    if middle < 0 and len(words) == 2 and is_first(words[1], seeds) and not is_first(words[0], seeds):
        return ["last", "first"]
    return ["first", *_rest(words[1:], seeds)]


def _rest(words: Sequence[str], seeds: Seeds) -> list[Part]:
    """«Реджеп Тайип Эрдоган»: first names go on as long as the table knows them, the last word is the surname."""
    middle: list[Part] = ["first" if is_first(word, seeds) else "last" for word in words[:-1]]
    return [*middle, "last"]


def _only_first(word: str, parts: Sequence[Part | None], seeds: Seeds) -> bool:
    """A single word is a first name where the table knows it and the dictionary knows no such surname."""
    return len(parts) == 1 and is_first(word, seeds) and not any("Surn" in parse.marks for parse in parses(word))


def is_first(word: str, seeds: Seeds) -> bool:
    """Is the word a form of a first name in the table?"""
    return first_name(word, seeds) is not None


@lru_cache(maxsize=50_000)
def first_name(word: str, seeds: Seeds) -> FirstName | None:
    """The first name that the word is a form of."""
    if fold(word) in seeds.first_names:
        return seeds.first_names[fold(word)]
    undone = (form.word for case in CASES[1:] for gender in ("masc", "femn") for form in declined(word, case, gender, "first"))
    return next((seeds.first_names[fold(form)] for form in undone if fold(form) in seeds.first_names), None)


def _nominative(
    words: tuple[str, ...], parts: tuple[str, ...], cases: tuple[tuple[str, float], ...], family: bool, seeds: Seeds
) -> tuple[list[str], str]:
    """The forms of the best hypothesis and its gender."""
    best: tuple[float, list[str], str] = (float("-inf"), list(words), "")
    for case in CASES:
        for gender in ("masc", "femn"):
            forms = [
                _best_form(word, part, case, gender, family and index + 1 < len(words), seeds)
                for index, (word, part) in enumerate(zip(words, parts, strict=True))
            ]
            seen = sum(weight for hint, weight in cases if hint == case) + 0.35 * (case == "nomn") + 0.2 * (gender == "masc")
            score = sum(form.score for form in forms) + seen
            if score > best[0] + 1e-9:
                best = (score, [form.word for form in forms], gender)
    return best[1], best[2]


@lru_cache(maxsize=200_000)
def _best_form(word: str, part: str, case: str, gender: str, fixed: bool, seeds: Seeds) -> Form:
    if part == "suffix":
        return Form(word, 2.0 * ((gender == "femn") == word.lower().startswith("кыз")))
    if part in ("initial", "particle", "father") or fixed or not word[-1].isalpha() or word.isascii():
        return Form(word, 0.0)
    if "-" in word:
        pieces = [_best_form(piece, part, case, gender, False, seeds) for piece in word.split("-") if piece]
        whole = max(_forms(word, part, case, gender, seeds), key=lambda form: form.score)
        apart = Form("-".join(piece.word for piece in pieces), sum(piece.score for piece in pieces) / len(pieces))
        return whole if whole.score > 2 and whole.score >= apart.score else _stiff_hyphen(word, pieces, apart)
    return max(_forms(word, part, case, gender, seeds), key=lambda form: form.score)


def _stiff_hyphen(word: str, pieces: Sequence[Form], apart: Form) -> Form:
    """«Салтыкова-Щедрина» declines in both parts, «Касым-Жомартом», «Кот-д’…» only in the last."""
    pieces_of = [piece for piece in word.split("-") if piece]
    if re.search(r"(?:[оеё]в|ин|ск)(?:а|ой|у|ым|ого|ому|им|ий|ая|ую)?$", pieces_of[0]):
        return apart
    return Form("-".join([*pieces_of[:-1], pieces[-1].word]), apart.score)


def _forms(word: str, part: str, case: str, gender: str, seeds: Seeds) -> Iterator[Form]:
    """The nominatives that the word may stand for, when it stands in ``case`` and names a ``gender``."""
    mark = {"first": "Name", "patronymic": "Patr"}.get(part, "Surn")
    for parse in parses(word):
        if (
            mark in parse.marks
            and parse.case == case
            and parse.gender in (gender, "ms-f", "")
            and parse.number != "plur"
            and parse.source.is_known
        ):
            form = _dictionary_form(parse, gender, word)
            if form:
                yield Form(form, 2.5 + _table_bonus(form, part, gender, seeds) + 0.2 * parse.score)
    if part == "first" and case == "nomn" and fold(word) in seeds.first_names:
        yield Form(word, 2.6 + _table_bonus(word, part, gender, seeds))
    if part == "last" and word.endswith(seeds.stiff_endings):
        yield Form(word, 1.2)
        return
    yield from (Form(form.word, form.score + _table_bonus(form.word, part, gender, seeds)) for form in declined(word, case, gender, part))
    yield Form(word, -2.0)


def _dictionary_form(parse: Parse, gender: str, word: str) -> str | None:
    form = inflect(parse, "nomn", "sing")
    if form is None:
        return None
    return recase(form, word) if "ё" in word or "ё" not in form else _without_yo(recase(form, word), word)


def _without_yo(form: str, word: str) -> str:
    """ё stays where it is written and is not put in where it is not."""
    return "".join("е" if letter == "ё" and index < len(word) and word[index] == "е" else letter for index, letter in enumerate(form))


def _table_bonus(form: str, part: str, gender: str, seeds: Seeds) -> float:
    if part != "first":
        return 0.0
    entry = seeds.first_names.get(fold(form))
    if entry is None:
        return 0.0
    return 1.5 if entry.gender in ("u", {"masc": "m", "femn": "f"}[gender]) else -2.0


def declined(word: str, case: str, gender: str, part: str) -> list[Form]:
    """Undo the declension of a name that no dictionary knows.

    >>> [form.word for form in declined("Мередовым", "ablt", "masc", "last")]
    ['Мередов', 'Мередовый', 'Мередовой']
    """
    if case == "nomn":
        return [Form(word, _plausible(word, gender, part) - 0.5 * word.endswith(OBLIQUE))]
    found = []
    for ending, nominatives, weight in _endings(case, gender):
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stems = nominatives(word[: len(word) - len(ending)])
            found += [Form(form, _plausible(form, gender, part) + weight - 0.5 * _is_rare(form, nominatives)) for form in stems]
    if word[-1] in "оеиуюэыё" or word.endswith(("ых", "их")) or (gender == "femn" and word[-1] not in VOWELS + "ьй"):
        found.append(Form(word, _plausible(word, gender, part) - 0.1 - 0.5 * word.endswith(OBLIQUE)))
    return found


def _is_rare(form: str, nominatives: Stems) -> bool:
    """Is it an adjective that surnames seldom are («Цяный»)?"""
    return nominatives is _adjective and not form.endswith(("ский", "цкий"))


def _endings(case: str, gender: str) -> Iterator[tuple[str, Stems, float]]:
    for ending in SOFT_A[case]:
        yield ending, _with_a, -0.15
    if gender == "femn":
        yield from ((ending, _feminine, 0.0) for ending in FEMININE[case])
        yield from ((ending, _with_soft_sign, -0.2) for ending in SOFT_FEMININE[case])
        return
    yield from ((ending, _possessive, 0.1) for ending in POSSESSIVE_MASCULINE[case])
    yield from ((ending, _consonant, 0.0) for ending in MASCULINE[case])
    yield from ((ending, _soft, 0.0) for ending in SOFT_MASCULINE[case])
    yield from ((ending, _adjective, 0.05) for ending in ADJECTIVE_MASCULINE[case])


MASCULINE = {"gent": ("а",), "datv": ("у",), "accs": ("а",), "ablt": ("ом", "ем"), "loct": ("е",)}
SOFT_MASCULINE = {"gent": ("я",), "datv": ("ю",), "accs": ("я",), "ablt": ("ем", "ём"), "loct": ("е", "и")}
POSSESSIVE_MASCULINE = {"gent": ("а",), "datv": ("у",), "accs": ("а",), "ablt": ("ым",), "loct": ("е",)}
ADJECTIVE_MASCULINE = {"gent": ("ого", "его"), "datv": ("ому", "ему"), "accs": ("ого", "его"), "ablt": ("ым", "им"), "loct": ("ом", "ем")}
FEMININE = {"gent": ("ой", "ей"), "datv": ("ой", "ей"), "accs": ("у", "ую", "юю"), "ablt": ("ой", "ою", "ей"), "loct": ("ой", "ей")}
SOFT_FEMININE = {"gent": ("и",), "datv": ("и",), "accs": ("ь",), "ablt": ("ью",), "loct": ("и",)}
SOFT_A = {"gent": ("ы", "и"), "datv": ("е",), "accs": ("у", "ю"), "ablt": ("ой", "ей"), "loct": ("е",)}


def _with_a(stem: str) -> list[str]:
    if stem.endswith(POSSESSIVE):
        return []
    return (
        [f"{stem}я"] if stem[-1] in "иьлне" and stem[-1] in "иьe" else [f"{stem}а", f"{stem}я"] if stem[-1] not in VOWELS else [f"{stem}я"]
    )


def _possessive(stem: str) -> list[str]:
    return [stem] if stem.endswith(POSSESSIVE) else []


def _consonant(stem: str) -> list[str]:
    return [stem] if stem[-1] not in VOWELS + "ьъ" and not stem.endswith(("ов", "ев", "ёв")) else []


def _soft(stem: str) -> list[str]:
    return [f"{stem}й"] if stem[-1] in VOWELS else [f"{stem}ь"] if stem[-1] not in "ьъ" else []


def _with_soft_sign(stem: str) -> list[str]:
    return [f"{stem}ь"] if stem[-1] not in VOWELS + "ьъй" else []


def _adjective(stem: str) -> list[str]:
    if stem.endswith(("ск", "цк")) or stem[-1] in "гкхжшчщ":
        return [f"{stem}ий", f"{stem}ой"]
    return [f"{stem}ый", f"{stem}ой"] if stem[-1] not in VOWELS + "ь" else []


def _feminine(stem: str) -> list[str]:
    if stem.endswith(POSSESSIVE):
        return [f"{stem}а"]
    return [f"{stem}ая"] if stem.endswith(("ск", "цк", "н")) else []


def _plausible(form: str, gender: str, part: str) -> float:
    """How well a nominative suits a man's or a woman's name."""
    if part == "patronymic":
        return 1.0 if form.endswith("ич" if gender == "masc" else "на") else -1.0
    if part == "first":
        return 0.7 if (form[-1] in "ая") == (gender == "femn") else 0.3
    man = form.endswith((*POSSESSIVE, "ский", "цкий")) and len(form) > 3
    woman = form.endswith(("ова", "ева", "ёва", "ина", "ына", "ская", "цкая")) and len(form) > 4
    if man or woman:
        return 1.0 if man == (gender == "masc") else -1.0
    if form.endswith(("ый", "ой", "ий")):
        return 0.6 if gender == "masc" else -0.5
    if form[-1] in "ая":
        return 0.5
    return 0.8 if form[-1] in VOWELS or gender == "masc" else 0.6


def _ordered(forms: Sequence[str], parts: Sequence[str], gender: str, family: bool) -> Name:
    """First name, patronymic, surname; initials before the surname."""
    words = [f"{form}." if part == "initial" else form for form, part in zip(forms, parts, strict=True)]
    if family:
        return Name(" ".join(words), " ".join(words[1:]), "", words[0], gender)
    groups: dict[str, list[str]] = {"first": [], "patronymic": [], "last": []}
    for index, (word, part) in enumerate(zip(words, parts, strict=True)):
        groups[_group(part, parts, index, groups)].append(word)
    first, patronymic, last = (" ".join(groups[key]) for key in ("first", "patronymic", "last"))
    return Name(" ".join(filter(None, (first, patronymic, last))), first, patronymic, last, gender)


def _group(part: str, parts: Sequence[str], index: int, groups: dict[str, list[str]]) -> str:
    if part == "initial":
        return "patronymic" if groups["first"] else "first"
    if part in ("father", "suffix"):
        return "patronymic"
    if part == "particle":
        return next((other for other in parts[index + 1 :] if other in ("first", "last")), "last")
    return part
