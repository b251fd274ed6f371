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
        ValueError: a line of the corrections or judgements cannot be understood.
        OSError, sqlite3.Error: the folder cannot be written, or another run writes there.
    """

    def __init__(self, folder: str | PathLike[str], about: str) -> None:
        self.folder = Path(folder)
        self.corrections, self.judgements = corrections(self.folder / CORRECTIONS), judgements(self.folder / JUDGEMENTS)
        self.folder.mkdir(parents=True, exist_ok=True)
        super().__init__(self.folder / FILE, about, grows=True)
        self.base.execute("CREATE TABLE IF NOT EXISTS identities (mention_id PRIMARY KEY, entity_id) WITHOUT ROWID")
        self.base.execute("CREATE INDEX IF NOT EXISTS by_entity ON identities (entity_id)")
        self.base.execute("CREATE TABLE IF NOT EXISTS firsts (entity_id PRIMARY KEY, mention_id) WITHOUT ROWID")

    def joined(self, tables: Tables, seeds: Seeds) -> Tables:
        """The tables of the whole base deduplicated; the ids are kept for the next run."""
        self.base.execute("INSERT OR IGNORE INTO firsts SELECT entity_id, min(mention_id) FROM identities GROUP BY entity_id")
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
        right, unfit = corrected(tables, self.corrections, seeds)
        said, strange = verdicts(self.judgements, right.mentions, self._mentions_of)
        for message in [*unfit, *strange]:
            warnings.warn(message, stacklevel=2)
        people = self.base.execute("SELECT mention_id, entity_id FROM identities WHERE entity_id LIKE 'p%'")
        firsts = self.base.execute("SELECT entity_id, mention_id FROM firsts WHERE entity_id LIKE 'p%'")
        return right, Known(dict(people), dict(firsts), said)

    def _mentions_of(self, entity: str) -> list[str]:
        """The mention that an entity had first, which tells it apart also when it has become one with another; then the others."""
        asked = "SELECT mention_id FROM firsts WHERE entity_id = ? UNION ALL SELECT mention_id FROM identities WHERE entity_id = ?"
        return [mention for (mention,) in self.base.execute(asked, [entity, entity])]
