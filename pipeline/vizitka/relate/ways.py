"""The ways that a text has to say who holds what: roles beside a name, after a verb, in a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..morphology import EVERY, HIS_CASES, Grammar, fold, name_cases, parses
from ..signs import APPOSED, DASHES, JOINTS
from ..types import Mention
from .honours import conferred, is_conferred
from .passed import PASSED, before_origin, is_of_next, is_over
from .scene import (
    Scene,
    before_dash,
    beginning,
    behind_dash,
    case_at,
    cases_of,
    head,
    head_case,
    is_aside,
    is_counted,
    is_kin,
    is_plural,
    is_role_verb,
    is_statesmans,
    marked_start,
    may_be_single,
    opens,
    past_period,
    precedes_person,
    side_by_side,
    speaks,
    takes,
)
from .verbs import (
    appointed,
    beginning_of,
    by_verb,
    by_verb_before,
    gapped,
    has_boss,
    is_bosses,
    is_where,
    laid,
    of_post,
    onward,
    posted,
    told,
    where,
)

Way = Callable[[Scene, int, list[tuple[int, int]]], list[int]]  # the roles of a person, by the pairs that are known
LISTING = JOINTS | {"а", "также", ":", ";", "(", ")", "«", "»"}
OF_SEVERAL = 4  # words before a role among which «из» may stand
LEADING = DASHES | {":"}  # signs between a role and who have it


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
    cursor, found = scene.mentions[person].first, list[int]()
    for before_what in PASSED:
        cursor = before_what(scene, cursor)
    while (role := _ending(scene, cursor, person, bool(found))) is not None and not _is_of_others(scene, role, person):
        found.append(role)
        cursor = before_origin(scene, marked_start(scene, scene.mentions[role].first))
    return found


def _is_of_others(scene: Scene, role: int, person: int) -> bool:
    """«[Глава государства] и премьер Рогов провели встречу», «суд по просьбе [адвокатов] Рогова»"""
    return is_of_two(scene, role, person) or (head_case(scene, role) == "gent" and is_of_several(scene, role, person))


def is_of_two(scene: Scene, role: int, person: int) -> bool:
    """«[Глава государства] и премьер Рогов провели встречу»: does a plural verb behind a name say that a role joined to the name's is
    another's?"""
    name, mention = scene.mentions[person], scene.mentions[role]
    if scene.word(mention.last) != "и" or scene.people[0] != person or is_plural(scene, role) or mention.last > name.first:
        return False
    own = beginning(scene, mention.last + 1)
    several = scene.word(name.last) != "" and scene.grammar(name.last)[:1] == ("VERB",) and scene.grammar(name.last).number == "plur"
    return own is not None and scene.mentions[own].last == name.first and several and head_case(scene, role) == "nomn"


