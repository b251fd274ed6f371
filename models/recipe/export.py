"""From torch to the half-precision arrays that the program computes with; everything that can be folded is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from torch import nn

from . import relations
from .data import STATES, Data
from .network import REACHES, RECALL, Recognizer
from .relations import Relater


def recognizer(model: Recognizer, data: Data, heat: float, out: Path) -> None:
    """Encoder and NEREL's head; scores are divided by ``heat``."""
    at = arrays(model)
    spelling, part = "encoder.spelling.", at.pop("encoder.context.weight")
    shift = -(data.mean / data.std) @ part[:STATES]
    part[:STATES] /= data.std[:, None]
    rest = at.pop(spelling + "rest.weight")
    lemma = at[spelling + "lemma.weight"]
    size = lemma.shape[1]
    found = {
        "vectors": at[spelling + "vectors.weight"], "bias": at[spelling + "vectors.bias"] + at["encoder.corpus.weight"][0] + shift,
        "lemma": lemma, "lemma_out": rest[:size], "marks": rest[size:], "shape": at[spelling + "shape.weight"],
        "letter": at[spelling + "letter.weight"], "trigrams": at[spelling + "trigrams.weight"],
        "trigrams_bias": at[spelling + "trigrams.bias"], "ending": at[spelling + "ending.weight"], "context": part,
        "edges": at["spans.edges.weight"], "edges_bias": at["spans.edges.bias"],
        "parts": at["spans.parts.weight"], "parts_bias": at["spans.parts.bias"], "length": at["spans.length.weight"],
        "out": at["spans.out.0.weight"] / heat, "out_bias": at["spans.out.0.bias"] / heat,
    }  # fmt: skip
    inner = ("norm", "last", "memory", "blocks")
    found |= {name.removeprefix("encoder."): array for name, array in at.items() if name.split(".")[1] in inner}
    facts = {"types": data.types["nerel"], "reaches": REACHES, "recall_after": RECALL}
    save(out, facts, found, {"lemmas": np.array(list(data.lemmas)), "shapes": np.array(list(data.shapes))})


def relater(model: Relater, out: Path) -> None:
    """The relation model."""
    at = arrays(model)
    found = {}
    for name, array in at.items():
        short = name.removeprefix("encoder.")
        plain = short.split(".")[0] in ("norm", "last", "blocks")
        found[short if plain else short.removesuffix(".weight").replace(".bias", "_bias")] = array
    save(out, {"reaches": relations.REACHES}, found, {})


def arrays(model: nn.Module) -> dict[str, np.ndarray]:
    """The weights by name; matrices of layers are turned, so that rows are multiplied with them."""
    turned = {f"{name}.weight" for name, module in model.named_modules() if isinstance(module, nn.Linear)}
    whole = {name: weight.numpy().astype(np.float32) for name, weight in model.state_dict().items()}
    return {name: array.T if name in turned else array for name, array in whole.items()}


def save(out: Path, facts: dict[str, Any], found: dict[str, np.ndarray], lists: dict[str, np.ndarray]) -> None:
    """Writes the file that ``vizitka.encoder.load`` reads."""
    halves = {name: np.asarray(array, np.float16) for name, array in found.items()}
    np.savez_compressed(out, allow_pickle=False, facts=np.array(json.dumps(facts, ensure_ascii=False)), **lists, **halves)
