"""The best choices of a phrase's words together, and what they score."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, repeat
from typing import NamedTuple

from ..morphology import REMEMBERED, Grammar, fold, parses
from . import features
from .edits import Edit, edits, unturned
from .features import Looks, Place

OPENING = frozenset('«“„"(')
CLOSING = frozenset('»”“")')


Neighbour = tuple[str, Grammar]
NOWHERE: Neighbour = ("", Grammar())


class Phrase(NamedTuple):
    """Words to put in the nominative, what they are a name of, and the words (with grammar) beside them in the sentence."""

    words: tuple[str, ...]
    grammars: tuple[Grammar, ...]
    kind: str = ""
    left: Neighbour = NOWHERE
    right: Neighbour = NOWHERE


class Evidence(NamedTuple):
    """Folded forms that the document shows: in the nominative, in names that are longer, and as the nominative of most other spellings."""

    nominatives: frozenset[str] = frozenset()
    longer: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()


MOST = 20
PAIRED = 1 << 20  # more than there are kinds of edits
NEVER, CLASH = 100_000_000.0, 100_000.0
BEAM = 12  # choices of a word that are tried with those of its neighbours
NOTHING = Evidence()


def places(phrase: Phrase) -> list[Place]:
    """Where each word stands."""
    words, grammars = phrase.words, phrase.grammars
    sides = [phrase.left, *zip(words, grammars, strict=True), phrase.right]
    signs = [side(*each) for each in sides]
    found, depth, headed = [], 0, False
    for index, (word, grammar) in enumerate(zip(words, grammars, strict=True)):
        order = "only" if len(words) == 1 else "first" if index == 0 else "last" if index == len(words) - 1 else "mid"
        found.append(Place(phrase.kind, grammar, signs[index], signs[index + 2], order, f"{depth}{headed}"))
        if word in OPENING and not (word == '"' and depth):
            depth = 1
        elif word in CLOSING:
            depth, headed = 0, True
        elif not depth and grammar.pos == "NOUN" and word[0].isalpha():
            headed = True
    return found


@lru_cache(maxsize=REMEMBERED)
def side(word: str, grammar: Grammar) -> str:
    """A neighbour as the model sees it: small words as they are, others by their grammar."""
    if not word:
        return "-"
    if not word[0].isalpha() or grammar.pos in ("PREP", "CONJ") or word.lower() in ("имени", "им"):
        return word.lower()
    return f"{grammar.pos}.{grammar.case}.{grammar.number}.{grammar.gender}"


class Choices(NamedTuple):
    """What a word may become, a row an edit: what it scores where nothing else is known, the number of its kind, its form folded."""

    edits: tuple[Edit, ...]
    scores: list[float]
    sorts: list[int]
    forms: list[str]


class Context(dict[int, float]):
    """Scores by number, each thought once."""

    def __init__(self, score: Callable[[int], float]) -> None:
        super().__init__()
        self.score = score

    def __missing__(self, number: int) -> float:
        self[number] = self.score(number)
        return self[number]


class Model:
    """Weights of the features (whole numbers, so that their order in a sum does not matter), and what they sum to, thought once for each
    word, kind of place and kind of pair."""

    def __init__(self, weights: Mapping[str, float], first_names: Mapping[str, str]) -> None:
        self.weights = weights
        self.first_names = first_names
        self.of_word = lru_cache(maxsize=REMEMBERED)(self._of_word)
        self.of_sort = lru_cache(maxsize=REMEMBERED)(self._of_sort)
        self.of_phrase = lru_cache(maxsize=REMEMBERED)(self._of_phrase)
        self.of_left = lru_cache(maxsize=REMEMBERED)(self._of_left)
        self.of_right = lru_cache(maxsize=REMEMBERED)(self._of_right)
        self.of_ending = lru_cache(maxsize=REMEMBERED)(self._of_ending)
        self.of_evidence = lru_cache(maxsize=REMEMBERED)(self._of_evidence)
        self.of_tie = lru_cache(maxsize=REMEMBERED)(self._of_tie)
        self.in_context = lru_cache(maxsize=REMEMBERED)(self._in_context)
        self.between_sorts = lru_cache(maxsize=8)(self._between_sorts)
        self.between = lru_cache(maxsize=REMEMBERED // 4)(self._between)
        self.numbers: dict[tuple[object, ...], int] = {}
        self.sorts: list[Edit] = []

    def total(self, names: Iterable[str]) -> float:
        return sum(map(self.weights.get, names, repeat(0.0)))

    def first_gender(self, edit: Edit) -> str:
        return self.first_names.get(fold(edit.form), "") if edit.turned else ""

    def number(self, edit: Edit) -> int:
        """The number of an edit's kind: contexts and neighbours are asked about these."""
        if edit.kind not in self.numbers:
            self.numbers[edit.kind] = len(self.sorts)
            self.sorts.append(edit._replace(form="", rank=0))
        return self.numbers[edit.kind]

    def _of_word(self, word: str) -> Choices:
        """The likelier choices of a word and what they score alone; staying as it is, declined or not, is always among them."""
        looks = features.looks(word)
        scored = [(self._alone(word, looks, edit), edit) for edit in edits(word)]
        likely = sorted(scored[1:], key=lambda each: (each[1].source.endswith("stiff"), each[0]), reverse=True)[:MOST]
        chosen = tuple(edit for _, edit in (scored[0], *likely))
        sorts = [self.number(edit) for edit in chosen]
        scores = [score + self.of_evidence(sort, "") for (score, _), sort in zip((scored[0], *likely), sorts, strict=True)]
        return Choices(chosen, scores, sorts, [fold(edit.form) for edit in chosen])

    def _alone(self, word: str, looks: Looks, edit: Edit) -> float:
        sort = self.of_sort(self.number(edit), looks, min(edit.rank, 4), self.first_gender(edit))
        return sort + self.total(features.of_letters(word, edit))

    def _of_sort(self, sort: int, looks: Looks, rank: int, first_gender: str) -> float:
        return self.total(features.of_sort(looks, self.sorts[sort], rank, first_gender))

    def _of_phrase(self, sort: int, kind: str, said: Grammar, order: str, quoted: str) -> float:
        return self.total(features.of_phrase(self.sorts[sort], kind, said, order, quoted))

    def _of_left(self, sort: int, left: str, case: str) -> float:
        return self.total(features.of_left(self.sorts[sort], left, case))

    def _of_right(self, sort: int, right: str) -> float:
        return self.total(features.of_right(self.sorts[sort], right))

    def _of_ending(self, word: str, grammar: Grammar) -> list[float]:
        return [self.total(features.of_ending(word, edit, grammar)) for edit in self.of_word(word).edits]

    def _of_evidence(self, sort: int, seen: str) -> float:
        return self.total(features.of_evidence(self.sorts[sort], seen))

    def _of_tie(self, turned: str, same: str, parts: str, tied: str) -> float:
        return self.total(features.of_tie(turned, same, parts, tied))

    def _in_context(self, kind: str, said: Grammar, order: str, quoted: str, left: str, right: str) -> Context:
        """What the place of a word adds to each kind of edit."""

        def score(sort: int) -> float:
            phrase = self.of_phrase(sort, kind, said, order, quoted)
            return phrase + self.of_left(sort, left, said.case) + self.of_right(sort, right)

        return Context(score)

    def _between_sorts(self, kind: str) -> Context:
        """What two neighbours of these kinds of edit add, by both numbers as one, whatever the sentence says."""

        def score(pair: int) -> float:
            left, right = divmod(pair, PAIRED)
            return self.total(features.of_sorts(self.sorts[left], self.sorts[right], kind))

        return Context(score)

    def _between(self, kind: str, tied: str) -> Context:
        """The same, with how they are tied in the sentence."""
        alone = self.between_sorts(kind)

        def score(pair: int) -> float:
            left, right = divmod(pair, PAIRED)
            return alone[pair] + self.of_tie(*features.pairing(self.sorts[left], self.sorts[right]), tied)

        return Context(score)

    def scores(self, word: str, place: Place, evidence: Evidence) -> list[float]:
        """What each choice of a word scores by itself."""
        _, alone, sorts, forms = self.of_word(word)
        kind, said, left, right, order, quoted = place
        context = self.in_context(kind, said, order, quoted, left, right)
        scored = [first + ending + context[sort] for first, ending, sort in zip(alone, self.of_ending(word, said), sorts, strict=True)]
        if evidence == NOTHING:
            return scored
        for number, form in enumerate(forms):
            if sign := seen(form, evidence):
                scored[number] += self.of_evidence(sorts[number], sign) - self.of_evidence(sorts[number], "")
        return scored

    def _behind(self, word: str) -> list[tuple[float, Edit, int]]:
        """What depends on the head of a name stays."""
        stays = unturned(word)
        return [(0.0, stays, self.number(stays))]

    def _open(self, word: str, place: Place, evidence: Evidence, number: str) -> list[tuple[float, Edit, int]]:
        """The likelier choices of a word in its place, with their scores and the numbers of their kinds."""
        choices = self.of_word(word)
        told = zip(self.scores(word, place, evidence), choices.edits, choices.sorts, strict=True)
        alone = [(score - NEVER * is_barred(word, edit, place.kind, number), edit, sort) for score, edit, sort in told]
        return sorted(alone, key=lambda each: -each[0])[:BEAM] if len(alone) > BEAM else alone

    def best(self, phrase: Phrase, evidence: Evidence = NOTHING, number: str = "") -> list[Edit]:
        """The choices that score best together (Viterbi); ``number`` "one", "same" and "single": see UNFIT."""
        if not phrase.words:
            return []
        scores: list[float] = []
        paths: list[list[Edit]] = []
        ends: list[int] = []
        behind = False
        ties = ["", *(features.tie(*pair) for pair in pairwise(phrase.grammars))]
        for word, place, tied in zip(phrase.words, places(phrase), ties, strict=True):
            alone = self._behind(word) if behind else self._open(word, place, evidence, number)
            behind = behind or (phrase.kind == "organization" and is_head(word, place.grammar))
            if not paths:
                scores, paths, ends = [score for score, _, _ in alone], [[edit] for _, edit, _ in alone], [sort for _, _, sort in alone]
                continue
            between = self.between(phrase.kind, tied)
            grown, after = [], []
            for score, edit, sort in alone:
                ways = [old + between[end * PAIRED + sort] for old, end in zip(scores, ends, strict=True)]
                if phrase.kind == "person":
                    ways = [way + clash(path, edit) for way, path in zip(ways, paths, strict=True)]
                way = max(range(len(ways)), key=ways.__getitem__)
                grown.append(score + ways[way])
                after.append([*paths[way], edit])
            scores, paths, ends = grown, after, [sort for _, _, sort in alone]
        return paths[max(range(len(paths)), key=scores.__getitem__)]


