"""RSS and Atom files by feedparser: each entry is a document, its link the source."""

from __future__ import annotations

import io
from collections.abc import Iterator
from time import struct_time
from typing import Any

import feedparser

from .dates import iso
from .inputs import Input, Options, Text, Unreadable
from .markup import headed, html_text, xml_tree


def read(given: Input, options: Options) -> Iterator[Text]:
    raw = given.content()
    if b"<!ENTITY" in raw:
        xml_tree(raw)
    feed = feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        why = f" ({feed.bozo_exception})" if feed.get("bozo") else ""
        status = "empty" if feed.version and not why else "failed"
        raise Unreadable(f"no entries of an RSS or Atom feed{why}: save the feed again, or the pages themselves", status)
    for number, entry in enumerate(feed.entries, 1):
        yield _text(given, entry, number, feed.get("encoding", ""))


def _text(given: Input, entry: Any, number: int, encoding: str) -> Text:
    """The fullest of what an entry holds: content before summary."""
    bodies = [each.get("value", "") for each in entry.get("content", [])] + [entry.get("summary", "")]
    body, title = max(map(html_text, bodies), key=len), html_text(entry.get("title", "")).replace("\n", " ")
    told = entry.get("published") or entry.get("updated") or ""
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    date = iso(told) or (f"{parsed.tm_year}-{parsed.tm_mon:02}-{parsed.tm_mday:02}" if isinstance(parsed, struct_time) else "")
    text = headed(title, body) if body else title
    return Text(f"{given.source}#{number}", text, title, date, encoding, entry.get("link", ""), given.modified, given.name)
