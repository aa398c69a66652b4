"""A form of any schema: the cells it shows, what a person wrote into them, and everything that is wrong, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as slot
from typing import TYPE_CHECKING, Any

from dragoman.expo import rules
from dragoman.expo.rules import Entered
from dragoman.model.entity import Entity
from dragoman.model.schema import LANGUAGES, schema
from dragoman.model.statement import Bound, Statement
from dragoman.report.words import script_language
from dragoman.web.pages import expo_layout as layout
from dragoman.web.pages.expo_layout import Field
from dragoman.workspace import expo_form
from dragoman.workspace.expo_revising import Revision, own

if TYPE_CHECKING:
    from dragoman.web.ask import Ask
    from dragoman.workspace import Workspace

UNNAMED = "unnamed: "  # what the form of the workspace reads as a name that is not told
# Properties whose record may be one that nobody names.
UNNAMABLE = frozenset("party seller buyer participant exhibitor developer client visitor holder side offeror requester".split())
BLANK = 2  # empty fields shown of a property with several values: one to fill and one to see that there may be more
MOST = 200  # values of one property in a form
BY_RULE = ("trl", "ipcCode", "email", "startTime", "endTime", "timeZone", "weight", "most")


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a form. `id`: the statement it stands for, empty where it is new; `was`: the text when it was opened."""

    text: str = ""
    id: str = ""
    bound: str = ""
    unit: str = ""
    unnamed: bool = False
    was: str = ""
    lang: str = ""  # of a text told in several languages: which one this field is for

    @property
    def whole(self) -> str:
        """The value as the workspace reads it: bound, number, currency; or that it is unnamed."""
        if self.unnamed and self.text:
            return f"{UNNAMED}{self.text}"
        return " ".join(p for p in (self.bound, self.text, self.unit) if p) if self.text else ""

    @property
    def changed(self) -> bool:
        """Whether somebody wrote something else into it."""
        return self.whole != self.was


@dataclass(slots=True)
class Shown:
    """A field as it is shown: its cells, what is wrong, the records of a name to choose from, what documents claim."""

    field: Field
    cells: list[Cell]
    problems: list[str] = slot(default_factory=list)
    choose: list[dict[str, str]] = slot(default_factory=list)
    claims: list[str] = slot(default_factory=list)
    theirs: list[str] = slot(default_factory=list)  # in a conflict: what others did

    @property
    def name(self) -> str:
        """The property."""
        return self.field.name


Filled = dict[str, Shown]


def blank(kind: str, given: Mapping[str, str]) -> Filled:
    """An empty form of a schema; `given` are values it is opened with."""
    return {
        name: Shown(f, padded(f, [Cell(given[name])] if given.get(name) else [])) for name, f in layout.fields(kind).items()
    }


def of_record(ask: Ask, entity: Entity) -> Filled:
    """The form of a record with what people said of it, and what documents claim beside it."""
    kind = entity.schema
    ids = {s.value for s in entity.statements if (p := kind.properties.get(s.prop)) and p.type == "entity"}
    captions = ask.workspace.store.captions(ids)
    captions |= {
        s.value: ask.words.country(s.value)
        for s in entity.statements
        if (p := kind.properties.get(s.prop)) and p.type == "country"
    }
    fields_ = dict(layout.fields(kind.name))
    for s in entity.statements:  # what a record has besides its form's fields can be corrected too
        if own(s) and s.prop in kind.properties and s.prop not in layout.those("hidden"):
            fields_.setdefault(s.prop, layout.field(kind, s.prop))
    made: Filled = {}
    for name, f in fields_.items():
        said = [s for s in entity.get(name) if not s.negated]
        shown = Shown(f, padded(f, [cell_of(f, s, captions) for s in said if own(s)]))
        shown.claims = list(dict.fromkeys(told(s, captions) for s in said if not own(s)))
        made[name] = shown
    return made


def cell_of(f: Field, s: Statement, captions: Mapping[str, str]) -> Cell:
    """The cell of a statement."""
    text = captions.get(s.value, s.value) if f.kind in ("entity", "country") else s.value
    made = Cell(text, s.id, str(s.bound), s.unit if f.kind == "money" else "", lang=script_language(text))
    return replace(made, was=made.whole)


def told(s: Statement, captions: Mapping[str, str]) -> str:
    """A value in words: bound, value or name, unit."""
    return " ".join(p for p in (str(s.bound), captions.get(s.value, s.value), s.unit) if p)


def padded(f: Field, cells: list[Cell], more: int = 0) -> list[Cell]:
    """Cells with the empty ones that are shown besides: one for each language, two where there may be several."""
    if f.kind == "spoken":
        left = list(cells)
        first = []
        for lang in LANGUAGES:
            fits = next((c for c in left if c.lang == lang), None)
            if fits:
                left.remove(fits)
            first.append(fits or Cell(lang=lang))
        return [*first, *left]
    if not f.many:
        return cells or [Cell()]
    empty = sum(not c.text for c in cells)
    wanted = max(more, BLANK if not cells else 1)
    return [*cells, *(Cell() for _ in range(max(wanted - empty, 0)))]


