"""The words of the pages in English, Chinese and Russian: messages side by side in `data/locale/web/*.yaml`, one file a room.

A message is `[English, Chinese, Russian]`; where a number changes the words, one of them is a mapping of plural forms
(`one`, `few`, `many`, `other`), chosen by the value `n`. The words of the report (kinds, properties, statuses) are known too.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from dragoman import data
from dragoman.base.errors import DragomanError, UnknownName
from dragoman.model.schema import LANGUAGES, schemata
from dragoman.report.words import Words, messages
from dragoman.web import phrasing

if TYPE_CHECKING:
    from dragoman.web import telling

BABEL = {"en": "en_GB", "zh": "zh_Hans_CN", "ru": "ru_RU"}
SKELETONS = {4: "y", 7: "yMMMM"}  # of an ISO date cut to its year or month
CODED = frozenset(("originSector", "ipStatus"))  # by their schema texts, by their forms a choice
Message = str | dict[str, str]


@cache
def web_messages() -> dict[str, tuple[Message, ...]]:
    """All messages of all rooms by `room.key`, each in the three languages."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, tuple[Message, ...]] = {}
    for path in sorted(data.path("locale/web").iterdir(), key=lambda p: p.name):
        if path.name.endswith(".yaml"):
            for group, entries in yaml.load(path.read_text(encoding="utf-8"), loader).items():  # noqa: S506 (a safe loader)
                found |= {f"{group}.{key}": tuple(said) for key, said in entries.items()}
    return found


@cache
def spoken(lang: str) -> dict[str, Message]:
    """All messages of one language, those of the report too."""
    place = LANGUAGES.index(lang)
    return {**messages(lang), **{key: said[place] for key, said in web_messages().items()}}


def plural(lang: str, n: float) -> str:
    """The plural form a language uses with a number, as in Unicode's CLDR."""
    whole = int(n) if n == int(n) else None
    if lang == "zh" or whole is None:
        return "other"
    if lang == "en":
        return "one" if whole == 1 else "other"
    tens, ones = abs(whole) % 100, abs(whole) % 10
    if ones == 1 and tens != 11:
        return "one"
    return "few" if ones in (2, 3, 4) and tens not in (12, 13, 14) else "many"


@cache
def coded() -> frozenset[str]:
    """The properties told by a value of a closed vocabulary."""
    return frozenset(p for s in schemata().values() for p, told in s.properties.items() if told.type == "choice") | CODED


