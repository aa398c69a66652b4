"""The attention exhibits get: enquiries and contacts entered as dated records, and what of them may go to the owner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from dragoman.base.errors import HeldError, UsageError
from dragoman.expo.attention import CONTACT, ENQUIRY, Asked, Attention, ordered
from dragoman.model.entity import Entity
from dragoman.workspace import expo_form
from dragoman.workspace.clearing_parties import military
from dragoman.workspace.delegations import today
from dragoman.workspace.expo_around import ends, first, tied
from dragoman.workspace.noting import note

if TYPE_CHECKING:
    from dragoman.workspace import Workspace
    from dragoman.workspace.expo_form import Value

OWNERS = ("exhibitor", "producer", "developer", "offeror", "requester")
OWNED = ("Technology", "Offer", "Request", "Project")  # what a body shows, offers and seeks; an exhibit is a technology
UNMET = "military end use: it is recorded and not passed on"


class AttentionBook:
    """Enquiries and contacts of a workspace. How often a page was looked at is counted by the web alone."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store

    def enquire(
        self, record: str, what: str, *, by: str, who: str = "", date: str = "", end_use: str = "", form: str = "enquiry"
    ) -> Asked:  # fmt: skip
        """Record that somebody asked about a record (by name or id); `who` may be left out, or be `unnamed: ...`.

        `end_use` is civil, military or not known. Raises `UsageError` with all that is wrong.
        """
        about = self.workspace.expo.find(record)
        said = {"about": about, "requester": who, "question": what, "date": date or today(), "endUse": end_use}
        if not what.strip():
            raise UsageError("an enquiry says what was asked", do="write it in a few words")
        return self._made("Enquiry", said, by, form, about)

    def contact(self, record: str, who: str, *, by: str, what: str = "", date: str = "", form: str = "contact") -> Asked:
        """Record that somebody met those who show a record; `who` may be `unnamed: ...`."""
        about = self.workspace.expo.find(record)
        if not who.strip():
            raise UsageError("a contact is with somebody", do="name them, or write unnamed: who they are")
        said = {"participant": [about, who], "subject": what, "date": date or today()}
        return self._made("Meeting", said, by, form, about)

    def _made(self, kind: str, said: Mapping[str, Value], by: str, form: str, about: str) -> Asked:
        made = self.workspace.expo.enter(kind, {k: v for k, v in said.items() if v}, by=by, form=form, new=True)
        return self._asked(self.store.entity(made), self.store.canonical(about))

    def answer(self, enquiry: str, words: str, *, by: str, date: str = "") -> Asked:
        """Record the owner's answer. Raises `HeldError` for an enquiry that is not passed on, `UsageError`."""
        entity = self.store.entity(expo_form.the(self.workspace, "Enquiry", enquiry))
        about = next(iter(ends(entity, "about")), "")
        if not words.strip():
            raise UsageError("an answer has words", do="write it")
        if not self._asked(entity, about).is_lead:
            raise HeldError(UNMET, where=entity.id[:12])
        note(self.workspace, entity.id, {"answer": words}, by=by, date=date or today(), form="answer to an enquiry")
        return self._asked(self.store.entity(entity.id), about)

    def of(self, record: str, *, alone: bool = False) -> Attention:
        """What came for a record; for a body also what came for all it shows, offers and seeks, unless `alone`."""
        root = self.store.entity(self.store.canonical(self.workspace.expo.find(record)))
        about = [root.id]
        if root.schema.is_a("LegalEntity") and not alone:
            about += [e.id for kind in OWNED for e in tied(self.workspace, root.id, OWNERS, kind)]
        rows = ordered(self._rows(dict.fromkeys(about)))
        captions = self.store.captions({*about, *(r.who for r in rows if r.who)})
        return Attention(root.id, root.caption, rows, captions)

    def _rows(self, about: Iterable[str]) -> list[Asked]:
        found: dict[str, Asked] = {}
        for key in about:
            for e in tied(self.workspace, key, ("about",), "Enquiry") + tied(self.workspace, key, ("participant",), "Meeting"):
                found.setdefault(e.id, self._asked(e, key))
        return list(found.values())

    def _asked(self, entity: Entity, about: str) -> Asked:
        is_enquiry = entity.schema.is_a("Enquiry")
        asking, leading = ("question", "requester") if is_enquiry else ("subject", "participant")
        said = next(s for p in (asking, "summary", "name", "about", "participant") for s in entity.get(p) if not s.negated)
        by = said.evidence[0].speaker if said.evidence else said.dataset
        who = next((i for i in ends(entity, leading) if i != about), "")
        answer = next((s for s in reversed(entity.get("answer")) if not s.negated), None)
        held = military(self.workspace, entity)
        return Asked(
            entity.id, ENQUIRY if is_enquiry else CONTACT, about, first(entity, asking, "summary", "name"),
            first(entity, "date", "startDate"), by, said.recorded_at, said.id, who, answer.value if answer else "",
            answer.recorded_at if answer else "", held[0].words if held else "",
        )  # fmt: skip
