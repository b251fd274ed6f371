"""Whose post is over wherever a text tells it, because the text says once that he has left it, or is dead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from ..morphology import parses
from ..types import Occupancy
from .leaving import has_died, is_instead, is_leaver, is_left, is_resigned
from .scene import (
    Scene,
    Title,
    bearer,
    head,
    head_case,
    is_degree,
    is_office,
    is_post,
    is_same_title,
    lemma,
    marked_start,
    may_be_one,
)

OWN = ("own place", "own state")
Who = tuple[int, tuple[str, str]]  # a document, and how somebody is known again in it


def without_left(occupancies: Sequence[Occupancy], scenes: Mapping[int, Scene]) -> list[Occupancy]:
    """«[Мэр] Рогов ушёл в отставку. Рогов был избран [мэром] в 2008 году», «[Мэр] Рогов подписал указ. В мае Рогов умер»: a post that
    somebody has left is a former one in all sentences of a document, and so is each of the dead."""
    dead = {_who(held, scenes) for held in occupancies if has_died(_home(held.person, scenes), held.person)}
    left = [(_who(held, scenes), _post(held, scenes)) for held in occupancies if held.status == "former" and _has_left(held, scenes)]
    if not dead and not left:
        return list(occupancies)
    people = {_who(held, scenes) for held in occupancies}
    same = {one: {other for other in people if _is_one(one, other, people)} for one in people}
    found = list[Occupancy]()
    for held in occupancies:
        he = same[_who(held, scenes)]
        over = _is_of_dead(held, scenes) if not dead.isdisjoint(he) else _is_left(held, [post for who, post in left if who in he], scenes)
        found.append(held._replace(status="former") if over else held)
    return found


def _is_one(one: Who, other: Who, people: Set[Who]) -> bool:
    """«Пётр Рогов» and «Рогов», but not where the document names «Олег Рогов» too"""
    if one == other:
        return True
    if one[0] != other[0] or not may_be_one(one[1], other[1]):
        return False
    return len({who[1][1] for who in people if who[0] == one[0] and who[1][0] == one[1][0]} - {""}) == 1


def _is_of_dead(held: Occupancy, scenes: Mapping[int, Scene]) -> bool:
    """«[мэр] Рогов», but not «[писатель] Рогов», «[кандидат наук] Рогов»"""
    if held.role < 0 or held.status not in ("acting", "current"):
        return False
    scene = _home(held.role, scenes)
    return is_office(scene, held.role) and not is_degree(scene, held.role)


def _has_left(held: Occupancy, scenes: Mapping[int, Scene]) -> bool:
    """Does the sentence of a role say that its holder leaves it, or that another comes to it?"""
    scene = _home(held.role, scenes)
    if not is_office(scene, held.role):
        return False
    beside = held.person in scene.people and (is_resigned(scene, held.person) or is_instead(scene, held.person))
    return beside or is_left(scene, held.role) or is_leaver(scene, held.person, held.role)


def _is_left(held: Occupancy, posts: Sequence[Title], scenes: Mapping[int, Scene]) -> bool:
    """Is it, as told now, a post that somebody has left, said as shortly or fully, but not «чрезвычайный и полномочный посол», a rank?"""
    if not posts or held.role < 0 or held.status != "current" or _is_lasting(held, scenes):
        return False
    return any(is_same_title(_post(held, scenes), post) for post in posts)


def _is_lasting(held: Occupancy, scenes: Mapping[int, Scene]) -> bool:
    """«[занимает] пост мэра», «[является] мэром»: does a verb right before a role say that it is held now?"""
    scene = _home(held.role, scenes)
    verb = marked_start(scene, scene.mentions[held.role].first) - 1
    of_post = is_post(scene, verb)
    told = of_post or head_case(scene, held.role) == "ablt"
    return told and any({"pres", "impf"} <= parse.marks for parse in parses(scene.word(verb - of_post) or "-"))


def _who(held: Occupancy, scenes: Mapping[int, Scene]) -> Who:
    scene = _home(held.person, scenes)
    return scene.analysis.batch.documents[scene.mentions[held.person].sentence], bearer(scene, held.person)


def _post(held: Occupancy, scenes: Mapping[int, Scene]) -> Title:
    """The lemmas of a role up to its head, and those behind it, but for «республики», «страны»."""
    scene = _home(held.role, scenes)
    first, middle, last = scene.mentions[held.role].first, head(scene, held.role) + 1, scene.mentions[held.role].last
    said = [place for place in range(middle, last) if scene.word(place)[0].isalpha() and not any(scene.is_of(place, sort) for sort in OWN)]
    return tuple(lemma(scene, place) for place in range(first, middle)), frozenset(lemma(scene, place) for place in said)


def _home(index: int, scenes: Mapping[int, Scene]) -> Scene:
    """The sentence of a mention."""
    seen = next(iter(scenes.values()))
    return scenes[seen.mentions[index].sentence]
