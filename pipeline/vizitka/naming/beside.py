"""Words of a name that the model left as they are, though the others show their case: «[Дамбе] Седову», «Сат [Азиане] Викторовне»."""

from __future__ import annotations

from collections.abc import Sequence, Set

from ..inflection import Edit, Neighbour, Phrase, edits, undone
from ..inflection.choices import STIFF
from ..morphology import HIS_CASES, fold, known, may_be, name_cases
from ..seeds import Seeds
from .genders import SEXES, shown
from .order import first_name, is_family, is_first

OBLIQUE = frozenset({"ablt", "accs", "datv", "gent", "loct"})
HIS_DATIVE = ("у", "ю")
NO_GENITIVE = (*HIS_DATIVE, "ом", "ем")


def settled(phrase: Phrase, chosen: Sequence[Edit], gender: str, seeds: Seeds) -> list[str]:
    """The form of each word: first names of the table stay so, or become so in the case of the others; beside a patronymic all words
    decline that nothing knows as they are, and of a man behind a first name that does not decline the surname."""
    words, likely = phrase.words, chosen
    if not words:
        return []
    chosen = [_agreeing(phrase, likely, place, gender, seeds) for place in range(len(words))]
    case = phrase.left[1].case if phrase.left[1].pos == "NOUN" else phrase.grammars[0].case
    forms = [_first(word, edit, case, gender, seeds) for word, edit in zip(words[:-1], chosen, strict=False)]
    forms += [edit.form for edit in chosen[-1:]]
    told, cases = shown(words), _cases(words, chosen, gender)
    for place, (word, edit) in enumerate(zip(words, chosen, strict=True)):
        if edit is likely[place] and forms[place] == edit.form == word and edit.source in ("stiff", "rule") and not is_first(word, seeds):
            able = [each for each in edits(word) if each.case in (told or cases) and each.number == "sing" and gender in ("", each.gender)]
            forms[place] = _declined(word, able, (place < len(words) - 1, bool(told)), seeds)
    if len(words) > 1 and (_is_stiff(phrase, chosen, seeds) or _is_her_stiff(words, forms, chosen[-1], seeds)):
        forms[-1] = words[-1]
    elif len(words) > 1 and forms[-1] == words[-1] and phrase.grammars[-1].case == "gent" and _is_in_y(words[-1], seeds):
        forms[-1] = f"{words[-1][:-1]}а"
    elif len(words) > 1 and gender == "masc" and [*map(fold, forms)] == [*map(fold, words)] and words[0].endswith(STIFF):
        forms[-1] = next((edit.form for edit in edits(words[-1]) if _is_his(words[-1], edit, seeds)), words[-1])
    return forms


def _agreeing(phrase: Phrase, chosen: Sequence[Edit], place: int, gender: str, seeds: Seeds) -> Edit:
    """«учителя [Георге] Мунтяну», «вместо Люка [Берсе]», «встретили [Таке] Кендзо»: what is a form in another case than its title or name
    stays, unless it is one of a first name in that case («министру [Андрее] Пальмери»)."""
    word, edit, said = phrase.words[place], chosen[place], phrase.grammars[place]
    if edit.form == word or not word.endswith(STIFF) or len(phrase.words) == 1 or not said.case:
        return edit
    if (edit.source, edit.mark) == ("known", "Name") and any(
        other.case == edit.case for other in chosen if other is not edit and other.turned
    ):
        return edit  # «Татьяны Соломиной», which the tagger takes for nominatives
    cases, seen = {each.case for each in undone(word) if each.form == edit.form}, _alike(said.case)
    if cases == {"loct"} and is_first(word, seeds) and not _is_located(phrase.left):
        return edit._replace(form=word)  # «Николае Гросу приехал»
    others = (other.case for other in chosen if other is not edit and other.turned and other.form not in phrase.words)
    rare = is_first(word, seeds) and fold(edit.form) not in seeds.first_name_rates  # «Амину», which the table has beside «Амин»
    told = rare or cases == {"loct"} or _is_title(phrase.left, seen) or not seen.isdisjoint(others) or phrase.words[-1].endswith("о")
    if not told or not cases or cases & seen:
        return edit
    able = (each for each in edits(word) if each.case in seen and each.number == "sing" and gender in ("", each.gender))
    named = (each for each in able if place == 0 and each.form != word and is_first(each.form, seeds))
    return next(named, Edit(word, True, "stiff", "NOUN", said.case, "sing", gender))


