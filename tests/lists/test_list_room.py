"""The room: editions, the same file twice, updates from files and addresses, differences, seats, removal."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from lists_samples import CSL_CSV, EU_XML, OFAC_ADD, OFAC_ALT, OFAC_SDN, PARTNERS, UN

from dragoman import open_workspace
from dragoman.base.errors import TooLarge, UnknownName, Unreadable, UsageError, WorkspaceError
from dragoman.base.settings import Limits, Settings
from dragoman.lists.laws import Seat, seat_in, sources
from dragoman.workspace.lists import Lists, age, editions_in

Put = Callable[..., Path]


class Publisher:
    """A server of one file on this machine."""

    def __init__(self) -> None:
        self.body, self.status, self.tag, self.short = UN.encode(), 200, '"1"', False
        self.asked: list[str] = []
        self.files: dict[str, bytes] = {}
        outer = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append(self.path)
                if self.path == "/away":
                    self.send_response(302)
                    self.send_header("Location", "/consolidated.xml")
                    self.end_headers()
                    return
                if self.path == "/out":
                    self.send_response(302)
                    self.send_header("Location", "http://example.org/list.xml")
                    self.end_headers()
                    return
                same = self.headers.get("If-None-Match") == outer.tag
                self.send_response(304 if same else outer.status)
                body = b"" if same else outer.files.get(self.path, outer.body)
                self.send_header("ETag", outer.tag)
                self.send_header("Content-Length", str(len(body) + (1000 if outer.short else 0)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None: ...

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    made = Publisher()
    yield made
    made.server.shutdown()
    made.server.server_close()


def test_the_same_file_adds_nothing_and_a_later_one_an_edition(lists: Lists, put: Put) -> None:
    first = lists.add("un", put("un.xml", UN))
    again = lists.add("un", put("copy.xml", UN))
    later = lists.add("un", put("un.xml", UN.replace("2024-05-01", "2024-06-01").replace("Otmar Weli", "Otmar Wely")))
    assert first.new and not again.new and later.new
    assert [row["edition"][:10] for row in lists.show("un")] == ["2024-06-01", "2024-05-01"]
    assert [row["in force"] for row in lists.show("un")] == [True, False]
    assert lists.edition("un", "2024-05").meta.edition == first.meta.edition
    assert "Otmar Wely" in lists.record("un", "XDi.001").aliases
    assert "Otmar Weli" in lists.record("un", "XDi.001", "2024-05-01").aliases


def test_going_back_to_an_older_file_puts_its_edition_in_force(lists: Lists, put: Put) -> None:
    lists.add("un", put("un.xml", UN))
    lists.add("un", put("later.xml", UN.replace("2024-05-01", "2024-06-01")))
    assert not lists.add("un", put("un.xml", UN)).new
    assert lists.edition("un").meta.published == "2024-05-01"


def test_the_same_file_read_another_way_is_another_edition(lists: Lists, put: Put) -> None:
    path = put("p.csv", PARTNERS)
    assert lists.add("p", path, name_column="Firma", id_column="Nr").new
    assert lists.add("p", path, name_column="Firma", id_column="Nr", schema="Company").new


def test_update_from_a_file(lists: Lists, put: Put) -> None:
    path = put("un.xml", UN)
    lists.add("un", path)
    assert not lists.update("un").new
    put("un.xml", UN.replace("2024-05-01", "2024-06-01"))
    assert lists.update("un").new and lists.edition("un").meta.published == "2024-06-01"
    path.unlink()
    with pytest.raises(Unreadable, match="no such file"):
        lists.update("un")
    assert lists.edition("un").meta.published == "2024-06-01"


def test_update_keeps_to_the_mapping_it_was_added_with(lists: Lists, put: Put) -> None:
    mapping = put("m.toml", 'id = ["Nr"]\n[columns]\nFirma = "name"\n')
    lists.add("p", put("p.csv", PARTNERS), mapping=mapping)
    mapping.unlink()
    put("p.csv", PARTNERS.replace("Zarya Works", "Zarya Plant"))
    assert lists.update("p").new and lists.record("p", "2").aliases == ("Zarya Plant",)


def test_an_update_with_less_than_half_is_refused_unless_accepted(lists: Lists, put: Put) -> None:
    lists.add("p", put("p.csv", "name\n" + "".join(f"Firm number {n}\n" for n in range(10))))
    put("p.csv", "name\nFirm number 1\n")
    with pytest.raises(Unreadable, match="1 records where the edition in force holds 10"):
        lists.update("p")
    assert lists.edition("p").meta.records == 10
    assert lists.update("p", accept_fewer=True).meta.records == 1


def test_download_asks_only_for_what_changed(lists: Lists, publisher: Publisher) -> None:
    url = f"{publisher.url}/away"
    assert lists.add("un", url).meta.records == 2
    assert publisher.asked == ["/away", "/consolidated.xml"]
    assert not lists.update("un").new
    publisher.body, publisher.tag = UN.replace("2024-05-01", "2024-07-01").encode(), '"2"'
    assert lists.update("un").new and lists.edition("un").meta.published == "2024-07-01"


@pytest.mark.parametrize("how", ["error", "cut short", "nonsense"])
def test_a_broken_download_leaves_the_old_edition(lists: Lists, publisher: Publisher, how: str) -> None:
    lists.add("un", f"{publisher.url}/consolidated.xml")
    publisher.tag = '"2"'
    if how == "error":
        publisher.status = 503
    elif how == "cut short":
        publisher.body, publisher.short = UN.replace("2024-05-01", "2024-06-01").encode(), True
    else:
        publisher.body = b"<html>We are sorry</html>"
    with pytest.raises((Unreadable, UsageError)):
        lists.update("un")
    assert lists.edition("un").meta.published == "2024-05-01"
    publisher.status, publisher.short, publisher.body = 200, False, UN.replace("2024-05-01", "2024-08-01").encode()
    assert lists.update("un").new, "what was asked in vain is asked again"


def test_a_set_of_several_addresses_is_one_list(lists: Lists, publisher: Publisher) -> None:
    publisher.tag = ""
    publisher.files = {"/SDN.CSV": OFAC_SDN.encode(), "/ALT.CSV": OFAC_ALT.encode(), "/ADD.CSV": OFAC_ADD.encode()}
    lists.add("sdn", "\n".join(publisher.url + path for path in publisher.files))
    assert lists.record("sdn", "36").aliases == ("KORVAN AIRWAYS", "GREAT KORVAN")
    assert not lists.update("sdn").new
    publisher.files["/ALT.CSV"] = OFAC_ALT.replace("AIRWAYS", "AIRLIFT").encode()
    assert lists.update("sdn").new and "KORVAN AIRLIFT" in lists.record("sdn", "36").aliases


def test_a_download_beyond_the_limit_is_refused(tmp_path: Path, publisher: Publisher) -> None:
    small = Lists(tmp_path / "small", Settings(limits=Limits(archive_bytes=1_000)))
    with pytest.raises(TooLarge):
        small.add("un", f"{publisher.url}/consolidated.xml")
    assert small.labels() == []


def test_only_https_is_fetched(lists: Lists, publisher: Publisher) -> None:
    for url in ("http://example.org/list.csv", "ftp://example.org/list.csv", f"{publisher.url}/out"):
        with pytest.raises(UsageError, match="only https"):
            lists.add("x", url)
    assert lists.labels() == []


def test_the_public_sources_have_https_addresses() -> None:
    assert {"un", "eu", "us-csl", "us-sdn", "uk"} <= set(sources())
    assert all(url.startswith("https://") for s in sources().values() for url in (*s.urls, s.page))


def test_difference_of_editions_with_ids(lists: Lists, put: Put) -> None:
    lists.add("un", put("un.xml", UN))
    body = UN[UN.index("    <ENTITY>") : UN.index("  </ENTITIES>")]
    other = body.replace("XDe.002", "XDe.003").replace("KORVAN AIR LINES (KAL)", "TORMES SHIPPING").replace("Korvan", "Tormes")
    later = UN.replace("2024-05-01", "2024-06-01").replace("<SECOND_NAME>VELLI", "<SECOND_NAME>VELLINI").replace(body, other)
    lists.add("un", put("later.xml", later.replace("Goma", "Beni")))
    found = {change.what: change for change in lists.diff("un")}
    assert set(found) == {"renamed", "added", "removed"}
    assert (found["renamed"].name, found["renamed"].was, found["renamed"].score) == ("OTMAR VELLINI", "OTMAR VELLI", 1.0)
    assert found["renamed"].properties == ("address",)
    assert (found["added"].id, found["removed"].id) == ("XDe.003", "XDe.002")


def test_difference_of_editions_whose_ids_are_made_of_names(lists: Lists, put: Put) -> None:
    head, zarya = "name,country,tax id\n", "Russia,7700000001\n"
    old = f"{head}Northam Institute of Optical Engineering,,\nZarya Works,{zarya}Gone Trading,,\nStays,,\n"
    new = f"{head}Institute of Optical Engineering of Northam,,\nMayak Machines,{zarya}Stays,China,\nFresh,,\n"
    lists.add("t", put("old.csv", old), published="2023")
    lists.add("t", put("new.csv", new), published="2024")
    told = {(c.what, c.name, c.was) for c in lists.diff("t", "2023", "2024")}
    assert told == {
        ("renamed", "Institute of Optical Engineering of Northam", "Northam Institute of Optical Engineering"),
        ("renamed", "Mayak Machines", "Zarya Works"), ("added", "Fresh", ""), ("removed", "Gone Trading", ""),
        ("changed", "Stays", ""),
    }  # fmt: skip


def test_nothing_to_compare_is_told(lists: Lists, put: Put) -> None:
    lists.add("un", put("un.xml", UN))
    with pytest.raises(UnknownName, match="one edition only"):
        lists.diff("un")
    with pytest.raises(UnknownName, match="no edition '1999'"):
        lists.diff("un", "1999")


def test_seat_and_what_binds_there(lists: Lists, put: Put) -> None:
    for label, text in (("un.xml", UN), ("eu.xml", EU_XML), ("us.csv", CSL_CSV), ("own.csv", "name\nA Firm\n")):
        lists.add(label[:-4], put(label, text))
    assert {row["binds"] for row in lists.show()} == {""}
    lists.set_seat(Seat(seat_in("Germany")))
    assert {row["list"]: row["binds"] for row in lists.show()} == {"eu": "yes", "own": "", "un": "yes", "us": "no"}
    lists.set_seat(Seat("us", binds=["own"], free=["un"]))
    assert {row["list"]: row["binds"] for row in lists.show()} == {"eu": "no", "own": "yes", "un": "no", "us": "yes"}
    with pytest.raises(UnknownName):
        lists.set_seat(Seat("us", binds=["nowhere"]))
    with pytest.raises(UsageError, match="no country"):
        seat_in("Atlantis")


def test_removed_is_gone_and_labels_are_checked(lists: Lists, put: Put) -> None:
    lists.add("un", put("un.xml", UN))
    lists.remove("un")
    assert lists.labels() == [] and not (lists.shelf.folder / "un").exists()
    with pytest.raises(UnknownName, match="no list 'un'"):
        lists.edition("un")
    for label in ("../up", "a/b", ".hidden", "", "x" * 65):
        with pytest.raises(UsageError, match="cannot be a label"):
            lists.add(label, put("un.xml", UN))


def test_lists_lie_in_the_workspace_or_in_the_users_own_folder(
    tmp_path: Path, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_LISTS", str(tmp_path / "own"))
    with open_workspace(tmp_path / "room", create=True) as workspace:
        workspace.lists.add("un", put("un.xml", UN))
        assert (workspace.folder / "lists" / "un" / "current").exists()
    Lists.at(tmp_path).add("eu", put("eu.xml", EU_XML))
    assert [e.meta.label for e in editions_in(tmp_path / "room")] == ["un"]
    assert [e.meta.label for e in editions_in(tmp_path)] == ["eu"] and (tmp_path / "own" / "eu").is_dir()
    with pytest.raises(UnknownName):
        editions_in(tmp_path, ["un"])


def test_a_damaged_edition_is_an_error_never_left_out(tmp_path: Path, put: Put, lists: Lists) -> None:
    lists.add("un", put("un.xml", UN))
    folder = lists.shelf.folder / "un" / lists.shelf.current("un")
    (folder / "meta.json").write_text("{}")
    with pytest.raises(WorkspaceError):
        lists.edition("un")


def test_age_counts_from_the_end_of_what_is_known(lists: Lists, put: Put) -> None:
    meta = lists.add("un", put("un.xml", UN)).meta
    meta.published = "2020"
    year = age(meta)
    meta.published = "2020-12-28"
    assert age(meta) == year
    meta.published = "2020-11"
    assert age(meta) == year + 30
    meta.published, meta.newest = "", "2020-12-28"
    assert age(meta) == year
    meta.newest = ""
    assert age(meta) is None and lists.show()[0]["old"]


def test_an_undated_list_is_as_old_as_its_newest_record_and_never_shown_as_new(lists: Lists, put: Put) -> None:
    lists.add("us", put("us.csv", CSL_CSV))
    lists.add("own", put("own.csv", "name\nA Firm\n"))
    own, us = lists.show()
    assert (us["published"], us["newest record"], us["old"]) == ("", "2020-12-23", True)
    assert (own["age"], own["old"]) == (None, True)
    assert not lists.add("dated", put("d.csv", "name\nA Firm\n"), published=us["loaded"][:10]).meta.newest
    assert lists.show()[0]["age"] == 0 and not lists.show()[0]["old"]


def test_an_edition_whose_index_is_damaged_is_made_anew_by_an_update(lists: Lists, put: Put) -> None:
    lists.add("un", put("un.xml", UN))
    folder = lists.edition("un").folder
    (folder / "names.index").write_bytes(b"of another version")
    with pytest.raises(WorkspaceError, match="dragoman lists update"):
        _ = lists.edition("un").index
    assert lists.update("un").new and lists.edition("un").index.search("Otmar Velli")
    assert len(lists.show("un")) == 1 and lists.edition("un").folder == folder
