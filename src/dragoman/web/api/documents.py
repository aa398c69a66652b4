"""Documents read so far, and reading more."""

from __future__ import annotations

from typing import Any

from dragoman.web.accounts import Role
from dragoman.web.api import examples, rows
from dragoman.web.api.declare import Answer, Body, Given, Misfit, Operation, Param, page, paging
from dragoman.web.api.jobs import JOB, started
from dragoman.web.api.shape import many, text, thing
from dragoman.web.ask import Ask
from dragoman.web.uploads import kept


def documents(ask: Ask, given: Given) -> Answer:
    """The documents, newest first."""
    from dragoman.workspace.shelf import shelf

    found, total = shelf(ask.workspace, given["words"], given["limit"], given["offset"])
    return page(ask, given, [rows.document_row(d) for d in found], total)


def document(ask: Ask, given: Given) -> dict[str, Any]:
    """One document with its text."""
    return rows.document(ask.workspace.documents.get(given["id"]))


def read(ask: Ask, given: Given) -> Answer:
    """Read the files that were sent, as a job."""
    jobs = ask.workspace.jobs
    job_id = jobs.reserve()
    names = kept(ask, job_id)
    if not names:
        raise Misfit([("files", "is missing: send one file or more, as multipart/form-data")])
    title = names[0] if len(names) == 1 else f"{names[0]} + {len(names) - 1}"
    return started(jobs.start("read", {}, ask.by, title, job_id))


ID = {"id": "The id of the document, its SHA-256."}
FILES = thing(("files",), files=many({"type": "string", "format": "binary"}, 1_000, minItems=1))
OPERATIONS = (
    Operation(
        "GET",
        "/api/documents",
        "The documents read so far, newest first.",
        documents,
        rows.listed(rows.DOCUMENT_ROW),
        {"results": [examples.DOCUMENT_ROW], "limit": 50, "offset": 0, "total": 1},
        (Param("words", "Only those whose title or name holds these words.", text("fair"), ""), *paging()),
    ),
    Operation(
        "POST",
        "/api/documents",
        "Read files, archives or sheets into the workspace, as a job.",
        read,
        JOB,
        examples.JOB,
        body=Body(FILES, {"files": ["news.zip"]}, "multipart/form-data"),
        status=202,
        fails=(409, 413),
        role=Role.ANALYST,
    ),
    Operation(
        "GET",
        "/api/documents/{id}",
        "One document with its text.",
        document,
        rows.DOCUMENT,
        examples.DOCUMENT,
        parts=ID,
        fails=(404,),
    ),
)
