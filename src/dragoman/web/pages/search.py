"""Search: one box over names and texts, narrowed by facets, each result with the words that matched."""

from __future__ import annotations

from typing import Any

from dragoman.model.schema import FACT_KINDS
from dragoman.web.ask import Ask, Page
from dragoman.web.calling import calling
from dragoman.web.route import get
from dragoman.workspace.seeking import FACETS, Search

ROWS, DOCUMENTS = 20, 8
WORDS_CHARS = 500


def search(ask: Ask) -> Page:
    """Entities and documents for the words, or every entity of a kind where no words are given."""
    words = ask.text("q")[:WORDS_CHARS]
    kind = ask.text("of")
    if not words:
        return _browse(ask, kind)
    chosen = {name: ask.texts(name) for name in FACETS}
    offset, texts_from = ask.number("offset", 0, 0, 100_000), ask.number("texts", 0, 0, 1_000)
    found = Search(ask.workspace).find(words, chosen, ROWS, offset, DOCUMENTS, texts_from)
    data: dict[str, Any] = {
        "words": words, "total": found.total, "capped": found.capped, "offset": offset, "limit": ROWS,
        "hits": [{"hit": hit, "alike": round(alike, 2)} for hit, alike in found.hits],
        "documents": found.documents, "documents_total": found.documents_total, "documents_from": texts_from,
        "facets": found.facets,
    }  # fmt: skip
    drawn = {
        "chosen": {n: v for n, v in chosen.items() if v}, "step": DOCUMENTS, "fact_kinds": FACT_KINDS,
        "named": calling(ask, ((h.id, h.schema, h.caption) for h, _ in found.hits)),
    }  # fmt: skip
    return Page("search.html", data, drawn)


def _browse(ask: Ask, kind: str) -> Page:
    """What there is, by kind; of one kind its entities, those most is said of first."""
    store = ask.workspace.store
    counts = store.facets("schema")
    offset = ask.number("offset", 0, 0, 10_000_000)
    country = ask.text("country")[:2].lower()
    page = ask.workspace.entities.of_kind(kind, ROWS, offset, country) if kind else None
    data: dict[str, Any] = {
        "kinds": [{"schema": s, "count": n} for s, n in counts], "of": kind, "country": country,
        "rows": page.rows if page else [], "total": page.total if page else 0, "offset": offset, "limit": ROWS,
    }  # fmt: skip
    named = calling(ask, ((r.id, r.schema, r.caption) for r in data["rows"]))
    return Page("browse.html", data, {"fact_kinds": FACT_KINDS, "named": named})


DOORS = (get("/search", search),)
