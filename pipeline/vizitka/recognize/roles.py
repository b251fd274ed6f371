"""Roles: a head noun of the seeds, the adjectives before it, and what depends on it («первый заместитель председателя правления»)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from ..morphology import REMEMBERED, fold, is_acronym, keys, may_be, parses
from ..seeds import Role, Seeds
from ..statuses import marks
from .nouns import head_role, noun_kind
from .spans import Sentence, Span, is_address, longest_at

HEADS = frozenset({"NOUN", "ADJF", "PRTF", "NUMR", "X"})
NOMINAL = ("NOUN", "ADJF", "PRTF", "NUMR")


@dataclass(frozen=True, slots=True)
class Scene:
    """What the grammar of one sentence may look at: its words, its names, the roles found to the right."""

    sentence: Sentence
    names: list[Span]
    inner: list[Span]
    seeds: Seeds


def roles(sentence: Sentence, found: list[Span], seeds: Seeds) -> list[Span]:
    """Every role of a sentence, the inner ones («президента» in «помощник президента») too."""
    found = [_seated(sentence, span, seeds) for span in found]
    heads = _nouns(sentence, seeds)
    if not heads:
        return found
    names = [span for span in found if span.kind in ("organization", "country", "location")]
    scene = Scene(sentence, names, [], seeds)
    found = [_fielded(scene, span) for span in found]
    closed = [(span.first, span.last) for span in found if span.kind in ("organization", "person")]
    closed += [(mark.first, mark.last) for mark in marks(sentence.words, sentence.start, sentence.stop, seeds)]
    for head, role in reversed(heads):
        if not any(first <= head < last for first, last in closed):
            first, last = _begin(scene, head, role), _end(scene, head, role)
            scene.inner.append(Span(first, last, "role", "rule", 0.85 if role.kind == "office" else 0.8))
    found += [span for span in scene.inner if not _belongs(sentence, span, scene)]
    return found + [whole for span in found if (whole := _sought(sentence, span, seeds)) != span]


def _nouns(sentence: Sentence, seeds: Seeds) -> list[tuple[int, Role]]:
    """The nouns that head roles, each with its role."""
    places = [place for place in range(sentence.start, sentence.stop) if sentence.grammars[place].pos in HEADS]
    told = ((place, head_role(sentence.words[place], sentence.grammars[place], seeds)) for place in places)
    return [(place, role) for place, role in told if role and _heads(sentence, place, role)]


def _sought(sentence: Sentence, span: Span, seeds: Seeds) -> Span:
    """«11 [кандидатов в президенты]», «[кандидат на пост главы МИД]»: with who seeks the post before it."""
    if span.kind != "role" or span.first < sentence.start + 2:
        return span
    post = not keys(sentence.words[span.first - 1]).isdisjoint(seeds.words["post"])
    head = span.first - 2 - post
    if sentence.word(head + 1) != ("на" if post else "в") or not sentence.word(head):
        return span
    role = head_role(sentence.words[head], sentence.grammars[head], seeds)
    return span._replace(first=head) if role and fold(role.name) in seeds.words["seeking"] else span


def _fielded(scene: Scene, span: Span) -> Span:
    """«[аналитик в области выборов]»: with the field of an occupation."""
    sentence = scene.sentence
    if span.kind != "role" or sentence.word(span.last) != "в":
        return span
    heads = (head_role(sentence.words[place], sentence.grammars[place], scene.seeds) for place in range(span.first, span.last))
    role = next((role for role in heads if role), None)
    return span._replace(last=(role and field(scene, span.last, role)) or span.last)


def _seated(sentence: Sentence, span: Span, seeds: Seeds) -> Span:
    """«[епископ Юрьевский и Лухский] Иоанн»: with the adjectives of a bishop's see."""
    places = range(span.first, span.last) if span.kind == "role" else ()
    head = next((place for place in places if _has_see(sentence, place, seeds)), None)
    if head is None:
        return span
    last = head + 1
    while _is_see(sentence, last, head) or (sentence.word(last) == "и" and _is_see(sentence, last + 1, head)):
        last += 1
    return span._replace(last=max(last, span.last))


def _has_see(sentence: Sentence, place: int, seeds: Seeds) -> bool:
    role = head_role(sentence.words[place], sentence.grammars[place], seeds)
    return role is not None and "see" in role.takes


def _is_see(sentence: Sentence, place: int, head: int) -> bool:
    word = sentence.word(place)
    return word[:1].isupper() and sentence.is_adjective(place) and may_be(word, sentence.case(head))


def _belongs(sentence: Sentence, span: Span, scene: Scene) -> bool:
    """Are these people part of a title or a name («председатель совета [директоров]», «Союз [журналистов]»)?"""
    around = any(other is not span and other.covers(span) and other.last > span.first > other.first for other in scene.inner)
    of_all = sentence.grammars[span.first].number == "plur" and sentence.case(span.first) == "gent"
    return of_all and (around or bool(noun_kind(sentence.word(span.first - 1), scene.seeds)))


