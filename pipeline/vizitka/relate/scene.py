"""One sentence with its mentions, and what the rules ask of it: heads of roles, cases of names, verbs and words that tell a post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, takewhile

from ..morphology import CONSONANTS, EVERY, REMEMBERED, WOMAN, Grammar, fold, keys, known, lemmas, name_cases, nouns, parses
from ..naming import is_family_first
from ..seeds import Role, Seeds
from ..signs import DASHES, JOINTS
from ..statuses import Mark, marks
from ..types import Analysis, Batch, Mention, is_whole

BRACKETS = re.compile(r"\( [^()]* \)")
WISHED = 8  # words before a role among which the verb that somebody wishes for may stand
PERIOD = DASHES | {"в", "до", "по", "с", "со"}  # words of «с 2007 по 2009 год»
ENDING = frozenset({"CONJ", "PNCT", "VERB"})  # before what no participle is looked for
SURNAME = 4  # letters of a surname that its cases share
Title = tuple[tuple[str, ...], frozenset[str]]  # the lemmas of a role up to its head, and those behind it
CLAUSES = frozenset(",;:()«»")  # what a clause ends at
DIRECT = frozenset({"nomn", "accs"})
STIFF = frozenset({"arabic", "indian", "other"})  # first names that often stay as they are before a surname


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence: its words, its mentions by number, the marks of status in it."""

    analysis: Analysis
    start: int
    stop: int
    mentions: Sequence[Mention]
    numbers: list[int]
    people: list[int]
    roles: list[int]
    marks: list[Mark]
    seeds: Seeds

    def word(self, place: int) -> str:
        return self.analysis.batch.spellings[place] if self.start <= place < self.stop else ""

    def grammar(self, place: int) -> Grammar:
        return self.analysis.grammars[place]

    def is_of(self, place: int, sort: str) -> bool:
        """Is a word of a class of ``words.tsv``?"""
        return not self.seeds.words[sort].isdisjoint(keys(self.word(place) or "-"))


def scenes(analysis: Analysis, mentions: Sequence[Mention], seeds: Seeds) -> Iterator[tuple[int, Scene]]:
    """The sentences that name a person or a role, or a state or body above a list, by number; of their mentions those that are whole
    words."""
    bounds = analysis.batch.sentences
    for sentence, group in groupby(range(len(mentions)), key=lambda index: mentions[index].sentence):
        every = list(group)
        kinds = {mentions[index].kind for index in every}
        if kinds.isdisjoint({"person", "role"}) and not _may_head(analysis.batch, [mentions[index] for index in every]):
            continue
        numbers = [index for index in every if _is_seen(analysis.batch, mentions[index], seeds)]
        people = [index for index in numbers if mentions[index].kind == "person"]
        roles = [index for index in numbers if mentions[index].kind == "role"]
        start, stop = bounds[sentence], bounds[sentence + 1]
        scene = Scene(analysis, start, stop, mentions, numbers, people, roles, marks(analysis.batch.spellings, start, stop, seeds), seeds)
        yield sentence, replace(scene, roles=[role for role in roles if not is_sought(scene, role)])


def _may_head(batch: Batch, mentions: Sequence[Mention]) -> bool:
    """«С перуанской стороны:», «Республика Перу», «От Минэнерго»: may a sentence be the line above a list?"""
    start, stop = (batch.sentences[mentions[0].sentence + step] for step in (0, 1))
    if batch.spellings[stop - 1] == ":":
        return any(mention.kind in ("country", "organization") for mention in mentions)
    return any(mention.first <= start + 1 and stop <= mention.last + 1 for mention in mentions)


def _is_seen(batch: Batch, mention: Mention, seeds: Seeds) -> bool:
    """A mention of whole words, or a role behind the prefix of its status («экс-[глава МИД]»)."""
    if is_whole(batch, mention):
        return True
    prefix = batch.spellings[mention.first][: mention.start - batch.starts[mention.first]].strip("-").lower()
    return mention.kind == "role" and batch.stops[mention.last - 1] == mention.stop and prefix in seeds.status_prefixes


def outer(scene: Scene) -> list[int]:
    """The roles that lie in no other."""
    stop, found = scene.start, list[int]()
    for role in scene.roles:
        if scene.mentions[role].first >= stop:
            found.append(role)
            stop = scene.mentions[role].last
    return found


