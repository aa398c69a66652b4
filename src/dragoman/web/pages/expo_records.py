"""Records of every schema: entered, shown, corrected, taken back, undone, with their history."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from dragoman.base.errors import UnknownName, UsageError
from dragoman.expo.conflict import Conflict, Edit
from dragoman.model.entity import Entity
from dragoman.model.schema import schema, schemata
from dragoman.web import problems
from dragoman.web.accounts import Role
from dragoman.web.ask import Ask, Go, Page, inside
from dragoman.web.pages import expo_forms as forms
from dragoman.web.pages import expo_talent
from dragoman.web.pages.expo_acts import seen, whole
from dragoman.web.pages.expo_coded import label
from dragoman.web.pages.expo_drafts import offer
from dragoman.web.pages.expo_forms import BOUNDS, Filled
from dragoman.web.pages.expo_linkbook import WORDS_CHARS, LinkBook
from dragoman.web.pages.expo_record import chosen, edition_of, href, known, related, shown, told
from dragoman.web.route import api, get, post
from dragoman.workspace import expo_form, expo_revising
from dragoman.workspace.expo_around import first, texts
from dragoman.workspace.expo_entries import tie_to_edition
from dragoman.workspace.expo_figures import is_ours
from dragoman.workspace.expo_log import REPLACED
from dragoman.workspace.talent import KIND as TALENT

BULK = "change of several"  # the form under which a value is said for many records at once
SUGGESTED = 12  # names offered while somebody types
LATEST = 20  # entries of a history of which it is told what else they changed
KEPT = 200  # names of a list to choose from
ASKED = ("Enquiry", "Contact")  # shown under the questions of a record
SHOWN = ("Technology", "Organization", "Project", "Offer", "Request")  # whose owners learn how often they are looked at


def one(ask: Ask) -> Entity:
    """The record of the address; raises `UnknownName`."""
    store = ask.workspace.store
    key = ask.path["id"]
    entity = store.entity(store.canonical(key)) if len(key) == expo_form.ID_CHARS else None
    if entity is None or not entity.statements:
        raise UnknownName("there is no such record", do="it may have been taken back; its history is kept")
    return entity


def record(ask: Ask) -> Page:
    """A record of any schema."""
    entity, book = one(ask), LinkBook(ask.site.database)
    shows = any(entity.schema.is_a(kind) for kind in SHOWN)
    if shows and ask.wants == "html":
        book.seen(entity.id)
    page = shown(ask.workspace, entity, ask.lang)
    offer(ask, page["groups"])
    beside = [g for g in related(ask.workspace, entity, ask.lang) if not (shows and g["kind"] in ASKED)]
    data = {
        "record": page, "related": beside, "shows": shows, "enquiries": _asked(ask, entity.id) if shows else [],
        "event": _event(entity, ask.lang),
    }  # fmt: skip
    return Page("expo_record.html", data)


def _event(entity: Entity, lang: str) -> dict[str, str]:
    """When and where an event is, and whether it is over without a word of what came of it; empty for anything else."""
    if not entity.schema.is_a("Event") or entity.schema.is_a("Hall"):
        return {}
    since, until = first(entity, "startDate", "date"), first(entity, "endDate")
    where = texts(entity, "room") or texts(entity, "venue")
    over = bool(until or since) and (until or since) < expo_talent.today()
    return {
        "from": since, "to": until, "start": first(entity, "startTime"), "end": first(entity, "endTime"),
        "room": where.get(lang) or next(iter(where.values()), ""),
        "lacks": "result" if over and not entity.values("result") and "result" in entity.schema.properties else "",
    }  # fmt: skip


def _asked(ask: Ask, record: str) -> list[dict[str, str]]:
    """Every enquiry and contact on record, with who asked or who entered it, and what is not passed on."""
    found = ask.workspace.attention.of(record, alone=True)
    return [
        {"id": r.id, "words": r.what, "person": found.captions.get(r.who, r.by), "at": r.at, "answer": r.answer,
         "answered": r.answered, "kind": r.kind, "military": r.military}
        for r in found.rows
    ]  # fmt: skip


def enquire(ask: Ask) -> Go:
    """Ask the owner of a record something; they read it behind their personal link."""
    entity, words = one(ask), ask.field("words")[:WORDS_CHARS]
    LinkBook(ask.site.database).asking(ask.by)
    ask.workspace.attention.enquire(entity.id, words, by=ask.by, form="question on a page")
    return Go(f"/records/{entity.id}", "expo.asked")


def known_kind(ask: Ask) -> str:
    """The schema of the address; raises `UnknownName`."""
    kind = ask.path["kind"]
    if kind not in schemata():
        raise UnknownName(f"there is no kind {kind!r}")
    return kind


def new(ask: Ask) -> Page:
    """An empty form; the query may fill it: `of`, and any property by its name."""
    kind = known_kind(ask)
    found, of = schema(kind), ask.text("of")
    given = {p: ask.text(p) for p in found.properties if ask.text(p)}
    given = {p: _caption(ask, v) if found.properties[p].type == "entity" else v for p, v in given.items()}
    tie = tie_to_edition(kind)
    if of and tie and tie not in given:
        given[tie] = _caption(ask, of)
    return _form(ask, kind, forms.blank(kind, given), {"of": of, "next": ask.text("next")})


def _caption(ask: Ask, value: str) -> str:
    """A record's name for a form, where it is the only one of that name; else its id."""
    if len(value) != expo_form.ID_CHARS:
        return value
    found = known(ask.workspace, value)
    caption = told(ask.workspace, [found], ask.lang)[found.id] if found else value
    return caption if len(expo_form.candidates(ask.workspace, "Thing", caption)) == 1 else value


