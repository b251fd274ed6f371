"""How far a figure may be chance: documents are drawn again and again, and F1 is summed anew (percentile bootstrap, Efron 1979)."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

DRAWS = 1000
COUNTS = ("tp_p", "n_pred", "tp_r", "n_gold")


def intervals(scorer: Path, gold: Path, predictions: Path, paths: Sequence[str]) -> dict[str, tuple[float, float]]:
    """The middle 95 % of F1 for the figures of NEREL that are sums over documents, by their path in the scorer's answer."""
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(scorer))
    nerel, reader = importlib.import_module("nerel"), importlib.import_module("predictions")
    theirs, ours = nerel.load(gold), reader.load(predictions)
    added = [path for path in paths if path.startswith(("mentions", "relations")) and path.endswith(" f1")]
    counts = np.array([[counted(nerel, {name: document}, {name: ours.get(name, nerel.EMPTY)}, path) for path in added]
                       for name, document in theirs.items()])  # fmt: skip
    chance = np.random.default_rng(1)
    drawn = counts[chance.integers(0, len(counts), (DRAWS, len(counts)))].sum(axis=1)
    right, said, found, true = (drawn[..., column] for column in range(len(COUNTS)))
    precision, recall = right / np.maximum(said, 1), found / np.maximum(true, 1)
    measure = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    low, high = np.percentile(measure, (2.5, 97.5), axis=0)
    return {path: (float(low[place]), float(high[place])) for place, path in enumerate(added)}


def counted(nerel: Any, gold: Any, ours: Any, path: str) -> list[float]:
    """The counts of one document that a figure is made of."""
    task, *keys = path.split()
    answer: Any = {"mentions": nerel.score_mentions, "relations": nerel.score_relations}[task](gold, ours)
    for key in keys[:-1]:
        answer = answer[key]
    return [float(answer[name]) for name in COUNTS]
