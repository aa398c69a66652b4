"""Resolving: the names engine joins the people and organisations of a workspace; what it leaves open waits in a queue.

In the folder `resolve` of the workspace lie the index of names, the log position the last run stood at, and the queue. All of
it is made anew where it is missing, damaged or of another version of the engine.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.base.progress import Progress
from dragoman.model.decision import Decision, Judgement, Subject
from dragoman.resolve.contradictions import RULE as BY_IDENTIFIER
from dragoman.resolve.contradictions import Numbers, contradicting, settled
from dragoman.resolve.engine import Waiting, decisions, outdated, seek
from dragoman.resolve.faces import Faces
from dragoman.resolve.judging import telling, version
from dragoman.resolve.neighbours import Neighbours
from dragoman.store.verdicts import clusters, judgements
from dragoman.workspace.identity import UNDONE, now
from dragoman.workspace.parties import records

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

FOLDER, QUEUE = "resolve", "queue.jsonl"
OPEN = 4  # workspaces of which one process keeps what their decisions come to
Pair = tuple[str, str]
_logs: dict[Path, Log] = {}  # of the workspaces that are open, each as it was looked at last


@dataclass(slots=True)
class Resolved:
    """What a run did."""

    parties: int = 0  # ids of people and organisations
    fresh: int = 0  # those that are new or changed since the last run
    judged: int = 0  # pairs compared
    spellings: int = 0  # joined by the simple join
    joined: int = 0  # joined by the engine
    withdrawn: int = 0  # earlier joins of the engine that no longer hold
    apart: int = 0  # pairs kept apart by their identifiers
    waiting: int = 0  # pairs that wait for a person


class Log:
    """The identity decisions at one moment, and what they come to."""

    def __init__(self, made: list[Decision]) -> None:
        self.made = made
        self.queues: dict[tuple[bool, int], list[Waiting]] = {}  # whether with those left unsure, and when they were written

    @cached_property
    def standing(self) -> dict[Pair, Decision]:
        """The decision that counts for each pair."""
        return judgements(self.made)

    @cached_property
    def canonical(self) -> dict[str, str]:
        """The cluster of each id that is in one."""
        return clusters(self.made)

    def apart(self) -> int:
        """How often identifiers have kept a pair apart."""
        return sum(d.by == BY_IDENTIFIER and not d.undoes for d in self.made)

    def between(self, pair: Iterable[str]) -> frozenset[str]:
        """The clusters of a pair; one where both are in the same."""
        return frozenset(self.canonical.get(i, i) for i in pair)

    def refused(self) -> list[Pair]:
        """Pairs that a rule joined and a person took apart again."""
        undoing = {d.undoes for d in self.made if d.undoes and not d.by_rule}
        return [(min(d.ids), max(d.ids)) for d in self.made if d.id in undoing and d.by_rule and len(d.ids) == 2]

    def judged(self, *verdicts: Judgement) -> set[frozenset[str]]:
        """Pairs of clusters between which one of the verdicts counts."""
        return {self.between(pair) for pair, d in self.standing.items() if d.verdict in verdicts}


class Resolving:
    """Runs the engine over a workspace and keeps the queue."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store
        self.folder = workspace.folder / FOLDER

    def log(self) -> Log:
        """The identity decisions as they are now. What they come to is kept until there is another."""
        made = self.store.decisions(subject=Subject.IDENTITY)
        held = _logs.get(self.folder)
        if held is None or len(held.made) != len(made) or (made and held.made[-1].id != made[-1].id):
            if len(_logs) >= OPEN:
                _logs.clear()
            held = _logs[self.folder] = Log(made)
        return held

    def run(self, progress: Progress | None = None, *, everything: bool = False) -> Resolved:
        """Join what is new or changed since the last run with all there is; `everything` looks at all of it again."""
        self.store.must_be_writable()
        done, before = Resolved(), self.log().apart()
        done.spellings = len(self.workspace.identity.join_variants())
        position = self.store.position()
        told = ((i, telling(r)) for i, r in records(self.store.particulars()).items())
        known = {i: r for i, r in told if r}
        neighbours = Neighbours(self.folder, version())
        whole = everything or not neighbours.position
        touched = self.store.touched(0 if whole else neighbours.position)
        fresh = touched & known.keys()
        done.parties, done.fresh = len(known), len(fresh)
        numbers: dict[str, Numbers] = {i: r.identifiers for i, r in known.items() if r.identifiers}
        standing = self.log().standing.values()
        done.withdrawn = self._withdraw([*outdated(standing, known, touched), *settled(standing, numbers, touched)])
        log = self.log()
        found = seek(Faces(known.values()), fresh, log.canonical, neighbours, progress)
        done.judged = found.looked_at
        done.joined = self._join(decisions(_open(found.joins, log), known, now(), version()), log)
        hold_apart(self.workspace, numbers)
        done.apart = self.log().apart() - before
        self._keep([] if whole else self._stored(), found.waiting, touched)
        neighbours.save(position)
        done.waiting = len(self.queue())
        return done

    def _withdraw(self, made: list[Decision]) -> int:
        note = "what is known now no longer bears it out"
        self.store.decide(*(Decision(d.subject, d.ids, UNDONE, d.by, now(), note, undoes=d.id) for d in made))
        return len(made)

    def _join(self, made: list[Decision], log: Log) -> int:
        """Log joins; a pair the engine itself took back earlier is known to the store, and joined all the same."""
        before = {d.ids for d in log.made}
        again = [d for d in made if d.ids in before]
        self.store.decide(*again)
        return len(again) + len(self.store.propose([d for d in made if d.ids not in before]))

    def has_run(self) -> bool:
        """Whether there is a queue at all."""
        return (self.folder / QUEUE).exists()

    def queue(self, *, unsure: bool = False) -> list[Waiting]:
        """The pairs that wait for a person, likeliest first, one for each two clusters; `unsure` those left so, too."""
        log, path = self.log(), self.folder / QUEUE
        state = (unsure, path.stat().st_mtime_ns if path.exists() else 0)
        if state not in log.queues:
            log.queues[state] = self._queue(log, unsure)
        return log.queues[state]

    def _queue(self, log: Log, unsure: bool) -> list[Waiting]:
        closed = log.judged(Judgement.DIFFERENT, *(() if unsure else (Judgement.UNSURE,)))
        best: dict[frozenset[str], Waiting] = {}
        for waiting in sorted(self._stored(), key=lambda w: (-w.value, w.left, w.right)):
            between = log.between((waiting.left, waiting.right))
            if len(between) == 2 and between not in closed:
                best.setdefault(between, waiting)
        return list(best.values())

    def _stored(self) -> list[Waiting]:
        found = []
        with suppress(OSError, ValueError, TypeError):
            for line in (self.folder / QUEUE).read_text("utf-8").splitlines():
                said = json.loads(line)
                found.append(Waiting(said["left"], said["right"], said["value"], tuple(said["held"])))
        return found

    def _keep(self, before: list[Waiting], new: list[Waiting], fresh: set[str]) -> None:
        """Write the queue: pairs of which nothing changed stay, the others are as they were found now."""
        kept = [w for w in before if w.left not in fresh and w.right not in fresh] + new
        self.folder.mkdir(parents=True, exist_ok=True)
        lines = "".join(json.dumps(asdict(w), ensure_ascii=False) + "\n" for w in kept)
        beside = self.folder / f"{QUEUE}.{os.getpid()}"
        beside.write_text(lines, "utf-8")
        beside.replace(self.folder / QUEUE)


