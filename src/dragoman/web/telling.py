"""Errors in the reader's language: an English sentence is known again by its template and told as the catalogue says.

The code says what is wrong in plain English: commands and programs read it so, and jobs keep it in their logs. Here
`data/locale/errors/*.yaml` has each sentence as it stands in the code, with `{places}` for what is filled in (`{place!r}`
where it stands in quotation marks), and what a page says instead in English, Chinese and Russian; `~` for English means: the
same. A place may name how its value is told: `{kind|schema}`, `{prop|prop}`, `{why|said}` for a sentence within a sentence, or
a group of messages. A sentence that nobody knows is shown as it is; a test reads all of them from the code.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from dragoman import data
from dragoman.model.schema import LANGUAGES, schemata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.base.errors import DragomanError
    from dragoman.web.words import Speech

PLACE = re.compile(r"\{(\w*)(!r)?(?:\|(\w+))?\}")
QUOTED = r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\""""
BETWEEN = "; "  # sentences told in one line
ENDS = (".", "。", "!", "?", "…", ":", "：")
LONGEST = 4_000  # characters of a text that is looked at; what is longer is no sentence of ours
DIGITS = 12  # of a number that plural forms go by
Message = str | dict[str, str] | None


class Told(NamedTuple):
    """An error in three parts: where it is, what is wrong, what to do; the last two are whole sentences."""

    where: str
    what: str
    do: str

    def line(self, lang: str) -> str:
        """All of it in one line."""
        colon, space = ("：", "") if lang == "zh" else (": ", " ")
        head = f"{self.where}{colon}{self.what}" if self.where else self.what
        return f"{head}{space}{self.do}" if self.do else head


def skeleton(text: str) -> str:
    """A template without the names of its places: what the catalogue and the code are compared by."""
    return PLACE.sub(lambda m: "{!r}" if m[2] else "{}", text)


@dataclass(frozen=True)
class Sentence:
    """One sentence of the code and how it is told."""

    text: str
    told: tuple[Message, ...]  # English, Chinese, Russian

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What a sentence made of it looks like."""
        out, at, seen = "", 0, set[str]()
        for place in PLACE.finditer(self.text):
            name, value = place[1], QUOTED if place[2] else ".*?"
            out += re.escape(self.text[at : place.start()])
            out += f"(?P<{name}>{value})" if name not in seen else f"(?:{value})"
            seen.add(name)
            at = place.end()
        return re.compile(out + re.escape(self.text[at:]), re.DOTALL)

    @cached_property
    def fixed(self) -> str:
        """The longest stretch without a place: a sentence that lacks it is not looked at more closely."""
        return max(PLACE.split(self.text)[::4], key=len)

    @property
    def weight(self) -> int:
        """How much of it is fixed: of several that fit, the one that says most is meant."""
        return len(PLACE.sub("", self.text))

    def fits(self, text: str) -> dict[str, str] | None:
        """What is filled in, where it is this sentence."""
        found = self.pattern.fullmatch(text) if self.fixed in text else None
        return None if found is None else {k: _unquoted(v) for k, v in found.groupdict().items()}

    def say(self, values: dict[str, str], words: Speech, head: bool) -> str:
        """It in the language of the page; at the head of a line with a capital letter."""
        message = self.told[LANGUAGES.index(words.lang)]
        form = self.text if message is None else words.form(message, _number(values.get("n", "")))
        said = PLACE.sub(lambda m: _value(values[m[1]], m[3] or "", bool(m[2]), words), form)
        return said[:1].upper() + said[1:] if head and not form.startswith("{") else said


@cache
def catalogue() -> tuple[Sentence, ...]:
    """Every sentence, those with more fixed words first."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    files = sorted(data.path("locale/errors").iterdir(), key=lambda p: p.name)
    trees = [yaml.load(p.read_text(encoding="utf-8"), loader) for p in files if p.name.endswith(".yaml")]  # noqa: S506
    made = [Sentence(text, tuple(told)) for tree in trees for text, told in tree.items()]
    return tuple(sorted(made, key=lambda s: (-s.weight, len(PLACE.findall(s.text)))))


@cache
def _plain() -> dict[str, Sentence]:
    return {s.text: s for s in catalogue() if not PLACE.search(s.text)}


@cache
def _filled() -> tuple[Sentence, ...]:
    return tuple(s for s in catalogue() if PLACE.search(s.text))


