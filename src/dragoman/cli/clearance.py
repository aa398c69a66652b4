"""`dragoman clearance`: what screening finds of everybody in a matter, and holds put and lifted by named people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.printing import print_rows

if TYPE_CHECKING:
    from dragoman.model.clearance import Clearance
    from dragoman.workspace import Workspace

FINDINGS = 3  # exit code of --fail-on
SHOWN = ("party", "state", "hit", "score", "list", "remarks")
records_argument = click.argument("records", nargs=-1, required=True)
who_option = click.option("--by", required=True, help="Your name.")
why_option = click.option("--note", required=True, help="Why.")
fail_option = click.option("--fail-on", type=click.Choice(["held"]), help="Leave with exit code 3 where it is held.")


@click.group("clearance")
def clearance_command() -> None:
    """Whether a matter may go out: everybody in it is screened, and a hit holds it until a named person decides.

    A matter is one record (a delegation, a visit, an agreement, a body ...) or several that go out together. Nothing lifts a
    hold for military end use.

    \b
    Example:
      dragoman clearance show "Port delegation"
      dragoman clearance judge "Vostok Pribor" own:r0 cleared --by "A. Chen" --note "another firm: founded 2019"
      dragoman clearance release "Port delegation" --by "A. Chen" --note "counsel has no objection"
    """


def told(found: Clearance, form: str) -> None:
    """The hits of a clearance as rows; what it comes to on stderr, or with the rows where a program reads them."""
    if form == "json":
        print_rows([whole(found)], form)
        return
    print_rows(hit_rows(found), form, SHOWN) if found.hits else None
    summary(found)


def summary(found: Clearance) -> None:
    """What it comes to, on stderr: held and why, or the wording for the lists."""
    for why in found.reasons:
        click.echo(f"held: {why}", err=True)
    if found.held:
        click.echo(
            "a named person releases it: dragoman clearance release"
            if found.liftable
            else "nothing lifts this: it is not brokered",
            err=True,
        )
    elif found.release:
        click.echo(f"released by {found.release}", err=True)
    for entry in found.controlled:
        click.echo(f"control list entry on record: {entry}; ask about licences", err=True)
    click.echo(f"{len(found.parties)} parties: {found.wording}", err=True)


def hit_rows(found: Clearance) -> list[dict[str, Any]]:
    """One row a hit."""
    return [
        {
            "party": f"{h.name} (an owner of {h.owns})" if h.owns else h.name,
            "state": "holds" if h.holds else h.status if h.by else "to check", "hit": h.caption,
            "score": round(h.score, 3), "list": f"{h.list} {h.published or h.edition}", "record": h.key, "by": h.by,
            "note": h.note, "remarks": "; ".join(h.remarks),
        }
        for h in found.hits
    ]  # fmt: skip


def whole(found: Clearance) -> dict[str, Any]:
    """A clearance for programs."""
    return {
        "held": found.held, "liftable": found.liftable, "reasons": list(found.reasons), "wording": found.wording,
        "matter": list(found.matter), "parties": [{"id": p.id, "name": p.name, "unnamed": p.unnamed} for p in found.parties],
        "lists": [str(v) for v in found.lists], "hits": hit_rows(found),
        "military": [str(m) for m in found.military], "controlled": list(found.controlled),
        "released": str(found.release) if found.release else "", "version": found.version, "at": found.at,
    }  # fmt: skip


def _ids(workspace: Workspace, records: tuple[str, ...]) -> list[str]:
    from dragoman.workspace.noting import one_of

    return [one_of(workspace, r, "Thing", "Interval") for r in records]


def _decided(decide: Callable[..., Clearance], records: tuple[str, ...], by: str, note: str, folder: Path) -> None:
    """Put or lift a hold, and tell what it comes to."""
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        summary(decide(workspace, _ids(workspace, records), by=by, note=note))


@clearance_command.command("show")
@records_argument
@fail_option
@workspace_option
@format_option
def show_command(records: tuple[str, ...], fail_on: str | None, folder: Path, form: str) -> None:
    """Screen everybody in RECORDS against the lists in force, and tell what holds them.

    \b
    Example:
      dragoman clearance show "Port delegation" --fail-on held
    """
    from dragoman.workspace import clearing, open_workspace

    with open_workspace(folder) as workspace:
        found = clearing.clear(workspace, _ids(workspace, records))
    told(found, form)
    if fail_on and found.held:
        raise click.exceptions.Exit(FINDINGS)


@clearance_command.command("release")
@records_argument
@who_option
@why_option
@workspace_option
def release_command(records: tuple[str, ...], by: str, note: str, folder: Path) -> None:
    """Lift the hold of RECORDS. It is logged with your name, and good while the list records and the parties stay the same.

    \b
    Example:
      dragoman clearance release "Port delegation" --by "A. Chen" --note "counsel has no objection"
    """
    from dragoman.workspace import clearing

    _decided(clearing.release, records, by, note, folder)


@clearance_command.command("hold")
@records_argument
@who_option
@why_option
@workspace_option
def hold_command(records: tuple[str, ...], by: str, note: str, folder: Path) -> None:
    """Hold RECORDS whatever the lists say, until a named person releases them.

    \b
    Example:
      dragoman clearance hold "Port delegation" --by "A. Chen" --note "ask counsel first"
    """
    from dragoman.workspace import clearing

    _decided(clearing.hold, records, by, note, folder)


@clearance_command.command("judge")
@click.argument("party")
@click.argument("hit", metavar="LIST:ID")
@click.argument("verdict", type=click.Choice(["cleared", "confirmed"]))
@who_option
@why_option
@workspace_option
def judge_command(party: str, hit: str, verdict: str, by: str, note: str, folder: Path) -> None:
    """Clear or confirm the hit LIST:ID of a PARTY of the workspace, for every matter it is in, until the record changes.

    \b
    Example:
      dragoman clearance judge "Vostok Pribor" own:r0 cleared --by "A. Chen" --note "another firm: founded 2019"
    """
    from dragoman.screen.hit import Status
    from dragoman.workspace import clearing, open_workspace
    from dragoman.workspace.noting import one_of

    with open_workspace(folder) as workspace:
        made = clearing.judge(workspace, one_of(workspace, party, "LegalEntity"), hit, Status(verdict), by=by, note=note)
    click.echo(f"{made.verdict}: {hit} for {party}, by {by} ({made.id[:8]})", err=True)
