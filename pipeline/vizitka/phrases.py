"""Known phrases found in running text by the lemmas of their words: «Соединённых Штатах», «МИДом России»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from razdel import tokenize

from .morphology import fold, is_acronym, keys, lemmas, parses
from .signs import MARKS

WORDS_KEPT = 200_000
VERBS = frozenset({"VERB", "INFN", "GRND"})
PLAIN = re.compile(r"[А-Яа-яЁё]+(?: [А-Яа-яЁё]+)*")  # what needs no tokenizer


class Entry(NamedTuple):
    """What a phrase stands for: the kind of knowledge and the key of its row."""

    kind: str
    key: str


class Node:
    """A place in the tree of phrases: the ways on, by the keys of the next word, and the phrase that ends here with what it stands for."""

    __slots__ = ("entries", "onward", "phrase", "words")

    def __init__(self) -> None:
        self.phrase = ""
        self.words: dict[str, Node] = {}
        self.onward: dict[str, list[Node]] = {}
        self.entries: list[Entry] = []


class Phrases:
    """A tree of known phrases, each with the name of the thing it stands for.

    >>> entry = Entry("organization", "ООН")
    >>> phrases = Phrases([("Организация Объединённых Наций", entry), ("ООН", entry)])
    >>> phrases.longest("в Организации Объединённых Наций".split(), 1)
    (4, [Entry(kind='organization', key='ООН')])
    >>> phrases.longest("мы за оон".split(), 2)
    """

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        self.root = Node()
        for phrase, entry in entries:
            node = self.root
            for word in spelled(phrase):
                node = _grow(node, word)
            node.phrase = phrase
            if entry not in node.entries:
                node.entries.append(entry)
        self.beginnings = frozenset(beginning(key) for key in self.root.onward)
        self._starts: dict[str, tuple[Node, ...]] = {}

    def starts(self, word: str) -> tuple[Node, ...]:
        """The nodes that a first word leads to; none for nearly every word."""
        found = self._starts.get(word)
        if found is None:
            if len(self._starts) > WORDS_KEPT:
                self._starts.clear()
            likely = not self.beginnings.isdisjoint((word[:2].lower(), word[:3].lower().replace("ё", "е")))
            found = self._starts[word] = tuple(_steps(self.root, word)) if likely else ()
        return found

    def longest(self, words: Sequence[str], start: int) -> tuple[int, list[Entry]] | None:
        """Where the longest phrase that begins at ``start`` ends, and what it stands for."""
        nodes: Sequence[Node] = self.starts(words[start])
        best, stop = None, start + 1
        while nodes:
            entries = [entry for node in nodes for entry in node.entries]
            if entries:
                best = (stop, entries)
            nodes = [after for node in nodes for after in _steps(node, words[stop])] if stop < len(words) else ()
            stop += 1
        return best

    def whole(self, phrase: str) -> list[Entry]:
        """What the phrase stands for when it is one from its first word to its last."""
        first = phrase.partition(" ")[0]
        if PLAIN.fullmatch(first) and not self.starts(first):
            return []
        words = spelled(phrase)
        found = self.longest(words, 0) if words else None
        return found[1] if found and found[0] == len(words) else []

    def based(self, words: Sequence[str], kind: str) -> list[str]:
        """The phrases that these words may be forms of, of those that stand for a kind of thing.

        >>> Phrases([("Карловы Вары", Entry("place", "Карловы Вары"))]).based(["Карловых", "Варах"], "place")
        ['Карловы Вары']
        """
        nodes: Sequence[Node] = self.starts(words[0])
        for word in words[1:]:
            nodes = [after for node in nodes for after in _steps(node, word)]
        return [node.phrase for node in nodes if any(entry.kind == kind for entry in node.entries)]


def beginning(key: str) -> str:
    """The letters that all forms of a word share: two of a short word («Орёл», «Орла»), three of a longer one."""
    return fold(key)[: 2 if len(key) < 5 else 3]


def spelled(phrase: str) -> list[str]:
    """The words of a phrase, its punctuation marks apart.

    >>> spelled("МГТУ им. Н. Э. Баумана")
    ['МГТУ', 'им', '.', 'Н', '.', 'Э', '.', 'Баумана']
    """
    return phrase.split() if PLAIN.fullmatch(phrase) else [word.text for word in tokenize(phrase)]


def _grow(node: Node, word: str) -> Node:
    found = node.words.get(word)
    if found is None:
        found = node.words[word] = Node()
        for key in MARKS if word in MARKS else [word] if is_acronym(word) else _named(word):  # «Правда», "Правда", „Правда“
            node.onward.setdefault(key, []).append(found)
    return found


def _named(word: str) -> frozenset[str]:
    """The keys of a word in a name: «Дели» is no form of «деть», as «День» and «Дело» are."""
    nominal = {fold(parse.lemma) for parse in parses(word) if parse.pos not in VERBS}
    return keys(word) - (lemmas(word) - nominal) if nominal else keys(word)


def _steps(node: Node, word: str) -> Iterable[Node]:
    """The nodes that a word leads to, each once; none for nearly every word."""
    if node.onward.keys().isdisjoint(keys(word)):
        return ()
    return {id(after): after for key in keys(word) for after in node.onward.get(key, ())}.values()
