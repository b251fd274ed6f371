"""What a role is held for by what lies inside it: organization, country, host and place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from ..branches import is_body_of_state, is_branch, is_department
from ..morphology import keys, nouns, parses
from ..signs import APPOSED, DASHES, JOINTS, QUOTES
from ..types import Mention
from .scene import CLAUSES, Scene, head, head_case, is_of_cabinet, is_office, is_ruler, marked_start, takes
from .spoken import is_envoy

PLACES = ("country", "location")
LED = ["во", "главе", "с"]  # «делегация во главе с министром»
OFFICIAL = frozenset({"body", "military", "unit", "state", "ministry"})  # sorts of organizations that each state has


def _from_next(scene: Scene, role: int, roles: Sequence[int]) -> tuple[int, int, int, int]:
    """«основатель и директор фонда», «председатель правления и директор ВТБ», «член правления, директор ВТБ»: the first of joined roles is
    held for what the second is; but not «спикер парламента и лидер фракции», «писатель и директор музея», and of a minister or his deputy
    («заместитель министра — директор департамента») only the state."""
    last = scene.mentions[role].last
    unit = any(scene.seeds.organization_nouns.get(noun) == "unit" for noun in nouns(scene.word(last - 1)))
    alike = unit and scene.word(last) == ","
    staff = is_office(scene, role) or (scene.is_of(scene.mentions[role].first, "foremost") and head_case(scene, role) == "ablt")
    alike = alike or (scene.word(last) == "и" and staff and (unit or head(scene, role) == last - 1))
    alike = alike or scene.word(last) in DASHES
    alike = alike and not scene.is_of(last + 1, "honorary")  # «художник — заслуженный художник России»
    joined = (other for other in roles if alike and scene.mentions[other].first == last + 1)
    other = next(joined, -1)
    if other < 0:
        return -1, state_of_next(scene, role, roles), -1, -1
    named = _named(scene, other)
    own = is_of_cabinet(scene, role) or (head(scene, role) < last - 1 and _is_of_some_state(scene, role))
    return (-1, named[1] if named[1] >= 0 else _state(scene, other), -1, named[3]) if own else named


def is_shared_with(scene: Scene, other: int, role: int) -> bool:
    """«[основатель] и директор фонда», «[член правления], директор ВТБ», but not «[президент] и глава Совбеза Чили»: is the first of joined
    roles held for the organization of the second?"""
    joined = scene.mentions[other].last == scene.mentions[role].first - 1
    return joined and _named(scene, other) == (-1, -1, -1, -1) and _from_next(scene, other, [role])[0] >= 0


def state_of_next(scene: Scene, role: int, roles: Sequence[int]) -> int:
    """«вице-премьер, министр труда [Чили]», «член парламента и бывший министр [Чили]», «экс-президент, глава Совбеза [Чили]»: whose offices
    two are that a joint joins, -1 for nobody's."""
    last = scene.mentions[role].last
    if scene.word(last) not in JOINTS or not _is_of_some_state(scene, role):
        return -1
    after = (other for other in roles if marked_start(scene, scene.mentions[other].first) == last + 1)
    return next((_state(scene, other) for other in after), -1)


def _is_of_some_state(scene: Scene, role: int) -> bool:
    """«министр», «президент», «член парламента», «председатель Госсовета»: an office of a state or of a body such as each has"""
    last = scene.mentions[role].last - 1
    if head(scene, role) == last:
        return is_state_office(scene, role)
    ending = (index for index in scene.numbers if index > role and scene.mentions[index].last == last + 1)
    body = next((index for index in ending if scene.mentions[index].kind == "organization"), -1)
    return body >= 0 and is_of_state(scene, body)


def is_state_office(scene: Scene, role: int) -> bool:
    """«министр», «президент»"""
    return "state" in takes(scene, role) or is_ruler(scene, role)


