"""Posts of people: by apposition, before the name, by a label or a verb; and whom a person belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman.extract.draft import Claim, Name, Ref
from dragoman.extract.en.lexicon import choice, listed, words
from dragoman.extract.en.line import Line
from dragoman.extract.en.scene import Scene, plain
from dragoman.extract.en.shapes import pattern, twin

REACH = 110  # code points before a person's name that a post with its body takes


@cache
def _role() -> str:
    nouns = choice(listed("role_nouns"))
    return (
        rf"(?:(?:(?!the\b|a\b|an\b|and\b|of\b|by\b|said\b|with\b|to\b|at\b|in\b|is\b|was\b)[\w’'-]+ ){{0,2}}?{nouns}(?:(?: "
        rf"and |-cum-|, ){nouns})?)\b"
    )


@cache
def _apposition() -> re.Pattern[str]:
    return pattern(
        rf"(?P<per><PER>)(?:, \d\d, |, |,|\s*\(| [-–—] | is | was | as | became )(?:the |a |an |its |their |his |her |"
        rf"currently |now |new |"
        rf"[a-z]+['’]s )*(?P<role>{_role()}"
        r"(?:(?: of| for)(?: the)? (?:(?!<ORG>|<PER>)[a-z][\w-]+ ){0,4}?(?:department|division|office|section|"
        r"laboratory|bureau|committee|centre|center|administration|relations|affairs|cooperation|department))?)"
        r"(?P<tail>,? (?:of|at|for|in|from|with)(?: the)?(?: [\w.’'&-]+){0,5}? (?P<org><ORG>|<LOC>(?!-)))?"
    )


@cache
def _before() -> re.Pattern[str]:
    return pattern(
        rf"(?<![\w-])(?P<role>{_role()})(?P<of>(?: of| at| for)(?: the)?(?: (?!<PER>|<ORG>|<LOC>)[\w’'.-]+){{0,6}}?(?: "
        rf"<BODY>)?)?,? (?P<per><PER>)(?P<post> of <BODY>)?"
    )


@cache
def _owner() -> re.Pattern[str]:
    return pattern(rf"(?P<org><BODY>)(?:['’]s)? (?P<role>{_role()}),? (?P<per><PER>)")


@cache
def _labelled() -> re.Pattern[str]:
    return pattern(rf"(?:^|[.;)]\s+|\n)(?P<role>{_role()}(?: of [\w ]{{3,40}})?): ?(?P<per><PER>)")


def posts(scene: Scene, line: Line) -> None:
    """Who holds which post where."""
    people = [n for n in line.names if n.kind == "PER"]
    if not people:
        return
    done: set[int] = set()
    _heads(scene, line)
    if not _role_words().isdisjoint(line.parts):
        _told(scene, line, people, done)
    _affiliations(scene, line, done)


@cache
def _role_words() -> frozenset[str]:
    """The first words of the posts: without one of them no post is told."""
    return frozenset(re.split(r"[\W_]+", noun.lower())[0] for noun in listed("role_nouns"))


def kinds(line: Line) -> set[str]:
    """The kinds of names in a sentence."""
    return {name.kind for name in line.names}


def _shapes(line: Line) -> Iterator[tuple[re.Pattern[str], str]]:
    yield _apposition(), "post.after"
    if not kinds(line).isdisjoint(("ORG", "LOC", "GROUP")):
        yield _owner(), "post.owner"
    yield _before(), "post.before"
    if ":" in line.text:
        yield _labelled(), "post.label"
    if not line.parts.isdisjoint(("is", "was", "became", "be")):
        yield _copula(), "post.copula"


def _within(shape: re.Pattern[str], line: Line, near: tuple[int, int]) -> Iterator[re.Match[str]]:
    """The matches of a shape in a window, sought in lower case."""
    for seen in twin(shape).finditer(line.small_mask, *near):
        match = shape.match(line.mask, seen.start(), near[1])
        if match is not None:
            yield match


def _told(scene: Scene, line: Line, people: list[Name], done: set[int]) -> None:
    """The posts told near the people of a sentence."""
    windows = _windows(line, people)
    for shape, name in _shapes(line):
        for match in (m for near in windows for m in _within(shape, line, near)):
            person = next(iter(line.within(match.start("per"), match.end("per"), "PER")), None)
            if person is None or person.start in done:
                continue
            done.add(person.start)
            _post(scene, line, match, person, name)


HEADS = pattern(
    r"(?P<per><PER>),? who (?P<role>heads|leads|runs|chairs|directs|manages|founded|headed|led|ran) (?:the "
    r")?(?P<org><ORG>)"
)
HEADED_BY = pattern(
    r"(?P<org><ORG>|\bthe (?:institute|company|cent(?:re|er)|university|academy|department|laboratory|association|firm|union))"
    r" (?:is|was|has been) (?P<role>headed|led|chaired|run|directed) by (?:[\w’'-]+ ){0,3}?(?P<per><PER>)"
)
HEADED_WORDS = frozenset("headed led chaired run directed".split())
AFFILIATED = pattern(r"(?P<per><PER>)(?:,? (?:of|from|at) (?:the )?| ?\()(?P<org><ORG>)")


def _affiliations(scene: Scene, line: Line, done: set[int]) -> None:
    """Whom a person belongs to, where no post is told: Hans Meier of the Technical University."""
    for match in line.finds(AFFILIATED) if "ORG" in kinds(line) else ():
        person = line.within(match.start("per"), match.end("per"), "PER")
        body = line.within(match.start("org"), match.end("org"), "ORG")
        if not person or not body or person[0].start in done:
            continue
        full, where = scene.full_name(person[0].text), scene.ref(body[0])
        scene.employer.setdefault(full, where)
        claims = (Claim("employee", Ref("Person", full)), Claim("employer", where))
        if scene.once("post", full.lower(), where.name.lower()):
            about = Ref("Employment", full, where.name)
            scene.add("post.affiliation", about, line.start + match.start(), line.start + match.end("org"), *claims, line=line)


def _heads(scene: Scene, line: Line) -> None:
    """Posts told by a verb: Oleg Tan, who heads the institute; the institute is headed by Boris Ney."""
    here = line.parts
    heads = line.finds(HEADS) if "who" in here else ()
    for match in [*heads, *(line.finds(HEADED_BY) if not here.isdisjoint(HEADED_WORDS) else ())]:
        person = line.within(match.start("per"), match.end("per"), "PER")
        body = line.within(match.start("org"), match.end("org"), "ORG")
        where = scene.ref(body[0]) if body else scene.body(line.start + match.start())
        if not person or where is None:
            continue
        full = scene.full_name(person[0].text)
        scene.employer.setdefault(full, where)
        claims = (Claim("employee", Ref("Person", full)), Claim("role", "head", lang="en"), Claim("employer", where))
        if scene.once("post", full.lower(), "head"):
            about = Ref("Employment", f"{full} head", where.name)
            scene.add("post.verb", about, line.start + match.start(), line.start + match.end(), *claims, line=line)


def _windows(line: Line, people: list[Name]) -> list[tuple[int, int]]:
    """The words around people where their posts stand; overlapping ones are one."""
    found: list[tuple[int, int]] = []
    for name in people:
        first = line.text.rfind(" ", 0, max(0, name.start - line.start - REACH)) + 1
        last = min(len(line.text), name.end - line.start + REACH + 60)
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _post(scene: Scene, line: Line, match: re.Match[str], person: Name, rule: str) -> None:
    full = scene.full_name(person.text)
    employer = next(iter(line.within(match.start(), match.end(), "ORG")), None)
    lead = _lead(line, match.start("role"), match.end("role"))
    role = plain(line.text[match.start("role") + lead : match.end("role")])
    country = next(iter(line.within(match.start(), match.end(), "LOC")), None)
    where = scene.ref(employer) if employer else None
    if where is None and rule == "post.before":
        where = _implied(scene, line, match)
    if role.lower() in BYLINES:
        return
    claims = [Claim("employee", Ref("Person", full)), Claim("role", role, lang="en")]
    if where:
        scene.employer.setdefault(full, where)
        claims.append(Claim("employer", where))
    elif country:
        claims.append(Claim("employer", Ref("PublicBody", f"Government of {plain(country.text)}")))
    start, end = match.start(), match.end()
    start += len(match[0]) - len(match[0].lstrip(" .;)\n"))
    if start == match.start("role"):
        start += lead
    start = _adjective(line, start)
    about = Ref("Employment", f"{full} {role}", where.name if where else "")
    if scene.once("post", full.lower(), role.lower()):
        scene.add(rule, about, line.start + start, line.start + _unspaced(line, end), *claims, line=line)


BYLINES = frozenset({"reporter", "correspondent", "editor", "author"})  # who wrote the text holds no post in it
NO_POST = frozenset("met where when with also then meanwhile said says told saw thanked including among between".split())


def _lead(line: Line, start: int, end: int) -> int:
    """How many code points of words before a post are no part of it: They met deputy mayor."""
    taken = 0
    for word in re.finditer(r"[\w’'-]+\s+", line.text[start:end]):
        low = word[0].strip().lower()
        if word.start() != taken or not (low in words("stop") or low in NO_POST or low.endswith("ed")):
            break
        taken = word.end()
    return taken


def _implied(scene: Scene, line: Line, match: re.Match[str]) -> Ref | None:
    """A post without its body: of the body the sentence or the text spoke of last, where the words point back."""
    if match.groupdict().get("of") and re.search(r"\b(?:the|this|its)\b", match["of"] or ""):
        return scene.body(line.start + match.start())
    return None


def _adjective(line: Line, start: int) -> int:
    found = re.search(r"\b[A-Z][a-z]+(?:ese|ian|ish|an|li|i|ch|ean)\s+$", line.text[max(0, start - 20) : start])
    return start - len(found[0]) if found else start


def _unspaced(line: Line, end: int) -> int:
    while end and line.text[end - 1] in " ,(":
        end -= 1
    return end


@cache
def _copula() -> re.Pattern[str]:
    return pattern(
        rf"\b(?:the |its )?(?:first )?(?P<role>{_role()})(?: of (?:the )?<BODY>)? (?:is|was|became|will be) (?P<per><PER>)"
    )
