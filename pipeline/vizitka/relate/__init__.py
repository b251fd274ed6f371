"""Who holds what: the roles of each person, and the organization, country and place that a role is held for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import log

from ..models import Models
from ..morphology import keys
from ..seeds import Seeds
from ..signs import MARKS
from ..types import Analysis, Mention, Occupancy
from .across import across, documents
from .gone import without_left
from .headings import sides
from .hosts import is_delegate, leaves, pointed, receives, receiving, seated
from .lines import below, is_item, stated
from .model import Tie, ties
from .nobody import is_nobody
from .others import OTHERS
from .scene import Scene, is_degree, is_of_cabinet, is_office, is_rank, is_sought, is_title, marked_start, post, scenes, speaks
from .shared import Share, shared
from .spoken import (
    is_envoy,
    is_host,
    is_of_title,
    land_of,
    meant,
    mission_of,
    relative_to,
    sender_of,
    spoken_noun,
    spoken_of,
    stationed,
    town_of,
    visited,
)
from .status import status
from .untold import is_of_another
from .ways import LINES, depends, held, is_listed, posted_status
from .workplace import (
    fellow_of,
    held_for,
    is_board,
    is_named,
    is_of_state,
    is_sender,
    led_by,
    listed_for,
    represented,
    sent_by,
    spoken_for,
    state_of_next,
    topics,
)

FLOORS = {"works_as": 0.1, "workplace": 0.3, "role_at": 0.2}  # odds below which a relation is not thought of
LEAST, SURE = 0.02, 0.5
STUDY = 5  # words before an organization among which a verb of studying may stand
NESTED = 8  # mentions that may lie between the beginning of a role and what it is held for
HELD = ("organization", "country", "location")
SITE = frozenset({"в", "во", "на"})
SOURCES = frozenset({"в", "по", "со"})  # «по данным», «со слов», «в интервью»
REPORTED = frozenset({"как", "этом"})  # «как сообщает», «об этом пишет»
LATER = ("elect", "former")  # beside which another has the same post
NOWHERE = (-1, -1, -1)  # no organization, country or place
# log-odds, chosen on NEREL train, asked of relation models that had not learned from the document
SAID, APART, BESIDE, ELSEWHERE, DEPENDENT, CLAUSE = 3.0, 0.7, 1.0, 3.0, 2.0, 4.0
LISTED = 3.0  # of a list, or across sentences, which the model has not learned from
LEADS = (fellow_of, spoken_for, represented, listed_for, sent_by, sender_of, visited, below)  # what stands before a post tells whose it is


class Odds:
    """The relation model's answers, by the mention they start from."""

    def __init__(self, found: Sequence[Tie]) -> None:
        self.of = {(tie.kind, tie.head, tie.tail): tie.confidence for tie in found}
        self.sure = [(tie.head, tie.tail) for tie in found if tie.kind == "works_as" and tie.confidence >= SURE]
        self.tails: dict[tuple[str, int], list[int]] = {}
        for tie in found:
            if tie.confidence >= FLOORS[tie.kind]:
                self.tails.setdefault((tie.kind, tie.head), []).append(tie.tail)

    def best(self, kind: str, head: int, among: Sequence[int]) -> int:
        """The likeliest tail of a relation, -1 for none."""
        able = [tail for tail in self.tails.get((kind, head), ()) if tail in among]
        return max(able, key=lambda tail: self.of[kind, head, tail], default=-1)


class Said:
    """What the rules say: the roles of each person and who holds each, those that stand in another sentence with their status, all that
    somebody holds, and the states or bodies in whose lists people stand, and by sentence the scene, and the state or body to which its
    envoys are sent."""

    def __init__(self, pairs: Sequence[tuple[int, int]], scenes: Mapping[int, Scene], odds: Odds) -> None:
        holders: dict[int, set[int]] = {}
        for person, role in (*pairs, *odds.sure):
            holders.setdefault(role, set()).add(person)
        runs = list(documents(scenes))
        self.beyond = {(told.person, told.role): told.status for told in across(runs, holders)}
        self.scenes = scenes
        self.beside = {person for person, _ in pairs}
        self.roles: dict[int, list[int]] = {}
        self.holders: dict[int, list[int]] = {}
        for person, role in (*pairs, *self.beyond):
            self.roles.setdefault(person, []).append(role)
            self.holders.setdefault(role, []).append(person)
        self.held = {role for person, roles in self.roles.items() for role in roles if self.beyond.get((person, role)) not in LATER}
        self.hosts = {number: host for run in runs if (host := receiving(run)) >= 0 for number, _ in run}
        self.bodies = {number: body for run in runs if (body := seated(run)) >= 0 for number, _ in run}
        self.sides = {person: side for run in runs for person, side in sides(run).items()}


