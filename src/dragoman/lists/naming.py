"""Ids for entries of lists that print none: made of what names them, so that the same entry keeps its id in later editions."""

from __future__ import annotations

from dragoman.model.ids import digest, normal_name

LENGTH = 16  # hexadecimal digits: among a million entries two alike are as likely as one in 30 million


def made_id(*parts: str) -> str:
    """An id of these parts, whatever their case and punctuation."""
    return digest("list entry", *(normal_name(part) for part in parts))[:LENGTH]
