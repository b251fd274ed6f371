"""PDF by pypdf; where what it gives is hardly Russian text, by pdfminer.six, which knows more fonts and layouts."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator

import pypdf
from pdfminer.high_level import extract_text

from .encodings import plausible
from .inputs import Input, Options, Text, Unreadable

SPACELESS = 25
logging.getLogger("pypdf").setLevel(logging.ERROR)  # it tells of every small flaw, without the name of the file
logging.getLogger("pdfminer").setLevel(logging.ERROR)
WORD = re.compile(r"\S+")
CLOSED = re.compile(r"[.!?…:;-][»”\")]*$")
FULL = 0.75
GAPS = re.compile(r"[ \t]+\n|\n[ \t]+")


def read(given: Input, options: Options) -> Iterator[Text]:
    raw = given.content()
    if b"%PDF" not in raw[:1024]:
        raise Unreadable("no PDF by its content: check what was saved")
    file = pypdf.PdfReader(io.BytesIO(raw))
    if file.is_encrypted and not file.decrypt(""):
        raise Unreadable("locked with a password: save it without one")
    text = _tidy("\n".join(page.extract_text() for page in file.pages))
    if not readable(text):
        other = _tidy(extract_text(io.BytesIO(raw)))
        text = other if readable(other) or not text.strip() else text
    if not text.strip():
        raise Unreadable("pictures of pages, no text: recognize it first (for example with ocrmypdf)", "empty")
    about = file.metadata
    title = (about.title or "") if about and isinstance(about.title, str) else ""
    title = "" if title.startswith("Microsoft Word") or title.lower().endswith((".doc", ".docx", ".odt")) else title
    yield Text(given.source, text, title, filed=_created(file) or given.modified, name=given.name)


def readable(text: str) -> bool:
    """Are these words, and neither signs of an unknown font nor words run together?"""
    words = WORD.findall(text)
    return bool(words) and "(cid:" not in text and sum(len(word) > SPACELESS for word in words) < 0.1 * len(words) and plausible(text)


def _tidy(text: str) -> str:
    return unwrapped(GAPS.sub("\n", text.replace("\r\n", "\n").replace("\x00", "").replace("\f", "\n")))


def unwrapped(text: str) -> str:
    """Lines that the page was too narrow for go on in one line; a hyphen keeps its line end, by which it is known for a break.

    >>> unwrapped("Совещание\\nМинистр связи Казахстана Нурлан\\nАбенов прибыл.\\nА. Рид – посол\\nО. Лис – врач")
    'Совещание\\nМинистр связи Казахстана Нурлан Абенов прибыл.\\nА. Рид – посол\\nО. Лис – врач'
    """
    first, *lines = text.split("\n")
    width = max(map(len, [first, *lines]))
    joined = [first]
    for above, line in zip([first, *lines], lines, strict=False):
        goes_on = bool(line and above) and not CLOSED.search(above) and (line[0].islower() or len(above) > FULL * width)
        joined.append(f" {line}" if goes_on else f"\n{line}")
    return "".join(joined)


def _created(file: pypdf.PdfReader) -> str:
    try:
        found = file.metadata.creation_date if file.metadata else None
    except ValueError:
        return ""
    return found.date().isoformat() if found else ""
