"""What Russian sentences describe beside names: events, technologies, projects, unnamed bodies, delegations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from dragoman.extract.draft import Name, Ref
from dragoman.extract.grammar import figures
from dragoman.extract.grammar.scene import FIRST, Mention, Scene
from dragoman.extract.ru import products
from dragoman.extract.ru.phrases import Word, before, behind, tokens
from dragoman.extract.ru.words import WORDS, anywhere, entries, is_adjective, is_genitive, pattern, whole

ROMAN = re.compile(r"[ivxlc]{1,7}(?:-?(?:й|я|ый|ая))?")
PLURAL_ADJECTIVE = re.compile(r"\w+(?:ые|ие|ых|их|ыми|ими)")
PLURAL_NOUN = re.compile(r"(?:[ая]м|[ая]ми|[ая]х|ов)$")
TRADEMARK = re.compile(r"[«“\"]|\(")
ORDINAL_WORDS = (
    "перв", "втор", "трет", "четв", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадц", "двенадц", "тринадц",
    "четырнадц", "пятнадц", "шестнадц", "семнадц", "восемнадц", "девятнадц", "двадцат",
)  # fmt: skip
ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


ENDING = re.compile(r"(?<=\w{3})(?:ого|его|ому|ему|ыми|ими|ами|ями|[оеыи]м|[ыи]х|[оеё]й|[ая]м|[ая]х)$")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A lower-case word without its ending, roughly: the case forms of a word have one stem."""
    cut = ENDING.sub("", word)
    while len(cut) > 3 and cut[-1] in "аеёиоуыэюяйь":
        cut = cut[:-1]
    return cut


def stem_key(name: str) -> str:
    """The stems of a name's words: forms of one name in different cases have one key."""
    return " ".join(stem(w) for w in re.findall(r"\w+", name.lower()) if len(w) > 2 or w.isdigit())


def ordinal_value(word: str) -> int | None:
    """The number an ordinal stands for: "9-я" and "девятая" are 9, "XIX" is 19; None for other words."""
    low = word.lower()
    if digits := re.match(r"\d{1,3}(?!\d)", low):
        return int(digits[0])
    if ROMAN.fullmatch(low):
        values = [ROMAN_VALUES[c] for c in low.split("-")[0] if c in ROMAN_VALUES]
        return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    for number in range(len(ORDINAL_WORDS), 0, -1):
        if low.startswith(ORDINAL_WORDS[number - 1]):
            return number
    return None


def _heads(scene: Scene, words: list[Word], section: str) -> Iterator[tuple[int, int, str]]:
    """Word indices of the first and last word of each head of a section, with the part of the section it stands in."""
    starts = {w.start: i for i, w in enumerate(words)}
    ends = {w.end: i for i, w in enumerate(words)}
    for part in WORDS.sections[section]:
        for match in anywhere(section, part).finditer(scene.marked):
            if match.start() in starts and match.end() in ends:
                yield starts[match.start()], ends[match.end()], part


def events(scene: Scene, words: list[Word]) -> list[Mention]:
    """Expos, editions, forums, contests; a bare "выставка" stands for the event the text is about and proves nothing."""
    found = []
    for head, last, part in _heads(scene, words, "event_head"):
        first = before(words, head, ordinals=True)
        if _counted(scene, words, first, head, last):
            continue
        start, end = words[first].start, max(words[last].end, behind(scene, words, last))
        if part == "Event":
            end = words[last].end
        if part == "Week" and not scene.text[start].isupper():
            continue
        text = scene.text[start:end]
        if (
            first == head == last
            and (end == words[head].end or part in ("Event", "Expo"))
            and not TRADEMARK.search(text)
            and not (end > words[head].end and _proper(scene, words[head]))
        ):
            start, end = words[head].start, words[head].end
            text = scene.text[start:end]
            found.append(Mention("EVENT", scene.start + start, scene.start + end, text, scene.memory.event, None, False))
            continue
        number = next((n for w in words[first:head] if (n := _edition(w.low)) is not None), None)
        year = re.search(r"[- ](20\d\d|19\d\d)\b", text)
        schema = "Edition" if part == "Expo" and (number or year) else "Event" if part == "Week" else part
        ref = scene.memory.last.setdefault(f"event:{stem_key(text)}", Ref(schema, text))
        named = bool(number or TRADEMARK.search(text) or re.search(r"[А-ЯЁA-Z]", text[1:]) or _proper(scene, words[first]))
        found.append(Mention("EVENT", scene.start + start, scene.start + end, text, ref, (number, named)))
    return found


