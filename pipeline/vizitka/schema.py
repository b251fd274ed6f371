"""The contract: columns of the five tables, in their order, and the ids."""

from __future__ import annotations

import hashlib

DOCUMENTS = ("document_id", "source", "title", "published_at", "language", "encoding", "characters", "status", "error", "date_source")
MENTIONS = ("mention_id", "document_id", "sentence", "start", "stop", "kind", "surface", "normal", "country_code", "parent_id", "entity_id",
            "method", "confidence")  # fmt: skip
OCCUPANCIES = ("occupancy_id", "document_id", "published_at", "person", "role", "organization", "country", "country_code",
               "host_country_code", "place", "status", "person_id", "organization_id", "person_mention_id", "role_mention_id",
               "organization_mention_id", "country_mention_id", "start", "stop", "evidence", "method", "confidence")  # fmt: skip
ENTITIES = ("entity_id", "kind", "name", "aliases", "first_name", "patronymic", "last_name", "gender", "country_code", "first_seen",
            "last_seen", "documents", "mentions")  # fmt: skip
CARDS = ("person", "role", "organization", "country", "status", "person_id", "organization_id", "country_code", "host_country_code",
         "place", "documents", "mentions", "first_seen", "last_seen", "sources")  # fmt: skip
COLUMNS = {"documents": DOCUMENTS, "mentions": MENTIONS, "occupancies": OCCUPANCIES, "entities": ENTITIES, "cards": CARDS}
NUMBERS = frozenset({"characters", "sentence", "start", "stop", "documents", "mentions"})


def digest(*parts: str) -> str:
    """Twelve hexadecimal digits that depend on the parts alone.

    >>> digest("а", "б") == digest("а", "б") != digest("аб")
    True
    """
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def document_id(text: str) -> str:
    return f"d{digest(text)}"


def mention_id(document: str, kind: str, start: int, stop: int) -> str:
    return f"{document}-{kind[0]}{start}-{stop}"


def entity_id(kind: str, *key: str) -> str:
    return f"{kind[0]}{digest(kind, *key)}"
