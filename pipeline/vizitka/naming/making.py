"""The base form of a person's name in its sentence: its words come to the nominative together, and its parts into their order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..inflection import NOTHING, NOWHERE, Asked, Evidence, Making, Neighbour, Phrase, alone, as_written, edits, load, undone
from ..inflection.choices import STIFF
from ..inflection.endings import NOT_NOMINATIVE
from ..morphology import CONSONANTS, EVERY, HIS_CASES, REMEMBERED, Grammar, fold, name_cases, parses
from ..phrases import spelled
from ..seeds import Seeds
from ..signs import QUOTES
from .beside import settled
from .genders import agreed, shown, told
from .order import INITIAL, ROMAN, SIGNS, Name, arranged, first_name, is_family_first, is_first, syllable
from .patronymics import OBLIQUE, is_patronymic
from .women import HER_ACCUSATIVE, HER_LAST, is_her_accusative, is_hers, is_lone_hers

APOSTROPHES = "’'ʼ`"
ASIDE = frozenset("*[]")
GLUED = ASIDE.union(APOSTROPHES)
ONES = frozenset(("I", "V"))  # a number or an initial
LIKELY = 0.1  # the score of a reading that is more than a guess
NOMINATIVE = Grammar("NOUN", "nomn", "sing")
COMMA = Grammar("PNCT")
MISLEADING = tuple("аяую")
HIS_LAST = re.compile("[оиы]й$")
WRITTEN = {"ская": "а", "цкая": "а", "ский": "ой", "цкий": "ой"}
STANDING, UNDECLINED = tuple({*CONSONANTS, "ь"} - {*"йм"}), ("ых", "их")  # of a man's surname in the nominative, and of one in every case


def named(words: Sequence[str], grammars: Sequence[Grammar], seeds: Seeds) -> Name:
    """The parts and the base form of a person's name, out of any sentence.

    >>> from ..seeds import load
    >>> named(["Мурадом", "Мередовым"], [Grammar()] * 2, load()).whole
    'Мурад Мередов'
    >>> named(["Ким", "Сергей", "Викторович"], [Grammar()] * 3, load()).whole
    'Сергей Викторович Ким'
    >>> named(["Абдурахмановой", "Натальи", "Петровны"], [Grammar()] * 3, load())[1:]
    ('Наталья', 'Петровна', 'Абдурахманова', 'femn')
    >>> named(["Рейли", "О", "'", "Нил"], [Grammar()] * 4, load()).last
    "О'Нил"
    """
    whole, said = glued(words, grammars)
    return _named(tuple(whole), tuple(said), seeds)


@lru_cache(maxsize=5 * REMEMBERED)
def parts(normal: str, seeds: Seeds) -> Name:
    """The parts of a name in its base form."""
    words = spelled(normal)
    return named(words, [NOMINATIVE] * len(words), seeds)


def glued(words: Sequence[str], grammars: Sequence[Grammar]) -> tuple[list[str], list[Grammar]]:
    """«О», «’», «Рейли» as one word, «О’Рейли».

    >>> glued(["О", "’", "Рейли"], [Grammar("NOUN")] * 3)[0]
    ['О’Рейли']
    """
    if GLUED.isdisjoint("".join(words)):
        return list(words), list(grammars)
    out: list[str] = []
    said: list[Grammar] = []
    for index, (word, grammar) in enumerate(zip(words, grammars, strict=True)):
        if word in ASIDE and len(words) > 1:  # «ИГ*», a footnote; «Администрация [Президента]», what an editor adds
            continue
        inside = 0 < index < len(words) - 1 and word in APOSTROPHES and words[index + 1][0].isalpha()
        if out and (inside or out[-1][-1] in APOSTROPHES) and out[-1][0].isalpha():
            out[-1] += word
            said[-1] = grammar
        else:
            out.append(word)
            said.append(grammar)
    return out, said


@lru_cache(maxsize=REMEMBERED)
def _named(words: tuple[str, ...], grammars: tuple[Grammar, ...], seeds: Seeds) -> Name:
    return alone(naming(words, grammars, seeds), load(seeds))


def naming(
    words: Sequence[str],
    grammars: Sequence[Grammar],
    seeds: Seeds,
    left: Neighbour = NOWHERE,
    right: Neighbour = NOWHERE,
    evidence: Evidence = NOTHING,
) -> Making[Name]:
    """The parts and the base form of a person's name in its sentence, in the making."""
    words, grammars = _unnicked(words, grammars)
    usual, grammars = tuple(cased(word) for word in words), agreed(words, _agreed(words, grammars), left, seeds)
    if len(usual) > 2 and is_family_first(usual, seeds) and (last := syllable(usual[-1])):  # «Нгуен Ван Хая»
        return arranged((*usual[:-1], last), "" if last == usual[-1] else "masc", seeds)
    if reigning := _numbered(usual):
        return arranged((reigning, *usual[1:]), "", seeds)
    if all(grammar == NOMINATIVE for grammar in grammars) or (not left[0] and right[0] == ":"):  # «О.Любимова: Добрый день»
        return arranged(usual, "", seeds)
    gender = _patronymic_gender(usual, seeds) or ("masc" if _is_his(usual, seeds) or _stands(usual, grammars, left, seeds) else "")
    agreeing = _told_behind(right)
    agreeing = agreeing if agreeing and _may_agree(usual, seeds) else ""
    gender = gender or ("femn" if _is_her_first_behind(usual, grammars, seeds) else "")
    hers = not gender and not agreeing and (is_hers(usual, grammars, left, right, seeds) or is_lone_hers(usual, left, right, evidence))
    gender = "femn" if hers else gender
    if not gender and len(fuller := _fuller(usual, evidence)) == 1:
        return arranged(tuple(fuller[0] if len(word) > 1 else word for word in usual), "", seeds)
    if gender:
        return arranged(usual, gender, seeds)
    if his := _lone_his(usual, grammars, left, evidence):
        return arranged((his,), "masc", seeds)
    declining = _declining(usual, seeds)
    if is_her_accusative([usual[place] for place in declining], seeds):
        return arranged(tuple(HER_ACCUSATIVE.sub(r"\1а", word) for word in usual), "femn", seeds)
    own = tuple(usual[place] for place in declining)
    said = tuple(grammars[place]._replace(case=right[1].case, gender=agreeing) if agreeing else grammars[place] for place in declining)
    phrase = Phrase(own, said, "person", left, (right[0], COMMA) if right[0] == "," else right)
    gender, forms = agreeing or told(usual, seeds), list(usual)
    chosen = yield Asked(phrase, evidence, gender or "single")
    for place, form in zip(declining, settled(phrase, chosen, gender, seeds), strict=True):
        forms[place] = as_written(form, usual[place])
    forms[-1] = _written(forms[-1], evidence)
    genders = [edit.gender for edit in chosen if edit.turned and edit.gender in ("masc", "femn")]
    return arranged(tuple(forms), max(genders, key=genders.count, default=""), seeds)


