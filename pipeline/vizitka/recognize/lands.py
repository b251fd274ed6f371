"""Places that nobody knows and that somebody is said to head («губернатор [Кауки]», «мэр города [Северный]»), that stand in a list of
places («в [Зареченской] и Киевской областях»), whose district looks like a body («городской округ [Химки]»), or that look like somebody
(«уроженец [Копчака]»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..morphology import keys, may_be, parses
from ..seeds import Seeds
from ..signs import LISTING
from .nouns import head_role
from .people import is_borne
from .spans import Sentence, Span

HEADS = ("head of town", "head of land")  # «губернатор»
PLACES = ("settlement", "district")
CONFIDENCE = 0.5


def lands(sentence: Sentence, found: list[Span], seeds: Seeds) -> list[Span]:
    """With the name that ends the role of who heads a place and the adjectives of a list of places, where they are in nothing else."""
    found = list({span[:3]: span for span in (_named(each, sentence, seeds) for each in found)}.values())
    if any(map(_is_lone, found)):
        found = [span._replace(kind="location") if _is_lone(span) and _is_site(sentence, span, found, seeds) else span for span in found]
    several = [span for span in found if span.kind == "location" and sentence.grammars[span.last - 1].number == "plur"]
    found = sorted({*found, *_listed(sentence, several, found)}) if several else found
    roles = [span for span in found if span.kind == "role" and sentence.words[span.last - 1].istitle()]
    return sorted({*found, *_ending(sentence, roles, found, seeds)}) if roles else found


def _named(span: Span, sentence: Sentence, seeds: Seeds) -> Span:
    """«городского округа [Химки]», of what is taken for an organization: an adjective, a noun for a part of a region, and its name."""
    if span.kind != "organization" or span.last - span.first < 3 or not sentence.is_adjective(span.first):
        return span
    names = sentence.words[span.first + 2 : span.last]
    district = _is_one(sentence.words[span.first + 1], ("district",), seeds) and all(map(str.istitle, names))
    return span._replace(first=span.first + 2, kind="location") if district else span


def _is_lone(span: Span) -> bool:
    return span.kind == "person" and span.last - span.first == 1


def _is_site(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """Is what looks like somebody a place, by what stands before it or with it in a list?"""
    place = span.first
    if not sentence.words[place].istitle():
        return False
    if sentence.word(place - 1) not in LISTING and sentence.word(place + 1) not in LISTING:
        return _is_of_site(sentence, place, found, seeds) or _is_native(sentence, place, seeds)
    members = list(_members(sentence, place))
    places = sum(any((other.first, other.last, other.kind) == (each, each + 1, "location") for other in found) for each in members)
    return _is_native(sentence, members[0], seeds) or 2 < 2 * places > len(members) or _is_of_several(sentence, members[-1], seeds)


def _members(sentence: Sentence, place: int) -> Iterator[int]:
    """The words written large of a list in which one stands: «[Ямполя], [Яровой] и [Кировска]»"""
    while sentence.word(place - 1) in LISTING and sentence.word(place - 2).istitle():
        place -= 2
    yield place
    while sentence.word(place + 1) in LISTING and sentence.word(place + 2).istitle():
        place += 2
        yield place


def _is_native(sentence: Sentence, place: int, seeds: Seeds) -> bool:
    """«уроженец [Копчака]»"""
    return not seeds.words["native"].isdisjoint(keys(sentence.word(place - 1) or "-")) and may_be(sentence.words[place], "gent")


def _is_of_site(sentence: Sentence, place: int, found: Sequence[Span], seeds: Seeds) -> bool:
    """«суд сектора [Чеканы]», «в районе [Митте] прошла акция», but not «директор аэропорта [Митчелл]», «в городе [Митчелл] заявил»: what is
    nobody's name in the singular, behind a place that it may be the name of."""
    noun, word = sentence.word(place - 1), sentence.words[place]
    if not noun or not _is_one(noun, PLACES, seeds):
        return False
    if is_borne(word, seeds) and any(parse.number == "sing" for parse in parses(word)):
        return False
    before = place - 2
    held = any((other.kind, other.last) == ("role", place) for other in found)
    held = held or (bool(sentence.word(before)) and head_role(sentence.words[before], sentence.grammars[before], seeds) is not None)
    apart = bool(sentence.word(before)) and sentence.grammars[before].pos == "PREP" and sentence.case(place) == "nomn"
    return not held and not (apart and sentence.word(place + 1) != "" and sentence.grammars[place + 1].pos == "VERB")


def _is_of_several(sentence: Sentence, place: int, seeds: Seeds) -> bool:
    """«Козловского и [Янтиковского] муниципальных округов»: does a list of adjectives end here, before the noun of all?"""
    noun = place + 1
    while sentence.is_adjective(noun) and sentence.words[noun].islower():
        noun += 1
    several = sentence.is_adjective(place) and bool(sentence.word(noun)) and sentence.grammars[noun].number == "plur"
    return several and may_be(sentence.words[place], sentence.case(noun)) and _is_one(sentence.words[noun], PLACES, seeds)


def _ending(sentence: Sentence, roles: Sequence[Span], found: Sequence[Span], seeds: Seeds) -> Iterator[Span]:
    named = {place for span in found if span.kind != "role" for place in range(span.first, span.last)}
    for role in roles:
        first = role.last
        while first > role.first + 1 and sentence.words[first - 1].istitle() and first - 1 not in named:
            first -= 1
        if first < role.last and (_is_one(sentence.words[first - 1], HEADS, seeds) or _is_settlement(sentence, first - 1, seeds)):
            yield Span(first, role.last, "location", "rule", CONFIDENCE)


def _listed(sentence: Sentence, several: Sequence[Span], found: Sequence[Span]) -> Iterator[Span]:
    """«в [Зареченской], [Сумской] и Киевской областях»: adjectives written large before one that has the noun of all."""
    named = {place for span in found if span.kind != "role" for place in range(span.first, span.last)}
    for whole in several:
        place = whole.first - 2
        while sentence.is_adjective(place + 2) and sentence.word(place + 1) in LISTING and _is_alike(sentence, place, whole.first):
            if place not in named:
                yield Span(place, place + 1, "location", "rule", CONFIDENCE)
            place -= 2


def _is_alike(sentence: Sentence, place: int, other: int) -> bool:
    """Is it an adjective written large, in the case of another?"""
    return sentence.is_adjective(place) and sentence.words[place].istitle() and sentence.case(place) == sentence.case(other)


def _is_settlement(sentence: Sentence, place: int, seeds: Seeds) -> bool:
    """«мэр [города] Северный», «глава [округа] Северный»"""
    word = sentence.words[place]
    return word.islower() and sentence.case(place) == "gent" and _is_one(word, PLACES, seeds)


def _is_one(word: str, sorts: Sequence[str], seeds: Seeds) -> bool:
    return any(not keys(word).isdisjoint(seeds.words[sort]) for sort in sorts)
