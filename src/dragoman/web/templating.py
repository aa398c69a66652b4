"""Templates: everything escaped, whatever reorders or hides text taken out, a missing value an error."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from dragoman.report.words import CAPTION_CHARS, HARMFUL, QUOTE_CHARS
from dragoman.web import assets
from dragoman.web.ask import Ask
from dragoman.web.menu import menu

ID = re.compile("[0-9a-f]{32}([0-9a-f]{32})?")

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def environment() -> Environment:
    """The templates of the pages."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("dragoman.web", "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, finalize=harmless,
    )  # fmt: skip
    made.filters |= {"cut": cut, "marked": marked, "latin": latin, "closed": closed, "lit": lit}
    made.tests["an_id"] = an_id
    made.globals |= {"asset": assets.address}
    return made


def harmless(value: Any) -> Any:
    """What a template writes: texts and drawings without the signs that reorder or hide text; nothing instead of None."""
    if value is None:
        return ""
    if isinstance(value, Markup):
        return Markup(HARMFUL.sub("", value)) if HARMFUL.search(value) else value  # noqa: S704 (it only loses signs)
    return HARMFUL.sub("", value) if type(value) is str else value


def cut(text: str, limit: int = CAPTION_CHARS) -> str:
    """A text cut to a length with an ellipsis; 200 characters for names, 600 are enough for a quotation."""
    return text if len(text) <= limit else f"{text[:limit]}…"


def an_id(text: str) -> bool:
    """Whether a text is the id of a thing, as a form writes what was chosen from a list: no words for people."""
    return ID.fullmatch(text) is not None


def latin(text: str) -> str:
    """A name in Latin letters; empty where it is written in them."""
    from dragoman.text.transliteration import in_latin

    return in_latin(text[: 2 * CAPTION_CHARS])


def closed(text: Markup) -> Markup:
    """A sentence that ends with one full stop, also after an abbreviation."""
    return Markup(text[:-1]) if text.striptags().endswith("..") else text  # noqa: S704 (a part of what is escaped)


def marked(text: str, spans: Any, after: int = QUOTE_CHARS) -> Markup:
    """A text with stretches (code points) in `<mark>`, cut some way after the last; spans that overlap or lie outside are left
    out."""
    out, at = [], 0
    for start, end in sorted(spans):
        if at <= start < end <= len(text):
            out += [escape(harmless(text[at:start])), Markup("<mark>"), escape(harmless(text[start:end])), Markup("</mark>")]
            at = end
    return Markup("").join([*out, escape(harmless(text[at : at + after]))])


def lit(text: str, words: str) -> str:
    """A stretch of a document with the words somebody searched for in `<mark>`."""
    from dragoman.workspace.seeking import spans

    found = spans(text, words) if words else []
    return marked(text, found, len(text)) if found else text


def html(ask: Ask, template: str, **values: Any) -> str:
    """A page of a template. It knows `t` (the words), `ask`, `menu` and what it is given."""
    entries = menu(ask.person.role)
    return environment().get_template(template).render(t=ask.words, lang=ask.lang, ask=ask, menu=entries, **values)
