"""Short forms of Chinese institutions read letter by letter: 哈工大 is Harbin, technology, university."""

from __future__ import annotations

from dragoman.compare.han_lexicon import Options, weighted

MOST = 5  # characters of the longest short form
# What one character stands for in a short form; places by their first character or their one-character name.
SHORT = {
    "北": "beijing|north|northern", "南": "nanjing|south|nan", "东": "east|northeast|dong", "西": "xian|west|southwest",
    "中": "china|central|zhong", "华": "china|hua", "哈": "harbin", "杭": "hangzhou", "浙": "zhejiang", "沪": "shanghai",
    "上": "shanghai", "京": "beijing", "津": "tianjin", "天": "tianjin", "渝": "chongqing", "重": "chongqing|heavy",
    "川": "sichuan", "蜀": "sichuan", "成": "chengdu", "粤": "guangdong", "广": "guangzhou|guangdong|guangxi",
    "桂": "guangxi|guilin",
    "湘": "hunan", "湖": "hunan|hubei", "鄂": "hubei", "武": "wuhan|armed", "豫": "henan", "河": "henan|hebei|hohai",
    "冀": "hebei", "晋": "shanxi", "陕": "shaanxi", "秦": "qinhuangdao|shaanxi", "甘": "gansu", "兰": "lanzhou",
    "青": "qinghai|qingdao", "宁": "ningxia|nanjing", "新": "xinjiang|new", "鲁": "shandong", "山": "shandong|shanxi",
    "济": "jinan", "皖": "anhui", "安": "anhui", "合": "hefei", "苏": "jiangsu|suzhou", "江": "jiangsu|jiangxi",
    "赣": "jiangxi", "闽": "fujian", "福": "fujian|fuzhou", "厦": "xiamen", "琼": "hainan", "贵": "guizhou", "黔": "guizhou",
    "云": "yunnan", "滇": "yunnan", "昆": "kunming", "藏": "tibet", "蒙": "inner mongolia", "辽": "liaoning",
    "沈": "shenyang", "大": "university|dalian", "吉": "jilin", "长": "changchun|changan|changsha", "黑": "heilongjiang",
    "燕": "yanshan", "港": "hong kong", "台": "taiwan", "深": "shenzhen", "珠": "zhuhai",
    "工": "technology|engineering|industry|polytechnic", "理": "technology|science|polytechnic", "科": "science|technology",
    "技": "technology", "航": "aeronautics|aviation|aerospace|aeronautical", "宇": "astronautics", "医": "medical|medicine",
    "药": "pharmaceutical", "师": "normal|teachers", "农": "agricultural", "林": "forestry", "海": "ocean|maritime|naval|sea",
    "交": "jiaotong|transportation", "邮": "posts telecommunications", "电": "electronic|electric power|electronics",
    "矿": "mining", "石": "petroleum", "油": "petroleum", "地": "geosciences|geology", "水": "water resources",
    "建": "architecture|construction", "财": "finance economics", "经": "economics", "贸": "trade", "外": "foreign studies",
    "语": "languages", "民": "minzu|nationalities|ethnic", "政": "political science|politics", "法": "law",
    "警": "police", "公": "public security", "军": "military|army", "防": "defense", "空": "air force|air", "陆": "army",
    "火": "rocket", "艺": "arts", "美": "fine arts", "音": "music", "体": "sport|physical education", "传": "communication",
    "社": "social sciences", "纺": "textile", "化": "chemical", "核": "nuclear", "光": "optics", "船": "shipbuilding|ship",
    "院": "institute|academy|college", "所": "institute", "校": "school", "附": "affiliated", "一": "first", "二": "second",
    "三": "third", "四": "fourth", "五": "fifth", "六": "sixth",
}  # fmt: skip
ENDS = frozenset("大院所校理工师医农航电科交财民警外林矿")


def expand(head: str, rest: str) -> list[tuple[str, Options]]:
    """The characters of a short form, each with what it may stand for; empty where `head` is none.

    `head` is what no lexicon knows at the beginning of a name, `rest` the next word. 哈工大 ends as a short form does;
    南 is one where little follows and that ends so (南师大).
    """
    if not 1 <= len(head) <= MOST or any(c not in SHORT for c in head):
        return []
    ends = len(head) > 1 and head[-1] in ENDS
    closed = len(head) == 1 and len(rest) in (2, 3) and rest[-1] in ENDS
    return [(char, weighted(SHORT[char].split("|"))) for char in head] if ends or closed else []
