"""What shows that a role that no rule tells of a name, only the model, is somebody else's: «Рогов не сказал, кто был его [бухгалтером]»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from ..morphology import keys, known
from ..signs import DASHES, MARKS
from .scene import CLAUSES, Scene, before_adjectives, head_case, is_plural, is_post, marked_start, may_be_plural, post, surname
from .ways import is_father

ENDS = MARKS | frozenset(",.!?…")  # before a dash behind what somebody says, or behind whom it is said to
GOVERNING = frozenset({"PREP", "PRTF", "VERB"})  # what may tell why a role stands in the instrumental
PATRONYMIC = 2  # words of a first name and a patronymic


def is_of_another(scene: Scene, role: int, person: int, scenes: Mapping[int, Scene], holders: Mapping[int, Sequence[int]]) -> bool:
    """By what stands around the role, or because another was told before to be what it says. ``scenes``: by sentence; ``holders``: who is
    told to have a role."""
    return any(way(scene, role, person) for way in WAYS) or _is_known(scene, role, person, scenes, holders)


def is_many(scene: Scene, role: int, person: int) -> bool:
    """«…, сказал Рогов. [Главы областей] уехали»: is it the role of several in another sentence?"""
    return scene.mentions[role].sentence != scene.mentions[person].sentence and (is_plural(scene, role) or _is_of_bodies(scene, role))


def _is_of_bodies(scene: Scene, role: int) -> bool:
    """«[главы] администраций», whatever the tagger says of it: may it be the role of several, held for several bodies?"""
    place, last = post(scene, role), scene.mentions[role].last
    noun = next((here for here in range(place + 1, last) if scene.grammar(here).pos == "NOUN"), place)
    body = any(scene.seeds.organization_nouns.get(key) == "body" for key in keys(scene.word(noun) or "-"))
    return body and noun > place and scene.grammar(noun)[1:3] == ("gent", "plur") and may_be_plural(scene, role)


def is_owned(scene: Scene, role: int, person: int) -> bool:
    """«Рогов не сказал, кто был его [бухгалтером]», but not «Рогова, нашего [командира],», «её [заместитель] — Рогов»: is it whom
    somebody has, and no name beside it?"""
    mention, name = scene.mentions[role], scene.mentions[person]
    owner = marked_start(scene, mention.first) - 1
    beside = name.last in (owner, owner - 1) or name.first in (mention.last, mention.last + 1)
    return scene.is_of(owner, "possessive") and not beside


def is_of_thing(scene: Scene, role: int, person: int) -> bool:
    """«У Рогова был Клуб юного [искусствоведа]»: is it of a thing whose name it ends?"""
    noun = before_adjectives(scene, role)
    named = scene.start < noun and scene.grammar(noun).pos == "NOUN" and scene.word(noun).istitle()
    kinds = {scene.mentions[index].kind for index in scene.numbers if scene.mentions[index].last == noun + 1}
    return named and head_case(scene, role) == "gent" and kinds <= {"organization"}


def is_quoted(scene: Scene, role: int, person: int) -> bool:
    """«Это к визиту [главы ЕК], — сказал Рогов»: does a dash before the verb part the role from who has said it?"""
    mention, name = scene.mentions[role], scene.mentions[person]
    between = range(mention.last + 1, name.first - 1) if mention.sentence == name.sentence else ()
    dashes = (place for place in between if scene.word(place) in DASHES and scene.word(place - 1) in ENDS)
    return any(scene.grammar(place + 1).pos == "VERB" for place in dashes)


def is_addressed(scene: Scene, role: int, person: int) -> bool:
    """«Пётр Львович, как [директор] скажу: …», but not «Пётр Львович, Вы как [директор] скажете»: is the name whom somebody speaks to, by
    his first name and his father's, but not of what he is?"""
    name, batch = scene.mentions[person], scene.analysis.batch
    begins = name.first == batch.sentences[name.sentence] or batch.spellings[name.first - 1] in CLAUSES | DASHES
    father = batch.spellings[name.last - 1]
    told = name.last - name.first == PATRONYMIC and known(father) and is_father(father)
    told = told and not any(scene.is_of(place, "you") for place in range(name.last, scene.mentions[role].first))
    return told and begins and (name.last == batch.sentences[name.sentence + 1] or batch.spellings[name.last] in ENDS)


def is_beside(scene: Scene, role: int, person: int) -> bool:
    """«После отставки Рогова пришла Ли. Она поговорила с лидером — перуанским [президентом]»: is it in another sentence the role of whom
    somebody is beside?"""
    if scene.mentions[role].sentence == scene.mentions[person].sentence or head_case(scene, role) != "ablt":
        return False
    before = range(scene.mentions[role].first - 1, scene.start - 1, -1)
    governs = next((place for place in before if scene.grammar(place).pos in GOVERNING or scene.word(place) in CLAUSES), scene.start)
    return scene.word(governs).lower() in scene.seeds.words["beside"]


WAYS = (is_addressed, is_beside, is_many, is_of_thing, is_owned, is_quoted)


def _is_known(scene: Scene, role: int, person: int, scenes: Mapping[int, Scene], holders: Mapping[int, Sequence[int]]) -> bool:
    """«Рогов приехал с продюсером Новаком. [Продюсер] молчал», but not «пост [премьера]»: is he who was last told to be what a bare role
    says somebody else, and not named before the person?"""
    mentions, of = scene.mentions, scene.analysis.batch.documents
    if post(scene, role) != mentions[role].last - 1 or is_post(scene, marked_start(scene, mentions[role].first) - 1):
        return False
    titles, document = _titles(scene, role), of[mentions[role].sentence]
    before = takewhile(lambda other: of[mentions[other].sentence] == document, range(role - 1, -1, -1))
    told = (other for other in before if other in holders and not other < person < role)
    last = next((other for other in told if not titles.isdisjoint(_titles(scenes[mentions[other].sentence], other))), None)
    return last is not None and surname(scene, max(holders[last])) != surname(scene, person)


def _titles(scene: Scene, role: int) -> frozenset[str]:
    """The words that a role may be called by."""
    return keys(scene.word(post(scene, role)) or "-")
