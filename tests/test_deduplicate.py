"""One id for one thing: ``text ## text => surface = surface@2 ; surface``."""

import pytest

from notation import cases, format_clusters, parse_clusters
from observed import clusters


@pytest.mark.parametrize("line", cases("deduplicate"))
def test_deduplicate(line: str) -> None:
    expected = parse_clusters(line)
    assert format_clusters(clusters(expected)) == format_clusters(expected)
