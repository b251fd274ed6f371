"""Who holds what, by the ids of people and organizations, and what else their document says of a post that is said shortly."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from ..branches import is_department
from ..morphology import keys
from ..seeds import Seeds
from ..statesmen import is_of_state, is_sent, state_of
from .posts import Held, is_general, is_head, is_same

PLACED = ["country_code", "host_country_code", "place"]
HELD_FOR = ["organization_id", *PLACED]
TOLD = ["organization", "country", *HELD_FOR]
WHERE = frozenset({"country", "adjective", "place", "place adjective"})
RIVALS = 3


def identified(table: pd.DataFrame, mentions: pd.DataFrame, seeds: Seeds) -> pd.DataFrame:
    """Occupancies with the people's and organizations' ids and full names; a person with a role in a document keeps no row without one.

    What a document says of a post once holds where it is said shortly.
    """
    holders = mentions["kind"].isin(["person", "organization"])
    named = mentions.loc[holders, ["mention_id", "name", "entity_id"]].set_index("mention_id")
    person = named.reindex(table["person_mention_id"])
    organization = named["entity_id"].reindex(table["organization_mention_id"]).fillna("")
    table = table.assign(person=person["name"].array, person_id=person["entity_id"].array, organization_id=organization.array)
    roled = table["role"] != ""
    whose = table["document_id"] + " " + table["person_id"]
    first = ~pd.DataFrame({"whose": whose, "which": table["occupancy_id"].where(roled, "")}).duplicated()
    told = completed(table[first & (roled | ~whose.isin(whose[roled]))].reset_index(drop=True), seeds, "document_id")
    bodies = mentions.set_index("mention_id")["surface"].reindex(told["organization_mention_id"]).fillna("").set_axis(told.index)
    small = bodies.str.islower() & ~bodies.str.contains(" ", regex=False)
    told = owned(told, mentions.loc[mentions["country_code"] != "", ["document_id", "country_code"]], small, seeds)
    return headed(told, seeds)


def owned(told: pd.DataFrame, named: pd.DataFrame, small: pd.Series[bool], seeds: Seeds) -> pd.DataFrame:
    """With the states of offices that are left bare.

    It is that whose statesman the person is known to be, if the document names it, and no other («Россия ждёт премьера Фумио Кисиду»), else
    that of the person's other offices, else, where no document says otherwise, that of the other statesmen left bare, or the one that the
    document speaks of. A place that nobody knows («глава Режевского округа») lies in that one. ``named``: documents and the codes of their
    mentions; ``small``: the rows whose body is a noun alone («депутат [парламента]»), whose state its holder tells as he does that of an
    office.
    """
    bodies = {"", *(name for name in told["organization"].unique() if is_of_some_state(name, seeds))}
    alone = told["place"] == ""
    free = told["country_code"] == ""
    bare = alone & free & (told["organization"].isin(bodies) | is_of_party(told, seeds) | is_division(told, bodies, seeds))
    sure = alone & (told["organization"] == "") & ~is_shared(told)
    sent = alone & free & told["role"].isin({role for role in told["role"].unique() if is_sent(role, seeds)})
    his = by_name(told, bare | small | sent, seeds).where(bare | sure | small | sent, "")
    is_named = pd.MultiIndex.from_arrays([told["document_id"], his]).isin(pd.MultiIndex.from_frame(named))
    statesmen, foreign = his.where(is_named, ""), (his != "") & ~is_named & (told["country_code"] != his)
    states = _by_document(told, sole(told["document_id"], statesmen.where(bare | small, "")), spoken_of(named))
    told = told.assign(**{column: told[column].mask(foreign, "") for column in ("country", "country_code")})
    told = served(stated(told, statesmen, seeds), seeds, "document_id")
    said = completed(told, seeds)
    agrees = is_short(said) | ((said["organization_id"] == "") & (said["country_code"] == states))
    free = told["country_code"] == ""
    local = free & ~told["place"].isin({"", *seeds.places, *(country.name for country in seeds.countries.values())})
    official = free & bare & (told["organization"] != "") & ~_is_elsewhere(told, states)
    abroad = free & is_sent_away(told, states)
    own = (states != "") & ~foreign & (local | official | abroad | is_short(told) & agrees & is_office(told, seeds))
    return stated(told, states.where(own, ""), seeds)


def by_name(table: pd.DataFrame, bare: pd.Series[bool], seeds: Seeds) -> pd.Series[str]:
    """By row, the code of the state whose statesman the person is known to be; of rows that are not bare only where name and role leave no
    doubt (a text that names two states is misread now and then)."""
    told = list(zip(table["person"], table["role"], bare, strict=True))
    codes = {each: state_of(*each, seeds) for each in set(told)}
    return pd.Series([codes[each] for each in told], table.index, dtype=object)


def is_shared(table: pd.DataFrame) -> pd.Series[bool]:
    """«президенты Чили и Перу Анна Рид и Ян Новак»: does one role stand for the offices of several states?"""
    several = table.groupby("role_mention_id")["country_code"].nunique()
    return table["role_mention_id"].isin(several[several > 1].index)


def completed(table: pd.DataFrame, seeds: Seeds, *within: str) -> pd.DataFrame:
    """With the posts that are said shortly («министр», «президент Иванов») as the same person's are said elsewhere («министр связи»,
    «президент Эстонии»).

    They stay as they are where it is several things in rows that are equal in the columns ``within``.
    """
    whole = titled(titled(table, seeds, *within), seeds, *within)  # «министр» of «министр связи» of «министр связи и печати»
    return hosted(placed(whole, *within), *within)


def titled(table: pd.DataFrame, seeds: Seeds, *within: str) -> pd.DataFrame:
    """With the whole titles that the short ones begin, or within a document say otherwise, which as many documents tell and which are not
    held for other things."""
    holder = [*within, "person_id", "status"]
    post = [*holder, "role", *HELD_FOR]
    told = table[table["role"] != ""]
    posts = told[post].drop_duplicates().join(told.groupby([*holder, "role"])["document_id"].nunique().rename("told"), [*holder, "role"])
    posts = posts[posts.duplicated(holder, keep=False)]  # of one post there is no other way to say it
    if posts.empty:
        return table
    pairs = posts.merge(posts, on=holder, suffixes=("", "_whole"))
    national = (pairs["country_code"] != "") & (pairs["organization_id"] == "") & (pairs["place"] == "")
    titles = list(zip(pairs["role"], pairs["role_whole"], national, strict=True))
    same = np.array([bool(within) and is_same(*title, seeds) for title in titles], dtype=bool)
    begun = np.array([whole.startswith(f"{short} ") for short, whole, _ in titles], dtype=bool)
    fits = (begun | same) & (pairs["told"] <= pairs["told_whole"])
    for column in HELD_FOR:
        whole = pairs[f"{column}_whole"]
        fits &= (pairs[column] == "") | (pairs[column] == whole) | (same & (whole == ""))
    title = only(table, pairs[fits], post, "role_whole")
    return table.assign(role=title.mask(title == "", table["role"]))


def headed(table: pd.DataFrame, seeds: Seeds) -> pd.DataFrame:
    """With the posts that say only what somebody heads («глава МИД Перу») as their document first says them otherwise («министр иностранных
    дел Перу»); what tells an organization there is no mention of it."""
    general = table["role"].isin({role for role in table["role"].unique() if is_general(role, seeds)})
    holder = table["document_id"] + " " + table["person_id"] + " " + table["status"]
    several = holder.duplicated(keep=False) & holder.isin(holder[general])
    if not several.any():
        return table
    posts = (Held(*post) for post in table.loc[several, [*Held._fields]].itertuples(index=False, name=None))
    held: dict[str, list[tuple[int, Held]]] = {}
    for place, who, post in zip(np.flatnonzero(several).tolist(), holder[several].tolist(), posts, strict=True):
        held.setdefault(str(who), []).append((place, post))
    whole = list(range(len(table)))
    for his in held.values():
        for place, post in his:
            whole[place] = next((other for other, told in his if is_head(post, told, seeds)), place)
    said = table[["role", *TOLD]].iloc[whole].set_axis(table.index)
    unlike = said["organization_id"] != table["organization_id"]
    stated = {column: said[column].mask(said["country_code"] == "", table[column]) for column in ("country", "country_code")}
    return table.assign(**{**said, **stated}, organization_mention_id=table["organization_mention_id"].mask(unlike, ""))


def placed(table: pd.DataFrame, *within: str) -> pd.DataFrame:
    """With what the posts are held for. Organizations of one name are one thing here: their holder is the same."""
    short = (table[TOLD] == "").all(axis=1)
    post = [*within, "person_id", "role"]
    whole = table.loc[~short & (table["role"] != ""), [*post, *TOLD]]
    whole = whole.drop_duplicates([*post, *HELD_FOR]).drop_duplicates([*post, "organization", *PLACED])
    alone = whole[~whole.duplicated(post, keep=False)]
    if alone.empty or not short.any():
        return table
    filled = table.loc[short, post].merge(alone, "left", post)[TOLD].fillna("")
    return table.assign(**{column: table[column].mask(short, filled[column].set_axis(table.index[short])) for column in TOLD})


def hosted(table: pd.DataFrame, *within: str) -> pd.DataFrame:
    """With the one host of an ambassador who is said elsewhere to be that of the same state: «посол Чили в Перу», «посол Чили»."""
    post = [*within, "person_id", "role", "status", "country_code"]
    sent = table[(table["host_country_code"] != "") & (table["country_code"] != "")]
    hosts = only(table, sent, post, "host_country_code")
    return table.assign(host_country_code=table["host_country_code"].mask(table["host_country_code"] == "", hosts))


def served(table: pd.DataFrame, seeds: Seeds, *within: str) -> pd.DataFrame:
    """With the one state of a person's other offices of states, where one is said shortly («министр Иванов», «министр связи Эстонии»)."""
    office, holder = is_office(table, seeds), [*within, "person_id"]
    told = (table["country_code"] != "") & (office | (table["host_country_code"] != ""))
    codes = only(table, table[told], holder, "country_code")
    bare = (office & is_short(table)) | ((table["country_code"] == "") & is_sent_away(table, codes))
    return stated(table, codes.where(bare, ""), seeds)


