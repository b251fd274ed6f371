"""A plural role of several states or places, and the people who hold it in the same order: «президенты Чили и Перу Анна Рид и Ян Новак»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..signs import JOINTS
from .scene import Scene, may_be_plural, side_by_side


class Share(NamedTuple):
    """A role of one of several people, and the country or place that he holds it for; ``organization`` is -1 for none."""

    role: int
    name: int
    organization: int


def shared(scene: Scene) -> dict[int, Share]:
    """By person. Names and people are as many, and stand side by side."""
    found: dict[int, Share] = {}
    roles = [role for role in scene.roles if may_be_plural(scene, role)] if len(scene.people) > 1 else []
    for role in sorted(roles, key=lambda role: -scene.mentions[role].last):
        names = list(_names(scene, role))
        people = list(_people(scene, names))
        if len(names) == len(people) > 1:
            found.update((person, Share(role, name, _organization(scene, role, name))) for person, name in zip(people, names, strict=True))
    return found


def _names(scene: Scene, role: int) -> Iterator[int]:
    """The countries or places that a role is held for: «[Чили] и [Перу]», «[Томской] и [Омской областей]»."""
    around = scene.mentions[role]
    every = [index for index in scene.numbers if scene.mentions[index].kind in ("country", "location")]
    place = -1
    for index in every:
        name = scene.mentions[index]
        inside = around.first < name.first <= around.last if place < 0 else name.first == place + 1 and scene.word(place) in JOINTS
        if inside and not any(other != index and scene.mentions[other].first == name.first and scene.mentions[other].last < name.last
                              for other in every):  # fmt: skip
            yield index
            place = name.last


def _people(scene: Scene, names: Sequence[int]) -> Iterator[int]:
    """Who stand in a row behind the last name."""
    last = next((person for person in scene.people if names and scene.mentions[person].first == scene.mentions[names[-1]].last), None)
    while last is not None:
        yield last
        after = (person for person in scene.people if scene.mentions[person].first > scene.mentions[last].first)
        further = next(after, None)
        last = further if further is not None and side_by_side(scene, last, further) else None


def _organization(scene: Scene, role: int, name: int) -> int:
    """«главы [МИД Чили] и Перу»: the body whose name ends in that of the state."""
    inside = (index for index in scene.numbers if scene.mentions[index].kind == "organization")
    told = (index for index in inside if scene.mentions[role].first < scene.mentions[index].first < scene.mentions[name].first)
    return next((index for index in told if scene.mentions[index].last == scene.mentions[name].last and not _holds(scene, index, name)), -1)


def _holds(scene: Scene, organization: int, name: int) -> bool:
    """Has it another state's name in it («[МИД Чили и Перу]»)?"""
    around = scene.mentions[organization]
    states = (scene.mentions[index] for index in scene.numbers if index != name and scene.mentions[index].kind == "country")
    return any(around.first <= state.first < around.last for state in states)
