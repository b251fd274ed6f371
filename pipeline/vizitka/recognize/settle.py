"""One answer a place: crossing and repeated spans are settled, persons and roles inside names dropped."""

from __future__ import annotations

from ..seeds import Seeds
from .nouns import head_role
from .spans import Sentence, Span

ORDER = {"seed": 0, "rule": 1, "model": 2}


def settle(sentence: Sentence, found: list[Span], seeds: Seeds) -> list[Span]:
    """The spans that stay: longest first, known before guessed; they nest and never cross."""
    kept: list[Span] = []
    for span in sorted(set(found), key=_rank):
        if span.first < span.last and not any(_excludes(other, span) for other in kept):
            kept.append(span)
    return [_origin(sentence, span, kept, seeds) for span in sorted(kept)]


def _rank(span: Span) -> tuple[int, int, int, str, float]:
    return span.first - span.last, ORDER[span.method], span.first, span.kind, -span.confidence


def _excludes(kept: Span, span: Span) -> bool:
    if kept.crosses(span):
        return True
    if not kept.covers(span):
        return False
    if (kept.first, kept.last) == (span.first, span.last):
        return True
    if span.kind == kept.kind == "organization" and span.method != "seed":
        return kept.method == "seed" or (span.last - span.first == 1 and span.first == kept.first)
    if span.kind == "person":
        return kept.kind in ("person", "organization", "location")
    if kept.kind == "person":
        return True
    return kept.kind == span.kind and (kept.kind == "country" or (span.method == "model" and kept.kind != "organization"))


def _origin(sentence: Sentence, span: Span, kept: list[Span], seeds: Seeds) -> Span:
    """The adjective of a country before what somebody is by trade says where he is from («словацкий тренер»)."""
    if span.kind != "country" or span.last - span.first > 1 or not sentence.is_adjective(span.first):
        return span
    around = next((other for other in kept if other.kind == "role" and other.first <= span.first < other.last), None)
    role = head_role_of(around, sentence, seeds) if around else None
    return span._replace(kind="nationality") if role == "occupation" else span


def head_role_of(span: Span, sentence: Sentence, seeds: Seeds) -> str:
    """The kind of role that a span's head is."""
    for place in range(span.first, span.last):
        role = head_role(sentence.words[place], sentence.grammars[place], seeds)
        if role:
            return role.kind
    return ""
