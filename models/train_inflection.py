"""Trains the weights of vizitka.inflection: an averaged structured perceptron over RuNormAS (parts 2 to 4; part 1 tells when to stop).

    python models/train_inflection.py [--data DIR] [--out FILE] [--epochs N]

Among the choices that give the right form (several readings may) the best-scoring one is taught (latent perceptron: Yu and Joachims 2009,
Sun et al. 2009; averaging: Collins 2002). A fifth of the phrases is taught a second time without grammar and sentence, as tables read back
from files have none.
"""

from __future__ import annotations

import argparse
import gzip
import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import runormas
from made_names import made
from vizitka.inflection import NOTHING, Edit, Evidence, Phrase, edits, features, shared
from vizitka.inflection.asked import places, seen, ties
from vizitka.inflection.choices import is_barred
from vizitka.inflection.decode import CLASH
from vizitka.inflection.features import Feature
from vizitka.inflection.model import COLUMNS, OUT, genders
from vizitka.morphology import Grammar, fold
from vizitka.seeds import load

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
Path_ = list[int]


class Example(NamedTuple):
    """A phrase with the features of each choice as numbers, which choices are open, and which of them are right."""

    phrase: Phrase
    alone: list[list[list[int]]]
    open: list[list[int]]
    right: list[list[int]]


class Numbers:
    """Features by number."""

    def __init__(self) -> None:
        self.ids: dict[Feature, int] = {}
        self.pairs: dict[tuple[object, ...], list[int]] = {}

    def of(self, names: Iterable[Feature]) -> list[int]:
        return [self.ids.setdefault(name, len(self.ids)) for name in names]

    def pair(self, left: Edit, right: Edit, kind: str, tied: str) -> list[int]:
        key = (left.kind, right.kind, kind, tied)
        if key not in self.pairs:
            self.pairs[key] = self.of(features.of_pair(left, right, kind, tied))
        return self.pairs[key]


def example(
    phrase: Phrase, wanted: Sequence[str], cases: Sequence[str], evidence: Evidence, numbers: Numbers, first_names: Mapping[str, str]
) -> Example | None:
    """None where no choice gives a word its right form; ``cases`` are those of the words in their sentence."""
    alone, right = [], []
    for word, place, want, case in zip(phrase.words, places(phrase), wanted, cases, strict=True):
        choices = edits(word)
        good = [
            index for index, edit in enumerate(choices)
            if fold(edit.form) == fold(want) and not is_barred(word, edit, phrase.kind)
        ]  # fmt: skip
        good = told([index for index in good if choices[index].form == want] or good, choices, case)
        if not good:
            return None
        right.append(good)
        alone.append([
            numbers.of([
                *features.of_word(word, edit, first_names.get(fold(edit.form), "") if edit.turned else ""),
                *features.of_place(word, edit, place), *features.of_evidence(edit, seen(fold(edit.form), evidence)),
            ])
            for edit in choices
        ])  # fmt: skip
    open_ = [[index for index, edit in enumerate(edits(word)) if not is_barred(word, edit, phrase.kind)] for word in phrase.words]
    return Example(phrase, alone, open_, right)


def told(good: list[int], choices: Sequence[Edit], case: str) -> list[int]:
    """Of the right choices of a name those that its case in the sentence allows: a nominative is no name that has one form only."""
    nominative = [index for index in good if choices[index].case == "nomn"]
    stiff = [index for index in good if choices[index].source == "stiff"]
    if not case or not nominative or not stiff:
        return good
    return [index for index in good if index not in (stiff if case == "nomn" else nominative)]


