"""Names with something set inside them: «Олег «Буря» Рогов», «[министра связи Олега] Рогова», «Олег Львович [Рогов]», «Олег Львович
(Рогов)»."""

from __future__ import annotations

from ..morphology import parses
from ..seeds import Seeds
from .people import CAPITALISED, is_first_name, is_patronymic
from .spans import CLOSING, OPENING, Sentence, Span

FARTHEST = 8  # words of a nickname with its marks
BRACKETS = ("[", "]")


def inserted(sentence: Sentence, found: list[Span], seeds: Seeds) -> list[Span]:
    """The spans, each surname alone behind a bracket or a nickname with the given names before it."""
    people = [span for span in found if span.kind == "person"]
    whole = [grown for span in people if (grown := _grown(sentence, span, seeds)) != span]
    parts = {span for span in people if any(name.covers(span) for name in whole)}
    return [span for span in found if span not in parts] + whole


def _grown(sentence: Sentence, span: Span, seeds: Seeds) -> Span:
    """A surname alone with the given names before what stands between."""
    sign = sentence.word(span.first - 1)
    aside = (sign, sentence.word(span.last)) == ("(", ")") and is_patronymic(sentence.word(span.first - 2) or "-")
    able = aside or (sign != "" and sign in (*BRACKETS, *CLOSING))
    if span.last - span.first > 1 or not able or is_first_name(sentence.words[span.first], seeds):
        return span
    end = span.first - 1 if aside or sign in BRACKETS else _quotation(sentence, span.first)
    first = _given(sentence, end, seeds)
    cases = {parse.case for parse in parses(sentence.words[span.first]) if parse.number != "plur"} | {sentence.case(span.first)}
    agreed = first < end and sentence.case(first) in cases
    closed = aside or (sign == "[" and sentence.word(span.last) == "]")
    return span._replace(first=first, last=span.last + closed) if agreed else span


def _quotation(sentence: Sentence, stop: int) -> int:
    """Where the quotation begins that ends before a word, or that word where none does."""
    begins = (place for place in range(stop - 2, stop - FARTHEST, -1) if (sentence.word(place) or "-") in OPENING)
    return next((place for place in begins if sentence.closing(place) == stop), stop)


def _given(sentence: Sentence, end: int, seeds: Seeds) -> int:
    """Where the first name begins, with a patronymic or without, that ends before a word; that word where none does."""
    first = end - 1 - is_patronymic(sentence.word(end - 1) or "-")
    named = is_first_name(sentence.word(first), seeds) and CAPITALISED.match(sentence.word(first))
    return first if named else end
