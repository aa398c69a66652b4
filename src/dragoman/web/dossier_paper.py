"""A dossier to hand over: summary, facts with their sources, ties, hits with the versions of the lists, decisions; as PDF."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dragoman.report.papers.content import Said, Source
from dragoman.report.papers.flow import Heading, Line, Paper, Para, Run, Writing
from dragoman.web.summary import Sentence, title
from dragoman.web.templating import an_id
from dragoman.web.words import Speech

if TYPE_CHECKING:
    from dragoman.workspace.dossier_hits import Screened
    from dragoman.workspace.dossiers import Claim, Dossier, Proof

MACHINERY = ("catalogueFile", "programmeVersion")  # by which files and plans are told apart: nothing for people
FACTS, SOURCES = 120, 3  # claims set, and sources cited of each; the page has them all


def dossier_paper(found: Dossier, sentences: list[Sentence], screened: Screened, t: Speech) -> Paper:
    """The paper of a dossier in the language of `t`."""
    pen = Writing(t.lang)
    pen.words = t
    pen.bullets([Said(s.text(t), tuple(Source(t.document(o.title)) for o in s.sources)) for s in sentences])
    _facts(pen, found, t)
    _ties(pen, found, t)
    _lists(pen, screened, t)
    _decisions(pen, found, t)
    pen.blocks.append(Para((Run(t("page.promise"), t.lang),), "callout"))
    about = [t.schema(found.schema)]
    about += [t("dossier.stands", date=t.date(found.as_of))] if found.as_of else []
    about += [t("dossier.known", date=t.date(found.known_at))] if found.known_at else []
    return pen.paper(
        "dossier", t.called(found.id, found.caption, found.schema), pen.line(" · ".join(about)), datetime.now(UTC).date()
    )


def _source(p: Proof, t: Speech) -> Source:
    place = t("dossier.page", n=p.page) if p.page else t("dossier.sheet", name=p.sheet, n=p.row) if p.row else ""
    title = t.document(p.title)  # that of an entry says who made it and when
    told = (p.publisher, t.date(p.published) if p.published else "") if title == p.title else ("", "")
    return Source(title, *told, place, "" if an_id(p.quote) else p.quote)


def _line(pen: Writing, c: Claim, t: Speech) -> Line:
    """A claim as it is printed: what is not sure or denied says so."""
    text = (
        c.shown
        if c.target or c.kind not in ("country", "date")
        else t.shown("country" if c.kind == "country" else "date", c.value)
    )
    text = t.figure(c.value) if c.kind in ("number", "money") else t.value(c.prop, text)
    parts = [t("dossier.negative") if c.negated else "", t.choice("bound", c.bound) if c.bound else "", text,
             c.unit if c.kind in ("number", "money") else "", f"({t('dossier.to_check')})" if c.suggested else ""]  # fmt: skip
    return pen.line(" ".join(p for p in parts if p), "", [_source(p, t) for p in c.proofs[:SOURCES]])


def _facts(pen: Writing, found: Dossier, t: Speech) -> None:
    shown = [c for c in found.claims if c.prop not in MACHINERY]
    if not shown:
        return
    pen.heading("dossier.facts")
    rows = [((pen.line(t.property(c.prop), "soft"),), (_line(pen, c, t),)) for c in shown[:FACTS]]
    pen.grid(("dossier.property", "dossier.value"), rows, (2, 5))


def _ties(pen: Writing, found: Dossier, t: Speech) -> None:
    if not found.relations:
        return
    pen.heading("dossier.relations")
    for kind, group in found.relations.items():
        called = t.counted(kind, found.tied[kind]) if kind in found.tied else t.schema(kind)
        pen.blocks.append(Heading(2, (Run(called, t.lang),)))
        pen.bullets(
            [Said(title(r, t), tuple(_source(p, t) for c in (*r.ends, *r.said)[:2] for p in c.proofs[:1])) for r in group]
        )


def _lists(pen: Writing, screened: Screened, t: Speech) -> None:
    """The versions of the lists and the hits; that nothing was met is said too."""
    pen.heading("dossier.hits")
    versions = [f"{label} ({t.date(published) if published else edition[:12]})" for label, edition, published in screened.lists]
    pen.blocks.append(Para(pen.line(t("hits.lists", names=t.listed(versions)) if versions else t("hits.no_lists")), "small"))
    if versions and not screened.hits:
        pen.blocks.append(Para(pen.line(t("hits.none") if screened.asked else t("hits.not_asked"))))
    rows = [
        ((pen.line(h.caption, "bold"), pen.line(h.key, "soft")), (pen.line(h.matched),), (pen.line(t.probability(h.score)),),
         (pen.line(t(f"hits.{h.status}")), pen.line(f"{h.by} {h.note}".strip(), "soft")))
        for h in screened.hits
    ]  # fmt: skip
    pen.grid(("hits.record", "hits.matched", "hits.score", "hits.status"), rows, (4, 3, 1, 3))


def _decisions(pen: Writing, found: Dossier, t: Speech) -> None:
    if not found.decisions:
        return
    pen.heading("dossier.decisions")
    for d in found.decisions[-40:]:
        told = f"{t.choice('decided', d.subject)}: {t.choice('decision', d.verdict)} · {t.time(d.at)} · {t.decider(d.by)}"
        pen.blocks.append(Para(pen.line(f"{told} · {t.because(d.by, d.note)}" if d.note else told), "small"))
