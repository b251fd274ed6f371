"""The names and codes of occupancies, from the mentions they stand on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from ..morphology import fold, keys, may_be
from ..phrases import spelled
from ..seeds import Place, Seeds
from ..signs import QUOTES
from ..statesmen import is_envoy, is_mission, is_of_state, is_sent
from ..types import Row, rows
from .bodies import known, of_country, owners, regions, states
from .organizations import is_aside, is_bare_body
from .staff import Post, bench, chief, employer, master, twin, union
from .tails import CIVIL, antecedent, may_mean, own_sort, owner, parted, sort_of, whole_sort
from .titles import has_see

ABLE = frozenset({"organization", "country", "location"})  # what a noun or a pronoun may stand for
JOINED = frozenset({"sport"})  # sorts of which a region has its own
UNITED = frozenset({"society", "sport"})  # sorts of which a state has its own
HELD_FOR = ("organization_mention_id", "country_mention_id", "place")
NAMED = ("person", "role", "organization", "country", "country_code", "host_country_code", "place")


def filled(occupancies: pd.DataFrame, mentions: Iterable[Row], seeds: Seeds) -> pd.DataFrame:
    """Person, role, organization, country (of the office), host and place of each occupancy, by the rows of the mentions."""
    known = {row["mention_id"]: row for row in mentions}
    able: dict[str, list[Row]] = {}
    for row in known.values():
        if row["kind"] in ABLE:
            able.setdefault(row["document_id"], []).append(row)
    held = [_held(row, known, able.get(row["document_id"], []), seeds) for row in rows(occupancies)]
    held = list(_staffed(held, known, able, seeds))
    named = _alike(held, [names(row, known, seeds) for row in held], known, seeds)
    told = {column: [row[column] for row in held] for column in HELD_FOR[:2]}
    return occupancies.assign(**{column: [row[column] for row in named] for column in NAMED}, **told)


def _held(row: Row, mentions: dict[str, Row], able: list[Row], seeds: Seeds) -> Row:
    """With the organization that the last noun of a role stands for, or the pronoun before it where nothing else is named."""
    role, told = mentions.get(row["role_mention_id"]), mentions.get(row["organization_mention_id"])
    company = _of_board(told, able, seeds) if told else None
    if company:
        return row | {"organization_mention_id": company["mention_id"]}
    if not role or (told and not _is_misled(role, told, seeds)):
        return row
    meant, country = antecedent(role, able, seeds), mentions.get(row["country_mention_id"])
    if not meant or _is_abroad(meant, country):
        meant = _own(role, able, seeds)
    if meant and _is_abroad(meant, country):
        return row
    if not meant and not row["country_mention_id"] and not row["place"]:
        meant = owner(role, able, seeds)
    if meant and meant["kind"] == "location":
        return row | {"place": meant["mention_id"]}
    if meant and country and country["stop"] < role["start"] and sort_of(meant["name"], seeds) in CIVIL:
        row = row | {"country_mention_id": ""}  # «министр культуры Чили и директор фестиваля»
    return row | {"organization_mention_id": meant["mention_id"]} if meant else row


def _is_abroad(meant: Row, country: Row | None) -> bool:
    """«вице-спикер [парламента]», of Georgia, where another state's is named before"""
    return country is not None and bool(country["country_code"]) and meant["country_code"] not in ("", country["country_code"])


def _own(role: Row, able: Sequence[Row], seeds: Seeds) -> Row | None:
    """«депутат [парламента]»: the bare noun that ends a role, where it is told whose it is; not «глава [правительства] республики»,
    «спикеру [правительства] Рогова»."""
    word, grammar = role["right"]
    whose = may_be(word, "gent") and (word.islower() or not may_be(word, role["grammars"][0].case))
    if whose and grammar.pos in ("NOUN", "ADJF", "PRTF"):
        return None
    ends = (row for row in able if row["kind"] == "organization" and row["stop"] == role["stop"] and is_bare_body(row, seeds))
    return next((row for row in ends if row["name"] != row["normal"]), None)


