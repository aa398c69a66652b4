"""Who and what takes part in an edition, as its papers want it: exhibitors with stands, people and exhibits; badges; halls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.model.entity import Entity
from dragoman.workspace.expo_around import all_of, ends, entities, first, names, texts, tied
from dragoman.workspace.expo_import import FILE

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

EXHIBITOR = "exhibitor"
BADGED = (
    "juror",
    "speaker",
    "exhibitor",
    "interpreter",
    "delegate",
)  # who is more than one of these gets the badge of the first


@dataclass(slots=True)
class Exhibiting:
    """An exhibitor with what was said of its part: stands and halls as written, ids of people, exhibits and stand records."""

    stands: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    halls: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    exhibits: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Attending:
    """Somebody with a badge: of which kind, for which body, at which stand."""

    person: str
    kind: str
    body: str = ""
    stand: str = ""
    role: Mapping[str, str] = field(default_factory=dict)  # the post, by language


class EditionRecords:
    """The records of one edition, read once."""

    def __init__(self, workspace: Workspace, edition: str) -> None:
        self.workspace, self.id = workspace, workspace.store.canonical(edition)
        self._entities: dict[str, Entity] = {}

    def get(self, record: str) -> Entity | None:
        """A record that was read by one of the lists here; None for what nothing stands of."""
        if record not in self._entities:
            self._read([record])
        return self._entities.get(record)

    def _read(self, ids: Iterable[str]) -> None:
        missing = [i for i in dict.fromkeys(ids) if i not in self._entities]
        self._entities |= entities(self.workspace, missing)

    @cached_property
    def around(self) -> list[Entity]:
        """All that names the edition as its own."""
        return tied(self.workspace, self.id, ("edition", "event", "partOf"))

    @cached_property
    def posts(self) -> list[tuple[str, str, dict[str, str], bool]]:
        """Posts that last: person, body, role, and whether this edition's own catalogue tells it."""
        edition = self.workspace.store.entity(self.id)
        files, made = set(edition.values(FILE)), []
        for post in all_of(self.workspace, "Employment"):
            own = any(e.document in files for s in post.statements for e in s.evidence)
            pairs = [(p, b) for p in ends(post, "employee") for b in ends(post, "employer")]
            made += [] if first(post, "endDate") else [(p, b, texts(post, "role"), own) for p, b in pairs]
        return made

    @cached_property
    def exhibitors(self) -> dict[str, Exhibiting]:
        """The exhibitors by id, in the order they came."""
        made: dict[str, Exhibiting] = {}
        for e in self.around:
            if e.schema.is_a("Participation") and EXHIBITOR in e.values("role", sure=True):
                for body in ends(e, "participant"):
                    _take(made.setdefault(body, Exhibiting()), e)
            elif e.schema.is_a("Exhibit"):
                self._entities[e.id] = e
                for body in ends(e, "exhibitor"):
                    one = made.setdefault(body, Exhibiting())
                    one.exhibits.append(e.id)
                    one.stands += [s for s in e.values("stand", sure=True) if s not in one.stands]
        for stand in self.stands:
            for body in ends(stand, "holder"):
                made.setdefault(body, Exhibiting()).places.append(stand.id)
        for hall in self.halls:
            for body in ends(hall, "involved"):
                if body in made:
                    made[body].halls.append(hall.id)
        for person, body, _, own in self.posts:
            if own and body in made and person not in made[body].people:
                made[body].people.append(person)
        self._read(i for body, one in made.items() for i in (body, *one.people, *one.places, *one.halls))
        return {body: one for body, one in made.items() if (x := self._entities.get(body)) and not x.schema.is_a("Person")}

    @cached_property
    def halls(self) -> list[Entity]:
        """Halls and pavilions."""
        return [e for e in self.around if e.schema.is_a("Hall")]

    @cached_property
    def stands(self) -> list[Entity]:
        """Stands of the edition and of its halls."""
        found = {e.id: e for e in self.around if e.schema.is_a("Stand")}
        for hall in self.halls:
            found |= {e.id: e for e in tied(self.workspace, hall.id, ("hall",), "Stand")}
        return list(found.values())

    @cached_property
    def holders(self) -> dict[str, str]:
        """Who stands at each stand, by the ids of both: by the stand itself, by a part in the edition, by its number."""
        made = {s.id: body for s in self.stands for body in ends(s, "holder")}
        numbered: dict[str, list[str]] = {}
        for stand in self.stands:
            for number in stand.values("number", sure=True):
                numbered.setdefault(number.casefold(), []).append(stand.id)
        for body, one in self.exhibitors.items():
            for place in one.places:
                made.setdefault(place, body)
            for number in one.stands:
                alike = numbered.get(number.casefold(), [])
                if len(alike) == 1:
                    made.setdefault(alike[0], body)
        return made

    def stand_of(self, body: str) -> str:
        """The number of an exhibitor's stand; several with commas."""
        one = self.exhibitors[body]
        numbers = [first(s, "number") for p in one.places if (s := self.get(p))]
        return ", ".join(dict.fromkeys(n for n in (*one.stands, *numbers) if n))

    def hall_of(self, body: str) -> dict[str, str]:
        """The name of the hall an exhibitor stands in, by language."""
        one = self.exhibitors[body]
        halls = [*one.halls, *(h for p in one.places if (s := self.get(p)) for h in ends(s, "hall"))]
        halls += [h for s in self.stands if self.holders.get(s.id) == body for h in ends(s, "hall")]
        found = next((e for h in halls if (e := self.get(h))), None)
        return names(found) if found else {}

    @cached_property
    def attending(self) -> list[Attending]:
        """Everybody who gets a badge, each once, in the order of kinds and then as they came."""
        found = [*self._delegates(), *self._speaking()]
        for body, one in self.exhibitors.items():
            found += [Attending(p, "exhibitor", body, self.stand_of(body)) for p in one.people]
        people: dict[str, list[Attending]] = {}
        for a in sorted(found, key=lambda a: BADGED.index(a.kind)):
            people.setdefault(a.person, []).append(a)
        once = [_merged(parts) for parts in people.values()]
        self._read(i for a in once for i in (a.person, a.body) if i)
        return self._with_posts([a for a in once if self._is_person(a.person)])

    def _is_person(self, key: str) -> bool:
        found = self._entities.get(key)
        return found is not None and found.schema.is_a("Person") and bool(found.values("name"))

    def _delegates(self) -> list[Attending]:
        made = []
        for e in self.around:
            if e.schema.is_a("Delegation"):
                sender = next(iter(ends(e, "sender")), "")
                made += [Attending(p, "delegate", sender) for p in ends(e, "head", "member")]
                made += [Attending(p, "interpreter", sender) for p in ends(e, "interpreter")]
        return made

    def _speaking(self) -> list[Attending]:
        made = [Attending(p, "speaker") for e in self.around for p in ends(e, "speaker")]
        return made + [Attending(p, "juror") for e in self.around if e.schema.is_a("Contest") for p in ends(e, "juror")]

    def _with_posts(self, attending: list[Attending]) -> list[Attending]:
        """With the body and the post that records of posts tell, where nothing nearer does."""
        people = {a.person for a in attending}
        posts: dict[str, tuple[str, dict[str, str]]] = {}
        for person, employer, role, _ in self.posts:
            if person in people:
                posts.setdefault(person, (employer, role))
        self._read(employer for employer, _ in posts.values())
        made = []
        for a in attending:
            body, role = posts.get(a.person, ("", {}))
            fits = body == a.body or not a.body or a.kind == "delegate"
            told = (role if fits else {}) or texts(self._entities[a.person], "position", "title")
            made.append(Attending(a.person, a.kind, body if fits and body else a.body, a.stand, told))
        return made


def _merged(parts: list[Attending]) -> Attending:
    """One badge for somebody of several kinds: of the first, with the body and stand that any of them tells."""
    with_body = next((a for a in parts if a.body), parts[0])
    return Attending(parts[0].person, parts[0].kind, with_body.body, with_body.stand)


def _take(one: Exhibiting, part: Entity) -> None:
    """What a part in an edition says of the exhibitor."""
    one.stands += [s for s in part.values("stand", sure=True) if s not in one.stands]
    one.places += [p for p in ends(part, "standPlace") if p not in one.places]
    one.halls += [h for h in ends(part, "hall") if h not in one.halls]
    one.people += [p for p in ends(part, "representative") if p not in one.people]
