"""Names in a text (organisations, people, places, groups of countries): patterns, gazetteers and small models."""

from __future__ import annotations

from typing import Protocol

from dragoman.extract.draft import Name


class NameFinder(Protocol):
    """Finds names in the sentences of one language."""

    def find(self, text: str, sentences: list[tuple[int, int]], lang: str) -> list[Name]:
        """Names with offsets into `text`, in order and not overlapping."""
        ...


def finder(models: bool | None = None) -> NameFinder:
    """The finder to use: with models where they are installed (None), always (True: raises `Missing`), or never."""
    raise NotImplementedError
