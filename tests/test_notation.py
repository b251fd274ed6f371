"""The notations themselves: what is formatted is parsed back, for every case and for any text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import notation as written

Turn = Callable[[str], str]
TURNS: dict[str, tuple[Callable[[str], Any], Turn]] = {
    "tokenize": (written.parse_split, lambda line: written.format_split(written.parse_split(line))),
    "analyse": (written.parse_words, lambda line: written.format_words(*written.parse_words(line))),
    "recognize": (written.parse_marked, lambda line: written.format_marked(written.parse_marked(line))),
    "relate": (written.parse_held, lambda line: written.format_held(*written.parse_held(line))),
    "robust": (written.parse_held, lambda line: written.format_held(*written.parse_held(line))),
    "normalize": (written.parse_named, lambda line: written.format_named(written.parse_named(line))),
    "deduplicate": (written.parse_clusters, lambda line: written.format_clusters(written.parse_clusters(line))),
}
TEXTS = st.text(st.characters(exclude_characters="[]|‖\\", codec="utf-8"), max_size=40)


@pytest.mark.parametrize("stage", TURNS)
def test_parse_of_format(stage: str) -> None:
    parse, turn = TURNS[stage]
    for origin, number, line in written.lines(stage):
        assert parse(turn(line)) == parse(line), f"{stage}/{origin}:{number}"


@pytest.mark.parametrize("stage", TURNS)
def test_every_stage_has_cases(stage: str) -> None:
    origins = {origin for origin, _, _ in written.lines(stage)}
    assert origins >= {"made", "wild", "not"}


@pytest.mark.parametrize("stage", TURNS)
def test_no_case_twice(stage: str) -> None:
    found = [line for _, _, line in written.lines(stage)]
    assert len(found) == len(set(found))


def test_every_file_is_read() -> None:
    files = {(path.parent.name, path.stem) for path in written.CASES.glob("*/*.txt")}
    assert files <= {(stage, origin) for stage in TURNS for origin in written.ORIGINS}


@given(TEXTS)
def test_escape(text: str) -> None:
    assert written.unescape(written.escape(text)) == text


@given(TEXTS, TEXTS, TEXTS)
def test_marked(before: str, inside: str, after: str) -> None:
    spans = (written.Span(len(before), len(before + inside + after), "role"), written.Span(len(before), len(before + inside), "person"))
    marked = written.Marked(before + inside + after, written.outer_first(span for span in spans if span.start < span.stop))
    assert written.parse_marked(written.format_marked(marked)) == marked


@given(st.lists(TEXTS.filter(bool), min_size=1, max_size=4))
def test_split(sentences: list[str]) -> None:
    starts = tuple(len("".join(sentences[:count])) for count in range(1, len(sentences)))
    split = written.Split("".join(sentences), starts, ())
    assert written.parse_split(written.format_split(split)) == split
