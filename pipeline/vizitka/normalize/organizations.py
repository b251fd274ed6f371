"""What the organizations of a document are called in it, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from ..morphology import REMEMBERED, fold, is_acronym, keys, lemmas, parses
from ..phrases import spelled
from ..seeds import Seeds
from ..signs import DASHES, JOINTS
from ..statesmen import is_rare, statesman
from ..types import Row
from .bodies import (
    ASIDE,
    SITE,
    TOPIC,
    State,
    codes,
    countries,
    genitive,
    is_general,
    known,
    longest,
    of_country,
    owners,
    regions,
    state,
    stem,
    whole,
)
from .forms import inside

Children = dict[str, list[Row]]
NAMESAKE = frozenset({"имени", "им."})
DEFINED = 18  # characters that may stand between a name and its acronym


def meant(rows: Sequence[Row], children: Children, seeds: Seeds) -> None:
    """What the organizations of a document are: their names in it, and their countries."""
    organizations = [row for row in rows if row["kind"] == "organization"]
    for row in organizations:
        row["name"], row["country_code"] = canonical(row, children.get(row["mention_id"], []), seeds), ""
    local = {row["mention_id"]: name for row in organizations if (name := _of_region(row, seeds))}
    held = {row["mention_id"]: name for row in organizations if (name := _of_holder(row, rows, seeds))} | local
    held |= {row["mention_id"]: f"{row['normal']} стран" for row in _of_several(rows, children, seeds)}
    for row in organizations:
        row["name"] = held.get(row["mention_id"], row["name"])
    _complete(organizations, seeds)
    _define(organizations)
    _article(organizations)
    spoken_of = state(rows, seeds)
    bodies = _shorten(organizations, spoken_of, seeds)
    for row in reversed(organizations):
        _rename(row, children.get(row["mention_id"], []), organizations, seeds)
    others = whole({row["name"] for row in organizations}, seeds, spoken_of)
    owned = {*others.values(), *held.values(), *bodies}
    for row in reversed(organizations):
        row["name"] = held.get(row["mention_id"]) or others.get(row["name"], row["name"])
        _code(row, row["held"], row["name"] in owned, seeds)
        told = row["mention_id"] in local or _is_of_general(row, children.get(row["mention_id"], []), seeds)
        row["country_code"] = row["country_code"] or (spoken_of.code if told else "")
    where = {row["name"]: row["country_code"] for row in organizations if row["country_code"] and row["name"] in owned}
    for row in organizations:  # «[областной суд]», which is the «[Самарский] областной суд», is where it is
        row["country_code"] = row["country_code"] or where.get(row["name"], "")
    heads = []
    for row in organizations:
        head = _head(row, children.get(row["mention_id"], []), seeds)
        if head:
            head["name"], head["country_code"] = row["name"], row["country_code"]
            heads.append(head)
    _recall(organizations, heads)


def canonical(row: Row, children: Sequence[Row], seeds: Seeds) -> str:
    """The name that the seeds give an organization, or the first part of it, else its base form; «фракция «Заря»» is not the party."""
    if row["quoted"] and not keys(row["called"].split()[0]).isdisjoint(seeds.words["outpost"]):
        return str(row["called"])
    name = known(" ".join(stem(_of_union(row["words"], seeds), seeds)), seeds) or known(row["normal"], seeds)
    name = "" if name and _is_plural(row, 0, name, seeds) else name or _stateless(row, children, seeds)
    if name:
        return name
    if row["quoted"]:
        own = known(row["called"], seeds)
        shown = inside(row["normal"]) in own.split("«")[-1]  # so that it can be read back
        return own if shown else str(row["called"])
    name, owned = _of_state(row, children, seeds), _owned(row, children)
    if name:
        return name
    if owned:
        return _of_country(owned[0]["country_code"], owned[1], seeds) or str(row["normal"])
    first = next((child for child in children if child["kind"] == "organization" and child["start"] == row["start"]), None)
    inner = known(" ".join(first["words"]), seeds) if first else ""
    if first and inner and seeds.organizations[inner].is_general:
        return f"{inner} {' '.join(row['surface'][first['stop'] - row['start'] :].split())}".strip()
    return str(row["normal"])


def _stateless(row: Row, children: Sequence[Row], seeds: Seeds) -> str:
    """«комитет Госдумы [России] по обороне»: a body of a state that the seeds know by a name in which the state is not told again."""
    inner = (each for child in children for each in (child, *child["held"]))
    state = next((each for each in inner if each["kind"] == "country" and each["country_code"]), None)
    if not state or not row["words"][0].islower():
        return ""
    words = " ".join(row["words"]).replace(" ".join(state["words"]), "", 1)
    own = seeds.organizations.get(known(" ".join(words.split()), seeds))
    return own.name if own and own.country_code == state["country_code"] and not own.is_general else ""


def _is_plural(row: Row, place: int, name: str, seeds: Seeds) -> bool:
    """«[правительства Перу] и Чили», «российские [банки]»: are several meant, of which the seeds know the one that the words may be a form
    of?"""
    noun, base = row["words"][place], fold(row["normal"]).split()[place]
    several = base not in lemmas(noun) and base != fold(name).split()[0]
    return several and not seeds.organization_nouns.keys().isdisjoint(keys(noun)) and not is_acronym(noun)


def _of_holder(row: Row, rows: Sequence[Row], seeds: Seeds) -> str:
    """«глава [МИДа] Сергей Лавров»: a body that every state has is that of the statesman who holds a post of it where the document names
    his state, else nobody's; a bare one («вице-спикер [парламента]») that of the state that the post is held for; "" for any other."""
    kind = seeds.organizations[row["name"]].kind if row["name"] in seeds.organizations else ""
    bare, own = is_bare_body(row, seeds), row["name"] if kind else row["normal"]
    if not bare and kind not in ("state", "ministry"):
        return ""
    if row["state"] and row["state"]["country_code"]:
        return of_country(own, row["state"]["country_code"], seeds)
    holder = row["holder"]["normal"] if row["holder"] else ""
    man = statesman(holder, seeds) if holder and (bare or kind == "state" or is_rare(holder, seeds)) else None
    if man is None:
        return ""
    return of_country(own, man.country_code, seeds) if man.country_code in codes(rows, seeds) else str(row["name"])


