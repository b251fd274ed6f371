"""The doors as a user meets them: a wheel in a fresh environment, called from another folder; help, README and Python say the same."""

from __future__ import annotations

import csv
import inspect
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

import vizitka
from vizitka.cli import main
from vizitka.paths import resource
from vizitka.read import KINDS
from vizitka.read.kinds import Kind
from vizitka.save import FORMATS
from vizitka.schema import COLUMNS

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = next((resource("seeds") / "releases").glob("*.txt"))
PEOPLE = {"Сергей Лавров", "Давлатшох Гулмахмадзода", "Имангали Тасмагамбетов"}
COMMANDS = sorted(main.commands)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that has nothing but the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)], check=True, capture_output=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder / "fresh")], check=True)
    binaries = folder / "fresh" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([str(binaries / "python"), "-m", "pip", "install", "--quiet", *map(str, folder.glob("*.whl"))], check=True)
    return binaries


def call(binaries: Path, *words: str, folder: Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """``vizitka words…`` in a folder, with UTF-8 wherever it runs."""
    environment = {**os.environ, "PYTHONUTF8": "1"}
    environment.pop("PYTHONPATH", None)
    return subprocess.run([str(binaries / "vizitka"), *words], cwd=folder, input=given, capture_output=True, env=environment, check=False)


def test_wheel_reads_the_sample(installed: Path, tmp_path: Path) -> None:
    done = call(installed, "run", str(SAMPLE), "--out", "tables", folder=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert all(person in done.stdout.decode() for person in PEOPLE)
    for name, columns in COLUMNS.items():
        raw = (tmp_path / "tables" / f"{name}.csv").read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        assert next(csv.reader(raw.decode("utf-8-sig").splitlines())) == list(columns)


def test_wheel_shows_standard_input(installed: Path, tmp_path: Path) -> None:
    done = call(installed, "show", "-", folder=tmp_path, given=SAMPLE.read_bytes())
    assert done.returncode == 0 and "[Сергей Лавров PER]" in done.stdout.decode()


def test_failed_input_is_named_and_the_rest_is_written(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "хороший текст.txt").write_bytes("Посол Чили Хуан Росас прибыл в Москву.".encode("cp1251"))
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 50)
    done = call(installed, "run", ".", "missing.txt", "--out", "out", folder=tmp_path)
    told = done.stderr.decode()
    assert done.returncode == 1 and "binary.txt" in told and "missing.txt" in told and "Хуан Росас" in done.stdout.decode()


def test_nothing_found_is_an_empty_table_and_no_failure(installed: Path, tmp_path: Path) -> None:
    done = call(installed, "run", "-", "--out", "out", folder=tmp_path, given="Погода в выходные будет ясной.".encode())
    assert done.returncode == 0
    assert (tmp_path / "out" / "cards.csv").read_text(encoding="utf-8-sig").splitlines() == [",".join(COLUMNS["cards"])]


@pytest.mark.parametrize("words", [(), ("run",), ("run", "x.txt", "--jobs", "0"), ("run", "x.txt", "--format", "doc"), ("go",)])
def test_wrong_usage_is_status_two(installed: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    assert call(installed, *words, folder=tmp_path).returncode == 2


@pytest.mark.parametrize("name", COMMANDS)
def test_command_has_help_an_example_a_readme_line_and_a_python_twin(name: str) -> None:
    command = main.commands[name]
    assert "Example" in (command.help or "") and f"vizitka {name}" in (command.help or "")
    assert all(option.help for option in command.params if isinstance(option, click.Option))
    assert f"vizitka {name}" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert callable(getattr(vizitka, name))


def test_run_takes_the_same_options_in_both_doors() -> None:
    shell = {option.name for option in main.commands["run"].params if isinstance(option, click.Option)} - {"out", "format_", "delimiter"}
    assert shell <= set(inspect.signature(vizitka.run).parameters)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_readme_and_help_name_every_kind(kind: Kind) -> None:
    readme, told = (ROOT / "README.md").read_text(encoding="utf-8"), main.commands["run"].help or ""
    assert kind.name in told
    for suffix in kind.suffixes:
        assert f"`{suffix}`" in readme and re.search(rf"{re.escape(suffix)}\b", told)


def test_readme_names_every_format_and_extra() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in readme for name in [*FORMATS, *(each.extra for each in FORMATS.values() if each.extra)])
    assert all(f"`{kind.extra}`" in readme for kind in KINDS if kind.extra)


def test_readme_tells_every_table_and_what_is_known_to_fail() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"**{name}**" in readme for name in COLUMNS)
    cases = (line for path in (ROOT / "tests" / "cases").glob("*/known.txt") for line in path.read_text(encoding="utf-8").splitlines())
    count = sum(bool(line.strip()) and not line.startswith("#") for line in cases)
    assert re.search(rf"\b{count} known failures\b", readme)
