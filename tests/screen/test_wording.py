"""Cells that tell several names, and cells that only seem to."""

from __future__ import annotations

import pytest

from dragoman.screen.wording import names_in


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Kama Bank (formerly. KAMSKYBANK)", ("Kama Bank", "KAMSKYBANK")),
        ("Kama Bank (formerly known as Kamsky) JSC", ("Kama Bank JSC", "Kamsky")),
        ("Igor Lazarenko a.k.a. Gosha Lazar", ("Igor Lazarenko", "Gosha Lazar")),
        ("Igor Lazarenko, also known as Gosha; alias Lazar", ("Igor Lazarenko", "Gosha", "Lazar")),
        ("绵阳光电有限公司（原名：绵阳仪器厂）", ("绵阳光电有限公司", "绵阳仪器厂")),
        ("ООО «Кама» (ранее ОАО «Камский завод»)", ("ООО «Кама»", "ОАО «Камский завод»")),
        ("Kama Bank, formerly. Kamsky", ("Kama Bank", "Kamsky")),
        ("Kama Bank f/k/a Kamsky Bank", ("Kama Bank", "Kamsky Bank")),
        ("Kama Bank (f.k.a., Kamsky Bank OOO)", ("Kama Bank", "Kamsky Bank OOO")),
        ("Kama Bank, now known as Oka Bank", ("Kama Bank", "Oka Bank")),
        ("АО «Кама», бывш. ОАО «Камский завод»", ("АО «Кама»", "ОАО «Камский завод»")),
        ("Камский завод (прежнее наименование: Завод № 7)", ("Камский завод", "Завод № 7")),
        ("绵阳光电有限公司（原绵阳仪器厂）", ("绵阳光电有限公司", "绵阳仪器厂")),
        ("绵阳光电有限公司（现名绵阳光学有限公司）", ("绵阳光电有限公司", "绵阳光学有限公司")),
        ("Kama Bank (Kiev)", ("Kama Bank (Kiev)",)),
        ("Kama Trading (Export) Ltd", ("Kama Trading (Export) Ltd",)),
        ("Kama Institute (Prevention)", ("Kama Institute (Prevention)",)),
        ("绵阳研究院（原子能）", ("绵阳研究院（原子能）",)),
        ("Alexandra Exova", ("Alexandra Exova",)),
        ("", ("",)),
    ],
)
def test_names_of_a_cell(cell: str, names: tuple[str, ...]) -> None:
    assert names_in(cell) == names


@pytest.mark.parametrize(
    ("first", "between", "second", "end"),
    [
        ("Precision Plant Kama", " - ", "JSC RIC TECHPRIBOR", ""),
        ("Precision Plant Kama", " – ", "GmbH Techpribor", ""),
        ("Приборный завод «Кама»", " — ", "АО «ТЕХПРИБОР»", ""),
        ("绵阳光电", "——", "成都光电科技有限公司", ""),
        ("Bridge Builders Kama", " (", "KM-Bridge OOO", ")"),
        ("Камские мостостроители", " (", "ООО «КМ-Мост»", ")"),
        ("绵阳光电", "（", "成都光电科技有限公司", "）"),
    ],
)
def test_a_second_name_with_its_legal_form(first: str, between: str, second: str, end: str) -> None:
    """The cell is looked for as it stands too: no word says that these are names of one body."""
    cell = f"{first}{between}{second}{end}"
    assert names_in(cell) == (cell, first, second)


@pytest.mark.parametrize(
    "cell",
    [
        "JSC Kama - Technology",  # one name: the form is that of the whole
        "Kama Plant - Composite Technologies OJSC",
        "Кама - ООО",
        "Kama Lines (Pvt.) Limited",
        "Kama Lines SAL (Holding)",
        "Kama Dredging (Hong Kong Limited)",
        "华为技术（香港）有限公司",
        "Kama Plant (part of Volga JSC)",  # a relation
        "Kama Branch - JSC Volga",
        "Камский завод — филиал АО «Волга»",
        "绵阳光电（成都光电集团有限公司子公司）",
    ],
)
def test_one_name(cell: str) -> None:
    assert names_in(cell) == (cell,)
