"""What gets counted: nouns of three languages with one English head each, and the words a counted phrase ends before."""

# ruff: noqa: E501 (a pattern or a table row reads best on one line)

from __future__ import annotations

import re

# English head: Chinese words: Russian stems.
HEADS = {
    "enterprise": ("企业 厂商 商家", "предприяти"), "company": ("公司", "компани фирм"), "organization": ("组织 单位 机构 团体", "организаци учреждени структур орган"),
    "country": ("国家 国", "стран государств"), "region": ("地区 区域", "регион област район кра"), "delegation": ("代表团 代表队 团组", "делегаци"),
    "delegate": ("代表", "делегат представител"), "project": ("项目 工程 课题", "проект"), "achievement": ("成果 科技成果", "достижени результат"),
    "patent": ("专利", "патент"), "technology": ("技术 新技术", "технологи"), "product": ("产品 新产品 商品", "продукт издели товар"),
    "exhibit": ("展品 展项 实物", "экспонат образц образец"), "item": ("件展品", "единиц наименовани"), "exhibitor": ("参展商 展商", "экспонент"),
    "participant": ("参会者 与会者 选手 学员", "участник"), "visitor": ("观众 游客 访客 参观者 人次", "посетител гост"), "guest": ("嘉宾 来宾", "гост"),
    "expert": ("专家 学者 人才 科学家 院士", "эксперт специалист уч[её]н"), "person": ("人 人员 群众", "человек люд"), "employee": ("员工 职工 工人", "сотрудник работник"),
    "university": ("大学 高校 院校 高等院校", "университет вуз"), "institute": ("研究所 研究院 科研院所 院所", "институт нии"), "group": ("集团 军工集团 小组", "групп концерн холдинг"),
    "agreement": ("协议 协定 备忘录", "соглашени меморандум договор[её]нност"), "contract": ("合同 订单", "контракт договор"), "forum": ("论坛", "форум"),
    "event": ("活动 赛事 会议", "мероприяти событи"), "conference": ("大会 会议 研讨会 发布会", "конференци семинар"), "exhibition": ("展览 展会", "выстав"),
    "session": ("届", "сесси"), "booth": ("展位 展台 摊位", "стенд"), "hall": ("展馆 展厅 馆", "павильон зал"), "laboratory": ("实验室", "лаборатори"),
    "centre": ("中心", "центр"), "platform": ("平台", "платформ площад"), "city": ("城市 市", "город"), "province": ("省份 省", "провинци"), "zone": ("园区 开发区 高新区", "зон парк"),
    "engineer": ("工程师 技术员", "инженер"), "robot": ("机器人", "робот"), "system": ("系统", "систем"), "device": ("设备 装备 仪器", "устройств прибор аппарат"), "member": ("成员 会员", "член"),
    "partner": ("合作伙伴 伙伴", "партн[её]р"), "investor": ("投资者 投资商 客商", "инвестор"), "student": ("学生", "студент школьник"), "team": ("团队 队伍 队", "команд"),
    "job": ("岗位 就业岗位", "мест"), "journalist": ("记者 媒体", "журналист"), "paper": ("论文", "стат публикаци"), "leader": ("领导 负责人", "руководител"),
    "square metre": ("平方米", "кв"), "tonne": ("吨", "тонн"), "kilometre": ("公里 千米", "километр км"), "startup": ("初创企业 创业公司", "стартап"), "resident": ("入驻企业 居民", "резидент"),
    "development": ("研发成果", "разработ"), "direction": ("领域 方面", "направлени област"), "award": ("奖项 奖", "награ преми медал"), "solution": ("方案 解决方案", "решени"),
    "satellite": ("卫星", "спутник"), "aircraft": ("飞机 无人机", "самол[её]т беспилотник"), "researcher": ("研究人员 科研人员", "исследовател"), "scientist": ("科学家", "уч[её]н"),
}  # fmt: skip
CHINESE = {word: head for head, (words, _) in HEADS.items() for word in words.split()}
RUSSIAN = [(re.compile(stem), head) for head, (_, stems) in HEADS.items() for stem in stems.split()]

