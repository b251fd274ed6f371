"""Adjectives of states before people: whose somebody is («российский космонавт»), or where he is from («словацкий тренер»); and those of
peoples that have none («еврейский праздник»)."""

from __future__ import annotations

from functools import lru_cache

from ..morphology import REMEMBERED, parses
from ..seeds import Role, Seeds
from ..signs import DASHES, JOINTS
from ..types import Kind
from .nouns import head_role
from .spans import Sentence, Span

NOUN = 7.0  # to one: how far the noun is believed against the model, measured on the NEREL documents that are for training and tuning


def origins(sentence: Sentence, found: list[Span], seeds: Seeds) -> list[Span]:
    """With the adjectives of states as the noun behind them has it, where the model is not surer of the other."""
    return [_told(sentence, span, seeds) for span in found]


def _told(sentence: Sentence, span: Span, seeds: Seeds) -> Span:
    word = sentence.words[span.first]
    if span.kind not in ("country", "nationality") or span.last - span.first > 1:
        return span
    if word.islower() and not is_of_state(word, seeds) and any(parse.pos == "ADJF" for parse in parses(word)):
        return span._replace(kind="nationality")
    if not sentence.is_adjective(span.first):
        return span
    if _is_side(sentence, span, seeds):
        return span._replace(kind="country")
    role = bearer(sentence, span.last, seeds)
    if not role or role.kind == "rank":
        return span
    if role.name in seeds.words["envoy"]:
        return span._replace(kind="country")
    kind: Kind = "country" if serves(role) else "nationality"
    odds = sentence.odds.get(span[:3], 0.0)
    noun = NOUN * (1 - odds)
    return span._replace(kind=kind, confidence=round(noun / (noun + odds), 2)) if kind != span.kind and noun > odds else span


@lru_cache(maxsize=REMEMBERED)
def is_of_state(word: str, seeds: Seeds) -> bool:
    """Do the seeds know a country, a place or a former state by an adjective, or by the first half of one?

    >>> from ..seeds import load
    >>> [is_of_state(word, load()) for word in ("турецкого", "российско", "советскими", "русского", "христианско")]
    [True, True, True, False, False]
    """
    whole = f"{word[:-1]}ий" if word.endswith("ско") else word
    return any(node.entries for known in (seeds.phrases, seeds.former_states) for node in known.starts(whole))


def _is_side(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«с чилийской стороны — министр, с [перуанской] — посол»"""
    before = sentence.word(span.first - 1).lower()
    return sentence.word(span.last) in DASHES and before in seeds.words["beside"] | seeds.words["sender"]


def serves(role: Role) -> bool:
    """Is the role held for a state, or what one is to a state («дипломат», «гражданин»)?"""
    return role.kind == "office" or "state" in role.takes


def bearer(sentence: Sentence, place: int, seeds: Seeds) -> Role | None:
    """Who the adjectives before ``place`` speak of: «советский и российский [режиссёр]», «российский военный [дипломат]»."""
    while sentence.word(place):
        role = head_role(sentence.words[place], sentence.grammars[place], seeds) if sentence.grammars[place].pos == "NOUN" else None
        if role or not (sentence.is_adjective(place) or sentence.words[place] in JOINTS):
            return role
        place += 1
    return None
