"""Canonical ids: the same whatever the order, restored by an undoing, and never against a person's word."""

from __future__ import annotations

import random
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from store_samples import ident, judge, name, say, undo

from dragoman.model.decision import Decision, Subject
from dragoman.store import Store
from dragoman.store.rejoining import plan
from dragoman.store.verdicts import clusters, judgements

NAMES = [f"Firm {n}" for n in range(7)]
IDS = [ident(n) for n in NAMES]

judgement = st.builds(
    judge,
    st.sampled_from(IDS), st.sampled_from(IDS), st.sampled_from(["same", "same", "same", "different", "unsure"]),
    by=st.sampled_from(["rule:a", "rule:b", "Ada", "Bo"]), at=st.sampled_from(["2026-01-01", "2026-01-02", "2026-01-03"]),
    score=st.sampled_from([None, 0.5, 0.9]),
)  # fmt: skip


@st.composite
def histories(draw: st.DrawFn) -> list[Decision]:
    """Decisions, some of which undo earlier ones."""
    made = draw(st.lists(judgement, max_size=12))
    for _ in range(draw(st.integers(0, 4))):
        if made:
            made.append(undo(draw(st.sampled_from(made)), at=draw(st.sampled_from(["2026-02-01", "2026-02-02"]))))
    return made


def firms() -> list[object]:
    return [s for n, i in zip(NAMES, IDS, strict=True) for s in (name(n), say(i, "Company", "parent", IDS[0]))]


def state(store: Store) -> object:
    """All that the views say."""
    clusters_ = {i: (store.canonical(i), store.cluster(i)) for i in IDS}
    ties = {i: sorted(store.adjacent(i)) for i in IDS}
    rows = sorted(map(repr, store.entities().rows))
    return clusters_, ties, rows, store.facets("schema"), [repr(s) for s in store.statements()]


@given(histories(), st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None)
def test_clusters_do_not_depend_on_the_order(made: list[Decision], chance: random.Random) -> None:
    shuffled = list(made)
    chance.shuffle(shuffled)
    assert clusters(shuffled) == clusters(made)


@given(histories())
@settings(max_examples=300, deadline=None)
def test_clusters_keep_persons_apart_and_bear_their_smallest_id(made: list[Decision]) -> None:
    joined = clusters(made)
    undone = {d.undoes for d in made}
    for d in made:
        left, right = d.ids
        later = [o for o in made if set(o.ids) == set(d.ids) and not o.by_rule and not o.undoes]
        last_word = max(later, key=lambda o: (o.at, o.id), default=d)
        vetoed = d is last_word and d.verdict == "different" and not d.by_rule and d.id not in undone
        if vetoed and left != right and not undone & {o.id for o in later}:
            assert joined.get(left, left) != joined.get(right, right)
    for member, canonical in joined.items():
        assert canonical == min(m for m, c in joined.items() if c == canonical)
        assert canonical <= member


@given(histories())
@settings(max_examples=300, deadline=None)
def test_no_cluster_holds_a_pair_judged_different(made: list[Decision]) -> None:
    joined = clusters(made)
    for (left, right), decision in judgements(made).items():
        if decision.verdict == "different":
            assert joined.get(left, left) != joined.get(right, right)


def test_the_weakest_link_of_a_chain_is_cut() -> None:
    a, b, c, d = sorted(IDS)[:4]
    chain = [judge(a, b, score=0.97), judge(b, c, score=0.93), judge(c, d, score=0.95)]
    apart = judge(a, d, "different", by="rule:identifiers")
    assert clusters([*chain, apart]) == {a: a, b: a, c: c, d: c}
    word = [judge(b, c, by="Ada")]
    assert clusters([*chain, *word, apart]) == {a: a, b: a, c: a}, "people's links hold before rules'"
    older, later = judge(a, b, by="Ada", at="2026-01-01"), judge(b, c, by="Bo", at="2026-01-02")
    assert clusters([later, older, judge(a, c, "different", by="Bo", at="2026-01-03")]) == {a: a, b: a}


def test_of_two_rules_on_a_pair_the_one_that_keeps_apart_counts_and_a_person_before_both() -> None:
    a, b = sorted(IDS)[:2]
    rules = [judge(a, b, "different", by="rule:identifiers", at="2026-01-01"), judge(a, b, at="2026-06-01")]
    assert clusters(rules) == {}
    assert clusters([*rules, judge(a, b, by="Ada", at="2025-01-01")]) == {a: a, b: a}


