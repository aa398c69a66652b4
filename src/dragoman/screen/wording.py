"""What one cell may say of several names: `PSB Bank (formerly Promsvyazbank)`, `X a.k.a. Y`, `甲公司（原名乙公司）`.

Where words say so the cell is cut there. A bracket alone may hold a place or a branch (`VTB (Kiev)`), which makes another body
of it, and a dash joins words of one name (`Sberbank - Technology`). What stands in brackets or after a dash is a name of its
own only with a legal form and words beside it (`Bridge Builders (SGM-Most OOO)`, `Precision Plant - JSC TECMASH`), and where
no word says that one belongs to the other (`part of X JSC`, `филиал АО`). The cell is then looked for as it stands too, as
nothing says that these are names of one body.
"""

from __future__ import annotations

import re

from dragoman.compare.name import Kind, Name, Role
from dragoman.compare.parse import parse
from dragoman.text.legal_forms import VAGUE

_SPELLED = (  # words that end where they end: `Kama (Export)` is no `ex` of anybody
    r"(?:formerly(?: known as| called| named)?|former names?|previously(?: known as| called| named)?|previous names?|prev|ex|"
    r"also known as|otherwise known as|now known as|known as|renamed(?: to| as)?|alias|[afn]\.?/?k\.?/?a|d\.?/?b\.?/?a|"
    r"trading as|t/a|n[ée]e|ранее(?: именовал\w+| называл\w+)?|прежнее (?:название|наименование)|"
    r"бывш(?:ий|ая|ее|его|ей)?|ныне|переименован\w* в|также известн\w+ как|он же|она же)(?![^\W_])"
)
_HAN = r"(?:原名称?|曾用名|又名|别名|前身[为是]?|亦称|旧[称名]|现[名称]|更名为)"
_FORMER_BODY = r"原(?![子料油型材])(?=[^()（）\[\]]*(?:公司|集团|厂|所|院|局|大学|学院|中心)\s*[)）\]])"
_AFTER = r"[\s.,:：-]"  # between such words and the name: `formerly. X`, `f.k.a., X`, `ex-X`
_BRACKETED = re.compile(
    rf"\s*[(（\[]\s*(?:(?:{_SPELLED}|{_HAN}){_AFTER}*|{_FORMER_BODY})([^()（）\[\]]+)[)）\]]\s*", re.IGNORECASE
)
_BARE = re.compile(rf"[\s,;，；]+(?:{_SPELLED}|{_HAN}){_AFTER}+", re.IGNORECASE)
_DASH = re.compile(r"\s+[-–—]+\s+|\s*——+\s*")
_ASIDE = re.compile(r"\s*[(（\[]([^()（）\[\]]+)[)）\]]\s*")
_BELONGS = re.compile(  # branches, subsidiaries and members: relations, not other names
    r"^(?:of|by)\b|\b(?:subsidiar|affiliat|branch|division|department|part of|member of|owned|parent|subordinate|"
    r"филиал|дочерн|подразделени|представительств|отделени|входит|входящ|в состав|группы\b|принадлеж)|"
    r"[子分]公司|分[厂行院所]|隶属|下属|旗下|控股",
    re.IGNORECASE,
)
_TELLING = (Role.CORE, Role.ACTIVITY, Role.HONOUR)
MOST = 5


def names_in(cell: str) -> tuple[str, ...]:
    """The names a cell tells, the one it gives first first; the cell itself where it tells one."""
    others = [found.strip() for found in _BRACKETED.findall(cell)]
    first, *more = _BARE.split(_BRACKETED.sub(" ", cell))
    told = [first, *more, *others]
    found = dict.fromkeys(name.strip(" ,;，；") for name in (*told, *(part for name in told for part in _whole_names(name))))
    return tuple(name for name in found if name)[:MOST] or (cell,)


def _whole_names(name: str) -> tuple[str, ...]:
    """Two names of one body written side by side, one in brackets or after a dash with a legal form; else none."""
    if found := _ASIDE.search(name):
        return _both(f"{name[: found.start()]} {name[found.end() :]}".strip(), found.group(1).strip(), anywhere=True)
    first, *more = _DASH.split(name, maxsplit=1)
    return _both(first.strip(), more[0].strip(), anywhere=False) if more else ()


def _both(first: str, second: str, anywhere: bool) -> tuple[str, ...]:
    if _BELONGS.search(first) or _BELONGS.search(second) or not _formed(second, anywhere):
        return ()
    return (first, second) if _telling(parse(first, Kind.ORGANISATION)) else ()


def _formed(text: str, anywhere: bool) -> bool:
    """Whether a text is a legal form and a name of its own.

    After a dash the form comes first, or it closes a Chinese name: forms at the end of others belong to the whole cell.
    """
    name = parse(text, Kind.ORGANISATION)
    forms = [at for at, word in enumerate(name.words) if word.role is Role.FORM]
    if not forms or name.form in VAGUE or not _telling(name):
        return False
    return anywhere or forms[0] == 0 or (forms[-1] == len(name.words) - 1 and not name.words[-1].text.isascii())


def _telling(name: Name) -> bool:
    """Whether a name is more than a place, a legal form or one common word."""
    roles = [word.role for word in name.words]
    return Role.CORE in roles or sum(role in _TELLING or role is Role.PLACE for role in roles) > sum(
        role is Role.PLACE for role in roles
    )
