"""Papers of an edition: every kind in three languages, only what was let out, nobody on whom a hold stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fair_samples import ANNA, EDITION, listed, made

from dragoman.base.errors import HeldError, UsageError
from dragoman.workspace import Workspace, clearing
from dragoman.workspace.clearing import clear
from dragoman.workspace.paper_kinds import Made, PaperOf

LANGS = ("en", "zh", "ru")


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The edition with three of its four exhibitors let out."""
    workspace = made(tmp_path_factory.mktemp("fair") / "w")
    find, publish = workspace.expo.find, workspace.publishing.publish
    publish([find("Tidal Fair"), find(EDITION)], by=ANNA)
    publish([find(n) for n in ("Rover Co. Ltd", "Harbour Institute", "Vostok Pribor LLC", "Sphere robot")], by=ANNA)
    publish([find(EDITION)], ["figure:exhibitors", "figure:countries"], by=ANNA)
    return workspace


def paper(hall: Workspace, kind: str, lang: str = "en", form: str = "", record: str = EDITION) -> Made:
    found = PaperOf(hall, kind, hall.expo.find(record))
    return found.make(clear(hall, found.matter()), lang, form)


def squeezed(text: str) -> str:
    """Without spaces: a reader finds some between Chinese and Latin letters, where the page has a thin gap."""
    return re.sub(r"\s+", "", text)


class Text(str):
    """What stands on pages, looked into without regard to spaces."""

    def __contains__(self, words: object) -> bool:
        return squeezed(str(words)) in squeezed(str(self))


