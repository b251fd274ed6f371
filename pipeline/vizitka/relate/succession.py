"""Who held a post before somebody, and who acts for its holder: «Он сменил на этом посту [Седова]», «Его обязанности исполняет [Ли]»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..morphology import fold, parses
from ..signs import DASHES
from .leaving import is_instead, is_resigned
from .scene import (
    CLAUSES,
    SURNAME,
    Scene,
    beginning,
    cases_of,
    head_case,
    is_aside,
    is_office,
    is_post,
    is_worked,
    marked_start,
    outer,
    surname,
)
from .status import status, verb_status

DOING, WHOSE = frozenset({"VERB", "PRTF", "PRTS", "GRND"}), frozenset({"ADJF", "NPRO"})  # what «сменить» and «его» may be tagged as
APPOSING = DASHES | {","}
NEAR = 3  # how far back a post may be told, counted in sentences
REACH = 5  # words that may stand between a verb and the name that it is said of


class Left(NamedTuple):
    """Somebody of whom a word ``place`` says that he has or had the post that is spoken of; ``told`` where a verb must have told that;
    ``after`` where it is the one of who bears a surname that begins so; ``now`` where who comes to it must not have left it."""

    person: int
    place: int
    status: str
    told: bool = False
    after: str = ""
    now: bool = False


def replaced(run: Sequence[tuple[int, Scene]]) -> Iterator[tuple[int, int, str]]:
    """«Рогов сменил Седова на посту [министра]», «сменивший Седова на посту [министра] Рогов», «…, а на посту [министра] он сменил Седова»:
    person, role and status of who comes to a post, and of who leaves it."""
    for _, scene in run:
        posts = [role for role in outer(scene) if _is_of_post(scene, role)]
        verbs = range(scene.start, scene.stop) if posts and scene.people else ()
        verb = next((place for place in verbs if _replaces(scene, place) and _is_subjects(scene, place)), None)
        if verb is None:
            continue
        if len(posts) > 1:
            scene = _clause(scene, verb)
            posts = [role for role in posts if role in scene.roles]
        scene = replace(scene, people=[person for person in scene.people if not is_aside(scene, person)])  # «Рогов (Rogov)»
        if len(posts) != 1 or not 0 < len(scene.people) <= 2:
            continue
        cases = {person: cases_of(scene.analysis, scene.mentions[person], scene.seeds) for person in scene.people}
        said = {person: scene.grammar(scene.mentions[person].first).case for person in scene.people}
        subjects = [person for person in scene.people if "nomn" in cases[person] and said[person] in ("", "nomn")]
        able = [person for person in scene.people if "nomn" in cases[person] and scene.mentions[person].first == verb + 1]
        subjects = subjects or (able if len(scene.people) > 1 else [])  # «Седова сменила Айгуль Ли»
        if len(subjects) <= 1:
            yield from ((person, posts[0], "") for person in subjects)
            yield from ((person, posts[0], "former") for person in scene.people if person not in subjects and "accs" in cases[person])


def _is_of_post(scene: Scene, role: int) -> bool:
    """«на посту [министра]», but not «на этой должности [генерала] Рогова»"""
    post = marked_start(scene, scene.mentions[role].first) - 1
    return is_post(scene, post) and not scene.is_of(post - 1, "pointing")


def _clause(scene: Scene, verb: int) -> Scene:
    """«Рогов назначен на пост мэра[, на посту ректора его сменил Седов]»: the scene of the words between the signs around a verb."""
    start = next((place + 1 for place in range(verb, scene.start, -1) if scene.word(place) in CLAUSES), scene.start)
    stop = next((place for place in range(verb, scene.stop) if scene.word(place) in CLAUSES), scene.stop)
    within = {index for index in scene.numbers if start <= scene.mentions[index].first < stop}
    people, roles = ([index for index in every if index in within] for every in (scene.people, scene.roles))
    return replace(scene, start=start, stop=stop, people=people, roles=roles)


def preceded(run: Sequence[tuple[int, Scene]]) -> Iterator[tuple[int, int, str]]:
    """«Предшественник Рогова на посту [ректора], Олег Седов, …», «её предшественник на посту [ректора] Олег Седов»: whose post it was."""
    for _, scene in run:
        for place in range(scene.start, scene.stop) if scene.people and scene.roles else ():
            if scene.grammar(place).pos == "NOUN" and scene.is_of(place, "predecessor"):
                post = _past_followed(scene, place) + 1
                role = beginning(scene, post + 1) if is_post(scene, post) else None
                person = None if role is None else _named(scene, scene.mentions[role].last)
                if role is not None and person is not None:
                    yield person, role, "former"


def _past_followed(scene: Scene, place: int) -> int:
    """«[её предшественник] на посту», «[предшественник Рогова] на посту»: where a predecessor ends with who followed him."""
    if _is_owned(scene, place):
        return place + 1
    return next((scene.mentions[person].last for person in scene.people if scene.mentions[person].first == place + 1), place + 1)


def _is_owned(scene: Scene, place: int) -> bool:
    """«его [предшественник]», «её [обязанности]»"""
    return scene.grammar(place - 1).pos in WHOSE and scene.is_of(place - 1, "possessive")


def _named(scene: Scene, place: int) -> int | None:
    """Who is named at a word, or behind a comma or dash that stands there."""
    first = place + (scene.word(place) in APPOSING)
    return next((person for person in scene.people if scene.mentions[person].first == first), None)


def succeeded(run: Sequence[tuple[int, Scene]], holders: Mapping[int, set[int]]) -> Iterator[tuple[int, int, str]]:
    """Person, role and status in a document, where the role is that of somebody who is named before. ``holders``: who holds a role."""
    for place, (_, scene) in enumerate(run):
        for left in (left for way in WAYS if scene.people for left in way(scene)):
            role = _post(scene, _before(run, place, holders), left, holders)
            if role is not None:
                yield left.person, role, left.status


def _before(run: Sequence[tuple[int, Scene]], place: int, holders: Mapping[int, set[int]]) -> Scene | None:
    """The sentence before one, near it, that names somebody or has a role that is somebody's."""
    near = (scene for number, scene in reversed(run[max(0, place - NEAR) : place]) if run[place][0] - number <= NEAR)
    return next((scene for scene in near if scene.people or any(holders.get(role) for role in scene.roles)), None)