def _state(scene: Scene, role: int) -> int:
    """«министр труда [Чили]», «глава Совбеза [Чили]»: the state that a role names, or that the body does that it names."""
    organization, country, _, _ = _named(scene, role)
    if organization < 0:
        return country if is_state_office(scene, role) else -1
    body = scene.mentions[organization]
    states = [index for index in scene.numbers if scene.mentions[index].kind == "country" and _within(scene.mentions[index], body)]
    return states[0] if len(states) == 1 and _is_official(scene, body) else -1


def held_for(scene: Scene, role: int, roles: Sequence[int]) -> tuple[int, int, int, int]:
    """The organization, country, host country and place that a role names, or that the next of a person's joined roles names."""
    found = _named(scene, role)
    return found if found != (-1, -1, -1, -1) else _from_next(scene, role, roles)


def _named(scene: Scene, role: int) -> tuple[int, int, int, int]:
    """The organization, country, host country and place inside a role's span, the outermost of each.

    A country in the name of the organization («МИД [России]») is the organization's; a name goes before an adjective («главного штаба
    [«Юнармии»]»).
    """
    mention = scene.mentions[role]
    inside = [index for index in _inside(scene, mention) if scene.mentions[index].kind in ("organization", "country", "location")]
    inside += [index for index in scene.numbers if scene.mentions[index].last == mention.first and is_adjective(scene, index)]
    inside += [index for index in scene.numbers if scene.mentions[index].first == mention.last and _is_honoured(scene, index, mention)]
    inside += [index for index in scene.numbers if scene.mentions[index].first == mention.last + 1 and _is_told(scene, index, role)]
    hosts = [index for index in inside if scene.word(scene.mentions[index].first - 1) in scene.seeds.words["host"] - {"при"}]
    hosts = [index for index in hosts if _is_sent(scene, index, role)]
    named = [index for index in inside if is_named(scene, index, inside) and not _is_concern(scene, index)]
    named = [index for index in named if not is_sender(scene, index, role)]
    hosts = [index for index in hosts if not any(_is_seat(scene, index, other) for other in named)]
    organization = min(named, key=lambda index: _is_described(scene, scene.mentions[index], inside), default=-1)
    within = scene.mentions[organization] if organization >= 0 else None
    countries = [index for index in inside if scene.mentions[index].kind == "country" and index not in hosts]
    countries = [index for index in countries if not (_is_topic(scene, index) or _is_site(scene, index, role))]
    free = [index for index in countries if not any(_within(scene.mentions[index], scene.mentions[other]) for other in named)]
    places = [
        index
        for index in inside
        if scene.mentions[index].kind == "location"
        and not _is_topic(scene, index)
        and (within is None or scene.mentions[index].first >= within.last or scene.mentions[index].first < within.first)
    ]
    host = next((index for index in hosts if scene.mentions[index].kind == "country"), -1)
    if host < 0 and "host" in takes(scene, role):  # «посол Франции в [Ереване]»
        host = next((index for index in hosts if index in places), -1)
    return organization, next(iter(free), -1), host, next((index for index in places if index != host), -1)


def _is_seat(scene: Scene, country: int, body: int) -> bool:
    """«миссия ООН в [Перу]», but not «посольство Чили в [Перу]»: does it say where a part of an organization of no state is?"""
    if not _within(scene.mentions[country], scene.mentions[body]):
        return False
    before = {scene.mentions[other].kind for other in range(body + 1, country) if _within(scene.mentions[other], scene.mentions[body])}
    return "organization" in before and "country" not in before


def _is_honoured(scene: Scene, index: int, role: Mention) -> bool:
    """«народный артист [России]», «заслуженный врач [Республики Коми]»: the state or region right behind an honorary title."""
    honour = any(scene.is_of(place, "honorary") for place in (role.first - 1, role.first))
    return honour and scene.mentions[index].kind in PLACES and scene.grammar(role.last).case == "gent"


def _is_told(scene: Scene, index: int, role: int) -> bool:
    """«мэр другого финского города — [Лаппеенранты]», «постоянный наблюдатель Чили при [ООН]»: the place behind the noun for it that ends a
    role, the organization at which one represents"""
    last = scene.mentions[role].last
    if scene.word(last) == "при":
        return scene.mentions[index].kind == "organization" and "at" in takes(scene, role)
    own = scene.word(last - 1) in scene.seeds.words["own place"]
    return own and scene.word(last) in DASHES and scene.mentions[index].kind == "location"


