"""Occupancies: ``text => person | role | organization | country>host | status ;; …``."""

import pytest

from notation import cases, format_held, parse_held
from observed import held, tables


@pytest.mark.parametrize("line", cases("relate"))
def test_relate(line: str) -> None:
    text, expected = parse_held(line)
    assert format_held(text, held(text)) == format_held(text, expected)


def test_a_capital_that_stands_for_its_state_is_no_place_and_a_bare_governor_is_of_the_one_region_before() -> None:
    found = tables(
        "Пожар в Томской области потушен. Губернатор Арсений Скрипачук доволен. Посол Москвы в Варшаве Тереза Мендиола прибыла.",
        "Пожары в Томской и Омской областях потушены. Губернатор Игнат Скрипачук доволен.",
    )
    told = found.occupancies[["person", "place", "country_code", "host_country_code"]].itertuples(index=False, name=None)
    assert set(told) == {
        ("Арсений Скрипачук", "Томская область", "RU", ""),
        ("Тереза Мендиола", "", "RU", "PL"),
        ("Игнат Скрипачук", "", "RU", ""),
    }
