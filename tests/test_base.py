"""A base that grows: what was read is not read again, ids stay, what analysts put right holds, a killed run leaves it whole."""

from __future__ import annotations

import csv
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

import vizitka
from vizitka import flow
from vizitka.cli import main
from vizitka.types import Tables

FIRST = "Министр связи Армении Олег Жданов принял посла Чили Анну Рид. Жданов открыл выставку в Ереване."
SECOND = "Министр связи Армении Олег Жданов прибыл в Баку."
SILENT = "Вчера выступил Олег Жданов."
COMMON = ("Посол Казахстана Александр Иванов прибыл в Минск.", "Министр спорта Болгарии Александр Иванов открыл турнир.")


def texts(*given: str) -> pd.DataFrame:
    return pd.DataFrame({"text": given, "source": given})


def ids(tables: Tables) -> dict[str, str]:
    """The entity of each mention."""
    return dict(zip(tables.mentions["mention_id"], tables.mentions["entity_id"], strict=True))


def written(path: Path, rows: Sequence[Mapping[str, str]], delimiter: str = ",", encoding: str = "utf-8-sig") -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        table = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        table.writeheader()
        table.writerows(rows)


def ids_of(tables: Tables, *surfaces: str) -> list[str]:
    """The entities of surfaces."""
    return sorted(set(tables.mentions[tables.mentions["surface"].isin(surfaces)]["entity_id"]))


def mention(tables: Tables, surface: str) -> str:
    found = tables.mentions[tables.mentions["surface"] == surface]["mention_id"]
    return str(found.iloc[0])


def test_a_base_holds_what_all_runs_read_and_keeps_ids(tmp_path: Path) -> None:
    before = vizitka.run(texts(FIRST), base=tmp_path)
    after = vizitka.run(texts(SECOND, SILENT), base=tmp_path)
    whole = vizitka.run(texts(FIRST, SECOND, SILENT))
    assert set(after.documents["source"]) == {FIRST, SECOND, SILENT}
    assert after.cards.drop(columns=["person_id", "organization_id"]).equals(whole.cards.drop(columns=["person_id", "organization_id"]))
    assert ids(before).items() <= ids(after).items()
    people = after.entities[after.entities["kind"] == "person"]
    assert people.set_index("name")["documents"].to_dict() == {"Анна Рид": 1, "Олег Жданов": 3}


def test_what_a_base_has_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_text(FIRST, encoding="utf-8")
    vizitka.run(tmp_path / "in", base=tmp_path / "base")
    (tmp_path / "in" / "two.txt").write_text(SECOND, encoding="utf-8")
    seen: list[str] = []
    extract = flow.extract
    monkeypatch.setattr(flow, "extract", lambda documents: (seen.extend(each.source for each in documents), extract(documents))[1])
    found = vizitka.run(tmp_path / "in", base=tmp_path / "base")
    assert [Path(each).name for each in seen] == ["two.txt"]
    assert len(found.documents) == 2


def test_another_version_reads_what_it_is_given_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = vizitka.run(texts(FIRST, SECOND), base=tmp_path)
    monkeypatch.setattr(flow, "version", lambda name: "another")
    after = vizitka.run(texts(FIRST), base=tmp_path)
    assert after.mentions.equals(before.mentions) and after.documents.equals(before.documents)


def test_a_failed_input_that_is_mended_has_one_row(tmp_path: Path) -> None:
    path = tmp_path / "one.pdf"
    path.write_bytes(b"%PDF no more")
    assert vizitka.run(path, base=tmp_path / "base").documents["status"].tolist() == ["failed"]
    path.write_bytes((Path(__file__).parent / "files" / "releases" / "release.pdf").read_bytes())
    assert vizitka.run(path, base=tmp_path / "base").documents["status"].tolist() == ["ok"]


def test_the_order_of_arrival_changes_no_card(tmp_path: Path) -> None:
    for name, order in (("there", (FIRST, SECOND, *COMMON)), ("back", (*COMMON[::-1], SECOND, FIRST))):
        for text in order:
            vizitka.run(texts(text), base=tmp_path / name)
    there, back = (vizitka.run(texts(SILENT), base=tmp_path / name).cards for name in ("there", "back"))
    columns = ["person", "role", "organization", "country", "documents", "mentions"]
    assert sorted(map(tuple, there[columns].to_numpy())) == sorted(map(tuple, back[columns].to_numpy()))


