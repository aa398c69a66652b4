"""The programme: items of events, clashes, released versions that stay as they were."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.base.errors import UsageError
from dragoman.expo.programme import Item, changes, clashes, days, next_version, read, written
from dragoman.workspace import Workspace, open_workspace

ANNA = "Anna Chen"


def item(key: str, start: str, end: str, room: str = "", *speakers: str) -> Item:
    day = "2019-06-14T"
    return Item(
        key, key, day + start, day + end, {"en": key}, room={"en": room}, speakers=tuple((s, {"en": s}) for s in speakers)
    )


def test_items_that_share_a_room_or_a_speaker_clash_and_a_common_border_is_none() -> None:
    found = clashes([
        item("a", "09:00", "10:00", "Room 2", "Li"), item("b", "09:30", "11:00", "room 2"),
        item("c", "10:00", "11:00", "Hall", "Li"),
        item("d", "10:30", "12:00", "Foyer", "Li"), item("e", "09:00", "12:00", "Yard"),
        item("f", "11:00", "12:00", "Room 2"),
    ])  # fmt: skip
    assert [(c.kind, c.left.key, c.right.key if c.right else "") for c in found] == [("room", "a", "b"), ("speaker", "c", "d")]
    assert str(found[0]) == (
        "the same room at one time, Room 2: a (2019-06-14 09:00 to 10:00) and b (2019-06-14 09:30 to 11:00)"
    )
    outside = clashes([item("a", "09:00", "10:00")], "2019-06-15", "2019-06-18")
    assert [c.kind for c in outside] == ["day"]


def test_an_event_of_several_days_is_an_item_on_each() -> None:
    made = days("2019-06-14", "2019-06-16", "10:00", "18:00")
    assert [m[0] for m in made] == ["2019-06-14T10:00", "2019-06-15T10:00", "2019-06-16T10:00"]
    assert days("2019-06-14", "", "22:00", "01:00") == [("2019-06-14T22:00", "2019-06-15T01:00")]
    assert days("2019-06", "", "10:00", "") == [] == days("2019-06-14", "", "", "")


def test_a_version_tells_what_it_changes() -> None:
    old = [item("a", "09:00", "10:00", "R1"), item("b", "10:00", "11:00", "R1", "Li"), item("c", "11:00", "12:00")]
    draft = [item("a", "09:30", "10:30", "R2"), item("b", "10:00", "11:00", "R1", "Wu"), item("d", "13:00", "14:00")]
    made = next_version(old, draft)
    told = [(c.kind, c.item.key, c.before, c.after) for c in changes(old, made)]
    assert told == [
        ("moved", "a", "2019-06-14 09:00 to 10:00", "2019-06-14 09:30 to 10:30"), ("room", "a", "R1", "R2"),
        ("people", "b", "Li", "Wu"), ("cancelled", "c", "", ""), ("new", "d", "", ""),
    ]  # fmt: skip
    again = next_version(made, old)
    assert [(c.kind, c.item.key) for c in changes(made, again) if c.kind in ("back", "cancelled")] == [
        ("back", "c"), ("cancelled", "d")
    ]  # fmt: skip
    assert [read(written(i)) for i in made] == made


@pytest.fixture
def hall(tmp_path: Path) -> Workspace:
    made = open_workspace(tmp_path / "w", create=True)
    expo = made.expo
    expo.enter("Expo", {"name": "Tidal Fair"}, by=ANNA)
    expo.enter(
        "Edition", {"name": "Tidal Fair 3", "startDate": "2019-06-14", "endDate": "2019-06-17"}, by=ANNA, of="Tidal Fair"
    )
    expo.enter("Hall", {"name": "Hall A"}, by=ANNA, of="Tidal Fair 3")
    forum = {
        "name": ["Forum on sonar", "声呐论坛", "Форум по гидролокации"], "startDate": "2019-06-14", "startTime": "09:30",
        "endTime": "11:00", "room": "Room 2", "speaker": ["Li Wei", "Olga Orlova"], "theme": "depth",
    }  # fmt: skip
    expo.enter("Forum", forum, by=ANNA, of="Tidal Fair 3")
    expo.enter("Delegation", {"name": "Minsk delegation", "sender": "Minsk City Council"}, by=ANNA, of="Tidal Fair 3")
    release = {
        "name": "Release of lasers", "startDate": "14 June 2019", "startTime": "10.30", "endTime": "12:00", "room": "room 2",
        "stagedBy": "Minsk delegation",
    }  # fmt: skip
    expo.enter("Release", release, by=ANNA, of="Tidal Fair 3")
    side = {
        "name": "Night of start-ups", "eventKind": "side event", "startDate": "2019-06-15", "startTime": "19:00",
        "organizer": "Harbour Club",
    }  # fmt: skip
    expo.enter("Event", side, by=ANNA, of="Tidal Fair 3")
    expo.enter("Event", {"name": "Talent meeting", "eventKind": "人才交流会"}, by=ANNA, of="Tidal Fair 3")
    return made


def test_the_draft_is_made_of_the_events_of_an_edition(hall: Workspace) -> None:
    draft = hall.programmes.draft(hall.expo.edition("Tidal Fair 3"))
    assert [(i.named, i.kind, i.start[5:]) for i in draft.items] == [
        ("Forum on sonar", "forum", "06-14T09:30"), ("Release of lasers", "release", "06-14T10:30"),
        ("Night of start-ups", "side event", "06-15T19:00"),
    ]  # fmt: skip
    assert draft.items[0].title["zh"] == "声呐论坛"
    assert [w["en"] for _, w in draft.items[0].speakers] == ["Li Wei", "Olga Orlova"]
    assert [w["en"] for _, w in draft.items[1].by] == ["Minsk delegation"]
    assert [c.kind for c in draft.clashes] == ["room"]
    assert len(draft.unplaced) == 1 and draft.unplaced[0].startswith("Talent meeting: no day")


def test_a_released_version_stays_as_it_was(hall: Workspace) -> None:
    edition, expo = hall.expo.edition("Tidal Fair 3"), hall.expo
    assert hall.programmes.released(edition).version == 0
    first = hall.programmes.release(edition, by=ANNA)
    assert (first.version, len(first.items), first.by) == (1, 3, ANNA)
    with pytest.raises(UsageError, match="nothing changed"):
        hall.programmes.release(edition, by=ANNA)
    expo.correct(expo.find("Release of lasers"), "startTime", "11:30", by=ANNA)
    expo.correct(expo.find("Night of start-ups"), "startTime", by=ANNA)  # no hour any more: it is taken off
    second = hall.programmes.release(edition, by="Boris Orlov", note="lasers later")
    assert [(c.kind, c.item.named) for c in second.changes] == [
        ("moved", "Release of lasers"),
        ("cancelled", "Night of start-ups"),
    ]
    assert hall.programmes.released(edition, 1).items == first.items
    assert [(v.version, v.by) for v in hall.programmes.versions(edition)] == [(1, ANNA), (2, "Boris Orlov")]
    assert hall.programmes.draft(edition).clashes == ()
    with pytest.raises(UsageError, match="version 7"):
        hall.programmes.released(edition, 7)
    assert hall.store.check() == []


def test_hours_rooms_and_zones_are_checked(hall: Workspace) -> None:
    with pytest.raises(UsageError, match="no hour"):
        hall.expo.enter("Forum", {"name": "A", "startTime": "half past nine"}, by=ANNA, of="Tidal Fair 3")
    with pytest.raises(UsageError, match="no time zone"):
        hall.expo.correct(hall.expo.edition("Tidal Fair 3"), "timeZone", "Asia/Tomorrow", by=ANNA)
    with pytest.raises(UsageError, match="none of its choices"):
        hall.expo.enter("Event", {"name": "A", "eventKind": "revel"}, by=ANNA, of="Tidal Fair 3")


def test_items_survive_as_json(hall: Workspace) -> None:
    draft = hall.programmes.draft(hall.expo.edition("Tidal Fair 3"))
    assert json.loads(written(draft.items[0]))["title"]["ru"] == "Форум по гидролокации"