def _heads(sentence: Sentence, head: int, role: Role) -> bool:
    """Is the word a noun here? «военный» and «управляющий» may be an adjective of the next word."""
    adjectival = any(parse.pos in ("ADJF", "PRTF") for parse in parses(sentence.words[head].lower()))
    if sentence.grammars[head].pos == "NOUN" or not adjectival:
        return sentence.grammars[head].pos in (*NOMINAL, "X")
    return "instrumental" in role.takes and sentence.case(head + 1) == "ablt"


def _begin(scene: Scene, head: int, role: Role) -> int:
    """Where the adjectives of the title begin: «чрезвычайный и полномочный посол», «французский министр», but not «второй [владелец]»."""
    first, counted = head, fold(role.name) in scene.seeds.words["untaught"]
    while True:
        before = first - 1
        if counted and is_ordinal(scene.sentence.word(before), scene.seeds):
            return first
        if _modifies(scene, before) and _agrees(scene.sentence, before, head):
            first = before
        elif scene.sentence.word(before) == "и" and first < head and _modifies(scene, before - 1):
            first = before - 1
        else:
            return first


def _agrees(sentence: Sentence, adjective: int, head: int) -> bool:
    """«второй секретарь», but not «на [третьем] директор …»: may both words stand in one case?"""
    word, noun = sentence.words[adjective], sentence.words[head]
    return any(may_be(noun, parse.case) for parse in parses(word) if parse.case)


@lru_cache(maxsize=REMEMBERED)
def is_ordinal(word: str, seeds: Seeds) -> bool:
    """«второй»"""
    return not seeds.words["ordinal"].isdisjoint(keys(word or "-"))


def _modifies(scene: Scene, place: int) -> bool:
    sentence = scene.sentence
    if not sentence.word(place) or not (sentence.is_adjective(place) or is_of_titles(sentence.words[place], scene.seeds)):
        return False
    if any(span.first <= place < span.last and span.kind != "organization" for span in scene.names):
        return True
    return is_title_adjective(sentence.words[place], scene.seeds)


@lru_cache(maxsize=REMEMBERED)
def is_title_adjective(word: str, seeds: Seeds) -> bool:
    lemmas = {fold(parse.lemma) for parse in parses(word.lower()) if parse.pos in ("ADJF", "NUMR", "PRTF")}
    return not all(lemmas.isdisjoint(those) for those in (seeds.role_adjectives, seeds.words["ordinal"], seeds.words["honorary"]))


@lru_cache(maxsize=REMEMBERED)
def is_of_titles(word: str, seeds: Seeds) -> bool:
    """«Чрезвычайного», but not «военного»: is it an adjective of titles and no noun, whatever the tagger says?"""
    return is_title_adjective(word, seeds) and not any(parse.pos == "NOUN" for parse in parses(word))


Taker = Callable[[Scene, int, Role], int | None]


def _end(scene: Scene, head: int, role: Role) -> int:
    """Where the last word ends that depends on the role."""
    last = head + 1
    while True:
        taken = (taker(scene, last, role) for taker in TAKERS)
        further = next((stop for stop in taken if stop is not None), None)
        if further is None:
            return last
        last = further


def name(scene: Scene, place: int, role: Role) -> int | None:
    """«министр обороны [Казахстана]», «директор [завода «Маяк»]»: a name in the genitive."""
    found = longest_at(scene.names, place, "organization", "country", "location") or _quoted(scene, place)
    if not found or (scene.sentence.is_adjective(place) and found.last - found.first == 1):
        return None
    word = scene.sentence.words[place]
    return found.last if word in '«"“' or is_acronym(word) or word.isascii() or is_genitive(scene.sentence, place) else None


def _quoted(scene: Scene, place: int) -> Span | None:
    """«основатель [«Ромашки»]»: the name of an organization with the marks around it."""
    stop = scene.sentence.closing(place)
    inside = longest_at(scene.names, place + 1, "organization") if stop else None
    return inside._replace(first=place, last=stop) if inside and stop == inside.last + 1 else None


def inner_role(scene: Scene, place: int, role: Role) -> int | None:
    """«заместитель [министра энергетики]»."""
    found = longest_at(scene.inner, place, "role")
    if not found or not is_genitive(scene.sentence, place):
        return None
    return found.last


def domain(scene: Scene, place: int, role: Role) -> int | None:
    """«министр [промышленности, торговли и туризма]», «начальник [управления пресс-службы]»: common nouns in the genitive."""
    last = _genitives(scene, place)
    if last is None:
        return None
    while (further := _coordinated(scene, last)) is not None:
        last = further
    return last


def _genitives(scene: Scene, place: int) -> int | None:
    """The run of genitive adjectives and nouns at ``place``; an adjective at its end must be followed by a name."""
    sentence, last, noun = scene.sentence, place, None
    while _is_common_genitive(scene, last):
        last += 1
        if sentence.grammars[last - 1].pos == "NOUN":
            noun = last
    if last > place and longest_at(scene.names, last, "organization") and is_genitive(sentence, last):
        return last
    return noun


