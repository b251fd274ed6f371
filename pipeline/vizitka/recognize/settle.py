"""One answer a place: what the model found stands first; what the seeds know and the rules guess joins it where the model allows."""

from __future__ import annotations

from collections.abc import Sequence

from ..morphology import is_acronym, keys, may_be
from ..seeds import Seeds
from ..signs import DASHES
from .believed import is_believed
from .nouns import noun_kind
from .organizations import of_town
from .roles import concern, is_occasion, listed
from .seams import head_of, parts
from .spans import CLOSING, OPENING, Sentence, Span, is_address, longest_at

ORDER = {"model": 0, "seed": 1, "rule": 2}
DOUBTFUL = 0.6  # a country that the model finds no likelier may be a region that the seeds know
TOWN = frozenset({"г", "."})  # «г. Тула»
APART = {"person": {"person", "role"}, "role": {"role", "person"}, "organization": {"organization", "person"}}


def settle(sentence: Sentence, found: list[Span], seeds: Seeds) -> list[Span]:
    """The spans that stay: the model's, then those of the seeds, then those of the rules; they nest and never cross."""
    found = [sited(sentence, closed(sentence, span, seeds), found, seeds) for span in found]
    whole = [closed(sentence, part, seeds) for span in found for part in parts(sentence, span, found, seeds)]
    kept: list[Span] = []
    for span in sorted({span for span in whole if is_believed(sentence, span, whole, seeds)}, key=_rank):
        if span.first < span.last and not _is_several(span, kept) and not any(_excludes(other, span) for other in kept):
            kept.append(span)
    return sorted(kept)


