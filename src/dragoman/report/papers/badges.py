"""Badges: ten to an A4 sheet, 90 by 54 mm, with cutting marks and a contact card as QR code."""

from __future__ import annotations

from dragoman.report.papers.cards import qr_svg, vcard
from dragoman.report.papers.content import Badge, Badges
from dragoman.report.papers.directory import country
from dragoman.report.papers.flow import Writing
from dragoman.report.papers.fonts import Fonts
from dragoman.report.papers.pdf import typeset
from dragoman.report.words import script_language

# A band for each kind, dark enough for white letters (contrast 4.5:1 and more).
BANDS = {
    "exhibitor": "#0a5a6a", "delegate": "#1d6838", "speaker": "#7d4700", "press": "#9a1f1f", "staff": "#1d2125",
    "visitor": "#4a5568", "juror": "#5b2a86", "interpreter": "#2f4a8a",
}  # fmt: skip


def badges(printed: Badges, lang: str = "en", *, use: Fonts | None = None) -> bytes:
    """All badges as PDF. A name known in other scripts is given below in one of them, so that guest and host can read it.

    Raises `Missing` where the extra `papers` is not installed.
    """
    pen = Writing(lang)
    cards = [_card(pen, b) for b in printed.badges]
    title = f"{pen.words('paper.name.badges')} · {pen.plain(printed.edition)}"
    data = {"lang": lang, "title": title, "edition": pen.plain(printed.edition), "badges": cards}
    return typeset("badges.typ", data, use=use)


def _card(pen: Writing, badge: Badge) -> dict[str, str]:
    name, lang = pen.pick(badge.name)
    return {
        "name": name, "name_lang": lang, "second": _second(badge, lang), "role": pen.plain(badge.role),
        "organisation": pen.plain(badge.organisation), "country": country(pen, badge.country) if badge.country else "",
        "stand": pen.words("paper.badge.stand", stand=badge.stand) if badge.stand else "",
        "kind": pen.words.choice("paper.kind", badge.kind), "band": BANDS.get(badge.kind, BANDS["visitor"]),
        "qr": qr_svg(vcard(badge, pen.lang)), "alt": f"{pen.words('paper.badge.scan')}: {name}",
    }  # fmt: skip


def _second(badge: Badge, shown: str) -> str:
    """The name in Latin letters where another script is shown, else in Chinese or Cyrillic where it is known."""
    if isinstance(badge.name, str):
        return ""
    for lang in ("en", "zh", "ru"):
        if lang != shown and badge.name.get(lang) and script_language(badge.name[lang]) == lang:
            return badge.name[lang]
    return ""