def spoken_for(scene: Scene, role: int) -> int:
    """«С [российской] стороны выступил министр», «Делегацию [Сербии] возглавил министр»: the state whose side or delegation is named last
    before an office, -1 for none."""
    if not is_office(scene, role):
        return -1
    titles = [scene.mentions[other] for other in scene.roles]
    named = (index for index in scene.numbers if scene.mentions[index].kind in ("country", "location", "organization"))
    before = (index for index in named if scene.mentions[index].last <= scene.mentions[role].first)
    free = (index for index in before if not any(_within(scene.mentions[index], title) for title in titles))
    last = max(free, key=lambda index: (scene.mentions[index].first, -scene.mentions[index].last), default=-1)
    return last if last >= 0 and scene.mentions[last].kind == "country" and is_side(scene, last) else -1


def represented(scene: Scene, role: int) -> int:
    """«[Сербию] на встрече представляли министр и посол»: the state that the last verb before an office says to be represented by it, -1
    for none."""
    before = range(scene.mentions[role].first - 1, scene.start, -1) if is_office(scene, role) else ()
    verb = next((place for place in before if scene.grammar(place).pos == "VERB"), scene.start)
    if not scene.is_of(verb, "representing") or head_case(scene, role) != "nomn":
        return -1
    states = (index for index in scene.numbers if scene.mentions[index].kind == "country" and scene.mentions[index].last <= verb)
    return next((index for index in states if _is_object(scene, index)), -1)


def _is_object(scene: Scene, index: int) -> bool:
    """«[Сербию] представил», «и [США] представил»: does a name that may stand in the accusative begin a sentence or clause?"""
    mention = scene.mentions[index]
    begins = mention.first == scene.start or scene.word(mention.first - 1) in APPOSED | JOINTS
    return begins and any(parse.case == "accs" for place in range(mention.first, mention.last) for parse in parses(scene.word(place)))


def is_of_state(scene: Scene, index: int) -> bool:
    """«[Комитет] по обороне», «[управление торговли Минсельхоза]», but not «[Союз писателей]», «[Госдумы]»: is it a body such as each state
    has, or a unit of one, and named without its state, which nothing tells of it?"""
    around = scene.mentions[index]
    if any(scene.seeds.organizations[name].country_code for name in _known(scene, around)):
        return False
    within = [other for other in scene.numbers if _within(scene.mentions[other], around)]
    if any(scene.mentions[other].kind != "organization" or not is_of_state(scene, other) for other in within):
        return False
    return _is_official(scene, around)


def _is_official(scene: Scene, body: Mention) -> bool:
    """«[Комитет] по обороне», «[Совет безопасности] Чили»: does the noun of a name, or what is known of it, tell of a state's body?"""
    noun = next((place for place in range(body.first, body.last) if scene.grammar(place).pos == "NOUN"), -1)
    sorts = {scene.seeds.organization_nouns.get(key, "") for key in keys(scene.word(noun) or "-")}
    return not OFFICIAL.isdisjoint(sorts | {scene.seeds.organizations[name].kind for name in _known(scene, body)})


def sent_by(scene: Scene, role: int) -> int:
    """«От [Минэнерго] — Егор Седов, заместитель министра; от [Перу] …»: the body or state that an office before the next «;» is sent by."""
    first = scene.mentions[role].first
    if not is_office(scene, role):
        return -1
    begin = max((place + 1 for place in range(scene.start, first) if scene.word(place) == ";"), default=scene.start)
    named = (index for index in scene.numbers if begin < scene.mentions[index].first and scene.mentions[index].last <= first)
    sent = [index for index in named if _sends(scene, index)]
    return max(sent, key=lambda index: (scene.mentions[index].first, scene.mentions[index].last), default=-1)