def _numbered(words: Sequence[str]) -> str:
    """«Екатерина» of «при [Екатерине] II», «Александр» of «Александре III»: the first name before a number, where it is in no nominative,
    a man's before a woman's."""
    if len(words) != 2 or not (ROMAN.fullmatch(words[1]) or words[1] in ONES) or "nomn" in name_cases(words[0]):
        return ""
    able = [edit for edit in edits(words[0]) if (edit.source, edit.mark, edit.number) == ("known", "Name", "sing")]
    return next((edit.form for edit in sorted(able, key=lambda edit: edit.gender != "masc")), "")


def _unnicked(words: Sequence[str], grammars: Sequence[Grammar]) -> tuple[Sequence[str], Sequence[Grammar]]:
    """«Олег [«Буря»] Рогов» without what stands in quotes inside."""
    signs = [place for place, word in enumerate(words) if word in QUOTES and 0 < place < len(words) - 1]
    if len(signs) < 2:
        return words, grammars
    first, last = signs[0], signs[-1] + 1
    return (*words[:first], *words[last:]), (*grammars[:first], *grammars[last:])


def _written(form: str, evidence: Evidence) -> str:
    """«Грабовска» of «Грабовской», «Дубовской» of «Дубовского», where the document has her or him so in the nominative."""
    ending = next((ending for ending in WRITTEN if form.endswith(ending)), "")
    other = f"{form[:-2]}{WRITTEN[ending]}" if ending else form
    return other if fold(form) not in evidence.nominatives and fold(other) in evidence.nominatives else form


