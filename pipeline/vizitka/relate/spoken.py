"""What «страны» or «региона» in a role stands for: a state, region or town that the text has named shortly before; and whose «посол» is."""

from __future__ import annotations

from collections.abc import Set

from ..morphology import keys, nouns
from ..signs import MARKS
from ..types import Mention
from .scene import CLAUSES, Scene, head, is_ruler, marked_start, post, takes

BACK = 3  # sentences between a name and the noun that stands for it
FAR = 10  # sentences between a mission and an envoy of it
NESTED = 5  # mentions that may begin between a mission and where it is
IN = frozenset({"в", "во"})
NAMED = frozenset({"country", "location", "organization"})
KNOWN = frozenset({"country", "adjective", "place", "place adjective"})


def spoken_noun(scene: Scene, role: int) -> str:
    """The noun in a role that stands for what is named before («президент [страны]»), "" for none («главы двух стран»)."""
    mention = scene.mentions[role]
    for place in range(mention.first + 1, mention.last):
        local = scene.is_of(place - 1, "local")  # «глава городского [округа]»
        alone = local or scene.grammar(place - 1).pos not in ("ADJF", "NUMR", "PRTF")
        named = place + 1 < mention.last and scene.word(place + 1)[:1].isupper()
        if alone and not named and scene.word(place) in scene.seeds.words["own place"]:
            return scene.word(place)
    return ""


def spoken_of(scene: Scene, role: int, noun: str, other: int = -1) -> list[int]:
    """The countries or places that the noun may stand for, of the nearest sentence that names any, but for where the role's holder is sent,
    and an ``other`` state; one unless several differ."""
    around = scene.mentions[role]
    own = {meant(scene, other)} if other >= 0 else set[str]()
    own |= {meant(scene, index) for index in scene.numbers if index > role and scene.mentions[index].last <= around.last}
    own -= {""}
    found = [index for index in _before(scene, role) if _may_be(scene, index, noun) and meant(scene, index) not in own]
    if not is_envoy(scene, role):
        found = [index for index in found if not _sends(scene, index)]
    near = [index for index in found if scene.mentions[index].sentence == scene.mentions[found[-1]].sentence]
    ruled = (_is_ruled,) if noun == "государства" else ()
    for is_likelier in (*ruled, _is_open, _is_noun, _is_subject):
        near = [index for index in near if is_likelier(scene, index)] or near
    return near[-1:] if len({meant(scene, index) for index in near}) == 1 else near


def relative_to(scene: Scene, role: int) -> int:
    """«побывал в [Гюмри], где его ждал мэр», «в [Перу], президент которой …», «[центр «Луч»], директором которого стал …»: the place, state
    or organization that a clause with an office is about, -1 for none."""
    mention = scene.mentions[role]
    comma = marked_start(scene, mention.first) - 1
    whose = scene.is_of(mention.last, "relative") and scene.grammar(mention.last).case == "gent"
    if not whose and scene.is_of(post(scene, role), "head of town"):
        comma = _clause(scene, role)
    if scene.word(comma) != "," or not (whose or scene.word(comma + 1) == "где"):
        return -1
    kinds = {"country", "location"} if "state" in takes(scene, role) else {"organization"} if whose else set()
    return _ending_at(scene, comma, kinds)


def visited(scene: Scene, role: int) -> int:
    """«приехал в [Лимский институт], где его ждал директор», «перешёл в [банк «Луч»], где стал директором»: the organization that a clause
    with its head is about, -1 for none."""
    if not scene.is_of(post(scene, role), "head of body") or scene.is_of(scene.mentions[role].last - 1, "head of town"):
        return -1
    comma = _clause(scene, role)
    if scene.word(comma) != "," or scene.word(comma + 1) != "где":
        return -1
    return _ending_at(scene, comma, {"organization"})


def _ending_at(scene: Scene, comma: int, kinds: Set[str]) -> int:
    """The mention of some kinds that ends at a comma, or at the mark of quotation before it, -1 for none."""
    ends = (comma, comma - (scene.word(comma - 1) in MARKS))
    named = (index for index in scene.numbers if scene.mentions[index].kind in kinds)
    return next((index for index in named if scene.mentions[index].last in ends), -1)


