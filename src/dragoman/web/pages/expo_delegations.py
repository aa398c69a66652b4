"""A delegation: members with what screening finds, its invitation, held until a named person decides; an invitation's steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from dragoman.expo import invitations
from dragoman.model.entity import Entity
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.pages.expo_acts import attempt, box, decide, given, one_of
from dragoman.web.pages.expo_coded import label, language
from dragoman.web.pages.expo_record import shown
from dragoman.web.pages.expo_saying import Saying
from dragoman.web.route import get, post
from dragoman.workspace.delegations import Delegations, Invited, Member, by_kind
from dragoman.workspace.expo_around import entities, first

ASKED = ("event", "purpose", "expires", "name")


def delegation(ask: Ask, problem: str = "") -> Page:
    """A delegation as it stands, screened now."""
    entity = one_of(ask, "Delegation")
    room, say = Delegations(ask.workspace), Saying(ask.workspace, ask.lang)
    found, cleared = room.show(entity.id), box(room.screen(entity.id))
    data = {
        "record": shown(ask.workspace, entity, ask.lang),
        "lead": _lead(say, entity),
        "members": _members(ask, say, found.members, _states(cleared)),
        "kinds": {kind: n for kind, n in by_kind(found.members).items() if kind},
        "fields": Counter(label(m.field, ask.lang) for m in found.members if m.field).most_common(),
        "clearance": cleared,
        "invitations": [_invited(say, i) for i in found.invitations],
        "problem": problem,
        "brought": say.records(found.brought),
        "visits": _dated(say, found.visits),
        "earlier": _dated(say, found.earlier),
    }
    return Page("expo_delegation.html", data)


def _lead(say: Saying, entity: Entity) -> dict[str, Any]:
    """Who sends it where, when and for what: the first things to know."""
    linked = {p: say.linked(entity, p) for p in ("sender", "host", "destination", "event", "interpreter")}
    told = {p: say.said(entity, p) for p in ("purpose", "memberKind")}
    told["language"] = [{**row, "text": language(row["text"], say.lang)} for row in say.said(entity, "language")]
    return {**linked, **told, "direction": first(entity, "direction"), "since": first(entity, "startDate"),
            "until": first(entity, "endDate"), "size": say.amounts(entity, "size")}  # fmt: skip


def _members(ask: Ask, say: Saying, members: Iterable[Member], states: dict[str, str]) -> list[dict[str, Any]]:
    """The members, each with what screening found of them or of the body they come from."""
    return [
        {
            "id": m.id,
            "name": say.name(m.id) or m.name,
            "kind": m.schema,
            "body_kind": m.kind,
            "field": label(m.field, ask.lang),
            "country": m.country,
            "body": m.body,
            "body_name": say.name(m.body) or m.body_name,
            "role": m.role,
            "head": m.is_head,
            "state": _worst([states.get(m.id, ""), states.get(m.body, "")]),
        }
        for m in members
    ]


def _dated(say: Saying, ids: Iterable[str]) -> list[dict[str, Any]]:
    """Records with their days, the latest first."""
    found = entities(say.workspace, ids)
    rows = [
        {**say.record(key), "since": first(e, "startDate", "date"), "until": first(e, "endDate")} for key, e in found.items()
    ]
    return sorted(rows, key=lambda r: str(r["since"]), reverse=True)


def _invited(say: Saying, i: Invited) -> dict[str, Any]:
    named = say.record(i.id)
    return {
        "id": i.id, "name": named.get("caption", i.name) if not named.get("unnamed") else "", "state": i.state,
        "steps": list(i.steps), "expires": i.expires, "inviter": say.record(i.inviter), "event": say.record(i.event),
        "held": i.clearance.held,
    }  # fmt: skip


STATES = ("", "cleared", "check", "open", "confirmed")


def _states(cleared: dict[str, Any]) -> dict[str, str]:
    """The worst that is known of each party: cleared, to check, an open hit, or a confirmed one."""
    found: dict[str, str] = {}
    for h in cleared["hits"]:
        state = h["state"] if h["state"] != "open" or h["sure"] else "check"
        found[h["party"]] = _worst([found.get(h["party"], ""), state])
    return found


def _worst(states: list[str]) -> str:
    return max(states, key=lambda s: STATES.index(s) if s in STATES else 0)


def act(ask: Ask) -> Page | Go:
    """What the forms of a delegation's page do: a member more, an invitation, its steps, a decision on a hit or a hold."""
    entity, room = one_of(ask, "Delegation"), Delegations(ask.workspace)
    acts = {
        "member": lambda: room.add(
            entity.id, ask.field("member"), by=ask.by, body=ask.field("body"), role=ask.field("role")
        ),
        "invite": lambda: room.invite(entity.id, ask.field("inviter"), by=ask.by, **given(ask, *ASKED)),
        "decide": lambda: decide(ask, [entity.id]),
        "step": lambda: step(ask, room, ask.field("invitation")),
    }  # fmt: skip
    told = "expo_deleg.decided" if ask.field("act") == "decide" else "expo_form.entered"
    way = acts.get(ask.field("act"), lambda: decide(ask, []))
    return attempt(ask, way, lambda p: delegation(ask, p), f"/delegations/{entity.id}", told)


def step(ask: Ask, room: Delegations, key: str) -> None:
    """Take an invitation a step further; sending needs that nothing holds it."""
    how, day = ask.field("step"), ask.field("date")
    if how == "sent":
        room.send(key, room.invitation(key).clearance, by=ask.by, date=day)
    else:
        room.answer(key, how, by=ask.by, date=day, words=ask.field("words"))


def invitation(ask: Ask, problem: str = "") -> Page:
    """An invitation: its steps, and what screening finds of everybody in it."""
    entity = one_of(ask, "Invitation")
    found, say = Delegations(ask.workspace).invitation(entity.id), Saying(ask.workspace, ask.lang)
    data = {
        "record": shown(ask.workspace, entity, ask.lang),
        "invitation": _invited(say, found),
        "clearance": box(found.clearance),
        "to": say.linked(entity, "invitee"),
        "purpose": say.said(entity, "purpose"),
        "answers": say.said(entity, "answer"),
        "since": first(entity, "startDate"),
        "until": first(entity, "endDate"),
        "problem": problem,
    }
    return Page("expo_invitation.html", data, {"next": invitations.NEXT[invitations.entered(found.steps)]})


def answer(ask: Ask) -> Page | Go:
    """What the forms of an invitation's page do."""
    entity, room = one_of(ask, "Invitation"), Delegations(ask.workspace)
    decides = ask.field("act") == "decide"
    way = (lambda: decide(ask, [entity.id])) if decides else (lambda: step(ask, room, entity.id))
    return attempt(ask, way, lambda p: invitation(ask, p), f"/invitations/{entity.id}",
                   "expo_deleg.decided" if decides else "expo_form.entered")  # fmt: skip


DOORS = (
    get("/delegations/{id}", delegation),
    post("/delegations/{id}", act, role=Role.ORGANISER),
    get("/invitations/{id}", invitation),
    post("/invitations/{id}", answer, role=Role.ORGANISER),
)
