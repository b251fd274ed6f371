"""What a sentence or clause leaves out and another says: a name («С 2010 года работал [министром]»), or a role («Им стала [Ольга Ли]»)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import NamedTuple

from ..morphology import fold, parses
from ..signs import DASHES
from .leaving import has_accepted, is_resigned
from .lines import enumerated, lined
from .scene import (
    CLAUSES,
    Scene,
    Title,
    bearer,
    beginning,
    behind_dash,
    cases_of,
    head,
    head_case,
    is_leaving,
    is_office,
    is_plural,
    is_post,
    is_role_verb,
    is_same_title,
    lemma,
    may_be_one,
    outer,
    past_post,
)
from .status import status, verb_status
from .succession import preceded, replaced, replacing, succeeded
from .unnamed import unnamed
from .verbs import appointed, in_case, onward, told

YEAR = re.compile(r"(?:19|20)\d\d")
PERIOD = 14  # words that may stand before its dash
DATED = 5  # words with which a date before «им» may begin a sentence
NEAR = 2  # sentences from a post that is told to one that points to it
COMING = 2  # sentences behind a name that may say when its bearer takes up a post
ENTERING = 8  # words between a verb and the post that is entered
TO = DASHES | {"до", "по"}  # what stands before the year in which a period ends
DATED_BEHIND = 8  # words behind a post among which its year may stand
NAMES = frozenset({"Name", "Surn"})  # the dictionary's marks of names
SPEAKER = 6  # words that may stand between a name and the colon before what is said


class Told(NamedTuple):
    """A role that another sentence gives a person. ``status`` is "" where the sentence of the role tells it."""

    person: int
    role: int
    status: str = ""


def across(runs: Iterable[Sequence[tuple[int, Scene]]], holders: Mapping[int, set[int]]) -> Iterator[Told]:
    """The roles of people that stand in another sentence than they, by its words. ``holders``: who holds a role, as far as is known."""
    for run in runs:
        subjects = list(_of_subjects(run, holders))
        yield from subjects
        yield from _of_roles(run, holders)
        yield from _of_left(run, holders)
        yield from _of_careers(run, holders, subjects)
        yield from _of_coming(run, holders)
        yield from _of_resigned(run, holders)
        yield from (Told(*found) for found in (*replaced(run), *preceded(run), *succeeded(run, holders)))
        listed = list(enumerated(run))
        alone = (*lined(run, {person for person, _ in listed}), *listed, *unnamed(run, holders))
        yield from (Told(person, role) for person, role in alone)


def documents(scenes: Mapping[int, Scene]) -> Iterator[list[tuple[int, Scene]]]:
    """The sentences of each document, by number."""
    run: list[tuple[int, Scene]] = []
    for number, scene in scenes.items():
        of = scene.analysis.batch.documents
        if run and of[run[-1][0]] != of[number]:
            yield run
            run = []
        run.append((number, scene))
    if run:
        yield run


def _of_subjects(run: Sequence[tuple[int, Scene]], holders: Mapping[int, set[int]]) -> Iterator[Told]:
    """«Рогов родился в Туле. С 1995 года – [инженер]. В 2003 году назначен [директором].»: what sentences that name nobody tell of whom the
    text speaks of. What is held by others is theirs, but where a pronoun tells whose it is."""
    subject, shown = None, run[0]
    for number, scene in run:
        if scene.people:
            subject, shown = _subject(scene, subject), (number, scene)
            continue
        unsure = subject == -1 and shown[0] == number - 1
        who = _agreeing(shown[1], scene) if unsure else subject
        if who is not None and who >= 0:
            for role in _unsaid(scene):
                others = [bearer(scene, other) for other in holders.get(role, ())]
                if unsure or not others or any(may_be_one(bearer(scene, who), other) for other in others):
                    yield Told(who, role)


def _subject(scene: Scene, before: int | None) -> int:
    """Whom the text goes on to speak of: who alone begins the sentence, or whom it spoke of before; -1 where that is not sure."""
    first = scene.people[0]
    alone = not _speaks(scene, first) and (len(scene.people) == 1 or (before == -1 and _begins(scene, first) and _is_of_kin(scene)))
    if alone and (before is None or _begins(scene, first) or _is_again(scene, first, before)):
        return first
    if before is not None and before >= 0 and _is_again(scene, first, before) and _begins(scene, first) and _is_of_kin(scene):
        return before
    others = any(scene.grammar(scene.mentions[person].first).case in ("", "nomn") for person in scene.people)
    return -1 if others or before is None or len(scene.people) > 1 else before


def _agreeing(shown: Scene, scene: Scene) -> int:
    """«Анна Седова представила Олега Рогова. Ранее он работал …», «Седов назначил Рогова директором. Ранее он …», «После отставки Седова
    директором стал Рогов. Он …»: who alone of a sentence, or alone of those to whom it gives a post, or who have not left theirs, may be
    meant by «он» or «она»; -1 for nobody."""
    said = (scene.grammar(place).gender for place in range(scene.start, scene.stop) if _is_personal(scene, place))
    gender = next(said, "")
    genders = {person: _gender(shown, person) for person in shown.people if not (is_resigned(shown, person) or _speaks(shown, person))}
    meant = [person for person in genders if genders[person] == gender]
    given = [person for person in meant if len(meant) > 1 and appointed(shown, person, [])]
    meant = given or meant
    return meant[0] if gender and len(meant) == 1 and all(genders.values()) else -1


def _gender(scene: Scene, person: int) -> str:
    """The gender of the first word of a name: the only one that the dictionary knows of it in its case, else the tagger's."""
    first = scene.mentions[person].first
    said = scene.grammar(first)
    known = {parse.gender for parse in parses(scene.word(first)) if parse.case == said.case and not NAMES.isdisjoint(parse.marks)}
    return known.pop() if len(known) == 1 else said.gender


