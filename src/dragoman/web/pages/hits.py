"""One hit: the reasons as a waterfall, the record of the list, and the verdict of a named person with a note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UnknownName, UsageError
from dragoman.model.decision import Subject
from dragoman.web.ask import Ask, Go, Page, inside
from dragoman.web.pages.lists import meta_of, shown
from dragoman.web.route import get, post
from dragoman.web.waterfall import waterfall

if TYPE_CHECKING:
    from dragoman.screen.hit import Hit, Query

VERDICTS = ("cleared", "confirmed")


def query_of(told: dict[str, str]) -> Query:
    """The one looked for, from the fields of an address or a form; several values stand apart by `;`."""
    from dragoman.screen.hit import Query

    def parts(name: str) -> list[str]:
        return [part.strip() for part in told.get(name, "").split(";") if part.strip()]

    beside = frozenset(parts("countries")), frozenset(parts("dates"))
    return Query(
        told.get("name", ""), told.get("schema", ""), *beside, tuple(parts("identifiers")), entity=told.get("entity", "")
    )


FIELDS = ("name", "schema", "countries", "dates", "identifiers", "entity")


def hit(ask: Ask) -> Page:
    """One hit."""
    told = _of_screening(ask, ask.text("from")) if ask.text("from") else {name: ask.text(name) for name in FIELDS}
    return _page(ask, told, ask.text("record"), inside(ask.text("back"), "/screening"))


def _of_screening(ask: Ask, job_id: str) -> dict[str, str]:
    """The one looked for, from an answer of a screening: a name may be too long for an address."""
    from dragoman.workspace.screenings import Answers

    answer = Answers(ask.workspace.jobs.place(job_id), ()).at(ask.number("place", -1, -1))
    said = answer["asked"]
    beside = {name: ";".join(said[name]) for name in ("countries", "dates", "identifiers")}
    return {"name": answer["name"], "schema": said["schema"], **beside, "entity": ""}


def _page(ask: Ask, told: dict[str, str], key: str, back: str, wrong: str = "") -> Page:
    query = query_of(told)
    screening = _screening(ask, key)
    edition = screening.editions[0]
    record = shown(edition, key.partition(":")[2])
    found = _hit(screening, query, key)
    data = {
        "asked": told, "key": key, "record": record, "meta": meta_of(edition), "back": back, "wrong": wrong,
        "hit": row(found) if found else None, "score": waterfall(found.explain(), ask.words) if found else None,
    }  # fmt: skip
    return Page("work_hit.html", data, status=422 if wrong else 200)


def _screening(ask: Ask, key: str) -> Any:
    from dragoman.workspace.screening import Screening

    label = key.partition(":")[0]
    if not label:
        raise UnknownName("no record is named", do="open a hit from a screening")
    decided = ask.workspace.store.decisions(subject=Subject.HIT)
    return Screening([ask.workspace.lists.edition(label)], ask.site.folder, decided)


def _hit(screening: Any, query: Query, key: str) -> Hit | None:
    """The hit again, as the list says it now; None where the record is no hit of that name any more."""
    found: list[Hit] = [h for _, hits in screening.screen([query], 0.0, 50) for h in hits if h.key == key]
    return found[0] if found else None


def row(hit: Hit) -> dict[str, Any]:
    """A hit as plain values."""
    from dragoman.screen.answer import hit_row

    return hit_row(hit)


def decide(ask: Ask) -> Go | Page:
    """Clear or confirm, under the name of who asks."""
    from dragoman.screen.hit import Status

    told = {name: ask.field(name) for name in FIELDS}
    key, back, verdict = ask.field("record"), inside(ask.field("back"), "/screening"), ask.field("verdict")
    if verdict not in VERDICTS:
        raise UsageError(f"{verdict[:20]!r} is no verdict", do="cleared or confirmed")
    if not ask.field("note"):
        return _page(ask, told, key, back, ask.words("hits.note_needed"))
    _screening(ask, key).decide(query_of(told), key, Status(verdict), ask.by, ask.field("note"))
    return Go(back, f"hits.now_{verdict}", {"record": key}, {"name": ask.by})


DOORS = (get("/hits", hit), post("/hits", decide))
