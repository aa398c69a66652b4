"""Small statements and documents for the tests of the store."""

from __future__ import annotations

from typing import Any

from dragoman.model.decision import Decision, Subject
from dragoman.model.document import Block, Document, Table
from dragoman.model.ids import digest, entity_id
from dragoman.model.statement import Evidence, Statement

TEXT = "Acme Robotics and the 中国科学院 signed a memorandum. Ёлка стоит в Троицке. More than 200 firms came."
DAY = "2026-01-05T10:00:00Z"


def ident(name: str, schema: str = "Company", dataset: str = "news") -> str:
    """The id of an entity of the tests."""
    return entity_id(dataset, schema, name)


def document(number: int = 1, text: str = TEXT, **more: Any) -> Document:
    """A document with a block and a table."""
    table = Table("Sheet", ("Name", "Stand"), (("Photon", "A1"), ("Нева", "B2")))
    return Document(
        digest("file", str(number)) * 2, f"{number}.txt", "text/plain", text, (Block(0, len(text), lang="en"),), (table,),
        **more,
    )  # fmt: skip


def quote(doc: Document, words: str) -> Evidence:
    """Evidence of some words of a document."""
    start = doc.text.index(words)
    end = start + len(words)
    before, after = doc.text[max(0, start - 8) : start], doc.text[end : end + 8]
    return Evidence(doc.id, words, start, end, 1, before, after, (0, len(doc.text)))


def name(text: str, schema: str = "Company", dataset: str = "news", **more: Any) -> Statement:
    """A statement that gives an entity its name."""
    return Statement(ident(text, schema, dataset), schema, "name", text, dataset, **more)


def say(about: str, schema: str, prop: str, value: str, dataset: str = "news", **more: Any) -> Statement:
    """Any statement."""
    return Statement(about, schema, prop, value, dataset, **more)


def judge(left: str, right: str, verdict: str = "same", by: str = "rule:test", at: str = DAY, **more: Any) -> Decision:
    """A decision on a pair."""
    return Decision(Subject.IDENTITY, (left, right), verdict, by, at, **more)


def undo(decision: Decision, by: str = "Ada", at: str = "2026-02-01T00:00:00Z") -> Decision:
    """A decision that takes another back."""
    return Decision(decision.subject, decision.ids, "undone", by, at, undoes=decision.id)


def story() -> tuple[Document, list[Statement]]:
    """A document and what it says: two firms, a person, a post, a figure."""
    doc = document(title="A memorandum")
    acme, bo = ident("Acme Robotics"), ident("Bo Li", "Person")
    post, figure = ident("post", "Employment"), ident("firms", "Figure")
    return doc, [
        name("Acme Robotics", evidence=(quote(doc, "Acme Robotics"),), lang="en"),
        say(acme, "Company", "country", "ru", original_value="Russia"),
        name("中国科学院", "Organization", evidence=(quote(doc, "中国科学院"),), lang="zh"),
        name("Bo Li", "Person", suggested=True),
        say(post, "Employment", "employee", bo, original_value="Bo"),
        say(post, "Employment", "employer", acme),
        say(post, "Employment", "role", "director", valid_from="2018", valid_to="2019-05"),
        say(figure, "Figure", "value", "200", unit="firms", evidence=(quote(doc, "More than 200 firms"),)),
        say(figure, "Figure", "subject", acme),
        say(acme, "Company", "notes", "no partner here yet", negated=True),
    ]