def _of_board(told: Row, able: list[Row], seeds: Seeds) -> Row | None:
    """«Совет директоров [ПАО «Заря»] избрал генерального директора»: the organization whose board is told, None where no board is."""
    board = seeds.boards.longest(told["surface"].split(), 0)
    within = (row for row in able if row["kind"] == "organization" and told["start"] < row["start"] and row["stop"] <= told["stop"])
    return next(within, None) if board else None


def _is_misled(role: Row, told: Row, seeds: Seeds) -> bool:
    """«Тренер [команды]», of «Заря» and not of the «оргкомитет» named beside: can the noun that ends a role not stand for what is told?"""
    noun = parted(role["normal"], seeds)[1]
    apart = told["stop"] < role["start"] or role["stop"] + 1 < told["start"]
    return bool(noun) and apart and not may_mean(noun, told["name"], seeds)


def _staffed(held: Iterable[Row], mentions: dict[str, Row], able: dict[str, list[Row]], seeds: Seeds) -> Iterator[Row]:
    """With the organizations of bare inner roles, by the other roles of their document."""
    posts = [(row, _post(row, mentions)) for row in held]
    documents: dict[str, list[Post]] = {}
    for row, post in posts:
        if post:
            documents.setdefault(row["document_id"], []).append(post)
    for row, post in posts:
        if post and not row["place"] and not row["organization_mention_id"]:
            row = _told(post, documents[row["document_id"]], able.get(row["document_id"], []), seeds)
        yield row


def _told(post: Post, posts: list[Post], able: list[Row], seeds: Seeds) -> Row:
    """An occupancy that names no organization with what its document tells of it, of one of a state only to which union it sends whom."""
    if post.what:
        sent = union(post, posts, able, seeds)
        return post.held | {"organization_mention_id": sent["mention_id"]} if sent else post.held
    fellow = twin(post, posts) or chief(post, posts, seeds) or master(post, posts, seeds)
    if fellow:
        return post.held | {column: fellow.held[column] for column in HELD_FOR}
    meant = employer(post, posts, able, seeds) or bench(post, able, seeds) or union(post, posts, able, seeds)
    return post.held | {"organization_mention_id": meant["mention_id"]} if meant else post.held


def _post(row: Row, mentions: dict[str, Row]) -> Post | None:
    """The rows of what an occupancy stands on."""
    role, person = mentions.get(row["role_mention_id"]), mentions.get(row["person_mention_id"])
    what = mentions.get(row["organization_mention_id"] or row["country_mention_id"] or row["place"])
    return Post(row, role, person, what) if role and person else None


def names(row: Row, mentions: dict[str, Row], seeds: Seeds) -> Row:
    person, role, organization, country = (
        mentions.get(row[f"{column}_mention_id"]) for column in ("person", "role", "organization", "country")
    )
    place, host = mentions.get(row["place"]), mentions.get(row.get("host", ""))
    if role and place and not host and _heads_mission(role, place, organization, seeds):
        row, place, host = row | {"place": ""}, None, place
    if place and organization and _is_site(place, organization, seeds):
        row, place = row | {"place": ""}, None
    named_before = row["country_code"] if row["place"] and not place else ""  # a table that is normalized again names its places
    if role and place and _is_see(role, place, seeds):
        row, place = row | {"place": ""}, None
    country = None if role and organization and country and _is_of_all_states(role, organization, country, seeds) else country
    land = _land(country, seeds)
    office = seeds.offices.get(fold(role["normal"]), "") if role else ""
    code = office or country_code(organization, country, place, seeds) or (land.country_code if land else "") or named_before
    if role and organization and _is_party(organization, seeds):
        code = (code or _state_of_party(organization, seeds)) if is_of_state(role["normal"], seeds) else ""  # «депутат», but not «лидер»
    return {
        "person": person["normal"] if person else row["person"],
        "role": _title(role, organization, bool(place or land), seeds) if role else "",
        "organization": organization["name"] if organization else "",
        "country": seeds.countries[code].name if code else "",
        "country_code": code,
        "host_country_code": host["country_code"] if host else row["host_country_code"],
        "place": "" if _is_elsewhere(role, place, office, seeds) else place["name"] if place else land.name if land else row["place"],
    }


