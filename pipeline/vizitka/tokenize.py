"""Text to words: blocks, sentences and words with the characters they stand on, and the spelling to analyse.

Words broken at a line end are joined and words run together parted, capitals of a headline set right, look-alike letters mended; the
characters always count in the document's own text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from razdel import sentenize
from razdel import tokenize as razdel_words

from . import morphology
from .clipped import Edit, edits
from .joined import SHORTEST, joints
from .signs import BREAKS
from .types import Batch, Document, Pieces

# A pattern that begins with its own letters, and asks then for what is before them, is found several times as fast.
BROKEN = re.compile(r"-(?<=[а-яёА-ЯЁ]-)[ \t]*\r?\n[ \t]*(?=[а-яё])")
REMOVED = re.compile("[\u00ad\u0300\u0301\u200b-\u200f\u2060\ufeff]")
SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\x00-\x08\x1c-\x1f]")
HYPHENS = re.compile("[\u2010\u2011]")
RULED = re.compile("__+")
MIXED = re.compile(r"\b(?:[а-яёА-ЯЁ]++[A-Za-z]|[A-Za-z]++[а-яёА-ЯЁ])[а-яёА-ЯЁA-Za-z]*+\b")
INITIALS = re.compile(r"[A-ZА-ЯЁ]\.(?<![\w.]..)\s?(?:[A-ZА-ЯЁ]\.\s?){0,2}(?=[А-ЯЁ][а-яё])|[A-ZА-ЯЁ]\.(?<=[а-яё] ..)\s?[A-ZА-ЯЁ]\.\s?")
LETTER = re.compile(r"[aoyc](?<=[а-яё.,»)] .)(?= [«а-яё])")
TWINS = str.maketrans("ABCEHKMOPTXYaceopxy", "АВСЕНКМОРТХУасеорху")
LATIN = re.compile("[A-Za-z]")
ITEM = re.compile(r"\s*(?:[-–—•·*▪]|\d{1,3}[.)]|[а-яa-z]\))\s")
SURNAME_FIRST = re.compile(r"\s*[А-ЯЁ][А-ЯЁа-яё’'-]+\s+(?:[А-ЯЁ]\.\s?[А-ЯЁ]\.|[А-ЯЁ][а-яё-]+\s+[А-ЯЁ][а-яё]+(?:вич|вна|ична)\b)")
LED = re.compile(r"\s*[а-яё][^.!?–—]{2,60} [–—-] ")
SPEAKER = re.compile(r"(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][А-ЯЁа-яё’'-]+(?: \([^()]*\))?:")
STOPPED, WORD = re.compile(r"[ИЭ]\.(?<=[а-яё] ..) +(?=[«А-ЯЁ])"), re.compile(r"\w+ $")
CARD = re.compile(r"([А-ЯЁ](?<!\w.)[а-яё-]{2,})[а-яё]{0,3} (?=\1[а-яё]{0,2} [А-ЯЁ][А-ЯЁа-яё-]+ [А-ЯЁ][а-яё]+(?:ич|вна|чна)\b)")
TURNED = re.compile(
    r"\b(?P<first>[А-ЯЁ][а-яё-]{2,})[а-яё]{0,2}(?P<more> [А-ЯЁ][а-яё]+)? (?P<last>[А-ЯЁ][а-яё-]+(?: [А-ЯЁ][а-яё-]+)?)[а-яё]{0,3} "
    r"(?P<card>(?P=last)[а-яё]{0,2} (?P=first)[а-яё]{0,2}(?:(?P=more)| [а-я]{3} [А-ЯЁ][а-яё]+)?)(?= [А-ЯЁ])(?! \w+(?:ич|вна|чна| оглы)\b)"
)
INITIALED = re.compile(
    r"(?P<initial>[А-ЯЁ])(?<!\w.)\.(?P<last>[А-ЯЁ][А-ЯЁа-яё-]{2,}) (?P<card>(?P=last) (?P=initial)[а-яё]+)"
    r"(?= [А-ЯЁ])(?! \w+(?:ич|вна|чна| оглы)\b)"
)
NICKNAMED = re.compile(r"(?P<first>[А-ЯЁ][а-яё]+) «[^«»]{1,40}[!?]»$")
PATRONYMIC = re.compile("(?:ич(?:а|у|ем|е)?|(?:в|ч)н(?:а|ы|е|у|ой))$")
CLOSED = re.compile(r"[.!?…:;][»”\")\]]*\s*$")
WIDEST = 120
SHORT = 60  # characters of a title's line
# What stands between spaces: plainly a word or a number with signs that are no part of it, or anything else.
BLOCK = re.compile(r"""(?:[«"(]?(?P<word>[а-яёА-ЯЁ]+(?:-[а-яёА-ЯЁ]+)*|\d+)[»")]?[,.:;!?]?|(?P<latin>[A-Za-z]+))(?!\S)|\S+""")
PIECE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_|\S")


class Clean(NamedTuple):
    """A text made fit for reading; ``origin[i]`` is where its character i stood, None where nothing moved."""

    text: str
    origin: list[int] | None

    def at(self, places: list[int]) -> list[int]:
        return places if self.origin is None else [self.origin[place] for place in places]


def tokenize(documents: Sequence[Document]) -> Batch:
    """The words of the documents as columns. Documents without a text give no words."""
    batch = Batch(documents, [], [], [], [0], [], [], Pieces([], [], [], [], [0]), [0])
    for number, document in enumerate(documents):
        clean = cleaned(document.text)
        for place, (start, sentence) in enumerate(sentences(clean.text)):
            _add(batch, clean, start, sentence)
            batch.documents.append(number)
            batch.places.append(place)
    return batch


def _add(batch: Batch, clean: Clean, start: int, sentence: str) -> None:
    spans, known = list(words(sentence)), len(batch.spellings)
    batch.spellings.extend(recased([sentence[first:last] for first, last in spans]))
    batch.starts.extend(clean.at([start + first for first, _ in spans]))
    batch.stops.extend(stop + 1 for stop in clean.at([start + last - 1 for _, last in spans]))
    batch.sentences.append(len(batch.spellings))
    _add_pieces(batch, clean, [start + first for first, _ in spans], known)
    batch.pieces.sentences.append(len(batch.pieces.spellings))


def words(sentence: str) -> Iterator[tuple[int, int]]:
    """The spans of the words and signs; what stands between spaces does not depend on what is beyond them.

    >>> [("в 80, 15 лет"[first:last]) for first, last in words("в 80, 15 лет")]
    ['в', '80', ',', '15', 'лет']
    """
    for found in BLOCK.finditer(sentence):
        begin, stop = found.span()
        if not found.lastgroup:
            yield from ((begin + first, begin + last) for first, last in _inside(found.group()))
            continue
        first, last = found.span(found.lastgroup)
        if begin < first:
            yield begin, first
        if last - first >= SHORTEST and (seams := joints(sentence[first:last])):
            yield from pairwise((first, *(first + seam for seam in seams), last))
        else:
            yield first, last
        yield from ((sign, sign + 1) for sign in range(last, stop))


@lru_cache(maxsize=morphology.REMEMBERED)
def _inside(block: str) -> list[tuple[int, int]]:
    whole = ((word.start, word.stop) for word in razdel_words(block))
    places = ((first, *(first + joint for joint in joints(block[first:last])), last) for first, last in whole)
    return [span for word in places for span in pairwise(word)]


def _add_pieces(batch: Batch, clean: Clean, places: list[int], known: int) -> None:
    """The runs of letters or digits and the single signs of the words from ``known`` on, which stand at these places of the clean text; a
    hyphen that stands alone is read as a dash."""
    pieces = batch.pieces
    words = zip(places, batch.spellings[known:], batch.starts[known:], batch.stops[known:], strict=True)
    for word, (place, spelling, start, stop) in enumerate(words, known):
        if len(spelling) == 1 or spelling.isalpha():
            pieces.spellings.append("—" if spelling == "-" else spelling)
            pieces.starts.append(start)
            pieces.stops.append(stop)
            pieces.words.append(word)
        else:
            found = list(PIECE.finditer(spelling))
            pieces.spellings.extend(piece.group() for piece in found)
            pieces.starts.extend(clean.at([place + piece.start() for piece in found]))
            pieces.stops.extend(last + 1 for last in clean.at([place + piece.end() - 1 for piece in found]))
            pieces.words.extend([word] * len(found))
        batch.piece_of.append(len(pieces.spellings))


def cleaned(text: str) -> Clean:
    """The text without soft hyphens, stress marks, breaks inside words and ruled lines, with clipped titles written out.

    >>> cleaned("Рос-\\nсийской").text, cleaned("генерал-\\nмайор").text, cleaned("зав. кафедрой").text
    ('Российской', 'генерал-майор', 'заведующий кафедрой')
    """
    text = HYPHENS.sub("-", SPACES.sub(" ", BREAKS.sub("\n", text.replace("\r\n", " \n"))))
    text = RULED.sub(lambda found: " " * len(found.group()), text)
    for looks in (MIXED, INITIALS, LETTER):
        text = looks.sub(_untwinned, text)
    changes = sorted((*_cuts(text), *edits(text)))
    if not changes:
        return Clean(text, None)
    origin: list[int] = []
    parts: list[str] = []
    done = 0
    for start, stop, word in changes:
        origin.extend(range(done, start))
        origin.extend(start + index * (stop - start - 1) // max(1, len(word) - 1) for index in range(len(word)))
        parts += (text[done:start], word)
        done = max(done, stop)
    origin.extend(range(done, len(text)))
    return Clean("".join((*parts, text[done:])), origin)


def _cuts(text: str) -> Iterator[Edit]:
    for found in REMOVED.finditer(text):
        yield (*found.span(), "")
    for looks in (TURNED, INITIALED):  # «Анна Ли [Ли Анна] Президент Перу», «А.Ли [Ли Анна] Президент Перу»: what a page shows of somebody
        yield from ((*found.span("card"), "—") for found in looks.finditer(text))
    for found in BROKEN.finditer(text):
        yield (found.start() + _keeps_hyphen(text, found.start(), found.end()), found.end(), "")


def _keeps_hyphen(text: str, start: int, stop: int) -> bool:
    """Is the hyphen at a line end the word's own («генерал-майор») and not a break («Рос-сийской»)?"""
    left, right = re.search(r"[\w-]*$", text[:start]), re.match(r"[\w-]*", text[stop:])
    head, tail = left.group() if left else "", right.group() if right else ""
    return not morphology.known(head + tail) and morphology.known(f"{head}-{tail}")


