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


def test_a_post_said_shortly_is_the_one_said_whole() -> None:
    found = tables(
        "Президент Эстонии Ян Новак прибыл в Баку. Президент Новак выступил..",
        "Президент Ян Новак улетел.",
        "Глава Минфина Иван Громов и глава Омска Пётр Ильин уехали. Глава Иван Громов вернулся.",
    )
    held = found.occupancies[["person", "role", "organization", "country"]].itertuples(index=False, name=None)
    assert sorted(held) == [
        ("Иван Громов", "глава", "Министерство финансов", ""),
        ("Иван Громов", "глава", "Министерство финансов", ""),
        ("Пётр Ильин", "глава", "", "Россия"),
        ("Ян Новак", "президент", "", ""),  # another document
        ("Ян Новак", "президент", "", "Эстония"),
        ("Ян Новак", "президент", "", "Эстония"),
    ]
    assert found.occupancies["country_mention_id"].ne("").sum() == 1  # where it stands
    assert found.cards[["person", "documents", "mentions"]].to_numpy().tolist() == [
        ["Иван Громов", 1, 2],
        ["Пётр Ильин", 1, 1],
        ["Ян Новак", 2, 3],
    ]


def test_who_heads_a_body_is_called_by_the_post_that_the_text_names() -> None:
    found = tables(
        "Глава МИД Эстонии Ян Новак прибыл в Баку. Министр иностранных дел Ян Новак выступил. Глава правительства Перу Анна Рид улетела. "
        "Премьер-министр Перу Анна Рид ждёт гостей. Глава Омской области Пётр Ильин и губернатор Омской области Пётр Ильин.",
        "Глава фонда «Заря» Олег Рогов и вице-президент фонда «Заря» Олег Рогов. Руководитель банка «Восток» Вера Седова выступила. "
        "Генеральный директор банка «Восток» Вера Седова улетела.",
        "Встреча с главой правления завода «Луч» Иваном Громовым. Председатель правления завода «Луч» Иван Громов выступил.",
    )
    assert sorted(found.cards[["person", "role", "organization", "country"]].itertuples(index=False, name=None)) == [
        ("Анна Рид", "премьер-министр", "", "Перу"),
        ("Вера Седова", "генеральный директор", "банк «Восток»", ""),
        ("Иван Громов", "председатель правления", "завод «Луч»", ""),
        ("Олег Рогов", "вице-президент", "фонд «Заря»", ""),
        ("Олег Рогов", "глава", "фонд «Заря»", ""),
        ("Пётр Ильин", "губернатор", "", "Россия"),
        ("Ян Новак", "министр иностранных дел", "", "Эстония"),
    ]
    bodies = found.occupancies.loc[found.occupancies["organization"] == "", "organization_mention_id"]
    assert set(bodies) == {""}


def test_a_title_said_shortly_is_the_one_said_whole() -> None:
    found = tables(
        "Министр связи Чехии Ян Новак прибыл в Баку. Министр Новак выступил. Бывший министр Вера Седова уехала.",
        "Выступил министр Ян Новак. Выступили заместитель министра Олег Зуев и заместитель директора Олег Зуев.",
        "Выступил заместитель Олег Зуев. Вера Седова, министр труда, ждёт гостей.",
    )
    held = found.occupancies[["person", "role", "status"]].itertuples(index=False, name=None)
    assert sorted(row for row in held if row[0] != "Олег Зуев") == [
        ("Вера Седова", "министр", "former"),
        ("Вера Седова", "министр труда", "current"),
        ("Ян Новак", "министр", "current"),  # another document
        ("Ян Новак", "министр связи", "current"),
        ("Ян Новак", "министр связи", "current"),
    ]
    assert found.cards[["person", "role", "country", "status", "documents"]].to_numpy().tolist() == [
        ["Вера Седова", "министр", "", "former", 1],
        ["Вера Седова", "министр труда", "", "current", 1],
        ["Олег Зуев", "заместитель", "", "current", 1],  # of a director or of a minister
        ["Олег Зуев", "заместитель директора", "", "current", 1],
        ["Олег Зуев", "заместитель министра", "", "current", 1],
        ["Ян Новак", "министр связи", "Чехия", "current", 2],
    ]


