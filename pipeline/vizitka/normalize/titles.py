"""The base form of a role: its title in the nominative singular, without what it is held for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..inflection import Making, as_written, edits, is_head
from ..morphology import REMEMBERED, Grammar, fold, inflect, is_acronym, keys, nouns, parses, recase
from ..seeds import Seeds
from ..signs import JOINTS, QUOTES
from ..statuses import marks
from .phrases import ALONE, Sides, based, joined

ENDS = frozenset({"в", "во", "на", "при", "от", "и", ",", ".", "(", ")", "–", "—", "по", "с", "из"})
ADJECTIVES = ("ADJF", "PRTF")
NAMED = frozenset({"company", "media", "party", "society", "sport"})  # sorts of organizations that bear names of their own


class Title(NamedTuple):
    """The words of a title, what is to be put in the nominative of them, and what is not small.

    ``stop``: where what the title governs begins; ``head``: the role that governs it, in the nominative; ``see``: the places of a
    bishop's see.
    """

    words: tuple[str, ...] = ()
    grammars: tuple[Grammar, ...] = ()
    stop: int = 0
    head: str = ""
    see: range = range(0)
    names: frozenset[str] = frozenset()


def title(
    words: Sequence[str],
    grammars: Sequence[Grammar],
    cut: Mapping[str, str],
    seeds: Seeds,
    sides: Sides = ALONE,
    served: Collection[str] = (),
) -> Making[str]:
    """«Министром иностранных дел Российской Федерации» without what it is held for (``cut``, with the kind of each): «министр
    иностранных дел»; ``served``: the words of whom it is held for («пресс-секретарь [Седовой]»)."""
    asked = _asked(tuple(words), tuple(grammars), tuple(cut.items()), frozenset(served), seeds)
    if not asked.words:
        return ""
    turned = yield from based(asked.words[: asked.stop], asked.grammars[: asked.stop], "organization", *sides, number="one")
    return _told(asked, tuple(turned), seeds)


@lru_cache(maxsize=REMEMBERED)
def _asked(
    words: tuple[str, ...], grammars: tuple[Grammar, ...], cut: tuple[tuple[str, str], ...], served: frozenset[str], seeds: Seeds
) -> Title:
    """What is asked about a role: its words without what it is held for."""
    pairs, names = _kept(words, _adjectival(words, grammars, seeds), dict(cut), seeds)
    if not pairs:
        return Title()
    pairs = _of_one([pairs[0], *(_of_each(one, other, seeds) for one, other in pairwise(pairs))], seeds)
    see = _see(pairs, seeds)
    names |= served | {pairs[place][0] for place in see}
    whole, said = smaller([word for word, _ in pairs], names), [grammar for _, grammar in pairs]
    return Title(tuple(whole), tuple(said), *_governing(whole, said, seeds), see, frozenset(names))


@lru_cache(maxsize=REMEMBERED)
def _told(asked: Title, forms: tuple[str, ...], seeds: Seeds) -> str:
    """The title whose words up to its ``stop`` have these forms."""
    whole, said, stop, head, see, names = asked
    turned = [compound(form, word, grammar, seeds) for form, word, grammar in zip(forms, whole, said, strict=False)]
    lead = _lead(whole[:stop], said, seeds)
    turned[:lead] = [titled(form, word, grammar, seeds) for form, word, grammar in zip(turned[:lead], whole, said, strict=False)]
    if is_titular(whole, lead, said):
        turned[lead : lead + 1] = [agreed(each, said[lead]) for each in turned[lead : lead + 1]]
    turned[see.start : see.stop] = [agreed(whole[place], said[place]) for place in see]
    names |= set(turned[see.start : see.stop])
    if head:
        turned[-1] = head
    return joined(_begun(smaller([*turned, *whole[stop:]], names), seeds))


def _of_one(pairs: list[tuple[str, Grammar]], seeds: Seeds) -> list[tuple[str, Grammar]]:
    """«главы [двух] государств» are each a «глава государства»."""
    word, grammar = pairs[-1]
    read = parses(word) if word in seeds.words["own place"] and _is_of_body(pairs, seeds) else ()
    several = next((parse for parse in read if (parse.pos, parse.case, parse.number) == ("NOUN", "gent", "plur")), None)
    one = inflect(several, "gent", "sing") if several else None
    if one is None:
        return pairs
    numbered = len(pairs) > 2 and any(parse.pos == "NUMR" for parse in parses(pairs[-2][0]))
    return [*pairs[: -1 - numbered], (one, grammar)]


def _of_each(one: tuple[str, Grammar], other: tuple[str, Grammar], seeds: Seeds) -> tuple[str, Grammar]:
    """«заместители [министров]», of whom each has a minister: the role that a plural one serves, in the singular."""
    word, grammar = other
    served = grammar[1:3] == ("gent", "plur") and one[1].number == "plur" and nouns(one[0]) & seeds.roles.keys()
    able = (parse for parse in parses(word) if served and parse.case == "gent" and keys(parse.lemma) & seeds.roles.keys())
    form = next((inflect(parse, "gent", "sing") for parse in able), None)
    return (recase(form, word), grammar._replace(number="sing")) if form else other


def _adjectival(words: Sequence[str], grammars: Sequence[Grammar], seeds: Seeds) -> Sequence[Grammar]:
    """«[старшим] лейтенантом», «[управляющим] директором», but not «[командующим] флотом»: what goes with a noun behind it is no noun."""
    if len(words) < 2 or (grammars[0].pos, grammars[0][:3]) != ("NOUN", grammars[1][:3]):
        return grammars
    if _is_governing(words[0], seeds) and seeds.roles.keys().isdisjoint(nouns(words[1])):
        return grammars
    able = any(parse.pos in ADJECTIVES and parse.case == grammars[0].case for parse in parses(words[0]))
    return [grammars[0]._replace(pos="ADJF"), *grammars[1:]] if able else grammars


def _is_governing(word: str, seeds: Seeds) -> bool:
    """«заведующий», «командующий»"""
    return "instrumental" in seeds.takes(nouns(word))


def _begun(forms: list[str], seeds: Seeds) -> list[str]:
    """With a first word that is small, and no mark of status."""
    first, *rest = forms
    if fold(first) in seeds.roles and not is_acronym(first):  # «Кардиохирург», which the dictionary does not know
        first = first.lower()
    prefix, _, named = first.partition("-")
    return [named if named and prefix in seeds.status_prefixes else first, *rest]


def _kept(
    words: Sequence[str], grammars: Sequence[Grammar], cut: Mapping[str, str], seeds: Seeds
) -> tuple[list[tuple[str, Grammar]], set[str]]:
    """The words of a title with their grammar, and those of them that belong to a name."""
    parts = {tuple(part.split()): kind for part, kind in cut.items()}
    outside = without(tuple(words), tuple(parts))
    concern = _concern(words, seeds)
    proper = [*(concern if concern.start - 1 in outside else ()), *_topic(words, cut, seeds)]
    told = {place for mark in marks(words, 0, len(words), seeds) for place in range(mark.first, mark.last)}
    named = sorted({*outside, *proper})
    kept = [place for place in named if place not in told] or named
    kept = kept[: _goes_on(words, kept, parts)]
    pairs = [(words[place], grammars[place]) for place in kept if not _is_emptied(words, place, kept)]
    if len(pairs) > 1 and not keys(pairs[0][0]).isdisjoint(seeds.words["of capital"]):
        pairs, kept = pairs[1:], kept[1:]  # «[столичного] мэра»
    left = bool(named) and named[-1] < len(words) - 1
    behind = tuple(words[named[-1] + 1 :]) if left else ()
    sort = next((kind for part, kind in parts.items() if behind[: len(part)] == part), "")
    if sort == "organization" and any((parse.pos, parse.case) == ("ADJF", "gent") for parse in parses(behind[0])):
        sort = ""  # «начальник управления сельского [хозяйства] Тверского облисполкома»
    before = tuple(words[: named[-1]]) if named else ()
    of_body = any(kind == "organization" and before[-len(part) :] == part for part, kind in parts.items())
    if len(pairs) > 1 and kept[-1] not in proper and _ends_in_land(pairs, of_body, seeds):
        pairs.pop()
        left = True
    while pairs and (pairs[-1][0] in ENDS or (left and len(pairs) > 1 and _is_left(*pairs[-1], sort, seeds))):
        pairs.pop()  # «руководитель [музыкального] издательства «Геометрия»», «глава [ПАО] Сбербанк», of which the organization is cut out
    return pairs, {words[place] for place in proper}


def _ends_in_land(pairs: Sequence[tuple[str, Grammar]], of_body: bool, seeds: Seeds) -> bool:
    """«президент [страны]», «глава МИД [страны]», «глава ведомства [страны]», «посол Чили в [республике]», but not «глава государства»,
    «глава администрации города»: does a word end a title that only points to the land? ``of_body``: is a body cut out right before it."""
    word, before = pairs[-1][0], pairs[-2][0]
    if word not in seeds.words["own place"]:
        return len(pairs) > 2 and before == "в" and _is_own_place(word, seeds)
    of_short = len(pairs) > 2 and word in seeds.words["any state"] and not seeds.short_nouns.isdisjoint(keys(before))
    return of_body or of_short or not _is_of_body(pairs, seeds)


@lru_cache(maxsize=REMEMBERED)
def _is_own_place(word: str, seeds: Seeds) -> bool:
    """«республике», «стране»"""
    return any(parse.pos == "NOUN" and inflect(parse, "gent", "sing") in seeds.words["own place"] for parse in parses(word))


def _goes_on(words: Sequence[str], kept: Sequence[int], parts: Mapping[tuple[str, ...], str]) -> int:
    """«глава комитета Госдумы по делам СНГ[, интеграции]», «начальник штаба в Европе [и Африке]»: how many words stand before what goes on
    behind a body that is cut out, or a name behind another."""
    for number, place in enumerate(kept):
        if words[place] not in JOINTS or place - 1 in kept:
            continue
        kinds = {kind for part, kind in parts.items() if tuple(words[place - len(part) : place]) == part}
        named = bool(kinds) and words[place] == "и" and words[place + 1 :][:1] and words[place + 1][0].isupper()
        if named or (words[place] == "," and "organization" in kinds):
            return number
    return len(kept)


def _is_of_body(pairs: Sequence[tuple[str, Grammar]], seeds: Seeds) -> bool:
    """«глава государства»: does the title say what it is held for?"""
    return any("body" in seeds.takes(keys(word)) for word, _ in pairs)


def compound(form: str, word: str, grammar: Grammar, seeds: Seeds) -> str:
    """With the first role of a compound in the nominative too.

    >>> from ..seeds import load
    >>> compound("врачом-хирург", "врачом-хирургом", Grammar("NOUN", "ablt"), load())
    'врач-хирург'
    """
    first, dash, rest = form.partition("-")
    if not dash or form == word or not word.startswith(f"{first}-") or not grammar.case or grammar[1:3] == ("nomn", "sing"):
        return form
    roles = (parse for parse in parses(first) if parse.case == grammar.case and fold(parse.lemma) in seeds.roles)
    turned = next((inflect(parse, "nomn", "sing") for parse in roles), None)
    return f"{turned}-{rest}" if turned else form


def _lead(words: Sequence[str], grammars: Sequence[Grammar], seeds: Seeds) -> int:
    """Where a title's noun ends («[чрезвычайным и полномочным послом] в Чили»), 0 where it is no role («военным руководством»)."""
    for place, (word, grammar, after) in enumerate(zip(words, grammars, (*grammars[1 : len(words)], Grammar()), strict=False)):
        adjective = grammar.pos in ADJECTIVES and after[:2] == ("NOUN", grammar.case)
        role = not seeds.roles.keys().isdisjoint({*nouns(word), fold(word)})  # «замначальника», of which the dictionary knows nothing
        if not adjective and (is_head(word, grammar) or role):
            return (place + 1) * role
    return 0