def parted(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """«[Лидер партии], который бывал в Омске, 40-летний Олег Рогов заявил …»: what begins a sentence, and a clause parts from a name."""
    comma = scene.mentions[person].first - 1
    comma -= comma > scene.start and scene.grammar(comma).pos == "ADJF"
    role = beginning(scene, scene.start) if scene.word(comma) == "," and scene.people[0] == person else None
    if role is None or head_case(scene, role) != "nomn" or not _fits(scene, role, person):
        return []
    opening = scene.mentions[role].last
    clause = opening + 1 + (opening + 1 < comma and scene.grammar(opening + 1).pos == "PREP")
    begins = scene.word(opening) == "," and clause < comma and (scene.grammar(clause).pos == "PRTF" or scene.is_of(clause, "relative"))
    return [role] if begins and not any(holder == person for holder, _ in taken) else []


def _ending(scene: Scene, cursor: int, person: int, joined: bool) -> int | None:
    words = map(scene.word, range(scene.mentions[person].first, scene.mentions[person].last))
    opened = "[" if "]" in words else ":"  # «президент [[Олег] Рогов]»
    joint = _past_joint(scene, cursor) if joined else cursor - (scene.word(cursor - 1) in (":", "«", opened))
    ending = [role for role in scene.roles if scene.mentions[role].last in (cursor, joint) and _fits(scene, role, person)]
    signs = (DASHES if scene.word(joint) in DASHES else APPOSED) if joined else frozenset[str]()
    ending = [role for role in ending if scene.mentions[role].last == cursor or not _follows_another(scene, role, person, signs)]
    ending = [role for role in ending if not is_of_next(scene, role, person)]
    return min(ending, key=lambda role: scene.mentions[role].first, default=None)


def _past_joint(scene: Scene, cursor: int) -> int:
    """Where the sign and words that join a role to the next stand: «бывший министр[, а ныне] помощник», «заместитель[ –] министр»."""
    place = cursor
    while scene.is_of(place - 1, "joint"):
        place -= 1
    return place - 1 if scene.word(place - 1) in JOINTS | DASHES else cursor


def _follows_another(scene: Scene, role: int, person: int, signs: frozenset[str]) -> bool:
    """«[Иванов], директор, …», «[Иванов Олег Петрович] директор, …»: is the role said of somebody before it, who has none before him?"""
    first = marked_start(scene, scene.mentions[role].first)
    ends = (first, first - 1) if scene.word(first - 1) in signs else (first,)
    others = (other for other in scene.people if other != person and scene.mentions[other].last in ends)
    return any(_ending(scene, scene.mentions[other].first, other, False) is None for other in others)


def after(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """«Касым Нурланов, [министр обороны Казахстана], …», «Ли Цян ([премьер])», «ИВАНОВ Пётр – [директор]», «Рогов, один из [врачей], …»."""
    found, place = list[int](), _behind(scene, person)
    free = scene.word(place - 1) != ","
    while place:
        place = _past_kin(scene, place)
        several = _past_one_of(scene, place)
        role = beginning(scene, several)
        fits = free or several > place or (role is not None and _fits(scene, role, person))
        if role is None or precedes_person(scene, role, taken) or not fits or is_said(scene, role, person):
            break
        if is_kin(scene, scene.mentions[person].first - 1) and any(other == role for _, other in taken):
            break
        ended = is_subject(scene, role) or _is_told(scene, role) or _is_next_ones(scene, role, person)
        if (scene.word(place - 1) == "," or is_topic(scene, person)) and ended:
            break
        found.append(role)
        last = past_period(scene, scene.mentions[role].last)
        place = _behind_joint(scene, last) if scene.word(last) in APPOSED | JOINTS else 0
    return found


def _past_kin(scene: Scene, place: int) -> int:
    """«Анна Ли, [супруга Петра Ли,] министр»: what follows whose relative or companion one is, behind a comma, else the place."""
    names = (scene.mentions[other] for other in scene.people if scene.mentions[other].first > place)
    name = next(names, None) if scene.word(place - 1) == "," and is_kin(scene, place) else None
    if name is None or scene.word(name.last) != "," or "gent" not in cases_of(scene.analysis, name, scene.seeds):
        return place  # «Анна Ли, сын [Рогова Олег], министр»
    begin = beginning(scene, place + 1)
    alone = name.first == (place + 1 if begin is None else scene.mentions[begin].last)
    return name.last + 1 if alone else place


def _past_one_of(scene: Scene, place: int) -> int:
    """«Рогов, [один из самых известных] врачей», «Рогов, [одна из] врачей»: where the role of several begins one of whom is told, else the
    word."""
    if scene.word(place + 1) != "из" or not scene.is_of(place, "one"):
        return place
    last = place + 2
    while scene.word(last) and beginning(scene, last) is None and scene.grammar(last).pos == "ADJF":
        last += 1
    role = beginning(scene, last)
    return last if role is not None and head_case(scene, role) == "gent" and is_plural(scene, role) else place


def _behind_joint(scene: Scene, place: int) -> int:
    """«премьер[, а ныне и] глава фонда», «премьер[, затем –] глава», «премьер [и] глава фонда»: where a role may begin that is joined to
    the one before."""
    place += 1
    while scene.is_of(place, "joint") or (scene.word(place) in DASHES | {"и"} and scene.is_of(place - 1, "joint")):
        place += 1
    return place


def is_topic(scene: Scene, person: int) -> bool:
    """«Подарок для [Рогова]: …», but not «Приз дали [Рогову]: …»: does a headline's topic without a verb end with a name?"""
    name = scene.mentions[person]
    return scene.word(name.last) == ":" and all(scene.grammar(place).pos != "VERB" for place in range(scene.start, name.first))


def is_subject(scene: Scene, role: int) -> bool:
    """«[министр] (также) примет решение», «[министр] готов»: does what is said of the role follow it?"""
    place = scene.mentions[role].last
    while place < scene.stop and scene.grammar(place).pos in ("ADVB", "PRCL"):
        place += 1
    said = scene.grammar(place) if place < scene.stop else Grammar()
    ready = said.pos == "ADJF" and not said.case and not scene.is_of(place, "possessive")  # «[пресс-секретарь] его партии»
    return head_case(scene, role) == "nomn" and (said.pos == "VERB" or ready)


def _is_told(scene: Scene, role: int) -> bool:
    """«…, [секретарём] остаётся Ян Новак»: does a verb behind a role tell it of somebody?"""
    return case_at(scene, head(scene, role)) == "ablt" and is_role_verb(scene.word(scene.mentions[role].last), scene.seeds)


def _is_next_ones(scene: Scene, role: int, person: int) -> bool:
    """In a list of roles and names, is it the next name's: «президент Ян Ли, [премьер] Анна Рид», «президент — Ян Ли, [премьер] — …»?"""
    lead, name = behind_dash(scene, scene.mentions[role].last), before_dash(scene, scene.mentions[person].first)
    led = any(scene.mentions[other].first == lead for other in scene.people)
    return led and any(scene.mentions[other].last == name for other in scene.roles)


def _behind(scene: Scene, person: int) -> int:
    """Where a role may begin behind a name: behind a sign, or at once behind «Рогов Олег Львович» that opens a line; 0 for nowhere."""
    last = scene.mentions[person].last
    if scene.word(last) in APPOSED:
        return last + 1
    return last if opens(scene, person) and is_father(scene.word(last - 1)) else 0


def is_father(word: str) -> bool:
    """«Львович»: is it a patronymic in the nominative?"""
    return any("Patr" in parse.marks and parse.case == "nomn" for parse in parses(word))


def listed(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """One plural role for each of a list: «[заместители министра] Павел Сорокин и Сергей Мочальников»."""
    first = scene.mentions[person].first
    if any(holder == person and scene.mentions[role].last <= first for holder, role in taken):
        return []
    neighbours = (other for other in chain(scene, person))
    roles = [role for other in neighbours for holder, role in taken if holder == other and is_plural(scene, role)]
    return list(dict.fromkeys(roles))


def enlisted(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """«[Сопредседателями] стали министр Анна Ли и посол Ян Новак», «[Кураторы] — Анна Ли, доцент, и Ян Новак»: the plural role that a verb
    or a dash tells of a list whose members have roles of their own."""
    first = scene.mentions[person].first
    told = [role for other, role in taken if scene.mentions[role].last < scene.mentions[other].first < first]
    return [role for role in dict.fromkeys(told) if is_enlisted(scene, role, person)]


def is_enlisted(scene: Scene, role: int, person: int) -> bool:
    """«[Сопредседателями] стали министр Анна Ли и посол Ян Новак»: is it the role that a verb or a dash tells of a list with roles?"""
    if scene.mentions[role].sentence != scene.mentions[person].sentence or not is_predicate(scene, role):
        return False
    start, stop = scene.mentions[role].last + 1, scene.mentions[person].first
    others = (other for other in scene.roles if start <= scene.mentions[other].first < stop)
    alike = any(head_case(scene, other) == "ablt" for other in others)  # «…, секретарём — Ян Новак»
    return is_plural(scene, role) and not alike and _is_of_list(scene, start, stop)


def of_all(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """«Врач Анна Ли, актёр Ян Новак и Олег Рогов стали [кандидатами] в депутаты»: the plural role that a verb tells of all of a list whose
    members have roles of their own."""
    people = [scene.mentions[other] for other in _members(scene, person)]
    role = told(scene, people[-1].last, -1, []) if people else None
    if role is None or not is_plural(scene, role):
        return []
    subject = all("nomn" in cases_of(scene.analysis, name, scene.seeds) for name in people)
    return list(onward(scene, role, -1, [])) if subject else []


def _members(scene: Scene, person: int) -> list[int]:
    """The people of the list in which a name stands, with the roles of each; none where it stands alone."""
    found, order = [person], scene.people.index(person)
    for other in reversed(scene.people[:order]):
        if not _is_of_list(scene, scene.mentions[other].last, scene.mentions[found[0]].first):
            break
        found.insert(0, other)
    for other in scene.people[order + 1 :]:
        if not _is_of_list(scene, scene.mentions[found[-1]].last, scene.mentions[other].first):
            break
        found.append(other)
    return found if len(found) > 1 else []


def is_of_all(scene: Scene, role: int, person: int) -> bool:
    """«Врач Анна Ли и Олег Рогов стали [депутатами]»"""
    return is_plural(scene, role) and _is_behind(scene, role, person) and role in of_all(scene, person, [])


def _is_behind(scene: Scene, role: int, person: int) -> bool:
    """Does a role stand behind a name in its sentence?"""
    name, mention = scene.mentions[person], scene.mentions[role]
    return mention.sentence == name.sentence and name.last < mention.first


def equated(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """«[Кураторы] — Анна Ли, доцент, и Ян Новак», «[Художник] — народный артист Ян Новак», «[Кураторы]: доцент Анна Ли»: a role before a
    dash, or a plural one before a colon, that begins a clause; «избрали двух [вице-президентов] — Анну Ли и …», «пришли три [посла]: …»."""
    dash = beginning_of(scene, person, taken)[0] - 1
    if scene.word(dash) not in LEADING:
        return []
    last = dash
    while scene.word(last - 1)[:1].islower() and scene.grammar(last - 1).case == "gent":
        last -= 1
    ending = [role for role in scene.roles if last <= scene.mentions[role].last <= dash]
    role = min(ending, key=lambda role: scene.mentions[role].first, default=None)
    if role is None or head_case(scene, role) != "nomn":
        told = role is not None and ((scene.word(dash) in DASHES and _is_chosen(scene, role)) or is_counted(scene, role))
        return [role] if role is not None and told else []
    able = (scene.word(dash) in DASHES or is_plural(scene, role)) and _begins_apart(scene, role)
    return [role] if able else []


def _is_chosen(scene: Scene, role: int) -> bool:
    """«избрали двух [вице-президентов] — …»: is it the role of several whom a verb has for its object?"""
    verb = scene.mentions[role].first - 1
    verb -= verb > scene.start and scene.grammar(verb).pos == "NUMR"
    return head_case(scene, role) in ("gent", "accs") and is_plural(scene, role) and is_role_verb(scene.word(verb), scene.seeds)


def _begins_apart(scene: Scene, role: int) -> bool:
    """Does a role begin a sentence, or a clause behind somebody who stands behind a dash too, or whose other holders are told before?"""
    place = marked_start(scene, scene.mentions[role].first) - 1
    if scene.is_of(place, "others"):
        return scene.word(place - 1) in (";", ",")  # «…, другие заместители: Анна Ли и Ян Новак»
    if place < scene.start or not any(scene.word(here)[0].isalpha() for here in range(scene.start, place + 1)):
        return True
    names = (scene.mentions[person].first for person in scene.people if scene.mentions[person].last == place)
    return scene.word(place) in (";", ",") and all(_is_led(scene, name) for name in names)


def _is_led(scene: Scene, name: int) -> bool:
    """«художник — народный артист [Ян Новак]»: does a dash stand before a name in its clause?"""
    signs = (scene.word(place) for place in range(name - 1, scene.start - 1, -1) if not scene.word(place)[0].isalnum())
    return next(signs, "") in DASHES


def is_posted(scene: Scene, role: int, person: int) -> bool:
    """«Обязанности [ректора] исполняет Рогов»"""
    return _is_by(posted, scene, role, person)


def is_parted(scene: Scene, role: int, person: int) -> bool:
    """«[Директором] с мая стал доцент Рогов»: does a phrase stand between a role and the verb that tells it of a name?"""
    if not _is_apart(scene, role, person) or is_role_verb(scene.word(scene.mentions[role].last), scene.seeds):
        return False
    between = range(scene.mentions[role].last, scene.mentions[person].first)
    parted = head_case(scene, role) == "ablt" and any(is_role_verb(scene.word(place), scene.seeds) for place in between)
    return parted and _is_by(by_verb_before, scene, role, person)


def posted_status(scene: Scene, person: int, role: int) -> str:
    """«Обязанности [ректора] исполняет Рогов»: what the verb says of a post before it, "" for nothing."""
    found, state = of_post(scene, person, _held_before(scene, person)) if _is_apart(scene, role, person) else (None, "")
    return state if found == role else ""


def _is_by(way: Way, scene: Scene, role: int, person: int) -> bool:
    """Does a way tell a role that stands apart before a name, whatever else stands there?"""
    return _is_apart(scene, role, person) and role in way(scene, person, _held_before(scene, person))


def _is_apart(scene: Scene, role: int, person: int) -> bool:
    """Does a role stand before a name in its sentence, and something between them?"""
    name, mention = scene.mentions[person], scene.mentions[role]
    return mention.sentence == name.sentence and mention.last < name.first


def _held_before(scene: Scene, person: int) -> list[tuple[int, int]]:
    """The roles right before a name, as pairs."""
    return [(person, role) for role in before(scene, person, [])]


def is_equated(scene: Scene, role: int, person: int) -> bool:
    """«[Кураторы] — Анна Ли, доцент, и Ян Новак»"""
    return _is_by(equated, scene, role, person)


def is_predicate(scene: Scene, role: int) -> bool:
    """Does a verb that tells it stand behind a role, or a dash or colon behind one that begins a clause?"""
    if scene.word(scene.mentions[role].last) in LEADING:
        return case_at(scene, head(scene, role)) == "nomn" and _begins_apart(scene, role)
    return _is_told(scene, role)


def _is_of_list(scene: Scene, start: int, stop: int) -> bool:
    """Is there nothing among these words but joints and what is named?"""
    named = {place for index in scene.numbers for place in range(scene.mentions[index].first, scene.mentions[index].last)}
    named |= {place for mark in scene.marks for place in range(mark.first, mark.last)}
    return all(place in named or scene.word(place) in LISTING for place in range(start, stop))


def chain(scene: Scene, person: int) -> Iterator[int]:
    """The people whom only commas and «и» part from this one, and other names of theirs in brackets: «Чижик (Олег Рогов) и Щегол»."""
    people = [other for other in scene.people if other == person or not is_aside(scene, other)]
    order = people.index(person)
    for step in (-1, 1):
        here = order
        while 0 <= here + step < len(people) and side_by_side(scene, *sorted((people[here], people[here + step]))):
            here += step
            yield people[here]


def is_of_several(scene: Scene, role: int, person: int) -> bool:
    """«По просьбе [адвокатов] Олега Рогова»: is it the role of several people, of whom no other stands beside the name, and none is picked
    out («один из лучших [вратарей]»)?"""
    if not is_plural(scene, role) or may_be_single(scene, role) or any(True for _ in chain(scene, person)):
        return False
    if (is_predicate(scene, role) and scene.mentions[role].last < scene.mentions[person].first) or is_of_all(scene, role, person):
        return False
    first = scene.mentions[role].first
    around = (scene.mentions[person].first - 1, *range(first - OF_SEVERAL, first))
    return scene.seeds.words["one of"].isdisjoint(map(scene.word, around))


def is_shared(scene: Scene, role: int, person: int) -> bool:
    """«[депутаты] Анна Ли, Олег Рогов (Томск) и Ян Новак»: is it the role of a list in which the person stands behind others?"""
    if scene.mentions[role].sentence != scene.mentions[person].sentence or not is_plural(scene, role):
        return False
    last = scene.mentions[role].last
    return any(scene.mentions[other].first == last + (scene.word(last) == ":") for other in chain(scene, person))


def depends(scene: Scene, role: int, person: int) -> bool:
    """«[советник] Дональда Трампа»: does the name stand right after the role in a case that only makes it a part of the role?"""
    return scene.mentions[role].last == scene.mentions[person].first and not _fits(scene, role, person)


def is_of_owner(scene: Scene, role: int, person: int) -> bool:
    """«[Глава офиса] Рогова прибыл», «с [советниками] Рида и Новака»: do names in the genitive stand right behind a role that can be in
    no case like it?"""
    name = next((other for other in (person, *chain(scene, person)) if scene.mentions[other].first == scene.mentions[role].last), None)
    if name is None or not _is_genitive(scene, scene.mentions[name]):
        return False
    able = parses(scene.word(head(scene, role)).rpartition("-")[2])  # «экс-советник»
    living = [parse for parse in able if "anim" in parse.marks] or able  # «посол», but not salt's
    return {parse.case for parse in living}.isdisjoint({*HIS_CASES, ""})


def _is_genitive(scene: Scene, name: Mention) -> bool:
    """«Олега Рогова», «Зеленского», «Джо Байдена», but not «Джорджа Бони»: is it a genitive, by the dictionary, as a statesman's, or for
    the tagger and by its spelling?"""
    if is_statesmans([scene.word(place) for place in range(name.first, name.last)], scene.seeds):
        return True
    places = range(name.first, name.last)
    words = [scene.word(place) for place in places if fold(scene.word(place)) not in scene.seeds.first_names]
    surely = len(words) == len(places) or any(name_cases(word) <= HIS_CASES for word in words)
    if not surely or scene.grammar(name.first).case not in HIS_CASES:
        return False
    cases = cases_of(scene.analysis, name, scene.seeds)
    said = cases == EVERY and all(scene.grammar(place).case == "gent" for place in places)
    return (said or cases <= HIS_CASES) and all(_is_declined(scene.word(place)) for place in places)


def _is_declined(word: str) -> bool:
    """«Байдена», but not «Санду»: is it the genitive of a name that the dictionary knows, or of one that declines?"""
    genitive = (parse for parse in parses(word) if parse[2:4] == ("gent", "sing"))
    return any(parse.source.is_known or parse.lemma != word.lower() for parse in genitive)


def is_of_kin(scene: Scene, role: int, person: int) -> bool:
    """«жена [мэра] Анна Ли»: does the name go with the word for a relative before the role, and not with the role?"""
    name, kin = scene.mentions[person].first, marked_start(scene, scene.mentions[role].first) - 1
    if scene.mentions[role].last != name or not scene.is_of(kin, "kin"):
        return False
    tagged = {scene.grammar(place).case for place in range(name, scene.mentions[person].last)}
    able = {parse.case for parse in parses(scene.word(head(scene, role))) if parse.number == "sing"}
    told = (tagged, cases_of(scene.analysis, scene.mentions[person], scene.seeds))
    return any(scene.grammar(kin).case in cases and cases.isdisjoint(able) for cases in told)


def is_said(scene: Scene, role: int, person: int) -> bool:
    """«О. Рогов: [Врачи] нужны», but not «Контакты: Олег Рогов, врач»: does it stand in what somebody says?"""
    name, said = scene.mentions[person], scene.mentions[person].last + 1
    told = speaks(scene, person) and scene.word(said)[:1].isupper()
    return told and name.sentence == scene.mentions[role].sentence and scene.mentions[role].first >= said


def is_listed(scene: Scene, role: int, person: int) -> bool:
    """«2. Седова Ольга Игоревна – [министр]»: is it the role of whom a line begins with?"""
    return role in scene.roles and person in scene.people and opens(scene, person) and beginning(scene, _behind(scene, person)) == role


def is_one_of(scene: Scene, role: int, person: int) -> bool:
    """«Рогов, один из лучших [врачей], …»"""
    begin = _behind(scene, person) if scene.mentions[role].sentence == scene.mentions[person].sentence else 0
    return begin > 0 and begin < _past_one_of(scene, begin) == scene.mentions[role].first


def is_laid(scene: Scene, role: int, person: int) -> bool:
    """«Возложить на Рогова исполнение обязанностей [директора]»"""
    return scene.mentions[role].sentence == scene.mentions[person].sentence and role in laid(scene, person, [])


def is_signature(scene: Scene, role: int, person: int) -> bool:
    """«[Начальник управления] полковник полиции П. И. Рогов»: a line that is nothing but somebody's roles and his name."""
    if (
        scene.people != [person]
        or scene.mentions[person].last != scene.stop
        or scene.mentions[role].sentence != scene.mentions[person].sentence
    ):
        return False
    begins = {scene.mentions[other].last: marked_start(scene, scene.mentions[other].first) for other in reversed(scene.roles)}
    place = scene.mentions[person].first
    while place > scene.start and place in begins:
        place = begins[place]
    return place == scene.start


WAYS = (
    before,
    parted,
    gapped,
    equated,
    after,
    appointed,
    by_verb,
    by_verb_before,
    of_all,
    posted,
    laid,
    listed,
    enlisted,
    conferred,
    where,
)
LINES = (  # what the model has not learned from
    has_boss,
    is_conferred,
    is_enlisted,
    is_equated,
    is_laid,
    is_listed,
    is_of_all,
    is_one_of,
    is_over,
    is_parted,
    is_posted,
    is_shared,
    is_signature,
    is_where,
)


def _fits(scene: Scene, role: int, person: int) -> bool:
    """Do the head of the role and the person stand in one case, and is the person not what the role depends on («советника Трампа»,
    «назначен исполняющим обязанности [главы администрации] Рогова»)?"""
    mention, name = scene.mentions[role], scene.mentions[person]
    if is_of_kin(scene, role, person):
        return False
    case = head_case(scene, role)
    if any(mark.governs and mark.last == mention.first for mark in scene.marks):
        return case not in ("ablt", "datv") or case in cases_of(scene.analysis, name, scene.seeds)
    if case and _like_cases(scene, role, case).isdisjoint(cases_of(scene.analysis, name, scene.seeds)):
        return False
    if is_of_owner(scene, role, person) or is_bosses(scene, role, person):
        return False
    return not (case == "gent" and name.last - name.first == 1 and name.first == mention.last and "role" in takes(scene, role))


def _like_cases(scene: Scene, role: int, case: str) -> set[str]:
    """A man's accusative looks like his genitive: «представил [академика РАН] Веру Соколову»."""
    return {"gent", "accs"} if case in ("gent", "accs") and scene.grammar(head(scene, role)).gender == "masc" else {case}
