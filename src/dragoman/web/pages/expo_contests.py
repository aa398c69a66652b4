"""A contest: entries, jurors, conflicts of interest declared and found, scores, the ranking and how it came about."""

from __future__ import annotations

from typing import Any

from dragoman.expo.contests import Panel, Placed
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.pages.expo_acts import attempt, one_of, whole
from dragoman.web.pages.expo_record import shown
from dragoman.web.route import get, post


def contest(ask: Ask, problem: str = "") -> Page:
    """A contest as it stands."""
    entity = one_of(ask, "Contest")
    found = ask.workspace.contests.show(entity.id)
    named = [{"id": i, "caption": found.captions.get(i, i[:8])} for i in found.panel.entries]
    data = {
        "record": shown(ask.workspace, entity, ask.lang),
        "closed": found.closed,
        "track_of": found.track_of,
        "problem": problem,
        "entries": named,
        "jurors": [{"id": i, "caption": found.captions.get(i, i[:8])} for i in found.panel.jurors],
        "criteria": [{"id": c.id, "name": c.name, "weight": str(c.weight), "most": str(c.most)} for c in found.panel.criteria],
        "placed": [_placed(p, found.captions) for p in found.placed],
        "interests": _interests(found.panel, found.captions),
        "marks": _marks(found.panel),
    }
    return Page("expo_contest.html", data)


def _placed(p: Placed, captions: Any) -> dict[str, Any]:
    return {
        "entry": p.entry, "caption": captions.get(p.entry, ""), "place": p.place, "tied": p.tied, "score": p.told,
        "jurors": [{"caption": captions.get(j, ""), "score": f"{float(v):.2f}"} for j, v in p.jurors],
        "left_out": [{"caption": captions.get(o.juror, ""), "why": o.why} for o in p.left_out],
    }  # fmt: skip


def _interests(panel: Panel, captions: Any) -> list[dict[str, Any]]:
    return [
        {"juror": i.juror, "juror_name": captions.get(i.juror, ""), "entry": i.entry, "entry_name": captions.get(i.entry, ""),
         "why": i.why, "declared": i.declared, "statements": list(i.statements)}
        for i in panel.interests
    ]  # fmt: skip


def _marks(panel: Panel) -> dict[str, str]:
    """The points given, by juror, entry and criterion."""
    return {f"{m.juror}.{m.entry}.{m.criterion}": str(m.points) for m in panel.marks}


def act(ask: Ask) -> Page | Go:
    """What the forms of a contest's page do."""
    entity, room, f = one_of(ask, "Contest"), ask.workspace.contests, ask.field
    acts = {
        "juror": lambda: room.add_juror(entity.id, f("who"), by=ask.by),
        "entry": lambda: room.add_entry(entity.id, f("what"), by=ask.by),
        "criterion": lambda: ask.workspace.expo.enter(
            "Criterion", {k: v for k, v in {"name": f("name"), "weight": f("weight"), "most": f("most")}.items() if v},
            by=ask.by, of=entity.id,
        ),
        "declare": lambda: room.declare(entity.id, f("juror"), f("about"), by=ask.by, note=f("note")),
        "withdraw": lambda: room.withdraw(entity.id, f("juror"), f("about"), by=ask.by, note=f("note")),
        "score": lambda: score(ask, entity.id),
        "close": lambda: room.close(entity.id, by=ask.by, winners=whole(ask, "winners", 1)),
    }  # fmt: skip
    way = acts.get(f("act"), lambda: score(ask, entity.id))
    return attempt(ask, way, lambda p: contest(ask, p), f"/contests/{entity.id}")


def score(ask: Ask, key: str) -> None:
    """The points of one juror for one entry: one field a criterion, named by it."""
    names = {c.id: c.name for c in ask.workspace.contests.show(key).panel.criteria}
    points = {name: ask.field(f"c.{i}") for i, name in names.items() if ask.field(f"c.{i}")}
    ask.workspace.contests.score(key, ask.field("juror"), ask.field("about"), points, by=ask.by)


DOORS = (get("/contests/{id}", contest), post("/contests/{id}", act, role=Role.ORGANISER))
