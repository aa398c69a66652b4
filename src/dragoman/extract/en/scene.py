"""What a text has told so far: who was named, what event it is about, who speaks; and the drafts made from it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from dragoman.extract.draft import Claim, Draft, Name, Reading, Ref
from dragoman.extract.en.line import Line
from dragoman.extract.en.shapes import twin
from dragoman.extract.en.sureness import sureness

PRONOUN = re.compile(r"\b(?:he|she|his|her)\b", re.I)
OURS = re.compile(r"\b(?:we|our|us|i|my)\b|\b(?:we|i)['’]", re.I)
CROWD = re.compile(
    r"\b(?:some|others?|many|several|most|few|various|foreign)\b|\b(?:companies|firms|enterprises|institutes|universities|"
    r"organi[sz]ations|bodies|exhibitors|participants|residents|members|suppliers|manufacturers)\b",
    re.I,
)
ARTICLE = re.compile(r"^(?:the|an?|its|their|our|his|her)\s+", re.I)
TITLED = re.compile(r"^(?:mr|mrs|ms|dr|prof|professor|sir)\.?\s+", re.I)


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """A name without its article, white space single."""
    return ARTICLE.sub("", " ".join(text.split())).strip(" ,;.“”\"'")


@lru_cache(maxsize=50_000)
def untitled(text: str) -> str:
    """A person's name without its title, white space single."""
    return TITLED.sub("", " ".join(text.split()))


@dataclass(slots=True)
class Scene:
    """The state of one document under the grammar."""

    reading: Reading
    lines: list[Line] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    event: Ref | None = None  # the main event: the edition or, without one, the series
    series: Ref | None = None
    aliases: dict[str, Ref] = field(default_factory=dict)  # lower-case name or short form to what it stands for
    bodies: dict[str, Ref] = field(default_factory=dict)  # those told, by lower-case name
    employer: dict[str, Ref] = field(default_factory=dict)  # person to body
    people: dict[str, str] = field(default_factory=dict)  # last word of a name to the full name
    person: str = ""  # the last person named
    named: list[tuple[int, int, Ref]] = field(default_factory=list)  # bodies as passed: sentence, end of the name, body
    others: dict[int, str] = field(default_factory=dict)  # where the series by name is another edition: "next", "previous"
    quoted: list[tuple[int, int]] = field(default_factory=list)  # spans of quotations
    speakers: list[tuple[int, int, str]] = field(default_factory=list)  # spans and whose words they are
    technologies: list[tuple[frozenset[str], Ref]] = field(default_factory=list)
    told: set[tuple[str, ...]] = field(default_factory=set)
    delegation: Ref | None = None
    uses: list[tuple[int, int]] = field(default_factory=list)  # spans that tell a use: no technology of their own

    def add(
        self, rule: str, about: Ref, start: int, end: int, *claims: Claim, sure: float | None = None, line: Line | None = None
    ) -> None:
        """A draft on the words from `start` to `end` of the document; its sureness is the rule's unless given."""
        if end <= start:
            return
        context = (line.sentence.start, line.sentence.end) if line else None
        level = sureness(rule) if sure is None else min(sure, sureness(rule))
        self.drafts.append(Draft(about, start, end, claims, f"en.{rule}", level, self.speaker(start), context))

    def once(self, *key: str) -> bool:
        """Whether this is told for the first time."""
        if key in self.told:
            return False
        self.told.add(key)
        return True

    def speaker(self, at: int) -> str:
        """Whose words stand at an offset; empty for the publisher's own."""
        for start, end, who in self.speakers:
            if start <= at < end:
                return who
        return ""

    def ref(self, name: Name) -> Ref:
        """What a name stands for: its full form where the text gave a short one."""
        key = plain(name.text).lower()
        if name.kind == "PER":
            return Ref("Person", self.full_name(name.text))
        return self.aliases.get(key) or Ref(name.schema or "Organization", plain(name.text))

    def full_name(self, text: str) -> str:
        """The longest form of a person's name the text has used."""
        bare = untitled(text)
        return self.people.get(bare.lower(), bare)

    def remember(self, line: Line, name: Name) -> None:
        """Take note of a name of a sentence as it is passed."""
        if name.kind == "PER":
            self.person = self.full_name(name.text)
        elif name.kind == "ORG":
            self.named.append((line.start, name.end, self.ref(name)))

    def body(self, at: int) -> Ref | None:
        """The body that "it" stands for at an offset: what the last sentence that named one named first, here or before."""
        before = [(start, ref) for start, end, ref in self.named if end <= at]
        return next((ref for start, ref in before if start == before[-1][0]), None)

    def side_of(self, person: str) -> Ref:
        """The body a person speaks for, or the person."""
        return self.employer.get(person) or Ref("Person", person)

    def actor(self, line: Line, at: int) -> Ref | None:
        """Who acts in the clause at an offset of the sentence: its subject, the speaker, or the last body named."""
        before = [n for n in line.within(0, at, "ORG", "PER", "LOC", "GROUP") if not _possessive(line, n)]
        who = self.speaker(line.start + at)
        if who and twin(OURS).search(line.small[max(0, at - 60) : at + 15]):
            return self.side_of(who)
        for kind in ("PER", "ORG"):
            found = [n for n in before if n.kind == kind]
            if found:
                return self.side_of(self.full_name(found[0].text)) if kind == "PER" else self.ref(found[0])
        if who:
            return self.side_of(who)
        if self.person and twin(PRONOUN).search(line.small, 0, at):
            return self.side_of(self.person)
        if before:
            return self.ref(before[0])
        return None if self._others(line, at) else self.body(line.start + at)

    def _others(self, line: Line, at: int) -> bool:
        """Whether a clause without a name speaks of others than the body named before: of many, or as "we" of nobody told."""
        spoken = any(a <= line.start + at < b for a, b in self.quoted)
        return bool(twin(CROWD).search(line.small, 0, at)) or (spoken and bool(twin(OURS).search(line.small, 0, at + 15)))


def _possessive(line: Line, name: Name) -> bool:
    after = line.text[name.end - line.start : name.end - line.start + 2]
    return after in ("'s", "’s") or line.text[name.end - line.start : name.end - line.start + 6] == "-based"
