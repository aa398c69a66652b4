"""Consultations: a client's question, a sourced shortlist from the records, introductions, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.expo.shortlist import Candidate, Fit, fit
from dragoman.model.clearance import Clearance
from dragoman.model.entity import Entity
from dragoman.model.score import Score
from dragoman.workspace import clearing, expo_form
from dragoman.workspace.delegations import today
from dragoman.workspace.expo_around import ends, tied
from dragoman.workspace.noting import day_of, make, note, one_of, steps
from dragoman.workspace.shortlisting import candidates, wanted

if TYPE_CHECKING:
    from dragoman.report.papers.flow import Paper
    from dragoman.workspace import Workspace
    from dragoman.workspace.expo_form import Value

STATE = "introductionState"
PLANNED, MADE, ANSWERED, DECLINED = "planned", "made", "answered", "declined"
LISTED = ("LegalEntity", "Project", "Thing")  # who can be introduced; of one name, bodies first
SHOWN = 10  # of a shortlist, where nobody says how many


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a shortlist: who fits and why. Held ones are shown as held, and are not introduced."""

    id: str
    name: str
    schema: str
    kind: str
    score: Score
    limits: tuple[str, ...]  # names of messages paper.limit.…
    countries: tuple[str, ...]
    trl: int | None
    chosen: bool
    clearance: Clearance  # of the consultation and this one together
    controlled: tuple[str, ...] = ()

    @property
    def held(self) -> bool:
        """Whether it may not be introduced."""
        return self.clearance.held