def _of_region(row: Row, seeds: Seeds) -> str:
    """«[МВД] региона»: a body that every state has, before the word for a part of one; "" for any other."""
    after = row["right"][0]
    places = seeds.words["own place"] - seeds.words["own state"] - seeds.words["several states"]
    regional = after in places and row["name"] in seeds.organizations
    return f"{row['normal']} {after}" if regional and seeds.organizations[row["name"]].is_general else ""


def _of_several(rows: Sequence[Row], children: Children, seeds: Seeds) -> Iterator[Row]:
    """«[МИД] двух стран», «[вооружённые силы] наших стран», «главы [МИД] осудили»: bodies that every state has, of several states; but not
    «бывшие главы [МИД]», «главам [МИД] и Минобороны»."""
    for row in rows:
        if row["kind"] == "organization" and row["right"][0] in seeds.words["several states"] and _is_of_any_state(row, seeds):
            yield row
        if row["kind"] == "role" and _is_of_heads(row, seeds):
            bodies = (child for child in children.get(row["mention_id"], ()) if child["kind"] == "organization")
            yield from (body for body in bodies if _is_of_any_state(body, seeds))


def _is_of_heads(row: Row, seeds: Seeds) -> bool:
    """«[главы МИД] осудили», but not «бывшие [главы МИД]», «[главам МИД] и Минобороны»: is each of several the head of a body?"""
    (head, *body), (said, *_) = row["words"], row["grammars"]
    several = len(body) == 1 and said.number == "plur" and not keys(head).isdisjoint(seeds.words["any head"])
    before, after = row["left"][0], row["right"][0]
    return several and after not in JOINTS and not (before and seeds.statuses.starts(before))


def _is_of_any_state(row: Row, seeds: Seeds) -> bool:
    """«МИД», «вооружённые силы», «парламент», but not «парламенты»: one body that every state has, of which no state is told."""
    seeded = seeds.organizations.get(row["name"])
    bare = is_bare_body(row, seeds) and fold(row["normal"]) in lemmas(row["words"][0])
    return bare or (seeded is not None and seeded.is_general)


