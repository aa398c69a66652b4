"""Programme, directory of exhibitors and badges of an edition from its records.

The directory shows only what owners let out. Badges go to the people themselves: they need no publication, but an address or a
telephone number stands on one only where it was let out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.base.errors import UsageError
from dragoman.expo import programme as items
from dragoman.expo.programme import Item
from dragoman.expo.publication import Public
from dragoman.model.clearance import Clearance
from dragoman.model.entity import Entity
from dragoman.report.papers import content
from dragoman.workspace.edition_records import Attending, EditionRecords
from dragoman.workspace.expo_around import entities, first, names, texts
from dragoman.workspace.letting import Let, let_out
from dragoman.workspace.paper_words import fielded

if TYPE_CHECKING:
    from dragoman.workspace import Workspace


class EditionPapers:
    """The papers of one edition. `held` tells, after each, who was left out and why."""

    def __init__(self, workspace: Workspace, edition: str) -> None:
        self.workspace, self.records = workspace, EditionRecords(workspace, edition)
        self.id = self.records.id
        self.entity = workspace.store.entity(self.id)
        if not self.entity.schema.is_a("Edition"):
            raise UsageError(f"{self.entity.caption} is no edition", do="dragoman expo list names those there are")
        self.held: dict[str, tuple[str, ...]] = {}

    @cached_property
    def public(self) -> Public:
        """What owners let out."""
        return self.workspace.publishing.public()

    @property
    def name(self) -> dict[str, str]:
        """The edition's name by language."""
        return names(self.entity)

    # who goes out, to be cleared before

    def speakers(self) -> list[str]:
        """Everybody the released programme names."""
        released = self.workspace.programmes.released(self.id)
        return list(dict.fromkeys(key for i in released.items for key, _ in (*i.speakers, *i.by, *i.projects)))

    def published(self) -> list[str]:
        """Exhibitors whose owners let them out, and their exhibits and people that are let out."""
        made: list[str] = []
        for body, one in self.records.exhibitors.items():
            if self.public.record(body):
                made += [body, *(i for i in (*one.exhibits, *one.people) if self.public.record(i))]
        return list(dict.fromkeys(made))

    def badged(self) -> list[str]:
        """Everybody with a badge, and the bodies on them."""
        return list(dict.fromkeys(i for a in self.records.attending for i in (a.person, a.body) if i))

    # papers

    def programme(self, clearance: Clearance) -> content.Programme:
        """The latest released version; raises `UsageError` where none was released."""
        released = self.workspace.programmes.released(self.id)
        if not released.version:
            raise UsageError("no programme was released", where=self.entity.caption, do="dragoman programme release EDITION")
        let = self.let(clearance, self.speakers())
        made = tuple(_entry(i, let) for i in released.items)
        zone = first(self.entity, "timeZone")
        return content.Programme(self.name, made, {}, zone, self.place(), self.id, released.version)

    def place(self) -> dict[str, str]:
        """Venue or place, by language."""
        found = texts(self.entity, "venue")
        places = [] if found else list(entities(self.workspace, self.entity.values("location", sure=True)).values())
        return names(places[0]) if places else found

    def directory(self, clearance: Clearance, made: date | None = None) -> content.Directory:
        """The exhibitors that were let out."""
        return content.Directory(self.name, self.exhibitors(clearance), made)

    def exhibitors(self, clearance: Clearance) -> tuple[content.Exhibitor, ...]:
        """The exhibitors that were let out, with what of each was."""
        let = self.let(clearance, self.published())
        return tuple(self._exhibitor(body, let) for body in self.records.exhibitors if body in let)

    def _exhibitor(self, body: str, let: Let) -> content.Exhibitor:
        entity, one = self._read(body), self.records.exhibitors[body]
        stand = self.records.stand_of(body) if self.public.may(body, "stand") else ""
        shown = [e for i in one.exhibits if i in let and (e := self.records.get(i))]
        fields = [*self._values(entity, "field"), *(f for e in shown for f in self._values(e, "field"))]
        return content.Exhibitor(
            names(entity), next(iter(self._values(entity, "country")), ""), self.records.hall_of(body) if stand else {}, stand,
            tuple(fielded(f) for f in dict.fromkeys(fields)), self._about(entity),
            tuple(self._person(p, body) for p in one.people if p in let),
            tuple(self._exhibit(e) for e in shown), next(iter(self._values(entity, "website")), ""),
        )  # fmt: skip

    def _read(self, key: str) -> Entity:
        """A record that goes out: it is there, else nobody could have cleared it."""
        return self.records.get(key) or self.workspace.store.entity(key)

    def _values(self, entity: Entity, prop: str) -> tuple[str, ...]:
        return entity.values(prop, sure=True) if self.public.may(entity.id, prop) else ()

    def _about(self, entity: Entity) -> content.Said | None:
        prop = next((p for p in ("summary", "description") if self._values(entity, p)), "")
        return content.Said(texts(entity, prop)) if prop else None

    def _person(self, key: str, body: str) -> content.Person:
        """A person of an exhibitor with the position they tell, else the post that is on record there."""
        found = self._read(key)
        posts = (role for person, at, role, _ in self.records.posts if (person, at) == (key, body) and role)
        role = texts(found, "position") or next(posts, {})
        return content.Person(names(found), role if self.public.may(key, "position") else "")

    def _exhibit(self, entity: Entity) -> content.Exhibit:
        level = next(iter(self._values(entity, "trl")), "")
        uses = texts(entity, "use") if self.public.may(entity.id, "use") else {}
        return content.Exhibit(names(entity), uses, int(float(level)) if level else None)

    def badges(self, clearance: Clearance) -> content.Badges:
        """A badge for each exhibitor's representative, delegate, speaker and juror who is not held."""
        let = self.let(clearance, self.badged())
        going = [a for a in self.records.attending if a.person in let and (not a.body or a.body in let)]
        return content.Badges(self.name, tuple(self._badge(a) for a in going))

    def _badge(self, a: Attending) -> content.Badge:
        person, body = self._read(a.person), self.records.get(a.body) if a.body else None
        country = first(body, "country") if body else first(person, "country", "nationality")
        let_out = {p: next(iter(self._values(person, p)), "") for p in ("email", "phone", "website")}
        return content.Badge(
            names(person), a.role, names(body) if body else "", a.stand, let_out["website"], a.kind, country,
            let_out["email"], let_out["phone"],
        )  # fmt: skip

    def let(self, clearance: Clearance, ids: Iterable[str]) -> Let:
        """Who of some goes out; `held` keeps why others do not."""
        let = let_out(self.workspace, clearance, ids)
        self.held |= let.held
        return let


def _entry(item: Item, let: Let) -> content.Entry:
    people = [words for key, words in (*item.speakers, *item.by) if key in let]
    start, end = items.moment(item.start), items.moment(item.end)
    projects = tuple(words for key, words in item.projects if key in let)
    return content.Entry(
        item.key,
        start,
        end,
        item.title,
        item.room,
        tuple(people),
        item.kind,
        (),
        item.cancelled,
        item.theme,
        projects,
        item.results,
    )
