"""Verdicts of people on facts, from the page they read: accept, reject, correct, contradict, reply, propose.

Nothing is overwritten: a verdict is a decision, a correction a decision and a new statement, a contradiction or a reply further
evidence of the statement it is about.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.base.errors import UnknownName, UsageError
from dragoman.base.version import VERSION
from dragoman.expo.rules import Entered
from dragoman.extract.sheets.bodies import language_of
from dragoman.model.decision import Decision, Subject
from dragoman.model.document import Document
from dragoman.model.fact import Fact, facts
from dragoman.model.ids import entity_id
from dragoman.model.schema import schema
from dragoman.model.statement import Bound, Evidence, Stance, Statement
from dragoman.workspace import expo_form
from dragoman.workspace.expo_entries import Entry, dataset_of, id_of
from dragoman.workspace.identity import now

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

ORIGIN = f"reader@{VERSION}"
NOTE_CHARS = 5_000
ID_CHARS = 32
CONTEXT = 32  # code points before and after, as the extractors keep


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a document somebody selected."""

    document: str
    start: int
    end: int


class Judging:
    """What a person may say to a fact. `by` is the person's name; without one nothing is logged."""

    def __init__(self, workspace: Workspace, by: str) -> None:
        self.workspace, self.store, self.by = workspace, workspace.store, by

    def next(self, after: str = "") -> tuple[Fact | None, str]:
        """The fact to check after another, and the one after that; nothing where none waits."""
        from dragoman.store.waiting import waiting

        found = self._facts(waiting(self.store, after))
        place = next((n + 1 for n, f in enumerate(found) if after and any(s.id == after for s in f.statements)), 0)
        left = found[place:]
        if after and not left:  # round to the first again: what was passed over still waits
            return self.next()
        return (left[0] if left else None), (left[1].id if len(left) > 1 else "")

    def left(self) -> tuple[int, int]:
        """Entities of which something waits, and statements that wait."""
        from dragoman.store.waiting import how_many

        return how_many(self.store)

    def fact(self, statement_id: str) -> Fact:
        """The fact a statement belongs to, also where it was rejected. Raises `UnknownName`."""
        one = self.store.statement(statement_id)
        proof = next((e for e in one.evidence if e.stance is Stance.SUPPORTS), None)
        if proof is None:
            raise UnknownName("nothing proves this statement", where=statement_id)
        of_it = self.store.statements(document=proof.document, ids=[one.entity_id], all=True)
        found = self._facts(of_it)
        return next((f for f in found if any(s.id == statement_id for s in f.statements)), None) or self._alone(one)

    def _alone(self, one: Statement) -> Fact:
        made = self._facts([one])
        if not made:
            raise UnknownName("this statement is no fact of its own", where=one.id)
        return made[0]

    def _facts(self, statements: Iterable[Statement]) -> list[Fact]:
        found = list(statements)
        named = {s.value for s in found if len(s.value) == ID_CHARS} | {s.entity_id for s in found}
        return facts(found, self.store.captions(named))

    def judge(self, fact: Fact, verdict: str, note: str = "") -> None:
        """Accept or reject all statements of a fact."""
        at, by = now(), self._person()
        self.store.decide(*(Decision(Subject.FACT, (s.id,), verdict, by, at, _short(note)) for s in fact.statements))

    def correct(self, fact: Fact, prop: str, value: str, note: str = "") -> list[Statement]:
        """Say another value for a property of a fact, on the same words; what stood there is rejected by this person.

        Raises `UsageError` where the value cannot be read.
        """
        old = [s for s in fact.statements if s.prop == prop]
        if not old:
            raise UsageError(f"the fact says nothing of {prop}")
        if not value.strip():
            raise UsageError("write the value that is right", do="reject the fact where there is none")
        made = self._read(
            schema(fact.schema).name, {prop: value}, fact.entity_id, replace(fact.evidence, stance=Stance.SUPPORTS)
        )
        if {s.value for s in made if s.prop == prop} == {s.value for s in old}:
            raise UsageError("that is what stands there already")
        at, by = now(), self._person()
        self.store.add(None, [replace(s, valid_from=old[0].valid_from, valid_to=old[0].valid_to, id="") for s in made])
        self.store.decide(*(Decision(Subject.FACT, (s.id,), "rejected", by, at, _short(note) or "corrected") for s in old))
        rest = [s for s in fact.statements if s.suggested and s.prop != prop]
        self.store.decide(*(Decision(Subject.FACT, (s.id,), "accepted", by, at, "corrected beside") for s in rest))
        return made

    def contradict(self, fact: Fact, words: str) -> None:
        """Add what speaks against a fact, in a person's words."""
        self._add_evidence(fact, words, self._person(), Stance.CONTRADICTS, "contradiction")

    def reply(self, fact: Fact, words: str, speaker: str) -> None:
        """Add what the subject of a fact says to it; it stands beside the fact."""
        if not speaker.strip():
            raise UsageError("say whose reply it is")
        self._add_evidence(fact, words, speaker.strip()[:200], Stance.MENTIONS, f"reply of {speaker.strip()[:200]}")

    def _add_evidence(self, fact: Fact, words: str, speaker: str, stance: Stance, form: str) -> None:
        text = words.strip()
        if not text or len(text) > NOTE_CHARS:
            raise UsageError("say it in words" if not text else f"at most {NOTE_CHARS:,} characters")
        entry = Entry(self._person(), form)
        entry.say(fact.entity_id, fact.schema, Entered("notes", text, text))
        document, _ = entry.done()
        start = document.text.index(text)
        proof = Evidence(document.id, text, start, start + len(text), speaker=speaker, stance=stance)
        self.store.add(document, [replace(s, evidence=(proof,)) for s in fact.statements])

    def propose(self, words: Words, kind: str, name: str, prop: str, value: str) -> str:
        """Say something of a thing, proved by words of a document; the id of the thing. Raises `UsageError`.

        The thing is the one on record of that name; else it is new.
        """
        found = expo_form.candidates(self.workspace, kind, name)
        if len(found) > 1:
            raise UsageError(f"several are called {name!r}", do=f"write an id: {', '.join(i[:12] for i in found)}")
        if not name.strip():
            raise UsageError("say what it is said of")
        document = self.store.document(words.document)
        proof = _proof(document, words)
        about = found[0] if found else entity_id(dataset_of(self._person()), kind, name)
        made = self._read(kind, {prop: value}, about, proof) if value.strip() else []
        if not found:
            named = Entered("name", name.strip(), name.strip(), lang=language_of(name))
            made.append(self._statement(about, kind, named, "", proof))
        if not made:
            raise UsageError("say a property and its value", do="choose one and write what the words say")
        self.store.add(None, made)
        return about

    def _read(self, kind: str, properties: dict[str, str], about: str, proof: Evidence) -> list[Statement]:
        form = expo_form.read(self.workspace, schema(kind), properties)
        problems = [one.problem for one in form.said if one.problem]
        unknown = [p for p in properties if p not in schema(kind).properties]
        if unknown:
            raise UsageError(f"{kind} has no property {', '.join(unknown)}")
        if problems or not form.said:
            raise UsageError("; ".join(problems) or "no value was given")
        made = []
        for n, one in enumerate(form.said):
            named = form.new.get(n)
            target = id_of(named, self.by, about) if named else ""
            made.append(self._statement(about, kind, one, target, proof))
            if named:
                told = Entered("unnamed" if named.unnamed else "name", named.name, named.name, lang=one.lang)
                made.append(self._statement(target, named.schema, told, "", proof))
        return made

    def _statement(self, about: str, kind: str, one: Entered, target: str, proof: Evidence) -> Statement:
        return Statement(
            about, kind, one.prop, target or one.value, dataset_of(self._person()), original_value=one.written, lang=one.lang,
            origin=ORIGIN, bound=Bound(one.bound), unit=one.unit, evidence=(proof,),
        )  # fmt: skip

    def _person(self) -> str:
        if not self.by.strip():
            raise UsageError("this is logged under a person's name", do="give your name in the settings")
        return self.by


def _proof(document: Document, words: Words) -> Evidence:
    """Words of a text as evidence. Raises `UsageError` where they do not stand there."""
    text, start, end = document.text, words.start, words.end
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise UsageError("those words do not stand in the document", do="select them in the text")
    page = next((b.page for b in document.blocks if b.start <= start < b.end), None)
    return Evidence(
        document.id, text[start:end], start, end, page, text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    )  # fmt: skip


def find_words(document: Document, words: str, near: int = 0) -> Words:
    """Where words stand in a text, the nearest place to an offset. Raises `UsageError` where they do not."""
    wanted = words.strip()
    places: list[int] = []
    at = document.text.find(wanted) if wanted else -1
    while at >= 0 and len(places) < 1_000:
        places.append(at)
        at = document.text.find(wanted, at + 1)
    if not places:
        raise UsageError("those words do not stand in the document", do="copy them from the text as they are")
    start = min(places, key=lambda p: abs(p - near))
    return Words(document.id, start, start + len(wanted))


def _short(note: str) -> str:
    return note.strip()[:NOTE_CHARS]
