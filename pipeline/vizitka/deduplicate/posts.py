"""Whether two titles of one person in one document are one post, said shortly and whole: «эксперт» and «политический эксперт»."""

from __future__ import annotations

from typing import NamedTuple

from ..morphology import keys, parses
from ..seeds import Seeds
from ..statesmen import is_envoy, is_mission

CLIPPED = 3  # letters that a word is clipped to, at least
MINISTER, MINISTRY, GOVERNMENT = "министр ", "министерство ", "правительство"


class Held(NamedTuple):
    """A title and what it is held for: the organization's name and id, the country's code, the place."""

    role: str
    organization: str
    organization_id: str
    country_code: str
    place: str


def is_same(short: str, whole: str, national: bool, seeds: Seeds) -> bool:
    """Is a title another, clipped, said with fewer words or with other ones? ``national``: are both held for a state.

    >>> from ..seeds import load
    >>> is_same("премьер", "премьер-министр", False, load()), is_same("эксперт", "политический эксперт", False, load())
    (True, True)
    >>> is_same("лидер", "президент", True, load()), is_same("артист", "народный артист", True, load())
    (True, False)
    """
    if is_clipped(short, whole) or whole.startswith(f"{short}-") or (_is_ruler(short, national, seeds) and whole in seeds.words["ruler"]):
        return True
    if _is_hers(short, whole, seeds):
        return True
    written = _written(short, seeds)
    if _is_within(short.split(), whole, seeds) or (written != short and f"{whole} ".startswith(f"{written} ")):
        return True
    return _is_epithet(whole.removesuffix(f" {short}"), whole, seeds)


def _is_hers(short: str, whole: str, seeds: Seeds) -> bool:
    """«президентка» of «президент»"""
    hers, _, of = short.partition(" ")
    his, _, other = whole.partition(" ")
    return hers in seeds.roles and seeds.roles[hers].twin == his and of == other and parses(hers)[0].gender == "femn"


def is_clipped(short: str, whole: str) -> bool:
    """«гендиректор» of «генеральный директор», «министр труда и соцзащиты» of «министр труда и социальной защиты»: is one the other but
    for a word that clips two?"""
    clipped, words = short.split(), whole.split()
    same = next((place for place, pair in enumerate(zip(clipped, words, strict=False)) if pair[0] != pair[1]), len(clipped))
    if len(words) != len(clipped) + 1 or clipped[same + 1 :] != words[same + 2 :] or same == len(clipped):
        return False
    beginning = clipped[same].removesuffix(words[same + 1])
    return CLIPPED <= len(beginning) < len(clipped[same]) and words[same].startswith(beginning)


def is_general(title: str, seeds: Seeds) -> bool:
    """«глава», «глава правления»: is the post not called by its name?"""
    return title.partition(" ")[0] in seeds.words["any head"]


def is_head(short: Held, whole: Held, seeds: Seeds) -> bool:
    """Does a title only say that somebody heads what the other names, or is held for?

    >>> from ..seeds import load
    >>> ministry = Held("глава", "Министерство обороны Перу", "o1", "PE", "")
    >>> is_head(ministry, Held("министр обороны", "", "", "PE", ""), load())
    True
    >>> embassy = Held("глава диппредставительства", "", "", "PE", "")
    >>> is_head(embassy, Held("чрезвычайный и полномочный посол", "", "", "PE", ""), load())
    True
    >>> bank = Held("глава", "банк «Заря»", "o2", "", "")
    >>> [is_head(bank, bank._replace(role=role), load()) for role in ("генеральный директор", "вице-президент", "основатель")]
    [True, False, False]
    """
    first, _, rest = whole.role.partition(" ")
    general, named = (is_general(post.role, seeds) for post in (short, whole))
    if not general or named or (short.country_code and whole.country_code not in ("", short.country_code)):
        return False
    of = short.role.partition(" ")[2]
    if is_mission(of or short.organization, seeds):
        return not whole.organization and is_envoy(whole.role, seeds)
    if whole.organization or of:
        return whole.organization_id == short.organization_id and of in ("", rest) and _is_heading(whole.role, seeds)
    body = short.organization.lower()
    if not body:
        return short.place == whole.place != "" and any(first in seeds.words[each] for each in ("head of land", "head of town"))
    if body.startswith(MINISTRY) and whole.role.startswith(MINISTER):
        return rest.split()[0] == body.split()[1]
    return body.startswith(GOVERNMENT) and whole.role in seeds.words["of government"]


def _is_heading(title: str, seeds: Seeds) -> bool:
    """«председатель правления», «генеральный директор», but not «финансовый директор»"""
    first, _, rest = title.partition(" ")
    return (rest.partition(" ")[0] if first in seeds.words["foremost"] else first) in seeds.words["heading"]


def _is_within(short: list[str], whole: str, seeds: Seeds) -> bool:
    """«министр по чрезвычайным ситуациям» of «министр по делам обороны, чрезвычайным ситуациям и …»: are a minister's words all there, in
    their order?"""
    words = iter(whole.replace(",", "").split())
    one = short[0] in seeds.words["cabinet"] and whole.startswith(f"{short[0]} ") and 1 < len(short) < len(whole.split())
    return one and all(word in words for word in short)


def _written(title: str, seeds: Seeds) -> str:
    """«заместитель министра по связи», of «замминистра по связи»"""
    head, _, rest = title.partition(" ")
    return f"{seeds.roles[head].full_name or head} {rest}".strip() if head in seeds.roles else title


def _is_epithet(before: str, whole: str, seeds: Seeds) -> bool:
    """«политический» of «политический эксперт», but not «народный» of «народный артист»: do only adjectives stand before the rest of a
    title, and none of an honour?"""
    adjectives = all(parses(word)[0].pos == "ADJF" or word == "и" for word in before.split())
    return before != whole and adjectives and keys(before.split(maxsplit=1)[0]).isdisjoint(seeds.words["honorary"])


def _is_ruler(title: str, national: bool, seeds: Seeds) -> bool:
    """«глава государства», and of a state «лидер»"""
    head, _, rest = title.partition(" ")
    return head in seeds.words["head of state"] and (rest in seeds.words["any state"] or (national and not rest))
