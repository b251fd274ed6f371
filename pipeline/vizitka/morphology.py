"""Russian morphology of single spellings: what pymorphy3 knows of a word, thought once a spelling."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import pymorphy3
from pymorphy3.units import DictionaryAnalyzer, KnownPrefixAnalyzer, KnownSuffixAnalyzer, UnknownPrefixAnalyzer

REMEMBERED = 12_000  # spellings, names, pairs of which what is thought once is kept; more would let memory grow with the input
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
EVERY = frozenset(CASES)
HIS_CASES = frozenset({"gent", "accs"})  # alike for men, and in which a man's surname is as a woman's
CONSONANTS = tuple("бвгджзйклмнпрстфхцчшщ")
NAMES = frozenset({"Name", "Surn", "Patr"})  # marks of the words of people's names
WOMAN = re.compile("[оеё]ва$|[иы]на$")
RUSSIAN = re.compile("[оеё]в(?:а|у|ым|ой)?$")
UD_CASE = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct", "Par": "gent", "Voc": "nomn"}
UD_NUMBER = {"Sing": "sing", "Plur": "plur"}
UD_GENDER = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
OLD_CASES = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct", "voct": "nomn"}
UNKNOWN = "□"
Ends = tuple[str, str]
READ_LIKE = (KnownPrefixAnalyzer, KnownSuffixAnalyzer, UnknownPrefixAnalyzer)


class Parse(NamedTuple):
    """One reading of a spelling, in OpenCorpora's grammemes ("" where a reading has none)."""

    lemma: str
    pos: str
    case: str
    number: str
    gender: str
    marks: frozenset[str]
    score: float
    source: pymorphy3.analyzer.Parse


class Grammar(NamedTuple):
    """What the tagger says of a word in its sentence, in the same grammemes."""

    pos: str = ""
    case: str = ""
    number: str = ""
    gender: str = ""


@lru_cache(maxsize=1)
def analyzer() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


def fold(word: str) -> str:
    """The key two spellings of a word share: lower case, ё as е.

    >>> fold("Пётр")
    'петр'
    """
    return word.lower().replace("ё", "е")


@lru_cache(maxsize=REMEMBERED)
def known(word: str) -> bool:
    return bool(analyzer().word_is_known(word.lower()))


@lru_cache(maxsize=REMEMBERED)
def parses(word: str) -> tuple[Parse, ...]:
    """Every reading of a spelling, likeliest first."""
    return _parses(word if len(word) < 2 else word.lower())


def may_be(word: str, case: str) -> bool:
    """Can the spelling stand in this case?"""
    return any(parse.case == case or "Fixd" in parse.marks for parse in parses(word))


@lru_cache(maxsize=REMEMBERED)
def name_cases(word: str) -> frozenset[str]:
    """The cases in which a word of a name can stand: every case, where the dictionary does not know it as a name that declines, nor its
    ending tells a patronymic or a Russian surname.

    >>> sorted(name_cases("Рашитовну")), sorted(name_cases("Ракова")), sorted(name_cases("Досжанович")), len(name_cases("Мохсином"))
    (['accs'], ['accs', 'gent', 'nomn'], ['nomn'], 6)
    >>> sorted(name_cases("Сафарбекову"))
    ['accs', 'datv']
    """
    ends = {"Patr", "Surn"} if RUSSIAN.search(word) else {"Patr"}
    told = [parse for parse in parses(word) if parse.source.is_known] or [parse for parse in parses(word) if ends & parse.marks]
    named = [parse for parse in told if NAMES & parse.marks and parse.number != "plur"]
    if not named or len(word) < 3 or any("Fixd" in parse.marks for parse in named):
        return EVERY
    woman = {"nomn"} if WOMAN.search(word) else set[str]()  # of «Ракова» the dictionary knows the man only
    return frozenset(parse.case for parse in named) | woman


@lru_cache(maxsize=REMEMBERED)
def _parses(word: str) -> tuple[Parse, ...]:
    try:
        readings = analyzer().parse(word)
    except ValueError:  # letters that unicodedata has no name for
        readings = analyzer().parse(UNKNOWN)
    return tuple(Parse(found.normal_form, *_grammemes(found.tag), found.score, found) for found in readings)


@lru_cache(maxsize=10_000)
def _grammemes(tag: pymorphy3.tagset.OpencorporaTag) -> tuple[str, str, str, str, frozenset[str]]:
    """Part of speech, case, number, gender and all marks of a tag."""
    case = str(tag.case or "")
    return str(tag.POS or ""), OLD_CASES.get(case, case), str(tag.number or ""), str(tag.gender or ""), tag.grammemes


@lru_cache(maxsize=REMEMBERED)
def lemmas(word: str) -> frozenset[str]:
    """The folded lemmas of a spelling's readings."""
    return frozenset([fold(parse.lemma) for parse in parses(word)])


