"""Where a span ends that takes more for one name or role than one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..branches import STAFF
from ..morphology import CONSONANTS, fold, is_acronym, keys, known, may_be, name_cases, parses
from ..naming import INITIAL
from ..seeds import Role, Seeds
from ..signs import DASHES
from ..statuses import marks
from .nouns import head_role, noun_kind
from .roles import is_occasion, is_of_titles, listed
from .spans import OPENING, Sentence, Span, is_nobodys, longest_at

SEAMS = DASHES | {","}
ENDS = SEAMS | {"и"}  # what a role does not end with
OTHER = frozenset({"ablt", "datv", "loct"})  # cases in which no name ends that of an organization
DATIVE = tuple("умюе")
OWNED = frozenset({"gent", "accs"})
LONE = 2  # words of which no two names are made
HELD = ("organization", "country", "location")


def parts(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> Iterator[Span]:
    """«[председатель совета], [вице-президент группы «Синара»]», «[ректор НГУ] [академик РАН]», «[майора полиции] Дёмина Олега Ивановича»:
    where another role begins, or a name that goes on behind it, a span ends."""
    if span.last - span.first == 1:
        yield span
        return
    if _is_short_of(sentence, span, seeds) or _is_concerned(sentence, span, found, seeds):
        yield span._replace(last=span.first + 1)
        return
    span = _unsaid(sentence, _foreign(sentence, _unheard(sentence, span, seeds), seeds), seeds)
    span = _concerned(sentence, _known_to_the_end(_unconcerned(sentence, span, seeds), found), seeds)
    names = [other.first for other in found if other.kind == "person" and span.first < other.first < span.last < other.last]
    span = span._replace(last=min((*names, *_holders(sentence, span, found, seeds)), default=span.last))
    seams = sorted({*_behind_signs(sentence, span, found, seeds), *_side_by_side(sentence, span, found, seeds)})
    if span.kind == "person" and span.last - span.first > LONE:
        yield from _whole_names(sentence, span, found, seeds)
        return
    if not seams:
        yield span
        return
    people = [other.first for other in found if other.kind == "person" and span.covers(other)]
    for first, last in pairwise((span.first, *seams, span.last) if span.kind == "role" else (span.first, seams[0])):
        stop = min((place for place in people if first < place < last), default=last)
        yield span._replace(first=first, last=_trimmed(sentence, first, stop, seeds))


def _trimmed(sentence: Sentence, first: int, stop: int, seeds: Seeds) -> int:
    """«[директором] –», «[директором] бывшего»: where a part ends without a sign, or without what tells the status of the next."""
    last = stop - (sentence.words[stop - 1] in ENDS)
    return next((mark.first for mark in marks(sentence.words, first + 1, last, seeds) if mark.last == last), last)


def _whole_names(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> Iterator[Span]:
    """«Указом президента [Владимира Седова] [Олег Рогов] назначен»: what two names make, and what lies across both, ends between them."""
    around = (other for other in found if other.kind == "person" and other.covers(span))
    seams = (_second_name(sentence, other, seeds) for other in around)
    seam = next((seam for seam in seams if span.first < seam < span.last), span.last)
    yield span._replace(last=seam)
    if seam < span.last:
        yield span._replace(first=seam)


def _second_name(sentence: Sentence, name: Span, seeds: Seeds) -> int:
    """Where another man's first name begins behind a man's in the genitive and a word in a vowel, or initials and a surname that can stand
    in no case of the word before («с Кириллом [В. Путин]»), else where a name ends."""
    words = sentence.words[name.first : name.last]
    initials = next((place for place in range(1, len(words) - 2) if INITIAL.fullmatch(words[place]) and words[place + 1] == "."), 0)
    able = {"nomn"} if is_nobodys(words[-1], seeds) else name_cases(words[-1])
    if initials and name_cases(words[initials - 1]).isdisjoint(able):
        return name.first + initials
    men = (place for place in range(2, len(words) - 1) if words[place - 1][-1] in "аяо" and _is_man(words[place], seeds))
    begins = len(words) > 3 and words[0][-1] in "ая" and _is_man(words[0][:-1], seeds)
    return name.first + next(men, len(words)) if begins else name.last


def _unheard(sentence: Sentence, span: Span, seeds: Seeds) -> Span:
    """«сказала [Зотова] Вестям», «заявил [Олег Крылов] Интерфаксу», but not «Борис Негру»: a name without the medium in the dative behind
    it, which the seeds know or which is a plural, where what stands before that can be no dative."""
    last = span.last - 1
    word = sentence.words[last]
    if span.kind != "person" or word[-1] not in DATIVE or "datv" in name_cases(sentence.words[last - 1]):
        return span
    several = known(word) and all((parse.pos, parse.case, parse.number) == ("NOUN", "datv", "plur") for parse in parses(word))
    medium = any(entry.kind == "organization" for entry in seeds.phrases.whole(word)) and may_be(word, "datv")
    return span._replace(last=last) if several or medium else span


def _is_man(word: str, seeds: Seeds) -> bool:
    """«Олег»: a man's first name in the nominative that ends in a consonant."""
    told = seeds.first_names.get(fold(word)) or seeds.first_names.get(fold(word.partition("-")[0]))
    return told is not None and told.gender == "m" and word.lower().endswith(CONSONANTS)


