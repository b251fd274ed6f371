"""Whose post is over wherever a text tells it, because the text says once that he has left it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..morphology import fold, parses
from ..types import Occupancy
from .leaving import is_instead, is_leaver, is_left, is_resigned
from .scene import Scene, head, is_office, is_post, marked_start, surname

OWN = ("own place", "own state")
Posts = dict[tuple[int, str], list[list[str]]]  # the words of the posts that somebody has left, by document and surname


def without_left(occupancies: Sequence[Occupancy], scenes: Mapping[int, Scene]) -> list[Occupancy]:
    """«[Мэр] Рогов ушёл в отставку. Рогов был избран [мэром] в 2008 году»: a post that somebody has left is a former one in all sentences
    of a document."""
    left: Posts = {}
    for held in occupancies:
        if held.status == "former" and _has_left(held, scenes):
            left.setdefault(_who(held, scenes), []).append(_post(held, scenes))
    return [held._replace(status="former") if left and _is_left(held, left, scenes) else held for held in occupancies]


def _has_left(held: Occupancy, scenes: Mapping[int, Scene]) -> bool:
    """Does the sentence of a role say that its holder leaves it, or that another comes to it?"""
    scene = _home(held.role, scenes)
    if not is_office(scene, held.role):
        return False
    beside = held.person in scene.people and (is_resigned(scene, held.person) or is_instead(scene, held.person))
    return beside or is_left(scene, held.role) or is_leaver(scene, held.person, held.role)


def _is_left(held: Occupancy, left: Posts, scenes: Mapping[int, Scene]) -> bool:
    """Is it, as told now, a post that somebody has left, said as shortly or as fully?"""
    posts = left.get(_who(held, scenes), []) if held.role >= 0 and held.status == "current" else []
    if not posts or _is_lasting(held, scenes):
        return False
    own, *more = _post(held, scenes)
    return any(own == post and (set(more) <= set(rest) or set(rest) <= set(more)) for post, *rest in posts)


def _is_lasting(held: Occupancy, scenes: Mapping[int, Scene]) -> bool:
    """«[занимает] пост мэра», «[является] мэром»: does a verb right before a role say that it is held now?"""
    scene = _home(held.role, scenes)
    verb = marked_start(scene, scene.mentions[held.role].first) - 1
    verb -= is_post(scene, verb)
    return any({"pres", "impf"} <= parse.marks for parse in parses(scene.word(verb) or "-"))


def _who(held: Occupancy, scenes: Mapping[int, Scene]) -> tuple[int, str]:
    """The document, and the letters of a surname by which somebody is known again."""
    scene = _home(held.person, scenes)
    return scene.analysis.batch.documents[scene.mentions[held.person].sentence], surname(scene, held.person)


def _post(held: Occupancy, scenes: Mapping[int, Scene]) -> list[str]:
    """The lemmas of a role from its head on, but for «республики», «страны»."""
    scene = _home(held.role, scenes)
    begin = head(scene, held.role)
    own = (place > begin and any(scene.is_of(place, sort) for sort in OWN) for place in range(begin, scene.mentions[held.role].last))
    words = (scene.word(place) for place, spoken in enumerate(own, begin) if not spoken)
    return [fold(parses(word)[0].lemma) for word in words if word[0].isalpha()]


def _home(index: int, scenes: Mapping[int, Scene]) -> Scene:
    """The sentence of a mention."""
    seen = next(iter(scenes.values()))
    return scenes[seen.mentions[index].sentence]