def beginning(scene: Scene, place: int) -> int | None:
    """The longest role that begins at a word, behind its marks of status and what makes it an honour («заслуженный [учитель]»)."""
    if scene.word(place) and scene.grammar(place).pos == "ADVB":
        place += not any(mark.first == place for mark in scene.marks)
    led = {place}
    for _ in range(2):
        place = next((mark.last for mark in scene.marks if mark.first == place), place)
        led.add(place)
    honoured = scene.word(place) != "" and scene.grammar(place).pos in ("ADJF", "PRTF") and scene.is_of(place, "honorary")
    starting = [role for role in scene.roles if scene.mentions[role].first in led | {place + honoured}]
    return max(starting, key=lambda role: (scene.mentions[role].last, scene.mentions[role].first), default=None)


def verb_at(scene: Scene, place: int) -> int | None:
    """The verb near ``place`` that tells a role: «Иванов[, который ранее] работал …», «Иванов[, недавно] назначенный …»."""
    for here in range(place + 1, min(place + 4, scene.stop)) if scene.word(place) == "," else ():
        if is_worked(scene.word(here), scene.seeds):
            return here
        if scene.grammar(here).pos in ENDING:
            break
    place += 2 * (scene.word(place) == "," and bool(scene.seeds.words["relative"] & keys(scene.word(place + 1) or "-")))
    for here in range(place, min(place + 4, scene.stop)):
        if scene.grammar(here).pos == "PNCT" or any(scene.mentions[other].first == here for other in scene.people):
            return None
        if scene.word(here) == "кто":
            return None  # «Рогов и кто был его врачом»
        if is_role_verb(scene.word(here), scene.seeds) and is_role_verb(scene.word(here + 1), scene.seeds):
            continue  # «[был] назначен»
        if is_role_verb(scene.word(here), scene.seeds) or _governs_post(scene, here):
            return here
    return None


def _governs_post(scene: Scene, verb: int) -> bool:
    """«[занимает] пост», «назначен на должность», «, [освободив] его от должности»."""
    place = verb + 1
    place += bool(scene.word(place)) and scene.grammar(place).pos == "NPRO" and parses(scene.word(verb))[0].pos == "GRND"
    return scene.grammar(verb).pos == "VERB" and past_post(scene, place) > place


def past_post(scene: Scene, place: int) -> int:
    """Where «[пост]», «[с должности]», «[от занимаемой должности]» ends that begins at ``place``; ``place`` where none begins."""
    here = place + (scene.word(place) != "" and scene.grammar(place).pos == "PREP")
    while scene.word(here) and scene.grammar(here).pos in ("ADJF", "PRTF"):
        here += 1
    return here + 1 if is_post(scene, here) else place


def is_post(scene: Scene, place: int) -> bool:
    """«должности», and of what is left or entered «полномочия» («сложил [с себя] полномочия», «приступила к обязанностям», but not
    «справился с обязанностями»)."""
    said, words = lemmas(scene.word(place) or "-"), scene.seeds.words
    powers = not said.isdisjoint(words["powers"]) and scene.grammar(place).case != "ablt"
    return bool(said & words["post"]) or (powers and (is_leaving(scene, place - 1) or scene.is_of(place - 2, "entering")))


def is_leaving(scene: Scene, place: int) -> bool:
    """«[от] должности», «[покинул] пост», «[сложил] с себя полномочия»"""
    place -= 2 * (scene.word(place) == "себя")
    return scene.is_of(place, "leaving")


def is_sought(scene: Scene, role: int) -> bool:
    """«баллотировался на пост [губернатора]», «кандидатура на должность [ректора]», «[директором] может стать», «хотел бы занять пост
    [ректора]», «иду в [президенты]», «не был [депутатом]», «на выборах [президента]», but not «вступивший в должность [ректор] предложил
    кандидатуры», «кандидатура [министра]»: is it a post that somebody would like to hold, or may come to hold, or does not hold?"""
    place, case = marked_start(scene, scene.mentions[role].first) - 1, head_case(scene, role)
    if case == "gent" and scene.is_of(place, "election"):
        return not any(scene.mentions[person].first == scene.mentions[role].last for person in scene.people)
    if case == "gent" and scene.is_of(place, "seeking"):
        behind = takewhile(lambda here: scene.word(here) not in CLAUSES, range(scene.mentions[role].last, scene.stop))
        return is_office(scene, role) and {scene.mentions[person].first for person in scene.people}.isdisjoint(behind)
    entered = scene.word(place).lower() in ("в", "во") or (is_post(scene, place) and case != "nomn")
    if not entered and case != "ablt":
        return False
    before, after = range(place - 1, scene.start - 1, -1), range(scene.mentions[role].last, scene.stop)
    if any(scene.is_of(here, "agreeing") for here in before):
        return False  # «согласована кандидатура Рогова на должность [ректора]»
    clause = [here for side in (before, after) for here in takewhile(lambda here: scene.word(here) not in CLAUSES, side)]
    if (case == "ablt" or is_post(scene, place)) and any(_may_become(scene, here) for here in clause):
        return True
    if _is_wished(scene, place) or (entered and scene.is_of(place - 1, "going")) or _is_denied(scene, role, place):
        return True
    return entered and any(scene.is_of(here, "seeking") for here in clause)