@lru_cache(maxsize=REMEMBERED)
def is_head(word: str, grammar: Grammar) -> bool:
    """Is it a noun, by the tagger and by the dictionary («комитет», not «курирующий»)?"""
    return grammar.pos == "NOUN" and any(parse.pos == "NOUN" for parse in parses(word))


def clash(path: Sequence[Edit], edit: Edit) -> float:
    """What it costs that two words of a person's name stand in different cases or genders: they hardly ever do."""
    last = next((each for each in reversed(path) if each.turned and each.case), None)
    if last is None or not edit.turned or not edit.case:
        return 0.0
    sexes = {last.gender, edit.gender} & {"masc", "femn"}
    return -CLASH * (last.case != edit.case) - CLASH * (len(sexes) == 2)


def _is_many(edit: Edit) -> bool:
    return edit.number == "plur" and not edit.source.endswith(" one")


def _is_made_one(edit: Edit) -> bool:
    return edit.source.endswith(" one")


def _is_plural(edit: Edit) -> bool:
    return edit.number == "plur"


def is_barred(word: str, edit: Edit, kind: str, number: str = "") -> bool:
    """May a word not get a form? In a person's name every word goes to the nominative, also one that has the same form in all cases."""
    if not edit.turned:
        return kind == "person" and len(word) > 1 and word[0].isupper() and len(edits(word)) > 1
    return bool(number) and UNFIT[number](edit)


# "one" makes a plural singular, "same" leaves its number, "single" reads no word as a plural.
UNFIT = {"one": _is_many, "same": _is_made_one, "single": _is_plural}


def seen(form: str, evidence: Evidence) -> str:
    """Where the document shows a folded form."""
    return "n" * (form in evidence.nominatives) + "l" * (form in evidence.longer) + "s" * (form in evidence.shared)


def as_written(form: str, word: str) -> str:
    """The form with ё only where the word has it or other letters.

    >>> as_written("Пётр", "Петром"), as_written("орёл", "орла"), as_written("Семён", "Семёном")
    ('Петр', 'орёл', 'Семён')
    """
    if "ё" not in form.lower():
        return form
    plain = zip(form, word.ljust(len(form)), strict=False)
    return "".join({"ё": "е", "Ё": "Е"}[letter] if letter in "ёЁ" and other in "еЕ" else letter for letter, other in plain)
