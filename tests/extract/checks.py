"""Texts with names marked by hand, so that a test measures the grammar and not the finding of names; and what is checked."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable

from dragoman.extract.draft import Claim, Draft, Name, Reading, Ref, Sentence
from dragoman.extract.grammar.rule import Rule
from dragoman.extract.grammar.walk import Language, walked
from dragoman.model.document import Block, Document
from dragoman.model.schema import schema
from dragoman.model.statement import Status

Find = Callable[[str], list[tuple[str, str, Draft]]]
Case = tuple[str, str, str, dict[str, str]]  # marked text, schema, words of the quote, claims
SCHEMA = {"ORG": "Organization", "PER": "Person", "LOC": "Place", "GROUP": "CountryGroup", "COM": "Company"}
MARK = re.compile(r"\{(\w+)\|([^}]*)\}")
RELEASED = "2018-06-30"
SECONDS = 20.0  # for 100,000 hostile characters on a busy machine; they take under 3 on an idle one


def reading_of(marked: str, lang: str) -> Reading:
    """A reading of `marked`, in which `{ORG|Академия наук}` marks a name; each line is a sentence."""
    text, names, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        kind = "ORG" if match[1] == "COM" else match[1]
        names.append(Name(kind, len(text), len(text) + len(match[2]), match[2], lang, SCHEMA[match[1]]))
        text += match[2]
        at = match.end()
    text += marked[at:]
    sentences, blocks, start = [], [], 0
    for line in text.split("\n"):
        end = start + len(line)
        inside = tuple(n for n in names if start <= n.start < end)
        blocks.append(Block(start, end))
        if line.strip():
            sentences.append(Sentence(start, end, line, lang, inside, len(blocks) - 1))
        start = end + 1
    document = Document("0" * 64, "text.txt", "text/plain", text, tuple(blocks), lang=lang, published=RELEASED)
    return Reading(document, sentences, names, lang, RELEASED)


def finder(language: Language) -> Find:
    """A function from a marked text to its drafts, each as (schema, quote, draft)."""

    def find(marked: str) -> list[tuple[str, str, Draft]]:
        reading = reading_of(marked, language.code)
        return [(d.about.schema, reading.text[d.start : d.end], d) for d in walked(language, reading)]

    return find


def claims_of(drafts: Iterable[Draft]) -> list[Claim]:
    """All that some drafts claim; there is something."""
    found = [c for d in drafts for c in d.claims]
    assert found
    return found


def told(draft: Draft) -> set[tuple[str, str]]:
    """The properties a draft claims, with their values in words."""
    return {(c.prop, c.value.name if isinstance(c.value, Ref) else c.value) for c in draft.claims}


def of_kind(drafts: Find, text: str, *kinds: str) -> list[Draft]:
    """The drafts of a text that are facts of some kinds."""
    return [d for s, _, d in drafts(text) if schema(s).kind in kinds]


def check_case(drafts: Find, case: Case) -> None:
    """A text gives a draft of a schema whose quote has the words, with the claims."""
    text, kind, words, claims = case
    found = [d for s, q, d in drafts(text) if s == kind and words in q]
    assert any(set(claims.items()) <= told(d) for d in found), [(s, q, told(d)) for s, q, d in drafts(text)]


def check_event(drafts: Find, text: str, *wanted: tuple[str, str]) -> None:
    """The drafts of a text's edition claim all this together."""
    assert set(wanted) <= {pair for s, _, d in drafts(text) if s == "Edition" for pair in told(d)}


def check_unsigned(drafts: Find, *texts: str) -> None:
    """Each text tells of an agreement, none of a signed one."""
    for text in texts:
        assert Status.SIGNED not in {c.status for c in claims_of(of_kind(drafts, text, "agreement"))}, text


def check_planned(drafts: Find, text: str) -> None:
    """A text tells of a presence abroad that is planned and no more."""
    assert {c.status for c in claims_of(of_kind(drafts, text, "presence"))} == {Status.PLANNED}


def check_denied(drafts: Find, *texts: str) -> None:
    """Each text tells of a presence or a partnership, and denies all of it."""
    for text in texts:
        assert all(c.negated for c in claims_of(of_kind(drafts, text, "presence", "partnership"))), text


def check_rules(rules: Iterable[Rule], pattern: Callable[[str], re.Pattern[str]]) -> None:
    """Every pattern compiles and every property is in the schema."""
    for rule in rules:
        pattern(rule.pattern)
        if rule.schema[0] != "@":
            assert set(rule.claims) <= set(schema(rule.schema).properties), rule.name


def check_time(drafts: Find, text: str) -> None:
    """A hostile text takes seconds, by its length and no more."""
    began = time.process_time()
    drafts(text)
    assert time.process_time() - began < SECONDS
