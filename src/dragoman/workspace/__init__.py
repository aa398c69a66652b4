"""The hall: a workspace folder as a facade of named rooms. Nothing else joins the workshops and the store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.base.errors import WorkspaceError
from dragoman.base.settings import Settings

if TYPE_CHECKING:
    from types import TracebackType

    from dragoman.store import Store
    from dragoman.workspace.agreements import Agreements
    from dragoman.workspace.attention import AttentionBook
    from dragoman.workspace.consultations import Consultations
    from dragoman.workspace.contests import Contests
    from dragoman.workspace.cooperations import Cooperations
    from dragoman.workspace.delegations import Delegations
    from dragoman.workspace.documents import Documents
    from dragoman.workspace.entities import Entities
    from dragoman.workspace.expo import Expo
    from dragoman.workspace.facts import Facts
    from dragoman.workspace.identity import Identity
    from dragoman.workspace.jobs import Jobs
    from dragoman.workspace.lists import Lists
    from dragoman.workspace.markets import Markets
    from dragoman.workspace.networks import Networks
    from dragoman.workspace.papers import Papers
    from dragoman.workspace.portfolio import Portfolios
    from dragoman.workspace.programme import Programmes
    from dragoman.workspace.publishing import Publishing
    from dragoman.workspace.talent import Talent
    from dragoman.workspace.visits import Visits

DATABASE = "dragoman.sqlite"


class Workspace:
    """One folder with its logs and views. Use it as a context manager, or close it."""

    def __init__(self, folder: Path, store: Store, settings: Settings) -> None:
        self.folder, self.store, self.settings = folder, store, settings

    @property
    def documents(self) -> Documents:
        """Reading files in, and the documents that were read."""
        from dragoman.workspace.documents import Documents

        return Documents(self)

    @property
    def entities(self) -> Entities:
        """Entities, facts and search."""
        from dragoman.workspace.entities import Entities

        return Entities(self)

    @property
    def facts(self) -> Facts:
        """What is to check, and the verdicts of people on it."""
        from dragoman.workspace.facts import Facts

        return Facts(self)

    @property
    def identity(self) -> Identity:
        """Which ids are one thing, by decisions."""
        from dragoman.workspace.identity import Identity

        return Identity(self)

    @property
    def lists(self) -> Lists:
        """Watchlists: adding, updating, comparing them."""
        from dragoman.workspace.lists import Lists

        return Lists.of(self)

    @property
    def jobs(self) -> Jobs:
        """Long work in processes of its own: started, watched, cancelled, resumed."""
        from dragoman.workspace.jobs import Jobs

        return Jobs(self.folder)

    @property
    def expo(self) -> Expo:
        """Editions of an expo: entering, correcting, importing, their figures."""
        from dragoman.workspace.expo import Expo

        return Expo(self)

    @property
    def contests(self) -> Contests:
        """Contests: entries, jurors, conflicts of interest, scores, ranking."""
        from dragoman.workspace.contests import Contests

        return Contests(self)

    @property
    def programmes(self) -> Programmes:
        """Programmes of editions: draft, clashes, released versions."""
        from dragoman.workspace.programme import Programmes

        return Programmes(self)

    @property
    def publishing(self) -> Publishing:
        """What is for everybody: records and fields let out by named people or their owners."""
        from dragoman.workspace.publishing import Publishing

        return Publishing(self)

    @property
    def talent(self) -> Talent:
        """The talent exchange: offers of their owners alone."""
        from dragoman.workspace.talent import Talent

        return Talent(self)

    @property
    def networks(self) -> Networks:
        """Alliances, city networks, centres, platforms: members over time, events."""
        from dragoman.workspace.networks import Networks

        return Networks(self)

    @property
    def portfolios(self) -> Portfolios:
        """Portfolios of centres: residents, markets, ways to them, sales."""
        from dragoman.workspace.portfolio import Portfolios

        return Portfolios(self)

    @property
    def markets(self) -> Markets:
        """What countries want and offer, with sources."""
        from dragoman.workspace.markets import Markets

        return Markets(self)

    @property
    def agreements(self) -> Agreements:
        """Agreements: parties, money, documents, steps with day and source."""
        from dragoman.workspace.agreements import Agreements

        return Agreements(self)

    @property
    def delegations(self) -> Delegations:
        """Delegations: members, screening, invitations."""
        from dragoman.workspace.delegations import Delegations

        return Delegations(self)

    @property
    def visits(self) -> Visits:
        """Visits: itinerary, notes, report, who was told."""
        from dragoman.workspace.visits import Visits

        return Visits(self)

    @property
    def cooperations(self) -> Cooperations:
        """Cooperations: steps, promises, benefits."""
        from dragoman.workspace.cooperations import Cooperations

        return Cooperations(self)

    @property
    def consultations(self) -> Consultations:
        """Consultations: shortlist, memo, introductions, outcome."""
        from dragoman.workspace.consultations import Consultations

        return Consultations(self)

    @property
    def attention(self) -> AttentionBook:
        """The attention exhibits get: enquiries, contacts, what of them is a lead."""
        from dragoman.workspace.attention import AttentionBook

        return AttentionBook(self)

    @property
    def papers(self) -> Papers:
        """Reports and exports."""
        from dragoman.workspace.papers import Papers

        return Papers(self)

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def open_workspace(folder: str | Path = ".", *, create: bool = False, settings: Settings | None = None) -> Workspace:
    """Open the workspace in `folder`; `create` makes one where there is none. Raises `WorkspaceError`.

    Talent offers whose last day is over are withdrawn then.
    """
    from dragoman.store import Store

    path = Path(folder)
    if not create and not (path / DATABASE).exists():
        raise WorkspaceError("there is no workspace here", where=str(path), do="make one with: dragoman init")
    opened = Workspace(path, Store.open(path, create=create), settings or Settings.from_environment())
    if not opened.store.read_only and opened.store.entities(schema="TalentOffer", limit=1).rows:
        opened.talent.lapse()
    return opened
