"""Who may do what: people with a password and a role, their sessions and API tokens. Secrets are kept as hashes only."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.base.errors import UnknownName, UsageError
from dragoman.web.database import Database

if TYPE_CHECKING:
    from argon2 import PasswordHasher

TABLES = (
    "CREATE TABLE IF NOT EXISTS users (name TEXT PRIMARY KEY, password TEXT NOT NULL, role TEXT NOT NULL, made TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS sessions (hash TEXT PRIMARY KEY, user TEXT NOT NULL, made TEXT NOT NULL, ends TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS tokens (hash TEXT PRIMARY KEY, user TEXT NOT NULL, label TEXT NOT NULL, made TEXT NOT NULL, "
    "used TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS attempts (who TEXT NOT NULL, at TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS attempts_who ON attempts (who, at)",
    "CREATE TABLE IF NOT EXISTS events (at TEXT NOT NULL, person TEXT NOT NULL, what TEXT NOT NULL, detail TEXT NOT NULL)",
)
NAME = re.compile(r"[\w.@+-]{1,64}")
PASSWORD_CHARS = (10, 1_000)  # shorter is guessed; longer only costs time
TRIES, TRIES_MINUTES = 10, 15  # failed sign-ins of a name or an address before it must wait: a week for a thousand guesses


class Role(IntEnum):
    """What someone may do; each role may do what those before it may."""

    NOBODY = 0  # whoever reaches the address
    READER = 1  # sees everything
    ANALYST = 2  # checks facts, decides on pairs and hits, imports
    ORGANISER = 3  # enters and releases records of the expo, sends personal links
    ADMINISTRATOR = 4  # people, settings

    @classmethod
    def named(cls, name: str) -> Role:
        """A role by its word; raises `UsageError`."""
        if name.upper() not in cls.__members__ or name.lower() == "nobody":
            raise UsageError(f"there is no role {name!r}", do=f"one of {', '.join(r.word for r in cls if r)}")
        return cls[name.upper()]

    @property
    def word(self) -> str:
        """Its word."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks. `key` binds form tokens to the session."""

    name: str
    role: Role
    key: str = ""
    by_token: bool = False  # a program with an API token: no form token is asked of it


NOBODY = Person("", Role.NOBODY)


