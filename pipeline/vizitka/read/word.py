"""Word files (.docx) by python-docx: paragraphs and tables in their order; a row of a table is a line, its cells joined by dashes."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.table import Table

from .archives import checked
from .inputs import Input, Options, Text
from .markup import row_line


def read(given: Input, options: Options) -> Iterator[Text]:
    raw = given.content()
    checked(raw, "Word")
    document = docx.Document(io.BytesIO(raw))
    text = "\n".join(line for line in _lines(document.iter_inner_content()) if line)
    about = document.core_properties
    title = "" if (about.title or "").startswith(("Microsoft Word", "Документ")) else about.title or ""
    saved = about.modified or about.created
    yield Text(given.source, text, title, filed=saved.date().isoformat() if saved else given.modified, name=given.name)


def _lines(blocks: Iterator[object]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (_row(row.cells) for row in block.rows)
        else:
            yield str(getattr(block, "text", "")).strip()


def _row(cells: object) -> str:
    """A merged cell stands once."""
    distinct = {id(cell._tc): cell.text for cell in cells}  # type: ignore[attr-defined]
    return row_line(distinct.values())
