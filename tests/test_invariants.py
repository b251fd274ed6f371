"""What holds for every text: offsets, ids, nesting; batch size, order and number of workers change nothing."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import notation as written
import vizitka
from observed import tables
from vizitka import inflection, seeds
from vizitka.morphology import Grammar
from vizitka.paths import resource
from vizitka.schema import COLUMNS, NUMBERS
from vizitka.types import Tables

WORDS = [
    "Министр",
    "министра",
    "иностранных",
    "дел",
    "России",
    "РФ",
    "Казахстана",
    "Сергей",
    "Лаптев",
    "Лаптева",
    "Ли",
    "Цян",
    "Ким",
    "и",
    ",",
    ".",
    ":",
    "—",
    "–",
    "(",
    ")",
    "«",
    "»",
    '"',
    "\n",
    "\n\n",
    "ОДКБ",
    "МИД",
    "банка",
    "«Восход»",
    "бывший",
    "врио",
    "экс-министр",
    "А.",
    "Б.",
    "Б.А.",
    "посол",
    "в",
    "при",
    "ООН",
    "Франции",
    "французский",
    "Рос-\nсийской",
    "О’Нил",
    "МИНИСТР",
    "ФИНАНСОВ",
    "1.",
    "2)",
    "2024",
    "%",
    "Keir",
    "оглы",
    "фон",
    "дер",
    "а́",
    "за\xadкон",
    "\xa0",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\x00",
    "\x1c",
    "\x85",
    "\r",
    "\r\n",
    "🙂",
    "Cергей",
    "й",
    "ё",
    "Ё",
    "´",
    "№",
    "§",
    "[",
    "]",
    "|",
    "...",
]
RUSSIAN = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
GLUED = st.lists(st.sampled_from(WORDS), max_size=12).map("".join)
ANY = st.text(max_size=60)
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def case_texts() -> list[str]:
    """The text of every case of every stage."""
    found = [written.parse_marked(line).text for _, _, line in written.lines("recognize")]
    found += [written.parse_split(line).text for _, _, line in written.lines("tokenize")]
    found += [written.parse_held(line)[0] for _, _, line in written.lines("relate")]
    found += [written.parse_named(line).marked.text for _, _, line in written.lines("normalize")]
    found += [text for _, _, line in written.lines("deduplicate") for text in written.parse_clusters(line).texts]
    return list(dict.fromkeys(found))


def releases() -> list[Path]:
    return sorted(path for path in (resource("seeds") / "releases").rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    """Releases and cases as a table of texts; the dates make the documents differ."""
    texts = [path.read_text(encoding="utf-8") for path in releases()] + case_texts()
    dates = [f"2025-01-{number % 28 + 1:02}" for number in range(len(texts))]
    return pd.DataFrame({"text": texts, "source": [f"text {number}" for number in range(len(texts))], "published_at": dates})


@pytest.fixture(scope="module")
def found(frame: pd.DataFrame) -> Tables:
    return vizitka.run(frame)


def written_out(tables: Tables, folder: Path) -> dict[str, bytes]:
    """The five files."""
    return {path.name: path.read_bytes() for path in tables.save(folder)}


def check(texts: dict[str, str], tables: Tables) -> None:
    """Offsets point at the surface, ids are unique and exist, parents contain children, nothing crosses."""
    mentions = {row["mention_id"]: row for row in tables.mentions.to_dict("records")}
    assert len(mentions) == len(tables.mentions)
    for row in mentions.values():
        assert row["surface"] and texts[row["document_id"]][row["start"] : row["stop"]] == row["surface"]
        assert row["normal"].strip() and 0 <= row["confidence"] <= 1
        parent = mentions.get(row["parent_id"])
        assert (parent is None) == (row["parent_id"] == "")
        assert parent is None or parent["start"] <= row["start"] < row["stop"] <= parent["stop"]
    for row in tables.occupancies.to_dict("records"):
        assert row["evidence"] in texts[row["document_id"]]


def nesting(mentions: pd.DataFrame) -> None:
    """Mentions of a document nest or lie apart."""
    for _, group in mentions.groupby("document_id"):
        spans = sorted((row["start"], -row["stop"]) for row in group.to_dict("records"))
        open_: list[int] = []
        for start, stop in spans:
            open_ = [end for end in open_ if end > start]
            assert all(-stop <= end for end in open_), (start, -stop)
            open_.append(-stop)


def test_surfaces(frame: pd.DataFrame, found: Tables) -> None:
    texts = {row["source"]: row["text"] for row in frame.to_dict("records")}
    known = {row["document_id"]: texts[row["source"]] for row in found.documents.to_dict("records")}
    check(known, found)
    nesting(found.mentions)


@SLOW
@given(st.one_of(RUSSIAN, GLUED, ANY))
@example("A¹´Аß")
def test_any_text(text: str) -> None:
    seen = vizitka.run(pd.DataFrame({"text": [text]}))
    check({seen.documents["document_id"][0]: text}, seen)
    nesting(seen.mentions)


@pytest.mark.parametrize("ends", range(1, 40))
def test_a_text_may_end_after_any_word(ends: int) -> None:
    whole = (
        "Указ передан под контроль Парламента, сообщил заместитель председателя Правительства (далее – ЕЭК) посол Франции «Ромашка» "
        "А. В. Лаптев, ООО «Заря», министр и глава МИД России Анна Рид: банк, завод «Маяк» имени Ивана Петрова в Киеве и СНГ"
    )
    text = " ".join(whole.split()[:ends])
    seen = vizitka.run(pd.DataFrame({"text": [text]}), any_language=True)
    assert seen.documents["status"].tolist() == ["ok"]
    check({seen.documents["document_id"][0]: text}, seen)


def test_surfaces_of_files_are_the_files_characters(tmp_path: Path) -> None:
    text = "Министр\r\nСергей Лаптев прибыл.\r\n\r\nПосол Чили Анна\u00a0Рид уехала.\r\n"
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    seen = vizitka.run(tmp_path)
    assert "Анна\u00a0Рид" in set(seen.mentions["surface"])
    check({seen.documents["document_id"][0]: text}, seen)


@pytest.mark.parametrize("size", [1, 2])
def test_batch_size(size: int, frame: pd.DataFrame, found: Tables, tmp_path: Path) -> None:
    again = vizitka.run(frame, batch_size=size)
    assert written_out(again, tmp_path / "b") == written_out(found, tmp_path / "a")


@pytest.mark.parametrize("seed", [1, 2])
def test_order_of_documents(seed: int, frame: pd.DataFrame, found: Tables, tmp_path: Path) -> None:
    again = vizitka.run(frame.sample(frac=1, random_state=seed))
    assert written_out(again, tmp_path / "b") == written_out(found, tmp_path / "a")


def test_two_jobs(frame: pd.DataFrame, found: Tables, tmp_path: Path) -> None:
    again = vizitka.run(frame, jobs=2, batch_size=16)
    assert written_out(again, tmp_path / "b") == written_out(found, tmp_path / "a")


def test_more_documents_leave_ids_alone(frame: pd.DataFrame, found: Tables) -> None:
    few = vizitka.run(frame.iloc[::3])
    same = found.mentions[found.mentions["document_id"].isin(few.documents["document_id"])]
    kept = few.mentions[["mention_id", "surface", "normal", "parent_id"]]
    assert kept.values.tolist() == same[list(kept.columns)].values.tolist()


def test_ids_are_unique(found: Tables) -> None:
    told = found.documents[found.documents["status"] == "ok"]
    assert told["document_id"].is_unique
    assert found.mentions["mention_id"].is_unique
    assert found.occupancies["occupancy_id"].is_unique
    assert found.entities["entity_id"].is_unique


REFERENCES = [
    ("mentions", "document_id", "documents", "document_id"),
    ("mentions", "parent_id", "mentions", "mention_id"),
    ("mentions", "entity_id", "entities", "entity_id"),
    ("occupancies", "document_id", "documents", "document_id"),
    ("occupancies", "person_id", "entities", "entity_id"),
    ("occupancies", "organization_id", "entities", "entity_id"),
    ("occupancies", "person_mention_id", "mentions", "mention_id"),
    ("occupancies", "role_mention_id", "mentions", "mention_id"),
    ("occupancies", "organization_mention_id", "mentions", "mention_id"),
    ("occupancies", "country_mention_id", "mentions", "mention_id"),
    ("cards", "person_id", "entities", "entity_id"),
    ("cards", "organization_id", "entities", "entity_id"),
]


@pytest.mark.parametrize(("table", "column", "other", "key"), REFERENCES)
def test_referenced_ids_exist(table: str, column: str, other: str, key: str, found: Tables) -> None:
    named = set(getattr(found, table)[column]) - {""}
    assert named <= set(getattr(found, other)[key])


def test_mentions_of_people_and_things_have_an_entity(found: Tables) -> None:
    kinds = found.mentions[found.mentions["kind"] != "role"]
    assert (kinds["entity_id"] != "").all()


def test_every_person_has_a_card(found: Tables) -> None:
    """But families («Рощины») and the adjectives of awards («Нобелевская»)."""
    people = found.entities[found.entities["kind"] == "person"]
    cards = set(found.cards["person_id"])
    assert cards <= set(people["entity_id"])
    assert all(name.endswith(("ие", "ы", "ая")) and " " not in name for name in people.loc[~people["entity_id"].isin(cards), "name"])


def test_counts_of_entities(found: Tables) -> None:
    seen = found.mentions[found.mentions["entity_id"] != ""].groupby("entity_id")
    counts = dict(zip(found.entities["entity_id"], found.entities["mentions"], strict=True))
    assert counts == seen.size().to_dict()
    documents = dict(zip(found.entities["entity_id"], found.entities["documents"], strict=True))
    assert documents == seen["document_id"].nunique().to_dict()


def test_columns_of_saved_files(found: Tables, tmp_path: Path) -> None:
    for path in found.save(tmp_path):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        assert tuple(table.columns) == COLUMNS[path.stem]
        assert len(table) == len(getattr(found, path.stem))


def test_columns_of_no_documents(tmp_path: Path) -> None:
    nothing = vizitka.run(pd.DataFrame({"text": []}))
    for path in nothing.save(tmp_path):
        assert tuple(pd.read_csv(path).columns) == COLUMNS[path.stem]


def test_no_missing_values(found: Tables) -> None:
    for name, columns in COLUMNS.items():
        table = getattr(found, name)[list(columns)]
        assert not table.isna().any().any(), name


def loaded(folder: Path) -> Tables:
    """Tables as an analyst reads them back."""
    read = {name: pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False) for name in COLUMNS}
    return Tables(**{name: table.astype(dict.fromkeys(NUMBERS & set(table), int)) for name, table in read.items()})


@pytest.fixture
def again(found: Tables, tmp_path: Path) -> Tables:
    """The tables saved, loaded, normalized and deduplicated again."""
    found.save(tmp_path)
    return vizitka.deduplicate(vizitka.normalize(loaded(tmp_path)))


@pytest.mark.parametrize(("table", "column"), [("mentions", "mention_id"), ("occupancies", "occupancy_id"), ("documents", "document_id")])
def test_again_keeps_rows(table: str, column: str, again: Tables, found: Tables) -> None:
    assert sorted(getattr(again, table)[column]) == sorted(getattr(found, table)[column])


@pytest.mark.parametrize("kind", ["person", "organization", "country", "location"])
def test_again_keeps_names(kind: str, again: Tables, found: Tables) -> None:
    names = [sorted(tables.entities[tables.entities["kind"] == kind]["name"]) for tables in (again, found)]
    assert names[0] == names[1]


def test_deduplicate_again_keeps_names(found: Tables, tmp_path: Path) -> None:
    found.save(tmp_path)
    assert sorted(vizitka.deduplicate(loaded(tmp_path)).entities["name"]) == sorted(found.entities["name"])


def test_a_correction_stays(tmp_path: Path) -> None:
    tables("Министр связи Олег Жданов прибыл. С Олегом Ждановым говорили.").save(tmp_path)
    read = loaded(tmp_path)
    person = read.mentions["kind"] == "person"
    read.mentions.loc[person, ["normal", "method"]] = ["Олег Жданович", "correction"]
    again = vizitka.deduplicate(vizitka.normalize(read))
    assert set(again.cards["person"]) == {"Олег Жданович"}


def test_phrases_asked_together_get_the_answers_of_each(frame: pd.DataFrame) -> None:
    model, words = inflection.load(seeds.load()), [text.split() for text in frame["text"][:40]]
    asked = [inflection.Asked(inflection.Phrase(tuple(some[:size]), (Grammar(),) * len(some[:size]), kind))
             for some in words for size, kind in ((0, ""), (1, "location"), (3, "person"), (6, "organization"))]  # fmt: skip
    together = model.best(asked)
    model.answers.clear()
    assert [model.best([each])[0] for each in asked] == together
