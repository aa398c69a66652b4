"""Map and timeline: no bands at 180 degrees, small countries have points, everything drawn has words beside it."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import sample

from dragoman.model.entity import Entity
from dragoman.model.schema import LANGUAGES
from dragoman.model.statement import Statement
from dragoman.report.book import Book
from dragoman.report.data import ReportData
from dragoman.report.html import render
from dragoman.report.located import position
from dragoman.report.projection import HEIGHT, WIDTH, project
from dragoman.report.timeline import day
from dragoman.report.worldmap import LEAST, Frame, Point, country_name, country_point, draw, world

SMALL = ("sg", "hk", "mo", "mt", "bh")


def test_no_outline_draws_a_band_across_the_map() -> None:
    steps = world()["steps"]
    for outline in world()["outlines"]:
        for ring in outline["rings"]:
            east = ring[::2]
            jumps = [abs(a - b) / steps for a, b in pairwise(east)]
            assert max(jumps, default=0) < 60, outline["code"]
            assert -180 * steps <= min(east) and max(east) <= 180 * steps


def test_russia_reaches_over_the_date_line_on_both_sides() -> None:
    steps = world()["steps"]
    east = [x / steps for o in world()["outlines"] if o["code"] == "ru" for ring in o["rings"] for x in ring[::2]]
    assert min(east) == -180 and max(east) == 180
    assert not [x for x in east if -168 < x < 19]


@pytest.mark.parametrize("code", SMALL)
def test_small_countries_have_a_point_and_a_name_in_three_languages(code: str) -> None:
    assert code not in {o["code"] for o in world()["outlines"]}
    found = country_point(code)
    assert found is not None and -180 <= found[0] <= 180 and -90 <= found[1] <= 90
    assert len({country_name(code, lang) for lang in LANGUAGES}) == 3


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert country_name("zz") == "ZZ" and country_point("zz") is None


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_the_projection_keeps_within_the_world_and_its_sides(longitude: float, latitude: float) -> None:
    x, y = project(longitude, latitude)
    assert -1e-6 <= x <= WIDTH + 1e-6 and -1e-6 <= y <= HEIGHT + 1e-6
    mirrored = project(-longitude, latitude)
    assert mirrored[0] == pytest.approx(WIDTH - x) and mirrored[1] == pytest.approx(y)


def test_the_projection_keeps_areas() -> None:
    """A degree square near the pole shrinks as its area on the sphere does: cos 60 is a half."""

    def size(latitude: float) -> float:
        (x1, y1), (x2, y2) = project(0, latitude - 0.5), project(1, latitude + 0.5)
        return (project(1, latitude)[0] - project(0, latitude)[0]) * (y1 - y2) if x1 != x2 else 0

    assert size(60) / size(0) == pytest.approx(0.5, rel=0.01)
    assert size(80) / size(0) == pytest.approx(0.1736, rel=0.01)


@given(st.lists(st.tuples(st.floats(0, WIDTH), st.floats(0, HEIGHT)), min_size=1, max_size=5))
def test_the_frame_holds_every_point_and_is_never_tiny(spots: list[tuple[float, float]]) -> None:
    frame = Frame.around(spots)
    assert all(frame.has((x, y, x, y)) for x, y in spots)
    assert frame.width >= LEAST[0] and frame.height >= LEAST[1]
    assert frame.left >= 0 and frame.left + frame.width <= WIDTH + 1e-6


def test_every_point_is_drawn_with_its_name_and_labels_do_not_collide() -> None:
    points = [Point(f"City {n}", "", f"#e{n}", 100 + n / 10, 30, 1) for n in range(20)]
    drawing = draw(points, {"cn": 3}, "Map")
    assert drawing.count("<circle") == 20 and drawing.count("<title>City") == 20
    labels = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"', drawing)
    assert 0 < len(labels) < 20
    assert 'class="land t' in drawing


def test_each_drawing_has_its_table() -> None:
    text = render(sample())
    section = text.split('<section id="map"')[1].split("</section>")[0]
    dots = set(re.findall(r'<a href="#(e\d+)" aria-label', section))
    rows = set(re.findall(r'<th scope="row"><a href="#(e\d+)"', section))
    assert dots and dots <= rows
    timeline = text.split('<section id="timeline"')[1].split("</section>")[0]
    assert timeline.count("<svg") == timeline.count('class="when">2') == 2


def located_at(name: str, **props: str) -> tuple[float, float] | None:
    statements = [Statement("p", "Place", prop, value, "d") for prop, value in {"name": name, **props}.items()]
    return position(Book(ReportData("t", "", "", entities=[Entity("p", tuple(statements))])), "p")


def test_a_place_is_put_where_it_is_said_to_be_else_where_the_gazetteer_knows_it() -> None:
    assert located_at("Atlantis", latitude="10", longitude="20") == (20.0, 10.0)
    assert located_at("Atlantis") is None and located_at("Atlantis", latitude="91", longitude="0") is None
    assert located_at("Singapore", placeKind="country", country="sg") == country_point("sg")
    for name, country in (("Novosibirsk", "ru"), ("Новосибирск", "ru"), ("重庆", "cn")):
        found = located_at(name, country=country)
        assert found is not None and 70 < found[0] < 120
    assert located_at("Novosibirsk", country="br") is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017", date(2017, 1, 1), date(2017, 12, 31)), ("2017-02", date(2017, 2, 1), date(2017, 2, 28)),
        ("2016-12", date(2016, 12, 1), date(2016, 12, 31)), ("2017-06-22", date(2017, 6, 22), date(2017, 6, 22)),
        ("June", None, None), ("2017-13", None, None), ("", None, None), ("9999", date(9999, 1, 1), None),
    ],
)  # fmt: skip
def test_dates_cut_to_their_precision(text: str, first: date | None, last: date | None) -> None:
    assert day(text) == first and day(text, last=True) == last
