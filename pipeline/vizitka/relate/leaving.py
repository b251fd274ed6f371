"""Whether somebody leaves a post: «освобождён от должности», «ушёл в отставку», «отправил в отставку министра», «расторг контракт»."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import takewhile

from ..morphology import REMEMBERED, keys, parses
from ..seeds import Seeds
from ..signs import DASHES, JOINTS, QUOTES
from .scene import CLAUSES, DIRECT, Scene, beginning, behind_dash, head_case, is_leaving, is_office, is_post, marked_start

REACH = 7  # words beside a name among which what somebody leaves may stand
SIGNS = CLAUSES | DASHES
LISTED = JOINTS | {";"}  # between the members of a list
HEADED = DASHES | {":"}  # between what sums up a list and the list
SUMMING = frozenset({"ADJF", "NOUN", "NUMR"})  # words that sum up a list
DENIED = 5  # words before a post of which one may be what «не» denies: «не уходит в отставку с поста»
ORDER = 4  # words before «об отставке» among which the noun for an order may stand
PASSED = frozenset({"ADJF", "ADVB", "PRCL", "VERB"})  # what may stand between «не» and the verb that it denies
PHRASE = 10  # words of what is told of somebody who has left, before his name
WITHIN = frozenset({"ADJF", "ADVB", "NOUN", "NUMR", "PREP", "PRTF"})  # of which such words are
GONE = (("ADJF", "gent"), ("PRTF", "gent"))  # as what the tagger takes a participle before «Рогова»
CLAUSE = 12  # words that may stand between a post and the verb that ends it


def is_left(scene: Scene, role: int) -> bool:
    """«от занимаемой должности [посла]», «сложил полномочия [губернатора]»: is it a post that somebody leaves?"""
    place = marked_start(scene, scene.mentions[role].first) - 1
    if is_post(scene, place):
        return _leaves(scene, place) or _is_deserted(scene, role) or _is_ended(scene, place, role)
    first = marked_start(scene, scene.mentions[role].first)
    listed = head_case(scene, role) in ("accs", "gent") and is_office(scene, role)
    place = (_past_heading(scene, list_start(scene, first)) if listed else first) - 1
    place -= scene.is_of(place, "possessive")
    if is_post(scene, place) and _leaves(scene, place):
        return True  # «об освобождении от должности ряда руководителей: [мэра] Рогова и …»
    return scene.word(place) != "" and (_is_ended(scene, place, role) or _is_accepted(scene, place) or _is_unbound(scene, place, role))


def _leaves(scene: Scene, post: int) -> bool:
    """«[покинул] пост», «[от] занимаемой должности», «[оставивший] свой пост», but not «[покинет] пост», «уйдёт [с] поста», «не уходит
    [с] поста», «требуют освободить [от] должности»: does what stands before a post say that it is left?"""
    place = post - 1 - (scene.grammar(post - 1).pos in ("ADJF", "PRTF") and not is_leaving(scene, post - 1))
    denied = any(scene.word(here - 1).lower() == "не" for here in range(place, max(place - DENIED, scene.start), -1))
    denied = denied or _is_demanded(scene, place - 1) or _is_yet(scene, place)
    return is_leaving(scene, place) and not denied and (scene.grammar(place).pos != "VERB" or _is_done(scene.word(place)))


def _is_yet(scene: Scene, place: int) -> bool:
    """«подаст в отставку [с] поста», «будет освобождён [от] должности», but not «станет ректором после отставки [с] поста»"""
    near = _clause(scene, range(place - 1, max(place - DENIED, scene.start - 1), -1))
    said = takewhile(lambda here: scene.grammar(here).pos in WITHIN | {"VERB"} and not scene.is_of(here, "accepting"), near)
    return any(scene.grammar(here).pos == "VERB" and is_coming(scene.word(here)) for here in said)


def is_coming(word: str) -> bool:
    """«подаст», «будет», but not «уходит», which is seldom a perfective verb"""
    return "futr" in parses(word)[0].marks


def _is_demanded(scene: Scene, verb: int) -> bool:
    """«призвали [освободить] от должности», but not «решили [освободить] от должности»: does somebody only ask for it?"""
    if not _is_infinitive(scene.word(verb)):
        return False
    return any(scene.is_of(here, sort) for here in (verb - 1, verb - 2) for sort in ("demanding", "wishing"))


def is_kept(scene: Scene, verb: int) -> bool:
    """«не собирается [покидать] пост», «отказался [уйти] с поста», «не [покинет] пост», but not «решил [покинуть] пост»: does somebody not
    leave, or only wish to leave, what a verb says to be left?"""
    if not (scene.is_of(verb, "leaving") or scene.is_of(verb + 1, "leaving")):
        return False
    said = list(takewhile(lambda here: scene.grammar(here).pos in PASSED, range(verb - 1, max(verb - DENIED, scene.start - 1), -1)))
    denied = any(scene.word(here).lower() == "не" for here in said)
    return denied or (_is_infinitive(scene.word(verb)) and any(_is_only_thought(scene, here) for here in said))


def _is_only_thought(scene: Scene, place: int) -> bool:
    """«[планирует] уйти», «[может] покинуть», «[отказался] уходить»: does a word say that what follows is not done?"""
    return scene.is_of(place, "wishing") or scene.is_of(place, "able")


def _is_infinitive(word: str) -> bool:
    return any(parse.pos == "INFN" for parse in parses(word or "-"))


def _is_own_left(scene: Scene, post: int) -> bool:
    """«свой пост [покинула]»"""
    return scene.is_of(post - 1, "own") and scene.grammar(post + 1).pos == "VERB" and is_leaving(scene, post + 1)


def _is_deserted(scene: Scene, role: int) -> bool:
    """«в должности [вице-президента] банка, которую оставила в мае»: does a clause say of a post that somebody left it?"""
    behind = range(scene.mentions[role].last, scene.stop - 1)
    relative = 1 + next((place for place in behind if scene.word(place) in CLAUSES - set(QUOTES)), scene.stop)
    if scene.word(relative - 1) != "," or not scene.is_of(relative, "relative") or scene.grammar(relative).case != "accs":
        return False
    said = _clause(scene, range(relative + 1, min(relative + REACH, scene.stop)))
    return any(is_leaving(scene, here) and _is_done(scene.word(here)) for here in said)


def _is_ended(scene: Scene, place: int, role: int) -> bool:
    """«Полномочия [мэра] Томска Олега Рогова прекращены»: does a passive verb behind a post or powers end them?"""
    words = scene.seeds.words
    if scene.grammar(place).case not in DIRECT or keys(scene.word(place)).isdisjoint(words["powers"] | words["post"]):
        return False
    last = scene.mentions[role].last
    said = _clause(scene, range(last, min(last + CLAUSE, scene.stop)))
    return any(is_leaving(scene, here) and _is_passive(scene.word(here)) for here in said)


def _is_accepted(scene: Scene, place: int) -> bool:
    """«принял отставку [министра]», «1. Принять отставку [министра]», «после досрочной отставки [министра]», «подписал указ об отставке
    [министра]», «решение об отправке в отставку [министра]», but not «требуют отставки [министра]», «просят принять отставку
    [министра]», «запрос об отставке [министра]»"""
    if scene.grammar(place).pos != "NOUN" or not scene.is_of(place, "resignation"):
        return False
    place -= 2 * (scene.word(place - 1) == "в" and scene.is_of(place - 2, "removal"))
    if scene.word(place - 1).lower() in ("о", "об"):
        return _is_announced(scene, place - 2)
    place -= place > scene.start and scene.grammar(place - 1).pos == "ADJF"
    if not scene.is_of(place - 1, "accepting"):
        return False
    ordered = not any(scene.word(here)[0].isalpha() for here in range(scene.start, place - 1))
    return ordered or scene.grammar(place - 1).pos == "PREP" or _is_done(scene.word(place - 1))


def _is_announced(scene: Scene, place: int) -> bool:
    """«[сообщил] об увольнении», «[Указ] об увольнении», «подписан [указ] президента об отставке», but not «готовят [указ] об отставке»"""
    if scene.is_of(place, "announcing"):
        return scene.grammar(place).pos == "VERB" and _is_over(scene.word(place))
    begin = next((here for here in range(place, max(place - ORDER, scene.start - 1), -1) if scene.grammar(here).case != "gent"), place)
    said = (*_clause(scene, range(begin, scene.start - 1, -1)), *_clause(scene, range(begin, scene.stop)))
    verbs = [here for here in said if scene.grammar(here).pos == "VERB"]
    return scene.is_of(begin, "order") and all(_is_over(scene.word(here)) and scene.word(here - 1).lower() != "не" for here in verbs)


def has_accepted(scene: Scene) -> bool:
    """«Седова удовлетворила просьбы об отставке», «Отставки приняты»: does a sentence say that somebody's resignation is accepted?"""
    resigned = any(scene.is_of(place, "resignation") for place in range(scene.start, scene.stop))
    verbs = (place for place in range(scene.start, scene.stop) if resigned and scene.grammar(place).pos == "VERB")
    return any(scene.is_of(place, "accepting") and _is_done(scene.word(place)) for place in verbs)


