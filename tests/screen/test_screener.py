"""Screening against a small list of our own: leads with reasons, what moves them, verdicts, and what is said of nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.base.progress import Silent
from dragoman.base.settings import Limits
from dragoman.compare.name import Kind
from dragoman.compare.score import compare_names
from dragoman.lists.edition import Edition
from dragoman.lists.loading import load
from dragoman.lists.shelf import Origin, Shelf
from dragoman.model.decision import Decision, Subject
from dragoman.screen.answer import row, told
from dragoman.screen.hit import Query, Status
from dragoman.screen.screener import Screener, _named
from dragoman.screen.verdicts import asked, lay, standing

RECORDS = [
    ("o1", "Organization", {"name": ["Nanshan University of Aeronautics and Astronautics"], "country": ["cn"]}),
    (
        "o2",
        "Company",
        {"name": ["Vostok Pribor LLC"], "alias": ["ООО «Восток Прибор»"], "country": ["ru"], "innCode": ["7701234567"]},
    ),
    ("o3", "Company", {"name": ["Kama Depot No. 4"], "country": ["ru"]}),
    (
        "p1",
        "Person",
        {"name": ["Igor Petrovich Lazarenko"], "birthDate": ["1961-04-12"], "nationality": ["by"], "weakAlias": ["Gosha"]},
    ),
    ("p2", "Person", {"name": ["Igor Petrovich Lazarenko"], "birthDate": ["1983-01-30"]}),
]


def edition_in(folder: Path, records: object = RECORDS) -> Edition:
    file = folder / "own.jsonl"
    lines = [json.dumps({"id": i, "schema": s, "properties": p}, ensure_ascii=False) for i, s, p in records]  # type: ignore[attr-defined]
    file.write_text("\n".join(lines), "utf-8")
    shelf = Shelf(folder / "lists")
    load(shelf, "own", file, Origin(str(file)), Limits(), Silent(), published="2026-05-01")
    return shelf.open("own")


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition_in(tmp_path_factory.mktemp("lists"))


@pytest.fixture
def screener(edition: Edition) -> Screener:
    return Screener([edition])


def ids(screener: Screener, name: str, **known: object) -> list[str]:
    return [h.record for h in screener.screen(Query(name, **known)) if h.sure]  # type: ignore[arg-type]


def test_names_are_found_as_printed_across_scripts_and_with_an_error(screener: Screener) -> None:
    assert ids(screener, "Vostok Pribor") == ["o2"]
    assert ids(screener, "«ВОСТОК ПРИБОР» ООО") == ["o2"]
    assert ids(screener, "Vostok Pribbor LLC") == ["o2"]


def test_a_name_inside_another_name_is_no_hit(screener: Screener) -> None:
    assert ids(screener, "Nanshan University", schema="Organization") == []


def test_another_branch_number_is_no_hit(screener: Screener) -> None:
    assert ids(screener, "Kama Depot No. 5", schema="Company") == []
    assert ids(screener, "Kama Depot No. 4", schema="Company") == ["o3"]


def test_what_stands_beside_a_name_moves_the_hit(screener: Screener) -> None:
    person = {"schema": "Person"}
    assert set(ids(screener, "Igor Petrovich Lazarenko", **person)) == {"p1", "p2"}
    assert ids(screener, "Igor Petrovich Lazarenko", dates=frozenset(["1961-04-12"]), **person)[0] == "p1"
    both = screener.screen(Query("Igor Petrovich Lazarenko", "Person", dates=frozenset(["1961-04-12"])))
    assert [h.score for h in both] == sorted((h.score for h in both), reverse=True)
    assert both[0].score > 0.9


def test_a_slip_in_a_date_never_clears_silently(screener: Screener) -> None:
    slip = screener.screen(Query("Igor Petrovich Lazarenko", "Person", dates=frozenset(["1961-12-04"])))
    assert "p1" in [h.record for h in slip]


def test_a_person_by_name_alone_is_said_to_be_so(screener: Screener) -> None:
    hits = screener.screen(Query("Igor Petrovich Lazarenko", "Person"))
    assert all("name alone, 2 bearers known" in h.remarks for h in hits)


def test_a_weak_alias_alone_is_to_be_checked(screener: Screener) -> None:
    hits = screener.screen(Query("Gosha", "Person"))
    assert [h.sure for h in hits] in ([], [False])


def test_an_identifier_leads_to_its_record_whatever_the_name(screener: Screener) -> None:
    hits = screener.screen(Query("Another Trading House", "Company", identifiers=("77 0123-4567",)))
    assert [h.record for h in hits] == ["o2"]
    assert hits[0].explain().reasons[-1].name == "identifier same"


def test_nothing_found_names_the_lists(screener: Screener, edition: Edition) -> None:
    query = Query("Quiet Meadow Dairy", "Company")
    said = "\n".join(told(query, screener.screen(query), [edition.meta]))
    assert "not found in own" in said
    assert "2026-05-01" in said


def test_five_questions_have_their_answer_in_the_terminal(screener: Screener, edition: Edition) -> None:
    query = Query("Vostok Pribor", "Company")
    said = "\n".join(told(query, screener.screen(query), [edition.meta]))
    for part in ("Vostok Pribor LLC", "list ", "own", "record o2", "how sure", "why ", "next ", "2026-05-01"):
        assert part in said


def test_a_row_for_programs(screener: Screener, edition: Edition) -> None:
    query = Query("Vostok Pribor", row=7)
    made = row(query, screener.screen(query), [edition.meta])
    assert (made["row"], made["name"]) == (7, "Vostok Pribor")
    assert {"id", "name", "score"} <= set(made["hits"][0])
    assert json.loads(json.dumps(made)) == made


def test_an_empty_name_has_no_hits(screener: Screener) -> None:
    assert screener.screen(Query("")) == screener.screen(Query(" .. ")) == []


def test_a_cleared_pair_stays_cleared_until_the_record_changes(screener: Screener, tmp_path: Path) -> None:
    query = Query("Vostok Pribor", "Company")
    hit = screener.screen(query)[0]
    clear = Decision(
        Subject.HIT, (asked(query), hit.key), "cleared", "A. Chen", "2026-06-01T00:00:00", "other", 0.9, hit.fingerprint
    )
    fresh = screener.screen(query)
    lay(query, fresh, standing([clear]))
    assert fresh[0].status is Status.CLEARED
    changed = [(i, s, p | {"country": ["kz"]}) if i == "o2" else (i, s, p) for i, s, p in RECORDS]
    later = Screener([edition_in(tmp_path, changed)]).screen(query)
    lay(query, later, standing([clear]))
    assert later[0].status is Status.OPEN
    assert "the record has changed since" in later[0].remarks[0]
    undo = Decision(Subject.HIT, clear.ids, "undone", "A. Chen", "2026-06-02T00:00:00", undoes=clear.id)
    again = screener.screen(query)
    lay(query, again, standing([clear, undo]))
    assert again[0].status is Status.OPEN


@pytest.mark.parametrize(
    ("kind", "why"), [(Kind.ORGANISATION, "holds a nearer name"), (Kind.PERSON, "so many names of this list lie as near")]
)
def test_what_a_list_takes_from_a_value_is_told_with_its_reason(kind: Kind, why: str) -> None:
    asked, met = "Belorech Vostrikov", "Belorech Vostrikoff"
    plain = compare_names(asked, met, kind).score()
    lowered = _named(asked, met, kind, plain.value / 2)
    assert why in lowered[0].detail
    assert lowered[0].weight < 0
    assert lowered[1:] == _named(asked, met, kind, plain.value) == plain.reasons
