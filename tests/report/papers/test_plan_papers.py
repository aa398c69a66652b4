"""The floor plan: accessible, to scale, no label over the edge of its stand, highlights that do not rest on colour."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import paper_samples as samples
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from dragoman.model.schema import LANGUAGES
from dragoman.report.papers.content import Box, FloorPlan, Stand
from dragoman.report.papers.floorplan import SMALLEST, fitted, floor_plan, width

S = "{http://www.w3.org/2000/svg}"


def drawn(plan: FloorPlan, lang: str = "en", marked: tuple[str, ...] = ()) -> ElementTree.Element:
    return ElementTree.fromstring(floor_plan(plan, lang, marked))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_has_a_title_a_description_and_a_name_for_each_stand(lang: str) -> None:
    svg = drawn(samples.plan(), lang, ("A4", "B3"))
    assert svg.get("role") == "img" and svg.get("aria-labelledby") == "plan-title plan-desc"
    title, description = svg.find(f"{S}title"), svg.find(f"{S}desc")
    assert title is not None and samples.EDITION[lang] in (title.text or "")
    assert description is not None and all(n in (description.text or "") for n in ("2", "32", "A4", "B3"))
    stands = [g for g in svg.iter(f"{S}g") if g.find(f"{S}title") is not None]
    assert len(stands) == len(samples.plan().stands)
    told = [g.find(f"{S}title").text for g in stands]  # type: ignore[union-attr]
    names = {s.name[lang] for s in samples.plan().stands if s.name}
    assert all(any(n in t for t in told) for n in names)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_labels_stay_within_their_stands(lang: str) -> None:
    pytest.importorskip("fontTools", reason="the extra papers is not installed")
    import fontpkg_noto_sans
    import manimgx_fonts_cjk

    latin = ImageFont.truetype(f"{fontpkg_noto_sans.__path__[0]}/files/NotoSans[wdth,wght].ttf", 100)
    latin.set_variation_by_axes([700, 100])
    han = ImageFont.truetype(f"{manimgx_fonts_cjk.__path__[0]}/NotoSansCJK-VF.otf.ttc", 100)
    fonts = {True: han, False: latin}
    for g in drawn(samples.plan(), lang).iter(f"{S}g"):
        box = g.find(f"{S}rect")
        assert box is not None
        y, w, h = (float(box.get(k, "0")) for k in ("y", "width", "height"))
        for text in g.findall(f"{S}text"):
            size, at = float(text.get("font-size", "0")), float(text.get("y", "0"))
            real = sum(fonts[ord(c) > 0x2E80].getlength(c) for c in text.text or "") * size / 100
            assert real <= w, (text.text, real, w)
            assert y <= at - size * 0.8 and at + size * 0.25 <= y + h
            assert size >= SMALLEST


def test_highlighted_stands_have_a_thicker_outline_too() -> None:
    text = floor_plan(samples.plan(), "en", ("B3",))
    assert text.count('class="stand taken marked"') == 1
    assert ".marked rect{" in text and "stroke-width:3" in text
    assert "marked" not in floor_plan(samples.plan(), "en").split("</style>")[1]


def test_the_drawing_keeps_the_shape_of_the_plan_wherever_its_origin_lies() -> None:
    plan = samples.plan()
    far = FloorPlan(
        plan.title,
        tuple(replace(h, box=Box(h.box.x + 500, h.box.y - 80, h.box.w, h.box.h)) for h in plan.halls),
        tuple(replace(s, box=Box(s.box.x + 500, s.box.y - 80, s.box.w, s.box.h)) for s in plan.stands),
    )
    assert floor_plan(far) == floor_plan(plan)
    hall = next(r for r in drawn(plan).iter(f"{S}rect") if r.get("class") == "hall")
    assert float(hall.get("width", "0")) / float(hall.get("height", "1")) == pytest.approx(2, abs=0.01)


def test_hostile_names_and_links_stay_harmless() -> None:
    evil = Stand("<x>", Box(0, 0, 50, 20), '"><script>alert(1)</script>', "javascript:alert(1)")
    svg = drawn(FloorPlan("a & b", (), (evil,)))
    assert not list(svg.iter(f"{S}script")) and not list(svg.iter(f"{S}a"))
    linked = drawn(FloorPlan("x", (), (replace(evil, link='https://example.org/?a="b"&c'),)))
    assert [a.get("href") for a in linked.iter(f"{S}a")] == ['https://example.org/?a="b"&c']


def test_a_plan_without_stands_can_be_drawn() -> None:
    assert drawn(FloorPlan("Empty", (), ())).find(f"{S}title") is not None


@given(st.text(min_size=0, max_size=60), st.floats(5, 300), st.floats(5, 200))
def test_what_is_fitted_takes_no_more_than_its_room(name: str, room: float, height: float) -> None:
    lines, size = fitted(name, room, height)
    assert all(width(line) * size <= room + 0.001 for line in lines)
    assert len(lines) * size * 1.2 <= height + 0.001
    assert not lines or "".join("".join(lines).split()) == "".join(name.split())
