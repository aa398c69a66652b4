"""What records without a name of their own tie together: a post, a stand, an offer is called by its role and its ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.entity import Entity
from dragoman.model.schema import schemata

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

ENDS = 3  # named of one record
ID_CHARS = 32


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A record without a name: the part it tells of, and what the things it ties are called."""

    role: str
    ends: tuple[str, ...]


def unnamed(workspace: Workspace, rows: Iterable[tuple[str, str, str]]) -> dict[str, Unnamed]:
    """Those of some rows (id, schema, caption) that have no name, in one go."""
    from dragoman.store.several import several

    wanted = [key for key, kind, caption in rows if caption in ("", key[:8]) or (kind in schemata() and schemata()[kind].edge)]
    found = {key: e for key, e in several(workspace.store, wanted).items() if not e.names}
    ends = {key: _ends(e) for key, e in found.items()}
    captions = workspace.store.captions({i for ids in ends.values() for i in ids})
    return {
        key: Unnamed(_role(e), tuple(dict.fromkeys(captions[i] for i in ends[key] if i in captions)))
        for key, e in found.items()
    }  # fmt: skip


def _ends(entity: Entity) -> list[str]:
    """What it ties, the ends its schema names first."""
    props = entity.schema.properties
    first = entity.schema.edge or ()
    told = [s for s in entity.statements if s.prop in props and props[s.prop].type == "entity" and len(s.value) == ID_CHARS]
    told.sort(key=lambda s: first.index(s.prop) if s.prop in first else len(first))
    return list(dict.fromkeys(s.value for s in told if not s.negated))[:ENDS]


def _role(entity: Entity) -> str:
    return next(iter(entity.values("role")), "")
