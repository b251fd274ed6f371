"""What reading hands on: a file not yet read, a text found in one, why there is none; what the user may choose; how much is too much."""

from __future__ import annotations

import codecs
import io
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeAlias

from ..schema import digest
from ..types import Document

LARGEST_MEMBER = 2_000_000_000
LARGEST_RAW = 100_000_000
LARGEST_TEXT = 1_000_000
LARGEST_LINE = 20_000_000
DEEPEST = 4
ONE_TEXT = "split it, or give its documents as rows of a table (.csv, .jsonl)"


class Unreadable(ValueError):
    """An input without a text; the message says why and what to do, ``status`` how it is counted."""

    def __init__(self, message: str, status: str = "failed") -> None:
        super().__init__(message)
        self.status = status


class Options(NamedTuple):
    """What a user may say of his sources; a column is found by its name where none is said."""

    text_column: str = ""
    id_column: str = ""
    date_column: str = ""
    encoding: str = ""
    any_language: bool = False

    def checked(self) -> Options:
        """Themselves.

        Raises:
            ValueError: there is no such encoding.
        """
        try:
            codecs.lookup(self.encoding or "utf-8")
        except LookupError as error:
            raise ValueError(f"encoding {self.encoding!r} is not known: take one such as utf-8, cp1251, koi8-r, cp866") from error
        return self


class Input(NamedTuple):
    """A file, or the bytes of one that lay in another.

    ``source`` is how the tables name it; ``name`` ends as its kind does; ``stamp`` changes when it does; ``modified`` is its date;
    ``depth`` how many files it lay in.
    """

    source: str
    name: str
    path: Path | None = None
    raw: bytes = b""
    stamp: str = ""
    modified: str = ""
    depth: int = 0

    def open(self) -> BinaryIO:
        return io.BytesIO(self.raw) if self.path is None else self.path.open("rb")

    def head(self, size: int) -> bytes:
        """The first bytes."""
        with self.open() as file:
            return file.read(size)

    def size(self) -> int:
        """Bytes; 0 of a file that is not there."""
        try:
            return len(self.raw) if self.path is None else self.path.stat().st_size
        except OSError:
            return 0

    def content(self) -> bytes:
        """All bytes of a file that is one document.

        Raises:
            Unreadable: there are too many.
        """
        if self.size() > LARGEST_RAW:
            raise Unreadable(f"{self.size() // 1_000_000} MB in one document, more than {LARGEST_RAW // 1_000_000}: {ONE_TEXT}")
        with self.open() as file:
            return file.read()

    def inner(self, name: str, raw: bytes = b"", path: Path | None = None, modified: str = "") -> Input:
        """A file that lay in this one.

        Raises:
            Unreadable: files lie in files without end.
        """
        if self.depth >= DEEPEST:
            raise Unreadable(f"files lie in files more than {DEEPEST} deep: unpack it first")
        return Input(f"{self.source}/{name}", name, path, raw, modified=modified or self.modified, depth=self.depth + 1)

    def key(self) -> str:
        """Digits that change when the file does."""
        return digest(self.source, self.name, self.stamp or sha256(self.raw).hexdigest())


class Text(NamedTuple):
    """A text found, and what its file says of it.

    ``source`` names it in messages, ``url`` in the tables where there is one; ``filed`` is the date of the file, the last to be believed,
    after the one in its ``name``.
    """

    source: str
    text: str
    title: str = ""
    published_at: str = ""
    encoding: str = ""
    url: str = ""
    filed: str = ""
    name: str = ""

    def key(self) -> str:
        return digest(*self)


Found: TypeAlias = Input | Text | Document


def without(source: str, status: str, error: str, encoding: str = "") -> Document:
    """The row of an input that gave no text."""
    return Document(f"d{digest('source', source)}", source, encoding=encoding, status=status, error=f"{source}: {error}")
