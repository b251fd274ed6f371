"""Names of people: which part each word is, their base form, and the order that a table shows them in."""

from .making import glued, named, naming, parts
from .order import INITIAL, SLAVIC, Name, is_family_first, syllable

__all__ = ["INITIAL", "SLAVIC", "Name", "glued", "is_family_first", "named", "naming", "parts", "syllable"]