def titled(form: str, word: str, grammar: Grammar, seeds: Seeds) -> str:
    """The form that the seeds have among roles and their adjectives, where it is one, of a title up to its noun.

    >>> from ..seeds import load
    >>> said = Grammar("ADJF", "ablt", "sing", "masc")
    >>> titled("временной", "временным", said, load()), titled("уполномоченное", "уполномоченным", said, load())
    ('временный', 'уполномоченный')
    """
    written, made = seeds.roles.get(fold(word)), seeds.roles.get(fold(form))
    if written and made and written != made and written.full_name == made.full_name != "":
        return word.lower()  # «замначальника», which is so in each case, not «замначальник»
    if _is_titled(form, seeds) or form.endswith(("ая", "яя")) or (form == word and grammar[1:3] == ("nomn", "sing")):
        return form
    read = [edit for edit in reversed(edits(word)) if not (grammar.number == "sing" and edit.source.endswith(" one"))]
    able = {fold(edit.form): edit.form for edit in read if _is_titled(edit.form, seeds)}  # «пранкер» before «пранкёр»
    return as_written(next(iter(able.values())), word) if len(able) == 1 else form


def _see(pairs: Sequence[tuple[str, Grammar]], seeds: Seeds) -> range:
    """The places of a bishop's see: «епископ [Юрьевский и Лухский]»."""
    words = [word for word, _ in pairs]
    first = next((place for place in range(1, len(words)) if is_see(words[place - 1], words[place], seeds)), len(words))
    last = first
    while last < len(words) and (words[last] == "и" or _is_large(words[last])):
        last += 1
    return range(first, last)


