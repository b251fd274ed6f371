"""A plural role of several states, places or organizations, or in several hosts, and the people who hold it in the same order:
«президенты Чили и Перу Анна Рид и Ян Новак», «главы МИД и Минобороны …», «послы Чили и Перу в Канаде …», «послы Канады в Чили и Перу …»;
or each behind his own: «послы Чили Анна Рид и Перу Ян Новак», «главы МИД Чили Анна Рид и Перу Ян Новак»; or behind the adjectives of
their states: «чилийский и перуанский президенты …»; and whose colleague in another state somebody is: «президент Чили встретился с
перуанским коллегой Яном Новаком»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..signs import JOINTS, MARKS
from .scene import Scene, head, is_office, is_plural, may_be_plural, outer, side_by_side, takes
from .workplace import PLACES, is_adjective, is_state_office


class Share(NamedTuple):
    """A role of one of several people, and the country or place, -1 for none, or the organization that he holds it for; ``host`` is -1 for
    none."""

    role: int
    name: int
    organization: int
    host: int


def shared(scene: Scene) -> dict[int, Share]:
    """By person. Names or hosts and people are as many, and stand side by side, or each by the other."""
    found: dict[int, Share] = {}
    roles = [role for role in scene.roles if may_be_plural(scene, role)] if len(scene.people) > 1 else []
    for role in sorted(roles, key=lambda role: (-scene.mentions[role].last, -scene.mentions[role].first)):
        pairs = list(_pairs(scene, role, PLACES))
        if len(pairs) > 1:
            found.update({person: Share(role, name, _organization(scene, role, name), -1) for name, person in pairs})
            continue
        pairs = list(_pairs(scene, role, ("organization",)))
        if len(pairs) > 1:
            found.update({person: Share(role, -1, body, -1) for body, person in pairs})
            continue
        names = _names(scene, role) or _adjectives(scene, role)
        hosts = _hosts(scene, names) if names and "host" in takes(scene, role) else []
        ends = [scene.mentions[index].last for index in (role, *names, *hosts)]
        people = list(_people(scene, max(ends))) if names else []
        if len(people) > 1 and {len(names), len(hosts or names)} <= {1, len(people)} and len(people) in (len(names), len(hosts)):
            for place, person in enumerate(people):
                name, host = _of(names, place), _of(hosts, place)
                found[person] = Share(role, name, _organization(scene, role, name), host)
        found.update({} if names else {person: Share(role, -1, body, -1) for body, person in _bodies(scene, role)})
    found.update(_fellows(scene))
    return found


def _fellows(scene: Scene) -> Iterator[tuple[int, Share]]:
    """«[министр связи] Чили Анна Ли встретилась с [перуанским] коллегой [Яном Новаком]», but not «с моим перуанским коллегой»: who has in
    another state the one office that is told before in a sentence, where it is of states."""
    people = {scene.mentions[person].first: person for person in scene.people}
    for country in (index for index in scene.numbers if is_adjective(scene, index)) if people else ():
        first, noun = scene.mentions[country].first, scene.mentions[country].last
        if noun + 1 not in people or not scene.is_of(noun, "colleague") or scene.is_of(first - 1, "mine"):
            continue
        before = (role for role in outer(scene) if scene.mentions[role].last < noun and not is_plural(scene, role))
        offices = [role for role in before if is_office(scene, role)]
        if len(offices) == 1 and is_state_office(scene, offices[0]):
            yield people[noun + 1], Share(offices[0], country, -1, -1)


def _of(names: Sequence[int], place: int) -> int:
    """The one of a person's, or the one of all."""
    return names[place] if len(names) > 1 else names[0] if names else -1


