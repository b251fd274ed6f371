"""The analysts' tour, executed from its first cell to its last in a folder of its own."""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

TOUR = Path(__file__).resolve().parents[1] / "notebooks" / "tour.ipynb"
PEOPLE = ("Сергей Лавров", "Давлатшох Гулмахмадзода", "Имангали Тасмагамбетов")


def saved() -> Any:
    """The notebook as it lies in the repository."""
    return nbformat.reads(TOUR.read_text(encoding="utf-8"), as_version=4)


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The notebook with the outputs of this run; a cell that fails is an error here."""
    notebook = saved()
    folder = tmp_path_factory.mktemp("tour")
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}}).execute()
    return notebook


def shown(notebook: Any, tag: str) -> str:
    """What the cells with a tag show, as plain text."""
    cells = [cell for cell in notebook.cells if tag in cell.metadata.get("tags", [])]
    return "\n".join(output.data["text/plain"] for cell in cells for output in cell.outputs)


@pytest.mark.parametrize("person", PEOPLE)
def test_cards_name_the_people_of_the_sample(tour: Any, person: str) -> None:
    assert person in shown(tour, "cards")


def test_correction_joins_two_people(tour: Any) -> None:
    assert "Ермек Сабитов" in shown(tour, "cards")
    assert "Ермек Сабитов" not in shown(tour, "corrected")
    assert "Ерлан Сабитов" in shown(tour, "corrected")


def test_outputs_are_saved() -> None:
    notebook = saved()
    assert all(cell.execution_count for cell in notebook.cells if cell.cell_type == "code")
    assert all(person in shown(notebook, "cards") for person in PEOPLE)
