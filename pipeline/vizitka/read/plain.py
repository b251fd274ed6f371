"""Plain text and Markdown: the whole file is the text, as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from .encodings import decoded
from .inputs import Input, Options, Text, Unreadable
from .kinds import named_by


def read(given: Input, options: Options) -> Iterator[Text]:
    raw = given.content()
    kind = named_by(raw[:8])
    if kind and kind.binary:
        raise Unreadable(f"binary, by its content {kind.name}: give it the name of its kind, {kind.suffixes[0]}")
    text, encoding = decoded(raw, options.encoding)
    yield Text(given.source, text, encoding=encoding, filed=given.modified, name=given.name)
