"""Organizations: nouns with a name in quotes, legal forms, and the larger ones that names side by side make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..branches import is_branch, is_department
from ..morphology import REMEMBERED, fold, is_acronym, keys, may_be, parses
from ..seeds import Seeds
from .nouns import head_role, noun_kind
from .spans import OPENING, Sentence, Span, longest_at

MODIFIED = 3
ORDINAL = re.compile(r"\d+-[а-я]{1,3}")  # «201-й»
LIKELY, DOUBTED = 0.1, 0.25  # least odds of an organization that ends a role; of two nouns («кафедра истории»)
SIGNS = frozenset(",()")
FORM = 2  # words of «детский сад»


def organizations(sentence: Sentence, found: list[Span], seeds: Seeds) -> list[Span]:
    """Add organizations named by form, then join each to the genitive that follows it."""
    found = [_placed(sentence, span, seeds) for span in found if not _is_role(sentence, span, seeds)]
    found = [_unbroken(sentence, _whole(sentence, span, found, seeds), seeds) for span in _ungoverned(sentence, found, seeds)]
    found = [span._replace(kind="role") if _is_office(sentence, span, found, seeds) else span for span in found]
    found += [whose for span in found for whose in _of_board(sentence, span, found, seeds)]
    parts = [part for span in found for part in _department(sentence, span, found, seeds)]
    found = [span for span in found if span.kind != "role" or not any(map(span.crosses, parts))] + parts  # «[глава миссии ООН] в Перу»
    spans = found + _quoted(sentence, seeds) + _numbered(sentence, seeds) + _ranked(sentence, seeds) + _titled(sentence, found, seeds)
    spans += _named_after(sentence, found, seeds)
    spans = [_widened(sentence, span, seeds) if span.kind == "organization" and span.method != "model" else span for span in spans]
    return spans + _joined(sentence, spans)


def _placed(sentence: Sentence, span: Span, seeds: Seeds) -> Span:
    """«посол в [Ла-Пасе]», «глава [Балканского велаята]»: a place that the seeds know is no organization where somebody is in it, or where
    its name has several words, nor is a state of several words or its letters («[Советский Союз]», «Союз врачей [РК]»); «[Республика
    Калмыкия]», «[Прибалтика]», «[Европейский Союз]» are no countries, and «[Буркина-Фасо]» is one."""
    words = sentence.words[span.first : span.last]
    several, is_country = len(words) > 1, span.kind == "country"
    if span.kind == "location" and "-" in words[0] and _kinds(words, seeds) == {"country"}:
        return span._replace(kind="country")
    if span.kind != "organization" and (not is_country or _is_states(words, seeds)):
        return span
    kinds = _kinds(words, seeds)
    if kinds == {"country"} and not is_country and (several or is_acronym(words[0])):
        return span._replace(kind="country")
    if kinds == {"organization"}:
        return span._replace(kind="organization")
    if is_country and not several and not seeds.words["part of world"].isdisjoint(keys(words[0])):
        return span._replace(kind="location")
    within = not is_country and sentence.word(span.first - 1) in ("в", "во")
    return span._replace(kind="location") if kinds == {"place"} and (within or several) else span


def _kinds(words: Sequence[str], seeds: Seeds) -> set[str]:
    """What a name is in the seeds, former states among them."""
    known = seeds.phrases.longest(words, 0) or seeds.former_states.longest(words, 0)
    return {"country" if entry.kind == "former" else entry.kind for entry in known[1]} if known and known[0] == len(words) else set()


def _unbroken(sentence: Sentence, span: Span, seeds: Seeds) -> Span:
    """«организация «[Землячество Тулы и Томской области]»»: what opens a quotation behind a noun of organizations is all of it."""
    mark = span.first - 1
    if span.kind != "organization" or sentence.word(mark) not in OPENING or not noun_kind(sentence.word(mark - 1) or "-", seeds):
        return span
    last = (sentence.closing(mark) or span.last) - 1
    whole = last > span.last and all(sentence.grammars[place].pos != "VERB" for place in range(span.last, last))
    return span._replace(last=last) if whole else span


def _whole(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> Span:
    """«управление [Росгвардии] по Чечне», «комитет [Госдумы] по обороне»: what stands behind a known body is said of the part of it that
    the name around it tells of."""
    words = sentence.words[span.first : span.last]
    if span.kind != "organization" or "по" not in words[1:-1]:
        return span
    known = seeds.phrases.longest(words, 0)
    kinds = {entry.kind for entry in known[1]} if known and words[known[0] : known[0] + 1] == ["по"] else set()
    around = (other for other in found if other.kind == "organization" and other.last == span.last and other.first < span.first)
    part = any(noun_kind(sentence.words[place], seeds) for other in around for place in range(other.first, span.first))
    return span._replace(last=span.first + known[0]) if known and "organization" in kinds and part else span


def _ungoverned(sentence: Sentence, found: list[Span], seeds: Seeds) -> list[Span]:
    """«командующий войсками [Южного военного округа]»: what a role governs belongs to the title, and not to the name behind it."""
    rests = {
        (span.first + 1, span.last)
        for span in found
        if span.kind == "organization" and span.last - span.first > 2 and _is_governed(sentence, span.first, seeds)
    }
    named = {span[:2] for span in found if span[:2] in rests and span.kind in ("organization", "location")}
    if not named:
        return found
    kept = [
        span._replace(first=span.first + 1) if (span.first + 1, span.last) in named and span.kind == "organization" else span
        for span in found
    ]
    return [span for span in kept if not (span[:2] in named and span.kind == "location")]


def _is_governed(sentence: Sentence, place: int, seeds: Seeds) -> bool:
    """«командующий [войсками]»"""
    word = sentence.words[place]
    if not word.islower() or sentence.case(place) != "ablt" or sentence.grammars[place].pos != "NOUN" or place == sentence.start:
        return False
    role = head_role(sentence.words[place - 1], sentence.grammars[place - 1], seeds)
    return role is not None and "instrumental" in role.takes


def _of_board(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> Iterator[Span]:
    """«член Совета директоров [ПАО «Заря»]»: whose board it is in a role, which the model found with it only."""
    words = sentence.words[span.first : span.last]
    board = seeds.boards.longest(words, 0) if span.kind == "organization" else None
    first = span.first + board[0] if board else span.last
    if first == span.last or any(first <= other.first and span.last - 1 <= other.last <= span.last for other in found):
        return
    held = any(other.kind == "role" and other.first < span.first < other.last for other in found)
    if held and not all(word.islower() for word in sentence.words[first : span.last]):
        yield span._replace(first=first)


def _department(sentence: Sentence, role: Span, found: Sequence[Span], seeds: Seeds) -> Iterator[Span]:
    """«заведующий [кафедрой истории Тверского университета]»: what ends a role and may be an organization, though the model doubts it."""
    if role.kind != "role" or role.method != "model":
        return
    roles = [other for other in found if other.kind == "role"]
    if any(other.first < role.last < other.last for other in roles) and all(other.first != role.last for other in roles):
        return
    marked = min((other.first for other in found if other.kind == "organization" and other.last == role.last), default=role.last)
    begun = {other.first for other in found if other.kind == "organization" and sentence.word(other.last) == "по"}
    able = [first for first in range(role.first + 1, marked) if first not in begun and _has_departments(sentence, first - 1, seeds)]
    odds = {first: sentence.odds.get((first, role.last, "organization"), 0) for first in able}
    first = max(odds, key=lambda place: odds[place], default=role.last)
    noun = next((place for place in range(first, marked) if noun_kind(sentence.words[place], seeds)), role.last)
    if noun == role.last or not all(map(sentence.is_adjective, range(first, noun))):
        return
    if any(sentence.words[place] in seeds.words["sender"] for place in range(noun, role.last)):
        return  # «член городского совета от [«Зари»]»
    least = LIKELY if first < noun or role.last - noun > FORM else DOUBTED
    part = Span(first, role.last, "organization", "rule", round(odds[first], 2))
    if odds[first] >= least and _tells(sentence, part, noun, found, seeds):
        yield part


def _has_departments(sentence: Sentence, place: int, seeds: Seeds) -> bool:
    """«[заведующий] кафедрой истории», but not «[министр] территориального управления», «[участковый] уполномоченный полиции»"""
    role, after = (head_role(sentence.words[each], sentence.grammars[each], seeds) for each in (place, place + 1))
    office = role is not None and role.kind == "office" and after is None
    return office and keys(sentence.words[place]).isdisjoint(seeds.words["cabinet"])


def _tells(sentence: Sentence, span: Span, noun: int, found: Sequence[Span], seeds: Seeds) -> bool:
    """«станичного совета ветеранов», «порта Энзели», «отдела кадров завода «Маяк»», «офиса украинского президента», but not «отдела
    кадров», «правого журнала Compact»: do words name one organization?"""
    words = tuple(sentence.words[span.first : span.last])
    if _kinds(words, seeds) == {"organization"}:
        return True
    people = any(other.kind == "person" and noun < other.first < span.last for other in found)
    if sentence.grammars[noun].number == "plur" or not SIGNS.isdisjoint(words) or people:
        return False
    quoted = _quoted(sentence, seeds)
    inner = [other for other in (*found, *quoted) if other.kind == "organization" and noun < other.first < span.last]
    around = tuple(sentence.words[place] for place in range(*span[:2]) if not any(each.first <= place < each.last for each in inner))
    borne = any(other.first == noun + 1 for other in inner)
    bears = any(other.first == noun for other in quoted) or (borne and not _has_whole(sentence.words[noun], seeds))
    whole = any(sentence.grammars[other.first - 1].pos != "PREP" for other in inner)  # not «партии труда в Сенате»
    if whole and not bears and is_branch(around, seeds) and not seeds.boards.longest(words, 0):
        return True
    named = not borne and noun + 1 < span.last and sentence.words[noun + 1][0].isupper()
    return words[0].islower() and (named or is_department(words, seeds))


def _has_whole(noun: str, seeds: Seeds) -> bool:
    """«филиал», «миссия», but not «журнал»: is the name right behind it that of the whole?"""
    return noun_kind(noun, seeds) == "unit" or not keys(noun).isdisjoint(seeds.words["outpost"])


def _is_states(words: Sequence[str], seeds: Seeds) -> bool:
    """«Республика Сербская», in which the adjective of a state stands"""
    return any(entry.kind in ("country", "adjective") for word in words for entry in seeds.phrases.whole(word))


def _is_role(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«[CFO] банка Олег Рогов»"""
    word = sentence.words[span.first]
    return span.kind == "organization" and span.last - span.first == 1 and word.isascii() and fold(word) in seeds.roles


