"""Saved web pages: main text, title and date by trafilatura."""

from __future__ import annotations

from collections.abc import Iterator

from trafilatura import bare_extraction
from trafilatura.settings import Document

from .dates import iso
from .encodings import declaration, decoded
from .inputs import Input, Options, Text, Unreadable
from .markup import headed


def read(given: Input, options: Options) -> Iterator[Text]:
    raw = given.content()
    page, encoding = decoded(raw, options.encoding, declaration(raw))
    yield page_text(given, page, encoding)


def page_text(given: Input, page: str, encoding: str) -> Text:
    """The main text of a page, its title above it.

    Raises:
        Unreadable: there is none.
    """
    found = bare_extraction(page, with_metadata=True, include_comments=False, include_links=False)
    if not isinstance(found, Document) or not found.text:
        raise Unreadable("no main text in this page: save the page of one release, or its text as .txt", "empty")
    title = found.title or ""
    return Text(given.source, headed(title, found.text), title, iso(found.date or ""), encoding, "", given.modified, given.name)
