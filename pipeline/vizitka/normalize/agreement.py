"""The case of a name by the role that it stands behind: «с [министром] внутренних дел [Мохсином Накви]»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..morphology import Grammar, name_cases, parses
from ..types import Row

LIKE = frozenset({"gent", "accs"})  # of men


def agree(mentions: Sequence[Row], occupancies: Iterable[Row]) -> None:
    """Set the grammar of each name that stands right behind a role of its holder, where the tagger took it for another case."""
    rows = {row["mention_id"]: row for row in mentions}
    for row in occupancies:
        person, role = rows.get(row["person_mention_id"]), rows.get(row["role_mention_id"])
        if person and role and row["status"] != "acting" and person["start"] == role["stop"] + 1:
            case = _case(role)
            able = [case in name_cases(word) for word in person["words"]]
            if all(able) or (case == "nomn" and any(able)):  # «Джорджа Мантелли», whom the dictionary takes for «Джордж»
                person["grammars"] = tuple(_in_case(grammar, case) for grammar in person["grammars"])


def _case(role: Row) -> str:
    """The case of a role's head, "" where nothing shows it («замдиректора»)."""
    word, said = next((pair for pair in zip(role["words"], role["grammars"], strict=True) if pair[1].pos == "NOUN"), ("", Grammar()))
    return said.case if word and any(parse.case == said.case and "Fixd" not in parse.marks for parse in parses(word)) else ""


def _in_case(grammar: Grammar, case: str) -> Grammar:
    told = bool(case) and bool(grammar.case) and grammar.case != case and not {grammar.case, case} <= LIKE
    return grammar._replace(case=case) if told else grammar