def _is_office(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«заместитель [Постоянного представителя] России»: an office in a role's span is no organization."""
    if span.kind != "organization" or span.method != "model" or span.last - span.first == 1:
        return False
    noun = next((place for place in range(span.first, span.last) if sentence.grammars[place].pos == "NOUN"), span.first)
    role = head_role(sentence.words[noun], sentence.grammars[noun], seeds) if sentence.words[noun].islower() else None
    held = any(other.kind == "role" and other.first < span.first and span.last <= other.last for other in found)
    return held and role is not None and role.kind == "office" and sentence.grammars[noun][1:3] == ("gent", "sing")


@lru_cache(maxsize=REMEMBERED)
def is_short(word: str, seeds: Seeds) -> bool:
    """May the noun alone, capitalised, stand for an organization named before («Организация»)?"""
    return any(fold(parse.lemma) in seeds.short_nouns for parse in parses(word) if parse.pos == "NOUN")


def _quoted(sentence: Sentence, seeds: Seeds) -> list[Span]:
    """«завод «Маяк»», «ООО «Ромашка»», «детский сад „Ромашка“»: a noun of organizations or a legal form before quotes."""
    spans = []
    for place in range(sentence.start + 1, sentence.stop):
        if sentence.words[place] not in '«“„"':
            continue
        before, stop = sentence.words[place - 1], sentence.closing(place)
        named = stop is not None and stop - place > 2 and not sentence.words[place + 1][0].islower()
        form = place - FORM if seeds.full_forms.longest(sentence.words[max(place - FORM, sentence.start) : place], 0) else place - 1
        if stop and named and (form < place - 1 or before in seeds.legal_forms or noun_kind(before, seeds)):
            spans.append(Span(form, stop, "organization", "rule", 0.9))
    return spans


def _numbered(sentence: Sentence, seeds: Seeds) -> list[Span]:
    """«средней школы № 14», «больница № 2 города Тулы», «отдел полиции № 5 «Южный»»: a noun of organizations with its number, the
    adjectives before it and the quotation behind it."""
    spans = []
    for sign in range(sentence.start + 1, sentence.stop - 1):
        if sentence.words[sign] != "№" or not sentence.words[sign + 1][0].isdigit() or not noun_kind(sentence.words[sign - 1], seeds):
            continue
        noun = sign - 1 - _has_parts(sentence, sign - 1, seeds)
        last = of_town(sentence, sign + 2, seeds)
        spans.append(Span(_modified(sentence, noun), sentence.closing(last) or last, "organization", "rule", 0.9))
    return spans


def _has_parts(sentence: Sentence, place: int, seeds: Seeds) -> bool:
    """«отдела [полиции] № 5»: is the number that of a part of it?"""
    return noun_kind(sentence.word(place - 1) or "-", seeds) == "unit" and not keys(sentence.words[place]).isdisjoint(
        seeds.words["in parts"]
    )


def _modified(sentence: Sentence, noun: int) -> int:
    """Where the adjectives of a noun begin."""
    first = noun
    while sentence.is_adjective(first - 1) and sentence.case(first - 1) == sentence.case(noun):
        first -= 1
    return first


def _ranked(sentence: Sentence, seeds: Seeds) -> list[Span]:
    """«201-й военной базы»: a noun of armed forces with its ordinal number and the adjectives between."""
    spans = []
    for place, word in enumerate(sentence.words[sentence.start : sentence.stop - 1], sentence.start):
        if word[0].isdecimal() and ORDINAL.fullmatch(word):
            noun = place + 1
            while sentence.is_adjective(noun):
                noun += 1
            if noun_kind(sentence.word(noun), seeds) == "military" and sentence.grammars[noun].number != "plur":
                spans.append(Span(place, noun + 1, "organization", "rule", 0.9))
    return spans


def _named_after(sentence: Sentence, found: Sequence[Span], seeds: Seeds) -> list[Span]:
    """«школы имени Рогова», «лицей им. А. С. Рогова», «МГТУ имени Рогова»: a noun of organizations or what is short for one, and whom it is
    named after."""
    spans, people = [], {span.first for span in found if span.kind == "person"}
    said, marks = sentence.words[sentence.start + 1 : sentence.stop - 1], seeds.words["named after"]
    for mark in (place for place, word in enumerate(said, sentence.start + 1) if word.lower() in marks):
        before = sentence.words[mark - 1]
        if not (noun_kind(before, seeds) or _is_initials(before)):
            continue
        first = last = mark + 1 + (sentence.word(mark + 1) == ".")
        while _is_of_namesake(sentence, last) and (last == first or last not in people):
            last += 1
        if last > first:
            spans.append(Span(mark - 1, last, "organization", "rule", 0.9))
    return spans


def _is_initials(word: str) -> bool:
    """«МГТУ», «ИжГТУ»"""
    return len(word) > FORM and word[0].isupper() and word[-1].isupper()


def _is_of_namesake(sentence: Sentence, place: int) -> bool:
    """«А», «.», «Рогова»"""
    word = sentence.word(place)
    initial = word == "." and len(sentence.words[place - 1]) == 1
    return initial or (word[:1].isupper() and (len(word) == 1 or may_be(word, "gent")))


def of_town(sentence: Sentence, place: int, seeds: Seeds) -> int:
    """Where the name of the town or village ends that begins behind a number: «школа № 14 [посёлка Лесного]»."""
    last = place + 1
    while sentence.word(last)[:1].isupper() and sentence.case(last) == sentence.case(place):
        last += 1
    named = last > place + 1 and not keys(sentence.words[place]).isdisjoint(seeds.words["settlement"])
    return last if named else place


def _titled(sentence: Sentence, found: Sequence[Span], seeds: Seeds) -> list[Span]:
    """«Парламентской Ассамблеи», «Комитета по обороне», not «Российской Федерации»: a noun of organizations that capitals make a name."""
    spans = []
    large = [place for place, word in enumerate(sentence.words[sentence.start : sentence.stop], sentence.start) if word[0].isupper()]
    for head in sorted({*large, *(place + 1 for place in large)} - {sentence.stop}):
        if sentence.grammars[head].number == "plur" or not noun_kind(sentence.words[head], seeds):
            continue
        if any(span.method == "seed" and span.kind == "country" and span.first < head < span.last for span in found):
            continue
        first = head
        while (
            sentence.word(first - 1)[:1].isupper() and sentence.is_adjective(first - 1) and sentence.case(first - 1) == sentence.case(head)
        ):
            first -= 1
        capitals = sum(sentence.words[place][0].isupper() for place in range(first, head + 1)) - (first == sentence.start)
        last = complement(sentence, head + 1, seeds)
        told = any(span.kind == "organization" and span.first == first for span in found)  # «[Фонд развития] и других»
        named = first < head or noun_kind(sentence.words[head], seeds) in ("body", "unit") or (sentence.start < head and not told)
        if capitals > 0 and ((named and last > first + 1) or is_short(sentence.words[head], seeds)):
            spans.append(Span(first, last if named else head + 1, "organization", "rule", 0.8))
    return spans


def complement(sentence: Sentence, place: int, seeds: Seeds) -> int:
    """Where the small words end that tell what the organization is for: «… иностранных дел», «… по обороне и безопасности»."""
    last, noun = place, place
    case = ("datv",) if sentence.word(place) == "по" else ("gent",)
    last += case == ("datv",)
    while sentence.word(last).islower() and (
        sentence.case(last) in (*case, "gent")
        or (sentence.word(last) == "и" and sentence.case(last + 1) in case and sentence.word(last + 1).islower())
    ):
        if head_role(sentence.words[last], sentence.grammars[last], seeds) and sentence.grammars[last].number == "sing":
            break
        last += 1
        if sentence.grammars[last - 1].pos == "NOUN":
            noun = last
    return noun


def _widened(sentence: Sentence, span: Span, seeds: Seeds) -> Span:
    """With the quotes and the legal form it stands in, and the adjectives that begin its name («Корейской ассоциации»)."""
    first, last = span.first, span.last
    if sentence.word(first - 1) and sentence.word(first - 1) in '«“„"' and sentence.closing(first - 1) == last + 1:
        first, last = first - 1, last + 1
    if sentence.word(first) in '«“„"' and (sentence.word(first - 1) in seeds.legal_forms or noun_kind(sentence.word(first - 1), seeds)):
        first -= 1
    if sentence.word(first - 1) in seeds.legal_forms:
        first -= 1
    for _ in range(MODIFIED):
        word = sentence.word(first - 1)
        if (
            word[:1].isupper()
            and sentence.is_adjective(first - 1)
            and sentence.case(first - 1) == sentence.case(first)
            and noun_kind(sentence.words[first], seeds)
        ):
            first -= 1
    return span if (first, last) == (span.first, span.last) else span._replace(first=first, last=last)


def _joined(sentence: Sentence, spans: list[Span]) -> list[Span]:
    """«Управления … Министерства обороны Российской Федерации»: a name and the genitive name after it make a third."""
    whole: list[Span] = []
    for span in sorted((span for span in spans if span.kind == "organization"), key=lambda span: -span.first):
        after = longest_at(spans + whole, span.last, "organization", "country", "location")
        if after and _depends(sentence, span, after):
            whole.append(Span(span.first, after.last, "organization", "rule", round(span.confidence * after.confidence, 2)))
    return whole


def _depends(sentence: Sentence, span: Span, after: Span) -> bool:
    word = sentence.words[after.first]
    if sentence.words[span.last - 1] in '»”"' and after.kind == "organization":
        return False
    return (
        word in '«"'
        or is_acronym(word)
        or sentence.case(after.first) == "gent"
        or (sentence.case(after.first) in ("", "accs") and may_be(word, "gent"))
    )
