"""Which part of a name each word is, and the order that a table shows them in; the words are in the nominative."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from ..morphology import REMEMBERED, fold, keys, parses
from ..seeds import FirstName, Seeds
from .patronymics import OBLIQUE, PATRONYMIC, is_patronymic

Part = Literal["initial", "particle", "father", "suffix", "patronymic", "first", "last"]
INITIAL = re.compile(r"[А-ЯЁA-Z]|Д[жз]")
ROMAN = re.compile(r"[IVXLC]{2,}")
SLAVIC = re.compile(r"(?:[оеё]ва?|ина?|ына?|ск(?:ий|ой|ая)|цк(?:ий|ой|ая)|енко|чук|ых|их)$")
HIS, HERS = re.compile(r"..(?:[оеё]в|[сц]кий)$"), re.compile(r"..(?:[оеё]ва|[сц]кая)$")
FATHERS, HIS_FATHERS = re.compile("(?:ы|ий)н$"), "ийн"  # whose son or daughter a Mongol is, also in what ends no surname
CHINESE = re.compile(  # syllables by Palladius, with the ending of a case
    "(?:(?:цз|чж|[бпмфвдтнлгкхцчшжс])?(?:[ьй]?(?:[аоэеиуыюяё]|ай|эй|ой|уй|юй|яо|ао|оу|уо|юэ|ю?а[нй]ь?|[оэиуюя]нь?|уа[нй]?ь?|юань?)))+(?:[ауюяе]|ом|ем)?",
    re.IGNORECASE,
)
EASTERN = re.compile(  # one or two syllables of Chinese, Korean and Vietnamese names, with the ending of a case
    "(?:(?:цз|чж|дж|тх|кх|чх|пх|кв|нг|[бпмфвдтнлгкхцчшжсрйз])?[ьй]?[аоэеиуыюяё]{1,3}й?(?:нг|н[гь]|ль|ть|[нмктпгбл])?){1,2}(?:[ауюяе]|ом|ем)?",
    re.IGNORECASE,
)
JAPANESE = re.compile("(?:(?:кк?|сс?|тт?|пп?|дз|[бвгдзмнрфхц])?[аеиоуэюяё]й?|[мн](?![аеиоуэюяё])ъ?){2,}", re.IGNORECASE)  # by Polivanov
SYLLABLE = "[^аеёиоуыэюя]{0,4}[аеёиоуыэюя]{1,3}"
SYLLABLES = (  # one, with the ending of a case or without, and what the nominative then ends in
    (re.compile(f"({SYLLABLE}(?:нг|[бгклмнпрст]))(?:а|у|ом|е)", re.IGNORECASE), ""),
    (re.compile(f"({SYLLABLE}[лнт])(?:я|ю|ем|е)", re.IGNORECASE), "ь"),
    (re.compile("([^аеёиоуыэюя]{1,4}[аоуэ])(?:я|ю|ем)", re.IGNORECASE), "й"),
    (re.compile(f"({SYLLABLE}(?:нг|[лнт]ь|[бгйклмнпрст])?)", re.IGNORECASE), ""),
)
SIGNS = frozenset('.,()[]«»"-–—')


class Name(NamedTuple):
    """The parts of a name in the nominative ("" for none); ``gender`` is masc, femn or "". ``whole`` is the name in its order."""

    whole: str
    first: str = ""
    patronymic: str = ""
    last: str = ""
    gender: str = ""


@lru_cache(maxsize=REMEMBERED)
def arranged(forms: tuple[str, ...], gender: str, seeds: Seeds) -> Name:
    """The parts of a name whose words are in the nominative.

    >>> from ..seeds import load
    >>> arranged(("Ушаков", "Ю", ".", "В", "."), "", load()).whole
    'Ю. В. Ушаков'
    """
    words = [form for form in forms if form not in SIGNS]
    if not words:
        return Name(" ".join(forms))
    if is_family_first(forms, seeds):
        return Name(" ".join(words), " ".join(words[1:]), "", words[0], gender)
    return _ordered(words, parted(words, seeds), gender, seeds)


def is_family_first(words: Sequence[str], seeds: Seeds) -> bool:
    """Is it a Chinese, Korean or Vietnamese name, which keeps its own order («Си Цзиньпин», «Ким Чен Ын», but not «Дэн Браун»)?"""
    if not 2 <= len(words) <= 4 or any(sign in SIGNS for sign in words) or fold(words[0]) not in seeds.family_first:
        return False
    if first_name(words[0], seeds) and not all(EASTERN.fullmatch(word) for word in words[1:]):
        return False
    last = syllable(words[-1]) if len(words) == 3 else ""  # «Хо Ши Мина», though «Мина» is a woman
    given = enumerate((*words[1:-1], last or words[-1]), start=1)
    return not any(
        not word[0].isupper() or _is_initial(words, place) or _is_fathers(word) or _is_elsewhere(word, seeds) for place, word in given
    )


def syllable(word: str) -> str:
    """The one syllable that the last word of «Нгуен Ван Хай» is, in any case, "" where it has more.

    >>> [syllable(word) for word in ("Хаем", "Сенга", "Шиню", "Кыонг", "Се", "Ченир")]
    ['Хай', 'Сенг', 'Шинь', 'Кыонг', 'Се', '']
    """
    found = ((end.fullmatch(word), last) for end, last in SYLLABLES)
    return next((match[1] + last for match, last in found if match), "")


def _is_fathers(word: str) -> bool:
    """«Ким Елена [Львовна]», «Пак Елене [Львовне]»"""
    return bool(PATRONYMIC.search(word) or OBLIQUE.search(word))


def _is_initial(words: Sequence[str], place: int) -> bool:
    """«Ким А.», but not «Ван И»."""
    return not words[place][0].isalpha() or (len(words[place]) == 1 and place + 1 < len(words))


def _is_elsewhere(word: str, seeds: Seeds) -> bool:
    """Is it a first name or surname of people who put the first name first?"""
    entry = first_name(word, seeds)
    named = (entry is not None and entry.origin not in ("other", "japanese")) or not seeds.surname_rates.keys().isdisjoint(keys(word))
    return (bool(SLAVIC.search(word)) and len(word) > 5 and not CHINESE.fullmatch(word)) or (len(word) > 3 and named)


def parted(words: Sequence[str], seeds: Seeds) -> list[Part]:
    """Which part each word in the nominative is.

    >>> from ..seeds import load
    >>> parted(["Путин", "Владимир", "Владимирович"], load())
    ['last', 'first', 'patronymic']
    """
    parts: list[Part | None] = [_marked(words, index, seeds) for index in range(len(words))]
    for index, part in enumerate(parts):
        if part == "patronymic" and "patronymic" in parts[:index]:
            parts[index] = "last"  # «Анна Львовна [Адамович]»
        if part == "suffix" and index > 1:
            parts[index - 1] = "father"  # «Ильхам [Гейдар] оглы Алиев»
        if part == "particle" and words[index].lower() in SONS_OF and 0 < index < len(words) - 2 and parts[index + 1] is None:
            parts[index : index + 2] = ["father", "father"]  # «Абдуллатиф [бен Рашид] Аль-Заяни»
    free = [index for index, part in enumerate(parts) if part is None]
    for index, part in zip(free, _free_parts([words[index] for index in free], parts, free, seeds), strict=True):
        parts[index] = part
    return [part or "last" for part in parts]


SONS_OF = ("бен", "бин", "ибн", "бинт")


def _marked(words: Sequence[str], index: int, seeds: Seeds) -> Part | None:
    """The part that a word's own form settles."""
    word, count = words[index], len(words)
    if word in ("I", "V") and index > 0 and not words[0].isascii():
        return "particle"  # «Пётр I»
    if INITIAL.fullmatch(word):
        return "initial"
    if word.lower() in seeds.name_suffixes and index > (word[0].isupper()):  # «Имран Хан»
        return "suffix"
    if word.islower() or ROMAN.fullmatch(word) or (word.lower() in seeds.particles and 0 < index < count - 1):
        return "particle"
    return "patronymic" if index > 0 and is_patronymic(words, index, seeds) else None


