# ruff: noqa: E501 (one case on one line)
"""Each class of Russian rule on sentences of our own: the schema, the quote and what is claimed."""

from __future__ import annotations

import pytest
from checks import Case, Find, check_case, check_denied, check_event, check_planned, check_rules, check_time, check_unsigned

from dragoman.extract import ru
from dragoman.extract.draft import Ref
from dragoman.extract.ru.words import pattern
from dragoman.model.schema import schema
from dragoman.model.statement import Bound

CASES = [
    ("Организаторами выставки выступают {ORG|Министерство науки} и {ORG|Академия наук}.", "Participation", "Академия наук", {"role": "organizer", "participant": "Академия наук"}),
    ("Форум проходит при поддержке {ORG|Фонда развития}.", "Participation", "при поддержке Фонда развития", {"role": "supporter"}),
    ("Почётным гостем ярмарки стала {LOC|Сербия}.", "Participation", "Почётным гостем ярмарки стала Сербия", {"role": "guest of honour"}),
    ("Директор технопарка {ORG|«Заря»} {PER|Анна Белова} встретила гостей.", "Employment", "Директор технопарка «Заря» Анна Белова", {"employer": "«Заря»"}),
    ("{PER|Пётр Лунин}, ведущий инженер компании {COM|«Вектор»}, показал прибор.", "Employment", "Пётр Лунин, ведущий инженер компании «Вектор»", {"employee": "Пётр Лунин"}),
    ("Делегация {LOC|Хэнани} во главе с вице-губернатором {PER|Ли Мином} прибыла утром.", "Delegation", "во главе с вице-губернатором Ли Мином", {"head": "Ли Мином"}),
    ("Гости осмотрели лабораторию искусственных алмазов и цех.", "Stop", "осмотрели лабораторию искусственных алмазов и цех", {}),
    ("Делегация посетила {ORG|наноцентр «Сигма»}.", "Visit", "посетила наноцентр «Сигма»", {"destination": "наноцентр «Сигма»"}),
    ("{PER|Ван Ли} пригласил предприятия на выставку в {LOC|Ухане}.", "Invitation", "пригласил предприятия на выставку в Ухане", {"inviter": "Ван Ли"}),
    ("{ORG|НГУ} и {ORG|Хэйлунцзянский университет} подписали соглашение об обмене.", "Agreement", "подписали соглашение об обмене", {"status": "signed"}),
    ("Стороны планируют подписать меморандум в октябре.", "Agreement", "планируют подписать меморандум", {"status": "planned"}),
    ("Стороны договорились о намерениях по созданию центра.", "Agreement", "договорились о намерениях", {"status": "intended"}),
    ("Предприятие ищет партнёров по сборке в {LOC|Китае}.", "Partnership", "ищет партнёров по сборке", {"partnershipKind": "sought"}),
    ("{ORG|МГТУ} и {COM|Huawei} открыли совместную лабораторию связи.", "JointLab", "совместную лабораторию связи", {"partner": "МГТУ"}),
    ("Институт входит в {ORG|Консорциум «Север»}.", "Membership", "входит в Консорциум «Север»", {"organization": "Консорциум «Север»"}),
    ("{COM|«Гелиос»} открыла представительство в {LOC|Ухане}.", "Presence", "открыла представительство в Ухане", {"place": "Ухане"}),
    ("Некая китайская технологическая компания купила завод.", "Company", "Некая китайская технологическая компания", {"unnamed": "Некая китайская технологическая компания"}),
    ("На стенде показан складской робот для перевозки грузов.", "Technology", "складской робот", {}),
    ("Запущена программа «Сто технологий».", "Programme", "программа «Сто технологий»", {}),
    ("Робот предназначен для перевозки грузов.", "Technology", "предназначен для перевозки грузов", {"use": "предназначен для перевозки грузов"}),
    ("Выставка прошла под девизом «Море без границ» у 5-й Амурской выставки.", "Edition", "под девизом «Море без границ»", {"theme": "«Море без границ»"}),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[2])
def test_rule(drafts: Find, case: Case) -> None:
    check_case(drafts, case)


def test_edition_with_dates_and_place(drafts: Find) -> None:
    text = "Девятая Китайская международная выставка военных технологий открылась 22 июня 2017 года в {LOC|Чунцине} и продлится четыре дня."
    check_event(
        drafts, text, ("ordinal", "9"), ("startDate", "2017-06-22"), ("location", "Чунцине"), ("duration", "четыре дня")
    )


def test_figures_keep_bounds_and_currency(drafts: Find) -> None:
    text = "Участвовали более 200 предприятий, подписаны 12 контрактов на сумму 456,5 млрд юаней."
    claims = {c.prop: c for s, _, d in drafts(text) if s == "Figure" for c in d.claims if c.prop == "amount"}
    values = {(c.value, c.bound) for s, _, d in drafts(text) if s == "Figure" for c in d.claims if c.prop == "value"}
    assert ("200", Bound.MORE_THAN) in values
    assert (claims["amount"].value, claims["amount"].unit) == ("456500000000", "CNY")