def _clause(scene: Scene, role: int) -> int:
    """The sign that the clause of a role begins with, else where its sentence begins."""
    before = range(marked_start(scene, scene.mentions[role].first) - 1, scene.start, -1)
    return next((place for place in before if scene.word(place) in CLAUSES), scene.start)


def town_of(scene: Scene, role: int, person: int) -> int:
    """«приехал в [Гюмри], где ждала мэр Анна Ли», «в [Лиме] его принял заместитель мэра Ян Рид»: the town in which the sentence that names
    somebody in full has its bare mayor, -1 for none."""
    mention, name = scene.mentions[role], scene.mentions[person]
    if not scene.is_of(mention.last - 1, "head of town") or mention.sentence != name.sentence or name.last - name.first == 1:
        return -1
    before = (index for index in scene.numbers if scene.mentions[index].kind in NAMED and scene.mentions[index].last <= mention.first)
    last = max(before, key=lambda index: scene.mentions[index].first, default=-1)
    town = scene.seeds.places.get(meant(scene, last)) if last >= 0 and scene.word(scene.mentions[last].first - 1).lower() in IN else None
    return last if town and town.kind == "city" else -1


def land_of(scene: Scene, role: int) -> int:
    """«Пожары в [Томской области]. Губернатор Ян Рид уехал»: the one region that the sentences before a bare head of one name, -1 for none
    or several."""
    if not scene.is_of(scene.mentions[role].last - 1, "head of land"):
        return -1
    lands = [index for index in _before(scene, role) if _is_land(scene, index)]
    several = any(scene.grammar(scene.mentions[index].last - 1).number == "plur" for index in lands)  # «в Томской и Омской областях»
    return lands[-1] if not several and len({meant(scene, index) for index in lands}) == 1 else -1


def _is_land(scene: Scene, index: int) -> bool:
    """«[Томская область]»"""
    place = scene.seeds.places.get(meant(scene, index))
    return place is not None and place.kind == "region"


def mission_of(scene: Scene, role: int) -> tuple[int, int]:
    """«Посольство Чили в Перу провело приём. [Посол] сказал …»: the state whose one mission is named before, and its host; -1 for none."""
    if not is_envoy(scene, role):
        return -1, -1
    noun, known = head(scene, role), scene.seeds.role_adjectives | {"и"}
    if any(keys(scene.word(place)).isdisjoint(known) for place in range(scene.mentions[role].first, noun)):
        return -1, -1
    named = [index for index in _before(scene, role, FAR) if scene.mentions[index].kind == "organization"]
    missions = [index for index in named if _is_mission(scene, index) and not _is_within(scene, index)]
    found = [(_inside(scene, index, False), _inside(scene, index, True)) for index in missions]
    owners = {meant(scene, owner) if owner >= 0 else "" for owner, _ in found}
    return found[-1] if len(owners) == 1 and "" not in owners else (-1, -1)


def is_envoy(scene: Scene, role: int) -> bool:
    """«[посол] Чили», «Чрезвычайный и Полномочный [Посол]», «временную [поверенную] в делах»"""
    last = scene.mentions[role].last
    behind = (place for place in range(head(scene, role), last) if keys(scene.word(place)).isdisjoint(scene.seeds.role_adjectives))
    noun = next((place for place in behind if scene.word(place) != "и"), last)
    return not nouns(scene.word(noun) or "-").isdisjoint(scene.seeds.words["envoy"])


def is_host(scene: Scene, index: int) -> bool:
    """«работавший послом в [Чили]»: is it where an envoy is sent?"""
    before = scene.mentions[index].first - 1
    sent = (role for role in scene.roles if scene.mentions[role].first < before <= scene.mentions[role].last)
    return scene.word(before) in scene.seeds.words["host"] - {"при"} and any(is_envoy(scene, role) for role in sent)