def _agreed(words: Sequence[str], grammars: Sequence[Grammar]) -> Sequence[Grammar]:
    """Of «И.Алиевым» in the one case that the surname can stand in: at that of initials the tagger guesses."""
    long = [word for word in words if len(word) > 2]
    if len(long) != 1 or not any(INITIAL.fullmatch(word) for word in words):
        return grammars
    cases = {parse.case for parse in parses(long[0]) if parse.score >= LIKELY and parse.number != "plur"}
    known = cases.pop() if len(cases) == 1 else ""
    return [said._replace(case=known) if known and word not in SIGNS else said for word, said in zip(words, grammars, strict=True)]


def _patronymic_gender(words: Sequence[str], seeds: Seeds) -> str:
    """Of «Седова Анна Львовна»: a patronymic in the nominative has the whole name in it, and tells the gender; not «Елены Петкович»."""
    if shown(words):
        return ""
    able = (
        place
        for place, word in enumerate(words)
        if place and (len(words) > 2 or (is_first(words[0], seeds) and is_patronymic(words, place, seeds)))
    )
    readings = (reading for place in able for reading in parses(words[place])[:1])
    return next((reading.gender for reading in readings if "Patr" in reading.marks and reading.case == "nomn"), "")


def _is_his(words: Sequence[str], seeds: Seeds) -> bool:
    """Is «Владимир Луговой» in the nominative, by a man's first name that is no other form of any?"""
    able = len(words) > 1 and HIS_LAST.search(words[-1]) and not OBLIQUE.search(words[-1])
    return bool(able) and _is_his_nominative(words[0], seeds)


def _is_his_nominative(word: str, seeds: Seeds) -> bool:
    """Is it a man's first name that is no other form of any: «Владимир», not «Александра»?"""
    entry = first_name(word, seeds)
    named = [parse for parse in parses(word) if "Name" in parse.marks and parse.number == "sing"]
    return entry is not None and entry.gender == "m" and bool(named) and all(parse.case == "nomn" for parse in named)


def _is_her_first_behind(words: Sequence[str], grammars: Sequence[Grammar], seeds: Seeds) -> bool:
    """«Зовут её Данчук Дарья»: a woman's first name that stands in the nominative behind a surname, and is no form of «Дарий»."""
    if len(words) != 2 or any(said.case != "nomn" for said in grammars) or is_first(words[0], seeds):
        return False
    entry = first_name(words[1], seeds)
    return entry is not None and entry.gender == "f" and words[1].endswith(MISLEADING) and name_cases(words[1]) == {"nomn"}


def is_standing(words: Sequence[str], grammars: Sequence[Grammar], left: Neighbour, right: Neighbour, seeds: Seeds) -> bool:
    """Does a name surely stand in the nominative whose ending might be another case's: «Андрей Негуца», «Нику Попеску провёл», «Умару
    Диалло: Добрый день», «активист Марин Попеску: Да», «отметил Петру Мунтян», but not «сообщили Нику Попеску»?"""
    if len(words) < 2 or not words[-1][0].isupper() or len(words[0]) == 1 or not any(word.endswith(MISLEADING) for word in words):
        return False
    if not left[0] and right[0] == ":":
        return True
    if _is_stiff_his(words, grammars, seeds):
        return True
    if any(said.case not in ("", "nomn") for said in grammars):
        return False
    told = _tells(right) or (right[0] == ":" and left[1].case == "nomn")
    stiff = words[0].endswith("у") or (words[0].endswith(CONSONANTS) and words[-1].endswith(STIFF))
    return _is_his_nominative(words[0], seeds) or (told and stiff and _is_his_first(words[0], seeds))


def _told_behind(right: Neighbour) -> str:
    """«Марина Гросу, [выдвинутого] партией»: the gender of a man of whom a participle behind a comma tells, in the genitive."""
    sign, said = right
    return "masc" if sign == "," and said.case in HIS_CASES and said.gender == "masc" else ""


def _may_agree(words: Sequence[str], seeds: Seeds) -> bool:
    """«Марина Гросу», «Василе Тарлева», but not «заявления Марины Гросу, [сделанного] вчера»: may a man's participle tell of the name?"""
    return told(words, seeds) == "masc" or (words[0].endswith(("а", "я")) and not told(words, seeds))


