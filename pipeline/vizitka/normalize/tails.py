"""What a bare noun that ends a role stands for: «глава [банка]» is the head of the one bank that the text has named before. Boards
(«председатель [правления]») belong to the title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from ..morphology import REMEMBERED, fold, is_acronym, keys, parses
from ..seeds import Seeds
from ..signs import QUOTES
from ..types import Row
from .organizations import headed, heads

OWNERS = {"его": frozenset({"masc", "neut"}), "её": frozenset({"femn"}), "ее": frozenset({"femn"})}
FOREMOST = 3  # times oftener than any other
BACK = 3  # sentences between a name and the noun that stands for it
CIVIL = frozenset({"company", "culture", "education", "health", "media", "society", "sport"})  # sorts of which no state has one by right
ARMED = frozenset({"body", "military"})  # sorts whose nouns stand in ranks: «генерал армии», «полковник полиции»
SCHOOL = "education"
RANKED = 2  # words of a rank: «старший лейтенант»
PREFIX = 3  # least letters before a noun in a compound
NAMED = frozenset({"company", "party"})  # sorts of organizations whose names seldom say what they are


def antecedent(role: Row, able: Sequence[Row], seeds: Seeds) -> Row | None:
    """The organization that the noun at the end of a role stands for, of those that bear it or are called so, else of those that it may
    mean: the only such in the nearest sentence that names any, where no other is named oftener before; the only one, a theatre or a
    company or a bearer, however far; of bearers the one of which the text speaks most."""
    ending = parted(role["normal"], seeds)[1]
    noun = ending or _behind(role, seeds)
    if not noun:
        return None
    named = [row for row in able if row["kind"] == "organization"]
    borne = role["stop"] + len(role["right"][0]) + len("  ")
    bearer = next((row for row in named if row["start"] in (borne, borne + 1)), None) if not ending else None
    if bearer:  # «президент банка [«Заря»]»
        return bearer
    before = [row for row in named if row["stop"] <= role["start"] and may_mean(noun, row["name"], seeds)]
    own, called = _is_own(noun, seeds), _called(noun, named, seeds)
    bearers = [row for row in before if row["name"] in called]
    before = (bearers if own else []) or before  # «завод», of a bank and a «Новотрубный завод»
    often = Counter(name for name, _ in {(row["name"], row["sentence"]) for row in before})
    (most, times), (_, others) = (*often.most_common(2), ("", 0), ("", 0))[:2]
    if own and most in called and times >= FOREMOST * others:
        return _last(before, most)
    back = 0 if len(often) == 1 and seeds.organization_nouns[noun] in CIVIL else role["sentence"] - BACK
    near = [row for row in before if row["sentence"] == before[-1]["sentence"] >= back]
    near = [row for row in near if row["name"] in called] or near
    alone = len({row["name"] for row in near}) == 1 and often[near[-1]["name"]] == times
    return _last(before, near[-1]["name"]) if alone else None


def _behind(role: Row, seeds: Seeds) -> str:
    """«юристы [фирмы] Анна Ли и Ян Новак»: the noun right behind a role that stands for an organization, "" for other words."""
    word, grammar = role["right"]
    return parted(f"{role['normal']} {word}", seeds)[1] if grammar.case == "gent" and word.islower() else ""


def _called(noun: str, named: Sequence[Row], seeds: Seeds) -> set[str]:
    """The names that bear a noun, or before which it stands: «[холдинг] Anadolu»."""
    own = _is_own(noun, seeds)
    borne = (row for row in named if (has(noun, row["name"], seeds) if own else headed(row["name"], noun)))
    apposed = (row for row in named if noun in keys(row["left"][0] or "-"))
    return {row["name"] for rows in (borne, apposed) for row in rows}


def _last(rows: Sequence[Row], name: str) -> Row | None:
    """The last mention of a name, one that tells the country where any does."""
    own = [row for row in rows if row["name"] == name]
    return max(own, key=lambda row: (bool(row["country_code"]), row["start"]), default=None)


def owner(role: Row, able: Sequence[Row], seeds: Seeds) -> Row | None:
    """«Фонд «Заря» выдал гранты. Его [директор] …», «В Заболотском районе был его [глава]»: the one organization or place that the pronoun
    before its head may stand for, of all that its sentence names before it, else of those of the sentence before."""
    genders, kinds = OWNERS.get(role["left"][0].lower()), headed_by(role["normal"], seeds)
    if not genders or not kinds:
        return None
    before = [row for row in able if row["stop"] <= role["start"] and row["sentence"] >= role["sentence"] - 1]
    near = [row for row in before if row["sentence"] == before[-1]["sentence"]]
    near = [row for row in near if row["parent_id"] == "" and not (row["kind"] == "location" and row["normal"].islower())]
    near = [row for row in near if not genders.isdisjoint({_gender(_called_in(row)), ""})]
    alone = len({_called_in(row) for row in near}) == 1 and near[-1]["kind"] in kinds and _gender(_called_in(near[-1]))
    return near[-1] if alone else None


def _called_in(row: Row) -> str:
    return str(row["name"] or row["normal"])


def headed_by(title: str, seeds: Seeds) -> set[str]:
    """What a title's holder may head: «директор» an organization, «мэр» a place, «глава» either."""
    sorts = {"organization": "head of body", "location": "head of town"}
    kinds = {kind for kind, sort in sorts.items() if is_of(title, sort, seeds)}
    return kinds | {"organization"} if is_chief(title, seeds) else kinds


