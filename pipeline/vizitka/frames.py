"""From the records of a batch to the tidy tables, before anything is put in its base form.

Five columns are not of the contract and go no further than normalization: ``words`` and ``grammars`` of a mention as its sentence
showed them, the word with its grammar ``left`` and ``right`` of it (an empty one at the sentence's ends), and, of an organization in
quotation marks, the words before them with all that stands in them (``quoted``).
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from .morphology import Grammar, may_be
from .schema import CARDS, DOCUMENTS, ENTITIES, MENTIONS, OCCUPANCIES, mention_id
from .seeds import Seeds
from .signs import DASHES
from .transliteration import is_latin
from .types import Analysis, Document, Mention, Occupancy, Quoted, Tables, is_whole

INNER = ("words", "grammars", "left", "right", "quoted")
ASIDE = 3  # words that tell of somebody in brackets before his name: «(настоящее имя — …)»
FORM = 8  # words that a legal form may have
OPENING, CLOSING = frozenset('«“„"'), frozenset('»”“"')


def documents_frame(documents: Sequence[Document]) -> pd.DataFrame:
    """A row for each input by source; of those with one text the first is ``ok``, the others its duplicates."""
    seen: set[str] = set()
    rows = []
    for document in sorted(documents, key=lambda document: (document.source, document.document_id)):
        told = document.status in ("ok", "duplicate")
        status = ("duplicate" if document.document_id in seen else "ok") if told else document.status
        seen.update([document.document_id] if told else [])
        rows.append((document.document_id, document.source, document.title, document.published_at, document.language, document.encoding,
                     document.characters or len(document.text), status, document.error, document.date_source))  # fmt: skip
    return pd.DataFrame(rows, columns=list(DOCUMENTS))


def empty(documents: pd.DataFrame, mentions: pd.DataFrame, occupancies: pd.DataFrame) -> Tables:
    """The tables before deduplication, with nothing in the last two."""
    return Tables(documents, mentions, occupancies, pd.DataFrame(columns=list(ENTITIES)), pd.DataFrame(columns=list(CARDS)))


def mentions_frame(analysis: Analysis, mentions: Sequence[Mention], seeds: Seeds) -> pd.DataFrame:
    """A row for each mention, the outer before the inner."""
    batch = analysis.batch
    ids = mention_ids(analysis, mentions)
    parents = [ids[parent] if parent >= 0 else "" for parent in parents_of(mentions)]
    rows = []
    for mention, own, parent in zip(mentions, ids, parents, strict=True):
        document = batch.texts[batch.documents[mention.sentence]]
        words, grammars = spoken(analysis, mention)
        surface = document.text[mention.start : mention.stop]
        rows.append((own, document.document_id, batch.places[mention.sentence], mention.start, mention.stop, mention.kind, surface, "", "",
                     parent, "", mention.method, mention.confidence, words, grammars, *beside(analysis, mention, seeds),
                     quoted(analysis, mention)))  # fmt: skip
    return pd.DataFrame(rows, columns=[*MENTIONS, *INNER])


def beside(analysis: Analysis, mention: Mention, seeds: Seeds) -> tuple[tuple[str, Grammar], tuple[str, Grammar]]:
    """The words before and after a mention in its sentence: before a person the noun that tells of him in brackets («(псевдоним —
    [Чижик])»); a comma behind a name with the grammar of a participle that it sets off; behind a body the states whose it is («[МИД] двух
    стран»)."""
    batch, grammars = analysis.batch, analysis.grammars
    first, last = batch.sentences[mention.sentence], batch.sentences[mention.sentence + 1]
    before, after = mention.first - 1, mention.last
    if mention.kind == "person" and before > first and batch.spellings[before] in DASHES:
        before -= "(" in batch.spellings[max(first, before - ASIDE) : before]
    aside = mention.kind == "person" and after + 1 < last and batch.spellings[after] == "," and grammars[after + 1].pos == "PRTF"
    aside = aside and may_be(batch.spellings[after + 1], grammars[after + 1].case)
    whose = mention.kind == "organization" and after + 1 < last and batch.spellings[after + 1] in seeds.words["several states"]
    after += whose and (grammars[after].case == "gent" or batch.spellings[after].isdigit())
    return (
        (batch.spellings[before], grammars[before]) if before >= first else ("", Grammar()),
        (batch.spellings[after], grammars[after + aside]) if after < last else ("", Grammar()),
    )


def quoted(analysis: Analysis, mention: Mention) -> Quoted | None:
    """«театр «[Сфера]»», «акционерное общество [«Заря»]», «детский [лагерь «Заря»]», «фирма [Apex]»: a name with the words before it, of
    which some may be its own."""
    batch, words = analysis.batch, analysis.batch.spellings
    begin, end = batch.sentences[mention.sentence], batch.sentences[mention.sentence + 1]
    if mention.kind != "organization" or not is_whole(batch, mention):
        return None
    name = _name(words, mention.first, mention.last, begin, end)
    noun = name.start - 1
    if not name or noun < begin or not _is_word(words[noun]):
        return None
    while noun > max(begin, name.start - FORM) and _is_word(words[noun - 1]):
        noun -= 1
    text = batch.texts[batch.documents[mention.sentence]].text
    surfaces = tuple(text[batch.starts[place] : batch.stops[name.stop - 1]] for place in range(noun, name.start))
    opens = not any(word[0].isalpha() for word in words[begin:noun])
    return Quoted(surfaces, tuple(words[noun : name.stop]), tuple(analysis.grammars[noun : name.stop]), opens)


def _name(words: Sequence[str], first: int, last: int, begin: int, end: int) -> range:
    """The places of a name of a sentence in quotation marks, or in Latin letters without; none of another."""
    if first > begin and words[first - 1] in OPENING:
        return range(first - 1, last + 1) if last < end and words[last] in CLOSING else range(0)
    opening = next((place for place in range(first, last) if words[place] in OPENING), last)
    if opening < last:
        return range(opening, last) if words[last - 1] in CLOSING else range(0)
    return range(first, last) if is_latin(words[first]) else range(0)


def _is_word(word: str) -> bool:
    """«театр», «музей-заповедник»"""
    return word.replace("-", "").isalpha()


def spoken(analysis: Analysis, mention: Mention) -> tuple[tuple[str, ...], tuple[Grammar, ...]]:
    """The words of a mention and their grammar; of a word that it begins or ends in, what lies inside."""
    batch, first, last = analysis.batch, mention.first, mention.last
    words, text = batch.spellings[first:last], batch.texts[batch.documents[mention.sentence]].text
    if mention.stop < batch.stops[last - 1]:
        words[-1] = text[batch.starts[last - 1] : mention.stop]
    if mention.start > batch.starts[first]:
        words[0] = text[mention.start : min(mention.stop, batch.stops[first])]
    return tuple(words), tuple(analysis.grammars[first:last])


def mention_ids(analysis: Analysis, mentions: Sequence[Mention]) -> list[str]:
    batch = analysis.batch
    return [
        mention_id(batch.texts[batch.documents[mention.sentence]].document_id, mention.kind, mention.start, mention.stop)
        for mention in mentions
    ]


def parents_of(mentions: Sequence[Mention]) -> list[int]:
    """The number of the smallest mention around each, -1 for none. The mentions come the outer before the inner."""
    parents: list[int] = []
    open_: list[int] = []
    for number, mention in enumerate(mentions):
        while open_ and not _around(mentions[open_[-1]], mention):
            open_.pop()
        parents.append(open_[-1] if open_ else -1)
        open_.append(number)
    return parents


def _around(outer: Mention, inner: Mention) -> bool:
    return outer.sentence == inner.sentence and outer.start <= inner.start and inner.stop <= outer.stop


def occupancies_frame(analysis: Analysis, mentions: Sequence[Mention], occupancies: Sequence[Occupancy]) -> pd.DataFrame:
    """A row for each occupancy with the ids of its mentions; the names are filled in by normalization."""
    batch, ids = analysis.batch, mention_ids(analysis, mentions)
    rows = []
    for occupancy in occupancies:
        person = mentions[occupancy.person]
        document = batch.texts[batch.documents[person.sentence]]
        ends = [mentions[number] for number in (occupancy.person, occupancy.role) if number >= 0]
        start, stop = min(end.start for end in ends), max(end.stop for end in ends)
        person_id, role_id, organization_id, country_id, host_id, place_id = (
            ids[number] if number >= 0 else "" for number in occupancy[:6]
        )
        rows.append({"occupancy_id": f"{person_id}-{role_id.rpartition('-r')[2] or 'none'}", "document_id": document.document_id,
                     "published_at": document.published_at, "status": occupancy.status if role_id else "", "person_mention_id": person_id,
                     "role_mention_id": role_id, "organization_mention_id": organization_id, "country_mention_id": country_id,
                     "start": start, "stop": stop, "evidence": evidence(analysis, person.sentence), "method": occupancy.method,
                     "confidence": occupancy.confidence, "host": host_id, "place": place_id})  # fmt: skip
    return pd.DataFrame([{**dict.fromkeys(OCCUPANCIES, ""), **row} for row in rows], columns=[*OCCUPANCIES, "host"])


def evidence(analysis: Analysis, sentence: int) -> str:
    """The sentence as the document writes it."""
    batch = analysis.batch
    first, last = batch.sentences[sentence], batch.sentences[sentence + 1]
    return batch.texts[batch.documents[sentence]].text[batch.starts[first] : batch.stops[last - 1]]
