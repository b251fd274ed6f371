"""What may stand between a role and the name behind it: brackets, where its holder is, and whom he serves."""

from __future__ import annotations

from ..branches import STAFF
from ..morphology import keys
from .scene import Scene, cases_of, head, is_office, takes

OWNERS = frozenset({"country", "location", "organization"})
AT = {"в": "loct", "во": "loct", "на": "loct", "от": "gent"}  # prepositions before where one is or from whom, and their cases
EVENT = 10  # words of a phrase that may stand between a role and a name
OPENING = {")": "(", "]": "["}


def before_origin(scene: Scene, place: int) -> int:
    """«основатель [турецкий] предприниматель Ян Ли»: whence the holder of two roles comes is passed over."""
    return next(
        (origin.first for index in scene.numbers if (origin := scene.mentions[index]).kind == "nationality" and origin.last == place), place
    )


def _before_bracket(scene: Scene, place: int) -> int:
    """«… комиссии [(далее — ЕЭК)] Бакытжан Сагинтаев», «президент [[Перу]] Рогов»: what stands in brackets before a name is passed over."""
    sign = OPENING.get(scene.word(place - 1))
    if sign is None:
        return place
    opening = (here for here in range(place - 2, max(scene.start, place - 8), -1) if scene.word(here) == sign)
    return next(opening, place)


def _before_address(scene: Scene, place: int) -> int:
    """«президенту Чили [госпоже] Анне Рид»"""
    return place - scene.is_of(place - 1, "address")


def _before_owner(scene: Scene, place: int) -> int:
    """«народный артист [России] Олег Рогов», «волонтёр [Общества] Олег Рогов»: whose a role is that ends before it is passed over."""
    ending = [mention for index in scene.numbers if (mention := scene.mentions[index]).last == place]
    if any(mention.kind not in OWNERS for mention in ending):
        return place
    first = min((owner.first for owner in ending), default=place)
    return first if any(scene.mentions[role].last == first for role in scene.roles) else place


def _before_several(scene: Scene, place: int) -> int:
    """«президенты [двух стран] Анна Ли и Олег Рогов», «премьеры [пяти стран:] Анна Ли …»: what several states are is passed over."""
    colon, place = place, place - (scene.word(place - 1) == ":")
    states = not keys(scene.word(place - 1) or "-").isdisjoint(scene.seeds.words["states"])
    plural = states and scene.grammar(place - 1).number == "plur"
    return place - 2 if plural and scene.grammar(place - 2).pos in ("NUMR", "ADJF", "NPRO") else colon


def _before_served(scene: Scene, place: int) -> int:
    """«адвокат [Седова] Анна Ли», «помощник министра [Олега Седова] Анна Ли», «адвокат [певца Олега Седова] Анна Ли»: whom somebody serves
    is passed over, where no role ends behind him."""
    name = next((scene.mentions[other] for other in scene.people if scene.mentions[other].last == place), None)
    if name is None or "gent" not in cases_of(scene.analysis, name, scene.seeds):
        return place
    first = name.first
    ends = {scene.mentions[role].last for role in scene.roles if scene.mentions[role].last == place or _serves(scene, role, first, place)}
    served = (scene.mentions[role].first for role in scene.roles if scene.mentions[role].last == first and not is_office(scene, role))
    first = next((begin for begin in served if begin in ends), first)
    return first if first in ends and place not in ends else place


def is_over(scene: Scene, role: int, person: int) -> bool:
    """«[помощник министра] Олега Седова Анна Ли»: is it the role before a name and whom the role serves?"""
    place = scene.mentions[person].first
    return scene.mentions[role].last == _before_served(scene, place) != place


def _serves(scene: Scene, role: int, first: int, place: int) -> bool:
    """«[адвокат] Седова», «[помощник министра] Олега Седова», «[адвокат] певца Олега Седова»: may whom a role serves be named behind it?"""
    last = scene.mentions[role].last
    apart = place - first == 1 or scene.grammar(place).case != "gent" or any(scene.mentions[other].first == last for other in scene.roles)
    return (apart and "role" in takes(scene, role)) or _holds_another(scene, role) or (apart and _is_of_staff(scene, role))


def _holds_another(scene: Scene, role: int) -> bool:
    """«[помощник [министра]]»: does another role end one?"""
    outer = scene.mentions[role]
    return any(scene.mentions[other].last == outer.last and outer.first < scene.mentions[other].first for other in scene.roles)


def _is_of_staff(scene: Scene, role: int) -> bool:
    """«[руководитель аппарата]», «[начальник штаба]»: does a bare noun of a body or a unit end a role?"""
    noun = scene.word(scene.mentions[role].last - 1)
    return noun.islower() and any(scene.seeds.organization_nouns.get(key) in STAFF for key in keys(noun))


def is_of_next(scene: Scene, role: int, person: int) -> bool:
    """«[помощник министра] Олега Седова Анна Ли», «[помощник] О. Седова Анна Ли», «[руководитель аппарата] Седова Анна Ли»: is a role that
    of a name right behind the one whom it serves?"""
    name = scene.mentions[person]
    if scene.mentions[role].last != name.first or all(scene.mentions[other].first != name.last for other in scene.people):
        return False
    initials = scene.word(name.first + 1) == "." and "role" in takes(scene, role)
    serves = initials or _holds_another(scene, role) or _is_of_staff(scene, role)
    return serves and "gent" in cases_of(scene.analysis, name, scene.seeds)


def _before_noun(scene: Scene, place: int) -> int:
    """«директор [общества] Олег Рогов»: a noun that stands for an organization is passed over, where a role ends before it."""
    ends = {scene.mentions[role].last for role in scene.roles}
    if place in ends or place - 1 not in ends or scene.grammar(place - 1).case != "gent" or not scene.word(place - 1).islower():
        return place
    return place if scene.seeds.short_nouns.isdisjoint(keys(scene.word(place - 1))) else place - 1


def _before_event(scene: Scene, place: int) -> int:
    """«глава миссии ОБСЕ [на выборах и референдуме в Перу] Олег Рогов», «кандидат [от единой оппозиции] Олег Рогов»: where and at what the
    holder of a role is, and from whom, is passed over, right behind the role; but not «матроса [в фильме] Олега Рогова», which may be his
    film."""
    owned = scene.grammar(place).case == "gent" and scene.word(place - 1).islower()
    if owned or place == scene.start or not _is_of_event(scene, place - 1):
        return place
    ends = {scene.mentions[role].last for role in scene.roles if scene.grammar(head(scene, role)).pos == "NOUN"}  # not «президентских»
    first = place
    while place not in ends and first > max(scene.start, place - EVENT) and _is_of_event(scene, first - 1):
        first -= 1
        if first in ends:
            return first if scene.grammar(first).pos == "PREP" and scene.grammar(first + 1).case == AT[scene.word(first)] else place
    return place


def _is_of_event(scene: Scene, place: int) -> bool:
    """«в», «Перу», «президентских», «и»: is a word of a phrase of where or at what somebody is?"""
    said = scene.grammar(place)
    if said.pos == "PREP":
        return scene.word(place) in AT
    return scene.word(place) == "и" or (said.pos in ("ADJF", "NOUN") and said.case in ("gent", "loct"))


PASSED = (_before_address, _before_bracket, _before_owner, _before_several, _before_served, _before_noun, _before_event)