def is_chief(title: str, seeds: Seeds) -> bool:
    """«главный врач»: is it said of the first of several in an organization?"""
    first, _, rest = title.partition(" ")
    return bool(rest) and first in seeds.words["foremost"]


def sort_of(name: str, seeds: Seeds) -> str:
    """What an organization is by the seeds, or by the noun that heads its name, "" for what is not known."""
    seeded = seeds.organizations.get(name)
    return seeded.kind if seeded else own_sort(name, seeds)


def own_sort(name: str, seeds: Seeds) -> str:
    """What an organization is by the noun that heads its name or by what is short for one («[ХК] «Заря»»), "" where none does."""
    short = name.partition(" ")[0]
    nouns = heads(name) or (keys(short) if is_acronym(short) else ())
    if any(not keys(word).isdisjoint(seeds.words["guild"]) for word in name.split()):
        return "society"  # «Торгово-промышленная палата»
    return next((seeds.organization_nouns[key] for key in sorted(nouns) if key in seeds.organization_nouns), "")


@lru_cache(maxsize=REMEMBERED)
def whole_sort(name: str, seeds: Seeds) -> str:
    """What an organization is, or a school of which it is a unit («филиал томского [лицея]»)."""
    sort = own_sort(name, seeds)
    inner = (seeds.organization_nouns.get(key) for word in name.split() for key in keys(word)) if sort == "unit" else ()
    return SCHOOL if SCHOOL in inner else sort


@lru_cache(maxsize=REMEMBERED)
def is_of(title: str, sort: str, seeds: Seeds) -> bool:
    """Is what heads a title of a class of words: «коммерческий [директор]», «[председатель] правления», but not «помощник директора»?"""
    head = next((word for word in title.split() if parses(word)[0].pos == "NOUN"), "-")
    return not keys(head).isdisjoint(seeds.words[sort])


@lru_cache(maxsize=REMEMBERED)
def _gender(name: str) -> str:
    """The gender of the noun that heads a name, "" where it has none («ЮНЕСКО»).

    >>> _gender("Тюркская академия"), _gender("Фонд мира"), _gender("ОПЕК")
    ('femn', 'masc', '')
    """
    words = (parses(word)[0] for word in name.split())
    first = next((parse for parse in words if parse.pos == "NOUN" and parse.case == "nomn" and parse.number == "sing"), None)
    return first.gender if first and first.source.is_known else ""


