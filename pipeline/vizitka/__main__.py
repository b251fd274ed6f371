"""``python -m vizitka``."""

from .cli import main

main()
