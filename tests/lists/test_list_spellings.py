"""Printed names taken apart, dates and countries as lists write them."""

from __future__ import annotations

import pytest

from dragoman.lists.countries import countries, country, country_of_address, without_country
from dragoman.lists.dates import date, dates
from dragoman.lists.entry import number
from dragoman.lists.spellings import Spellings, cut, take_apart, turned


@pytest.mark.parametrize(
    ("printed", "schema", "found"),
    [
        ("Northam Academy of Field Medicine (NAFM)", "Company", Spellings("Northam Academy of Field Medicine", short=["NAFM"])),
        ("Northam Trade & Transport (NTT) GmbH", "Company", Spellings("Northam Trade & Transport GmbH", short=["NTT"])),
        ("Petrov Electronic Company (PEC), LLC", "Company", Spellings("Petrov Electronic Company, LLC", short=["PEC"])),
        ("3rd Plant of Northam Rocket Group (NRG)", "Company", Spellings("3rd Plant of Northam Rocket Group")),
        ("Northam Rocket Group (NRG) Security Bureau", "Company", Spellings("Northam Rocket Group Security Bureau")),
        ("Joint Stock Company (JSC) VELMA", "Company", Spellings("Joint Stock Company VELMA")),
        ("Bank of Northam (UK)", "Company", Spellings("Bank of Northam (UK)")),
        ("Northam Holding (Hong Kong)", "Company", Spellings("Northam Holding (Hong Kong)")),
        ("Velmex (Northam Technologies State Corporation)", "Company",
         Spellings("Velmex", ["Northam Technologies State Corporation"])),
        ("Velma (a.k.a. Velma OJSC; formerly NPO Velma)", "Company", Spellings("Velma", ["Velma OJSC"], ["NPO Velma"])),
        ("Foo Trading a.k.a. Bar Trading; f.k.a. Baz", "Company", Spellings("Foo Trading", ["Bar Trading"], ["Baz"])),
        ("Velma, OOO (f.k.a., Obshchestvo Velma)", "Company", Spellings("Velma, OOO", [], ["Obshchestvo Velma"])),
        ("AIR OF THE LAKES (AOL) ; GREAT LAKES (GL)", "Company",
         Spellings("AIR OF THE LAKES", ["GREAT LAKES"], short=["AOL", "GL"])),
        ("Korvan Corporation (Aliases: KOGEL, Genko Co., Ltd.)", "Company",
         Spellings("Korvan Corporation", ["KOGEL", "Genko Co., Ltd."])),
        ("Korvan Works (朝鮮工場)", "Company", Spellings("Korvan Works", ["朝鮮工場"])),
        ("Northam 13th Institute (NG 13). Subordinate Institution - Hebel Optics", "Company",
         Spellings("Northam 13th Institute (NG 13). Subordinate Institution - Hebel Optics", ["Hebel Optics"])),
        ("Otmar VELLI (Отмар ВЕЛЛИ)", "Person", Spellings("Otmar VELLI", ["Отмар ВЕЛЛИ"])),
        ("Otmar VELLI (Russian: Отмар ВЕЛЛИ)", "Person", Spellings("Otmar VELLI", ["Отмар ВЕЛЛИ"])),
        ("Otmar VELLI (Отмар ВЕЛЛИ) Otmaro VELLO (Отмаро ВЕЛЛО)", "Person",
         Spellings("Otmar VELLI", ["Otmaro VELLO", "Отмар ВЕЛЛИ", "Отмаро ВЕЛЛО"])),
        ("Otmar (Otto) (Ottmar) VELLI", "Person", Spellings("Otmar VELLI", ["Otto VELLI", "Ottmar VELLI"])),
        ("Otmar VELLI (Otmar WELI, WELLI)", "Person", Spellings("Otmar VELLI", ["Otmar WELI"], weak=["WELLI"])),
        ("Otmar VELLI (a.k.a. Otmar WELI, Otto WELI)", "Person", Spellings("Otmar VELLI", ["Otmar WELI", "Otto WELI"])),
        ("Otmar VELLI (a.k.a. Owl, Hawk)", "Person", Spellings("Otmar VELLI", weak=["Owl", "Hawk"])),
        ("Orla VELLI (born BRANT )", "Person", Spellings("Orla VELLI", previous=["Orla BRANT"])),
        ("Orla VELLI (birth name)", "Person", Spellings("Orla VELLI")),
        ("Orla VELLI –", "Person", Spellings("Orla VELLI")),
    ],
)  # fmt: skip
def test_a_printed_name_is_taken_apart(printed: str, schema: str, found: Spellings) -> None:
    assert take_apart(printed, schema) == found