def create(ask: Ask) -> Page | Go:
    """Keep what was entered; or show the form again with everything that is wrong."""
    kind = known_kind(ask)
    form = forms.filled(ask, kind)
    said = forms.values(form)
    around = {"of": ask.field("of"), "next": ask.field("next")}
    if ask.field("more"):
        return _form(ask, kind, form, around)
    wrong = forms.mark(ask, kind, form, said, whole=True)
    if wrong or (kind == TALENT and expo_talent.mark(ask, form, said)):
        return _form(ask, kind, form, around, status=422)
    try:
        made = _entered(ask, kind, said)
    except UsageError as error:
        name = next(iter(said.get("name", [])), "")
        twin = next(iter(expo_form.candidates(ask.workspace, kind, name)), "") if name else ""
        told = {"twin": href(kind, twin)} if twin else {"problem": problems.told(ask, error)}
        return _form(ask, kind, form, {**around, **told}, status=422)
    if ask.field("again"):
        return Go(f"/records/new/{kind}?of={around['of']}", "expo_form.entered", {"id": made})
    return Go(inside(around["next"], href(kind, made)), "expo_form.entered", {"id": made})


def _entered(ask: Ask, kind: str, said: dict[str, list[str]]) -> str:
    if kind == TALENT:
        return expo_talent.enter(ask, said)
    return ask.workspace.expo.enter(kind, said, by=ask.by, new=bool(ask.field("another")))


def _form(ask: Ask, kind: str, form: Filled, around: dict[str, Any], status: int = 200) -> Page:
    data: dict[str, Any] = {
        "kind": kind, "record": "", "caption": "", "seen": ask.workspace.expo.position(), "twin": "", "problem": "", "of": "",
        "next": "", "back": _back(ask, around), "conflict": [], "groups": forms.grouped(kind, form),
        "problems": [{"name": n, "told": s.problems} for n, s in form.items() if s.problems],
    }  # fmt: skip
    role = next((c.text for c in form["role"].cells if c.text), "") if kind == "Participation" else ""
    drawn = {
        "what": chosen(ask.words, role) if role else ask.words.schema(kind), "bounds": BOUNDS, "lists": _lists(ask, form),
        "today": expo_talent.today(),
    }  # fmt: skip
    return Page("expo_form.html", {**data, **around}, drawn, status)


def _back(ask: Ask, around: dict[str, Any]) -> dict[str, str]:
    """Where a form was opened from: its record, else the edition it is for, else the expo's first page."""
    found = known(ask.workspace, around.get("record") or around.get("of") or "")
    if found is None:
        return {"href": inside(around.get("next", ""), "/expo"), "caption": ask.words("menu.expo")}
    caption = told(ask.workspace, [found], ask.lang)[found.id]
    return {"href": inside(around.get("next", ""), href(found.schema.name, found.id)), "caption": caption}


