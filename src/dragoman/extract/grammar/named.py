"""Drafts of what names and descriptions stand for, one entity for all the forms a name takes in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.extract.draft import Claim, Draft, Name, Ref
from dragoman.extract.grammar.scene import Memory, Mention, Scene

SCHEMA = {"ORG": "Organization", "PER": "Person", "LOC": "Place", "GROUP": "CountryGroup"}


def mention_of(name: Name, memory: Memory) -> Mention:
    """The mention of a name, with the entity that earlier forms of the same name stood for."""
    schema = name.schema or SCHEMA.get(name.kind, "Organization")
    if name.kind == "PER":
        ref = _person(name.text, memory)
    else:
        ref = memory.last.setdefault(f"{name.kind}:{memory.key(name.text)}", Ref(schema, name.text))
    return Mention(name.kind, name.start, name.end, name.text, ref, name)


def _person(text: str, memory: Memory) -> Ref:
    words = memory.key(text).split()
    if not words:
        return Ref("Person", text)
    whole = " ".join(sorted(words))
    if whole not in memory.people:
        known = memory.people.get(words[-1]) if len(words) == 1 else None
        memory.people[whole] = known or Ref("Person", text)
        for word in words:
            memory.people.setdefault(word, memory.people[whole])
    return memory.people[whole]


def names(scene: Scene) -> Iterator[Draft]:
    """One draft for each name that stands free: those inside an event's title name the event."""
    for mention in scene.mentions:
        if isinstance(mention.value, Name) and mention.ref is not None:
            yield _named(scene, mention, mention.value)
            if mention.kind in ("ORG", "PER", "LOC", "GROUP"):
                scene.memory.last[mention.kind] = mention.ref


def _named(scene: Scene, mention: Mention, name: Name) -> Draft:
    assert mention.ref is not None  # noqa: S101 (asked by names)
    claims = [Claim("name", mention.ref.name, name.text if name.text != mention.ref.name else "", name.lang)]
    if name.country and name.kind != "PER":
        claims.append(Claim("country", name.country))
    if name.subkind:
        claims.append(Claim("placeKind" if name.kind in ("LOC", "GROUP") else "bodyKind", name.subkind))
    if name.kind == "PER":
        claims = claims[:1]
    start = _with_class(scene, mention.start - scene.start) if name.kind == "LOC" else mention.start - scene.start
    return scene.draft(mention.ref, start, mention.end - scene.start, f"{name.lang}-name", min(name.sure, 0.99), *claims)


CLASS_WORD = re.compile(r"(?<!\w)(?:провинци|город|област|район|уезд|округ|республик)[аеиоуыюя]{0,2}[мйх]?\s$")


def _with_class(scene: Scene, start: int) -> int:
    """A place's name begins with its class word: "провинции Хубэй"."""
    match = CLASS_WORD.search(scene.low, max(0, start - 14), start)
    return match.start() if match else start


def described(scene: Scene, lang: str) -> Iterator[Draft]:
    """Drafts of events, technologies, projects, unnamed bodies and delegations, each by the words that describe it."""
    sure = {"TECH": (0.91, 0.8), "PROJECT": (0.86, 0.78), "EVENT": (0.93, 0.8)}
    for m in scene.mentions:
        if not m.shown or m.ref is None or isinstance(m.value, Name):
            continue
        start, end = m.start - scene.start, m.end - scene.start
        if m.kind == "TECH":
            scene.memory.last["TECH"] = m.ref
        strong = (
            m.value[-1]
            if isinstance(m.value, tuple) and m.kind == "EVENT"
            else m.value[0]
            if isinstance(m.value, tuple)
            else bool(m.value)
        )
        level = sure.get(m.kind, (0.9, 0.9))[0 if strong else 1]
        if m.kind in ("TECH", "PROJECT", "EVENT"):
            claims = [Claim("name", m.ref.name, "", lang), *_edition(m)]
            yield scene.draft(m.ref, start, end, f"{lang}-{m.kind.lower()}", level, *claims)
        elif m.kind == "UNNAMED":
            yield scene.draft(m.ref, start, end, f"{lang}-unnamed", 0.88, Claim("unnamed", m.text, "", lang))
        elif m.kind == "DELEGATION":
            yield scene.draft(
                m.ref, start, end, f"{lang}-delegation", 0.93, Claim("name", m.ref.name, "", lang), *_senders(scene, m)
            )


def _edition(mention: Mention) -> list[Claim]:
    if mention.kind == "EVENT" and mention.ref and mention.ref.schema == "Edition" and mention.value[0]:
        return [Claim("ordinal", str(mention.value[0]))]
    return []


def _senders(scene: Scene, mention: Mention) -> list[Claim]:
    """The names inside the words of a delegation sent it."""
    inside = (n for n in scene.sentence.names if mention.start <= n.start and n.end <= mention.end and n.kind in SCHEMA)
    refs = (mention_of(n, scene.memory).ref for n in inside)
    return [Claim("sender", ref, ref.name) for ref in refs if ref]
