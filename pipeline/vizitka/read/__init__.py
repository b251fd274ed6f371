"""Reading: whatever a user points at, as documents with title, date, language; a bad input has its row and its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..language import language
from ..schema import document_id
from ..types import Document
from .dates import dateline, name_date
from .inputs import LARGEST_TEXT, ONE_TEXT, Found, Input, Options, Text, Unreadable, without
from .kinds import KINDS, known
from .sources import Source, listed, opened, total

__all__ = ["KINDS", "Found", "Options", "Source", "Unreadable", "documents", "key", "known", "listed", "read", "size_of", "total"]

LONE = re.compile("[\ud800-\udfff]")


def read(
    source: Source,
    *,
    text_column: str = "",
    id_column: str = "",
    date_column: str = "",
    encoding: str = "",
    any_language: bool = False,
) -> Iterator[Document]:
    """The documents of a source, one at a time; the text of one that was read before is not given again.

    Args:
        source: a path, a glob, a folder, ``-`` for standard input, a string of text (with a space or a line end in it and no
            such file), a list of these, or a DataFrame with a column ``text`` and perhaps ``source``, ``title``, ``published_at``.
        text_column, id_column, date_column: columns of tables, where they have other names than usual.
        encoding: of text files and tables; told by their bytes where it is not said.
        any_language: give texts in other languages than Russian too.

    Raises:
        ValueError: a DataFrame without a column of texts, or an encoding that is not known.
    """
    options = Options(text_column, id_column, date_column, encoding, any_language).checked()
    seen: set[str] = set()
    for found in listed(source, options):
        for document in documents(found, options):
            if document.status == "ok" and document.document_id in seen:
                yield document._replace(text="", status="duplicate", characters=len(document.text))
            else:
                yield document
            seen.add(document.document_id)


def documents(found: Found, options: Options) -> Iterator[Document]:
    """The documents of one input that was listed."""
    if isinstance(found, Document):
        yield found
    elif isinstance(found, Text):
        yield document(found, options)
    else:
        for inner in opened(found, options):
            yield from documents(inner, options)


def key(found: Found) -> str:
    """Digits that are the same as long as the input is."""
    return found.document_id if isinstance(found, Document) else found.key()


def size_of(found: Found) -> int:
    """About how many characters an input holds."""
    return found.size() if isinstance(found, Input) else len(found.text)


def document(found: Text, options: Options) -> Document:
    """A text found, with its title, its date and where that is from, its language."""
    text, source = LONE.sub("\ufffd", found.text), LONE.sub("\ufffd", found.source)
    if not text.strip():
        return without(source, "empty", "has no text", found.encoding)
    if len(text) > LARGEST_TEXT:
        told = f"{len(text):,} characters in one document, more than {LARGEST_TEXT:,}: {ONE_TEXT}"
        return without(source, "failed", told, found.encoding)
    published_at, date_source = dated(found, text)
    spoken, title = language(text), " ".join(LONE.sub("\ufffd", found.title).split()) or headline(text)
    made = Document(document_id(text), found.url or source, text, title, published_at, spoken, found.encoding, date_source=date_source)
    if options.any_language or spoken in ("ru", ""):
        return made
    told = f"{source}: not in Russian but in {spoken!r}: give Russian texts, or read it all the same with --any-language"
    return made._replace(text="", characters=len(text), status="skipped", error=told)


def dated(found: Text, text: str) -> tuple[str, str]:
    """When a text was published, and what says so: ``metadata``, the ``text``, the ``name`` of its file, the ``file``."""
    told = (("metadata", found.published_at), ("text", dateline(text)), ("name", name_date(found.name)), ("file", found.filed))
    return next(((date, source) for source, date in told if date), ("", ""))


def headline(text: str) -> str:
    """The first line, where it is short, the text goes on after it, and the next line does not go on with its sentence.

    >>> headline("Встреча в Москве\\n\\nМинистр прибыл.")
    'Встреча в Москве'
    """
    first, _, rest = text.strip().partition("\n")
    whole = rest.strip() and len(first) <= 200 and not first.rstrip().endswith((".", ":", ";", ",")) and not rest[0].islower()
    return first.lstrip("#").strip() if whole else ""
