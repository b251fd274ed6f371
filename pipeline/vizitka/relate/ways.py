"""The ways that a text has to say who holds what: roles beside a name, after a verb, in a list; and what lies inside a role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from ..morphology import CASES, REMEMBERED, Grammar, fold, keys, known, nouns, parses
from ..seeds import Role, Seeds
from ..signs import APPOSED, DASHES, JOINTS
from ..statuses import Mark, marks
from ..types import Analysis, Mention, is_whole

EVERY = frozenset(CASES)
REACH = 6
YEARS = r"\d{4} ?[–—-] ?\d{4}"
ENDED = re.compile(rf"\b(?:{YEARS}|[Сс] \d{{4}}(?: года?)? по \d{{4}}|[Дд]о \d{{4}})\b(?:\W+\w+){{0,4}}\W*$")
CLOSED = re.compile("[бвгджзйклмнпрстфхцчшщ]$")
STIFF = frozenset({"arabic", "indian", "other"})  # first names that often stay as they are before a surname
FOLLOWED = re.compile(rf"(?:\( ?|в ){YEARS}\b")


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence: its words, its mentions by number, the marks of status in it."""

    analysis: Analysis
    start: int
    stop: int
    mentions: Sequence[Mention]
    numbers: list[int]
    people: list[int]
    roles: list[int]
    marks: list[Mark]
    seeds: Seeds

    def word(self, place: int) -> str:
        return self.analysis.batch.spellings[place] if self.start <= place < self.stop else ""

    def grammar(self, place: int) -> Grammar:
        return self.analysis.grammars[place]


def scenes(analysis: Analysis, mentions: Sequence[Mention], seeds: Seeds) -> Iterator[tuple[int, Scene]]:
    """The sentences that name a person or a role, by number; of their mentions those that are whole words."""
    words, bounds = analysis.batch.spellings, analysis.batch.sentences
    for sentence, group in groupby(range(len(mentions)), key=lambda index: mentions[index].sentence):
        every = list(group)
        if {"person", "role"}.isdisjoint(mentions[index].kind for index in every):
            continue
        numbers = [index for index in every if is_whole(analysis.batch, mentions[index])]
        people = [index for index in numbers if mentions[index].kind == "person"]
        roles = [index for index in numbers if mentions[index].kind == "role"]
        start, stop = bounds[sentence], bounds[sentence + 1]
        yield sentence, Scene(analysis, start, stop, mentions, numbers, people, roles, marks(words, start, stop, seeds), seeds)


def held(scene: Scene) -> list[tuple[int, int]]:
    """Pairs (person, role), by each way that a text has to say it; a role in one place of a sentence has one way."""
    pairs: list[tuple[int, int]] = []
    for way in WAYS:
        for person in scene.people:
            pairs.extend((person, role) for role in way(scene, person, pairs) if (person, role) not in pairs)
    pairs = [pair for pair in pairs if not _nested(scene, pair, pairs)]
    return sorted(pairs, key=lambda pair: (pair[0], scene.mentions[pair[1]].first))


def _nested(scene: Scene, pair: tuple[int, int], pairs: list[tuple[int, int]]) -> bool:
    inner = scene.mentions[pair[1]]
    return any(
        person == pair[0] and role != pair[1] and scene.mentions[role].first <= inner.first and inner.last <= scene.mentions[role].last
        for person, role in pairs
    )


