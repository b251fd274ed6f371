"""People: the model's spans, and the names that it missed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..inflection.choices import STIFF
from ..morphology import CASES, CONSONANTS, NAMES, REMEMBERED, Grammar, fold, keys, known, may_be, parses
from ..naming import INITIAL, is_family_first, syllable
from ..seeds import Seeds
from ..signs import DASHES
from ..types import Kind
from .nouns import head_role, noun_kind
from .origins import bearer
from .roles import is_title_adjective
from .spans import Sentence, Span, is_address, is_named_after, is_nobodys

APOSTROPHES, ARTICLES = frozenset("'’ʼ`"), frozenset("ОДдODdЛлLl")
ENDS = DASHES | {"("}  # what stands behind a whole name in a list
SMALL = frozenset({"PREP", "CONJ", "PRCL", "NPRO"})
SAID = frozenset({"1per", "3per", "Supr"})  # marks of verbs and adjectives that are nobody's surname
DOUBTFUL = 0.6  # a lone person of whom the model is no surer may be a thing
LONG = 7  # letters of a noun that no surname ends as
OWNED = re.compile("(?:[ая]|[ое]го)$")
CAPITALISED = re.compile(r"[А-ЯЁA-Z][’'а-яёa-zА-ЯЁA-Z-]*[а-яёa-z]$")


def people(sentence: Sentence, found: list[Span], seeds: Seeds) -> list[Span]:
    """Every person of a sentence once; nobody whom a thing is only named after."""
    found = [part for span in found if (part := _unaddressed(sentence, span, seeds)).first < part.last]
    found = [_returned(sentence, _unsigned(sentence, span, seeds), found, seeds) for span in found]
    found = [part for span in found for part in _parted(sentence, span, found, seeds)]
    taken = [span for span in found if span.kind == "person"]
    others = [span for span in found if span.kind != "person"]
    whole = [_with_first_name(sentence, span, found, seeds) for span in taken]
    whole = [_with_initials(sentence, span) for span in whole]
    whole = [_with_father(sentence, span, seeds) for span in whole + _missed(sentence, whole, others, seeds)]
    whole = [_with_family(sentence, span, found, seeds) for span in whole]
    named = [_with_surname(sentence, _with_article(sentence, _unstopped(sentence, span, seeds)), seeds) for span in whole]
    kept = [span for span in named if _is_person(sentence, span, seeds) and not _is_quoted(sentence, span, others, seeds)]
    return others + sorted(set(kept))


def _is_quoted(sentence: Sentence, person: Span, others: list[Span], seeds: Seeds) -> bool:
    """«ЧВК [Вагнер]»: what stands in quotation marks in the name of an organization that the seeds know."""
    around = (other for other in others if other.last == person.last == person.first + 1 and other.first < person.first)
    known_so = [other for other in around if (other.method, other.kind) == ("seed", "organization")]
    names = (entry.key for other in known_so for entry in seeds.phrases.whole(" ".join(sentence.words[other.first : other.last])))
    quoted = (fold(name.partition("«")[2].rstrip("»")) for name in names)
    return any(name in keys(sentence.words[person.first]) for name in quoted)


def _unaddressed(sentence: Sentence, span: Span, seeds: Seeds) -> Span:
    """«Глубокоуважаемый [Олег Петрович]»: how somebody is spoken to is no part of his name; it leaves nothing of «[Его Святейшество]»."""
    if span.kind != "person":
        return span
    spoken = [place for place in range(span.first, span.last) if is_address(sentence.words[place], seeds)]
    return span._replace(first=spoken[-1] + 1) if spoken else span


def _unsigned(sentence: Sentence, span: Span, seeds: Seeds) -> Span:
    """«начальник [Управления] П. И. Рогов», «2025 года, [Сочи] А. Рогов:», but not «[школа А. И. Рогова]»: what is named ends before
    initials and a surname that is nobody's."""
    for place in range(span.first + 1, span.last - 2) if span.kind in ("organization", "role", "location") else ():
        if place < _past_initials(sentence, place) == span.last - 1:
            surname = sentence.words[span.last - 1]
            signs = is_nobodys(surname, seeds) or (span.kind == "location" and _is_standing(surname))
            return span._replace(last=place) if signs else span
    return span


@lru_cache(maxsize=REMEMBERED)
def _is_standing(surname: str) -> bool:
    """«Громыхин», but not «Громыхина»: is it in the nominative, if a man's?"""
    return surname.endswith(CONSONANTS) and not any((parse.case, parse.number) == ("gent", "sing") for parse in parses(surname))