def _may_become(scene: Scene, place: int) -> bool:
    """«[может] стать», «[мог бы] быть назначен», «не [смог] стать», but not «может работать», «может быть», «смог стать»"""
    if not scene.is_of(place, "able") or _has_come(scene, place):
        return False
    verb = place + 1 + (scene.word(place + 1) == "бы")
    passive = all(is_role_verb(scene.word(here), scene.seeds) for here in (verb, verb + 1))
    return passive or scene.is_of(verb, "becoming")


def _has_come(scene: Scene, place: int) -> bool:
    """«[смог] стать», but not «не [смог] стать»"""
    return scene.word(place - 1).lower() != "не" and any({"past", "perf"} <= parse.marks for parse in parses(scene.word(place)))


def _is_wished(scene: Scene, place: int) -> bool:
    """«хотел бы он [стать] министром», «с предложением занять [пост] министра», «намерен назначить [Рогова] министром», «должен быть
    избран [новым] министром», but not «успел стать министром», «должен работать врачом», «хочет покинуть пост министра»: does what ends at
    a word say that somebody would like another or himself to have what is named behind it, or that it is yet to come?"""
    before = list(takewhile(lambda here: scene.word(here) not in CLAUSES, range(place, scene.start - 1, -1)))
    near = (here for here in before[:WISHED] if scene.grammar(here).pos == "VERB" or is_role_verb(scene.word(here), scene.seeds))
    verb = next(near, -1)
    verb -= verb > scene.start and scene.word(verb - 1) == "быть"
    if verb < 0 or is_leaving(scene, verb) or not _is_to_become(scene.word(verb), scene.seeds):
        return False
    return any(scene.is_of(here, sort) for here in before if here < verb for sort in ("wishing", "demanding"))


@lru_cache(maxsize=REMEMBERED)
def _is_to_become(word: str, seeds: Seeds) -> bool:
    """«стать», «занять», «назначить», «быть», but not «работать», «остаться», «стал»"""
    told = [parse for parse in parses(word or "-") if parse.pos == "INFN"]
    giving = any("tran" in parse.marks and fold(parse.lemma) in seeds.role_verbs for parse in told)
    return giving or any(fold(parse.lemma) in seeds.words["becoming"] or parse.lemma == "быть" for parse in told)


def _is_denied(scene: Scene, role: int, place: int) -> bool:
    """«не [является] её членом и министром», «не [назначили] директором», but not «больше не [является] директором», «не [покинул] пост
    директора», «не [избрана] министром Роговым»: is a verb that tells a role before it denied?"""
    if any(scene.mentions[person].first == scene.mentions[role].last for person in scene.people):
        return False
    for here in takewhile(lambda here: scene.word(here) not in CLAUSES, range(place, scene.start, -1)):
        said = scene.grammar(here).pos
        if said in ("PREP", "VERB"):
            told = (here == place or is_role_verb(scene.word(here), scene.seeds)) and not is_leaving(scene, here)
            helped = is_role_verb(scene.word(here - 1), scene.seeds) or scene.is_of(here - 1, "able")
            here -= helped  # «не [был] выдвинут», «не [смог] стать»
            return said == "VERB" and told and scene.word(here - 1).lower() == "не" and not scene.is_of(here - 2, "no more")
    return False


def side_by_side(scene: Scene, left: int, right: int) -> bool:
    """Does nothing but a joint, and what brackets say of the left one, stand between two: «Рогов (КПРФ), Сомов»?"""
    words = " ".join(scene.word(place) for place in range(scene.mentions[left].last, scene.mentions[right].first))
    between = BRACKETS.sub("", words).split()
    return 0 < len(between) <= 3 and set(between) <= JOINTS | {"а", "также"}