def is_see(word: str, after: str, seeds: Seeds) -> bool:
    """«епископ [Юрьевский]»"""
    return _is_large(after) and has_see(word, seeds)


def _is_large(word: str) -> bool:
    """Is it an adjective written large?"""
    return word[0].isupper() and any(parse.pos in ADJECTIVES for parse in parses(word))


@lru_cache(maxsize=REMEMBERED)
def has_see(word: str, seeds: Seeds) -> bool:
    """«митрополит», «патриарх»"""
    return "see" in seeds.takes(nouns(word))


def is_titular(words: Sequence[str], place: int, grammars: Sequence[Grammar]) -> bool:
    """Is it an adjective that ends a title: «папа [Римский]», «патриарх [Московский] и всея Руси», not «глава [Тверского] района»?"""
    return (
        0 < place < len(words)
        and _is_adjective(words[place], grammars[place])
        and grammars[place].case == grammars[place - 1].case
        and (place + 1 == len(words) or words[place + 1] == "и")
    )


def agreed(word: str, grammar: Grammar) -> str:
    """An adjective in the nominative.

    >>> agreed("Римскому", Grammar("ADJF", "datv", "sing", "masc"))
    'Римский'
    """
    reading = next((parse for parse in parses(word) if parse.pos in ADJECTIVES and parse.case == grammar.case), None)
    form = inflect(reading, "nomn", "sing", grammar.gender or "masc") if reading else None
    return recase(form, word) if form else word


