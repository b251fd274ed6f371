"""Offices of which a state has one, told without a name in a document that names a statesman who held it: «сказал [президент Перу]»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..morphology import keys
from ..seeds import Statesman
from ..statesmen import is_known_by
from .scene import Scene, is_plural, is_post, is_sought, marked_start, outer, post
from .spoken import meant

NEAR = 2  # sentences between a name and an office that is his rather than another's


def unnamed(run: Sequence[tuple[int, Scene]], holders: Mapping[int, set[int]]) -> Iterator[tuple[int, int]]:
    """Pairs (person, role) of a document: «Владимир Зеленский ответил России. «Это обман», — сказал [президент Украины]».

    The office is nobody's whom the document names, and the one of several who are named shortly before, or anywhere, is known by it.
    """
    free = [(number, scene, role) for number, scene in run for role in outer(scene) if role not in holders and _state(scene, role)]
    held = ((scene, role) for _, scene in (run if free else ()) for role in scene.roles if holders.get(role))
    told = {(title, _state(scene, role)) for scene, role in held for title in _titles(scene, role)}
    named = list(_named(run)) if free else []
    for number, scene, role in free:
        code, titles = _state(scene, role), _titles(scene, role)
        if _is_told(scene, role) and told.isdisjoint((title, state) for title in titles for state in (code, "")):
            men = [man for man in named if man[2].country_code == code and any(is_known_by(title, man[2], scene.seeds) for title in titles)]
            near = [man for man in men if number - NEAR <= man[0] and man[1] < role]
            if len({man.name.rpartition(" ")[2] for _, _, man in near or men}) == 1:
                yield (near or men)[-1 if near else 0][1], role


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


def _is_told(scene: Scene, role: int) -> bool:
    """«[президент Перу] сказал», «встреча с [президентом Перу]», but not «должность [президента Перу]», «президенты Перу»"""
    before = marked_start(scene, scene.mentions[role].first) - 1
    return not (is_plural(scene, role) or is_sought(scene, role) or is_post(scene, before))


def _named(run: Sequence[tuple[int, Scene]]) -> Iterator[tuple[int, int, Statesman]]:
    """The statesmen who may be meant by the names of a document, each name, and its sentence, with each of them."""
    for number, scene in run:
        for person in scene.people:
            surname = keys(scene.word(scene.mentions[person].last - 1) or "-")
            yield from ((number, person, man) for key in sorted(surname) for man in scene.seeds.surnamed.get(key, ()))
