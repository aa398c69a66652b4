"""What people decided of hits, laid on fresh hits: a cleared pair stays cleared until the record of the list changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.model.decision import Decision, Subject
from dragoman.model.ids import digest, normal_name
from dragoman.screen.hit import Hit, Query, Status

Standing = Mapping[tuple[str, str], Decision]


def asked(query: Query) -> str:
    """The id under which a verdict on this query is kept: the entity's, or a hash of the name and of what stands beside it."""
    if query.entity:
        return query.entity
    beside = (*sorted(query.countries), *sorted(query.dates), *sorted(query.identifiers))
    return digest("asked", str(query.kind), normal_name(query.name), *beside)


def standing(decisions: Iterable[Decision]) -> dict[tuple[str, str], Decision]:
    """The verdict in force on each pair of query and record: the last one that is not undone."""
    found: dict[tuple[str, str], Decision] = {}
    kept = [d for d in decisions if d.subject is Subject.HIT]
    undone = {d.undoes for d in kept if d.undoes}
    for decision in kept:
        if not decision.undoes and decision.id not in undone:
            found[(decision.ids[0], decision.ids[1])] = decision
    return found


def lay(query: Query, hits: Iterable[Hit], verdicts: Standing) -> None:
    """Give each hit its status. A verdict on an earlier state of the record is told and no longer holds."""
    if not verdicts:
        return
    who = asked(query)
    for hit in hits:
        decision = verdicts.get((who, hit.key))
        if decision is None:
            continue
        if decision.version == hit.fingerprint:
            hit.status, hit.by, hit.decided, hit.note = Status(decision.verdict), decision.by, decision.at, decision.note
        else:
            told = f"{decision.verdict} by {decision.by} on {decision.at[:10]}, but the record has changed since"
            hit.remarks = (told, *hit.remarks)