def _sends(scene: Scene, index: int) -> bool:
    """«От [Минэнерго]», «, от [Перу]»: does a clause or an item of a list begin so?"""
    mention = scene.mentions[index]
    before = mention.first - 2
    begins = before < scene.start or scene.word(before) in APPOSED | {";", "•"} or scene.word(before).isdigit()
    told = mention.kind == "country" or (mention.kind == "organization" and is_named(scene, index, scene.numbers))
    return begins and told and scene.word(before + 1).lower() == "от"


def listed_for(scene: Scene, role: int) -> int:
    """«с президентом [Италии] Марко Бьянки, премьером Анной Росси и министром»: the state of the office before it, -1 for none."""
    joint = marked_start(scene, scene.mentions[role].first) - 1
    if not is_office(scene, role) or scene.word(joint) not in JOINTS:
        return -1
    names = [scene.mentions[person].first for person in scene.people if scene.mentions[person].last == joint]
    before = [other for other in scene.roles if scene.mentions[other].last in names and is_office(scene, other)]
    if "state" not in takes(scene, role) and any(is_envoy(scene, other) for other in before):
        return -1  # «с послом Италии Марко Бьянки, [директором] музея»
    found = [_named(scene, other) for other in before]
    if found and all(each == (-1, -1, -1, -1) for each in found):
        return listed_for(scene, before[0])
    return max((country for _, country, _, _ in found), default=-1)


def fellow_of(scene: Scene, role: int) -> int:
    """«с [турецким] коллегой, министром обороны Али Демиром»: the state of a colleague whose office is told behind him, -1 for none."""
    noun = scene.mentions[role].first - 2
    if scene.word(noun + 1) not in APPOSED | DASHES or not scene.is_of(noun, "colleague"):
        return -1
    told = (index for index in scene.numbers if scene.mentions[index].last == noun and is_adjective(scene, index))
    return next(told, -1) if is_office(scene, role) else -1


def led_by(scene: Scene, role: int) -> int:
    """«встретились с [чилийской] делегацией во главе с министром», «делегация МВД [Чили] во главе с министром»: the state whose delegation
    an office of states leads, -1 for none."""
    begin = marked_start(scene, scene.mentions[role].first) - len(LED)
    if [scene.word(place).lower() for place in range(begin, begin + len(LED))] not in (LED, [*LED[:-1], "со"]):
        return -1
    clause = takewhile(lambda place: scene.word(place) not in CLAUSES, range(begin - 1, scene.start - 1, -1))
    side = next((place for place in clause if scene.is_of(place, "delegation")), begin)
    if side == begin or "state" not in takes(scene, role):
        return -1
    states = (index for index in scene.numbers if scene.mentions[index].kind == "country")
    return next((index for index in states if scene.mentions[index].last == side or side < scene.mentions[index].first < begin), -1)


def is_side(scene: Scene, country: int) -> bool:
    """«[российской] делегации», «делегация [Сербии]», «с [сербской] стороны», «…, с [чилийской] — посол»"""
    mention, words = scene.mentions[country], scene.seeds.words
    side = mention.last if is_adjective(scene, country) else mention.first - 1
    before = min(side, mention.first) - 1
    begins = before < scene.start or scene.word(before).lower() in words["beside"] | words["sender"]
    if begins and scene.word(side) in DASHES:
        side = next((place for place in range(scene.start, before) if scene.is_of(place, "side")), side)
    return scene.is_of(side, "delegation") or (begins and scene.is_of(side, "side"))


def is_sender(scene: Scene, index: int, role: int) -> bool:
    """«глава избиркома от [«Зари»]», but not «депутат от [«Зари»]»: is it who sent somebody to the body that a role names before?"""
    inside = (scene.mentions[other] for other in _inside(scene, scene.mentions[role]))
    bodies = (mention for mention in inside if mention.kind == "organization")
    between = (range(body.last, scene.mentions[index].first) for body in bodies)
    leads = [[scene.word(place) for place in places if scene.grammar(place).pos == "PREP"] for places in between]
    return any(len(words) == 1 and words[0] in scene.seeds.words["sender"] for words in leads)  # not «от России в банке»


