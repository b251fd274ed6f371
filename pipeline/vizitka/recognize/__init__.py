"""Who and what is named in the words: people, roles, organizations, countries, nationalities, locations, one inside another."""

from __future__ import annotations

from collections.abc import Callable

from ..seeds import Seeds
from ..types import Analysis, Mention
from .known import known
from .names import names
from .organizations import organizations
from .people import people
from .roles import roles
from .settle import settle
from .spans import Sentence, Span, sentences

Rule = Callable[[Sentence, list[Span], Seeds], list[Span]]
RULES: tuple[Rule, ...] = (known, names, people, organizations, roles, settle)


def recognize(analysis: Analysis, seeds: Seeds) -> list[Mention]:
    """The mentions of a batch in the order of the text, the outer before the inner."""
    mentions: list[Mention] = []
    for number, sentence in enumerate(sentences(analysis)):
        found: list[Span] = []
        for rule in RULES:
            found = rule(sentence, found, seeds)
        mentions.extend(_mention(analysis, number, span) for span in sorted(found, key=lambda span: (span.first, -span.last, span.kind)))
    return mentions


def _mention(analysis: Analysis, sentence: int, span: Span) -> Mention:
    start, stop = analysis.batch.starts[span.first], analysis.batch.stops[span.last - 1]
    return Mention(sentence, span.first, span.last, start, stop, span.kind, span.method, span.confidence)