def _unconcerned(sentence: Sentence, span: Span, seeds: Seeds) -> Span:
    """«советник губернатора [Тверской области] по вопросам культуры», «замглавы [МИД Ирана] по экономическим вопросам»: what somebody is
    concerned with is no part of a place, nor of a body that the seeds know whole without it; «[МВД Чувашии по городу] Алатырь»."""
    words = sentence.words[span.first : span.last]
    place = words.index("по") if span.kind in ("location", "organization") and "по" in words[1:-1] else 0
    if not place or not words[place + 1].islower() or (span.kind == "organization" and not _is_whole(words, place, seeds)):
        return span
    return span._replace(last=span.first + place)


def _is_whole(words: Sequence[str], place: int, seeds: Seeds) -> bool:
    """Are the words before a place a body that is known, or one that each state has and its state, and no longer name known, nor what
    follows where it is?"""
    if any(not keys(words[place + 1]).isdisjoint(seeds.words[sort]) for sort in ("settlement", "district", "local", "own place")):
        return False
    last, entries = seeds.phrases.longest(words, 0) or (0, [])
    known = [seeds.organizations[entry.key] for entry in entries if entry.kind == "organization"]
    if len(known) != 1 or last > place:
        return False
    if last == place:
        return not known[0].is_general
    state, owners = seeds.phrases.longest(words, last) or (0, [])
    return known[0].kind in ("state", "ministry") and state == place and any(entry.kind == "country" for entry in owners)


def _known_to_the_end(span: Span, found: Sequence[Span]) -> Span:
    """«[глава [Республики Саха (Якутия)]]»: with the whole name, which the seeds know, of what a role is held for."""
    inside = [other for other in found if other.method == "seed" and other.kind in HELD and other.last - other.first > 1]
    lasts = [other.last for other in inside if span.first < other.first < span.last < other.last]
    return span._replace(last=max(lasts)) if span.kind == "role" and lasts else span


def _concerned(sentence: Sentence, span: Span, seeds: Seeds) -> Span:
    """«[министр по делам молодёжи[, спорту и туризму]]», «[директор] по собственному желанию»: with all that a role or a body is concerned
    with, and without why somebody holds it no more."""
    words = sentence.words[span.first : span.last] if span.kind in ("role", "organization") else ()
    place = span.first + words.index("по") if "по" in words[1:] else 0
    if not place:
        return span
    return span._replace(last=place if is_occasion(sentence, place, seeds) else listed(sentence, span.last, seeds))


