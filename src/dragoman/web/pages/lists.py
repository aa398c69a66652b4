"""The page Lists: those in force, how old, what they cover; editions and differences; adding and updating with consent."""

from __future__ import annotations

import re
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UnknownName, UsageError
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.route import get, post
from dragoman.web.uploads import kept

if TYPE_CHECKING:
    from dragoman.lists.comparing import Change
    from dragoman.lists.edition import Edition

ROWS, COVERED = 100, 12
FEW = 8  # values of a property beside those of another edition
MADE = re.compile(r"[0-9a-f]{16}")  # an id that was made of the record, as its list prints none
LAWS = ("", "UN", "EU", "US", "UK", "JP", "CN", "RU", "CH", "CA", "AU", "UA")
COLUMNS = ("name_column", "id_column", "country_column", "birth_date_column", "alias_column", "schema")


def lists(ask: Ask) -> Page:
    """The lists in force, and what public ones there are."""
    from dragoman.lists.laws import NOTE, sources

    room = ask.workspace.lists
    held = room.show()
    have = {row["list"] for row in held}
    public = [{"key": s.key, "title": s.title, "publisher": s.publisher, "law": s.law, "urls": list(s.urls), "note": s.note}
              for s in sources().values() if s.key not in have]  # fmt: skip
    jobs = [{"id": j.id, "title": j.title, "state": str(j.state)} for j in ask.workspace.jobs.open() if j.kind == "list"]
    data = {"lists": held, "public": public, "seat": room.seat().country, "jobs": jobs, "running": bool(jobs)}
    return Page("work_lists.html", data, {"laws": LAWS, "note": NOTE})


def add(ask: Ask) -> Go:
    """Add a list: a file that was dropped, or a public one, fetched with consent."""
    jobs, label = ask.workspace.jobs, ask.field("label")
    if public := ask.field("public"):
        if not ask.field("consent"):
            raise UsageError(ask.words("lists.consent_needed"))
        started = jobs.start("list", {"label": label or public, "public": public}, ask.by, label or public)
        return Go(f"/jobs/{started.id}", data={"job": started.id})
    from dragoman.lists.shelf import checked

    checked(label)
    job_id = jobs.reserve()
    options = {key: ask.field(key) for key in (*COLUMNS, "published", "law", "title") if ask.field(key)}
    started = jobs.start("list", {"label": label, "path": _laid(ask, job_id), "options": options}, ask.by, label, job_id)
    return Go(f"/jobs/{started.id}", data={"job": started.id})


def _laid(ask: Ask, job_id: str) -> str:
    """The path of the file that was dropped, or of the folder of several. Raises `UsageError` where there is none."""
    if not kept(ask, job_id):
        raise UsageError(ask.words("importing.no_file"))
    files = ask.workspace.jobs.place(job_id) / "files"
    found = sorted(files.iterdir())
    return str(found[0] if len(found) == 1 else files)


def one(ask: Ask) -> Page:
    """One list: its editions, what it covers, where it comes from."""
    room, label = ask.workspace.lists, ask.path["label"]
    editions = room.show(label)
    origin = room.shelf.origin(label)
    current = next((e for e in editions if e["in force"]), editions[0])
    covered = {key: dict(list(current[key].items())[:COVERED]) for key in ("countries", "programmes")}
    address = origin.source if origin.source.startswith(("http://", "https://")) else ""
    dropped = Path(origin.source).is_relative_to(ask.site.folder.absolute() / "jobs")  # a copy here, which never changes
    data = {
        "label": label,
        "current": current,
        "editions": editions,
        "covered": covered,
        "address": address,
        "dropped": dropped,
    }
    return Page("work_list.html", data | {"more": {key: max(0, len(current[key]) - COVERED) for key in covered}})