def best(weights: list[float], each: Example, numbers: Numbers, allowed: Sequence[Sequence[int]] | None, margin: float = 0.0) -> Path_:
    """The best path among the allowed choices; wrong choices get ``margin`` more."""
    scores: list[float] = []
    paths: list[Path_] = []
    before: Sequence[int] = []
    known, tied = [edits(word) for word in each.phrase.words], ties(each.phrase)
    for place, word in enumerate(each.phrase.words):
        choices = edits(word)
        some = allowed[place] if allowed else each.open[place]
        alone = [sum([weights[id_] for id_ in each.alone[place][index]]) + margin * (index not in each.right[place]) for index in some]
        if not paths:
            scores, paths, before = alone, [[index] for index in some], some
            continue
        old = edits(each.phrase.words[place - 1])
        grown, after = [], []
        for index, score in zip(some, alone, strict=True):
            ways = [
                had
                + sum([weights[id_] for id_ in numbers.pair(old[was], choices[index], each.phrase.kind, tied[place])])
                + clashing(each.phrase.kind, [choice[chosen] for choice, chosen in zip(known, path, strict=False)], choices[index])
                for had, was, path in zip(scores, before, paths, strict=True)
            ]
            way = max(range(len(ways)), key=ways.__getitem__)
            grown.append(score + ways[way])
            after.append([*paths[way], index])
        scores, paths, before = grown, after, some
    return paths[max(range(len(paths)), key=scores.__getitem__)]


def clashing(kind: str, path: Sequence[Edit], edit: Edit) -> float:
    """What it costs that two words of a person's name stand in different cases or genders."""
    last = next((each for each in reversed(path) if each.turned and each.case), None)
    if kind != "person" or last is None or not edit.turned or not edit.case:
        return 0.0
    sexes = {last.gender, edit.gender} & {"masc", "femn"}
    return -CLASH * ((last.case != edit.case) + (len(sexes) == 2))


def clashes(each: Example, path: Path_) -> bool:
    """Does a right answer go against what names do nearly always?"""
    chosen = [edits(word)[index] for word, index in zip(each.phrase.words, path, strict=True)]
    return any(clashing(each.phrase.kind, chosen[:place], chosen[place]) for place in range(1, len(chosen)))


def fired(each: Example, path: Path_, numbers: Numbers) -> list[int]:
    """The features of a path."""
    ids = [id_ for place, index in enumerate(path) for id_ in each.alone[place][index]]
    words, tied = each.phrase.words, ties(each.phrase)
    for place in range(1, len(path)):
        ids += numbers.pair(edits(words[place - 1])[path[place - 1]], edits(words[place])[path[place]], each.phrase.kind, tied[place])
    return ids


def train(examples: list[Example], numbers: Numbers, epochs: int, tuned: list[Example], seed: int = 3) -> dict[Feature, float]:
    random.seed(seed)
    weights, totals, stamps, step = _zeros(numbers), _zeros(numbers), _zeros(numbers), 0
    for epoch in range(epochs):
        random.shuffle(examples)
        wrong = 0
        for each in examples:
            step += 1
            guess = best(weights, each, numbers, None, margin=1.0)
            if all(index in good for index, good in zip(guess, each.right, strict=True)):
                continue
            wrong += 1
            gold = best(weights, each, numbers, each.right)
            if clashes(each, gold):
                continue
            for ids, sign in ((fired(each, gold, numbers), 1.0), (fired(each, guess, numbers), -1.0)):
                for id_ in ids:
                    _grow((weights, totals, stamps), len(numbers.ids))
                    totals[id_] += (step - stamps[id_]) * weights[id_]
                    stamps[id_] = step
                    weights[id_] += sign
        averaged = [(total + (step - stamp) * weight) / step for total, stamp, weight in zip(totals, stamps, weights, strict=True)]
        right = sum(fits(averaged, each, numbers) for each in tuned)
        print(f"epoch {epoch + 1}: {wrong} updates of {len(examples)}; tuned part {right / max(1, len(tuned)):.4f}", flush=True)
    return {name: averaged[id_] for name, id_ in numbers.ids.items()}


def _zeros(numbers: Numbers) -> list[float]:
    return [0.0] * (len(numbers.ids) + 500_000)


