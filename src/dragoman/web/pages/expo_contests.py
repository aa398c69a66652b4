"""A contest: entries, jurors, conflicts of interest declared and found, scores, the ranking and how it came about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from dragoman.expo.contests import Panel, Placed
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.pages.expo_acts import attempt, one_of, whole
from dragoman.web.pages.expo_record import href, shown, told
from dragoman.web.route import get, post
from dragoman.workspace.expo_around import entities

if TYPE_CHECKING:
    from dragoman.workspace.contests import Ranked


def contest(ask: Ask, problem: str = "") -> Page:
    """A contest as it stands: what it still needs, its ranking, its winners once it is closed."""
    entity = one_of(ask, "Contest")
    found = ask.workspace.contests.show(entity.id)
    panel, name = found.panel, _names(ask, found)
    data = {
        "record": shown(ask.workspace, entity, ask.lang),
        "closed": found.closed,
        "track_of": _linked(ask, entity.values("trackOf")),
        "problem": problem,
        "entries": [{"id": i, "caption": name(i)} for i in panel.entries],
        "jurors": [{"id": i, "caption": name(i)} for i in panel.jurors],
        "criteria": [{"id": c.id, "name": c.name, "weight": str(c.weight), "most": str(c.most)} for c in panel.criteria],
        "placed": [_placed(p, panel, name) for p in found.placed],
        "winners": _linked(ask, entity.values("winningEntry")),
        "bodies": _linked(ask, entity.values("winner")),
        "interests": _interests(panel, name),
        "marks": _marks(panel),
        "steps": _steps(found),
    }
    return Page("expo_contest.html", data)


def _names(ask: Ask, found: Ranked) -> Callable[[str], str]:
    """What to call entries and jurors in the reader's language."""
    panel = found.panel
    near = entities(ask.workspace, [*panel.entries, *panel.jurors, *(m.juror for m in panel.marks)])
    captions = told(ask.workspace, near.values(), ask.lang)
    return lambda key: captions.get(key) or found.captions.get(key, "")


def _linked(ask: Ask, ids: Iterable[str]) -> list[dict[str, str]]:
    near = entities(ask.workspace, ids)
    captions = told(ask.workspace, near.values(), ask.lang)
    return [{"id": key, "caption": captions[key], "href": href(e.schema.name, key)} for key, e in near.items()]


def _steps(found: Ranked) -> list[dict[str, Any]]:
    """What a contest goes through: how much there is of each, how much there must be, and whether that is done."""
    panel = found.panel
    pairs = [(j, e) for e in panel.entries for j in panel.jurors if not panel.interest(j, e)]
    scored = sum(1 for p in found.placed for j, _ in p.jurors if (j, p.entry) in pairs)
    made = [("criteria", len(panel.criteria), 1), ("entries", len(panel.entries), 1), ("jurors", len(panel.jurors), 1),
            ("scores", scored, len(pairs) or 1), ("winners", int(found.closed), 1)]  # fmt: skip
    return [{"key": key, "n": n, "of": of if key == "scores" else 0, "done": n >= of} for key, n, of in made]


def _placed(p: Placed, panel: Panel, name: Callable[[str], str]) -> dict[str, Any]:
    return {
        "entry": p.entry, "caption": name(p.entry), "place": p.place, "tied": p.tied, "score": p.told,
        "jurors": [{"caption": name(j), "score": f"{float(v):.2f}"} for j, v in p.jurors],
        "left_out": [{"caption": name(o.juror), **_why(panel, p.entry, o.juror)} for o in p.left_out],
    }  # fmt: skip


def _why(panel: Panel, entry: str, juror: str) -> dict[str, str]:
    """Why a juror does not count for an entry."""
    if interest := panel.interest(juror, entry):
        return {"key": "declared" if interest.declared else "found", "why": interest.why}
    if juror not in panel.jurors:
        return {"key": "no_juror", "why": ""}
    given = {m.criterion for m in panel.marks if (m.juror, m.entry) == (juror, entry)}
    missing = [c.name for c in panel.criteria if c.id not in given]
    return {"key": "partly", "why": ", ".join(missing)} if given else {"key": "not_yet", "why": ""}


def _interests(panel: Panel, name: Callable[[str], str]) -> list[dict[str, Any]]:
    once = {(i.juror, i.entry, i.why, i.declared): i for i in reversed(panel.interests)}
    return [
        {"juror": i.juror, "juror_name": name(i.juror), "entry": i.entry, "entry_name": name(i.entry),
         "why": i.why, "declared": i.declared, "statements": list(i.statements)}
        for i in reversed(once.values())
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
