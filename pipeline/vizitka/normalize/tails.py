"""What a bare noun that ends a role stands for: «глава [банка]» is the head of the one bank that the text has named before. Units
(«председатель [правления]») belong to the title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from ..morphology import REMEMBERED, fold, keys, parses
from ..seeds import Seeds
from ..signs import QUOTES
from ..types import Row
from .organizations import headed, heads

OWNERS = {"его": frozenset({"masc", "neut"}), "её": frozenset({"femn"}), "ее": frozenset({"femn"})}
BACK = 3  # sentences between a name and the noun that stands for it
CIVIL = frozenset({"company", "culture", "education", "health", "media", "society", "sport"})  # sorts of which no state has one by right
NAMED = frozenset({"company", "party"})  # sorts of organizations whose names seldom say what they are


def antecedent(role: Row, able: Sequence[Row], seeds: Seeds) -> Row | None:
    """The organization that the noun at the end of a role stands for: the only such in the nearest sentence that names any, where no other
    is named oftener before; a theatre or a company that is the only one before however far."""
    _, noun = parted(role["normal"], seeds)
    if not noun:
        return None
    before = [row for row in able if row["kind"] == "organization" and row["stop"] <= role["start"] and may_mean(noun, row["name"], seeds)]
    often = Counter(row["name"] for row in before)
    back = 0 if len(often) == 1 and seeds.organization_nouns[noun] in CIVIL else role["sentence"] - BACK
    near = [row for row in before if row["sentence"] == before[-1]["sentence"] >= back]
    near = [row for row in near if has(noun, row["name"])] or near  # «завод», of a bank and a «Новотрубный завод»
    return near[-1] if len({row["name"] for row in near}) == 1 and often[near[-1]["name"]] == max(often.values()) else None


def owner(role: Row, able: Sequence[Row], seeds: Seeds) -> Row | None:
    """«Фонд «Заря» выдал гранты. Его [директор] …»: the one organization that the pronoun before the head of a body may stand for, of all
    that its sentence names before it, else of those of the sentence before."""
    genders = OWNERS.get(role["left"][0].lower())
    if not genders or not is_of(role["normal"], "head of body", seeds):
        return None
    before = [row for row in able if row["stop"] <= role["start"] and row["sentence"] >= role["sentence"] - 1]
    near = [row for row in before if row["sentence"] == before[-1]["sentence"]]
    near = [row for row in near if row["parent_id"] == "" and not genders.isdisjoint({_gender(row["name"]), ""})]
    alone = len({row["name"] for row in near}) == 1 and near[-1]["kind"] == "organization" and _gender(near[-1]["name"])
    return near[-1] if alone else None


def sort_of(name: str, seeds: Seeds) -> str:
    """What an organization is by the seeds, or by the noun that heads its name, "" for what is not known."""
    seeded = seeds.organizations.get(name)
    return seeded.kind if seeded else own_sort(name, seeds)


def own_sort(name: str, seeds: Seeds) -> str:
    """What an organization is by the noun that heads its name, "" where none does."""
    return next((seeds.organization_nouns[key] for key in sorted(heads(name)) if key in seeds.organization_nouns), "")


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
    >>> parted("генсек международной организации", load()), parted("глава государства", load())
    (('генсек', 'организация'), ('глава государства', ''))
    """
    *words, last = title.split() or [""]
    lemmas = (fold(parse.lemma) for parse in parses(last or "-") if (parse.pos, parse.case, parse.number) == ("NOUN", "gent", "sing"))
    noun = next((lemma for lemma in lemmas if lemma in seeds.short_nouns and seeds.organization_nouns[lemma] != "unit"), "")
    while noun and len(words) > 1 and _belongs(words[-1]):
        words.pop()
    return (" ".join(words), noun) if words and noun else (title, "")


def _belongs(word: str) -> bool:
    """«при», «международной»: does a word before a noun go with it?"""
    return word == "при" or any(parse.pos == "ADJF" and parse.case == "gent" for parse in parses(word))


def has(noun: str, name: str) -> bool:
    """Does the noun head the name or end a word of it: «банк» of «Сбербанк»?"""
    return headed(name, noun) or any(fold(word.strip(QUOTES)).endswith(noun) for word in name.split())


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
    if has(noun, name):
        return True
    sort = seeds.organization_nouns[noun]
    kind = sort_of(name, seeds)
    if noun in seeds.words["any body"]:
        return kind in ("body", "state", "ministry")
    return kind in (sort, "") if sort in NAMED else kind == sort and noun in seeds.words["any of its sort"]
