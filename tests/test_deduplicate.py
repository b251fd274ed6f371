"""One id for one thing: ``text ## text => surface = surface@2 ; surface``."""

import pytest

from notation import cases, format_clusters, parse_clusters
from observed import clusters, tables


@pytest.mark.parametrize("line", cases("deduplicate"))
def test_deduplicate(line: str) -> None:
    expected = parse_clusters(line)
    assert format_clusters(clusters(expected)) == format_clusters(expected)


def test_one_card_for_one_post_however_its_organization_is_written() -> None:
    found = tables(
        "Депутат госдумы Пётр Ильин выступил. Заместитель председателя правительства Московской области Иван Громов уехал.",
        "Депутат Государственной Думы Пётр Ильин выступил. Заместитель председателя Правительства Московской области Иван Громов уехал.",
    )
    assert sorted(zip(found.cards["person"], found.cards["organization"], found.cards["documents"], strict=True)) == [
        ("Иван Громов", "Правительство Московской области", 2),
        ("Пётр Ильин", "Государственная Дума Федерального Собрания Российской Федерации", 2),
    ]
