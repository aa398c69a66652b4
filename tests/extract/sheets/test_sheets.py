"""Tables to statements: by headings as people write them, with what cannot be read reported and never lost."""

from __future__ import annotations

import pytest

from dragoman.extract.sheets import SheetExtractor
from dragoman.model.document import Document, Table
from dragoman.model.statement import Bound, Statement, Status


def document(columns: list[str], *rows: list[str], name: str = "sheet.xlsx", title: str = "", sheet: str = "List") -> Document:
    table = Table(sheet, tuple(columns), tuple(tuple(r) for r in rows))
    return Document("d" * 64, name, "text/csv", text=title, tables=(table,), title=title)


def by_prop(statements: list[Statement], schema: str, prop: str) -> list[Statement]:
    return [s for s in statements if s.schema == schema and s.prop == prop]


def test_catalogue_makes_firm_person_post_and_exhibit_with_ties() -> None:
    made = SheetExtractor().extract(
        document(
            ["Company name", "Country", "Contact person", "Position", "Product", "Application", "TRL", "Looking for"],
            [
                "Nordwind Instruments AB",
                "Sweden",
                "Marta Lindqvist",
                "chief engineer",
                "Sonar buoy",
                "fishing; rescue at sea",
                "TRL 8",
                "agents",
            ],
        )
    )
    firm = by_prop(made, "Company", "name")[0]
    assert firm.value == "Nordwind Instruments AB"
    assert by_prop(made, "Company", "country")[0].value == "se"
    assert by_prop(made, "Exhibit", "exhibitor")[0].value == firm.entity_id
    assert [s.value for s in by_prop(made, "Exhibit", "use")] == ["fishing", "rescue at sea"]
    assert by_prop(made, "Exhibit", "trl")[0].value == "8"
    assert by_prop(made, "Employment", "employer")[0].value == firm.entity_id
    assert by_prop(made, "Employment", "role")[0].value == "chief engineer"
    sought = by_prop(made, "Offer", "partnerSought")[0]
    assert (sought.value, sought.status) == ("agents", Status.INTENDED)
    evidence = firm.evidence[0]
    assert (evidence.exact, evidence.sheet, evidence.row, evidence.column) == (
        "Nordwind Instruments AB",
        "List",
        2,
        "Company name",
    )


def test_one_firm_in_two_rows_is_one_entity_with_two_pieces_of_evidence() -> None:
    made = SheetExtractor().extract(document(["Exhibitor", "Exhibit"], ["Nordwind AB", "Buoy"], ["Nordwind AB", "Radar"]))
    names = by_prop(made, "Company", "name")
    assert len(names) == 1 and [e.row for e in names[0].evidence] == [2, 3]
    assert len({s.entity_id for s in by_prop(made, "Exhibit", "name")}) == 2


def test_two_exhibits_of_one_name_by_two_firms_stay_two() -> None:
    made = SheetExtractor().extract(document(["Exhibitor", "Exhibit"], ["Nordwind AB", "Buoy"], ["Ostsee GmbH", "Buoy"]))
    assert len({s.entity_id for s in by_prop(made, "Exhibit", "name")}) == 2


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("已签约", Status.SIGNED),
        ("意向", Status.INTENDED),
        ("备忘录", Status.SIGNED),
        ("Letter of intent", Status.INTENDED),
        ("в силе", Status.RUNNING),
        ("переговоры", Status.LOOKED_INTO),
        ("completed", Status.ENDED),
        ("Согласовано", Status.AGREED),
        ("not signed yet", Status.NONE),
        ("未签署", Status.NONE),
        ("не подписано", Status.NONE),
    ],
)
def test_status_of_an_agreement_is_what_its_words_say(words: str, status: Status) -> None:
    made = SheetExtractor().extract(
        document(["Party A", "Party B", "Status", "Agreement"], ["A Ltd", "B Ltd", words, "On buoys"])
    )
    assert {s.status for s in by_prop(made, "Agreement", "party")} == {status}


def test_a_memorandum_is_one_kind_of_agreement() -> None:
    made = SheetExtractor().extract(document(["甲方", "乙方", "状态"], ["北方大学", "远东公司", "备忘录"]))
    assert by_prop(made, "Agreement", "agreementKind")[0].value == "memorandum"


