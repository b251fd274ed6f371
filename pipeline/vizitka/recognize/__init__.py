"""Who and what is named in the words: people, roles, organizations, countries, nationalities, locations, one inside another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..models import Models
from ..seeds import Seeds
from ..types import Analysis, Mention
from .again import again
from .apart import apart
from .borne import borne
from .called import called
from .inserted import inserted
from .known import known
from .lands import lands
from .model import Found, found, words_of
from .organizations import organizations
from .origins import is_of_state, origins
from .people import people
from .roles import roles
from .settle import settle
from .spans import Sentence, Span, sentences

Rule = Callable[[Sentence, list[Span], Seeds], list[Span]]
RULES: tuple[Rule, ...] = (known, people, inserted, organizations, roles, settle, lands, origins)


def recognize(analysis: Analysis, models: Models, seeds: Seeds) -> list[Mention]:
    """The mentions of a batch in the order of the text, the outer before the inner.

    The model's are the first source; the rules, which know the seeds, add what it does not say and does not contradict.
    """
    read = [one for run in analysis.runs for one in found(run, models.recognizer)]
    told = borne(analysis, again(analysis, list(apart(analysis, read, seeds))), seeds)
    spans, parted = spanned(analysis, [one for one in told if one.sure], seeds)
    odds: dict[tuple[int, int, str], float] = {(*words_of(analysis, one), one.kind): one.confidence for one in reversed(told)}
    mentions: list[Mention] = []
    lines = list(sentences(analysis, kinds(analysis, spans), odds))
    for number, sentence in enumerate(lines):
        here: list[Span] = spans[number]
        for rule in RULES:
            here = rule(sentence, here, seeds)
        within = {(one.first, one.last, one.kind) for one in parted[number]}
        whole = [_mention(analysis, number, span) for span in here if span.method == "model" or span[:3] not in within]
        ours = whole + [one for one in parted[number] if not any(_cross(one, other) for other in whole)]
        mentions.extend(sorted(ours, key=lambda mention: (mention.start, -mention.stop, mention.kind)))
    return called(analysis, mentions, lines, seeds)


def _cross(one: Mention, other: Mention) -> bool:
    """Does either begin inside the other and end outside of it?"""
    return one.start < other.start < one.stop < other.stop or other.start < one.start < other.stop < one.stop


def spanned(analysis: Analysis, told: Sequence[Found], seeds: Seeds) -> tuple[list[list[Span]], list[list[Mention]]]:
    """What the model found, by sentence: spans of whole words, and mentions that begin or end inside a word."""
    pieces = analysis.batch.pieces
    spans: list[list[Span]] = [[] for _ in analysis.batch.documents]
    parted: list[list[Mention]] = [[] for _ in analysis.batch.documents]
    for one in told:
        first, last = words_of(analysis, one)
        confidence = round(one.confidence, 2)
        if _is_whole(analysis, one):
            spans[one.sentence].append(Span(first, last, one.kind, "model", confidence))
        elif one.kind != "country" or not _is_half(pieces.spellings[one.first], seeds):
            start, stop = pieces.starts[one.first], pieces.stops[one.last - 1]
            parted[one.sentence].append(Mention(one.sentence, first, last, start, stop, one.kind, "model", confidence))
    return spans, parted


def _is_half(word: str, seeds: Seeds) -> bool:
    """«[христианско]-демократический»: is it half of an adjective, and of no state's?"""
    return word.endswith("ско") and not is_of_state(word, seeds)


def _is_whole(analysis: Analysis, one: Found) -> bool:
    """Does the mention begin and end where words do? An organization never begins inside an adjective («российско-[китайской палаты]»)."""
    first, last = words_of(analysis, one)
    if one.kind == "organization" and analysis.grammars[first].pos == "ADJF":
        return True
    return (analysis.batch.piece_of[first], analysis.batch.piece_of[last]) == (one.first, one.last)


def kinds(analysis: Analysis, spans: Sequence[Sequence[Span]]) -> list[str]:
    """What the innermost span around each word is, "" where there is none."""
    out = [""] * len(analysis.batch.spellings)
    for here in spans:
        for span in sorted(here, key=lambda span: span.first - span.last):
            out[span.first : span.last] = [span.kind] * (span.last - span.first)
    return out


def _mention(analysis: Analysis, sentence: int, span: Span) -> Mention:
    start, stop = analysis.batch.starts[span.first], analysis.batch.stops[span.last - 1]
    return Mention(sentence, span.first, span.last, start, stop, span.kind, span.method, span.confidence)
