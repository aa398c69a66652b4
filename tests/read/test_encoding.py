"""Encodings are told apart on short texts, with and without marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.base.errors import NotAFileFormat
from dragoman.read.encoding import decode

RUSSIAN = "В порту открылась выставка морской техники, в ней участвуют компании из одиннадцати стран."
CHINESE = "第三届海洋技术博览会在港口城市开幕，来自十一个国家的企业参加了展览。"
CASES = [
    (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (RUSSIAN, "cp866"), (RUSSIAN, "iso8859-5"), (RUSSIAN, "utf-8"),
    (RUSSIAN.upper(), "cp1251"), (RUSSIAN.upper(), "koi8-r"), (RUSSIAN[:20], "cp1251"), (RUSSIAN[:20], "koi8-r"),
    ("Компания;Страна;Город\nСевер;Россия;Мурманск", "cp1251"), (CHINESE, "gb18030"), (CHINESE[:8], "gb18030"),
    ("单位,国家\n北方公司,俄罗斯", "gb18030"), (CHINESE, "utf-8"), ("Café Zürich — “façade”", "cp1252"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "encoding"), CASES)
def test_told_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [RUSSIAN, CHINESE, "Plain words of English"])
def test_utf16_with_and_without_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)
    assert decode(("\ufeff" + text).encode(encoding)) == (text, encoding)


def test_a_few_broken_bytes_do_not_lose_utf8() -> None:
    data = (RUSSIAN * 20).encode()
    text, encoding = decode(data[:500] + b"\xff" + data[500:])
    assert encoding == "utf-8"
    assert text.startswith(RUSSIAN)


def test_a_character_cut_at_the_end_of_the_sample_is_no_error() -> None:
    assert decode(CHINESE.encode()[:-1], cut=True)[1] == "utf-8"


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 100, b"MZ\x90\x00\x03" + bytes(500)])
def test_binary_is_no_text(data: bytes) -> None:
    with pytest.raises(NotAFileFormat):
        decode(data, "x.txt")


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1).filter(lambda t: not any(ord(c) < 32 or c == "\x7f" for c in t) and not t.startswith("\ufeff")))
def test_utf8_comes_back(text: str) -> None:
    assert decode(text.encode())[0] == text
