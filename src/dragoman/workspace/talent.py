"""The talent exchange of a workspace: entered by owners alone, shown until they end, withdrawn at once."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dragoman.base.errors import DragomanError, UsageError
from dragoman.expo import rules, talent
from dragoman.expo.rules import Entered
from dragoman.expo.talent import TalentOffer
from dragoman.model.entity import Entity
from dragoman.model.schema import schema
from dragoman.workspace import expo_form
from dragoman.workspace.expo_adding import keep
from dragoman.workspace.expo_around import all_of, ends, entities, first, texts
from dragoman.workspace.expo_entries import Entry, dataset_of, own_id, state

if TYPE_CHECKING:
    from dragoman.workspace import Workspace
    from dragoman.workspace.expo_form import Value

KIND = "TalentOffer"
FORM = "talent offer"
BY_RULE = "rule:expired"


class Talent:
    """Offers of and for people. An offer is its owner's: who enters it is its holder, or speaks for the body that is."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store

    def offer(
        self, said: Mapping[str, Value], *, by: str, consent: bool, expires: str, body: str = "", of: str = "", today: str = ""
    ) -> str:  # fmt: skip
        """Enter an offer; its id. `by` is its owner, or with `body` the person who offers a post there.

        Raises `UsageError` without consent, without an end within a year, or for values that cannot be.
        """
        by, day = " ".join(by.split()), today or _today()
        kind = schema(KIND)
        given: dict[str, Value] = {**said, "holder": body or by, "consent": day, "expires": expires}
        if body:
            given["contact"] = said.get("contact", by)
        read = expo_form.read(self.workspace, kind, given)
        if of:
            edition = self.workspace.expo.edition(of)
            read.said.append(Entered("edition", edition, of))
        wrong = talent.problems(consent=consent, expires=expires, today=day) + rules.problems(kind, read.said)
        if not by:
            wrong.insert(0, "an offer needs its owner: --by NAME")
        if wrong:
            raise UsageError("; ".join(dict.fromkeys(wrong)), where=FORM)
        entry = Entry(by, FORM)
        made = own_id(KIND, read, by, "", entry.at)
        state(entry, KIND, read, made)
        keep(self.workspace, entry, FORM)
        return made

    def listed(
        self, edition: str = "", *, words: str = "", kind: str = "", language: str = "", today: str = ""
    ) -> list[TalentOffer]:  # fmt: skip
        """The offers that last, of an edition or of all, in the order they were entered."""
        of = self.workspace.expo.edition(edition) if edition else ""
        found = [o for o in self._all() if not of or o.edition == of]
        return talent.shown(found, today or _today(), words=words, kind=kind, language=language)

    def _all(self) -> list[TalentOffer]:
        found = [_told(e) for e in all_of(self.workspace, KIND) if _is_own(e)]
        called = self.store.captions(o.holder for o in found)
        return [replace(o, holder=called.get(o.holder, "")) for o in found]

    def withdraw(self, offer: str, *, by: str, note: str = "") -> int:
        """Take an offer back, with what it made known of its holder; how many statements are gone.

        Anybody may do it for the owner, by name. The log keeps that it was there; nothing shows it any more.
        """
        if not by.strip():
            raise UsageError("nobody is named as the one who withdraws", do="give your name: --by NAME")
        entity = self.store.entity(self.store.canonical(offer))
        if not entity.schema.is_a(KIND):
            raise UsageError("only a talent offer is withdrawn so", do="dragoman talent list shows them")
        gone = [s.id for e in (entity, *self._made_with(entity)) for s in e.statements]
        keep(self.workspace, Entry(by, "withdrawal"), note or "withdrawn by its owner", gone)
        return len(gone)

    def _made_with(self, offer: Entity) -> list[Entity]:
        """The holder, where nothing but offers speaks of them and this was the last one."""
        shared = {h for o in all_of(self.workspace, KIND) if o.id != offer.id for h in ends(o, "holder")}
        holders = entities(self.workspace, [h for h in ends(offer, "holder") if h not in shared]).values()
        return [h for h in holders if all(self._of_offer(e.document) for s in h.statements for e in s.evidence)]

    def withdrawn(self, record: str) -> bool:
        """Whether nothing stands of a record that offers alone had told of: it was one, or it was the holder of one."""
        from dragoman.store.amending import log

        key = self.store.canonical(record)
        said = [c.statement for c in log(self.store, key) if not c.taken_back]
        return not self.store.size(key) and all(self._of_offer(e.document) for s in said for e in s.evidence)

    def _of_offer(self, document: str) -> bool:
        return self.store.has_document(document) and self.store.document(document).title.startswith(f"{FORM}, entered by ")

    def expired(self, today: str = "") -> list[str]:
        """The ids of offers that are over: exports and pages leave them out."""
        return [e.id for e in all_of(self.workspace, KIND) if talent.is_expired(first(e, "expires"), today or _today())]

    def sweep(self, today: str = "") -> int:
        """Withdraw every offer that is over; how many."""
        over = self.expired(today)
        for offer in over:
            self.withdraw(offer, by=BY_RULE, note="its time is over")
        return len(over)

    def lapse(self) -> None:
        """Sweep, where nothing stands in the way: while another process writes, the next opening does it."""
        with suppress(DragomanError):
            self.sweep()


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _is_own(e: Entity) -> bool:
    """Whether every word of an offer was entered by the one person who owns it, and none comes from elsewhere."""
    speakers = {proof.speaker for s in e.statements for proof in s.evidence}
    return len(speakers) == 1 and all(s.dataset.startswith(dataset_of(next(iter(speakers)))) for s in e.statements)


def _told(e: Entity) -> TalentOffer:
    return TalentOffer(
        e.id, next(iter(ends(e, "holder")), ""), first(e, "talentKind"), texts(e, "summary", "name"), first(e, "field"),
        e.values("language"), first(e, "region"), e.first_seen, first(e, "expires"), first(e, "contact", "email"),
        next(iter(ends(e, "edition")), ""),
    )  # fmt: skip