def _untwinned(found: re.Match[str]) -> str:
    word = found.group()
    mended = word.translate(TWINS)
    return word if LATIN.search(mended) else mended


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Start and text of each sentence; a block (paragraph, list item, headline) ends one in any case."""
    for start, stop in blocks(text):
        for first, last in _nicknamed(text, [(start + sentence.start, start + sentence.stop) for sentence in sentenize(text[start:stop])]):
            yield from _apart(text, first, last)


def _nicknamed(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """«… певцу Олегу «Эй, вы!» Рогову …»: what a nickname ends with between a first name and a surname ends no sentence."""
    begin = spans[0][0] if spans else 0
    for (_, stop), (start, _) in pairwise(spans):
        name = NICKNAMED.search(text, begin, stop)
        if name is None or not _parts_name(name.group("first"), text[start:].split(maxsplit=1)[0]):
            yield begin, stop
            begin = start
    yield from ((begin, stop) for _, stop in spans[-1:])


def _apart(text: str, start: int, stop: int) -> Iterator[tuple[int, str]]:
    """«… Олег Рогов ‖ Рогов Олег Львович директор …»: what a page shows of somebody, run into the text behind his name, begins anew; so
    does what is behind a name that ends in one vowel and a point: «… сказал Ван И. ‖ Ван И добавил …»."""
    cards = (found.end() for found in CARD.finditer(text, start, stop))
    ends = (found.end() for found in STOPPED.finditer(text, start, stop) if _is_whole(text, found.start()))
    places = sorted((start, *cards, *ends, stop))
    yield from ((first, text[first:last].rstrip()) for first, last in pairwise(places))


def _is_whole(text: str, place: int) -> bool:
    """Does a name that ends in one vowel («Ван И») stand elsewhere without a point, so that the vowel is no initial?"""
    name = WORD.search(text, max(0, place - SHORT), place)
    return name is not None and re.search(rf"\b{name.group()}{text[place]}\b(?!\.)", text) is not None


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """The spans of a text that no sentence runs across."""
    lines = [(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text) if found.group().strip()]
    width = _width([text[start:stop].rstrip() for start, stop in lines])
    begin = 0
    for index, (_, stop) in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        if not following or (_breaks(text, lines[index], following, width) and not _parts_title(text, (lines[begin][0], stop), following)):
            yield lines[begin][0], stop
            begin = index + 1


def _width(lines: Sequence[str]) -> int:
    """The width at which the text is wrapped by hand, 0 where it is not."""
    widest = max(map(len, lines), default=0)
    full = sum(len(line) > 0.75 * widest for line in lines)
    return widest if 40 <= widest <= WIDEST and len(lines) >= 3 and full >= 0.6 * len(lines) else 0


def _breaks(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    above, below = text[line[0] : line[1]].rstrip(), text[following[0] : following[1]].lstrip()
    if text.count("\n", line[1], following[0]) > 1 or any(begin.match(below) for begin in (ITEM, SURNAME_FIRST, SPEAKER)):
        return True
    if below[0].islower():
        return bool(CLOSED.search(above) or (LED.match(above) and LED.match(below)))  # «режиссёр — …⏎художник — …»
    first = below.split()[0]
    return not (_parts_name(above.split()[-1], first) or (width and len(above) + 1 + len(first) > 0.97 * width))


def _parts_name(last: str, first: str) -> bool:
    """«… министр Роман⏎Старовойт …»: does a line end in a first name and the next begin with a surname?"""
    word = first.rstrip(",.;:»)")
    surname = not morphology.known(word) or any("Surn" in parse.marks for parse in morphology.parses(word)[:2])
    return _is_name(last) and word.istitle() and word.isalpha() and surname


def _parts_title(text: str, block: tuple[int, int], following: tuple[int, int]) -> bool:
    """«Председатель Правительства⏎Российской Федерации»: do short lines name somebody's office, and the next go on in the genitive?"""
    if block[1] - block[0] > SHORT or text.count("\n", block[1], following[0]) > 1:
        return False
    above, first = text[slice(*block)].split(), text[slice(*following)].split(maxsplit=1)[0]
    if not all(word.replace("-", "").isalpha() for word in above) or not first[0].isupper() or first.isupper() != above[0].isupper():
        return False
    readings = morphology.parses(first)
    if any(morphology.NAMES & parse.marks or (parse.case, parse.number) == ("nomn", "sing") for parse in readings):
        return False
    return any(parse.case == "gent" for parse in readings) and any(map(_is_somebody, above))


