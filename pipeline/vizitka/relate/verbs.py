"""Roles that a verb or a post tells of a name: «[Марина Щукина] назначена [министром]», «освобождён от должности [посла]»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from ..morphology import HIS_CASES, REMEMBERED, keys, nouns, parses
from ..seeds import Seeds
from ..signs import DASHES, JOINTS
from .leaving import before_gone, is_instead
from .scene import (
    Scene,
    beginning,
    behind_dash,
    cases_of,
    head,
    head_case,
    is_kin,
    is_post,
    is_role_verb,
    marked_start,
    past_period,
    past_post,
    precedes_person,
    takes,
    verb_at,
)

REACH = 6
CLAUSE = 10  # words of a clause between a name and the verb behind it
PHRASE = 6  # words of a phrase that may stand between a role and its verb
GAPPED = JOINTS | {";", "а"}  # what stands before a role whose verb is left out
PUTTING = frozenset({"на", "от", "с", "со"})  # «на пост», «от должности»
BETWEEN = frozenset({"ADVB", "PRCL"})  # what may stand among the verbs between a role and a name


def by_verb(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """«Олег Петров работает [главным инженером]», «освобождён от должности [посла] и назначен [министром]», but not «уволил с должности
    [посла]»."""
    place = _past_apposed(scene, person, taken)
    verb = verb_at(scene, place)
    if verb is not None and scene.is_of(verb, "dismissing") and is_giving(scene.word(verb)):
        return []
    role = told(scene, place, person, taken)
    role = _told_on(scene, place, person, taken) if role is None else role
    if role is not None and (is_of_subject(scene, role, person) or is_aides(scene, role, person)):
        return []
    return list(onward(scene, role, person, taken))


def _told_on(scene: Scene, place: int, person: int, taken: list[tuple[int, int]]) -> int | None:
    """«Олег Рогов родился в Туле, окончил школу, (с 2010 по 2015 год) работал [врачом]»: what a verb tells of the subject of verbs before
    it, each behind its comma."""
    if scene.word(place) == "" or scene.grammar(place).pos != "VERB" or scene.grammar(scene.mentions[person].first).case != "nomn":
        return None
    first = scene.grammar(place)
    for comma in range(place + 1, scene.stop - 1):
        if scene.word(comma) == ",":
            verb = past_period(scene, comma + 1)
            verb += scene.is_of(verb, "joint")
            if scene.word(verb) == "" or scene.grammar(verb) != first:
                return None
            role = told(scene, verb, person, taken)
            if role is not None:
                return role
    return None


def is_of_subject(scene: Scene, role: int, person: int) -> bool:
    """«Жена Рогова оказалась [врачом]», «Ян Ли, сын Рогова, покинет пост [врача]»: is it told by a verb without an object, or of a post, of
    which the name cannot be the subject?"""
    mention, name = scene.mentions[role], scene.mentions[person]
    post, told = is_post(scene, mention.first - 1), head_case(scene, role) == "ablt"
    kin = any(is_kin(scene, place) for place in range(scene.start, name.first))
    if mention.sentence != name.sentence or mention.first < name.last or not kin or not (told or post):
        return False
    between = range(name.last, mention.first)
    verb = next((place for place in between if scene.grammar(place).pos == "VERB"), scene.stop)
    if verb == scene.stop or scene.grammar(verb).number != "sing" or any(scene.is_of(place, "relative") for place in between):
        return False
    alone = all("intr" in parse.marks for parse in parses(scene.word(verb)) if parse.pos == "VERB")
    genitive = all(scene.grammar(place).case == "gent" for place in range(name.first, name.last))
    return (alone or post) and (genitive or "nomn" not in cases_of(scene.analysis, name, scene.seeds))


def is_aides(scene: Scene, role: int, person: int) -> bool:
    """«[Директором] стал помощник Рогова», «[директором] стал помощник главы города Рогова Ян Ли», «[послом] стала дочь Рогова»: is it told
    of whom somebody has, not of him?"""
    name = scene.mentions[person]
    before = min((role for role in scene.roles if scene.mentions[role].last == name.first), default=None)
    noun = name.first - 1 if before is None else head(scene, before)
    if name.sentence != scene.mentions[role].sentence or head_case(scene, role) != "ablt" or scene.grammar(noun)[:2] != ("NOUN", "nomn"):
        return False
    serving = nouns(scene.word(noun).rpartition("-")[2] or "-") & scene.seeds.roles.keys()  # «экс-помощник»
    had = any("role" in scene.seeds.roles[key].takes for key in serving) or is_kin(scene, noun)
    return had and (scene.grammar(name.first).case == "gent" or "nomn" not in cases_of(scene.analysis, name, scene.seeds))


def is_bosses(scene: Scene, role: int, person: int) -> bool:
    """«Костин стал [советником] Рогова», «назначение Анны Ли [советником] Рогова», «занял пост [помощника президента] Рогова»: does the
    name right behind a role say whose aide somebody else is?"""
    mention, name = scene.mentions[role], scene.mentions[person]
    cases = cases_of(scene.analysis, name, scene.seeds)
    if mention.last != name.first or scene.grammar(name.first).case not in HIS_CASES or "gent" not in cases:
        return False
    verb = marked_start(scene, mention.first) - 1
    while scene.word(verb) and scene.grammar(verb)[:2] == ("ADJF", "ablt"):
        verb -= 1
    case = head_case(scene, role)
    if case == "gent" and is_post(scene, verb):
        held = scene.is_of(verb - 1, "holding") or is_role_verb(scene.word(verb - 1), scene.seeds)
        inner = (scene.mentions[other] for other in scene.roles if other != role and scene.mentions[other].last == name.first)
        return held and any(mention.first < other.first for other in inner)
    told = "ablt" not in cases and is_role_verb(scene.word(verb), scene.seeds) and not is_giving(scene.word(verb))
    return case == "ablt" and (told or any(scene.mentions[other].last == verb + 1 for other in scene.people))


def has_boss(scene: Scene, role: int, person: int) -> bool:
    """«Костин стал [советником] Рогова»: does the name of whose aide one is stand behind a role of his?"""
    return scene.mentions[role].sentence == scene.mentions[person].sentence and any(is_bosses(scene, role, other) for other in scene.people)


@lru_cache(maxsize=REMEMBERED)
def is_giving(word: str) -> bool:
    """«назначил», but not «стал», «назначен»"""
    return any(parse.pos in ("VERB", "INFN") and "tran" in parse.marks for parse in parses(word or "-"))


def _past_apposed(scene: Scene, person: int, taken: list[tuple[int, int]]) -> int:
    """«Рогов, директор завода,[] назначен министром», «Рогов — врач,[] который был министром»: where a name ends with its roles between
    commas."""
    place = name = past_period(scene, scene.mentions[person].last)
    for role in [role for holder, role in taken if holder == person and scene.mentions[role].first > name]:
        if scene.word(place) in DASHES | {","} and marked_start(scene, scene.mentions[role].first) == place + 1:
            place = scene.mentions[role].last
    return place + 1 if place > name and scene.word(place) == "," else name


def onward(scene: Scene, role: int | None, person: int, taken: list[tuple[int, int]]) -> Iterator[int]:
    """A role that is told of somebody, and those that go on from it."""
    while role is not None and not precedes_person(scene, role, taken):
        yield role
        role = _next(scene, scene.mentions[role].last, head_case(scene, role), person, taken)


def _next(scene: Scene, place: int, case: str, person: int, taken: list[tuple[int, int]]) -> int | None:
    """«председателем и [заместителем]», «министром связи с 2007 по 2009 год, [министром] труда», «помощником у Анны Ли, затем
    [директором]», «с поста директора на должность [министра]», «прокурором, освободив его от должности [судьи]»."""
    place = past_period(scene, _past_host(scene, place))
    behind = past_post(scene, place)
    if behind > place:
        return in_case(scene, behind, "gent")
    if scene.word(place) not in JOINTS:
        return None
    joined = in_case(scene, place + 1 + scene.is_of(place + 1, "joint"), case)
    return joined if joined is not None else told(scene, past_period(scene, place + 1), person, taken)


def _past_host(scene: Scene, place: int) -> int:
    """«помощником [у Анны Ли], …», «начальником отдела [в банке «Заря»], …»: where the name of whom or where one served ends, else the
    place."""
    kinds = {"у": ("person",), "в": ("organization",), "во": ("organization",)}.get(scene.word(place), ())
    names = (scene.mentions[other] for other in scene.numbers if scene.mentions[other].kind in kinds)
    return next((name.last for name in names if name.first == place + 1), place)


def in_case(scene: Scene, place: int, case: str) -> int | None:
    """The role that begins at a word, where it stands in this case."""
    role, able = beginning(scene, place), {"gent", "accs"} if case == "gent" else {case}  # «занимал должности судьи, [члена] комиссии»
    return role if role is not None and head_case(scene, role) in able else None


def told(scene: Scene, place: int, person: int, taken: list[tuple[int, int]]) -> int | None:
    """The role that a verb at ``place`` or near it tells: in the instrumental, or in the genitive behind the word «должность»."""
    verb = verb_at(scene, place)
    if verb is None or any(holder == person and scene.mentions[role].first > verb for holder, role in taken):
        return None
    behind = past_post(scene, verb + 1)
    if behind > verb + 1 and scene.word(behind) in JOINTS and beginning(scene, behind + 1) is None:
        return told(scene, behind + 1, person, taken)  # «освобождён от должности и назначен [министром]»
    for here in range(verb + 1, min(verb + REACH, scene.stop)):
        if scene.grammar(here).pos == "PREP" and beginning(scene, here + 1) is not None:  # «была встреча с [министрами]»
            return None
        if beginning(scene, here) is not None:
            return in_case(scene, here, "gent" if is_post(scene, here - 1) else "ablt")
        if scene.word(here) in (",", ";") or any(scene.mentions[other].first == here for other in scene.people):
            return None
    return None


def where(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """«Рогов, ранее судья, перешёл в банк, где стал [директором]»: what a clause of where he went tells of the one of a sentence."""
    places = (place for place in range(scene.mentions[person].last + 1, scene.stop) if scene.word(place) == "где")
    begin = next(places, scene.stop) if scene.people == [person] else scene.stop
    if begin == scene.stop or "nomn" not in cases_of(scene.analysis, scene.mentions[person], scene.seeds):
        return []
    role = told(scene, begin + 1, person, [])
    between = range(begin, scene.mentions[role].first) if role is not None else ()
    subject = any(scene.grammar(place)[:2] in (("NOUN", "nomn"), ("NPRO", "nomn")) for place in between)
    return [] if subject else list(onward(scene, role, person, taken))


def is_where(scene: Scene, role: int, person: int) -> bool:
    """Does a clause of where somebody went tell a role of his sentence?"""
    return scene.mentions[role].sentence == scene.mentions[person].sentence and role in where(scene, person, [])


def appointed(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """«освободить Борисова от должности [посла]», «Серову Анну Львовну – [прокурором]», «назначили Серову новым [послом]», «избрание
    Анны Ли [послом]»: a role behind a name in the accusative, or in the genitive behind what a post begins with."""
    place = scene.mentions[person].last
    behind, cases = past_post(scene, place), cases_of(scene.analysis, scene.mentions[person], scene.seeds)
    role = None
    if behind > place:
        role = in_case(scene, behind, "gent")
    elif "ablt" not in cases and ("accs" in cases or scene.is_of(beginning_of(scene, person, taken)[0] - 1, "coming")):
        place = behind_dash(scene, place)
        while scene.word(place) and scene.grammar(place)[:2] == ("ADJF", "ablt") and beginning(scene, place) is None:
            place += 1
        role = in_case(scene, place, "ablt") if not _is_another(scene, person) else None
    return [] if role is not None and _is_before_passive(scene, role) else list(onward(scene, role, person, taken))


def _is_another(scene: Scene, person: int) -> bool:
    """«назначил заместителя [Рогова]»: does a surname say whose aide it is who stands before it?"""
    name = scene.mentions[person]
    before = (role for role in scene.roles if scene.mentions[role].last == name.first)
    return name.last - name.first == 1 and any("role" in takes(scene, role) for role in before)


def _is_before_passive(scene: Scene, role: int) -> bool:
    """«Приказом Рогова [директором] назначена Анна Ли»: is it the role of whom a passive verb behind it names?"""
    verb = scene.mentions[role].last
    passive = is_role_verb(scene.word(verb), scene.seeds) and any(parse.pos == "PRTS" for parse in parses(scene.word(verb)))
    return passive and any(scene.mentions[person].first == verb + 1 for person in scene.people)


def gapped(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """«Министром труда назначен Олег Рогов, [министром спорта] — Анна Седова», «…, его [заместителем] — доцент Анна Седова»: a role behind
    which a dash stands for the verb."""
    dash = beginning_of(scene, person, taken)[0] - 1
    role = _ending(scene, dash) if scene.word(dash) in DASHES else None
    if role is None:
        return []
    before = marked_start(scene, scene.mentions[role].first) - 1
    before -= scene.is_of(before, "possessive")
    return [role] if scene.word(before) in GAPPED else []


def by_verb_before(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """«[Президентом Финляндии] избран Александр Нурми», «избрал [ректором] профессора Рогова», «[врачом] ранее был капитан Ким»,
    «[секретарём] банка делегаты избрали Анну Ли»."""
    given = _given(scene, person)
    if given is not None:
        return [given]
    first, apart = beginning_of(scene, person, taken)
    role = _ending(scene, first) if apart else None
    if role is not None:
        begin = marked_start(scene, scene.mentions[role].first)
        if is_bosses(scene, role, person):
            return []
        return [role] if any(is_role_verb(scene.word(place), scene.seeds) for place in range(max(scene.start, begin - 3), begin)) else []
    near = range(first - 1, max(scene.start, first - 4), -1)
    verb = next((place for place in near if is_role_verb(scene.word(place), scene.seeds)), scene.start)
    while scene.word(verb - 1) and (is_role_verb(scene.word(verb - 1), scene.seeds) or scene.grammar(verb - 1).pos in BETWEEN):
        verb -= 1
    role = _ending(scene, verb)
    if role is None and verb < first and scene.grammar(verb - 1)[:2] == ("NOUN", "nomn"):
        role = _ending(scene, _before_genitives(scene, verb - 1))
    if role is None and verb < first:
        role = _before_phrase(scene, _before_clause(scene, verb))
    if role is None or scene.word(marked_start(scene, scene.mentions[role].first) - 1).lower() in scene.seeds.words["beside"]:
        return []  # «с [министром] был Рогов»
    return [] if any(role == longest for _, longest in taken) or is_aides(scene, role, person) else _joined_before(scene, role)


def _joined_before(scene: Scene, role: int) -> list[int]:
    """«[Председателем совета] и [директором банка] избран Рогов», «[заместителем мэра] — [главой района] стал Рогов»: a role with those
    that are joined to it before it, of which no verb of another tells."""
    found = [role]
    while (joint := marked_start(scene, scene.mentions[found[-1]].first) - 1) > scene.start and scene.word(joint) in DASHES | {"и"}:
        before = _ending(scene, joint)
        if before is None:
            break
        found.append(before)
    begin = marked_start(scene, scene.mentions[found[-1]].first) - 1
    return [role] if is_role_verb(scene.word(begin), scene.seeds) else found


def _before_clause(scene: Scene, verb: int) -> int:
    """«директором вместо Рогова[, занимавшего этот пост год,] стала»: where a participle's clause begins that ends before a verb."""
    before = range(verb - 2, max(scene.start, verb - CLAUSE), -1) if scene.word(verb - 1) == "," else ()
    return next((place for place in before if scene.word(place) == "," and scene.grammar(place + 1).pos == "PRTF"), verb)