def _pairs(scene: Scene, role: int, kinds: Sequence[str]) -> Iterator[tuple[int, int]]:
    """«послы [Чили] [Анна Рид], [Перу] [Ян Новак]», «главы [Минфина] [Анна Рид] и «[Зари]» [Ян Новак]»: countries or places, or
    organizations, and who stand right behind them, one pair after another."""
    people, place = {scene.mentions[person].first: person for person in scene.people}, _named_from(scene, role, kinds)
    ends = {index: _past_quote(scene, scene.mentions[index].last) for index in _places(scene, kinds)} if place >= 0 else {}
    names = {first: index for index in ends if ends[index] in people for first in (scene.mentions[index].first, _unquoted(scene, index))}
    while place in names:
        person = people[ends[names[place]]]
        yield names[place], person
        last = scene.mentions[person].last
        place = last + 1 if scene.word(last) in JOINTS else -1


def _names(scene: Scene, role: int) -> list[int]:
    """The countries or places that a role is held for: «[Чили] и [Перу]», «[Томской] и [Омской областей]»."""
    return _row(scene, _named_from(scene, role, PLACES))


def _bodies(scene: Scene, role: int) -> list[tuple[int, int]]:
    """«главам [МИД] и [Минобороны] [Сергею Рогову] и [Яну Новаку]»: as many organizations as people who stand right behind them, with
    these."""
    last = scene.mentions[role].last
    named = (index for index in scene.numbers if scene.mentions[index].kind == "organization" and index > role)
    begin = next((scene.mentions[index].first for index in named if _past_quote(scene, scene.mentions[index].last) == last), -1)
    bodies = _row(scene, begin, ("organization",)) if scene.word(last) in JOINTS else []
    people = list(_people(scene, _past_quote(scene, scene.mentions[bodies[-1]].last))) if len(bodies) > 1 else []
    return list(zip(bodies, people, strict=True)) if len(people) == len(bodies) else []


def _adjectives(scene: Scene, role: int) -> list[int]:
    """«[чилийский] и [перуанский] президенты», but not «чилийские и перуанские депутаты»: the adjectives of states that have one each."""
    row, place = list[int](), head(scene, role)
    single = [
        index for index in scene.numbers if is_adjective(scene, index) and scene.grammar(scene.mentions[index].first).number != "plur"
    ]
    while at := [index for index in single if scene.mentions[index].last == place]:
        row.insert(0, at[0])
        before = scene.mentions[at[0]].first - 1
        place = before if scene.word(before) in JOINTS else -1
    return row


def _named_from(scene: Scene, role: int, kinds: Sequence[str]) -> int:
    """Where the first country or place of a role begins, or its first organization, -1 for nowhere."""
    around = scene.mentions[role]
    begins = (scene.mentions[index].first for index in _places(scene, kinds) if around.first < scene.mentions[index].first <= around.last)
    return min(begins, default=-1)


def _hosts(scene: Scene, names: Sequence[int]) -> list[int]:
    """«послы Чили в [Перу] и [Канаде]»"""
    place = scene.mentions[names[-1]].last
    return _row(scene, place + 1) if scene.word(place) in scene.seeds.words["host"] - {"при"} else []


def _row(scene: Scene, place: int, kinds: Sequence[str] = PLACES) -> list[int]:
    """The countries or places that stand one after another from a word on, the shortest at each word; or the organizations, the longest."""
    row: list[int] = []
    choose = min if kinds == PLACES else max
    while at := [index for index in _places(scene, kinds) if place in (scene.mentions[index].first, _unquoted(scene, index))]:
        row.append(choose(at, key=lambda index: scene.mentions[index].last))
        last = _past_quote(scene, scene.mentions[row[-1]].last)
        place = last + 1 if scene.word(last) in JOINTS else -1
    return row


def _unquoted(scene: Scene, index: int) -> int:
    """Where a name begins with the quotation mark before it."""
    first = scene.mentions[index].first
    return first - (scene.word(first - 1) in MARKS)


def _past_quote(scene: Scene, place: int) -> int:
    """Where a name ends with the quotation mark behind it."""
    return place + (scene.word(place) in MARKS)


def _places(scene: Scene, kinds: Sequence[str] = PLACES) -> list[int]:
    return [index for index in scene.numbers if scene.mentions[index].kind in kinds]


def _people(scene: Scene, place: int) -> Iterator[int]:
    """Who stand in a row from a word on."""
    last = next((person for person in scene.people if scene.mentions[person].first == place), None)
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