def known(text: str, words: Speech, head: bool = False) -> str | None:
    """One sentence, or several with semicolons between; nothing where it is none of ours."""
    parts = text.split(BETWEEN) if BETWEEN in text else []
    told = [_one(part, words, head and not n) for n, part in enumerate(parts)]
    if not told or None in told:
        whole = _one(text, words, head)
        if whole is not None or not any(told):
            return whole
    return ("；" if words.lang == "zh" else BETWEEN).join(map(_either, told, parts))


def _one(text: str, words: Speech, head: bool) -> str | None:
    if text in _plain():
        return _plain()[text].say({}, words, head)
    if len(text) > LONGEST:
        return None
    for sentence in _filled():
        values = sentence.fits(text)
        if values is not None:
            return sentence.say(values, words, head)
    return _after(text, words)


def _after(text: str, words: Speech) -> str | None:
    """A sentence after the property or the sentence it belongs to."""
    for colon in re.finditer(": ", text):
        before, rest = text[: colon.start()], text[colon.end() :]
        named = words.property(before) if words.has(f"prop.{before}") else known(before, words)
        told = known(rest, words) if named is not None else None
        if named is not None and told is not None:
            return f"{named}{'：' if words.lang == 'zh' else ': '}{told}"
    return None


def _either(told: str | None, text: str) -> str:
    return text if told is None else told


def error(raised: DragomanError, words: Speech) -> Told:
    """An error as it was raised."""
    return _made(raised.where, raised.what, raised.do, words)


def line(text: str, words: Speech) -> str:
    """A line that was kept, `where: what (do)`; as it is where nothing of it is known."""
    if known(text, words) is not None and not text.endswith(")"):
        return _made("", text, "", words).line(words.lang)
    for where, what, do in _readings(text):
        if known(what, words) is not None and (not do or known(do, words) is not None):
            return _made(where, what, do, words).line(words.lang)
    return text


def phrase(text: str, words: Speech) -> str:
    """A few words within a line of a page, without a capital letter or a full stop; as they are where nobody knows them."""
    return _either(known(text, words), text)


def _readings(text: str) -> Iterator[tuple[str, str, str]]:
    """The ways a line may be taken apart, those with something to do first."""
    starts = [0, *(m.end() for m in re.finditer(": ", text))]
    ends = [m.start() for m in re.finditer(r" \(", text)] if text.endswith(")") else []
    for end in reversed(ends):
        yield from ((text[: max(0, s - 2)], text[s:end], text[end + 2 : -1]) for s in starts if s < end)
    yield from ((text[: max(0, s - 2)], text[s:], "") for s in starts)


def _made(where: str, what: str, do: str, words: Speech) -> Told:
    named = place(where, words)
    return Told(named, _whole(what, words, head=not named), _whole(do, words))


def place(where: str, words: Speech) -> str:
    """Where it is: a kind of record, a file without the folders it lies in, a sheet and a row."""
    kind, _, key = where.partition(" ")  # a record is named by its kind and the first digits of its id
    if kind in schemata() and (not key or key.isalnum()):
        return words.schema(kind)
    name = where if "://" in where else where.rpartition("/")[2]
    comma = "，" if words.lang == "zh" else ", "
    return _either(known(name, words), comma.join(phrase(part, words) for part in name.split(", ")))


def _whole(text: str, words: Speech, head: bool = True) -> str:
    """A sentence with its full stop."""
    said = _either(known(text, words, head), text)
    return said if not said or said.endswith(ENDS) else f"{said}{'。' if words.lang == 'zh' else '.'}"


def _value(value: str, way: str, quoted: bool, words: Speech) -> str:
    """A value as the page tells it."""
    if quoted:
        return f"«{value}»" if words.lang == "ru" else f"“{value}”"
    if way == "schema":
        return words.schema(value)
    if way == "prop":
        return words.property(value)
    if way == "props":
        return " / ".join(words.property(v) for v in value.split(" or "))
    if way == "date":
        return words.date(value)
    if way == "number":
        return words.figure(value)
    if way == "said":
        return phrase(value, words)
    return words.choice(way, value) if way else value


def _unquoted(text: str) -> str:
    if text[:1] in ("'", '"') and text[-1:] == text[:1] and len(text) > 1:
        try:
            return str(ast.literal_eval(text))
        except (ValueError, SyntaxError):
            return text
    return text


def _number(text: str) -> int:
    digits = text.replace(",", "").replace("\u00a0", "")
    return int(digits) if digits.isdigit() and len(digits) < DIGITS else 0
