"""iCalendar: read back by a reader of our own: folding, escapes, ids that stay, the zone's offsets."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import paper_samples as samples
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.base.errors import UnknownName
from dragoman.model.schema import LANGUAGES
from dragoman.report.papers.content import Entry, Programme
from dragoman.report.papers.ics import icalendar

Lines = list[tuple[str, str, str]]


def read(text: str) -> Lines:
    """Name, parameters and value of each line, unfolded and unescaped; fails on a line over 75 bytes or a bare line end."""
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode("utf-8")) <= 75 for line in text.split("\r\n"))
    out = []
    for line in text.replace("\r\n ", "").split("\r\n")[:-1]:
        head, _, value = line.partition(":")
        name, _, parameters = head.partition(";")
        for written, meant in (("\\n", "\n"), ("\\,", ","), ("\\;", ";"), ("\\\\", "\\")):
            value = value.replace(written, meant)
        out.append((name, parameters, value))
    return out


def events(lines: Lines) -> list[dict[str, str]]:
    """The items as name and value."""
    out: list[dict[str, str]] = []
    inside = False
    for name, _, value in lines:
        if (name, value) == ("BEGIN", "VEVENT"):
            out, inside = [*out, {}], True
        inside = inside and (name, value) != ("END", "VEVENT")
        if inside and name != "BEGIN":
            out[-1][name] = value
    return out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_item_comes_back(lang: str) -> None:
    plan = samples.programme()
    found = {e["UID"]: e for e in events(read(icalendar(plan, lang)))}
    assert len(found) == len(plan.entries)
    told = {(e["SUMMARY"], e["DTSTART"], e["DTEND"], e["LOCATION"]) for e in found.values()}
    wanted = {
        (e.title[lang], f"{e.start:%Y%m%dT%H%M%S}", f"{e.end:%Y%m%dT%H%M%S}", e.place[lang]) for e in plan.entries
    }  # fmt: skip
    assert told == wanted
    assert [e["STATUS"] for e in found.values()].count("CANCELLED") == 1


def test_an_item_keeps_its_id_when_it_is_moved_renamed_or_translated() -> None:
    plan = samples.programme(3)
    moved = replace(plan.entries[0], title="Another name", start=plan.entries[0].start + timedelta(hours=1))
    later = replace(plan, entries=(moved, *plan.entries[1:]), version=1)
    before, after = events(read(icalendar(plan, "zh"))), events(read(icalendar(later, "ru")))
    assert {e["UID"] for e in before} == {e["UID"] for e in after}
    assert {e["SEQUENCE"] for e in before} == {"0"} and {e["SEQUENCE"] for e in after} == {"1"}
    other = replace(plan, key="another edition")
    assert not {e["UID"] for e in before} & {e["UID"] for e in events(read(icalendar(other)))}


def test_the_same_programme_gives_the_same_file() -> None:
    assert icalendar(samples.programme()) == icalendar(samples.programme())
    stamped = icalendar(samples.programme(), made=datetime(2017, 6, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai")))
    assert "DTSTAMP:20170601T040000Z" in stamped


def offset(lines: Lines, moment: datetime) -> timedelta:
    """The offset a calendar would take for a wall-clock time from the observances in the file."""
    found: list[tuple[str, str]] = []
    start = ""
    for name, _, value in lines:
        if name == "DTSTART" and len(value) == 15 and not start:
            start = value
        if name == "TZOFFSETTO":
            found.append((start, value))
            start = ""
        if (name, value) == ("END", "VTIMEZONE"):
            break
    valid = [o for s, o in sorted(found) if s <= f"{moment:%Y%m%dT%H%M%S}"]
    sign = -1 if valid[-1][0] == "-" else 1
    return sign * timedelta(hours=int(valid[-1][1:3]), minutes=int(valid[-1][3:5]))


@pytest.mark.parametrize(
    "zone", ["Asia/Shanghai", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe"]
)
def test_times_are_those_of_the_zone_in_summer_and_winter(zone: str) -> None:
    moments = [datetime(2017, month, 3, 9) for month in range(1, 13)] + [datetime(2018, 4, 5, 9)]
    entries = tuple(Entry(str(n), m, m + timedelta(hours=1), f"Item {n}") for n, m in enumerate(moments))
    lines = read(icalendar(Programme("E", entries, zone=zone)))
    for moment in moments:
        assert offset(lines, moment) == moment.replace(tzinfo=ZoneInfo(zone)).utcoffset(), moment


def test_the_change_of_the_clocks_is_named_to_the_minute() -> None:
    entries = tuple(Entry(str(m), datetime(2017, m, 1, 9), datetime(2017, m, 1, 10), "x") for m in (1, 12))
    text = icalendar(Programme("E", entries, zone="Europe/Berlin"))
    assert "DTSTART:20170326T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST" in text
    assert "DTSTART:20171029T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET" in text


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(UnknownName, match="Mars"):
        icalendar(Programme("E", (), zone="Mars/Olympus"))


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=300))
def test_any_title_survives_folding_and_escapes(title: str) -> None:
    wanted = " ".join(
        "".join(c for c in title if c not in "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff").split()
    )
    when = datetime(2017, 6, 22, 9, tzinfo=UTC).replace(tzinfo=None)
    found = events(read(icalendar(Programme("E", (Entry("1", when, when, title.replace("\\", "/")),)))))
    assert found[0].get("SUMMARY", "") == wanted.replace("\\", "/")


def test_an_independent_reader_agrees() -> None:
    reader = pytest.importorskip("icalendar", reason="an independent reader of calendars is not installed")
    found = reader.Calendar.from_ical(icalendar(samples.programme(), "zh")).walk("VEVENT")
    assert len(found) == 24 and str(found[0]["SUMMARY"]) == samples.TITLES[0]["zh"] + " 1"