def test_an_office_of_a_state_is_that_of_the_others_that_its_holder_has() -> None:
    found = tables(
        "Премьер Ян Новак и министр связи Чили Анна Рид уехали в Перу. Бывший министр транспорта Эстонии Новак молчал.",
        "В Перу ждут министра Анну Рид.",
        "Директор Анна Рид открыла завод в Чили.",
    )
    held = found.occupancies[["person", "role", "country"]].itertuples(index=False, name=None)
    assert set(held) == {
        ("Анна Рид", "директор", ""),
        ("Анна Рид", "министр", ""),  # as its document says
        ("Анна Рид", "министр связи", "Чили"),
        ("Ян Новак", "министр транспорта", "Эстония"),
        ("Ян Новак", "премьер", "Эстония"),
    }
    assert set(found.cards[found.cards["person"] == "Анна Рид"]["country"]) == {"", "Чили"}


def test_an_office_of_a_state_is_that_of_the_one_state_of_its_document() -> None:
    found = tables(
        "Министр транспорта Ян Новак прибыл в Таллин. Эстония ждёт гостей, в Эстонии рады. Президент Пётр Ильин выступил.",
        "Министр транспорта Олег Зуев прибыл в Таллин. Эстония ждёт гостей из Латвии.",
        "Министр финансов Чехии Вера Седова уехала.",
        "Министр финансов Вера Седова вернулась из Эстонии в Эстонию.",
        "Министр связи Чили Анна Рид открыла выставку.",
        "Министр связи Анна Рид вернулась. Чили спорит с Перу, в Чили ждут, Чили молчит.",
    )
    held = found.occupancies[["person", "role", "country"]].itertuples(index=False, name=None)
    assert sorted(held) == [
        ("Анна Рид", "министр связи", "Чили"),
        ("Анна Рид", "министр связи", "Чили"),  # another document says the same
        ("Вера Седова", "министр финансов", ""),  # another document knows better
        ("Вера Седова", "министр финансов", "Чехия"),
        ("Олег Зуев", "министр транспорта", ""),
        ("Пётр Ильин", "президент", ""),  # maybe of a company
        ("Ян Новак", "министр транспорта", "Эстония"),
    ]


def test_a_clipped_title_is_the_one_written_out_in_its_document() -> None:
    found = tables(
        "Министр труда и соцзащиты Перу Гордей Шубин прилетел. Министр труда и социальной защиты Гордей Шубин выступил.",
        "Замминистра спорта Эльза Шубина улетела.",
        "Заместитель министра спорта Эльза Шубина вернулась.",
    )
    held = found.occupancies[["person", "role", "country"]].itertuples(index=False, name=None)
    assert sorted(set(held)) == [
        ("Гордей Шубин", "министр труда и социальной защиты", "Перу"),
        ("Эльза Шубина", "заместитель министра спорта", ""),
        ("Эльза Шубина", "замминистра спорта", ""),  # another document
    ]


def test_a_post_said_in_other_words_is_one_in_its_document() -> None:
    found = tables(
        "Премьер-министр Перу Гордей Шубин прилетел. Премьер Перу Гордей Шубин выступил. Бывший премьер Гордей Шубин молчал.",
        "Президент Перу Эльза Шубина улетела. Вечером глава государства Эльза Шубина вернулась. Эксперт Марк Зобнев ждал.",
        "Замминистра Лев Турчинец ушёл. Заместитель министра по спорту Лев Турчинец ответил.",
        "Народная артистка Вера Турчинец и артистка Вера Турчинец. Политический эксперт Марк Зобнев и эксперт Марк Зобнев.",
    )
    held = found.occupancies[["person", "role", "status"]].itertuples(index=False, name=None)
    assert sorted(set(held)) == [
        ("Вера Турчинец", "артистка", "current"),
        ("Вера Турчинец", "народная артистка", "current"),
        ("Гордей Шубин", "премьер", "former"),
        ("Гордей Шубин", "премьер-министр", "current"),
        ("Лев Турчинец", "заместитель министра по спорту", "current"),
        ("Марк Зобнев", "политический эксперт", "current"),
        ("Марк Зобнев", "эксперт", "current"),  # another document
        ("Эльза Шубина", "президент", "current"),
    ]
