"""Whose post is over wherever a text tells it, because the text says once that he has left it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..morphology import fold, parses
from ..types import Occupancy
from .leaving import is_instead, is_leaver, is_left, is_resigned
from .scene import Scene, head, head_case, is_office, is_post, marked_start, surname

OWN = ("own place", "own state")
Post = tuple[tuple[str, ...], frozenset[str]]  # the words of a role up to its head, and those behind it
Posts = dict[tuple[int, str], list[Post]]  # the posts that somebody has left, by document and surname


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
    """Is it, as told now, a post that somebody has left, said as shortly or fully, but not «чрезвычайный и полномочный посол», a rank?"""
    posts = left.get(_who(held, scenes), []) if held.role >= 0 and held.status == "current" else []
    if not posts or _is_lasting(held, scenes):
        return False
    title, more = _post(held, scenes)
    return any(title == post and (more <= rest or rest <= more) for post, rest in posts)


def _is_lasting(held: Occupancy, scenes: Mapping[int, Scene]) -> bool:
    """«[занимает] пост мэра», «[является] мэром»: does a verb right before a role say that it is held now?"""
    scene = _home(held.role, scenes)
    verb = marked_start(scene, scene.mentions[held.role].first) - 1
    of_post = is_post(scene, verb)
    told = of_post or head_case(scene, held.role) == "ablt"
    return told and any({"pres", "impf"} <= parse.marks for parse in parses(scene.word(verb - of_post) or "-"))


def _who(held: Occupancy, scenes: Mapping[int, Scene]) -> tuple[int, str]:
    """The document, and the letters of a surname by which somebody is known again."""
    scene = _home(held.person, scenes)
    return scene.analysis.batch.documents[scene.mentions[held.person].sentence], surname(scene, held.person)


def _post(held: Occupancy, scenes: Mapping[int, Scene]) -> Post:
    """The lemmas of a role up to its head, and those behind it, but for «республики», «страны»."""
    scene = _home(held.role, scenes)
    first, middle, last = scene.mentions[held.role].first, head(scene, held.role) + 1, scene.mentions[held.role].last
    said = [place for place in range(middle, last) if scene.word(place)[0].isalpha() and not any(scene.is_of(place, sort) for sort in OWN)]
    return tuple(_lemma(scene, place) for place in range(first, middle)), frozenset(_lemma(scene, place) for place in said)


def _lemma(scene: Scene, place: int) -> str:
    return fold(parses(scene.word(place))[0].lemma)


def _home(index: int, scenes: Mapping[int, Scene]) -> Scene:
    """The sentence of a mention."""
    seen = next(iter(scenes.values()))
    return scenes[seen.mentions[index].sentence]