def _before_phrase(scene: Scene, verb: int) -> int | None:
    """«[председателем] на новый срок избран», «[директором] с марта 2011 г. является», «[тренером] вместо Рогова стал»: the role that a
    phrase parts from its verb."""
    names = {scene.mentions[person].last: person for person in scene.people}
    if verb in names and is_instead(scene, names[verb]):
        return _ending(scene, _before_genitives(scene, before_gone(scene, scene.mentions[names[verb]].first)))
    for place in range(verb - 1, max(scene.start, verb - PHRASE) - 1, -1):
        role = _ending(scene, _before_genitives(scene, place)) if scene.grammar(place).pos == "PREP" else None
        if role is not None:
            return role if all(is_instead(scene, person) for last, person in names.items() if place < last <= verb) else None
        if not (scene.word(place)[:1].isalnum() or _ends_year(scene, place)) or scene.grammar(place).pos == "VERB":
            return None
    return None


def _ends_year(scene: Scene, place: int) -> bool:
    """«2011 г[.]»"""
    return scene.word(place) == "." and (scene.word(place - 1)[:1].isdigit() or scene.is_of(place - 1, "year"))


def _before_genitives(scene: Scene, place: int) -> int:
    """«[директором] театра с мая стал», «[директором] Омского театра с мая стал»: where a role may end before what its nouns depend on."""
    named = {scene.mentions[index].last: scene.mentions[index].first for index in reversed(scene.numbers) if index not in scene.roles}
    while all(role_last != place for role_last in (scene.mentions[role].last for role in scene.roles)):
        place = named.get(place, place)
        if not scene.word(place - 1)[:1].islower() or scene.grammar(place - 1).case != "gent":
            return place
        place -= 1
    return place