def _is_again(scene: Scene, person: int, before: int) -> bool:
    """Is it the name of whom the text spoke before?"""
    return before >= 0 and scene.word(scene.mentions[person].last - 1) == scene.analysis.batch.spellings[scene.mentions[before].last - 1]


def _is_of_kin(scene: Scene) -> bool:
    """«Рогов родился в [семье врача Павла Рогова]»: are all that a sentence names behind its first somebody's family?"""
    begins = {scene.mentions[role].last: scene.mentions[role].first for role in reversed(scene.roles)}
    places = (begins.get(scene.mentions[person].first, scene.mentions[person].first) - 1 for person in scene.people[1:])
    return all(scene.is_of(place, "kin") or scene.is_of(place, "family") for place in places)


def _speaks(scene: Scene, person: int) -> bool:
    """«А. Рогов: Здравствуйте»"""
    last = scene.mentions[person].last
    return ":" in map(scene.word, range(last, min(last + SPEAKER, scene.stop - 1)))


def _begins(scene: Scene, person: int) -> bool:
    """Do only his roles stand before a name in its sentence?"""
    name = scene.mentions[person].first
    said = {place for role in scene.roles for place in range(scene.mentions[role].first, scene.mentions[role].last)}
    return all(place in said or not scene.word(place)[0].isalpha() for place in range(scene.start, name))


def _year(scene: Scene, role: int) -> int:
    """The last year before a role, or the first behind it: «окончил вуз в 1990 году, в [1995]–1999 годах был директором», «пост
    директора занял в мае [1995] года»; 0 for none."""
    first, last = scene.mentions[role].first, scene.mentions[role].last
    before = (place for place in range(first - 1, scene.start - 1, -1) if YEAR.match(scene.word(place)))
    year = next((place for place in before if scene.word(place - 1) not in TO), None)
    if year is None:
        behind = takewhile(lambda here: scene.word(here) not in CLAUSES, range(last, min(last + DATED_BEHIND, scene.stop)))
        year = next((place for place in behind if YEAR.match(scene.word(place))), None)
    return int(scene.word(year)[:4]) if year is not None else 0


def _unsaid(scene: Scene) -> Iterator[int]:
    """The roles that a sentence tells of nobody whom it names, in their order."""
    place, role = scene.start, _first(scene, scene.start)
    while role is not None:
        for each in onward(scene, role, -1, []):
            yield each
            place = scene.mentions[each].last
        role = _first(scene, place)


