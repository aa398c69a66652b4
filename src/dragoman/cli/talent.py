"""`dragoman talent`: offers their owners enter, shown until they end, withdrawn at once."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.expo import by_option
from dragoman.cli.options import format_option, workspace_option
from dragoman.cli.printing import print_rows


@click.group("talent")
def talent_command() -> None:
    """Talent exchange: posts, exchanges and work sought, entered by their owners with consent and an end.

    Nobody is taken from documents, nobody is ranked. What is over is not shown; what is withdrawn is gone at once.

    \b
    Example:
      dragoman talent offer "Two years in a laser laboratory" --kind exchange --field lasers --language ru \\
        --expires 2019-12-31 --consent --by "Ivan Petrov"
      dragoman talent list --words lasers
      dragoman talent withdraw 3f2a91c0 --by "Ivan Petrov"
    """


@talent_command.command("offer")
@click.argument("summary")
@click.option("--kind", required=True, help="post offered, work sought, exchange, training place.")
@click.option("--field", default="")
@click.option("--language", "languages", multiple=True, help="May be given several times.")
@click.option("--region", default="")
@click.option(
    "--for", "body", default="", metavar="BODY", help="The organisation whose post it is; none: it is your own offer."
)
@click.option("--contact", default="", help="How to answer.")
@click.option("--of", "edition", default="", metavar="EDITION")
@click.option("--expires", required=True, metavar="DATE", help="The last day it is shown, within a year.")
@click.option("--consent", is_flag=True, help="You agree that it is shown until then.")
@by_option
@workspace_option
def offer_command(
    summary: str, kind: str, field: str, languages: tuple[str, ...], region: str, body: str, contact: str, edition: str,
    expires: str, consent: bool, by: str, folder: Path,
) -> None:  # fmt: skip
    """Enter your own offer, or one of the organisation you speak for. Prints its id.

    \b
    Example:
      dragoman talent offer "Engineer for sonar" --kind "post offered" --for "Harbour Institute" --expires 2019-12-31 --consent
    """
    from dragoman.workspace import open_workspace

    said = {"summary": summary, "talentKind": kind, "field": field, "region": region, "contact": contact}
    given: dict[str, str | tuple[str, ...]] = {prop: value for prop, value in said.items() if value}
    if languages:
        given["language"] = languages
    with open_workspace(folder) as workspace:
        click.echo(workspace.talent.offer(given, by=by, consent=consent, expires=expires, body=body, of=edition))


@talent_command.command("list")
@click.argument("edition", default="")
@click.option("--words", default="", help="Words in its text, field or region.")
@click.option("--kind", default="")
@click.option("--language", default="")
@workspace_option
@format_option
def list_command(edition: str, words: str, kind: str, language: str, folder: Path, form: str) -> None:
    """List the offers that last, in the order they were entered.

    \b
    Example:
      dragoman talent list "3rd Tidal Fair" --words laser
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        found = workspace.talent.listed(edition, words=words, kind=kind, language=language)
        rows = (
            {
                "id": o.id[:12], "kind": o.kind, "offer": "; ".join(o.texts.values()), "field": o.field, "by": o.holder,
                "languages": ", ".join(o.languages), "region": o.region, "until": o.expires, "contact": o.contact,
            }
            for o in found
        )  # fmt: skip
        print_rows(rows, form, ("id", "kind", "offer", "field", "by", "until"))


@talent_command.command("withdraw")
@click.argument("offer")
@click.option("--note", default="")
@by_option
@workspace_option
def withdraw_command(offer: str, note: str, by: str, folder: Path) -> None:
    """Take an offer back at once, with what it made known of its owner.

    \b
    Example:
      dragoman talent withdraw 3f2a91c0 --by "Ivan Petrov"
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        gone = workspace.talent.withdraw(workspace.expo.find(offer), by=by, note=note)
        click.echo(f"withdrawn: {gone} statements", err=True)


@talent_command.command("sweep")
@workspace_option
def sweep_command(folder: Path) -> None:
    """Withdraw every offer that is over.

    \b
    Example:
      dragoman talent sweep
    """
    from dragoman.workspace import open_workspace

    with open_workspace(folder) as workspace:
        click.echo(f"{workspace.talent.sweep()} withdrawn", err=True)
