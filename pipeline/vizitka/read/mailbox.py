"""Mailboxes (.mbox): each message is a mail."""

from __future__ import annotations

from collections.abc import Iterator

from .inputs import LARGEST_RAW, Input, Options, Unreadable

START = b"From "


def read(given: Input, options: Options) -> Iterator[Input]:
    for number, raw in enumerate(_messages(given), 1):
        yield given.inner(f"{number}.eml", raw)


def _messages(given: Input) -> Iterator[bytes]:
    """The messages, one at a time: each begins with a line «From …» after an empty one; «>From» in a text loses its sign (mboxrd)."""
    lines: list[bytes] = []
    size, blank, begun = 0, True, False
    with given.open() as file:
        for line in file:
            if line.startswith(START) and blank:
                if begun:
                    yield b"".join(lines)
                lines, size, begun = [], 0, True
                continue
            if not begun:
                raise Unreadable("no mailbox by its content, whose first line begins with 'From ': export it as .mbox again")
            size += len(line)
            if size > LARGEST_RAW:
                raise Unreadable(f"a message of more than {LARGEST_RAW // 1_000_000} MB: take it out")
            lines.append(line[1:] if line.lstrip(b">").startswith(START) and line.startswith(b">") else line)
            blank = not line.strip()
    if begun:
        yield b"".join(lines)