def _lists(ask: Ask, form: Filled) -> dict[str, list[str]]:
    """Names to choose from without typing, for the kinds of which there are few: editions, halls, visits."""
    made: dict[str, list[str]] = {}
    for shown_ in form.values():
        range_ = shown_.field.range
        if range_ and range_ not in made:
            page = ask.workspace.store.entities(schema=range_, limit=KEPT)
            made[range_] = sorted({r.caption for r in page.rows if r.caption != r.id[:8]}) if page.total <= KEPT else []
    return made


def edit(ask: Ask) -> Page:
    """The form of a record with what was entered."""
    entity = one(ask)
    form = forms.of_record(ask, entity)
    return _form(ask, entity.schema.name, form, {"record": entity.id, "caption": entity.caption})


def save(ask: Ask) -> Page | Go:
    """Keep what was changed. Where somebody else changed the same meanwhile, show both and ask."""
    entity = one(ask)
    kind = entity.schema.name
    form = forms.filled(ask, kind)
    around: dict[str, Any] = {"record": entity.id, "caption": entity.caption, "seen": seen(ask)}
    if ask.field("more"):
        return _form(ask, kind, form, around)
    changes = [r for r in forms.revisions(form, entity.id) if ask.field(f"k.{r.prop}") != "theirs"]
    if forms.mark(ask, kind, form, {r.prop: r.said for r in changes if r.said}, whole=False):
        return _form(ask, kind, form, around, status=422)
    if not changes:
        return Go(href(kind, entity.id), "expo_form.unchanged")
    try:
        done = expo_revising.revise(ask.workspace, changes, by=ask.by, seen=around["seen"], form=f"form {kind}")
    except Conflict as conflict:
        return _conflict(ask, entity, form, conflict)
    except UsageError as error:
        return _form(ask, kind, form, {**around, "problem": problems.told(ask, error)}, status=422)
    told = "expo_form.saved_beside" if done.meanwhile else "expo_form.saved"
    others = ", ".join(dict.fromkeys(f"{e.by}: {ask.words.property(e.prop)}" for e in done.meanwhile))
    return Go(href(kind, entity.id), told, {"position": done.position}, {"others": others} if others else {})


def _conflict(ask: Ask, entity: Entity, form: Filled, conflict: Conflict) -> Page:
    """The form once more, as of now, with what others did beside what this person wrote."""
    now = forms.of_record(ask, entity)
    touched = list(dict.fromkeys(e.prop for e in conflict.edits))
    for prop in touched:
        mine, fresh = form[prop].cells, now[prop].cells if prop in now else []
        form[prop].theirs = [c.whole for c in fresh if c.whole]
        form[prop].cells = [
            replace(c, id=forms.at([f.id for f in fresh], n), was=forms.at([f.was for f in fresh], n))
            for n, c in enumerate(mine)
        ]
    told = {"conflict": [told_edit(e) for e in conflict.edits], "record": entity.id, "caption": entity.caption}
    return _form(ask, entity.schema.name, form, told, status=409)


def told_edit(e: Edit) -> dict[str, Any]:
    """One line of the history."""
    return {
        "position": e.position, "prop": e.prop, "value": e.value, "unit": e.unit, "taken_back": e.taken_back, "by": e.by,
        "at": e.at, "source": e.source, "note": e.note, "date": e.date, "statement": e.statement,
    }  # fmt: skip


def history(ask: Ask) -> Page:
    """Who said and took back what, when, from which source: the latest first, by entry. Also of a record taken back."""
    key = ask.workspace.store.canonical(ask.path["id"])
    edits = ask.workspace.expo.history(key)
    entity = known(ask.workspace, key)
    if not edits or ask.workspace.talent.withdrawn(key):  # an offer and its holder: not shown again
        raise UnknownName("there is no such record")
    kind = entity.schema.name if entity else ""
    named = next((e.value for e in edits if e.prop == "name"), ask.words("expo_form.is_gone"))
    data = {
        "id": key, "kind": kind, "caption": told(ask.workspace, [entity], ask.lang)[key] if entity else named,
        "place": href(kind, key) if entity else "", "steps": _steps(ask, key, edits),
        "edition": edition_of(ask.workspace, entity, ask.lang) if entity else {},
    }  # fmt: skip
    return Page("expo_history.html", data)