def relate(analysis: Analysis, mentions: Sequence[Mention], models: Models, seeds: Seeds) -> list[Occupancy]:
    """An occupancy for each role of each person, and one without a role for who has none, in the order of the text."""
    by_sentence = dict(scenes(analysis, mentions, seeds))
    tied = ties(analysis, mentions, models.relater)
    odds = Odds([tie for tie in tied if tie.kind != "works_as" or not is_sought(by_sentence[mentions[tie.tail].sentence], tie.tail)])
    shares = {person: share for scene in by_sentence.values() for person, share in shared(scene).items()}
    told = [pair for scene in by_sentence.values() for pair in held(scene) if pair[0] not in shares]
    said = Said([*told, *((person, share.role) for person, share in shares.items())], by_sentence, odds)
    occupancies: list[Occupancy] = []
    for scene in by_sentence.values():
        for person in scene.people:
            if person in shares:
                occupancies.append(_sent(scene, _share(scene, person, shares[person]), said))
                continue
            roles = chosen(scene, person, said, odds)
            for role in roles:
                of_role = by_sentence[mentions[role].sentence]
                state = said.beyond.get((person, role)) or posted_status(of_role, person, role) or status(of_role, person, role)
                occupancy = _occupancy(scene, of_role, person, role, roles, odds, said.sides)._replace(status=state)
                occupancies.append(_sent(of_role, occupancy, said))
            if not roles and not is_nobody(scene, person):
                occupancies.append(Occupancy(person, confidence=mentions[person].confidence))
    occupancies = without_left(occupancies, by_sentence)
    seen = {person for scene in by_sentence.values() for person in scene.people}
    parted = (number for number, mention in enumerate(mentions) if mention.kind == "person" and number not in seen)  # «пакт [Ли]-Рогова»
    occupancies.extend(Occupancy(person, confidence=mentions[person].confidence) for person in parted)
    return sorted(occupancies, key=lambda held: held.person)


def chosen(scene: Scene, person: int, said: Said, odds: Odds) -> list[int]:
    """The likely roles of a person: what the rules say, and what the model ties to him beside it; the outer of nested ones."""
    told = said.roles.get(person, [])
    tied = odds.tails.get(("works_as", person), [])
    if speaks(scene, person) or any(is_listed(scene, role, person) for role in told) or (told and is_item(scene)):
        tied = [role for role in tied if role in scene.roles]
    tied = [role for role in tied if not any(_overlap(scene, role, other) for other in told)]
    likely = [role for role in sorted([*told, *tied]) if weighed(scene, person, role, said, odds) > 0]
    homes = {role: said.scenes[scene.mentions[role].sentence] for role in likely}
    likely = [role for role in likely if role in told or not is_of_another(homes[role], role, person, said.scenes, said.holders)]
    return [role for role in likely if not any(_overlap(scene, role, other) and other < role for other in likely)]


def weighed(scene: Scene, person: int, role: int, said: Said, odds: Odds) -> float:
    """Log-odds that a person holds a role: the model's, and what the rules say of both."""
    share = min(max(odds.of.get(("works_as", person, role), LEAST), LEAST), 1 - LEAST)
    told = role in said.roles.get(person, ())
    elsewhere = 0 if told else BESIDE * (person in said.beside) + ELSEWHERE * (role in said.held)
    apart = APART * (scene.mentions[person].sentence != scene.mentions[role].sentence)
    line = LISTED * (told and ((person, role) in said.beyond or any(way(scene, role, person) for way in LINES)))
    other = DEPENDENT * depends(scene, role, person) + CLAUSE * any(way(scene, role, person) for way in OTHERS)
    return log(share / (1 - share)) + SAID * told + line + apart - elsewhere - other


def _overlap(scene: Scene, one: int, other: int) -> bool:
    mentions = scene.mentions[one], scene.mentions[other]
    return mentions[0].sentence == mentions[1].sentence and mentions[0].start < mentions[1].stop and mentions[1].start < mentions[0].stop


