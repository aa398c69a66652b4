"""What holds of resolving whatever is read, in whatever order: property tests."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from resolve_samples import Party, ident, party, said

from dragoman import open_workspace
from dragoman.compare.entity_parts import identifiers
from dragoman.model.decision import Decision, Judgement, Subject
from dragoman.workspace import Workspace
from dragoman.workspace.parties import records
from dragoman.workspace.resolving import Resolving

NAMES = [
    "Harbin Engineering University", "哈尔滨工程大学", "Харбинский инженерный университет", "Nanjing University", "南京大学",
    "Nanjing University of Aeronautics and Astronautics", "南京航空航天大学", "United Aircraft Corporation",
    "Объединённая авиастроительная корпорация", "Rosatom", "Росатом",
]  # fmt: skip
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # no shrinking: each example makes workspaces on disk
NUMBERS = ["7701234567", "5029112443"]
parties = st.lists(
    st.builds(
        lambda dataset, name, number: party(dataset, name, **({"innCode": number} if number else {})),
        st.sampled_from(["d1", "d2", "d3"]), st.sampled_from(NAMES), st.sampled_from(["", "", "", *NUMBERS]),
    ),
    min_size=2, max_size=10, unique_by=ident,
)  # fmt: skip


@st.composite
def stories(draw: st.DrawFn) -> tuple[list[Party], list[Decision]]:
    """Parties, and what a person says of some of them beforehand."""
    told = draw(parties)
    ids = [ident(one) for one in told]
    made = []
    for number in range(draw(st.integers(0, 3))):
        pair = tuple(sorted((draw(st.sampled_from(ids)), draw(st.sampled_from(ids)))))
        if pair[0] != pair[1]:
            verdict = draw(st.sampled_from([Judgement.DIFFERENT, Judgement.DIFFERENT, Judgement.SAME]))
            made.append(Decision(Subject.IDENTITY, pair, verdict, "Anna Weber", f"2026-01-0{number + 1}"))
    return told, made


def groups(workspace: Workspace, told: list[Party]) -> set[frozenset[str]]:
    """Who is one, by the ids as written."""
    return {frozenset(workspace.store.cluster(ident(one))) for one in told}


def asked(workspace: Workspace) -> set[frozenset[str]]:
    """Which clusters a person is asked about."""
    resolving = Resolving(workspace)
    log = resolving.log()
    return {log.between((waiting.left, waiting.right)) for waiting in resolving.queue()}


def put(workspace: Workspace, told: list[Party], size: int) -> None:
    """Read the parties a few at a time, each time resolving."""
    for at in range(0, len(told), size):
        workspace.store.add(None, [s for one in told[at : at + size] for s in said(one)])
        Resolving(workspace).run()


@given(stories(), st.randoms(use_true_random=False), st.integers(1, 4))
@settings(max_examples=25, deadline=None, phases=PHASES)
def test_the_outcome_does_not_depend_on_the_order_of_arrival(story: object, chance: object, size: int) -> None:
    told, made = story  # type: ignore[misc]
    shuffled = list(told)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    with TemporaryDirectory() as folder:
        once, piecemeal = (open_workspace(Path(folder) / name, create=True) for name in ("once", "piecemeal"))
        with once, piecemeal:
            for workspace in (once, piecemeal):
                workspace.store.decide(*made)
            put(once, told, len(told))
            put(piecemeal, shuffled, size)
            assert groups(once, told) == groups(piecemeal, told)
            assert asked(once) == asked(piecemeal)


@given(stories())
@settings(max_examples=25, deadline=None, phases=PHASES)
def test_no_cluster_holds_a_pair_that_is_judged_different_or_contradicts(story: object) -> None:
    told, made = story  # type: ignore[misc]
    with TemporaryDirectory() as folder, open_workspace(folder, create=True) as workspace:
        put(workspace, told, 3)
        workspace.store.decide(*made)
        done = Resolving(workspace).run()
        log = Resolving(workspace).log()
        apart = [pair for pair, d in log.standing.items() if d.verdict == Judgement.DIFFERENT]
        assert all(len(log.between(pair)) == 2 for pair in apart)
        known = records(workspace.store.particulars())
        same = {pair for pair, d in log.standing.items() if d.verdict == Judgement.SAME and not d.by_rule}
        for group in groups(workspace, told):
            for left in group:
                for right in group:
                    if left < right and (left, right) not in same:
                        assert identifiers(known[left].identifiers, known[right].identifiers)[0] != "differ"
        assert done.parties == len(told)
        assert workspace.store.check() == []


@given(stories())
@settings(max_examples=15, deadline=None, phases=PHASES)
def test_a_second_run_decides_nothing(story: object) -> None:
    told, made = story  # type: ignore[misc]
    with TemporaryDirectory() as folder, open_workspace(folder, create=True) as workspace:
        workspace.store.decide(*made)
        put(workspace, told, 4)
        before = len(workspace.identity.all())
        for everything in (False, True):
            done = Resolving(workspace).run(everything=everything)
            assert (done.spellings, done.joined, done.withdrawn, done.apart) == (0, 0, 0, 0)
        assert len(workspace.identity.all()) == before


@given(stories(), st.data())
@settings(max_examples=15, deadline=None, phases=PHASES)
def test_undoing_any_decision_restores_the_state_without_it(story: object, data: st.DataObject) -> None:
    told, made = story  # type: ignore[misc]
    with TemporaryDirectory() as folder, open_workspace(folder, create=True) as workspace:
        workspace.store.decide(*made)
        put(workspace, told, 5)
        log = workspace.identity.all()
        if not log:
            return
        picked = data.draw(st.sampled_from(log))
        workspace.identity.undo(picked, by="Anna Weber", note="not so")
        with open_workspace(Path(folder) / "before", create=True) as earlier:
            earlier.store.add(None, [s for one in told for s in said(one)])
            earlier.store.decide(*(d for d in log if d is not picked))
            assert groups(workspace, told) == groups(earlier, told)
        Resolving(workspace).run(everything=True)
        later = workspace.identity.all()[len(log) + 1 :]
        assert not picked.by_rule or not any(d.ids == picked.ids and d.verdict == picked.verdict for d in later)