def takes(scene: Scene, role: int) -> frozenset[str]:
    """What the seeds say that may stand behind a role."""
    return frozenset().union(*(each.takes for each in _known(scene, role)))


def past_period(scene: Scene, place: int) -> int:
    """«министром [с 2007 по 2009 год], …», «министр [(2007–2009)], …»: where a period ends that begins at a word, else the word."""
    bracketed = scene.word(place) == "("
    years = place + bracketed
    while years < scene.stop and (scene.word(years) in PERIOD or scene.word(years)[0].isdigit() or scene.is_of(years, "year")):
        years += 1
    told = any(scene.word(here)[0].isdigit() for here in range(place, years)) and (not bracketed or scene.word(years) == ")")
    return years + bracketed if told else place


def is_kin(scene: Scene, place: int) -> bool:
    """«супруга», «соратник»"""
    return scene.is_of(place, "kin") or scene.is_of(place, "companion")


def is_office(scene: Scene, role: int) -> bool:
    return any(each.kind == "office" for each in _known(scene, role))


def is_title(scene: Scene, role: int) -> bool:
    """«генерал-майор», «заместитель министра»: a rank, or what one is to a state; where else its holder works tells nothing of it."""
    within = range(scene.mentions[role].first, scene.mentions[role].last)
    words = (_unmarked(scene.word(place), scene.seeds) or "-" for place in within)
    every = (scene.seeds.roles[key] for word in words for key in nouns(word) if key in scene.seeds.roles)
    return is_rank(scene, role) or any("state" in each.takes for each in every)


def is_rank(scene: Scene, role: int) -> bool:
    """«генерал-майор», «Наследный принц», of whose words the tagger may take the first for a noun"""
    last = scene.word(scene.mentions[role].last - 1)
    known = _known(scene, role) or [scene.seeds.roles[key] for key in keys(last) if key in scene.seeds.roles]
    return any(each.kind == "rank" for each in known)


def is_degree(scene: Scene, role: int) -> bool:
    """«кандидат наук»"""
    last = scene.mentions[role].last - 1
    return scene.is_of(last, "degree") and scene.grammar(last).number == "plur"


def is_of_cabinet(scene: Scene, role: int) -> bool:
    """«экс-министр связи», «заместитель мэра»: what stands apart from such a title is no body of its holder's."""
    words = (_unmarked(scene.word(place), scene.seeds) or "-" for place in range(scene.mentions[role].first, scene.mentions[role].last))
    return any(not keys(word).isdisjoint(scene.seeds.words["cabinet"]) for word in words)


def _known(scene: Scene, role: int) -> list[Role]:
    """What the seeds know of the post that a role is."""
    roles = scene.seeds.roles
    return [roles[key] for key in nouns(_unmarked(scene.word(post(scene, role)), scene.seeds) or "-") if key in roles]


def is_ruler(scene: Scene, role: int) -> bool:
    """«[президент] Чили», «экс-[король]»: is it who heads a state?"""
    return not scene.seeds.words["ruler"].isdisjoint(keys(_unmarked(scene.word(post(scene, role)), scene.seeds) or "-"))


def _unmarked(word: str, seeds: Seeds) -> str:
    """«экс-[министр]»: a word without the prefix of a status."""
    prefix, _, rest = word.partition("-")
    return rest if prefix.lower() in seeds.status_prefixes else word


def head(scene: Scene, role: int) -> int:
    """The first noun of a role, or what stands for a noun before it: «[уполномоченная] по правам», but «управляющий [партнёр]»."""
    return _first_noun(scene, scene.mentions[role].first, scene.mentions[role].last)


def post(scene: Scene, role: int) -> int:
    """The head of a role behind its marks of status: «исполняющий обязанности [мэра]»."""
    first, last = scene.mentions[role].first, scene.mentions[role].last
    return _first_noun(scene, next((mark.last for mark in scene.marks if mark.first == first and mark.last < last), first), last)


def _first_noun(scene: Scene, first: int, last: int) -> int:
    if last - first == 1 or scene.grammar(first).pos == "NOUN":
        return first
    noun = next((place for place in range(first + 1, last) if scene.grammar(place).pos == "NOUN"), last - 1)
    case = scene.grammar(noun).case
    stands = (place for place in range(first, noun) if not scene.seeds.roles.keys().isdisjoint(nouns(scene.word(place))))
    return next((place for place in stands if scene.grammar(place).case != case or _is_noun(scene.word(place))), noun)