def _occupancy(scene: Scene, of_role: Scene, person: int, role: int, roles: list[int], odds: Odds, sides: Mapping[int, int]) -> Occupancy:
    organization, country, host, place = held_for(of_role, role, roles)
    near = [other for other in roles if scene.mentions[other].sentence == scene.mentions[person].sentence]
    bodiless = is_of_cabinet(of_role, role) or is_rank(of_role, role)
    heads: list[tuple[str, int, Sequence[str]]] = [("role_at", role, HELD[1:] if bodiless else HELD)]
    if [role] == (near or roles):
        heads.append(("workplace", person, HELD[1:] if is_title(of_role, role) else HELD))
    if of_role.is_of(post(of_role, role), "calling"):
        heads = []
    free = (organization, country, place) == NOWHERE and not is_degree(of_role, role)
    about = max(relative_to(of_role, role), led_by(of_role, role)) if free else -1
    noun = spoken_noun(of_role, role) if country < 0 and place < 0 else ""
    if about >= 0 and scene.mentions[about].kind == "organization":
        organization = about
    elif about >= 0:
        country, place = _placed(scene, about)
    elif noun:
        country, place = _spoken(of_role, role, noun, odds)
    elif free and not is_listed(scene, role, person):
        aside = {host, *topics(of_role, role)}
        organization, country, place = _told(scene, roles if is_office(of_role, role) else [role], heads, aside, odds)
        if (organization, country, place) == NOWHERE:
            organization, country, host = _beside(of_role, role, host)
        if (organization, country, place) == NOWHERE:
            place = max(town_of(of_role, role, person), land_of(of_role, role))
    if (organization, country, place) == NOWHERE and is_office(of_role, role):
        organization, country = _listed(scene, person, sides)
    elif organization >= 0 and country < 0 and is_of_state(of_role, organization):
        ways = (spoken_for(of_role, role), listed_for(of_role, role), _listed(scene, person, sides)[1], state_of_next(of_role, role, roles))
        country = max(ways)
    tied = odds.of.get(("works_as", person, role), 0.0)
    sure = scene.mentions[person].confidence * scene.mentions[role].confidence * max(tied, 0.5)
    method = "model" if tied >= 0.5 else "rule"
    return Occupancy(person, role, organization, country, host, place, method=method, confidence=round(sure, 2))


def _sent(scene: Scene, held: Occupancy, said: Said) -> Occupancy:
    """An occupancy with the state to which the ambassadors of its document are sent, where it is that of another's, or with the body at
    which its representatives are, where it tells neither."""
    sentence = scene.mentions[held.role].sentence
    host, body = said.hosts.get(sentence, -1), said.bodies.get(sentence, -1)
    if held.host >= 0 or held.country < 0 or held.status == "former":
        return held
    if body >= 0 > held.organization and is_delegate(scene, held.role):
        return held._replace(organization=body)
    if not is_envoy(scene, held.role):
        return held
    told = (pointed(scene, held.role, held.country), leaves(scene, held.role), receives(scene, held.role, held.country))
    ways = (*told, host, stationed(scene, held.role, held.country))
    host = next((found for found in ways if found >= 0), -1)
    able = host >= 0 and meant(scene, held.country) != meant(scene, host)
    return held._replace(host=host) if able else held


def _listed(scene: Scene, person: int, sides: Mapping[int, int]) -> tuple[int, int]:
    """The organization or country that a person's line of a list, or the line above the list names."""
    found = max(stated(scene, person), sides.get(person, -1))
    return (found, -1) if found >= 0 and scene.mentions[found].kind == "organization" else (-1, found)


def _beside(scene: Scene, role: int, host: int) -> tuple[int, int, int]:
    """Organization, country and host that neither a role nor the model names, but what stands before it, or in the line below."""
    found = next((found for way in LEADS if (found := way(scene, role)) >= 0), -1)
    if found >= 0:
        is_country = scene.mentions[found].kind == "country"
        return (-1, found, host) if is_country else (found, -1, host)
    country, where = mission_of(scene, role) if host < 0 else (-1, host)
    return -1, country, where


def _spoken(scene: Scene, role: int, noun: str, odds: Odds) -> tuple[int, int]:
    """The country or place that a noun in a role stands for; where it may be one of several, the model's choice of them."""
    able = spoken_of(scene, role, noun)
    meant = able[0] if len(able) == 1 else odds.best("role_at", role, able)
    return _placed(scene, meant)


def _placed(scene: Scene, index: int) -> tuple[int, int]:
    """A mention as the country or as the place that an office is held for."""
    return (index, -1) if scene.mentions[index].kind == "country" else (-1, index)


def _share(scene: Scene, person: int, share: Share) -> Occupancy:
    """The occupancy of one of several people who hold a role for several states, places or organizations."""
    role, name, organization, host = share
    what = scene.mentions[name if name >= 0 else organization]
    sure = round(scene.mentions[person].confidence * scene.mentions[role].confidence * what.confidence, 2)
    country, place = _placed(scene, name) if name >= 0 else (-1, -1)
    return Occupancy(person, role, organization, country, host, place, status(scene, person, role), "rule", sure)


