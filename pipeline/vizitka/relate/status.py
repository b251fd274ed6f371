"""Whether somebody holds a role now, held it, acts for its holder or is elect."""

from __future__ import annotations

import re
from functools import lru_cache

from ..morphology import REMEMBERED, fold, parses
from ..seeds import Seeds
from ..signs import DASHES, JOINTS
from ..statuses import LONGEST, Mark, is_behind, is_present
from .leaving import is_coming, is_kept, is_leaver, is_left, is_resigned, list_start
from .scene import (
    Scene,
    before_dash,
    case_at,
    head,
    head_case,
    is_office,
    is_post,
    is_role_verb,
    is_worked,
    marked_start,
    past_period,
    verb_at,
)
from .workplace import is_shared_with

YEARS = r"\d{4} ?[–—-] ?\d{4}"
ENDED = re.compile(rf"\b(?:{YEARS}|[Сс] \d{{4}}(?: года?)? по \d{{4}}|[Дд]о \d{{4}})\b(?:\W+(?!когда\b)\w+){{0,4}}\W*$")
FOLLOWED = re.compile(rf"(?:\( ?|в ){YEARS}\b")
UNTIL = re.compile(r"[^,;]*, (?:где|котор\w+) (?:\w+ ){0,3}до (?:\w+ ){0,2}\d{4}\b")
LASTED = re.compile(r"[^,;]*, где (\w+) (?:\w+ ){1,2}(?:лет|год\w*|месяц\w*)\b")
BEHIND = 18  # words behind a role among which a clause may say until when it was held
REACH = 6  # words before a role among which the verb that tells it may stand
TELLING = frozenset({"VERB", "PRTF", "PRTS", "INFN"})
PASSED = frozenset({"ADJF", "ADVB", "NPRO", "PRCL", "PREP"})


def status(scene: Scene, person: int, role: int) -> str:
    """ "current" unless a mark, a prefix, a period that is over or the verb says otherwise."""
    mention = scene.mentions[role]
    prefix = scene.word(head(scene, role)).lower().partition("-")[0]
    if prefix in scene.seeds.status_prefixes:
        return scene.seeds.status_prefixes[prefix]
    for mark in (mark for mark in scene.marks if not _is_yet(scene, mark)):
        if _is_of_all(scene, mark, role):
            return mark.status
        before = (
            (mark.last == _before_state(scene, before_dash(scene, mention.first)) or _is_of_both(scene, mark, role))
            and _is_of(scene, person, mark)
            and not _is_told(scene, mark, role)
        )
        inside = mention.first <= mark.first < mention.last and not _is_of_body(scene, mark, role)
        if before or inside or _is_bracketed(scene, mark, mention.last):
            return mark.status
    told = head_case(scene, role) == "ablt" or _is_of_post(scene, mention.first)
    behind = [scene.word(place) for place in range(mention.last, min(mention.last + LONGEST, scene.stop))]
    if _is_now(scene, role):
        return "current"
    left = is_left(scene, role) or is_resigned(scene, person) or _is_predecessors(scene, person, role) or _is_served(scene, role)
    if left or _is_over(scene, person, role, told) or is_behind(behind, scene.seeds):
        return "former"
    if told and is_agreed(scene, mention.first):
        return "elect"
    verb = _told_by(scene, person, role) if told else None
    if verb is None:
        return "former" if is_leaver(scene, person, role) else "current"
    if is_kept(scene, verb):
        return "current"
    if scene.word(verb - 1).lower() == "не":
        return "former"  # «больше не является [министром]»
    put = any(parse.pos == "PRTS" for parse in parses(scene.word(verb)))
    return "elect" if put and is_coming(scene.word(verb - 1)) else verb_status(scene.word(verb), scene.seeds)  # «будет назначен»


def is_agreed(scene: Scene, place: int) -> bool:
    """«дал согласие на назначение Рогова [директором]», «согласована кандидатура Рогова на должность [ректора]»: has somebody only agreed
    that one may hold what is named behind?"""
    agreed = next((here for here in range(scene.start, place) if scene.is_of(here, "agreeing")), place)
    return any(scene.is_of(here, "agreed") for here in range(agreed + 1, place))


def _is_of_post(scene: Scene, first: int) -> bool:
    """«занимал пост [министра]», «занимал должности судьи до 2009 года, а также [члена] комиссии»: does a post stand before a role, or
    before one that it goes on from?"""
    while not is_post(scene, first - 1):
        while scene.is_of(first - 1, "joint"):
            first -= 1
        before = (role for role in scene.roles if scene.word(first - 1) in JOINTS and scene.mentions[role].last < first)
        joined = (role for role in before if past_period(scene, scene.mentions[role].last) == first - 1)
        first = min((scene.mentions[role].first for role in joined), default=scene.start)
        if first == scene.start:
            return False
    return True


