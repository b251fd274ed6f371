"""To which state or body the envoys of a document are sent that does not say it of each: «послы в Перу», «вручили верительные грамоты
президенту», «постпреды при ООН»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..types import Mention
from .scene import Scene, before_adjectives, head_case, is_office, is_plural, outer, takes
from .spoken import has, is_envoy, is_of_title, meant, spoken_of
from .workplace import held_for

VERBS = frozenset({"VERB", "INFN"})
OWN = "страны"
POINTED = 3  # words of «в этой стране»
EXPELLED = 3  # words from «объявило» to the last of «персоной нон грата»


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


def leaves(scene: Scene, role: int) -> int:
    """«предписал послу покинуть [Перу]», «МИД [Перу] потребовал, чтобы посол покинул страну»: the state that an ambassador has to leave, -1
    for none."""
    if not is_envoy(scene, role) or is_plural(scene, role):
        return -1
    behind = range(scene.mentions[role].last, scene.stop)
    verb = next((place for place in behind if scene.grammar(place).pos in VERBS and scene.is_of(place, "departing")), scene.stop)
    states = [index for index in scene.numbers if scene.mentions[index].kind == "country"]
    if any(has(scene.word(verb + 1), noun) for noun in scene.seeds.words["own state"]):
        before = [index for index in states if index < role]
        return before[-1] if len({meant(scene, index) for index in before}) == 1 else -1
    return next((index for index in states if scene.mentions[index].first == verb + 1), -1)


def receives(scene: Scene, role: int, country: int) -> int:
    """«МИД [Перу] вызвал посла Чили», «МИД [Перу] заявил протест послу Чили», «сообщил МИД [Перу] послу Чили», «[Перу] выслало посла
    Чили»: the one other state whose foreign office an ambassador is called to, received in or told something by, or that expels him, -1
    for none or several; but not «Посол Чили вызван в МИД Перу из-за [посла] Кубы», who stands farther from the verb."""
    offices = [scene.mentions[index] for index in scene.numbers if _is_foreign_office(scene, index)]
    told = before_adjectives(scene, role) if _is_told(scene, role, offices) else scene.stop
    verbs = [place for place in range(scene.start, scene.stop) if place == told or scene.is_of(place, "receiving")]
    if not verbs or not is_envoy(scene, role) or _is_farther(scene, role, verbs):
        return -1
    own = scene.mentions[role]
    states = [index for index in scene.numbers if scene.mentions[index].kind == "country" and meant(scene, index) != meant(scene, country)]
    states = [index for index in states if scene.mentions[index].last <= own.first or own.last <= scene.mentions[index].first]
    found = [index for index in states if any(is_of_title(scene.mentions[index], office) for office in offices)]
    found = found or [index for index in states if _calls(scene, index, verbs)]
    return found[0] if len({meant(scene, index) for index in found}) == 1 else -1


def _is_told(scene: Scene, role: int, offices: Sequence[Mention]) -> bool:
    """«заявил [протест] послу Чили», «сообщил [МИД Перу] чилийскому послу», «[МИД Перу] сообщил послу Чили», but not «заявил протест, посол
    молчит»"""
    before = before_adjectives(scene, role)
    said = before > scene.start and scene.grammar(before).pos == "VERB"
    beside = scene.is_of(before, "protest") or any(office.last == before + 1 - said for office in offices)
    return beside and head_case(scene, role) == "datv"


def pointed(scene: Scene, role: int, country: int) -> int:
    """«США опозорились, сказал посол России в этой стране», «представитель России в этой стране посол Рогов»: the state that «эта страна»
    beside an envoy stands for, -1 for none or several that it may be."""
    mention = scene.mentions[role]
    if not any(_points(scene, place) for place in (mention.last, mention.first - POINTED)) or not is_envoy(scene, role):
        return -1
    able = spoken_of(scene, role, OWN, country)
    return able[0] if len(able) == 1 and scene.mentions[able[0]].kind == "country" else -1


def _points(scene: Scene, place: int) -> bool:
    """«[в этой стране]»"""
    pointed = scene.word(place) == "в" and scene.is_of(place + 1, "pointing")
    return pointed and any(has(scene.word(place + 2), noun) for noun in scene.seeds.words["own state"])


def _is_farther(scene: Scene, role: int, verbs: Sequence[int]) -> bool:
    """Does another envoy than this one stand nearer to one of some words?"""
    near = {other: min(abs(scene.mentions[other].first - verb) for verb in verbs) for other in outer(scene) if is_envoy(scene, other)}
    return near.get(role, 0) > min(near.values(), default=0)


def _is_foreign_office(scene: Scene, index: int) -> bool:
    """«[МИД] Перу», «[министр иностранных дел]»"""
    mention = scene.mentions[index]
    places = range(mention.first, mention.last) if mention.kind in ("organization", "role") else ()
    return any(scene.is_of(place, "foreign office") for place in places)


def _calls(scene: Scene, state: int, verbs: Sequence[int]) -> bool:
    """«[Перу] вызвало», «[Перу] решило выслать», «[Перу] объявило персоной нон грата», but not «[перуанский] вызов»"""
    verb = scene.mentions[state].last
    called = verb in verbs or (verb < scene.stop and (verb + 1 in verbs or verb + EXPELLED in verbs))
    return called and scene.grammar(verb).pos == "VERB" and scene.grammar(verb - 1).case == "nomn"


def seated(run: Sequence[tuple[int, Scene]]) -> int:
    """The one body of which a document says that states have representatives «при [ООН]», -1 for none or several."""
    told = [(scene, held_for(scene, role, [])[0]) for _, scene in run for role in scene.roles if is_delegate(scene, role)]
    found = {_name(scene, body): body for scene, body in told if body >= 0 and scene.word(scene.mentions[body].first - 1) == "при"}
    return next(iter(found.values())) if len(found) == 1 else -1


def is_delegate(scene: Scene, role: int) -> bool:
    """«[постпред] Чили при ООН»: is it sent to a state or a body, and no ambassador?"""
    return {"host", "at"} <= takes(scene, role) and not is_envoy(scene, role)


def _name(scene: Scene, index: int) -> tuple[str, ...]:
    return tuple(map(scene.word, range(scene.mentions[index].first, scene.mentions[index].last)))