COUNTED = re.compile(r"\w+(?:ов|ев|ий|ок|ек|ей|ол|ии|ции|ки|ья)|\w{3,}[аяы]")  # a noun behind a number


def _counted(scene: Scene, words: list[Word], first: int, head: int, last: int) -> bool:
    """Whether an event word is what a number counts: "15 форумов"; the number is no ordinal and no year."""
    for index in range(max(first - 1, 0), head):
        low = words[index].low
        if low.isdigit() and len(low) < 4 and not scene.text[words[index + 1].start].isupper():
            return bool(COUNTED.fullmatch(words[last].low))
    return False


def _edition(word: str) -> int | None:
    return ordinal_value(word) if whole("ordinal").fullmatch(word) or ROMAN.fullmatch(word) else None


def _proper(scene: Scene, word: Word) -> bool:
    at = word.start
    return at > 0 and scene.text[at].isupper() and not re.search(r"[.:!?»\n]\s*$", scene.text[max(0, at - 3) : at])


def technologies(scene: Scene, words: list[Word]) -> list[Mention]:
    """Fields from the vocabulary, and product words with what qualifies them."""
    found = []
    for match in anywhere("tech_field").finditer(scene.marked):
        found.append(_thing(scene, match.start(), match.end(), True))
    starts = {w.start: i for i, w in enumerate(words)}
    for match in anywhere("tech_head").finditer(scene.marked):
        head = starts.get(match.start())
        if head is None:
            continue
        first = before(words, head)
        while first < head and (_plain(words[first].low) or not is_adjective(words[first].low)):
            first += 1
        if scene.text[words[first].start - 1 : words[first].start] in tuple('«“"') and scene.text[words[first].start].isupper():
            continue
        end = behind(scene, words, head, about=False) if words[head].low == match[0] else words[head].end
        model = MODEL.match(scene.text, end) if end == match.end() else None
        end = _purpose(scene, model.end() if model else end)
        alone = not any(match[0].startswith(stem) for stem in entries("tech_needs"))
        if SOCIAL.search(scene.low, words[first].start, end):
            continue
        if first < head or alone or model or (end > match.end() and not TRADEMARK.search(scene.text[match.end() : end])):
            end = max(match.end(), min(end, words[min(head + 5, len(words) - 1)].end))
            found.append(_thing(scene, words[first].start, end, False))
    return sorted(found, key=lambda m: (m.start, -m.end))


SOCIAL = re.compile(r"систем\w*\s(?:образован|прав|ценност|здравоохр|координат|льгот|налог|отбор|подготовк|скидок|оценк)")
MODEL = re.compile(r"\s(?=[A-ZА-Я]*\d|[A-Z])[A-ZА-Я\d][\w-]{1,12}(?!\w)")
PURPOSE = re.compile(r"\sдля\s(?:[а-яё-]+(?:ого|его|ой|ых|их|ей)\s){0,2}(?P<what>[а-яё-]{3,})(?:\s[а-яё-]+(?:ов|ев|ей|ия|ий))?")


def _purpose(scene: Scene, end: int) -> int:
    """The end of a product's name with the "для ..." that belongs to it."""
    match = PURPOSE.match(scene.marked, end)
    return match.end() if match and is_genitive(match["what"]) else end


def _plain(word: str) -> bool:
    return bool(whole("tech_plain").fullmatch(word))


