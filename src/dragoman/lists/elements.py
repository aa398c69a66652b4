"""Elements of an XML list, one after the other: no entities, no network, memory of one element."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.base.errors import Hostile, Unreadable
from dragoman.lists.parts import Part


def elements(part: Part, *tags: str) -> Iterator[Any]:
    """Each element of one of these local names, without its namespace; the root comes first, not yet filled.

    Raises `Hostile` for entities and `Unreadable` for XML that is broken or cut short.
    """
    from lxml import etree

    with part.open() as stream:
        try:
            walk = etree.iterparse(
                stream, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
            )
            _, root = next(iter(walk))
            if root.getroottree().docinfo.internalDTD is not None:
                raise Hostile("declares a document type or XML entities", where=part.shown, do="do not open it")
            yield root
            for event, element in walk:
                if event == "end" and any(etree.QName(element).localname == tag for tag in tags):
                    yield element
                    element.clear(keep_tail=False)
                    while element.getprevious() is not None:
                        del element.getparent()[0]
        except (etree.XMLSyntaxError, StopIteration) as error:
            raise Unreadable(f"is broken XML or was cut short ({error})", where=part.shown, do="get a whole copy") from error


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for comments."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def told(element: Any, *names: str) -> str:
    """The text of the first child of one of these names that has any."""
    for name in names:
        for child in element:
            if local(child) == name and child.text and child.text.strip():
                return str(child.text).strip()
    return ""


def children(element: Any, name: str) -> list[Any]:
    """The children of that name."""
    return [child for child in element if local(child) == name]
