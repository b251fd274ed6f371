"""Which spans of the seeds and rules stay beside what the model found: those that it holds possible, or that the rules know better.

The bounds are the result of measuring on sixty NEREL documents that were set aside for tuning.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..morphology import fold, keys, name_cases, parses
from ..seeds import Seeds
from ..signs import APPOSED, DASHES, JOINTS
from ..statuses import LONGEST, marks
from .known import is_of_person
from .nouns import head_role, noun_kind
from .origins import bearer
from .seams import head_of
from .spans import CLOSING, OPENING, Sentence, Span, is_named_after

# the model's odds, below which a span of a seed or rule is not believed
NEEDED = {("rule", "role"): 0.5, ("rule", "organization"): 0.1, ("seed", "organization"): 0.05, ("seed", "adjective"): 0.05}
BESIDE = 0.35  # of a rule's role that stands by a person or by another role
OPENING_MARKS = frozenset(OPENING)
STROKES = frozenset("/.")  # beside a name that signs
SENDERS = 8  # words that may tell whom somebody is from
BEGUN = 0.5  # of all roles that begin with it
HARDLY = 0.01  # of a role that opens a line, below which it is none
SMALL = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
OBLIQUE = ("datv", "ablt")  # cases that none mistakes for the nominative


def is_believed(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """Does the model hold a span of the seeds or rules possible, or is it one of those that the rules know better?"""
    if span.method == "rule" and _is_quotation(sentence, span, seeds):
        opening = _opening(sentence, span, seeds)
        quoted = ((opening + 1, span.last - 1), (opening, span.last))
        named = any(other.method == "model" and other.kind == "organization" and other[:2] in quoted for other in found)
        roles = [role for role in found if role.kind == "role" and role.covers(span)]
        inside = any(role.method == "model" or _is_untaught(sentence, role, found, seeds) for role in roles)
        quoted_whole = not named and (inside or sentence.words[span.first] in seeds.legal_forms)
        if quoted_whole or opening == span.first + 1:
            return quoted_whole
    if span.method == "rule" and span.kind == "organization" and "№" in sentence.words[span.first : span.last]:
        return any(role.kind == "role" and role.method == "model" and role.covers(span) and role.first < span.first for role in found)
    if span.method == "rule" and _is_namesakes(sentence, span, found, seeds):
        return True
    if _is_common(sentence, span, seeds) or _is_unnamed(sentence, span, seeds) or _is_people(span, found):
        return False
    if _is_state(sentence, span, found) or _is_lent(sentence, span, seeds) or _is_of_two_names(sentence, span, found, seeds):
        return False
    one = span.kind == "location" and span.last - span.first == 1
    if one and (is_of_person(sentence, span.first, seeds) or _is_of_land(sentence, span, found)):
        return False
    if span.kind == "role" and (_is_clause(sentence, span, seeds) or _is_of_two(sentence, span, found, seeds)):
        return False
    if span.kind == "role" and (_is_name(sentence, span, found, seeds) or _is_thing(sentence, span, found, seeds)):
        return False
    sort = "adjective" if span.kind == "country" and sentence.is_adjective(span.first) and span.last - span.first == 1 else span.kind
    if sort == "adjective" and not seeds.words["colleague"].isdisjoint(keys(sentence.word(span.last) or "-")):
        return True  # «с [турецким] коллегой»
    if sort == "adjective" and _is_whose(sentence, span, found, seeds):
        return True
    odds = sentence.odds.get(span[:3], 0.0)
    if odds >= NEEDED.get((span.method, sort), 0.0) or _is_longer(sentence, span, found):
        return True
    if span.kind != "role":
        return False
    likely = odds >= BESIDE or _is_begun(sentence, span, found)
    near = (other for other in found if other.kind in ("person", "role"))
    beside = likely and any(
        _is_beside(sentence, _marked(sentence, other, seeds), span) or _is_told(sentence, other, span, seeds) for other in near
    )
    beside = beside or _is_untaught(sentence, span, found, seeds) or _is_sent(sentence, span, found, seeds)
    beside = beside or _is_of_role(sentence, span, found, seeds) or _is_acted(sentence, span, seeds)
    beside = beside or _is_possessed(sentence, span, found, seeds) or _is_told_office(sentence, span, found, seeds)
    beside = beside or _is_seat(sentence, span, seeds) or _is_honour(sentence, span, found, seeds)
    beside = beside or _is_of_origin(sentence, span, found, seeds) or _is_of_named(sentence, span, found, seeds)
    beside = beside or _is_line(sentence, span, seeds) or _is_apposed(sentence, span, found, seeds)
    beside = beside or _is_concerned(sentence, span, found, seeds) or _is_of_clause(sentence, span, found, seeds)
    beside = beside or _is_occupation(sentence, span, found, seeds) or _is_counted(sentence, span, found, seeds)
    beside = beside or _is_from(sentence, span, found, seeds)
    people = [other for other in found if other.kind == "person"]
    ways = (_is_listed, _is_told_of, _is_bracketed)
    return beside or any(any(way(sentence, person, span) for way in ways) or _is_signed(sentence, person, span, seeds) for person in people)


def _is_namesakes(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«ректор [МГТУ имени Рогова]»: an organization that is named after somebody, right behind a role that the model found."""
    if span.kind != "organization" or seeds.words["named after"].isdisjoint(sentence.words[span.first + 1 : span.last]):
        return False
    return any(role.kind == "role" and role.method == "model" and role.last == span.first for role in found)


