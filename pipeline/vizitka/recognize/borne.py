"""An adjective alone that is somebody's surname in its document names that person, no place: «гибель [Татарского]»."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..morphology import keys
from ..signs import LISTING
from ..types import Analysis
from .model import Found, words_of

HIS, HERS = re.compile(r".[сц]к(?:ий|ого|ому|им|ом)$"), re.compile(r".[сц]к(?:ая|ой|ую)$")
WHERE = frozenset({"в", "во", "на", "по", "из", "до"})
BESIDE = LISTING | {"-"}
CONFIDENCE = 0.6
Surnames = dict[re.Pattern[str], set[str]]


def borne(analysis: Analysis, told: Sequence[Found]) -> Iterator[Found]:
    """The people whom adjectives name in which the model is sure of nothing."""
    batch = analysis.batch
    surnames: defaultdict[int, Surnames] = defaultdict(dict)
    taken: set[int] = set()
    for one in (one for one in told if one.sure):
        first, last = words_of(analysis, one)
        taken.update(range(first, last))
        ending = _ending(batch.spellings[last - 1]) if one.kind == "person" and last - first > 1 else None
        if ending:
            surnames[batch.documents[one.sentence]].setdefault(ending, set()).update(keys(batch.spellings[last - 1]))
    for sentence, document in enumerate(batch.documents if surnames else ()):
        for place in range(batch.sentences[sentence], batch.sentences[sentence + 1]) if document in surnames else ():
            if place not in taken and _is_borne(analysis, sentence, place, surnames[document]):
                yield Found(sentence, batch.piece_of[place], batch.piece_of[place] + 1, "person", CONFIDENCE, True)


def _ending(word: str) -> re.Pattern[str] | None:
    """The forms of a man's or of a woman's surname that a word is one of."""
    return next((ending for ending in (HIS, HERS) if ending.search(word)), None) if word[0].isupper() else None


def _is_borne(analysis: Analysis, sentence: int, place: int, surnames: Surnames) -> bool:
    """«гибели Татарского», but not «в Татарском районе», «на Татарской», «Татарского, Омского и Тульского»."""
    batch, words = analysis.batch, analysis.batch.spellings
    ending = _ending(words[place])
    if ending not in surnames or surnames[ending].isdisjoint(keys(words[place])):
        return False
    before = words[place - 1] if place > batch.sentences[sentence] else ""
    after = place + 1 if place + 1 < batch.sentences[sentence + 1] else place
    agrees = analysis.grammars[after].pos in ("NOUN", "ADJF", "PRTF") and analysis.grammars[after].case == analysis.grammars[place].case
    return before.lower() not in WHERE and before not in BESIDE and (after == place or not agrees) and words[after] not in BESIDE
