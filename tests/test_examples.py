"""Whole texts: ``cases/examples.jsonl`` tells who holds what, and which countries are named; nothing more may be found."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from notation import CASES
from observed import tables

KNOWN: frozenset[str] = frozenset()
Example = dict[str, Any]


def examples() -> list[object]:
    """A parameter for each line, the known failures marked."""
    found = [json.loads(line) for line in (CASES / "examples.jsonl").read_text(encoding="utf-8").splitlines()]
    marks = {True: [pytest.mark.xfail(strict=True, reason="known failure")], False: []}
    return [pytest.param(example, id=example["id"], marks=marks[example["id"] in KNOWN]) for example in found]


def fold(name: str) -> str:
    """ё and е, kinds of quotes and dashes do not count."""
    return re.sub("[—–−]", "-", re.sub("[«»“”„]", '"', name)).replace("ё", "е").replace("Ё", "Е")


def positions(rows: Iterable[Mapping[Any, Any]], country: str) -> list[tuple[str, ...]]:
    """Distinct person, role, organization, country, status; the status of no role does not count."""
    columns = ("person", "role", "organization", country)
    return sorted({(*(fold(row[column]) for column in columns), row["status"] if row["role"] else "") for row in rows})


@pytest.mark.parametrize("example", examples())
def test_example(example: Example) -> None:
    found = tables(example["text"])
    assert positions(found.occupancies.to_dict("records"), "country_code") == positions(example["positions"], "country")
    named = found.mentions[found.mentions["kind"].isin(["country", "nationality"])]
    assert set(named["country_code"]) - {""} == set(example["countries"])


@pytest.mark.parametrize("example", examples())
def test_entities_of_example(example: Example) -> None:
    found = tables(example["text"]).entities
    names = {kind: {fold(name) for name in found[found["kind"] == kind]["name"]} for kind in ("person", "organization")}
    assert names["organization"] >= {fold(name) for name in example.get("organizations", ())}
    assert not names["person"] & {fold(name) for name in example.get("not_people", ())}
