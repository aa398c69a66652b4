"""Chinese grammar: from sentences with names to drafts of claims."""

from __future__ import annotations

from dragoman.extract.draft import Draft, Reading


def find(reading: Reading) -> list[Draft]:
    """The claims the Chinese sentences of a reading make."""
    return []