def is_bare_body(row: Row, seeds: Seeds) -> bool:
    """«парламент», «правительство», but not «прокуратура», which towns have too: is it a noun alone of which each state has one?"""
    noun = keys(row["words"][0]) if len(row["words"]) == 1 else frozenset()
    return bool((noun & seeds.words["state body"]) - seeds.words["official"])


@lru_cache(maxsize=REMEMBERED)
def _of_union(words: tuple[str, ...], seeds: Seeds) -> tuple[str, ...]:
    """«Совет министров [государств – участников] СНГ» without the words that say who is in a union."""
    places = range(1, len(words) - 2)
    dash = next((place for place in places if words[place] in DASHES and not keys(words[place + 1]).isdisjoint(seeds.words["member"])), 0)
    of_states = dash and not keys(words[dash - 1]).isdisjoint(seeds.words["states"])
    return (*words[: dash - 1], *words[dash + 2 :]) if of_states else words


def _head(row: Row, children: Sequence[Row], seeds: Seeds) -> Row | None:
    """The name that is the same body's as the longer one around it: «[МИД] Польши», «польский [МИД]», «региональное [МЧС]», «[Совет]
    директоров»."""
    if local := _local(row, children, seeds):
        return local
    owned = _owned(row, children)
    head = owned[1] if owned else next((child for child in children if child["start"] == row["start"]), None)
    if not head or head["kind"] != "organization" or head["name"] == row["name"]:
        return None
    bare = len(head["words"]) == 1 and not seeds.organization_nouns.keys().isdisjoint(keys(head["words"][0]))
    return head if bare or is_general(head["name"], seeds) or _is_followed(head, children, seeds) else None


def _recall(organizations: Sequence[Row], heads: Iterable[Row]) -> None:
    """«Тульское [УФРН]» is what an acronym alone means in its document, but not «[УФРН] по Омской области»: the one body that it heads."""
    told: dict[str, set[tuple[str, str]]] = {}
    for head in heads:
        if is_acronym(head["normal"]):
            told.setdefault(head["normal"], set()).add((head["name"], head["country_code"]))
    for row in organizations:
        bodies = told.get(row["normal"], ())
        if len(bodies) == 1 and row["name"] == row["normal"] and row["right"][0] not in TOPIC:
            ((row["name"], row["country_code"]),) = bodies


def _local(row: Row, children: Sequence[Row], seeds: Seeds) -> Row | None:
    """The body behind an adjective that says of what region or town it is: «дагестанское [МВД]», «региональное [МЧС]»."""
    rest = _ending(row, children)
    before = row["words"][: len(row["words"]) - len(rest["words"])] if rest else []
    first = next((child for child in children if child["start"] == row["start"]), None)
    placed = first and (first["kind"] == "location" or (first["kind"] == "country" and not first["country_code"]))
    return rest if len(before) == 1 and (placed or not keys(before[0]).isdisjoint(seeds.words["local"])) else None


def _is_of_general(row: Row, children: Sequence[Row], seeds: Seeds) -> bool:
    """«департамент тыла [МВД]»: is it a part of a body that every state has?"""
    body = _ending(row, children)
    seeded = seeds.organizations.get(body["name"]) if body else None
    return seeded is not None and seeded.kind in ("state", "ministry")


def _ending(row: Row, children: Sequence[Row]) -> Row | None:
    """«британский [МИД]»: the body that ends a name."""
    return next((child for child in children if child["kind"] == "organization" and child["stop"] == row["stop"]), None)


def _owned(row: Row, children: Sequence[Row]) -> tuple[Row, Row] | None:
    """The adjective of a state and the body behind it that are all of a name: «[британский] [МИД]»."""
    adjective = next((child for child in children if child["kind"] == "country" and child["start"] == row["start"]), None)
    rest = _ending(row, children)
    is_all = adjective and rest and len(adjective["words"]) + len(rest["words"]) == len(row["words"])
    return (adjective, rest) if adjective and rest and is_all else None


def _of_state(row: Row, children: Sequence[Row], seeds: Seeds) -> str:
    """«израильская армия» is the «Армия обороны Израиля», which is known as «армия Израиля», "" for what is not known so."""
    adjective = next((child for child in children if child["start"] == row["start"] and child["kind"] == "country"), None)
    body = row["normal"].split()[1:]
    if not adjective or not adjective["country_code"] or len(adjective["words"]) > 1 or not body:
        return ""
    name = known(f"{' '.join(body)} {genitive(seeds.countries[adjective['country_code']].name)}", seeds)
    return "" if name and _is_plural(row, 1, name, seeds) else name


