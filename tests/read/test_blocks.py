"""Whatever the text, its blocks lie in it in order without overlap, hold no blank edges, and leave out only blank space."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.base.errors import Unreadable
from dragoman.base.settings import Limits
from dragoman.read.html import HtmlReader
from dragoman.read.markdown import MarkdownReader
from dragoman.read.plain import PlainReader
from dragoman.read.source import Source

WORDS = st.sampled_from(
    [
        "Home",
        "News",
        " | ",
        " > ",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "Related News",
        "Share to",
        "the fair opened. ",
        "выставка ",
        "首页",
        "展会开幕。",
        "By Ann Reyes",
        "• ",
        "1) ",
        "2019-05-14",
        "# ",
        "- ",
        "© 2019",
        "𠀀",
        "e\u0301",
        "\u00a0",
        "\u2028",
        "\x0c",
        "\t",
    ]
)
MARKUP = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<br>",
        "<a href=x>",
        "</a>",
        "<table><tr><td>",
        "</table>",
        "<li>",
        "&amp;",
        "<nav>",
        "</nav>",
        "Words of a paragraph. ",
        "展会开幕。",
        "<h1>",
        "</h1>",
        "<b>",
        "<script>x</script>",
        "\n",
    ]
)
TEXTS = st.lists(WORDS | st.text(max_size=8), min_size=1, max_size=40).map("".join)
MARKS = "#>*-+|.)0123456789_= "  # of Markdown, outside the blocks


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@pytest.mark.parametrize("reader", [PlainReader(), MarkdownReader()], ids=["plain", "markdown"])
def test_blocks_of_a_text(reader: PlainReader | MarkdownReader, text: str) -> None:
    try:
        document = reader.read(Source("a.txt", text.encode("utf-8", "replace")), Limits())
    except Unreadable:
        return
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(document.text)
        inside = document.text[block.start : block.end]
        assert inside == inside.strip()
        between = document.text[at : block.start]
        assert not any(c.isalpha() for c in between if c not in MARKS) or text.startswith("---")
        at = block.end
    assert not any(c.isalpha() for c in document.text[at:])


@settings(max_examples=150, deadline=None)
@given(st.lists(MARKUP, max_size=30).map("".join))
def test_blocks_of_a_page(markup: str) -> None:
    try:
        document = HtmlReader().read(Source("a.html", f"<html><body>{markup}</body></html>".encode()), Limits())
    except Unreadable:
        return
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(document.text) and block.source.startswith("/html")
        at = block.end
    words = document.text.count("Words of a paragraph.")
    assert words == markup.replace("\n", " ").count("Words of a paragraph.")


def test_loose_text_stays_in_its_place() -> None:
    page = "<html><body><div>First words of all.<p>Second words in a paragraph.</p>Third words after it.</div></body></html>"
    document = HtmlReader().read(Source("a.html", page.encode()), Limits())
    assert document.text == "First words of all.\nSecond words in a paragraph.\nThird words after it."