def _grow(lists: tuple[list[float], ...], size: int) -> None:
    for each in lists:
        if len(each) < size:
            each.extend([0.0] * (2 * size - len(each)))


def fits(weights: list[float], each: Example, numbers: Numbers) -> bool:
    words = [fold(edits(word)[index].form) for word, index in zip(each.phrase.words, best(weights, each, numbers, None), strict=True)]
    good = [fold(edits(word)[some[0]].form) for word, some in zip(each.phrase.words, each.right, strict=True)]
    return words == good


def evidence(spans: Sequence[runormas.Span], own: runormas.Span) -> Evidence:
    """What the other names of a document show; of longer names their base forms, as the program finds them nearly always."""
    nominatives = {
        fold(word) for span in spans if span is not own
        for word, grammar in zip(span.phrase.words, span.phrase.grammars, strict=True) if grammar.case == "nomn"
    }  # fmt: skip
    size = len(own.phrase.words)
    longer = {
        fold(word)
        for span in spans
        if size == 1 and len(span.phrase.words) > 1 and span.phrase.kind == own.phrase.kind == "person"
        for word in runormas.targets(span) or ()
    }
    most = shared(word for span in spans for word in span.phrase.words)
    return Evidence(frozenset(nominatives), frozenset(longer), frozenset().union(*map(most, own.phrase.words)))


def examples(documents: Iterable[list[runormas.Span]], numbers: Numbers, first_names: Mapping[str, str], bare: float) -> list[Example]:
    """The phrases of some documents; a share of them once more without grammar and sentence."""
    found: list[Example | None] = []
    for spans in documents:
        for span in spans:
            wanted = runormas.targets(span)
            if not wanted:
                continue
            cases = [grammar.case for grammar in span.phrase.grammars]
            found.append(example(span.phrase, wanted, cases, evidence(spans, span), numbers, first_names))
            if random.random() < bare:
                alone = Phrase(span.phrase.words, (Grammar(),) * len(wanted), span.phrase.kind)
                found.append(example(alone, wanted, cases, NOTHING, numbers, first_names))
    kept = [each for each in found if each]
    print(f"{len(kept)} phrases, {len(found) - len(kept)} without a right choice", flush=True)
    return kept


def save(weights: dict[Feature, float], path: Path, least: float = 0.02) -> None:
    """Feature and weight, sorted, as gzipped lines (two decimals)."""
    lines = ["\t".join((*feature, str(round(100 * weight)))) for feature, weight in sorted(weights.items()) if abs(weight) >= least]
    path.write_bytes(gzip.compress("\n".join(("\t".join(COLUMNS), *lines, "")).encode(), 9, mtime=0))
    print(f"{len(lines)} weights, {path.stat().st_size:,} bytes in {path}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with runormas/")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--made", type=int, default=10000, help="people to make from the seeds")
    parser.add_argument("--all", action="store_true", help="teach part 1 too, when all is settled")
    told = parser.parse_args()
    random.seed(1)
    numbers, first_names = Numbers(), genders(load())
    rest = frozenset(range(runormas.PARTS)) - {runormas.HELD, runormas.TUNED}
    taught = rest | {runormas.TUNED} if told.all else rest
    tuned = examples(runormas.read(told.data / "runormas", frozenset({runormas.TUNED})), numbers, first_names, 0.0)
    seen_ = examples(runormas.read(told.data / "runormas", taught), numbers, first_names, 0.4)
    drawn = [
        example(phrase, wanted, [case] * len(wanted), NOTHING, numbers, first_names) for phrase, wanted, case in made(load(), told.made)
    ]
    print(f"{sum(each is not None for each in drawn)} names made from the seeds of {len(drawn)}", flush=True)
    seen_ += [each for each in drawn if each]
    save(train(seen_, numbers, told.epochs, tuned), told.out)


if __name__ == "__main__":
    main()
