"""From the corpora to the shipped weights: ``python -m recipe``. What lies in the build folder is not made again; a broken run goes on.

Two teachers read word features alone, one also a fine-tuned multilingual-e5-small; they label texts that no one has marked,
and a small student learns from them and from the corpora. The relation model learns over the student's states.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from . import export, readings, recognizer, relations, samples, teacher
from .data import Data
from .learn import Course
from .recognizer import Size

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data", help="the folder with the corpora")
    parser.add_argument("--build", type=Path, default=ROOT / "build" / "recipe", help="where samples and checkpoints lie")
    parser.add_argument("--out", type=Path, default=ROOT / "models", help="where the weights go")
    told = parser.parse_args()
    if not (told.data / "nerel").is_dir():
        parser.error(f"{told.data} has no corpora (nerel, rured2, …): name their folder with --data")
    told.build.mkdir(parents=True, exist_ok=True)
    told.out.mkdir(parents=True, exist_ok=True)
    road(told.data, told.build, told.out)


def road(data: Path, build: Path, out: Path) -> None:
    """The whole way. The teacher with e5 takes two threads, all else one."""
    torch.set_num_threads(1)
    if not (build / "gold.pkl").exists():
        samples.gold(data, build / "gold.pkl")
    if not (build / "texts.pkl").exists():
        readings.texts(data, build / "texts.pkl")
    gold = Data(build / "gold.pkl")
    texts = gold.joined(build / "texts.pkl")
    torch.set_num_threads(2)
    deep = teacher.train(gold, Size(), Course(epochs=5, rate=1.5e-3, warm=0.06, slowly="encoder.deep.", slow=1.6e-4), build / "deep.pt")
    torch.set_num_threads(1)
    plain = [recognizer.train(gold, Size(), Course(epochs=12, rate=2e-3, seed=seed), build / f"plain{seed}.pt") for seed in (1, 2)]
    said = readings.label([deep, *plain], gold, texts, build / "readings.pkl")
    first, second = Course(epochs=9, rate=2e-3, seed=3), Course(epochs=7, rate=1.2e-3, seed=4)
    student = recognizer.distil(gold, Size(192, 128, 0.25), first, texts, said, 0.5, build / "student1.pt")
    student = recognizer.distil(gold, Size(192, 128, 0.2), second, texts, said, 0.7, build / "student2.pt", student)
    export.recognizer(student, gold, recognizer.temperature(student, gold), out / "recognizer.npz")
    relater = relations.train(relations.Scenes(gold, student), Course(epochs=8, rate=2e-3), build / "relater.pt")
    export.relater(relater, out / "relater.npz")


if __name__ == "__main__":
    main()
