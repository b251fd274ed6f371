"""Lines that name a state or a body above those who are of it: «С саудовской стороны:», «Республика Армения», «От Минэнерго»."""

from __future__ import annotations

from collections.abc import Sequence

from .scene import Scene, beginning, opens, says
from .workplace import is_adjective, is_named, is_side

NAMING = frozenset({"country", "organization"})


def sides(run: Sequence[tuple[int, Scene]]) -> dict[int, int]:
    """By person of a document: «С [саудовской] стороны: ⏎ 1. Анна Рид — министр …», «[Республика Армения] ⏎ Сомов Олег — министр», «От
    [Минэнерго]: ⏎ Министр Анна Ли»: the state whose side the line above a list names, or the state or body that is all that it names."""
    side, last, found = -1, -1, dict[int, int]()
    for number, scene in run:
        heading = _heading(scene)
        listed = heading < 0 <= side and number == last + 1 and _is_item(scene)
        found.update(dict.fromkeys(scene.people if listed else (), side))
        side, last = side if listed else heading, number
    return found


def _heading(scene: Scene) -> int:
    """What a line above a list names, -1 for nothing."""
    if scene.people:
        return -1
    led = scene.word(scene.stop - 1) == ":"
    named = (index for index in scene.numbers if scene.mentions[index].kind in NAMING)
    return next((index for index in named if _is_all(scene, index) or (led and _is_state(scene, index) and is_side(scene, index))), -1)


def _is_all(scene: Scene, index: int) -> bool:
    """«[Республика Армения]», «От [Минэнерго]:»: is a state or body that has a name all that a line names?"""
    mention = scene.mentions[index]
    before = [scene.word(place).lower() for place in range(scene.start, mention.first) if scene.word(place).isalpha()]
    behind = any(scene.word(place).isalnum() for place in range(mention.last, scene.stop))
    sent = not before or (len(before) == 1 and before[0] in scene.seeds.words["sender"])
    named = not is_adjective(scene, index) if _is_state(scene, index) else is_named(scene, index, scene.numbers)
    return sent and named and not behind


def _is_state(scene: Scene, index: int) -> bool:
    return scene.mentions[index].kind == "country"


def _is_item(scene: Scene) -> bool:
    """«1. Анна Рид — министр», «Сомов Олег, министр», «Министр Анна Ли»: a line of a list, which says nothing that has a verb."""
    begins = not scene.word(scene.start).isalpha() or any(opens(scene, person) for person in scene.people)
    begins = begins or beginning(scene, scene.start) is not None
    return begins and not says(scene)