def _thing(scene: Scene, start: int, end: int, strong: bool) -> Mention:
    """A thing; a bare word that only repeats one of a thing told before marks the text and proves nothing."""
    text = scene.text[start:end]
    last = scene.memory.last
    ref = last.setdefault(f"tech:{stem_key(text)}", Ref("Technology", text.lower() if text[1:].islower() else text))
    words = [stem(w) for w in text.lower().split() if not is_adjective(w)]
    known = last.get(f"thing:{words[0]}") if len(words) == 1 and " " not in text else None
    for word in words[:1]:
        last.setdefault(f"thing:{word}", ref)
    if known and known != ref:
        return Mention("TECH", scene.start + start, scene.start + end, text, known, strong, False)
    return Mention("TECH", scene.start + start, scene.start + end, text, ref, strong)


def projects(scene: Scene, words: list[Word]) -> list[Mention]:
    """Projects, platforms, programmes and centres that are named, or told to be set up."""
    found = []
    for head, last, part in _heads(scene, words, "project_head"):
        first = before(words, head)
        start, end = words[first].start, max(words[last].end, behind(scene, words, last))
        text = scene.text[start:end]
        named = bool(re.search(r"[«“\"]", text)) or _proper(scene, words[first])
        founded = anywhere("founded").search(scene.marked, max(0, start - 45), end + 25)
        if not named and first > 0 and whole("preposition").fullmatch(words[first - 1].low):
            continue
        plain = words[first].low.startswith(("совместн", "сервисн", "торгов", "выставочн", "делов"))
        if (plain and not named) or FIRST["ORG"] in scene.marked[start:end].split("«")[0]:
            continue
        bare = end == words[last].end and (first == head == last or scene.text[start:end].isupper() or first == 0)
        if bare or not (named or founded):
            continue
        schema = "Project" if part == "Centre" else part
        ref = scene.memory.last.setdefault(f"project:{stem_key(text)}", Ref(schema, text))
        found.append(Mention("PROJECT", scene.start + start, scene.start + end, text, ref, (named, bool(founded)), True, named))
    return found


UNNAMED = (
    r"(?<!\w)(?:(?:некая|некий|некой|некоей|неким|некоего|одна|одной|один|одного|неназванн\w+|другая|другой)\s+(?:из\s+)?)?"
    r"(?:(?:<body_trait>)\s+){1,3}(?:<body>)(?!\w)"
)
CLAUSE = re.compile(
    r",?\s(?:котор\w+|занимающ\w+|разрабатывающ\w+|выпускающ\w+|производящ\w+|специализирующ\w+)[^,.;:«»\ue000-\ue0ff]{3,90}"
)


def unnamed(scene: Scene) -> list[Mention]:
    """Bodies that are told of but not named: "некая китайская технологическая компания"."""
    found = []
    for match in pattern(UNNAMED).finditer(scene.marked):
        after = scene.text[match.end() : match.end() + 2].lstrip()
        named = scene.marked[match.end() : match.end() + 2].strip()[:1] in (FIRST["ORG"], FIRST["PER"])
        titled = scene.text[match.start()].isupper() and (
            match.start() > 0 or match[0].endswith(("институт", "университет", "завод"))
        )
        if (
            titled
            or PLURAL_ADJECTIVE.search(match[0].rsplit(" ", 1)[0])
            or PLURAL_NOUN.search(match[0])
            or (after[:1] in '«"“' and after)
            or named
            or after[:1].isupper()
        ):
            continue
        clause = CLAUSE.match(scene.marked, match.end())
        end = clause.end() if clause else match.end()
        text = scene.text[match.start() : end]
        ref = Ref(
            "Company" if re.search(r"компан|фирм|корпорац|концерн|завод", match[0]) else "Organization",
            scene.text[match.start() : match.end()],
        )
        found.append(Mention("UNNAMED", scene.start + match.start(), scene.start + end, text, ref))
    return found


MEMBERS = (
    r"(?:предпринимател|бизнесмен|специалист|инженер|уч[её]н|эксперт|врач|промышленник|журналист|чиновник|руководител|преподавател|"
    r"студент|аграри|инвестор|разработчик|конструктор|депутат|стажёр|стажер|исследовател|экспортёр|экспортер|банкир)[а-яё]{0,4}"
)
DELEGATION = re.compile(
    r"(?<![\w-])(?:(?:бизнес-|торгов\w+ |делов\w+ |экономическ\w+ )?(?:делегаци(?:я|и|ю|ей|ями|ям)|мисси(?:я|и|ю|ей)(?= |,))|"
    r"(?:десант|команд[ауы]|посланц(?:ы|ев|ам))(?=\s)|"
    rf"групп(?:а|ы|у|ой|е)(?=\s(?:[а-яё]+(?:ых|их)\s){{0,2}}{MEMBERS}|\sиз\s\ue004)|"
    r"представител(?:и|ей|ям|ями)(?=\s(?:делов\w+|бизнес\w*|предпринимательск\w+)\s))(?!\w)"
)


