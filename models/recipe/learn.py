"""One way to train any of the networks: seeded epochs, averaged weights, a file after each epoch to go on from."""

from __future__ import annotations

import json
import math
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import torch
from torch import Tensor, nn
from tqdm import tqdm

KEPT = 0.998  # of the averaged weights at each step
Batch = TypeVar("Batch")
Net = TypeVar("Net", bound=nn.Module)


class Course(NamedTuple):
    """How long and how fast: ``slow`` is the rate of weights whose name begins with ``slowly``; warm-up in shares of all steps."""

    epochs: int
    rate: float
    seed: int = 1
    warm: float = 0.03
    slowly: str = " "
    slow: float = 0.0


def learn(
    build: Callable[[], Net],
    course: Course,
    plan: Callable[[random.Random], Sequence[Batch]],
    loss_of: Callable[[Net, Batch], Tensor | None],
    report: Callable[[Net], dict[str, Any]],
    out: Path,
) -> Net:
    """The averaged network after all epochs; what ``out`` holds already is not trained again.

    ``plan`` gives the batches of an epoch, as many each time; ``loss_of`` nothing where a batch has nothing to learn.
    """
    torch.manual_seed(course.seed)
    model, mean = build(), build()
    mean.load_state_dict(model.state_dict())
    optimizer = torch.optim.AdamW(_groups(model, course), lr=0.0, betas=(0.9, 0.98), fused=True)
    done = _resumed(out, model, mean, optimizer)
    for epoch in range(done, course.epochs):
        torch.manual_seed(course.seed * 1000 + epoch)
        todo = plan(random.Random(course.seed * 1000 + epoch))
        model.train()
        total = 0.0
        for place, batch in enumerate(bar := tqdm(todo, desc=f"{out.stem} {epoch + 1}/{course.epochs}", mininterval=10)):
            step = epoch * len(todo) + place
            for group in optimizer.param_groups:
                group["lr"] = group["top"] * schedule(step, course.epochs * len(todo), course.warm)
            loss = loss_of(model, batch)
            if loss is None:
                continue
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            average(mean, model, step)
            total += float(loss.detach())
            bar.set_postfix(loss=f"{total / (place + 1):.4f}", refresh=False)
        print(json.dumps({"epoch": epoch + 1, "loss": round(total / len(todo), 4), **report(mean.eval())}), file=sys.stderr, flush=True)
        _keep(out, {"model": model.state_dict(), "mean": mean.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch + 1})
    return mean.eval()


def _groups(model: nn.Module, course: Course) -> list[dict[str, Any]]:
    """The weights by highest rate (``top``) and decay."""
    named = [(course.slow if name.startswith(course.slowly) else course.rate, 0.02 if weight.ndim > 1 else 0.0, weight)
             for name, weight in model.named_parameters()]  # fmt: skip
    kinds = sorted({one[:2] for one in named})
    return [{"params": [one[2] for one in named if one[:2] == kind], "top": kind[0], "weight_decay": kind[1]} for kind in kinds]


def _resumed(out: Path, model: nn.Module, mean: nn.Module, optimizer: torch.optim.Optimizer) -> int:
    """Takes up what an earlier run left; the number of epochs that it finished."""
    if not out.exists():
        return 0
    saved = torch.load(out, weights_only=False)
    model.load_state_dict(saved["model"])
    mean.load_state_dict(saved["mean"])
    optimizer.load_state_dict(saved["optimizer"])
    return int(saved["epoch"])


def _keep(out: Path, value: dict[str, Any]) -> None:
    part = out.with_suffix(".part")
    torch.save(value, part)
    part.rename(out)


def average(mean: nn.Module, model: nn.Module, step: int) -> None:
    """Moves the averaged weights a little towards the present ones."""
    keep = min(KEPT, (1 + step) / (10 + step))
    with torch.no_grad():
        for old, new in zip(mean.parameters(), model.parameters(), strict=True):
            old.lerp_(new, 1 - keep)


def schedule(step: int, steps: int, warm: float) -> float:
    """A line up over the share ``warm`` of the steps, then a cosine down to a hundredth."""
    begin = max(1.0, steps * warm)
    return (step + 1) / begin if step < begin else 0.01 + 0.99 * (1 + math.cos(math.pi * (step - begin) / (steps - begin))) / 2