def only(table: pd.DataFrame, told: pd.DataFrame, like: list[str], column: str) -> pd.Series[str]:
    """By row of a table, the one value of a column that rows ``told`` have which are equal in columns ``like``, "" for none or several."""
    if told.empty:
        return pd.Series("", table.index, told[column].dtype)
    values = told[[*like, column]].drop_duplicates()
    sole = values[~values.duplicated(like, keep=False)]
    return table[like].merge(sole, "left", like)[column].fillna("").set_axis(table.index)


def stated(table: pd.DataFrame, codes: pd.Series[str], seeds: Seeds) -> pd.DataFrame:
    """With the countries of these codes, where there is one."""
    names = codes.map({"": ""} | {code: country.name for code, country in seeds.countries.items()})
    return table.assign(country_code=table["country_code"].mask(codes != "", codes), country=table["country"].mask(codes != "", names))


def is_office(table: pd.DataFrame, seeds: Seeds) -> pd.Series[bool]:
    """Is the role an office that states alone have?"""
    return table["role"].isin({role for role in table["role"].unique() if is_of_state(role, seeds)})


def is_of_party(table: pd.DataFrame, seeds: Seeds) -> pd.Series[bool]:
    """«депутат партии «Заря»», but not «лидер партии «Заря»»: is an office of states held for a party?"""
    nouns = {name: keys(name.split()[0]) & seeds.organization_nouns.keys() for name in table["organization"].unique() if name}
    parties = {name for name, own in nouns.items() if any(seeds.organization_nouns[key] == "party" for key in own)}
    return table["organization"].isin(parties) & is_office(table, seeds)