class Speech(Words):
    """The words of one language: `t("search.found", n=3)`, `t.date("2017-06")`, `t.schema("Company")`."""

    def __init__(self, lang: str = "en") -> None:
        super().__init__(lang)
        self.said, self.locale = spoken(lang), BABEL[lang]

    def __call__(self, key: str, **values: object) -> str:
        """The message of that key with its `{places}` filled, numbers set as the language does; raises `UnknownName`."""
        message = self._form(key, values.get("n", 0))
        if not values:
            return message
        shown = {k: self.number(v) if isinstance(v, int | float) else v for k, v in values.items()}
        return message.format(**shown)

    def _form(self, key: str, n: object) -> str:
        """A message in the plural form of a number."""
        message = self.said.get(key)
        if message is None:
            raise UnknownName(f"there is no message {key!r} in {self.lang}")
        return self.form(message, n if isinstance(n, int | float) else 0)

    def form(self, message: Message, n: float) -> str:
        """The plural form of a message."""
        if isinstance(message, str):
            return message
        return message.get(plural(self.lang, n)) or next(reversed(message.values()))

    def has(self, key: str) -> bool:
        """Whether there is a message of that key."""
        return key in self.said

    def marked(self, key: str, **values: Markup | str | int) -> Markup:
        """A message with links in its places; what is no markup is escaped."""
        message = self(key) if "n" not in values else self._form(key, values["n"])
        shown = {k: self.number(v) if isinstance(v, int) else v for k, v in values.items()}
        return escape(message).format(**shown)

    def told(self, text: str) -> str:
        """A line of a log, a reason, a refusal, which the code says in English, in the language of the page."""
        from dragoman.web import telling

        return telling.line(text, self)

    def phrase(self, text: str) -> str:
        """A reason or a remark of the code within a line of a page."""
        from dragoman.web import telling

        return telling.phrase(text, self)

    def place(self, where: str) -> str:
        """Where in which file something stands, as errors and records of lists say it."""
        from dragoman.web import telling

        return telling.place(where, self)

    def error(self, raised: DragomanError) -> telling.Told:
        """An error: where it is, what is wrong, what to do."""
        from dragoman.web import telling

        return telling.error(raised, self)

    def listed(self, items: list[str]) -> str:
        """Things one after another."""
        return ("、" if self.lang == "zh" else "; ").join(items)

    def schema(self, name: str) -> str:
        """What a kind of thing is called."""
        known = schemata().get(name)
        return known.label(self.lang) if known else name

    def kind(self, name: str) -> str:
        """What a kind of thing is called within a sentence."""
        label = self.schema(name)
        return label[:1].lower() + label[1:]

    def such(self, kinds: list[str]) -> str:
        """Some kinds as what a thing is said to be."""
        return phrasing.such(self, kinds)

    def choice(self, group: str, value: str) -> str:
        """A value of a closed vocabulary in words; one without a message as it is."""
        for key in (f"{group}.{value}", f"{group}.{value.lower()}"):
            said = self.said.get(key)
            if isinstance(said, str):
                return said
        return value

    def called(self, key: str, caption: str, schema: str) -> str:
        """What to call an entity: its caption, or what kind of thing it is where nothing tells its name."""
        return self.schema(schema) if caption in ("", key[:8]) else caption

    def property(self, name: str) -> str:
        """What a property is called."""
        return self.choice("prop", name)

    def country(self, code: str) -> str:
        """What a country is called."""
        from dragoman.report.worldmap import country_name

        return country_name(code, self.lang)

    def value(self, prop: str, text: str) -> str:
        """A value of a property with a closed vocabulary in words, a field of technology by its label; any other as it is."""
        from dragoman.report.values import CHOICES
        from dragoman.web.pages.expo_coded import label

        if prop == "field":
            return label(text, self.lang)
        group = "one" if prop == "bodyKind" else CHOICES.get(prop, "")
        said = self.choice(group, text) if group else text
        return self.choice("expo_choice", text) if said == text and prop in coded() else said

    def shown(self, prop: str, text: str) -> str:
        """A value by the type its property usually has: countries and dates in words."""
        if prop in ("country", "nationality"):
            return self.country(text)
        if prop.endswith(("Date", "date")):
            return self.date(text)
        return self.value(prop, text)

    def figure(self, text: str) -> str:
        """A plain number as the language sets it; what is none as it is."""
        from dragoman.report.values import number

        told = number(text)
        return text if told is None else self.number(told)

    def date(self, iso: str) -> str:
        """An ISO date cut to year, month or day, or a time, in words; what is no date is shown as it is."""
        from babel.dates import format_date, format_skeleton

        try:
            if len(iso) > 10:
                return self.time(iso)
            if len(iso) == 10:
                return str(format_date(date.fromisoformat(iso), "long", locale=BABEL[self.lang]))
            padded = date.fromisoformat((iso + "-01-01")[:10])
            return str(format_skeleton(SKELETONS[len(iso)], padded, locale=BABEL[self.lang]))
        except (ValueError, KeyError):
            return iso

    def days(self, since: str, until: str = "") -> str:
        """From one date to another, what both share said once."""
        return phrasing.days(self, since, until)

    def held(self, since: str, until: str) -> str:
        """How long something held: from, until, or both."""
        return phrasing.held(self, since, until)

    def document(self, title: str) -> str:
        """What a document is called; an entry by who made it and when."""
        return phrasing.document(self, title)

    def dataset(self, name: str) -> str:
        """What a data set is called."""
        return phrasing.dataset(self, name)

    def decider(self, by: str) -> str:
        """Who decided, a person or a rule."""
        return phrasing.decider(self, by)

    def because(self, by: str, note: str) -> str:
        """The note of a decision."""
        return phrasing.note(self, by, note)

    def field(self, name: str) -> str:
        """A field of a record that was let out: a property, or a figure of an edition."""
        return phrasing.field(self, name)

    def probability(self, value: float) -> str:
        """A probability in per cent; one that is nearly sure, or nearly none, is never said to be."""
        return phrasing.probability(self, value)

    def counted(self, schema: str, n: int) -> str:
        """How many there are of a kind of thing."""
        return self(f"counted.{schema}", n=n) if self.has(f"counted.{schema}") else f"{self.schema(schema)}: {self.number(n)}"

    def time(self, iso: str) -> str:
        """A time in words, to the minute: one of the log (UTC) as the clock of this machine shows it, any other as it is."""
        from babel.dates import format_date

        when = datetime.fromisoformat(iso)
        when = when.astimezone() if when.tzinfo else when
        return f"{format_date(when.date(), 'medium', locale=BABEL[self.lang])} {when:%H:%M}"


def language(asked: str, kept: str, accepted: str) -> str:
    """The language of a page: as asked for in the address, as kept in the cookie, as the browser accepts, or English."""
    for told in (asked, kept):
        if told in LANGUAGES:
            return told
    ranked: list[tuple[float, int, str]] = []
    for place, part in enumerate(accepted[:500].split(",")):
        tag, _, quality = part.strip().partition(";q=")
        if (lang := tag[:2].lower()) in LANGUAGES:
            ranked.append((-_quality(quality), place, lang))
    return min(ranked)[2] if ranked else "en"


def _quality(text: str) -> float:
    try:
        return float(text or 1)
    except ValueError:
        return 0.0


def as_data(value: Any) -> Any:
    """Plain values for a JSON twin: dataclasses and named tuples become objects, sets and tuples lists."""
    from dataclasses import fields, is_dataclass

    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: as_data(getattr(value, f.name)) for f in fields(value) if not f.name.startswith("_")}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, dict):
        return {str(k): as_data(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [as_data(v) for v in value]
    return value if value is None or isinstance(value, bool | int | float) else str(value)