def _of_country(code: str, row: Row, seeds: Seeds) -> str:
    """The name of a body that is known to be one of many states': «британский МИД» is the «Министерство иностранных дел Великобритании»."""
    own = str(row["name"]) if row.get("name", row["normal"]) != row["normal"] else known(" ".join(row["words"]), seeds)
    if not own or not code:
        return ""
    country = genitive(seeds.countries[code].name)
    general = own in seeds.organizations and seeds.organizations[own].is_general
    return known(f"{row['normal']} {country}", seeds) or (of_country(own, code, seeds) if general else own)


def _complete(organizations: Sequence[Row], seeds: Seeds) -> None:
    """«Сфера» is «театр «Сфера»», «фирма «Щит»» «охранная фирма «Щит»», «банк «Заря»» «АО «Заря»», where the document says so of one
    thing only."""
    whole: dict[str, set[str]] = {}
    said = [fold(inside(row["normal"]) if row["quoted"] else row["normal"]) for row in organizations]
    for row, quotation in zip(organizations, said, strict=True):
        if row["quoted"]:
            whole.setdefault(quotation, set()).add(row["name"])
    for row, quotation in zip(organizations, said, strict=True):
        names = whole.get(quotation, set())
        fullest = max(names, key=lambda name: (has_form(name, seeds), len(name), name[0].islower()), default="")
        if row["name"] in {row["normal"], *names} and fullest and all(_is_short_of(name, fullest, seeds) for name in names):
            row["name"] = fullest


def _is_short_of(name: str, fullest: str, seeds: Seeds) -> bool:
    """Does a name end a fuller one, or say of a company what that one does by its legal form: «банк «Заря»» of «АО КБ «Заря»»?"""
    company = any(seeds.organization_nouns.get(key) == "company" for key in heads(name))
    return fold(fullest).endswith(fold(name)) or (company and has_form(fullest, seeds))


@lru_cache(maxsize=REMEMBERED)
def has_form(name: str, seeds: Seeds) -> bool:
    """Does a legal form begin a name: «АО «Заря»», «акционерное общество «Заря»»?"""
    return name.split(maxsplit=1)[0] in seeds.legal_forms or bool(seeds.full_forms.longest(spelled(name), 0))


def _define(organizations: Sequence[Row]) -> None:
    """«Евразийской экономической комиссии (далее — ЕЭК)»: an acronym in brackets after a name is that name's, unless the seeds know it
    as the like of it; so is what a name is called from there on («(далее – Общество)»), and one of the letters of one name only."""
    meant: dict[str, str] = {}
    for row, other in pairwise(_ending_last(organizations)):
        close = row["sentence"] == other["sentence"] and 0 < other["start"] - row["stop"] <= DEFINED
        short = is_acronym(other["surface"]) and (_is_bracketed(other, row) or abbreviates(other["surface"], row["normal"]))
        if close and (short or _is_called(other, row)):
            meant.setdefault(other["normal"], row["name"])
    meant = _lettered(organizations) | meant
    for row in organizations:
        name = meant.get(row["normal"], "")
        if name and (row["name"] == row["normal"] or heads(row["name"]).isdisjoint(heads(name))):
            row["name"] = name


def _lettered(organizations: Sequence[Row]) -> dict[str, str]:
    """«СП» of the «Счетная палата»: the acronyms that nothing knows and that have the letters of one name of the document."""
    unknown = {row["normal"] for row in organizations if row["name"] == row["normal"] and is_acronym(row["normal"])}
    named = [(initials(row["normal"]), row["name"]) for row in organizations] if unknown else []
    told = {short: {name for letters, name in named if letters == short} for short in unknown}
    return {short: names.pop() for short, names in told.items() if len(names) == 1}