def posted(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """«Пост [министра] занял Олег Рогов», «полномочия [главы] сложил Рогов», «обязанности [ректора] будет исполнять доцент Рогов», «на пост
    [министра] назначен Рогов»"""
    role, _ = of_post(scene, person, taken)
    role = _of_put(scene, person, taken) if role is None else role
    return [] if role is None else [role]


def _of_put(scene: Scene, person: int, taken: list[tuple[int, int]]) -> int | None:
    """«На пост [министра] Олег Рогов (был) назначен», «на пост [министра] Олег Рогов назначил Анну Ли», «от должности [министра] по
    собственному желанию освобождён Рогов»: whom a verb puts there, or takes away."""
    begin, behind = beginning_of(scene, person, taken)[0], scene.mentions[person].last
    cases = cases_of(scene.analysis, scene.mentions[person], scene.seeds)
    near = (begin - 1, behind, behind + 1)
    verbs = [place for place in near if is_role_verb(scene.word(place), scene.seeds) or scene.is_of(place, "dismissing")]
    giving = {place for place in verbs if is_giving(scene.word(place))}
    if begin - 1 in verbs and ("accs" if begin - 1 in giving else "nomn") in cases:
        first = scene.start
    elif "nomn" in cases and verbs and verbs[-1] >= behind and not giving:
        first = begin
    else:
        return None
    able = (role for role in scene.roles if first <= scene.mentions[role].last <= begin and is_put(scene, role))
    return next((role for role in able if all(scene.word(place).isalpha() for place in range(scene.mentions[role].last, begin))), None)


def is_put(scene: Scene, role: int) -> bool:
    """«на пост [министра]», «от должности [министра]»"""
    post = marked_start(scene, scene.mentions[role].first) - 1
    return head_case(scene, role) == "gent" and is_post(scene, post) and scene.word(post - 1).lower() in PUTTING


def of_post(scene: Scene, person: int, taken: list[tuple[int, int]]) -> tuple[int | None, str]:
    """The role whose post or powers a name behind the verb has, and the status that the verb says, "" where it says none."""
    place = beginning_of(scene, person, taken)[0]
    verbs = list(takewhile(lambda here: scene.grammar(here).pos in BETWEEN | {"VERB", "INFN"}, range(place - 1, scene.start, -1)))
    if not verbs or "nomn" not in cases_of(scene.analysis, scene.mentions[person], scene.seeds):
        return None, ""
    said = frozenset[str]().union(*(keys(scene.word(here)) for here in verbs))
    words = scene.seeds.words
    status = "former" if said & words["leaving"] else "acting" if said & words["performing"] else ""
    role = _ending(scene, verbs[-1], "gent")
    if role is None:
        return None, ""
    begin = marked_start(scene, scene.mentions[role].first)
    if scene.is_of(begin, "performing") and scene.grammar(begin).pos == "VERB":
        return role, "acting"  # «Исполнять обязанности [министра] будет Рогов»
    named = keys(scene.word(begin - 1) or "-") & (words["post"] | words["powers"]) and scene.grammar(begin - 1).case in ("accs", "nomn")
    return (role, status) if named and (status or said & words["holding"]) else (None, "")


def laid(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """«Исполнение обязанностей [министра] возложено на Рогова», «возложить на Рогова исполнение обязанностей [министра]»."""
    acting = [mark for mark in scene.marks if mark.governs and scene.grammar(mark.last - 1).case == "gent"]
    place = beginning_of(scene, person, taken)[0] - 1 if acting else scene.start
    if scene.word(place) != "на" or not any(is_laying(scene.word(here), scene.seeds) for here in range(scene.start, scene.stop)):
        return []
    role = beginning(scene, acting[0].last)
    return [] if role is None or any(other == role for _, other in taken) else [role]


@lru_cache(maxsize=REMEMBERED)
def is_laying(word: str, seeds: Seeds) -> bool:
    return not seeds.words["laying"].isdisjoint(keys(word))


def _given(scene: Scene, person: int) -> int | None:
    """«назначить [заместителем министра] Рогова»: the whole role that ends before a name, where a verb right before it has the name for
    its object, or a line of a decree begins with it; but not «Седова назначили [помощником министра] Рогова»."""
    role = _ending(scene, scene.mentions[person].first)
    if role is None or "accs" not in cases_of(scene.analysis, scene.mentions[person], scene.seeds):
        return None
    verb = marked_start(scene, scene.mentions[role].first) - 1
    listed = verb < scene.start and all(scene.grammar(place).pos != "VERB" for place in range(scene.start, scene.stop))
    gives = listed or (is_role_verb(scene.word(verb), scene.seeds) and any("tran" in parse.marks for parse in parses(scene.word(verb))))
    names = [scene.mentions[other] for other in scene.people if scene.mentions[other].last <= verb]
    objects = (name for name in names if "nomn" not in cases_of(scene.analysis, name, scene.seeds))
    return role if gives and not any(True for _ in objects) else None


def beginning_of(scene: Scene, person: int, taken: list[tuple[int, int]]) -> tuple[int, bool]:
    """Where a name begins with its roles and origin before it, and whether that cannot stand in the instrumental."""
    name = scene.mentions[person].first
    before = [role for holder, role in taken if holder == person and scene.mentions[role].last <= name]
    firsts = [marked_start(scene, scene.mentions[role].first) for role in before]
    origins = [scene.mentions[index] for index in scene.numbers if scene.mentions[index].kind == "nationality"]
    first = min([name, *firsts, *(origin.first for origin in origins if origin.last == name)])
    cases = {head_case(scene, role) for role in before} or cases_of(scene.analysis, scene.mentions[person], scene.seeds)
    return first, "ablt" not in cases


def _ending(scene: Scene, place: int, case: str = "ablt") -> int | None:
    """The longest role in a case that ends at a word."""
    ending = (role for role in scene.roles if scene.mentions[role].last == place and head_case(scene, role) == case)
    return min(ending, key=lambda role: scene.mentions[role].first, default=None)
