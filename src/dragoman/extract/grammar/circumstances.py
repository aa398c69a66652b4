"""When an act took place and what it was worth: the dates and sums beside it; shared by Russian and Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.extract.draft import Claim, Draft
from dragoman.extract.grammar.scene import Mention, Scene
from dragoman.model.statement import Status

DATED = {
    "Agreement": "date", "Meeting": "date", "JointLab": "established", "Presence": "startDate", "Sale": "date",
    "Partnership": "startDate", "Membership": "startDate", "Programme": "startDate", "Platform": "startDate",
    "Project": "startDate",
}  # fmt: skip
PRICED = ("Agreement", "Sale", "Project")
PLANNABLE = ("Presence", "Sale", "JointLab", "Partnership", "Project", "Platform", "Programme", "Membership", "Agreement")
PLANS = re.compile(
    r"(?<!\w)(?:планиру\w+|намерен\w*|намерева\w+|хот(?:ят|ел\w*|им)|хочет|желает|стремит\w*|собира(?:ет|ют)ся|предполага\w+|намечен\w*|заплан\w+|предстоит|будет|будут|вступ(?:ит|ят)|откро(?:ет|ют)|готов(?:ит|ят)ся)(?!\w)|"
    r"计划(?!是|的|”)|拟|(?<![一-鿿])将(?!军)|，将|即将|有望|打算|预计|酝酿"
)
INTENDS = re.compile(r"намер|хо[тч]|жела|стрем|拟|打算|酝酿")
REFUSED = re.compile(r"(?<!\w)отказал\w+|(?<!\w)отказ(?!\w)|拒绝|取消")
RUNS = re.compile(
    r"реализу\w+|действу\w+|(?<!\w)работа(?:ет|ют)|(?<!\w)ве(?:дёт|дет|дут)(?!\w)|运营|运行|实施|建立了|已建成|成立了?"
)
SINCE = re.compile(r"自[^，。；]{1,12}(?:以来|至今|起)$|(?<!\w)(?:с|начиная с)\s(?:\d{1,2}\s\w+\s)?\d{4}(?:\s\w+)?$")
NEAR = 60  # code points between an act and its sum


def _when(visit: Draft, mention: Mention) -> Draft:
    date = mention.value
    claims = [Claim("startDate", date.first, date.text, inferred=date.inferred)]
    if date.last and date.last != date.first:
        claims.append(Claim("endDate", date.last, date.text, inferred=date.inferred))
    return replace(visit, start=mention.start, end=mention.end, claims=tuple(claims), rule=f"{visit.rule}-when", sure=0.85)


def told(scene: Scene, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts of a sentence, acts with the date nearest to them and agreements with their sum."""
    made = list(drafts)
    dates = [
        m
        for m in scene.mentions
        if m.kind == "DATE" and m.value.kind in ("date", "range") and m.value.first[:2] not in ("", "--")
    ]
    sums = [d for d in made if d.about.schema == "Figure" and any(c.prop == "amount" for c in d.claims)]
    for draft in made:
        extra: list[Claim] = []
        exact = [m for m in dates if len(m.value.first) > 4]
        if draft.about.schema == "Visit" and exact:
            yield _when(
                draft, min(exact, key=lambda m: (len(m.value.first) < 10, max(m.start - draft.end, draft.start - m.end)))
            )
        if draft.about.schema in DATED and dates:
            nearest = min(dates, key=lambda m: max(m.start - draft.end, draft.start - m.end))
            date = nearest.value
            if DATED[draft.about.schema] == "date" and _since(scene, nearest):
                yield draft
                continue
            claim = Claim(DATED[draft.about.schema], date.first, date.text, inferred=date.inferred)
            extra.append(replace(claim, status=next((c.status for c in draft.claims if c.status), claim.status)))
        near = [s for s in sums if max(s.start - draft.end, draft.start - s.end) <= NEAR]
        if draft.about.schema in PRICED and near:
            extra += [c for c in near[0].claims if c.prop == "amount"]
        claims = draft.claims + tuple(extra)
        if draft.about.schema in PLANNABLE:
            claims = _as_far(scene, draft, claims)
        yield replace(draft, claims=claims) if claims != draft.claims else draft


def _since(scene: Scene, mention: Mention) -> bool:
    """Whether a date only begins the time in which many acts fell: 自2013年以来, с 2013 года."""
    return bool(SINCE.search(scene.low[: mention.start - scene.start] + mention.text.lower()))


def _as_far(scene: Scene, draft: Draft, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims with the status their words have: planned, intended, refused, running."""
    start, end = draft.start - scene.start, draft.end - scene.start
    plan = PLANS.search(scene.low, max(0, start - 8), end)
    if plan:
        status = Status.INTENDED if INTENDS.match(plan[0]) else Status.PLANNED
        return tuple(_planned(c, status) for c in claims)
    if REFUSED.search(scene.low, max(0, start - 12), end + 20):
        return tuple(replace(c, negated=True) for c in claims)
    runs = draft.about.schema in ("JointLab", "Programme", "Platform", "Project") and not any(c.status for c in claims)
    if runs and RUNS.search(scene.low, max(0, start - 40), end + 25):
        return (*claims, Claim("status", "running", status=Status.RUNNING))
    return claims


def _planned(claim: Claim, status: Status) -> Claim:
    """The claim as a plan: what is only planned is not told as done."""
    reached = claim.status in (Status.NONE, Status.RUNNING, Status.ENDED, Status.PLANNED)
    value = str(status) if claim.prop == "status" and reached else claim.value
    return replace(claim, value=value, status=status) if reached else claim