def _unstopped(sentence: Sentence, span: Span, seeds: Seeds) -> Span:
    """«Выступил [Ван И].»: behind a Chinese name of one vowel the point ends the sentence, and makes it no initial."""
    family, *given = sentence.words[span.first : span.last]
    ends = span.last == sentence.stop and span.kind == "person" and fold(family) in seeds.family_first
    return span._replace(last=span.last - 1) if ends and given in (["И", "."], ["Э", "."]) else span


def _returned(sentence: Sentence, span: Span, found: list[Span], seeds: Seeds) -> Span:
    """«[Рогова Петра Чрезвычайным] и [Полномочным Послом]»: adjectives that a name took from the title behind it are the title's."""
    for other in found if span.kind in ("person", "role") else ():
        person, role = (span, other) if span.kind == "person" else (other, span)
        if (person.kind, role.kind) == ("person", "role") and role.first == person.last + (sentence.word(person.last) == "и"):
            first = _title_start(sentence, person, sentence.case(role.first), seeds)
            if first < person.last:
                return span._replace(last=first) if span is person else span._replace(first=first)
    return span


def _title_start(sentence: Sentence, person: Span, case: str, seeds: Seeds) -> int:
    """Where the adjectives of a title in a case begin at the end of a span, or its end."""
    place = person.last
    while place - 1 > person.first and is_title_adjective(word := sentence.words[place - 1], seeds) and may_be(word, case):
        place -= 1
    return place


def _parted(sentence: Sentence, span: Span, found: list[Span], seeds: Seeds) -> Iterator[Span]:
    """«[Пайплайн Компани]» is a company, «[Верховного Главнокомандующего]» a role; «глава МИД [Буркина-Фасо] [Карамоко Траоре]»,
    «адвокат [Седова] [Анна Ли]»: what or whom a role is held for is no part of the name."""
    if span.kind != "person":
        yield span
        return
    span = _unmarked(sentence, span, seeds)
    words = sentence.words[span.first : span.last]
    lone = len(words) == 1
    if lone and _is_told_post(sentence, span.first, seeds):
        yield span._replace(kind="role")
    elif _is_headed(sentence, span, seeds):
        yield span._replace(last=span.first + 1, kind="role")
    elif lone and (_is_dateline(sentence, span.first, seeds) or _is_place(sentence, span.first, seeds) or _is_town(sentence, span, seeds)):
        yield span._replace(kind="location")
    elif lone and _is_body(words[0], seeds):
        yield span._replace(kind="organization")
    elif lone and (_is_told_noun(sentence, span.first) or is_compound(words[0], seeds) or _is_no_name(sentence, span, seeds)):
        return
    elif lone:
        yield span
    elif _is_torn(sentence, span, seeds) or _is_see(sentence, span, seeds) or _is_town_before(sentence, span, seeds):
        yield span._replace(first=span.first + 1)
    elif words[-1].lower() in seeds.words["company"]:
        yield span._replace(kind="organization")
    elif body := _body_end(sentence, span, seeds):
        method = "seed" if body > span.first + 1 else "model"
        yield Span(span.first, body, "organization", method, span.confidence)
        if body < span.last:
            yield span._replace(first=body)
    elif is_title_adjective(words[0], seeds) and head_role(words[-1], sentence.grammars[span.last - 1], seeds):
        yield span._replace(kind="role")
    else:
        owned = len(words) > 2 and words[2] != "." and not _is_given(sentence, span._replace(first=span.first + 1), seeds)
        served = owned and is_first_name(words[1], seeds) and not is_first_name(words[0], seeds) and is_surname_of(words[0])
        owner = ("person" if served else owner_kind(words[0], seeds)) if owned else None
        held = owner and any(other.kind in ("role", "organization") and other.last == span.first for other in found)
        if owned and not held and _is_headed_place(sentence, span, seeds):
            owner, held = "location", True
        if owner and held:
            yield Span(span.first, span.first + 1, owner, "seed", span.confidence)
        yield span._replace(first=span.first + 1) if held else span


def _is_told_post(sentence: Sentence, place: int, seeds: Seeds) -> bool:
    """«[Акимом] назначен …»: a role in the instrumental that the word is too, before a verb that tells one."""
    if sentence.case(place) != "ablt" or seeds.role_verbs.keys().isdisjoint(keys(sentence.word(place + 1) or "-")):
        return False
    return head_role(sentence.words[place], sentence.grammars[place], seeds) is not None