def _is_concern(scene: Scene, index: int) -> bool:
    """«координатор Узбекистана по делам [ШОС]»"""
    before = scene.mentions[index].first - 1
    return scene.word(before) in scene.seeds.words["concern"] and scene.word(before - 1) == "по"


def _is_topic(scene: Scene, index: int) -> bool:
    """«спецпредставитель России по [Сирии] и [Ираку]», «по [Ближнему Востоку] и странам [Африки]», but not «инспектор по [Томской
    области]»: is it a state or a part of the world with which a role is concerned?"""
    mention = scene.mentions[index]
    before = mention.first - 1
    concern = scene.word(before) in scene.seeds.words["concern"]
    able = mention.kind == "country" or concern or not _is_region(scene, mention)
    before -= concern or not keys(scene.word(before) or "-").isdisjoint(scene.seeds.words["states"])
    if scene.word(before) not in JOINTS:
        return able and scene.word(before) == "по"
    others = (other for other in scene.numbers if scene.mentions[other].kind in PLACES and scene.mentions[other].last == before)
    return any(_is_topic(scene, other) for other in others)


def topics(scene: Scene, role: int) -> list[int]:
    """«уполномоченный по [Перу]», «координатор съёмок в [Чили]»: the states and parts of the world with which a role is concerned, or in
    which its holder works."""
    inside = [index for index in _inside(scene, scene.mentions[role]) if scene.mentions[index].kind in PLACES]
    sites = [index for index in inside if scene.mentions[index].kind == "country" and _is_site(scene, index, role)]
    return sites + [index for index in inside if _is_topic(scene, index)]


def _is_region(scene: Scene, mention: Mention) -> bool:
    """Do the seeds know a place, which lies in a state?"""
    phrase = " ".join(scene.word(place) for place in range(mention.first, mention.last))
    return any(entry.kind == "place" for entry in scene.seeds.phrases.whole(phrase))


def _is_sent(scene: Scene, host: int, role: int) -> bool:
    """«заместитель [посла] в Чили», «координатор [ООН] по вопросам права в Чили», but not «полпред [президента] в СЗФО», «уполномоченный
    [по правам человека] в Чили», «координатор [съёмок] в Чили»."""
    place, around = scene.mentions[host].first, scene.mentions[role]
    if "host" not in takes(scene, role) and any(_is_military(scene, here) for here in range(around.first, place)):
        return False  # «командующий армией Чили в Перу»
    if scene.mentions[host].kind == "country":
        concerned = "по" in map(scene.word, range(around.first, place))
        return _is_international(scene, around) if concerned else not _is_site(scene, host, role)
    titles = (other for other in _inside(scene, around) if scene.mentions[other].kind == "role" and scene.mentions[other].first < place)
    return "host" in takes(scene, max(titles, key=lambda title: scene.mentions[title].first, default=role))


def _is_site(scene: Scene, country: int, role: int) -> bool:
    """«координатор съёмок в [Чили]», but not «[консул] в Чили», «глава [офиса ООН] в Чили», «глава [дипмиссии] в Чили», «уполномоченный [по
    правам человека] в Чили»: is it where somebody works whom nobody has sent?"""
    place = scene.mentions[country].first
    before = range(scene.mentions[role].first, place)
    if scene.word(place - 1) not in scene.seeds.words["host"] - {"при"} or "по" in map(scene.word, before):
        return False
    inner = [index for index in _inside(scene, scene.mentions[role]) if scene.mentions[index].first < place]
    titles = [index for index in inner if scene.mentions[index].kind == "role"]
    sent = any("host" in takes(scene, title) or is_envoy(scene, title) for title in titles)
    sent = sent or any(scene.mentions[index].kind == "organization" for index in inner)
    return not sent and not any(scene.is_of(here, "mission") for here in before)


def _is_military(scene: Scene, place: int) -> bool:
    """«армией»"""
    return any(scene.seeds.organization_nouns.get(key) == "military" for key in keys(scene.word(place)))