@pytest.mark.parametrize(
    ("heading", "cell", "amount", "unit"),
    [
        ("Amount (USD, million)", "2.5", "2500000", "USD"),
        ("Amount", "RMB 456.5 billion", "456500000000", "CNY"),
        ("金额（万元）", "35", "350000", "CNY"),
        ("Сумма, млн руб.", "12,5", "12500000", "RUB"),
        ("Amount", "€ 1,200", "1200", "EUR"),
        ("Amount", "64,000 US dollars", "64000", "USD"),
        ("Сумма", "12 млн рублей", "12000000", "RUB"),
        ("金额", "4565亿元", "456500000000", "CNY"),
    ],
)
def test_amounts_take_scale_and_currency_from_cell_or_heading(heading: str, cell: str, amount: str, unit: str) -> None:
    made = SheetExtractor().extract(
        document(["Party A", "Party B", "Agreement", heading], ["A Ltd", "B Ltd", "On buoys", cell])
    )
    (s,) = by_prop(made, "Agreement", "amount")
    assert (s.value, s.unit, s.original_value) == (amount, unit, cell)


def test_figures_keep_their_bounds_and_who_says_them() -> None:
    made = SheetExtractor().extract(
        document(
            ["Indicator", "Value", "Source", "Event"],
            ["enterprises", "more than 3,700", "organising committee", "Fifth fair"],
            ["projects", "10964", "organising committee", "Fifth fair"],
        )
    )
    values = by_prop(made, "Figure", "value")
    assert [(s.value, s.bound) for s in values] == [("3700", Bound.MORE_THAN), ("10964", Bound.EXACT)]
    assert values[0].evidence[0].speaker == "organising committee"
    assert by_prop(made, "Figure", "subject")[0].value == by_prop(made, "Edition", "name")[0].entity_id


def test_presence_holds_from_and_to_and_leads_to_the_city() -> None:
    made = SheetExtractor().extract(
        document(
            ["Company", "Kind of presence", "Country", "City", "Counterpart", "Start date", "End date"],
            ["Longmen Telecom", "joint venture", "Russia", "Tomsk", "Sibir Svyaz LLC", "2016", "2019"],
            ["Longmen Telecom", "office", "Kenya", "", "", "2018", ""],
        )
    )
    kinds = by_prop(made, "Presence", "presenceKind")
    assert [(s.value, s.valid_from, s.valid_to) for s in kinds] == [("joint venture", "2016", "2019"), ("office", "2018", "")]
    names = {s.entity_id: s.value for s in made if s.prop == "name"}
    assert [names[s.value] for s in by_prop(made, "Presence", "place")] == ["Tomsk", "Kenya"]


def test_rows_without_a_needed_cell_are_left_out_with_one_line_each() -> None:
    examined = SheetExtractor().examine(
        document(
            ["Exhibitor", "Exhibit"], ["Nordwind AB", "Buoy"], ["", "Radar"], ["", ""], ["Total", "2"], ["Ostsee GmbH", "Lamp"]
        )
    )
    assert len(examined.problems) == 2
    assert "row 3" in examined.problems[0] and "Exhibitor" in examined.problems[0]
    assert "row 5" in examined.problems[1] and "totals" in examined.problems[1]
    assert {s.value for s in by_prop(examined.statements, "Company", "name")} == {"Nordwind AB", "Ostsee GmbH"}


def test_unknown_columns_become_notes_and_are_reported() -> None:
    examined = SheetExtractor().examine(
        document(["Exhibitor", "Exhibit", "Favourite colour"], ["Nordwind AB", "Buoy", "green"])
    )
    assert [s.value for s in examined.statements if s.prop == "notes"] == ["Favourite colour: green"]
    assert len(examined.problems) == 1 and "Favourite colour" in examined.problems[0]


def test_cells_that_cannot_be_read_become_notes_and_are_reported() -> None:
    examined = SheetExtractor().examine(
        document(["Exhibitor", "Exhibit", "Country", "TRL"], ["Nordwind AB", "Buoy", "Atlantis", "high"])
    )
    assert len(examined.problems) == 2 and all("row 2" in p for p in examined.problems)
    assert {s.value for s in examined.statements if s.prop == "notes"} == {"Country: Atlantis", "TRL: high"}


