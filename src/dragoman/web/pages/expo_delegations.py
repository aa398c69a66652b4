"""A delegation: members with what screening finds, its invitation, held until a named person decides; an invitation's steps."""

from __future__ import annotations

from typing import Any

from dragoman.model.entity import Entity
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.pages.expo_acts import attempt, box, decide, given, one_of
from dragoman.web.pages.expo_record import called, shown
from dragoman.web.route import get, post
from dragoman.workspace.delegations import Delegations, Invited, by_kind
from dragoman.workspace.expo_around import entities

ASKED = ("event", "purpose", "expires", "name")


def delegation(ask: Ask, problem: str = "") -> Page:
    """A delegation as it stands, screened now."""
    entity = one_of(ask, "Delegation")
    room = Delegations(ask.workspace)
    found, cleared = room.show(entity.id), box(room.screen(entity.id))
    states = _states(cleared)
    members = [
        {
            "id": m.id,
            "name": m.name,
            "kind": m.schema,
            "body_kind": m.kind,
            "field": m.field,
            "country": m.country,
            "body": m.body,
            "body_name": m.body_name,
            "role": m.role,
            "head": m.is_head,
            "state": _worst([states.get(m.id, ""), states.get(m.body, "")]),
        }
        for m in found.members
    ]
    data = {
        "record": shown(ask.workspace, entity, ask.lang),
        "members": members,
        "kinds": by_kind(found.members),
        "clearance": cleared,
        "invitations": [_invited(i, found.captions) for i in found.invitations],
        "problem": problem,
        **{p: [_named(i, found.captions) for i in getattr(found, p)] for p in ("brought", "visits", "earlier")},
    }
    return Page("expo_delegation.html", data)


def _named(key: str, captions: dict[str, str]) -> dict[str, str]:
    return {"id": key, "caption": captions.get(key, key[:8])}


def _invited(i: Invited, captions: dict[str, str]) -> dict[str, Any]:
    return {
        "id": i.id, "name": i.name, "state": i.state, "steps": list(i.steps), "expires": i.expires,
        "inviter": captions.get(i.inviter, ""), "event": captions.get(i.event, ""), "held": i.clearance.held,
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
    found = Delegations(ask.workspace).invitation(entity.id)
    captions = ask.workspace.store.captions([found.inviter, found.event])
    to = [_to(e, ask.lang) for e in entities(ask.workspace, entity.values("invitee")).values()]
    data = {
        "record": shown(ask.workspace, entity, ask.lang),
        "invitation": _invited(found, captions),
        "clearance": box(found.clearance),
        "to": to,
        "problem": problem,
    }
    return Page("expo_invitation.html", data)


def _to(entity: Entity, lang: str) -> dict[str, str]:
    return {"id": entity.id, "caption": called(entity, lang), "kind": entity.schema.name}


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
