"""`dragoman delegation`: members, screening, invitations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.base.errors import UsageError
from dragoman.cli.clearance import FINDINGS, fail_option, summary, told, who_option, why_option
from dragoman.cli.expo import by_option
from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.printing import Row, print_rows

if TYPE_CHECKING:
    from dragoman.workspace.delegations import DelegationView, Invited

LINKS = {"sender", "head", "host", "destination", "event", "interpreter", "member", "invitation"}
PLAIN = ("sender", "head", "host", "destination", "event", "direction", "purpose", "startDate", "endDate", "size", "memberKind",
         "language", "interpreter", "status", "brought", "endUse")  # fmt: skip
delegation_argument = click.argument("delegation")


@click.group("delegation")
def delegation_command() -> None:
    """Delegations: their members, what screening says of them before they come, and their invitations.

    An invitation is drafted, held or cleared by screening, sent, accepted or declined. A held one is not sent until a named
    person releases it.

    \b
    Example:
      dragoman enter Delegation name="Port delegation" sender="Harbour Authority" head="Li Na" direction=incoming
      dragoman delegation members "Port delegation" --add "Pavel Orlov" --body "Vostok Pribor" --role engineer
      dragoman delegation screen "Port delegation"
      dragoman delegation invite "Port delegation" --inviter "Nano Centre" --expires 2018-09-30
      dragoman delegation release "Port delegation" --by "A. Chen" --note "counsel has no objection"
      dragoman delegation send "Port delegation"
    """


@delegation_command.command("show")
@delegation_argument
@workspace_option
@format_option
def show_command(delegation: str, folder: Path, form: str) -> None:
    """Show a delegation: sender, head, host, purpose, projects brought, invitations, visits, earlier ones of the sender.

    \b
    Example:
      dragoman delegation show "Port delegation"
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        found = workspace.delegations.show(delegation)
    print_rows(rows_of(found), form, ("what", "value"))


def rows_of(found: DelegationView) -> list[Row]:
    """A delegation as rows for people."""
    name = found.captions
    rows: list[Row] = [
        {"what": prop, "value": name.get(v, v) if prop in LINKS else v} for prop in PLAIN for v in found.entity.values(prop)
    ]
    rows += [{"what": "member", "value": _member(m.name, m.role, m.body_name, m.kind)} for m in found.members]
    rows += [{"what": "brings", "value": name.get(p, p)} for p in found.brought]
    rows += [{"what": "invitation", "value": _invitation(i, name)} for i in found.invitations]
    rows += [{"what": "visit", "value": name.get(v, v)} for v in found.visits]
    return [*rows, *({"what": "of the same sender", "value": name.get(e, e)} for e in found.earlier)]


def _member(*parts: str) -> str:
    return ", ".join(p for p in parts if p)


def _invitation(found: Invited, name: dict[str, str]) -> str:
    by = f" by {name.get(found.inviter, found.inviter)}" if found.inviter else ""
    until = f", expires {found.expires}" if found.expires else ""
    return f"{found.state}{by}{until} ({found.id[:12]})"


@delegation_command.command("members")
@delegation_argument
@click.option("--add", "new", default="", metavar="NAME", help="Add a member: a body or a person.")
@click.option("--body", default="", help="The body a person comes from.")
@click.option("--role", default="", help="The person's post there.")
@by_option
@workspace_option
@format_option
def members_command(delegation: str, new: str, body: str, role: str, by: str, folder: Path, form: str) -> None:
    """List the members with kind, field and body, or add one.

    \b
    Example:
      dragoman delegation members "Port delegation" --add "Pavel Orlov" --body "Vostok Pribor" --role engineer
    """
    from dragoman.workspace import open_workspace
    from dragoman.workspace.delegations import by_kind

    if (body or role) and not new:
        raise UsageError("a body and a post belong to a member", do="give --add NAME with them")
    with open_workspace(folder) as workspace:
        if new:
            workspace.delegations.add(delegation, new, by=by, body=body, role=role)
        found = workspace.delegations.members(delegation)
    rows: list[Row] = [
        {"id": m.id[:12], "name": m.name, "head": m.is_head, "schema": m.schema, "kind": m.kind, "field": m.field,
         "country": m.country, "body": m.body_name, "role": m.role}
        for m in found
    ]  # fmt: skip
    print_rows(rows, form, ("name", "head", "schema", "kind", "field", "country", "body", "role"))
    if form == "table" and rows:
        kinds = ", ".join(f"{n} {kind or 'of no kind told'}" for kind, n in by_kind(found).items())
        click.echo(f"{len(rows)} members: {kinds}", err=True)


