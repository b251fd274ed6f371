"""When a release was published: what its file says, else the date line of the text, else the name and the date of the file."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import cache

from ..seeds import several, table

NUMERIC = r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)"
ISO = r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"
WRITTEN = r"(?P<day>\d{1,2})\s+(?P<month>[а-яё]{3,8})\.?,?\s+(?P<year>(?:19|20)\d\d)(?:\s*г(?:ода|\.)?)?"
TIME = r"(?:,?\s*(?:в\s+)?\d{1,2}[:.]\d\d(?::\d\d)?)?"
CITY = r"(?:(?:г\.\s?)?[А-ЯЁ][А-Яа-яЁё.-]*(?:[ -][А-ЯЁа-яё.-]+){0,3}[,.]?\s*[—–-]?\s*)?"
AGENCY = r"(?:\s*[./,—–-]+\s*[А-ЯЁA-Z][^.\n]{0,40}[./—–-])?"
NAMED = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)([-_.]?)(?P<month>\d\d)\2(?P<day>\d\d)(?!\d)|(?<!\d)(?P<d>\d\d)[-_.](?P<m>\d\d)[-_.](?P<y>(?:19|20)\d\d)(?!\d)"
)
LINES = tuple(
    re.compile(
        rf"(?:\d{{1,2}}[:.]\d\d,?\s+)?{CITY}{form}{TIME}\s*(?:$|[.,:;]?\s*(?:$|[—–|/-])|\.\s)", re.IGNORECASE if form is WRITTEN else 0
    )
    for form in (WRITTEN, NUMERIC, ISO)
)
FIRST, LAST = 6, 3


def iso(told: str) -> str:
    """A date as files tell it, in ISO 8601; empty where it is none.

    >>> iso("Wed, 12 Mar 2025 10:30:00 +0300"), iso("12.03.2025"), iso("12 марта 2025 г."), iso("2025-03-12 10:30"), iso("вчера")
    ('2025-03-12T10:30:00+03:00', '2025-03-12', '2025-03-12', '2025-03-12T10:30:00', '')
    """
    told = told.strip()
    try:
        found = datetime.fromisoformat(told)
        return found.date().isoformat() if len(told) <= 10 else found.isoformat()
    except ValueError:
        pass
    for form in (NUMERIC, ISO, WRITTEN):
        if (match := re.match(form, told, re.IGNORECASE)) and (day := _date(match["year"], match["month"], match["day"])):
            return day
    try:
        return parsedate_to_datetime(told).isoformat()
    except ValueError:
        return ""


def dateline(text: str) -> str:
    """The date of the line that says where and when, among the first lines or the last.

    >>> dateline("Визит\\nМосква, 12 марта 2025 года\\nМинистр прибыл."), dateline("МИНСК, 3 апреля 2024 г. — Посол прибыл.")
    ('2025-03-12', '2024-04-03')
    >>> dateline("Встреча прошла 12 марта 2025 года в Минске.")
    ''
    """
    first = [line.strip() for line in text[:4000].splitlines() if line.strip()]
    last = [line.strip() for line in text[-1000:].splitlines() if line.strip()]
    for line in [*first[:FIRST], *last[-LAST:]]:
        for form in LINES:
            if (match := form.match(line)) and (day := _date(match["year"], match["month"], match["day"])):
                return day
    return ""


def name_date(name: str) -> str:
    """The date in the name of a file.

    >>> name_date("release_2025-03-12.txt"), name_date("12.03.2025 релиз.docx"), name_date("20250312.txt"), name_date("17.txt")
    ('2025-03-12', '2025-03-12', '2025-03-12', '')
    """
    found = NAMED.search(name)
    return _date(found["year"] or found["y"], found["month"] or found["m"], found["day"] or found["d"]) if found else ""


@cache
def months() -> dict[str, int]:
    """The number of each month by its names."""
    return {form: int(row["number"]) for row in table("months") for form in (row["month"], *several(row["forms"]))}


def _date(year: str, month: str, day: str) -> str:
    number = int(month) if month.isdigit() else months().get(month.lower(), 0)
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return ""