def sender_of(scene: Scene, role: int) -> int:
    """«[Чили] назначило Анну Ли послом в Перу», «Президент [Чили] освободил Анну Ли от должности посла в Перу»: the state that sends an
    envoy or recalls him, -1 for none."""
    if not is_envoy(scene, role):
        return -1
    states = (index for index in scene.numbers if index < role and scene.mentions[index].kind == "country")
    return next((index for index in states if scene.is_of(scene.mentions[index].last, "sending")), _appointing(scene, role))


def _appointing(scene: Scene, role: int) -> int:
    """«Указом президента [Чили] Анна Ли назначена послом в Перу»: the state of the one ruler whom a sentence on a post that is given or
    taken names, -1 for none, or where an envoy is sent to it."""
    if not any(scene.is_of(place, sort) for place in range(scene.start, scene.stop) for sort in ("sending", "dismissing")):
        return -1
    around = scene.mentions[role]
    titles = [scene.mentions[other] for other in scene.roles if is_ruler(scene, other)]
    states = [index for index in scene.numbers if scene.mentions[index].kind == "country"]
    ruled = [index for index in states if any(is_of_title(scene.mentions[index], title) for title in titles)]
    hosts = {meant(scene, index) for index in states if around.first < scene.mentions[index].first < around.last}
    names = {meant(scene, index) for index in ruled}
    return ruled[0] if len(names) == 1 and names.isdisjoint(hosts) else -1


def is_of_title(state: Mention, title: Mention) -> bool:
    """«президент [Чили]», «[чилийский] президент»"""
    return state.last == title.first or title.first < state.first < title.last


def stationed(scene: Scene, role: int, country: int) -> int:
    """«посольство Чили в [Перу] и посол Чили Анна Ли», «вызвали посла Чили в [Перу]. Чилийский посол Анна Ли»: where the missions of an
    envoy's state are that are named before, and its envoys who are not, -1 for none or several."""
    named = [index for index in _before(scene, role, FAR) if scene.mentions[index].kind in ("organization", "role")]
    missions = [index for index in named if (_is_mission(scene, index) or _is_unnamed(scene, index)) and not _is_within(scene, index)]
    pairs = ((_inside(scene, index, False), _inside(scene, index, True)) for index in missions)
    hosts = {meant(scene, host): host for owner, host in pairs if -1 not in (owner, host) and meant(scene, owner) == meant(scene, country)}
    return hosts.popitem()[1] if len(hosts) == 1 else -1


def _is_unnamed(scene: Scene, index: int) -> bool:
    """«[посол Чили в Перу] молчит», but not «[посол Чили в Перу] Анна Ли»: is it an envoy's role behind which no name stands?"""
    mention, words = scene.mentions[index], scene.analysis.batch.spellings
    if mention.kind != "role" or keys(words[mention.first]).isdisjoint(scene.seeds.words["envoy"]):
        return False
    around = scene.mentions[index : index + NESTED + 1]
    return not any(other.kind == "person" and other.first == mention.last for other in around)


def _is_mission(scene: Scene, index: int) -> bool:
    """«[посольство Чили]»"""
    if scene.mentions[index].kind != "organization":
        return False
    first, last, words = scene.mentions[index].first, scene.mentions[index].last, scene.seeds.words
    return any(not keys(word).isdisjoint(words["mission"]) for word in scene.analysis.batch.spellings[first : min(first + 2, last)])


def _inside(scene: Scene, mission: int, hosts: bool) -> int:
    """The first state in a mission's name, or the first state or place behind «в» in it or right behind it."""
    around, words = scene.mentions[mission], scene.analysis.batch.spellings
    for index in range(mission + 1, min(mission + NESTED, len(scene.mentions))):
        mention = scene.mentions[index]
        near = mention.first <= around.last + 1 if hosts else mention.last <= around.last
        kinds = ("country", "location") if hosts else ("country",)
        if mention.kind in kinds and around.first <= mention.first and near and hosts == (words[mention.first - 1] in IN):
            return index
    return -1


def _is_within(scene: Scene, index: int) -> bool:
    """«[посольство] Чили»: does a longer name begin with it?"""
    mention, before = scene.mentions[index], scene.mentions[index - 1] if index else None
    return before is not None and (before.kind, before.sentence, before.start) == (mention.kind, mention.sentence, mention.start)


