"""Offices of which a state has one, told without a name in a document that names a statesman who held it: «сказал [президент Перу]»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from ..morphology import keys
from ..seeds import Seeds, Statesman
from ..statesmen import is_of_one
from .scene import Scene, case_at, marked_start, outer, post
from .spoken import meant
from .ways import is_subject

NEAR = 2  # sentences between a name and an office that may be his


def unnamed(run: Sequence[tuple[int, Scene]], holders: Mapping[int, set[int]]) -> Iterator[tuple[int, int]]:
    """Pairs (person, role) of a document: «Владимир Зеленский ответил России. «Это обман», — сказал [президент Украины]».

    The office is nobody's whom the document names, a subject, and the one of several who are named shortly before has held it.
    """
    free = [(number, scene, role) for number, scene in run for role in outer(scene) if role not in holders and _state(scene, role)]
    held = ((scene, role) for _, scene in (run if free else ()) for role in scene.roles if holders.get(role))
    told = {(title, _state(scene, role)) for scene, role in held for title in _titles(scene, role)}
    for number, scene, role in free:
        code, titles = _state(scene, role), _titles(scene, role)
        if _speaks(scene, role) and told.isdisjoint((title, state) for title in titles for state in (code, "")):
            men = [man for man in _named(run, number, role) if _has_held(titles, man[1], code, scene.seeds)]
            if len({man.name.rpartition(" ")[2] for _, man in men}) == 1:
                yield men[-1][0], role


def _titles(scene: Scene, role: int) -> frozenset[str]:
    """The words that an office may be called by."""
    return keys(scene.word(post(scene, role)) or "-")


def _state(scene: Scene, role: int) -> str:
    """«президент [Украины]», «[украинский] президент»: the code of the state that a role of one word has, "" for none."""
    mention = scene.mentions[role]
    states = {index: scene.mentions[index] for index in scene.numbers if scene.mentions[index].kind == "country"}
    own = [index for index, state in states.items() if mention.first <= state.first and state.last <= mention.last]
    alone = len(own) == 1 and mention.last - mention.first == states[own[0]].last - states[own[0]].first + 1
    return meant(scene, own[0]) if alone else ""


def _speaks(scene: Scene, role: int) -> bool:
    """«[президент Перу] сказал», «…, — сказал [президент Перу]»"""
    if case_at(scene, post(scene, role)) != "nomn":
        return False
    before = marked_start(scene, scene.mentions[role].first) - 1
    return is_subject(scene, role) or (before > scene.start and scene.grammar(before).pos == "VERB")


def _named(run: Sequence[tuple[int, Scene]], number: int, role: int) -> Iterator[tuple[int, Statesman]]:
    """The statesmen who may be meant by the names shortly before an office, each name with each of them."""
    for before, scene in run:
        if number - NEAR <= before <= number:
            for person in scene.people:
                surname = keys(scene.word(scene.mentions[person].last - 1) or "-") if person < role else frozenset[str]()
                yield from ((person, man) for key in sorted(surname) for man in scene.seeds.surnamed.get(key, ()))


def _has_held(titles: Set[str], man: Statesman, code: str, seeds: Seeds) -> bool:
    """Has a statesman held an office of a state?"""
    return man.country_code == code and any(is_of_one(title, man, seeds) for title in titles)
