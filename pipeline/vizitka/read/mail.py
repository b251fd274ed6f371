"""Mail (.eml) and pages saved as mail (.mht): the body, and the attachments of a known kind as files of their own."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from importlib import import_module
from pathlib import PurePath
from typing import cast

from .dates import iso
from .encodings import decoded
from .inputs import Found, Input, Options, Text, Unreadable
from .kinds import BY_SUFFIX, INSTEAD
from .markup import headed, html_text


def read(given: Input, options: Options) -> Iterator[Found]:
    message = message_from_bytes(given.content(), policy=policy.default)
    if not message.keys():
        raise Unreadable("no mail by its content: save the message as .eml again")
    if given.name.lower().endswith((".mht", ".mhtml")):
        yield _page(given, message)
        return
    attached = [part for part in message.walk() if _is_attached(part)]
    title, body = str(message["subject"] or ""), message.get_body(("plain", "html"))
    text, encoding = _text(body) if isinstance(body, EmailMessage) else ("", "")
    if text.strip() or not attached:
        yield Text(given.source, headed(title, text) if text.strip() else "", title, iso(str(message["date"] or "")), encoding,
                   filed=given.modified, name=given.name)  # fmt: skip
    for part in attached:
        yield given.inner(part.get_filename() or "", cast(bytes, part.get_payload(decode=True) or b""))


def _page(given: Input, message: EmailMessage) -> Text:
    part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if part is None:
        raise Unreadable("a saved page without a page in it: save it again as .html")
    raw = cast(bytes, part.get_payload(decode=True))
    page, encoding = decoded(raw, "", part.get_content_charset(""))
    return cast(Text, import_module(".web", __package__).page_text(given, page, encoding))


def _is_attached(part: EmailMessage) -> bool:
    suffix = PurePath(part.get_filename() or "").suffix.lower()
    return not part.is_multipart() and (suffix in BY_SUFFIX or suffix in INSTEAD)


def _text(part: EmailMessage) -> tuple[str, str]:
    text, encoding = decoded(cast(bytes, part.get_payload(decode=True) or b""), "", part.get_content_charset(""))
    text = text.replace("\r\n", "\n")
    return (html_text(text) if part.get_content_subtype() == "html" else text), encoding