def _post(scene: Scene, before: Scene | None, left: Left, holders: Mapping[int, set[int]]) -> int | None:
    """The office that was spoken of last, in the sentence or, where it speaks of none, in the one before it, and that another has."""
    roles = [role for role in outer(scene) if scene.mentions[role].last <= left.place and is_office(scene, role)]
    if before is not None and all(head_case(scene, role) == "nomn" and not _is_held(scene, role, left, holders) for role in roles):
        roles = []  # «Рогов, до этого министр, сменил на этом посту Седова»
    near = scene if roles or before is None else before
    roles = [role for role in roles or outer(near) if is_office(near, role)] if roles or near is not scene else []
    held = [role for role in roles if _is_held(near, role, left, holders)]
    told = [role for role in held if _is_told(near, role)]
    able = told if told or left.told else held
    people = {person for role in able for person in holders[role]}
    return able[-1] if able and (len(people) == 1 or len(able) == 1) else None


def _is_told(scene: Scene, role: int) -> bool:
    """«стал [директором]», «занял пост [директора]»"""
    return head_case(scene, role) == "ablt" or is_post(scene, scene.mentions[role].first - 1)


def _is_held(scene: Scene, role: int, left: Left, holders: Mapping[int, set[int]]) -> bool:
    """Has somebody else a role, who has not had it before, or behind whom somebody comes to it?"""
    others = {person for person in holders.get(role, set()) - {left.person} if surname(scene, person).startswith(left.after)}
    unsaid = left.status != "former" and not left.now
    return any(unsaid or status(scene, other, role) != "former" for other in others)