@lru_cache(maxsize=REMEMBERED)
def initials(name: str) -> str:
    """The first letters of the words of a name up to whom it is named after, "" where it has a sign, an acronym or one word only.

    >>> initials("Музей изобразительных искусств имени Рогова"), initials("Совет по правам человека"), initials("ЦК партии")
    ('МИИ', 'СПЧ', '')
    """
    words = name.split()
    words = words[: next((place for place, word in enumerate(words) if word in NAMESAKE), len(words))]
    if len(words) < 2 or not name[0].isupper() or not all(word.isalpha() and word[1:] == word[1:].lower() for word in words):
        return ""
    return "".join(word[0] for word in words if parses(word)[0].pos not in ("PREP", "CONJ")).upper()


def _ending_last(organizations: Sequence[Row]) -> Iterator[Row]:
    """Those behind which nothing of a longer name follows: not the «полиция безопасности» of the «полиция безопасности Эстонии»."""
    stop = -1
    for row in organizations:
        if row["stop"] >= stop:
            stop = row["stop"]
            yield row


def _article(organizations: Sequence[Row]) -> None:
    """«Times» is «The Times», where the document says so."""
    names = {row["name"] for row in organizations}
    for row in organizations:
        row["name"] = whole if (whole := f"The {row['name']}") in names else row["name"]


def _is_called(short: Row, row: Row) -> bool:
    """«ПАО «Заря» (далее – [Общество])», «(далее – [Кредитор])»: is it what a name is called from there on?"""
    lead = short["left"][0] in (*DASHES, "далее", "также") and short["start"] - row["stop"] >= len(" (далее ")
    return lead and short["right"][0] == ")" and short["name"] == short["normal"]


def _is_bracketed(acronym: Row, row: Row) -> bool:
    """Does an acronym stand in brackets behind a name of its own: «Сил быстрого реагирования (RSF)»?"""
    beside = acronym["left"][0] == "(" and acronym["right"][0] == ")" and acronym["start"] - row["stop"] <= len(" (")
    return beside and len(row["words"]) > 1 and row["name"] == row["normal"]


def abbreviates(acronym: str, name: str) -> bool:
    """Are the letters of the acronym the first letters of words of the name, in their order?

    >>> abbreviates("ОДКБ", "Организация Договора о коллективной безопасности")
    True
    """
    letters = iter(re.findall(r"\b\w", name.lower()))
    return all(letter in letters for letter in acronym.lower())


def _shorten(organizations: Sequence[Row], state: State, seeds: Seeds) -> set[str]:
    """«Организация», «правительство»: a bare noun is the one organization of the document that it heads, else the body that every state has
    or that the seeds know of the state that the document speaks of, else itself; several («парламенты») are no single one. Gives the names
    of the bodies of that state."""
    bodies = set()
    for row in organizations:
        words = row["words"]
        if len(words) == 1 and _is_short_noun(words[0], seeds):
            names = {name for name in _bearers(words[0], row, organizations, seeds) if fold(row["normal"]) in fold(name).split()}
            if not names and fold(row["normal"]) in lemmas(words[0]) and state.code and not state.regional:
                body = of_country(row["normal"], state.code, seeds)
                names = {body} if body in seeds.organizations or keys(words[0]) & seeds.words["state body"] else names
                bodies |= names
            if len(names) == 1:
                row["name"] = names.pop()
    return bodies


def _is_short_noun(word: str, seeds: Seeds) -> bool:
    """«правительство», «ЧВК», but not «СОБР»: may it alone stand for an organization?"""
    return word.lower() in seeds.words["common letters"] if is_acronym(word) else bool(keys(word) & seeds.short_nouns)


def _bearers(noun: str, row: Row, organizations: Sequence[Row], seeds: Seeds) -> set[str]:
    """The names of a document's other organizations that a bare noun may stand for, of several those that come before it."""
    others = {other["name"] for other in organizations if other is not row}
    names = longest({name for name in others if " " in name and headed(name, noun)})
    apart = len(names) > 1 and keys(noun).isdisjoint(seeds.words["state body"])
    return {other["name"] for other in organizations if other["start"] < row["start"]} & names if apart else names


def headed(name: str, noun: str) -> bool:
    """Does the noun head the name?

    >>> headed("Парламентская Ассамблея Организации", "Организации"), headed("Организация Договора", "Организации")
    (False, True)
    """
    return (is_acronym(noun) and name.partition(" ")[0] == noun) or not heads(name).isdisjoint(lemmas(noun))


