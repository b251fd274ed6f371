"""Of which state those are known to be who hold an office that a text leaves bare: «президент Владимир Путин»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from .morphology import REMEMBERED, fold, keys, parses
from .naming import INITIAL, parts
from .seeds import Role, Seeds, Statesman

DOUBLED = re.compile(r"([^\W\d])\1")
SEVERAL = ("of parliament", "envoy", "head of land", "head of town", "aide")  # offices of which a state has many


def statesman(person: str, seeds: Seeds) -> Statesman | None:
    """Whom the seeds know by a name in its base form, whatever patronymic it has, and however its first name is spelled.

    >>> from .seeds import load
    >>> statesman("Сергей Викторович Лавров", load()).country_code, statesman("Лавров", load())
    ('RU', None)
    >>> statesman("Мая Санду", load()).name
    'Майя Санду'
    """
    name = parts(person, seeds)
    known = (seeds.statesmen[key] for key in (fold(name.whole), fold(f"{name.first} {name.last}")) if key in seeds.statesmen)
    return next(known, None) or _spelled(f"{name.first} {name.last}", seeds.surnamed.get(fold(name.last), ()))


def _spelled(name: str, men: Iterable[Statesman]) -> Statesman | None:
    """The one of some people whose name is another spelling of this one."""
    like = [man for man in men if sounded(man.name) == sounded(name)]
    return like[0] if len(like) == 1 else None


def sounded(name: str) -> str:
    """A name without what its spellings differ in.

    >>> sounded("Майя") == sounded("Мая"), sounded("Даниэлла") == sounded("Даниела")
    (True, True)
    """
    return DOUBLED.sub(r"\1", fold(name).replace("э", "е").replace("йя", "я"))


@lru_cache(maxsize=REMEMBERED)
def state_of(person: str, role: str, bare: bool, seeds: Seeds) -> str:
    """The code of the state whose statesman a person is, if the role may be one that he held; if it is left ``bare``, by a rare surname
    whatever office of a state, and by a surname alone one of which a state has only one.

    >>> from .seeds import load
    >>> state_of("Фумио Кисида", "премьер-министр", False, load()), state_of("Лавров", "министр иностранных дел", True, load())
    ('JP', 'RU')
    >>> state_of("Лавров", "депутат", True, load()), state_of("Фумио Кисида", "тренер", True, load())
    ('', '')
    """
    name, man = parts(person, seeds), statesman(person, seeds)
    if man:
        free = bare and is_rare(person, seeds) and is_of_state(role, seeds)
        return man.country_code if free or _held(role, man, seeds) else ""
    several = any(not keys(word).isdisjoint(seeds.words[each]) for word in role.split()[:1] for each in SEVERAL)
    if several or not bare or (name.first and not INITIAL.fullmatch(name.first)):
        return ""
    codes = {other.country_code for other in seeds.surnamed.get(fold(name.last or name.whole), ()) if _held(role, other, seeds)}
    return codes.pop() if len(codes) == 1 else ""


def is_rare(person: str, seeds: Seeds) -> bool:
    """Has a name a surname that few bear, so that it is hardly another's?"""
    return fold(parts(person, seeds).last).removesuffix("а") not in seeds.surname_rates


def _held(role: str, man: Statesman, seeds: Seeds) -> bool:
    """May a role be one of the posts of a statesman, clipped, said shortly or at length, or of a woman: «министр», «замминистра обороны»,
    «президентка»; or is it that of who heads a state?"""
    head, _, rest = role.partition(" ")
    full = {seeds.roles[key].full_name or seeds.roles[key].name for key in keys(head) & seeds.roles.keys()}
    titles = {role, *(f"{each} {rest}".strip() for each in full)} - {""}
    told = any(f"{post}-".startswith((f"{title}-", f"{title} ")) or title.startswith(post) for title in titles for post in man.posts)
    return told or (_is_of_whole_state(role, seeds) and any(_is_ruler(post, seeds) for post in man.posts))


def is_known_by(title: str, man: Statesman, seeds: Seeds) -> bool:
    """Is a title of one word, or its beginning up to a hyphen, the first of a statesman's posts, and such as a state has only one of:
    «президент»?"""
    several = any(not keys(title).isdisjoint(seeds.words[each]) for each in SEVERAL)
    return not several and any(f"{post}-".startswith(f"{title}-") for post in man.posts[:1])


def _is_of_whole_state(role: str, seeds: Seeds) -> bool:
    """«глава государства»"""
    head, _, noun = role.partition(" ")
    return noun in seeds.words["own state"] and not keys(head).isdisjoint(seeds.words["head of body"])


def _is_ruler(post: str, seeds: Seeds) -> bool:
    """«президент», «королева-консорт»"""
    return not keys(post.partition("-")[0]).isdisjoint(seeds.words["ruler"])


def is_of_state(role: str, seeds: Seeds) -> bool:
    """Is it an office that states alone have, or one under it («заместитель министра», «советник президента»), or of a body that each state
    has one of («глава правительства»), or is it sought («кандидат в президенты»)?"""
    words = role.split()
    heads = [seeds.roles[key] for word in words for key in sorted(keys(word)) if key in seeds.roles]
    if any(head.kind == "office" and "state" in head.takes for head in heads):
        return True
    return _is_of_body(words, heads, seeds) or _is_sought(words, seeds) or any(_is_under(*pair, seeds) for pair in pairwise(words))


def is_sent(role: str, seeds: Seeds) -> bool:
    """«постпред (при ООН)», «постоянный представитель (при ООН)»: does a state have somebody at a body?"""
    return any("at" in seeds.takes(keys(word)) for word in role.split()[:2])


def is_envoy(role: str, seeds: Seeds) -> bool:
    """«чрезвычайный и полномочный посол», «временный поверенный в делах»"""
    return any(not keys(word).isdisjoint(seeds.words["envoy"]) for word in role.split())


def is_mission(body: str, seeds: Seeds) -> bool:
    """«диппредставительства», «посольство Чили в Перу», whose head is an ambassador, but not «служба безопасности посольства»"""
    head = next((word for word in body.split() if parses(word)[0].pos == "NOUN"), "-")
    return not keys(head).isdisjoint(seeds.words["mission"])


def _is_of_body(words: Sequence[str], heads: Sequence[Role], seeds: Seeds) -> bool:
    """«глава [правительства]», «глава [района]», «лидер [оппозиции]», but not «генерал армии», «член правительства»,
    «представитель оппозиции»"""
    office = any(head.kind == "office" for head in heads[:1]) and keys(words[0]).isdisjoint(seeds.words["seat"])
    if not office or len(words) == 1:
        return False
    leads = not keys(words[0]).isdisjoint(seeds.words["head of state"] | seeds.words["any head"])
    bodies = seeds.words["state body"] | (seeds.words["opposition"] if leads else frozenset())
    return not keys(words[-1]).isdisjoint(bodies) or words[-1] in seeds.words["own place"]


def _is_sought(words: Sequence[str], seeds: Seeds) -> bool:
    """«кандидат в [президенты]», «кандидат на пост [президента]», but not «кандидат в депутаты», which may be a town's"""
    sought = len(words) > 2 and words[1] in ("в", "на") and not keys(words[0]).isdisjoint(seeds.words["seeking"])
    return sought and _is_ruler(words[-1], seeds)


def _is_under(word: str, chief: str, seeds: Seeds) -> bool:
    """«советник [президента]», «представитель [короля]», but not «пост [президента]»"""
    if not _is_ruler(chief, seeds):
        return False
    return "role" in seeds.takes(keys(word)) and any((parse.case, parse.number) == ("gent", "sing") for parse in parses(chief))