def _is_unbound(scene: Scene, place: int, role: int) -> bool:
    """«Клуб расторг контракт с [тренером] Роговым», «Договор с [директором] Роговым расторгнут»"""
    if scene.word(place) not in scene.seeds.words["beside"] or not scene.is_of(place - 1, "contract"):
        return False
    last = scene.mentions[role].last
    near = (*range(max(place - 1 - REACH, scene.start), place - 1), *range(last, min(last + REACH, scene.stop)))
    return any(scene.is_of(here, "unbinding") and _is_done(scene.word(here)) for here in near)


def is_instead(scene: Scene, person: int) -> bool:
    """«вместо [Рогова]», «вместо ушедшего в отставку [Рогова]»: has somebody been followed by another?"""
    return scene.is_of(before_gone(scene, scene.mentions[person].first), "instead")


def before_gone(scene: Scene, first: int) -> int:
    """«[вместо] Рогова», «[вместо] ушедшего в мае в отставку Рогова»: the word before a name and what a participle tells of its bearer."""
    said = takewhile(lambda here: scene.grammar(here).pos in WITHIN, range(first - 1, max(first - PHRASE, scene.start), -1))
    gone = (here for here in said if scene.grammar(here)[:2] in GONE and _is_past(scene.word(here)))
    return next(gone, first) - 1