def test_what_is_denied_is_told_as_denied(drafts: Find) -> None:
    check_denied(drafts, "В {LOC|Китае} клиентов у компании пока нет.", "От совместного предприятия завод отказался.")


def test_intent_is_never_signed(drafts: Find) -> None:
    check_unsigned(
        drafts, "Стороны намерены заключить договор.", "Планируется подписать контракт.", "Подписан протокол о намерениях."
    )


def test_a_planned_office_is_not_running(drafts: Find) -> None:
    check_planned(drafts, "{COM|«Вектор»} планирует открыть сервисный центр в {LOC|Ухане}.")


def test_the_country_of_a_currency_is_no_place(drafts: Find) -> None:
    assert not [q for s, q, _ in drafts("Продано товаров на 2 млн долларов {LOC|США}.") if s == "Place"]


def test_speaker_of_a_quotation_over_two_sentences(drafts: Find) -> None:
    text = "«Мы ищем партнёров в {LOC|Китае}.\nПока такого партнёра у нас нет», — отметил директор {PER|Сергей Вихров}."
    found = [d.speaker for s, _, d in drafts(text) if s == "Partnership"]
    assert found == ["Сергей Вихров", "Сергей Вихров"]


def test_case_forms_of_a_name_are_one_entity(drafts: Find) -> None:
    refs = {
        d.about
        for s, _, d in drafts("{PER|Геннадий Попов} приехал.\nС {PER|Геннадием Поповым} говорили.\n{PER|Попов} ответил.")
        if s == "Person"
    }
    assert len(refs) == 1


def test_bare_heads_and_headings_prove_nothing(drafts: Find) -> None:
    assert not [
        q
        for s, q, _ in drafts("ДЕЛОВАЯ ПРОГРАММА\nПостоянные площадки\nВыставка закрыта.")
        if schema(s).kind in ("event", "project")
    ]


def test_every_pattern_compiles_and_every_property_is_in_the_schema() -> None:
    check_rules(ru.RULES, pattern)


@pytest.mark.parametrize(
    "text",
    ["выставка " * 11_000, "договорились подписать меморандум с партнёрами " * 2_000, "«" * 100_000, "{LOC|Китай}, " * 7_000],
)
def test_hostile_length_takes_seconds(drafts: Find, text: str) -> None:
    check_time(drafts, text)


@pytest.mark.parametrize(
    "text",
    [
        "делегация посетила завод и договорилась о совместном производстве приборов " * 1_400,
        "выпускает станки, приборы, датчики, " * 2_800,
        "институт возглавляет центр который " * 2_900,
        "в области для работы по заказу флота не было " * 2_300,
    ],
)
def test_turns_take_time_by_length(drafts: Find, text: str) -> None:
    check_time(drafts, text)


def _sides(drafts: Find, text: str, kind: str, prop: str) -> set[str]:
    values = (c.value for s, _, d in drafts(text) if s == kind for c in d.claims if c.prop == prop)
    return {v.name if isinstance(v, Ref) else v for v in values}


def test_who_is_visited_is_no_visitor(drafts: Find) -> None:
    text = "Делегация из {LOC|Синьсяна} посетила центр {ORG|«Техноспарк»}."
    assert _sides(drafts, text, "Visit", "visitor") == {"Делегация из Синьсяна"}


def test_who_comes_may_stand_behind_the_verb(drafts: Find) -> None:
    assert "делегация Хэнани" in _sides(drafts, "Наноцентр посетила делегация {LOC|Хэнани}.", "Visit", "visitor")


def test_who_receives_is_the_person_not_the_guest_nor_the_town_of_the_post(drafts: Find) -> None:
    text = "Делегацию {LOC|Хэнани} принял заместитель главы городского округа {LOC|Троицк} {PER|Иван Петров}."
    assert _sides(drafts, text, "Visit", "host") == {"Иван Петров"}


def test_who_is_invited_is_no_inviter(drafts: Find) -> None:
    text = "Делегация {LOC|Троицка} приглашена на выставку в {LOC|Синьсян}."
    assert _sides(drafts, text, "Invitation", "inviter") == set()
    assert _sides(drafts, text, "Invitation", "invitee") == {"Делегация Троицка"}


@pytest.mark.parametrize(
    "text",
    [
        "«Мы подготовим отчёт», — отметил руководитель делегации {PER|Ван Хай}.",
        "Затем делегацию принял заместитель главы округа {PER|Иван Петров}.",
    ],
)
def test_who_speaks_of_a_delegation_tells_no_members(drafts: Find, text: str) -> None:
    assert _sides(drafts, text, "Delegation", "memberKind") == set()


def test_who_leads_a_delegation_is_its_head(drafts: Find) -> None:
    assert _sides(drafts, "Об этом сказал руководитель делегации {PER|Ван Хай}.", "Delegation", "head") == {"Ван Хай"}


def test_head_and_members_are_told_of_the_delegation_named_before(drafts: Find) -> None:
    text = "Делегация из {LOC|Синьсяна} прибыла.\nВ состав делегации вошли инвесторы.\nВыступил руководитель делегации {PER|Ван Хай}."
    assert {d.about.name for s, _, d in drafts(text) if s == "Delegation"} == {"Делегация из Синьсяна"}