@delegation_command.command("screen")
@delegation_argument
@fail_option
@workspace_option
@format_option
def screen_command(delegation: str, fail_on: str | None, folder: Path, form: str) -> None:
    """Look up everybody in the lists in force: members, those they work for, sender and host.

    \b
    Example:
      dragoman delegation screen "Port delegation" --fail-on held
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        found = workspace.delegations.screen(delegation)
    told(found, form)
    if fail_on and found.held:
        raise click.exceptions.Exit(FINDINGS)


@delegation_command.command("invite")
@delegation_argument
@click.option("--inviter", required=True, help="Who invites.")
@click.option("--event", default="", help="The edition or event it is for.")
@click.option("--purpose", default="")
@click.option("--expires", default="", metavar="DATE", help="Until when it may be accepted.")
@by_option
@workspace_option
def invite_command(delegation: str, inviter: str, event: str, purpose: str, expires: str, by: str, folder: Path) -> None:
    """Draft an invitation; everybody in the delegation is screened at once. Prints its id.

    \b
    Example:
      dragoman delegation invite "Port delegation" --inviter "Nano Centre" --expires 2018-09-30
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        made = workspace.delegations.invite(delegation, inviter, by=by, event=event, purpose=purpose, expires=expires)
    _said(made)
    summary(made.clearance)


def _said(found: Invited) -> None:
    click.echo(f"{found.id}  {found.state}")


@delegation_command.command("release")
@click.argument("invitation")
@who_option
@why_option
@workspace_option
def release_command(invitation: str, by: str, note: str, folder: Path) -> None:
    """Lift the hold of an INVITATION (or of the delegation's only one), by name and with a note.

    \b
    Example:
      dragoman delegation release "Port delegation" --by "A. Chen" --note "counsel has no objection"
    """
    from dragoman.workspace import clearing, open_workspace

    with open_workspace(folder) as workspace:
        found = workspace.delegations.invitation(invitation)
        clearing.release(workspace, found.id, by=by, note=note, seen=found.clearance.version)
        _said(workspace.delegations.invitation(found.id))


@delegation_command.command("send")
@click.argument("invitation")
@click.option("--date", default="", metavar="DATE", help="When (default: today).")
@by_option
@workspace_option
def send_command(invitation: str, date: str, by: str, folder: Path) -> None:
    """Note that an INVITATION was sent. Where it is held, nothing is noted and the exit code is 3.

    \b
    Example:
      dragoman delegation send "Port delegation" --date 2018-05-02
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        found = workspace.delegations.invitation(invitation)
        _said(workspace.delegations.send(found.id, found.clearance, by=by, date=date))


@delegation_command.command("answer")
@click.argument("invitation")
@click.argument("answer", type=click.Choice(["accepted", "declined", "withdrawn"]))
@click.option("--words", default="", help="What was answered.")
@click.option("--date", default="", metavar="DATE", help="When (default: today).")
@by_option
@workspace_option
def answer_command(invitation: str, answer: str, words: str, date: str, by: str, folder: Path) -> None:
    """Note that an INVITATION was accepted, declined or withdrawn.

    \b
    Example:
      dragoman delegation answer "Port delegation" accepted --date 2018-05-20
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        _said(workspace.delegations.answer(invitation, answer, by=by, date=date, words=words))