def test_a_table_of_no_known_kind_is_reported_and_not_guessed() -> None:
    examined = SheetExtractor().examine(document(["Wind", "Rain"], ["3", "4"]))
    assert examined.statements == [] and len(examined.problems) == 1 and "Wind, Rain" in examined.problems[0]


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        (["Участник", "Страна", "Стенд", "Продукция"], "catalogue"),
        (["参展商名称", "国别", "展位号", "展品名称"], "catalogue"),
        (["COMPANY / 公司", "Country / 国家", "Booth No.", "Products"], "catalogue"),
        (["№ п/п", "Дата", "Объект", "Принимающая сторона", "Что показано"], "itinerary"),
        (["Наше подразделение", "Партнёр", "Страна", "Область исследований"], "partnerships"),
        (["Our department", "Partner institution", "Country", "Field", "Start date"], "partnerships"),
        (["Мероприятие", "Организация", "Роль"], "participations"),
        (["Показатель", "Значение", "Источник"], "figures"),
        (["项目名称", "研发单位", "领域", "阶段"], "projects"),
        (["代表团", "团长", "姓名", "职务", "单位"], "delegation"),
        (["Гость", "Принимающая организация", "Дата визита", "Цель визита"], "visits"),
        (["Стороны", "Предмет договора", "Сумма договора", "Валюта", "Дата подписания"], "agreements"),
        (["公司名称", "存在类型", "国家", "城市", "开始日期"], "presence"),
    ],
)
def test_kinds_are_told_by_headings_as_people_write_them(columns: list[str], kind: str) -> None:
    assert SheetExtractor().preview(document(columns, ["x"] * len(columns)))[0].kind == kind


def test_a_delegation_is_named_by_the_title_of_its_sheet() -> None:
    made = SheetExtractor().extract(
        document(["Organisation", "Project"], ["Tomsk State University", "Gas analyser"], title="Delegation of Tomsk Region")
    )
    (name,) = by_prop(made, "Delegation", "name")
    assert (name.value, name.evidence[0].start, name.inferred) == ("Delegation of Tomsk Region", 0, False)
    assert by_prop(made, "Project", "broughtBy")[0].value == name.entity_id


def test_a_name_taken_from_the_file_is_marked_as_inferred() -> None:
    made = SheetExtractor().extract(
        document(["Stop", "Host"], ["Diamond laboratory", "TechnoSpark"], name="troitsk.xlsx", sheet="Sheet1")
    )
    (name,) = by_prop(made, "Visit", "name")
    assert (name.value, name.inferred) == ("troitsk", True)


def test_parties_in_one_cell_are_several() -> None:
    made = SheetExtractor().extract(
        document(["签约各方", "协议名称", "状态"], ["四川大学、海法影像公司", "联合实验室", "已签约"])
    )
    assert len(by_prop(made, "Agreement", "party")) == 2


def test_partners_of_a_project_each_have_a_part_in_it() -> None:
    made = SheetExtractor().extract(
        document(["Project", "Developer", "Participants"], ["Buoy", "Nordwind AB", "Ostsee GmbH; Fjord AS"])
    )
    parts = by_prop(made, "ProjectParticipant", "participant")
    assert len({s.entity_id for s in parts}) == 2 and len({s.value for s in parts}) == 2


def test_the_same_table_twice_gives_the_same_ids() -> None:
    rows = document(["Exhibitor", "Stand", "Representative"], ["Nordwind AB", "H1", "Marta Lindqvist"])
    assert [s.id for s in SheetExtractor().extract(rows)] == [s.id for s in SheetExtractor().extract(rows)]


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Catalogue of exhibitors, Third Tidal Technology Fair, Harbour City 2019", "Third Tidal Technology Fair"),
        ("Exhibitors of the 9th International Exhibition of Buoys", "9th International Exhibition of Buoys"),
        ("第三届海洋技术博览会展商目录", "第三届海洋技术博览会"),
        ("Каталог участников: IV Международная выставка «Буй»", "IV Международная выставка «Буй»"),
        ("Catalogue of exhibitors", ""),
        ("List of partners", ""),
    ],
)
def test_a_title_that_names_an_event_ties_the_rows_to_it(title: str, event: str) -> None:
    made = SheetExtractor().extract(document(["Exhibitor", "Exhibit"], ["Nordwind AB", "Buoy"], title=title))
    assert [s.value for s in by_prop(made, "Edition", "name")] == ([event] if event else [])
    assert len(by_prop(made, "Exhibit", "edition")) == len(by_prop(made, "Participation", "event")) == bool(event)
    for s in by_prop(made, "Edition", "name"):
        assert title[s.evidence[0].start : s.evidence[0].end] == event
