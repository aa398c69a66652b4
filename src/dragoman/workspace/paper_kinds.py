"""Every paper by its kind: who goes out with it, and the paper in one of its forms. None is made without a clearance."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.expo.programme import changes, next_version
from dragoman.model.clearance import Clearance
from dragoman.model.reader import reading_in
from dragoman.model.schema import Schema
from dragoman.report.papers import content
from dragoman.workspace import paper_public
from dragoman.workspace.expo_figures import in_order
from dragoman.workspace.paper_edition import EditionPapers

if TYPE_CHECKING:
    from dragoman.report.papers.flow import Paper as Flow
    from dragoman.workspace import Workspace

# Kind: its forms, the usual one first.
FORMS = {
    "programme": ("pdf", "docx"), "calendar": ("ics",), "directory": ("pdf", "docx"), "badges": ("pdf",),
    "floor-plan": ("svg",), "public": ("html",), "visit-report": ("pdf", "docx"), "memo": ("pdf", "docx"),
}  # fmt: skip
OF_ONE = ("visit-report", "memo")  # papers about one matter: it goes out whole or not at all
# What a paper is a paper of, by its kind.
OF = dict.fromkeys(FORMS, ("Edition",)) | {
    "public": ("Edition", "Expo"), "visit-report": ("Visit",), "memo": ("Consultation",),
}  # fmt: skip
LANGUAGES = ("en", "zh", "ru")


@dataclass(frozen=True, slots=True)
class Made:
    """A paper: its bytes and form, pages that belong beside it by file name, and who was left out and why (by record id).

    `notes` are for whoever makes it: nobody is on it yet, the programme changed since it was released.
    """

    data: bytes
    form: str
    beside: dict[str, bytes] = field(default_factory=dict)
    held: dict[str, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


class PaperOf:
    """One kind of paper of one record: ask `matter` who goes out, clear them, then `make` it."""

    def __init__(self, workspace: Workspace, kind: str, record: str) -> None:
        if kind not in FORMS:
            raise UsageError(f"there is no paper {kind!r}", do=f"one of {', '.join(FORMS)}")
        self.workspace, self.kind, self.record = workspace, kind, workspace.store.canonical(record)
        if not any(self._schema().is_a(fit) for fit in OF[kind]):
            raise UsageError(f"{kind} is a paper of {' or '.join(OF[kind])}", where=workspace.store.entity(self.record).caption)
        self.of_series = kind == "public" and self._schema().is_a("Expo")
        self.editions = self._editions()

    def _schema(self) -> Schema:
        return self.workspace.store.entity(self.record).schema

    def _editions(self) -> list[EditionPapers]:
        if self.kind in OF_ONE:
            return []
        if not self.of_series:
            return [EditionPapers(self.workspace, self.record)]
        public = self.workspace.publishing.public()
        found = in_order(self.workspace, self.record)
        return [EditionPapers(self.workspace, e) for e in found if public.record(e)]

    def matter(self) -> list[str]:
        """The ids of all that goes out: what has to be cleared."""
        made = {self.record: None}
        for papers in self.editions:
            made |= dict.fromkeys(i for part in PARTIES[self.kind] for i in part(papers))
        return list(made)

    def make(self, clearance: Clearance, lang: str = "en", form: str = "", *, made: date | None = None) -> Made:
        """The paper in a language and a form (the usual one of its kind where none is named).

        `made` is the day printed on it. Raises `UsageError` for a form it does not have or for what was not released.
        """
        wanted = form or FORMS[self.kind][0]
        if wanted not in FORMS[self.kind]:
            raise UsageError(f"a {self.kind} has no form {wanted!r}", do=f"one of {', '.join(FORMS[self.kind])}")
        with reading_in(lang):
            return self._made(clearance, lang, wanted, made)

    def _made(self, clearance: Clearance, lang: str, wanted: str, made: date | None) -> Made:
        if self.of_series:
            return self._series(clearance, lang)
        if self.kind in OF_ONE:
            return Made(_set(self._of_one(clearance, lang), wanted), wanted)
        papers = self.editions[0]
        data = _MAKERS[self.kind](papers, clearance, lang, wanted, made)
        return Made(data, wanted, held=papers.held, notes=tuple(self._notes(papers)))

    def _notes(self, papers: EditionPapers) -> Iterator[str]:
        if self.kind in ("programme", "calendar", "public"):
            programmes = self.workspace.programmes
            released, draft = programmes.released(papers.id), programmes.draft(papers.id)
            if new := len(changes(released.items, next_version(released.items, draft.items))):
                told = f"{new} {'change' if new == 1 else 'changes'} since the programme was released"
                yield f"{told}: dragoman programme release EDITION"
        if self.kind in ("directory", "floor-plan", "public") and not papers.published():
            yield "no exhibitor is published: dragoman publish EDITION --each exhibitors --by NAME"

    def _of_one(self, clearance: Clearance, lang: str) -> Flow:
        from dragoman.workspace import paper_visits

        write = paper_visits.visit_report if self.kind == "visit-report" else paper_visits.consultation_memo
        return write(self.workspace, self.record, lang, clearance)

    def _series(self, clearance: Clearance, lang: str) -> Made:
        from dragoman.report.papers.public import public_edition, public_series

        pages = {p.id: paper_public.public_edition(p, clearance) for p in self.editions}
        series = paper_public.public_series(self.workspace, self.record, pages)
        beside = {f"{key[:12]}.html": public_edition(page, lang).encode() for key, page in pages.items()}
        held = {key: why for p in self.editions for key, why in p.held.items()}
        return Made(public_series(series, lang).encode(), "html", beside, held)


PARTIES: dict[str, tuple[Callable[[EditionPapers], list[str]], ...]] = {
    "programme": (EditionPapers.speakers,), "calendar": (EditionPapers.speakers,), "directory": (EditionPapers.published,),
    "badges": (EditionPapers.badged,), "floor-plan": (EditionPapers.published,),
    "public": (EditionPapers.published, EditionPapers.speakers),
}  # fmt: skip


def _set(paper: Flow, form: str) -> bytes:
    if form == "docx":
        from dragoman.report.papers.word import docx

        return docx(paper)
    from dragoman.report.papers.pdf import pdf

    return pdf(paper)


def _programme(papers: EditionPapers, clearance: Clearance, lang: str, form: str, _: date | None) -> bytes:
    from dragoman.report.papers.programme import programme

    return _set(programme(papers.programme(clearance), lang, LANGUAGES), form)


def _calendar(papers: EditionPapers, clearance: Clearance, lang: str, _form: str, _: date | None) -> bytes:
    from dragoman.report.papers.ics import icalendar

    plan: content.Programme = papers.programme(clearance)
    if not plan.zone:
        raise UsageError("a calendar needs the time zone of the edition", do="dragoman correct EDITION timeZone=Asia/Shanghai")
    return icalendar(plan, lang).encode("utf-8")


def _directory(papers: EditionPapers, clearance: Clearance, lang: str, form: str, made: date | None) -> bytes:
    from dragoman.report.papers.directory import directory

    return _set(directory(papers.directory(clearance, made), lang), form)


def _badges(papers: EditionPapers, clearance: Clearance, lang: str, _form: str, _: date | None) -> bytes:
    from dragoman.report.papers.badges import badges

    found = papers.badges(clearance)
    if not found.badges:
        raise UsageError("nobody has a badge", do="enter delegations, representatives of exhibitors, speakers")
    return badges(found, lang)


def _plan(papers: EditionPapers, clearance: Clearance, lang: str, _form: str, _: date | None) -> bytes:
    from dragoman.report.papers.floorplan import floor_plan

    return floor_plan(paper_public.floor_plan(papers, clearance), lang).encode("utf-8")


def _public(papers: EditionPapers, clearance: Clearance, lang: str, _form: str, _: date | None) -> bytes:
    from dragoman.report.papers.public import public_edition

    return public_edition(paper_public.public_edition(papers, clearance), lang).encode("utf-8")


Maker = Callable[[EditionPapers, Clearance, str, str, "date | None"], bytes]
_MAKERS: dict[str, Maker] = {
    "programme": _programme, "calendar": _calendar, "directory": _directory, "badges": _badges, "floor-plan": _plan,
    "public": _public,
}  # fmt: skip
