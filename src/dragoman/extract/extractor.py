"""The seam every extractor stands behind: a document in, statements with quotes out."""

from __future__ import annotations

from typing import Protocol

from dragoman.model.document import Document
from dragoman.model.statement import Statement


class Extractor(Protocol):
    """Rules, small models or a chat endpoint: all give statements whose quotes stand in the document."""

    name: str
    version: str

    def extract(self, document: Document) -> list[Statement]:
        """The statements the document supports; those not sure enough are marked suggested."""
        ...
