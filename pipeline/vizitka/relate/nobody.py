"""What looks like a person and is none that can hold a post, so that it gives no row without a role: «семья [Рощиных]», «[Нобелевская]
премия»."""

from __future__ import annotations

from ..morphology import parses
from ..naming import is_clan
from .scene import Scene


def is_nobody(scene: Scene, person: int) -> bool:
    """Is it a surname in the plural, or the adjective of an award?"""
    mention = scene.mentions[person]
    if mention.last - mention.first > 1:
        return False
    return is_clan(scene.word(mention.first), scene.word(mention.first - 1), scene.seeds) or _is_of_award(scene, mention.first)


def _is_of_award(scene: Scene, place: int) -> bool:
    """«получил [Нобелевскую] премию», but not «вручил [Толстому] премию»"""
    if not scene.is_of(place + 1, "award"):
        return False
    said = scene.grammar(place + 1)
    able = (parse for parse in parses(scene.word(place)) if (parse.pos, parse.case, parse.number) == ("ADJF", said.case, said.number))
    return any(parse.gender in ("", said.gender) for parse in able)