def _alike(held: Sequence[Row], named: list[Row], mentions: dict[str, Row], seeds: Seeds) -> list[Row]:
    """«главы МИД Чили и [Перу] Анна Рид и Ян Новак»: with the like body of the other state, of which there is no mention."""
    often = Counter(row["role_mention_id"] for row in held)
    bodies = {
        row["role_mention_id"]: body for row in held if often[row["role_mention_id"]] > 1 and (body := _general(row, mentions, seeds))
    }
    for place, (row, told) in enumerate(zip(held, named, strict=True)):
        body = bodies.get(row["role_mention_id"], "")
        if body and told["country_code"] and not told["organization"]:
            named[place] = told | {"organization": of_country(body, told["country_code"], seeds)}
    return named


def _general(row: Row, mentions: dict[str, Row], seeds: Seeds) -> str:
    """«Министерство иностранных дел» of the «МИД Чили» for which a role of several is held, "" of no such body."""
    body = mentions.get(row["organization_mention_id"])
    name = known(body["surface"].partition(" ")[0], seeds) if body and row["role_mention_id"] else ""
    return name if name in seeds.organizations and seeds.organizations[name].kind in ("state", "ministry") else ""


def _is_of_all_states(role: Row, organization: Row, country: Row, seeds: Seeds) -> bool:
    """«посол Ирака Али Асад и генсек ООН Ян Ли», but not «от Ирака его постпред при ООН», «депутат Европарламента от Ирака»: does
    a post of an organization of states stand beside the name of one?"""
    known, title = seeds.organizations.get(organization["name"]), role["normal"]
    if known is None or known.kind != "international" or role["start"] <= country["start"] < role["stop"]:
        return False
    envoy = any(not keys(word).isdisjoint(seeds.words["envoy"]) for word in title.split()[:2])
    return not (envoy or is_sent(title, seeds) or is_of_state(title, seeds))


def _is_party(organization: Row, seeds: Seeds) -> bool:
    """By its name, or by the noun before it («глава датской [партии] Stram Kurs»)"""
    before = (seeds.organization_nouns.get(key) for key in keys(organization["left"][0] or "-"))
    return sort_of(organization["name"], seeds) == "party" or "party" in before


def _state_of_party(party: Row, seeds: Seeds) -> str:
    known = seeds.organizations.get(party["name"])
    return known.country_code if known else ""


def _is_elsewhere(role: Row | None, place: Row | None, office: str, seeds: Seeds) -> bool:
    """«папа [римский]», «посол [Варшавы]»: does a place tell no more than the office, or stand for its state?"""
    abroad = place is None or place["country_code"] != office
    return (abroad and bool(office)) or _is_for_state(role, place, seeds)


def _is_for_state(role: Row | None, place: Row | None, seeds: Seeds) -> bool:
    """«посол [Варшавы]»: does a capital stand for its state?"""
    return bool(role and place and _is_capital(place, seeds) and is_envoy(role["normal"], seeds))


def _is_capital(place: Row, seeds: Seeds) -> bool:
    return place["name"] in seeds.places and seeds.places[place["name"]].capital


def _heads_mission(role: Row, place: Row, organization: Row | None, seeds: Seeds) -> bool:
    """«глава чилийского посольства в [Лиме]», but not «советник посольства в Лиме»: does somebody head a mission in a capital?"""
    words = role["normal"].split()
    heads = any(not keys(word).isdisjoint(seeds.words["any head"]) for word in words)
    return heads and _is_capital(place, seeds) and is_mission(organization["normal"] if organization else words[-1], seeds)