def before(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """«[министр иностранных дел РФ] Сергей Лавров», «[историк], [директор музея] и [член союза] Олег Рогов»."""
    cursor, found = _before_bracket(scene, scene.mentions[person].first), list[int]()
    while (role := _ending(scene, cursor, person, bool(found))) is not None:
        found.append(role)
        cursor = _marked_start(scene, scene.mentions[role].first)
    return found


def _before_bracket(scene: Scene, place: int) -> int:
    """«… комиссии [(далее — ЕЭК)] Бакытжан Сагинтаев»: what stands in brackets before a name is passed over."""
    if scene.word(place - 1) != ")":
        return place
    opening = (here for here in range(place - 2, max(scene.start, place - 8), -1) if scene.word(here) == "(")
    return next(opening, place)


def _ending(scene: Scene, cursor: int, person: int, joined: bool) -> int | None:
    joint = _past_joint(scene, cursor) if joined else cursor - (scene.word(cursor - 1) in (":", "«"))
    ending = [role for role in scene.roles if scene.mentions[role].last in (cursor, joint) and _fits(scene, role, person)]
    signs = (DASHES if scene.word(joint) in DASHES else APPOSED) if joined else frozenset[str]()
    ending = [role for role in ending if scene.mentions[role].last == cursor or not _follows_another(scene, role, person, signs)]
    return min(ending, key=lambda role: scene.mentions[role].first, default=None)


def _past_joint(scene: Scene, cursor: int) -> int:
    """Where the sign and words that join a role to the next stand: «бывший министр[, а ныне] помощник», «заместитель[ –] министр»."""
    place = cursor
    while scene.word(place - 1) in scene.seeds.words["joint"]:
        place -= 1
    return place - 1 if scene.word(place - 1) in JOINTS | DASHES else cursor


def _follows_another(scene: Scene, role: int, person: int, signs: frozenset[str]) -> bool:
    """«[Иванов], директор, …», «[Иванов Олег Петрович] директор, …»: is the role said of somebody before it, who has none before him?"""
    first = _marked_start(scene, scene.mentions[role].first)
    ends = (first, first - 1) if scene.word(first - 1) in signs else (first,)
    others = (other for other in scene.people if other != person and scene.mentions[other].last in ends)
    return any(_ending(scene, scene.mentions[other].first, other, False) is None for other in others)


def after(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """«Касым Нурланов, [министр обороны Казахстана], …», «Ли Цян ([премьер])», «ИВАНОВ Пётр – [директор]»."""
    found, place = list[int](), _behind(scene, person)
    free = scene.word(place - 1) != ","
    while place:
        role = _beginning(scene, place)
        if role is None or _precedes_person(scene, role, taken) or not (free or _fits(scene, role, person)):
            break
        if scene.word(place - 1) == "," and _is_subject(scene, role):
            break
        found.append(role)
        last = scene.mentions[role].last
        place = last + 1 if scene.word(last) in APPOSED | JOINTS else 0
    return found


def _is_subject(scene: Scene, role: int) -> bool:
    """«[министр] (также) примет решение», «[министр] готов»: does what is said of the role follow it?"""
    place = scene.mentions[role].last
    while place < scene.stop and scene.grammar(place).pos in ("ADVB", "PRCL"):
        place += 1
    said = scene.grammar(place) if place < scene.stop else Grammar()
    return _head_case(scene, role) == "nomn" and (said.pos == "VERB" or (said.pos == "ADJF" and not said.case))


def _behind(scene: Scene, person: int) -> int:
    """Where a role may begin behind a name: behind a sign, or at once behind «Рогов Олег Львович» that opens a line; 0 for nowhere."""
    last = scene.mentions[person].last
    if scene.word(last) in APPOSED:
        return last + 1
    father = any("Patr" in parse.marks and parse.case == "nomn" for parse in parses(scene.word(last - 1)))
    return last if father and _opens(scene, person) else 0


def _opens(scene: Scene, person: int) -> bool:
    """Does a line begin with a name?"""
    return not any(scene.word(place)[0].isalpha() for place in range(scene.start, scene.mentions[person].first))


def _beginning(scene: Scene, place: int) -> int | None:
    """The longest role that begins at a word, behind its marks of status."""
    if scene.word(place) and scene.grammar(place).pos == "ADVB":
        place += not any(mark.first == place for mark in scene.marks)
    for _ in range(2):
        place = next((mark.last for mark in scene.marks if mark.first == place), place)
    starting = [role for role in scene.roles if scene.mentions[role].first == place]
    return max(starting, key=lambda role: scene.mentions[role].last, default=None)


def _precedes_person(scene: Scene, role: int, taken: list[tuple[int, int]]) -> bool:
    return any(other == role and scene.mentions[person].first >= scene.mentions[role].last for person, other in taken)


def by_verb(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """«Олег Петров работает [главным инженером]», «освобождён от должности [посла] и назначен [министром]»."""
    return list(_onward(scene, _told(scene, scene.mentions[person].last, person, taken), person, taken))


def _onward(scene: Scene, role: int | None, person: int, taken: list[tuple[int, int]]) -> Iterator[int]:
    """A role that is told of somebody, and those that go on from it."""
    while role is not None and not _precedes_person(scene, role, taken):
        yield role
        role = _next(scene, scene.mentions[role].last, _head_case(scene, role), person, taken)


def _next(scene: Scene, place: int, case: str, person: int, taken: list[tuple[int, int]]) -> int | None:
    """«председателем и [заместителем]», «с поста директора на должность [министра]», «прокурором, освободив его от должности [судьи]»."""
    behind = _past_post(scene, place)
    if behind > place:
        return _in_case(scene, behind, "gent")
    if scene.word(place) not in JOINTS:
        return None
    joined = _in_case(scene, place + 1, case)
    return joined if joined is not None else _told(scene, place + 1, person, taken)


def _in_case(scene: Scene, place: int, case: str) -> int | None:
    """The role that begins at a word, where it stands in this case."""
    role = _beginning(scene, place)
    return role if role is not None and _head_case(scene, role) == case else None


def _told(scene: Scene, place: int, person: int, taken: list[tuple[int, int]]) -> int | None:
    """The role that a verb at ``place`` or near it tells: in the instrumental, or in the genitive behind the word «должность»."""
    verb = _verb(scene, place)
    if verb is None or any(holder == person and scene.mentions[role].first > verb for holder, role in taken):
        return None
    for here in range(verb + 1, min(verb + REACH, scene.stop)):
        if _beginning(scene, here) is not None:
            return _in_case(scene, here, "gent" if _is_post(scene, here - 1) else "ablt")
        if scene.word(here) in (",", ";") or any(scene.mentions[other].first == here for other in scene.people):
            return None
    return None


def appointed(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """«освободить Борисова от должности [посла]», «Серову Анну Львовну – [прокурором]»: a role behind a name in the accusative."""
    place = scene.mentions[person].last
    behind, cases = _past_post(scene, place), cases_of(scene.analysis, scene.mentions[person], scene.seeds)
    role = None
    if behind > place:
        role = _in_case(scene, behind, "gent")
    elif "accs" in cases and "ablt" not in cases:
        role = _in_case(scene, place + (scene.word(place) in DASHES), "ablt")
    return list(_onward(scene, role, person, taken))


def by_verb_before(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """«[Президентом Финляндии] избран Александр Нурми», «избрал [генеральным директором] Игоря Барского»."""
    first = scene.mentions[person].first
    appointed = [role for role in scene.roles if scene.mentions[role].last == first and _head_case(scene, role) == "ablt"]
    if appointed and "ablt" not in cases_of(scene.analysis, scene.mentions[person], scene.seeds):
        begin = min(scene.mentions[role].first for role in appointed)
        verbs = (is_role_verb(scene.word(place), scene.seeds) for place in range(max(scene.start, begin - 3), begin))
        return appointed[:1] if any(verbs) else []
    near = range(first - 1, max(scene.start, first - 4), -1)
    verb = next((place for place in near if is_role_verb(scene.word(place), scene.seeds)), None)
    if verb is None:
        return []
    ending = [role for role in scene.roles if scene.mentions[role].last == verb and _head_case(scene, role) == "ablt"]
    longest = min(ending, key=lambda role: scene.mentions[role].first, default=None)
    return [] if longest is None or any(role == longest for _, role in taken) else [longest]


def _verb(scene: Scene, place: int) -> int | None:
    """The verb near ``place`` that tells a role: «Иванов[, который ранее] работал …»."""
    place += 2 * (scene.word(place) == "," and bool(scene.seeds.words["relative"] & keys(scene.word(place + 1) or "-")))
    for here in range(place, min(place + 4, scene.stop)):
        if scene.grammar(here).pos == "PNCT":
            return None
        if is_role_verb(scene.word(here), scene.seeds) and is_role_verb(scene.word(here + 1), scene.seeds):
            continue  # «[был] назначен»
        if is_role_verb(scene.word(here), scene.seeds) or _governs_post(scene, here):
            return here
    return None


def _governs_post(scene: Scene, verb: int) -> bool:
    """«[занимает] пост», «назначен на должность», «, [освободив] его от должности»."""
    place = verb + 1
    place += bool(scene.word(place)) and scene.grammar(place).pos == "NPRO" and parses(scene.word(verb))[0].pos == "GRND"
    return scene.grammar(verb).pos == "VERB" and _past_post(scene, place) > place


def _past_post(scene: Scene, place: int) -> int:
    """Where «[пост]», «[с должности]», «[от занимаемой должности]» ends that begins at ``place``; ``place`` where none begins."""
    here = place + (scene.word(place) != "" and scene.grammar(place).pos == "PREP")
    while scene.word(here) and scene.grammar(here).pos in ("ADJF", "PRTF"):
        here += 1
    return here + 1 if _is_post(scene, here) else place


def _is_post(scene: Scene, place: int) -> bool:
    return any(fold(parse.lemma) in scene.seeds.words["post"] for parse in parses(scene.word(place) or "-"))


def _is_left(scene: Scene, role: int) -> bool:
    """«от занимаемой должности [посла]»: is it a post that somebody leaves?"""
    place = _marked_start(scene, scene.mentions[role].first) - 1
    if not _is_post(scene, place):
        return False
    place -= 1 + (scene.grammar(place - 1).pos in ("ADJF", "PRTF"))
    return scene.word(place).lower() in scene.seeds.words["leaving"]


def listed(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """One plural role for each of a list: «[заместители министра] Павел Сорокин и Сергей Мочальников»."""
    if any(holder == person for holder, _ in taken):
        return []
    neighbours = (other for other in _chain(scene, person))
    roles = [role for other in neighbours for holder, role in taken if holder == other and _is_plural(scene, role)]
    return list(dict.fromkeys(roles))


def _chain(scene: Scene, person: int) -> Iterator[int]:
    """The people whom only commas and «и» part from this one."""
    order = scene.people.index(person)
    for step in (-1, 1):
        here = order
        while 0 <= here + step < len(scene.people) and side_by_side(scene, *sorted((scene.people[here], scene.people[here + step]))):
            here += step
            yield scene.people[here]


def side_by_side(scene: Scene, left: int, right: int) -> bool:
    between = [scene.word(place) for place in range(scene.mentions[left].last, scene.mentions[right].first)]
    return 0 < len(between) <= 3 and set(between) <= JOINTS | {"а", "также"}


def depends(scene: Scene, role: int, person: int) -> bool:
    """«[советник] Дональда Трампа»: does the name stand right after the role in a case that only makes it a part of the role?"""
    return scene.mentions[role].last == scene.mentions[person].first and not _fits(scene, role, person)


def begins_clause(scene: Scene, role: int, person: int) -> bool:
    """«Как заявил Иванов, [министр] уехал»: does another clause begin with the role behind the name?"""
    last = scene.mentions[person].last
    return last == scene.mentions[role].first - 1 and scene.word(last) == "," and _is_subject(scene, role)


def is_listed(scene: Scene, role: int, person: int) -> bool:
    """«2. Седова Ольга Игоревна – [министр]»: is it the role of whom a line begins with?"""
    return role in scene.roles and person in scene.people and _opens(scene, person) and _beginning(scene, _behind(scene, person)) == role


WAYS = (before, after, appointed, by_verb, by_verb_before, listed)


def _fits(scene: Scene, role: int, person: int) -> bool:
    """Do the head of the role and the person stand in one case, and is the person not what the role depends on («советника Трампа»)?"""
    mention, name = scene.mentions[role], scene.mentions[person]
    if any(mark.governs and mark.last == mention.first for mark in scene.marks):
        return True
    case = _head_case(scene, role)
    if case and _like_cases(scene, role, case).isdisjoint(cases_of(scene.analysis, name, scene.seeds)):
        return False
    return not (case == "gent" and name.last - name.first == 1 and name.first == mention.last and "role" in _takes(scene, role))


def _like_cases(scene: Scene, role: int, case: str) -> set[str]:
    """A man's accusative looks like his genitive: «представил [академика РАН] Веру Соколову»."""
    return {"gent", "accs"} if case in ("gent", "accs") and scene.grammar(_head(scene, role)).gender == "masc" else {case}


def _takes(scene: Scene, role: int) -> frozenset[str]:
    """What the seeds say that may stand behind a role."""
    return frozenset().union(*(each.takes for each in _known(scene, role)))


def is_office(scene: Scene, role: int) -> bool:
    return any(each.kind == "office" for each in _known(scene, role))


def _known(scene: Scene, role: int) -> list[Role]:
    """What the seeds know of the head of a role."""
    roles = scene.seeds.roles
    return [roles[key] for key in nouns(scene.word(_head(scene, role)) or "-") if key in roles]


def _head(scene: Scene, role: int) -> int:
    mention = scene.mentions[role]
    nouns = (place for place in range(mention.first, mention.last) if scene.grammar(place).pos == "NOUN")
    return next(nouns, mention.last - 1)


def _head_case(scene: Scene, role: int) -> str:
    return scene.grammar(_head(scene, role)).case


def _is_plural(scene: Scene, role: int) -> bool:
    return scene.grammar(_head(scene, role)).number == "plur"


def may_be_plural(scene: Scene, role: int) -> bool:
    """By the spelling of its head, whatever the tagger says of it."""
    return any(parse.number == "plur" for parse in parses(scene.word(_head(scene, role))))


def cases_of(analysis: Analysis, person: Mention, seeds: Seeds) -> frozenset[str]:
    """The cases that a name can stand in, by all its words that the dictionary knows to be names."""
    cases = EVERY
    for place in range(person.first, person.last):
        word = analysis.batch.spellings[place]
        possible = name_cases(word)
        if analysis.grammars[place].case == "nomn" and fold(word) in seeds.first_names:
            possible |= {"nomn"}
        if is_direct(word, seeds):
            possible = frozenset({"nomn"})
        if possible & cases:
            cases &= possible
    return cases


@lru_cache(maxsize=REMEMBERED)
def is_direct(word: str, seeds: Seeds) -> bool:
    """«Даурен», but not «Абдель»: is it a man's name in the nominative, which the dictionary does not know and whose people decline it?"""
    entry = seeds.first_names.get(fold(word))
    declines = entry is not None and entry.gender == "m" and STIFF.isdisjoint(entry.origin.split("; "))
    return declines and bool(CLOSED.search(word)) and not known(word)


@lru_cache(maxsize=REMEMBERED)
def name_cases(word: str) -> frozenset[str]:
    named = [parse for parse in parses(word) if {"Name", "Surn", "Patr"} & parse.marks and parse.number != "plur" and parse.source.is_known]
    if not named or len(word) < 3 or any("Fixd" in parse.marks for parse in named):
        return EVERY
    return frozenset(parse.case for parse in named)


@lru_cache(maxsize=REMEMBERED)
def is_role_verb(word: str, seeds: Seeds) -> bool:
    return any(parse.pos in ("VERB", "INFN", "PRTS") and fold(parse.lemma) in seeds.role_verbs for parse in parses(word or "-"))


def _marked_start(scene: Scene, first: int) -> int:
    """Where a role begins with its marks of status."""
    return next((_marked_start(scene, mark.first) for mark in scene.marks if mark.last == first), first)


def _from_next(scene: Scene, role: int, roles: Sequence[int]) -> tuple[int, int, int, int]:
    """«основатель и директор фонда», «президент – председатель ВТБ»: the first of joined roles is held for what the second is."""
    last = scene.mentions[role].last
    joined = (other for other in roles if scene.mentions[other].first == last + 1 and scene.word(last) in {"и"} | DASHES)
    return next((_named(scene, other) for other in joined), (-1, -1, -1, -1))


def held_for(scene: Scene, role: int, roles: Sequence[int]) -> tuple[int, int, int, int]:
    """The organization, country, host country and place that a role names, or that the next of a person's joined roles names."""
    found = _named(scene, role)
    return found if found != (-1, -1, -1, -1) else _from_next(scene, role, roles)


def _named(scene: Scene, role: int) -> tuple[int, int, int, int]:
    """The organization, country, host country and place inside a role's span, the outermost of each.

    A country in the name of the organization («МИД [России]») is the organization's; a name goes before an adjective («главного штаба
    [«Юнармии»]»).
    """
    mention = scene.mentions[role]
    inside = [index for index in _inside(scene, mention) if scene.mentions[index].kind in ("organization", "country", "location")]
    inside += [index for index in scene.numbers if scene.mentions[index].last == mention.first and _is_adjective(scene, index)]
    hosts = [index for index in inside if scene.word(scene.mentions[index].first - 1) in scene.seeds.words["host"] - {"при"}]
    hosts = [index for index in hosts if _is_sent(scene, index, role)]
    named = [index for index in inside if is_named(scene, index, inside)]
    organization = min(named, key=lambda index: _is_described(scene, scene.mentions[index], inside), default=-1)
    within = scene.mentions[organization] if organization >= 0 else None
    countries = [index for index in inside if scene.mentions[index].kind == "country" and index not in hosts]
    free = [index for index in countries if not any(_within(scene.mentions[index], scene.mentions[other]) for other in named)]
    places = [
        index
        for index in inside
        if scene.mentions[index].kind == "location"
        and (within is None or scene.mentions[index].first >= within.last or scene.mentions[index].first < within.first)
    ]
    host = next((index for index in hosts if scene.mentions[index].kind == "country"), -1)
    if host < 0 and "host" in _takes(scene, role):  # «посол Франции в [Ереване]»
        host = next((index for index in hosts if index in places), -1)
    return organization, next(iter(free), -1), host, next((index for index in places if index != host), -1)


def _is_sent(scene: Scene, host: int, role: int) -> bool:
    """«заместитель [посла] в Чили», but not «полпред [президента] в СЗФО», «уполномоченный [по правам человека] в Чили»."""
    place, around = scene.mentions[host].first, scene.mentions[role]
    if scene.mentions[host].kind == "country":
        return "по" not in map(scene.word, range(around.first, place))
    titles = (other for other in _inside(scene, around) if scene.mentions[other].kind == "role" and scene.mentions[other].first < place)
    return "host" in _takes(scene, max(titles, key=lambda title: scene.mentions[title].first, default=role))


def is_named(scene: Scene, index: int, inside: Sequence[int]) -> bool:
    """Is an organization known, has it words of its own that are written large, or does a state, a place or an adjective tell which it is?

    «[правительства Калужской области]», «[госдумы]» and «[окружного суда]» are named; «правления» and «пресс-службы Минобороны» belong to
    the title.
    """
    mention = scene.mentions[index]
    if mention.kind != "organization":
        return False
    if _is_described(scene, mention, inside):
        return True
    names = [scene.mentions[other] for other in inside if not scene.word(scene.mentions[other].first)[:1].islower()]
    names = [name for name in names if _within(name, mention)]
    inner = {place for name in names for place in _within(name, mention)}
    own = [scene.word(place) for place in range(mention.first, mention.last) if place not in inner]
    told = bool(names) and all(name.kind in ("country", "location") for name in names)
    return told or mention.first in inner or any(not word[0].islower() for word in own) or _is_known(scene, mention)


def _is_described(scene: Scene, mention: Mention, inside: Sequence[int]) -> bool:
    """«[окружного] суда»: does an adjective tell which it is, and nothing within whose it is?"""
    within = (other for other in inside if _within(scene.mentions[other], mention))
    named = any(scene.mentions[other].kind != "organization" or is_named(scene, other, inside) for other in within)
    return not named and mention.last - mention.first > 1 and scene.grammar(mention.first).pos == "ADJF"


def _is_known(scene: Scene, mention: Mention) -> bool:
    phrase = " ".join(scene.word(place) for place in range(mention.first, mention.last))
    return any(entry.kind == "organization" for entry in scene.seeds.phrases.whole(phrase))


def _within(inner: Mention, outer: Mention) -> range:
    """The words of a mention that lies inside another."""
    covered = outer.first <= inner.first and inner.last <= outer.last and (inner.first, inner.last) != (outer.first, outer.last)
    return range(inner.first, inner.last) if covered else range(0)


def _is_adjective(scene: Scene, index: int) -> bool:
    """«[французского] министра»: the adjective of a country."""
    mention = scene.mentions[index]
    return mention.kind == "country" and mention.last - mention.first == 1 and scene.grammar(mention.first).pos == "ADJF"


def _inside(scene: Scene, around: Mention) -> list[int]:
    return [index for index in scene.numbers if around.first <= scene.mentions[index].first and scene.mentions[index].last <= around.last]


def status(scene: Scene, person: int, role: int) -> str:
    """ "current" unless a mark, a prefix, a period that is over or the verb says otherwise."""
    mention = scene.mentions[role]
    prefix = scene.word(_head(scene, role)).lower().partition("-")[0]
    if prefix in scene.seeds.status_prefixes:
        return scene.seeds.status_prefixes[prefix]
    for mark in scene.marks:
        if mark.last == mention.first or mention.first <= mark.first < mention.last:
            return mark.status
    told = _head_case(scene, role) == "ablt" or _is_post(scene, mention.first - 1)
    if _is_left(scene, role) or _is_over(scene, person, role, told):
        return "former"
    verb = _told_by(scene, person, role) if told else None
    return "current" if verb is None else _verb_status(scene.word(verb), scene.seeds)


def _told_by(scene: Scene, person: int, role: int) -> int | None:
    """The verb that ties a role to a person before it, or to one of another sentence («С 2019 года [был] председателем»)."""
    name, mention = scene.mentions[person], scene.mentions[role]
    if name.sentence == mention.sentence:
        return _verb(scene, name.last) if name.last <= mention.first else None
    near = range(mention.first - 1, max(scene.start, mention.first - 4) - 1, -1)
    return next((place for place in near if is_role_verb(scene.word(place), scene.seeds)), None)


@lru_cache(maxsize=REMEMBERED)
def _verb_status(word: str, seeds: Seeds) -> str:
    """«занимал», «работал», «был»: what lasted and is told in the past is over."""
    verbs = [parse for parse in parses(word) if parse.pos in ("VERB", "PRTS", "INFN")]
    if any({"past", "impf"} <= parse.marks and parse.pos == "VERB" for parse in verbs):
        return "former"
    return next((seeds.role_verbs[fold(parse.lemma)] for parse in verbs if fold(parse.lemma) in seeds.role_verbs), "current")


def _is_over(scene: Scene, person: int, role: int, told: bool) -> bool:
    """«[В 1998–2003 годах] работал инженером», «[с 1995 по 2011 год] – директор», «министр транспорта [(2010–2012)]»."""
    name, mention = scene.mentions[person], scene.mentions[role]
    if FOLLOWED.match(" ".join(map(scene.word, range(mention.last, min(mention.last + 5, scene.stop))))):
        return True
    beside = name.sentence == mention.sentence and (name.last == mention.first or mention.last == name.first)
    stated = told or scene.word(mention.first - 1) in DASHES
    return stated and not beside and bool(ENDED.search(" ".join(map(scene.word, range(scene.start, mention.first)))))
