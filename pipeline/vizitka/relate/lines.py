"""Lines that hold nothing but a role, and those beside them that hold nothing but a name: who signs, and lists of two lines each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .scene import Scene, beginning, head_case, is_plural

ENDS = frozenset(",.;:–—-")


def lined(run: Sequence[tuple[int, Scene]]) -> Iterator[tuple[int, int]]:
    """Pairs (person, role) of a document: «[Министр] ⏎ П. П. Рогов», «Рогов П. П. ⏎ [директор] ⏎ Белова А. О. ⏎ [ректор]»."""
    place = 0
    while place + 1 < len(run):
        (number, one), (after, other) = run[place : place + 2]
        names, roles = [_name(one), _name(other)], [_role(one), _role(other)]
        pairs = [(name, role) for name, role in zip(names, reversed(roles), strict=True) if name is not None and role is not None]
        beside = pairs[:1] if after == number + 1 else []
        yield from beside
        place += 1 + len(beside)


def _name(scene: Scene) -> int | None:
    """The person whose name is all that a line holds."""
    return next((person for person in scene.people if not _rest(scene, scene.start, person)), None)


def _role(scene: Scene) -> int | None:
    """The role that is all that a line holds, with its marks of status."""
    role = beginning(scene, scene.start)
    marked = any(mark.governs and mark.first == scene.start for mark in scene.marks)
    if role is None or is_plural(scene, role) or head_case(scene, role) not in ("nomn", "gent" if marked else "nomn"):
        return None
    return None if _rest(scene, scene.mentions[role].first, role) else role


def _rest(scene: Scene, first: int, index: int) -> bool:
    """Is there more in a line, from a word on, than a mention and the sign behind it?"""
    mention = scene.mentions[index]
    return mention.first != first or not ENDS.issuperset(map(scene.word, range(mention.last, scene.stop)))
