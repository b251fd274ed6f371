"""What analysts put right, in two tables of text beside a base: each run applies them, and says which no longer fit.

``corrections.csv``: ``mention`` (a mention_id) or ``surface`` (every mention that is written so; with ``kind`` those of this kind only);
``column`` (``kind``, ``normal`` or ``country_code``); ``value``. A mention whose ``kind`` is to be empty is none.
``judgements.csv``: ``one`` and ``two`` (a mention_id or an entity_id each); ``verdict`` (``same`` or ``different``, «да» or «нет»;
empty: not judged yet). Other columns are for people.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from .normalize import filled, with_words
from .read import Unreadable
from .read.encodings import decoded
from .schema import OCCUPANCIES
from .seeds import Seeds
from .types import Tables, rows

CORRECTIONS, JUDGEMENTS = "corrections.csv", "judgements.csv"
COLUMNS = ("kind", "normal", "country_code")
KINDS = frozenset({"person", "role", "organization", "country", "nationality", "location", ""})
VERDICTS = {"same": True, "да": True, "different": False, "нет": False}
CHANGED = "the text or the program has changed: mend or delete the line"
ENDS = {"person": {"person"}, "role": {"role"}, "organization": {"organization"}, "country": {"country", "nationality", "location"}}


class Correction(NamedTuple):
    """A line of ``corrections.csv``; ``place`` names it in messages."""

    place: str
    mention: str
    surface: str
    kind: str
    column: str
    value: str


class Judgement(NamedTuple):
    """A judged line of ``judgements.csv``."""

    place: str
    one: str
    two: str
    same: bool


def corrections(path: Path) -> list[Correction]:
    """The lines of a file, none where there is no file.

    Raises:
        ValueError: a line is not as the head of this module says; the message names the file and the line.
    """
    found = [Correction(place, *(row.get(column, "") for column in Correction._fields[1:])) for place, row in lines(path)]
    for each in found:
        if each.column not in COLUMNS:
            raise ValueError(f"{each.place}: column is {each.column!r}: write one of {', '.join(COLUMNS)}")
        if bool(each.mention) == bool(each.surface):
            raise ValueError(f"{each.place}: name either a mention (its mention_id) or a surface")
        if each.column == "kind" and each.value not in KINDS:
            raise ValueError(f"{each.place}: {each.value!r} is no kind: write one of {', '.join(sorted(KINDS - {''}))}, or nothing")
    return found


def judgements(path: Path) -> list[Judgement]:
    """The judged lines of a file, none where there is no file.

    Raises:
        ValueError: a line is not as the head of this module says; the message names the file and the line.
    """
    found = []
    for place, row in lines(path):
        verdict = row.get("verdict", "").lower()
        if verdict and verdict not in VERDICTS:
            raise ValueError(f"{place}: verdict is {verdict!r}: write same or different, or leave it empty")
        if verdict and not (row.get("one") and row.get("two")):
            raise ValueError(f"{place}: name two mentions or entities in the columns one and two")
        if verdict:
            found.append(Judgement(place, row["one"], row["two"], VERDICTS[verdict]))
    return found


def lines(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a table of text, however a spreadsheet has saved it (encoding, delimiter), each with the name of its place."""
    if not path.exists():
        return
    text = _text(path.read_bytes())
    first = text.partition("\n")[0]
    reader = csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=first.count))
    for row in reader:
        cells = {str(name).strip("\ufeff "): (value or "").strip() for name, value in row.items() if isinstance(value, str | None)}
        if any(cells.values()):
            yield f"{path}, line {reader.line_num}", cells


def _text(raw: bytes) -> str:
    """A table may hold so few Cyrillic letters that its encoding cannot be told: then it is that of Russian Windows."""
    try:
        return decoded(raw)[0]
    except Unreadable:
        return raw.decode("cp1251", errors="replace")


