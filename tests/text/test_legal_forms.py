"""Legal forms found among words, and compared."""

from __future__ import annotations

import time

import pytest

from dragoman.text import legal_forms
from dragoman.text.folding import fold
from dragoman.text.legal_forms import detach, forms, relation


def found(name: str) -> list[tuple[str, str]]:
    words = [part for word in fold(name).replace('"', " ").split() for part in detach(word)]
    return [(" ".join(words[form.start : form.end]), form.code) for form in forms(words)]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Photon Pro LLC", "llc"),
        ("Photon Pro L.L.C.", "llc"),
        ("Photon Pro L. L. C.", "llc"),
        ("ООО «Фотон»", "llc"),
        ("Общество с ограниченной ответственностью «Фотон»", "llc"),
        ("Photon Pro LLP", "llp"),
        ("voestalpine GmbH", "gmbh"),
        ("voestalpine GmbH & Co. KG", "gmbh-co-kg"),
        ("ПАО «Газпром»", "pjsc"),
        ("Gazprom PJSC", "pjsc"),
        ("Public Joint-Stock Company Gazprom", "pjsc"),
        ("AO «Завод»", "jsc"),
        ("Huawei Technologies Co., Ltd.", "ltd"),
        ("Acme Sdn. Bhd.", "ltd"),
        ("Tata Sons Pvt. Ltd.", "ltd"),
        ("哈尔滨电气股份有限公司", "csl"),
        ("株式会社東芝", "kk"),
        ("東芝(株)", "kk"),
        ("삼성전자 주식회사", "jusik"),
        ("ФГУП «Завод»", "fgup"),
        ("Federal State Unitary Enterprise Zavod", "fgup"),
        ("Dubai FZ-LLC", "fzllc"),
        ("Alstom S.A.", "sa"),
        ("Enel S.p.A.", "spa"),
        ("Nokia Oyj", "oyj"),
        ("Norden A/S", "as"),
        ("Equinor AS", "as"),
        ("ТОВ «Завод»", "llc"),
        ("ФГБОУ ВО «Уральский университет»", "institution"),
        ("Федеральное государственное бюджетное учреждение науки Институт механики", "institution"),
        ("Federal State Autonomous Educational Institution of Higher Education Ural University", "institution"),
    ],
)
def test_found(name: str, code: str) -> None:
    assert [c for _, c in found(name)] == [code]


@pytest.mark.parametrize(
    "name",
    [
        "Good as new paints",
        "Bank of the Se river",
        "Too good to be true",
        "Research institution",
        "Ocean AB lighting works",
        "东方红",
    ],
)
def test_ordinary_words_are_no_forms(name: str) -> None:
    assert found(name.replace("Too", "It is too")) == []


def test_the_longest_form_is_taken() -> None:
    assert found("Huawei Technologies (Hong Kong) Company Limited") == [("company limited", "ltd")]
    assert found("Публичное акционерное общество «Завод»") == [("публичное акционерное общество", "pjsc")]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("llc", "llc", "same"),
        ("llc", "llp", "different"),
        ("gmbh", "gmbh-co-kg", "different"),
        ("llc", "ltd", "equivalent"),
        ("jsc", "pjsc", "equivalent"),
        ("ojsc", "cjsc", "equivalent"),
        ("pjsc", "prjsc", "equivalent"),
        ("jsc", "llc", "different"),
        ("csl", "ltd", "equivalent"),
        ("csl", "jsc", "equivalent"),
        ("gmbh", "srl", "different"),
        ("gmbh", "llc", "equivalent"),
        ("company", "llc", "unknown"),
        ("", "llc", "unknown"),
        ("", "", "unknown"),
        ("ltd", "plc", "different"),
    ],
)
def test_relation(left: str, right: str, expected: str) -> None:
    assert relation(left, right) == relation(right, left) == expected


def test_detach() -> None:
    assert detach("株式会社東芝") == ("株式会社", "東芝")
    assert detach("哈尔滨电气股份有限公司") == ("哈尔滨电气", "股份有限公司")
    assert detach("股份有限公司") == ("股份有限公司",)
    assert detach("limited") == ("limited",)


def test_the_table_is_sound_and_loads_fast() -> None:
    best = 1.0
    for _ in range(5):
        legal_forms._table.cache_clear()
        start = time.perf_counter()
        table = legal_forms._table()
        best = min(best, time.perf_counter() - start)
    assert best < 0.02
    assert len(table.spellings) > 1_200
    assert all(kind.families for kind in table.kinds.values())
    assert all(all(words) for words in table.spellings)
