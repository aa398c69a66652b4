"""What a dossier says of ties and time, how things without a name are called, and that no code stands where words belong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from expo_samples import opened
from markupsafe import Markup
from web_samples import HOSTILE, Client, local_client, made_workspace

from dragoman.web.drawn_ties import LABEL_WIDTH, fitted
from dragoman.web.templating import closed
from dragoman.web.words import Speech

LANGS = ("en", "zh", "ru")
BY = "Ada Reed"
CODE = re.compile(r"\b(?=\w*[a-f])(?=\w*\d)[0-9a-f]{8,}\b")


@pytest.fixture
def lab(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """An institute with two posts, two memberships, a stand, an offer and a seat."""
    folder = made_workspace(tmp_path, {})
    ids: dict[str, str] = {}
    with opened(folder) as workspace:

        def enter(key: str, kind: str, **said: str) -> None:
            ids[key] = workspace.expo.enter(kind, dict(said), by=BY)

        enter("fair", "Edition", name="River Fair 2031", startDate="2031-05-01", endDate="2031-05-04", country="cn")
        enter("lab", "Organization", name="Institute of Waves", country="ru", bodyKind="institute")
        enter("union", "Organization", name="Union of Coasts")
        enter("league", "Organization", name="League of Ports")
        enter("early", "Membership", member=ids["lab"], organization=ids["union"], role="founder", startDate="2012")
        enter("late", "Membership", member=ids["lab"], organization=ids["league"], role="resident", startDate="2019")
        enter(
            "gone",
            "Employment",
            employee="Ivan Smirnov",
            employer=ids["lab"],
            role="director",
            startDate="2005",
            endDate="2010",
        )
        enter("stand", "Stand", number="B-7", holder=ids["lab"], edition=ids["fair"])
        enter("offer", "Offer", offeror=ids["lab"], partnerSought="buyers", edition=ids["fair"], field="robotics")
    return folder, ids


def words(page: str) -> str:
    """The text of a page without its marks."""
    return re.sub(r"\s+", " ", re.sub(r"<(script|style|svg).*?</\1>|<[^>]+>", " ", page, flags=re.S))


def test_a_summary_counts_in_the_plural_of_each_language(lab: tuple[Path, dict[str, str]]) -> None:
    folder, ids = lab
    coasts, ports = "Union of Coasts", "League of Ports"
    wanted = {
        "en": (
            "Institute of Waves is an institute (Russia).",
            f"2 memberships: founder, {coasts} (2012); resident, {ports} (2019).",
        ),
        "zh": (
            "Institute of Waves：研究所（俄罗斯）。",
            f"2项成员关系：{coasts}（创办方）（2012年）、{ports}（入驻企业）（2019年）。",
        ),
        "ru": (
            "Institute of Waves — институт (Россия).",
            f"2 членства: учредитель, {coasts} (2012); резидент, {ports} (2019).",
        ),
    }  # fmt: skip
    with local_client(folder) as client:
        for lang, sentences in wanted.items():
            told = [s["text"] for s in client.get(f"/entities/{ids['lab']}.json?lang={lang}").json()["summary"]]
            assert set(sentences) <= set(told), told
            assert not [s for s in told if ".." in s]


def test_as_of_a_date_what_began_later_or_ended_before_is_left_out(lab: tuple[Path, dict[str, str]]) -> None:
    folder, ids = lab
    with local_client(folder) as client:

        def held(as_of: str) -> tuple[set[str], dict[str, int]]:
            found = client.get(f"/entities/{ids['lab']}.json?as_of={as_of}").json()["dossier"]
            return {r["id"] for group in found["relations"].values() for r in group}, found["tied"]

        now = client.get(f"/entities/{ids['lab']}.json").json()["dossier"]["tied"]
        assert now["Membership"] == 2 and now["Employment"] == 1
        then, counted = held("2015")
        assert ids["early"] in then and not {ids["late"], ids["gone"]} & then
        assert counted["Membership"] == 1 and "Employment" not in counted
        before, _ = held("2008-03-01")
        assert ids["gone"] in before and ids["early"] not in before


@pytest.mark.parametrize("lang", LANGS)
def test_what_has_no_name_goes_by_what_it_ties_and_no_code_is_shown(lab: tuple[Path, dict[str, str]], lang: str) -> None:
    folder, ids = lab
    with local_client(folder) as client:
        paths = [f"/entities/{i}" for i in ids.values()] + [
            f"/entities/{ids['lab']}/neighbourhood?as=list&x=1",
            "/decisions?x=1",
        ]
        paths += ["/search?q=Waves", "/search?of=Offer", "/search?of=Stand", "/check?x=1"]
        for path in paths:
            page = client.get(f"{path}{'&' if '?' in path else '?'}lang={lang}")
            assert page.status_code == 200, path
            assert not CODE.findall(words(page.text)), (path, CODE.findall(words(page.text)))
        listed = words(client.get(f"/search?of=Offer&lang={lang}").text)
        assert "Institute of Waves" in listed and "River Fair 2031" in listed
        dossier = words(client.get(f"/entities/{ids['lab']}?lang={lang}").text)
        assert BY in dossier and ("entered by" in dossier) == (lang == "en")
        assert not re.search(r"\d{4}-\d\d-\d\dT\d", dossier), "times are told in words"


def test_each_source_of_the_summary_has_a_number_in_the_list(lab: tuple[Path, dict[str, str]]) -> None:
    folder, ids = lab
    with local_client(folder) as client:
        page = client.get(f"/entities/{ids['lab']}").text
        numbers = {int(n) for n in re.findall(r'class="ref"[^>]*>(\d+)</a>', page)}
        assert numbers and {f'id="d{n}"' for n in numbers} <= set(re.findall(r'id="d\d+"', page))
        assert "·</a></sup>" not in page


def test_suggested_ties_are_no_figure_until_somebody_accepts_them(client: Client) -> None:
    checked = 0
    for row in client.get("/search.json?of=organisation").json()["rows"]:
        found = client.get(f"/entities/{row['id']}.json").json()["dossier"]
        for kind, group in found["relations"].items():
            shown = len(group)
            assert found["tied"].get(kind, 0) + found["waiting"].get(kind, 0) >= shown
            if all(r["suggested"] for r in group):
                checked += 1
                assert kind not in found["tied"] and found["waiting"][kind] >= shown
    assert checked, "the sample has a tie to check"


def test_bodies_of_a_country_are_a_click_from_the_start(reading: Client) -> None:
    start = reading.get("/index.json").json()
    country, n = start["bodies"][0]
    assert f"/search?of=LegalEntity&amp;country={country}" in reading.get("/").text
    assert reading.get(f"/search.json?of=LegalEntity&country={country}").json()["total"] == n
    none = reading.get("/search?of=LegalEntity&country=zz&lang=en")
    assert none.status_code == 200 and "nothing of the kind" in none.text


def test_the_words_of_a_search_are_marked_where_they_stand(tmp_path: Path) -> None:
    folder = made_workspace(
        tmp_path, {"rows.csv": "Exhibitor,Exhibit\nRover,spherical robot\nNeva,laser\n", "a.txt": "A robot came."}
    )
    with local_client(folder) as client:
        found = client.get("/search.json?q=robot").json()["documents"]
        by_name = {d["caption"]: d for d in found}
        assert "spherical robot" in by_name["rows.csv"]["snippet"] and by_name["rows.csv"]["marks"]
        for document in found:
            page = client.get(f"/documents/{document['id']}?q=robot").text
            assert page.count('id="now"') == 1 and "<mark>robot</mark>" in page
        assert "<mark>" not in client.get(f"/documents/{found[0]['id']}").text


def test_a_kind_of_search_result_without_a_kind_of_fact_is_named(lab: tuple[Path, dict[str, str]]) -> None:
    folder, _ = lab
    with local_client(folder) as client:
        found = client.get("/search.json?q=B-7").json()
        kinds = {v[0] for f in found["facets"] if f["name"] == "kind" for v in f["values"]}
        assert "Stand" in kinds and found["total"]
        assert client.get("/search.json?q=B-7&kind=Stand").json()["total"] >= 1


DAYS = [
    ("2018-11-14", "2018-11-18", "14–18 November 2018", "2018年11月14日至18日", "14–18 ноября 2018 г."),
    ("2018-11-28", "2018-12-02", "28 November – 2 December 2018", "2018年11月28日至12月2日", "28 ноября – 2 декабря 2018 г."),
    ("2018-12-28", "2019-01-02", "28 December 2018 – 2 January 2019", "2018年12月28日 – 2019年1月2日",
     "28 декабря 2018 г. – 2 января 2019 г."),
    ("2014", "2016-05", "2014 – May 2016", "2014年 – 2016年5月", "2014 – май 2016 г."),
    ("2018", "2018", "2018", "2018年", "2018"),
    ("2018-11-14", "soon", "14 November 2018 – soon", "2018年11月14日 – soon", "14 ноября 2018 г. – soon"),
]  # fmt: skip


@pytest.mark.parametrize(("since", "until", "en", "zh", "ru"), DAYS)
def test_a_span_of_days_says_once_what_both_share(since: str, until: str, en: str, zh: str, ru: str) -> None:
    for lang, wanted in zip(LANGS, (en, zh, ru), strict=True):
        assert Speech(lang).days(since, until).replace("\u202f", " ") == wanted


def test_the_log_is_told_in_the_readers_words() -> None:
    t = Speech("ru")
    assert t.decider("rule:same name") == "правило: одно и то же имя" and t.decider("Ada") == "Ada"
    assert t.because("rule:same name", "A: b / A: b: same name") == "A: b / A: b"
    assert t.because("Ada", "so: same name") == "so: same name"
    assert t.document("form Agreement, entered by Ada Reed at 2026-11-22T06:44:59.420551+00:00") == (
        "Соглашение, внесено: Ada Reed, 22 нояб. 2026\u202fг. 06:44"
    )
    assert t.document("Letters, entered by the clerk") == "Letters, entered by the clerk"
    assert t.dataset("entries of Ada") == "Внесено: Ada" and t.dataset("catalogue of ") == "загруженный каталог"
    assert t.held("2018-05-21", "") == "с 21 мая 2018\u202fг." and Speech("zh").held("", "2018") == "至2018年"
    assert t.field("figure:forums") == "показатель: форумы"
    assert Speech("en").such(["university", "alliance"]) == "a university and an alliance"
    assert t.value("direction", "outgoing") == "исходящая" and t.value("field", "robotics") == "робототехника"


def test_nearly_sure_is_never_said_to_be_sure() -> None:
    told = [Speech("ru").probability(v) for v in (1.0, 0.9994, 0.1234, 0.5, 0.0004, 0.0)]
    assert told == ["> 99,9 %", "99,9 %", "12,3 %", "50 %", "< 0,1 %", "< 0,1 %"]


def test_a_sentence_ends_once_and_a_label_fits() -> None:
    assert closed(Markup("<b>Rover Co. Ltd.</b>.")) == "<b>Rover Co. Ltd.</b>" and closed(Markup("<b>A</b>.")) == "<b>A</b>."
    assert fitted("short") == "short" and len(fitted("x" * 99)) == LABEL_WIDTH + 1
    assert fitted("四川大学与俄罗斯科学院联合实验室") == "四川大学与俄罗斯科学院联…"


def test_a_place_stands_where_it_stands_whoever_reads(tmp_path: Path) -> None:
    folder = made_workspace(tmp_path, {})
    with opened(folder) as workspace:
        key = workspace.expo.enter("Place", {"name": "Xinxiang", "alias": "新乡", "country": "cn"}, by=BY)
    with local_client(folder) as client:
        found = {str(client.get(f"/entities/{key}.json?lang={lang}").json()["places"][0]["position"]) for lang in LANGS}
    assert len(found) == 1 and found != {"None"}, found


def test_hostile_words_in_what_has_no_name_are_shown_and_never_run(tmp_path: Path) -> None:
    folder = made_workspace(tmp_path, {})
    with opened(folder) as workspace:
        key = workspace.expo.enter("Organization", {"name": f"Waves {HOSTILE}"}, by=BY)
        post = workspace.expo.enter("Employment", {"employee": "Ivan Smirnov", "employer": key, "role": HOSTILE}, by=BY)
    with local_client(folder) as client:
        own = (
            f"/entities/{key}",
            f"/entities/{post}",
            f"/entities/{key}/neighbourhood",
            f"/entities/{key}/neighbourhood?as=list",
        )
        for path in (*own, f"/entities/{key}?latin=1", "/search?q=waves", "/search?of=Employment", "/decisions"):
            page = client.get(path).text
            assert "<script>alert" not in page and "\u202e" not in page, path
        assert "&lt;script&gt;alert(1)" in client.get(f"/entities/{post}").text