def _is_located(left: Neighbour) -> bool:
    """«о», «и», «министре»"""
    return left[1].pos in ("PREP", "CONJ") or left[1].case == "loct"


def _is_title(left: Neighbour, seen: Set[str]) -> bool:
    """«учителя», «министром», not «МИД Австрии»: whoever stands in one of the cases; his genitive is his accusative."""
    return left[1].case in seen and ("gent" not in seen or (may_be(left[0], "gent") and may_be(left[0], "accs")))


def _alike(case: str) -> set[str]:
    """The cases that the tagger may mean by one: of a man the genitive is the accusative."""
    return {"gent", "accs"} if case in ("gent", "accs") else {case}


def _is_stiff(phrase: Phrase, chosen: Sequence[Edit], seeds: Seeds) -> bool:
    """«депутата Иона [Мындрачу]», «принял Корнелиу [Розяну]», «один из вождей племени Тебби [Рамбом]»: what ends as no genitive of a man
    does stays, where the tagger sees one, and the ending of foreign surnames is no dative elsewhere; but not behind a dative («Николаусу
    Фишеру»)."""
    first, word, said, edit = phrase.words[0], phrase.words[-1], phrase.grammars[-1], chosen[-1]
    given = len(first) > 1 and (chosen[0].form == first or not first.endswith(HIS_DATIVE))
    if not given or edit.gender != "masc" or not word.endswith(NO_GENITIVE) or known(edit.form):
        return False
    foreign = said.case != "datv" == edit.case and fold(word).endswith(seeds.stiff_endings)
    return foreign or (said.case == "gent" and not _is_sure(edit, seeds))


def _is_her_stiff(words: Sequence[str], forms: Sequence[str], last: Edit, seeds: Seeds) -> bool:
    """«Асты [Кивеля]»: no woman's surname is a form of one that ends in a consonant, which stays as it is."""
    entry = first_name(forms[0], seeds)
    hers = entry is not None and entry.gender == "f" and forms[0] != words[0]
    return hers and last.gender == "masc" and words[-1] in (f"{last.form}а", f"{last.form[:-1]}я") and not is_family(last.form, seeds)


def _is_in_y(word: str, seeds: Seeds) -> bool:
    """«визит Мириам [Ольеры]», not «визит Мириам [Асанулы]»"""
    return word.endswith("ы") and not known(word) and not fold(word).endswith(seeds.stiff_endings)


def _is_his(word: str, edit: Edit, seeds: Seeds) -> bool:
    """«Егише [Розияна]», not «Киммо [Ярва]» or «Такэо [Мацуки]»: the genitive or accusative of what is surely a man's surname."""
    his = edit.case in HIS_CASES and (edit.gender, edit.number) == ("masc", "sing")
    return his and word[:-1] == edit.form and _is_sure(edit, seeds)


def _is_sure(edit: Edit, seeds: Seeds) -> bool:
    return fold(edit.form).endswith(seeds.family_endings)


def _cases(words: Sequence[str], chosen: Sequence[Edit], gender: str) -> set[str]:
    """The cases, not the nominative, that the words were taken for; every one where the last has one form only («Асии Биби»)."""
    cases = {edit.case for edit in chosen if edit.turned} - {"", "nomn"}
    stiff = bool(gender) and len(words) == 2 and chosen[1].form == words[1] and (words[1].endswith(STIFF) or gender == "femn")
    return cases or ({"gent", "datv", "accs", "ablt", "loct"} if stiff else set())


def _first(word: str, edit: Edit, case: str, gender: str, seeds: Seeds) -> str:
    """«[Гани] Седова», whom no table knows as «Гана», «[Бидзину] Иванишвили», whom it knows as «Бидзина» alone, the man «[Раду] Гросу»,
    though «Рада» is a woman, «[Гела] Шенгелая», though «Гел» is nobody, and «[Сергею] Седун», whose surname stays."""
    entry = first_name(edit.form, seeds)
    if edit.form == word and word.endswith(HIS_DATIVE) and entry is None and case in name_cases(word) <= OBLIQUE:
        return next((other.form for other in edits(word) if other.number == "sing" and is_first(other.form, seeds)), word)
    if edit.form == word or (entry and gender in ("", SEXES.get(entry.gender, gender))):
        return edit.form
    if own := first_name(word, seeds):
        return word if word.endswith(STIFF) or (own.gender == "m" and word.endswith("а")) else edit.form
    able = (other.form for other in edits(word) if other.number == "sing")
    known = {form for form in able if (entry := first_name(form, seeds)) and gender in ("", SEXES.get(entry.gender, gender))}
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
