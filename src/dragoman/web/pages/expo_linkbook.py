"""The book of personal links in `web.sqlite`: who got one for which record, what came through it, what was decided on that.

A token is known by its hash alone. Nothing here is a statement: what somebody sends becomes one when an organiser accepts it.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

from dragoman.base.errors import UnknownName, UsageError
from dragoman.web.database import Database

TABLES = (
    "CREATE TABLE IF NOT EXISTS links (hash TEXT PRIMARY KEY, record TEXT NOT NULL, edition TEXT NOT NULL, name TEXT NOT NULL, "
    "made TEXT NOT NULL, by TEXT NOT NULL, ends TEXT NOT NULL, withdrawn TEXT NOT NULL DEFAULT '', "
    "used TEXT NOT NULL DEFAULT '', times INTEGER NOT NULL DEFAULT 0)",
    "CREATE TABLE IF NOT EXISTS proposals (id INTEGER PRIMARY KEY, link TEXT NOT NULL, kind TEXT NOT NULL, "
    "about TEXT NOT NULL, body TEXT NOT NULL, at TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'open', "
    "by TEXT NOT NULL DEFAULT '', decided TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', "
    "made TEXT NOT NULL DEFAULT '')",
    "CREATE INDEX IF NOT EXISTS proposals_link ON proposals (link, id)",
    "CREATE TABLE IF NOT EXISTS link_tries (who TEXT NOT NULL, at TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS link_tries_who ON link_tries (who, at)",
    "CREATE TABLE IF NOT EXISTS views (record TEXT NOT NULL, day TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (record, day))",
)
DAYS, MOST_DAYS = 60, 366  # how long a link holds where nobody says, and at most
WRONG, WRONG_MINUTES = 30, 15  # unknown tokens from one address: 2**256 tokens, and no reason to try more
ASKED, ASKED_MINUTES = 240, 10  # requests by one link: a person fills in a form in less
SENT, SENT_HOURS = 40, 1  # proposals by one link
NAME_CHARS, WORDS_CHARS = 120, 4_000
TOKEN_BYTES = 32


class TooOften(UsageError):
    """Too much was asked from there."""

    http_status = 429


@dataclass(frozen=True, slots=True)
class Link:
    """A personal link: for whom, to which record, how long."""

    hash: str
    record: str
    edition: str
    name: str
    made: str
    by: str
    ends: str
    withdrawn: str
    used: str
    times: int

    @property
    def state(self) -> str:
        """open, ended or withdrawn."""
        return "withdrawn" if self.withdrawn else "ended" if self.ends < today() else "open"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody sent by a link. `kind` says what it is, `about` which record it changes (empty: it makes one)."""

    id: int
    link: str
    kind: str
    about: str
    body: dict[str, Any]
    at: str
    state: str
    by: str
    decided: str
    note: str
    made: str


