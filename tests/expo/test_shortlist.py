"""Fields across languages, regions, and the rules of what is due and what a benefit comes to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dragoman.expo import fields, regions
from dragoman.expo.cooperations import Benefit, balances
from dragoman.expo.due import Due, days_left, state, waiting
from dragoman.expo.shortlist import Candidate, Text, Wanted, fit


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Robots for search and rescue", {"robotics", "emergency"}),
        ("Роботы для поиска и спасения", {"robotics", "emergency"}),
        ("用于搜救的机器人", {"robotics", "emergency"}),
        ("picosecond lasers", {"lasers"}),
        ("искусственные алмазы", {"diamonds", "new materials"}),
        ("искусственный интеллект", {"artificial intelligence"}),
        ("data mining", {"big data", "software"}),
        ("a fair on the river", set()),
        ("в связи с этим", set()),
    ],
)
def test_fields_are_known_in_three_languages(text: str, codes: set[str]) -> None:
    assert set(fields.fields_of(text)) == codes


def test_every_field_has_labels_and_a_wider_field_that_is_there() -> None:
    for code in fields.codes():
        one = fields.field(code)
        assert all(one.labels)
        assert not one.within or one.within in fields.codes()
        for lang in ("en", "zh", "ru"):
            assert code in fields.fields_of(one.label(lang)), (code, lang)


def test_regions_are_sets_of_countries_that_do_not_overlap() -> None:
    assert {"by", "ru", "pl"} <= regions.countries_of("Восточная Европа")
    assert regions.countries_of("欧洲") > regions.countries_of("Eastern Europe")
    assert regions.countries_of("Atlantis") == frozenset()
    parts = [regions.countries_of(r) for r in ("Europe", "Asia", "Africa", "Latin America", "North America", "Oceania")]
    assert sum(map(len, parts)) == len(frozenset().union(*parts))


def test_place_and_kind_leave_out_and_what_is_not_known_does_not() -> None:
    want = Wanted.of(["lasers"], {"by"}, {"institute"}, 6)
    text = [Text("laser heads", "s1")]
    assert fit(want, Candidate("a", "company", text)) is None
    assert fit(want, Candidate("a", "institute", text, {"cn": "s2"})) is None
    assert fit(want, Candidate("a", "institute", [Text("fertilisers", "s1")])) is None
    found = fit(want, Candidate("a", "institute", text))
    assert found is not None
    assert found.limits == ("country", "trl")
    ripe = fit(want, Candidate("a", "institute", text, {"by": "s2"}, 7, "s3"))
    assert ripe is not None
    assert ripe.score.value > found.score.value
    assert {e for r in ripe.score.reasons for e in r.evidence} == {"s1", "s2", "s3"}


def test_a_narrower_field_fits_fully_and_a_wider_one_half() -> None:
    def value(asked: str, offered: str) -> float:
        found = fit(Wanted.of([asked]), Candidate("a", "", [Text(offered, "s")]))
        return found.score.value if found else 0.0

    assert value("robots", "drones") > value("drones", "robots") > value("drones", "lasers") == 0.0


@pytest.mark.parametrize(
    ("due", "today", "said", "expected"),
    [("2018-07-15", "2018-07-15", "", "open"), ("2018-07-15", "2018-07-16", "", "overdue"),
     ("2018-07", "2018-07-31", "", "open"), ("2018-07", "2018-08-01", "", "overdue"), ("2018", "2019-01-01", "", "overdue"),
     ("", "2018-01-01", "", "open"), ("2018-07-15", "2018-09-01", "kept", "kept")],
)  # fmt: skip
def test_a_promise_is_overdue_when_its_day_is_over(due: str, today: str, said: str, expected: str) -> None:
    assert state(due, today, said) == expected


def test_what_waits_is_in_the_order_of_its_days() -> None:
    told = (("a", "", "open"), ("b", "2018-12", "open"), ("c", "2018-07-01", "kept"), ("d", "2018-07-02", "overdue"))
    rows = [Due("promise", w, w, date=d, state=s) for w, d, s in told]
    assert [r.what for r in waiting(rows, "2018-09-01")] == ["d", "b", "a"]
    assert [r.what for r in waiting(rows, "2018-09-01", 30)] == ["d"]
    assert days_left("2018-12", "2018-12-30") == 1
    assert days_left("2019", "2018-12-31") == 365
    assert days_left("2018-07-02", "2018-07-04") == -2


def test_currencies_are_never_added_up() -> None:
    made = [Benefit("1", "taxes", "expected", Decimal("0.1"), "CNY"), Benefit("2", "taxes", "expected", Decimal("0.2"), "CNY"),
            Benefit("3", "taxes", "actual", Decimal("5"), "USD")]  # fmt: skip
    yuan, dollars = balances(made)
    assert (yuan.expected, yuan.actual, yuan.difference) == (Decimal("0.3"), None, None)
    assert (dollars.unit, dollars.actual) == ("USD", Decimal("5"))
