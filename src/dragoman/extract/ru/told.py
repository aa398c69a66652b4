"""What the turns of phrase of a sentence claim: their parties, how far an act has come, and what is denied."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.extract.draft import Claim, Draft, Ref
from dragoman.extract.grammar.rule import delegation_of, recalled
from dragoman.extract.grammar.scene import SETS, Mention, Scene
from dragoman.extract.grammar.settle import RIVALS
from dragoman.extract.ru.turns import LONGEST, Met, met, span
from dragoman.model.schema import schema
from dragoman.model.statement import Status

# Schema: the properties of who acts, of whom or where it reaches, and of the words themselves.
SIDES = {
    "Presence": ("subject", "place", "object"),
    "Sale": ("seller", "buyer", "object"),
    "Partnership": ("subject", "object", "role"),
    "JointLab": ("partner", "partner", "name"),
    "Membership": ("member", "organization", "role"),
    "Agreement": ("party", "party", "subject"),
    "Visit": ("visitor", "destination", "description"),
    "Stop": ("", "place", "shown"),
    "Meeting": ("participant", "participant", "subject"),
    "Invitation": ("inviter", "invitee", "purpose"),
    "Delegation": ("", "", "memberKind"),
    "Participation": ("participant", "", ""),
    "Employment": ("", "", "role"),
}
KIND_PROP = {"Presence": "presenceKind", "Partnership": "partnershipKind", "Agreement": "agreementKind", "Visit": "stage",
             "Participation": "role"}  # fmt: skip
STATUS_PROP = frozenset(
    (
        "Agreement", "Partnership", "Presence", "Sale", "Membership", "Visit", "Meeting", "Project", "Platform", "Programme",
        "Invitation",
    )
)  # fmt: skip
PROGRESS = (
    ("s_ended", Status.ENDED), ("s_looked", Status.LOOKED_INTO), ("s_intended", Status.INTENDED), ("s_planned", Status.PLANNED),
    ("s_agreed", Status.AGREED), ("s_signed", Status.SIGNED),
)  # fmt: skip
SHARED = 0.6  # of the shorter quote: a turn that shares more with a rule's draft of its kind tells nothing new


def find(scene: Scene, known: list[Draft]) -> Iterator[Draft]:
    """The drafts of the turns that no rule has told already."""
    kept = [(_kind(d.about.schema), d.start, d.end, d.sure) for d in known if not d.rule.endswith(NAMING)]
    for found in met(scene):
        turn = found.turn
        start, end = (scene.start + at for at in span(found))
        kind = _kind(turn.schema)
        held = [sure for k, a, b, sure in kept if k == kind and _shared(a, b, start, end)]
        if held and not turn.negated and (kind not in RIVALS or max(held) >= turn.sure):
            continue
        for draft in _drafts(scene, found, start - scene.start, end - scene.start):
            kept.append((kind, draft.start, draft.end, turn.sure))
            yield draft


ABOUT = {"@tech": "technology", "@event": "event"}
NAMING = ("-name", "-tech", "-event", "-project", "-unnamed", "-delegation")  # drafts of what there is, not of what it does


def _kind(name: str) -> str:
    """The kind of fact a schema holds; `@tech` and `@event` stand for what is spoken of."""
    return ABOUT.get(name) or schema(name).kind or ""


def _shared(a: int, b: int, start: int, end: int) -> bool:
    return min(b, end) - max(a, start) > SHARED * min(b - a, end - start)


def _drafts(scene: Scene, found: Met, start: int, end: int) -> Iterator[Draft]:
    turn = found.turn
    status = _status(found)
    if turn.schema[0] == "@":
        about = recalled(scene, turn.schema[1:])
        if about:
            text = scene.text[start:end]
            yield scene.draft(about, start, end, turn.rule, turn.sure, Claim(turn.prop, text, "", "ru", negated=turn.negated))
        return
    mentions = [m for m in scene.within(start, end) if m.ref]
    if turn.schema == "Participation":
        yield from _parts(scene, found, mentions, start)
        return
    claims = [*_sides(scene, found, mentions), *_words(scene, found, start, end, status)]
    claims = [_marked(c, status, turn.negated) for c in claims]
    if claims:
        about = delegation_of(scene, turn.schema) or Ref(turn.schema, scene.text[start:end])
        yield scene.draft(about, start, end, turn.rule, turn.sure, *claims)


def _marked(claim: Claim, status: Status, negated: bool) -> Claim:
    return Claim(claim.prop, claim.value, claim.original, claim.lang, negated=negated, status=status)


def _words(scene: Scene, found: Met, start: int, end: int, status: Status) -> Iterator[Claim]:
    turn = found.turn
    prop = turn.prop or SIDES.get(turn.schema, ("", "", "name"))[2]
    if prop and schema(turn.schema).properties[prop].type == "entity":
        yield from (Claim(prop, m.ref, m.text) for m in scene.within(start, end, "PER") if m.ref)
    elif prop:
        yield Claim(prop, scene.text[start:end], "", "ru")
    if turn.kind and turn.schema in KIND_PROP:
        yield Claim(KIND_PROP[turn.schema], turn.kind)
    if status and "status" in schema(turn.schema).properties and turn.schema in STATUS_PROP:
        yield Claim("status", status.value)


def _sides(scene: Scene, found: Met, mentions: list[Mention]) -> Iterator[Claim]:
    """Who acts and whom it reaches: parties before the head and behind it."""
    before, behind, _ = SIDES.get(found.turn.schema, ("", "", ""))
    head = scene.start + found.clause.words[found.head].start
    for m in mentions:
        land = m.kind in SETS["LAND"]
        if m.ref is None or m.kind not in SETS["PARTY"]:
            continue
        prop = behind if (behind in ("place", "destination", "buyer") and land) or m.start > head else before
        if prop == "place" and not (land or m.kind in SETS["BODY"]):
            continue
        if prop:
            yield Claim(prop, m.ref, m.text)


def _parts(scene: Scene, found: Met, mentions: list[Mention], start: int) -> Iterator[Draft]:
    """One part in an event for each body or land of the quote."""
    event = scene.memory.event or scene.memory.series
    for m in mentions:
        if m.kind not in SETS["SITE"] or m.ref is None:
            continue
        about = Ref("Participation", f"{m.ref.name} | {found.turn.kind}")
        claims = [Claim("participant", m.ref, m.text), Claim("role", found.turn.kind)]
        if event:
            claims.append(Claim("event", event))
        end = m.end - scene.start
        yield scene.draft(about, max(start, end - LONGEST), end, found.turn.rule, found.turn.sure, *claims)


def _status(found: Met) -> Status:
    """The status a turn gives, or what the words of its clause tell: the furthest from done goes first."""
    if found.turn.status not in ("", "auto") and not found.turn.status.startswith("auto:"):
        return Status(found.turn.status)
    if not found.turn.status:
        return Status.NONE
    near = found.clause.told[max(0, found.first - 6) : found.last + 4]
    default = Status(found.turn.status.partition(":")[2])
    for name, status in PROGRESS:
        if any(name in told for told in near) and not (status is Status.AGREED and default is Status.SIGNED):
            return status
    return default
