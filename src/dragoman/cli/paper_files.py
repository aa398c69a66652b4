"""A paper into a file, as PDF or DOCX by its ending."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.base.errors import UsageError

if TYPE_CHECKING:
    from dragoman.report.papers.flow import Paper

lang_option = click.option("--lang", type=click.Choice(["en", "zh", "ru"]), default="en", show_default=True)
out_option = click.option(
    "--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="File to write: .pdf or .docx."
)


def write_paper(paper: Paper, out: Path) -> None:
    """Write a paper; raises `UsageError` for another ending, `Missing` for a PDF without the extra."""
    ending = out.suffix.lower()
    if ending not in (".pdf", ".docx"):
        raise UsageError(f"{out.name} is no paper", do="end it with .pdf or .docx")
    data = _pdf(paper) if ending == ".pdf" else _docx(paper)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(data)
    click.echo(f"{out}: {len(data):,} bytes", err=True)


def _pdf(paper: Paper) -> bytes:
    from dragoman.report.papers.pdf import pdf

    return pdf(paper)


def _docx(paper: Paper) -> bytes:
    from dragoman.report.papers.word import docx

    return docx(paper)
