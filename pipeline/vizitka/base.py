"""A base that grows: one SQLite file with all that was ever read, the ids once given, and beside it what analysts put right.

``base.sqlite`` holds the tables as they were read (``parts.py``) and the entity of each mention; ``corrections.csv`` and
``judgements.csv`` lie in the same folder. One run writes at a time; what a run did not finish is not there.
"""

from __future__ import annotations

import warnings
from os import PathLike
from pathlib import Path

import pandas as pd

from .corrections import CORRECTIONS, JUDGEMENTS, corrected, corrections, judgements, lines, verdicts
from .deduplicate import Known, deduplicate, review
from .parts import Parts
from .save import whole
from .seeds import Seeds
from .types import Tables

FILE = "base.sqlite"


class Base(Parts):
    """The base in a folder, which is made where there is none.

    ``about`` names the program and its options: what another version has read is read again when it is given again.

    Raises:
        OSError, sqlite3.Error: the folder cannot be written, or another run writes there.
    """

    def __init__(self, folder: str | PathLike[str], about: str) -> None:
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        super().__init__(self.folder / FILE, about, grows=True)
        self.base.execute("CREATE TABLE IF NOT EXISTS identities (mention_id PRIMARY KEY, entity_id) WITHOUT ROWID")
        self.base.execute("CREATE INDEX IF NOT EXISTS by_entity ON identities (entity_id)")

    def joined(self, tables: Tables, seeds: Seeds) -> Tables:
        """The tables of the whole base deduplicated; the ids are kept for the next run."""
        right, known = self._known(tables, seeds)
        done = deduplicate(right, seeds, known)
        pairs = zip(done.mentions["mention_id"].tolist(), done.mentions["entity_id"].tolist(), strict=True)
        self.base.execute("BEGIN")
        self.base.executemany("INSERT OR REPLACE INTO identities VALUES (?, ?)", ((mention, entity) for mention, entity in pairs if entity))
        self.base.execute("COMMIT")
        return done

    def review(self, seeds: Seeds) -> pd.DataFrame:
        """The pairs that were joined or are unsure, the unsure written into ``judgements.csv`` for an analyst to judge.

        What is judged there stays, what is not is written anew.
        """
        right, known = self._known(self.tables(), seeds)
        found = review(right, seeds, known)
        path = self.folder / JUDGEMENTS
        judged = [row for _, row in lines(path) if row.get("verdict")]
        unsure = found[found["state"] == "unsure"].astype(str)
        table = pd.concat([pd.DataFrame(judged, dtype=str), unsure], ignore_index=True).fillna("") if judged else unsure
        whole({"judgements": table}, path)
        return found

    def _known(self, tables: Tables, seeds: Seeds) -> tuple[Tables, Known]:
        """The tables put right, the ids given before, the judgements; what does not fit is told in warnings."""
        right, unfit = corrected(tables, corrections(self.folder / CORRECTIONS), seeds)
        said, strange = verdicts(judgements(self.folder / JUDGEMENTS), right.mentions, self._mention_of)
        for message in [*unfit, *strange]:
            warnings.warn(message, stacklevel=2)
        people = self.base.execute("SELECT mention_id, entity_id FROM identities WHERE entity_id LIKE 'p%'")
        return right, Known(dict(people), said)

    def _mention_of(self, entity: str) -> str:
        found = self.base.execute("SELECT min(mention_id) FROM identities WHERE entity_id = ?", [entity]).fetchone()
        return str(found[0] or "")