def update(ask: Ask) -> Go:
    """Load it again from where it came, or a later file that was dropped."""
    label, jobs = ask.path["label"], ask.workspace.jobs
    origin = ask.workspace.lists.shelf.origin(label)
    fewer = bool(ask.field("fewer"))
    if ask.files("files"):
        job_id = jobs.reserve()
        later = {"label": label, "later": _laid(ask, job_id), "published": ask.field("published"), "accept fewer": fewer}
        return Go(f"/jobs/{jobs.start('list', later, ask.by, label, job_id).id}")
    if origin.source.startswith(("http://", "https://")) and not ask.field("consent"):
        raise UsageError(ask.words("lists.consent_needed"))
    started = jobs.start("list", {"label": label, "accept fewer": fewer}, ask.by, label)
    return Go(f"/jobs/{started.id}", data={"job": started.id})


@lru_cache(maxsize=8)
def _differences(folder: Path, label: str, old: str, new: str, _editions: tuple[str, ...]) -> list[Change]:
    """What changed. Editions never change, and paging through thousands of differences must not find them anew."""
    from dragoman.workspace.lists import Lists

    return Lists.at(folder).diff(label, old, new)


def changes(ask: Ask) -> Page:
    """What changed between two editions."""
    room, label, offset = ask.workspace.lists, ask.path["label"], ask.number("offset", 0)
    held = room.show(label)
    old, new, only = ask.text("old"), ask.text("new"), ask.text("only")
    names = tuple(f"{e['edition']} {e['in force']}" for e in held)
    found = _differences(ask.site.folder, label, old, new, names) if len(held) > 1 else []
    counts: dict[str, int] = {}
    for change in found:
        counts[change.what] = counts.get(change.what, 0) + 1
    wanted = [c for c in found if only in ("", c.what)]
    editions = [{"edition": e["edition"], "published": e["published"]} for e in held]
    data = {"label": label, "editions": editions, "old": old, "new": new, "counts": counts, "only": only}
    both = room.two(label, old, new) if wanted else None
    rows = [asdict(c) | _beside(c, *both) for c in wanted[offset : offset + ROWS]] if both else []
    compared = {"old": both[0].meta.edition, "new": both[1].meta.edition} if both else {}
    paged = {"changes": rows, "compared": compared, "offset": offset, "limit": ROWS, "total": len(wanted)}
    return Page("work_changes.html", data | paged)


def _beside(change: Change, old: Edition, new: Edition) -> dict[str, Any]:
    """What each property said before and says now."""
    if change.what in ("added", "removed"):
        return {"values": []}
    before, after = (e.entity(e.find(key))["properties"] for e, key in ((old, change.was_id or change.id), (new, change.id)))
    names = [name for name in change.properties if name != "id"]
    return {"values": [{"property": n, "before": before.get(n, [])[:FEW], "after": after.get(n, [])[:FEW]} for n in names]}


def record(ask: Ask) -> Page:
    """One record of a list, as its file says it."""
    label, edition = ask.path["label"], ask.workspace.lists.edition(ask.path["label"], ask.text("edition"))
    return Page("work_record.html", {"label": label, "meta": meta_of(edition), "record": shown(edition, ask.text("id"))})


def meta_of(edition: Any) -> dict[str, Any]:
    """Which edition something stands in."""
    meta = edition.meta
    return {
        "list": meta.label,
        "title": meta.title,
        "edition": meta.edition,
        "published": meta.published,
        "source": meta.source,
    }


def shown(edition: Any, record_id: str) -> dict[str, Any]:
    """A record by its id as caption, schema, place in the file and properties. Raises `UnknownName`."""
    if not record_id:
        raise UnknownName("no record is named")
    entity = edition.entity(edition.find(record_id))
    told = {name: values for name, values in entity.get("properties", {}).items() if name != "printed"}
    said = {name: told[name] for name in sorted(told, key=lambda name: name not in ("name", "alias", "weakAlias"))}
    caption = entity.get("caption") or next(iter(said.get("name", ())), entity["id"])
    return {
        "id": entity["id"],
        "number": "" if MADE.fullmatch(entity["id"]) else entity["id"],
        "caption": caption,
        "schema": entity.get("schema", ""),
        "at": entity.get("at", ""),
        "properties": said,
    }


DOORS = (
    get("/lists", lists),
    post("/lists", add, role=Role.ANALYST, files=True),
    get("/lists/{label}/changes", changes),
    get("/lists/{label}/record", record),
    post("/lists/{label}/update", update, files=True),
    get("/lists/{label}", one),
)