def now() -> str:
    """This moment, UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def today() -> str:
    """This day, UTC."""
    return datetime.now(UTC).date().isoformat()


def hashed(token: str) -> str:
    """What a token is kept as. It is random and long: no salt and no slow hash is needed."""
    return sha256(token.encode()).hexdigest()


class LinkBook:
    """The links of a site, what came through them, and the attention records get."""

    def __init__(self, database: Database) -> None:
        self.database = database
        database.create(*TABLES)

    def make(self, record: str, edition: str, name: str, by: str, days: int = DAYS) -> str:
        """Make a link; its token, which is told this once. Raises `UsageError`."""
        if not name.strip() or len(name) > NAME_CHARS:
            raise UsageError("say who the link is for", do="their words are kept under that name")
        token = secrets.token_urlsafe(TOKEN_BYTES)
        ends = (date.fromisoformat(today()) + timedelta(days=max(1, min(days, MOST_DAYS)))).isoformat()
        self.database.change(
            "INSERT INTO links (hash, record, edition, name, made, by, ends) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (hashed(token), record, edition, " ".join(name.split()), now(), by, ends),
        )
        return token

    def links(self, edition: str = "") -> list[Link]:
        """The links made, the latest first; of an edition or all."""
        rows = self.database.rows("SELECT * FROM links WHERE ? IN ('', edition) ORDER BY made DESC, hash", (edition,))
        return [Link(**dict(r)) for r in rows]

    def link(self, key: str) -> Link:
        """A link by its hash; raises `UnknownName`."""
        found = self.database.row("SELECT * FROM links WHERE hash = ?", (key,))
        if found is None:
            raise UnknownName("there is no such link")
        return Link(**dict(found))

    def withdraw(self, key: str) -> None:
        """End a link now; what came through it stays."""
        self.link(key)
        self.database.change("UPDATE links SET withdrawn = ? WHERE hash = ? AND withdrawn = ''", (now(), key))

    def opened(self, token: str, address: str) -> Link:
        """The link of a token that still holds. Raises `UnknownName`, the same for every reason, and `TooOften`."""
        self._slow(f"wrong {address}", WRONG, WRONG_MINUTES)
        found = self.database.row("SELECT * FROM links WHERE hash = ?", (hashed(token),))
        link = Link(**dict(found)) if found else None
        if link is None or link.state != "open":
            self._note(f"wrong {address}")
            raise UnknownName("this link does not hold", do="ask who sent it for a new one")
        self._slow(f"link {link.hash}", ASKED, ASKED_MINUTES)
        self._note(f"link {link.hash}")
        self.database.change("UPDATE links SET used = ?, times = times + 1 WHERE hash = ?", (now(), link.hash))
        return link

    def _slow(self, who: str, most: int, minutes: int) -> None:
        since = (datetime.now(UTC) - timedelta(minutes=minutes)).isoformat(timespec="seconds")
        self.database.change("DELETE FROM link_tries WHERE at < ?", (_day_ago(),))
        found = self.database.row("SELECT count(*) AS n FROM link_tries WHERE who = ? AND at > ?", (who, since))
        if found and found["n"] >= most:
            raise TooOften("too much was asked from there", do=f"try again in {minutes} minutes")

    def _note(self, who: str) -> None:
        self.database.change("INSERT INTO link_tries VALUES (?, ?)", (who, now()))

    def propose(self, link: Link, kind: str, body: Mapping[str, Any], about: str = "") -> int:
        """Keep what somebody sent; its number. Raises `TooOften`."""
        self._slow(f"sent {link.hash}", SENT, SENT_HOURS * 60)
        self._note(f"sent {link.hash}")
        with self.database.together():
            self.database.change(
                "INSERT INTO proposals (link, kind, about, body, at) VALUES (?, ?, ?, ?, ?)",
                (link.hash, kind, about, json.dumps(dict(body), ensure_ascii=False), now()),
            )
            found = self.database.row("SELECT last_insert_rowid() AS id")
        return int(found["id"]) if found else 0

    def proposals(self, *, link: str = "", edition: str = "", state: str = "") -> list[Proposal]:
        """What came by links, the latest first."""
        rows = self.database.rows(
            "SELECT p.* FROM proposals p JOIN links l ON l.hash = p.link WHERE ? IN ('', p.link) AND ? IN ('', l.edition) "
            "AND ? IN ('', p.state) ORDER BY p.id DESC", (link, edition, state),
        )  # fmt: skip
        return [_proposal(r) for r in rows]

    def proposal(self, number: int) -> Proposal:
        """One of them; raises `UnknownName`."""
        found = self.database.row("SELECT * FROM proposals WHERE id = ?", (number,))
        if found is None:
            raise UnknownName("there is no such proposal")
        return _proposal(found)

    def decide(self, number: int, state: str, by: str, note: str = "", made: str = "") -> None:
        """Accept or reject an open proposal, once. Raises `UsageError`."""
        done = self.database.change(
            "UPDATE proposals SET state = ?, by = ?, decided = ?, note = ?, made = ? WHERE id = ? AND state = 'open'",
            (state, by, now(), note, made, number),
        )
        if not done:
            raise UsageError("somebody decided on it already", do="load the page again")

    def seen(self, record: str) -> None:
        """One more look at a record."""
        self.database.change(
            "INSERT INTO views VALUES (?, ?, 1) ON CONFLICT (record, day) DO UPDATE SET n = n + 1", (record, today())
        )

    def attention(self, record: str) -> dict[str, int]:
        """How often a record was looked at, in all and on the last seven days."""
        since = (date.fromisoformat(today()) - timedelta(days=6)).isoformat()
        found = self.database.row(
            "SELECT coalesce(sum(n), 0) AS n, coalesce(sum(CASE WHEN day >= ? THEN n END), 0) AS week FROM views "
            "WHERE record = ?",
            (since, record),
        )
        views, week = (found["n"], found["week"]) if found else (0, 0)
        return {"views": views, "week": week}

    def asking(self, person: str) -> None:
        """Note that somebody asks; raises `TooOften`. What is asked is a record of the workspace."""
        self._slow(f"asks {person}", SENT, SENT_HOURS * 60)
        self._note(f"asks {person}")


def _proposal(row: Any) -> Proposal:
    return Proposal(**{**dict(row), "body": json.loads(row["body"])})


def _day_ago() -> str:
    return (datetime.now(UTC) - timedelta(days=1)).isoformat(timespec="seconds")
