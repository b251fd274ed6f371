"""A long run as a user has it: many files, two processes, killed at random moments and started again; memory, speed, equal tables.

    python tests/long_run.py [--files N] [--bytes N] [--kind html|txt] [--jobs N] [--kills N] [--compare]

The texts are made from seeds/releases (sentences in other orders, other names); pages are filled up with markup to the size asked for.
Memory is that of all processes together, shared pages counted once (PSS, /proc; Linux only).
"""

from __future__ import annotations

import argparse
import filecmp
import html
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import bench
from vizitka import seeds
from vizitka.schema import COLUMNS

NAVIGATION = "<li class='menu__item menu__item--level-2'><a href='/section/{0}/' title='{0}' data-id='{0}'>{0}</a></li>\n"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--bytes", type=int, default=50_000, help="size of each file")
    parser.add_argument("--kind", choices=("html", "txt"), default="html")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--kills", type=int, default=0, help="how often the run is killed and started again")
    parser.add_argument("--compare", action="store_true", help="run once more without interruption and compare the tables")
    told = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        source, out, again = (Path(folder) / name for name in ("in", "out", "again"))
        size = written(source, told.files, told.bytes, told.kind)
        print(f"{told.files} files of {told.kind}, {size / 1e6:.0f} MB; {os.cpu_count()} processors, {bench.busy()}", flush=True)
        for number in range(told.kills):
            after = random.uniform(5, 25 + told.files / 50)
            print(f"killed after {after:.0f} s: {killed(command(source, out, told.jobs), after)}", flush=True)
            print(f"  {number + 1} of {told.kills}; kept: {sum(path.stat().st_size for path in out.glob('.*')) / 1e6:.1f} MB", flush=True)
        print(f"to the end: {measured(command(source, out, told.jobs))}", flush=True)
        if told.compare:
            print(f"without interruption: {measured(command(source, again, told.jobs))}")
            print(f"tables that differ: {[name for name in COLUMNS if not filecmp.cmp(out / f'{name}.csv', again / f'{name}.csv', False)]}")


def written(folder: Path, count: int, size: int, kind: str) -> int:
    """The files; their size together."""
    folder.mkdir()
    chance, names = random.Random(0), sorted(seeds.load().first_names)
    for number, text in enumerate(bench.generated(min(count, 300), chance) * -(-count // 300)):
        if number == count:
            break
        fresh = bench.renamed(text, names, chance) if kind == "html" else "\n\n".join(long_text(text, names, size, chance))
        raw = page(fresh, number, size) if kind == "html" else fresh
        (folder / f"{number:06d}.{kind}").write_bytes(raw.encode())
    return sum(path.stat().st_size for path in folder.iterdir())


def long_text(text: str, names: Sequence[str], size: int, chance: random.Random) -> Iterator[str]:
    done = 0
    while done < size:
        part = bench.renamed(text, names, chance)
        done += len(part.encode())
        yield part


def page(text: str, number: int, size: int) -> str:
    """A page as press services have them: the release in an article, the rest menus."""
    first, *rest = text.split(". ")
    paragraphs = "".join(f"<p>{html.escape(each)}.</p>\n" for each in (first, *rest))
    head = f"<html><head><meta charset='utf-8'><title>Релиз {number}</title></head><body><nav><ul>\n"
    room = size - len((head + paragraphs).encode())
    menus = "".join(NAVIGATION.format(each) for each in range(max(0, room // len(NAVIGATION))))
    return f"{head}{menus}</ul></nav><main><article><h1>Релиз {number}</h1>\n{paragraphs}</article></main></body></html>"


def command(source: Path, out: Path, jobs: int) -> list[str]:
    return [sys.executable, "-m", "vizitka", "run", str(source), "--out", str(out), "--jobs", str(jobs)]


def killed(words: Sequence[str], after: float) -> str:
    """Start a run and kill it, without a warning, after some seconds."""
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        return f"ended with {process.wait(after)} before"
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        return "yes"


def measured(words: Sequence[str]) -> str:
    """Run to the end; seconds, and the most memory that all its processes held."""
    start, most = time.perf_counter(), [0]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8")
    watcher = threading.Thread(target=watch, args=(process, most), daemon=True)
    watcher.start()
    said, _ = process.communicate()
    summary = next((line for line in said.splitlines() if " documents (" in line), "no summary")
    return f"status {process.returncode}, {time.perf_counter() - start:.0f} s, peak {most[0] / 1024:.0f} MB; {summary}"


def watch(process: subprocess.Popen[str], most: list[int]) -> None:
    while process.poll() is None:
        most[0] = max(most[0], sum(proportional(each) for each in family(process.pid)))
        time.sleep(0.5)


def family(parent: int) -> list[int]:
    """A process and all that it has started."""
    found = [parent]
    for each in found:
        for task in Path(f"/proc/{each}/task").glob("*/children"):
            try:
                found += map(int, task.read_text().split())
            except OSError:
                continue
    return found


def proportional(process: int) -> int:
    """Kilobytes of a process, shared pages by their share."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


if __name__ == "__main__":
    main()
