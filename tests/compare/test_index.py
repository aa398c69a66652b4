"""The blocking index: candidates in spite of errors and scripts, names restored as parsed, damaged files refused."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.base.errors import NotAFileFormat
from dragoman.compare.index import EACH, EACH_OF_BODY, Index, build
from dragoman.compare.name import Kind, Name
from dragoman.compare.parse import parse

PEOPLE = ["Sergei Karpushin", "Zubaida Hossein", "Marta Lindqvist", "Omar Abdulkarim", "Sergey Lindqvist", "Karim Abdul Aziz"]
FIRMS = [
    "Novograd Turbine Works",
    "Kestrel Trading Company Limited",
    "Falcon Trading Company Limited",
    "Harbour Polytechnic University",
    "Завод Турбина",
    "哈尔滨工业大学",
    "Plant No. 48",
    "Plant No. 84",
    "Sun Moon Trading Company",
]
ROWS = [(n, text, Kind.PERSON) for n, text in enumerate(PEOPLE)]
ROWS += [(n, text, Kind.ORGANISATION) for n, text in enumerate(FIRMS, len(PEOPLE))]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    path = tmp_path_factory.mktemp("index") / "names.index"
    build(path, ROWS)
    return Index.open(path)


def texts(index: Index, query: str, kind: Kind = Kind.ANY, limit: int = 5) -> list[str]:
    return [ROWS[found.name_number][1] for found in index.search(query, kind, limit)]


@pytest.mark.parametrize("row", ROWS, ids=[row[1] for row in ROWS])
def test_a_name_as_printed_comes_first_with_the_full_score(index: Index, row: tuple[int, str, Kind]) -> None:
    first = index.search(row[1], row[2], 5)[0]
    assert (first.record, first.name_number) == (row[0], row[0])
    assert first.rough == pytest.approx(1.0, abs=0.02)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Sergei Karpshin", "Sergei Karpushin"),  # a letter lost
        ("Sergei Karpuushin", "Sergei Karpushin"),  # added
        ("Sergei Karpuxhin", "Sergei Karpushin"),  # replaced
        ("Sergei Kaprushin", "Sergei Karpushin"),  # exchanged
        ("Kapushinn Sergei", "Sergei Karpushin"),  # two errors, the order turned
        ("Omar Abdul Karim", "Omar Abdulkarim"),  # one word as two
        ("Karim Abdulaziz", "Karim Abdul Aziz"),  # two as one
        ("Karpushin", "Sergei Karpushin"),  # a word less
        ("Marta Helena Lindqvist", "Marta Lindqvist"),  # a word more
        ("Kestrel Tradng Co Ltd", "Kestrel Trading Company Limited"),
        ("Novograd Trubine Works", "Novograd Turbine Works"),
        ("SunMoon Trading", "Sun Moon Trading Company"),
    ],
)
def test_errors_do_not_hide_a_name(index: Index, query: str, name: str) -> None:
    assert texts(index, query)[0] == name


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Сергей Карпушин", "Sergei Karpushin"),
        ("Карпушин Сергей", "Sergei Karpushin"),
        ("Zavod Turbina", "Завод Турбина"),
        ("Завод Трубина", "Завод Турбина"),
        ("Haerbin Gongye Daxue", "哈尔滨工业大学"),
        ("哈尔滨工亚大学", "哈尔滨工业大学"),
        ("哈爾濱工業大學", "哈尔滨工业大学"),
    ],
)
def test_another_script_finds_the_name(index: Index, query: str, name: str) -> None:
    assert name in texts(index, query, limit=3)


def test_a_number_is_met_as_it_is_or_not_at_all(index: Index) -> None:
    forty_eight, eighty_four = (index.search(f"Plant No. {number}", Kind.ORGANISATION, 2) for number in (48, 84))
    assert ROWS[forty_eight[0].name_number][1] == "Plant No. 48"
    assert ROWS[eighty_four[0].name_number][1] == "Plant No. 84"
    assert forty_eight[0].rough > forty_eight[1].rough


def test_only_names_of_a_fitting_kind_are_candidates(index: Index) -> None:
    assert "Sergei Karpushin" not in texts(index, "Sergei Karpushin", Kind.ORGANISATION)
    assert "Novograd Turbine Works" not in texts(index, "Novograd Turbine Works", Kind.PERSON)
    assert "Novograd Turbine Works" in texts(index, "Novograd Turbine Works", Kind.OTHER)


@pytest.mark.parametrize("query", ["", "   ", "!!!", "x", "Company Limited", "的", "Zzyzx Qwrtps"])
def test_a_name_that_says_nothing_is_no_error(index: Index, query: str) -> None:
    assert all(0.0 <= found.rough <= 1.0 for found in index.search(query, Kind.ANY, 5))


def test_a_floor_leaves_the_rest_out(index: Index) -> None:
    whole = index.search("Sergei Lindqvist", Kind.PERSON, 10)
    floored = index.search("Sergei Lindqvist", Kind.PERSON, 10, 0.6)
    assert floored == [found for found in whole if found.rough >= 0.6]
    assert 0 < len(floored) < len(whole)


@pytest.mark.parametrize("row", ROWS, ids=[row[1] for row in ROWS])
def test_names_are_restored_as_they_were_parsed(index: Index, row: tuple[int, str, Kind]) -> None:
    parsed, restored = parse(row[1], row[2]), index.name(row[0])
    assert (restored.text, restored.folded, restored.kind) == (parsed.text, parsed.folded, parsed.kind)
    assert (restored.form, restored.numbers, restored.acronyms) == (parsed.form, parsed.numbers, parsed.acronyms)
    for left, right in zip(restored.words, parsed.words, strict=True):
        assert (left.text, left.latin, left.role, left.sound) == (right.text, right.latin, right.role, right.sound)
        assert left.weight == pytest.approx(right.weight, rel=1e-4)
        assert [s for s, _ in left.options] == [s for s, _ in right.options]


def test_words_of_several_names_are_restored_once(index: Index) -> None:
    kestrel, falcon = (index.name(len(PEOPLE) + place) for place in (1, 2))
    assert kestrel.words[1] is falcon.words[1]


def test_the_best_name_of_each_record_counts(tmp_path: Path) -> None:
    rows = [(7, "Karim Aziz", Kind.ORGANISATION), (7, "Karim Azizi", Kind.ORGANISATION), (8, "Karim Assad", Kind.ORGANISATION)]
    build(tmp_path / "names", rows)

    def rate(left: Name, right: Name) -> float:
        return 0.45 * len({w.latin for w in left.words} & {w.latin for w in right.words})

    index = Index.open(tmp_path / "names")
    assert index.best("Karim Aziz", Kind.ORGANISATION, 5, 0.4, rate) == [(7, 0, 0.9), (8, 2, 0.45)]
    assert index.best("Karim Aziz", Kind.ORGANISATION, 5, 0.6, rate) == [(7, 0, 0.9)]
    assert index.best("Karim Aziz", Kind.ORGANISATION, 1, 0.0, rate) == [(7, 0, 0.9)]


def test_many_names_of_one_record_leave_room_for_others(tmp_path: Path) -> None:
    rows = [(1, f"Omar Karim {letter}", Kind.PERSON) for letter in "abcdefgh"] + [(2, "Omar Karimov", Kind.PERSON)]
    build(tmp_path / "names", rows)
    records = [found.record for found in Index.open(tmp_path / "names").search("Omar Karim", Kind.PERSON, EACH + 1)]
    assert records.count(1) == EACH and records.count(2) == 1


def test_more_names_of_one_body_are_rated_than_of_one_person(tmp_path: Path) -> None:
    rows = [(1, f"Omar Karim {letter}", Kind.ORGANISATION) for letter in "abcdefgh"] + [(2, "Omar Karimov", Kind.ORGANISATION)]
    build(tmp_path / "names", rows)
    found = Index.open(tmp_path / "names").search("Omar Karim", Kind.ORGANISATION, EACH_OF_BODY + 1)
    assert [candidate.record for candidate in found].count(1) == EACH_OF_BODY > EACH


def test_an_empty_list_has_an_index_too(tmp_path: Path) -> None:
    build(tmp_path / "names", [])
    index = Index.open(tmp_path / "names")
    assert len(index) == 0 and index.search("Omar Karim", Kind.ANY, 5) == []


def test_marks_that_part_fields_do_no_harm(tmp_path: Path) -> None:
    build(tmp_path / "names", [(0, "Omar\x1fKarim\x1e Aziz\n", Kind.PERSON)])
    index = Index.open(tmp_path / "names")
    assert [word.latin for word in index.name(0).words] == [word.latin for word in parse("Omar Karim Aziz").words]


@pytest.mark.parametrize("damage", [b"", b"no index at all", None])
def test_a_damaged_file_is_refused(tmp_path: Path, damage: bytes | None) -> None:
    path = tmp_path / "names"
    build(path, ROWS)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    with pytest.raises(NotAFileFormat):
        Index.open(path)


def test_a_file_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "names"
    build(path, ROWS)
    whole = bytearray(path.read_bytes())
    whole[8] += 1
    path.write_bytes(whole)
    with pytest.raises(NotAFileFormat, match="version"):
        Index.open(path)


def test_a_broken_build_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "names"
    build(path, ROWS)
    before = path.read_bytes()

    def breaking():  # type: ignore[no-untyped-def]
        yield ROWS[0]
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        build(path, breaking())
    assert path.read_bytes() == before


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PEOPLE), st.data())
def test_any_one_error_in_any_long_word_is_forgiven(index: Index, name: str, data: st.DataObject) -> None:
    words = name.lower().split()
    which = data.draw(st.sampled_from([i for i, word in enumerate(words) if len(word) > 3]))
    word = words[which]
    place = data.draw(st.integers(0, len(word) - 2))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    words[which] = data.draw(
        st.sampled_from(
            [
                word[:place] + word[place + 1 :],
                word[:place] + letter + word[place:],
                word[:place] + letter + word[place + 1 :],
                word[:place] + word[place + 1] + word[place] + word[place + 2 :],
            ]
        )
    )
    assert name in texts(index, " ".join(words), Kind.PERSON)


FORMS = ["llc", "ooo", "limited", "company limited", "joint stock company", "jsc", "s a", "ao", "gmbh", "zao"]
TRADES = ["trading", "construction", "transport", "investment", "development", "chemical", "shipping", "energy"]
SYLLABLES = ["ba", "ko", "ri", "ten", "mu", "sha", "lo", "vi", "gra", "nel", "do", "pis"]


def made(count: int) -> list[str]:
    """Firms: an invented word or none, common words, a legal form; each name once."""
    draw = random.Random(5)
    names: dict[str, None] = {}
    while len(names) < count:
        own = ["".join(draw.choices(SYLLABLES, k=draw.randint(2, 3)))] if draw.random() < 0.7 else []
        trades = draw.sample(TRADES, draw.randint(0 if own else 1, 2))
        names[" ".join([*own, *trades, *draw.sample(FORMS, draw.randint(1, 2))])] = None
    return list(names)


@pytest.fixture(scope="module")
def firms(tmp_path_factory: pytest.TempPathFactory) -> tuple[Index, list[str]]:
    path, names = tmp_path_factory.mktemp("firms") / "names.index", made(4_000)
    build(path, [(n, name, Kind.ORGANISATION) for n, name in enumerate(names)])
    return Index.open(path), names


def share_found(firms: tuple[Index, list[str]], fits: Callable[[list[str]], bool], place: int, depth: int) -> float:
    """The share of the made names found among so many candidates with two letters of one word exchanged."""
    index, names = firms
    asked = [(n, name.split()) for n, name in enumerate(names) if fits(name.split()) and len(name.split()[place]) > 3][:300]
    met = 0
    for number, words in asked:
        word = words[place]
        words[place] = word[0] + word[2] + word[1] + word[3:] if word[1] != word[2] else word[0] + word[2:]
        found = index.search(" ".join(words), Kind.ORGANISATION, depth)
        met += number in [candidate.record for candidate in found]
    assert len(asked) > 100
    return met / len(asked)


def test_short_names_of_common_words_are_found_with_an_error(firms: tuple[Index, list[str]]) -> None:
    common = {word for words in (*FORMS, *TRADES) for word in words.split()}
    assert share_found(firms, lambda words: len(words) <= 4 and common.issuperset(words), 0, 10) >= 0.98
    assert share_found(firms, lambda words: len(words) <= 4 and common.issuperset(words), -1, 10) >= 0.98


def test_names_whose_only_rare_word_is_misspelled_are_found(firms: tuple[Index, list[str]]) -> None:
    common = {word for words in (*FORMS, *TRADES) for word in words.split()}
    assert share_found(firms, lambda words: words[0] not in common and len(words) > 2, 0, 5) >= 0.98