def is_sent_away(table: pd.DataFrame, states: pd.Series[str]) -> pd.Series[bool]:
    """«посол в Перу», but not «посол ЕС в Перу»: may somebody be sent by a state, to another?"""
    host = table["host_country_code"]
    return (host != "") & (host != states) & (table["organization_id"] == "") & (table["place"] == "")


def is_short(table: pd.DataFrame) -> pd.Series[bool]:
    """Is it not said for whom or where a post is held?"""
    return (table[HELD_FOR] == "").all(axis=1)


def _is_elsewhere(told: pd.DataFrame, states: pd.Series[str]) -> pd.Series[bool]:
    """Is a person said to hold something for other states, and nothing for this one?"""
    coded = told.loc[told["country_code"] != "", ["person_id", "country_code"]]
    own = pd.MultiIndex.from_arrays([told["person_id"], states]).isin(pd.MultiIndex.from_frame(coded))
    return told["person_id"].isin(coded["person_id"]) & ~own


def is_of_some_state(name: str, seeds: Seeds) -> bool:
    """«Совет депутатов», «Правительство», «Департамент торговли Министерства экономики», «Главное таможенное управление», «президентская
    гвардия», «60-я ракетная дивизия», «войска ВВС», but not «европейская служба»: a body as states and their regions have, which says only
    what it is?"""
    seeded = seeds.organizations.get(name)
    whole = seeds.organizations.get(seeded.part_of, seeded) if seeded else None  # «Главный штаб» of the «Вооружённые силы»
    if whole and whole.kind != "generic":
        return whole.kind in ("state", "ministry")
    words = name.split()
    if not _says_what(words, seeds):
        return False
    head = next((key for word in words for key in sorted(keys(word)) if key in seeds.organization_nouns), "")
    unit = seeds.organization_nouns.get(head) == "unit"
    if not unit and not keys(words[0] if words else "-").isdisjoint(seeds.words["continental"]):
        return False
    forces = seeds.organization_nouns.get(head) == "military" and (words[0][0].isdigit() or any(_is_known(word, seeds) for word in words))
    return forces or _is_body(head, seeds) or (unit and any(_is_official(word, seeds) for word in words))


