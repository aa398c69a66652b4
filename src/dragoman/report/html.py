"""`render`: one self-contained HTML file. Inline style and drawings, no script, nothing fetched."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from dragoman.report.book import Book
from dragoman.report.data import ReportData
from dragoman.report.passages import Passages
from dragoman.report.reader import Reader
from dragoman.report.rows import Rows
from dragoman.report.sections import Sections, place
from dragoman.report.values import Writer
from dragoman.report.views import Views
from dragoman.report.words import Words

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def environment() -> Environment:
    """The templates, escaping everything, failing on whatever a template names and nobody gave."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("dragoman.report", "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip


def style() -> str:
    """The stylesheet."""
    return files("dragoman.report").joinpath("templates", "report.css").read_text(encoding="utf-8")


def render(data: ReportData, lang: str = "en") -> str:
    """The report as one HTML page in an interface language (en, zh, ru); data stays in its own.

    Raises `UnknownName` for a language without messages.
    """
    from markupsafe import Markup

    page = _page(data, lang)
    return environment().get_template("report.html").render(style=Markup(style()), **page)  # noqa: S704 (our own file)


def _page(data: ReportData, lang: str) -> dict[str, Any]:
    words = Words(lang)
    book = Book(data)
    members = place(book)
    writer = Writer(book, words)
    reader = Reader(book, words)
    passages = Passages(book, writer, reader.marks, reader.anchors)
    rows = Rows(book, writer, passages)
    sections = Sections(book, words, rows, members)
    views = Views(book, writer, passages, rows, sections, reader)
    return {"t": words, "lang": lang, "data": data, "title": writer.short(data.title), "view": views, "texts": reader.texts}
