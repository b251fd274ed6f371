"""Rich Text (.rtf) by striprtf."""

from __future__ import annotations

from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from .inputs import Input, Options, Text, Unreadable
from .markup import bars_line


def read(given: Input, options: Options) -> Iterator[Text]:
    raw = given.content()
    if not raw.lstrip().startswith(b"{\\rtf"):
        raise Unreadable("no Rich Text by its content: open it in its program and save it as .docx")
    text = str(rtf_to_text(raw.decode("latin-1"), encoding="cp1251", errors="replace"))  # type: ignore[no-untyped-call]
    lines = map(bars_line, text.split("\n"))
    yield Text(given.source, "\n".join(line for line in lines if line), filed=given.modified, name=given.name)