def is_resigned(scene: Scene, person: int) -> bool:
    """«после отставки [Рогова] министром стал Седов»: is it somebody of whom it is told that he is in a post no more?"""
    place = scene.mentions[person].first - 1
    return scene.word(place) != "" and _is_accepted(scene, place)


def is_leaver(scene: Scene, person: int, role: int) -> bool:
    """«[Директор] Рогов отстранён от должности», «Сложил полномочия [министр] Рогов», «[Мэр] Рогов, ушедший в отставку», «ушедший в
    отставку [мэр] Рогов»: does the holder of an office leave it?"""
    name, mention = scene.mentions[person], scene.mentions[role]
    if name.sentence != mention.sentence or not is_office(scene, role):
        return False
    first, last = min(name.first, marked_start(scene, mention.first)), max(name.last, mention.last)
    if _past_ranks(scene, mention.last) != name.first and marked_start(scene, mention.first) - name.last not in (0, 1):
        return False  # «[основатель] и директор Рогов ушёл с поста»
    gone = _goes(scene, person, last) or _is_sent(scene, role, first, last) or _has_gone(scene, last) or _is_gone(scene, role, first)
    return gone or (scene.is_of(first - 1, "application") and _has_applied(scene, last))


def _has_applied(scene: Scene, last: int) -> bool:
    """«Заявление [министра] Рогова об отставке», «… о досрочном прекращении полномочий», but not «… об отставке премьера»"""
    for place in range(last + 1, min(last + 4, scene.stop)):
        ended = scene.is_of(place, "leaving") and scene.is_of(place + 1, "powers")
        if ended or scene.is_of(place, "resignation"):
            behind = min(place + 1 + ended, scene.stop - 1)
            return scene.grammar(behind).case != "gent"
    return False


