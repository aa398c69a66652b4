"""Made-up documents with statements, the same for the same seed, for measuring the store.

A document tells of a handful of new entities, each with about 12 statements (names, dates, countries, texts, ties), all with
text evidence. One hub entity is spoken of all over until it has its share of statements. The word "technology" is in every
document and in one value of every entity.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from dragoman.model.document import Block, Document
from dragoman.model.ids import digest, entity_id
from dragoman.model.statement import Bound, Evidence, Statement, Status

ORIGIN = "synthetic@1"
HUB_SOURCE, HUB = "register", "Ministry of Everything"
SYLLABLES = ("ka", "lo", "mi", "ru", "ten", "vor", "sha", "dun", "bel", "nik", "or", "pas", "qui", "zan", "hel", "tro")
HAN = "中国科学技术大学研究院电子信息工业公司北京上海深圳重庆绵阳机器人材料航天"
CYRILLIC = ("завод", "институт", "прибор", "техника", "север", "центр", "наука", "машина")
COUNTRIES = ("cn", "ru", "de", "us", "fr", "hu", "by", "kz", "sg", "br")
SCHEMATA = ("Company", "Organization", "Person", "Technology", "Project")
DAYS = 28


class Synthetic:
    """Writes documents one after another."""

    def __init__(self, seed: int, entities_a_document: int = 8, hub_every: float = 0.05) -> None:
        self.random = random.Random(seed)
        self.entities, self.hub_share = entities_a_document, hub_every
        self.number = 0
        self.hub_id = entity_id(HUB_SOURCE, "PublicBody", HUB)

    def name(self) -> tuple[str, str]:
        """A name and its language."""
        draw = self.random
        kind = draw.random()
        if kind < 0.2:
            return "".join(draw.choices(HAN, k=draw.randint(4, 9))), "zh"
        if kind < 0.4:
            return " ".join(draw.choices(CYRILLIC, k=3)).title() + f" {draw.randint(1, 99)}", "ru"
        words = ["".join(draw.choices(SYLLABLES, k=draw.randint(2, 4))).title() for _ in range(draw.randint(2, 3))]
        return " ".join(words), "en"

    def documents(self, statements: int) -> Iterator[tuple[Document, list[Statement]]]:
        """Documents until there are so many statements."""
        made = 0
        while made < statements:
            document, found = self._document()
            yield document, found[: statements - made]
            made += len(found)

    def _document(self) -> tuple[Document, list[Statement]]:
        self.number += 1
        key = digest("document", str(self.number)) * 2
        subjects = [(self.random.choice(SCHEMATA), *self.name()) for _ in range(self.entities)]
        sentences = [
            f"{name} said on the day that its technology is ready, that it has signed with partners and wants more of them. "
            f"The work of {name} began {number} years ago and is known in many places."
            for number, (_, name, _) in enumerate(subjects, 3)
        ]
        text = " ".join(sentences)
        statements: list[Statement] = []
        at = 0
        for subject, sentence in zip(subjects, sentences, strict=True):
            statements += self._entity(key, subject, text, at, len(sentence))
            at += len(sentence) + 1
        hub = round(len(statements) * self.hub_share)
        statements += [self._hub(key, text, n) for n in range(hub)]
        document = Document(
            key, f"news/{self.number}.txt", "text/plain", text, (Block(0, len(text)),), title=subjects[0][1], size=len(text)
        )  # fmt: skip
        return document, statements

    def _entity(self, key: str, subject: tuple[str, str, str], text: str, at: int, length: int) -> list[Statement]:
        schema, name, lang = subject
        draw, me = self.random, entity_id(key, subject[0], name)
        other = entity_id(key, "Event", f"{name} forum")

        def proof(start: int, end: int) -> tuple[Evidence, ...]:
            before, after = text[max(0, start - 32) : start], text[end : end + 32]
            return (Evidence(key, text[start:end], start, end, None, before, after, (at, at + length)),)

        def say(entity: str, kind: str, prop: str, value: str, **more: object) -> Statement:
            start = at + draw.randrange(max(1, length - 60))
            settings = {"lang": lang, "origin": ORIGIN, "evidence": proof(start, start + draw.randint(8, 60)), **more}
            return Statement(entity, kind, prop, value, key, **settings)  # type: ignore[arg-type]

        year = draw.randint(1990, 2026)
        found = [
            say(me, schema, "name", name, original_value=name),
            say(me, schema, "alias", f"{name} {draw.randint(1, 9)}"),
            say(me, schema, "country", draw.choice(COUNTRIES), original_value="as written"),
            say(me, schema, "summary", f"works on {draw.choice(SYLLABLES)}{draw.randint(1, 5000)} technology for {name}"),
            say(me, schema, "keywords", draw.choice(CYRILLIC), suggested=draw.random() < 0.3),
            say(me, schema, "location", entity_id(key, "Place", f"place {draw.randint(1, 3)}"), original_value="there"),
            say(me, schema, "notes", f"a note, number {draw.randint(1, 10**6)}", valid_from=str(year), valid_to=str(year + 3)),
            say(me, schema, "sourceUrl", f"https://example.org/{draw.randint(1, 10**7)}"),
        ]
        if draw.random() < 0.5:
            found += [
                say(other, "Event", "name", f"{name} forum"),
                say(other, "Event", "startDate", f"{year}-06-{draw.randint(1, DAYS):02}", valid_from=f"{year}"),
                say(other, "Event", "organizer", me, original_value=name, status=Status.PLANNED),
                say(other, "Event", "involved", self.hub_id, original_value=HUB),
            ]
            found += [say(me, schema, "topics", t) for t in draw.sample(("expo", "research", "defence"), 2)]
        figure = entity_id(key, "Figure", name)
        count = str(draw.randint(1, 9999))
        found += [
            say(figure, "Figure", "value", count, bound=Bound.MORE_THAN, unit="enterprises"),
            say(figure, "Figure", "subject", me, original_value=name),
        ]
        return found

    def _hub(self, key: str, text: str, n: int) -> Statement:
        start = self.random.randrange(max(1, len(text) - 40))
        proof = (Evidence(key, text[start : start + 30], start, start + 30),)
        if n % 2:
            other = entity_id(f"{key}{n}", "Person", "member")
            return Statement(self.hub_id, "PublicBody", "parent", other, HUB_SOURCE, origin=ORIGIN, evidence=proof)
        value = HUB if self.number == 1 else f"is said to be busy in {self.number} places, {n}"
        prop = "name" if self.number == 1 else "notes"
        return Statement(self.hub_id, "PublicBody", prop, value, HUB_SOURCE, origin=ORIGIN, evidence=proof)