class Accounts:
    """Users, sessions, tokens and failed sign-ins of a site."""

    def __init__(self, database: Database) -> None:
        self.database = database
        database.create(*TABLES)

    @cached_property
    def hasher(self) -> PasswordHasher:
        """Argon2id with the library's defaults (RFC 9106, low memory)."""
        from argon2 import PasswordHasher

        return PasswordHasher()

    def add(self, name: str, password: str, role: Role) -> None:
        """Make an account, or give one that is there another password and role. Raises `UsageError`."""
        if not NAME.fullmatch(name):
            raise UsageError(f"{name!r} cannot be a user's name", do="letters, digits and . @ + - _, up to 64")
        if not PASSWORD_CHARS[0] <= len(password) <= PASSWORD_CHARS[1]:
            raise UsageError("the password is too short" if len(password) < PASSWORD_CHARS[0] else "the password is too long",
                             do=f"{PASSWORD_CHARS[0]} characters at least")  # fmt: skip
        self.database.change("DELETE FROM sessions WHERE user = ?", (name,))
        self.database.change(
            "INSERT INTO users VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET password = excluded.password, "
            "role = excluded.role", (name, self.hasher.hash(password), role.word, now()),
        )  # fmt: skip

    def remove(self, name: str) -> None:
        """End an account, its sessions and its tokens; what it decided stays. Raises `UnknownName`."""
        if not self.database.change("DELETE FROM users WHERE name = ?", (name,)):
            raise UnknownName(f"there is no user {name!r}", do="dragoman users list")
        for table in ("sessions", "tokens"):
            self.database.change(f"DELETE FROM {table} WHERE user = ?", (name,))  # noqa: S608 (own names)

    def all(self) -> list[dict[str, str]]:
        """Every user: name, role, since when."""
        rows = self.database.rows("SELECT name, role, made FROM users ORDER BY name")
        return [dict(r) for r in rows]

    def role(self, name: str) -> Role | None:
        """The role of a user; None for one who is not there."""
        found = self.database.row("SELECT role FROM users WHERE name = ?", (name,))
        return Role.named(found["role"]) if found else None

    def check(self, name: str, password: str, address: str) -> Person | None:
        """Who signs in with that password; None where it is wrong. Raises `UsageError` after too many tries."""
        since = (datetime.now(UTC) - timedelta(minutes=TRIES_MINUTES)).isoformat()
        for who in (f"user {name}", f"address {address}"):
            tried = self.database.row("SELECT count(*) AS n FROM attempts WHERE who = ? AND at > ?", (who, since))
            if tried and tried["n"] >= TRIES:
                raise TooManyTries("too many failed sign-ins", do=f"try again in {TRIES_MINUTES} minutes")
        found = self.database.row("SELECT password, role FROM users WHERE name = ?", (name,))
        if self._fits(found["password"] if found else "", password) and found:
            self.database.change("DELETE FROM attempts WHERE who = ?", (f"user {name}",))
            return Person(name, Role.named(found["role"]))
        for who in (f"user {name[:64]}", f"address {address}"):
            self.database.change("INSERT INTO attempts VALUES (?, ?)", (who, now()))
        return None

    def _fits(self, kept: str, password: str) -> bool:
        """Whether a password fits its hash; an unknown name takes as long as a known one."""
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            return self.hasher.verify(kept or self._decoy, password[: PASSWORD_CHARS[1]])
        except (VerificationError, InvalidHashError):
            return False

    @cached_property
    def _decoy(self) -> str:
        return self.hasher.hash(secrets.token_hex(16))

    def begin(self, user: str, hours: int) -> str:
        """A new session of a user (empty: the one person of this machine); the token for the cookie."""
        token = secrets.token_urlsafe(32)
        ends = (datetime.now(UTC) + timedelta(hours=hours)).isoformat()
        self.database.change("DELETE FROM sessions WHERE ends < ?", (now(),))
        self.database.change("INSERT INTO sessions VALUES (?, ?, ?, ?)", (hashed(token), user, now(), ends))
        return token

    def session(self, token: str) -> str | None:
        """The user of a session, empty for the one person of this machine; None where there is none or it has ended."""
        found = self.database.row("SELECT user FROM sessions WHERE hash = ? AND ends > ?", (hashed(token), now()))
        return str(found["user"]) if found else None

    def end(self, token: str) -> None:
        """End a session."""
        self.database.change("DELETE FROM sessions WHERE hash = ?", (hashed(token),))

    def issue(self, user: str, label: str) -> str:
        """A new API token of a user; it is shown once."""
        token = f"dragoman_{secrets.token_urlsafe(32)}"
        self.database.change("INSERT INTO tokens VALUES (?, ?, ?, ?, '')", (hashed(token), user, label[:100], now()))
        return token

    def issued(self, user: str) -> list[dict[str, str]]:
        """The API tokens of a user: the beginning of the hash, label, when made and last used."""
        rows = self.database.rows("SELECT hash, label, made, used FROM tokens WHERE user = ? ORDER BY made", (user,))
        return [{**dict(r), "hash": r["hash"][:16]} for r in rows]

    def withdraw(self, user: str, begins: str) -> None:
        """Withdraw an API token by the beginning of its hash."""
        if len(begins) >= 16:
            self.database.change("DELETE FROM tokens WHERE user = ? AND substr(hash, 1, 16) = ?", (user, begins[:16]))

    def bearer(self, token: str) -> str | None:
        """The user of an API token; None where it is not known."""
        found = self.database.row("SELECT user, used FROM tokens WHERE hash = ?", (hashed(token),))
        if found is None:
            return None
        if found["used"][:10] != now()[:10]:
            self.database.change("UPDATE tokens SET used = ? WHERE hash = ?", (now(), hashed(token)))
        return str(found["user"])

    def note(self, person: str, what: str, detail: str = "") -> None:
        """Note what somebody did that is in no other log: signed in, made an account, sent a link."""
        self.database.change("INSERT INTO events VALUES (?, ?, ?, ?)", (now(), person, what, detail[:500]))

    def events(self, limit: int) -> list[dict[str, str]]:
        """The latest of these notes first."""
        rows = self.database.rows("SELECT at, person, what, detail FROM events ORDER BY at DESC LIMIT ?", (limit,))
        return [dict(r) for r in rows]


class TooManyTries(UsageError):
    """Somebody guesses passwords."""

    http_status = 429


def hashed(token: str) -> str:
    """What is kept of a random token: it has 256 bits, so a plain hash is enough."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def now() -> str:
    """The time as the database writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
