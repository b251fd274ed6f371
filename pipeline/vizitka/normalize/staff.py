"""Whose an inner role is that a text leaves bare, as it does with the organization's own people: «Пресс-секретарь: Анна Ли»."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..branches import is_department
from ..morphology import REMEMBERED, is_acronym, keys
from ..phrases import spelled
from ..seeds import Seeds
from ..types import Row
from .inner import NOWHERE, Inner, inner
from .organizations import heads
from .tails import OWNERS, has, is_chief, is_of, may_mean, own_sort, parted, sort_of

OPENING = 3  # sentences that say whose a text is
FAR = 3  # sentences from what is named once
BENCHES = {"of court": "court", "of parliament": "parliament"}  # classes of who sits on one, and of its nouns
SHARE = 3  # how many times oftener another may be named than who is just spoken of


class Post(NamedTuple):
    """A role of a text, who holds it, and what for, where that is said; ``held`` is its occupancy."""

    held: Row
    role: Row
    person: Row
    what: Row | None = None

    @property
    def status(self) -> str:
        return str(self.held["status"])

    @property
    def surname(self) -> str:
        return str(self.person["normal"].rpartition(" ")[2])


def employer(post: Post, posts: Sequence[Post], able: Sequence[Row], seeds: Seeds) -> Row | None:
    """The organization of a text that an inner role is of, by its last mention before it: the one right behind it, that of whom the text
    has just spoken, or the text's own; none where the holder is of another. ``posts`` are the text's roles, ``able`` all that it names."""
    title = inner(post.role["normal"], seeds)
    named = [row for row in able if row["kind"] == "organization" and not _is_noun(row["name"], seeds)] if title.sorts else []
    behind = next((row for row in named if row["start"] == post.role["stop"] + 1), None)
    if behind:  # «ректор [Лимской консерватории]»
        return behind if _fits(behind["name"], title, seeds) else None
    title = _bare(post, title, seeds)
    fits = [row for row in named if _fits(row["name"], title, seeds)]
    fellow = _fellow(post.role, posts, seeds) if fits else None
    name = _of_title(post, posts, fits, seeds)
    past = {other.what["mention_id"] for other in posts if other.what and other.status == "former"}
    name = name or (_spoken_of(post.role, fellow, fits, past) if fellow else _own(post.role, named, fits, title, _headed(posts, seeds)))
    bearers = [row for row in fits if row["name"] == name] if _others(post, posts, seeds) <= {name} else []
    return _nearest(post, bearers)


def bench(post: Post, able: Sequence[Row], seeds: Seeds) -> Row | None:
    """«[Судья] Анна Ли», «[депутаты] Рогов и Ли»: the one court or parliament that a text names, by its last mention before."""
    title = post.role["normal"]
    sort = next((body for member, body in BENCHES.items() if is_of(title, member, seeds)), "")
    if not sort or (post.role["right"][1].case == "gent" and not _is_beside(post)):
        return None
    named = [row for row in able if row["kind"] == "organization" and _is_bench(row["name"], sort, seeds)]
    return _nearest(post, named) if len({row["name"] for row in named}) == 1 else None


def union(post: Post, posts: Sequence[Post], able: Sequence[Row], seeds: Seeds) -> Row | None:
    """«Российский [постпред] Ян Рид», «[генсек] Анна Ли»: the one union of states that a text names, by its last mention before, where it
    does not say what else the holder is of; who names a body of it names the union («Совбез ООН»)."""
    if not any(not keys(word).isdisjoint(seeds.words["of union"]) for word in post.role["normal"].split()[:2]):
        return None
    if _others(post, posts, seeds):
        return None
    if (post.what and not post.what["country_code"]) or (post.role["right"][1].case == "gent" and not _is_beside(post)):
        return None
    unions = {row["name"]: _union(row["name"], seeds) for row in able if row["kind"] == "organization"}
    names = set(unions.values()) - {""}
    return _nearest(post, [row for row in able if {row["name"]} == names])


def _union(name: str, seeds: Seeds) -> str:
    """«Совет Безопасности [ООН]», but not «Группа двадцати», which nobody is sent to: the union of states that a body is or is of, "" for
    none."""
    known = seeds.organizations.get(name)
    if known is None or known.kind != "international" or not keys(name.split(maxsplit=1)[0]).isdisjoint(seeds.words["borne"]):
        return ""
    return _union(known.part_of, seeds) or name


def _nearest(post: Post, rows: Sequence[Row]) -> Row | None:
    """The last of some mentions before a role, else the first behind it."""
    before = [row for row in rows if row["stop"] <= post.role["start"]]
    return next(iter((*before[::-1], *rows)), None)


def _is_bench(name: str, sort: str, seeds: Seeds) -> bool:
    """«Омский районный [суд]», «областное [Собрание]», «Совет [депутатов]», but not «парламент» alone"""
    if _is_noun(name, seeds):
        return False
    members = any(not keys(word).isdisjoint(seeds.words[f"of {sort}"]) for word in name.split()[1:])
    return members or not seeds.words[sort].isdisjoint(heads(name))


def _bare(post: Post, title: Inner, seeds: Seeds) -> Inner:
    """A title behind which nothing stands but a noun («директор [клуба]»), and before which no pronoun that means a person («его
    [пресс-секретарь]»)."""
    word, grammar = post.role["right"]
    is_head = is_of(post.role["normal"], "head of body", seeds) or is_chief(post.role["normal"], seeds)
    if not title.sorts or (post.role["left"][0].lower() in OWNERS and not is_head):
        return NOWHERE
    if grammar.case != "gent" or _is_beside(post) or not keys(word).isdisjoint(seeds.words["pointing"]):
        return title
    noun = _short(word, seeds)
    return title._replace(noun=noun) if noun else NOWHERE


def _of_title(post: Post, posts: Sequence[Post], fits: Sequence[Row], seeds: Seeds) -> str:
    """«Главным врачом больницы стала Ли. Прежний [главный врач] Рогов ушёл»: the one organization of those who come or go where the title's
    holder goes or comes."""
    title = parted(post.role["normal"], seeds)[0]
    same = (other for other in posts if other.status != post.status and parted(other.role["normal"], seeds)[0] == title)
    names = {row["name"] for other in same if other.what for row in fits if row["name"] == other.what["name"]}
    return str(names.pop()) if len(names) == 1 else ""


def _is_beside(post: Post) -> bool:
    """«проректора [Анны Ли]»"""
    return 0 < int(post.person["start"]) - int(post.role["stop"]) <= len(", ")


def _others(post: Post, posts: Sequence[Post], seeds: Seeds) -> set[str]:
    """The organizations that the holder is said to be of, but for departments, in former days only where the role is of these too. None
    tells against a seat in a council («председатель совета директоров»), which is held beside a post elsewhere."""
    if "совета" in post.role["normal"].split():
        return set()
    own = (other for other in posts if other.surname == post.surname and (other.status != "former" or post.status == "former"))
    names = {other.what["name"] for other in own if other.what and other.what["kind"] == "organization"}
    return {name for name in names if not is_department(tuple(name.split()), seeds)}


def twin(post: Post, posts: Sequence[Post]) -> Post | None:
    """«[Президентом] федерации избран Рогов. Он сменил [Ли]», but not «[Депутаты]: Рогов («Заря»), [Ли]»: another holder of the very role,
    where it is said of what organization."""
    same = (other for other in posts if other.role["mention_id"] == post.role["mention_id"])
    return next((other for other in same if other.what and other.what["kind"] == "organization" and not _is_of_one(other)), None)


def _is_of_one(post: Post) -> bool:
    """«[Депутаты]: Рогов («Заря»)»: is what somebody is of told behind his name, and his role before it?"""
    return post.what is not None and post.role["stop"] <= post.person["start"] < post.what["start"]


def chief(post: Post, posts: Sequence[Post], seeds: Seeds) -> Post | None:
    """«Президентом федерации избран Рогов. [Вице-президентами] стали Ли и …», «Главный тренер «Зари» Рогов и [тренер] Ли»: the last office
    told before a deputy's, in its sentence or the one before, where it is the one that he deputizes for, or in its sentence the chief's."""
    role, (part, _, own) = post.role, post.role["normal"].partition("-")
    deputy = own if part in seeds.words["free part"] else ""
    last = next((other for other in reversed(_near(role, posts)) if other.what and other.status != "former"), None)
    title = parted(last.role["normal"], seeds)[0] if last else ""
    led = last and is_chief(title, seeds) and last.role["sentence"] == role["sentence"] and title.partition(" ")[2] == role["normal"]
    return last if led or (title and title == deputy) else None


def master(post: Post, posts: Sequence[Post], seeds: Seeds) -> Post | None:
    """«министр Ли и его [заместитель]»: the last office before an aide in its sentence, whose holder a pronoun before it may stand for."""
    pronoun, role = post.role["left"][0].lower(), post.role
    if (pronoun not in OWNERS and keys(pronoun or "-").isdisjoint(seeds.words["own"])) or not is_of(role["normal"], "aide", seeds):
        return None
    offices = (other for other in posts if other.role["sentence"] == role["sentence"] and other.surname != post.surname)
    before = [other for other in offices if max(other.role["stop"], other.person["stop"]) <= role["start"] and _is_office(other, seeds)]
    return before[-1] if before and before[-1].what and before[-1].status != "former" else None


def _fellow(role: Row, posts: Sequence[Post], seeds: Seeds) -> Row | None:
    """What the office is of that is told last before a role, in its sentence or the one before."""
    near = _near(role, posts)
    now = (post for post in reversed(near) if post.what and post.status != "former" and _is_office(post, seeds))
    return next((post.what for post in now if not _is_aside(post, near, seeds)), None)


def _near(role: Row, posts: Sequence[Post]) -> list[Post]:
    """The posts that are told before a role in its sentence or the one before, with what else is said of their roles."""
    before = [post for post in posts if post.role["stop"] <= role["start"]]
    told = {post.role["mention_id"] for post in before if _last(post, role) >= role["sentence"] - 1}
    return [post for post in before if post.role["mention_id"] in told]


def _last(post: Post, role: Row) -> int:
    """The sentence that says of somebody what he holds: that of his role, or one behind it that names him before the role asked about («На
    этом посту он сменил Ли. Заместителем стал Рогов»)."""
    told = (post.role, post.person) if post.person["start"] < role["start"] else (post.role,)
    return max(int(row["sentence"]) for row in told)


def _is_aside(post: Post, near: Sequence[Post], seeds: Seeds) -> bool:
    """«Председателем совета директоров избран Рогов, [директор] «Зари»»: is it told beside a bare inner post of its holder's?"""
    before = (other for other in near if other.role["stop"] <= post.role["start"] and other.role["sentence"] == post.role["sentence"])
    return any(other.surname == post.surname and not other.what and bool(inner(other.role["normal"], seeds).sorts) for other in before)