def filled(ask: Ask, kind: str) -> Filled:
    """What was sent of a form."""
    found = schema(kind)
    names = dict(layout.fields(kind))
    for key in ask.form or ():
        prop = key[2:]
        if key.startswith("p.") and prop in found.properties and prop not in layout.those("hidden"):
            names.setdefault(prop, layout.field(found, prop))
    more = ask.field("more")
    return {n: Shown(f, padded(f, _cells(ask, f), BLANK if n == more else 0)) for n, f in names.items()}


def _cells(ask: Ask, f: Field) -> list[Cell]:
    texts, ids, was, bounds, units = (ask.fields(f"{p}.{f.name}")[:MOST] for p in "piwbu")
    langs = LANGUAGES if f.kind == "spoken" else ()
    made = []
    for n, text in enumerate(texts):
        unnamed = f.name in UNNAMABLE and bool(ask.field(f"n.{f.name}.{n}"))
        made.append(Cell(text, at(ids, n), at(bounds, n), at(units, n), unnamed, at(was, n), at(langs, n)))
    return made if f.kind == "spoken" or not f.many else [c for c in made if c.text or c.id]


def at(values: Iterable[str], n: int) -> str:
    """The value at a place; empty where there is none."""
    found = list(values)
    return found[n] if n < len(found) else ""


def values(form: Filled) -> dict[str, list[str]]:
    """All that a form says, as the workspace reads it."""
    said = {name: list(dict.fromkeys(c.whole for c in shown.cells if c.whole)) for name, shown in form.items()}
    return {name: texts for name, texts in said.items() if texts}


def revisions(form: Filled, record: str) -> list[Revision]:
    """What a form changes in a record."""
    made = []
    for name, shown in form.items():
        changed = [c for c in shown.cells if c.changed]
        gone = tuple(c.id for c in changed if c.id)
        said = tuple(dict.fromkeys(c.whole for c in changed if c.whole))
        if gone or said:
            made.append(Revision(record, name, gone, said))
    return made


def mark(ask: Ask, kind: str, form: Filled, said: Mapping[str, Iterable[str]], *, whole: bool) -> list[str]:
    """Write beside each field what is wrong with what it says; the names of the fields in their order.

    `whole`: the record is new and must say what it needs.
    """
    found = schema(kind)
    read = expo_form.read(ask.workspace, found, {k: tuple(v) for k, v in said.items()})
    for one in read.said:
        if one.problem or rules.value_problem(one.prop, one.value, one.unit, found):
            form[one.prop].problems.append(_wrong(ask, form[one.prop], one))
    if whole:
        _missing(ask, kind, form)
    since, until = (next((c.text for c in form[p].cells if c.text), "") if p in form else "" for p in ("startDate", "endDate"))
    if since and until and rules.span_problems({"startDate": since, "endDate": until}):
        form["endDate"].problems.append(ask.words("expo_wrong.span"))
    return [name for name, shown in form.items() if shown.problems]


def _wrong(ask: Ask, shown: Shown, one: Entered) -> str:
    """What is wrong with a value, in the reader's language, and what to do."""
    t, f = ask.words, shown.field
    if f.kind == "entity":
        found = expo_form.candidates(ask.workspace, f.range, one.written)
        if len(found) > 1:
            shown.choose = [named(ask.workspace, i) for i in found]
            return t("expo_wrong.several", value=one.written)
        return t("expo_wrong.unnamed" if one.written.startswith(UNNAMED.strip()) else "expo_wrong.none", value=one.written,
                 kind=t.schema(f.range))  # fmt: skip
    if f.kind == "choice":
        return t("expo_wrong.choice", value=one.written)
    if f.kind == "money":
        return t("expo_wrong.currency" if rules.amount(one.value) is not None and not one.unit else "expo_wrong.money")
    if one.prop in BY_RULE:
        return t(f"expo_wrong.{one.prop}", value=one.written)
    return t(f"expo_wrong.{f.kind}", value=one.written) if t.has(f"expo_wrong.{f.kind}") else t("expo_wrong.other")


def named(workspace: Workspace, key: str) -> dict[str, str]:
    """A record to choose among its namesakes: id, caption, kind, and what tells it apart."""
    entity = workspace.store.entity(key)
    apart = [*entity.values("country"), *entity.values("ordinal"), *entity.values("startDate")]
    return {"id": key, "caption": entity.caption, "kind": entity.schema.name, "apart": ", ".join(apart[:3])}


def _missing(ask: Ask, kind: str, form: Filled) -> None:
    for group in layout.needed(schema(kind)):
        there = [p for p in group if p in form]
        if there and not any(c.text for p in there for c in form[p].cells):
            names = f" {ask.words('expo_form.or')} ".join(ask.words.property(p) for p in there)
            form[there[0]].problems.append(ask.words("expo_wrong.missing", names=names))


def grouped(kind: str, form: Filled) -> list[dict[str, Any]]:
    """The form's fields in their groups; what no group names comes last."""
    made: list[dict[str, Any]] = []
    placed: set[str] = set()
    for group, members in layout.groups(kind):
        there = [form[f.name] for f in members if f.name in form]
        placed |= {s.name for s in there}
        made.append({"key": group, "fields": there})
    rest = [s for name, s in form.items() if name not in placed]
    if rest and made and made[-1]["key"] == "further":
        made[-1]["fields"] += rest
    elif rest:
        made.append({"key": "further", "fields": rest})
    return made


BOUNDS = tuple(b.value for b in Bound)