def _is_predecessors(scene: Scene, person: int, role: int) -> bool:
    """«её предшественник на посту [ректора] Олег Рогов»: is it the post of whom somebody has followed, and who is named behind it?"""
    post = marked_start(scene, scene.mentions[role].first) - 1
    return is_post(scene, post) and scene.mentions[role].last == scene.mentions[person].first and scene.is_of(post - 2, "predecessor")


def _is_served(scene: Scene, role: int) -> bool:
    """«С 2007 по 2011 год был советником [министра] Рогова»: was it the office of whom somebody served until he no longer did?"""
    mention = scene.mentions[role]
    around = (scene.mentions[other] for other in scene.roles if other != role and scene.mentions[other].last == mention.last)
    first = min((other.first for other in around), default=mention.first)
    return first < mention.first and case_at(scene, first) == "ablt" and _is_period(scene, first)


def _is_period(scene: Scene, place: int) -> bool:
    """«[С 2007 по 2011 год он был] министром»: does a period that is over end shortly before a word?"""
    return bool(ENDED.search(" ".join(map(scene.word, range(scene.start, place)))))


def _is_of(scene: Scene, person: int, mark: Mark) -> bool:
    """«Рогов, [ранее] директор», but not «Рогов заявил, [ранее] директор Седов …»: is the mark said of the person?"""
    return not mark.of_before or scene.mentions[person].first < mark.first


def _is_of_body(scene: Scene, mark: Mark, role: int) -> bool:
    """«глава [временного] правительства»: is the mark an adjective behind a role, of a noun that is not the role's?"""
    adjective, noun = scene.grammar(mark.first), scene.grammar(mark.last)
    agrees = adjective.pos in ("ADJF", "PRTF") and noun.pos == "NOUN" and adjective.case == noun.case
    return mark.status == "acting" and agrees and mark.last == mark.first + 1 and head(scene, role) < mark.first


def _before_state(scene: Scene, place: int) -> int:
    """«бывшему [румынскому] депутату»: where the adjective of a state stands that is right before a role, else the role."""
    states = (scene.mentions[index] for index in scene.numbers if scene.mentions[index].kind == "country")
    return next((state.first for state in states if state.last == place and scene.grammar(state.first).pos == "ADJF"), place)


def _is_of_both(scene: Scene, mark: Mark, role: int) -> bool:
    """«[бывший] основатель и директор фонда», «[бывший] член правления, директор ВТБ»: is the mark said of a role before that is held for
    what this one is?"""
    around = (other for other in scene.roles if scene.mentions[other].first == mark.last)
    return any(is_shared_with(scene, other, role) for other in around)


def _is_of_all(scene: Scene, mark: Mark, role: int) -> bool:
    """«[тогдашними] премьером Анной Рид и министром Яном Ли»: is the mark said of the list of roles and names in which a role stands?"""
    first = scene.mentions[role].first
    plural = mark.last < first and scene.grammar(mark.first).number == "plur" and scene.grammar(mark.last).number == "sing"
    return plural and is_office(scene, role) and list_start(scene, first) <= mark.first


def _is_told(scene: Scene, mark: Mark, role: int) -> bool:
    """«Рогов, [избранный] президентом», but not «с избранным президентом»: does a participle that is no mark tell the role?"""
    return is_worked(scene.word(mark.last - 1), scene.seeds) and head_case(scene, role) == "ablt" != scene.grammar(mark.last - 1).case


def _is_yet(scene: Scene, mark: Mark) -> bool:
    """«станет [первым] президентом», «[первым] президентом будет Рогов», but not «был первым президентом»: is a mark of what is over said
    of what is yet to come?"""
    if mark.status != "former" or scene.grammar(mark.first).case != "ablt":
        return False
    around = (*range(max(scene.start, mark.first - 2), mark.first), *range(mark.last + 1, min(mark.last + REACH, scene.stop)))
    return any(is_role_verb(scene.word(here), scene.seeds) and is_coming(scene.word(here)) for here in around)


def _is_bracketed(scene: Scene, mark: Mark, last: int) -> bool:
    """«мэр Бремена [(исполняющая обязанности)]»: do brackets behind a role hold a mark?"""
    return mark.first == last + 1 and scene.word(last) == "(" and scene.word(mark.last) == ")"


