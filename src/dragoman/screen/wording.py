"""What one cell may say of several names: `PSB Bank (formerly Promsvyazbank)`, `X a.k.a. Y`, `甲公司（原名乙公司）`.

Only where words say so: a bracket alone may hold a place or a branch (`VTB (Kiev)`), which makes another body of it.
"""

from __future__ import annotations

import re

OTHER_NAME = (
    r"(?:formerly(?: known as)?|former name:?|previously(?: known as)?|prev\.?|ex-?|also known as|otherwise known as|"
    r"known as|alias|a\.?/?k\.?/?a\.?|f\.?/?k\.?/?a\.?|d\.?/?b\.?/?a\.?|trading as|t/a|n[ée]e|"
    r"ранее|прежнее название:?|бывш(?:ий|ая|ее|\.)|также известн\w+ как|он же|она же|原名|曾用名|又名|别名|前身为?|亦称)"
)
_BRACKETED = re.compile(rf"\s*[(（\[]\s*{OTHER_NAME}[\s.:：]*([^()（）\[\]]+)[)）\]]\s*", re.IGNORECASE)
_BARE = re.compile(rf"[\s,;，；]+{OTHER_NAME}[\s.:：]+", re.IGNORECASE)
MOST = 5


def names_in(cell: str) -> tuple[str, ...]:
    """The names a cell tells, the one it gives first first; the cell itself where it tells one."""
    others = [found.strip() for found in _BRACKETED.findall(cell)]
    first, *more = _BARE.split(_BRACKETED.sub(" ", cell))
    found = dict.fromkeys(name.strip(" ,;，；") for name in (first, *more, *others))
    return tuple(name for name in found if name)[:MOST] or (cell,)
