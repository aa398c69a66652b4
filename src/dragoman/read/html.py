"""Web pages. trafilatura (fast mode) tells which words are the main text; blocks are then taken from the page itself.

So headings, list items and captions between the paragraphs of the main text are kept, each block has its XPath, and what is
left of the page stays in the text as furniture.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.base.errors import Empty, Hostile
from dragoman.base.settings import Limits
from dragoman.model.document import BlockKind, Document, Table
from dragoman.read.encoding import decode
from dragoman.read.furniture import is_furniture
from dragoman.read.grid import sheet
from dragoman.read.metadata import known
from dragoman.read.source import Source
from dragoman.read.structure import Part, compose, lay_out

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hr li main nav ol option p pre section select summary table tbody td tfoot th thead tr ul button".split()
)
SKIPPED = frozenset("script style noscript template svg math iframe object head select option textarea input button".split())
AROUND = frozenset("nav aside footer form".split())
KINDS: dict[str, BlockKind] = {
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading", "li": "item",
    "dt": "item", "dd": "item", "figcaption": "caption", "caption": "caption",
}  # fmt: skip
CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.I)
ENTITY = re.compile(r"<!\s*ENTITY\b", re.I)
LINKED = 0.5  # share of link text above which a block between main paragraphs is a list of links
SUBSTRING = 20  # characters from which a block counts as main text when it stands within it
CELL = 90  # characters a cell of a data table has at most, on average


@dataclass(slots=True)
class Found:
    """A block of the page as met in it."""

    element: Any
    text: str
    path: str
    linked: float
    around: bool
    main: bool = False


class HtmlReader:
    """html, xhtml."""

    media_type = "text/html"

    def read(self, source: Source, limits: Limits) -> Document:
        """Read the page; entities of its own making are refused."""
        text, encoding = _decoded(source)
        if ENTITY.search(text[:20_000]):
            raise Hostile("declares XML entities", where=source.name, do="do not open it; ask who sent it")
        tree = _tree(text)
        if tree is None:
            raise Empty("is a page without text", where=source.name, do="save the page after it has loaded")
        told = known(tree)
        found = list(_blocks(tree.find("body") if tree.find("body") is not None else tree))
        _mark_main(found, tree)
        if not any(f.main for f in found):
            raise Empty("is a page without text", where=source.name, do="save the page after it has loaded")
        laid, spans = lay_out(_parts(found, told.get("title", "")))
        tables = tuple(_tables(tree))
        return compose(source, self.media_type, laid, spans, limits, tables, encoding=encoding, **told)


def _decoded(source: Source) -> tuple[str, str]:
    """A declared encoding that fits goes before a guess; UTF-8 that decodes goes before both."""
    text, encoding = decode(source.data, source.name)
    declared = CHARSET.search(source.data[:4096])
    if declared and not encoding.startswith("utf"):
        name = declared[1].decode().lower()
        name = "gb18030" if name in ("gb2312", "gbk", "gb18030") else name
        try:
            return source.data.decode(name), name
        except (UnicodeDecodeError, LookupError):
            return text, encoding
    return text, encoding


def _tree(text: str) -> Any:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _blocks(root: Any) -> Iterator[Found]:
    """Every stretch of text between the borders of block elements, in order."""
    stack: list[tuple[Any, str, bool]] = [(root, f"/html/{root.tag}", False)]
    while stack:
        element, path, around = stack.pop()
        if isinstance(element, Found):
            yield element
            continue
        if not isinstance(element.tag, str) or element.tag in SKIPPED or _hidden(element):
            continue
        around = around or element.tag in AROUND or element.get("role", "") in ("navigation", "banner", "contentinfo")
        if element.tag == "tr" and element.find(".//table") is None:
            yield from _row(element, path, around)
        else:
            stack += [(*item, around) for item in reversed(_items(element, path, around))]


def _items(element: Any, path: str, around: bool) -> list[tuple[Any, str]]:
    """What an element holds, in order: its inner blocks with their XPaths, and the runs of text around them."""
    items: list[tuple[Any, str]] = []
    words, linked = [element.text or ""], 0
    same: Counter[str] = Counter()
    for child in element:
        name = child.tag if isinstance(child.tag, str) else ""
        same[name] += 1
        if name and _holds_blocks(child):
            items += _loose(element, path, around, words, linked)
            items.append((child, f"{path}/{name}[{same[name]}]"))
            words, linked = [], 0
        elif name == "br":
            words.append("\n")
        elif name and name not in SKIPPED and not _hidden(child):
            words.append(_words(child))
            linked += sum(len(_words(a)) for a in child.iter("a"))
        words.append(child.tail or "")
    return items + _loose(element, path, around, words, linked)


def _loose(element: Any, path: str, around: bool, words: list[str], linked: int) -> list[tuple[Any, str]]:
    text = "".join(words)
    share = linked / max(1, len(text))
    return [(Found(element, line, path, share, around), path) for line in _lines(text)]


def _holds_blocks(element: Any) -> bool:
    return element.tag in BLOCKS or any(c.tag in BLOCKS for c in element.iterdescendants() if isinstance(c.tag, str))


def _hidden(element: Any) -> bool:
    style = element.get("style", "").replace(" ", "")
    return element.get("hidden") is not None or "display:none" in style


def _row(element: Any, path: str, around: bool) -> Iterator[Found]:
    cells = [" ".join(_words(c).split()) for c in element if c.tag in ("td", "th")]
    text = " | ".join(dict.fromkeys(c for c in cells if c))
    if text:
        linked = sum(len(_words(a)) for a in element.iter("a"))
        yield Found(element, text, path, linked / len(text), around)


def _words(element: Any) -> str:
    pieces = [element.text or "" if element.tag not in SKIPPED else ""]
    for child in element:
        if child.tag == "br":
            pieces.append("\n")
        elif isinstance(child.tag, str) and child.tag not in SKIPPED:
            pieces.append(_words(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _lines(text: str) -> list[str]:
    """Source line ends are spaces; only br makes a line, and it was put in as the one line feed with no space around."""
    return [" ".join(line.split()) for line in re.split(r"\n{2,}", re.sub(r"[ \t\r]*\n[ \t\r]*", "\n", text)) if line.strip()]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _mark_main(found: list[Found], tree: Any) -> None:
    """Main text is what trafilatura takes, and what stands between its first and last block without being links."""
    from trafilatura import bare_extraction

    taken: Any = bare_extraction(tree, fast=True, with_metadata=False, include_comments=False, include_tables=True)
    words = _squeezed(" ".join(taken.body.itertext())) if taken is not None and taken.body is not None else ""
    exact = {_squeezed("".join(e.itertext())) for e in taken.body.iter()} if words else set()
    for f in found:
        squeezed = _squeezed(f.text)
        f.main = squeezed in exact or (len(squeezed) >= SUBSTRING and squeezed in words)
    places = [i for i, f in enumerate(found) if f.main]
    first, last = (places[0], places[-1]) if places else (0, len(found) - 1)
    for f in found[first : last + 1]:
        f.main = f.main or (f.linked < LINKED and not f.around and not is_furniture(f.text))
    for f in found[last + 1 :]:
        if f.linked >= LINKED or f.around or f.element.tag not in ("p", "li", "blockquote", "h2", "h3", "tr"):
            break
        f.main = True


def _parts(found: list[Found], title: str) -> Iterator[Part]:
    wanted = _squeezed(title).lower()
    titled = False
    for f in found:
        kind: BlockKind | None = KINDS.get(f.element.tag)
        same = bool(wanted) and _squeezed(f.text).lower() == wanted
        if not titled and f.element.tag in ("h1", "h2", "title") and (same or (f.element.tag == "h1" and not wanted)):
            kind, titled = "title", True
        elif not f.main:
            kind = "furniture"
        yield Part(f.text, kind, None, f.path)


def _tables(tree: Any) -> Iterator[Table]:
    """Tables of data: two columns or more, short cells, none within another."""
    for number, element in enumerate(tree.iter("table"), 1):
        if element.find(".//table") is not None:
            continue
        rows = [(i, _cells(row)) for i, row in enumerate(element.iter("tr"), 1)]
        cells = [c for _, row in rows for c in row if c]
        if len(rows) < 2 or not cells or sum(map(len, cells)) / len(cells) > CELL:
            continue
        made = sheet(f"table {number}", rows).table
        if made is not None and len(made.columns) > 1 and made.rows:
            yield made


def _cells(row: Any) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if cell.tag in ("td", "th"):
            span = cell.get("colspan", "1")
            cells += [" ".join(_words(cell).split())] * (min(int(span), 100) if span.isdigit() else 1)
    return cells
