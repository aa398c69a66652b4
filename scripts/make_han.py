"""Make the character tables of data/han from pypinyin (MIT), opencc-python-reimplemented (Apache-2.0) and data/places.

    pip install pypinyin opencc-python-reimplemented
    python scripts/make_han.py

pinyin.txt: a syllable without tone, then the characters read so. phrases.txt: words of two or three characters that are
read otherwise than character by character; the lines of OWN correct what names need. simplified.txt: two lines of
traditional characters and their simplified ones, two of Japanese ones, then phrases that are exceptions. places.tsv:
a Chinese name of a place and its English names (GeoNames and CLDR by way of data/places, see ATTRIBUTION.txt there).
"""

from __future__ import annotations

import gzip
import json
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

DATA = Path(__file__).parents[1] / "src" / "dragoman" / "data"
HAN = DATA / "han"
FIRST, LAST = "\u3400", "\u9fff"
KNOWN_TOWN = 100_000  # inhabitants: smaller towns abroad have few Chinese names that are sure
# Readings of single characters as names have them, where the commonest reading of all texts is another.
OWN_READINGS = {"chang": "长", "du": "都", "chao": "朝", "zeng": "曾", "xia": "厦", "wei": "尉"}
# Words of names whose characters are read otherwise: places first, then institutions.
OWN = {
    "重庆": "chong qing", "朝阳": "chao yang", "大厦": "da sha", "单县": "shan xian", "蔚县": "yu xian", "东阿": "dong e",
    "阳曲": "yang qu", "六合": "lu he", "番禺": "pan yu", "百色": "bai se", "台州": "tai zhou", "洪洞": "hong tong",
    "铅山": "yan shan", "浚县": "xun xian", "乐清": "yue qing", "乐亭": "lao ting", "吐蕃": "tu bo", "大城": "dai cheng",
    "繁峙": "fan shi", "任丘": "ren qiu", "莘庄": "xin zhuang", "莘县": "shen xian", "万俟": "mo qi", "尉迟": "yu chi",
    "长兴": "chang xing", "长春": "chang chun", "西藏": "xi zang", "藏族": "zang zu", "校长": "xiao zhang",
    "成长": "cheng zhang", "长子": "zhang zi", "铁路局": "tie lu ju", "重工": "zhong gong", "重型": "zhong xing",
    "首都": "shou du", "行政": "xing zheng", "央行": "yang hang", "投行": "tou hang", "总行": "zong hang",
    "分行": "fen hang", "支行": "zhi hang", "商行": "shang hang", "洋行": "yang hang", "车行": "che hang",
    "航行": "hang xing", "发行": "fa xing", "解放军": "jie fang jun", "音乐": "yin yue", "民乐": "min yue",
    "乐器": "yue qi", "石家庄": "shi jia zhuang", "阿房": "e pang", "大夫": "dai fu", "供给": "gong ji",
    "给排水": "ji pai shui", "给水": "ji shui", "会计": "kuai ji", "测量": "ce liang", "传感": "chuan gan",
    "遥感": "yao gan", "传媒": "chuan mei", "自传": "zi zhuan", "转化": "zhuan hua", "应用": "ying yong",
    "供应": "gong ying", "调度": "diao du", "空调": "kong tiao", "弹道": "dan dao", "导弹": "dao dan", "弹性": "tan xing",
    "重组": "chong zu", "重建": "chong jian", "校准": "jiao zhun", "校正": "jiao zheng", "勘校": "kan jiao",
    "西厢": "xi xiang", "冠状": "guan zhuang", "血液": "xue ye", "宿州": "su zhou", "星宿": "xing xiu",
}  # fmt: skip


def main() -> None:
    """Write the four files."""
    HAN.mkdir(parents=True, exist_ok=True)
    readings = character_readings()
    write("pinyin.txt", pinyin_lines(readings))
    write("phrases.txt", phrase_lines(readings))
    write("simplified.txt", simplified_lines())
    write("places.tsv", place_lines())


def write(name: str, lines: Iterator[str]) -> None:
    """One file of data/han."""
    target = HAN / name
    target.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{target.name}: {target.stat().st_size:,} bytes")


