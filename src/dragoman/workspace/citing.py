"""Citing: what records say as the texts and sources of papers. Words given in one act in several languages are one text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from dragoman.model.entity import Entity
from dragoman.model.statement import Statement
from dragoman.report.papers.content import Person, Said, Source, Text
from dragoman.report.words import Words, script_language
from dragoman.workspace.expo_around import entities, names
from dragoman.workspace.expo_entries import is_entered

if TYPE_CHECKING:
    from dragoman.workspace import Workspace


class Citing:
    """Looks names and documents up once for one paper, in one language."""

    def __init__(self, workspace: Workspace, lang: str) -> None:
        self.workspace, self.words = workspace, Words(lang)
        self._names: dict[str, Text] = {}
        self._sources: dict[str, tuple[str, str, str, str]] = {}

    def name(self, record: str) -> Text:
        """What a record is called, in each language it has a name in."""
        if record not in self._names:
            found = entities(self.workspace, [self.workspace.store.canonical(record)])
            self._names[record] = next((_text(names(e)) for e in found.values()), record[:8])
        return self._names[record]

    def named(self, statements: Iterable[Statement]) -> Text:
        """The names of the records that statements lead to, in the languages all of them have, else as they are."""
        found = [self.name(s.value) for s in _sure(statements)]
        return joined(list(dict.fromkeys(_key(f) for f in found)), self.words("paper.comma"))

    def text(self, statements: Iterable[Statement]) -> Text:
        """The words of statements of one property as one text."""
        return joined([_key(t) for t, _ in self.groups(statements)], "; ")

    def said(self, statements: Iterable[Statement]) -> tuple[Said, ...]:
        """Each thing said with its sources and, in a document of others, its speaker."""
        return tuple(Said(text, self.sources(group), _speaker(group)) for text, group in self.groups(statements))

    def amounts(self, statements: Iterable[Statement]) -> tuple[Said, ...]:
        """Numbers and sums of money with their bounds, as a language writes them."""
        return tuple(Said(self._amount(s), self.sources([s])) for s in _sure(statements))

    def _amount(self, s: Statement) -> str:
        number = self.words.number(float(s.value)) if _is_number(s.value) else s.value
        bound = self.words.choice("bound", str(s.bound)) if s.bound else ""
        return " ".join(p for p in (bound, number, s.unit) if p)

    def groups(self, statements: Iterable[Statement]) -> list[tuple[Text, list[Statement]]]:
        """Statements by the act they were made in, where that gave each in another language; else one by one."""
        acts: dict[object, list[Statement]] = {}
        for s in _sure(statements):
            proof = s.evidence[0] if s.evidence else None
            key = (proof.document, proof.row) if proof and (proof.row or is_entered(s.dataset)) else s.id
            acts.setdefault((s.prop, key), []).append(s)
        found: list[tuple[Text, list[Statement]]] = []
        for members in acts.values():
            langs = [script_language(s.value) or s.lang for s in members]
            if len(members) > 1 and len(set(langs)) == len(langs):
                found.append(({lang: s.value for lang, s in zip(langs, members, strict=True)}, members))
            else:
                found += [(s.value, [s]) for s in members]
        return found

    def sources(self, statements: Iterable[Statement]) -> tuple[Source, ...]:
        """Where statements stand: an entry by who made it and when, a document by its title with the words."""
        made = [self._source(s) for s in statements if s.evidence]
        return tuple(dict.fromkeys(made))

    def _source(self, s: Statement) -> Source:
        proof = s.evidence[0]
        if is_entered(s.dataset):
            return Source(self.words("paper.source.note", by=proof.speaker), date=s.valid_from or s.recorded_at[:10])
        title, publisher, published, url = self._document(proof.document)
        place = self.words("paper.source.page", page=proof.page) if proof.page else ""
        if proof.row:
            place = self.words("paper.source.row", sheet=proof.sheet, row=proof.row)
        return Source(title, publisher, published, place, "" if proof.row else proof.exact, url)

    def _document(self, key: str) -> tuple[str, str, str, str]:
        if key not in self._sources:
            store = self.workspace.store
            known = store.document(key) if store.has_document(key) else None
            told = (
                (known.title or known.name, known.publisher, known.published, known.source_url) if known else (key, "", "", "")
            )
            self._sources[key] = told
        return self._sources[key]

    def person(self, key: str) -> Person:
        """A member as named in a paper: a person with post and body, or a body."""
        found = entities(self.workspace, [self.workspace.store.canonical(key)])
        entity = next(iter(found.values()), None)
        if entity is None or not entity.schema.is_a("Person"):
            return Person(self.name(key))
        from dragoman.workspace.posts import posts_of

        post = next(iter(posts_of(self.workspace, entity.id)), None)
        role: Text = post.role if post else next(iter(entity.values("position", sure=True)), "")
        return Person(self.name(key), role, self.name(post.body) if post else "")


def joined(parts: list[Text | tuple[tuple[str, str], ...]], sign: str) -> Text:
    """Several texts as one: in each language that all of them have, or as one string in the languages they are in."""
    texts: list[Text] = [dict(p) if isinstance(p, tuple) else p for p in parts]
    if not texts:
        return ""
    if len(texts) == 1:
        return texts[0]
    langs = [set(t) if not isinstance(t, str) else None for t in texts]
    shared = set.intersection(*(known for known in langs if known is not None)) if any(k is not None for k in langs) else set()
    if shared:
        return {lang: sign.join(t if isinstance(t, str) else t[lang] for t in texts) for lang in sorted(shared)}
    return sign.join(t if isinstance(t, str) else next(iter(t.values())) for t in texts)


def _key(text: Text) -> str | tuple[tuple[str, str], ...]:
    return text if isinstance(text, str) else tuple(text.items())


def _text(by_lang: dict[str, str]) -> Text:
    return next(iter(by_lang.values())) if len(by_lang) == 1 else by_lang


def _speaker(statements: list[Statement]) -> str:
    proof = statements[0].evidence[0] if statements[0].evidence else None
    return proof.speaker if proof and proof.speaker and not is_entered(statements[0].dataset) else ""


def _sure(statements: Iterable[Statement]) -> list[Statement]:
    return [s for s in statements if not s.negated and not s.suggested]


def _is_number(value: str) -> bool:
    try:
        float(value)
    except ValueError:
        return False
    return True


def day(text: str) -> date | None:
    """A day of an ISO date; None for one cut to its month or year, or none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def of(entity: Entity, *props: str) -> list[Statement]:
    """The statements of some properties, in their order."""
    return [s for prop in props for s in entity.get(prop)]