@lru_cache(maxsize=REMEMBERED)
def heads(name: str) -> frozenset[str]:
    """The keys of the first noun of a name, none where a quotation comes before it."""
    first = next((word for word in name.split() if word[0] in '«"' or parses(word)[0].pos == "NOUN"), "«")
    return keys(first) if first[0] not in '«"' else frozenset()


def _rename(row: Row, children: Sequence[Row], organizations: Sequence[Row], seeds: Seeds) -> None:
    """«Парламентская Ассамблея Организации» is «Парламентская Ассамблея ОДКБ» where the Organization is the ОДКБ, «РИА» is «РИА Новости»,
    but «Газпром» is never «Газпром нефть», nor «Банки» the «Банк России»."""
    if row["name"] != row["normal"] or row["name"] in seeds.organizations:
        return
    last = _ending(row, children)
    part = str(last["surface"] if last else row["words"][-1])
    told = {last["name"]} if last else _bearers(part, row, organizations, seeds) if part[:1].isupper() else set()
    lone = len(row["words"]) == 1 and not any(fold(row["normal"]) in fold(name).split() for name in told)
    if len(told) != 1 or lone or not told <= seeds.organizations.keys():
        return
    stem, own = row["normal"][: len(row["normal"]) - len(part)].strip(), told.pop()
    names = {known(f"{stem} {other}", seeds) for other in (own, *seeds.organizations[own].acronyms)} - {""}
    if len(names) == 1:
        row["name"] = names.pop()


def _code(row: Row, children: Sequence[Row], is_meant: bool, seeds: Seeds) -> None:
    seeded = seeds.organizations.get(row["name"])
    if seeded and (seeded.country_code or seeded.kind == "international"):
        row["country_code"] = seeded.country_code
        return
    told = [child for child in children if child["country_code"] and not _is_company(child, seeds) and not _is_topic(child, row)]
    told = [child for child in told if child["start"] != row["start"] or not _is_followed(child, told, seeds)]
    where = [] if any(_is_international(child, seeds) for child in children) else told
    codes = frozenset(child["country_code"] for child in [each for each in told if not _is_where(each, row)] or where)
    codes = codes or (countries(row["name"], seeds) | regions(row["name"], seeds) if is_meant else codes)
    codes = codes or owners(row["name"], seeds)
    row["country_code"] = "".join(codes) if len(codes) == 1 else ""


def _is_followed(head: Row, children: Sequence[Row], seeds: Seeds) -> bool:
    """Does a state come right behind a body that is known of another: «[Главное разведывательное управление] Украины»?"""
    state = next((child for child in children if child["kind"] == "country" and 0 < child["start"] - head["stop"] <= len(" ")), None)
    differ = state is not None and head["kind"] == "organization" and head["country_code"] not in ("", state["country_code"])
    return differ and not countries(head["normal"], seeds)


def _is_where(child: Row, row: Row) -> bool:
    """Does it say where something is, not whose: «посольство России [в Чили]»?"""
    return _before(child, row) in SITE


def _is_topic(child: Row, row: Row) -> bool:
    """«отдел по работе с [Кубой]»: is it a state that something deals with?"""
    return child["kind"] == "country" and _before(child, row) in TOPIC


def is_aside(country: Row, row: Row) -> bool:
    """Does a state in a name say where it is or what it deals with, and not whose it is?"""
    inside = row["start"] < country["start"] and country["stop"] <= row["stop"]
    return inside and _before(country, row) in ASIDE


def _before(child: Row, row: Row) -> str:
    """The word before a part of a name."""
    return next(reversed(row["surface"][: child["start"] - row["start"]].split()), "")


def _is_international(child: Row, seeds: Seeds) -> bool:
    """«миссия [миссия [ООН] по поддержке]»: is it or a part of it an organization of several states?"""
    seeded = seeds.organizations.get(child["name"])
    known = seeded is not None and seeded.kind == "international"
    return known or any(_is_international(inner, seeds) for inner in child.get("held", ()))


def _is_company(row: Row, seeds: Seeds) -> bool:
    """Is it known and no body of a state, so that its country says nothing of what it is a part of?"""
    seeded = seeds.organizations.get(row["name"])
    return seeded is not None and seeded.kind != "body"
