"""The demo's papers: what goes out of its cases, written into the folder `papers` of the workspace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.base.errors import HeldError
from dragoman.workspace import clearing
from dragoman.workspace.paper_kinds import PaperOf

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

PAPERS = "papers"
EXTRA = "typst"  # what sets a PDF: the `papers` extra
# Kind of paper, key of the record (data/demo/records), language, forms.
WANTED = (
    *(("programme", "d.5", lang, ("docx", "pdf")) for lang in ("zh", "en", "ru")),
    ("calendar", "d.5", "en", ("ics",)), ("directory", "d.5", "en", ("docx",)), ("floor-plan", "d.5", "en", ("svg",)),
    ("floor-plan", "a.edition", "en", ("svg",)), ("public", "d.series", "en", ("html",)),
    *(("visit-report", "b.visit", lang, ("docx", "pdf") if lang == "zh" else ("docx",)) for lang in ("zh", "en", "ru")),
    ("memo", "c.question", "en", ("docx", "pdf")),
)  # fmt: skip


def write(workspace: Workspace, keys: Mapping[str, str], folder: Path) -> Iterator[str]:
    """Write every paper; one line for each that could not be, or that leaves somebody out."""
    has_pdf = find_spec(EXTRA) is not None
    if not has_pdf:
        yield "papers as PDF are left out: pip install 'dragoman[papers]' brings what sets them"
    folder.mkdir(parents=True, exist_ok=True)
    for kind, key, lang, forms in WANTED:
        paper = PaperOf(workspace, kind, keys[key])
        clearance = clearing.clear(workspace, paper.matter())
        for form in forms if has_pdf else [f for f in forms if f != "pdf"]:
            try:
                made = paper.make(clearance, lang, form)
            except HeldError as error:
                yield f"{kind}: {error}"
                continue
            name = f"{key[0]}-{kind}-{lang}.{form}"
            (folder / name).write_bytes(made.data)
            for beside, page in made.beside.items():
                (folder / beside).write_bytes(page)
