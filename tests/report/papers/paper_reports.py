"""A visit report and a memo in three languages, of our own writing, after the public facts of the worked cases."""

from __future__ import annotations

from datetime import date, datetime

from dragoman.report.papers.content import (
    Condition,
    Introduction,
    Memo,
    Person,
    Promise,
    Said,
    Shortlisted,
    Source,
    Stop,
    VisitReport,
)  # fmt: skip

NOTES = Source(
    "Notes of the visit", "Delegation of Xinxiang", "2018-06-19", "stop 2, lines 4–9", url="https://example.org/notes"
)
NEWS = Source(
    "В Троицк приехала делегация из Синьсяна",
    "Городская газета",
    "2018-06-20",
    "абзац 5",
    "Робот перевозит грузы на складе, его создавали пять лет.",
)
SHEET = Source("科技成果目录", "新乡市科学技术局", "2018-05-30", "第3张表，第12行")


def visit() -> VisitReport:
    """A delegation at a nano-technology centre: three stops, conditions, promises, one of them overdue."""
    return VisitReport(
        title={
            "en": "Visit to the nano-technology centre at Troitsk",
            "ru": "Визит в наноцентр в Троицке",
            "zh": "特罗伊茨克纳米中心考察",
        },
        delegation={"en": "Delegation of Xinxiang", "ru": "Делегация города Синьсян", "zh": "新乡市代表团"},
        host={"en": "TechnoSpark, Troitsk", "ru": "Наноцентр «ТехноСпарк», Троицк", "zh": "特罗伊茨克TechnoSpark纳米中心"},
        start=date(2018, 6, 18),
        end=date(2018, 6, 20),
        place={"en": "Troitsk, Moscow", "ru": "Троицк, Москва", "zh": "莫斯科特罗伊茨克"},
        purpose={
            "en": "Find firms that will work in Xinxiang, and where to produce.",
            "ru": "Найти компании, готовые работать в Синьсяне, и место для производства.",
            "zh": "寻找愿意落户新乡的企业，并确定生产地点。",
        },
        members=(
            Person({"en": "Wang Lei", "zh": "王磊", "ru": "Ван Лэй"}, {"en": "head", "ru": "руководитель", "zh": "团长"}),
            Person({"en": "Zhao Min", "zh": "赵敏", "ru": "Чжао Минь"}, {"en": "investor", "ru": "инвестор", "zh": "投资人"}),
        ),
        summary=(
            Said(
                {
                    "en": "The warehouse robot is ready for a pilot; its makers look for a site.",
                    "ru": "Складской робот готов к опытной работе, разработчики ищут площадку.",
                    "zh": "仓储机器人已可试点，研发方正在寻找场地。",
                },
                (NEWS, NOTES),
            ),
            Said(
                {
                    "en": "Picosecond lasers are already sold in the country; the diamond growers want partners.",
                    "ru": "Пикосекундные лазеры уже продаются в стране; производители алмазов ищут партнёров.",
                    "zh": "皮秒激光器已进入本国市场；人造金刚石企业希望寻找合作伙伴。",
                },
                (SHEET,),
            ),
        ),
        stops=(
            Stop(
                {"en": "Artificial diamonds", "ru": "Искусственные алмазы", "zh": "人造金刚石"},
                datetime(2018, 6, 18, 10, 30),
                {"en": "Laboratory 3", "ru": "Лаборатория 3", "zh": "三号实验室"},
                "laboratory",
                (
                    Person(
                        {"en": "Anna Orlova", "ru": "Анна Орлова", "zh": "安娜·奥尔洛娃"},
                        {"en": "head of laboratory", "ru": "заведующая лабораторией", "zh": "实验室主任"},
                    ),
                ),
                seen=(
                    Said(
                        {
                            "en": "Plates of 10 mm grown in one run of 14 days.",
                            "ru": "Пластины 10 мм, выращенные за один цикл в 14 дней.",
                            "zh": "一次生长14天可得到10毫米的片材。",
                        },
                        (NOTES,),
                    ),
                ),
                questions=(
                    Said(
                        {
                            "en": "Who owns the process patents? Answer promised.",
                            "ru": "Кому принадлежат патенты на процесс? Ответ обещан.",
                            "zh": "工艺专利归谁所有？对方答应书面回复。",
                        }
                    ),
                ),
            ),
            Stop(
                {"en": "Warehouse robot", "ru": "Складской робот", "zh": "仓储机器人"},
                datetime(2018, 6, 19, 14, 0),
                kind="production",
                seen=(
                    Said(
                        {
                            "en": "The robot carries cargo in a store; it took five years to develop.",
                            "ru": "Робот перевозит грузы на складе; его разрабатывали пять лет.",
                            "zh": "该机器人用于仓库搬运货物，研发历时五年。",
                        },
                        (NEWS,),
                    ),
                ),
                estimate=(
                    Said(
                        {
                            "en": "Close to what our logistics hubs ask for.",
                            "ru": "Близко к тому, что нужно нашим логистическим центрам.",
                            "zh": "与我市物流枢纽的需求较为接近。",
                        },
                        (NOTES,),
                        {"en": "Zhao Min, investor", "ru": "Чжао Минь, инвестор", "zh": "投资人赵敏"},
                    ),
                ),
                next_step={
                    "en": "Send the data sheet and a price for ten units.",
                    "ru": "Прислать описание и цену на десять штук.",
                    "zh": "提供技术资料和十台的报价。",
                },
                owner={"en": "TechnoSpark", "ru": "«ТехноСпарк»", "zh": "TechnoSpark"},
                due=date(2018, 7, 15),
            ),
            Stop(
                {"en": "City administration", "ru": "Администрация города", "zh": "市政府"},
                datetime(2018, 6, 20, 11, 0),
                kind="reception",
            ),
        ),
        conditions=(
            Condition(
                "site",
                Said(
                    {
                        "en": "1,200 m² in the technology park, free for the first year.",
                        "ru": "1 200 м² в технопарке, первый год бесплатно.",
                        "zh": "科技园内1200平方米，首年免租。",
                    },
                    (NOTES,),
                ),
            ),
            Condition(
                "jobs", Said({"en": "40 to 60 within three years.", "ru": "От 40 до 60 за три года.", "zh": "三年内40至60个。"})
            ),
        ),
        promises=(
            Promise(
                Said(
                    {
                        "en": "Invitation to the exhibition in October",
                        "ru": "Приглашение на октябрьскую выставку",
                        "zh": "邀请参加十月的展会",
                    },
                    (NEWS,),
                ),
                {"en": "Xinxiang", "ru": "Синьсян", "zh": "新乡市"},
                date(2018, 9, 1),
            ),
            Promise(
                Said(
                    {
                        "en": "List of patents with their owners",
                        "ru": "Список патентов с правообладателями",
                        "zh": "专利及权利人清单",
                    }
                ),
                {"en": "Laboratory 3", "ru": "Лаборатория 3", "zh": "三号实验室"},
                date(2018, 6, 30),
                "overdue",
            ),
        ),
        told=({"en": "Local investors", "ru": "Местные инвесторы", "zh": "本地投资人"},),
        author={"en": "Wang Lei", "zh": "王磊", "ru": "Ван Лэй"},
        made=date(2018, 6, 25),
    )