def _is_noun(word: str) -> bool:
    """«замначальника», but not «уполномоченная»: can a word be nothing but a noun, whatever the tagger says?"""
    return all(parse.pos == "NOUN" for parse in parses(word))


def head_case(scene: Scene, role: int) -> str:
    """The case of a role: that of its head, or of what governs it («[исполняющей] обязанности директора»)."""
    first = scene.mentions[role].first
    governing = (range(mark.first, mark.last) for mark in scene.marks if mark.governs and first in (mark.first, mark.last))
    told = (scene.grammar(place) for places in governing for place in places)
    return next((grammar.case for grammar in told if grammar.pos == "PRTF"), case_at(scene, head(scene, role)))


def case_at(scene: Scene, place: int) -> str:
    """The tagger's case of a word, or the only one that its spelling can have («Сопредседателями»)."""
    case = scene.grammar(place).case
    able = {parse.case for parse in parses(scene.word(place) or "-")} if not case else set()
    return able.pop() if len(able) == 1 else case


def is_plural(scene: Scene, role: int) -> bool:
    """By the tagger, or by the spelling («сопрезидентами»), or by a number before it («три депутата»)."""
    place = head(scene, role)
    plural = scene.grammar(place).number == "plur" or all(parse.number == "plur" for parse in parses(scene.word(place)))
    return plural or is_counted(scene, role)


def is_counted(scene: Scene, role: int) -> bool:
    """«три [депутата]», «11 [послов]», «двое его [помощников]», but not «в 23:50 [президент]»"""
    place = scene.mentions[role].first - 1
    place -= scene.is_of(place, "possessive")
    number = place >= scene.start and (scene.grammar(place).pos == "NUMR" or scene.word(place).isdigit())
    return number and any(parse.case == "gent" for parse in parses(scene.word(head(scene, role))))


def may_be_plural(scene: Scene, role: int) -> bool:
    """By the spelling of its head, whatever the tagger says of it."""
    return any(parse.number == "plur" for parse in parses(scene.word(head(scene, role))))


def may_be_single(scene: Scene, role: int) -> bool:
    """By the spelling of its head, or because the dictionary does not know it."""
    return any(parse.number == "sing" or not parse.source.is_known for parse in parses(scene.word(head(scene, role))))


def cases_of(analysis: Analysis, person: Mention, seeds: Seeds) -> frozenset[str]:
    """The cases that a name can stand in, by all its words that the dictionary knows to be names; it knows none of an Eastern one («Чан Ван
    Хая»), and none behind a particle («Тамимом Аль [Тани]»)."""
    grammars = analysis.grammars[person.first : person.last]
    return _cases(tuple(analysis.batch.spellings[person.first : person.last]), tuple(said.case == "nomn" for said in grammars), seeds)


@lru_cache(maxsize=REMEMBERED)
def _cases(name: tuple[str, ...], named: tuple[bool, ...], seeds: Seeds) -> frozenset[str]:
    """The same by the words, and by which of them the tagger takes for nominatives."""
    if is_family_first(name, seeds):
        return EVERY
    cases, words = EVERY, list(takewhile(lambda word: word.lower() not in seeds.particles, name))
    hers = any(_is_hers(word, seeds) for word in words)
    for word, is_named in zip(words, named, strict=False):
        possible = name_cases(word)
        if hers and WOMAN.search(word):
            possible = frozenset({"nomn"})
        if is_named and fold(word) in seeds.first_names:
            possible |= {"nomn"}
        if is_direct(word, seeds):
            possible = frozenset({"nomn"})
        if is_unisex(word, seeds):
            possible = EVERY
        if possible & cases:
            cases &= possible
    return cases


@lru_cache(maxsize=REMEMBERED)
def is_direct(word: str, seeds: Seeds) -> bool:
    """«Даурен», «Канат», but not «Абдель»: is it a man's name in the nominative, whose people decline it, and which the dictionary does not
    know or knows as a noun of no other case?"""
    entry = seeds.first_names.get(fold(word))
    declines = entry is not None and entry.gender == "m" and STIFF.isdisjoint(entry.origin.split("; "))
    return declines and word.endswith(CONSONANTS) and (not known(word) or {parse.case for parse in parses(word)} <= DIRECT)


def is_statesmans(name: Sequence[str], seeds: Seeds) -> bool:
    """«Джо Байдена», but not «Собянина», «Канат Байдена»: is it the genitive of a statesman's surname that the dictionary does not know, no
    woman's, and none that a name in the nominative stands before?"""
    *first, word = name
    his = word[-1] == "а" and word[-2:-1] in CONSONANTS and not WOMAN.search(word) and fold(word[:-1]) in seeds.surnamed
    return his and fold(word) not in seeds.surnamed and not known(word) and not any(is_direct(each, seeds) for each in first)