@lru_cache(maxsize=morphology.REMEMBERED)
def _is_somebody(word: str) -> bool:
    """«Председатель», «Глава»"""
    readings = morphology.parses(word) if word.isalpha() else ()
    return any({"anim"} <= parse.marks and (parse.case, parse.number) == ("nomn", "sing") for parse in readings[:1])


def recased(words: list[str]) -> list[str]:
    """Words in capitals as they would be written in running text, where the sentence shows that the capitals mean nothing.

    >>> recased(["МИНИСТР", "ЗДРАВООХРАНЕНИЯ", "РФ", "ПОСЕТИЛ", "ТУЛУ"])
    ['министр', 'здравоохранения', 'РФ', 'посетил', 'Тулу']
    >>> recased(["ИВАНОВ", "Пётр", "из", "ОБСЕ"])
    ['Иванов', 'Пётр', 'из', 'ОБСЕ']
    """
    capitals = [index for index, word in enumerate(words) if _is_loud(word) and (len(word) > 2 or _heads_name(words, index))]
    if not capitals:
        return words
    letters = sum(len(word) for word in words if word.isalpha())
    loud = len(capitals) > 1 and sum(len(words[index]) for index in capitals) > 0.7 * letters
    again = list(words)
    for index in range(len(words)) if loud else capitals:
        if loud and words[index].isupper():
            again[index] = _quiet(words[index])
        elif _surname_before(words, index):
            again[index] = words[index].title()
    return again


