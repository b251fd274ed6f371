"""The nominative of each word of a phrase, chosen together by a small linear model (weights and card in models/)."""

from .decode import NOTHING, NOWHERE, Evidence, Model, Neighbour, Phrase, as_written
from .edits import Edit, edits
from .endings import undone
from .evidence import choices, shared, support
from .model import load

__all__ = [
    "NOTHING",
    "NOWHERE",
    "Edit",
    "Evidence",
    "Model",
    "Neighbour",
    "Phrase",
    "as_written",
    "choices",
    "edits",
    "load",
    "shared",
    "support",
    "undone",
]
