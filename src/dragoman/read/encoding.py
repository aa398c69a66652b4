"""Which encoding a text is in: byte order marks, UTF-8, UTF-16 without a mark, then GB18030 and the Cyrillic ones by letters.

The Cyrillic code pages all decode any bytes, so they are told apart by how Russian the result is: its ten commonest
letters make up 62 % of running text (own count over Russian news), and capitals stand at the head of words.
"""

from __future__ import annotations

import codecs
import re

from dragoman.base.errors import NotAFileFormat

MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
CYRILLIC = ("cp1251", "koi8-r", "cp866", "iso8859-5")
SAMPLE = 3_000  # bytes whose letters are counted: shares are stable from a few hundred on
_RUSSIAN = re.compile("[А-Яа-яЁё]")
_NOT_RUSSIAN = re.compile("[^\x00-\x7fА-Яа-яЁё«»—–№…\xa0]")
_COMMON = re.compile("[оеаинтсрвл]", re.I)
_SMALL = re.compile("[а-яё]")
_CAPITAL_INSIDE = re.compile("[а-яё][А-ЯЁ]")
_HAN = re.compile("[\u4e00-\u9fff]")
_NOT_CHINESE = re.compile("[^\x00-\x7f\u3000-\u9fff\uff00-\uffef“”‘’·—…]")
COMMON_CHINESE = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得"
    "经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去性好应开合还因由其些然前外天政四日那社义事"
    "平形相全表间样与关各重新线内数正心明看原利比或但质气第向道变条结解问意建月公无系军者最立代通并提直题程展五果员位入常文总次"
    "品式活设及管特件长求基资流路级图山统接知将组见计期根论运指几九区强放决西被任取据处南给光门保治北造百规领七海口东导器"
    "世金增争济思术极交受联认六共权收证改美采转更单教速带安场身车务具万每目至达议报完类八华名确科张信节整空元今集传许步群广"
    "记需段研界究观织装影算低持书布复容际商非验连深难近千周委技备办省列约支史感团往历市克构府称准精值号率维划选标存效斯院查江型"
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
CONTROL_SHARE = 0.003  # real texts hold a stray control character or two; compressed or compiled data about 0.1
SURE, LIKELY = 0.6, 0.35  # scores: real Russian and Chinese reach 0.55 to 0.75, the wrong code pages stay under 0.3
BROKEN_SHARE = 0.002  # of characters that a text may lose to damaged bytes and still be taken as that encoding


def decode(data: bytes, name: str = "", *, cut: bool = False) -> tuple[str, str]:
    """The text and the name of its encoding; raises `NotAFileFormat` for what is no text. `cut`: `data` is only a beginning."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"), name), encoding
    encoding = _without_mark(data, cut)
    return _checked(data.decode(encoding, "replace"), name), encoding


def _checked(text: str, name: str) -> str:
    if len(CONTROL.findall(text)) > CONTROL_SHARE * len(text):
        raise NotAFileFormat("holds binary data, not text", where=name, do="check its ending, or export it as text")
    return text


def _without_mark(data: bytes, cut: bool) -> str:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=not cut)
    except UnicodeDecodeError:
        pass
    else:
        if b"\x00" not in data:
            return "utf-8"
    sample = data[:SAMPLE]
    chinese = _chinese(sample)
    if chinese >= SURE:
        return "gb18030"
    wide = _utf16(sample)
    if wide or b"\x00" in sample:
        return wide or "latin-1"
    if _mostly_utf8(sample):
        return "utf-8"
    scores = {encoding: _russian(sample.decode(encoding, "replace")) for encoding in CYRILLIC}
    scores["gb18030"] = chinese
    best = max(scores, key=lambda e: scores[e])
    return best if scores[best] >= LIKELY else "cp1252"


def _mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    wide = sum(1 for c in text if c > "\x7f" and c != "\ufffd")
    lost = text.count("\ufffd")
    return wide > 5 * lost and lost <= max(2, BROKEN_SHARE * len(text))


def _utf16(data: bytes) -> str:
    """UTF-16 without a mark: one of each two bytes is nearly always the same few values (zero, 04 for Cyrillic, 4E-9F)."""
    if len(data) < 8:
        return ""
    best, share = "", 0.0
    for encoding, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        text = data[: len(data) // 2 * 2].decode(encoding, "replace")
        letters = [c for c in text if c > "\x7f" and c.isalpha()]
        spoken = sum(1 for c in text if c in COMMON_CHINESE or "а" <= c <= "я" or c < "\x7f")
        if spoken / len(text) > share and (b"\x00" in high or b"\x04" in high or len(letters) > len(text) / 2):
            best, share = encoding, spoken / len(text)
    return best if share > 0.4 else ""


def _russian(text: str) -> float:
    letters = len(_RUSSIAN.findall(text))
    if not letters:
        return 0.0
    odd = len(_NOT_RUSSIAN.findall(text))
    common = len(_COMMON.findall(text)) / letters
    small = len(_SMALL.findall(text)) / letters
    if small < 0.05:  # a text all in capitals is Russian too
        small = 0.6
    inside = min(1.0, 5 * len(_CAPITAL_INSIDE.findall(text)) / letters)
    return common * small * (1 - inside) * letters / (letters + 2 * odd)


def _chinese(data: bytes) -> float:
    text = data.decode("gb18030", "replace")
    han = _HAN.findall(text)
    if not han or text.count("\ufffd") > max(1, 0.02 * len(han)):
        return 0.0
    common = sum(c in COMMON_CHINESE for c in han) / len(han)
    return common * len(han) / (len(han) + 2 * len(_NOT_CHINESE.findall(text)))