def _free_parts(words: Sequence[str], parts: Sequence[Part | None], free: Sequence[int], seeds: Seeds) -> list[Part]:
    if len(words) <= 1 and parts[-1] != "particle":
        return [_single(words[0], parts, free[0], seeds)] if words else []
    if len(words) == 2 and free == [0, 1] and tuple(parts[2:]) in (("patronymic",), ("father", "suffix")):
        return ["last", "first"]
    if parts[-1] == "particle":
        return ["first"] * len(words)  # «Иоанн Павел II»
    if parts[0] == "initial" and not is_first(words[0], seeds):
        return ["last"] * len(words)  # «М. Диас-Канель Бермудес»
    if {"patronymic", "particle"}.isdisjoint(parts) and len(words) == 2 and _is_before(words, seeds):
        return ["last", "first"]
    return ["first", *_rest(words[1:], parts, free, seeds)]


def _is_before(words: Sequence[str], seeds: Seeds) -> bool:
    """Does the surname come first, as in Russian lists («Иванов Иван», «О’Коннор Шон», «Ли Сергей») or in Japan, but not in «Шахбаз
    Шариф»?"""
    first, other = first_name(words[1], seeds), first_name(words[0], seeds)
    if words[1].endswith(HIS_FATHERS):
        return True  # «Хурэлсух Ухнагийн»
    if first is None:
        russian = is_russian(words[0], seeds) or bool(HIS.search(words[0]) or HERS.search(words[0]))
        return other is None and russian and not is_family(words[1], seeds) and not _is_surname(words[1])
    if first.origin == "other" and FATHERS.search(words[0]) and not is_russian(words[0], seeds):
        return False  # «Намбарын Энхбаяр»
    if other is None and first.origin == "japanese" and JAPANESE.fullmatch(words[0]):
        return True  # «Катаяма Ёсихиро»
    if other is not None:
        return fold(words[0]) in seeds.family_first and "slavic" in first.origin and "slavic" not in other.origin
    return is_family(words[0], seeds) or ("slavic" in first.origin and not _is_surname(words[1]))


