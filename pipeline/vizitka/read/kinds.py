"""The table of what can be read: a row a kind. The command's help, the README and the messages are made from it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePath
from typing import NamedTuple, Protocol, cast

from .inputs import Found, Input, Options, Unreadable


class Kind(NamedTuple):
    """Files of one format.

    ``module`` of this package reads them; ``extra`` of the installation brings its library; ``many`` kinds hold documents without
    end and are opened where the sources are listed, the others where the texts are worked on; ``magic`` is how they begin.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    extra: str = ""
    many: bool = False
    magic: bytes = b""
    binary: bool = False


class Reader(Protocol):
    """What each module of a kind offers."""

    def read(self, given: Input, options: Options) -> Iterator[Found]:
        """The texts in one file, or the files in it."""
        ...


TEXT = Kind("text", (".txt", ".text"), "plain")
KINDS = (
    TEXT,
    Kind("Markdown", (".md", ".markdown"), "plain"),
    Kind("web page", (".html", ".htm", ".xhtml"), "web", "html"),
    Kind("Word", (".docx",), "word"),
    Kind("PDF", (".pdf",), "pdf", "pdf", magic=b"%PDF", binary=True),
    Kind("Rich Text", (".rtf",), "rich", magic=b"{\\rtf"),
    Kind("OpenDocument text", (".odt", ".fodt"), "odt"),
    Kind("mail", (".eml",), "mail"),
    Kind("saved page", (".mht", ".mhtml"), "mail", "html"),
    Kind("mailbox", (".mbox", ".mbx"), "mailbox", many=True, magic=b"From "),
    Kind("RSS or Atom feed", (".rss", ".atom", ".xml"), "feed", many=True, magic=b"<?xml"),
    Kind("table of texts", (".csv", ".tsv"), "delimited", many=True),
    Kind("Excel", (".xlsx", ".xlsm"), "book", many=True),
    Kind("JSON Lines", (".jsonl", ".ndjson"), "lines", many=True),
    Kind("Parquet", (".parquet",), "parquet", "parquet", many=True, magic=b"PAR1", binary=True),
    Kind("zip", (".zip",), "archives", many=True, magic=b"PK\x03\x04", binary=True),
    Kind("gzip", (".gz",), "archives", many=True, magic=b"\x1f\x8b", binary=True),
)
BY_SUFFIX = {suffix: kind for kind in KINDS for suffix in kind.suffixes}
INSTEAD = {".doc": ".docx", ".dot": ".docx", ".pages": ".docx", ".wpd": ".docx", ".xls": ".xlsx", ".ods": ".xlsx", ".ppt": ".pdf",
           ".pptx": ".pdf", ".odp": ".pdf", ".djvu": ".pdf", ".rar": ".zip", ".7z": ".zip", ".tar": ".zip", ".tgz": ".zip", ".bz2": ".zip",
           ".xz": ".zip", ".msg": ".eml", ".pst": ".mbox", ".json": ".jsonl", ".epub": ".html", ".fb2": ".html"}  # fmt: skip


def known() -> str:
    """Every kind and its suffixes, as the help tells them.

    >>> known().startswith("text (.txt, .text), Markdown")
    True
    """
    return ", ".join(f"{kind.name} ({', '.join(kind.suffixes)})" for kind in KINDS)


def kind_of(given: Input) -> Kind:
    """By the end of its name; a file without one, and standard input, by how it begins.

    Raises:
        Unreadable: no kind has such an end.
    """
    suffix = PurePath(given.name).suffix.lower()
    if suffix in BY_SUFFIX:
        return BY_SUFFIX[suffix]
    if suffix and not suffix[1:].isdigit() and " " not in suffix:
        better = f"save it as {INSTEAD[suffix]}" if suffix in INSTEAD else "save it as one of these"
        raise Unreadable(f"kind {suffix} is not known: {better} (known are {' '.join(BY_SUFFIX)})", "skipped")
    return named_by(given.head(8)) or TEXT


def named_by(head: bytes) -> Kind | None:
    """The kind whose files begin so.

    >>> named_by(b"%PDF-1.7").name
    'PDF'
    """
    return next((kind for kind in KINDS if kind.magic and head.startswith(kind.magic)), None)


def reader(kind: Kind) -> Reader:
    """The module that reads a kind.

    Raises:
        Unreadable: its library is not installed.
    """
    try:
        return cast(Reader, import_module(f".{kind.module}", __package__))
    except ModuleNotFoundError as error:
        needed = f"pip install 'vizitka[{kind.extra}]'" if kind.extra else "install vizitka again"
        raise Unreadable(f"to read {kind.name} files {error.name} is needed: {needed}") from error