def _is_international(scene: Scene, role: Mention) -> bool:
    """Is it a role in an international organization?"""
    words, known = scene.analysis.batch.spellings, scene.seeds.organizations
    phrases = (" ".join(words[mention.first : mention.last]) for mention in map(scene.mentions.__getitem__, _inside(scene, role)))
    entries = (entry for phrase in phrases for entry in scene.seeds.phrases.whole(phrase) if entry.kind == "organization")
    return any(known[entry.key].kind == "international" for entry in entries)


def is_named(scene: Scene, index: int, inside: Sequence[int]) -> bool:
    """Is an organization known, has it words of its own that are written large, or does a state, a place or an adjective tell which it is?

    «[правительства Калужской области]», «[госдумы]», «[окружного суда]» and «[кафедрой истории]» are named; «правления» and «пресс-службы
    Минобороны» belong to the title.
    """
    mention = scene.mentions[index]
    if mention.kind != "organization" or is_board(scene, mention, inside):
        return False
    if _is_described(scene, mention, inside):
        return True
    names = [scene.mentions[other] for other in inside if not scene.word(scene.mentions[other].first)[:1].islower()]
    names = [name for name in names if _within(name, mention)]
    if names and all(name.kind in PLACES for name in names):
        return True
    inner = {place for name in names for place in _within(name, mention)}
    whole = {place for name in names if name.kind not in PLACES for place in _within(name, mention)}
    own, around = ([scene.word(place) for place in range(mention.first, mention.last) if place not in each] for each in (inner, whole))
    told = bool(names) and scene.grammar(mention.first).case != "ablt" and is_branch(tuple(own), scene.seeds)
    told = told or is_department(tuple(around), scene.seeds)  # «департамента Европы МИД»
    told = told or is_body_of_state(tuple(scene.analysis.batch.spellings[mention.first : mention.last]), scene.seeds)
    return told or mention.first in inner or any(not word[0].islower() for word in own) or bool(_known(scene, mention))


def is_board(scene: Scene, mention: Mention, inside: Sequence[int]) -> bool:
    """«председатель [Правления] Сбербанка», «член [Совета директоров ПАО «Заря»]»: a board, alone or of an organization in its name."""
    words = scene.analysis.batch.spellings[mention.first : mention.last]
    board = scene.seeds.boards.longest(words, 0)
    if not board or all(word.islower() for word in words[board[0] :]):  # «совет директоров», «попечительский совет фонда»
        return board is not None
    within = (scene.mentions[other] for other in inside if scene.mentions[other].kind == "organization")
    lasts = (mention.last, mention.last - (words[-1] in QUOTES))
    return any(mention.first + board[0] <= other.first and other.last in lasts for other in within)


def _is_described(scene: Scene, mention: Mention, inside: Sequence[int]) -> bool:
    """«[окружного] суда»: does an adjective tell which it is, and nothing within whose it is?"""
    within = (other for other in inside if _within(scene.mentions[other], mention))
    named = any(scene.mentions[other].kind != "organization" or is_named(scene, other, inside) for other in within)
    return not named and mention.last - mention.first > 1 and scene.grammar(mention.first).pos == "ADJF"


def _known(scene: Scene, mention: Mention) -> set[str]:
    """The names that the seeds have of an organization."""
    phrase = " ".join(scene.word(place) for place in range(mention.first, mention.last))
    return {entry.key for entry in scene.seeds.phrases.whole(phrase) if entry.kind == "organization"}


def _within(inner: Mention, outer: Mention) -> range:
    """The words of a mention that lies inside another."""
    covered = outer.first <= inner.first and inner.last <= outer.last and (inner.first, inner.last) != (outer.first, outer.last)
    return range(inner.first, inner.last) if covered else range(0)


def is_adjective(scene: Scene, index: int) -> bool:
    """«[французского] министра»: the adjective of a country."""
    mention = scene.mentions[index]
    if mention.kind != "country" or mention.last - mention.first > 1:
        return False
    return scene.grammar(mention.first).pos == "ADJF" or all(parse.pos == "ADJF" for parse in parses(scene.word(mention.first)))


def _inside(scene: Scene, around: Mention) -> list[int]:
    return [index for index in scene.numbers if around.first <= scene.mentions[index].first and scene.mentions[index].last <= around.last]
