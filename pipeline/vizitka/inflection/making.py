"""Forms in the making: functions that ask the model on their way, so that many can be answered together."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import Any, TypeVar

from .asked import Asked
from .decode import Model
from .edits import Edit

T = TypeVar("T")
Making = Generator[Asked, list[Edit], T]


def together(makings: Iterable[Making[T]], model: Model) -> list[T]:
    """What each one makes of the model's answers."""
    every = list(makings)
    made: dict[int, T] = {}
    waiting: list[tuple[int, Any]] = [(number, None) for number in range(len(every))]
    while waiting:
        asked = []
        for number, answer in waiting:
            try:
                asked.append((number, every[number].send(answer)))
            except StopIteration as done:
                made[number] = done.value
        answers = model.best([question for _, question in asked])
        waiting = [(number, answer) for (number, _), answer in zip(asked, answers, strict=True)]
    return [made[number] for number in range(len(every))]


def alone(making: Making[T], model: Model) -> T:
    """What one makes."""
    return together([making], model)[0]
