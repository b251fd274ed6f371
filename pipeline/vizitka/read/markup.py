"""HTML and XML without surprises: no entities, no network; the text of a piece of HTML with a line for each block."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree, html

from .inputs import Unreadable

BLOCKS = frozenset({"address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "footer", "h1", "h2", "h3", "h4", "h5",
                    "h6", "header", "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul"})  # fmt: skip
UNSEEN = frozenset({"head", "noscript", "script", "style", "template", "title"})


def html_text(raw: str) -> str:
    """The text of a page or a piece of one, a line a block.

    >>> html_text("<p>Министр <b>прибыл</b>.</p><p>Посол&nbsp;уехал.<br>Всё.</p><script>x()</script>")
    'Министр прибыл.\\nПосол\\xa0уехал.\\nВсё.'
    """
    if not raw.strip():
        return ""
    try:
        tree = html.fragment_fromstring(raw.encode("utf-8", "replace"), create_parent="div", parser=html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:
        return ""
    written: list[str] = []
    _write(tree, written)
    lines = (" ".join(line.split(" ")).strip(" \t\r") for line in "".join(written).split("\n"))
    return "\n".join(line for line in lines if line)


def _write(element: Any, written: list[str]) -> None:
    tag = element.tag if isinstance(element.tag, str) else "script"
    if tag not in UNSEEN:
        edge = "\n" if tag in BLOCKS else " " if tag in ("td", "th") else ""
        written.append(edge + _flat(element.text))
        for child in element:
            _write(child, written)
            written.append(_flat(child.tail))
        written.append(edge)


def _flat(text: str | None) -> str:
    """Line ends of the source mean nothing in HTML."""
    return " ".join((text or "").replace("\r", "\n").replace("\n", " ").split(" ")) if text else ""


def row_line(cells: Iterable[str]) -> str:
    """A row of a table as a line: a name and its role with a dash between, as running text writes them.

    >>> row_line(["Олег Жданов", "", " министр связи "])
    'Олег Жданов – министр связи'
    """
    return " – ".join(flat for cell in cells if (flat := " ".join(cell.split())))


def bars_line(line: str) -> str:
    """The same of a row whose cells have bars between them; other lines stay."""
    return row_line(line.split("|")) if line.rstrip().endswith("|") else line.strip()


def xml_tree(raw: bytes) -> Any:
    """The root of an XML document; an entity of its own is refused, for it may grow without end.

    Raises:
        Unreadable: it is broken, or declares entities.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=False)
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"broken XML ({error}): open it in its program and save it again") from error
    if root.getroottree().docinfo.internalDTD is not None and list(root.getroottree().docinfo.internalDTD.iterentities()):
        raise Unreadable("it declares XML entities, which may be an attack: save it again from its own program")
    return root


def headed(title: str, text: str) -> str:
    """The text with its title above it, where it does not begin with it."""
    said, begins = " ".join(title.split()), " ".join(text[: 3 * len(title) + 200].split())
    return text if not said or said in begins else f"{said}\n\n{text}"