def _past_ranks(scene: Scene, place: int) -> int:
    """«[директор] генерал-майор Рогов», «[заместитель министра] — начальник штаба Рогов»: where the ranks and occupations end that begin
    at a word, right behind a role, and the roles that dashes join to it."""
    begin = behind_dash(scene, place)
    role = beginning(scene, begin)
    if role is None or (begin == place and is_office(scene, role)):
        return place
    return _past_ranks(scene, scene.mentions[role].last)


def _goes(scene: Scene, person: int, last: int) -> bool:
    """«[Мэр] Рогов ушёл в отставку», «Рогов, [директор], отправлен в отставку», «[Мэр] Рогов, избранный в мае, ушёл в отставку», but not
    «Президент Рогов отправил мэра в отставку»"""
    if scene.grammar(scene.mentions[person].first).case not in ("", "nomn"):
        return False
    behind = _past_told(scene, last + (scene.word(last) == ","))
    return _quits(scene, list(_clause(scene, range(behind, min(behind + REACH, scene.stop)))))


def has_died(scene: Scene, person: int) -> bool:
    """«[Рогов] умер в Туле», «[Рогов], директор театра, и его водитель погибли», «Скончался директор [Рогов]», but not «[Рогов] чуть не
    погиб», «[Рогов], чей сын умер», «умер сын [Рогова]»"""
    name = scene.mentions[person]
    if scene.grammar(name.first).case not in ("", "nomn"):
        return False
    comma = name.last
    if scene.word(comma) == "," and beginning(scene, comma + 1) is not None:
        comma = next((place for place in range(comma + 1, scene.stop) if scene.word(place) == ","), comma)
    behind = _past_told(scene, comma + (scene.word(comma) == ","))
    begins = (marked_start(scene, scene.mentions[role].first) for role in scene.roles if scene.mentions[role].last == name.first)
    first = list_start(scene, min(begins, default=name.first))
    return any(
        _die(scene, list(_clause(scene, places)))
        for places in (range(behind, min(behind + REACH, scene.stop)), range(first - 1, max(first - REACH, scene.start) - 1, -1))
    )


def _die(scene: Scene, places: list[int]) -> bool:
    """«умер в Туле», «и его водитель погибли», but not «чуть не погиб», «чей сын умер»: do the words beside a name say that its bearer has
    died?"""
    died = next((place for place in places if is_dying(scene.word(place), scene.seeds)), None)
    if died is None or scene.word(died - 1).lower() == "не":
        return False
    between = takewhile(lambda here: here != died, places)
    return scene.grammar(died).number == "plur" or all(scene.grammar(place)[:2] != ("NOUN", "nomn") for place in between)


@lru_cache(maxsize=REMEMBERED)
def is_dying(word: str, seeds: Seeds) -> bool:
    """«умер», «погибли», «убит», but not «убил», «погибший»"""
    if seeds.words["dying"].isdisjoint(keys(word or "-")):
        return False
    return any(parse.pos == "PRTS" or (parse.pos == "VERB" and {"past", "intr"} <= parse.marks) for parse in parses(word))


def _past_told(scene: Scene, place: int) -> int:
    """«Рогов, [избранный в мае,] ушёл», «Рогов, [который правил год,] ушёл», but not «Рогов, занимавший пост
    премьера, ушёл», which may be of that post: where what a clause tells of somebody ends, else the place."""
    said = scene.word(place - 1) == "," and scene.word(place) != "" and scene.grammar(place).case in ("", "nomn")
    if not said or not (_is_participle(scene.word(place)) or scene.is_of(place, "relative")):
        return place
    stop = min(place + CLAUSE, scene.stop - 1)
    end = next((here for here in range(place, stop) if scene.word(here) in SIGNS or beginning(scene, here) is not None), stop)
    on = end < stop and scene.word(end) == "," and scene.grammar(end + 1).pos in ("ADVB", "PREP", "VERB")
    return end + 1 if on else place