def package(name: str) -> Path:
    """The folder of an installed package."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"pip install {name} first")
    return Path(spec.origin).parent


def toneless(syllable: str) -> str:
    """Without its tone mark; ü is v."""
    marks = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(c for c in marks if not unicodedata.combining(c))


def character_readings() -> dict[str, str]:
    """The first reading of each character of the basic block and extension A."""
    table = json.loads((package("pypinyin") / "pinyin_dict.json").read_text(encoding="utf-8"))
    found = {chr(int(code)): toneless(value.split(",")[0]) for code, value in table.items()}
    found = {char: syllable for char, syllable in found.items() if FIRST <= char <= LAST and syllable.isascii()}
    return found | {char: syllable for syllable, chars in OWN_READINGS.items() for char in chars}


def pinyin_lines(readings: dict[str, str]) -> Iterator[str]:
    """Syllable, tab, its characters."""
    chars: dict[str, list[str]] = {}
    for char, syllable in readings.items():
        chars.setdefault(syllable, []).append(char)
    for syllable in sorted(chars):
        yield f"{syllable}\t{''.join(sorted(chars[syllable]))}"


def phrase_lines(readings: dict[str, str]) -> Iterator[str]:
    """Word, tab, its syllables."""
    table = json.loads((package("pypinyin") / "phrases_dict.json").read_text(encoding="utf-8"))
    found = {word: [toneless(s[0]) for s in syllables] for word, syllables in table.items() if 2 <= len(word) <= 3}
    found |= {word: syllables.split() for word, syllables in OWN.items()}
    for word in sorted(found):
        syllables = found[word]
        if len(syllables) == len(word) and any(readings.get(c, s) != s for c, s in zip(word, syllables, strict=True)):
            yield f"{word}\t{' '.join(syllables)}"


def dictionary(name: str) -> dict[str, list[str]]:
    """A table of opencc: a form and its counterparts."""
    text = (package("opencc") / "dictionary" / name).read_text(encoding="utf-8")
    return {left: right.split() for left, _, right in (line.partition("\t") for line in text.splitlines()) if right}


def simplified_lines() -> Iterator[str]:
    """Traditional characters, simplified ones, Japanese ones, their simplified ones, phrases."""
    table = {k: v[0] for k, v in dictionary("TSCharacters.txt").items() if len(k) == 1 and len(v[0]) == 1}
    for name in ("TWVariantsRev.txt", "HKVariantsRev.txt"):
        for variant, standard in dictionary(name).items():
            table.setdefault(variant, table.get(standard[0], standard[0]))
    pairs = sorted((k, v) for k, v in table.items() if k != v and len(k) == 1 and max(k + v) <= LAST)
    yield "".join(k for k, _ in pairs)
    yield "".join(v for _, v in pairs)
    japanese = sorted(japanese_characters(table).items())
    yield "".join(k for k, _ in japanese)
    yield "".join(v for _, v in japanese)
    for phrase, found in sorted(dictionary("TSPhrases.txt").items()):
        if max(phrase + found[0]) <= LAST and len(phrase) <= 3 and "".join(table.get(c, c) for c in phrase) != found[0]:
            yield f"{phrase}\t{found[0]}"


def japanese_characters(table: dict[str, str]) -> dict[str, str]:
    """Forms only Japan uses, with the simplified form of the traditional character they stand for."""
    found: dict[str, str] = {}
    for traditional, forms in dictionary("JPVariants.txt").items():
        for form in forms:
            if len(form) == 1 and form not in table and not in_gb2312(form):
                found[form] = table.get(traditional, traditional)
    return {k: v for k, v in found.items() if k != v}


def in_gb2312(char: str) -> bool:
    """Whether the character is one of the common ones of simplified Chinese."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def place_lines() -> Iterator[str]:
    """Chinese name, tab, English names split by "|" (none where it is the pinyin); the bigger place first."""
    to_simple = simplifier()
    found: dict[str, dict[str, None]] = {}
    for han, latin in (*countries(), *regions(), *cities()):
        name = han.translate(to_simple)
        if 2 <= len(name) <= 9 and all("\u4e00" <= c <= LAST for c in name):
            found.setdefault(name, {}).update(dict.fromkeys(latin))
    for name in sorted(found):
        if name[-1] not in "市县镇乡区省" or name[:-1] not in found:
            latin = [n for n in found[name] if n.replace(" ", "") != spelled(name)][:2]
            yield f"{name}\t{'|'.join(latin)}" if latin else name


def simplifier() -> dict[int, str]:
    """A table for str.translate of what `simplified_lines` wrote."""
    lines = (HAN / "simplified.txt").read_text(encoding="utf-8").splitlines()
    return str.maketrans(lines[0] + lines[2], lines[1] + lines[3])  # type: ignore[return-value]


@cache
def spelled(name: str) -> str:
    """The pinyin of a place by pypinyin's own phrases, without spaces."""
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(name))


def plain(name: str) -> str:
    """Small letters without marks."""
    text = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return " ".join(text.replace("-", " ").replace("'", "").replace(".", " ").replace("&", "and").split())


def countries() -> Iterator[tuple[str, list[str]]]:
    """Countries with the English names of own.tsv first."""
    for line in (DATA / "places" / "own.tsv").read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) >= 4:
            for han in fields[3].split("|"):
                yield han, [plain(name) for name in fields[2].split("|")]
    for line in (DATA / "places" / "countries.tsv").read_text(encoding="utf-8").splitlines():
        _, english, han, *_ = line.split("\t")
        yield han, [plain(english)]


def regions() -> Iterator[tuple[str, list[str]]]:
    """First-level regions."""
    with gzip.open(DATA / "places" / "regions.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            _, english, han, *_ = [*line.rstrip("\n").split("\t"), "", ""]
            yield from ((name, [plain(english)]) for name in han.split("|"))


def cities() -> Iterator[tuple[str, list[str]]]:
    """Cities of China and from KNOWN_TOWN those of others, the biggest first; short names of small towns are mostly words."""
    rows: list[tuple[int, str, list[str], str]] = []
    with gzip.open(DATA / "places" / "cities.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            name, country, _, _, people, latin, han, *_ = [*line.rstrip("\n").split("\t"), "", "", ""]
            own = country in ("cn", "tw", "hk", "mo")
            if han and (own or int(people or 0) >= KNOWN_TOWN):
                rows.append((int(people or 0), name, [] if own else latin.split("|")[:2], han))
    for people, name, latin, han in sorted(rows, reverse=True):
        for form in han.split("|"):
            if len(form) > 2 or people >= KNOWN_TOWN:
                yield form, list(dict.fromkeys(plain(n) for n in (name, *latin)))


if __name__ == "__main__":
    main()