def is_russian(word: str, seeds: Seeds) -> bool:
    """Is it a surname that many in Russia bear («Попова»)?"""
    return bool(SLAVIC.search(word)) and not seeds.surname_rates.keys().isdisjoint(keys(word))


def is_family(word: str, seeds: Seeds) -> bool:
    """Is a word a surname by its beginning or its end?

    >>> from ..seeds import load
    >>> [is_family(word, load()) for word in ("О’Коннор", "Мак-Грегор", "Саркисян", "Гогоберидзе", "Шахбаз")]
    [True, True, True, True, False]
    """
    low = fold(word).replace("'", "’")
    return bool(SLAVIC.search(word)) or low.endswith(seeds.family_endings) or low.startswith(seeds.family_starts)


def _single(word: str, parts: Sequence[Part | None], place: int, seeds: Seeds) -> Part:
    """«Сергей Семёнович», «Томас Х.», a first name; «А. В. Бортников», a surname; a word alone as the tables say."""
    if "patronymic" in parts:
        return "first" if parts.index("patronymic") == place + 1 else "last"
    if tuple(parts[place + 1 :]) == ("father", "suffix") and not is_family(word, seeds):
        return "first"  # «Акылбек Жапар уулу»
    alone = len(parts) == 1 or tuple(parts[place:]) == (None, "initial")
    return "first" if alone and is_first(word, seeds) and not _is_surname(word) else "last"


def _is_surname(word: str) -> bool:
    return any("Surn" in parse.marks and parse.source.is_known for parse in parses(word))


def _rest(words: Sequence[str], parts: Sequence[Part | None], free: Sequence[int], seeds: Seeds) -> list[Part]:
    """«Реджеп Тайип Эрдоган»: first names go on as long as the table knows them, the last word is the surname."""
    middle: list[Part] = []
    for word in words[:-1]:
        middle.append("first" if "last" not in middle and is_first(word, seeds) else "last")
    return [*middle, "last"]


def is_first(word: str, seeds: Seeds) -> bool:
    """Is the word a first name in the table?"""
    return first_name(word, seeds) is not None


def first_name(word: str, seeds: Seeds) -> FirstName | None:
    return seeds.first_names.get(fold(word))


def _ordered(forms: Sequence[str], parts: Sequence[Part], gender: str, seeds: Seeds) -> Name:
    """First name, patronymic, surname; initials before the surname."""
    words = [f"{form}." if part == "initial" else form for form, part in zip(forms, parts, strict=True)]
    groups: dict[str, list[str]] = {"first": [], "patronymic": [], "last": []}
    for index, (word, part) in enumerate(zip(words, parts, strict=True)):
        groups[_group(part, parts, index, groups)].append(word)
    first, patronymic, last = (" ".join(groups[key]) for key in ("first", "patronymic", "last"))
    whole = " ".join(filter(None, (first, patronymic, last)))
    return Name(whole, first, patronymic, last, _gender(first, patronymic, last, gender, seeds))


def _gender(first: str, patronymic: str, last: str, gender: str, seeds: Seeds) -> str:
    """By the patronymic, else the first name, else as its words were declined, else the surname."""
    child = seeds.children.get(patronymic.rpartition(" ")[-1], "")
    if child or patronymic.endswith(("на", "ич")):
        return child or ("femn" if patronymic.endswith("на") else "masc")
    told = first.split(maxsplit=1)[0] if first else ""
    entry = first_name(told, seeds) or first_name(told.partition("-")[0], seeds)
    return {"m": "masc", "f": "femn"}.get(entry.gender if entry else "", gender) or _surname_gender(last)


def _surname_gender(last: str) -> str:
    """Of «Сардана Аммосова», whose first name tells nothing.

    >>> _surname_gender("Аммосова"), _surname_gender("Хачанов"), _surname_gender("Шевчук")
    ('femn', 'masc', '')
    """
    return "femn" if HERS.search(last) else "masc" if HIS.search(last) else ""


def _group(part: str, parts: Sequence[str], index: int, groups: dict[str, list[str]]) -> str:
    if part == "initial":
        return "first" if not groups["first"] else "last" if tuple(parts) == ("first", "initial") else "patronymic"
    if part in ("father", "suffix"):
        return "patronymic"
    if part == "particle":
        return next((other for other in (*parts[index + 1 :], *parts[index - 1 :: -1]) if other in ("first", "last")), "last")
    return part