def test_surname_first_is_turned_round() -> None:
    assert turned("VELLI, Otmar") == "Otmar VELLI"
    assert turned("ABU VELLI, Otmar, Jr.") == "Otmar ABU VELLI Jr."
    assert turned("VELLI, Jr.") == "VELLI Jr."
    assert turned("VELLI, Otmar, Haji") == "Otmar Haji VELLI"


def test_cells_of_several_names_are_cut() -> None:
    assert cut("Korvan Co., Ltd., Korvan Optics", (",",)) == ["Korvan Co., Ltd.", "Korvan Optics"]
    assert cut("Otmar Velli, Otto Weli", (",",), person=True) == ["Otmar Velli", "Otto Weli"]
    assert cut("Velli, Otmar", (",",), person=True) == ["Velli, Otmar"]
    assert cut("Alpha (one; two); Beta", (";",)) == ["Alpha (one; two)", "Beta"]
    assert cut("Alpha (one; Beta", (";",)) == ["Alpha (one", "Beta"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Ukrainian and/or Russian", ("ua", "ru")), ("Russian; Israeli", ("ru", "il")), ("Bosnia and Herzegovina", ("ba",)),
        ("Congo, Democratic Republic of the", ("cd",)), ("Korea, North", ("kp",)), ("DPRK.", ("kp",)), ("ROK", ("kr",)),
        ("Democratic People’s Republic of Korea", ("kp",)), ("UAE", ("ae",)), ("CHN", ("cn",)), ("Россия", ("ru",)),
        ("中国", ("cn",)), ("The Gambia", ("gm",)), ("Syrian Arab Republic", ("sy",)), ("Côte d'Ivoire", ("ci",)),
        ("Russian (the Union does not recognise passports issued in Crimea)", ("ru",)), ("undetermined", ()), ("", ()),
    ],
)  # fmt: skip
def test_countries(text: str, codes: tuple[str, ...]) -> None:
    assert countries(text) == codes


def test_every_country_has_its_three_letters_and_no_form_means_two() -> None:
    from dragoman import data

    forms = [
        (form, line.split("\t")[0])
        for line in data.text("lists/country_words.tsv").splitlines() if line and line[0] != "#"
        for form in line.split("\t")[1].split("|")
    ]  # fmt: skip
    assert len({f for f, _ in forms}) == len(forms)
    assert all(country(form) == code for form, code in forms)


def test_the_country_of_an_address() -> None:
    assert country_of_address("5 Minsk Street, Goma, Democratic Republic of the Congo") == "cd"
    assert country_of_address("Sanaa, YE") == "ye" and country_of_address("12 Long Street, No") == ""
    assert without_country("People's Republic of China Korvan Optics") == "Korvan Optics"
    assert without_country("Korvan Optics") == "Korvan Optics" and without_country("China") == "China"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1958; 1959", ("1958", "1959")), ("15.4.1957, 22.2.1958", ("1957-04-15", "1958-02-22")), ("circa 1955", ("1955",)),
        ("March 12, 2021", ("2021-03-12",)), ("25 Mar 1973", ("1973-03-25",)), ("Nov. 1973", ("1973-11",)),
        ("1962 to 1965", ("1962", "1963", "1964", "1965")), ("between 1900 and 1960", ("1900", "1960")),
        ("00/00/1971", ("1971",)), ("25/03/1973", ("1973-03-25",)), ("2024年3月5日", ("2024-03-05",)),
        ("2012-12-31T00:00:00", ("2012-12-31",)), ("03/04/73", ()), ("unknown", ()), ("19731225", ()),
    ],
)  # fmt: skip
def test_dates(text: str, found: tuple[str, ...]) -> None:
    assert dates(text) == found


def test_dates_of_americans() -> None:
    assert date("06/07/2024") == "2024-07-06" and date("06/07/2024", month_first=True) == "2024-06-07"
    assert date("25/07/2024", month_first=True) == "2024-07-25"


def test_numbers_without_who_issued_them() -> None:
    assert number("427320 (Iran)") == ["427320"] and number("A0002987, issued in Iran") == ["A0002987"]
    assert number("(Iran)") == ["(Iran)"]
