"""Base forms of RuNormAS on the fifth of its documents that nothing was taught or tuned on, the codes of NEREL's countries (dev), and
the parts of hand-labelled names.

    python models/quality_forms.py [--data DIR]

RuNormAS restores ё and lowers the capital that opens a sentence; the program keeps both as written. So two lines: as the program writes,
and with ё as the dictionary has it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import runormas
from recipe import corpora
from train_inflection import evidence
from vizitka.inflection import Asked, as_written
from vizitka.inflection import load as model
from vizitka.morphology import Grammar, fold
from vizitka.naming import glued, named
from vizitka.normalize.forms import country_code, respaced
from vizitka.phrases import spelled
from vizitka.seeds import load, several, table

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
NAMES = Path(__file__).resolve().parents[1] / "tests" / "cases" / "names.tsv"


def answers(folder: Path) -> Iterator[tuple[bool, bool, bool]]:
    """Of each span: right as written, right with ё restored, right but for ё and case."""
    seeds = load()
    for spans in runormas.read(folder, frozenset({runormas.HELD})):
        longer: set[str] = set()
        for span in sorted(spans, key=lambda span: len(span.phrase.words) == 1):
            words, grammars = glued(span.phrase.words, span.phrase.grammars)
            phrase = span.phrase._replace(words=tuple(words), grammars=tuple(grammars))
            shown = evidence(spans, span)._replace(longer=frozenset(longer) if len(words) == 1 else frozenset())
            full = [edit.form for edit in model(seeds).best([Asked(phrase, shown)])[0]]
            if phrase.kind == "person" and len(words) > 1:
                longer.update(form.lower().replace("ё", "е") for form in full)
            kept = [as_written(form, word) for form, word in zip(full, words, strict=True)]
            bare = respaced(span.surface, words, kept)
            folded = [text.lower().replace("ё", "е") for text in (bare, span.base)]
            yield bare == span.base, respaced(span.surface, words, full) == span.base, folded[0] == folded[1]


def names() -> Iterator[tuple[bool, bool]]:
    """Of each name, out of any sentence: is each word the right part of it, and are the parts' base forms right too?"""
    for line in NAMES.read_text(encoding="utf-8").splitlines()[1:]:
        surface, *parts = line.split("\t")
        words = spelled(surface)
        name = named(words, [Grammar()] * len(words), load())
        found = [name.first, name.patronymic, name.last]
        yield [begun(part) for part in found] == [begun(part) for part in parts], found == parts


def begun(part: str) -> list[str]:
    """The beginnings of a part's words, which all cases share."""
    return [fold(word)[:2] for word in part.split()]


def codes(folder: Path) -> Iterator[bool]:
    """Of each country that NEREL marks and links to a state of today: is its code that of the state linked?"""
    known = {fold(name): row["code"] for row in table("countries")
             for name in (row["name"], *several(row["full_name"]), *several(row["other_names"]))}  # fmt: skip
    for path in sorted(folder.glob("*.ann")):
        for each in corpora.references(path):
            if each.type == "COUNTRY" and fold(each.label) in known:
                yield country_code(each.surface, load()) == known[fold(each.label)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED)
    folder = parser.parse_args().data / "runormas"
    found = list(answers(folder)) if folder.is_dir() else []
    if not found:
        print(f"RuNormAS skipped: {folder} is not there")
    for label, place in (("exact, ё and case as written", 0), ("exact, ё restored", 1), ("but for ё and case", 2)) if found else ():
        print(f"RuNormAS, untouched fifth ({len(found)} spans), {label}: {sum(each[place] for each in found) / len(found):.4f}")
    linked = list(codes(folder.parent / "nerel" / "dev"))
    if linked:
        print(f"codes of {len(linked)} countries that NEREL links: {sum(linked) / len(linked):.4f}")
    told = list(names())
    for label, place in (("told apart", 0), ("with base forms, out of any sentence", 1)):
        print(f"parts of {len(told)} names, {label}: {sum(each[place] for each in told) / len(told):.4f}")


if __name__ == "__main__":
    main()