def _is_site(place: Row, organization: Row, seeds: Seeds) -> bool:
    """«директор [бишкекского] завода», «тренер [лимской] «Зари»»: does the adjective of a place tell where something is that is no
    state's?"""
    sort = sort_of(organization["name"], seeds)
    quoted = sort in {"", *JOINED} and organization["left"][0] in QUOTES and not own_sort(organization["name"], seeds)
    return place["normal"].islower() and (quoted or sort in CIVIL - JOINED)


def _is_see(role: Row, place: Row, seeds: Seeds) -> bool:
    """«епископ [Юрьевский]»: is an adjective of a place a part of the title?"""
    return place["normal"].islower() and has_see(role["normal"].partition(" ")[0], seeds)


def _land(country: Row | None, seeds: Seeds) -> Place | None:
    """What is marked as a country and is known as a place that has no code: «глава [ДНР]»."""
    known = seeds.phrases.whole(country["surface"]) if country and not country["country_code"] else []
    return next((seeds.places[entry.key] for entry in known if entry.kind == "place"), None)


def _title(role: Row, organization: Row | None, placed: bool, seeds: Seeds) -> str:
    """Without the noun that stands for the organization, or for the place where there is one («глава [региона]»)."""
    title = str(role["normal"])
    rest, noun = parted(title, seeds)
    own = organization is not None and organization["stop"] == role["stop"] and is_bare_body(organization, seeds)
    if organization and noun and (own or may_mean(noun, organization["name"], seeds)):
        return rest
    *head, last = title.split() or [""]
    while head and not keys(head[-1]).isdisjoint(seeds.words["local"]):
        head.pop()  # «глава [муниципального] округа»
    return " ".join(head) if placed and head and last in seeds.words["own place"] else title


def _is_whose(organization: Row, seeds: Seeds) -> bool:
    """Does the country say whose an organization is, not where: «суд Перу», «союз писателей Чили», «палата Самарской области», «институт
    Российской академии наук», but not «Лимский университет», «театр Самарской области», «ООО «Лимский хлеб»», «ТАСС»?"""
    name, code = organization["name"], organization["country_code"]
    sort = whole_sort(name, seeds)
    official = name not in seeds.organizations and sort not in CIVIL and name.split()[0] not in seeds.legal_forms
    official = official or _is_unit(tuple(spelled(name)), seeds)
    told = states(name, seeds) | owners(name, seeds)
    return official or code in told or (sort in JOINED and code in regions(name, seeds))


def _is_unit(words: tuple[str, ...], seeds: Seeds) -> bool:
    """«Генеральный штаб польской армии», «ГУ МВД по Томской области»: a body such as each state has, or one of its own in a region, though
    parties have a «штаб» and «ГУ» is short for an institution too"""
    place = int(not keys(words[0]).isdisjoint(seeds.words["local"]))
    found = seeds.phrases.longest(words, place)
    names = (entry.key for entry in found[1] if entry.kind == "organization") if found else ()
    return any(seeds.organizations[name].kind in ("state", "ministry") for name in names)


def _is_origin(country: Row, organization: Row, seeds: Seeds) -> bool:
    """«глава [чилийской] компании «Заря»»: does the adjective of a state tell whence something is that is no state's?"""
    return country["surface"].islower() and sort_of(organization["name"], seeds) in CIVIL - UNITED


def country_code(organization: Row | None, country: Row | None, place: Row | None, seeds: Seeds) -> str:
    """The country named, else the state whose body it is or which its name has («МВД Украины»), else the country of the region."""
    apart = country and organization and (is_aside(country, organization) or _is_origin(country, organization, seeds))
    if country and country["country_code"] and not apart:
        return str(country["country_code"])
    known = seeds.organizations.get(organization["name"]) if organization else None
    if known and known.kind == "body":
        return known.country_code
    if organization and organization["country_code"] and _is_whose(organization, seeds):
        return str(organization["country_code"])
    return str(place["country_code"]) if place else ""