SENT = (FIRST["LOC"], FIRST["ORG"], FIRST["GROUP"])
HEADS = ("делегация", "делегации", "делегацию", "делегацией")
BUSINESS = "бизнес-"


def delegations(scene: Scene, words: list[Word]) -> list[Mention]:
    """Groups that are sent: "делегация провинции Хэнань", "российская делегация"."""
    starts = {w.start: i for i, w in enumerate(words)}
    found = []
    for match in DELEGATION.finditer(scene.marked):
        head = starts.get(match.start())
        if head is None:
            continue
        first = before(words, head)
        while first < head and whole("post").fullmatch(words[first].low):
            first += 1
        start, end = words[first].start, max(match.end(), behind(scene, words, head, about=False))
        end = _sender(scene, words, head, end)
        text = scene.text[start:end]
        bare = first == head and end == match.end()
        sent = any(mark in scene.marked[start:end] for mark in SENT)
        known_head = match[0].endswith(HEADS) or match[0].startswith(BUSINESS)
        if (bare or match[0].startswith("мисси")) and not sent and not known_head:
            continue
        known = scene.memory.last.get("delegation")
        ref = known if bare and known else Ref("Delegation", text)
        scene.memory.last["delegation"] = ref
        found.append(Mention("DELEGATION", scene.start + start, scene.start + end, text, ref, None, not bare))
    return found


SENDER = re.compile(r"\s(?:из|от)\s(?:[а-яё-]+\s){0,3}[\ue000\ue004\ue006][\ue001\ue005\ue007]*")


def _sender(scene: Scene, words: list[Word], head: int, end: int) -> int:
    match = SENDER.match(scene.marked, end)
    return match.end() if match else end


def find(scene: Scene) -> None:
    """Add all of them to the scene. Events and projects may contain names; the rest may not."""
    scene.swallow(figures.sums(scene, "ru"))
    scene.swallow(events(scene, tokens(scene)))
    words = tokens(scene)
    scene.swallow([m for m in projects(scene, words) if m.value[0]])
    scene.add(unnamed(scene))
    words = tokens(scene)
    scene.add(technologies(scene, words))
    scene.add(products.found(scene, words))
    scene.swallow([m for m in projects(scene, tokens(scene)) if not m.value[0]])
    scene.swallow(delegations(scene, tokens(scene)))


def proper(name: Name) -> bool:
    """Whether a name may be one: the title of an event, a delegation, a product with its name are no bodies."""
    low = name.text.lower()
    if name.kind != "ORG":
        return True
    titled = name.text[0].islower() and "«" in low and anywhere("tech_head").match(low)
    return not (titled or low.startswith("делегаци") or anywhere("event_head").match(low))


SWALLOWED = re.compile(
    r"\s(?P<verb>[а-яё]+(?:[аеиоуыя]ли(?:сь)?|[аеёию]т|ют|ятся|ется|ются|ится|лась|лся|нят[аы]?|ан[аоы]?|ены?))(?!\w)"
)
NOUNS = re.compile(
    r"\w*(?:итет|тет|бюджет|совет|нет|кет|зет|чет|чёт|лет|лёт|ит|ент|ант|кабинет|стали|мли|вли|ели|ан|план|стран|океан|ткан|цен)"
)


def trimmed(name: Name) -> Name:
    """A body's name without the verb that a finder took into it, and what stands behind the verb."""
    if name.kind != "ORG":
        return name
    for match in SWALLOWED.finditer(name.text):
        if match.start() and "«" not in name.text[: match.start()] and not NOUNS.fullmatch(match["verb"]):
            return replace(name, end=name.start + match.start(), text=name.text[: match.start()])
    return name