def _is_dateline(sentence: Sentence, place: int, seeds: Seeds) -> bool:
    """«[Бали]. Сюда прибыл министр …»: a place that is a whole sentence."""
    alone = (sentence.start, sentence.stop) == (place, place + 2) and sentence.words[place + 1] == "."
    return alone and any(entry.kind.startswith("place") for entry in seeds.phrases.whole(sentence.words[place]))


def _is_place(sentence: Sentence, place: int, seeds: Seeds) -> bool:
    """«[Киншаса] ответит», but not «[Толедо] ответит»: a capital or region that is nobody's name."""
    word = sentence.words[place]
    listed = [seeds.places[entry.key] for entry in seeds.phrases.whole(word) if entry.kind == "place"]
    known_as = any(each.capital or each.kind == "region" for each in listed) and not any(each.common for each in listed)
    return known_as and not is_borne(word, seeds)


def _is_torn(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«из [Колбасны Маршник] уехал»: two words in two cases, behind a preposition and before a verb, the first of them nobody's name."""
    cases = [sentence.case(place) for place in range(span.first, span.last)]
    if len(cases) != 2 or cases[0] in ("", "nomn") or cases[1] != "nomn" or not sentence.word(span.last):
        return False
    between = sentence.word(span.first - 1).islower() and sentence.grammars[span.first - 1].pos == "PREP"
    told = between and sentence.grammars[span.last].pos == "VERB"
    return told and not is_borne(sentence.words[span.first], seeds)


def _is_town(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«Мэр [Каухавы] отметил»: what ends as no man in the nominative does, between the head of a town and a man's verb, and is nobody's
    name."""
    word, verb = sentence.words[span.first], sentence.grammars[min(span.last, sentence.stop - 1)]
    told = (verb.pos, verb.gender) == ("VERB", "masc") and word.endswith("ы") and sentence.case(span.first - 1) == "nomn"
    headed = told and not seeds.words["head of town"].isdisjoint(keys(sentence.word(span.first - 1)))
    return headed and not is_borne(word, seeds) and not fold(word).endswith(seeds.stiff_endings)


def _is_headed(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«[Башкан] Гагаузии», «[Башкан] ответила»: a role that is nobody's name, with a place that is known or where the sentence begins."""
    first, *rest = sentence.words[span.first : span.last]
    able = any(entry.kind in ("country", "place") for entry in seeds.phrases.whole(" ".join(rest))) if rest else sentence.opens(span.first)
    able = able and may_be(first, "nomn") and not is_borne(first, seeds)
    return able and head_role(first, sentence.grammars[span.first], seeds) is not None


def _is_see(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«митрополит [Проилавии] Даниил»: what is nobody's name, in the genitive, between who has a see and the one name that he has."""
    head = head_role(sentence.word(span.first - 1), sentence.grammars[span.first - 1], seeds)
    see, name, *more = sentence.words[span.first : span.last]
    if head is None or "see" not in head.takes or more or not is_first_name(name, seeds):
        return False
    stands = any((parse.case, parse.number) == ("nomn", "sing") for parse in parses(see))
    return may_be(see, "gent") and not stands and may_be(name, sentence.case(span.first - 1)) and not is_borne(see, seeds)


def _is_town_before(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«лицей мун. [Верхнеозёрск] Фарид Седов», but not «в село [Седов] Пётр Львович»: a town behind a clipped noun of towns, before
    two words of a name."""
    first = span.first
    noun = sentence.word(first - 1 - (sentence.word(first - 1) == ".")) or "-"
    told = span.last - first == 3 and len(sentence.words[first]) > 1 and not seeds.words["short town"].isdisjoint(keys(noun))
    return told and not is_first_name(sentence.words[first], seeds) and not _is_given(sentence, span._replace(first=first + 1), seeds)


@lru_cache(maxsize=REMEMBERED)
def _is_body(word: str, seeds: Seeds) -> bool:
    """«[Скупщина] утвердила», «с [Бауманкой]»: a noun of state bodies that the dictionary knows, or an organization that the seeds do, and
    nobody's name."""
    told = known(word) and any(seeds.organization_nouns.get(key) == "body" for key in keys(word))
    told = told or any(entry.kind == "organization" for entry in seeds.phrases.whole(word))
    return told and not is_borne(word, seeds)


def is_borne(word: str, seeds: Seeds) -> bool:
    """Does anybody bear the name?"""
    marked = any(NAMES & parse.marks for parse in parses(word) if parse.source.is_known)
    return marked or is_first_name(word, seeds) or any(key in seeds.surname_rates or key in seeds.public_surnames for key in keys(word))


def _is_told_noun(sentence: Sentence, place: int) -> bool:
    """«[Содокладчиком] был …»: no name, but a noun in the instrumental that a sentence begins with, before its verb."""
    word = sentence.words[place]
    if not sentence.opens(place) or place + 1 >= sentence.stop or sentence.grammars[place + 1].pos != "VERB":
        return False
    return known(word) and all(parse.case == "ablt" and not NAMES & parse.marks for parse in parses(word))


def _is_no_name(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«[Округляем] до ста», «[Семнадцать]», «со [Святейшим]», and where the model is not sure a thing: «сжёг [Коран]»."""
    word = sentence.words[span.first]
    if not known(word) or is_borne(word, seeds):
        return False
    told = parses(word)
    if not SAID.isdisjoint(told[0].marks) or told[0].pos == "NUMR":
        return True
    return span.confidence < DOUBTFUL and all("inan" in parse.marks for parse in told)


@lru_cache(maxsize=REMEMBERED)
def is_compound(word: str, seeds: Seeds) -> bool:
    """«[Кардиоклиника]», «[Литинститут]» end as an organization's noun does, and are nobody's name."""
    if is_borne(word, seeds):
        return False
    ends = tuple(noun for noun in seeds.organization_nouns if len(noun) >= LONG)
    return any(key.endswith(ends) for key in keys(word))


def _body_end(sentence: Sentence, span: Span, seeds: Seeds) -> int | None:
    """«[Олий Мажлиса] Нигора Юсупова», «[УрФУ] О. Рогов»: where the name of a state's body ends that a person's span begins with, or an
    acronym with small letters in it."""
    opening = sentence.words[span.first]
    if opening[-1].isupper() and opening[1:] != opening[1:].upper() and len(opening) > 2:
        return span.first + 1
    count, entries = seeds.phrases.longest(sentence.words[span.first : span.last], 0) or (0, [])
    bodies = (seeds.organizations[entry.key].kind == "body" for entry in entries if entry.kind == "organization")
    return span.first + count if count > 1 and any(bodies) else None


def _unmarked(sentence: Sentence, span: Span, seeds: Seeds) -> Span:
    """«[И. о. директора] Л. И. Рогов», «[Канцлеру] Олафу Рогову», «[Мать] И. Рогова»: a name without the role or the relative before it."""
    inside = range(span.first, span.last - 1)
    if sentence.word(span.first + 2) == "." and not keys(sentence.words[span.first]).isdisjoint(seeds.words["kin"]):
        return span._replace(first=span.first + 1)
    small = (place for place in inside if sentence.words[place].islower() or _is_opening(sentence, place, span, seeds))
    heads = (place for place in small if head_role(sentence.words[place], sentence.grammars[place], seeds))
    return span._replace(first=max(heads, default=span.first - 1) + 1)


def _is_opening(sentence: Sentence, place: int, span: Span, seeds: Seeds) -> bool:
    """«[Канцлеру] Олафу Рогову прислали»: is it what the sentence begins with, before a first name and a surname?"""
    titled = place == span.first and sentence.opens(place) and span.last - place > 2
    return titled and is_first_name(sentence.words[place + 1], seeds) and not is_first_name(sentence.words[place], seeds)


@lru_cache(maxsize=REMEMBERED)
def is_surname_of(word: str) -> bool:
    """«адвокат [Седова] Анна Ли»: is it a surname in the genitive?"""
    return any("Surn" in parse.marks and parse.case == "gent" and parse.number == "sing" for parse in parses(word))


@lru_cache(maxsize=REMEMBERED)
def owner_kind(word: str, seeds: Seeds) -> Kind | None:
    """«Сорбонны», «Буркина-Фасо», but not «Милана»: what the genitive of a name is that people do not bear, None where it is none."""
    known = [parse for parse in parses(word) if parse.source.is_known]
    marks = frozenset[str]().union(*(parse.marks for parse in known))
    if not any(parse.case == "gent" for parse in known) or marks & NAMES or is_first_name(word, seeds):
        return None
    country = any(entry.kind == "country" for entry in seeds.phrases.whole(word))
    return "organization" if "Orgn" in marks else "country" if country else "location" if "Geox" in marks else None


def _is_headed_place(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«глава [Жатая] Исай Рогов»: does what is nobody's name, by its ending in the genitive, stand right behind the head of a place, before
    a man's first name in another case and a surname?"""
    head = head_role(sentence.word(span.first - 1), sentence.grammars[span.first - 1], seeds)
    place, first, last, *more = sentence.words[span.first : span.last]
    if head is None or more or head.takes.isdisjoint(("state", "domain")) or not OWNED.search(place):
        return False
    his = any("Name" in parse.marks and parse.gender == "masc" for parse in parses(first)) and not may_be(first, "gent")
    return his and not is_borne(place, seeds) and _is_surname(last)


def _with_article(sentence: Sentence, span: Span) -> Span:
    """«[О'Нил] Патрик», «[д’Артаньян]»: with the letter before an apostrophe."""
    before = sentence.word(span.first - 2)
    return span._replace(first=span.first - 2) if sentence.word(span.first - 1) in APOSTROPHES and before in ARTICLES else span


def _with_first_name(sentence: Sentence, span: Span, found: list[Span], seeds: Seeds) -> Span:
    """«с [Касым-Жомартом] Алиевым»: with the first name right before a surname alone."""
    place = span.first - 1
    alone = span.last - span.first == 1 and _is_surname(sentence.words[span.first])
    free = not any(other.first <= place < other.last for other in found)
    named = alone and free and is_first_name(sentence.word(place), seeds) and _agree(sentence, place, span.first)
    return span._replace(first=place) if named else span


def _with_family(sentence: Sentence, span: Span, found: list[Span], seeds: Seeds) -> Span:
    """«вице-премьер [Ле] Минь Дык»: with the surname before the two words of a Vietnamese name, but not with a preposition («До …»)."""
    place, given = span.first - 1, sentence.words[span.first : span.last]
    before = sentence.word(place)
    if len(given) != 2 or not before[:1].isupper() or fold(before) not in seeds.family_first:
        return span
    free = not any(other.first <= place < other.last for other in found)
    free = free and not (sentence.opens(place) and sentence.grammars[place].pos in SMALL)
    named = free and all(map(syllable, given)) and is_family_first((before, *given), seeds)
    return span._replace(first=place) if named else span


def _with_initials(sentence: Sentence, span: Span) -> Span:
    """«• Ткач [Т. П.]; Рогов»: with the initials behind a surname alone that are nobody else's."""
    last = _past_initials(sentence, span.last)
    free = last > span.last and span.last - span.first == 1 and not CAPITALISED.match(sentence.word(last))
    return span._replace(last=last) if free and _is_surname(sentence.words[span.first]) else span


def _with_father(sentence: Sentence, span: Span, seeds: Seeds) -> Span:
    """«Эльвин Тофик [оглы]», «Севиндж Рауф [кызы Гасанова]»: with the word that makes the name before it the father's, and the surname."""
    after = sentence.word(span.last)
    whole = span._replace(last=span.last + 1) if span.last - span.first > 1 and after in seeds.children else span
    named = whole.last - whole.first == 3 and sentence.words[whole.last - 1] in seeds.children
    return whole._replace(last=whole.last + 1) if named and _is_surname(sentence.word(whole.last)) else whole


def _agree(sentence: Sentence, place: int, other: int) -> bool:
    return sentence.case(place) == sentence.case(other) or "" in (sentence.case(place), sentence.case(other))


def _with_surname(sentence: Sentence, span: Span, seeds: Seeds) -> Span:
    """«2. [Пак] Сергей Львович», «2. [Пак] С. Л.», «майора полиции [Дёмина] Олега Ивановича»: with the surname before a first name and
    patronymic or initials, that stands behind a mark or nothing, or is like them in case."""
    place, before, after = span.first - 1, sentence.word(span.first - 1), sentence.word(span.last)
    apart = not sentence.word(span.first - 2)[-1:].isalpha() or (_is_surname(before) and may_be(before, sentence.case(span.first)))
    given = _is_given(sentence, span, seeds) or _past_initials(sentence, span.first) == span.last
    if not apart or not CAPITALISED.match(before) or not given:
        return span
    closed = after in ENDS or bearer(sentence, span.last, seeds)
    stands = closed and not _is_told(before) and not head_role(before, sentence.grammars[place], seeds)
    return span._replace(first=place) if stands or _is_surname(before) or fold(before) in seeds.family_first else span


def _is_told(word: str) -> bool:
    """«Уважаемый», but not «Бельских»: an adjective or participle that tells of the name behind it."""
    return any(parse.pos in ("ADJF", "PRTF") and parse.case == "nomn" and "Poss" not in parse.marks for parse in parses(word))


def _is_given(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«Сергей Львович», «Тимур Рустам оглы»: is it what may be a first name, and a patronymic, and nothing more?"""
    first, *rest = sentence.words[span.first : span.last]
    fathers = (len(rest) == 1 and is_patronymic(rest[0])) or (len(rest) == 2 and rest[1] in seeds.children)
    return fathers and bool(CAPITALISED.match(first)) and may_be_first_name(first, seeds)


@lru_cache(maxsize=REMEMBERED)
def may_be_first_name(word: str, seeds: Seeds) -> bool:
    return is_first_name(word, seeds) or not known(word) or any("Name" in parse.marks for parse in parses(word))


@lru_cache(maxsize=REMEMBERED)
def is_patronymic(word: str) -> bool:
    return any("Patr" in parse.marks for parse in parses(word))


def _past_initials(sentence: Sentence, place: int) -> int:
    while INITIAL.fullmatch(sentence.word(place)) and sentence.word(place + 1) == ".":
        place += 2
    return place


def _missed(sentence: Sentence, taken: list[Span], others: list[Span], seeds: Seeds) -> list[Span]:
    """First name and surname, or initials and surname, where the model saw nobody."""
    spans = []
    used = {place for span in taken for place in range(span.first, span.last)}
    named = (span for span in others if span.kind == "organization" or (span.kind == "location" and span.last - span.first > 2))
    used |= {place for span in named for place in range(span.first, span.last)}  # «Республика [Марий Эл]»
    titled = {span.last for span in others if span.kind == "role" and span.method == "model"}
    for first in range(sentence.start, sentence.stop - 1):
        if not sentence.words[first][0].isupper():
            continue
        if _is_owner(sentence, first, seeds) and not any(span.covers(Span(first, first + 1, "person", "", 0)) for span in taken):
            spans.append(Span(first, first + 1, "person", "rule", 0.8))
        if first in used:
            continue
        last = _name_end(sentence, first, seeds) or (_titled_end(sentence, first, seeds) if first in titled else None)
        if last and not used.intersection(range(first, last)):
            used.update(range(first, last))
            spans.append(Span(first, last, "person", "rule", 0.8))
    return spans


def _name_end(sentence: Sentence, first: int, seeds: Seeds) -> int | None:
    """Where the name that begins here ends: «А. Вучичем», «Давлатшох Гулмахмадзода»; None where no name begins."""
    word, place = sentence.words[first], _past_initials(sentence, first)
    if place > first:
        return place + 1 if _is_surname(sentence.word(place)) else None
    last = _past_initials(sentence, first + 1)
    if last > first + 1 and (_is_surname(word) or _is_listed(sentence, first, last)):
        return last if word.lower() not in seeds.words["company"] else None  # «Маринер Компани Б. В.»
    if eastern := _eastern_end(sentence, first, seeds):
        return eastern
    if first + 2 <= sentence.stop and _is_given(sentence, Span(first, first + 2, "person", "rule", 0.8), seeds):
        return first + 2
    if not is_first_name(word, seeds) or not CAPITALISED.match(word):
        return None
    place += 1
    while _is_part(sentence.word(place), seeds):
        place += 1
    while sentence.words[place - 1] in seeds.particles:
        place -= 1
    return place if 2 <= place - first <= 4 else None


def _titled_end(sentence: Sentence, first: int, seeds: Seeds) -> int | None:
    """«губернатором штата Парана [Карлосом Массой]»: where a first name and any word written large in its case end, right behind a role."""
    word, after = sentence.words[first], sentence.word(first + 1)
    named = is_first_name(word, seeds) and bool(CAPITALISED.match(word)) and bool(CAPITALISED.match(after))
    return first + 2 if named and sentence.case(first) == sentence.case(first + 1) and not noun_kind(after, seeds) else None


def _is_owner(sentence: Sentence, place: int, seeds: Seeds) -> bool:
    """«год правительства [Речана]»: a statesman's surname alone in the genitive, which no dictionary knows, behind who serves him."""
    cabinet = not seeds.words["state body"].isdisjoint(keys(sentence.word(place - 1) or "-"))
    if not cabinet or sentence.case(place) != "gent" or known(sentence.words[place]) or CAPITALISED.match(sentence.word(place + 1)):
        return False
    return not seeds.surnamed.keys().isdisjoint(keys(sentence.words[place]))


def _is_listed(sentence: Sentence, first: int, last: int) -> bool:
    """«• [Ткач В. В.] – главный инженер»: any noun with two initials that a line begins with, if no surname follows."""
    return (
        sentence.opens(first)
        and last == first + 5
        and sentence.word(last) in ENDS | {",", ""}
        and bool(CAPITALISED.match(sentence.words[first]))
    )


def _eastern_end(sentence: Sentence, first: int, seeds: Seeds) -> int | None:
    """Where a Chinese, Korean or Vietnamese name ends: «Нгуен Ван Тхань», «Ким Чен Ын»."""
    for last in (first + 3, first + 2) if CAPITALISED.match(sentence.word(first + 1)) else ():
        words = sentence.words[first:last] if last <= sentence.stop else []
        spelled = all(CAPITALISED.match(word) for word in words) and sentence.grammars[first].pos not in SMALL
        if words and spelled and is_family_first(words, seeds) and any(_is_surname(word) for word in words[1:]):
            return last
    return None


def _is_part(word: str, seeds: Seeds) -> bool:
    return word in seeds.particles or _is_surname(word) or is_first_name(word, seeds)


@lru_cache(maxsize=REMEMBERED)
def _is_surname(word: str) -> bool:
    """May the word be a surname: capitalised, and a surname or nothing that the dictionary knows?"""
    return (
        bool(CAPITALISED.match(word))
        and len(word) > 1
        and (not known(word) or any({"Surn", "Patr"} & parse.marks for parse in parses(word)))
    )


@lru_cache(maxsize=REMEMBERED)
def is_first_name(word: str, seeds: Seeds) -> bool:
    """Is the word a form of a first name of the seeds?"""
    return word[:1].isupper() and not seeds.first_names.keys().isdisjoint(_name_keys(word))


@lru_cache(maxsize=REMEMBERED)
def _name_keys(word: str) -> frozenset[str]:
    named = {fold(parse.lemma) for parse in parses(word) if "Name" in parse.marks}
    return frozenset(named or keys(word)) | {fold(word)}


def _is_person(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """Not a thing's namesake («улица имени Баумана»; but «юноша по имени Иван») nor a ship, and by rule only what is written as a name and
    not quoted («опера «Борис Годунов»»)."""
    first = span.first
    if span.last - first == 1 and sentence.words[first].islower() and sentence.words[first].isalpha():
        return False  # «поним [али]»
    if span.method != "model" and not any(CAPITALISED.match(word) and len(word) > 1 for word in sentence.words[first : span.last]):
        return False
    if span.method != "model" and sentence.closing(first - 1) == span.last + 1:
        return False
    begin = first if span.last - first > 1 else _run_start(sentence, first, seeds)
    named_after = is_named_after(sentence, begin, seeds) or _is_street(sentence, span._replace(first=begin), seeds)
    named_after = named_after or _is_played(sentence, begin, seeds) or _is_titled_namesake(sentence, span, seeds)
    named_after = named_after or _is_award(sentence, span, seeds) or _is_namesake(sentence, span, seeds)
    named_after = named_after or _is_called(sentence, span, seeds)
    named_after = named_after or _is_letter(sentence, span) or _is_saint(sentence, span, seeds)
    return not named_after and not _is_vessel(sentence, span, seeds)


def _is_award(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«орден [Александра Невского]», «коктейль [Седова]», but not «вручил орден [Александру Невскому]», «золотая медаль [Александра
    Невского]», «с премией [Саакашвили]»"""
    award = not seeds.words["award"].isdisjoint(keys(sentence.word(span.first - 1) or "-"))
    words = [word for word in sentence.words[span.first : span.last] if len(word) > 1]
    own = award and not sentence.is_adjective(span.first - 2) and not all(word.endswith(STIFF) for word in words)
    return own and all(may_be(word, "gent") for word in words)


def _is_namesake(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«в музее [Седова]», «Дни [Рогова]», but not «директора музея [Седова]», «мест в классе [Рогову] не нашлось»"""
    noun = span.first - 1
    if sentence.case(span.first) != "gent" or sentence.case(noun) in ("", "gent"):
        return False
    return not seeds.words["namesake"].isdisjoint(keys(sentence.words[noun]))


def _is_letter(sentence: Sentence, span: Span) -> bool:
    """«соцсеть [Х] (бывшая Twitter)», but not «гражданин [К.]»"""
    return span.last - span.first == 1 == len(sentence.words[span.first]) and sentence.word(span.last) != "."


def _is_saint(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«храм [Святителя Прохора]», «церковь святой [Варвары]», «орден благоверного князя [Олега]»: a saint right behind a church or what
    one is decorated with."""
    first = span.first
    while _is_of_saint(sentence, first - 1, seeds):
        first -= 1
    saintly = any(_is_saintly(sentence.word(place), seeds) for place in range(first, span.first + 1))
    if not saintly or sentence.case(first) != "gent":
        return False
    noun = keys(sentence.word(first - 1) or "-")
    return not all(seeds.words[each].isdisjoint(noun) for each in ("church", "award"))


def _is_of_saint(sentence: Sentence, place: int, seeds: Seeds) -> bool:
    """«святого», «великого», «князя»: may the word stand before a saint in the name of a thing?"""
    word = sentence.word(place)
    if not word or sentence.case(place) != "gent":
        return _is_saintly(word, seeds)
    return _is_saintly(word, seeds) or sentence.is_adjective(place) or not seeds.words["ruler"].isdisjoint(keys(word))


def _is_saintly(word: str, seeds: Seeds) -> bool:
    return bool(word) and not seeds.words["saint"].isdisjoint(keys(word))


def _is_called(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«такса [Таисия]», «ураган [Катрина]», «экипаж яхты [Анна]», «судно [Lady R]», but not «собака [Таисии]», «на яхте [Анна] спала»: a
    name alone behind what it is the name of, in its case, or in the nominative whatever its case; or one in Latin letters."""
    before, case, named = keys(sentence.word(span.first - 1) or "-"), sentence.case(span.first - 1), sentence.case(span.first)
    latin = sentence.words[span.first].isascii()
    if span.last - span.first > 1 and not latin:
        return False
    storm, living = (not seeds.words[each].isdisjoint(before) for each in ("storm", "animal"))
    if storm or living:
        return named == case != "gent" or (storm and named == "nomn")
    bears = not all(seeds.words[each].isdisjoint(before) for each in ("called", "vessel"))
    said = sentence.grammars[span.last] if sentence.word(span.last) else Grammar()
    apart = named == "nomn" and case not in ("", "nomn") and (said.pos, said.number) != ("VERB", "sing")
    return bears and (latin or apart)


def _is_played(sentence: Sentence, first: int, seeds: Seeds) -> bool:
    """«выступил в роли [Отелло]»"""
    part = not seeds.words["part"].isdisjoint(keys(sentence.word(first - 1) or "-"))
    return part and sentence.word(first - 2) in ("в", "во")


def _is_titled_namesake(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«больница имени [академика] А. М. Рогова», «имени [первого президента России] Б. Н. Седова»"""
    place, headed = span.first, False
    while not is_named_after(sentence, place, seeds):
        place -= 1
        if not sentence.word(place) or sentence.case(place) != "gent":
            return False
        headed = headed or bool(head_role(sentence.words[place], sentence.grammars[place], seeds))
    return headed and may_be(sentence.words[span.last - 1], "gent")


def _run_start(sentence: Sentence, first: int, seeds: Seeds) -> int:
    """Where the words written large and in one case begin that a word ends: «имени [Янки] Купалы»."""
    while (word := sentence.word(first - 1))[:1].isupper() and _agree(sentence, first - 1, first) and not _names_street(word, seeds):
        first -= 1
    return first


def _is_street(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«на улице [Ивана Седова]», «улиц Льва Рогова и [Седова]», «на улице [Периклу Ставроса]», but not «На площади [Иван Седов]»"""
    before = span.first - 1
    if sentence.word(before) == "и":
        before = next((place for place in range(before - 1, -1, -1) if not sentence.word(place)[:1].isupper()), 0)
    street = _names_street(sentence.word(before) or "-", seeds)
    words = sentence.words[span.first : span.last]
    if street and (is_family_first(words, seeds) or words[-1][0].islower()):
        return words[-1].endswith(("а", "я"))  # «мавзолей [Хо Ши Мина]», «шоссе [Салах аль-Дина]»
    return street and (_is_torn_in_case(words) or all(may_be(word, "gent") for word in words if len(word) > 1))


def _is_torn_in_case(words: Sequence[str]) -> bool:
    """«Периклу Ставроса»: does the last word of a name in another tongue stand in the genitive, and in no case of the first?"""
    first, last = words[0], words[-1]
    return not may_be(first, "gent") and may_be(last, "gent") and not any(may_be(first, case) and may_be(last, case) for case in CASES)


def _names_street(word: str, seeds: Seeds) -> bool:
    return not seeds.words["street"].isdisjoint(keys(word))


def _is_vessel(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«тральщик «Иван Седов»», «крейсер «Князь Олег»»"""
    opening = span.first - 1
    while opening > span.first - 4 and sentence.word(opening)[:1].isupper():
        opening -= 1
    return sentence.closing(opening) == span.last + 1 and not seeds.words["vessel"].isdisjoint(keys(sentence.word(opening - 1) or "-"))