def _is_titled(form: str, seeds: Seeds) -> bool:
    return fold(form) in seeds.roles or fold(form) in seeds.role_adjectives


def _governing(words: Sequence[str], grammars: Sequence[Grammar], seeds: Seeds) -> tuple[int, str]:
    """Where the instrumental begins that a role governs («заведующему [кафедрой истории]»), and that role in the nominative; or what
    depends on an adjective («ведущему [концерта]»)."""
    for place in range(1, len(words)):
        heads = [seeds.roles[key] for key in nouns(words[place - 1]) & seeds.roles.keys()]
        if any(map(is_head, words[: place - 1], grammars)):
            break  # «заместитель командующего войсками»
        titular = grammars[place - 1].pos in ADJECTIVES and nouns(words[place]) & seeds.roles.keys()  # «управляющим директором»
        if grammars[place].case == "ablt" and not titular and len(heads) == 1 and "instrumental" in heads[0].takes:
            return place, heads[0].name
    return 1 if _is_substantive(words, grammars, seeds) else len(words), ""


def _is_substantive(words: Sequence[str], grammars: Sequence[Grammar], seeds: Seeds) -> bool:
    """«[ведущий] концерта», but not «[ведущий] специалист центра»: an adjective that is a role, before a noun that is none."""
    if len(words) < 2 or nouns(words[0]).isdisjoint(seeds.roles) or not any(parse.pos in ADJECTIVES for parse in parses(words[0])):
        return False
    noun = next((word for word, grammar in zip(words[1:], grammars[1:], strict=True) if grammar.pos == "NOUN"), "")
    return noun == words[1] and nouns(noun).isdisjoint(seeds.roles)


def _is_left(word: str, grammar: Grammar, sort: str, seeds: Seeds) -> bool:
    """Does a word belong to what is cut out behind it, of this sort: an adjective, a number, a legal form, the noun of a name («лидер
    [партии] «Заря»», «губернатор [провинции] Альберта», «послы [стран] АТЭС», «лидер [крайне правых]»)?"""
    if word in seeds.legal_forms or word in seeds.words["own place"] or (grammar.pos in ("NUMR", "ADVB") and word.isalpha()):
        return True
    if sort in ("location", "part of the world"):
        town = len(word) == 1 or any(key in seeds.words["settlement"] and key not in seeds.organization_nouns for key in keys(word))
        return town or _is_adjective(word, grammar)  # «г. Тулы», «города Тулы», «Тверского района»
    named = sort == "organization" and grammar.number == "sing"
    called = any(key in seeds.plain_nouns or seeds.organization_nouns.get(key) in NAMED for key in keys(word))
    return (named and called) or _is_adjective(word, grammar)