def _first(scene: Scene, begin: int) -> int | None:
    return next((role for way in (_dated, _worked, _bare, _equated, _gerund) if (role := way(scene, begin)) is not None), None)


def _dated(scene: Scene, begin: int) -> int | None:
    """«С 1989 по 1995 год — [заместитель директора]», «1995–2001 гг. – [инженер]»: what stands behind a period and a dash."""
    dashes = (place for place in range(begin, min(begin + PERIOD, scene.stop)) if scene.word(place) in DASHES)
    dash = next((place for place in dashes if beginning(scene, place + 1) is not None), begin)
    before = range(begin, dash)
    named = any(begin <= scene.mentions[index].first < dash for index in scene.numbers)
    dated = any(YEAR.match(scene.word(place)) for place in before)
    if named or not dated or any(scene.grammar(place).pos == "VERB" for place in before):
        return None
    role = beginning(scene, dash + 1)
    return role if role is not None and head_case(scene, role) in ("nomn", "ablt") else None


def _worked(scene: Scene, begin: int) -> int | None:
    """«С 2010 года работал [министром]», «В 2012 году её назначили [послом]», «Город ему знаком: он был [мэром]»: behind a verb that has no
    other subject in its clause."""
    verb = next((place for place in range(begin, min(begin + PERIOD, scene.stop)) if scene.grammar(place).pos == "VERB"), begin)
    begin = next((place + 1 for place in range(verb - 1, begin, -1) if scene.word(place) == ":"), begin)
    role = told(scene, verb, -1, []) if _is_of_one(scene, begin, verb) else None
    if role is None or any(_is_subject(scene, place) for place in range(begin, scene.mentions[role].first)):
        return None
    return role


def _is_of_one(scene: Scene, begin: int, verb: int) -> bool:
    """«работал», «его назначили», but not «стали», «стать»"""
    alone = any(parse.number == "sing" and parse.pos in ("VERB", "PRTS") for parse in parses(scene.word(verb) or "-"))
    return alone or (scene.grammar(verb).number == "plur" and any(_is_personal(scene, place) for place in range(begin, verb)))


def _bare(scene: Scene, begin: int) -> int | None:
    """«[Доктор наук], профессор.», but not «Доктор готов.», «Доктора.»: a sentence that is nothing but one's roles and what they are of."""
    role = beginning(scene, scene.start) if begin == scene.start and scene.word(scene.stop - 1) == "." else None
    if role is None or head_case(scene, role) != "nomn" or is_plural(scene, role):
        return None
    grammars = (scene.grammar(place) for place in range(scene.start, scene.stop))
    said = any(grammar.pos == "VERB" or (grammar.pos == "ADJF" and not grammar.case) for grammar in grammars)
    return None if said else role


def _equated(scene: Scene, begin: int) -> int | None:
    """«Сейчас он — [аудитор]», «Он [экономист] по образованию»"""
    dash = next((place for place in range(begin + 1, begin + 3) if scene.word(place) in DASHES), begin + 1)
    subject = begin == scene.start and _is_personal(scene, dash - 1) and scene.grammar(dash - 1).case == "nomn"
    role = beginning(scene, behind_dash(scene, dash)) if subject else None
    return role if role is not None and head_case(scene, role) == "nomn" else None


def _gerund(scene: Scene, begin: int) -> int | None:
    """«Став [депутатом], заявил о себе», «Будучи [врачом], он …»: what a clause before the sentence's verb tells of its subject, which is
    not named."""
    told = begin == scene.start and any(
        parse.pos == "GRND" and fold(parse.lemma) in scene.seeds.role_verbs for parse in parses(scene.word(begin))
    )
    role = in_case(scene, begin + 1, "ablt") if told else None
    if role is None:
        return None
    places = range(scene.mentions[role].last, scene.stop)
    verb = next((place for place in places if scene.grammar(place).pos == "VERB" and scene.grammar(place).number == "sing"), scene.stop)
    own = any(_is_subject(scene, place) or scene.word(place).lower() in ("я", "мы") for place in range(begin, verb))
    return role if verb < scene.stop and not own else None


