"""OpenDocument texts (.odt, .fodt), an XML of the OASIS standard: paragraphs and headings in their order, a row of a table as a line."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from .archives import checked
from .inputs import Input, Options, Text, Unreadable
from .markup import row_line, xml_tree

OFFICE, WRITTEN, TABLE = (f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("office", "text", "table"))
DUBLIN = "{http://purl.org/dc/elements/1.1/}"
HIDDEN = frozenset(f"{WRITTEN}{name}" for name in ("tracked-changes", "note", "sequence-decls", "variable-decls"))
SIGNS = {f"{WRITTEN}tab": "\t", f"{WRITTEN}line-break": "\n", f"{WRITTEN}soft-hyphen": "\u00ad"}


def read(given: Input, options: Options) -> Iterator[Text]:
    raw = given.content()
    content, about = _trees(raw)
    body = content.find(f".//{OFFICE}text")
    if body is None:
        raise Unreadable("an OpenDocument file without a text: save it as .odt from a word processor")
    text = "\n".join(line for line in _lines(body) if line)
    yield Text(given.source, text, _said(about, "title"), filed=_said(about, "date")[:10] or given.modified, name=given.name)


def _trees(raw: bytes) -> tuple[Any, Any]:
    """The content and what is said about it; of a flat file both are one."""
    if raw.lstrip().startswith(b"<"):
        root = xml_tree(raw)
        return root, root
    checked(raw, "OpenDocument")
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        names = archive.namelist()
        if b"manifest:encryption-data" in (archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""):
            raise Unreadable("locked with a password: save it without one")
        return xml_tree(archive.read("content.xml")), xml_tree(archive.read("meta.xml")) if "meta.xml" in names else None


def _said(about: Any, name: str) -> str:
    found = None if about is None else about.find(f".//{DUBLIN}{name}")
    return (found.text or "").strip() if found is not None else ""


def _lines(parent: Any) -> Iterator[str]:
    for element in parent:
        if element.tag in (f"{WRITTEN}p", f"{WRITTEN}h"):
            yield "".join(_pieces(element)).strip()
        elif element.tag == f"{TABLE}table-row":
            yield row_line(" ".join(_lines(cell)) for cell in element)
        elif isinstance(element.tag, str) and element.tag not in HIDDEN:
            yield from _lines(element)


def _pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{WRITTEN}s":
            yield " " * int(child.get(f"{WRITTEN}c", "1"))
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag not in HIDDEN and isinstance(child.tag, str):
            yield from _pieces(child)
        yield child.tail or ""
