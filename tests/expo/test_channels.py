"""Delegations, invitations, visits, cooperations, consultations through the Python calls."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import pytest
from channel_samples import ANNA, BORIS, DAY, LISTED, consultation, delegations, listed, makers, visit

from dragoman.base.errors import HeldError, UsageError
from dragoman.report.papers.word import docx as docx_of
from dragoman.workspace import Workspace, clearing, open_workspace
from dragoman.workspace.due import due
from dragoman.workspace.noting import move


@pytest.fixture
def hall(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path / "w", create=True)


def words(data: bytes) -> str:
    docx = pytest.importorskip("docx", reason="needs the test extra")
    document = docx.Document(io.BytesIO(data))
    cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_an_invitation_with_a_hit_is_held_released_and_held_again(hall: Workspace) -> None:
    listed(hall)
    clean, hit = delegations(hall)
    good = hall.delegations.invite(clean, "Nano Centre", by=ANNA, expires="2018-09-30")
    assert good.state == "cleared"
    assert "not found in own (" in good.clearance.wording
    held = hall.delegations.invite(hit, "Nano Centre", by=ANNA, expires="2018-09-30")
    assert held.state == "held"
    with pytest.raises(HeldError, match="Vostok Pribor may be Vostok Pribor LLC"):
        hall.delegations.send(held.id, held.clearance, by=ANNA, date="2018-05-02")
    assert hall.delegations.invitation(held.id).steps == (("drafted", ""),)
    clearing.release(hall, held.id, by=BORIS, note="another firm, founded 2017", seen=held.clearance.version)
    freed = hall.delegations.invitation(held.id)
    assert freed.state == "cleared"
    listed(hall, [("r0", "Vostok Pribor LLC", "Company", "BY"), LISTED[1]])  # the list's record changed
    again = hall.delegations.invitation(held.id)
    assert again.state == "held"
    with pytest.raises(HeldError):
        hall.delegations.send(held.id, freed.clearance, by=ANNA, date="2018-05-02")
    clearing.release(hall, held.id, by=BORIS, note="still another firm")
    ready = hall.delegations.invitation(held.id)
    sent = hall.delegations.send(held.id, ready.clearance, by=ANNA, date="2018-05-02")
    assert (sent.state, sent.steps[-1]) == ("sent", ("sent", "2018-05-02"))
    done = hall.delegations.answer(held.id, "accepted", by=ANNA, date="2018-05-20", words="gladly")
    assert done.state == "accepted"
    assert [e.by for e in hall.expo.history(held.id) if e.prop == "invitationState"] == [ANNA] * 3


def test_steps_of_an_invitation_go_their_way_and_not_past_screening(hall: Workspace) -> None:
    clean, _ = delegations(hall)
    draft = hall.delegations.invite(clean, "Nano Centre", by=ANNA, expires="2018-04-30")
    assert draft.state == "not screened"
    with pytest.raises(UsageError, match="expired on 2018-04-30"):
        hall.delegations.send(draft.id, draft.clearance, by=ANNA, date="2018-05-02")
    with pytest.raises(UsageError, match="what can follow is sent or withdrawn"):
        hall.delegations.answer(draft.id, "accepted", by=ANNA, date="2018-04-02")
    for way in (
        lambda: hall.expo.correct(draft.id, "invitationState", "sent", by=ANNA),
        lambda: hall.expo.enter("Invitation", {"invitee": clean, "invitationState": "sent"}, by=ANNA),
        lambda: hall.expo.enter("Introduction", {"consultation": clean, "introduced": "X"}, by=ANNA),
    ):
        with pytest.raises(UsageError, match=r"dragoman (delegation|consultation)"):
            way()


def test_a_delegation_with_its_members_and_the_earlier_ones_of_its_sender(hall: Workspace) -> None:
    clean, hit = delegations(hall)
    found = hall.delegations.show(clean)
    assert found.earlier == (hit,)
    assert [(m.name, m.is_head) for m in found.members] == [("Li Na", True), ("Quiet Waters Ltd", False)]
    assert found.members[1].field == "pumps"
    (pavel,) = hall.delegations.members(hit)
    assert (pavel.name, pavel.body_name, pavel.role, pavel.schema) == ("Pavel Orlov", "Vostok Pribor", "engineer", "Person")
    project = hall.expo.enter("Project", {"name": "Pump of glass", "broughtBy": clean}, by=ANNA)
    assert hall.delegations.show(clean).brought == (project,)


def test_a_visit_with_its_notes_and_promises(hall: Workspace) -> None:
    clean, _ = delegations(hall)
    made = visit(hall, clean)
    found = hall.visits.show(made, "2018-07-01")
    assert [s.caption for s in found.stops] == ["Diamond laboratory", "Warehouse robot", "Reception by the deputy mayor"]
    assert [(p.what, p.state) for p in found.promises] == [("send samples", "open")]
    assert hall.visits.show(made, DAY).promises[0].state == "overdue"
    assert found.captions[found.entity.values("told")[0]] == "Xin Investors"
    assert move(hall, made, "intended", by=ANNA, date="2018-06-15") == "intended"
    with pytest.raises(UsageError, match="comes after 'looked into'"):
        move(hall, made, "looked into", by=ANNA)
    assert move(hall, made, "agreed", by=ANNA, date="2018-10-01") == "agreed"
    assert hall.visits.show(made).steps == (("intended", "2018-06-15"), ("agreed", "2018-10-01"))
    with pytest.raises(UsageError, match="needs somebody"):
        hall.visits.note("Warehouse robot", {}, by=ANNA, next_step="ask for a price")
    with pytest.raises(UsageError, match="nothing to note"):
        hall.visits.note("Warehouse robot", {}, by=ANNA)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("en", ["six presses at work", "Goals of the visitors", "where to produce", "12,000,000 CNY", "overdue", "considering"]),
     ("zh", ["六台压机在运行", "来访方目标", "在哪里生产", "2018年6月14日", "已逾期", "考虑中", "Anna Chen的记录"]),
     ("ru", ["шесть прессов в работе", "Цели гостей", "где производить", "просрочено", "рассматривает", "Запись: Anna Chen"])],
)  # fmt: skip
def test_the_visit_report_is_filled_from_the_records(hall: Workspace, lang: str, expected: list[str]) -> None:
    clean, _ = delegations(hall)
    made = visit(hall, clean)
    paper = hall.visits.report(made, lang, clearing.clear(hall, made), DAY)
    text = words(docx_of(paper))
    for one in (*expected, "10:30", "Xin Investors"):
        assert one in text, one
    other = {"en": "六台压机在运行", "zh": "six presses", "ru": "six presses"}[lang]
    assert other not in text  # the same in another language is said once
    pytest.importorskip("typst", reason="needs the papers extra")
    import pypdfium2

    from dragoman.report.papers.pdf import pdf

    pages = pypdfium2.PdfDocument(pdf(paper))
    told = "".join("".join(p.get_textpage().get_text_range() for p in pages).split())
    assert "".join(expected[0].split()) in told


def test_two_visits_may_each_have_a_stop_of_one_name(hall: Workspace) -> None:
    """The same laboratory is seen by many visitors; within one visit the same stop is entered once."""
    first = visit(hall, delegations(hall)[0])
    second = hall.expo.enter("Visit", {"name": "Another visit", "visitor": "Xin Investors", "host": "Nano Centre"}, by=ANNA)
    there = hall.visits.add_stop(second, {"name": "Diamond laboratory", "stopKind": "laboratory"}, by=ANNA)
    assert [s.id for s in hall.visits.itinerary(second)] == [there]
    assert len([s for s in hall.visits.itinerary(first) if s.caption == "Diamond laboratory"]) == 1
    with pytest.raises(UsageError, match="there is a Stop called 'Diamond laboratory' already"):
        hall.visits.add_stop(second, {"name": "Diamond laboratory"}, by=ANNA)


def test_a_held_visit_has_no_report(hall: Workspace) -> None:
    listed(hall)
    _, hit = delegations(hall)
    made = visit(hall, hit)
    with pytest.raises(HeldError):
        hall.visits.report(made, "en", clearing.clear(hall, made), DAY)
    clearing.release(hall, made, by=BORIS, note="another firm")
    assert "Nano Centre" in words(docx_of(hall.visits.report(made, "en", clearing.clear(hall, made), DAY)))


def test_a_cooperation_is_one_thread(hall: Workspace) -> None:
    clean, _ = delegations(hall)
    seen, rooms = visit(hall, clean), hall.cooperations
    invited = hall.delegations.invite(clean, "Nano Centre", by=ANNA)
    sent = hall.delegations.send(invited.id, invited.clearance, by=ANNA, date="2018-05-02")
    sides = ["Nano Centre", "Xinxiang City Administration"]
    signed = {"name": "Memorandum on diamonds", "party": sides, "stage": "memorandum", "date": "2018-10-20"}
    memo = hall.expo.enter("Agreement", signed, by=ANNA)
    talk = hall.expo.enter(
        "Agreement", {"name": "Talk of a plant", "party": "Nano Centre", "stage": "intention", "date": "2018-06-15"}, by=ANNA
    )
    made = hall.expo.enter(
        "Cooperation", {"name": "Diamonds", "side": ["Nano Centre", "Xinxiang City Administration"]}, by=ANNA
    )
    for record, day in ((memo, ""), (seen, ""), (sent.id, "2018-05-02"), (talk, "")):
        rooms.link(made, record, by=ANNA, date=day)
    rooms.link(made, by=ANNA, kind="report", words="report to investors", date="2018-06-20")
    first = rooms.promise(
        made, ["send the list of sites", "发送场地清单"], "Xinxiang City Administration", by=ANNA, due="2018-07-31"
    )
    rooms.promise(made, "a price", "Nano Centre", by=ANNA, due="2018-12")
    rooms.benefit(made, "jobs", "expected", by=ANNA, value="120")
    rooms.benefit(made, "jobs", "actual", by=BORIS, value="80", date="2020")
    rooms.benefit(made, "taxes", "expected", by=ANNA, amount="1.5 million CNY")
    rooms.benefit(made, "markets", "expected", by=ANNA, words="cutting tools")
    found = rooms.show(made, DAY)
    assert [(s.kind, s.date) for s in found.steps] == [
        ("invitation", "2018-05-02"), ("visit", "2018-06-14"), ("meeting", "2018-06-15"), ("report", "2018-06-20"),
        ("memorandum", "2018-10-20"),
    ]  # fmt: skip
    assert [(p.what, p.state) for p in found.promises] == [
        ("send samples", "overdue"), ("send the list of sites", "overdue"), ("a price", "open"),
    ]  # fmt: skip
    jobs, taxes, markets = found.balances
    assert (jobs.expected, jobs.actual, jobs.difference) == (120, 80, -40)
    assert (taxes.expected, taxes.unit, taxes.difference) == (Decimal("1500000"), "CNY", None)
    assert markets.words == ("expected: cutting tools",)
    kept = rooms.settle("list of sites", "kept", by=BORIS, date="2018-08-02", words="by letter")
    assert (kept.id, kept.state, kept.settled) == (first, "kept", "2018-08-02")
    assert [p.state for p in rooms.show(made, "2018-08-01").promises] == ["overdue", "overdue", "open"]  # before it was kept
    with pytest.raises(UsageError, match="kept since 2018-08-02"):
        rooms.settle(first, "dropped", by=ANNA)


def test_what_is_due(hall: Workspace) -> None:
    clean, _ = delegations(hall)
    visit(hall, clean)
    hall.expo.enter("Stop", {"name": "Signing", "visit": "Visit to the Nano Centre", "nextStep": "print it", "owner": "Li Na",
                             "due": "2018-08"}, by=ANNA)  # fmt: skip
    hall.delegations.invite(clean, "Nano Centre", by=ANNA, expires="2018-09-30")
    rows = due(hall, DAY)
    assert [(r.kind, r.date, r.state, r.owner) for r in rows] == [
        ("promise", "2018-07-15", "overdue", "Li Na"), ("next step", "2018-08", "overdue", "Li Na"),
        ("invitation", "2018-09-30", "open", "Nano Centre"),
    ]  # fmt: skip
    assert [r.state for r in due(hall, "2018-08-31")] == ["overdue", "open", "open"]  # the month is not over
    assert len(due(hall, DAY, days=20)) == 2
    hall.cooperations.settle("print it", "kept", by=ANNA, date="2018-08-30")
    assert [r.kind for r in due(hall, DAY)] == ["promise", "invitation"]
    assert len(due(hall, DAY, settled=True)) == 3


def test_a_shortlist_across_languages_with_reasons(hall: Workspace) -> None:
    listed(hall)
    makers(hall)
    asked = consultation(hall)
    found, unknown = hall.consultations.shortlist(asked)
    assert unknown == []
    assert {f.name: f.held for f in found} == {"Institute of Photonics": False, "Институт оптики": False, "Vostok Pribor": True}
    first = found[0]
    assert first.name == "Institute of Photonics"
    assert {r.name for r in first.score.reasons} == {"field", "words", "place", "offers"}
    assert all(hall.store.statement(s).evidence for f in found for r in f.score.reasons for s in r.evidence)
    russian = next(f for f in found if f.name == "Институт оптики")
    assert (russian.trl, russian.countries) == (7, ("ru",))
    assert any(r.name == "field" and r.detail == "lasers" for r in russian.score.reasons)
    projects, _ = hall.consultations.shortlist(consultation(hall, name="Projects", partnerKind="project", trl="6"))
    assert [(p.name, p.limits) for p in projects] == [("Laser welding of hulls", ("unripe", "single"))]


def test_a_region_is_a_country_a_region_of_the_world_or_a_group_on_record(hall: Workspace) -> None:
    makers(hall)
    hall.expo.enter("CountryGroup", {"name": "Amber League", "member": ["China", "Poland"]}, by=ANNA)
    names = lambda region: {f.name for f in hall.consultations.shortlist(consultation(hall, name=region, region=region))[0]}  # noqa: E731
    assert names("Amber League") == {"西部激光研究所"}
    assert names("中国") == {"西部激光研究所"}
    assert names("Belarus and China") == {"Institute of Photonics", "西部激光研究所"}
    found, unknown = hall.consultations.shortlist(consultation(hall, name="Nowhere", region="Atlantis"))
    assert unknown == ["Atlantis"]
    assert len(found) == 4  # it left nobody out


def test_a_consultation_with_memo_introduction_and_outcome(hall: Workspace) -> None:
    listed(hall)
    makers(hall)
    asked, room = consultation(hall), hall.consultations
    room.choose(asked, ["Institute of Photonics", "Vostok Pribor"], by=ANNA)
    other = "Institute of Photonics"
    made = room.introduce(asked, other, room.clear(asked, other), by=ANNA, date="2018-07-01", state="planned")
    assert room.introduce(asked, other, room.clear(asked, other), by=ANNA, date="2018-07-03") == made
    room.answered(made, "answered", by=BORIS, date="2018-07-09", words="will send samples")
    with pytest.raises(HeldError, match="Vostok Pribor"):
        room.introduce(asked, "Vostok Pribor", room.clear(asked, "Vostok Pribor"), by=ANNA)
    with pytest.raises(UsageError, match="does not cover"):  # a clearance of another matter opens nothing
        room.introduce(asked, "Vostok Pribor", room.clear(asked, "Institute of Photonics"), by=ANNA)
    room.outcome(asked, ["two sets ordered", "заказаны два комплекта"], by=ANNA)
    for lang, expected in {
        "en": "Field in common: lasers and optics",
        "zh": "共同领域：激光与光学",
        "ru": "Общая область: лазеры и оптика",
    }.items():
        text = words(docx_of(room.memo(asked, lang, room.clear(asked), DAY)))
        assert expected in text
        assert "will send samples" in text
        assert "Vostok" not in text  # held: in no paper
        assert ("заказаны два комплекта" in text) == (lang == "ru")
    clearing.release(hall, [asked, hall.expo.find("Vostok Pribor")], by=BORIS, note="another firm")
    assert "Vostok" in words(docx_of(room.memo(asked, "en", room.clear(asked), DAY)))


def test_military_end_use_is_never_introduced_nor_written_up(hall: Workspace) -> None:
    makers(hall)
    room = hall.consultations
    for n, said in enumerate(
        ({"endUse": "military"}, {"question": "Lasers for guiding missiles?"}, {"question": "用于军队的激光"})
    ):
        asked = consultation(hall, name=f"Question {n}", **said)
        clearance = room.clear(asked, "Institute of Photonics")
        assert clearance.held
        assert not clearance.liftable
        for way in (
            lambda: room.introduce(asked, "Institute of Photonics", clearance, by=ANNA),  # noqa: B023
            lambda: room.memo(asked, "en", room.clear(asked), DAY),  # noqa: B023
            lambda: clearing.release(hall, clearance.matter, by=ANNA, note="please"),  # noqa: B023
        ):
            with pytest.raises(HeldError, match="military end use"):
                way()
        assert all(f.held for f in room.shortlist(asked)[0])
        assert room.introductions(asked) == []


def test_a_sheet_with_a_person_and_a_body_in_a_row_tells_one_member_a_row(hall: Workspace, tmp_path: Path) -> None:
    sheet = tmp_path / "delegation.csv"
    sheet.write_text(
        "Delegation,Name,Organisation,Post,Country\n"
        "Harbour delegation,Wang Hai,Harbour Authority,director,China\n"
        "Harbour delegation,Пётр Рогов,ООО «Кама Депо»,инженер,Россия\n"
        "Harbour delegation,,Institute of Acoustics,,Belarus\n",
        encoding="utf-8",
    )
    hall.documents.read([sheet])
    found = hall.delegations.members("Harbour delegation")
    assert {(m.name, m.body_name, m.role) for m in found} == {
        ("Wang Hai", "Harbour Authority", "director"),
        ("Пётр Рогов", "ООО «Кама Депо»", "инженер"),
        ("Institute of Acoustics", "", ""),
    }
    parties = [p.name for p in clearing.clear(hall, hall.delegations.find("Harbour delegation")).parties]
    assert {"Harbour Authority", "ООО «Кама Депо»"} <= set(parties)


def test_a_region_is_called_in_each_language_by_its_first_names() -> None:
    from dragoman.expo import regions
    from dragoman.workspace.paper_words import placed

    assert placed("Eastern Europe") == {"en": "Eastern Europe", "zh": "东欧", "ru": "Восточная Европа"}
    assert placed("юго-восточная азия") == {"en": "Southeast Asia", "zh": "东南亚", "ru": "Юго-Восточная Азия"}
    assert placed("中东") == "中东" and regions.countries_of("中东") == regions.countries_of("West Asia")
    assert placed("Atlantis") == "Atlantis"
