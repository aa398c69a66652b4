"""The demo's records: acts written in `data/demo/records`, done one by one through the calls that forms and commands make."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman import data
from dragoman.model.decision import Judgement
from dragoman.model.ids import digest
from dragoman.model.schema import schema
from dragoman.screen.hit import Status
from dragoman.workspace import clearing, expo_form, noting
from dragoman.workspace.demo import INPUTS, RECORDS
from dragoman.workspace.expo_entries import tie_to_edition
from dragoman.workspace.identity import Identity

if TYPE_CHECKING:
    from dragoman.workspace import Workspace

DONE = "demo.json"  # in the workspace's folder: which acts were done, and the record each made
# Calls an act may name: a room of the workspace and a method of it.
ROOMS = (
    "expo", "delegations", "visits", "cooperations", "consultations", "contests", "programmes", "publishing", "talent", "lists",
    "attention",
)  # fmt: skip
WIDER = ("LegalEntity", "Technology", "Project")  # a document may know a body or an exhibit by a wider schema
Act = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Built:
    """How many acts were done now, how many were done before, and the record behind each key."""

    made: int
    known: int
    keys: Mapping[str, str]


def build(workspace: Workspace) -> Built:
    """Do every act of the demo that was not done yet, then join spellings by rule. Doing it twice changes nothing."""
    built = _Builder(workspace).run(acts())
    if built.made:
        Identity(workspace).join_variants()
    return built


def acts() -> Iterable[Act]:
    """Every act in its order; each file names who does its acts where they do not."""
    import yaml

    for path in sorted((data.path("demo") / RECORDS).iterdir(), key=lambda p: p.name):
        loaded = yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
        for act in loaded["acts"]:
            yield {"by": loaded["by"], **act}


class _Builder:
    """Does acts and remembers them by what they say, so that an interrupted run goes on where it stopped."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.store = workspace, workspace.store
        self.path = Path(workspace.folder) / DONE
        self.done: dict[str, str] = json.loads(self.path.read_text(encoding="utf-8")) if self.path.exists() else {}
        self.keys: dict[str, str] = {}

    def run(self, todo: Iterable[Act]) -> Built:
        made = known = 0
        try:
            for act in todo:
                mark = digest("act", json.dumps(act, sort_keys=True, ensure_ascii=False, default=str))
                if mark in self.done:
                    known += 1
                else:
                    self.done[mark] = self._do(act)
                    made += 1
                if act.get("as"):
                    self.keys[act["as"]] = self.done[mark]
        finally:
            if made:
                self.path.write_text(json.dumps(self.done, indent=1), encoding="utf-8")
        return Built(made, known, self.keys)

    def _do(self, act: Act) -> str:
        """One act; the id of the record it made or spoke of."""
        said = self._filled(act.get("say", {}))
        if "enter" in act:
            return self._enter(act, said)
        if "note" in act:
            noting.note(self.workspace, self._filled(act["note"]), said, by=act["by"], date=str(act.get("date", "")))
            return str(self._filled(act["note"]))
        return self._call(act["call"], self._filled(act.get("with", {})), act["by"])

    def _enter(self, act: Act, said: Mapping[str, Any]) -> str:
        """Enter a record, or say more of the one that documents have already; several of its names become one by decision."""
        kind, by = act["enter"], act["by"]
        found = self._there(kind, [*_list(said.get("name")), *_list(said.get("alias")), *act.get("also", ())])
        fits = [i for i in found if self.store.entity(i).schema.is_a(kind)]
        if not fits:
            fits = [self.workspace.expo.enter(kind, said, by=by, of=self._filled(act.get("of", "")))]
            said = {}
        for other in (i for i in found if i != fits[0]):
            Identity(self.workspace).decide(fits[0], other, Judgement.SAME, by, "one and the same in the documents of the demo")
        record = self.store.canonical(fits[0])
        if said and act.get("of"):
            said = {**said, tie_to_edition(kind): self._filled(act["of"])}
        if said:
            noting.note(self.workspace, record, said, by=by, form=f"form {kind}")
        return record

    def _there(self, kind: str, names: Iterable[str]) -> list[str]:
        wide = next((w for w in WIDER if schema(kind).is_a(w)), kind)
        return list(dict.fromkeys(i for name in names for i in expo_form.candidates(self.workspace, wide, name)))

    def _call(self, name: str, given: Mapping[str, Any], by: str) -> str:
        """Call a method of a room; `clear` among its values is the clearance of these records at this moment."""
        values = dict(given)
        if "clear" in values:
            values["clearance"] = clearing.clear(self.workspace, _list(values.pop("clear")))
        if name in _OTHERS:
            _OTHERS[name](self.workspace, values, by)
            return ""
        room, method = name.split(".")
        if room not in ROOMS:
            raise KeyError(name)
        if room != "lists":
            values["by"] = by
        made = getattr(getattr(self.workspace, room), method)(**values)
        return made if isinstance(made, str) else str(getattr(made, "id", ""))

    def _filled(self, value: Any) -> Any:
        """`$key` as the record of that key, `day:300` as the day so many days from now, `file:NAME` as a path."""
        if isinstance(value, Mapping):
            return {k: self._filled(v) for k, v in value.items()}
        if isinstance(value, list):
            return [self._filled(v) for v in value]
        if not isinstance(value, str):
            return value.isoformat() if hasattr(value, "isoformat") else value
        if value.startswith("$"):
            return self.keys[value[1:]]
        if value.startswith("day:"):
            return (datetime.now(UTC).date() + timedelta(days=int(value[4:]))).isoformat()
        return str(Path(self.workspace.folder) / INPUTS / value[5:]) if value.startswith("file:") else value


def _release(workspace: Workspace, values: dict[str, Any], by: str) -> None:
    clearing.release(workspace, values["matter"], by=by, note=values["note"])


def _judge(workspace: Workspace, values: dict[str, Any], by: str) -> None:
    clearing.judge(workspace, values["party"], values["record"], Status(values["verdict"]), by=by, note=values["note"])


def _move(workspace: Workspace, values: dict[str, Any], by: str) -> None:
    noting.move(workspace, values["record"], values["status"], by=by, date=values.get("date", ""))


_OTHERS: dict[str, Callable[[Workspace, dict[str, Any], str], None]] = {
    "clearing.release": _release, "clearing.judge": _judge, "noting.move": _move,
}  # fmt: skip


def _list(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]
