"""Contact cards (vCard 3.0, which telephones read most widely) and their QR codes as vector drawings."""

from __future__ import annotations

import io

from dragoman.report.papers.content import Badge
from dragoman.report.papers.flow import Writing
from dragoman.report.papers.fonts import library

LONG_CARD = 210  # bytes; from here on error level L keeps a module of a 26 mm code above 0.4 mm
# The mask of every code. To weigh all eight as ISO/IEC 18004 does takes four fifths of a badge's time; over cards in three
# scripts this one is the best on average and never more than 15 % worse than the best. Readers read all of them.
MASK = 6
FIELD_CHARS = 120  # a longer field makes a code too fine to scan from a badge


def vcard(badge: Badge, lang: str = "en") -> str:
    """A badge's holder as a vCard: name, body, role, link, and only what the badge itself carries."""
    pen = Writing(lang)
    name, body = pen.plain(badge.name), pen.plain(badge.organisation)
    family, given = _parts(name)
    lines = [
        "BEGIN:VCARD", "VERSION:3.0", f"N:{_escaped(family)};{_escaped(given)};;;", f"FN:{_escaped(name)}",
        f"ORG:{_escaped(body)}" if body else "", f"TITLE:{_escaped(pen.plain(badge.role))}" if badge.role else "",
        f"EMAIL:{_escaped(badge.email)}" if badge.email else "", f"TEL:{_escaped(badge.phone)}" if badge.phone else "",
        f"URL:{_one_line(badge.link)}" if badge.link else "", "END:VCARD",
    ]  # fmt: skip
    return "\r\n".join(line for line in lines if line) + "\r\n"


def _parts(name: str) -> tuple[str, str]:
    """Family and given name where the writing tells them apart: the last word of a spaced name; else all is the family's."""
    given, _, family = name.rpartition(" ")
    return family, given


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    out = _one_line(text)[:FIELD_CHARS].replace("\\", "\\\\")
    return out.replace(";", "\\;").replace(",", "\\,")


def qr_svg(payload: str) -> str:
    """A QR code of that text as SVG with its quiet zone; raises `Missing` without the extra `papers`."""
    out = io.BytesIO()
    level = "m" if len(payload.encode()) <= LONG_CARD else "l"
    code = library("segno").make(payload, error=level, encoding="utf-8", micro=False, boost_error=False, mask=MASK)
    code.save(out, kind="svg", border=2, xmldecl=False)
    return out.getvalue().decode("utf-8")
