"""The lists room: adding, updating, showing, comparing and removing watchlists, in a workspace or in the user's data folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.base.errors import UnknownName
from dragoman.base.progress import Progress, Silent
from dragoman.base.settings import Settings
from dragoman.compare.record import Record
from dragoman.lists.edition import Edition, Meta
from dragoman.lists.shelf import Origin, Shelf, data_folder
from dragoman.workspace import DATABASE

if TYPE_CHECKING:  # what only loading needs is imported by it: a screening opens editions and starts at once
    from dragoman.lists.comparing import Change
    from dragoman.lists.laws import Seat
    from dragoman.lists.loading import Loaded
    from dragoman.workspace import Workspace

Row = dict[str, Any]
OLD_DAYS = 31  # most lists change every week; one not renewed for a month, or of unknown date, may miss listings


class Lists:
    """The lists of one place."""

    def __init__(self, folder: Path, settings: Settings | None = None) -> None:
        self.shelf = Shelf(folder)
        self.settings = settings or Settings.from_environment()

    @classmethod
    def of(cls, workspace: Workspace) -> Lists:
        """Those of a workspace."""
        return cls(workspace.folder / "lists", workspace.settings)

    @classmethod
    def at(cls, folder: str | Path = ".", settings: Settings | None = None) -> Lists:
        """Those of the workspace in `folder`; where there is none, those in the user's data folder."""
        path = Path(folder)
        return cls(path / "lists" if (path / DATABASE).exists() else data_folder(), settings)

    def labels(self) -> list[str]:
        """The lists there are."""
        return self.shelf.labels()

    def add(
        self, label: str, source: str | Path, *, format: str = "", mapping: str | Path = "", name_column: str = "",
        id_column: str = "", schema: str = "", schema_column: str = "", country_column: str = "", alias_column: str = "",
        birth_date_column: str = "", address_column: str = "", encoding: str = "", where: Mapping[str, str] | None = None,
        published: str = "", law: str = "", title: str = "", progress: Progress | None = None,
    ) -> Loaded:  # fmt: skip
        """Load a list from a file, a folder or an https address; its edition is in force when this returns.

        `mapping` is a TOML file, or columns are named; `where` keeps rows by a column's value; `published` is an ISO date.
        Raises `Unreadable` and its kinds, `UsageError`, `BadMapping`; what was in force before then stays.
        """
        from dragoman.lists.fetching import is_address

        options = {
            "name-column": name_column, "id-column": id_column, "schema": schema, "schema-column": schema_column,
            "country-column": country_column, "alias-column": alias_column, "birth-date-column": birth_date_column,
            "address-column": address_column, "encoding": encoding,
        }  # fmt: skip
        place = str(source) if is_address(str(source)) else str(Path(source).absolute())
        text = Path(mapping).read_text(encoding="utf-8") if mapping else ""
        chosen = {key: value for key, value in options.items() if value}
        origin = Origin(place, format, text, chosen, dict(where or {}), title, law)
        return self._load(label, origin, progress, published)

    def add_public(self, key: str, label: str = "", progress: Progress | None = None) -> Loaded:
        """Fetch a public list of `sources()` from its publisher; ask the user before. Raises `UnknownName`, `Unreadable`."""
        from dragoman.lists.laws import sources

        known = sources()
        if key not in known:
            raise UnknownName(f"there is no public source {key!r}", do=f"there are {', '.join(known)}")
        source = known[key]
        return self._load(label or key, Origin("\n".join(source.urls), title=source.title, law=source.law), progress, "")

    def _load(self, label: str, origin: Origin, progress: Progress | None, published: str) -> Loaded:
        from dragoman.lists.fetching import fetched, is_address
        from dragoman.lists.loading import load

        progress, limits = progress or Silent(), self.settings.limits
        if not is_address(origin.source):
            made = load(self.shelf, label, Path(origin.source), origin, limits, progress, published=published)
        else:
            with fetched(origin, limits, progress) as path:
                assert path is not None  # noqa: S101 (nothing was asked conditionally)
                made = load(self.shelf, label, path, origin, limits, progress, published=published)
        self.shelf.keep_origin(label, origin)
        return made

    def update(self, label: str, progress: Progress | None = None, *, accept_fewer: bool = False) -> Loaded:
        """Load a list again from where it came; adds nothing where it has not changed. On `Unreadable` the old one stays."""
        from dragoman.lists.fetching import fetched, is_address
        from dragoman.lists.loading import Loaded, load

        progress, limits, origin = progress or Silent(), self.settings.limits, self.shelf.origin(label)
        if not is_address(origin.source):
            return load(self.shelf, label, Path(origin.source), origin, limits, progress, accept_fewer=accept_fewer)
        with fetched(origin, limits, progress) as path:
            if path is None:
                return Loaded(self.shelf.open(label).meta, new=False)
            made = load(self.shelf, label, path, origin, limits, progress, accept_fewer=accept_fewer)
        self.shelf.keep_origin(label, origin)
        return made

    def renew(
        self, label: str, source: Path, progress: Progress | None = None, *, published: str = "", accept_fewer: bool = False
    ) -> Loaded:
        """Load a later file of a list, read as the file before it was. On `Unreadable` the old edition stays."""
        from dragoman.lists.loading import load

        origin = replace(self.shelf.origin(label), source=str(source.absolute()))
        limits, told = self.settings.limits, progress or Silent()
        made = load(self.shelf, label, source, origin, limits, told, published=published, accept_fewer=accept_fewer)
        self.shelf.keep_origin(label, origin)
        return made

    def show(self, label: str = "") -> list[Row]:
        """One row a list, or a list's editions, newest first: date, age in days, records, coverage, whether it binds."""
        if label:
            current = self.shelf.current(label)
            metas = reversed(self.shelf.editions(label))
            return [self._row(meta) | {"in force": meta.edition == current} for meta in metas]
        return [self._row(self.shelf.open(name).meta) for name in self.labels()]

    def _row(self, meta: Meta) -> Row:
        from dragoman.lists.laws import binding

        days = age(meta)
        return {
            "list": meta.label, "title": meta.title, "law": meta.law, "binds": binding(meta, self.seat()),
            "edition": meta.edition, "published": meta.published, "newest record": meta.newest, "loaded": meta.loaded,
            "age": days, "old": days is None or days > OLD_DAYS, "records": meta.records, "names": meta.names,
            "problems": meta.problems, "format": meta.format, "source": meta.source, "sha256": meta.sha256,
            "schemata": meta.schemata, "kinds of name": meta.name_kinds, "countries": meta.coverage.countries,
            "programmes": meta.coverage.programmes, "notes": meta.notes,
        }  # fmt: skip

    def edition(self, label: str, edition: str = "") -> Edition:
        """An edition, by default the one in force."""
        return self.shelf.open(label, edition)

    def record(self, label: str, record_id: str, edition: str = "") -> Record:
        """A record by its id; raises `UnknownName`."""
        opened = self.edition(label, edition)
        return opened.record(opened.find(record_id))

    def diff(self, label: str, old: str = "", new: str = "") -> list[Change]:
        """What changed between two editions: by default between the one in force and the one before it."""
        from dragoman.lists.comparing import compare_editions

        return compare_editions(*self.two(label, old, new))

    def two(self, label: str, old: str = "", new: str = "") -> tuple[Edition, Edition]:
        """Two editions to compare, the earlier first. Raises `UnknownName` where there is one only."""
        fresh = self.edition(label, new)
        if not old:
            held = [m.edition for m in self.shelf.editions(label)]
            before = held[: held.index(fresh.meta.edition)] or [m for m in held if m != fresh.meta.edition]
            if not before:
                raise UnknownName("has one edition only: nothing to compare", where=label, do="update it, or add a later file")
            old = before[-1]
        return self.edition(label, old), fresh

    def remove(self, label: str) -> None:
        """Take a list with its editions away; decisions on its records stay where they are."""
        self.shelf.remove(label)

    def seat(self) -> Seat:
        """The legal seat and what was decided to bind there."""
        from dragoman.lists.laws import read_seat

        return read_seat(self.shelf.folder)

    def set_seat(self, seat: Seat) -> None:
        """Set it; raises `UnknownName` for a list that is not there."""
        from dragoman.lists.laws import keep_seat

        for label in (*seat.binds, *seat.free):
            self.shelf.current(label)
        keep_seat(self.shelf.folder, seat)


def age(meta: Meta) -> int | None:
    """Days since an edition was published, or since its newest record where it is undated; None where neither is known.

    A year or month counts from its end.
    """
    told = (meta.published or meta.newest).split("-")
    if not told[0]:
        return None
    year, month, day = (*told, *("", "12", "28")[len(told) :])
    return max(0, (datetime.now(UTC).date() - date(int(year), int(month), int(day))).days)


def editions_in(folder: str | Path, labels: Sequence[str] = ()) -> list[Edition]:
    """The editions in force in the workspace at `folder`, or of the user's own where there is none; those named, or all.

    Raises `UnknownName` for one that is not loaded, `WorkspaceError` for one that is damaged: a list is never left out unsaid.
    """
    lists = Lists.at(folder)
    return [lists.edition(label) for label in dict.fromkeys(labels or lists.labels())]
