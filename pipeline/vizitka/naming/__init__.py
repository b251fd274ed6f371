"""Names of people: which part each word is, their base form, and the order that a table shows them in."""

from .clans import clan, is_clan, names_clan
from .making import NOMINATIVE, cased, glued, is_standing, named, naming, parts
from .order import INITIAL, SLAVIC, Name, is_family_first, syllable

__all__ = [
    "INITIAL",
    "NOMINATIVE",
    "SLAVIC",
    "Name",
    "cased",
    "clan",
    "glued",
    "is_clan",
    "is_family_first",
    "is_standing",
    "named",
    "names_clan",
    "naming",
    "parts",
    "syllable",
]
