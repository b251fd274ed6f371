"""To which state the ambassadors of a document are sent that presents them: «послы в Перу», «вручили верительные грамоты президенту»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .scene import Scene, is_office, is_plural
from .spoken import is_envoy, meant
from .workplace import held_for


def receiving(run: Sequence[tuple[int, Scene]]) -> int:
    """The state to which the ambassadors of a document are sent, -1 for none: that of «послы иностранных государств в [Перу]», else the
    one whose officers are named beside «верительные грамоты»."""
    if not any(is_envoy(scene, role) for _, scene in run for role in scene.roles):
        return -1
    for told in (_hosts, _receivers):
        found = [(index, meant(scene, index)) for _, scene in run for index in told(scene)]
        if len({state for _, state in found}) == 1:
            return found[0][0]
    return -1


def _hosts(scene: Scene) -> Iterator[int]:
    """«принял послов иностранных государств в [Перу]», but not «послы Чили в Перу», who are not all."""
    roles = (role for role in scene.roles if is_envoy(scene, role) and is_plural(scene, role))
    told = (held_for(scene, role, []) for role in roles)
    yield from (host for _, country, host, _ in told if host >= 0 > country and scene.mentions[host].kind == "country")


def _receivers(scene: Scene) -> Iterator[int]:
    """«Верительные грамоты принял президент [Перу]»: whose the offices in a sentence are, but for the ambassadors."""
    offices = (role for role in scene.roles if is_office(scene, role) and not is_envoy(scene, role))
    states = [country for role in offices if (country := held_for(scene, role, [])[1]) >= 0]
    told = states and any(scene.is_of(place, "credentials") for place in range(scene.start, scene.stop))
    yield from states if told else ()