@given(histories(), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_views_after_each_decision_equal_a_rebuild(made: list[Decision], chance: random.Random) -> None:
    shuffled = list(made)
    chance.shuffle(shuffled)
    with TemporaryDirectory() as folder:
        ones, once = Store.open(Path(folder) / "ones", create=True), Store.open(Path(folder) / "once", create=True)
        with ones, once:
            ones.add(None, firms(), at="2026")
            for decision in made:
                ones.decide(decision)
            once.decide(*shuffled)
            once.add(None, firms(), at="2026")
            assert ones.check() == [] and once.check() == []
            assert state(ones) == state(once)


@given(st.lists(judgement, max_size=6), judgement)
@settings(max_examples=25, deadline=None)
def test_undoing_restores_the_state_before(earlier: list[Decision], decision: Decision) -> None:
    if decision in earlier:
        return
    with TemporaryDirectory() as folder, Store.open(folder, create=True) as store:
        store.add(None, firms(), at="2026")
        store.decide(*earlier)
        before = state(store)
        store.decide(decision)
        after = state(store)
        back = undo(decision)
        store.decide(back)
        assert state(store) == before
        store.decide(undo(back))
        assert state(store) == after


def test_a_pair_is_one_entity_and_its_ties_follow(store: Store) -> None:
    small, large = sorted((ident("Acme"), ident("Acme Ltd")))
    person = ident("Bo", "Person")
    statements = [name("Acme"), name("Acme Ltd"), name("Acme Ltd", dataset="two"), name("Bo", "Person")]
    store.add(None, [*statements, say("post", "Employment", "employer", large), say("post", "Employment", "employee", person)])
    store.decide(judge(large, small))
    assert store.canonical(large) == small and store.cluster(large) == [small, large]
    assert [(o, p, w) for o, p, _, w in store.adjacent(small)] == [("post", "employer", "in")]
    assert ("post", "employer", small) in [(s.entity_id, s.prop, s.value) for s in store.statements()]
    assert {s.value for s in store.entity(large).statements} == {"Acme", "Acme Ltd"}
    store.add(None, [say(large, "Company", "country", "cn")])
    assert store.entity(small).values("country") == ("cn",)
    assert store.check() == []


def test_a_person_goes_before_a_rule_whatever_the_time(store: Store) -> None:
    a, b, c = sorted(IDS)[:3]
    store.decide(judge(a, b, "different", by="Ada", at="2026-01-01"))
    store.decide(judge(a, b, "same", by="rule:x", at="2026-06-01"), judge(b, c), judge(a, c))
    assert store.canonical(a) != store.canonical(b)


def test_a_suggested_fact_that_is_accepted_is_sure_and_a_rejected_one_leaves(store: Store) -> None:
    told = say("f", "Figure", "value", "10964", suggested=True)
    store.add(None, [told, say("f", "Figure", "counted", "projects")])
    assert store.figures() == [] and store.counts()["suggested"] == 1
    accept = Decision(Subject.FACT, (told.id,), "accepted", "Ada", "2026-01-01")
    store.decide(accept)
    assert [r.caption for r in store.figures()] == ["projects"] and store.counts()["suggested"] == 0
    assert store.statement(told.id).suggested is False
    reject = Decision(Subject.FACT, (told.id,), "rejected", "Ada", "2026-01-02")
    store.decide(reject)
    assert store.figures() == [] and store.standing(told.id) == "rejected"
    assert [s.id for s in store.statements(all=True)] == [told.id, *(s.id for s in store.statements())]
    store.decide(undo(reject))
    assert len(store.figures()) == 1 and store.standing(told.id) == "accepted"
    store.decide(undo(accept))
    assert store.figures() == [] and store.standing(told.id) == "" and store.check() == []


def test_a_verdict_may_come_before_its_statement(store: Store) -> None:
    told = name("Acme", suggested=True)
    store.decide(Decision(Subject.FACT, (told.id,), "rejected", "Ada", "2026-01-01"))
    store.add(None, [told])
    assert store.entities().rows == [] and store.check() == []


def test_what_moves_whole_is_added_up_and_what_falls_apart_is_read_anew() -> None:
    assert plan({1: 1, 2: 2, 3: 2}, {1: 1, 2: 1, 3: 1}) == ({2: 1}, set())
    assert plan({1: 1, 2: 1, 3: 3}, {1: 1, 2: 2, 3: 3}) == ({}, {1, 2})
    assert plan({1: 1, 2: 1, 3: 3}, {1: 1, 2: 2, 3: 2}) == ({}, {1, 2, 3})
