"""Talent exchange: only owners enter, with consent and an end; what is over or withdrawn is not shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.base.errors import UsageError
from dragoman.expo.talent import is_expired
from dragoman.model.statement import Evidence, Statement
from dragoman.workspace import Workspace, open_workspace

IVAN, ANNA, DAY = "Ivan Petrov", "Anna Chen", "2019-06-14"


@pytest.fixture
def hall(tmp_path: Path) -> Workspace:
    made = open_workspace(tmp_path / "w", create=True)
    made.expo.enter("Expo", {"name": "Tidal Fair"}, by=ANNA)
    made.expo.enter("Edition", {"name": "Tidal Fair 3"}, by=ANNA, of="Tidal Fair")
    return made


def offer(hall: Workspace, text: str = "Two years in a laser laboratory", by: str = IVAN, **more: str) -> str:
    said = {"summary": text, "talentKind": "exchange", "field": "lasers", "language": ["ru", "en"]}
    given = {"consent": True, "expires": "2019-12-31", "of": "Tidal Fair 3", "today": DAY} | more
    return hall.talent.offer(said, by=by, **given)  # type: ignore[arg-type]


def test_an_owner_enters_it_and_it_is_shown_until_its_end(hall: Workspace) -> None:
    made = offer(hall)
    shown = hall.talent.listed("Tidal Fair 3", today=DAY)
    assert [(o.id, o.holder, o.kind, o.languages) for o in shown] == [(made, IVAN, "exchange", ("ru", "en"))]
    assert hall.talent.listed(today="2019-12-31") and not hall.talent.listed(today="2020-01-01")
    assert hall.talent.expired("2020-01-01") == [made]
    assert is_expired("", DAY)


def test_without_consent_an_end_or_an_owner_there_is_none(hall: Workspace) -> None:
    cases = [
        ({"consent": False}, "consent"),
        ({"expires": "2020-12-31"}, "more than a year"), ({"expires": "2019-06-13"}, "is over"),
        ({"expires": "soon"}, "no day"), ({"by": " "}, "its owner"),
    ]  # fmt: skip
    for more, wrong in cases:
        with pytest.raises(UsageError, match=wrong):
            offer(hall, **more)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="none of its choices"):
        hall.talent.offer({"summary": "x", "talentKind": "spying"}, by=IVAN, consent=True, expires="2019-12-31", today=DAY)
    with pytest.raises(UsageError, match="dragoman talent offer"):
        hall.expo.enter("TalentOffer", {"summary": "x", "holder": IVAN}, by=ANNA)
    assert hall.talent.listed(today=DAY) == []


def test_nobody_is_taken_from_documents(hall: Workspace) -> None:
    proof = (Evidence("news", "an engineer who looks for work"),)
    made = offer(hall)
    from dragoman.store.amending import amend

    amend(hall.store, None, [Statement(made, "TalentOffer", "field", "optics", "news", evidence=proof)], by="x")
    assert hall.talent.listed(today=DAY) == []  # a word of another source: it is not the owner's alone any more


def test_it_is_withdrawn_at_once_with_its_owner_where_nothing_else_speaks_of_them(hall: Workspace) -> None:
    first, second = offer(hall), offer(hall, "Work as an engineer")
    person = hall.expo.find(IVAN)
    hall.talent.withdraw(first, by=IVAN)
    assert [o.id for o in hall.talent.listed(today=DAY)] == [second]
    assert hall.store.entity(person).values("name") == (IVAN,)  # the other offer is still there
    hall.talent.withdraw(second, by=ANNA, note="asked for by telephone")
    assert hall.talent.listed(today=DAY) == [] and not hall.store.find_entities(IVAN)
    with pytest.raises(UsageError, match="only a talent offer"):
        hall.talent.withdraw(hall.expo.edition("Tidal Fair 3"), by=ANNA)
    assert hall.store.check() == []


def test_what_was_withdrawn_is_in_no_search_list_or_report(hall: Workspace, tmp_path: Path) -> None:
    from dragoman.workspace.seeking import Search
    from dragoman.workspace.shelf import shelf

    made = offer(hall, "Two years of cryogenics")
    assert "cryogenics" in hall.papers.report(tmp_path / "before.html").read_text("utf-8")
    hall.talent.withdraw(made, by=IVAN)
    for words in ("cryogenics", IVAN, "talent offer"):
        assert hall.store.search(words).hits == [], words
        assert Search(hall).find(words, {}, 10).documents == [], words
        assert shelf(hall, words, 10) == ([], 0), words
    report = hall.papers.report(tmp_path / "after.html").read_text("utf-8")
    assert "cryogenics" not in report and IVAN not in report
    for form in ("csv", "jsonl", "ftm"):
        assert "cryogenics" not in "".join(hall.papers.export(form)), form
    assert hall.store.check() == []


def test_what_is_over_is_withdrawn_when_the_workspace_is_opened(hall: Workspace) -> None:
    made = offer(hall, "Two years of cryogenics")  # its last day is long ago
    assert hall.store.search("cryogenics").hits
    again = open_workspace(hall.folder)
    assert not again.store.search("cryogenics").hits and not again.store.find_entities(IVAN)
    assert [e.id for e in again.entities.of_kind("TalentOffer").rows] == []
    by = {edit.by for edit in again.expo.history(made) if edit.taken_back}
    assert by == {"rule:expired"}


def test_a_body_offers_a_post_through_a_person_and_stays_on_record(hall: Workspace) -> None:
    hall.expo.enter("Organization", {"name": "Harbour Institute"}, by=ANNA)
    made = offer(hall, "Engineer for sonar", body="Harbour Institute")
    shown = hall.talent.listed(today=DAY)[0]
    assert (shown.holder, shown.contact) == ("Harbour Institute", IVAN)
    hall.talent.withdraw(made, by=IVAN)
    assert hall.expo.find("Harbour Institute")


def test_what_is_over_is_swept_and_the_order_is_that_of_entering(hall: Workspace) -> None:
    old, one, two = offer(hall, "Zeta", expires="2019-07-01"), offer(hall, "Alpha"), offer(hall, "Beta in optics", "Li Wei")
    assert [o.id for o in hall.talent.listed(today=DAY)] == sorted([old, one, two], key=[old, one, two].index)
    assert [o.id for o in hall.talent.listed(today=DAY, words="optics lasers")] == [two]
    assert hall.talent.listed(today=DAY, language="zh") == []
    assert hall.talent.sweep("2019-08-01") == 1
    assert [o.id for o in hall.talent.listed(today=DAY)] == [one, two]
