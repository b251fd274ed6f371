"""Lines that hold nothing but a role, and those beside them that hold nothing but a name: who signs, and lists of two lines each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import NamedTuple

from ..morphology import keys
from ..signs import BREAKS, QUOTES
from .honours import honour, is_given
from .scene import Scene, beginning, cases_of, head, head_case, is_counted, is_plural, opens, says

ENDS = frozenset(",.;:–—-")
QUOTED = 2  # a legal form and the mark that opens a quotation
ITEM = frozenset({"person", "country", "location"})
GREETING = 5  # words up to the comma of «С наилучшими пожеланиями,»


def lined(run: Sequence[tuple[int, Scene]], listed: Set[int]) -> Iterator[tuple[int, int]]:
    """Pairs (person, role) of a document: «[Министр] ⏎ П. П. Рогов», «Рогов П. П. ⏎ [директор] ⏎ Белова А. О. ⏎ [ректор]»,
    «[Директор] ⏎ ООО «Заря» ⏎ П. П. Рогов», «[Президенту] Чили ⏎ госпоже Анне Рид»; those who are ``listed`` under a role have it alone."""
    place, run = 0, [(number, scene) for number, scene in run if (scene.people or scene.roles) and listed.isdisjoint(scene.people)]
    while place + 1 < len(run):
        (number, one), (after, other) = run[place : place + 2]
        names, roles = [_name(one), _name(other)], [_role(one), _role(other)]
        pairs = [(name, role) for name, role in zip(names, reversed(roles), strict=True) if name is not None and role is not None]
        near = after == number + 1 or (after == number + 2 and roles[0] is not None and below(one, roles[0]) >= 0)
        beside = pairs[:1] or list(_addressed(one, other)) if near else []
        yield from beside
        place += 1 + len(beside)


def _addressed(one: Scene, other: Scene) -> Iterator[tuple[int, int]]:
    """«[Президенту] Чили ⏎ госпоже Анне Рид»: to whom a letter is."""
    role = beginning(one, one.start)
    if role is None or head_case(one, role) != "datv" or _rest(one, one.start, role):
        return
    address = other.is_of(other.start, "address")
    named = (person for person in other.people if not _rest(other, other.start + address, person))
    yield from ((person, role) for person in named if "datv" in cases_of(other.analysis, other.mentions[person], other.seeds))


def enumerated(run: Sequence[tuple[int, Scene]]) -> Iterator[tuple[int, int]]:
    """Pairs (person, role) of a document: «Вручили грамоты [послы]: ⏎ – Анна Рид (Перу); ⏎ – Канады – Ян Ли.», «[Секретарь]: ⏎ Анна Рид»;
    a line that says a role of its own has the other too where the header says that it is one beside others."""
    header, last = None, -1
    for number, scene in run:
        item = is_item(scene) or (header is not None and header.beside and _is_of_items(scene))
        sought = header is not None and header.sought and bool(scene.people) and opens(scene, scene.people[0])
        if header is not None and number == last + 1 and (item or sought or scene.word(scene.start).isdigit()):
            people = scene.people if item and (not scene.roles or (header.beside and not says(scene))) else ()
            people = scene.people[:1] if sought and not people else people
            yield from ((person, header.role) for person in people if not header.given or is_given(scene, person))
            header = header if header.several else None
        else:
            header = _header(scene)
        last = number


class Header(NamedTuple):
    """The role of a line above a list: whether it is each one's of the list or the first one's, whether those who have it have others
    too, and whether it is given to them."""

    role: int
    several: bool = True
    beside: bool = True
    given: bool = False
    sought: bool = False


def _header(scene: Scene) -> Header | None:
    """«[Депутаты], принявшие участие в заседании:», «[Членами жюри] стали:», «[Заместители министра]», «[Секретарь]:», ««[Заслуженный
    врач]»»: the plural role that the line above a list speaks of last or is, a verb telling it or not; the one role; the title in it."""
    title = honour(scene) if not scene.people else None
    if title is not None and scene.word(scene.stop - 1 - (scene.word(scene.stop - 1) == ":")) in QUOTES:
        return Header(title, given=True)
    named = not scene.people and (scene.word(scene.stop - 1) == ":" or _is_row(scene))
    outer = max(scene.roles, key=lambda role: (scene.mentions[role].last, -scene.mentions[role].first), default=None) if named else None
    if outer is None or not is_plural(scene, outer):
        return Header(outer, several=False) if outer is not None and outer == _role(scene) else None
    beside = head_case(scene, outer) == "ablt" or scene.is_of(head(scene, outer), "seat") or is_counted(scene, outer)
    return Header(outer, beside=beside, sought=scene.is_of(head(scene, outer), "seeking"))


def _is_row(scene: Scene) -> bool:
    """«[Заместители министра]», «Утвердили восемь [кандидатов на пост мэра]»: is a plural role all of a line, or ends it, counted?"""
    ending = (role for role in scene.roles if scene.mentions[role].last == scene.stop)
    return any(is_plural(scene, role) and (scene.mentions[role].first == scene.start or is_counted(scene, role)) for role in ending)


def _is_of_items(scene: Scene) -> bool:
    """«Анна Рид (Перу); посол Ян Новак; Олег Рогов, доцент.», «– Посол Ян Новак»: is a line a list of people with roles, one behind each
    semicolon?"""
    signs = [place for place in range(scene.start, scene.stop - 1) if scene.word(place) == ";"]
    starts, stops = [scene.start, *(place + 1 for place in signs)], [*signs, scene.stop]
    return all(is_item(_part(scene, start, stop), ITEM | {"role"}) for start, stop in zip(starts, stops, strict=True))


def _part(scene: Scene, start: int, stop: int) -> Scene:
    """What a sentence says between two words."""
    numbers = [index for index in scene.numbers if start <= scene.mentions[index].first < stop]
    people, roles = ([index for index in numbers if scene.mentions[index].kind == kind] for kind in ("person", "role"))
    return replace(scene, start=start, stop=stop, numbers=numbers, people=people, roles=roles)


def is_item(scene: Scene, kinds: Set[str] = ITEM) -> bool:
    """Is a line of a list one person's, of whom it tells only a role, or a state or place before his name or in brackets behind it?"""
    if len(scene.people) != 1:
        return False
    name = scene.mentions[scene.people[0]]
    mentions = [scene.mentions[index] for index in scene.numbers if scene.mentions[index].kind in kinds]
    told = {place for mention in mentions for place in range(mention.first, mention.last)} | {*_bracketed(scene, name.last)}
    told |= {place for mark in scene.marks for place in range(mark.first, mark.last)}
    free = range(scene.start, scene.stop if not scene.roles else name.last)
    others = (scene.word(place) for place in free if place not in told)
    return all(not word.isalpha() or not scene.seeds.words["address"].isdisjoint(keys(word)) for word in others)


def _bracketed(scene: Scene, place: int) -> range:
    """«Ян Новак [(партия «Заря»)]», «Ян Новак [(КПРФ)]»: the words in brackets that begin at a place."""
    closing = (here for here in range(place, scene.stop) if scene.word(here) == ")")
    return range(place, next(closing, place) + 1) if scene.word(place) == "(" else range(0)


def stated(scene: Scene, person: int) -> int:
    """«послы Анна Рид ([Перу]) …», «– [Канады] – Ян Ли»: the state in brackets behind a name, or that a line has before it, -1 for none."""
    name = scene.mentions[person]
    countries = [index for index in scene.numbers if scene.mentions[index].kind == "country"]
    behind = (index for index in countries if (scene.word(name.last), scene.mentions[index].first) == ("(", name.last + 1))
    closed = next((index for index in behind if scene.word(scene.mentions[index].last) == ")"), -1)
    before = [index for index in countries if scene.mentions[index].last < name.first] if is_item(scene) else []
    return before[0] if closed < 0 and len(before) == 1 else closed


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
    return behind if BREAKS.search(text, batch.stops[behind - 1], batch.starts[behind]) else scene.start


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