def _is_sent(scene: Scene, role: int, first: int, last: int) -> bool:
    """«Сложил полномочия [министр] Рогов», «В отставку отправлены [министр] Рогов и …», «отправил [министра] Рогова в отставку»."""
    begin = _past_heading(scene, list_start(scene, first))
    said = sorted(_unnamed(scene, _clause(scene, range(begin - 1, max(begin - REACH, scene.start) - 1, -1))))
    if head_case(scene, role) in ("gent", "accs"):
        said += _clause(scene, range(last, min(last + REACH, scene.stop)))
        return (_dismisses(scene, said) or _is_ordered(scene)) and _resigns(scene, said)
    return head_case(scene, role) in ("", "nomn") and _quits(scene, said)


def _is_ordered(scene: Scene) -> bool:
    """«[Освободить] от должности и уволить со службы генерала Рогова, начальника штаба»: does a line of a decree let somebody go?"""
    first = next((place for place in range(scene.start, scene.stop) if scene.word(place)[0].isalpha()), scene.start)
    return _is_infinitive(scene.word(first)) and scene.is_of(first, "dismissing")


def _unnamed(scene: Scene, places: Iterable[int]) -> Iterable[int]:
    """«вместо ушедшего в отставку Ли[ стал] директор Рогов»: the words before the first name."""
    names = {place for person in scene.people for place in range(scene.mentions[person].first, scene.mentions[person].last)}
    return takewhile(lambda here: here not in names, places)


def _quits(scene: Scene, places: list[int]) -> bool:
    """«ушёл в отставку», «отправлен в отставку», but not «отправил в отставку», «не подал в отставку», «отказался уйти в отставку»,
    «встретил погибших»"""
    return (
        any(_is_done(scene.word(place)) and scene.word(place - 1).lower() != "не" for place in places)
        and not any(_is_only_thought(scene, place) and _is_infinitive(scene.word(place + 1)) for place in places)
        and not _dismisses(scene, places)
        and _resigns(scene, [place for place in places if not scene.is_of(place, "dying")])
    )


def list_start(scene: Scene, first: int) -> int:
    """«отправлены [министр] Анна Рид и министр Ян Ли», «уволены [министр] генерал Анна Рид; его заместитель Ян Ли»: where a list of roles
    and names begins in which a role stands."""
    starts = {scene.mentions[role].last: marked_start(scene, scene.mentions[role].first) for role in reversed(scene.roles)}
    names = {scene.mentions[person].last: scene.mentions[person].first for person in scene.people}
    first = _past_joined(scene, starts, first)
    place = first - 1 - scene.is_of(first - 1, "possessive")
    while scene.word(place) in LISTED and names.get(place) in starts:
        first = _past_joined(scene, starts, names[place])
        place = first - 1 - scene.is_of(first - 1, "possessive")
    return first


def _past_joined(scene: Scene, starts: Mapping[int, int], first: int) -> int:
    """«[начальник] штаба генерал Рогов», «[заместитель] министра — начальник штаба Рогов»: where the roles of one begin that stand side by
    side or are joined by a dash."""
    while (before := first - (scene.word(first - 1) in DASHES)) in starts:
        first = starts[before]
    return first


def _past_heading(scene: Scene, first: int) -> int:
    """«Уволены[: мэр] …», «освобождены от должностей [два полковника: мэр] …», «отправил в отставку [глав двух районов — мэра] …»: where
    the words begin that sum up a list behind them, else where it begins."""
    if scene.word(first - 1) not in HEADED:
        return first
    place = first - 1
    while place > scene.start and scene.grammar(place - 1).pos in SUMMING and not _tells(scene, place - 1):
        place -= 1
    return place


def _tells(scene: Scene, place: int) -> bool:
    """«в [отставку] глав районов», «от [должностей] глав районов»"""
    return scene.is_of(place, "resignation") or is_post(scene, place)


def _has_gone(scene: Scene, last: int) -> bool:
    """«[министр] Рогов, подавший в отставку», «[директор] Седова, недавно покинувшая пост», but not «сменивший ушедшего в отставку Ли»"""
    place = last + 1
    place += place < scene.stop and scene.grammar(place).pos == "ADVB"
    if scene.word(last) != "," or not _is_past(scene.word(place)):
        return False
    said = list(_clause(scene, range(place, min(place + REACH, scene.stop))))
    return not any(_is_past(scene.word(here)) for here in said[1:]) and not _dismisses(scene, said[:1]) and _resigns(scene, said)