def _is_adjective(word: str, grammar: Grammar) -> bool:
    """By the tagger, where no reading of the word denies it («хокима»)."""
    return grammar.pos in ADJECTIVES and any(parse.pos in ADJECTIVES for parse in parses(word))


def _is_emptied(words: Sequence[str], place: int, kept: Sequence[int]) -> bool:
    """Is the word a quotation mark whose quotation was cut out («гендиректор «Яндекса»»)?"""
    at = kept.index(place)
    after, before = kept[at + 1 : at + 2], kept[at - 1 : at] if at else []
    opens = words[place] in '«“„"' and after and words[after[0]] in '»”“"' and after[0] > place + 1
    return bool(opens or (words[place] in '»”“"' and before and words[before[0]] in '«“„"' and before[0] < place - 1))


def without(words: tuple[str, ...], parts: tuple[tuple[str, ...], ...]) -> list[int]:
    """The places of the words that stand in none of the parts."""
    gone: set[int] = set()
    for part in parts:
        for first in range(len(words) - len(part) + 1):
            if words[first : first + len(part)] == part and not gone.intersection(range(first, first + len(part))):
                gone.update(range(first, first + len(part)))
                if first and words[first - 1] in ("в", "во", "на", "при"):
                    gone.add(first - 1)
                break
    return [place for place in range(len(words)) if place not in gone]


def _concern(words: Sequence[str], seeds: Seeds) -> range:
    """The places of a name that belongs to a title, for it says what the role is concerned with: «министр по делам [Северного Кавказа]»,
    «по делам [Приморского края]»."""
    pairs = enumerate(pairwise(words), start=2)
    first = next((place for place, (one, other) in pairs if one == "по" and other in seeds.words["concern"]), len(words))
    last = next((place for place in range(first, len(words)) if words[place].islower() and words[place] != "и"), len(words))
    told = first < last < len(words) and parses(words[last - 1])[0].pos == "ADJF"  # an adjective and its noun
    return range(first, last + told)


def _topic(words: Sequence[str], cut: Mapping[str, str], seeds: Seeds) -> list[int]:
    """The places of states and parts of the world with which a role is concerned: «спецпредставитель президента по [Сирии] и [Ираку]»,
    «по странам [Африки]»."""
    named = tuple(tuple(part.split()) for part, kind in cut.items() if kind in ("country", "part of the world"))
    rest = {*without(tuple(words), named), len(words)}
    begun = (place for place, word in enumerate(words) if word == "по" and _past_states(words, place + 1, seeds) not in rest)
    first = next(begun, len(words))
    return [place for place in range(first, len(words)) if words[place] in ("по", "и") or place not in rest]


def _past_states(words: Sequence[str], place: int, seeds: Seeds) -> int:
    """«по [странам] Африки»"""
    return place + any(not keys(word).isdisjoint(seeds.words["states"]) for word in words[place : place + 1])


def smaller(words: Sequence[str], names: Collection[str] = ()) -> list[str]:
    """In lower case, but for acronyms, proper names, what stands in quotation marks and the words of ``names``.

    >>> smaller(["Командир", "Крейсера", "«", "Варяг", "»"])
    ['командир', 'крейсера', '«', 'Варяг', '»']
    """
    signs = [place for place, word in enumerate(words) if word in QUOTES]
    quoted = range(signs[0], signs[-1]) if signs else ()
    return [word if place in quoted or word in names else small(word) for place, word in enumerate(words)]


@lru_cache(maxsize=REMEMBERED)
def small(word: str) -> str:
    """In lower case, but for acronyms and proper names.

    >>> small("Чрезвычайный"), small("МИД"), small("Лужников")
    ('чрезвычайный', 'МИД', 'Лужников')
    """
    before, _, rest = word.partition("-")
    if is_acronym(word) or not word[:1].isupper() or (is_acronym(before) and rest.islower()):
        return word  # «PR-директор»
    first = parses(word.lower())[0]
    return word if {"Name", "Surn", "Patr", "Geox", "Orgn"} & first.marks or not (first.source.is_known or "-" in word) else word.lower()
