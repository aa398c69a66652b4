"""Settings: the name decisions are logged under, API tokens, and what this site allows."""

from __future__ import annotations

from dragoman.base.errors import UsageError
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page
from dragoman.web.route import get, post

NAME_CHARS = 100


def settings(ask: Ask) -> Page:
    """What can be set, and the limits of the site."""
    web = ask.site.web
    return Page("settings.html", {
        "person": ask.person.name, "role": ask.person.role.word, "accounts": web.accounts,
        "tokens": ask.site.accounts.issued(_owner(ask)),
        "limits": {"upload_bytes": web.upload_bytes, "form_bytes": web.form_bytes, "files": web.files},
    })  # fmt: skip


def _owner(ask: Ask) -> str:
    """Whose tokens: on this machine the one person's, who has no account."""
    return ask.person.name if ask.site.web.accounts else ""


def change(ask: Ask) -> Go:
    """Set the name that decisions made on this machine are logged under."""
    name = ask.field("person")
    if ask.site.web.accounts or not name or len(name) > NAME_CHARS:
        raise UsageError("that name cannot be set", do="with accounts everyone has their own" if name else "give a name")
    ask.site.database.set("person", name)
    return Go("/settings", "settings.saved")


def issue(ask: Ask) -> Page:
    """Make an API token; it is shown this once."""
    page = settings(ask)
    made = ask.site.accounts.issue(_owner(ask), ask.field("label") or "API")
    ask.site.accounts.note(ask.by, "API token made", ask.field("label"))
    return Page(page.template, {**page.data, "token": made, "tokens": ask.site.accounts.issued(_owner(ask))})


def withdraw(ask: Ask) -> Go:
    """Withdraw an API token."""
    ask.site.accounts.withdraw(_owner(ask), ask.field("hash"))
    ask.site.accounts.note(ask.by, "API token withdrawn", ask.field("hash"))
    return Go("/settings", "settings.withdrawn")


DOORS = (
    get("/settings", settings),
    get("/settings/tokens", settings),  # where the page of a new token is loaded again
    post("/settings", change, role=Role.ADMINISTRATOR),
    post("/settings/tokens", issue, role=Role.READER),
    post("/settings/tokens/withdraw", withdraw, role=Role.READER),
)
