"""Vizitka reads Russian press releases and tells who is who: people, roles, organizations, countries, as tidy tables.

>>> import vizitka
>>> tables = vizitka.run("Посол Республики Таджикистан в Российской Федерации Давлатшох Гулмахмадзода прибыл в Москву.")
>>> tables.cards[["person", "role", "country", "host_country_code"]].values.tolist()
[['Давлатшох Гулмахмадзода', 'посол', 'Таджикистан', 'RU']]
"""

from . import seeds as _seeds
from .deduplicate import deduplicate as _deduplicate
from .flow import extract, review, run
from .normalize import normalize as _normalize
from .read import read
from .save import convert
from .show import show
from .types import Document, Tables

__all__ = ["Document", "Tables", "convert", "deduplicate", "extract", "normalize", "read", "review", "run", "show"]


def normalize(tables: Tables) -> Tables:
    """Put every mention in its base form, again after the tables were corrected. See ``vizitka.normalize``."""
    return _normalize(tables, _seeds.load())


def deduplicate(tables: Tables) -> Tables:
    """Give one id to one thing and make entities and cards, again after the tables were corrected."""
    return _deduplicate(tables, _seeds.load())