@lru_cache(maxsize=REMEMBERED)
def keys(word: str) -> frozenset[str]:
    """The folded lemmas by which a spelling is looked up; an acronym keeps its capitals, with or without an ending.

    >>> sorted(keys("МИДа"))
    ['МИД', 'мид', 'мида']
    """
    found = {*lemmas(word), fold(word)}
    root = word.rstrip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
    if len(root) >= 2 and root.isupper() and len(word) - len(root) <= 3:
        found.add(root)
    return frozenset(found)


@lru_cache(maxsize=REMEMBERED)
def nouns(word: str) -> frozenset[str]:
    """The keys of a word, also of a participle that stands for a noun.

    >>> "заведующий" in nouns("заведующему")
    True
    """
    said = {parse.gender for parse in parses(word)} - {"", "neut"}
    forms = (inflect(parse, "nomn", "sing", gender) for parse in parses(word) if parse.pos == "PRTF" for gender in said)
    return keys(word) | {fold(form) for form in forms if form}


def is_acronym(word: str) -> bool:
    """Two capitals or more and nothing small.

    >>> is_acronym("ОДКБ"), is_acronym("А"), is_acronym("Минфин")
    (True, False, False)
    """
    return len(word) >= 2 and word.isupper() and word.isalpha()


@lru_cache(maxsize=REMEMBERED)
def agreeing(word: str, grammar: Grammar) -> Parse:
    """The reading of a spelling that agrees best with what the tagger saw in its sentence."""
    return max(parses(word), key=lambda parse: _agreement(parse, grammar))


def _agreement(parse: Parse, grammar: Grammar) -> float:
    same = 4.0 * (parse.pos == grammar.pos) + 3.0 * (not grammar.case or parse.case == grammar.case)
    same += 1.0 * (not grammar.number or parse.number == grammar.number)
    return same + 1.0 * (not grammar.gender or parse.gender in ("", grammar.gender)) + 0.9 * parse.score


def inflect(parse: Parse, *grammemes: str) -> str | None:
    """The form of the read word with these grammemes, or None where the word has no such form.

    In a paradigm of the dictionary it is always the same place: it is sought once. A word that the dictionary does not know may be
    read as one that it knows with something before it, or as declined like one.
    """
    (unit, *told), *more = parse.source.methods_stack
    if not isinstance(unit, DictionaryAnalyzer) or len(more) > 1 or (more and type(more[0][0]) not in READ_LIKE):
        form = parse.source.inflect(set(grammemes))
        return form.word if form else None
    word, paradigm, place = told
    changed = _changed(paradigm, place, grammemes)
    if changed is None:
        return None
    before = more[0][1] if more and type(more[0][0]) is not KnownSuffixAnalyzer else ""
    (old_start, old_end), (start, end) = changed
    return f"{before}{start}{word[len(old_start) : len(word) - len(old_end)]}{end}"


@lru_cache(maxsize=REMEMBERED)
def _changed(paradigm: int, place: int, grammemes: tuple[str, ...]) -> tuple[Ends, Ends] | None:
    """What stands before and after the stem in the form at a place of a paradigm, and in the one most like it of those that have the
    grammemes."""
    forms, wanted = _paradigm(paradigm), frozenset(grammemes)
    able = [form for form in forms if wanted <= form[1]]
    if len(able) > 1:
        like = analyzer().dictionary.build_tag_info(paradigm, place).updated_grammemes(wanted)
        able = [max(able, key=lambda form: len(like & form[1]) - 0.1 * len(like ^ form[1]))]
    return (forms[place][::2], able[0][::2]) if able else None


@lru_cache(maxsize=1_000)
def _paradigm(number: int) -> list[tuple[str, frozenset[str], str]]:
    """Prefix, grammemes and suffix of each form of a paradigm."""
    return [(prefix, tag.grammemes, suffix) for prefix, tag, suffix in analyzer().dictionary.build_paradigm_info(number)]


def recase(form: str, model: str) -> str:
    """Give ``form`` the letter case of ``model``, part by part.

    >>> recase("петров-водкин", "Петрова-Водкина"), recase("министр", "МИНИСТРОМ"), recase("мид", "МИДа")
    ('Петров-Водкин', 'МИНИСТР', 'МИД')
    """
    if "-" not in model:
        return form if "-" in form else _recase(form, model)
    parts, models = form.split("-"), model.split("-")
    if len(parts) != len(models):
        return form
    return "-".join(_recase(part, like) for part, like in zip(parts, models, strict=True))


def _recase(part: str, like: str) -> str:
    if len(like) > 1 and like.isupper():
        return part.upper()
    if like.islower():
        return part
    if like[:1].isupper() and like[1:].islower():
        return part[:1].upper() + part[1:]
    return "".join(letter.upper() if index < len(like) and like[index].isupper() else letter for index, letter in enumerate(part))
