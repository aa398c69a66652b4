"""A small edition with everything on it, made through the calls an organiser's forms make."""

from __future__ import annotations

import csv
from pathlib import Path

from dragoman.workspace import Workspace, open_workspace

ANNA = "Anna Chen"
EDITION = "Tidal Fair 3"
LISTED = [("r0", "Vostok Pribor LLC", "Company", "RU")]


def listed(hall: Workspace) -> None:
    """A list with one firm on it that exhibits here."""
    path = hall.folder / "own.csv"
    with path.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([("no", "name", "kind", "country"), *LISTED])
    hall.lists.add("own", path, name_column="name", id_column="no", schema_column="kind", country_column="country")


def made(folder: Path) -> Workspace:
    """Four exhibitors with stands in two halls, a delegation, four events, a released programme; nothing is public."""
    hall = open_workspace(folder, create=True)
    enter = hall.expo.enter
    enter(
        "Expo", {"name": ["Tidal Fair", "潮汐博览会", "Выставка «Прилив»"], "summary": "A fair of marine technology."}, by=ANNA
    )
    edition = {
        "name": [EDITION, "第三届潮汐博览会", "3-я выставка «Прилив»"], "ordinal": 3, "startDate": "2019-06-14",
        "endDate": "2019-06-17", "venue": ["Port Hall", "港口会展中心", "Портовый зал"], "timeZone": "Asia/Shanghai",
        "theme": ["Depth and light", "深度与光明", "Глубина и свет"], "organizer": "Harbour City Government",
        "supporter": "Institute of Naval Defence", "guestOfHonour": "Belarus",
        "summary": ["Third edition of the fair.", "博览会第三届。", "Третий выпуск выставки."],
        "letter": "Letter of the Academy",
    }  # fmt: skip
    government = {"name": "Harbour City Government", "alias": ["海港市人民政府", "Администрация Гаванска"]}
    enter("PublicBody", government, by=ANNA)
    enter("Edition", edition, by=ANNA, of="Tidal Fair")
    _exhibitors(hall)
    _delegation(hall)
    _events(hall)
    hall.programmes.release(hall.expo.edition(EDITION), by=ANNA)
    return hall


EXHIBITORS = (
    (("Rover Co. Ltd", "罗孚有限公司", "ООО «Ровер»"), "China", "robotics", "A-1",
     ("Ivan Petrov", "伊万·彼得罗夫"), "Sphere robot"),
    (("Harbour Institute", "海港研究所", "Институт «Гавань»"), "China", "acoustics", "A-2", ("Li Wei", "李伟"), "Sonar"),
    (("Lancet LLC", "兰塞特公司", "ООО «Ланцет»"), "Belarus", "lasers", "B-1",
     ("Olga Orlova", "奥尔加·奥尔洛娃"), "Picosecond laser"),
    (("Vostok Pribor LLC", "东方仪器公司", "ООО «Восток Прибор»"), "Russia", "optics", "B-2",
     ("Pavel Orlov", "帕维尔·奥尔洛夫"), "Lens"),
)  # fmt: skip


def _exhibitors(hall: Workspace) -> None:
    enter = hall.expo.enter
    for n, name in enumerate((["Hall A", "A馆", "Зал А"], ["Hall of Belt and Road countries", "“一带一路”国家馆"])):
        enter("Hall", {"name": name}, by=ANNA, of=EDITION)
        for m in range(3):
            number = f"{'AB'[n]}-{m + 1}"
            box = {"left": 10 * m, "top": 20 * n, "width": 9, "depth": 6}
            enter("Stand", {"number": number, "hall": name[0], **box}, by=ANNA, of=EDITION)
    for (name, *others), country, field, stand, (person, *aliases), exhibit in EXHIBITORS:
        company = {"name": name, "alias": others, "country": country, "website": f"https://{stand.lower()}.example"}
        enter("Company", company, by=ANNA)
        people = {"name": [person, *aliases], "position": "director", "email": f"{stand.lower()}@example.org"}
        enter("Person", people, by=ANNA)
        part = {"participant": name, "role": "exhibitor", "stand": stand, "representative": person}
        enter("Participation", part, by=ANNA, of=EDITION)
        shown = {"name": exhibit, "exhibitor": name, "field": field, "trl": 7, "use": ["Search and rescue", "搜救"]}
        enter("Exhibit", shown, by=ANNA, of=EDITION)


def _delegation(hall: Workspace) -> None:
    form = {
        "name": "Minsk delegation", "sender": "Minsk City Council", "head": "Viktor Kim", "member": ["Anna Novak", "Wu Fang"],
        "interpreter": "Zhao Min",
    }  # fmt: skip
    hall.expo.enter("Delegation", form, by=ANNA, of=EDITION)


def _events(hall: Workspace) -> None:
    enter = hall.expo.enter
    forum = {
        "name": ["Forum on sonar", "声呐论坛", "Форум по гидролокации"], "startDate": "2019-06-14", "startTime": "09:30",
        "endTime": "11:00", "room": ["Room 2", "2号会议室", "Комната 2"], "speaker": ["Li Wei", "Olga Orlova"],
        "theme": ["Hearing under water", "水下听觉", "Слышать под водой"],
        "result": ["Two joint surveys agreed", "商定两次联合勘测", "Согласованы две совместные съёмки"],
    }  # fmt: skip
    enter("Forum", forum, by=ANNA, of=EDITION)
    release = {
        "name": ["Release of laser projects", "激光项目发布会", "Презентация лазерных проектов"], "startDate": "2019-06-14",
        "startTime": "10:30", "endTime": "12:00", "room": "room 2", "stagedBy": "Minsk delegation",
        "project": ["Femtosecond source", "Laser cleaning"],
    }  # fmt: skip
    for name, zh in (("Femtosecond source", "飞秒光源"), ("Laser cleaning", "激光清洗")):
        enter("Project", {"name": [name, zh], "developer": "Lancet LLC"}, by=ANNA, of=EDITION)
    enter("Release", release, by=ANNA, of=EDITION)
    fair = {
        "name": ["Fair for results and patents", "科技成果与专利交易会", "Ярмарка результатов и патентов"],
        "eventKind": "results fair", "startDate": "2019-06-15", "endDate": "2019-06-16", "startTime": "10:00",
        "endTime": "18:00", "room": "Hall A", "organizer": "Harbour Exchange",
    }  # fmt: skip
    enter("Event", fair, by=ANNA, of=EDITION)
    evening = {
        "name": ["Night of start-ups", "创业之夜", "Ночь стартапов"], "eventKind": "side event", "startDate": "2019-06-15",
        "startTime": "19:00", "organizer": "Harbour Club",
    }  # fmt: skip
    enter("Event", evening, by=ANNA, of=EDITION)
