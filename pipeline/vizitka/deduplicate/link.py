"""Which people of different documents are one: full names first, by blocks; then initials and surnames alone join whom they fit best."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from ..morphology import fold
from ..naming import Name, names_clan
from ..seeds import Seeds
from .compare import Candidate, Score, Weights, borne, candidate, context, joined, score
from .names import agreement, blocks, completes, is_full, is_initial, namesakes, stem
from .referents import Referent, companion

SURE = 4.0  # bits: 16 to 1
SURER = 6.0  # of a first name alone, which many bear
UNSURE = 0.0
CROWD = 48
MANY = 400  # people of one name without a first name: of more nobody can be told
FAME = 1.5  # who is named in more documents is also known by the surname alone more often
UNKNOWN = 0.02


class Link(NamedTuple):
    """Two referents (by number) that were taken for one person, or might be, with the bits and the reason."""

    one: int
    other: int
    bits: float
    reason: str


@dataclass(slots=True)
class Judged:
    """What an analyst said of pairs of referents, by their numbers."""

    same: set[tuple[int, int]] = field(default_factory=set)
    apart: set[tuple[int, int]] = field(default_factory=set)


class Linked(NamedTuple):
    """The people: ``people[n]`` holds the referents of the n-th, those that bear a full name first; and why, and what is unsure."""

    people: list[list[int]]
    links: list[Link]
    unsure: list[Link]


def linked(referents: Sequence[Referent], weights: Weights, seeds: Seeds, judged: Judged | None = None) -> Linked:
    """Link the referents of all documents. Their order changes nothing: each step goes by names and mention ids."""
    return _Linker(list(referents), weights, seeds, judged or Judged()).linked()


class _Linker:
    def __init__(self, referents: list[Referent], weights: Weights, seeds: Seeds, judged: Judged) -> None:
        self.referents, self.weights, self.seeds, self.judged = referents, weights, seeds, judged
        self.apart = {frozenset(pair) for pair in judged.apart}
        self.named = {number for pair in judged.apart for number in pair}
        self.links: list[Link] = []
        self.unsure: list[Link] = []

    def linked(self) -> Linked:
        full, rest = self._by_name()
        people = [person for group in self._components(full) for person in self._merged(group)]
        people += self._attached(people, rest)
        people = self._as_judged(self._addressed(people))
        return Linked([sorted(person.referents, key=self._order) for person in people], self.links, self._doubtful(people))

    def _doubtful(self, people: Sequence[Candidate]) -> list[Link]:
        """What is still unsure at the end."""
        owner = {number: place for place, person in enumerate(people) for number in person.referents}
        return [link for link in self.unsure if owner[link.one] != owner[link.other]]

    def _order(self, number: int) -> tuple[bool, str, str]:
        """Full names first, then by date, those without one last."""
        told = self.referents[number]
        return not is_full(told.name), told.date or "9", told.mention

    def _by_name(self) -> tuple[dict[Name, list[Candidate]], dict[Name, list[int]]]:
        """Candidates of each full name, and the referents of each other name."""
        groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number in sorted(range(len(self.referents)), key=lambda number: self.referents[number].mention):
            groups[key(self.referents[number].name)].append(number)
        named = {min(self.referents[number].name for number in groups[each]): groups[each] for each in sorted(groups)}
        full = {name: self._gathered(name, numbers) for name, numbers in named.items() if is_full(name)}
        return full, {name: numbers for name, numbers in named.items() if not is_full(name)}

    def _gathered(self, name: Name, numbers: list[int]) -> list[Candidate]:
        """Referents of one name by what they hold: those that share a post or an organization, and those of whom nothing is said.

        Of a common name those of whom nothing is said are gathered only where they share company.
        """
        parent = list(range(len(numbers)))
        seen: dict[str, int] = {}
        bare: list[int] = []
        rare = self.weights.get(("name", "equal"), 0) + self._rarity(name) >= SURE
        for place, number in enumerate(numbers):
            told = self.referents[number]
            shared = [*told.posts, *told.organizations] or (
                [] if rare else [f"with {each}" for each in told.company if each != companion(told.name)]
            )
            if not shared and rare:
                bare.append(place)
            for each in shared:
                if not self._is_judged(number):
                    _union(parent, seen.setdefault(each, place), place)
        for place in bare:
            if not self._is_judged(numbers[place]):
                _union(parent, bare[0], place)
        groups: dict[int, list[int]] = defaultdict(list)
        for place, number in enumerate(numbers):
            groups[_find(parent, place)].append(number)
        found = [candidate(group, self.referents) for group in groups.values()]
        for person in found:
            self._told(person.referents, "name equal, posts or company shared" if not rare else "name equal and rare or posts shared")
        return found

    def _rarity(self, name: Name) -> float:
        return self.weights.get(("rarity", borne(namesakes(name, self.seeds))), 0.0)

    def _is_judged(self, number: int) -> bool:
        return number in self.named

    def _told(self, numbers: Sequence[int], reason: str, bits: float = SURE) -> None:
        self.links.extend(Link(numbers[0], number, bits, reason) for number in numbers[1:])

    # Full names

    def _components(self, full: Mapping[Name, list[Candidate]]) -> Iterator[list[Candidate]]:
        """Candidates that may have to do with each other: their names share a block and do not gainsay each other."""
        names = list(full)
        parent = list(range(len(names)))
        buckets: dict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(names):
            for block in blocks(name, self.seeds):
                buckets[block].append(place)
        for bucket in buckets.values():
            for index, one in enumerate(bucket):
                for other in bucket[index + 1 :]:
                    if _find(parent, one) != _find(parent, other) and agreement(names[one], names[other], self.seeds):
                        _union(parent, one, other)
        groups: dict[int, list[Candidate]] = defaultdict(list)
        for place, name in enumerate(names):
            groups[_find(parent, place)].extend(full[name])
        yield from groups.values()

    def _merged(self, group: list[Candidate]) -> list[Candidate]:
        """The best pair becomes one, as long as a pair is sure; what is then neither sure nor excluded is unsure."""
        alive: dict[int, Candidate] = dict(enumerate(group))
        fresh = count(len(group))
        heap: list[tuple[float, str, str, int, int]] = []
        scores: dict[tuple[int, int], Score] = {}
        for one in alive:
            for other in self._rivals(one, range(one + 1, len(group)), alive):
                self._weigh(one, other, alive, scores, heap)
        while heap:
            bits, _, _, one, other = heapq.heappop(heap)
            if -bits < SURE:
                break
            if one not in alive or other not in alive:
                continue
            first, second = alive.pop(one), alive.pop(other)
            self.links.append(Link(first.referents[0], second.referents[0], -bits, scores[one, other].reason))
            number, others = next(fresh), list(alive)
            alive[number] = joined(first, second)
            for each in self._rivals(number, others, alive):
                self._weigh(each, number, alive, scores, heap)
        doubts = [(pair, told) for pair, told in scores.items() if pair[0] in alive and pair[1] in alive and UNSURE <= told.bits < SURE]
        for (one, other), told in sorted(doubts, key=lambda each: -each[1].bits)[:CROWD]:
            self.unsure.append(Link(alive[one].referents[0], alive[other].referents[0], told.bits, told.reason))
        return list(alive.values())

    def _rivals(self, one: int, others: Sequence[int], alive: Mapping[int, Candidate]) -> Sequence[int]:
        """The candidates whom one is weighed against; of a crowd those of an agreeing name that share most with it."""
        if len(others) <= CROWD:
            return others
        mine = alive[one]
        agreeing = [other for other in others if agreement(mine.name, alive[other].name, self.seeds)]
        return heapq.nlargest(CROWD, agreeing, key=lambda other: (*_in_common(mine, alive[other]), -other))

    def _weigh(
        self,
        one: int,
        other: int,
        alive: Mapping[int, Candidate],
        scores: dict[tuple[int, int], Score],
        heap: list[tuple[float, str, str, int, int]],
    ) -> None:
        told = score(alive[one], alive[other], self.weights, self.seeds)
        if told.bits < UNSURE or self._are_apart(alive[one], alive[other]):
            return
        scores[one, other] = told
        first, second = (min(self.referents[number].mention for number in alive[each].referents[:1]) for each in (one, other))
        heapq.heappush(heap, (-told.bits, first, second, one, other))

    def _are_apart(self, one: Candidate, other: Candidate) -> bool:
        """Has an analyst said that they are two?"""
        mine, theirs = self.named.intersection(one.referents), self.named.intersection(other.referents)
        return any(frozenset((left, right)) in self.apart for left in mine for right in theirs)

    # Initials and surnames alone

    def _attached(self, people: list[Candidate], rest: Mapping[Name, list[int]]) -> list[Candidate]:
        """Each less full name joins the one person whom it fits much better than all others; the rest stay by themselves."""
        bearers: dict[str, list[Candidate]] = defaultdict(list)
        for person in people:
            for each in {stem(person.name.last), *({stem(person.name.first)} if person.name.first else ())}:
                bearers[each].append(person)
        alone: list[Candidate] = []
        for name, numbers in sorted(rest.items(), key=lambda pair: (is_initial(pair[0].first), pair[0])):
            fitting = self._fitting(name, bearers)
            free: list[int] = []
            found: list[tuple[Candidate, int]] = []
            for signature in self._signatures(numbers).values():
                best = self._best(candidate(signature, self.referents), name, fitting)
                if best is None:
                    free.extend(signature)
                    continue
                person, told, sure = best
                if sure:
                    found.extend((person, number) for number in signature)
                    self.links.extend(Link(person.referents[0], number, told.bits, told.reason) for number in signature)
                else:
                    free.extend(signature)
                    self.unsure.append(Link(person.referents[0], signature[0], told.bits, told.reason))
            alone += self._alone(free)
            for person, number in found:
                person.referents.append(number)
        return alone

    def _fitting(self, name: Name, bearers: Mapping[str, list[Candidate]]) -> list[Candidate]:
        if names_clan(name.whole):
            return []  # «Роговы» are none of the family
        each = bearers.get(stem(name.last) if name.last else stem(name.first), [])
        return [person for person in each if agreement(name, person.name, self.seeds)]

    def _signatures(self, numbers: Iterable[int]) -> dict[tuple[object, ...], list[int]]:
        """Referents of whom their documents say the same are thought of once."""
        groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for number in numbers:
            told = self.referents[number]
            judged = number if self._is_judged(number) else -1
            groups[told.posts, told.roles, told.organizations, told.countries, told.company, told.setting, judged].append(number)
        return groups

    def _best(self, less: Candidate, name: Name, fitting: Sequence[Candidate]) -> tuple[Candidate, Score, bool] | None:
        """The person who bears the name in most documents, as what is said of both allows; None where nobody is likely."""
        if not fitting:
            return None
        crowd = heapq.nlargest(CROWD, fitting, key=lambda person: (len(person.documents), person.name, person.referents[0]))
        chances: list[tuple[float, Candidate, Score]] = []
        for person in crowd:
            if self._are_apart(less, person):
                continue
            levels = context(less, person, self.seeds)
            told = Score(
                sum(self.weights.get(level, 0.0) for level in levels), (("name", agreement(name, person.name, self.seeds)), *levels)
            )
            chances.append((len(person.documents) ** FAME * 2.0 ** min(told.bits, 60.0), person, told))
        if not chances:
            return None
        mass = sum(chance for chance, _, _ in chances) + UNKNOWN * (1 + namesakes(name, self.seeds))
        chance, person, told = max(chances, key=lambda each: (each[0], each[1].name, -each[1].referents[0]))
        bits = math.log2(max(chance, 1e-9) / max(mass - chance, 1e-9))
        if bits < UNSURE:
            return None
        return person, Score(bits, told.levels), bits >= (SURE if name.last else SURER)

    def _alone(self, numbers: Sequence[int]) -> list[Candidate]:
        """Those of one name whom nobody bears in full: one where they share a post, or where all that is said of them makes it sure."""
        parent = list(range(len(numbers)))
        seen: dict[str, int] = {}
        for place, number in enumerate(numbers):
            for post in self.referents[number].posts:
                if not self._is_judged(number):
                    _union(parent, seen.setdefault(post, place), place)
        groups: dict[int, list[int]] = defaultdict(list)
        for place, number in enumerate(numbers):
            groups[_find(parent, place)].append(number)
        found = [candidate(group, self.referents) for group in groups.values()]
        for each in found:
            self._told(each.referents, "surname equal, posts shared")
        return self._merged(found) if len(found) <= MANY else found

    def _addressed(self, people: list[Candidate]) -> list[Candidate]:
        """«Ольга Борисовна» of a document is the one person named there («О. Громова») whose name it completes."""
        named: dict[str, list[Candidate]] = defaultdict(list)
        for person in people:
            if person.name.last:
                for document in {self.referents[number].document for number in person.referents}:
                    named[document].append(person)
        for person in people:
            if person.name.first and person.name.patronymic and not person.name.last:
                for number in list(person.referents):
                    self._address(number, person, named[self.referents[number].document])
        return [person for person in people if person.referents]

    def _address(self, number: int, mine: Candidate, others: Sequence[Candidate]) -> None:
        able = [other for other in others if completes(mine.name, other.name, self.seeds) and not self._are_apart(mine, other)]
        known = [other for other in able if other.name.patronymic and not is_initial(other.name.patronymic)]
        if len(known or able) == 1:
            other = (known or able)[0]
            mine.referents.remove(number)
            other.referents.append(number)
            self.links.append(Link(other.referents[0], number, SURE, "name and patronymic of one in the document"))

    # Judgements

    def _as_judged(self, people: list[Candidate]) -> list[Candidate]:
        """Those whom an analyst called one become one."""
        if not self.judged.same:
            return people
        owner = {number: place for place, person in enumerate(people) for number in person.referents}
        parent = list(range(len(people)))
        for one, other in sorted(self.judged.same):
            if owner[one] != owner[other]:
                _union(parent, owner[one], owner[other])
                self.links.append(Link(one, other, SURE, "judged one"))
        groups: dict[int, list[int]] = defaultdict(list)
        for place, person in enumerate(people):
            groups[_find(parent, place)].extend(person.referents)
        return [candidate(group, self.referents) for group in groups.values()]


def _in_common(one: Candidate, other: Candidate) -> tuple[int, int]:
    return len(one.posts & other.posts), len(one.company & other.company)


def key(name: Name) -> tuple[str, ...]:
    """What referents of one name share: its parts, folded."""
    return fold(name.first), fold(name.patronymic), fold(name.last)


def _find(parent: list[int], place: int) -> int:
    while parent[place] != place:
        parent[place] = parent[parent[place]]
        place = parent[place]
    return place


def _union(parent: list[int], one: int, other: int) -> None:
    one, other = _find(parent, one), _find(parent, other)
    if one != other:
        parent[max(one, other)] = min(one, other)
