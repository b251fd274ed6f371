"""Whether somebody holds a role now, held it, acts for its holder or is elect."""

from __future__ import annotations

import re
from functools import lru_cache

from ..morphology import REMEMBERED, fold, parses
from ..seeds import Seeds
from ..signs import DASHES
from .scene import Scene, head, head_case, is_post, is_role_verb, marked_start, verb_at

YEARS = r"\d{4} ?[–—-] ?\d{4}"
ENDED = re.compile(rf"\b(?:{YEARS}|[Сс] \d{{4}}(?: года?)? по \d{{4}}|[Дд]о \d{{4}})\b(?:\W+\w+){{0,4}}\W*$")
FOLLOWED = re.compile(rf"(?:\( ?|в ){YEARS}\b")


def _is_left(scene: Scene, role: int) -> bool:
    """«от занимаемой должности [посла]»: is it a post that somebody leaves?"""
    place = marked_start(scene, scene.mentions[role].first) - 1
    if not is_post(scene, place):
        return False
    place -= 1 + (scene.grammar(place - 1).pos in ("ADJF", "PRTF"))
    return scene.word(place).lower() in scene.seeds.words["leaving"]


def status(scene: Scene, person: int, role: int) -> str:
    """ "current" unless a mark, a prefix, a period that is over or the verb says otherwise."""
    mention = scene.mentions[role]
    prefix = scene.word(head(scene, role)).lower().partition("-")[0]
    if prefix in scene.seeds.status_prefixes:
        return scene.seeds.status_prefixes[prefix]
    for mark in scene.marks:
        if mark.last == mention.first or mention.first <= mark.first < mention.last:
            return mark.status
    told = head_case(scene, role) == "ablt" or is_post(scene, mention.first - 1)
    if _is_left(scene, role) or _is_over(scene, person, role, told):
        return "former"
    verb = _told_by(scene, person, role) if told else None
    return "current" if verb is None else verb_status(scene.word(verb), scene.seeds)


def _told_by(scene: Scene, person: int, role: int) -> int | None:
    """The verb that ties a role to a person before it, or to one of another sentence («С 2019 года [был] председателем»)."""
    name, mention = scene.mentions[person], scene.mentions[role]
    if name.sentence == mention.sentence:
        return verb_at(scene, name.last) if name.last <= mention.first else None
    before = range(mention.first - 1, scene.start - 1, -1)
    return next((place for place in before if is_role_verb(scene.word(place), scene.seeds) or scene.grammar(place).pos == "VERB"), None)


@lru_cache(maxsize=REMEMBERED)
def verb_status(word: str, seeds: Seeds) -> str:
    """«занимал», «работал», «был»: what lasted and is told in the past is over."""
    verbs = [parse for parse in parses(word) if parse.pos in ("VERB", "PRTS", "INFN")]
    if any({"past", "impf"} <= parse.marks and parse.pos == "VERB" for parse in verbs):
        return "former"
    able = (parse for parse in verbs if "futr" not in parse.marks)  # «будет», but «был»
    return next((seeds.role_verbs[fold(parse.lemma)] for parse in able if fold(parse.lemma) in seeds.role_verbs), "current")


def _is_over(scene: Scene, person: int, role: int, told: bool) -> bool:
    """«[В 1998–2003 годах] работал инженером», «[с 1995 по 2011 год] – директор», «министр транспорта [(2010–2012)]»."""
    name, mention = scene.mentions[person], scene.mentions[role]
    if FOLLOWED.match(" ".join(map(scene.word, range(mention.last, min(mention.last + 5, scene.stop))))):
        return True
    beside = name.sentence == mention.sentence and (name.last == mention.first or mention.last == name.first)
    stated = told or scene.word(mention.first - 1) in DASHES
    return stated and not beside and bool(ENDED.search(" ".join(map(scene.word, range(scene.start, mention.first)))))
