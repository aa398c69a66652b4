"""Papers as PDF: set by Typst from templates of our own, tagged, with fonts embedded as subsets, nothing fetched.

Content goes in as JSON, never as template source, so no text can become a command. Offline: the templates import no packages.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields, is_dataclass, replace
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import Any

from dragoman.report.papers.flow import Paper, Run, cited_lines
from dragoman.report.papers.fonts import Fonts, fonts, library


def pdf(paper: Paper, *, use: Fonts | None = None) -> bytes:
    """A paper as PDF. The same paper gives the same bytes.

    Raises `Missing` where the extra `papers` is not installed and the system has no fonts for its scripts.
    """
    head = asdict(replace(paper, blocks=(), sources=()))
    cited = [{"url": s.url, "lines": cited_lines(s)} for s in paper.sources]
    data = {**head, "blocks": paper.blocks, "sources": cited}
    return typeset("paper.typ", data, made=paper.made, use=use)


def typeset(template: str, data: dict[str, Any], *, made: date | None = None, use: Fonts | None = None) -> bytes:
    """Data set by one of the templates; `made` is the date the file carries."""
    typst = library("typst")
    found = use or fonts()
    families = {"latin": found.latin, "han": found.han}
    given = found.fit(json.dumps({**data, "fonts": families}, ensure_ascii=False, default=_plain))
    stamp = datetime(made.year, made.month, made.day, tzinfo=UTC) if made else datetime(2000, 1, 1, tzinfo=UTC)
    source = files("dragoman.report.papers").joinpath("templates", template).read_bytes()
    book = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(found.folders))
    return bytes(typst.compile(source, font_paths=book, sys_inputs={"data": given}, timestamp=stamp))


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        named = {f.name: getattr(value, f.name) for f in fields(value)}
        return named if isinstance(value, Run) else {"is": type(value).__name__, **named}
    raise TypeError(f"cannot be set: {type(value).__name__}")