def _spoken_of(role: Row, fellow: Row, fits: Sequence[Row], past: Container[str]) -> str:
    """The name of what the text speaks of last, where no other that fits is named behind it, but as what somebody was of (``past``), or far
    oftener."""
    before = (row for row in fits if row["stop"] <= role["start"] and row["sentence"] >= role["sentence"] - 1)
    near = [row["name"] for row in before if row["mention_id"] not in past]
    often = Counter(row["name"] for row in fits)
    seldom = SHARE * often[fellow["name"]] < max(often.values(), default=0) and fellow["sentence"] < role["sentence"]
    named = near[-1] == fellow["name"] if near else fellow["name"] in often
    return str(fellow["name"]) if named and not seldom else ""


def _own(role: Row, named: Sequence[Row], fits: Sequence[Row], title: Inner, headed: Container[str]) -> str:
    """The name of the only school, theatre or hospital of a text; else of what its opening names first, and the text oftener than others
    or before them, where it names it again or near or tells who holds an office of it (``headed``)."""
    first, often = next(iter(fits), None), Counter(row["name"] for row in named)
    if not first:
        return ""
    name, begin, own = str(first["name"]), first["sentence"], often[first["name"]]
    if "company" not in title.sorts and {row["name"] for row in fits} == {name}:
        return name
    around = {row["parent_id"] for row in fits if row["name"] == name} - {""}
    around = {row["name"] for row in named if row["mention_id"] in around}  # «[Совет директоров АО «Заря»]» is no rival of «Заря»
    rivals = (row for row in named if name not in row["name"] and row["name"] not in around)
    leads = all((own, row["sentence"]) > (often[row["name"]], begin) for row in rivals)
    sure = own > 1 or (" " in name and (name in headed or role["sentence"] - begin <= FAR))
    return name if leads and begin < OPENING and sure else ""