def _is_subject(scene: Scene, place: int) -> bool:
    """«[банк] назначил», but not «[Прежде] работал», whatever the tagger says"""
    grammar = scene.grammar(place)
    if grammar.case != "nomn" or grammar.pos not in ("NOUN", "NPRO") or _is_personal(scene, place):
        return False
    return any(parse.pos == grammar.pos for parse in parses(scene.word(place)))


def _is_personal(scene: Scene, place: int) -> bool:
    """«он», «ею»"""
    return scene.is_of(place, "personal")


def _of_roles(run: Sequence[tuple[int, Scene]], holders: Mapping[int, set[int]]) -> Iterator[Told]:
    """«Избран новый [глава]. Им стала Ольга Ли», «[Министр] ушёл. Указ подписан. На эту должность назначен Рогов»: the role that is free
    before; «Назначен [министр] Седов. От этой должности освобождён Рогов»: the one that is another's."""
    for (before, of_role), (number, scene) in pairwise(run):
        verb = _pointing(scene) if number <= before + NEAR and len(scene.people) == 1 else None
        able = _posts(of_role)
        free = [role for role in able if holders.get(role, set()) <= set(scene.people)]
        if verb is not None and _is_left(scene):
            yield from (Told(scene.people[0], role, "former") for role in able if len(able) == 1 and not free)
        elif verb is not None and (free or len(able) == 1):
            role = (free or able)[-1]
            begin = of_role.mentions[role].first
            acting = any(mark.status == "acting" and begin in (mark.first, mark.last) for mark in of_role.marks)
            yield Told(scene.people[0], role, "acting" if acting else verb_status(scene.word(verb), scene.seeds))


def _of_resigned(run: Sequence[tuple[int, Scene]], holders: Mapping[int, set[int]]) -> Iterator[Told]:
    """«Седова приняла отставки министров. Речь идёт о [министре труда] Рогове и …»: the roles of those whose resignation is accepted."""
    spoken = ((number, scene) for number, scene in run if scene.word(scene.start) == "Речь" and scene.word(scene.start + 2) in ("о", "об"))
    for number, scene in spoken:
        start, stop = scene.analysis.batch.sentences[number - 1], scene.start
        if has_accepted(replace(scene, start=start, stop=stop)):
            yield from (Told(person, role, "former") for role in outer(scene) for person in holders.get(role, ()) if person in scene.people)


def _posts(scene: Scene) -> list[int]:
    """The roles of a sentence, of several those that it tells of somebody: «Директор города не знал: он был [мэром] Томска»."""
    roles = outer(scene)
    return [role for role in roles if _is_given(scene, role)] or roles


def _of_left(run: Sequence[tuple[int, Scene]], holders: Mapping[int, set[int]]) -> Iterator[Told]:
    """«Назначить Рогова [прокурором], освободив от этой должности Седова», «Рогов назначен [послом]. Ранее президент освободил от этой
    должности Седова»: the post that is told of another before."""
    for place, (number, scene) in enumerate(run):
        for person in scene.people:
            post = scene.mentions[person].first - 1
            post -= scene.grammar(post).pos == "VERB"  # «от этой должности освобождён Седов»
            pointing = scene.is_of(post - 1, "pointing")
            if pointing and is_post(scene, post) and is_leaving(scene, post - 2):
                own = (role for role in _posts(scene) if scene.mentions[role].last < post - 1 and head_case(scene, role) != "nomn")
                near = run[place - 1][1] if place and number <= run[place - 1][0] + NEAR else scene
                able = [role for role in (*_posts(near), *own) if role < person and holders.get(role, set()) - {person}]
                yield from (Told(person, role, "former") for role in able[-1:])