def _is_loud(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.replace("-", "").isalpha()


def _surname_before(words: list[str], index: int) -> bool:
    """«ИВАНОВ Пётр», «ИВАНОВ П. А.»: a surname in capitals before or after the rest of a name."""
    word = words[index].lower()
    readings = morphology.parses(word)
    if any("Abbr" in reading.marks and reading.lemma == word and reading.source.is_known for reading in readings):
        return False
    opens = index == 0 or not words[index - 1][-1].isalpha()
    long = len(word) > 4  # «СЗФО» is read like a surname too
    if _heads_name(words, index) and (opens or (long and len(words[index + 1]) > 1)):
        return True
    if long and index == 1 and len(words) == 2 and _is_name(words[0]):  # «Анна СОЙКА»: who signs
        return True
    beside = words[index + 1 : index + 2] + words[max(0, index - 1) : index]
    told = any("Surn" in reading.marks and (long or reading.source.is_known) for reading in readings[:2])
    told = told or (opens and long and not morphology.known(word))
    return told and any(_is_name(other) for other in beside)


def _heads_name(words: list[str], index: int) -> bool:
    """«[ЛИ] Пётр Чанович – …», «[БЕЛЬСКИХ] П. И.»: a word before a first name and patronymic or initials, and no surname behind these."""
    first, second, third = (*words[index + 1 : index + 4], "", "", "")[:3]
    if PATRONYMIC.search(second) and (_is_name(first) or (first.istitle() and not morphology.known(first))):
        return not third.istitle()
    return len(first) == 1 and first.isupper() and second == "."


def _is_name(word: str) -> bool:
    return word.istitle() and len(word) > 1 and any({"Name", "Patr"} & parse.marks for parse in morphology.parses(word))


def _quiet(word: str) -> str:
    if len(word) < 2 or "." in word:
        return word
    readings = morphology.parses(word.lower())
    proper = {"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"}
    if not morphology.known(word):
        return word if _unspeakable(word) else word.title()
    if any("Abbr" in reading.marks for reading in readings) and len(word) < 5:
        return word
    return word.title() if proper & readings[0].marks else word.lower()


def _unspeakable(word: str) -> bool:
    """No vowel, or too short for a name: an acronym (ОБСЕ and the like are known by name elsewhere)."""
    return len(word) < 5 or not re.search("[АЕЁИОУЫЭЮЯ]", word)
