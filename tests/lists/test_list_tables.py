"""Any table as a list: by columns named, by a mapping file, by usual headings; bad rows told, filters, dates."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lists_samples import PARTNERS

from dragoman.base.errors import BadMapping, UsageError
from dragoman.workspace.lists import Lists

Read = Callable[..., dict[str, dict[str, Any]]]
Put = Callable[..., Path]
MAPPING = """
title = "Firms under review"
law = "EU"
id = ["Nr"]
schema_column = "Art"
published = "Stand"
dates = "mdy"
[schema_values]
"natürliche Person" = "Person"
[columns]
Firma = "name"
Auch = { property = "alias", split = [";", ","] }
Geboren = "birthDate"
Land = "nationality"
Stand = "listingDate"
[constants]
program = ["Review", "Second"]
[rows]
ended = "Ende"
"""
REVIEWED = """Nr,Firma,Auch,Geboren,Land,Art,Stand,Ende
1,Zarya Works,"Zarya Co., Ltd., Zarya Machines",,Russian,firm,02/01/2024,
2,Otmar Velli,"Velli, Otmar",03/25/1973,Congo; Rwanda,natürliche Person,02/28/2024,
3,Gone Works,,,,firm,01/01/2020,12/31/2021
"""


def test_named_columns_make_a_list_of_any_table(read: Read, lists: Lists) -> None:
    found = read("partners.csv", PARTNERS, name_column="Firma", id_column="Nr", country_column="Land", schema="Company",
                 alias_column="Alias")  # fmt: skip
    assert set(found) == {"1", "2"}
    assert found["1"]["schema"] == "Company" and found["1"]["properties"]["country"] == ["de"]
    assert found["1"]["properties"]["alias"] == ["KAL", "Korvan"]
    assert found["2"]["properties"]["name"] == ["Zarya Machine Works"] and found["2"]["properties"]["alias"] == ["Zarya Works"]
    meta = lists.edition("sample").meta
    assert meta.problems == 1 and meta.law == "" and meta.published == ""


def test_a_row_without_a_name_is_told_with_its_line(lists: Lists, put: Put) -> None:
    made = lists.add("p", put("partners.csv", PARTNERS), name_column="Firma", id_column="Nr")
    assert [str(p) for p in made.problems] == ["partners.csv line 5: has no name"]


def test_without_ids_they_are_made_of_names_and_stay(lists: Lists, put: Put) -> None:
    text = "Company\nKorvan\nZarya\nKorvan\n"
    lists.add("a", put("a.csv", text), name_column="Company")
    lists.add("b", put("b.csv", "Company\nNew One\nZARYA.\n"), name_column="Company")
    first, second = lists.edition("a"), lists.edition("b")
    ids = [first.entity(n)["id"] for n in range(3)]
    assert ids[2] == f"{ids[0]}-2" and second.entity(1)["id"] == ids[1]
    assert first.record(first.find(ids[2])).names == ("Korvan",)


def test_mapping_file(read: Read, lists: Lists, put: Put) -> None:
    found = read("reviewed.csv", REVIEWED, mapping=put("firms.toml", MAPPING))
    firm, person = found["1"], found["2"]
    assert set(found) == {"1", "2"} and (firm["schema"], person["schema"]) == ("Company", "Person")
    assert firm["properties"]["alias"] == ["Zarya Co., Ltd.", "Zarya Machines"] and firm["properties"]["nationality"] == ["ru"]
    assert person["properties"]["birthDate"] == ["1973-03-25"] and person["properties"]["nationality"] == ["cg", "rw"]
    assert firm["properties"]["program"] == ["Review", "Second"]
    meta = lists.edition("sample").meta
    assert (meta.title, meta.law, meta.published) == ("Firms under review", "EU", "2024-02-28")
    assert meta.notes == ["1 rows that ended before 2024-02-28 were left out"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("columns = 3 =", "no TOML"),
        ('colums = {}\n[columns]\nA = "name"', "unknown keys colums"),
        ('[columns]\nA = "alias"', "names no column as the name"),
        ("[columns]\nA = 3", "does not say what column 'A' is"),
        ('[columns]\nA = { property = "name", extract = "(" }', "no regular expression"),
        ('[columns]\nA = { property = "name", extract = "x" }', "no group"),
    ],
)
def test_a_wrong_mapping_is_told(lists: Lists, put: Put, text: str, told: str) -> None:
    with pytest.raises(BadMapping, match=told):
        lists.add("x", put("t.csv", "A,B\n1,2\n"), mapping=put("m.toml", text))
    assert lists.labels() == []


def test_a_missing_column_names_those_there_are(lists: Lists, put: Put) -> None:
    with pytest.raises(BadMapping, match="no column Firm; its columns are Nr, Firma, Land, Alias"):
        lists.add("x", put("partners.csv", PARTNERS), name_column="Firm")


def test_usual_headings_are_recognised_in_three_languages(lists: Lists, put: Put) -> None:
    lists.add("ru", put("r.csv", "Наименование;ИНН;Страна\nООО Заря;7700000001;Россия\n"))
    lists.add("zh", put("z.csv", "企业名称,国家,统一社会信用代码\n曙光机器有限公司,中国,91110000100000000X\n"))
    russian, chinese = lists.edition("ru").entity(0), lists.edition("zh").entity(0)
    assert russian["properties"] == {"innCode": ["7700000001"], "country": ["ru"], "name": ["ООО Заря"]}
    assert chinese["properties"]["uscCode"] == ["91110000100000000X"] and chinese["properties"]["country"] == ["cn"]


def test_who_has_a_birth_date_is_a_person_and_further_name_columns_are_aliases(lists: Lists, put: Put) -> None:
    lists.add("p", put("p.csv", "uuid,name_en,name_zh,date_of_birth\nu1,Otmar Velli,奥特马,1971-02-03\n"))
    entity = lists.edition("p").entity(0)
    assert (entity["id"], entity["schema"]) == ("u1", "Person")
    assert entity["properties"] == {"birthDate": ["1971-02-03"], "name": ["Otmar Velli"], "alias": ["奥特马"]}


def test_headings_that_say_nothing_ask_for_a_column(lists: Lists, put: Put) -> None:
    with pytest.raises(UsageError, match="its headings are Foo, Bar; none says where the names are"):
        lists.add("x", put("t.csv", "Foo,Bar\n1,2\n"))


def test_rows_by_value_and_the_latest_block(read: Read, lists: Lists) -> None:
    text = "name,aliases,report-date,country,notes,source_url\nOld Name,,2022,,,u\nNew Name,Old Name,2023,China,,u\n"
    assert [e["properties"]["name"] for e in read("b.csv", text).values()] == [["New Name"]]
    assert lists.edition("sample").meta.published == "2023"
    assert [e["properties"]["name"] for e in read("b.csv", text, where={"report-date": "2022"}).values()] == [["Old Name"]]
    assert lists.edition("sample").meta.published == "2022" and len(lists.show("sample")) == 2


def test_a_workbook(lists: Lists, put: Put) -> None:
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in (("Name", "Country", "Founded"), ("Korvan", "Rwanda", 1990.0), (None, None, None), (None, "China", 1991)):
        sheet.append(row)
    book.save(out)
    made = lists.add("x", put("book.xlsx", out.getvalue()))
    assert lists.edition("x").entity(0)["properties"] == {"country": ["rw"], "name": ["Korvan"]}
    assert [str(p) for p in made.problems] == ["book.xlsx line 4: has no name"]


@pytest.mark.parametrize(("encoding", "text"), [
    ("cp1251", "Наименование;Страна\nОбщество Заря;Россия\nЗавод Маяк;Россия\n"),
    ("gb18030", "企业名称,国家\n曙光机器制造有限公司,中国\n东方电子技术研究所,中国\n"),
    ("cp1252", "name,country\nSociété Générale d'Énergie,France\nMüller Größe,Germany\n"),
    ("utf-16", "name\tcountry\nKorvan Größe\tGermany\n"),
])  # fmt: skip
def test_encodings(lists: Lists, put: Put, encoding: str, text: str) -> None:
    lists.add("x", put("t.csv", text.encode(encoding)))
    first = text.split("\n")[1]
    assert lists.edition("x").record(0).names[0] == first.replace("\t", ";").replace(",", ";").split(";")[0]


def test_a_schema_is_taken_in_any_case_and_an_unknown_one_refused(lists: Lists, put: Put) -> None:
    path = put("t.csv", "who,what\nOtmar Velli,individual\n")
    lists.add("p", path, name_column="who", schema="person")
    lists.add("q", path, name_column="who", schema_column="what", schema="Company")
    assert lists.edition("p").entity(0)["schema"] == lists.edition("q").entity(0)["schema"] == "Person"
    with pytest.raises(UsageError, match="no schema 'Foo'"):
        lists.add("r", path, name_column="who", schema="Foo")


def test_the_mapping_of_the_docs_and_every_bundled_one_is_understood() -> None:
    from dragoman.lists.mapping import bundled, parse

    page = (Path(__file__).parents[2] / "docs" / "lists.md").read_text(encoding="utf-8")
    mapping = parse(page.split("```toml\n")[1].split("```")[0], "docs")
    assert mapping.latest == "report-date" and mapping.month_first
    assert all(m.title and m.law and m.headings for m in bundled().values())
    assert len({m.headings for m in bundled().values()}) == len(bundled()) >= 7