def _open(joins: list[tuple[str, str, float]], log: Log) -> list[tuple[str, str, float]]:
    """The joins on which nothing was decided, and that no person has refused or left unsure between their clusters."""
    refused = log.refused()
    settled = log.standing.keys() | refused
    closed = log.judged(Judgement.UNSURE) | {log.between(pair) for pair in refused}
    best = {(left, right): value for left, right, value in reversed(joins)}
    return [
        (*pair, value)
        for pair, value in sorted(best.items())
        if pair not in settled and (len(between := log.between(pair)) < 2 or between not in closed)
    ]


def hold_apart(workspace: Workspace, numbers: Mapping[str, Numbers]) -> None:
    """Log what identifiers keep apart among the ids that decisions tie together; people's word on a pair is left."""
    if len(numbers) < 2:
        return
    log = Log(workspace.store.decisions(subject=Subject.IDENTITY))
    links = [pair for pair, d in log.standing.items() if d.verdict == Judgement.SAME]
    judged = {pair for pair, d in log.standing.items() if not d.by_rule}
    withdrawn = {d.undoes for d in log.made if d.by_rule}
    judged |= {(min(d.ids), max(d.ids)) for d in log.made if d.by == BY_IDENTIFIER and d.id not in withdrawn and not d.undoes}
    workspace.store.decide(*contradicting(links, numbers, judged, now()))