def is_held_for(scene: Scene, tail: int) -> bool:
    """An organization that is written small, and in the sentence, belongs to a title; so does a bare board elsewhere."""
    mention = scene.mentions[tail]
    if mention.kind != "organization":
        return True
    return is_named(scene, tail, scene.numbers) if tail in scene.numbers else not is_board(scene, mention, ())


def is_free(scene: Scene, tail: int, roles: Sequence[int]) -> bool:
    """Does an organization, or of what is no office a state, lie in no role but these («[ректор НГУ], профессор», «[чилийский посол] сказал
    блогеру»)?"""
    mention = scene.mentions[tail]
    if mention.kind != "organization":
        office = any(role not in scene.roles or is_office(scene, role) for role in roles)
        return office or not any(is_of_title(mention, scene.mentions[other]) for other in scene.roles if other not in roles)
    near = (other for other in range(max(0, tail - NESTED), tail) if other not in roles and scene.mentions[other].kind == "role")
    around = (scene.mentions[other] for other in near)
    return not any(other.sentence == mention.sentence and other.start <= mention.start and mention.stop <= other.stop for other in around)


def is_object(scene: Scene, tail: int, role: int) -> bool:
    """«сказала [ТАСС] депутат», «сказал «[Заре]» Олег Рогов», «возглавил [банк] бывший министр», «написал в соцсети [X] депутат»: does an
    organization stand between a verb and the role or a name?"""
    mention = scene.mentions[tail]
    if mention.kind != "organization" or not scene.start < mention.first < scene.stop:
        return False
    quoted = scene.word(mention.last) in MARKS
    last, before = mention.last + quoted, mention.first - 1 - quoted
    site = before - (scene.grammar(before).pos == "NOUN" and scene.word(before).islower())
    if last == marked_start(scene, scene.mentions[role].first):
        before = site - 1 if scene.word(site) in SITE else before
    elif all(scene.mentions[person].first != last for person in scene.people):
        return False
    return before >= scene.start and scene.grammar(before).pos == "VERB"


def is_school(scene: Scene, tail: int) -> bool:
    """«окончил [МГИМО]», «учился в [МГУ]», «поступила в аспирантуру [МГУ]»: is it an organization where somebody has studied?"""
    batch, first = scene.analysis.batch, scene.mentions[tail].first
    begin = max(first - STUDY, batch.sentences[scene.mentions[tail].sentence])
    verb = next((place for place in range(first - 1, begin - 1, -1) if scene.analysis.grammars[place].pos in ("VERB", "PRTF")), -1)
    if scene.mentions[tail].kind != "organization" or verb < 0 or scene.seeds.words["studying"].isdisjoint(keys(batch.spellings[verb])):
        return False
    return "," not in batch.spellings[verb + 1 : first]


def is_source(scene: Scene, tail: int) -> bool:
    """«По данным [Shot]», «в интервью [Bild]», «как сообщает [ТАСС]»: is it an organization that a text takes its news from?"""
    mention, words = scene.mentions[tail], scene.analysis.batch.spellings
    before = mention.first - 1 - (words[mention.first - 1] in MARKS)
    if mention.kind != "organization" or before <= scene.analysis.batch.sentences[mention.sentence]:
        return False
    verb = before - (scene.analysis.grammars[before].pos == "NOUN" and words[before].islower())  # «как сообщил телеканал [«Дождь»]»
    reports = words[verb - 1].lower() in REPORTED and scene.analysis.grammars[verb].pos == "VERB"
    return reports or (words[before].lower() in scene.seeds.words["source"] and words[before - 1].lower() in SOURCES)


def _told(
    scene: Scene, roles: Sequence[int], heads: Sequence[tuple[str, int, Sequence[str]]], aside: Collection[int], odds: Odds
) -> tuple[int, int, int]:
    """Organization, country and place that the model ties to the first of the heads that it ties to any of the kinds asked of it; an
    ambassador's host is none (``aside``), nor what a role is concerned with, nor what lies in other roles than these or is a verb's."""
    for relation, head, kinds in heads:
        able = [tail for tail in odds.tails.get((relation, head), []) if tail not in aside and is_held_for(scene, tail)]
        able = [tail for tail in able if not any(is_sender(scene, tail, role) or is_object(scene, tail, role) for role in roles)]
        able = [tail for tail in able if is_free(scene, tail, roles) and scene.mentions[tail].kind in kinds and not is_host(scene, tail)]
        able = [tail for tail in able if not (is_source(scene, tail) or is_school(scene, tail))]
        found = [odds.best(relation, head, [tail for tail in able if scene.mentions[tail].kind == kind]) for kind in HELD]
        if any(tail >= 0 for tail in found):
            return found[0], found[1], found[2]
    return NOWHERE