@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "utf-8-sig"), (";", "cp1251")])
def test_corrections_hold_however_a_spreadsheet_saves_them(tmp_path: Path, delimiter: str, encoding: str) -> None:
    first = vizitka.run(texts(FIRST), base=tmp_path)
    rows = [
        {"mention": mention(first, "Анну Рид"), "surface": "", "column": "kind", "value": "", "note": "не человек"},
        {"mention": "", "surface": "Олег Жданов", "column": "normal", "value": "Олег Ждан", "note": "другая форма"},
    ]
    written(tmp_path / "corrections.csv", rows, delimiter, encoding)
    found = vizitka.run(texts(SECOND), base=tmp_path)
    assert "Анна Рид" not in set(found.entities["name"]) | set(found.cards["person"])
    assert "Олег Ждан" in set(found.cards["person"]) and "Олег Жданов" not in set(found.cards["person"])
    assert set(found.mentions[found.mentions["method"] == "correction"]["surface"]) == {"Олег Жданов"}


def test_a_correction_makes_a_person(tmp_path: Path) -> None:
    first = vizitka.run(texts(FIRST), base=tmp_path)
    row = first.mentions[first.mentions["kind"] == "location"].iloc[0]
    written(tmp_path / "corrections.csv", [{"mention": row["mention_id"], "surface": "", "column": "kind", "value": "person"}])
    found = vizitka.run(texts(SECOND), base=tmp_path)
    assert row["normal"] in set(found.cards["person"])
    assert set(found.cards["person_id"]) == set(found.entities[found.entities["kind"] == "person"]["entity_id"])


def test_what_no_longer_fits_is_told(tmp_path: Path) -> None:
    written(tmp_path / "corrections.csv", [{"mention": "d0-p1-2", "surface": "", "column": "normal", "value": "Никто"}])
    written(tmp_path / "judgements.csv", [{"one": "p1", "two": "p2", "verdict": "same"}])
    with pytest.warns(UserWarning) as told:
        vizitka.run(texts(FIRST), base=tmp_path)
    assert any("corrections.csv, line 2" in str(each.message) for each in told)
    assert any("judgements.csv, line 2" in str(each.message) and "p1 and p2" in str(each.message) for each in told)


@pytest.mark.parametrize(
    ("name", "row", "word"),
    [
        ("corrections.csv", {"mention": "d1-p1-2", "column": "colour", "value": "red"}, "column is 'colour'"),
        ("corrections.csv", {"mention": "", "surface": "", "column": "kind", "value": ""}, "a mention"),
        ("corrections.csv", {"surface": "X", "column": "kind", "value": "animal"}, "'animal' is no kind"),
        ("judgements.csv", {"one": "a", "two": "b", "verdict": "perhaps"}, "same or different"),
        ("judgements.csv", {"one": "a", "two": "", "verdict": "same"}, "one and two"),
    ],
)
def test_a_line_that_cannot_be_understood_is_named(tmp_path: Path, name: str, row: dict[str, str], word: str) -> None:
    written(tmp_path / name, [row])
    with pytest.raises(ValueError, match=f"{name}, line 2.*{word}"):
        vizitka.run(texts(FIRST), base=tmp_path)


def test_a_line_that_cannot_be_understood_is_told_before_anything_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / "judgements.csv", [{"one": "a", "two": "b", "verdict": "perhaps"}])
    monkeypatch.setattr(flow, "extract", lambda documents: pytest.fail("read"))
    with pytest.raises(ValueError, match="same or different"):
        vizitka.run(texts(FIRST), base=tmp_path)


def test_judgements_join_and_part(tmp_path: Path) -> None:
    before = vizitka.run(texts(*COMMON, FIRST, SECOND), base=tmp_path)
    two = before.mentions[before.mentions["surface"] == "Александр Иванов"]
    assert two["entity_id"].nunique() == 2
    minister = before.mentions[before.mentions["surface"] == "Олег Жданов"]["mention_id"].tolist()
    rows = [
        {"verdict": "same", "one": two["entity_id"].iloc[0], "two": two["entity_id"].iloc[1]},
        {"verdict": "нет", "one": minister[0], "two": minister[1]},
    ]
    written(tmp_path / "judgements.csv", rows)
    after = vizitka.run(texts(SILENT), base=tmp_path).mentions
    assert after[after["surface"] == "Александр Иванов"]["entity_id"].nunique() == 1
    assert after[after["mention_id"].isin(minister)]["entity_id"].nunique() == 2