def _says_what(words: Sequence[str], seeds: Seeds) -> bool:
    """«Департамент торговли Министерства экономики», «совет по делам семьи», but not «Комитет Думы», «лимское правительство»: does a name
    say only what it is, not whose or where?"""
    small = (word for word in words[1:] if not (_is_body(word, seeds) or _is_known(word, seeds)))
    if not all(word.rstrip(",").isalpha() and word.islower() for word in small):
        return False
    told = ((word, entry.kind) for word in words for entry in seeds.phrases.whole(word))
    return all(kind not in WHERE or (word.islower() and not kind.endswith("adjective")) for word, kind in told)


def is_division(table: pd.DataFrame, bodies: Collection[str], seeds: Seeds) -> pd.Series[bool]:
    """«Департамент культуры», «управление кадров»: a part of a body that a company may have too, where whatever else posts of its document
    are held for is of a state or one of these ``bodies``."""
    divisions = {name for name in table["organization"].unique() if _is_division(name.split(), seeds)}
    if not divisions:
        return pd.Series(False, table.index)
    own = table["organization"].isin({*bodies, *divisions}) | (table["country_code"] != "")
    return table["organization"].isin(divisions) & ~table["document_id"].isin(table.loc[~own, "document_id"])


def _is_division(words: Sequence[str], seeds: Seeds) -> bool:
    head = next((word for word in words if keys(word).isdisjoint(seeds.words["local"])), "-")  # «столичный [департамент] культуры»
    told = not keys(head).isdisjoint(seeds.words["division"])
    return told and _says_what(words, seeds) and is_department(tuple(words), seeds)


def _is_official(word: str, seeds: Seeds) -> bool:
    """«таможенное управление», «отдел министерства»: does a word tell that a unit is a state's?"""
    return _is_body(word, seeds) or not keys(word).isdisjoint(seeds.words["official"])


def _is_body(word: str, seeds: Seeds) -> bool:
    """«министерства», «армии», «гвардии», but not «полка»"""
    sorts = {key: seeds.organization_nouns.get(key) for key in keys(word)}
    forces = {key for key, sort in sorts.items() if sort == "military"}
    return "body" in sorts.values() or any(not forces.isdisjoint(seeds.words[each]) for each in ("state body", "department"))


def _is_known(word: str, seeds: Seeds) -> bool:
    """«ВВС», «МВД»: is it all of a name that such a body of every state bears?"""
    names = (entry.key for entry in seeds.phrases.whole(word) if entry.kind == "organization") if word[0].isupper() else ()
    return any(seeds.organizations[name].kind in ("state", "ministry") for name in names)


def _by_document(told: pd.DataFrame, codes: pd.Series[str], others: pd.Series[str]) -> pd.Series[str]:
    """By row, the code that its document has, else the one that it has among others."""
    first, second = (each.reindex(told["document_id"]).set_axis(told.index) for each in (codes, others))
    return first.fillna(second).fillna("")


def sole(documents: pd.Series[str], codes: pd.Series[str]) -> pd.Series[str]:
    """By document, the code that its rows have, where it is one and twice at least."""
    told = pd.DataFrame({"document_id": documents, "code": codes})[codes != ""].value_counts().reset_index()
    often = told[~told["document_id"].duplicated(keep=False) & (told["count"] > 1)]
    return often.set_index("document_id")["code"]


def spoken_of(named: pd.DataFrame) -> pd.Series[str]:
    """By document, the code of the state that it names three times as often as any other, and twice at least."""
    told = named.value_counts().reset_index()
    first = told.drop_duplicates("document_id")
    most, second = (each.set_index("document_id") for each in (first, told.drop(first.index).drop_duplicates("document_id")))
    alone = most["count"] >= (RIVALS * second["count"].reindex(most.index, fill_value=0)).clip(lower=2)
    return most.loc[alone, "country_code"]