def _of_careers(run: Sequence[tuple[int, Scene]], holders: Mapping[int, set[int]], subjects: Sequence[Told]) -> Iterator[Told]:
    """«В 2017 году Рогов занял должность [начальника отдела]. В 2021 году он назначен директором»: each office ends where another begins,
    but for one that begins again. ``subjects``: what is told of whom the text speaks of."""
    unsaid = {told.role: told.person for told in subjects}
    told = ((scene, role) for _, scene in run for role in outer(scene) if role in unsaid or _is_given(scene, role) or _goes_on(scene, role))
    dated = ((_year(scene, role), scene, role) for scene, role in told if is_office(scene, role) and not _is_lasting(scene, role))
    posts = [(year, bearer(scene, person), _title(scene, role), person, role)
             for year, scene, role in dated if year
             for person in {*holders.get(role, ()), unsaid.get(role, -1)} - {-1}]  # fmt: skip
    for year, his, title, person, role in posts:
        later = [other for after, name, other, _, _ in posts if year < after and may_be_one(his, name)]
        if later and not any(is_same_title(title, other) for other in later):
            yield Told(person, role, "former")


def _goes_on(scene: Scene, role: int) -> bool:
    """«назначен начальником отдела — [заместителем министра]»: does a role go on behind a dash from one that a verb tells?"""
    dash = scene.mentions[role].first - 1
    before = (other for other in scene.roles if scene.mentions[other].last == dash) if scene.word(dash) in DASHES else ()
    return any(_is_given(scene, other) for other in before)


def _title(scene: Scene, role: int) -> Title:
    """The lemmas of a role up to its head, and those behind it and of what is named right behind it."""
    first, middle, last = scene.mentions[role].first, head(scene, role) + 1, scene.mentions[role].last
    last = max((scene.mentions[index].last for index in scene.numbers if scene.mentions[index].first == last), default=last)
    return tuple(lemma(scene, place) for place in range(first, middle)), frozenset(lemma(scene, place) for place in range(middle, last))


def _is_given(scene: Scene, role: int) -> bool:
    """«стал [директором]», «занял должность [директора]»"""
    return head_case(scene, role) == "ablt" or is_post(scene, scene.mentions[role].first - 1)


def _of_coming(run: Sequence[tuple[int, Scene]], holders: Mapping[int, set[int]]) -> Iterator[Told]:
    """«[Главой] избран Рогов. Полномочия он примет 1 мая», «В должность [ректора] Рогов вступит 1 мая», «[Послом] назначен Рогов, он сменит
    Седова»: a post that is yet to come."""
    scene_of = dict(run)
    for number, scene in run:
        posts = {role: is_post(scene, scene.mentions[role].first - 1) for role in outer(scene) if holders.get(role)}
        roles = [role for role, of_post in posts.items() if of_post or head_case(scene, role) == "ablt"]
        roles = [role for role in roles if not _is_lasting(scene, role)]
        told = [(person, role) for role in roles for person in holders[role] if status(scene, person, role) == "current"]
        if len(told) == 1 and ((posts[told[0][1]] and _entering(scene)) or _is_to_enter(scene_of, number, told[0][0])):
            yield Told(*told[0], "elect")


def _is_lasting(scene: Scene, role: int) -> bool:
    """«[работает] экспертом», «[является] врачом»: does a verb right before a role say that somebody has it now?"""
    verb = scene.mentions[role].first - 1
    return is_role_verb(scene.word(verb), scene.seeds) and any({"pres", "impf"} <= parse.marks for parse in parses(scene.word(verb)))


def _is_to_enter(scenes: Mapping[int, Scene], number: int, person: int) -> bool:
    """«… избран Рогов[, в должность он вступит 1 мая]», «… избран Рогов. [К обязанностям он приступит 1 мая]», «… Рогов[, он сменит]
    Седова»: is it said behind a name, before others are named, that its bearer will take up his post?"""
    scene, batch = scenes[number], scenes[number].analysis.batch
    name = scene.mentions[person]
    surname = scene.word(name.last - 1)
    if name.sentence == number:
        behind = min((scene.mentions[other].first for other in scene.people if other > person), default=scene.stop)
        if _enters(replace(scene, start=name.last, stop=behind), surname):
            return True
    for after in range(number + 1, min(number + 1 + COMING, len(batch.documents))):
        if batch.documents[after] != batch.documents[number]:
            return False
        start, stop = batch.sentences[after : after + 2]
        named = [scene.mentions[other] for other in scenes[after].people] if after in scenes else []
        others = [other.first for other in named if batch.spellings[other.last - 1] != surname]
        if _enters(replace(scene, start=start, stop=min((stop, *others))), surname):
            return True
        if named:
            return False
    return False


