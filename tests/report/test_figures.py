"""Reported beside counted: bounds read as worded, counted things by their noun, what is to check left out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import EDITION, EXPO, FIVE, NEWS, POLYUS, Made, document, figure, made, report_data

from dragoman.model.statement import Bound
from dragoman.report.book import Book
from dragoman.report.figures import Compared, Verdict, compare, meets
from dragoman.report.nouns import counted_kinds


def compared(m: Made) -> dict[str, Compared]:
    return {c.thing: c for c in compare(Book(report_data(m)))}


@pytest.mark.parametrize(
    ("bound", "counted", "met"),
    [
        (Bound.EXACT, 200, True), (Bound.EXACT, 199, False), (Bound.MORE_THAN, 200, False), (Bound.MORE_THAN, 201, True),
        (Bound.AT_LEAST, 200, True), (Bound.AT_LEAST, 199, False), (Bound.ABOUT, 181, True), (Bound.ABOUT, 221, False),
        (Bound.NEARLY, 190, True), (Bound.NEARLY, 201, False), (Bound.NEARLY, 100, False), (Bound.UP_TO, 200, True),
        (Bound.UP_TO, 201, False), (Bound.LESS_THAN, 200, False), (Bound.LESS_THAN, 199, True),
    ],
)  # fmt: skip
def test_bounds(bound: Bound, counted: int, met: bool) -> None:
    assert meets(counted, bound, 200) is met


@pytest.mark.parametrize(
    ("thing", "kinds"),
    [
        ("enterprises", ("company",)), ("domestic and overseas enterprises", ("company",)),
        ("universities and research institutes", ("university", "institute")), ("countries and regions", ("country",)),
        ("items for military and civil use", ("exhibit",)), ("projects signed", ("agreement",)), ("projects", ("project",)),
        ("delegations from home and abroad", ("delegation",)), ("visitors", ()), ("results and patents", ("result", "patent")),
        ("square metres of exhibition space", ()), ("sheep", ()), ("", ()),
        ("家企业", ("company",)), ("个国家和地区", ("country",)), ("项目", ("project",)), ("签约项目", ("agreement",)),
        ("名专家", ()), ("所高校、科研院所和企业", ("university", "institute", "company")),
        ("предприятий", ("company",)), ("стран", ("country",)), ("научно-исследовательских институтов", ("institute",)),
        ("подписанных проектов", ("agreement",)), ("посетителей", ()),
    ],
)  # fmt: skip
def test_counted_nouns(thing: str, kinds: tuple[str, ...]) -> None:
    assert set(counted_kinds(thing)) == set(kinds)


@given(st.text(max_size=60))
def test_any_text_is_a_counted_thing_or_none(thing: str) -> None:
    assert isinstance(counted_kinds(thing), tuple)


def test_the_sample() -> None:
    found = compared(made())
    assert found["enterprises"].verdict is Verdict.NOT_MET and found["enterprises"].counted == 1
    assert found["enterprises"].difference == -2 and found["enterprises"].rows == (made_id(POLYUS),)
    assert found["visitors"].verdict is Verdict.NOT_COMPARABLE and found["visitors"].counted is None
    assert found["projects signed"].counted == 1  # the memorandum that names the edition and is signed
    assert found["家企业"].verdict is Verdict.NOTHING


def made_id(about: tuple[str, str]) -> str:
    return next(s.entity_id for s in made().statements if s.prop == "name" and s.value == about[1])


def test_a_figure_without_scope_is_read_of_the_only_edition_of_its_document() -> None:
    exhibits = compared(made())["exhibits"]
    assert exhibits.subject_inferred and exhibits.subject == made_id(EDITION) and exhibits.counted == 1
    m = made()
    m.named("news.txt", ("Edition", "tenth River Tech Expo"), "River Tech Expo")
    assert compared(m)["exhibits"].verdict is Verdict.NOT_COMPARABLE


def test_what_is_to_check_or_denied_is_not_counted() -> None:
    m = made()
    exhibitor = [s for s in m.statements if s.prop in ("exhibitor", "edition")]
    assert exhibitor
    for change in ({"suggested": True}, {"negated": True}):
        n = made()
        n.statements = [replace(s, **change, id="") if s in exhibitor else s for s in m.statements]  # type: ignore[arg-type]
        assert compared(n)["enterprises"].counted == 0
    n.statements = [replace(s, suggested=True) if s.prop == "value" else s for s in m.statements]
    assert not [t for t in compared(n) if t in ("enterprises", "visitors")]


def exhibition(companies: int, bound: Bound, reported: int) -> Compared:
    """An edition with so many exhibitors beside what was reported."""
    m = Made()
    m.documents = {"news.txt": document("news.txt", NEWS, "en")}
    m.named("news.txt", EDITION, "River Tech Expo")
    for n in range(companies):
        who, part = ("Company", f"Firm {n}"), ("Participation", f"part {n}")
        m.named("news.txt", who, "enterprises", country="ru" if n % 2 else "cn")
        m.say("news.txt", part, "participant", who, "enterprises")
        m.say("news.txt", part, "event", EDITION, "enterprises")
        m.say("news.txt", part, "role", "exhibitor", "enterprises")
    organizer = ("PublicBody", "Ministry of Tools")
    m.named("news.txt", organizer, "Ministry of Tools")
    for prop, value in (("participant", organizer), ("event", EDITION), ("role", "organizer")):
        m.say("news.txt", ("Participation", "org"), prop, value, "organised by the Ministry of Tools")
    figure(m, "news.txt", str(reported), "companies and organisations", "enterprises", bound, subject=EDITION)
    figure(m, "news.txt", "2", "countries and regions", "2017", subject=EDITION)
    return compared(m)["companies and organisations"]


def test_makers_of_an_event_are_not_among_those_that_come() -> None:
    assert exhibition(5, Bound.EXACT, 5).verdict is Verdict.MET


@given(st.integers(0, 12), st.sampled_from(list(Bound)), st.integers(1, 12))
def test_verdict_and_difference_agree_with_the_bound(companies: int, bound: Bound, reported: int) -> None:
    found = exhibition(companies, bound, reported)
    assert found.counted == companies == len(found.rows)
    expected = Verdict.NOTHING if not companies else Verdict.MET if meets(companies, bound, reported) else Verdict.NOT_MET
    assert found.verdict is expected and found.difference == companies - reported


def test_a_series_counts_what_its_editions_hold() -> None:
    m = made()
    figure(m, "news.txt", "4", "exhibits shown", "exhibits", subject=EXPO)
    assert compared(m)["exhibits shown"].counted == 1


def test_editions_reported_by_a_series_are_counted() -> None:
    found = {c.statement.prop: c for c in compare(Book(report_data(made())))}
    assert found["sessions"].verdict is Verdict.NOTHING and found["sessions"].subject == made_id(FIVE)
    m = made()
    m.named("profile.txt", ("Edition", "第五届"), "五届")
    m.say("profile.txt", ("Edition", "第五届"), "expo", FIVE, "五届")
    found = {c.statement.prop: c for c in compare(Book(report_data(m)))}
    assert found["sessions"].counted == 1 and found["sessions"].verdict is Verdict.NOT_MET


def test_an_agreement_that_stands_for_many_is_a_report_and_no_count() -> None:
    m = made()
    many = ("Agreement", "27 projects")
    m.say("news.txt", many, "count", "27", "27 projects were signed")
    m.say("news.txt", many, "event", EDITION, "27 projects were signed")
    m.say("news.txt", many, "status", "signed", "27 projects were signed")
    reported = next(c for c in compare(Book(report_data(m))) if c.statement.prop == "count")
    assert reported.counted == 1 and reported.verdict is Verdict.NOT_MET


def money(unit: str, quote: str) -> Compared:
    m = made()
    memo = next(s for s in m.statements if s.prop == "subject" and s.schema == "Agreement")
    m.statements.append(replace(memo, prop="amount", value="300", unit="CNY", id=""))
    figure(m, "news.txt", "500", "money", quote, Bound.UP_TO, subject=EDITION, unit=unit)
    return compared(m)["money"]


def test_money_is_set_beside_the_sum_of_what_was_signed_in_that_currency() -> None:
    found = money("CNY", "27 projects were signed")
    assert found.counted == 300 and len(found.rows) == 1 and found.verdict is Verdict.MET
    assert money("USD", "27 projects were signed").verdict is Verdict.NOTHING
    assert money("CNY", "64,000 US dollars").verdict is Verdict.NOT_COMPARABLE  # a sale, nothing signed
