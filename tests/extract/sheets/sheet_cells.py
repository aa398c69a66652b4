"""What the test sheets hold: for each field the same thing said in English, Chinese and Russian."""

from __future__ import annotations

SAID: dict[str, tuple[str, str, str]] = {
    "country": ("Hungary", "匈牙利", "Венгрия"),
    "status": ("signed", "已签约", "подписано"),
    "bodyKind": ("institute", "研究所", "институт"),
    "originSector": ("military", "军用", "военное"),
    "presenceKind": ("data centre", "数据中心", "дата-центр"),
    "stopKind": ("laboratory", "实验室", "лаборатория"),
    "role": ("supporting unit", "支持单位", "при поддержке"),
    "partnershipKind": ("joint research", "联合研究", "совместные исследования"),
    "agreementKind": ("memorandum", "备忘录", "меморандум"),
    "date": ("14 June 2018", "2018年6月14日", "14 июня 2018 г."),
    "startDate": ("May 2016", "2016年5月", "май 2016"),
    "endDate": ("2019", "2019年", "2019"),
    "due": ("15 July 2018", "2018年7月15日", "15.07.2018"),
    "amount": ("USD 2.5 million", "250万美元", "2,5 млн долларов"),
    "unit": ("USD", "美元", "доллар"),
    "value": ("more than 3,700", "3700多", "более 3700"),
    "bound": ("more than", "超过", "более"),
    "trl": ("7", "7", "7"),
    "order": ("2", "2", "2"),
    "landName": ("Hungary", "匈牙利", "Венгрия"),
}
LANGS = ("en", "zh", "ru")


def cell(field: str, lang: str) -> str:
    """What to write under a field; names are the same in all languages."""
    thing, prop = field.split(".")[0], field.split(".")[-1]
    key = "landName" if field == "land.name" else prop
    if prop == "role" and thing == "post":
        return "chief engineer"
    if key in SAID:
        return SAID[key][LANGS.index(lang)]
    return f"{thing} {prop} Ltd" if prop == "name" and thing not in ("person", "head", "signatory") else f"Some {thing} {prop}"
