"""The table of entities: a row for each distinct person, organization, country, location."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from ..naming import Name
from ..schema import ENTITIES
from ..types import Row

KINDS = {"nationality": "country"}


def entities(documents: pd.DataFrame, mentions: Iterable[Row], names: dict[str, Name]) -> pd.DataFrame:
    """Name, other forms, parts of a person's name, and where and when each was seen; by kind and name."""
    dates = dict(zip(documents["document_id"], documents["published_at"], strict=True))
    groups: dict[str, list[Row]] = {}
    for row in mentions:
        if row["entity_id"]:
            groups.setdefault(row["entity_id"], []).append(row)
    rows = [_entity(identity, group, names.get(identity), dates) for identity, group in groups.items()]
    rows.sort(key=lambda row: (row["kind"], row["name"], row["entity_id"]))
    return pd.DataFrame(rows, columns=list(ENTITIES))


def _entity(identity: str, rows: list[Row], name: Name | None, dates: dict[str, str]) -> Row:
    called = Counter(row["name"] for row in rows)
    best = min(called, key=lambda each: (-called[each], each))
    seen = sorted({date for row in rows if (date := dates.get(row["document_id"], ""))})
    codes = Counter(row["country_code"] for row in rows if row["country_code"])
    return {
        "entity_id": identity,
        "kind": KINDS.get(rows[0]["kind"], rows[0]["kind"]),
        "name": best,
        "aliases": "; ".join(sorted({row["normal"] for row in rows} - {best})),
        "first_name": name.first if name else "",
        "patronymic": name.patronymic if name else "",
        "last_name": name.last if name else "",
        "gender": {"masc": "male", "femn": "female"}.get(name.gender, "") if name else "",
        "country_code": min(codes, key=lambda code: (-codes[code], code)) if codes else "",
        "first_seen": seen[0] if seen else "",
        "last_seen": seen[-1] if seen else "",
        "documents": len({row["document_id"] for row in rows}),
        "mentions": len(rows),
    }