def test_what_is_judged_by_entities_holds_when_they_have_become_one(tmp_path: Path) -> None:
    before = vizitka.run(texts(*COMMON, "МИД Ирана ответил.", "МИД Перу ответил."), base=tmp_path)
    pairs = (ids_of(before, "Александр Иванов"), ids_of(before, "МИД Ирана", "МИД Перу"))
    written(tmp_path / "judgements.csv", [{"one": one, "two": two, "verdict": "same"} for one, two in pairs])
    for text in (FIRST, SECOND):
        after = vizitka.run(texts(text), base=tmp_path)
        assert [len(ids_of(after, *names)) for names in (["Александр Иванов"], ["МИД Ирана", "МИД Перу"])] == [1, 1]


def test_an_id_that_is_free_is_nobody_elses(tmp_path: Path) -> None:
    before = ids_of(vizitka.run(texts(*COMMON), base=tmp_path), "Александр Иванов")
    written(tmp_path / "judgements.csv", [{"one": before[0], "two": before[1], "verdict": "same"}])
    vizitka.run(texts(FIRST), base=tmp_path)
    after = vizitka.run(texts("Тренер сборной Перу Александр Иванов улетел в Лиму."), base=tmp_path)
    assert len(ids_of(after, "Александр Иванов")) == 2
    assert len({*ids_of(after, "Александр Иванов"), *before}) == 3


def test_a_person_and_a_body_are_not_judged_one(tmp_path: Path) -> None:
    before = vizitka.run(texts(FIRST, "МИД Ирана ответил."), base=tmp_path)
    pair = {"one": mention(before, "Олег Жданов"), "two": mention(before, "МИД Ирана"), "verdict": "same"}
    written(tmp_path / "judgements.csv", [pair])
    with pytest.warns(UserWarning, match="line 2: one is a person and the other none"):
        vizitka.run(texts(SECOND), base=tmp_path)


def test_review_writes_unsure_pairs_and_keeps_what_is_judged(tmp_path: Path) -> None:
    texts_ = texts(COMMON[0], "Вчера в Минске выступил Александр Иванов.", *(f"{FIRST} {number}." for number in range(3)))
    tables = vizitka.run(texts_, base=tmp_path)
    judged = {"verdict": "different", "one": mention(tables, "Олег Жданов"), "two": mention(tables, "Анну Рид"), "person": "", "other": ""}
    written(tmp_path / "judgements.csv", [judged])
    done = CliRunner().invoke(main, ["review", str(tmp_path)])
    assert done.exit_code == 0, done.output
    found = vizitka.review(tmp_path)
    with (tmp_path / "judgements.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["verdict"] == "different"
    assert [row["verdict"] for row in rows[1:]] == [""] * int((found["state"] == "unsure").sum())
    assert (found["reason"] != "").all() and {"joined"} <= set(found["state"])


def test_review_without_a_base_says_how_to_make_one(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["review", str(tmp_path)])
    assert done.exit_code == 1 and "--base" in done.output


def test_a_second_writer_is_told(tmp_path: Path) -> None:
    vizitka.run(texts(FIRST), base=tmp_path / "base")
    (tmp_path / "one.txt").write_text(SECOND, encoding="utf-8")
    with closing(sqlite3.connect(tmp_path / "base" / "base.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        words = ["run", str(tmp_path / "one.txt"), "--base", str(tmp_path / "base"), "--out", str(tmp_path / "out")]
        done = CliRunner().invoke(main, words)
    assert done.exit_code == 1 and "another run writes there" in done.output


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_a_base_is_whole_after_kills_at_random_moments(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(40):
        (tmp_path / "in" / f"{number}.txt").write_text(f"{FIRST} Это новость номер {number}.", encoding="utf-8")
    words = [sys.executable, "-m", "vizitka", "run", str(tmp_path / "in"), "--base", str(tmp_path / "base"), "--batch-size", "2"]
    chance = random.Random(5)
    for _ in range(4):
        process = subprocess.Popen([*words, "--out", str(tmp_path / "out")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(chance.uniform(0.8, 2.5))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
    found = vizitka.run(tmp_path / "in", base=tmp_path / "base")
    assert found.cards.equals(vizitka.run(tmp_path / "in").cards)
