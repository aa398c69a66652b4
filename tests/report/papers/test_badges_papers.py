"""Badges and contact cards: names fit, codes are drawn and say what the badge says."""

from __future__ import annotations

import re
from dataclasses import replace

import paper_samples as samples
import pypdfium2
import pytest

from dragoman.model.schema import LANGUAGES
from dragoman.report.papers.badges import BANDS, badges
from dragoman.report.papers.cards import qr_svg, vcard
from dragoman.report.papers.content import Badge, Badges

pytest.importorskip("typst", reason="the extra papers is not installed")


def sheet(printed: Badges, lang: str) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(badges(printed, lang))


def flat(document: pypdfium2.PdfDocument) -> str:
    """All text without white space and the signs at the end of lines."""
    return re.sub(r"[\s\x02\ufffe-]", "", "".join(page.get_textpage().get_text_bounded() for page in document))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ten_to_a_page_with_name_body_and_kind(lang: str) -> None:
    printed = samples.badges()
    document = sheet(printed, lang)
    assert len(document) == 2
    text = flat(document)
    for badge in printed.badges:
        assert re.sub(r"[\s-]", "", badge.name[lang]) in text
        assert re.sub(r"[\s-]", "", badge.organisation[lang]) in text
        assert badge.stand in text


def test_a_long_name_shrinks_and_stays_clear_of_the_code() -> None:
    for lang in LANGUAGES:
        page = sheet(samples.badges(), lang)[0]
        text = page.get_textpage()
        code_left = (15 + 61) / 25.4 * 72  # of the left column: margin and place of the code in points
        column_right = (15 + 90) / 25.4 * 72
        for n in range(text.count_chars()):
            left, _, right, high = text.get_charbox(n)
            top = page.get_height() - high
            inside = (top - 13.5 / 25.4 * 72) % (54 / 25.4 * 72)
            if left < code_left and 9 / 25.4 * 72 < inside < 44 / 25.4 * 72:
                assert right <= code_left + 0.5, text.get_text_range(n, 1)
            assert right < column_right or left > column_right - 1 or inside > 44 / 25.4 * 72


def test_codes_are_vectors() -> None:
    page = sheet(samples.badges(), "en")[0]
    assert not [o for o in page.get_objects() if o.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    picture = page.render(scale=2).to_pil().convert("L")
    x, y = int((15 + 61 + 2) / 25.4 * 144), int((13.5 + 9.5 + 2) / 25.4 * 144)
    code = picture.crop((x, y, x + int(22 / 25.4 * 144), y + int(22 / 25.4 * 144)))
    dark = sum(1 for v in code.tobytes() if v < 128) / (code.width * code.height)
    assert 0.3 < dark < 0.7


def test_codes_are_read_back_from_the_page() -> None:
    scanner = pytest.importorskip("zxingcpp", reason="a reader of QR codes is not installed")
    printed = samples.badges()
    for lang in LANGUAGES:
        page = sheet(printed, lang)[0].render(scale=4).to_pil()
        found = {code.text for code in scanner.read_barcodes(page)}
        assert found == {vcard(b, lang) for b in printed.badges[:10]}


def test_a_card_says_what_the_badge_says_and_no_more() -> None:
    badge = Badge("Ivan Petrov", "lead; programmer", "Spheres, Inc", link="https://example.org/p/1")
    assert vcard(badge).split("\r\n") == [
        "BEGIN:VCARD", "VERSION:3.0", "N:Petrov;Ivan;;;", "FN:Ivan Petrov", "ORG:Spheres\\, Inc",
        "TITLE:lead\\; programmer", "URL:https://example.org/p/1", "END:VCARD", "",
    ]  # fmt: skip


def test_no_field_can_add_a_line() -> None:
    card = vcard(Badge("A\r\nURL:https://evil.example", link="https://a.example\nTEL:1"))
    assert [line.split(":")[0] for line in card.split("\r\n")] == ["BEGIN", "VERSION", "N", "FN", "URL", "END", ""]


def test_a_long_link_is_not_cut() -> None:
    link = "https://example.org/" + "p" * 200
    assert f"URL:{link}\r\n" in vcard(Badge("A", link=link))


def test_a_code_has_a_quiet_zone_and_carries_three_scripts() -> None:
    svg = qr_svg(vcard(replace(samples.badges().badges[2], name="欧阳文慧 Преображенский"), "ru"))
    assert svg.startswith("<svg") and 'stroke="#000"' in svg and "<script" not in svg


def contrast(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)


@pytest.mark.parametrize("kind", BANDS)
def test_white_letters_can_be_read_on_every_band(kind: str) -> None:
    assert contrast(BANDS[kind]) >= 4.5
