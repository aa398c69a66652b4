"""Headings over two rows, as people write them without merging cells, and rows that look like it and are none."""

from __future__ import annotations

import pytest

from dragoman.read.grid import sheet

NORD = ["Nordwind", "Sweden", "Marta", "engineer", "2016"]
OST = ["Ostsee", "Germany", "Karl", "owner", "2017"]

TWO = {
    "a second row under a title with nothing beside it": (
        [["Company", "Country", "Representative", "", "Since"], ["", "", "name", "post", ""], NORD, OST],
        ("Company", "Country", "Representative: name", "Representative: post", "Since"),
    ),
    "a second row under a repeated title": (
        [["Компания", "Страна", "Контакт", "Контакт", "Год"], ["", "", "Имя", "Должность", ""], NORD, OST],
        ("Компания", "Страна", "Контакт: Имя", "Контакт: Должность", "Год"),
    ),
    "a second row that goes on with the words": (
        [["Company", "Country", "Contact", "Contact", "Value"], ["name", "of origin", "person", "post", "(USD million)"], NORD],
        ("Company: name", "Country: of origin", "Contact: person", "Contact: post", "Value (USD million)"),
    ),
    "units in brackets under some titles": (
        [["企业", "国家", "代表", "职务", "金额"], ["", "", "", "", "（万美元）"], NORD, OST],
        ("企业", "国家", "代表", "职务", "金额 （万美元）"),
    ),
    "groups above the titles": (
        [["Catalogue"], ["Exhibitor", "", "Delegate", "", ""], ["name", "country", "name", "post", "since"], NORD, OST],
        ("Exhibitor: name", "Exhibitor: country", "Delegate: name", "Delegate: post", "Delegate: since"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TWO)
def test_headings_over_two_rows(case: str) -> None:
    cells, columns = TWO[case]
    table = sheet("s", list(enumerate(cells, 1))).table
    assert table is not None
    assert table.columns == columns
    assert table.rows[0] == tuple(NORD)
    assert table.first_row == cells.index(NORD) + 1


ONE = {
    "a row of words": [["Company", "Country", "Name", "Post", "Field"], ["Nordwind", "Sweden", "Marta", "engineer", "lasers"]],
    "small letters all over": [["Company", "Field"], ["nordwind", "lasers"], ["ostsee", "optics"]],
    "a column without a title": [["Company", "Country", ""], ["Nordwind", "Sweden", "came late"], ["Ostsee", "Germany", ""]],
    "a gap and a first row half empty": [["Company", "Country", ""], ["", "Sweden", "late"], ["", "Norway", "early"]],
    "a repeated title": [["Company", "Phone", "Phone"], ["Nordwind", "46 1", "46 2"], ["Ostsee", "49 1", "49 2"]],
}


@pytest.mark.parametrize("case", ONE)
def test_one_row_of_headings(case: str) -> None:
    cells = ONE[case]
    table = sheet("s", list(enumerate(cells, 1))).table
    assert table is not None
    assert len(table.rows) == len(cells) - 1
    assert table.first_row == 2


def test_lines_of_two_cells_above_a_table_are_no_groups() -> None:
    cells = [
        ["Organiser:", "Ministry of Science"],
        ["Company", "Country", "Field", "TRL"],
        ["Nordwind", "Sweden", "lasers", "7"],
    ]
    found = sheet("s", list(enumerate(cells, 1)))
    assert found.table is not None
    assert found.table.columns == ("Company", "Country", "Field", "TRL")
    assert found.above == ((1, "Organiser: Ministry of Science"),)