def _told_by(scene: Scene, person: int, role: int) -> int | None:
    """The verb that ties a role to a person of its sentence, or to one of another («С 2019 года [был] председателем»)."""
    name, mention = scene.mentions[person], scene.mentions[role]
    near = _near(scene, role)
    if near is not None:
        return near
    if name.sentence == mention.sentence:
        return verb_at(scene, name.last) if name.last <= mention.first else _between(scene, role, person)
    before = range(mention.first - 1, scene.start - 1, -1)
    return next((place for place in before if is_role_verb(scene.word(place), scene.seeds) or scene.grammar(place).pos == "VERB"), None)


def _near(scene: Scene, role: int) -> int | None:
    """The verb or participle right before a role or its post: «[работавший] прежде врачом», «до этого он [занимал] пост министра»."""
    of_post, first = False, marked_start(scene, scene.mentions[role].first)
    for place in range(first - 1, max(first - REACH, scene.start) - 1, -1):
        word, said = scene.word(place), scene.grammar(place).pos
        if is_role_verb(word, scene.seeds) or is_worked(word, scene.seeds) or (of_post and said in TELLING):
            return place
        of_post = of_post or is_post(scene, place)
        if said not in PASSED and not is_post(scene, place):
            return None
    return None


def _is_now(scene: Scene, role: int) -> bool:
    """«после отставки Рогова, сейчас [занимающего] пост помощника», «[являющийся] ректором»: does a participle right before a role or its
    post say that it is held now?"""
    verb = _near(scene, role)
    return verb is not None and is_present(scene.word(verb)) and scene.word(verb - 1).lower() != "не"


def _between(scene: Scene, role: int, person: int) -> int | None:
    """The last verb between a role and a name behind it: «Послом тогда [был] Рогов», «Пост министра ранее [занимал] Рогов»."""
    of_post = is_post(scene, scene.mentions[role].first - 1)
    places = range(scene.mentions[person].first - 1, scene.mentions[role].last - 1, -1)
    told = (place for place in places if scene.grammar(place).pos == "VERB")
    return next((place for place in told if of_post or is_role_verb(scene.word(place), scene.seeds)), None)


@lru_cache(maxsize=REMEMBERED)
def verb_status(word: str, seeds: Seeds) -> str:
    """«занимал», «работал», «был»: what lasted and is told in the past is over."""
    verbs = [parse for parse in parses(word) if parse.pos in ("VERB", "PRTS", "PRTF", "INFN")]
    if any({"past", "impf"} <= parse.marks and (parse.pos == "VERB" or "actv" in parse.marks) for parse in verbs):
        return "former"
    telling = [parse for parse in verbs if fold(parse.lemma) in seeds.role_verbs.keys() | seeds.words["becoming"]]
    coming = {fold(parse.lemma) for parse in telling if "futr" in parse.marks}
    if coming:
        return "current" if coming & (seeds.words["remaining"] | seeds.words["leaving"]) else "elect"
    return next((seeds.role_verbs.get(fold(parse.lemma), "current") for parse in telling), "current")


def _is_over(scene: Scene, person: int, role: int, told: bool) -> bool:
    """«[В 1998–2003 годах] работал инженером», «[с 1995 по 2011 год] – директор», «[до прихода в «Зарю»] – директор», «[До этого] стал
    директором», «министр транспорта [(2010–2012)]», «стал директором[, где работал до 2010 года]», «[, где проработал 9
    лет]»."""
    name, mention = scene.mentions[person], scene.mentions[role]
    if FOLLOWED.match(" ".join(map(scene.word, range(mention.last, min(mention.last + 5, scene.stop))))):
        return True
    behind = " ".join(map(scene.word, range(mention.last, min(mention.last + BEHIND, scene.stop))))
    if told and (UNTIL.match(behind) or _is_lasted(scene, behind)):
        return True
    beside = name.sentence == mention.sentence and (name.last == mention.first or mention.last == name.first)
    stated = told or scene.word(mention.first - 1) in DASHES
    before = range(scene.start, mention.first)
    if stated and any(scene.word(place).lower() == "до" and _is_before_now(scene, place + 1) for place in before):
        return True
    return stated and not beside and _is_period(scene, mention.first)


def _is_lasted(scene: Scene, behind: str) -> bool:
    """«занял должность мэра[, где проработал 11 лет]»: do the words behind a role say how long it was held?"""
    lasted = LASTED.match(behind)
    return lasted is not None and any(scene.seeds.role_verbs.get(fold(parse.lemma)) == "former" for parse in parses(lasted[1]))


def _is_before_now(scene: Scene, place: int) -> bool:
    """«до [прихода] в «Зарю»», «До [этого] он стал директором», but not «До [этого] дня …»"""
    pointed = place == scene.start + 1 and scene.is_of(place, "pointing")
    return scene.is_of(place, "coming") or (pointed and scene.grammar(place + 1)[:2] != ("NOUN", "gent"))
