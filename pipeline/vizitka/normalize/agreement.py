"""The case of a name by the role that it stands behind: «с [министром] внутренних дел [Мохсином Накви]»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from ..morphology import REMEMBERED, Grammar, parses
from ..types import Row

NAMES = frozenset({"Name", "Surn", "Patr"})
LIKE = frozenset({"gent", "accs"})  # of men


def agree(mentions: Sequence[Row], occupancies: Iterable[Row]) -> None:
    """Set the grammar of each name that stands right behind a role of its holder, where the tagger took it for another case."""
    rows = {row["mention_id"]: row for row in mentions}
    for row in occupancies:
        person, role = rows.get(row["person_mention_id"]), rows.get(row["role_mention_id"])
        if person and role and row["status"] != "acting" and person["start"] == role["stop"] + 1:
            case = _case(role)
            able = [_may_stand(word, case) for word in person["words"]]
            if all(able) or (case == "nomn" and any(able)):  # «Джорджа Мантелли», whom the dictionary takes for «Джордж»
                person["grammars"] = tuple(_in_case(grammar, case) for grammar in person["grammars"])


@lru_cache(maxsize=REMEMBERED)
def _may_stand(word: str, case: str) -> bool:
    """Does the dictionary, where it knows a word as a name, allow the case?"""
    named = [parse for parse in parses(word) if NAMES & parse.marks and parse.source.is_known]
    return not named or any(parse.case == case or "Fixd" in parse.marks for parse in named)


def _case(role: Row) -> str:
    """The case of a role's head, "" where nothing shows it («замдиректора»)."""
    word, said = next((pair for pair in zip(role["words"], role["grammars"], strict=True) if pair[1].pos == "NOUN"), ("", Grammar()))
    return said.case if word and any(parse.case == said.case and "Fixd" not in parse.marks for parse in parses(word)) else ""


def _in_case(grammar: Grammar, case: str) -> Grammar:
    told = bool(case) and bool(grammar.case) and grammar.case != case and not {grammar.case, case} <= LIKE
    return grammar._replace(case=case) if told else grammar