def _removed(scene: Scene) -> Iterator[Left]:
    """«Она сменила на этом посту [Седова]», «…, сменившего на этой должности [Седова]», «Он сменил [Седова]», «…, он сменит [Седова]»,
    «На этом посту он сменит [Седова]»."""
    over = next((place for place in range(scene.start, scene.stop) if _replaces(scene, place)), None)
    pointed = any(scene.is_of(place, "pointing") and is_post(scene, place + 1) for place in range(scene.start, scene.stop - 1))
    verb = over if over is not None else replacing(scene, pointed)
    if verb is None or (not pointed and not _is_led(scene, verb)):
        return
    for person in scene.people:
        name = scene.mentions[person]
        if verb < name.first and "accs" in cases_of(scene.analysis, name, scene.seeds) and scene.grammar(name.first).case != "nomn":
            yield Left(person, verb, "current" if over is None else "former", not pointed, now=True)
            return


def _is_led(scene: Scene, verb: int) -> bool:
    """«Он [сменил] Седова», «…, он [сменит] Седова»: does a pronoun right before a verb begin its clause?"""
    return scene.is_of(verb - 1, "personal") and (verb - 1 == scene.start or scene.word(verb - 2) == ",")


def _is_at_post(scene: Scene, verb: int) -> bool:
    """«На этом посту он [сменит] Седова», «он [сменит] на этом посту Седова», but not «он [сменит] Седова, занявшего этот пост в мае»"""
    before, behind = (scene.is_of(place, "pointing") and is_post(scene, place + 1) for place in (verb - 3, verb + 2))
    return scene.is_of(verb - 1, "personal") and (before or behind)


def replacing(scene: Scene, pointed: bool = False) -> int | None:
    """«он [сменит] Седова», ``pointed`` also «На этом посту он [сменит] Седова»: the verb by which a sentence says that whom it speaks of
    will come to somebody's post."""
    verbs = (place for place in range(scene.start + 1, scene.stop) if scene.is_of(place, "replacing"))
    told = (place for place in verbs if _is_led(scene, place) or (pointed and _is_at_post(scene, place)))
    return next((place for place in told if any("futr" in parse.marks for parse in parses(scene.word(place)))), None)


def _followed(scene: Scene) -> Iterator[Left]:
    """«На этом посту его сменил [Рогов]», «Её заменит [Рогов]»"""
    for place in range(scene.start + 1, scene.stop):
        if not (scene.grammar(place).pos == "VERB" and scene.is_of(place, "replacing") and scene.is_of(place - 1, "personal")):
            continue
        pointed = any(scene.is_of(here, "pointing") and is_post(scene, here + 1) for here in range(scene.start, place - 1))
        person = _subject(scene, place) if pointed or place - 1 == scene.start else None
        if person is not None and scene.grammar(place - 1).case in ("accs", "gent"):
            yield Left(person, place, "current" if _replaces(scene, place) else "elect")


def _placed(scene: Scene) -> Iterator[Left]:
    """«уволил Седова с поста директора, назначив на его место доцента [Рогова]»"""
    for place in _possessed(scene, "stead"):
        person = next((person for person in scene.people if scene.mentions[person].first > place), None)
        before = parses(scene.word(place - 3)) if scene.word(place - 2).lower() == "на" else ()
        if person is not None and any(fold(parse.lemma) in scene.seeds.role_verbs for parse in before):
            yield Left(person, place - 3, "current", True)


def _preceded(scene: Scene) -> Iterator[Left]:
    """«Его предшественник [Седов]», «её предшественница, [Анна Седова], …», «предшественник Рогова на этом посту [Седов]»"""
    for place in range(scene.start, scene.stop):
        if scene.grammar(place).pos == "NOUN" and scene.is_of(place, "predecessor"):
            begin = _past_followed(scene, place)
            post = begin + 2 if scene.is_of(begin + 1, "pointing") else begin
            person = _named(scene, post + 1 if is_post(scene, post) else begin)
            if person is not None and (begin > place + 1 or _is_owned(scene, place)):
                yield Left(person, place, "former", True, scene.word(begin - 1)[:SURNAME] if begin > place + 1 else "")


