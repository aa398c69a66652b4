"""`dragoman figures`: an edition's figures, counted beside reported."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.base.errors import UnknownName
from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.printing import Row, print_rows
from dragoman.expo.figures import direction, trend

if TYPE_CHECKING:
    from dragoman.expo.figures import Figures
    from dragoman.workspace import Workspace


@click.command("figures")
@click.argument("edition")
@click.option("--rows", "name", default="", metavar="NAME", help="Open a figure: list the records it counts.")
@click.option("--against", default="", metavar="EDITION", help="Set the figures of another edition beside these.")
@click.option("--lang", type=click.Choice(["en", "zh", "ru"]), default="en", show_default=True)
@workspace_option
@format_option
def figures_command(edition: str, name: str, against: str, lang: str, folder: Path, form: str) -> None:
    """Figures of EDITION (or of a whole series), counted from records, beside what sources report.

    A reported figure keeps its bound, source and date; the difference is shown and explained.

    \b
    Example:
      dragoman figures "3rd Tidal Fair" --format json
      dragoman figures "3rd Tidal Fair" --rows exhibitors.country.ru
      dragoman figures "3rd Tidal Fair" --against "4th Tidal Fair"
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        if against:
            print_rows(pair_rows(workspace, edition, against), form)
            return
        found = workspace.expo.figures(edition)
        if name:
            print_rows(opened(workspace, found, name), form, ("id", "name", "value", "source"))
        elif form == "json":
            click.echo(json.dumps(told(workspace, found, lang), ensure_ascii=False, indent=2))
        elif form == "table":
            print_rows(counted_rows(found, lang), form, ("figure", "value", "unit"), f"{found.caption}: counted")
            if is_series(found):
                print_rows(series_rows(workspace, found, lang), form, title="by edition")
                editions = workspace.expo.series(found.id)
                if rows := trend_rows(editions):
                    print_rows(rows, form, title=f"from overseas, per cent {direction(trend(editions))}".strip())
            print_rows(reported_rows(found), form, ("thing", "reported", "counted", "difference", "verdict", "source", "date"),
                       "reported")  # fmt: skip
        else:
            rows = [{"kind": "counted", **r} for r in counted_rows(found, lang)]
            print_rows([*rows, *({"kind": "reported", **r} for r in reported_rows(found))], form)


def plain(value: Decimal | None) -> int | float | None:
    """A number for JSON: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def counted_rows(found: Figures, lang: str = "en") -> list[Row]:
    """One row a counted figure; `name` opens its rows."""
    return [
        {"name": c.full_name, "figure": c.label(lang), "value": plain(c.value), "unit": c.unit, "rows": len(c.rows)}
        for c in found.counted
    ]


def reported_rows(found: Figures) -> list[Row]:
    """One row a reported figure, with what is counted and how the two differ."""
    return [
        {
            "thing": r.thing, "reported": f"{r.bound} {r.value:,} {r.unit}".strip(), "value": plain(r.value), "bound": r.bound,
            "unit": r.unit, "counted": plain(r.counted), "difference": plain(r.difference), "verdict": r.verdict,
            "explanation": r.explanation, "source": r.source, "date": r.date, "speaker": r.speaker, "quote": r.quote,
            "inferred": r.inferred, "of": r.of, "rows": len(r.rows), "statement": r.statement,
        }
        for r in found.reported
    ]  # fmt: skip


def told(workspace: Workspace, found: Figures, lang: str) -> Row:
    """All figures as one object; a series has those of its editions with it."""
    made: Row = {
        "id": found.id, "caption": found.caption, "position": workspace.expo.position(),
        "counted": counted_rows(found, lang), "reported": reported_rows(found),
    }  # fmt: skip
    if is_series(found):
        editions = workspace.expo.series(found.id)
        made["editions"] = [{"id": f.id, "caption": f.caption, "counted": counted_rows(f, lang)} for f in editions]
        made["trend"] = {"overseas": trend_rows(editions), "direction": direction(trend(editions))}
    return made


def trend_rows(editions: list[Figures]) -> list[Row]:
    """One row an edition: exhibitors, those from overseas, and their share in per cent of those whose country is told."""
    return [
        {
            "edition": s.caption, "exhibitors": s.all, "overseas": s.overseas,
            "share": None if s.share is None else round(100 * s.share, 1),
        }
        for s in trend(editions)
    ]  # fmt: skip


def is_series(found: Figures) -> bool:
    """Whether figures are those of a series, which has editions."""
    return any(c.name == "editions" for c in found.counted)


def series_rows(workspace: Workspace, found: Figures, lang: str) -> list[Row]:
    """One row a figure, one column an edition, in their order; parts by field, country and stage are left out."""
    editions = workspace.expo.series(found.id)
    names = {c.full_name: c.label(lang) for f in editions for c in f.counted if not c.by}
    return [{"figure": label, **{f.caption: plain(f.value(name)) for f in editions}} for name, label in names.items()]


def opened(workspace: Workspace, found: Figures, name: str) -> list[Row]:
    """The records behind a figure, counted or reported, each with its source."""
    rows = found.rows(name)
    if rows is None:
        rows = next((r.rows for r in found.reported if r.thing.casefold() == name.casefold()), None)
    if rows is None:
        raise UnknownName(f"there is no figure {name!r}", do="dragoman figures EDITION --format csv names them")
    return workspace.expo.opened(rows)


def pair_rows(workspace: Workspace, left: str, right: str) -> list[Row]:
    """Two editions side by side; `both` is how many records they share."""
    return [
        {"figure": p.name, "left": plain(p.left), "right": plain(p.right), "difference": plain(p.difference), "both": p.both}
        for p in workspace.expo.compare(left, right)
    ]
