"""Which language a text is in, as far as it matters here: Russian or another, by letters and small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from .seeds import several, table

MORE = 1.5  # words by which another language must be likelier
WORD = re.compile(r"[^\W\d_]+")


def language(text: str) -> str:
    """The code of the likeliest language, "" where there is too little to tell.

    >>> language("Министр прибыл в Москву и встретился с послом."), language("Міністр прибув до Києва і зустрівся з послом.")
    ('ru', 'uk')
    """
    words = WORD.findall(text[:20_000].lower())
    if not words:
        return ""
    told = Counter(words)
    cyrillic = sum(count for word, count in told.items() if "\u0400" <= word[0] <= "\u04ff")
    if cyrillic < 0.3 * len(words):
        return "en" if _share(told, marks()["en"][0]) > 0.1 else "" if len(words) < 20 else "und"
    letters = "".join(words)
    scores = {code: _share(told, small) + 8 * sum(map(letters.count, own)) / len(letters) for code, (small, own) in marks().items()}
    best = max(scores, key=lambda code: (scores[code], code == "ru"))
    sure = scores["ru"] + max(0.02, MORE / len(words))
    return best if best != "en" and scores[best] > sure else "ru"


@cache
def marks() -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """The small words and the own letters of each language."""
    return {row["language"]: (frozenset(several(row["words"])), several(row["letters"])) for row in table("languages")}


def _share(told: Counter[str], small: frozenset[str]) -> float:
    return sum(told[word] for word in small & told.keys()) / told.total()