def memo() -> Memo:
    """A small firm asks for partners in a region."""
    return Memo(
        client={"en": "Lantern Sensors", "ru": "«Лантерн Сенсорс»", "zh": "灯塔传感器公司"},
        question={
            "en": "Who in Russia develops fibre sensors that are ready for production?",
            "ru": "Кто в России разрабатывает волоконные датчики, готовые к производству?",
            "zh": "俄罗斯有哪些单位研制可投产的光纤传感器？",
        },
        region={"en": "Russia", "ru": "Россия", "zh": "俄罗斯"},
        field={"en": "Fibre-optic sensors", "ru": "Волоконно-оптические датчики", "zh": "光纤传感器"},
        budget={"en": "EUR 200,000 in two years", "ru": "200 000 евро за два года", "zh": "两年20万欧元"},
        adviser={"en": "Union of engineering societies", "ru": "Союз инженерных обществ", "zh": "工程学会联合会"},
        made=date(2017, 12, 1),
        answer=(
            Said(
                {
                    "en": "Two institutes fit; one of them already makes small series.",
                    "ru": "Подходят два института; один уже выпускает малые серии.",
                    "zh": "有两家院所符合要求，其中一家已小批量生产。",
                },
                (SHEET,),
            ),
        ),
        shortlist=(
            Shortlisted(
                {"en": "Institute of Fibre Optics", "ru": "Институт волоконной оптики", "zh": "光纤光学研究所"},
                {"en": "institute", "ru": "институт", "zh": "研究所"},
                {"en": "Perm", "ru": "Пермь", "zh": "彼尔姆"},
                {"en": "strain and temperature", "ru": "деформация и температура", "zh": "应变与温度"},
                7,
                (
                    Said(
                        {
                            "en": "Shown at the fair of 2017 with a working sample.",
                            "ru": "Показан на ярмарке 2017 года с действующим образцом.",
                            "zh": "2017年交易会上展出了可运行样机。",
                        },
                        (NEWS,),
                    ),
                    Said(
                        {"en": "Makes 300 pieces a year.", "ru": "Выпускает 300 штук в год.", "zh": "年产300件。"},
                        (SHEET, NOTES),
                    ),
                ),
                (
                    Said(
                        {
                            "en": "Export of the reading unit may need a licence: not checked yet.",
                            "ru": "Для вывоза считывающего блока может понадобиться лицензия: не проверено.",
                            "zh": "读出单元出口可能需要许可证，尚未核实。",
                        }
                    ),
                ),
            ),
            Shortlisted(
                {"en": "Photonics project of a university", "ru": "Проект университета по фотонике", "zh": "某大学光子学项目"},
                trl=4,
                why=(
                    Said(
                        {"en": "Seeks a partner abroad.", "ru": "Ищет партнёра за рубежом.", "zh": "正在寻找国外合作伙伴。"},
                        (SHEET,),
                    ),
                ),
            ),
        ),
        introductions=(
            Introduction(
                {"en": "Institute of Fibre Optics", "ru": "Институт волоконной оптики", "zh": "光纤光学研究所"},
                {"en": "the union", "ru": "союз", "zh": "联合会"},
                date(2017, 12, 11),
                "made",
            ),
        ),
        next_steps=(
            Promise(
                Said({"en": "Ask for samples", "ru": "Запросить образцы", "zh": "索取样品"}),
                {"en": "Lantern Sensors", "ru": "«Лантерн Сенсорс»", "zh": "灯塔传感器公司"},
                date(2018, 1, 31),
            ),
        ),
    )