def pages(data: bytes) -> Text:
    """The text of a PDF as another library reads it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    return Text(text)


needs_papers = pytest.mark.usefixtures("papers_extra")


@pytest.fixture
def papers_extra() -> None:
    pytest.importorskip("typst", reason="needs the extra: pip install 'dragoman[papers]'")


@needs_papers
@pytest.mark.parametrize("lang", LANGS)
def test_the_programme_is_the_released_version_in_each_language(hall: Workspace, lang: str) -> None:
    text = pages(paper(hall, "programme", lang).data)
    title = {"en": "Forum on sonar", "zh": "声呐论坛", "ru": "Форум по гидролокации"}
    assert all(t in text for t in title.values())  # its own first, the others below
    room = {"en": "Room 2", "zh": "2号会议室", "ru": "Комната 2"}[lang]
    assert room in text and {"en": "Side event", "zh": "配套活动", "ru": "Сопутствующее мероприятие"}[lang] in text
    assert "09:30–11:00" in text and "19:00" in text
    assert {"en": "Theme: Hearing under water", "zh": "主题：水下听觉", "ru": "Тема: Слышать под водой"}[lang] in text
    assert {"en": "Projects: Femtosecond source; Laser", "zh": "项目：飞秒光源；激光", "ru": "Проекты: Femtosecond source"}[
        lang
    ] in text
    assert {"en": "Results: Two joint surveys", "zh": "成果：商定两次", "ru": "Результаты: Согласованы две"}[lang] in text
    assert {"en": "15 June 2019", "zh": "2019年6月15日", "ru": "15 июня 2019"}[lang] in text
    assert paper(hall, "programme", lang, "docx").data[:2] == b"PK"


@needs_papers
@pytest.mark.parametrize("lang", LANGS)
def test_the_directory_shows_only_who_was_let_out(hall: Workspace, lang: str) -> None:
    text = pages(paper(hall, "directory", lang).data)
    assert {"en": "Rover Co. Ltd", "zh": "罗孚有限公司", "ru": "ООО «Ровер»"}[lang] in text
    assert "Sphere robot" in text and {"en": "TRL 7", "zh": "技术成熟度 7", "ru": "УГТ 7"}[lang] in text and "A-1" in text
    for hidden in ("Lancet", "兰塞特", "Ланцет", "Sonar", "example.org", "Petrov"):  # nobody let these out
        assert hidden not in text, hidden


def test_fields_posts_and_countries_are_told_in_the_language_of_the_paper(tmp_path: Path) -> None:
    from dragoman.report.papers.flow import Writing
    from dragoman.workspace.paper_edition import EditionPapers

    hall = made(tmp_path / "w")
    find = hall.expo.find
    hall.expo.correct(find("Li Wei"), "position", "", by=ANNA)
    post = {"employee": "Li Wei", "employer": "Harbour Institute", "role": ["head of laboratory", "实验室主任"]}
    hall.expo.enter("Employment", post, by=ANNA)
    let_out = [find(EDITION), find("Li Wei"), find("Olga Orlova")]
    let_out += [i for what in ("exhibitors", "exhibits") for i in hall.publishing.each(find(EDITION), what)]
    hall.publishing.publish(let_out, by=ANNA)
    hall.publishing.withdraw([find("Olga Orlova")], ["position"], by="Olga Orlova")
    papers, zh = EditionPapers(hall, find(EDITION)), Writing("zh")
    found = {zh.plain(e.name): e for e in papers.directory(clear(hall, papers.published())).exhibitors}
    institute, company = found["海港研究所"], found["兰塞特公司"]
    assert [zh.plain(p.role) for p in institute.people] == ["实验室主任"]
    assert [p.role for p in company.people] == [""]  # she keeps it to herself
    assert [zh.plain(f) for f in (*company.fields, *institute.fields)] == ["激光与光学", "acoustics"]
    page = paper(hall, "public", "zh").data.decode()
    assert "白俄罗斯" in page and "Belarus" not in page


def test_a_paper_of_the_wrong_record_or_figure_is_refused(tmp_path: Path) -> None:
    hall = made(tmp_path / "w")
    for kind, record, of in (
        ("memo", EDITION, "Consultation"),
        ("visit-report", "Lancet LLC", "Visit"),
        ("public", "Li Wei", "Edition or Expo"),
    ):
        with pytest.raises(UsageError, match=f"a paper of {of}"):
            paper(hall, kind, record=record)
    with pytest.raises(UsageError, match="no figure 'nonsense'"):
        hall.publishing.publish([hall.expo.find(EDITION)], ["figure:nonsense"], by=ANNA)


def test_an_organiser_is_told_what_a_paper_does_not_show_yet(tmp_path: Path) -> None:
    hall = made(tmp_path / "w")
    assert "no exhibitor is published" in paper(hall, "floor-plan").notes[0]
    assert paper(hall, "calendar").notes == ()
    hall.expo.correct(hall.expo.find("Forum on sonar"), "startTime", "09:45", by=ANNA)
    assert paper(hall, "calendar").notes[0].startswith("1 change since the programme was released")


def test_the_ending_of_a_file_tells_the_form_of_a_paper(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from dragoman.cli.commands import dragoman

    made(tmp_path / "w")

    def run(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(dragoman, ["paper", *words, "-w", str(tmp_path / "w")])
        return done.exit_code, done.output + str(done.exception or "")

    out = tmp_path / "p.docx"
    assert run("programme", EDITION, "--out", str(out))[0] == 0 and out.read_bytes()[:2] == b"PK"
    assert "a paper is no .xyz" in run("programme", EDITION, "--out", str(tmp_path / "p.xyz"))[1]
    assert "goes not into a .docx" in run("programme", EDITION, "--format", "pdf", "--out", str(out))[1]
    assert "a calendar has no form 'docx'" in run("calendar", EDITION, "--out", str(out))[1]


@needs_papers
@pytest.mark.parametrize("lang", LANGS)
def test_badges_bear_names_and_codes_that_scan(hall: Workspace, lang: str) -> None:
    zxing = pytest.importorskip("zxingcpp")
    import pypdfium2

    data = paper(hall, "badges", lang).data
    text = pages(data)
    for name in ("Viktor Kim", "Wu Fang", "Zhao Min", "Minsk City Council"):
        assert name in text
    page = pypdfium2.PdfDocument(data)[0].render(scale=4).to_pil()
    cards = [c.text for c in zxing.read_barcodes(page)]
    assert len(cards) == 8
    # two of the exhibitors' people speak: their badges say so
    people = {re.search(r"FN:(.*?)\r?\n", c)[1] for c in cards}  # type: ignore[index]
    called = {"Ivan Petrov", "Li Wei", "Olga Orlova", "Pavel Orlov"} if lang != "zh" else {"伊万·彼得罗夫", "李伟"}
    assert called <= people
    assert not any("EMAIL" in c for c in cards)


def test_an_address_stands_on_a_badge_where_its_owner_let_it_out(tmp_path: Path) -> None:
    from dragoman.workspace.paper_edition import EditionPapers

    hall = made(tmp_path / "w")
    hall.publishing.publish([hall.expo.find("Ivan Petrov")], ["email"], by="Ivan Petrov")
    papers = EditionPapers(hall, hall.expo.find(EDITION))
    found = {b.name["en"]: b for b in papers.badges(clear(hall, papers.badged())).badges}
    assert (found["Ivan Petrov"].email, found["Pavel Orlov"].email) == ("a-1@example.org", "")
    kinds = {name: (b.kind, dict(b.organisation or {}).get("en", ""), b.stand) for name, b in found.items()}  # type: ignore[arg-type]
    assert kinds["Ivan Petrov"] == ("exhibitor", "Rover Co. Ltd", "A-1")
    assert kinds["Li Wei"] == ("speaker", "Harbour Institute", "A-2")  # one badge, though he also exhibits
    assert kinds["Viktor Kim"] == ("delegate", "Minsk City Council", "")
    assert kinds["Zhao Min"][0] == "interpreter"


@pytest.mark.parametrize("lang", LANGS)
def test_the_floor_plan_names_who_was_let_out_and_leaves_the_others_as_stands(hall: Workspace, lang: str) -> None:
    text = paper(hall, "floor-plan", lang).data.decode()
    assert {"en": "Rover Co. Ltd", "zh": "罗孚有限公司", "ru": "ООО «Ровер»"}[lang] in text
    assert "Lancet" not in text and "兰塞特" not in text
    assert {"en": "Stand B-1: Given away", "zh": "B-1 号展位：已分配", "ru": "Стенд B-1: Занят"}[lang].replace(
        " ", ""
    ) in squeezed(text)
    assert {"en": "Hall A", "zh": "A馆", "ru": "Зал А"}[lang] in text


@pytest.mark.parametrize("lang", LANGS)
def test_the_calendar_has_each_item_once_with_its_room(hall: Workspace, lang: str) -> None:
    calendars = pytest.importorskip("icalendar")
    data = paper(hall, "calendar", lang).data
    events = calendars.Calendar.from_ical(data).walk("VEVENT")
    assert len(events) == 5
    first = next(e for e in events if e["DTSTART"].dt.isoformat() == "2019-06-14T09:30:00+08:00")
    assert str(first["SUMMARY"]) == {"en": "Forum on sonar", "zh": "声呐论坛", "ru": "Форум по гидролокации"}[lang]
    assert first["SEQUENCE"] == 1
    told = {
        "en": "Theme: Hearing under water\nResults: Two joint",
        "zh": "主题：水下听觉\n成果：商定",
        "ru": "Тема: Слышать под",
    }
    assert told[lang] in str(first["DESCRIPTION"])


@pytest.mark.parametrize("lang", LANGS)
def test_the_public_page_holds_what_was_let_out(hall: Workspace, lang: str) -> None:
    page = paper(hall, "public", lang).data.decode()
    assert {"en": "Depth and light", "zh": "深度与光明", "ru": "Глубина и свет"}[lang] in page
    assert {"en": "Hearing under water", "zh": "水下听觉", "ru": "Слышать под водой"}[lang] in page
    assert {"en": "Projects: Femtosecond", "zh": "项目：飞秒光源", "ru": "Femtosecond source"}[lang] in page
    assert {"en": "Two joint surveys", "zh": "商定两次联合", "ru": "Согласованы две"}[lang] in page
    assert "Institute of Naval Defence" in page  # a supporting unit is always shown
    assert {"en": "exhibitors", "zh": "参展商", "ru": "экспоненты"}[lang] in page
    for never in ("Lancet", "@example.org", "Petrov", "held", "own:r0"):
        assert never not in page, never


def test_a_record_that_was_withdrawn_is_gone_at_once_and_a_single_field_too(tmp_path: Path) -> None:
    hall = made(tmp_path / "w")
    find, publishing = hall.expo.find, hall.publishing
    with pytest.raises(UsageError, match="is not published"):
        paper(hall, "public")
    publishing.publish([find(EDITION), *publishing.each(find(EDITION), "exhibitors")], by=ANNA)
    assert "Lancet" in paper(hall, "public").data.decode()
    publishing.withdraw([find("Lancet LLC")], by="Olga Orlova", note="we are not coming")
    publishing.withdraw([find("Rover Co. Ltd")], ["website"], by="Ivan Petrov")
    page = paper(hall, "public").data.decode()
    assert "Lancet" not in page and "Rover" in page and "a-1.example" not in page and "a-2.example" in page
    assert [(d["verdict"], d["by"]) for d in publishing.told(find("Lancet LLC"))] == [
        ("published", ANNA), ("withdrawn", "Olga Orlova")
    ]  # fmt: skip
    with pytest.raises(UsageError, match="never published"):
        publishing.publish([find("Rover Co. Ltd")], ["topics"], by=ANNA)
    with pytest.raises(UsageError, match="nobody is named"):
        publishing.publish([find("Rover Co. Ltd")], by=" ")


def test_who_is_held_is_left_out_and_named_to_the_organiser_alone(tmp_path: Path) -> None:
    hall = made(tmp_path / "w")
    listed(hall)
    find = hall.expo.find
    hall.publishing.publish([find(EDITION), *hall.publishing.each(find(EDITION), "exhibitors")], by=ANNA)
    done = paper(hall, "public")
    page = done.data.decode()
    assert "Vostok" not in page and "Rover" in page and "Institute of Naval Defence" in page
    assert [hall.store.captions(done.held)[k] for k in done.held] == ["Vostok Pribor LLC"]
    assert "open hit" in next(iter(done.held.values()))[0]
    clearing.release(hall, find("Vostok Pribor LLC"), by="Boris Orlov", note="another firm, by its number")
    assert "Vostok" in paper(hall, "public").data.decode()  # a named person let it out


def test_a_released_project_of_a_held_developer_stands_on_no_programme(tmp_path: Path) -> None:
    from dragoman.workspace.paper_edition import EditionPapers

    hall = made(tmp_path / "w")
    hall.expo.correct(hall.expo.find("Laser cleaning"), "developer", "Vostok Pribor LLC", by=ANNA)
    listed(hall)
    papers = EditionPapers(hall, hall.expo.find(EDITION))
    plan = papers.programme(clear(hall, [papers.id, *papers.speakers()]))
    assert [p["en"] for e in plan.entries for p in e.projects] == ["Femtosecond source"]  # type: ignore[index]


@needs_papers
@pytest.mark.parametrize("lang", LANGS)
def test_reports_and_memos_come_by_the_same_call_and_not_where_a_hold_stands(tmp_path: Path, lang: str) -> None:
    hall = made(tmp_path / "w")
    visit = {
        "name": ["Visit to the institute", "访问研究所", "Визит в институт"],
        "visitor": "Rover Co. Ltd",
        "startDate": "2019-06-18",
    }
    hall.expo.enter("Visit", visit | {"host": "Harbour Institute", "endDate": "2019-06-18"}, by=ANNA)
    stop = {"name": "Basin", "visit": "Visit to the institute", "seen": "A sonar that hears a seal at 3 km"}
    hall.expo.enter("Stop", stop, by=ANNA)
    asked = {"name": "Partners for a foundry", "client": "Rover Co. Ltd", "question": "Who casts titanium?"}
    hall.expo.enter("Consultation", asked, by=ANNA)
    text = pages(paper(hall, "visit-report", lang, record="Visit to the institute").data)
    assert {"en": "Visit to the institute", "zh": "访问研究所", "ru": "Визит в институт"}[lang] in text
    assert "A sonar that hears a seal at 3 km" in text
    assert "Who casts titanium?" in pages(paper(hall, "memo", lang, record="Partners for a foundry").data)
    hall.expo.correct(hall.expo.find("Visit to the institute"), "host", "Vostok Pribor LLC", by=ANNA)
    listed(hall)
    with pytest.raises(HeldError):
        paper(hall, "visit-report", lang, record="Visit to the institute")


def test_an_imported_catalogue_fills_directory_and_badges(tmp_path: Path) -> None:
    import csv

    from dragoman.workspace import open_workspace
    from dragoman.workspace.paper_edition import EditionPapers

    hall = open_workspace(tmp_path / "w", create=True)
    hall.expo.enter("Expo", {"name": "Tidal Fair"}, by=ANNA)
    edition = hall.expo.enter("Edition", {"name": EDITION}, by=ANNA, of="Tidal Fair")
    with (tmp_path / "c.csv").open("w", newline="", encoding="utf-8") as out:
        head = ["Exhibitor", "Country", "Hall", "Stand", "Representative", "Post", "Exhibit", "Field"]
        row = ["Rover Co. Ltd", "China", "Hall A", "A-1", "Ivan Petrov", "director", "Sphere robot", "robotics"]
        csv.writer(out).writerows([head, row])
    hall.expo.import_catalogue(edition, [tmp_path / "c.csv"], by=ANNA)
    hall.expo.enter("Employment", {"employee": "Olga Orlova", "employer": "Rover Co. Ltd"}, by=ANNA)  # works there, is not here
    for what in ("exhibitors", "exhibits"):
        hall.publishing.publish(hall.publishing.each(edition, what), by=ANNA)
    papers = EditionPapers(hall, edition)
    (shown,) = papers.exhibitors(clear(hall, papers.published()))
    assert (shown.name, shown.country, shown.hall, shown.stand) == ({"en": "Rover Co. Ltd"}, "cn", {"en": "Hall A"}, "A-1")
    assert ([dict(f)["en"] for f in shown.fields], [x.name for x in shown.exhibits], shown.people) == (
        ["robotics"],
        [{"en": "Sphere robot"}],
        (),
    )
    (badge,) = papers.badges(clear(hall, papers.badged())).badges
    assert (badge.name, badge.role, badge.kind, badge.stand) == ({"en": "Ivan Petrov"}, {"en": "director"}, "exhibitor", "A-1")


def test_badges_of_those_held_are_not_printed(tmp_path: Path) -> None:
    from dragoman.workspace.paper_edition import EditionPapers

    hall = made(tmp_path / "w")
    listed(hall)
    hall.expo.enter("Employment", {"employee": "Wu Fang", "employer": "Vostok Pribor LLC"}, by=ANNA)
    papers = EditionPapers(hall, hall.expo.find(EDITION))
    names = {b.name["en"] for b in papers.badges(clear(hall, papers.badged())).badges}  # type: ignore[index]
    assert "Viktor Kim" in names and not {"Wu Fang", "Pavel Orlov"} & names
    with pytest.raises(UsageError, match="does not cover"):
        papers.badges(clear(hall, [hall.expo.find("Rover Co. Ltd")]))


def test_a_series_has_a_page_and_one_for_each_published_edition(hall: Workspace) -> None:
    done = paper(hall, "public", "ru", record="Tidal Fair")
    (name,) = done.beside
    assert name in done.data.decode() and "3-я выставка «Прилив»" in done.data.decode()
    assert "Портовый зал" in done.beside[name].decode()
    with pytest.raises(UsageError, match="has no form"):
        paper(hall, "public", form="pdf")
