"""The recipe of the weights: what the corpora say becomes samples, and torch's network is the one that the program computes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from vizitka.paths import resource

torch = pytest.importorskip("torch", reason="the extra 'train' is not installed")
sys.path.insert(0, str(resource("models")))

import numpy as np  # noqa: E402  after the guard

from recipe import export, relations, samples  # noqa: E402
from recipe.corpora import Document, Link, Span  # noqa: E402
from recipe.data import Data  # noqa: E402
from recipe.network import Recognizer  # noqa: E402
from recipe.recognizer import Size, build  # noqa: E402
from vizitka import analyse, encoder, models, seeds  # noqa: E402
from vizitka.relate import model as relate  # noqa: E402
from vizitka.tokenize import tokenize  # noqa: E402
from vizitka.types import Document as Text  # noqa: E402
from vizitka.types import Encoded  # noqa: E402

TEXT = "Вице-премьер Анна Рид приехала. Она встретилась с главой «Маяка» Петром Ли."
NAMES = {"Вице-премьер": "PROFESSION", "Анна Рид": "PERSON", "«Маяка»": "ORGANIZATION", "Петром Ли": "PERSON"}


@pytest.fixture
def data(tmp_path: Path) -> Data:
    """A text with its gold as samples."""
    spans = tuple(Span(TEXT.index(name), TEXT.index(name) + len(name), type_) for name, type_ in NAMES.items())
    sampler = samples.Sampler()
    found = sampler([Document(name, "nerel", TEXT, spans, (Link("WORKS_AS", 1, 0),)) for name in "ab"], lambda document: "train")
    samples.write(tmp_path / "gold.pkl", {"samples": [tuple(one) for one in found], **sampler.table()})
    return Data(tmp_path / "gold.pkl")


def test_spans_and_links_over_pieces(data: Data) -> None:
    sample = data.samples[0]
    words = [data.words[number] for number in sample.numbers]
    assert [" ".join(words[start:stop]) for start, stop, _ in sample.spans] == ["Вице - премьер", "Анна Рид", "« Маяка »", "Петром Ли"]
    assert sample.links == [("WORKS_AS", 1, 0)]


def test_numpy_computes_what_torch_does(data: Data, tmp_path: Path) -> None:
    torch.manual_seed(1)
    network: Recognizer = build(data, Size(32, 16, 0.1)).eval()
    run = data.run(data.samples[:1])
    with torch.inference_mode():
        theirs = network.encoder(run)[: len(data.samples[0].numbers)].numpy()
    export.recognizer(network, data, 1.0, tmp_path / "recognizer.npz")
    known = models.load(seeds.load())
    ours = encoder.Encoder(encoder.load(tmp_path / "recognizer.npz"))
    columns = models.Columns(known.columns.vectors, known.morphology, known.names, ours, seeds.load())
    found = analyse.analyse(tokenize([Text("", "", TEXT)]), known._replace(recognizer=ours, columns=columns)).runs[0]
    assert np.corrcoef(found.values.ravel(), theirs.ravel())[0, 1] > 0.999  # the program has halves of the weights


def test_numpy_relates_as_torch_does(data: Data, tmp_path: Path) -> None:
    torch.manual_seed(1)
    network = build(data, Size(32, 16, 0.1)).eval()
    scenes = relations.Scenes(data, network)
    relater = relations.Relater(scenes.width).eval()
    scene = scenes(data.samples[:1], [relations.marked(data.samples[0])])
    with torch.inference_mode():
        theirs = relater(scene).numpy()
    export.relater(relater, tmp_path / "relater.npz")
    states = scene.told[:, relations.TAGS :].numpy()
    size = len(data.samples[0].numbers)
    run = Encoded(0, np.zeros(size, np.int32), np.zeros(size, np.int32), *np.split(states[:size], 2, axis=1))
    ours = relate.scores(run, scene.mentions, scene.pairs, encoder.load(tmp_path / "relater.npz"))
    assert len(ours) == len(theirs) > 0
    assert np.allclose(ours, theirs, atol=0.02)
