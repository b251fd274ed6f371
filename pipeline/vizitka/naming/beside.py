"""Words of a name that the model left as they are, though the others show their case: «[Дамбе] Седову», «Сат [Азиане] Викторовне»."""

from __future__ import annotations

from collections.abc import Sequence

from ..inflection import Edit, Phrase, edits
from ..inflection.choices import STIFF
from ..morphology import fold, known
from ..seeds import Seeds
from .genders import SEXES, shown
from .order import first_name, is_first
from .women import HIS_CASES

HIS_DATIVE = ("у", "ю")


def settled(phrase: Phrase, chosen: Sequence[Edit], gender: str, seeds: Seeds) -> list[str]:
    """The form of each word: first names of the table stay so, or become so in the case of the others; beside a patronymic all words
    decline that nothing knows as they are, and of a man behind a first name that does not decline the surname."""
    words = phrase.words
    forms = [_first(word, edit, gender, seeds) for word, edit in zip(words[:-1], chosen, strict=False)]
    forms += [edit.form for edit in chosen[-1:]]
    told, cases = shown(words), _cases(words, chosen, gender)
    for place, (word, edit) in enumerate(zip(words, chosen, strict=True)):
        if edit.form == word and edit.source in ("stiff", "rule") and not is_first(word, seeds):
            able = [each for each in edits(word) if each.case in (told or cases) and each.number == "sing" and gender in ("", each.gender)]
            forms[place] = _declined(word, able, (place < len(words) - 1, bool(told)), seeds)
    if len(words) > 1 and _is_stiff(phrase, chosen, seeds):
        forms[-1] = words[-1]
    elif len(words) > 1 and gender == "masc" and forms == list(words) and words[0].endswith(STIFF):
        forms[-1] = next((edit.form for edit in edits(words[-1]) if _is_his(words[-1], edit, seeds)), words[-1])
    return forms


def _is_stiff(phrase: Phrase, chosen: Sequence[Edit], seeds: Seeds) -> bool:
    """«депутата Иона [Мындрачу]», «принял Корнелиу [Розяну]»: what ends as no genitive of a man does stays, where the tagger sees one, and
    the ending of foreign surnames is no dative elsewhere; but not behind a dative («Николаусу Фишеру»)."""
    first, word, said, edit = phrase.words[0], phrase.words[-1], phrase.grammars[-1], chosen[-1]
    given = len(first) > 1 and (chosen[0].form == first or not first.endswith(HIS_DATIVE))
    if not given or edit.gender != "masc" or not word.endswith(HIS_DATIVE) or known(edit.form):
        return False
    foreign = said.case != "datv" == edit.case and fold(word).endswith(seeds.stiff_endings)
    return foreign or (said.case == "gent" and not _is_sure(edit, seeds))


def _is_his(word: str, edit: Edit, seeds: Seeds) -> bool:
    """«Егише [Розияна]», not «Киммо [Ярва]»: the genitive or accusative of what is surely a man's surname."""
    return edit.case in HIS_CASES and edit.gender == "masc" and word[:-1] == edit.form and _is_sure(edit, seeds)


def _is_sure(edit: Edit, seeds: Seeds) -> bool:
    return fold(edit.form).endswith(seeds.family_endings)


def _cases(words: Sequence[str], chosen: Sequence[Edit], gender: str) -> set[str]:
    """The cases, not the nominative, that the words were taken for; every one where the last has one form only («Асии Биби»)."""
    cases = {edit.case for edit in chosen if edit.turned} - {"", "nomn"}
    stiff = bool(gender) and len(words) == 2 and chosen[1].form == words[1] and (words[1].endswith(STIFF) or gender == "femn")
    return cases or ({"gent", "datv", "accs", "ablt", "loct"} if stiff else set())


def _first(word: str, edit: Edit, gender: str, seeds: Seeds) -> str:
    """«[Гани] Седова», whom no table knows as «Гана», «[Бидзину] Иванишвили», whom it knows as «Бидзина» alone, and the man «[Раду] Гросу»,
    though «Рада» is a woman."""
    entry = first_name(edit.form, seeds)
    if edit.form == word or (entry and gender in ("", SEXES.get(entry.gender, gender))):
        return edit.form
    if is_first(word, seeds):
        return word if word.endswith(STIFF) else edit.form
    known = {other.form for other in edits(word) if other.number == "sing" and is_first(other.form, seeds)}
    return known.pop() if len(known) == 1 else edit.form


def _declined(word: str, able: Sequence[Edit], beside: tuple[bool, bool], seeds: Seeds) -> str:
    """The first name that a word is a form of, where it stands before the surname; beside a patronymic any form."""
    is_before, fathered = beside
    named = (edit.form for edit in able if is_before and is_first(edit.form, seeds))
    alone = (edit.form for edit in able if fathered and edit.form != word and not _stays(word, seeds))
    return next(named, None) or next(alone, word)


def _stays(word: str, seeds: Seeds) -> bool:
    """Is it a surname as it is («Шойгу»), by what is known or by its ending («Гогоберидзе»)?"""
    return known(word) or word.endswith(("и", "ы")) or fold(word) in seeds.public_surnames or fold(word).endswith(seeds.stiff_endings)