@lru_cache(maxsize=REMEMBERED)
def parted(title: str, seeds: Seeds) -> tuple[str, str]:
    """A title without the bare noun that ends it, and the noun's base form, "" where none does.

    >>> from ..seeds import load
    >>> parted("генсек международной организации", load()), parted("генерал армии", load())
    (('генсек', 'организация'), ('генерал армии', ''))
    """
    *words, last = title.split() or [""]
    lemmas = (fold(parse.lemma) for parse in parses(last or "-") if (parse.pos, parse.case, parse.number) == ("NOUN", "gent", "sing"))
    noun = next((lemma for lemma in lemmas if lemma in seeds.short_nouns and lemma not in seeds.words["board"]), "")
    board = seeds.boards.longest(pair := [*words[-1:], last], 0) if noun else None
    if board and board[0] == len(pair):
        return title, ""  # «председатель попечительского совета»
    while noun and noun not in seeds.words["borne"] and len(words) > 1 and _belongs(words[-1]):
        words.pop()
    ranks = (seeds.roles[key].kind == "rank" for word in words[:RANKED] for key in keys(word) & seeds.roles.keys())
    armed = noun and seeds.organization_nouns[noun] in ARMED and any(ranks)
    apart = noun in seeds.words["borne"] and _belongs(words[-1])  # «член рабочей группы»
    return (" ".join(words), noun) if words and noun and not armed and not apart else (title, "")


def _is_own(noun: str, seeds: Seeds) -> bool:
    """«Театр», «банк», but not «компания», «ведомство», which are said of any: does who bears the noun go first?"""
    return noun not in seeds.words["any body"] and noun not in seeds.words["any named"]


def _belongs(word: str) -> bool:
    """«при», «международной»: does a word before a noun go with it?"""
    return word == "при" or any(parse.pos == "ADJF" and parse.case == "gent" for parse in parses(word))


@lru_cache(maxsize=REMEMBERED)
def has(noun: str, name: str, seeds: Seeds) -> bool:
    """Does the noun head the name, or another of the organization's, or end a word: «банк» of «Сбербанк», not of «Совет Сбербанка»?"""
    seeded, own = seeds.organizations.get(name), own_sort(name, seeds)
    others = seeded.other_names if seeded and not (own and seeded.kind == "body") else ()
    ends = not own and any(fold(word.strip(QUOTES)).endswith(noun) for word in name.split())
    return ends or any(_is_sort(key, noun) for each in (name, *others) for key in heads(each))


def _is_sort(key: str, noun: str) -> bool:
    """«госкомиссия» or «комиссия» of «комиссия», but not «комиссия» of «миссия»"""
    return key == noun or (key.endswith(noun) and len(key) - len(noun) >= PREFIX)


@lru_cache(maxsize=REMEMBERED)
def may_mean(noun: str, name: str, seeds: Seeds) -> bool:
    """May the noun stand for the organization: «банк» for «Сбербанк», «компания» for what is no body, «ведомство» for a body, «вуз» for a
    university?"""
    words, seeded = name.split(), seeds.organizations.get(name)
    own = own_sort(name, seeds)
    others = words[1:] if fold(words[0]) in seeds.organization_nouns else words
    told = own in CIVIL and name[0].isupper() and len(words) > 1  # «Ассоциация пекарей»
    if own and not seeded and not told and not any(word[0].isupper() or not word[0].isalpha() for word in others):
        return False  # «Правительство страны»
    if has(noun, name, seeds):
        return True
    if noun in seeds.words["borne"]:
        return False
    sort = seeds.organization_nouns[noun]
    kind = sort_of(name, seeds)
    if noun in seeds.words["any body"]:
        return kind in ("body", "state", "ministry")
    if kind == "other":
        return noun in seeds.words["any other"]
    return kind in (sort, "") if sort in NAMED else kind == sort and noun in seeds.words["any of its sort"]