IRREGULAR = {
    "people": "person", "personnel": "person", "men": "man", "women": "woman", "children": "child", "staff": "employee", "media": "media",
    "police": "police", "aircraft": "aircraft", "countries": "country", "companies": "company", "criteria": "criterion", "data": "data",
    "households": "household", "series": "series", "phenomena": "phenomenon", "spacecraft": "spacecraft", "businessmen": "businessman",
    "universities": "university", "troops": "troop", "works": "work", "talents": "talent", "feet": "foot", "premises": "premises", "species": "species",
}  # fmt: skip
NOT_PLURAL = re.compile(r"(?:ss|us|is|'s|’s)$")
STOP = frozenset(
    "of in from to at on by with for the a an this that these those which who whose whom were was is are be been being have has had will would can could "
    "may might shall should must do does did including include includes such as than then when where while during between over under per into onto about after "
    "before since it its they their he his she her we our you your i said says say also not no nor so if because through throughout across along among "
    "around against within without toward towards until till up out off down again there here both either each every all any some only just even still "
    "worth came come went gone got get took take made make shows showed show displayed attended participated visited signed opened took held gathered joined visit attend "
    "took arrived reached totaling totalling involving covering respectively altogether more less".split()
)  # fmt: skip
NOT_THINGS = frozenset(
    "times fold percent percents percentage points degrees pm am years year months month weeks week days day hours hour minutes minute seconds second "
    "decades centuries dollars dollar yuan euros cents yen rubles roubles pounds thousands millions billions hundreds dozens others ways".split()
)  # fmt: skip
LABELS = frozenset("no nos number article chapter page pages section vol volume figure fig table type model class line room hall stand booth flight phase grade level step item "
                   "part version windows area zone gate channel track annex appendix item paragraph clause rule point top fortune category".split())  # fmt: skip
LEADING = frozenset(
    "the in with from some all its their our his her a an and these those another of for to by at on about over nearly almost more than up only just around "
    "approximately roughly but while when after before during since as other or if besides including includes include involving attracting drawing is are was were "
    "has have had also both between among into through there where which that this than not no least most fewer less total".split()
)  # fmt: skip
RU_NOT_THINGS = re.compile(
    r"^(?:лет|год|дн[еяюйи]|ден[ьи]|месяц|недел|час|минут|секунд|сут[ок]|век|раз[ае]?$|процент|градус|рубл|доллар|долл|евро|юан|тысяч|миллион|миллиард|"
    r"тыс|млн|млрд|январ|феврал|март|апрел|ма[йяе]$|июн|июл|август|сентябр|октябр|ноябр|декабр|квартал|полугоди|десятилети|летн|годов|иен|фунт|тенге|гривен)"
)
RU_STOP = frozenset(
    "в во на с со к ко по из от до для при о об за над под без у и или а но что как так не ни же ли бы то это этот который которые которых которая был была было были есть "
    "будет будут стал стали уже также более менее около через между среди после перед он она они мы вы их его её ее того чем".split()
)  # fmt: skip
RU_ADJECTIVE = re.compile(r"(?:[ыи]х|[ыи]е|[ыи]ми|ой|ого|его|[ыи]м|ая|яя|ую|ое|ый|[сц]кий|нных|мых)$")
RU_VERB = re.compile(r"(?:[аяы]ли|(?<!автомоб)(?<!проф)или|ть|[ую]т|ят|[её]т|ит|[её]н[аоы]?|ан[аоы]?|ся|сь)$")
ZH_MEASURES = "家个個项項名位种種件台款所座条條批场場次支艘架辆輛部门門类類只套份间間艘幅本篇组組户戶对對颗枚处處届屆"
ZH_STOPPERS = '，。、；：！？,.;:!?（）()“”"《》〈〉\n 0-9'
ZH_VERBS = re.compile(
    "了|是|在|为|将|已|签|参加|参展|举|达|达成|来自|分别|共|进行|亮相|展示|展出|齐聚|试用|使用|投产|入驻|落户|开展|实现|获|前来|与会|超过"
)


def singular(word: str) -> str:
    """The English head in the singular, lower case."""
    bare = word.lower().strip("'’-")
    bare = bare.rsplit("-", 1)[-1] if "-" in bare else bare
    if bare in IRREGULAR:
        return IRREGULAR[bare]
    for ending, other in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", "")):
        if bare.endswith(ending) and not NOT_PLURAL.search(bare):
            return bare[: -len(ending)] + other
    return bare


def plural(word: str) -> bool:
    """Whether an English word looks like a plural noun."""
    bare = word.lower()
    if bare in IRREGULAR:
        return True
    return len(bare) > 3 and bare.endswith("s") and not NOT_PLURAL.search(bare)
