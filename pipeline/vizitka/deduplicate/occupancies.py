"""Who holds what, by the ids of people and organizations."""

from __future__ import annotations

import pandas as pd

HELD_FOR = ["organization_id", "country_code", "host_country_code", "place"]
TOLD = ["organization", "country", *HELD_FOR]


def identified(table: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Occupancies with the people's and organizations' ids and full names; a person with a role in a document keeps no row without one.

    What a document says of a post once holds where it is said shortly.
    """
    holders = mentions["kind"].isin(["person", "organization"])
    known = mentions.loc[holders, ["mention_id", "name", "entity_id"]].set_index("mention_id")
    person = known.reindex(table["person_mention_id"])
    organization = known["entity_id"].reindex(table["organization_mention_id"]).fillna("")
    table = table.assign(person=person["name"].array, person_id=person["entity_id"].array, organization_id=organization.array)
    roled = table["role"] != ""
    whose = table["document_id"] + " " + table["person_id"]
    first = ~pd.DataFrame({"whose": whose, "which": table["occupancy_id"].where(roled, "")}).duplicated()
    return completed(table[first & (roled | ~whose.isin(whose[roled]))].reset_index(drop=True), "document_id")


def completed(table: pd.DataFrame, *within: str) -> pd.DataFrame:
    """With the posts that are said shortly («президент Иванов») filled by what the same person's is elsewhere («президент Эстонии»).

    They stay as they are where it is several things in rows that are equal in the columns ``within``.
    """
    short = (table[HELD_FOR] == "").all(axis=1)
    post = pd.MultiIndex.from_frame(table[[*within, "person_id", "role"]])
    fuller = table[~short].drop_duplicates([*post.names, *HELD_FOR])
    only = fuller.drop_duplicates(post.names, keep=False).set_index(post.names)
    filled = short & (table["role"] != "") & post.isin(only.index)
    return table.assign(**{column: table[column].mask(filled, only[column].reindex(post).array) for column in TOLD})
