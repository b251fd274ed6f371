"""The case of a name by the role that it stands behind: «с [министром] внутренних дел [Мохсином Накви]»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..morphology import EVERY, HIS_CASES, WOMAN, Grammar, name_cases, parses
from ..signs import DASHES
from ..types import Row

JOINTS = frozenset({",", ";", "и"})


def agree(mentions: Sequence[Row], occupancies: Iterable[Row]) -> None:
    """Set the grammar of each name that stands right behind a role of its holder, or right before one («Розыева Д. А., врач»), and of names
    in a list, where the tagger took it for another case."""
    for names in _lists(mentions):
        _agree_together(names)
    rows = {row["mention_id"]: row for row in mentions}
    pairs = [(rows.get(row["person_mention_id"]), rows.get(row["role_mention_id"]), row["status"]) for row in occupancies]
    told = [(person, role, status) for person, role, status in pairs if person and role]
    became = {_sentence(person) for person, role, _ in told if _case(role) == "ablt" and _stands(person)}
    for person, role, status in told:
        if status != "acting" and _touch(person, role):
            _put(person, _case(role))
        elif _case(role) == "ablt" and person["left"][0] in DASHES and _sentence(person) in became:
            _put(person, "nomn")  # «Министром труда стал Олег Розыев, министром спорта – [Замира Розыева]»


def _sentence(row: Row) -> tuple[str, int]:
    return row["document_id"], row["sentence"]


def _stands(person: Row) -> bool:
    return all(said.case == "nomn" for said in person["grammars"] if said.case)


def _touch(person: Row, role: Row) -> bool:
    behind = person["right"][0] == "," and role["start"] == person["stop"] + len(", ")
    return bool(person["start"] == role["stop"] + 1 or behind)


def _put(person: Row, case: str) -> None:
    """Set a name in a case that its words allow."""
    able = [case in name_cases(word) for word in person["words"]]
    if all(able) or (case == "nomn" and any(able)):  # «Джорджа Мантелли», whom the dictionary takes for «Джордж»
        said = zip(person["words"], person["grammars"], strict=True)
        person["grammars"] = tuple(_in_case(word, grammar, case) for word, grammar in said)


def _lists(mentions: Sequence[Row]) -> Iterator[list[Row]]:
    """The names that stand one right after the other: «Розыева Д. А., Чарыева Б. Т. и Мередову З. К.»."""
    names: list[Row] = []
    for row in mentions:
        if row["kind"] == "person":
            if names and not _is_next(names[-1], row):
                yield names
                names = []
            names.append(row)
    yield names


def _is_next(one: Row, other: Row) -> bool:
    """Not «Поздравили Розыеву, Чарыев пришёл»: what a verb follows may begin another clause."""
    sign = one["right"][0]
    near = sign in JOINTS and other["left"][0] == sign and one["document_id"] == other["document_id"]
    return bool(near and 0 < other["start"] - one["stop"] <= len(" и ")) and (sign == "и" or other["right"][1].pos != "VERB")


def _agree_together(names: Sequence[Row]) -> None:
    """In the one case that all can stand in, as «Мередову» tells of «Розыева»."""
    able = frozenset.intersection(EVERY, *(name_cases(word) for row in names for word in row["words"]))
    if len(names) > 1 and (len(able) == 1 or able == HIS_CASES):
        for row in names:
            _put(row, min(able))


def _case(role: Row) -> str:
    """The case of a role's head, "" where nothing shows it («замдиректора»)."""
    word, said = next((pair for pair in zip(role["words"], role["grammars"], strict=True) if pair[1].pos == "NOUN"), ("", Grammar()))
    return said.case if word and any(parse.case == said.case and "Fixd" not in parse.marks for parse in parses(word)) else ""


def _in_case(word: str, grammar: Grammar, case: str) -> Grammar:
    told = bool(case) and bool(grammar.case) and not {grammar.case, case} <= HIS_CASES
    gender = "femn" if case == "nomn" and WOMAN.search(word) else grammar.gender
    return grammar._replace(case=case, gender=gender) if told else grammar
