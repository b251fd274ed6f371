"""Of which state those are known to be who hold an office that a text leaves bare: «президент Владимир Путин»."""

from __future__ import annotations

from functools import lru_cache

from .morphology import REMEMBERED, fold, keys
from .naming import INITIAL, parts
from .seeds import Seeds, Statesman

SEVERAL = ("of parliament", "envoy", "head of land", "head of town", "aide")  # offices of which a state has many


def statesman(person: str, seeds: Seeds) -> Statesman | None:
    """Whom the seeds know by a name in its base form, whatever patronymic it has.

    >>> from .seeds import load
    >>> statesman("Сергей Викторович Лавров", load()).country_code, statesman("Лавров", load())
    ('RU', None)
    """
    name = parts(person, seeds)
    return next((seeds.statesmen[key] for key in (fold(name.whole), fold(f"{name.first} {name.last}")) if key in seeds.statesmen), None)


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
    """May a role be one of the posts of a statesman, clipped, said shortly or at length: «министр», «замминистра обороны»?"""
    head, _, rest = role.partition(" ")
    full = seeds.roles[head].full_name if head in seeds.roles else ""
    titles = {role, f"{full} {rest}".strip()} if full else {role} - {""}
    return any(post.startswith(title) or title.startswith(post) for title in titles for post in man.posts)


def is_of_state(role: str, seeds: Seeds) -> bool:
    """Is it an office that states alone have, or one under it («заместитель министра»)?"""
    heads = (seeds.roles[key] for word in role.split() for key in sorted(keys(word)) if key in seeds.roles)
    return any(head.kind == "office" and "state" in head.takes for head in heads)
