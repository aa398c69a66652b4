"""A statement's value in words: links to entities, bounds, polarity, status and precision kept."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.statement import Statement
from dragoman.report.book import Book
from dragoman.report.words import CAPTION_CHARS, Words, shown
from dragoman.report.worldmap import country_name

# Values of a closed vocabulary, with the group of messages that names them.
CHOICES = {
    "bodyKind": "body", "placeKind": "place", "presenceKind": "presence", "partnershipKind": "partnership",
    "eventKind": "event", "stopKind": "stop", "agreementKind": "agreement", "nature": "nature", "status": "status",
    "role": "role", "topics": "topic",
}  # fmt: skip
HIDDEN = {"name", "unnamed", "latitude", "longitude", "topics", "bodyKind"}  # shown as caption, chip, point, heading


@dataclass(frozen=True, slots=True)
class Value:
    """One value: its text, the language to mark it with, where it leads, and small words that go with it."""

    text: str
    lang: str = ""
    href: str = ""
    negated: bool = False
    inferred: bool = False
    status: str = ""  # the key of a status, for its colour
    status_label: str = ""
    time: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A label and its values."""

    label: str
    values: list[Value]


class Writer:
    """Puts statements of a book into the words of one language."""

    def __init__(self, book: Book, words: Words) -> None:
        self.book, self.words = book, words

    def clean(self, text: str) -> str:
        """Text without harmful characters, cut where it is overlong."""
        return shown(text)

    def short(self, text: str) -> str:
        """A caption without harmful characters, cut where it is overlong."""
        return shown(" ".join(text.split()), CAPTION_CHARS)

    def property(self, prop: str) -> str:
        """The name of a property."""
        return self.words.choice("prop", prop)

    def caption(self, any_id: str) -> str:
        """What to call an entity; the name of its schema where nothing else tells."""
        found = self.short(self.book.caption(any_id))
        kind = self.book.schema(any_id)
        return found or (kind.label(self.words.lang) if kind else self.short(any_id))

    def link(self, any_id: str, fallback: str = "") -> Value:
        """An entity as a value that leads to its row."""
        known = self.book.schema(any_id) is not None or any_id in self.book.data.captions
        text = self.caption(any_id) if known or not fallback else self.short(fallback)
        anchor = self.book.anchor(any_id)
        return Value(text, self.words.foreign(text), f"#{anchor}" if anchor else "")

    def value(self, s: Statement) -> Value:
        """The value of one statement."""
        kind = self.book.schemas.get(self.book.key(s.entity_id))
        prop = kind.properties.get(s.prop) if kind else None
        told = prop.type if prop else "text"
        href, lang = "", ""
        if told == "entity":
            link = self.link(s.value, s.original_value)
            text, lang, href = link.text, link.lang, link.href
        else:
            text = self._plain(s, told)
            lang = self.words.foreign(text, s.lang) if told in ("text", "name") else ""
        key = self.book.key(s.entity_id)
        own = self.book.status(key) if kind else ""
        shared = (s.valid_from, s.valid_to) == (self.book.span(key) if kind else ("", ""))
        status = str(s.status) if s.status and s.status not in (s.value, own) else ""  # the row shows its own once
        return Value(
            text, lang, href, s.negated, s.inferred, status, self.words.choice("status", status) if status else "",
            "" if shared or told == "date" else self.span(s.valid_from, s.valid_to),
        )  # fmt: skip

    def _plain(self, s: Statement, told: str) -> str:
        if told == "country":
            return country_name(s.value, self.words.lang)
        if s.prop in CHOICES:
            return self.short(self.words.choice(CHOICES[s.prop], s.value))
        if told in ("number", "money"):
            return self.short(self.figure(s))
        return self.clean(s.value)

    def figure(self, s: Statement, *, with_unit: bool = True) -> str:
        """A number with its bound and unit."""
        told = number(s.value)
        text = self.words.number(told) if told is not None else s.value
        bound = self.words.choice("bound", str(s.bound)) if s.bound else ""
        return " ".join(p for p in (bound, text, s.unit if with_unit else "") if p)

    def span(self, since: str, until: str) -> str:
        """A stretch of valid time, open ends left open."""
        if since == until:
            return since
        return f"{since} – {until}".strip(" ")


def number(text: str) -> float | None:
    """A plain decimal number, None for anything else."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < float("inf") else None
