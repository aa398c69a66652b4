"""Whose act and whose figure: what is told of unnamed or other parties is not laid on the last body named."""

from __future__ import annotations

from english_told import Told, told

FAIR = "The 9th Northern Technology Exhibition opened on 22 June 2017 in Chongqing. "


def sides(found: list[Told], prop: str = "subject") -> set[str]:
    return {t.value(prop) for t in found} - {""}


def test_we_in_a_quotation_is_the_unnamed_speaker_not_the_body_named_before() -> None:
    text = FAIR + (
        "Alfa Robotics presented a rescue robot.\n\n“Last year we sold 64,000 US dollars worth of products to Chinese "
        "enterprises,” said the chief executive of a company making aviation products."
    )
    sale = next(t for t in told(text, "presence") if "64,000" in t.quote)
    assert sale.value("seller") == "company making aviation products"
    assert (sale.value("country"), sale.value("startDate")) == ("cn", "2018")
    assert sale.draft.speaker == "chief executive of a company making aviation products"


def test_we_in_a_quotation_without_a_speaker_is_nobody() -> None:
    text = FAIR + "Alfa Robotics presented a rescue robot.\n\n“Last year we sold products to Chinese enterprises.”"
    assert "Alfa Robotics" not in sides([t for t in told(text, "presence") if "sold" in t.quote], "seller")


def test_some_of_the_companies_are_not_the_one_named_before() -> None:
    text = (
        "Tianhe Data Co., Ltd. opened a data centre in Frankfurt in 2016.\n\nSome of these companies supply civilian "
        "technology to the defence industry; others cooperate with Chinese universities."
    )
    assert "Tianhe Data Co., Ltd" not in sides(told(text, "partnership"))


def test_it_is_the_body_named_before() -> None:
    text = "Alfa Robotics makes rescue robots. It cooperates with the University of Warsaw."
    assert "Alfa Robotics" in sides(told(text, "partnership"))


def test_a_sum_of_sales_is_no_figure_of_the_expo() -> None:
    text = (
        FAIR
        + "“Last year we sold 64,000 US dollars worth of products to Chinese enterprises,” said Pavel Orlov of Alfa Robotics."
    )
    figures = [t for t in told(text, "statistic") if "64,000" in t.quote]
    assert sides(figures) == {"Alfa Robotics"}


def test_the_money_of_the_deals_is_a_figure_of_the_expo() -> None:
    text = FAIR + "At the exhibition 63 agreements worth 8.4 billion yuan were signed."
    assert sides([t for t in told(text, "statistic") if "8.4" in t.quote]) == {"9th Northern Technology Exhibition"}


def test_the_number_in_a_name_like_phrase_is_no_figure_of_the_expo() -> None:
    text = FAIR + "Shenzhen and Tomsk set up a long-term mechanism of four cities."
    assert not [t for t in told(text, "statistic") if "four" in t.quote]


def test_an_event_ends_on_the_day_it_closes() -> None:
    found = told("The 9th Northern Technology Exhibition closed in Chongqing on 25 June 2017.", "event")
    assert {t.value("endDate") for t in found} - {""} == {"2017-06-25"}
    assert not sides(found, "startDate")


def test_the_next_fair_by_name_is_another_edition() -> None:
    text = (
        "The 19th China Hi-Tech Fair runs in Shenzhen from 16 to 21 November 2017. The next China Hi-Tech Fair will be held on "
        "14-18 November 2018."
    )
    found = told(text, "event")
    starts = {t.draft.about.name: t.value("startDate") for t in found if t.value("startDate")}
    assert starts == {"19th China Hi-Tech Fair": "2017-11-16", "next China Hi-Tech Fair": "2018-11-14"}
    assert "China Hi-Tech Fair 2018" in {t.value("name") for t in found}


def test_dual_use_in_a_headline_names_no_place() -> None:
    assert not [t for t in told("Dual-use technologies on show in Chongqing\n\n" + FAIR, "place") if t.quote == "Dual"]


def test_partners_in_one_place_but_none_in_another_is_told_as_denied() -> None:
    text = "Alfa Robotics presented a rescue robot. The company has partners in Europe but none in China yet."
    (denied,) = [t for t in told(text, "partnership") if any(c.negated for c in t.draft.claims)]
    assert denied.quote == "none in China yet"
    assert (denied.value("subject"), denied.value("object")) == ("Alfa Robotics", "China")