def _pointed(scene: Scene) -> Iterator[Left]:
    """«… назначен Рогов, ранее этот пост занимал [Седов]», «До неё эту должность с мая занимал генерал [Седов]»"""
    for place in range(scene.start, scene.stop - 1):
        if not (scene.grammar(place).case == "accs" and scene.is_of(place, "pointing") and is_post(scene, place + 1)):
            continue
        behind = range(place + 2, min(place + 2 + REACH, scene.stop))
        verb = next((here for here in behind if scene.grammar(here).pos == "VERB"), place)
        first = verb + 1
        while (rank := beginning(scene, first)) is not None and not is_office(scene, rank):
            first = scene.mentions[rank].last
        person = _named(scene, first) if scene.is_of(verb, "holding") and scene.word(first) != "," else None
        if person is not None and "nomn" in cases_of(scene.analysis, scene.mentions[person], scene.seeds):
            yield Left(person, place, verb_status(scene.word(verb), scene.seeds))


def _instead(scene: Scene) -> Iterator[Left]:
    """«Рогов назначен директором вместо [Седова]», «… вместо уволенного в мае [Седова]», «Директором после отставки [Седова] стал Рогов»"""
    for person in scene.people:
        if is_instead(scene, person) or is_resigned(scene, person):
            first = scene.mentions[person].first
            before = any(scene.mentions[role].last <= first and _is_told(scene, role) for role in scene.roles)
            yield Left(person, first if before else scene.stop, "former", True)


def _acting(scene: Scene) -> Iterator[Left]:
    """«Его обязанности исполняет [Рогов]», «Исполнять её обязанности будет директор [Седов]»"""
    for place in _possessed(scene, "powers"):
        around = range(max(scene.start, place - 1 - REACH), min(scene.stop, place + 1 + REACH))
        last = max((here for here in around if scene.is_of(here, "performing")), default=None)
        person = None if last is None else _subject(scene, max(last, place))
        if person is not None:
            yield Left(person, place - 1, "acting")


def _serving(scene: Scene) -> Iterator[Left]:
    """«[Седова], работающая в этой должности», «[Седову], занимавшую этот пост с мая»"""
    for person in scene.people:
        verb = scene.mentions[person].last + 1
        if scene.word(verb - 1) != "," or not _is_serving(scene, verb):
            continue
        behind = range(verb + 1, min(verb + REACH, scene.stop - 1))
        if any(scene.is_of(place, "pointing") and is_post(scene, place + 1) for place in behind):
            past = any("past" in parse.marks for parse in parses(scene.word(verb)))
            yield Left(person, verb, "former" if past else "current")


def _is_serving(scene: Scene, place: int) -> bool:
    """«работающая», «занимавший»"""
    said = scene.word(place) != "" and scene.grammar(place).pos == "PRTF"
    return said and (is_worked(scene.word(place), scene.seeds) or scene.is_of(place, "holding"))


def _possessed(scene: Scene, sort: str) -> Iterator[int]:
    """«его [предшественник]», «её [обязанности]»: the nouns of a class that are somebody's."""
    for place in range(scene.start + 1, scene.stop):
        if scene.grammar(place).pos == "NOUN" and _is_owned(scene, place) and scene.is_of(place, sort):
            yield place


def _subject(scene: Scene, place: int) -> int | None:
    """Who is named first behind a word, if he may be a subject."""
    person = next((person for person in scene.people if scene.mentions[person].first > place), None)
    able = person is not None and "nomn" in cases_of(scene.analysis, scene.mentions[person], scene.seeds)
    return person if able else None


def _is_subjects(scene: Scene, place: int) -> bool:
    """«[сменил] Седова», «[сменивший] Седова»: is it a verb, or a participle in the nominative, whatever the tagger says?"""
    able = {(parse.pos, parse.case) for parse in parses(scene.word(place))}
    return scene.grammar(place).pos == "VERB" or {("PRTF", "nomn")} <= able <= {("PRTF", "nomn"), ("PRTF", "accs")}


def _replaces(scene: Scene, place: int) -> bool:
    """«[сменил]», «[сменившего]», but not «сменит»"""
    told = scene.is_of(place, "replacing") and (scene.grammar(place).pos in DOING or _is_subjects(scene, place))
    return told and any("past" in parse.marks for parse in parses(scene.word(place)))


WAYS = (_removed, _followed, _placed, _preceded, _pointed, _instead, _acting, _serving)
