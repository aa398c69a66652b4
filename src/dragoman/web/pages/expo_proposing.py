"""What somebody may send by a personal link, by the kind of their record, and how an organiser's yes makes records of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UsageError
from dragoman.expo.fields import codes
from dragoman.expo.fields import field as field_of
from dragoman.model.entity import Entity
from dragoman.model.schema import schema
from dragoman.web.pages import expo_forms as forms
from dragoman.web.pages import expo_layout as layout
from dragoman.web.pages.expo_coded import LEVELS, RIGHTS, code_of
from dragoman.web.pages.expo_linkbook import Link, Proposal
from dragoman.workspace import expo_revising
from dragoman.workspace.expo_around import tied
from dragoman.workspace.expo_revising import Revision
from dragoman.workspace.noting import note

if TYPE_CHECKING:
    from dragoman.web.ask import Ask
    from dragoman.workspace import Workspace

# Kind of form: schema, its fields. A name, a summary are told in up to three languages.
NEW: dict[str, tuple[str, tuple[str, ...]]] = {
    "technology": ("Exhibit", ("name", "description", "field", "use", "pastUse", "originSector", "trl", "ipStatus")),
    "offer": ("Offer", ("summary", "partnerSought", "field", "partnershipKind", "partnerCountry", "expires")),
    "request": ("Request", ("summary", "partnerSought", "field", "partnershipKind", "partnerCountry", "expires")),
}
OWNER = {"Exhibit": "exhibitor", "Technology": "producer", "Offer": "offeror", "Request": "requester"}
# What the owner of a record may correct of it, by schema; the first that fits.
OWN: dict[str, tuple[str, ...]] = {
    "Person": ("name", "position", "title", "email", "phone"),
    "LegalEntity": (
        "name",
        "abbreviation",
        "country",
        "activity",
        "sector",
        "description",
        "website",
        "email",
        "phone",
        "address",
    ),
    "Consultation": ("question", "region", "field", "budget"),
    "Exhibit": ("name", "description", "field", "use", "pastUse", "originSector", "trl", "ipStatus"),
    "Stop": ("mayShow",),
}
CONSENT = (
    "name",
    "description",
    "country",
    "website",
    "field",
    "use",
    "pastUse",
    "trl",
    "stand",
    "ipStatus",
    "originSector",
    "activity",
    "email",
    "phone",
)
AVAILABLE = "available"  # a kind of proposal: days and hours in words, kept with the part in the edition or with the record


def fields(kind: str, props: tuple[str, ...]) -> dict[str, layout.Field]:
    """The fields of a form, coded where their words can be told in every language."""
    found = schema(kind)
    made = {p: layout.field(found, p) for p in props}
    coded = {"field": codes(), "ipStatus": RIGHTS, "trl": LEVELS}
    for prop, choices in coded.items():
        if prop in made:
            made[prop] = replace(made[prop], kind="choice", many=False, choices=choices)
    return made


def empty(kind: str) -> forms.Filled:
    """The empty form of something new."""
    name, props = NEW[kind]
    return {p: forms.Shown(f, forms.padded(f, [])) for p, f in fields(name, props).items()}


def correcting(ask: Ask, entity: Entity) -> forms.Filled:
    """The form for corrections, with what stands there: also what documents claim, so that it can be put right."""
    props = next((OWN[a] for a in entity.schema.ancestors if a in OWN), ())
    held = forms.of_record(ask, entity)
    made: forms.Filled = {}
    for prop, f in fields(entity.schema.name, props).items():
        cells = held[prop].cells if prop in held else []
        if f.kind == "choice" and prop == "field":
            cells = [replace(c, text=code_of(c.text) or c.text, was=code_of(c.text) or c.was) for c in cells]
        made[prop] = forms.Shown(f, cells or forms.padded(f, []), claims=held[prop].claims if prop in held else [])
    return made


def sent(ask: Ask, kind: str, props: dict[str, layout.Field]) -> forms.Filled:
    """What was sent of a form, only in the fields it has."""
    full = forms.filled(ask, kind)
    return {p: forms.Shown(f, full[p].cells if p in full else []) for p, f in props.items()}


def as_kept(said: dict[str, list[str]]) -> dict[str, list[str]]:
    """What is said, codes of fields as the words they stand for."""
    return {p: [field_of(v).label("en") if p == "field" and v in codes() else v for v in vs] for p, vs in said.items()}


def accept(workspace: Workspace, link: Link, found: Proposal, take: list[str], by: str) -> str:
    """Make statements of what was sent, as the entry of who sent it; the id of the record. Raises `UsageError`."""
    said = {p: v for p, v in found.body.get("said", {}).items() if not take or p in take}
    form = f"personal link of {link.name}, accepted by {by}"
    if found.kind in NEW:
        return _made(workspace, link, NEW[found.kind][0], said, form)
    if found.kind == AVAILABLE:
        return _available(workspace, link, said, form)
    if found.kind == "correction":
        changes = [
            Revision(found.about, p, tuple(found.body.get("gone", {}).get(p, ())), tuple(said.get(p, ())))
            for p in {*said, *found.body.get("gone", {})}
            if not take or p in take
        ]
        seen = int(found.body.get("seen", 0)) or workspace.expo.position()
        expo_revising.revise(workspace, changes, by=link.name, seen=seen, form=form)
        return found.about
    if found.kind == "introduction":
        from dragoman.workspace.consultations import Consultations

        words = " ".join(said.get("answer", ()))
        Consultations(workspace).answered(found.about, str(found.body.get("state", "answered")), by=link.name, words=words)
        return found.about
    raise UsageError(f"{found.kind} is not accepted", do="answers to enquiries go straight to who asked")


def _made(workspace: Workspace, link: Link, kind: str, said: dict[str, list[str]], form: str) -> str:
    if kind == "Exhibit" and not link.edition:
        kind = "Technology"
    values: dict[str, Any] = {**as_kept(said), OWNER[kind]: link.record}
    if link.edition and "edition" in schema(kind).properties:
        values["edition"] = link.edition
    return workspace.expo.enter(kind, values, by=link.name, form=form)


def _available(workspace: Workspace, link: Link, said: dict[str, list[str]], form: str) -> str:
    """With the part somebody has in the edition, where there is one; else with their own record."""
    parts = [
        e
        for e in tied(workspace, link.record, ("participant",), "Participation")
        if not link.edition or link.edition in e.values("event")
    ]
    target = parts[0].id if parts else link.record
    note(workspace, target, {"description": said.get("words", [])}, by=link.name, form=form)
    return target
