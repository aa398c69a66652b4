"""Every format, from a small list written by hand to records: names by kind, types, countries, dates, numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import lists_samples as samples
import pytest

from dragoman.base.errors import Unreadable
from dragoman.workspace.lists import Lists

Read = Callable[..., dict[str, dict[str, Any]]]
Put = Callable[..., Path]


def test_un(read: Read, lists: Lists) -> None:
    found = read("consolidated.xml", samples.UN)
    person, body = found["XDi.001"], found["XDe.002"]
    said = person["properties"]
    assert (person["schema"], body["schema"]) == ("Person", "Organization")
    assert said["name"] == ["OTMAR VELLI"] and said["alias"] == ["Отмар Велли", "Otmar Weli"]
    assert said["weakAlias"] == ["The Owl"]
    assert said["birthDate"] == ["1971", "1968", "1969", "1970"] and "circa 1971" in said["birthDatePrinted"]
    assert (
        said["nationality"] == said["country"] == ["cd"] and said["passportNumber"] == ["P 4455"] and said["idNumber"] == ["77"]
    )
    assert said["birthPlace"] == ["Bukavu, Rwanda"] and said["listingDate"] == ["2012-12-31"] and said["program"] == ["DRC"]
    assert body["properties"]["previousName"] == ["Great Korvan"] and body["properties"]["abbreviation"] == ["KAL"]
    meta = lists.edition("sample").meta
    assert (meta.published, meta.law, meta.format, meta.records) == ("2024-05-01", "UN", "un-xml", 2)
    assert person["at"] == "consolidated.xml INDIVIDUAL 1"


def test_eu_xml(read: Read, lists: Lists) -> None:
    found = read("content.xml", samples.EU_XML)
    said = found["EU.1.11"]["properties"]
    assert said["name"] == ["Ludo Brant-Okeke"] and said["weakAlias"] == ["Abu Ludo"] and said["alias"] == ["Лудо Брант"]
    assert said["birthDate"] == ["1937-04-28", "1940"] and said["citizenship"] == ["iq"] and said["gender"] == ["male"]
    assert said["birthPlace"] == ["Mosul, IRAQ"] and said["birthCountry"] == ["iq"] and said["passportNumber"] == ["D-12345"]
    assert (
        said["address"] == ["3 Old Road, Mosul, IRAQ"] and said["program"] == ["ABC"] and said["listingDate"] == ["2003-07-07"]
    )
    firm = found["EU.2.22"]
    assert firm["schema"] == "Organization" and firm["properties"]["registrationNumber"] == ["1027700000000"]
    assert firm["properties"]["listingDate"] == ["2014-03-17"]
    assert lists.edition("sample").meta.published == "2024-04-02" and lists.edition("sample").meta.law == "EU"


def test_eu_csv(read: Read, lists: Lists) -> None:
    found = read("full.csv", samples.EU_CSV)
    said = found["EU.1.11"]["properties"]
    assert said["name"] == ["Ludo Brant-Okeke"] and said["alias"] == ["Lodo Brant"]
    assert said["birthDate"] == ["1937-04-28"] and said["passportNumber"] == ["D-12345"] and said["citizenship"] == ["iq"]
    assert said["address"] == ["3 Old Road, Mosul, IRAQ"] and found["EU.2.22"]["schema"] == "Organization"
    assert lists.edition("sample").meta.published == "2024-04-02"


def test_csl_csv(read: Read) -> None:
    found = read("csl.csv", samples.CSL_CSV)
    said = found["a1"]["properties"]
    assert found["a1"]["schema"] == "Person" and found["b2"]["schema"] == "LegalEntity"
    assert (
        said["name"] == ["Otmar Jr VELLI"]
        and said["printed"][0] == "VELLI, Otmar Jr"
        and said["alias"] == ["Otmar WELI", "OWL"]
    )
    assert said["country"] == ["cd", "rw"] and said["nationality"] == ["cd"] and said["citizenship"] == ["rw"]
    assert said["birthDate"] == ["1971", "1968", "1969", "1970"] and said["gender"] == ["male"]
    assert said["passportNumber"] == ["P4455", "D00000898"] and said["linkedTo"] == ["KORVAN AIR"]
    entity = found["b2"]["properties"]
    assert entity["abbreviation"] == ["TOI"] and entity["alias"] == ["Tallin Optical", "T. Optics"]
    assert entity["address"][0] == "5 Long Street, Beijing, CN" and entity["country"] == ["cn"]
    assert entity["listingDate"] == ["2020-12-23"] and entity["licencePolicy"] == ["Presumption of denial"]


def test_an_id_on_two_rows_is_one_record(read: Read, lists: Lists) -> None:
    ship = read("csl.csv", samples.CSL_CSV)["c3"]
    said = ship["properties"]
    assert ship["schema"] == "Vessel" and said["imoNumber"] == ["9187629"] and said["flag"] == ["ir"]
    assert said["program"][:2] == ["IRAN", "Specially Designated Nationals (SDN)"] and "SYRIA" in said["program"]
    assert said["alias"] == ["RIVER OTTER"] and ship["at"] == "csl.csv line 4; csl.csv line 5"
    assert lists.edition("sample").find("c3") == 2 and len(lists.edition("sample")) == 3


def test_csl_json(read: Read) -> None:
    found = read("search.json", samples.CSL_JSON)
    said = found["a1"]["properties"]
    assert said["name"] == ["Otmar VELLI"] and said["birthDate"] == ["1971-02-03"] and said["passportNumber"] == ["P4455"]
    assert said["address"] == ["1 Lake Road, Goma, 12, CD"] and said["country"] == ["cd"] and said["gender"] == ["male"]
    assert found["b2"]["properties"]["listingDate"] == ["2020-12-23"]


def test_ofac_set_from_one_of_its_files(lists: Lists, put: Put) -> None:
    for name, text in (
        ("alt.csv", samples.OFAC_ALT),
        ("ADD.CSV", samples.OFAC_ADD),
        ("sdn_comments.csv", samples.OFAC_COMMENTS),
    ):
        put(name, text)
    made = lists.add("sdn", put("sdn.csv", samples.OFAC_SDN))
    firm, person, ship, plane = (lists.edition("sdn").entity(n) for n in range(4))
    assert [str(p) for p in made.problems] == ["sdn.csv line 5: has 2 cells where OFAC's layout has 12"]
    assert firm["properties"]["alias"] == ["KORVAN AIRWAYS"] and firm["properties"]["previousName"] == ["GREAT KORVAN"]
    assert firm["properties"]["weakAlias"] == ["KAL"] and firm["properties"]["innCode"] == ["7707404272"]
    assert firm["properties"]["address"] == ["1 Lake Road, Havana, Cuba"] and firm["properties"]["country"] == ["cu"]
    said = person["properties"]
    assert said["name"] == ["Otmar VELLI Jr."] and said["alias"] == ["Otmar WELI"] and said["position"] == ["Minister"]
    assert said["birthDate"] == ["1973-03-25", "1972"] and said["nationality"] == ["cd"] and said["passportNumber"] == ["P4455"]
    assert said["program"] == ["SDGT", "NPWMD"] and said["linkedTo"] == ["KORVAN AIRLINES"]
    assert (
        ship["schema"] == "Vessel"
        and ship["properties"]["imoNumber"] == ["9187629"]
        and ship["properties"]["mmsi"] == ["572469210"]
    )
    assert plane["schema"] == "Airplane" and plane["properties"]["operator"] == ["Korvan"]


def test_a_part_of_ofacs_set_alone_is_refused(lists: Lists, put: Put) -> None:
    with pytest.raises(Unreadable, match=r"put sdn\.csv or cons_prim\.csv beside it"):
        lists.add("sdn", put("alt.csv", samples.OFAC_ALT))


def test_uk_ofsi(read: Read, lists: Lists) -> None:
    found = read("ConList.csv", samples.OFSI)
    said = found["8001"]["properties"]
    assert said["name"] == ["Otmar VELLI"] and said["alias"] == ["Отмар Велли", "Otmar WELI"] and said["weakAlias"] == ["OWL"]
    assert (
        said["birthDate"] == ["1971"] and said["nationality"] == ["rw", "bi"] and said["passportNumber"] == ["P4455", "P4466"]
    )
    assert found["8002"]["schema"] == "Organization" and found["8002"]["properties"]["country"] == ["rw"]
    meta = lists.edition("sample").meta
    assert (meta.published, meta.law, meta.problems) == ("2024-05-17", "UK", 1)


def test_uk_sanctions_list(read: Read, lists: Lists) -> None:
    found = read("UK-Sanctions-List.csv", samples.UKSL)
    said = found["DRC0001"]["properties"]
    assert said["name"] == ["Otmar VELLI"] and said["weakAlias"] == ["OWL"] and said["birthDate"] == ["1971-02-03"]
    assert said["listingDate"] == ["2012-12-31"] and said["country"] == ["rw"]
    assert found["RUS0002"]["schema"] == "Vessel" and found["RUS0002"]["properties"]["imoNumber"] == ["9187629"]
    assert lists.edition("sample").meta.published == "2024-05-17"


def test_uk_older_headings_and_zeros(read: Read) -> None:
    text = samples.UKSL.replace("Designation Type", '"Individual, Entity, Ship"').replace(
        "SEA OTTER,,,,,,", "SEA OTTER,0,0,,,,"
    )
    ship = read("UK-Sanctions-List.csv", text)["RUS0002"]
    assert ship["schema"] == "Vessel" and ship["properties"]["name"] == ["SEA OTTER"]


def test_denied_persons(read: Read, lists: Lists) -> None:
    found = list(read("dpl.txt", samples.DENIED).values())
    said = found[0]["properties"]
    assert len(found) == 2 and said["name"] == ["OTMAR VELLI"] and said["country"] == ["us", "ae"]
    assert said["listingDate"] == ["2003-06-19"] and said["endDate"] == ["2056-06-29"]
    assert lists.edition("sample").meta.published == "2021-03-01", "a year such as 3021 is a slip"


def test_ftm_flat_folds_in_what_hangs_on_entities(read: Read, lists: Lists) -> None:
    found = read("entities.ftm.json", samples.FTM_FLAT)
    said = found["p1"]["properties"]
    assert set(found) == {"p1", "o1", "x2"}
    assert said["name"][0] == "Otmar Velli" and said["weakAlias"] == ["Owl"] and said["passportNumber"] == ["P4455"]
    assert said["address"] == ["1 Lake Road, Goma"] and said["program"] == ["Congo"] and said["listingDate"] == ["2012-12-31"]
    assert said["related"] == ["founder (asset): o1"] and found["o1"]["properties"]["related"] == ["founder (owner): p1"]
    meta = lists.edition("sample").meta
    assert meta.problems == 2 and meta.published == "2024-05-01" and "no targets" in meta.notes[0]


def test_ftm_nested(read: Read) -> None:
    said = read("targets.nested.json", samples.FTM_NESTED)["p1"]["properties"]
    assert said["address"] == ["1 Lake Road"] and said["country"] == ["cd"] and said["program"] == ["Congo"]
    assert said["idNumber"] == ["ID9"] and said["related"] == ["Ownership (asset): Korvan Airlines"]


def test_the_names_engine_finds_every_kind_of_name(lists: Lists, put: Put) -> None:
    lists.add("un", put("un.xml", samples.UN))
    edition = lists.edition("un")
    for name, kind in (("Korvan Air Lines", "name"), ("The Owl", "weakAlias"), ("Great Korvan", "previousName")):
        best = edition.index.search(name)[0]
        assert edition.name_kind(best.name_number) == kind
        assert edition.is_weak(best.name_number) == (kind == "weakAlias")
        assert name.lower() in {n.lower() for n in (*edition.record(best.record).names, *edition.record(best.record).aliases,
                                                    *edition.record(best.record).weak)}  # fmt: skip
