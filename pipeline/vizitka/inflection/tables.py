"""The weights of some templates in one array, looked up by numbers for many choices at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, product
from math import prod

import numpy as np

from ..types import Ints, Sums
from .features import AGREE, Feature, Keys

Weights = dict[tuple[str, ...], float]
BITS = 4  # case, number, gender, part of speech


class Tables:
    """A weight stands where the numbers of its columns sum to: ``around``, ``form``, ``told`` and what two agree in."""

    def __init__(self, templates: str, weights: Mapping[str, Weights]) -> None:
        self.agree = [template in AGREE for template in templates]
        made = [_table(weights.get(template, {}), template) for template in templates]
        self._keys = [keys for keys, _ in made]
        self._begin = [0, *accumulate(len(values) for _, values in made)][:-1]
        self.values = np.concatenate([values for _, values in made])

    def around(self, keys: Keys) -> tuple[int, ...]:
        """The numbers of what is seen around a form, one a template."""
        return tuple([begin + known[0].get(key, 0) for begin, known, key in zip(self._begin, self._keys, keys, strict=True)])

    def form(self, keys: Keys) -> tuple[int, ...]:
        """The numbers of a form, one a template."""
        return tuple([known[1].get(key, 0) for known, key in zip(self._keys, keys, strict=True)])

    def told(self, keys: Keys) -> tuple[int, ...]:
        """The numbers of what else is told, one a template."""
        return tuple([known[2].get(key, 0) for known, key in zip(self._keys, keys, strict=True)])

    def total(self, around: Ints, form: Ints, agreed: Ints) -> Sums:
        """The sums of the weights; the numbers lie along the last axis, ``agreed`` has none."""
        out = np.zeros(np.broadcast_shapes(around.shape, form.shape)[:-1])
        for place, asks in enumerate(self.agree):
            found = around[..., place] + form[..., place]
            out += self.values.take(found + agreed if asks else found)
        return out


def by_template(weights: Mapping[Feature, float]) -> dict[str, Weights]:
    """The weights of each template, by the rest of the feature."""
    out: dict[str, Weights] = {}
    for (template, *key), weight in weights.items():
        out.setdefault(template, {})[tuple(key)] = weight
    return out


def _table(weights: Weights, template: str) -> tuple[list[dict[str, int]], Sums]:
    """The numbers of a template's keys, column by column, and its weights in that order.

    What is not known has number 0 and weighs nothing. Where nothing is ever told there is no such axis.
    """
    columns = [list(dict.fromkeys(key[place] for key in weights)) for place in range(3)]
    if columns[2] == [""]:
        columns[2] = []
    agreements = list(_agreements(AGREE.get(template, ())))
    sizes = [len(agreements) * prod(len(column) + 1 for column in columns[place + 1 :]) for place in range(3)]
    keys = [{name: number * size for number, name in enumerate(column, start=1)} for column, size in zip(columns, sizes, strict=True)]
    values = np.zeros((len(columns[0]) + 1) * sizes[0])
    for (*names, same), weight in weights.items():
        place = sum(known.get(name, 0) for known, name in zip(keys, names, strict=True))
        values[[place + bits for bits, said in enumerate(agreements) if said == same]] = weight
    return keys, values


def _agreements(asked: Sequence[int]) -> Iterator[str]:
    """What a template sees of each way to agree; nothing, once, where it does not ask."""
    for bits in product("01", repeat=BITS if asked else 0):
        yield "".join(bits[place] for place in asked)