def _steps(ask: Ask, key: str, edits: list[Edit]) -> list[dict[str, Any]]:
    """The lines of a history by the entry that made them, the latest first; with how many records that entry changed."""
    sources = expo_revising.files(ask.workspace, key)
    steps: list[dict[str, Any]] = []
    for e in reversed(edits):
        if not steps or steps[-1]["position"] != e.position:
            steps.append({"position": e.position, "at": e.at, "by": e.by, "edits": [], "ours": False, "together": 0})
        told_ = {**told_edit(e), "source": sources.get(e.statement, ""), "type": _types().get(e.prop, "text")}
        told_ |= {"note": _reason(ask, e.note), "value": label(e.value, ask.lang) if e.prop == "field" else e.value}
        steps[-1]["edits"].append(told_)
        steps[-1]["by"] = steps[-1]["by"] or e.by
        steps[-1]["ours"] = steps[-1]["ours"] or e.taken_back or is_ours(e.source)
    for step in [s for s in steps if s["ours"]][:LATEST]:
        step["together"] = len(expo_revising.changed_with(ask.workspace, step["position"]))
    return steps


def _reason(ask: Ask, note: str) -> str:
    """Why something was taken back, where a person said why; the name of a form is no reason."""
    if note in ("undone", "taken back"):
        return ask.words(f"expo_form.{note.replace(' ', '_')}_note")
    if note.startswith(REPLACED):
        return ask.words("expo_form.replaced_note", name=note.removeprefix(REPLACED))
    return "" if note == "correction" or note.startswith(("form ", BULK)) else note


@cache
def _types() -> dict[str, str]:
    """The types of properties: a value is shown in words where it is a date, a country or a choice."""
    return {name: p.type for s in schemata().values() for name, p in s.properties.items() if p.type != "entity"}


def undo(ask: Ask) -> Go:
    """Undo one entry of a record, even the one that took it back wholly."""
    key = ask.workspace.store.canonical(ask.path["id"])
    expo_revising.undo(ask.workspace, key, whole(ask, "position", 0), by=ask.by)
    entity = known(ask.workspace, key)
    return Go(href(entity.schema.name, key) if entity else f"/records/{key}/history", "expo_form.undone")


def undo_all(ask: Ask) -> Go:
    """Undo one entry in all records it changed."""
    done = expo_revising.undo_all(ask.workspace, whole(ask, "position", 0), by=ask.by)
    return Go(inside(ask.field("back"), "/expo"), "expo_form.undone_all", {"position": done.position}, {"n": done.records})


def gone(ask: Ask) -> Go:
    """Take a record back, with a reason; its history stays, and undoes it."""
    entity = one(ask)
    if not ask.field("note"):
        raise UsageError("say why it is taken back", do="go back and write a reason")
    if entity.schema.is_a(TALENT):  # what it made known of its holder goes with it
        ask.workspace.talent.withdraw(entity.id, by=ask.by, note=ask.field("note"))
        return Go(f"/lists-of/{TALENT}", "expo_form.taken_back", {"id": entity.id}, {"name": ask.words.schema(TALENT)})
    expo_revising.take_back(ask.workspace, entity.id, by=ask.by, seen=seen(ask), note=ask.field("note"))
    return Go(f"/records/{entity.id}/history", "expo_form.taken_back", {"id": entity.id}, {"name": entity.caption})


def suggest(ask: Ask) -> list[dict[str, str]]:
    """Names of records of a schema that begin like what was typed."""
    range_ = ask.text("range") or "Thing"
    if range_ not in schemata():
        raise UnknownName(f"there is no kind {range_!r}")
    rows = ask.workspace.store.find_entities(ask.text("q"), SUGGESTED * 3) if ask.text("q") else []
    fits = [r for r in rows if schema(r.schema).is_a(range_)]
    return [{"id": r.id, "caption": r.caption, "kind": ask.words.schema(r.schema)} for r in fits[:SUGGESTED]]


DOORS = (
    api("/records/suggest", suggest, role=Role.ORGANISER),
    get("/records/new/{kind}", new, role=Role.ORGANISER),
    post("/records/new/{kind}", create, role=Role.ORGANISER),
    get("/records/{id}", record),
    get("/records/{id}/history", history),
    get("/records/{id}/edit", edit, role=Role.ORGANISER),
    post("/records/{id}/edit", save, role=Role.ORGANISER),
    post("/records/{id}/undo", undo, role=Role.ORGANISER),
    post("/changes/undo", undo_all, role=Role.ORGANISER),
    post("/records/{id}/gone", gone, role=Role.ORGANISER),
    post("/records/{id}/ask", enquire, role=Role.READER),
)
