"""Base forms of RuNormAS on the fifth of its documents that nothing was taught or tuned on, and the parts of hand-labelled names.

    python models/quality_forms.py [--data DIR]

RuNormAS restores ё and lowers the capital that opens a sentence; the program keeps both as written. So two lines: as the program writes,
and with ё as the dictionary has it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import runormas
from train_inflection import evidence
from vizitka.inflection import as_written
from vizitka.inflection import load as model
from vizitka.morphology import Grammar
from vizitka.naming import named
from vizitka.normalize.forms import glued, respaced
from vizitka.phrases import spelled
from vizitka.seeds import load

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
            full = [edit.form for edit in model(seeds).best(phrase, shown)]
            if phrase.kind == "person" and len(words) > 1:
                longer.update(form.lower().replace("ё", "е") for form in full)
            kept = [as_written(form, word) for form, word in zip(full, words, strict=True)]
            bare = respaced(span.surface, words, kept)
            folded = [text.lower().replace("ё", "е") for text in (bare, span.base)]
            yield bare == span.base, respaced(span.surface, words, full) == span.base, folded[0] == folded[1]


def names() -> Iterator[bool]:
    """Of each name, out of any sentence: are first name, patronymic and surname right?"""
    for line in NAMES.read_text(encoding="utf-8").splitlines()[1:]:
        surface, *parts = line.split("\t")
        words = spelled(surface)
        name = named(*glued(words, [Grammar()] * len(words)), load())
        yield [name.first, name.patronymic, name.last] == parts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED)
    folder = parser.parse_args().data / "runormas"
    found = list(answers(folder)) if folder.is_dir() else []
    if not found:
        print(f"RuNormAS skipped: {folder} is not there")
    for label, place in (("exact, ё and case as written", 0), ("exact, ё restored", 1), ("but for ё and case", 2)) if found else ():
        print(f"RuNormAS, untouched fifth ({len(found)} spans), {label}: {sum(each[place] for each in found) / len(found):.4f}")
    told = list(names())
    print(f"parts of {len(told)} names: {sum(told) / len(told):.4f}")


if __name__ == "__main__":
    main()