def sited(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> Span:
    """«[школа № 5 [города Тулы]]», «[суд [г. Тулы]]», «[совет министров государств [— участников СНГ]]», «[посольство Чили [в Перу]]»,
    «[советник посольства Чили [в Перу]]», «[УМВД России [по г. Туле и Тульской области]]», «[сборная Чили [по хоккею]]», «[директор «Зари»
    [по персоналу]]»: with the town of a school or court, what states are members of, where the mission or office is that ends a span, what
    a team plays, or what a role is concerned with."""
    word, after = sentence.word(span.last), span.last + 1
    if span.kind not in ("organization", "role"):
        return span
    if span.last - span.first > 2 and sentence.words[span.last - 2] == "№":
        return span._replace(last=of_town(sentence, span.last, seeds))
    if word in DASHES and span.kind == "organization" and _is_of_members(sentence, span.last, seeds):
        union = longest_at(found, span.last + 2, "organization")
        return span._replace(last=union.last) if union else span
    if word == "и" and span.kind == "role" and sentence.words[span.last - 2] == "по":
        return span._replace(last=_states(sentence, span.last - 1, found) or span.last)
    settled = _settlement(sentence, span.last, found, seeds)
    if not settled and word not in ("в", "во", "по") and sentence.word(after) != ".":
        return span
    ending = [other for other in found if other.kind == "organization" and other.last == span.last and span.covers(other)]
    if settled:
        bodies = (noun_kind(sentence.words[place], seeds) == "body" for other in ending for place in range(*other[:2]))
        return span._replace(last=settled.last) if any(bodies) else span
    if sentence.word(after) == ".":
        town = longest_at(found, after + 1, "location") if ending and len(word) == 1 else None
        return span._replace(last=town.last) if town and may_be(sentence.words[town.first], "gent") else span
    if word == "по":
        if any(_is_team(sentence, other, seeds) for other in ending) and not is_occasion(sentence, span.last, seeds):
            return span._replace(last=concern(sentence, after) or span.last)
        is_local = any(_is_local(sentence, other, found, seeds) for other in ending)
        land = _territory(sentence, after, found, seeds) if is_local else None
        return span._replace(last=land) if land else _charged(sentence, span, found, seeds)
    if sentence.case(after) != "loct":
        return span
    missions = (other for other in ending if any(_is_mission(sentence.words[place], seeds) for place in (other.first, other.first + 1)))
    owned = any(one.kind == "country" and other.first < one.first and other.covers(one) for other in missions for one in found)
    site = longest_at(found, after, "country", "location") if owned else None
    return span._replace(last=site.last) if site else span


def _settlement(sentence: Sentence, place: int, found: Sequence[Span], seeds: Seeds) -> Span | None:
    """«[города Казани]», «[провинции Гилян]»: the place that such a noun in the genitive leads in."""
    noun = keys(sentence.word(place) or "-")
    town = longest_at(found, place + 1, "location") if sentence.case(place) == "gent" and sentence.word(place).islower() else None
    return town if town and not noun.isdisjoint(seeds.words["settlement"]) and sentence.words[town.first][0].isupper() else None


def _is_of_members(sentence: Sentence, dash: int, seeds: Seeds) -> bool:
    """«стран — [членов] ОДКБ», «государств — [участников] СНГ»"""
    states, members = sentence.word(dash - 1), sentence.word(dash + 1)
    of_states = sentence.case(dash - 1) == "gent" and not keys(states).isdisjoint(seeds.words["states"])
    return of_states and bool(members) and not keys(members).isdisjoint(seeds.words["member"])


def _is_team(sentence: Sentence, span: Span, seeds: Seeds) -> bool:
    """«молодёжная [сборная] Чили»"""
    return any(not keys(word).isdisjoint(seeds.words["team"]) for word in sentence.words[span.first : span.last])


def _territory(sentence: Sentence, place: int, found: Sequence[Span], seeds: Seeds) -> int | None:
    """Where the places end that begin here: «г. Туле и Тульской области»."""
    while sentence.word(place) in TOWN or (sentence.word(place) and not keys(sentence.words[place]).isdisjoint(seeds.words["settlement"])):
        place += 1
    land = longest_at(found, place, "location")
    last = land.last if land else _district(sentence, place, seeds)
    return last and ((sentence.word(last) == "и" and _territory(sentence, last + 1, found, seeds)) or last)


def _district(sentence: Sentence, place: int, seeds: Seeds) -> int | None:
    """Where a district ends that the model does not know: «Чеховскому району», «Северо-Западному и Южному ФО»."""
    last = place
    while sentence.is_adjective(last) or (sentence.word(last) == "и" and sentence.is_adjective(last + 1)):
        last += 1
    named = last > place and sentence.words[place][0].isupper() and sentence.case(place) == "datv"
    return last + 1 if named and not keys(sentence.word(last) or "-").isdisjoint(seeds.words["district"]) else None


def _states(sentence: Sentence, place: int, found: Sequence[Span]) -> int | None:
    """Where the states end that begin here: «Ираку и Сирии»."""
    state = longest_at(found, place, "country") if sentence.case(place) == "datv" else None
    return state and ((sentence.word(state.last) == "и" and _states(sentence, state.last + 1, found)) or state.last)


def _is_local(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> bool:
    """«УМВД», «управление», «МВД», but not «управление [МВД]»: has it its like in other places?"""
    word = sentence.words[span.first]
    if noun_kind(word, seeds) == "unit" or not keys(word).isdisjoint(seeds.words["local"]):
        return True
    if span.last - span.first > 1 or not is_acronym(word):
        return False
    around = (other for other in found if other.kind == "organization" and other.covers(span) and other[:2] != span[:2])
    known = (seeds.organizations[entry.key] for entry in seeds.phrases.whole(word) if entry.kind == "organization")
    return any(one.is_general for one in known) and not any(around)


def _charged(sentence: Sentence, span: Span, found: Sequence[Span], seeds: Seeds) -> Span:
    """«[заместитель директора «Зари»[ по персоналу]]», «[представитель Чили[ по Ираку и Сирии]]»: a role with what its holder is concerned
    with, before a name or a sign, or with the states."""
    head = head_of(sentence, span, seeds) if span.kind == "role" else None
    if not head or head.number != "sing" or "topic" not in head.role.takes or is_occasion(sentence, span.last, seeds):
        return span
    if states := _states(sentence, span.last + 1, found):
        return span._replace(last=states)
    noun = concern(sentence, span.last + 1)
    last = listed(sentence, noun, seeds) if noun else span.last
    closed = not sentence.word(last)[:1].isalnum() or any((other.first, other.kind) == (last, "person") for other in found)
    return span._replace(last=last) if closed else span


def _is_mission(word: str, seeds: Seeds) -> bool:
    return not keys(word).isdisjoint(seeds.words["mission"])


def _rank(span: Span) -> tuple[int, int, int, str, float]:
    """The model first, but for what the seeds know better: countries of several words, and regions where it is not sure of a country."""
    known = span.method == "seed" and span.kind == "country" and span.last - span.first > 1
    doubtful = span.method == "model" and span.kind == "country" and span.confidence < DOUBTFUL
    return -1 if known else ORDER["rule" if doubtful else span.method], span.first - span.last, span.first, span.kind, -span.confidence


def closed(sentence: Sentence, span: Span, seeds: Seeds) -> Span:
    """With the closing mark of a quotation that the span opens («завод «Маяк[»]»), without a list's sign before it («• Олег Рогов»), a form
    of address behind it («координатор ООН госпожа») or what begins a title («тренер сборной Чили заслуженный»)."""
    while span.last - span.first > 1 and not sentence.words[span.first][0].isalnum() and sentence.words[span.first] not in OPENING:
        span = span._replace(first=span.first + 1)
    ending = sentence.words[span.last - 1]
    if span.kind == "role" and span.last - span.first > 1 and (is_address(ending, seeds) or _is_honorary(sentence, span.last - 1, seeds)):
        span = span._replace(last=span.last - 1)
    words, after = sentence.words[span.first : span.last], sentence.word(span.last)
    bracketed = after == ")" and "(" in words and ")" not in words
    return span._replace(last=span.last + 1) if bracketed or (after and after in CLOSING and _is_open(words)) else span


def _is_open(words: Sequence[str]) -> bool:
    """Does a quotation begin in the words that does not end in them?"""
    return sum(word in OPENING for word in words) > sum(word in CLOSING for word in words) or words.count('"') % 2 == 1


def _is_honorary(sentence: Sentence, place: int, seeds: Seeds) -> bool:
    """«[заслуженный] тренер»"""
    return sentence.is_adjective(place) and not seeds.words["honorary"].isdisjoint(keys(sentence.words[place]))


def _is_several(span: Span, kept: Sequence[Span]) -> bool:
    """«посол [Республики Таджикистан в Российской Федерации]»: two countries are not one."""
    inside = [other for other in kept if other.kind == "country" and span.covers(other)]
    return span.kind == "country" and len(inside) > 1


def _excludes(kept: Span, span: Span) -> bool:
    """Is there no room for a span beside one that is kept?"""
    if kept.crosses(span) or (kept.first, kept.last) == (span.first, span.last):
        return True
    if kept.method == "seed" and span.method == "model" and kept.covers(span):
        return True
    if kept.kind == "person" and kept.covers(span) and (span.kind == "person" or (span.kind == "location" and span.first == kept.first)):
        return True  # «[[Милана] Раджа Рогова]»
    if span.method == "model" or kept.first >= span.last or span.first >= kept.last:
        return False
    if span.method == "seed":
        longer = span.kind == "organization" and kept.first == span.first and kept.last < span.last
        longer |= span.kind == "location" and span.covers(kept)  # «[Республика Саха ([Якутия])]»
        same = kept.kind == span.kind and not longer
        return same or (kept.kind == "person" and kept.covers(span))
    if kept.kind == span.kind and span.kind in ("role", "organization") and span.covers(kept):
        return False
    return kept.kind in APART.get(span.kind, {span.kind})