class Consultations:
    """The consultations of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store

    def find(self, name_or_id: str) -> str:
        """The id of a consultation, by its id, its name, or words of its question; raises `UsageError`."""
        found = expo_form.candidates(self.workspace, "Consultation", name_or_id)
        if len(found) == 1:
            return found[0]
        wanted_ = name_or_id.casefold().strip()
        rows = self.workspace.entities.of_kind("Consultation", limit=10_000).rows
        met = [r.id for r in rows if wanted_ and (r.id.startswith(wanted_) or wanted_ in self._question(r.id))]
        return met[0] if len(met) == 1 else expo_form.the(self.workspace, "Consultation", name_or_id)

    def _question(self, consultation: str) -> str:
        return " ".join(self.store.entity(consultation).values("question")).casefold()

    def shortlist(self, name_or_id: str, limit: int = SHOWN) -> tuple[list[Listed], list[str]]:
        """Who on record fits, best first, each with reasons, limits and clearance; and parts of the region nobody knows."""
        asked = self.store.entity(self.find(name_or_id))
        want, unknown = wanted(self.workspace, asked)
        known = {c.id: c for c in candidates(self.workspace, ends(asked, "client", "adviser"))}
        fits = [f for c in known.values() if (f := fit(want, c)) is not None]
        names = self.store.captions(f.id for f in fits)
        fits.sort(key=lambda f: (-f.score.value, names.get(f.id, ""), f.id))
        return self._listed(asked, fits[:limit], known), unknown

    def chosen(self, name_or_id: str) -> list[Listed]:
        """Those a person put on the shortlist, in that order, with the reasons the records give now."""
        asked = self.store.entity(self.find(name_or_id))
        want, _ = wanted(self.workspace, asked)
        known = {c.id: c for c in candidates(self.workspace)}
        ids = [self.store.canonical(i) for i in ends(asked, "shortlist")]
        fits = [fit(want, known[i]) or Fit(i, Score(0.0)) if i in known else Fit(i, Score(0.0)) for i in ids]
        return self._listed(asked, fits, known)

    def _listed(self, asked: Entity, fits: Iterable[Fit], known: dict[str, Candidate]) -> list[Listed]:
        clear, picked = clearing.Clearing(self.workspace), set(ends(asked, "shortlist"))
        return [self._one(asked, f, known.get(f.id), clear, f.id in picked) for f in fits]

    def _one(self, asked: Entity, found: Fit, known: Candidate | None, clear: clearing.Clearing, chosen: bool) -> Listed:
        entity, clearance = self.store.entity(found.id), clear.clear([asked.id, found.id])
        limits = (*found.limits, *(("control",) if clearance.controlled else ()))
        if len({s.dataset for s in entity.statements}) == 1:
            limits = (*limits, "single")
        return Listed(
            found.id, entity.caption, entity.schema.name, known.kind if known else "", found.score, limits,
            tuple(known.countries) if known else (), known.trl if known else None, chosen, clearance, clearance.controlled,
        )  # fmt: skip

    def choose(self, name_or_id: str, who: Value, *, by: str) -> list[str]:
        """Put bodies or projects on the shortlist, by name or id."""
        return note(self.workspace, self.find(name_or_id), {"shortlist": who}, by=by, form="shortlist")

    def clear(self, name_or_id: str, who: str = "") -> Clearance:
        """The clearance of a consultation, or of an introduction to somebody: client, adviser and them together."""
        target = self.find(name_or_id)
        return clearing.clear(self.workspace, [target, *([one_of(self.workspace, who, *LISTED)] if who else [])])

    def introduce(
        self, name_or_id: str, who: str, clearance: Clearance, *, by: str, date: str = "", state: str = MADE, words: str = ""
    ) -> str:  # fmt: skip
        """Note that the client was (or is to be) introduced to somebody; the introduction's id. Raises `HeldError`.

        One that was planned becomes made by the same call: nobody is introduced without a clearance of that day.
        """
        if state not in (PLANNED, MADE):
            raise UsageError(f"an introduction is {PLANNED} or {MADE}", do="what became of it is its answer")
        target, other = self.find(name_or_id), one_of(self.workspace, who, *LISTED)
        clearing.check(self.workspace, clearance, [target, other])
        day, asked = day_of(self.workspace, date) if date else today(), self.store.entity(target)
        planned = [
            e for e in self.introductions(target) if other in ends(e, "introduced") and introduced_state(e)[0] == PLANNED
        ]
        if planned and state == MADE:
            return self._step(planned[0].id, state, by, day, words)
        said: dict[str, Value] = {
            "consultation": target, "introduced": other, "client": list(ends(asked, "client")),
            "adviser": list(ends(asked, "adviser")), STATE: state, "date": day, "notes": words,
        }  # fmt: skip
        return make(self.workspace, "Introduction", said, by=by, form="introduction", checked=(STATE,))

    def _step(self, introduction: str, state: str, by: str, day: str, words: str) -> str:
        said = {STATE: state, **({"answer": words} if words else {})}
        note(self.workspace, introduction, said, by=by, date=day, form="step of an introduction", checked=(STATE,))
        return introduction

    def answered(self, introduction: str, state: str, *, by: str, date: str = "", words: str = "") -> str:
        """Note what became of an introduction that was made: answered or declined."""
        target = one_of(self.workspace, introduction, "Introduction")
        entity = self.store.entity(target)
        if state not in (ANSWERED, DECLINED) or (state == ANSWERED and introduced_state(entity)[0] == PLANNED):
            raise UsageError(
                f"one that is {introduced_state(entity)[0]} cannot become {state}", do="make it first, then answer"
            )
        return self._step(target, state, by, day_of(self.workspace, date) if date else today(), words)

    def introductions(self, name_or_id: str) -> list[Entity]:
        """The introductions made for a consultation, as they were entered."""
        return tied(self.workspace, self.find(name_or_id), ("consultation",), "Introduction")

    def outcome(self, name_or_id: str, words: Value, *, by: str, date: str = "", status: str = "") -> list[str]:
        """Note what came of a consultation, and how far it has come."""
        said: dict[str, Value] = {"outcome": words, "status": status}
        return note(
            self.workspace, self.find(name_or_id), {k: v for k, v in said.items() if v}, by=by, date=date, form="outcome"
        )

    def memo(self, name_or_id: str, lang: str, clearance: Clearance, today: str = "") -> Paper:
        """The memo, ready for `pdf` or `docx`; raises `HeldError`."""
        from dragoman.workspace.paper_visits import consultation_memo

        return consultation_memo(self.workspace, name_or_id, lang, clearance, today)


def introduced_state(introduction: Entity) -> tuple[str, str]:
    """Where an introduction stands, and since when."""
    taken = steps(introduction, STATE)
    state, when = taken[-1] if taken else (PLANNED, "")
    return state, when or next(iter(introduction.values("date")), "")
