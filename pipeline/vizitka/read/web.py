"""Saved web pages: main text, title and date by trafilatura."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from trafilatura import bare_extraction
from trafilatura.settings import Document

from .dates import iso
from .encodings import declaration, decoded
from .inputs import Input, Options, Text, Unreadable
from .markup import bars_line, headed

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read is told in its row
logging.getLogger("htmldate").setLevel(logging.CRITICAL)
DATES = {"original_date": True, "extensive_search": False}


def read(given: Input, options: Options) -> Iterator[Text]:
    raw = given.content()
    page, encoding = decoded(raw, options.encoding, declaration(raw))
    yield page_text(given, page, encoding)


def page_text(given: Input, page: str, encoding: str) -> Text:
    """The main text of a page, its title above it.

    Raises:
        Unreadable: there is none.
    """
    found = bare_extraction(page, with_metadata=True, include_comments=False, include_links=False, date_extraction_params=DATES)
    if not isinstance(found, Document) or not found.text:
        raise Unreadable("no main text in this page: save the page of one release, or its text as .txt", "empty")
    title = found.title or ""
    text = "\n".join(bars_line(line.removeprefix("- ")) for line in found.text.split("\n"))
    return Text(given.source, headed(title, text), title, iso(found.date or ""), encoding, "", given.modified, given.name)
