"""Networks as of a day, a centre's portfolio, the market of a country."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from dragoman.base.errors import UsageError
from dragoman.expo.portfolio import Sold, State, Step, doubts, path, standing, totals
from dragoman.expo.standing import Member, lasts, members_on
from dragoman.workspace import Workspace, open_workspace

ANNA = "Anna Chen"


def test_dates_cut_to_a_year_last_all_through_it() -> None:
    assert lasts("2018", "2018", "2018-06-30") and lasts("2018-06-30", "", "2018")
    assert not lasts("2019", "", "2018-12-31") and not lasts("", "2017-12", "2018")
    assert lasts("", "", "2018")


def test_who_comes_back_belongs_once() -> None:
    came = [Member("a", "2010", "2012"), Member("a", "2016", ""), Member("b", "2011", "2013")]
    assert [(m.record, m.since) for m in members_on(came, "2012")] == [("a", "2010"), ("b", "2011")]
    assert [(m.record, m.since) for m in members_on(came, "2018")] == [("a", "2016")]


def test_the_last_state_of_each_country_counts_and_of_one_day_the_furthest() -> None:
    states = [
        State("cn", "active contacts", "2016"), State("cn", "operating there", "2017-05"), State("by", "active contacts"),
        State("de", "operating there", "2017"), State("de", "develops elements", "2017"),
    ]  # fmt: skip
    assert [(s.country, s.stage) for s in standing(states, "2018")] == [
        ("by", "active contacts"), ("cn", "operating there"), ("de", "operating there")
    ]  # fmt: skip
    assert [s.stage for s in standing(states, "2016") if s.country == "cn"] == ["active contacts"]


def test_sales_are_summed_exactly_by_country_year_and_currency() -> None:
    sales = [
        Sold("a", "cn", "2016", Decimal("0.1"), "USD", "1"), Sold("b", "cn", "2016", Decimal("0.2"), "USD", "2"),
        Sold("a", "cn", "2016", Decimal(5), "CNY", "3"), Sold("a", "cn", "2017", Decimal(1), "USD", "4"),
    ]  # fmt: skip
    told = [(t.country, t.year, t.currency, t.amount, t.statements) for t in totals(sales)]
    assert told == [
        ("cn", "2016", "CNY", Decimal(5), ("3",)), ("cn", "2016", "USD", Decimal("0.3"), ("1", "2")),
        ("cn", "2017", "USD", Decimal(1), ("4",)),
    ]  # fmt: skip


def test_a_way_that_goes_back_is_told() -> None:
    steps = path([
        Step("product", "2016", 8, "Firm", "c"), Step("research", "2012", 3, "Institute", "a"),
        Step("prototype", "2017", 6, "", "d"),
    ])  # fmt: skip
    assert [s.date for s in steps] == ["2012", "2016", "2017"]
    assert doubts(steps) == ["TRL 8 on 2016, 6 on 2017: it falls", "product on 2016, prototype on 2017: it goes back"]
    assert doubts(steps[:2]) == []


@pytest.fixture
def hall(tmp_path: Path) -> Workspace:
    made = open_workspace(tmp_path / "w", create=True)
    enter = made.expo.enter
    for city, country in (("Minsk", "Belarus"), ("Gomel", "Belarus"), ("Harbin", "China"), ("Mianyang", "China")):
        enter("Place", {"name": city, "country": country}, by=ANNA)
    enter("Network", {"name": "Four cities", "networkKind": "城市网络"}, by=ANNA)
    for city, since, until in (
        ("Minsk", "2014", ""),
        ("Harbin", "2014", ""),
        ("Gomel", "2014", "2016"),
        ("Mianyang", "2017-03", ""),
    ):
        form = {"member": city, "organization": "Four cities", "startDate": since} | ({"endDate": until} if until else {})
        enter("Membership", form, by=ANNA)
    enter("Forum", {"name": "Youth forum", "network": "Four cities", "startDate": "2018-05-10"}, by=ANNA)
    enter("Forum", {"name": "High-tech forum", "network": "Four cities", "startDate": "2019-09-01"}, by=ANNA)
    return made


def test_a_network_has_members_as_of_a_day_and_events_outside_any_fair(hall: Workspace) -> None:
    names = lambda n: sorted(hall.store.captions([m.record for m in n.members]).values())  # noqa: E731
    assert names(hall.networks.show("Four cities", "2015")) == ["Gomel", "Harbin", "Minsk"]
    found = hall.networks.show("Four cities", "2018-06-30")
    assert names(found) == ["Harbin", "Mianyang", "Minsk"]
    assert (found.kind, found.countries) == ("city network", ("by", "cn"))
    assert [e.caption for e in found.events] == ["Youth forum"]
    rows = hall.networks.rows(found)
    assert rows[-1]["what"] == "event" and "entry" in str(rows[0]["source"])
    (row,) = hall.networks.listed("2018-06-30")
    assert (row["network"], row["members"], row["countries"]) == ("Four cities", 3, 2)
    with pytest.raises(UsageError, match="is no network"):
        hall.networks.show("Minsk")


def test_a_group_of_countries_is_a_dated_set(hall: Workspace) -> None:
    hall.expo.enter("CountryGroup", {"name": "Fair partners"}, by=ANNA)
    hall.expo.enter("Place", {"name": "Hungary", "placeKind": "country"}, by=ANNA)
    hall.expo.enter("Membership", {"member": "Hungary", "organization": "Fair partners", "startDate": "2015"}, by=ANNA)
    assert hall.networks.show("Fair partners", "2014").countries == ()
    assert hall.networks.show("Fair partners", "2017").countries == ("hu",)


@pytest.fixture
def centre(hall: Workspace) -> Workspace:
    enter = hall.expo.enter
    enter("Centre", {"name": "Harbour Nanocentre", "centreKind": "nanotechnology"}, by=ANNA)
    enter("Company", {"name": "Lancet LLC"}, by=ANNA)
    for resident, since, until in (("Lancet LLC", "2014", ""), ("Helm JSC", "2010", "2013")):
        form = {"member": resident, "organization": "Harbour Nanocentre", "role": "resident", "startDate": since}
        enter("Membership", form | ({"endDate": until} if until else {}), by=ANNA)
    enter("Project", {"name": "Picosecond laser", "developer": "Lancet LLC", "field": "lasers"}, by=ANNA)
    for place, stage, date in (
        ("China", "active contacts", "2015"),
        ("China", "уже работает", "2017"),
        ("Germany", "代工", "2018"),
    ):
        enter("MarketStatus", {"subject": "Picosecond laser", "place": place, "marketStage": stage, "date": date}, by=ANNA)
    for stage, trl, date, holder in (
        ("research", 3, "2010", "Institute of Optics"),
        ("serial production", 9, "2017-02", "Lancet LLC"),
    ):
        enter(
            "TransferStep",
            {"subject": "Picosecond laser", "transferStage": stage, "trl": trl, "date": date, "holder": holder},
            by=ANNA,
        )
    sale = {"seller": "Lancet LLC", "buyer": "unnamed: enterprises of the country", "country": "China", "date": "2016"}
    enter("Sale", {**sale, "amount": "64,000 US dollars", "object": "lasers"}, by=ANNA)
    enter("Sale", {**sale, "amount": "0.5 million CNY", "date": "2017-04"}, by=ANNA)
    enter("Sale", {"seller": "Helm JSC", "buyer": "Harbin", "amount": "9 USD", "date": "2012"}, by=ANNA)
    return hall


def test_a_portfolio_tells_markets_by_country_the_way_and_sales(centre: Workspace) -> None:
    found = centre.portfolios.of("Harbour Nanocentre", "2018-06")
    (resident,) = found.residents  # the other left in 2013
    assert (resident.caption, resident.fields, resident.projects) == ("Lancet LLC", ("lasers",), ("Picosecond laser",))
    assert [(s.country, s.stage) for s in resident.states] == [("cn", "operating there"), ("de", "makes products for partners")]
    assert [(s.stage, s.trl, s.holder) for s in resident.steps] == [
        ("research", 3, "Institute of Optics"), ("serial production", 9, "Lancet LLC")
    ]  # fmt: skip
    assert [(t.country, t.year, str(t.amount), t.currency) for t in found.sales] == [
        ("cn", "2016", "64000", "USD"), ("cn", "2017", "500000", "CNY")
    ]  # fmt: skip
    assert [s.stage for s in centre.portfolios.of("Harbour Nanocentre", "2016").residents[0].states] == ["active contacts"]
    rows = centre.portfolios.rows(found, "zh")
    assert {r["country"] for r in rows} >= {"中国", "德国"} and all(r["source"] for r in rows)
    assert next(r["resident"] for r in centre.portfolios.rows(centre.portfolios.of("Harbour Nanocentre", "2011"))) == "Helm JSC"


def test_a_market_tells_what_is_wanted_offered_and_sold_there_each_with_its_source(centre: Workspace) -> None:
    enter = centre.expo.enter
    note = {
        "name": "Logistics in China",
        "place": "China",
        "field": "логистика",
        "wants": "warehouse robots",
        "date": "2018-06",
    }
    enter("Market", note, by=ANNA)
    enter("Company", {"name": "Hub Ltd", "country": "China"}, by=ANNA)
    want = {"requester": "Hub Ltd", "summary": "robots for a warehouse", "field": "物流", "expires": "2019-01-31"}
    enter("Request", want, by=ANNA)
    give = {"offeror": "Lancet LLC", "summary": "laser cutting", "field": "lasers", "partnerCountry": "China"}
    enter("Offer", give, by=ANNA)
    rows = centre.markets.of("Китай", day="2018-07-01")
    kinds = {(r["kind"], r["who"]) for r in rows}
    assert kinds == {
        ("wants", ""), ("seeks", "Hub Ltd"), ("offers there", "Lancet LLC"), ("active", "Picosecond laser"),
        ("sold", "Lancet LLC"),
        ("sold", "Helm JSC"),
    }  # fmt: skip
    assert all(r["source"] for r in rows)
    assert {r["kind"] for r in centre.markets.of("cn", "logistics", "2018-07-01")} == {"wants", "seeks"}
    assert "seeks" not in {r["kind"] for r in centre.markets.of("cn", day="2019-02-01")}  # it is over
    assert centre.markets.of("Belarus") == []
    with pytest.raises(UsageError, match="no country or region"):
        centre.markets.of("Atlantis")