def _enters(scene: Scene, surname: str) -> bool:
    """«[К обязанностям он приступит] 1 мая», «В должность [Рогов вступит] 1 мая», «[он сменит] Седова»"""
    if replacing(scene) is not None:
        return True
    verb = _entering(scene)
    around = range(max(scene.start, verb - 2), min(scene.stop, verb + 2))
    return verb > 0 and any(_is_personal(scene, place) or scene.word(place) == surname for place in around)


def _entering(scene: Scene) -> int:
    """«[вступит] в должность», «к обязанностям он [приступит]», but not «вступил»: where the verb stands, 0 for nowhere."""
    verbs = (place for place in range(scene.start, scene.stop) if scene.grammar(place).pos == "VERB" and scene.is_of(place, "entering"))
    verb = next((place for place in verbs if any("futr" in parse.marks for parse in parses(scene.word(place)))), 0)
    around = range(max(scene.start, verb - ENTERING), min(scene.stop, verb + ENTERING)) if verb else ()
    return verb if any(_is_entered(scene, place, verb) for place in around) else 0


def _is_entered(scene: Scene, place: int, verb: int) -> bool:
    """«в [должность]», «[полномочия]», «к [работе]», but not «примет участие в [работе] форума», «приступит к [работе] над докладом»"""
    if scene.is_of(place, "post") or scene.is_of(place, "powers"):
        return True
    led = scene.is_of(place, "duties") and scene.word(place - 1).lower() in ("в", "к", "на")
    return led and not scene.is_of(verb, "accepting") and scene.word(place + 1) != "над"


def _pointing(scene: Scene) -> int | None:
    """The verb by which a sentence begins to say who holds a post that it does not name: «Им [стала]», «На этот пост [назначен]»."""
    begin = _begin(scene)
    if scene.is_of(begin, "own"):
        return None  # «Также свой пост покинул Рогов»
    verb = _past_stead(scene, past_post(scene, begin))
    near = range(scene.start, min(scene.start + DATED, scene.stop))
    whom = next((place for place in near if _is_personal(scene, place) and scene.grammar(place).case == "ablt"), None)
    if whom is not None and is_role_verb(scene.word(whom + 1), scene.seeds):
        verb = whom + 1
    if verb == begin:
        return None  # «Против выступил Рогов»
    name = scene.mentions[scene.people[0]]
    said = scene.start < verb < name.first and scene.grammar(verb).pos == "VERB"
    beside = {place for index in scene.numbers for place in range(scene.mentions[index].first, scene.mentions[index].last)}
    alone = beside.issuperset(range(verb + 1, name.first)) and "nomn" in cases_of(scene.analysis, name, scene.seeds)
    return verb if said and alone else None


def _past_stead(scene: Scene, place: int) -> int:
    """«[На её место] назначен Рогов»: where such words end, the place where they do not stand."""
    led = scene.word(place).lower() == "на" and scene.is_of(place + 1, "possessive") and scene.is_of(place + 2, "stead")
    return place + 3 if led else place


def _begin(scene: Scene) -> int:
    """Where the words of a sentence begin, behind a list's sign, «теперь» and «другим указом»."""
    begin = next((place for place in range(scene.start, scene.stop) if scene.word(place)[0].isalpha()), scene.start)
    begin += scene.grammar(begin).pos == "ADVB"
    order = min(begin + (scene.grammar(begin).pos == "ADJF"), scene.stop - 1)
    ordered = scene.grammar(order)[:2] == ("NOUN", "ablt") and order + 1 < scene.stop and scene.grammar(order + 1).pos == "PREP"
    return order + 1 if ordered and beginning(scene, begin) is None else begin


def _is_left(scene: Scene) -> bool:
    """«[От] этой должности освобождён Рогов», but not «С мая им станет Рогов»"""
    begin = _begin(scene)
    return scene.word(begin).lower() in scene.seeds.words["leaving"] and past_post(scene, begin) > begin