def _is_longer(sentence: Sentence, span: Span, found: Sequence[Span]) -> bool:
    """«[[Сената] Олий Мажлиса]», «депутат [Маджлиси намояндагон]», «постпред Перу при [международных организациях в Вене]»: is it the whole
    name, which the seeds know, of an organization whose beginning the model found, that ends a role, or at which somebody is?"""
    if span.method != "seed" or span.kind != "organization" or span.last - span.first == 1:
        return False
    told = [other for other in found if other.method == "model"]
    begun = any(other.kind == "organization" and other.first == span.first and other.last < span.last for other in told)
    stop = span.first - 1 if sentence.word(span.first - 1) == "при" else span.last
    return begun or any(other.kind == "role" and other.first < span.first and other.last == stop for other in told)


def _is_unnamed(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«[европейские] лидеры», «[восточная] граница», «[французская столица]»: a place that has no name, and none that the seeds know;
    «дивизия имени [[Рогова] Росгвардии]»: the namesake of a thing, and what begins with it; «[РФ по Ближнему Востоку]»."""
    words = sentence.words[span.first : span.last]
    if span.kind == "country":
        return any(grammar.pos == "PREP" for grammar in sentence.grammars[span.first : span.last])
    if span.kind not in ("location", "organization") or seeds.phrases.longest(words, 0):
        return False
    if is_named_after(sentence, span.first, seeds) and words[0] not in OPENING:
        return True
    if span.kind != "location":
        return False
    noun = sentence.is_adjective(span.first) and span.last < sentence.stop and sentence.grammars[span.last].pos in ("NOUN", "ADJF")
    said = len(words) == 1 and noun and sentence.case(span.first) == sentence.case(span.last)
    return said or not any(word[0].isupper() for word in words)


def _is_state(sentence: Sentence, span: Span, found: Sequence[Span]) -> bool:
    """«координатор [Узбекистана по делам ШОС]»: no organization, but a state and what somebody is concerned with for it."""
    if span.kind != "organization" or "по" not in sentence.words[span.first + 1 : span.last]:
        return False
    states = (other for other in found if other.kind == "country" and other.first == span.first and other.last < span.last)
    return any(sentence.words[state.last] == "по" for state in states)


def _is_lent(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«ледокол «[Россия]»», «станция «[Каширская]»», «улиц [Кирова]»: what is all of a quotation bears a state's or a town's name and is
    neither, nor is what a street may be named after, but «город «[Северный]»», «[словацкий]» газ», «улиц [Москвы]»."""
    mark = span.first - 1
    if span.kind == "location" and not keys(sentence.word(mark) or "-").isdisjoint(seeds.words["street"]):
        places = [entry.key for entry in seeds.phrases.whole(" ".join(sentence.words[span.first : span.last])) if entry.kind == "place"]
        return bool(places) and all(seeds.places[key].common for key in places)
    if span.kind not in ("country", "location") or (sentence.word(mark) or "-") not in OPENING or sentence.closing(mark) != span.last + 1:
        return False
    settled = not keys(sentence.word(mark - 1) or "-").isdisjoint(seeds.words["settlement"]) and not sentence.is_adjective(span.first)
    return sentence.words[span.first][0].isupper() and not settled


def _is_of_two_names(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«о вторжении на [Украину МИД] сказал», «передача активов [России Украине]», «в [Азии и Восточной Европе]», «поддержка [Парижем
    местной оппозиции]»: a state or a place and what stands behind it by chance or beside it."""
    if span.kind == "organization" and _is_by_place(sentence, span, seeds):
        return True
    place = "location" if span.kind == "location" else "country"
    if span.kind not in (place, "organization") or span.method != "model" or (place == "country" and sentence.is_adjective(span.first)):
        return False
    lasts = [other.last for other in found if other.kind == place and other.first == span.first and other.last < span.last]
    rests = {other[:2] for other in found if other.kind in (place, "organization")}
    if not any((last + (sentence.words[last] == "и"), span.last) in rests for last in lasts):
        return False
    words = sentence.words[span.first : span.last]
    return (seeds.phrases.longest(words, 0) or (0,))[0] < len(words)


def _is_by_place(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«поддержка [Парижем местной оппозиции]»: a place that does something in the instrumental, and what it does it to."""
    first = span.first
    if span.last - first < 2 or sentence.case(first) != "ablt" or not sentence.words[first][0].isupper() or sentence.is_adjective(first):
        return False
    if not sentence.words[first + 1].islower() or not sentence.is_adjective(first + 1) or sentence.case(first + 1) != "gent":
        return False
    return any(entry.kind in ("place", "country") for entry in seeds.phrases.whole(sentence.words[first]))


def _is_of_land(sentence: Sentence, span: Span, found: Sequence[Span]) -> bool:
    """«Центральной [Азии]», which is not Asia"""
    begin = span.first - 1
    whole = any(other.kind == "location" and other[:2] == (begin, span.last) for other in found)
    return whole and sentence.is_adjective(begin) and sentence.words[begin][0].isupper()


def _is_quotation(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«[ПАО «Северсталь»]», «директор [завода «Маяк»]»: where the model names it without the noun, normalization knows the rest."""
    opening = _opening(sentence, span, seeds)
    named = span.kind == "organization" and opening < span.last - 1
    return named and sentence.words[opening] in OPENING and sentence.words[span.last - 1] in CLOSING


def _opening(sentence: Sentence, span: Span, seeds: Seeds) -> int:
    """Where a quotation begins behind the noun that begins a span, or the two words of a form («[детский сад] «Заря»»)."""
    form = seeds.full_forms.longest(sentence.words[span.first : span.last], 0)
    return span.first + (form[0] if form else 1)


def _is_beside(sentence: Sentence, other: Span, role: Span) -> bool:
    """«[директор театра] и режиссёр», «Ирина Сомова, [основатель музея]»: nothing but a joint between them."""
    first, last = (role.last, other.first) if role.last <= other.first else (other.last, role.first)
    between = sentence.words[first:last]
    return first <= last and len(between) <= 1 and APPOSED.union(JOINTS).issuperset(between)


def _marked(sentence: Sentence, role: Span, seeds: Seeds) -> Span:
    """«представитель театра, [бывший директор]»: a role with its mark of status."""
    before = marks(sentence.words, max(sentence.start, role.first - LONGEST), role.first, seeds)
    return next((role._replace(first=mark.first) for mark in before if mark.last == role.first), role)


def _is_told(sentence: Sentence, other: Span, role: Span, seeds: Seeds) -> bool:
    """«[членом правления] стала Ирина Сомова», «[врачом] был назначен майор Рогов»: only verbs that tell a role between them."""
    between = sentence.words[role.last : other.first]
    return bool(between) and all(not seeds.role_verbs.keys().isdisjoint(keys(word)) for word in between)


def _is_told_office(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«[Членами жюри] стали Анна Ли и Олег Рогов», «[Членами совета] избраны:»: an office in the instrumental that only verbs part from a
    name or its role, or from a list; «избрали двух [вице-президентов] — Анну Ли и …»: of several whom a verb names before a dash."""
    head = head_of(sentence, span, seeds)
    if not head or head.role.kind != "office" or sentence.odds.get(span[:3], 0.0) < HARDLY:
        return False
    if head.case == "ablt" and _is_held(sentence, span, found, seeds):
        return True
    if head.case != "ablt":
        verb = span.first - 1 - (sentence.word(span.first - 1) != "" and sentence.grammars[span.first - 1].pos == "NUMR")
        named = sentence.word(span.last) in DASHES and any((other.first, other.kind) == (span.last + 1, "person") for other in found)
        return named and head.number == "plur" and not seeds.role_verbs.keys().isdisjoint(keys(sentence.word(verb) or "-"))
    colon = Span(sentence.stop - 1, sentence.stop, "role", "rule", 0.0)
    listed = sentence.word(colon.first) == ":" and _is_told(sentence, colon, span, seeds)
    return listed or any(other.kind in ("person", "role") and _is_told(sentence, other, span, seeds) for other in found)


def _is_of_clause(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«компания, [основателем] которой был Рогов»: a bare role of what a clause is about, which only verbs part from a name."""
    after = Span(span.last + 1, span.last + 1, "role", "rule", 0.0)
    if (
        span.last - span.first > 1
        or sentence.case(span.first) != "ablt"
        or keys(sentence.word(span.last) or "-").isdisjoint(seeds.words["relative"])
    ):
        return False
    return any(other.kind in ("person", "role") and _is_told(sentence, other, after, seeds) for other in found)


def _is_held(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«в 2001 году был [членом партии «Заря»]»: a role that ends with what has a name, right behind a verb that tells it."""
    told = not seeds.role_verbs.keys().isdisjoint(keys(sentence.word(span.first - 1) or "-"))
    return told and any(other.kind == "organization" and other.last == span.last and span.covers(other) for other in found)


def _is_seat(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«[Члены комиссии]:», «другие [заместители]:»: a seat that opens a line, or what others are, before the colon behind which those
    stand who have it."""
    others = not keys(sentence.word(span.first - 1) or "-").isdisjoint(seeds.words["others"])
    if sentence.word(span.last) != ":" or not (others or sentence.opens(span.first)):
        return False
    head = head_of(sentence, span, seeds)
    return head is not None and (head.number == "plur" if others else fold(head.role.name) in seeds.words["seat"])


def _is_counted(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«двое его [заместителей] — Олег Рогов и Ян Ли»: a role of which a number counts those who are named behind a dash or a colon."""
    place = span.first - 1
    place -= not keys(sentence.word(place) or "-").isdisjoint(seeds.words["possessive"])
    counted = sentence.word(place) != "" and sentence.grammars[place].pos == "NUMR" and sentence.word(span.last) in DASHES | {":"}
    head = head_of(sentence, span, seeds) if counted else None
    return (
        head is not None
        and fold(head.role.name) not in seeds.words["companion"]
        and any((other.first, other.kind) == (span.last + 1, "person") for other in found)
    )


def _is_apposed(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«спикер сената Перу, [республиканец] Олег Рогов»: a bare occupation in the case of the role before its comma, right before a name."""
    if span.last - span.first > 1 or sentence.word(span.first - 1) != ",":
        return False
    if not any((other.first, other.kind) == (span.last, "person") for other in found):
        return False
    head = head_of(sentence, span, seeds)
    roles = (other for other in found if other[1:3] == (span.first - 1, "role") and other.method == "model")
    told = next((head_of(sentence, other, seeds) for other in roles), None)
    return bool(head and told and head.role.kind == "occupation" and (head.case, head.number) == (told.case, told.number))


def _is_concerned(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«[[аналитик] по оценке выборов] Олег Рогов», «[аналитик в области выборов] Олег Рогов»: a role with what it is concerned with, right
    before a name, where the model found how it begins or it tells the field."""
    if not any((other.first, other.kind) == (span.last, "person") for other in found):
        return False
    words = sentence.words[span.first : span.last]
    place = words.index("в") if "в" in words[:-1] else 0
    if place and not seeds.words["field"].isdisjoint(keys(words[place + 1])):
        return True
    begun = (other.last for other in found if (other.first, other.kind, other.method) == (span.first, "role", "model"))
    return any(sentence.words[last] == "по" for last in begun if last < span.last)


def _is_line(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«[Заместители председателя]»: an office of two words or more that is all of a line."""
    if not sentence.opens(span.first) or span.last < sentence.stop or span.last - span.first < 2:
        return False
    head = head_of(sentence, span, seeds)
    return head is not None and head.role.kind == "office" and head.case == "nomn"


def _is_honour(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«присвоить звание «Заслуженный [металлург Перу]»», «[почётный гражданин города Лимы], профессор»: an honorary title that is all that
    a quotation holds, or that stands beside a name or another role, where the model found none in it."""
    if seeds.words["honorary"].isdisjoint(keys(sentence.words[span.first])) or head_of(sentence, span, seeds) is None:
        return False
    near = [other for other in found if other.kind in ("person", "role")]
    quoted = (sentence.word(span.first - 1) or "-") in OPENING and (sentence.word(span.last) or "-") in CLOSING
    within = any(other.method == "model" and span.covers(other) for other in near)
    return quoted or (not within and any(_is_beside(sentence, other, span) for other in near))


def _is_occupation(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«сообщил [активист] Олег Рогов», «прежнего [руководителя] Олега Рогова», but not «противник Олега Рогова», «их сторонник Олег Рогов»,
    «жена террориста Рогова»: a bare occupation, or an office that is over or yet to come, which is nobody's, right before a whole name in
    its case."""
    head = head_of(sentence, span, seeds) if span.last - span.first == 1 else None
    name = next((other for other in found if (other.first, other.kind, other.method) == (span.last, "person", "model")), None)
    if not head or not name or head.number != "sing" or name.last - name.first == 1:
        return False
    marked = any(mark.last == span.first for mark in marks(sentence.words, max(sentence.start, span.first - LONGEST), span.first, seeds))
    if head.role.kind != "occupation" and not marked:
        return False
    kin = any(fold(head.role.name) in seeds.words[sort] for sort in ("kin", "companion", "native"))
    before = keys(sentence.word(span.first - 1) or "-")
    owned = not before.isdisjoint(seeds.words["possessive"] | seeds.words["kin"])
    owned = owned or ("domain" in head.role.takes and head.case != "nomn" and not marked)
    words = (word for word in sentence.words[name.first : name.last] if len(word) > 1)
    return not kin and not owned and all(head.case in name_cases(word) for word in words)


def _is_of_named(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«[директор ООО «Заря»] Олег Рогов», «[Аким Алматы] Олег Рогов»: an office that ends with what has a name, before somebody's."""
    if not any((other.first, other.kind) == (span.last, "person") for other in found):
        return False
    if sentence.is_adjective(span.first - 1):
        return False  # «экс-художественный [директор галереи] Анна Ли»
    kinds = ("organization",) if keys(sentence.words[span.first]).isdisjoint(seeds.words["head of land"]) else ("organization", "location")
    named = any(other.kind in kinds and other.last == span.last and span.covers(other) for other in found)
    head = head_of(sentence, span, seeds) if named else None
    return head is not None and head.role.kind == "office" and head.place == span.first


def _is_of_origin(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«[казахстанский оператор] Болат Есимов», but not «румынский гражданин»: a role between whence its holder is and his name, which is
    none to a state."""
    head = head_of(sentence, span, seeds)
    if not head or "state" in head.role.takes:
        return False
    near = [other for other in found if other.method != "rule" and (other.first in (span.first, span.last) or other.last == span.last)]
    origin = any(other.kind in ("country", "nationality") and other.last == span.first + 1 < span.last for other in near)
    agrees = sentence.is_adjective(span.first) and sentence.case(span.first) == sentence.case(span.last - 1)
    named = any(other.kind == "person" and other.first == span.last for other in near)
    return origin and agrees and named and all(other.kind != "role" for other in near)


def _is_untaught(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«[основатель] и гендиректор», «[владелец фирмы] Олег Рогов»: what the model was not taught, where its surroundings show it."""
    head = head_of(sentence, span, seeds)
    if not head or fold(head.role.name) not in seeds.words["untaught"]:
        return False
    held = head.role.name.isascii() or any(other.kind == "organization" and span.covers(other) for other in found)
    held = held or (span.last - span.first > 1 and bool(noun_kind(sentence.words[span.last - 1], seeds)))
    near = [other for other in found if other.kind in ("role", "person") and _is_beside(sentence, other, span)]
    if any(other.method == "model" and (held or other.kind == "role") for other in near):
        return True
    return any(other.kind == "role" and other.first > span.last and _is_untaught(sentence, other, found, seeds) for other in near)


def _is_whose(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«[британскому] послу Анне Ли»: does it begin an office that the model found, or stand right before one, as whose it is?"""
    roles = (role for role in found if role.kind == "role" and role.method == "model" and role.first in (span.first, span.last))
    heads = (head_of(sentence, role, seeds) for role in roles)
    return any(head is not None and head.role.kind == "office" and head.case == sentence.case(span.first) for head in heads)


def _is_sent(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«[[российский посол] в Тель-Авиве]»: what the model found of an ambassador's role, with the host behind it; where it found nothing,
    all of it right before a name («[поверенную в делах Литвы] Анну Ли»)."""
    head = head_of(sentence, span, seeds)
    if not head or "host" not in head.role.takes:
        return False
    told = [other for other in found if other.kind == "role" and other.method == "model" and span.covers(other)]
    whose = any(other.kind == "country" and span.covers(other) for other in found)
    if whose and not told and any((other.first, other.kind) == (span.last, "person") for other in found):
        return True
    return any(sentence.words[other.last] in seeds.words["host"] for other in told if other.last < span.last)


def _is_from(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«[единый кандидат] от объединённой оппозиции Олег Рогов»: an office before those whom its holder is from, and his name."""
    head = head_of(sentence, span, seeds) if sentence.word(span.last) == "от" else None
    if not head or head.role.kind != "office":
        return False
    name = min((other.first for other in found if other.kind == "person" and other.first > span.last), default=span.last)
    named = {place for other in found if other.kind == "organization" for place in range(other.first - 1, other.last + 1)}
    between = range(span.last + 1, name)
    return 0 < len(between) <= SENDERS and all(place in named or sentence.case(place) == "gent" for place in between)


def _is_of_role(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«[заместитель [Министра]] Г. Е. Рогов»: an office that depends on one that the model found."""
    head = head_of(sentence, span, seeds)
    if not head or head.role.kind != "office" or "role" not in head.role.takes or head.case == "gent":
        return False
    inner = [other for other in found if other[:3] == (head.place + 1, span.last, "role") and other.method == "model"]
    heads = [head_of(sentence, other, seeds) for other in inner]
    return any(held is not None and held.role.kind == "office" and held.case == "gent" for held in heads)


def _is_acted(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«исполнение обязанностей [начальника отдела]», «врио [главы]»: a role behind a mark of status that governs it."""
    first = max(sentence.start, span.first - LONGEST)
    return any(mark.governs and mark.last == span.first for mark in marks(sentence.words, first, span.first, seeds))


def _is_possessed(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«его [заместитель] Анна Ли», «их [пресс-секретарь] — Егор Дымов», «его [заместителем] стал доцент Ли»: an office that stands whole
    between whose it is and a name, or another role behind a dash or a verb."""
    if seeds.words["possessive"].isdisjoint(keys(sentence.word(span.first - 1) or "-")):
        return False
    name = span.last + (sentence.word(span.last) in DASHES)
    head = head_of(sentence, span, seeds)
    if not head or head.role.kind != "office" or fold(head.role.name) in seeds.words["follower"]:
        return False
    if any((other.first, other.kind) == (name, "person") for other in found):
        return True
    near = [other for other in found if other.kind in ("person", "role") and other.first > span.last]
    return head.case == "ablt" and any(other.first == name or _is_told(sentence, other, span, seeds) for other in near)


def _is_begun(sentence: Sentence, role: Span, found: Sequence[Span]) -> bool:
    """Is the model sure that a role begins here, and only of none where it ends?"""
    told = any(span.method == "model" and span.kind == "role" and span.first == role.first for span in found)
    lasts = range(role.first + 1, sentence.stop + 1)
    return not told and sum(sentence.odds.get((role.first, last, "role"), 0.0) for last in lasts) >= BEGUN


def _is_listed(sentence: Sentence, person: Span, role: Span) -> bool:
    """«2. Ким Сергей Викторович — [председатель Корейской ассоциации]»: the role of whom a line begins with."""
    return sentence.opens(person.first) and role.first == person.last + 1 and sentence.word(person.last) in APPOSED


def _is_told_of(sentence: Sentence, person: Span, role: Span) -> bool:
    """«[Основатели фонда] — Анна Ли и Олег Рогов», but not «Депутат: Рогов прав»: the role that a line begins with, of whom stands behind
    its sign."""
    said = sentence.words[role.last : person.first]
    if not sentence.opens(role.first) or role.last - role.first == 1 or len(said) != 1 or sentence.odds.get(role[:3], 0.0) < HARDLY:
        return False
    return said[0] in DASHES or (
        said == [":"] and not any(grammar.pos == "VERB" for grammar in sentence.grammars[person.last : sentence.stop])
    )


def _is_bracketed(sentence: Sentence, person: Span, role: Span) -> bool:
    """«Хор «Заря» ([дирижёр] — Анна Ли)»: the role that brackets begin with, of whom stands behind its dash."""
    dashed = person.first == role.last + 1 and sentence.word(role.last) in DASHES
    return dashed and sentence.word(role.first - 1) == "(" and sentence.odds.get(role[:3], 0.0) >= HARDLY


def _is_signed(sentence: Sentence, person: Span, role: Span, seeds: Seeds) -> bool:
    """«И. о. [начальника управления] /П. И. Рогов/», «Рогов Пётр Ильич [Помощник Президента]»: a line that is nothing but both."""
    one, other = sorted((person, role))
    others = (*sentence.words[one.last : other.first], *sentence.words[other.last : sentence.stop])
    if one.last > other.first or not STROKES.issuperset(others):
        return False
    marked = {mark.last for mark in marks(sentence.words, sentence.start, one.first, seeds) if mark.first == sentence.start}
    return one.first in marked or sentence.opens(one.first)


def _is_of_two(sentence: Sentence, role: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«[премьер Григорян и министр] Петкевич», «[министра Григоряна с министром]», «[майор Григорян — начальником] штаба»: a role that goes
    on behind a person and a joint, a dash, a preposition before a companion, a verb or a title is two people's; not «партнёр бюро «Рогов и
    коллеги»»."""
    within = (span for span in found if span.kind == "person" and role.first < span.first and span.last < role.last)
    people = (span.last for span in within if OPENING_MARKS.isdisjoint(sentence.words[role.first : span.first]))
    joints = JOINTS | DASHES | seeds.words["beside"]
    return any(sentence.words[last] in joints or sentence.grammars[last].pos == "VERB" or bearer(sentence, last, seeds) for last in people)


def _is_clause(sentence: Sentence, role: Span, seeds: Seeds) -> bool:
    """«[директор и] совладелец», «[губернатором назначен вице-премьер]», «[журналистам министр]», «[премьером возглавлявшую партию] Анну»:
    a role that a joint ends, that has a subject in it, or a verb that tells a role."""
    words, grammars = sentence.words[role.first : role.last], sentence.grammars[role.first : role.last]
    verbs = (word for word, grammar in zip(words, grammars, strict=True) if grammar.pos == "VERB")
    governed = {place + 1 for place, grammar in enumerate(grammars) if grammar.pos == "PREP"}  # «кандидата в президенты»
    quoted = next((place for place, word in enumerate(words) if word in OPENING), len(words))
    able = range(quoted) if sentence.case(role.first) in OBLIQUE else [len(words) - 1] * (sentence.case(role.first) != "nomn")
    subjects = (place for place in able if grammars[place].case == "nomn" and place not in governed)
    subject = any(head_role(words[place], grammars[place], seeds) for place in subjects)
    said = zip(words[:quoted], grammars, strict=False)
    told = sentence.case(role.first) == "ablt" and any(grammar.pos == "PRTF" and _is_of_object(word) for word, grammar in said)
    return words[-1] in JOINTS or subject or told or any(not seeds.role_verbs.keys().isdisjoint(keys(verb)) for verb in verbs)


def _is_of_object(word: str) -> bool:
    """«возглавлявшую»: can a participle depend on nothing but a subject or an object?"""
    return all(parse.case in ("nomn", "accs") for parse in parses(word))


def _is_common(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«доктор [исторических наук]», «капитан [2 ранга]», «аукционы [РЕПОот] 1 дня»: an organization written small has a noun that heads
    organizations, or is known; no preposition has run into its letters; and it is nothing that happens («Brexit»)."""
    words = sentence.words[span.first : span.last]
    if span.kind != "organization" or span.method != "model":
        return False
    none = len(words) == 1 and (_is_glued(words[0]) or not keys(words[0]).isdisjoint(seeds.words["happening"]))
    if none or not all(word.islower() or word.isdigit() for word in words):
        return none
    return not any(noun_kind(word, seeds) for word in words) and not seeds.phrases.longest(words, 0)


def _is_glued(word: str) -> bool:
    """«РЕПОот», but not «МИДом»: capitals with a preposition or a conjunction of two letters or more."""
    letters = word.rstrip(SMALL)
    rest = word[len(letters) :]
    return len(letters) > 1 < len(rest) and letters.isupper() and parses(rest)[0].pos in ("PREP", "CONJ")


def _is_name(sentence: Sentence, role: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«[МАРКИНУ] Антону Сергеевичу», «[премьеру] покажут в мае»: a word of a name, or one that could be a role's but is not here."""
    if head_of(sentence, role, seeds):
        return False
    lemmas = {fold(parse.lemma) for parse in parses(sentence.words[role.first]) if parse.pos == "NOUN"}
    mistaken = role.last - role.first == 1 and not seeds.roles.keys().isdisjoint(lemmas)
    return mistaken or any(other.kind == "person" and other.covers(role) for other in found)


def _is_thing(sentence: Sentence, role: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«[Аккредитация журналистов]: Анна Ли»: a thing that is done to those who have a role, which is marked too."""
    ending = [other for other in found if other.kind == "role" and other.last == role.last and role.first < other.first]
    inside = any(sentence.grammars[other.first].number == "plur" for other in ending)
    if not inside or head_of(sentence, role, seeds):
        return False
    return all("inan" in parse.marks for parse in parses(sentence.words[role.first]))


def _is_people(span: Span, found: Sequence[Span]) -> bool:
    """«[слово А. Агапова о Б. Белове]»: no one's name holds two people of whom the model is surer, or an organization."""
    if span.kind != "person":
        return False
    told = (other for other in found if other.method == "model" and span.covers(other))
    inside = [other for other in told if 1 < other.last - other.first < span.last - span.first]
    people = [other for other in inside if other.kind == "person"]
    apart = any(one.last <= other.first for one in people for other in people)
    return (apart and any(one.confidence > span.confidence for one in people)) or any(one.kind == "organization" for one in inside)