def _is_common_genitive(scene: Scene, place: int) -> bool:
    word, sentence = scene.sentence.word(place), scene.sentence
    if not word or not word.islower() or not word[0].isalpha() or sentence.grammars[place].pos not in NOMINAL:
        return False
    if longest_at(scene.names, place, "organization") or longest_at(scene.inner, place, "role"):
        return False
    if is_address(word, scene.seeds):  # «президента США [господина] …»
        return False
    return sentence.case(place) == "gent"


def _coordinated(scene: Scene, place: int) -> int | None:
    """«… и финансов», «…, торговли и туризма»."""
    joint = scene.sentence.word(place)
    if joint not in ("и", ","):
        return None
    last = _genitives(scene, place + 1)
    if last is None or (joint == "," and _coordinated(scene, last) is None):
        return None
    return last


def topic(scene: Scene, place: int, role: Role) -> int | None:
    """«уполномоченный [по правам человека]», «министр [по делам молодёжи, спорту и туризму]»; not «уволен директор [по болезни]»."""
    if scene.sentence.word(place) != "по" or not role.takes & {"topic", "domain", "body", "role"}:
        return None
    noun = concern(scene.sentence, place + 1)
    return None if noun is None or is_occasion(scene.sentence, place, scene.seeds) else listed(scene.sentence, noun, scene.seeds)


def concern(sentence: Sentence, place: int) -> int | None:
    """Where the nouns end that tell what a role is concerned with: «правам человека», «обороне и безопасности»."""
    last, noun = place, None
    while (sentence.word(last).islower() and sentence.case(last) in ("datv", "gent")) or (
        sentence.word(last) == "и" and sentence.case(last + 1) in ("datv", "gent")
    ):
        last += 1
        if sentence.grammars[last - 1].pos == "NOUN":
            noun = last
    return noun


def listed(sentence: Sentence, place: int, seeds: Seeds) -> int:
    """Where the list ends that goes on behind a comma: «по делам молодёжи[, спорту и туризму]»."""
    last, joined = place, False
    while sentence.word(last) == "," and not joined and sentence.case(last + 1) == "datv":
        further = concern(sentence, last + 1)
        if further is None or head_role(sentence.words[last + 1], sentence.grammars[last + 1], seeds):
            return place
        last, joined = further, "и" in sentence.words[last:further]
    return last if joined else place


def is_occasion(sentence: Sentence, place: int, seeds: Seeds) -> bool:
    """«[по] собственному желанию», «[по] итогам конкурса», «[по] всем вопросам»: does it say why, when or in what somebody does as he
    does, and not what he is there for?"""
    first = place + 1
    noun = first + sentence.is_adjective(first)
    pointing = any("Apro" in parse.marks for parse in parses(sentence.word(first) or "-"))
    return sentence.word(place) == "по" and (pointing or sentence.word(noun).lower() in seeds.words["occasion"])


def field(scene: Scene, place: int, role: Role) -> int | None:
    """«аналитик [в области выборов]», «специалист [в сфере науки и образования]»: what an occupation is concerned with."""
    if scene.sentence.word(place) != "в" or role.kind != "occupation":
        return None
    led = not scene.seeds.words["field"].isdisjoint(keys(scene.sentence.word(place + 1) or "-"))
    return domain(scene, place + 2, role) if led else None


def host(scene: Scene, place: int, role: Role) -> int | None:
    """«посол [в Российской Федерации]», «постпред [при ООН]», «поверенный [в делах]»."""
    word = scene.sentence.word(place)
    if word == "в" and "host" in role.takes and scene.sentence.word(place + 1) == "делах":
        return place + 2
    if (word in ("в", "во", "на") and "host" in role.takes) or (word == "при" and role.takes & {"at", "host"}):
        found = longest_at(scene.names, place + 1, "organization", "country", "location")
        return found.last if found else None
    return None


def sender(scene: Scene, place: int, role: Role) -> int | None:
    """«депутат Госдумы [от Рязанской области]», «депутат [от партии «Заря»]»."""
    if role.kind != "office" or scene.sentence.word(place) not in scene.seeds.words["sender"]:
        return None
    noun = scene.sentence.word(place + 1)
    party = noun.islower() and any(scene.seeds.organization_nouns.get(key) == "party" for key in keys(noun))
    found = longest_at(scene.names, place + 1, "organization", "location")
    found = found or (longest_at(scene.names, place + 2, "organization") or _quoted(scene, place + 2) if party else None)
    return found.last if found else None


def instrumental(scene: Scene, place: int, role: Role) -> int | None:
    """«заведующий [кафедрой истории]», «командующий [войсками]»."""
    sentence = scene.sentence
    if (
        "instrumental" not in role.takes
        or sentence.word(place - 1) == ""
        or sentence.case(place) != "ablt"
        or not sentence.word(place).islower()
    ):
        return None
    last = place + 1
    while sentence.case(last) == "ablt" and sentence.word(last).islower():
        last += 1
    return _genitives(scene, last) or last


def is_genitive(sentence: Sentence, place: int) -> bool:
    case = sentence.case(place)
    return case == "gent" or (case in ("", "accs", "nomn") and sentence.proper[place] and may_be(sentence.words[place], "gent"))


TAKERS: tuple[Taker, ...] = (name, inner_role, domain, topic, field, host, sender, instrumental)
