"""Where seeds/ and models/ lie: beside the package in a wheel, two folders up in a checkout."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """The folder ``name`` ("seeds" or "models") of this installation.

    Raises:
        FileNotFoundError: neither a wheel nor a checkout has it.
    """
    for folder in (PACKAGE / name, PACKAGE.parents[1] / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"no folder {name!r} beside {PACKAGE} nor two folders up: install vizitka again")
