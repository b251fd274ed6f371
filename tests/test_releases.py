"""The releases that quality is measured on are well-formed: known codes and statuses, and people whom their texts name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vizitka.morphology import fold
from vizitka.seeds import load

FILES = sorted((Path(__file__).parent / "releases").glob("*.jsonl"))
COLUMNS = ["person", "role", "organization", "country", "host", "place", "status"]


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_rows(path: Path) -> None:
    releases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len({release["id"] for release in releases}) == len(releases)
    for release in releases:
        for row in release["positions"]:
            assert list(row) == COLUMNS, release["id"]
            assert {row["country"], row["host"]} <= {"", *load().countries}, (release["id"], row)
            assert row["status"] in ("current", "acting", "former", "elect"), (release["id"], row)
            assert all(fold(word)[:2] in fold(release["text"]) for word in row["person"].split()), (release["id"], row)
