"""Runs that are cut off: the same command goes on where it stood, the tables are those of a run without interruption."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

import vizitka
from vizitka import flow
from vizitka.cli import main
from vizitka.parts import UNFINISHED, Parts
from vizitka.read import Options

termios = pytest.importorskip("termios", reason="signals and terminals of Unix")
TEXT = "Министр связи {0} Олег Жданов принял посла Чили Анну Рид. Разговор номер {1} шёл о выставке в Баку."
COUNTRIES = ("Армении", "Казахстана", "Узбекистана", "Грузии")
COUNT = 120


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Texts, some of them twice, one broken."""
    folder = tmp_path_factory.mktemp("in")
    for number in range(COUNT):
        text = TEXT.format(COUNTRIES[number % 4], number % (COUNT - 10))
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    (folder / "0050 broken.pdf").write_bytes(b"%PDF no more")
    os.utime(folder / "0050 broken.pdf", (0, 0))
    return folder


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def whole(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a run without interruption."""
    out = tmp_path_factory.mktemp("out")
    done = CliRunner().invoke(main, ["run", str(source), "--out", str(out)])
    assert done.exit_code == 1 and "broken.pdf" in done.output
    return written(out)


def started(source: Path, out: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "vizitka", "run", str(source), "--out", str(out), "--batch-size", "4", *options]
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a shell's background jobs are deaf to Ctrl-C
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", preexec_fn=heard)


def kept(out: Path) -> int:
    """How many inputs are kept so far."""
    try:
        with closing(sqlite3.connect(out / UNFINISHED)) as base:
            return int(base.execute("SELECT count(*) FROM inputs").fetchone()[0])
    except sqlite3.Error:
        return 0


def wait(out: Path, process: subprocess.Popen[str]) -> None:
    """Until some inputs are kept."""
    for _ in range(600):
        if sum(path.stat().st_size for path in out.glob(f"{UNFINISHED}*")) > 200_000 or process.poll() is not None:
            return
        time.sleep(0.05)


@pytest.mark.parametrize(
    ("sign", "jobs"), [(signal.SIGKILL, "2"), (signal.SIGINT, "2"), (signal.SIGINT, "1")], ids=["kill", "Ctrl-C", "Ctrl-C alone"]
)
def test_interrupted_and_started_again(sign: signal.Signals, jobs: str, source: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    process = started(source, tmp_path, "--jobs", jobs)
    wait(tmp_path, process)
    process.send_signal(sign)
    _, told = process.communicate(timeout=60)
    assert process.returncode == (130 if sign == signal.SIGINT else -sign), told
    assert "goes on from there" in told or sign == signal.SIGKILL
    assert 0 < kept(tmp_path) < COUNT and not list(tmp_path.glob("*.csv*"))
    done = CliRunner().invoke(main, ["run", str(source), "--out", str(tmp_path)])
    assert done.exit_code == 1
    assert written(tmp_path) == whole


def test_what_is_kept_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(TEXT.format("Армении", number), encoding="utf-8")
    first = vizitka.run(folder, keep=out)
    seen: list[int] = []
    worked = flow.worked
    monkeypatch.setattr(flow, "worked", lambda inputs, options: seen.append(len(inputs)) or worked(inputs, options))
    (folder / "1.txt").write_text(TEXT.format("Грузии", 100), encoding="utf-8")
    (folder / "2.txt").unlink()
    (folder / "9.txt").write_text(TEXT.format("Чили", 9), encoding="utf-8")
    again = vizitka.run(folder, keep=out)
    assert seen == [2]
    for one, other in zip(again, vizitka.run(folder), strict=True):
        assert one.equals(other)
    assert not first.documents.equals(again.documents)


def test_other_options_begin_anew(tmp_path: Path) -> None:
    for options in (Options(), Options(encoding="cp1251")):
        parts = Parts(tmp_path / UNFINISHED, str(options))
        assert not parts.done
        parts.base.execute("INSERT INTO inputs VALUES ('a')")
        parts.close()


def test_two_runs_in_one_folder(source: Path, tmp_path: Path) -> None:
    parts = Parts(tmp_path / UNFINISHED, "another run")
    done = CliRunner().invoke(main, ["run", str(source), "--out", str(tmp_path)])
    parts.close()
    assert done.exit_code == 1 and f"{tmp_path}: another run writes there: wait for it" in done.output


def test_a_run_into_its_own_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format("Армении", 1), encoding="utf-8")
    for _ in range(2):
        done = CliRunner().invoke(main, ["run", str(tmp_path), "--out", str(tmp_path)])
        assert done.exit_code == 0 and "1 documents (1 ok)" in done.output


def test_a_text_that_breaks_a_stage_costs_its_own_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    relate = flow.relate
    monkeypatch.setattr(flow, "relate", lambda analysis, *rest: 1 / 0 if "Грузии" in analysis.batch.spellings else relate(analysis, *rest))
    found = vizitka.run([TEXT.format(country, 1) for country in COUNTRIES])
    assert sorted(found.documents["status"]) == ["failed", "ok", "ok", "ok"]
    (error,) = found.documents.loc[found.documents["status"] == "failed", "error"]
    assert "not understood (ZeroDivisionError" in error and "report it" in error
    assert set(found.cards["person"]) == {"Олег Жданов", "Анна Рид"}


def test_progress_tells_rate_and_time_left(source: Path, tmp_path: Path) -> None:
    keyboard, screen = os.openpty()
    termios.tcsetwinsize(keyboard, (24, 120))
    command = [sys.executable, "-m", "vizitka", "run", str(source), "--out", str(tmp_path), "--batch-size", "4"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=screen)
    os.close(screen)
    told = b""
    with closing(os.fdopen(keyboard, "rb", buffering=0)) as terminal, suppress(OSError):
        while piece := terminal.read(1000):
            told += piece
    process.wait(60)
    assert re.search(rf"\d+/{COUNT + 1} \[\d+:\d+<\d+:\d+, +[\d.]+doc/s\]", told.decode())