def _headed(posts: Sequence[Post], seeds: Seeds) -> set[str]:
    """The names of the organizations whose offices a text says to be held."""
    return {str(post.what["name"]) for post in posts if post.what and post.status != "former" and _is_office(post, seeds)}


def _is_office(post: Post, seeds: Seeds) -> bool:
    """Is it a post that an organization has, and no rank or calling («академик»)?"""
    title = post.role["normal"]
    heads = (seeds.roles[key] for word in title.split() for key in sorted(keys(word.rpartition("-")[2])) if key in seeds.roles)
    head = next(heads, None)
    return bool(inner(title, seeds).sorts) or (head is not None and head.kind == "office")


def _fits(name: str, title: Inner, seeds: Seeds) -> bool:
    """May an organization have such a role: of its sort, or of none and written as companies are («Заря»)?"""
    sort = _sort(name, seeds)
    company = sort == "" and "company" in title.sorts and not (is_acronym(name) or name.isupper() or name[:1].islower())
    return (sort in title.sorts or company) and (not title.noun or _is_meant(title.noun, name, seeds))


def _is_meant(noun: str, name: str, seeds: Seeds) -> bool:
    """May the noun stand for the organization, and for few others: «банк», «издание», but not «предприятие»?"""
    return may_mean(noun, name, seeds) and (has(noun, name, seeds) or seeds.organization_nouns[noun] != "company")


@lru_cache(maxsize=REMEMBERED)
def _sort(name: str, seeds: Seeds) -> str:
    """What an organization is by the seeds, or by a noun of its name («ФГБОУ «Лимский [университет]»»)."""
    nouns = (seeds.organization_nouns[key] for word in spelled(name) for key in sorted(keys(word)) if key in seeds.organization_nouns)
    sort = own_sort(name, seeds)
    return sort if sort == "company" else sort_of(name, seeds) or next(nouns, "")  # «Азиатский банк развития», whatever states it is of


def _short(word: str, seeds: Seeds) -> str:
    """The noun that stands for an organization, "" for other words."""
    return next((key for key in sorted(keys(word)) if key in seeds.short_nouns and seeds.organization_nouns[key] != "unit"), "")


def _is_noun(name: str, seeds: Seeds) -> bool:
    """«Общество», «Совет директоров»"""
    board = seeds.boards.longest(words := spelled(name), 0)
    told = " " not in name and not seeds.organization_nouns.keys().isdisjoint(keys(name))
    return told or (board is not None and board[0] == len(words))