def _lone_his(words: Sequence[str], grammars: Sequence[Grammar], left: Neighbour, evidence: Evidence) -> str:
    """«Зуев» of «позиции [Зуева]»: a man's surname of the dictionary alone, where the tagger has it in his genitive behind a noun, and the
    document no such woman."""
    owned = len(words) == 1 and grammars[0][1::2] == ("gent", "masc") and left[1].pos == "NOUN" and bool(HER_LAST.search(words[0]))
    if not owned or fold(words[0]) in evidence.longer | evidence.nominatives:
        return ""
    known = (edit for edit in edits(words[0]) if (edit.source, edit.mark, edit.case, edit.gender) == ("known", "Surn", "gent", "masc"))
    return next((edit.form for edit in known), "")


def _tells(right: Neighbour) -> bool:
    """«провёл»: one man's verb."""
    return (right[1].pos, right[1].number, right[1].gender) == ("VERB", "sing", "masc")


def _stands(words: Sequence[str], grammars: Sequence[Grammar], left: Neighbour, seeds: Seeds) -> bool:
    """«адвокат [Петру] Мунтяну», but not «адвокату [Петру] Рогову»: is it a man's first name of the table, in -у, and all nominative, as
    the noun before is, or the surname by itself («отметил [Петру] Мунтян»)?"""
    if len(words) != 2 or not words[0].endswith("у") or not _is_his_first(words[0], seeds):
        return False
    titled = (left[1].pos, left[1].case) == ("NOUN", "nomn") and all(said.case == "nomn" for said in grammars)
    return (titled and not words[-1].endswith(NOT_NOMINATIVE["masc"])) or _is_stiff_his(words, grammars, seeds)


def _is_stiff_his(words: Sequence[str], grammars: Sequence[Grammar], seeds: Seeds) -> bool:
    """«Петру Мунтян», but not «Петру Черных», «обыграла Петру Ковач»: is the surname in the nominative of a man, so that his first name in
    -у, which the table has, is no dative?"""
    if len(words) != 2 or not words[0].endswith("у") or grammars[0].case == "accs" or not words[1].endswith(STANDING):
        return False
    stands = name_cases(words[1]) in (EVERY, {"nomn"}) and not words[1].endswith(UNDECLINED)
    return stands and _is_his_first(words[0], seeds) and fold(f"{words[0][:-1]}а") not in seeds.first_name_rates  # «Дину Корзун», «Дина»


def _is_his_first(word: str, seeds: Seeds) -> bool:
    """Is it a man's first name of the table, as it is?"""
    entry = first_name(word, seeds)
    return entry is not None and entry.gender == "m"


def _fuller(words: Sequence[str], evidence: Evidence) -> list[str]:
    """The surnames of «О. Розыеву» that the longer names of its document have: that of «Ольга Розыева»."""
    long = [word for word in words if len(word) > 1]
    forms = {each.form for each in undone(long[0]) if each.number == "sing"} if len(long) == 1 < len(words) else set[str]()
    return [form for form in forms if fold(form) in evidence.longer]


def _declining(words: Sequence[str], seeds: Seeds) -> list[int]:
    """The places of the words that may decline: of «Ким Чен Ына» the last, of «Ильхама Гейдар оглы Алиева» the first and the last."""
    if is_family_first(words, seeds):
        return [len(words) - 1]
    suffixes = {place for place, word in enumerate(words) if word.lower() in seeds.name_suffixes and word.islower()}
    stiff = suffixes | {place - 1 for place in suffixes if place > 1}
    stiff |= {place for place, word in enumerate(words[:-1]) if word.lower() in seeds.particles}  # «Мухаммеда Аль Саида», «Абу Саида»
    return [place for place, word in enumerate(words) if place not in stiff and not word.islower()]


@lru_cache(maxsize=REMEMBERED)
def cased(word: str) -> str:
    """A part in capitals as it is usually written («ЛАВРОВ», «МакКейн» stays)."""
    if ROMAN.fullmatch(word):
        return word
    return "-".join(piece.title() if len(piece) > 1 and piece.isupper() else piece for piece in word.split("-"))
