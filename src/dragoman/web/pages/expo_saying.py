"""What records say, for a reader: names and words in the reader's language, the others beside, each with its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dragoman.model.entity import Entity
from dragoman.web.pages.expo_record import called, href, source
from dragoman.workspace.citing import Citing, of
from dragoman.workspace.expo_around import entities
from dragoman.workspace.paper_words import placed

if TYPE_CHECKING:
    from dragoman.model.statement import Statement
    from dragoman.workspace import Workspace

Row = dict[str, Any]


class Saying:
    """Looks names and words up once for one page, in one language."""

    def __init__(self, workspace: Workspace, lang: str) -> None:
        self.workspace, self.lang = workspace, lang
        self._cite, self._rows = Citing(workspace, lang), dict[str, Row]()

    def record(self, key: str) -> Row:
        """A record to link to: id, what it is called, its kind, its address, its country; empty where nothing stands of it."""
        if key not in self._rows:
            found = entities(self.workspace, [self.workspace.store.canonical(key)] if key else [])
            self._rows[key] = next((self._row(e) for e in found.values()), {})
        return self._rows[key]

    def records(self, keys: Iterable[str]) -> list[Row]:
        """Records to link to, each once; those of which nothing stands left out."""
        return [row for key in dict.fromkeys(keys) if (row := self.record(key))]

    def _row(self, e: Entity) -> Row:
        country = next(iter(e.values("country", sure=True)), "")
        return {"id": e.id, "caption": called(e, self.lang), "kind": e.schema.name, "href": href(e.schema.name, e.id),
                "country": country, "unnamed": not e.names}  # fmt: skip

    def name(self, key: str) -> str:
        """What a record is called; empty where nothing stands of it."""
        return str(self.record(key).get("caption", ""))

    def linked(self, entity: Entity, *props: str) -> list[Row]:
        """The records some properties of an entity surely name."""
        return self.records(v for p in props for v in entity.values(p, sure=True))

    def said(self, entity: Entity, *props: str) -> list[Row]:
        """Each thing said under some properties. Told in several languages it is one row, the other wordings in `others`."""
        return [self._told(text, members) for text, members in self._cite.groups(of(entity, *props))]

    def _told(self, text: str | Mapping[str, str], members: Sequence[Statement]) -> Row:
        where = {"source": source(self.workspace, members[0]), "statement": members[0].id}
        if isinstance(text, str):
            return {"text": text, "others": [], **where}
        told = text.get(self.lang) or text.get("en") or next(iter(text.values()))
        said = {s.value for s in members}
        return {"text": told, "others": [t for t in text.values() if t != told and t in said], **where}

    def places(self, entity: Entity, *props: str) -> list[Row]:
        """Names of places told in words; a country as the language calls it."""
        rows = [self._told(placed(text), members) for text, members in self._cite.groups(of(entity, *props))]
        return [{**row, "others": []} for row in rows]

    def text(self, entity: Entity, *props: str) -> str:
        """What is said under the first of some properties that says something, as one text."""
        for prop in props:
            if found := [row["text"] for row in self.said(entity, prop)]:
                return "; ".join(found)
        return ""

    def amounts(self, entity: Entity, *props: str) -> list[Row]:
        """Numbers and sums of money under some properties, as the language writes them."""
        sure = [s for s in of(entity, *props) if not s.negated and not s.suggested]
        return [self._told(str(self._cite.amounts([s])[0].text), [s]) for s in sure]
