"""Names of Chinese people: the family name, then the given name, each in the spellings it is met in."""

from __future__ import annotations

from functools import lru_cache

from dragoman.compare import han_dictionary
from dragoman.compare.han import HanWord
from dragoman.compare.han_spelling import merged
from dragoman.compare.name import Role
from dragoman.text.cantonese import cantonese
from dragoman.text.pinyin import pinyin, syllables
from dragoman.text.simplified import simplify
from dragoman.text.wade_giles import wade_giles

DOUBLE = frozenset(
    "欧阳 司马 诸葛 司徒 夏侯 皇甫 尉迟 公孙 慕容 令狐 东方 轩辕 端木 独孤 南宫 长孙 宇文 上官 闻人 钟离 鲜于 澹台 "
    "呼延 太史 申屠 公冶 万俟 赫连 拓跋 百里 东郭 西门 濮阳 淳于 单于 第五 梁丘 左丘 完颜 爱新觉罗 叶赫那拉".split()
)
# Family names read otherwise than the character mostly is.
FAMILY = {
    "单": "shan", "曾": "zeng", "仇": "qiu", "解": "xie", "查": "zha", "盖": "ge", "任": "ren", "区": "ou", "朴": "piao",
    "折": "she", "缪": "miao", "乐": "yue", "翟": "zhai", "尉": "wei", "覃": "qin", "郇": "xun", "逄": "pang", "那": "na",
    "宁": "ning", "种": "chong", "燕": "yan", "应": "ying", "华": "hua", "洗": "xian", "冼": "xian", "纪": "ji", "员": "yun",
    "万俟": "moqi", "尉迟": "yuchi", "长孙": "zhangsun", "澹台": "tantai", "单于": "chanyu", "谌": "chen", "晁": "chao",
    "石": "shi", "沈": "shen", "贾": "jia", "葛": "ge", "车": "che", "召": "shao", "繁": "po", "黑": "he", "秘": "bi",
}  # fmt: skip
# Other spellings of family names: Hong Kong's second ones, Southeast Asia (Hokkien, Teochew, Hakka), Macao, Korea's for 朴.
ELSEWHERE = {
    "陈": "tan chin chun", "林": "lim lin", "黄": "ng wee oei hwang", "王": "ong heng wang", "李": "li lee lie", "张": "teo chong tiong chang",
    "吴": "goh go woo wu", "刘": "low lauw liu lao", "蔡": "chua tjoa choi tsai", "杨": "yeo yong njoo young", "许": "hui koh khaw hsu",
    "郑": "tay tee cheng", "谢": "chia cheah shieh", "郭": "kuok quek kwee kuo", "周": "chew chiu chou", "叶": "yap yeh", "何": "ho hoo",
    "沈": "sim shum shen", "徐": "chee tsui hsu", "朱": "choo chee", "胡": "foo woo oh", "罗": "loh law", "梁": "neo leong liang",
    "高": "kho koe", "潘": "phua pun", "苏": "soh su", "江": "kang kong chiang", "洪": "ang hung", "曾": "chan chang tseng",
    "方": "png fang hong", "傅": "poh fu", "姚": "yeow yao", "邱": "khoo koo chiu", "丘": "khoo hew", "邓": "teng deng tang",
    "萧": "seow siew hsiao", "蒋": "chiang cheung", "孔": "kung hung", "吕": "lu lyu lv looi loo", "余": "yee eu", "袁": "un wan",
    "温": "oon voon", "戴": "tay tye", "严": "yam ngiam", "钟": "cheong choong", "薛": "sih see", "蓝": "nah lam", "颜": "gan ngan",
    "庄": "chng ching chuang", "翁": "ong eng yung", "饶": "yeow", "冯": "foong fung", "卢": "loo lou lu", "韩": "han hon",
    "朴": "park pak piao", "金": "kim jin chin", "崔": "choi choe tsui", "郝": "hao", "陆": "loke look lu", "马": "beh ma",
    "孙": "soon suen", "欧阳": "au yeung auyang ou yang", "司徒": "szeto seto situ", "诸葛": "chu ko", "上官": "sheung kwun",
}  # fmt: skip
USUAL, HONG_KONG, TAIWAN, OTHER = 0.6, 0.15, 0.15, 0.04
LONGEST = 4  # characters of a Chinese full name; longer ones are foreign names spelled in characters


@lru_cache(maxsize=20_000)
def han_person(text: str) -> tuple[HanWord, ...]:
    """Family name and given name of a Chinese person, or one word for what is none.

    `latin` is pinyin; the options are pinyin (given names also with their syllables apart), Hong Kong, Wade-Giles and, for
    family names, spellings of Southeast Asia. Foreign names well known in Chinese come from the dictionary (extra `zh`).
    """
    name = simplify(text)
    known = han_dictionary.find(name)
    if known and len(name) > 2:
        return (_whole(name, known),)
    cut = next((n for n in (4, 2) if name[:n] in DOUBLE and n < len(name)), 1)
    if not 2 <= len(name) <= max(LONGEST, cut + 2):
        return (_whole(name, known),)
    return (_family(name[:cut]), _given(name[cut:]))


def _whole(name: str, known: tuple[tuple[str, float], ...]) -> HanWord:
    latin = "".join(pinyin(name))
    return HanWord(name, latin, merged(known, [(latin, USUAL)]), Role.CORE)


def _family(name: str) -> HanWord:
    latin = FAMILY.get(name) or "".join(pinyin(name))
    spelled = [(latin, USUAL), *_abroad(name, "")]
    if "v" in "".join(syllables(name)):
        spelled += [("lyu", OTHER), ("lv", OTHER)]
    spelled += [(other, OTHER) for other in ELSEWHERE.get(name, "").split()]
    return HanWord(name, latin, merged((), spelled), Role.CORE)


def _given(name: str) -> HanWord:
    parts = pinyin(name)
    latin = "".join(parts)
    spelled = [(latin, USUAL)]
    if len(parts) > 1:
        spelled.append((" ".join(parts), USUAL / 2))
    return HanWord(name, latin, merged((), [*spelled, *_abroad(name, " ")]), Role.CORE)


def _abroad(name: str, gap: str) -> list[tuple[str, float]]:
    return [
        (gap.join(cantonese(name)), HONG_KONG),
        (gap.join(wade_giles(s) for s in syllables(name)), TAIWAN),
    ]
