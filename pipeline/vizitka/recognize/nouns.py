"""The nouns that head roles and organizations, thought once a spelling."""

from __future__ import annotations

from functools import lru_cache

from ..morphology import REMEMBERED, Grammar, agreeing, fold, inflect, is_acronym, lemmas, parses
from ..seeds import Role, Seeds


@lru_cache(maxsize=REMEMBERED)
def noun_kind(word: str, seeds: Seeds) -> str:
    """What sort of organization the noun heads ("company", "unit" …), or "" where it heads none."""
    lemmas = (fold(parse.lemma) for parse in parses(word) if parse.pos == "NOUN")
    return next((seeds.organization_nouns[lemma] for lemma in lemmas if lemma in seeds.organization_nouns), "") if word else ""


@lru_cache(maxsize=REMEMBERED)
def head_role(word: str, grammar: Grammar, seeds: Seeds) -> Role | None:
    """The role that a word heads: by itself, or by its last or first part («экс-министр», «писатель-фронтовик»)."""
    if len(word) < 3 or not word[0].isalpha():
        return None
    whole = seeds.roles.get(_lemma(word, grammar)) if _may_head(word, seeds) else None
    if whole or "-" not in word:
        return whole
    first, _, rest = word.partition("-")
    if rest and is_free(first, seeds):
        return head_role(rest, grammar, seeds)
    return None


@lru_cache(maxsize=10_000)
def is_free(part: str, seeds: Seeds) -> bool:
    """May the part before a hyphen stand before any role («вице-», «экс-», «писатель-», «ЛГБТ-»)?"""
    return (
        is_acronym(part)
        or part.lower() in seeds.status_prefixes
        or part.lower() in seeds.words["free part"]
        or any(fold(parse.lemma) in seeds.roles for parse in parses(part.lower()))
    )


def _may_head(word: str, seeds: Seeds) -> bool:
    """May a word head a role by any of its readings? Nearly every word has none."""
    return not seeds.roles.keys().isdisjoint(lemmas(word)) or any(parse.pos == "PRTF" for parse in parses(word))


def _lemma(word: str, grammar: Grammar) -> str:
    parse = agreeing(word.lower(), grammar)
    if parse.pos != "PRTF":
        return fold(parse.lemma)
    return fold(inflect(parse, "nomn", "masc", "sing") or "")
