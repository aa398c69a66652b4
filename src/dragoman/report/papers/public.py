"""The public page of an edition or a series: static HTML from released fields only.

One inline stylesheet, no script, nothing fetched; everything is escaped and links lead only to the web or to the page itself.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from dragoman.base.version import VERSION
from dragoman.report.papers.content import Entry, PublicEdition, PublicSeries, Text
from dragoman.report.papers.directory import country
from dragoman.report.papers.floorplan import floor_plan
from dragoman.report.papers.flow import Writing, cited_lines
from dragoman.report.papers.programme import contents

if TYPE_CHECKING:
    from jinja2 import Environment

ENTRIES = 600  # items of a programme on the page: about 250 kB; the rest stands in the full programme


@dataclass(frozen=True, slots=True)
class Shown:
    """Words with the language they are in, empty where it is the page's."""

    text: str
    lang: str = ""


class Page:
    """What a template asks for: words, texts with their language, dates, sources by number."""

    def __init__(self, lang: str) -> None:
        self.pen = Writing(lang)

    def text(self, text: Text) -> Shown:
        """A text in the page's language or the next best, marked."""
        words, lang = self.pen.pick(text)
        return Shown(words, "" if lang == self.pen.lang else lang)

    def notes(self, sources: Any) -> tuple[int, ...]:
        """Numbers of sources."""
        return self.pen.notes(sources)

    def span(self, edition: PublicEdition) -> str:
        """The edition's days."""
        return self.pen.days.span(edition.start, edition.end or edition.start) if edition.start else ""

    def days(self, entries: list[Entry]) -> list[tuple[str, str, list[Entry]]]:
        """Items by day, in order of time."""
        out: dict[date, list[Entry]] = defaultdict(list)
        for e in sorted(entries, key=lambda e: (e.start, e.end, e.key)):
            out[e.start.date()].append(e)
        return [(day.isoformat(), self.pen.days.weekday(day), items) for day, items in out.items()]

    def hours(self, entry: Entry) -> str:
        """An item's hours."""
        return self.pen.days.hours(entry.start, entry.end)

    def contents(self, entry: Entry) -> list[tuple[str, list[Shown]]]:
        """Theme, projects and results of an item, each with its label."""
        said = [(key, [self.text(t) for t in texts if t]) for key, texts in contents(entry)]
        return [(self.pen.words(key), shown) for key, shown in said if shown]

    def country(self, code: str) -> str:
        """A country's name."""
        return country(self.pen, code)

    def sources(self) -> list[tuple[int, list[list[Shown]], str]]:
        """The sources cited so far: number, lines, address where it is one of the web."""
        out = []
        for source, number in self.pen.cited.items():
            lines = [[Shown(r.text, "" if r.lang == self.pen.lang else r.lang) for r in line] for line in cited_lines(source)]
            out.append((number, lines, safe(source.url)))
        return out


def safe(url: str) -> str:
    """An address that may stand in a link: of the web or of the page itself, else nothing."""
    return url if url.startswith(("https://", "http://", "#")) or (url.endswith(".html") and ":" not in url) else ""


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("dragoman.report.papers", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def public_edition(edition: PublicEdition, lang: str = "en") -> str:
    """The page of an edition in one language; raises `UnknownName` for a language without messages."""
    from markupsafe import Markup

    plan = Markup(floor_plan(edition.plan, lang)) if edition.plan else ""  # noqa: S704 (our own drawing, escaped there)
    entries = sorted(edition.programme.entries, key=lambda e: (e.start, e.end, e.key)) if edition.programme else []
    left = max(len(entries) - ENTRIES, 0)
    return _rendered("public_edition.html", lang, edition=edition, plan=plan, entries=entries[:ENTRIES], left=left)


def public_series(series: PublicSeries, lang: str = "en") -> str:
    """The page of a series in one language; raises `UnknownName` for a language without messages."""
    links = {title: safe(url) for title, url in series.links.items()}

    def link(title: Text) -> str:
        known = [title] if isinstance(title, str) else list(title.values())
        return next((links[t] for t in known if links.get(t)), "")

    return _rendered("public_series.html", lang, series=series, link=link)


def _rendered(template: str, lang: str, **values: Any) -> str:
    from markupsafe import Markup

    page = Page(lang)
    css = files("dragoman.report.papers").joinpath("templates", "public.css").read_text("utf-8")
    style = Markup(css)  # noqa: S704 (our own file)
    given = {"page": page, "t": page.pen.words, "lang": lang, "style": style, "safe": safe, "version": VERSION}
    return _environment().get_template(template).render(**given, **values)