def _is_gone(scene: Scene, role: int, first: int) -> bool:
    """«ушедшего в отставку в мае [министра] Рогова», but not «отправивший в отставку Седова [министр] Рогов»: does a participle before a
    role say so in its case?"""
    said = sorted(_clause(scene, range(first - 1, max(first - REACH, scene.start) - 1, -1)))
    past = (number for number, place in enumerate(said) if _is_past(scene.word(place)))
    gone = said[next(past, len(said)) :]
    alike = bool(gone) and scene.grammar(gone[0]).case == head_case(scene, role)
    return alike and not _dismisses(scene, gone[:1]) and _resigns(scene, gone)


def _is_past(word: str) -> bool:
    """«покинувшая», «освобождённый», but not «занимаемой»"""
    return any(parse.pos == "PRTF" and "past" in parse.marks for parse in parses(word or "-"))


def _is_participle(word: str) -> bool:
    """«избранный», «работающая», but not «старый»"""
    return any(parse.pos == "PRTF" for parse in parses(word or "-"))


def _clause(scene: Scene, places: Iterable[int]) -> Iterable[int]:
    """The words before the first sign."""
    return takewhile(lambda here: scene.word(here) not in SIGNS, places)


def _resigns(scene: Scene, places: list[int]) -> bool:
    """«сложил полномочия», «освобождён от занимаемой должности», «ушёл в отставку», «уволен», but not «освобождён от должности [посла]»"""
    for place in places:
        if scene.is_of(place, "quitting") or _is_quit(scene, place):
            return True
        if scene.is_of(place, "resignation") and scene.word(place - 1).lower() in ("в", "на") and scene.grammar(place).case == "accs":
            return True
        if scene.is_of(place, "resignation") and scene.word(place - 1).lower() == "об" and _is_applied(scene, place - 2):
            return True
        if is_post(scene, place) and not _is_of_role(scene, place) and (_leaves(scene, place) or _is_own_left(scene, place)):
            return True
    return False


def _is_of_role(scene: Scene, post: int) -> bool:
    """«освобождён от [должности] посла», but not «освобождены от [должностей] директор Рогов и …»"""
    role = beginning(scene, post + 1)
    return scene.grammar(post + 1).case == "gent" if role is None else head_case(scene, role) != "nomn"


def _is_applied(scene: Scene, place: int) -> bool:
    """«подала [прошение] об отставке», «[заявление] об увольнении»"""
    return scene.is_of(place, "application") and not is_kept(scene, place - 1)


def _is_quit(scene: Scene, verb: int) -> bool:
    """«[покинул] кабинет», «Правительство Чили [покинула]»"""
    if not scene.is_of(verb, "departing"):
        return False
    mentions = (scene.mentions[index] for index in scene.numbers)
    named = (mention.first for mention in mentions if mention.kind == "organization" and verb in (mention.first - 1, mention.last))
    nouns = (here for here in (verb - 1, verb + 1) if not scene.seeds.organization_nouns.keys().isdisjoint(keys(scene.word(here) or "-")))
    return any(scene.grammar(place).case in DIRECT for place in (*named, *nouns))


def _dismisses(scene: Scene, places: Iterable[int]) -> bool:
    """«отправил [в отставку]», «уволивший», but not «отправлен», «отправленный»: does a verb say that somebody else leaves?"""
    return any(scene.is_of(place, "dismissing") and _is_active(scene.word(place)) for place in places)


def _is_passive(word: str) -> bool:
    """«назначен», «прекращены»"""
    return any(parse.pos == "PRTS" for parse in parses(word))


def _is_active(word: str) -> bool:
    return any(parse.pos == "VERB" or "actv" in parse.marks for parse in parses(word))


def _is_over(word: str) -> bool:
    """«подписал», «подписан», but not «подписывает»"""
    return any(parse.pos == "PRTS" or (parse.pos == "VERB" and "past" in parse.marks) for parse in parses(word))


def _is_done(word: str) -> bool:
    """«покинул», «освобождён», «уходит», but not «покинет»"""
    return any(parse.pos in ("VERB", "PRTS") and "futr" not in parse.marks for parse in parses(word))
