"""Appending, reading back, sightings, retractions, the two times."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from store_samples import DAY, document, ident, judge, name, quote, say, story, undo

from dragoman.base.errors import UnknownName, Unreadable, WorkspaceError
from dragoman.model.decision import Decision, Subject
from dragoman.model.statement import Bound, Evidence, Stance, Statement, Status
from dragoman.store import Added, Store, slots


def test_what_is_added_comes_back_whole(store: Store) -> None:
    doc, statements = story()
    assert store.add(doc, statements, at=DAY) == Added(len(statements), 0, True)
    assert list(store.statements()) == [replace(s, recorded_at=DAY) for s in statements]
    assert store.document(doc.id) == doc
    assert store.check() == []


def test_every_field_of_a_statement_and_its_evidence_survives(store: Store) -> None:
    full = Evidence("list-7", "a\x1fb", None, None, 3, "p", "s", (2, 9), "Sheet 1", 4, "C", "r-1", Stance.CONTRADICTS, "Ms Gao")
    cell = Evidence("list-7", "[1]", sheet="Sheet", row=1, column="A")
    s = Statement(
        "plain id", "Agreement", "amount", "5000000", "list-7", "5 млн", "ru", "rule@2", Status.SIGNED, True, "2018", "2019-05",
        Bound.NEARLY, "RUB", True, True, (full, cell),
    )  # fmt: skip
    odd = say("0123456789ABCDEF0123456789ABCDEF", "Company", "name", "upper case is no hash")
    unknown = say("fifteen letters", "Martian", "tentacles", "9", original_value="9")
    store.add(None, [s, odd, unknown], at=DAY)
    assert list(store.statements()) == [replace(x, recorded_at=DAY) for x in (s, odd, unknown)]
    assert store.statement(s.id).evidence == (full, cell)


def test_importing_twice_adds_only_a_sighting(store: Store) -> None:
    doc, statements = story()
    store.add(doc, statements)
    before = (list(store.statements()), store.counts())
    assert store.add(doc, statements) == Added(0, len(statements), False)
    assert (list(store.statements()), store.counts()) == before
    store.sighting(doc.id, "other/name.txt")
    assert [n for n, _ in store.sightings(doc.id)] == [doc.name, "other/name.txt"]
    with pytest.raises(UnknownName):
        store.sighting("0" * 64, "x.txt")


def test_known_statement_takes_new_evidence_once(store: Store) -> None:
    first, second = document(1), document(2)
    base = name("Acme Robotics", evidence=(quote(first, "Acme Robotics"),))
    again = replace(base, evidence=(quote(second, "Acme Robotics"),))
    store.add(first, [base])
    for _ in range(2):
        assert store.add(second, [again]).new == 0
    assert store.statement(base.id).evidence == base.evidence + again.evidence
    assert [s.id for s in store.statements(document=second.id)] == [base.id]
    assert store.counts()["evidence"] == 2


def test_the_same_statement_twice_in_one_batch_is_one(store: Store) -> None:
    doc = document()
    left, right = (name("Acme Robotics", evidence=(quote(doc, w),)) for w in ("Acme", "Robotics"))
    assert store.add(doc, [left, right, left]) == Added(1, 2, True)
    assert store.statement(left.id).evidence == left.evidence + right.evidence


def test_many_documents_keep_their_order_and_are_seen_in_bulk(store: Store) -> None:
    batches = [(document(n), [name(f"Firm {n}")]) for n in range(30)]
    assert store.add_many(iter(batches)) == Added(30, 0, True)
    assert store.add_many(batches) == Added(0, 30, False)
    assert [s.value for s in store.statements()] == [f"Firm {n}" for n in range(30)]
    assert [d.name for d in store.documents()] == [f"{n}.txt" for n in range(30)]


def test_summaries_count_the_statements_of_a_document(store: Store) -> None:
    doc, statements = story()
    store.add(doc, statements, at=DAY)
    (summary,) = store.documents()
    assert (summary.id, summary.title, summary.statements, summary.recorded_at) == (doc.id, "A memorandum", 3, DAY)
    assert store.has_document(doc.id) and not store.has_document("0" * 64)


def test_streams_are_filtered(store: Store) -> None:
    doc, statements = story()
    store.add(doc, [*statements, name("Elsewhere", dataset="other")])
    ids = [s.id for s in statements]
    assert [s.value for s in store.statements(dataset="other")] == ["Elsewhere"]
    assert [s.id for s in store.statements(dataset="news")] == ids
    assert {s.schema for s in store.statements(schema="LegalEntity")} == {"Company", "Organization", "Person"}
    assert [s.id for s in store.statements(after=2, limit=3)] == ids[2:5]
    assert [s.prop for s in store.statements(ids=[ident("Acme Robotics")])] == ["name", "country", "notes"]
    assert list(store.statements(dataset="no such")) == []
    with pytest.raises(UnknownName):
        list(store.statements(schema="Martian"))


def test_statements_of_a_document_are_its_own_and_others_that_cite_it(store: Store) -> None:
    doc, other = document(1), document(2)
    own = name("Acme Robotics", dataset=doc.id, evidence=(quote(doc, "Acme Robotics"),))
    foreign = name("Acme", dataset="register", evidence=(quote(doc, "Acme"),))
    second = name("Photon", dataset=other.id, evidence=(quote(other, "Acme"), quote(doc, "Acme")))
    bare = name("Unproved", dataset=doc.id)
    store.add(doc, [own, foreign, bare])
    store.add(other, [second])
    assert [s.id for s in store.statements(document=doc.id)] == [own.id, foreign.id, second.id]
    assert [d.statements for d in store.documents()] == [2, 1]


def test_a_retracted_statement_leaves_the_views_and_stays_in_the_log(store: Store) -> None:
    doc, statements = story()
    store.add(doc, statements, at="2026-01-01T00:00:00Z")
    acme = ident("Acme Robotics")
    store.retract(statements[0].id, by="Ada", note="misread", at="2026-03-01T00:00:00Z")
    assert store.captions([acme])[acme] == acme[:8]
    assert statements[0].id not in [s.id for s in store.statements()]
    assert store.statement(statements[0].id).retracted_at == "2026-03-01T00:00:00Z"
    assert [s.prop for s in store.entity(acme).statements] == ["country", "notes"]
    assert "name" in [s.prop for s in store.entity(acme, known_at="2026-02-01T00:00:00Z").statements]
    assert "name" not in [s.prop for s in store.entity(acme, known_at="2026-04-01T00:00:00Z").statements]
    assert store.check() == []
    with pytest.raises(UnknownName):
        store.retract("0" * 32, by="Ada")


def test_an_entity_as_of_a_date(store: Store) -> None:
    doc, statements = story()
    store.add(doc, statements)
    post = ident("post", "Employment")
    assert store.entity(post, as_of="2018-06-30").values("role") == ("director",)
    assert store.entity(post, as_of="2020").values("role") == ()
    assert store.entity(post, as_of="2020").values("employer") == (ident("Acme Robotics"),)


def test_known_at_goes_back_before_a_decision(store: Store) -> None:
    left, right = sorted((ident("Acme"), ident("Acme Ltd")))
    store.add(None, [name("Acme"), name("Acme Ltd"), name("Bo", "Person", suggested=True)], at="2026-01-01T00:00:00Z")
    store.decide(judge(left, right, at="2026-02-01T00:00:00Z"))
    fact = name("Bo", "Person")
    store.decide(Decision(Subject.FACT, (fact.id,), "accepted", "Ada", "2026-02-01T00:00:00Z"))
    assert len(store.entity(right).statements) == 2
    before = store.entity(right, known_at="2026-01-15T00:00:00Z")
    assert (before.id, len(before.statements)) == (right, 1)
    assert store.entity(fact.entity_id).statements[0].suggested is False
    assert store.entity(fact.entity_id, known_at="2026-01-15T00:00:00Z").statements[0].suggested is True


def test_decisions_are_kept_in_order_and_found_by_what_they_name(store: Store) -> None:
    first, second = judge("a", "b", score=0.9, version="names@3", note="alike"), judge("c", "d")
    back = undo(first)
    store.decide(first, second, back)
    store.decide(first)
    assert store.decisions() == [first, second, back]
    assert store.decisions(about="a") == [first, back]
    assert store.decisions(about="nobody") == []
    assert store.decisions(subject=Subject.FACT) == []


def test_a_text_no_database_can_hold_is_refused_whole(store: Store) -> None:
    doc = document()
    with pytest.raises(Unreadable, match="surrogate"):
        store.add(doc, [name("fine"), name("half \ud800 a character")])
    assert store.counts()["documents"] == 0 and store.position() == 0
    assert store.add(doc, [name("fine")]) == Added(1, 0, True)
    assert store.check() == []


def test_ids_whose_halves_are_alike_are_told_apart(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slots, "slot_of", lambda packed: slots.LAST - packed[0] % 3)
    statements = [name(f"Firm {n}") for n in range(40)]
    for part in (statements[:7], statements[5:25], statements):
        store.add(None, part)
    assert [s.id for s in store.statements()] == [s.id for s in statements]
    assert all(store.statement(s.id).value == s.value for s in statements)
    with pytest.raises(UnknownName):
        store.statement(name("Firm 41").id)


def test_positions_rise_with_each_append(store: Store) -> None:
    assert store.position() == 0
    store.add(None, [name("Acme")])
    store.decide(judge("a", "b"))
    assert store.position() == 2


def test_what_is_not_there_is_said_so(store: Store, tmp_path: Path) -> None:
    for call in (store.document, store.entity, store.statement, store.entity_page):
        with pytest.raises(UnknownName):
            call("0" * 32)
    with pytest.raises(UnknownName):
        store.entity("nobody", known_at="2026")
    with pytest.raises(WorkspaceError, match="no workspace here"):
        Store.open(tmp_path / "nowhere")
    assert store.canonical("nobody") == "nobody" and store.cluster("nobody") == ["nobody"]
    assert store.captions(["nobody"]) == {} and store.adjacent("nobody") == []