def corrected(tables: Tables, wanted: Sequence[Correction], seeds: Seeds) -> tuple[Tables, list[str]]:
    """The tables before deduplication with the corrections in them, and what did not fit any mention."""
    mentions, unfit = tables.mentions, []
    touched: set[str] = set()
    for each in wanted:
        fits = mentions["mention_id"] == each.mention if each.mention else mentions["surface"] == each.surface
        if each.kind:
            fits &= mentions["kind"] == each.kind
        if not fits.any():
            unfit.append(f"{each.place}: no mention is {each.mention or each.surface!r}: {CHANGED}")
            continue
        touched |= set(mentions.loc[fits, "document_id"])
        value = {"normal": ["normal", "name"]}.get(each.column, [each.column])
        told = {name: mentions[name].mask(fits, each.value) for name in value if name in mentions}
        told["method"] = mentions["method"].mask(fits, "correction")
        told["confidence"] = mentions["confidence"].mask(fits, 1.0)
        mentions = mentions.assign(**told)
    if not touched:
        return tables, unfit
    gone = set(mentions.loc[mentions["kind"] == "", "mention_id"])
    mentions = mentions[mentions["kind"] != ""]
    mentions = mentions.assign(parent_id=mentions["parent_id"].where(~mentions["parent_id"].isin(gone), ""))
    occupancies = _refilled(tables, mentions, touched, seeds)
    return tables._replace(mentions=mentions.reset_index(drop=True), occupancies=occupancies), unfit


def _refilled(tables: Tables, mentions: pd.DataFrame, touched: set[str], seeds: Seeds) -> pd.DataFrame:
    """The occupancies of the documents touched, over what is left of their mentions."""
    table, documents = tables.occupancies, tables.documents
    mine = mentions[mentions["document_id"].isin(touched)]
    kinds = dict(zip(mine["mention_id"], mine["kind"], strict=True))
    old = table[table["document_id"].isin(touched)]
    for name, right in ENDS.items():
        column = f"{name}_mention_id"
        old = old.assign(**{column: [each if kinds.get(each) in right else "" for each in old[column].tolist()]})
    old = old[old["person_mention_id"] != ""]
    old = old.assign(status=old["status"].where(old["role_mention_id"] != "", ""))
    alone = mine[(mine["kind"] == "person") & ~mine["mention_id"].isin(old["person_mention_id"])]
    dates = dict(zip(documents["document_id"], documents["published_at"], strict=True))
    blank = dict.fromkeys([*OCCUPANCIES, *table.columns], "")
    fresh = [{**blank, "occupancy_id": f"{row['mention_id']}-none", "document_id": row["document_id"],
              "published_at": dates.get(row["document_id"], ""), "person_mention_id": row["mention_id"], "start": row["start"],
              "stop": row["stop"], "evidence": row["surface"], "method": "correction", "confidence": 1.0}
             for row in rows(alone)]  # fmt: skip
    new = filled(
        pd.concat([old, pd.DataFrame(fresh, columns=table.columns)]) if fresh else old, rows(with_words(mine, tables.entities)), seeds
    )
    whole = pd.concat([table[~table["document_id"].isin(touched)], new], ignore_index=True)
    return whole.sort_values("document_id", kind="stable", ignore_index=True)


def verdicts(
    wanted: Sequence[Judgement], mentions: pd.DataFrame, mentions_of: Callable[[str], Iterable[str]]
) -> tuple[Mapping[tuple[str, str], bool], list[str]]:
    """The judgements by pairs of mentions, and those that do not fit; ``mentions_of`` gives the mentions that an entity has or had."""
    kinds = dict(zip(mentions["mention_id"], mentions["kind"], strict=True)) if wanted else {}
    found, unfit = {}, []
    for each in wanted:
        told = (each.one, each.two)
        pair = [next((mention for mention in (name, *mentions_of(name)) if mention in kinds), "") for name in told]
        missing = [name for name, mention in zip(told, pair, strict=True) if not mention]
        people = {kinds[mention] == "person" for mention in pair if mention}
        if missing:
            unfit.append(f"{each.place}: {' and '.join(missing)} is in no text: {CHANGED}")
        elif len(people) > 1:
            unfit.append(f"{each.place}: one is a person and the other none: correct the kind in {CORRECTIONS}")
        elif not each.same and people == {False}:
            unfit.append(f"{each.place}: only people can be told apart; correct the base form of the one or the other in {CORRECTIONS}")
        else:
            found[pair[0], pair[1]] = each.same
    return found, unfit
