"""The base form of one mention that is no role, by its kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..inflection import Making, Neighbour, as_written, choices, edits
from ..morphology import NAMES, REMEMBERED, Grammar, fold, inflect, keys, known, parses, recase
from ..naming import glued, naming
from ..phrases import Entry, spelled
from ..seeds import Seeds
from ..signs import QUOTES
from ..transliteration import is_latin
from .phrases import ALONE, Sides, based, joined

POSSESSIVE = ("ов", "ев", "ин", "ын")
QUOTED = re.compile(f"(?=[{QUOTES}])")


def person(words: Sequence[str], grammars: Sequence[Grammar], seeds: Seeds, sides: Sides = ALONE) -> Making[str]:
    """«Мурадом Мередовым» → «Мурад Мередов»."""
    name = yield from naming(*glued(words, grammars), seeds, sides.left, sides.right, sides.evidence)
    return name.whole


def phrase(surface: str, words: Sequence[str], grammars: Sequence[Grammar], kind: str, sides: Sides = ALONE) -> Making[str]:
    """An organization, a country or a place, spaced and quoted as it is written."""
    whole, said = glued(words, grammars)
    said = [said[0]._replace(pos="ADJF"), *said[1:]] if kind == "organization" and _is_possessive(whole, said) else said
    number = "one" if is_one_of_several(said) or _is_of_list(whole, said) else "same"
    forms = yield from based(whole, said, "organization" if kind == "organization" else "location", *sides, number=number)
    return balanced(respaced(surface, whole, forms))


def _is_possessive(words: Sequence[str], grammars: Sequence[Grammar]) -> bool:
    """«[Карлова] университета», but not «[Фонда] развития»: does a name of more words begin with whose it is?"""
    if len(words) == 1 or not words[0][0].isupper() or not words[1].islower() or grammars[0][:3] != grammars[1][:3]:
        return False
    owners = (parse for parse in parses(words[0]) if parse.pos == "NOUN" and fold(parse.lemma).endswith(POSSESSIVE))
    genders = {parse.gender for parse in owners if (parse.case, parse.number) == grammars[0][1:3] and NAMES & parse.marks}
    return any(parse.gender in genders for parse in parses(words[1]) if (parse.case, parse.number) == grammars[0][1:3])


def is_one_of_several(grammars: Sequence[Grammar]) -> bool:
    """«Жуковского и [Ленинского районов]», of one adjective and the noun that it shares with others."""
    noun = next((said for said in grammars if said.pos == "NOUN"), grammars[0])
    return (grammars[0].pos, grammars[0].number, noun.number) == ("ADJF", "sing", "plur")


def _is_of_list(words: Sequence[str], grammars: Sequence[Grammar]) -> bool:
    """«в авиакомпаниях «Россия» и «Победа»», «концернов Apex и Vento»: a noun before the first of several names, each of which has it."""
    return len(words) > 1 and (words[1] in QUOTES or is_latin(words[1])) and grammars[0][::2] == ("NOUN", "plur")


def is_apart(form: str, word: str, left: Neighbour, seeds: Seeds) -> bool:
    """Does the name of a place not go with the case or the gender of what it is: «в городах [Оснабрюк] и Мюнстер», «в посёлке [Свесса]»,
    «из села [Бешкалма]»?

    >>> from ..seeds import load
    >>> town, village = Grammar("NOUN", "loct", "sing", "masc"), Grammar("NOUN", "gent", "sing", "neut")
    >>> [is_apart(form, word, ("посёлке", town), load()) for form, word in (("Свесс", "Свесса"), ("Ржев", "Ржеве"))]
    [True, False]
    >>> is_apart("Бешкалм", "Бешкалма", ("села", village), load())
    True
    """
    noun, said = left
    if form == word or known(form) or said.pos != "NOUN" or keys(noun).isdisjoint(seeds.words["settlement"]):
        return False
    cases = {"gent", "accs"} if said.case in ("gent", "accs") else {said.case}
    genders = {edit.gender for edit in edits(word) if edit.form == form and edit.case in cases}
    if said.gender in ("neut", "femn"):
        genders.discard("masc")
    return said.number == "plur" or said.case == "nomn" or not genders


@lru_cache(maxsize=REMEMBERED)
def is_stiff(word: str, said: Grammar) -> bool:
    """Does a name that no dictionary knows not decline, because it stands in the genitive or the instrumental, which never end so («вратарь
    «[Витоле]»»), or in no case («клуб «[Уизардз]»»)?

    >>> is_stiff("Витоле", Grammar("NOUN", "gent", "sing", "masc")), is_stiff("Уэске", Grammar("NOUN", "loct", "sing", "masc"))
    (True, False)
    """
    caseless = (word.endswith("е") and said.case in ("gent", "ablt")) or (said.pos == "X" and not said.case)
    return caseless and word[0].isupper() and not known(word)


def balanced(name: str) -> str:
    """With a closing mark for each opening one («АО «НК «Алмаз»», where one mark closes both).

    >>> balanced("АО «НК «Алмаз»"), balanced("АО «Алмаз»")
    ('АО «НК «Алмаз»»', 'АО «Алмаз»')
    """
    return name if any(mark in name for mark in '„“”"') else name + "»" * (name.count("«") - name.count("»"))


def inside(name: str) -> str:
    """What a quotation that ends a name says, of a name without one all of it.

    >>> inside("театр «Сфера»"), inside("«Сфера»"), inside("Сфера")
    ('Сфера', 'Сфера', 'Сфера')
    """
    return (QUOTED.split(name, maxsplit=1)[-1] if name[-1:] in QUOTES else name).strip(QUOTES)


def respaced(surface: str, words: Sequence[str], forms: Sequence[str]) -> str:
    """The forms with the spaces of the surface between them.

    >>> respaced("завода «Маяк»", ["завода", "«", "Маяк", "»"], ["завод", "«", "Маяк", "»"])
    'завод «Маяк»'
    """
    if len(words) == 1:
        return forms[0]
    out, done = [], 0
    for word, form in zip(words, forms, strict=True):
        at = surface.find(word, done)
        if at < 0:
            return joined(forms)
        out.append(" " * bool(surface[done:at].strip("*")) + form)
        done = at + len(word)
    return "".join(out).strip()


@lru_cache(maxsize=REMEMBERED)
def adjective(words: tuple[str, ...], kind: str, said: Grammar, seeds: Seeds) -> str | None:
    """«Турецкие» → «турецкий», «российско» of «российско-сербский» → «российский»; None for no adjective of a country, place or people."""
    word = f"{words[0][:-1]}ий" if words[0].endswith("ско") else words[0]
    if len(words) > 1 or not _is_told(word, kind, said, seeds):
        return None
    reading = next((parse for parse in parses(word) if parse.pos == "ADJF"), None)
    return (inflect(reading, "nomn", "sing", "masc") if reading else None) or word.lower()


def _is_told(word: str, kind: str, said: Grammar, seeds: Seeds) -> bool:
    """Is it known as the adjective of a country or place, or one of a state («советских») or a people («русскую») by what it is?"""
    found = {entry.kind for entry in entries(word, seeds)}
    state = kind == "country" and word.islower()
    people = kind == "nationality" and said[0::2] == ("ADJF", "sing")
    return not found & {"country", "place"} and (state or people or bool(found & {"adjective", "place adjective"}))


@lru_cache(maxsize=REMEMBERED)
def known_forms(words: tuple[str, ...], kind: str, seeds: Seeds) -> list[str]:
    """The words of a name that the seeds know of a kind in its base form, none where they know no such name or several.

    >>> from ..seeds import load
    >>> known_forms(("Претории",), "place", load()), known_forms(("Курской", "областях"), "place", load())
    (['Претория'], ['Курская', 'область'])
    """
    names = seeds.phrases.based(words, kind) if words[-1][-1].isalpha() and not words[0].islower() else []
    told = spelled(names[0]) if len(names) == 1 else []
    pairs = list(zip(told, words, strict=True)) if len(told) == len(words) else []
    return [_like(form, word) for form, word in pairs] if all(_may_become(word, fold(form)) for form, word in pairs) else []


def _may_become(word: str, form: str) -> bool:
    return form == fold(word) or form in choices(word)


def _like(form: str, word: str) -> str:
    """Large and with ё where the word is so."""
    return as_written(recase(form.lower(), word), word)


@lru_cache(maxsize=REMEMBERED)
def country_code(surface: str, seeds: Seeds) -> str:
    """The code of a name, byname, adjective or people of one country, "" where several share it.

    >>> from ..seeds import load
    >>> country_code("Таджикистана", load()), country_code("корейский", load()), country_code("Штаты", load())
    ('TJ', '', 'US')
    """
    bare = surface.strip(' «»"„“”')
    for spelling in (bare, _whole_adjective(bare), bare[3:] if bare[:3].lower() == "все" else ""):
        codes = {entry.key for entry in entries(spelling, seeds) if entry.kind in ("country", "adjective", "inhabitant")}
        if codes:
            return codes.pop() if len(codes) == 1 else ""
    return next((seeds.bynames[key] for key in sorted(keys(bare)) if key in seeds.bynames), "")


def _whole_adjective(word: str) -> str:
    """«российский» of «российско-», "" of another word"""
    return f"{word[:-1]}ий" if word.endswith("ско") else ""


@lru_cache(maxsize=REMEMBERED)
def former_state(surface: str, seeds: Seeds) -> str:
    """The name of a state that is no more, "" for another.

    >>> from ..seeds import load
    >>> former_state("советскими", load()), former_state("Советского Союза", load()), former_state("союзный", load())
    ('СССР', 'СССР', '')
    """
    found = (seeds.former_states.whole(spelling) for spelling in (surface, _whole_adjective(surface)) if spelling)
    return next((entries[0].key for entries in found if entries), "")


@lru_cache(maxsize=REMEMBERED)
def entries(surface: str, seeds: Seeds) -> tuple[Entry, ...]:
    """The rows of the seeds that a whole surface names."""
    return tuple(seeds.phrases.whole(surface)) if surface else ()