def _holders(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> Iterator[int]:
    """«[директор завода] П. И. Рогов», «[министром] Тимуром Сат-оолом», «волонтёром [Общества] Тимуром Седовым», but not «[помощник П. И.
    Рогова]», «[фонд Рогова]»: where a person begins who can be nobody's in the span of a role or an organization."""
    for other in found:
        if other.kind != "person" or not span.first < other.first or span.last != other.last:
            continue
        role = span.kind == "role" and (is_nobodys(sentence.words[other.last - 1], seeds) or _is_named(sentence, other))
        if role or (span.kind == "organization" and any(name_cases(word) <= OTHER for word in sentence.words[other.first : other.last])):
            yield other.first


def _is_named(sentence: Sentence, person: Span) -> bool:
    """«[Тимуром] Сат-оолом»: is there a word in a name that the dictionary knows, and that can say of nothing whose it is?"""
    words = sentence.words[person.first : person.last] if person.last - person.first > 1 else ()
    return any(len(word) > 2 and known(word) and not may_be(word, "gent") for word in words)


def _is_short_of(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«в рамках [Организации] для укрепления мира»: a plain noun that stands for a body named before, and what it did something for."""
    head, *rest = sentence.words[span.first : span.last]
    told = span.kind == "organization" and head[0].isupper() and not seeds.plain_nouns.isdisjoint(keys(head))
    return told and bool(rest) and rest[0] in seeds.words["cuts organization"] and all(word.islower() for word in rest)


def _foreign(sentence: Sentence, span: Span, seeds: Seeds) -> Span:
    """«[Tygodnik.pl] вице-премьер Польши», «[Airbus] авиакомпании «Заря»», but not «[IT отдел]»: what is named in Latin letters ends before
    a small noun of a role or an organization, and a name of two words or more in others before it: «слова [Яна Ли] Hotnews»."""
    name, last = sentence.words[span.first], span.first + 1
    if span.kind == "person" and span.last - span.first > LONE and not name.isascii():
        ending = sentence.words[span.last - 1]
        return span._replace(last=span.last - (ending.isascii() and ending[1:].islower()))
    if span.kind != "organization" or not (name.isascii() and name[0].isalpha()):
        return span
    while last < span.last and sentence.words[last].isascii():
        last += 1
    if last == span.last or not sentence.words[last].islower() or not known(sentence.words[last]):
        return span
    short = last == span.first + 1 and is_acronym(name)
    body = noun_kind(sentence.words[last], seeds) is not None and not short
    return span._replace(last=last) if body or head_role(sentence.words[last], sentence.grammars[last], seeds) else span


def _unsaid(sentence: Sentence, span: Span, seeds: Seeds) -> Span:
    """«[Лимский городской суд] приговорил мэра», «в [Доме печати] Министр сказал»: what is named ends before what is said of it."""
    if span.kind != "organization" or span.method != "model" or sentence.word(span.first - 1) in OPENING:
        return span
    inside = range(span.first + 1, span.last)
    quoted = next((place for place in inside if sentence.words[place] in OPENING), span.last)
    ways = (_is_its_verb, _is_subject)
    ends = (place for place in inside if place < quoted and any(way(sentence, span, place, seeds) for way in ways))
    return span._replace(last=next(ends, span.last))


def _is_its_verb(sentence: Sentence, span: Span, place: int, seeds: Seeds) -> bool:
    """«суд [приговорил] мэра»: a verb behind a noun of organizations."""
    verb = sentence.grammars[place].pos == "VERB" and parses(sentence.words[place])[0].pos == "VERB"
    return verb and any(noun_kind(word, seeds) for word in sentence.words[span.first : place])


def _is_subject(sentence: Sentence, span: Span, place: int, seeds: Seeds) -> bool:
    """«в Доме печати [Министр] сказал»: a role that is written large and stands in another case than what is named."""
    word, said = sentence.words[place], sentence.grammars[place]
    if not word.istitle() or said.case not in ("nomn", "datv") or sentence.case(span.first) in ("", said.case):
        return False
    return head_role(word, said, seeds) is not None


def _is_concerned(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«спецпосланник [ООН] по Сирии», «проректор [ЛГУ] по учебной работе»: what a role is concerned with is no part of the name of an
    international organization in it, nor of an acronym's."""
    if span.kind != "organization" or sentence.word(span.first + 1) != "по" or span.last < span.first + 3:
        return False
    word = sentence.words[span.first]
    known = (entry.key for entry in seeds.phrases.whole(word) if entry.kind == "organization")
    held = any(other.kind == "role" and other.covers(span) and other.first < span.first for other in found)
    lone = is_acronym(word) and sentence.words[span.first + 2].islower() and keys(word).isdisjoint(seeds.words["local"])
    return held and ((lone and word not in seeds.legal_forms) or any(seeds.organizations[key].kind == "international" for key in known))


def _behind_signs(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> Iterator[int]:
    """Where a role begins behind a comma or a dash in the span of a role, or behind «и» in the genitive («должности министра связи и
    [министра труда]», but not «заместителя министра связи и министра труда»)."""
    if span.kind != "role" or any(other.kind == "person" and span.covers(other) for other in found):
        return
    for place in range(span.first + 2, span.last):
        signed = sentence.words[place - 1] in SEAMS and head_role(sentence.words[place], sentence.grammars[place], seeds)
        if signed or (sentence.words[place - 1] == "и" and all(_is_own(sentence, head, seeds) for head in (span.first, place))):
            yield place


def _is_own(sentence: Sentence, place: int, seeds: Seeds) -> bool:
    """«[министра] связи», but not «[заместителя] министра связи»: is it an office in the genitive under which there is no other?"""
    head = _head_at(sentence, place, seeds)
    own = head is not None and head.role.kind == "office" and "role" not in head.role.takes
    return head is not None and own and (head.case, head.number) == ("gent", "sing")


def _side_by_side(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> Iterator[int]:
    """Where a role begins that stands in the case of the role before it, so that it is no part of it: «начальник штаба [генерал]».

    A genitive may depend on what is before it («директора [советника]»), unless it is a rank («избрал ректором [доктора наук]») or what
    somebody was who is given the post («назначил послом [советника] Рогова»).
    """
    inside = [other for other in found if other.kind == "role" and span.first < other.first and other.last <= span.last]
    if not inside or span.kind not in ("role", "organization"):
        return
    around = (other for other in found if other.kind == "role" and other.covers(span))
    outer = head_of(sentence, max(around, key=lambda other: other.last - other.first, default=span), seeds)
    inner = (head_of(sentence, other, seeds) for other in inside)
    for other, head in zip(inside, inner, strict=True):
        if not outer or not head:
            continue
        ranked = outer.place == other.first - 1 and _is_rank_beside(outer, head)
        beside = _is_beside_role(outer, head) and not _head_at(sentence, other.first - 1, seeds)
        if ranked or beside or _is_raised(sentence, span, outer, other, found, seeds):
            yield other.first


def _is_raised(sentence: Sentence, span: Span, outer: Head, inner: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«назначил новым послом в Китае [советника] Рогова», «сделал заместителем [главу] района Рогова», but not «назначил помощником
    [директора] Рогова», «главой администрации [губернатора] Рогова»: is it a role of whom a verb gives a post?"""
    head = head_of(sentence, inner, seeds) if outer.case == "ablt" and _is_of_name(sentence, span.last, found) else None
    if head is None or (head.case, head.number) not in (("gent", "sing"), ("accs", "sing")):
        return False
    before = inner.first - 1
    if before != outer.place and _head_at(sentence, before, seeds):
        return False
    near = before == outer.place or any(other.kind in HELD and other.last == inner.first for other in found)
    own = "role" in outer.role.takes or noun_kind(sentence.words[before], seeds) in STAFF or ("body" in outer.role.takes and not near)
    if own and may_be(sentence.words[head.place], "gent"):
        return False
    verb = outer.place - 1
    while sentence.case(verb) == "ablt" and sentence.is_adjective(verb):
        verb -= 1
    readings = (parse for parse in parses(sentence.word(verb) or "-") if parse.pos in ("VERB", "INFN") and "tran" in parse.marks)
    return any(fold(parse.lemma) in seeds.role_verbs for parse in readings)


def _is_of_name(sentence: Sentence, place: int, found: Sequence[Span]) -> bool:
    """«директора завода [Рогова]», «директора завода[, немецкого бизнесмена Рогова]»: does a name, with another role or without, begin at a
    word?"""
    role = longest_at(found, place + 1, "role") or longest_at(found, place + 2, "role") if sentence.word(place) == "," else None
    first = role.last if role else place
    return any(other.kind == "person" and other.first == first for other in found)


def _is_beside_role(outer: Head, inner: Head) -> bool:
    if outer.case == "ablt" and inner.case in ("gent", "accs") and inner.role.kind == "rank":
        return "role" not in outer.role.takes
    return _is_alike(outer, inner) and inner.place > outer.place + 1 and (inner.case != "gent" or inner.role.kind == "rank")


def _is_rank_beside(outer: Head, inner: Head) -> bool:
    """«военный атташе [полковник]», but not «помощника [полковника]»"""
    ranked = _is_alike(outer, inner) and (outer.role.kind, inner.role.kind) == ("office", "rank")
    return ranked and (inner.case != "gent" or "role" not in outer.role.takes)


def _is_alike(outer: Head, inner: Head) -> bool:
    """Do both stand in one case? Of whom the genitive and the accusative are told apart by the tagger alone, both may be either."""
    same = inner.case == outer.case or {inner.case, outer.case} == OWNED
    return same and inner.number == outer.number == "sing"


class Head(NamedTuple):
    """The noun that heads a role, and what it is in its sentence."""

    place: int
    role: Role
    case: str
    number: str


def head_of(sentence: Sentence, span: Span, seeds: Seeds) -> Head | None:
    """The first noun of a span, where it heads a role."""
    nouns = (place for place in range(span.first, span.last) if sentence.grammars[place].pos in ("NOUN", "X"))
    nouns = (place for place in nouns if not is_of_titles(sentence.words[place], seeds))
    return _head_at(sentence, next(nouns, span.first), seeds)


def _head_at(sentence: Sentence, place: int, seeds: Seeds) -> Head | None:
    role = head_role(sentence.word(place), sentence.grammars[place], seeds)
    return Head(place, role, sentence.case(place), sentence.grammars[place].number) if role else None
