"""Text of a list in its encoding: byte order marks and UTF-8 first, then the code pages of official exports."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from dragoman.base.errors import NotAFileFormat, UsageError
from dragoman.lists.parts import CHUNK, Part

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
CYRILLIC_SHARE = 0.6  # of the letters beyond ASCII: in Western text read as Russian few are small Cyrillic letters in a row
CONTROL_SHARE = 0.003  # real texts hold a stray control character or two; compressed data about 0.1
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_RUNS = re.compile("[а-яёА-ЯЁ]{2,}")
_HAN = re.compile("[\u4e00-\u9fff]")


def encoding_of(part: Part) -> str:
    """The encoding of a part, from all of it; raises `NotAFileFormat` for what is no text."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    sample, broken, first = b"", False, b""
    with part.open() as stream:
        while chunk := stream.read(CHUNK):
            if not first:
                first = chunk
                for mark, encoding in MARKS:
                    if chunk.startswith(mark):
                        return encoding
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                broken, sample = True, chunk
                break
    encoding = _code_page(sample) if broken else "utf-8"
    text = first[:CHUNK].decode(encoding, "replace")
    if len(_CONTROL.findall(text)) > CONTROL_SHARE * len(text):
        raise NotAFileFormat("holds binary data, not text", where=part.shown, do="check its ending, or export it as text")
    return encoding


def _code_page(sample: bytes) -> str:
    chinese = sample.decode("gb18030", "replace")
    if len(_HAN.findall(chinese)) > 4 * chinese.count("\ufffd") and _mostly_common(chinese):
        return "gb18030"
    russian = sample.decode("cp1251", "replace")
    beyond = sum(1 for c in russian if c > "\x7f")
    letters = sum(len(run) for run in _RUNS.findall(russian))
    return "cp1251" if beyond and letters >= CYRILLIC_SHARE * beyond else "cp1252"


def _mostly_common(text: str) -> bool:
    """Whether the Han signs are those of the first level of GB 2312, as in real Chinese, and stand together."""
    han = _HAN.findall(text)
    common = sum(1 for c in han if "啊".encode("gb2312") <= _gb(c) <= "座".encode("gb2312"))
    together = len(re.findall("[\u4e00-\u9fff]{2,}", text))
    return bool(han) and common >= 0.8 * len(han) and together > 0


def _gb(sign: str) -> bytes:
    return sign.encode("gb2312", "ignore")


@contextmanager
def text_of(part: Part, encoding: str = "") -> Iterator[TextIO]:
    """The text of a part; what its encoding cannot read becomes U+FFFD. Raises `UsageError` for an unknown encoding."""
    try:
        codecs.lookup(encoding or "utf-8")
    except LookupError as error:
        raise UsageError(f"there is no encoding {encoding!r}", do="such as utf-8, cp1252, cp1251, gb18030") from error
    with part.open() as stream:
        yield io.TextIOWrapper(stream, encoding or encoding_of(part), "replace", newline="")


def opening(part: Part) -> str:
    """The beginning of a part as text, for recognising its format."""
    head = part.head()
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return head.decode(encoding, "replace")
    return head.decode("utf-8", "replace")
