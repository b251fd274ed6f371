"""Two people side by side are two, where the document names the first in full elsewhere: «по совету [Каренина] [Левин] не поехал», or
each of those whom hyphens join: «дебаты [Седов]-[Рогов]», or where the page has run their names together: «[Лев Седов][Анна Рогова]»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..morphology import fold, keys
from ..naming import is_family_first
from ..seeds import Seeds
from ..types import Analysis
from .model import Found, words_of
from .people import CAPITALISED, is_first_name, is_patronymic

DIRECT = frozenset({"", "nomn", "accs"})
SHORT = 3  # letters of a surname that many bear: «Ким»
Name = tuple[frozenset[str], ...]


def apart(analysis: Analysis, told: Sequence[Found], seeds: Seeds) -> Iterator[Found]:
    """The model's mentions, one that holds several people as several."""
    names: defaultdict[int, set[Name]] = defaultdict(set)
    for one in told:
        if one.sure and one.kind == "person":
            names[analysis.batch.documents[one.sentence]].add(_name(analysis, one))
    for one in told:
        known = names[analysis.batch.documents[one.sentence]]
        is_person = one.sure and one.kind == "person"
        second = _second(analysis, one, known, seeds) if is_person else None
        if second is not None:
            yield from (one._replace(last=second), one._replace(first=second))
        elif is_person and _are_joined(analysis, one, known, seeds):
            yield from (one._replace(first=place, last=place + 1) for place in range(one.first, one.last, 2))
        else:
            yield one


def _are_joined(analysis: Analysis, one: Found, known: set[Name], seeds: Seeds) -> bool:
    """«дебаты [Седов]-[Рогов]», «пакт [Молотова]-[Риббентропа]», «дихотомия [Санду]-[Додон]», but not «речь [Седова-Рогова]»: people whom
    the document names each in full, statesmen, or between whom something is, and nobody's double surname."""
    pieces = analysis.batch.pieces.spellings[one.first : one.last]
    if len(pieces) < 3 or set(pieces[1::2]) != {"-"} or not all(map(CAPITALISED.match, pieces[::2])):
        return False
    first, last = words_of(analysis, one)
    families = frozenset().union(*(name[-1] for name in known if len(name) > 1))
    if last - first > 1 or not families.isdisjoint(keys(analysis.batch.spellings[first])):
        return False
    before = analysis.batch.spellings[first - 1] if first > analysis.batch.sentences[one.sentence] else "-"
    if all(not families.isdisjoint(keys(piece)) or _is_statesmans(piece, seeds) for piece in pieces[::2]):
        return True
    return not keys(before).isdisjoint(seeds.words["between"])


def _is_statesmans(word: str, seeds: Seeds) -> bool:
    """«Додон», but not «Ким», «Иванова»: a surname of statesmen, which few others bear."""
    return len(word) > SHORT and not seeds.surnamed.keys().isdisjoint(keys(word)) and seeds.surname_rates.keys().isdisjoint(keys(word))


def _second(analysis: Analysis, one: Found, known: set[Name], seeds: Seeds) -> int | None:
    """The piece where the second person begins: where no space parts a name from a first name, or behind somebody else's surname in an
    oblique case."""
    first, last = words_of(analysis, one)
    words, case = analysis.batch.spellings[first:last], analysis.grammars[first].case
    if _are_statesmen(words, seeds):
        return analysis.batch.piece_of[last - 1]
    if glued := [place for place in range(first + 2, last - 1) if _is_glued(analysis, place, seeds)]:
        return analysis.batch.piece_of[glued[0]]
    if len(words) < 2 or case in DIRECT or not all(map(CAPITALISED.match, words)) or any(map(is_patronymic, words)):
        return None
    if is_first_name(words[0], seeds) or is_family_first(words, seeds):
        return None
    if is_first_name(words[1], seeds) and analysis.grammars[first + 1].case == case:  # «[Каренину Сергею] вручили …»
        return None
    name = _name(analysis, one)
    torn = len(words) == 2 and analysis.grammars[first + 1].case not in ("", case)
    apart = any(_is_another(other, name) for other in known) or (torn and _are_known(name, known - {name}))
    return analysis.batch.piece_of[first + 1] if apart else None


def _are_known(name: Name, known: set[Name]) -> bool:
    """«с [Чижиком] [Рогова] говорила», where the document names «Чижик» alone, and Рогова in full as somebody else."""
    families = [other for other in known if len(other) > 1 and not other[-1].isdisjoint(name[-1])]
    lone = any(len(other) == 1 and not other[0].isdisjoint(name[0]) for other in known)
    return lone and bool(families) and all(name[0].isdisjoint(word) for other in families for word in other)


def _are_statesmen(words: Sequence[str], seeds: Seeds) -> bool:
    """«без Никки Хейли [Трамп] победит»: does a statesman's surname follow the whole name of another?"""
    if len(words) != 3 or fold(" ".join(words[:2])) not in seeds.statesmen or seeds.surnamed.keys().isdisjoint(keys(words[2])):
        return False
    return not is_family_first(words, seeds) and fold(" ".join(words)) not in seeds.statesmen  # «художник Пак Чин Хо»


def _is_glued(analysis: Analysis, place: int, seeds: Seeds) -> bool:
    """«Лев Седов[Анна] Рогова»"""
    batch = analysis.batch
    joined = batch.stops[place - 1] == batch.starts[place] and all(map(CAPITALISED.match, batch.spellings[place - 1 : place + 1]))
    return joined and is_first_name(batch.spellings[place], seeds)


def _is_another(other: Name, name: Name) -> bool:
    """Does a full name end as this one begins, and share nothing else with it?"""
    if len(other) < 2 or other[-1].isdisjoint(name[0]) or not other[0].isdisjoint(name[0]):
        return False
    return frozenset().union(*other[:-1]).isdisjoint(frozenset().union(*name[1:]))


def _name(analysis: Analysis, one: Found) -> Name:
    """The keys of the words of a name."""
    first, last = words_of(analysis, one)
    return tuple(keys(word) for word in analysis.batch.spellings[first:last] if word[0].isalpha())
