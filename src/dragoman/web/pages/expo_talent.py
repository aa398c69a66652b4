"""The form of a talent offer: entered by its owner or for a body, with consent, for a year at most; withdrawn as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from dragoman.expo import talent
from dragoman.model.schema import schema
from dragoman.web.ask import Ask
from dragoman.web.pages.expo_forms import Filled
from dragoman.workspace import expo_form
from dragoman.workspace.talent import KIND


def today() -> str:
    """The day on which somebody consents."""
    return datetime.now(UTC).date().isoformat()


def mark(ask: Ask, form: Filled, said: Mapping[str, list[str]]) -> bool:
    """Write what only offers must keep to beside its field; whether anything is wrong."""
    expires, holder = (next(iter(said.get(p, [])), "") for p in ("expires", "holder"))
    if expires and not form["expires"].problems and talent.problems(consent=True, expires=expires, today=today()):
        form["expires"].problems.append(ask.words("expo_wrong.expires"))
    if holder and not form["holder"].problems and _another(ask, holder):
        form["holder"].problems.append(ask.words("expo_wrong.holder", value=holder, who=ask.by))
    return any(form[p].problems for p in ("expires", "holder"))


def _another(ask: Ask, holder: str) -> bool:
    """Whether an offer is a person's who is not the one that enters it."""
    if holder.casefold() == ask.by.casefold():
        return False
    read = expo_form.read(ask.workspace, schema(KIND), {"holder": holder})
    store = ask.workspace.store
    made = [n.schema for n in read.new.values()]
    known = [store.entity(s.value).schema.name for n, s in enumerate(read.said) if n not in read.new and not s.problem]
    captions = store.captions(s.value for s in read.said).values()
    return "Person" in (*made, *known) and ask.by not in captions


def enter(ask: Ask, said: Mapping[str, list[str]]) -> str:
    """Keep an offer; its id. Raises `UsageError`."""
    expires, holder = (next(iter(said.get(p, [])), "") for p in ("expires", "holder"))
    body = "" if holder.casefold() == ask.by.casefold() else holder
    return ask.workspace.talent.offer(said, by=ask.by, consent=bool(said.get("consent")), expires=expires, body=body)
