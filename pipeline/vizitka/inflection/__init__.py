"""The nominative of each word of a phrase, chosen together by a small linear model (weights and card in models/)."""

from .asked import NOTHING, NOWHERE, Asked, Evidence, Neighbour, Phrase, is_head, reach, stands
from .decode import Model, as_written
from .edits import Edit, edits
from .endings import undone
from .evidence import choices, shared
from .making import Making, alone, together
from .model import load

__all__ = [
    "NOTHING",
    "NOWHERE",
    "Asked",
    "Edit",
    "Evidence",
    "Making",
    "Model",
    "Neighbour",
    "Phrase",
    "alone",
    "as_written",
    "choices",
    "edits",
    "is_head",
    "load",
    "reach",
    "shared",
    "stands",
    "together",
    "undone",
]