def _before(scene: Scene, role: int, back: int = BACK) -> range:
    """The mentions before a role in its sentence and in those before it."""
    of, own, first = scene.analysis.batch.documents, scene.mentions[role].sentence, role
    while first and own - back <= scene.mentions[first - 1].sentence and of[scene.mentions[first - 1].sentence] == of[own]:
        first -= 1
    return range(first, role)


def meant(scene: Scene, index: int) -> str:
    """The code of a country or the name of a place, "" where it is not known."""
    mention = scene.mentions[index]
    if mention.kind not in ("country", "location"):
        return ""
    phrase = " ".join(scene.analysis.batch.spellings[mention.first : mention.last])
    found = {entry.key for entry in scene.seeds.phrases.whole(phrase) if entry.kind in KNOWN}
    return found.pop() if len(found) == 1 else ""


def _may_be(scene: Scene, index: int, noun: str) -> bool:
    """May «страны» be a country, «региона» a region, «города» a town, any other noun what has it in its full name?"""
    name, seeds = meant(scene, index), scene.seeds
    if not name and scene.mentions[index].kind == "location":  # «Заболотский [район]», «[город] Каухава»
        words = scene.analysis.batch.spellings[scene.mentions[index].first : scene.mentions[index].last]
        return (len(words) > 1 and has(" ".join(words), noun)) or has(_word_before(scene, index), noun)
    if name in seeds.countries:
        return noun in seeds.words["any state"] or has(seeds.countries[name].full_name, noun)
    return bool(name) and (noun in seeds.words[f"any {seeds.places[name].kind}"] or has(name, noun))


def has(name: str, noun: str) -> bool:
    """Is a word of a name a form of a noun?"""
    return any(not keys(word).isdisjoint(keys(noun)) for word in name.split())


def _is_ruled(scene: Scene, index: int) -> bool:
    """«президент [Перу] принял послов Чили и Канады»: does it stand in the title of who heads a state?"""
    mention, words = scene.mentions[index], scene.analysis.batch.spellings
    titles = (scene.mentions[other] for other in range(max(0, index - NESTED), index) if scene.mentions[other].kind == "role")
    around = (
        title for title in titles if title.sentence == mention.sentence and title.first < mention.first and mention.last <= title.last
    )
    return any(not scene.seeds.words["ruler"].isdisjoint(keys(words[title.first])) for title in around)


def _is_noun(scene: Scene, index: int) -> bool:
    mention = scene.mentions[index]
    return mention.last - mention.first > 1 or scene.grammar(mention.first).pos != "ADJF"


def _is_subject(scene: Scene, index: int) -> bool:
    """«[Перу] передало», «Власти [Перу] передали»"""
    mention = scene.mentions[index]
    around = (scene.mentions[other] for other in range(max(0, index - NESTED), index) if scene.mentions[other].kind == "organization")
    firsts = (other.first for other in around if other.sentence == mention.sentence and mention.last <= other.last)
    return any(scene.grammar(place).case == "nomn" for place in (mention.last - 1, *firsts))


def _is_open(scene: Scene, index: int) -> bool:
    """«страны БРИКС (Китай, [Индия])»: does a name stand in no brackets?"""
    mention, batch = scene.mentions[index], scene.analysis.batch
    before = batch.spellings[batch.sentences[mention.sentence] : mention.first]
    return before.count("(") <= before.count(")")


def _sends(scene: Scene, index: int) -> bool:
    """«посольство [Чили]», «послы [Чили]»: is it a state whose mission or envoy is told?"""
    before = keys(_word_before(scene, index) or "-")
    return any(not before.isdisjoint(scene.seeds.words[sort]) for sort in ("mission", "envoy"))


def _word_before(scene: Scene, index: int) -> str:
    """The word before a mention, "" where a sentence begins with it."""
    mention, batch = scene.mentions[index], scene.analysis.batch
    return batch.spellings[mention.first - 1] if mention.first > batch.sentences[mention.sentence] else ""
