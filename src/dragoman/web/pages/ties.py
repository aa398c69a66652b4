"""The neighbourhood of an entity: as a drawing that opens step by step, as a list, and as a file."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from dragoman.model.schema import schemata
from dragoman.web.ask import Ask, Page
from dragoman.web.calling import calling
from dragoman.web.drawn_ties import drawing
from dragoman.web.route import get, raw
from dragoman.workspace.neighbourhood import Neighbourhood, listed, neighbourhood

if TYPE_CHECKING:
    from starlette.responses import Response

ROWS = 50
ID_CHARS = 32


def ties(ask: Ask) -> Page:
    """The drawing or, with `as=list`, every tie page by page."""
    found = _found(ask)
    middle = found.nodes[found.middle]
    data: dict[str, Any] = {
        "middle": middle, "kinds": found.kinds, "chosen": _kinds(ask), "as": ask.text("as"), "left_out": found.left_out,
    }  # fmt: skip
    if ask.text("as") == "list":
        return _listed(ask, data)
    named = calling(ask, ((n.id, n.schema, n.caption) for n in found.nodes.values()))
    for node in found.nodes.values():
        node.caption = named[node.id]
    data |= {"nodes": list(found.nodes.values()), "edges": found.edges}
    drawn = drawing(found, ask.words, lambda other: _opening(ask, other))
    return Page("ties.html", data, {"drawing": drawn, "opened": _opened(ask), "rows": [], "query": _query(ask)})


def _listed(ask: Ask, data: dict[str, Any]) -> Page:
    offset = ask.number("offset", 0, 0, 1_000_000)
    middle, chosen = data["middle"], _kinds(ask)
    rows = listed(ask.workspace, middle.id, chosen, ROWS, offset)
    total = sum(n for k, n in data["kinds"].items() if not chosen or k in chosen)
    named = calling(ask, ((r.id, r.schema, r.caption) for r in rows))
    shown = {"rows": [r._replace(caption=named[r.id]) for r in rows], "offset": offset, "limit": ROWS, "total": total}
    return Page("ties.html", {**data, **shown}, {"drawing": "", "opened": [], "query": _query(ask)})


def _found(ask: Ask) -> Neighbourhood:
    return neighbourhood(ask.workspace, ask.path["id"], _opened(ask), _kinds(ask))


def _kinds(ask: Ask) -> list[str]:
    return [k for k in ask.texts("kind") if k in schemata()]


def _opened(ask: Ask) -> list[str]:
    return [i for i in ask.texts("open") if len(i) == ID_CHARS]


def _query(ask: Ask) -> str:
    """The choices of this page, for its file."""
    return urlencode([*(("kind", k) for k in _kinds(ask)), *(("open", i) for i in _opened(ask))])


def _opening(ask: Ask, other: str) -> str:
    """The address of this drawing with one more entity opened."""
    pairs = [("kind", k) for k in _kinds(ask)] + [("open", i) for i in [*_opened(ask), other]]
    return f"/entities/{ask.path['id']}/neighbourhood?{urlencode(pairs)}"


def as_file(ask: Ask) -> Response:
    """What is drawn as a table: one line a tie."""
    from starlette.responses import Response

    found = _found(ask)
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(("from", "from id", "tie", "record", "to", "to id", "to kind"))
    for e in found.edges:
        left, right = found.nodes[e.left], found.nodes[e.right]
        table.writerow([_plain(c) for c in (left.caption, left.id, e.label, e.record, right.caption, right.id, right.schema)])
    name = f'attachment; filename="neighbourhood-{found.middle[:12]}.csv"'
    return Response("\ufeff" + out.getvalue(), media_type="text/csv; charset=utf-8", headers={"content-disposition": name})


def _plain(cell: str) -> str:
    """A cell that no program takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


DOORS = (raw("/entities/{id}/neighbourhood.csv", as_file), get("/entities/{id}/neighbourhood", ties))
