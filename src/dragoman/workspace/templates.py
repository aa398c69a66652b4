"""Blank sheets to fill in."""

from __future__ import annotations


def kinds() -> dict[str, str]:
    """The kinds of sheet there are, each with what it is for."""
    from dragoman.extract import sheets

    return sheets.kinds()


def template(kind: str, lang: str) -> bytes:
    """An XLSX with the headings of that kind in a language; raises `UnknownName`."""
    from dragoman.extract import sheets

    return sheets.template(kind, lang)
