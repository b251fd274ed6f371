"""Lines that hold nothing but a role, and those beside them that hold nothing but a name: who signs, and lists of two lines each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .scene import Scene, beginning, head_case, is_plural

ENDS = frozenset(",.;:–—-")
QUOTED = 2  # a legal form and the mark that opens a quotation
GREETING = 5  # words up to the comma of «С наилучшими пожеланиями,»


def lined(run: Sequence[tuple[int, Scene]]) -> Iterator[tuple[int, int]]:
    """Pairs (person, role) of a document: «[Министр] ⏎ П. П. Рогов», «Рогов П. П. ⏎ [директор] ⏎ Белова А. О. ⏎ [ректор]»,
    «[Директор] ⏎ ООО «Заря» ⏎ П. П. Рогов»."""
    place = 0
    while place + 1 < len(run):
        (number, one), (after, other) = run[place : place + 2]
        names, roles = [_name(one), _name(other)], [_role(one), _role(other)]
        pairs = [(name, role) for name, role in zip(names, reversed(roles), strict=True) if name is not None and role is not None]
        near = after == number + 1 or (after == number + 2 and roles[0] is not None and below(one, roles[0]) >= 0)
        beside = pairs[:1] if near else []
        yield from beside
        place += 1 + len(beside)


def _name(scene: Scene) -> int | None:
    """The person whose name is all that a line holds."""
    return next((person for person in scene.people if not _rest(scene, scene.start, person)), None)


def _role(scene: Scene) -> int | None:
    """The role that is all that a line holds, with its marks of status."""
    if not scene.roles:
        return None
    start = _start(scene)
    role = beginning(scene, start)
    marked = any(mark.governs and mark.first == start for mark in scene.marks)
    if role is None or is_plural(scene, role) or head_case(scene, role) not in ("nomn", "gent" if marked else "nomn"):
        return None
    return None if _rest(scene, scene.mentions[role].first, role) else role


def _start(scene: Scene) -> int:
    """Where the line of a role begins: «С уважением, ⏎ [директор] …»."""
    batch = scene.analysis.batch
    behind = next((place + 1 for place in range(scene.start, min(scene.start + GREETING, scene.stop - 1)) if scene.word(place) == ","), 0)
    text = batch.texts[batch.documents[scene.mentions[scene.roles[0]].sentence]].text if behind else ""
    return behind if "\n" in text[batch.stops[behind - 1] : batch.starts[behind]] else scene.start


def below(scene: Scene, role: int) -> int:
    """«[Директор] ⏎ ООО «Заря»»: the organization whose name is all that the line below that of a role holds, -1 for none."""
    if role != _role(scene):
        return -1
    bounds, own, index = scene.analysis.batch.sentences, scene.mentions[role].sentence, scene.numbers[-1] + 1
    while index < len(scene.mentions) and scene.mentions[index].sentence == own + 1:
        mention = scene.mentions[index]
        quoted = mention.first - bounds[own + 1] <= QUOTED and bounds[own + 2] - mention.last <= 1
        if mention.kind == "organization" and quoted:
            return index
        index += 1
    return -1


def _rest(scene: Scene, first: int, index: int) -> bool:
    """Is there more in a line, from a word on, than a mention and the sign behind it?"""
    mention = scene.mentions[index]
    return mention.first != first or not ENDS.issuperset(map(scene.word, range(mention.last, scene.stop)))
