"""Women whose name in the nominative looks like a man's in another case: «Нигора Юсупова»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..inflection import Evidence, Neighbour, edits
from ..inflection.choices import STIFF
from ..morphology import HIS_CASES, Grammar, fold
from ..seeds import Seeds
from .order import first_name, is_family_first, is_first, is_russian

HER_LAST, HER_SURE = re.compile(r"..(?:[оеё]ва|[иы]на|[сц]кая)$"), re.compile(r"(?:[оеё]ва|[сц]кая)$")
HER_ACCUSATIVE, CONSONANT = re.compile(r"([оеё]в|[иы]н)у$"), re.compile("[бвгджзклмнпрстфхцчшщ]ь?$")
LOOSE = frozenset(("", ":", "–", "—", "-", "/", "("))  # what no name depends on


def is_hers(words: Sequence[str], grammars: Sequence[Grammar], left: Neighbour, right: Neighbour, seeds: Seeds) -> bool:
    """Is «Нигора Юсупова» a woman in the nominative, where the tagger may see a man in the genitive: by her first name or her sentence?"""
    long = [word for word in words if len(word) > 1]
    if len(words) == 1 or left[1].pos == "PREP" or not any(map(HER_LAST.search, long)) or not any(said.case for said in grammars):
        return False
    if left[0] == right[0] == "/":
        return True  # «/Эльнура Седова/», who wrote it
    stands = len(long) > 1 and all(said.case == "nomn" for said in grammars if said.case)
    if stands and left[0] in LOOSE and any(_is_her_first(word, seeds) for word in long):
        return True  # «министром – Петра Новакова», though she may be some Пётр, but not «пропагандист Владимира Попова»
    verb = _speaks(right) or _speaks(left)
    if stands and verb and _is_her_first(long[0], seeds):
        return True  # «приехала Баира Манджиева», though there is a man Баир
    if any(_is_his_first(word, seeds) for word in long) or is_family_first(words, seeds):
        return False
    if stands:
        return True
    known = [word for word in long if _is_her_first(word, seeds) or _is_undeclined(word, long, seeds)]
    return all(word.endswith(("а", "я")) or word in known for word in long) and (bool(known) or _is_her_sentence(left, right))


def is_lone_hers(words: Sequence[str], left: Neighbour, right: Neighbour, evidence: Evidence) -> bool:
    """«[Юсупова] пришла», «Директор [Юсупова] сообщила», where the document names no man so: a surname alone whose verb is a woman's."""
    if len(words) > 1 or not HER_SURE.search(words[0]) or not _speaks(right):
        return False
    man = {fold(edit.form) for edit in edits(words[0]) if edit.case in HIS_CASES and edit.gender == "masc"}
    return (not left[0] or _is_title(left)) and man.isdisjoint(evidence.longer)


def is_her_accusative(words: Sequence[str], seeds: Seeds) -> bool:
    """Is it a woman by a first name that does not decline beside a surname that does: «Актилек Мусаеву», «Эдие Мусаеву», but not «Бахтиёру
    Мусаеву», «Мустафе Мусаеву»?"""
    lasts = [word for word in words if HER_ACCUSATIVE.search(word) and not is_first(word, seeds)]
    others = [word for word in words if len(word) > 1 and word[0].isalpha() and word not in lasts]
    his = any(entry.gender == "m" for word in others if (entry := first_name(word, seeds)))
    return len(lasts) == 1 and bool(others) and not his and all(CONSONANT.search(word) or _is_stiff(word, seeds) for word in others)


def _is_stiff(word: str, seeds: Seeds) -> bool:
    """«Зебо», a woman's first name of the table, and «Эдие», which is the dative of no man's there, not «Гусейнзаде»."""
    if not word.endswith("е") or fold(word).endswith(seeds.stiff_endings):
        return word.endswith(STIFF) and _is_her_first(word, seeds)
    men = (edit.form for edit in edits(word) if edit.case == "datv" and not _is_her_first(edit.form, seeds))
    return not any(is_first(form, seeds) for form in men)


def _is_her_first(word: str, seeds: Seeds) -> bool:
    entry = first_name(word, seeds)
    return entry is not None and entry.gender == "f"


def _is_undeclined(word: str, words: Sequence[str], seeds: Seeds) -> bool:
    """«[Гулистан] Юсупова»: no man's first name before a surname in another case stays as it is."""
    others = (other for other in words if other != word)
    return bool(CONSONANT.search(word)) and any(HER_SURE.search(other) or is_russian(other, seeds) for other in others)


def _is_his_first(word: str, seeds: Seeds) -> bool:
    """Is it a man's first name in the table, or the genitive or accusative of one («Замира»)?"""
    entry = first_name(word, seeds)
    forms = (edit.form for edit in edits(word) if edit.case in HIS_CASES and edit.gender == "masc" and edit.form != word)
    his = any(is_first(form, seeds) and not _is_her_first(form, seeds) for form in forms)
    return his or (entry is not None and entry.gender == "m")


def _is_her_sentence(left: Neighbour, right: Neighbour) -> bool:
    """«Директор [Н. А. Юсупова] сообщила» (but not «мать [Н. А. Юсупова] сообщила»), «[Юсупова Н. А.] – врач»."""
    if left[0] in LOOSE:
        return _speaks(right) or bool(left[0]) or right[0] in LOOSE or right[0] == "("
    return _speaks(right) and _is_title(left)


def _speaks(right: Neighbour) -> bool:
    """«сообщила»"""
    return (right[1].pos, right[1].number, right[1].gender) == ("VERB", "sing", "femn")


def _is_title(left: Neighbour) -> bool:
    """«директор», not «мать»"""
    return (left[1].pos, left[1].case, left[1].gender) == ("NOUN", "nomn", "masc")
