"""Content of the papers in three languages, of our own writing, after the public facts of the worked cases."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from paper_reports import NEWS, NOTES, SHEET, memo, visit

from dragoman.report.papers.content import (
    Badge,
    Badges,
    Box,
    Directory,
    Entry,
    Exhibit,
    Exhibitor,
    FloorPlan,
    Hall,
    Person,
    Programme,
    PublicEdition,
    PublicSeries,
    ReleasedFigure,
    Said,
    Stand,
)  # fmt: skip

__all__ = [
    "EDITION", "NEWS", "NOTES", "SHEET", "TITLES", "badges", "directory", "exhibitors", "memo", "plan", "programme", "public",
    "series", "visit",
]  # fmt: skip
EDITION = {
    "en": "9th exhibition of military and civil technology",
    "ru": "9-я выставка военных и гражданских технологий",
    "zh": "第九届军民两用技术博览会",
}
HALLS = (
    {"en": "Hall A", "ru": "Зал A", "zh": "A馆"},
    {"en": "Belt and Road hall", "ru": "Зал «Пояс и путь»", "zh": "一带一路馆"},
)
TITLES = (
    {"en": "Spherical robot for search and rescue", "ru": "Робот-шар для поиска и спасения", "zh": "用于搜救的球形机器人"},
    {"en": "Forum on technology transfer", "ru": "Форум по трансферу технологий", "zh": "技术转移论坛"},
    {"en": "Biomedicine: projects seek partners", "ru": "Биомедицина: проекты ищут партнёров", "zh": "生物医药项目寻求合作"},
)
SPEAKERS = ({"en": "Ivan Petrov", "ru": "Иван Петров", "zh": "伊万·彼得罗夫"}, {"en": "Li Na", "ru": "Ли На", "zh": "李娜"})


def programme(items: int = 24) -> Programme:
    """So many items over four days."""
    kinds, entries = ("release", "forum", "opening"), []
    for n in range(items):
        start = datetime(2017, 6, 22, 9) + timedelta(days=n * 4 // items, minutes=15 * (n % 36))
        title = {lang: f"{text} {n + 1}" for lang, text in TITLES[n % 3].items()}
        speakers = SPEAKERS[: n % 3]
        entries.append(
            Entry(
                f"item-{n}", start, start + timedelta(minutes=45), title, HALLS[n % 2], speakers, kinds[n % 3], cancelled=n == 5
            )
        )
    theme = {"en": "Opening day", "ru": "День открытия", "zh": "开幕日"}
    return Programme(
        EDITION,
        tuple(entries),
        {date(2017, 6, 22): theme},
        place={"en": "Chongqing", "ru": "Чунцин", "zh": "重庆"},
        key="mct-9",
    )


def exhibitors() -> tuple[Exhibitor, ...]:
    """Three exhibitors of different countries."""
    return (
        Exhibitor(
            {"en": "Sphere Robotics", "ru": "«Сфера Роботикс»", "zh": "球形机器人公司"},
            "ru",
            HALLS[1],
            "B12",
            ({"en": "robots", "ru": "роботы", "zh": "机器人"}, {"en": "care", "ru": "уход", "zh": "护理"}),
            Said(
                {
                    "en": "From space to the care of elderly people.",
                    "ru": "От космоса к уходу за пожилыми людьми.",
                    "zh": "从航天走向养老。",
                },
                (NEWS,),
            ),
            (
                Person(
                    {"en": "Ivan Petrov", "ru": "Иван Петров", "zh": "伊万·彼得罗夫"},
                    {"en": "lead programmer", "ru": "ведущий программист", "zh": "首席程序员"},
                ),
            ),
            (
                Exhibit(
                    {"en": "Spherical robot", "ru": "Робот-шар", "zh": "球形机器人"},
                    {
                        "en": "search after fires and earthquakes",
                        "ru": "поиск после пожаров и землетрясений",
                        "zh": "火灾和地震后的搜救",
                    },
                    8,
                ),
            ),
            "https://example.org/sphere",
        ),
        Exhibitor({"en": "Chongqing Instruments", "ru": "«Чунцин Инструментс»", "zh": "重庆仪器厂"}, "cn", HALLS[0], "A2"),
        Exhibitor(
            {"en": "Danube Biomedical", "ru": "«Дунай Биомедикал»", "zh": "多瑙生物医药"},
            "hu",
            HALLS[1],
            "B3",
            ({"en": "biomedicine", "ru": "биомедицина", "zh": "生物医药"},),
        ),
    )


def directory() -> Directory:
    """The exhibitors as a directory."""
    return Directory(EDITION, exhibitors(), date(2017, 6, 1))


def badges() -> Badges:
    """Twelve badges: short and very long names, all kinds."""
    kinds = ("exhibitor", "delegate", "speaker", "press", "staff", "visitor", "juror")
    long = {
        "en": "Research and Production Association of Precision Instruments and Automation",
        "zh": "精密仪器与自动化科研生产联合体",
        "ru": "Научно-производственное объединение точных приборов и автоматики имени первого конструктора",
    }
    people = [
        SPEAKERS[0],
        SPEAKERS[1],
        {
            "en": "Konstantin Aleksandrovich Preobrazhensky-Voznesensky",
            "ru": "Константин Александрович Преображенский-Вознесенский",
            "zh": "欧阳文慧",
        },
    ]
    made = [
        Badge(
            people[n % 3],
            {"en": "lead programmer", "ru": "ведущий программист", "zh": "首席程序员"},
            long if n % 3 == 2 else TITLES[0],
            f"B{n + 1}",
            f"https://example.org/p/{n}",
            kinds[n % 7],
            ("ru", "cn", "hu")[n % 3],
            "person@example.org",
        )
        for n in range(12)
    ]
    return Badges(EDITION, tuple(made))


def plan() -> FloorPlan:
    """Two halls, 2 by 8 stands each; some free, some too narrow for a name."""
    halls = (Hall(HALLS[0], Box(0, 0, 60, 30)), Hall(HALLS[1], Box(64, 0, 40, 30)))
    names = [e.name for e in exhibitors()]
    stands = []
    for hall, (left, width, count) in enumerate(((2.0, 6.0, 8), (66.0, 3.6, 8))):
        for n in range(count):
            for row, top in enumerate((6.0, 18.0)):
                label = f"{'AB'[hall]}{n * 2 + row + 1}"
                name = names[(n + row) % 3] if (n + row) % 4 else ""
                stands.append(Stand(label, Box(left + n * (width + 1), top, width, 8), name))
    return FloorPlan(EDITION, halls, tuple(stands))


def public() -> PublicEdition:
    """What an edition's owners released."""
    return PublicEdition(
        EDITION,
        {
            "en": "Exhibition of military and civil technology",
            "ru": "Выставка военных и гражданских технологий",
            "zh": "军民两用技术博览会",
        },
        {"en": "Technology for peace & people", "ru": "Технологии для мира и людей", "zh": "科技造福人类"},
        date(2017, 6, 22),
        date(2017, 6, 25),
        {"en": "Chongqing", "ru": "Чунцин", "zh": "重庆"},
        (
            Said(
                {
                    "en": "The ninth edition has a hall for a group of countries for the first time.",
                    "ru": "На девятой выставке впервые есть зал для группы стран.",
                    "zh": "第九届首次为一组国家设立专馆。",
                },
                (NEWS,),
            ),
        ),
        ({"en": "Municipal government", "ru": "Городское правительство", "zh": "市政府"},),
        ({"en": "Defence academy", "ru": "Оборонная академия", "zh": "国防科研院"},),
        (),
        (
            ReleasedFigure(
                {"en": "Delegations", "ru": "Делегации", "zh": "代表团"},
                {"en": "more than 200", "ru": "более 200", "zh": "200多个"},
                NEWS,
            ),
            ReleasedFigure(
                {"en": "Countries", "ru": "Страны", "zh": "国家"}, {"en": "more than 20", "ru": "более 20", "zh": "20多个"}
            ),
        ),
        programme(12),
        exhibitors(),
        plan(),
    )


def series() -> PublicSeries:
    """The series with its only released edition."""
    return PublicSeries(public().series, public().about, (public(),), {EDITION["en"]: "2017.html"})
