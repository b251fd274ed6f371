"""Bytes to text: a byte order mark, UTF-8, what the file declares, else the likeliest Cyrillic encoding."""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from .inputs import Unreadable

BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
WIDE = (("utf-16-le", 1), ("utf-16-be", 0))
CYRILLIC = ["cp1251", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5"]
SAMPLE = 200_000
FREQUENT = frozenset("оеаинтсрвлк")
FLIP = re.compile("[а-яёіїєґў][А-ЯЁІЇЄҐЎ]")
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
REMEDY = "tell it with --encoding, or save it as text in UTF-8"


def decoded(raw: bytes, said: str = "", declared: str = "") -> tuple[str, str]:
    """The text of some bytes and its encoding: the one said by the user, a byte order mark, UTF-8, the one declared, the likeliest.

    >>> decoded("Лавров прибыл".encode("cp1251")), decoded("Лавров прибыл".encode("koi8-r"))[1]
    (('Лавров прибыл', 'cp1251'), 'koi8_r')

    Raises:
        Unreadable: the bytes are no text in these encodings.
    """
    if said:
        return strictly(raw, said), said
    for mark, encoding in BOMS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace"), encoding
    if b"\x00" in raw:
        return _wide(raw)
    for encoding in ("utf-8", declared):
        text = _tried(raw, encoding)
        if text is not None:
            return text, encoding
    return _guessed(raw)


def strictly(raw: bytes, encoding: str) -> str:
    """The text in just this encoding.

    Raises:
        Unreadable: it is not.
    """
    try:
        return raw.decode(encoding)
    except UnicodeError as error:
        raise Unreadable(f"not in {encoding} (at byte {getattr(error, 'start', 0)}): tell another --encoding, or leave it out") from error


def declaration(raw: bytes) -> str:
    """The encoding that a page or a feed names in its first bytes.

    >>> declaration(b'<meta charset="windows-1251">')
    'windows-1251'
    """
    found = DECLARED.search(raw[:4096])
    return found[1].decode("ascii", "replace").lower() if found else ""


def _tried(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding) if encoding else None
    except (UnicodeError, LookupError):
        return None


def _wide(raw: bytes) -> tuple[str, str]:
    """UTF-16 without a mark: every other byte is that of the Cyrillic block, or zero."""
    for encoding, place in WIDE:
        high = raw[place:4096:2]
        text = _tried(raw, encoding)
        if text is not None and sum(byte in (0, 4) for byte in high) > 0.8 * len(high) and plausible(text[:2048]):
            return text, encoding
    raise Unreadable("binary, not a text: give the kind of file that its name says, or save it as text in UTF-8")


def _guessed(raw: bytes) -> tuple[str, str]:
    """By charset-normalizer among the Cyrillic encodings; of those that it finds alike, the one that looks most like Russian."""
    encodings = [match.encoding for match in from_bytes(raw[:SAMPLE], cp_isolation=CYRILLIC)]
    likely = [(encoding, text) for encoding in encodings if (text := _tried(raw, encoding)) is not None and plausible(text[:SAMPLE])]
    if likely:
        encoding, text = max(likely, key=lambda pair: likeness(pair[1][:SAMPLE]))
        return text, encoding
    text = raw.decode("utf-8", errors="replace")
    if text.count("\ufffd") <= 0.01 * len(text):
        return text, "utf-8 with errors"
    raise Unreadable(f"neither UTF-8 nor a Cyrillic encoding such as cp1251: {REMEDY}")


def plausible(text: str) -> bool:
    """Mostly Cyrillic letters, frequent ones among them, few capitals inside words."""
    letters = [letter for letter in text.lower() if letter.isalpha()]
    cyrillic = sum("\u0400" <= letter <= "\u045f" or letter in "ґ" for letter in letters)
    return bool(letters) and cyrillic >= 0.6 * len(letters) and likeness(text) > 0.8


def likeness(text: str) -> float:
    """How much of what is not ASCII is a Russian letter, and a frequent one, less the capitals after small letters; 2 at most.

    >>> likeness("Жданов прибыл") > likeness("∆данов прибыл")
    True
    """
    signs = [sign for sign in text.lower() if sign > "\x7f"]
    russian = sum("а" <= sign <= "я" or sign == "ё" for sign in signs)
    common = sum(sign in FREQUENT for sign in signs)
    return (russian + common - 4 * len(FLIP.findall(text))) / len(signs) if signs else 0.0
