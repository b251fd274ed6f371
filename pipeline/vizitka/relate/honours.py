"""Honorary titles that are conferred: «присвоить звание «[Заслуженный врач Перу]» Анне Рид», a list of people under the title."""

from __future__ import annotations

from ..signs import QUOTES
from .scene import Scene, cases_of, outer


def conferred(scene: Scene, person: int, taken: list[tuple[int, int]]) -> list[int]:
    """«Звание «[Народный артист]» присвоено Анне Рид», «присвоить Рид Анне звание «[Народный артист]»»: the one title of a sentence."""
    role = honour(scene)
    said = role is not None and any(scene.is_of(place, "conferring") for place in range(scene.start, scene.stop))
    return [role] if role is not None and said and is_given(scene, person) else []


def is_conferred(scene: Scene, role: int, person: int) -> bool:
    """Does a sentence confer a title on somebody whom it names?"""
    return scene.mentions[role].sentence == scene.mentions[person].sentence and role in conferred(scene, person, [])


def honour(scene: Scene) -> int | None:
    """The one honorary title in quotation marks that a sentence holds."""
    found = [role for role in outer(scene) if _is_quoted(scene, role)]
    return found[0] if len(found) == 1 else None


def _is_quoted(scene: Scene, role: int) -> bool:
    first = scene.mentions[role].first
    begin = first - scene.is_of(first - 1, "honorary")
    return (scene.word(begin - 1) or "-") in QUOTES and scene.is_of(begin, "honorary")


def is_given(scene: Scene, person: int) -> bool:
    """«Анне Рид»: can a name be but that of whom something is given to?"""
    cases = cases_of(scene.analysis, scene.mentions[person], scene.seeds)
    return "datv" in cases and "nomn" not in cases
