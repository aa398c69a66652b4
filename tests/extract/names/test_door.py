"""`mentions`: every block of a document, and names as the field counts them."""

from __future__ import annotations

from dragoman.extract.names import mentions
from dragoman.model.document import Block, Document

TEXT = "Li Wenhai visits Harbin\n\nThe European Union and Chinese firms met in Minsk.\n\nPhoto: Ivan Petrov"


def document() -> Document:
    blocks = (Block(0, 23, "title", "en"), Block(25, 76, "paragraph", "en"), Block(78, len(TEXT), "furniture", "en"))
    return Document("0" * 64, "a.txt", "text/plain", TEXT, blocks, lang="en")


def test_titles_and_furniture_are_read_and_offsets_are_the_documents() -> None:
    found = mentions(document(), models=False)
    assert {"Li Wenhai", "Harbin", "Minsk", "Ivan Petrov"} <= {n.text for n in found}
    assert all(TEXT[n.start : n.end] == n.text for n in found)
    assert [n.start for n in found] == sorted(n.start for n in found)


def test_unions_are_bodies_and_nationality_words_are_marked() -> None:
    kinds = {n.text: (n.kind, n.subkind) for n in mentions(document(), models=False)}
    assert kinds["European Union"] == ("ORG", "union")
    assert kinds["Chinese"] == ("LOC", "demonym")


def test_text_in_no_block_is_read_too() -> None:
    bare = Document("1" * 64, "b.txt", "text/plain", "Prague hosts the fair.", (), lang="en")
    assert [n.text for n in mentions(bare, models=False)] == ["Prague"]