@lru_cache(maxsize=REMEMBERED)
def _is_hers(word: str, seeds: Seeds) -> bool:
    """«Айгуль»: is it a woman's name that does not decline, beside which «Ахметова» is no man's genitive?"""
    entry = seeds.first_names.get(fold(word))
    return entry is not None and entry.gender == "f" and word.endswith((*CONSONANTS, "ь"))


@lru_cache(maxsize=REMEMBERED)
def is_unisex(word: str, seeds: Seeds) -> bool:
    """«Клод»: is it a name of men and women, which does not decline where it is a woman's?"""
    entry = seeds.first_names.get(fold(word))
    return entry is not None and entry.gender == "u" and word.endswith(CONSONANTS)


@lru_cache(maxsize=REMEMBERED)
def is_role_verb(word: str, seeds: Seeds) -> bool:
    return any(parse.pos in ("VERB", "INFN", "PRTS") and fold(parse.lemma) in seeds.role_verbs for parse in parses(word or "-"))


@lru_cache(maxsize=REMEMBERED)
def is_worked(word: str, seeds: Seeds) -> bool:
    """«работавший», «являющаяся»: a participle of a verb that tells a role."""
    return any(parse.pos == "PRTF" and fold(parse.lemma) in seeds.role_verbs for parse in parses(word))


def marked_start(scene: Scene, first: int) -> int:
    """Where a role begins with its marks of status."""
    return next((marked_start(scene, mark.first) for mark in scene.marks if mark.last == first), first)


def surname(scene: Scene, person: int) -> str:
    """The letters by which a name is known again, whatever its case."""
    return scene.analysis.batch.spellings[scene.mentions[person].last - 1][:SURNAME]


def lemma(scene: Scene, place: int) -> str:
    return fold(parses(scene.word(place))[0].lemma)


def is_same_title(one: Title, other: Title) -> bool:
    """«президентом», «президентом Перу», but not «директором завода», «директором школы»"""
    return one[0] == other[0] and (one[1] <= other[1] or other[1] <= one[1])


def bearer(scene: Scene, person: int) -> tuple[str, str]:
    """The same and the first letter of a first name, "" where none is written."""
    name = scene.mentions[person]
    return surname(scene, person), scene.word(name.first)[:1] if name.last - name.first > 1 else ""


def is_aside(scene: Scene, person: int) -> bool:
    """«([Олег Рогов])»"""
    return (scene.word(scene.mentions[person].first - 1), scene.word(scene.mentions[person].last)) == ("(", ")")


def may_be_one(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """«Олег Рогов» and «Рогов», but not «Пётр Рогов»: may two bearers of a name be one?"""
    return one[0] == other[0] and (one[1] == other[1] or "" in (one[1], other[1]))


def before_adjectives(scene: Scene, role: int) -> int:
    """«[с] самим российским президентом»: the word before a role, its marks of status and adjectives."""
    place = marked_start(scene, scene.mentions[role].first) - 1
    while scene.word(place) and scene.grammar(place).pos in ("ADJF", "NPRO", "PRTF"):
        place -= 1
    return place


def before_dash(scene: Scene, place: int) -> int:
    """«(ранее [—] директор)»: where the dash stands that is right before a word, else the word."""
    return place - (scene.word(place - 1) in DASHES)


def behind_dash(scene: Scene, place: int) -> int:
    """«министр [—] Рогов»: the word behind the dash that stands at a place, else the place."""
    return place + (scene.word(place) in DASHES)


def opens(scene: Scene, person: int) -> bool:
    """Does a line begin with a name?"""
    return not any(scene.word(place)[0].isalpha() for place in range(scene.start, scene.mentions[person].first))


def speaks(scene: Scene, person: int) -> bool:
    """«О. Рогов: …»: does a line begin with a name and a colon?"""
    return opens(scene, person) and scene.word(scene.mentions[person].last) == ":"


def says(scene: Scene) -> bool:
    """Has a line a verb?"""
    return any(scene.grammar(place).pos == "VERB" for place in range(scene.start, scene.stop))


def precedes_person(scene: Scene, role: int, taken: list[tuple[int, int]]) -> bool:
    return any(other == role and scene.mentions[person].first >= scene.mentions[role].last for person, other in taken)
