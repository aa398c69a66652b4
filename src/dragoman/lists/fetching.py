"""Downloads of lists: https only (plain http for this machine), size and time limited, asked only for what changed."""

from __future__ import annotations

import ipaddress
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from dragoman.base.errors import TooLarge, Unreadable, UsageError
from dragoman.base.progress import Progress
from dragoman.base.settings import MEGABYTE, Limits
from dragoman.lists.shelf import Origin

if TYPE_CHECKING:
    import httpx

TIMEOUT = 30.0  # seconds without a byte: official servers are slow to begin, not slow in between
REDIRECTS = 5
SIGNS = ((b"PK\x03\x04", ".zip"), (b"\x1f\x8b", ".gz"), (b"<", ".xml"), (b"\xef\xbb\xbf<", ".xml"), (b"{", ".json"))


def is_address(source: str) -> bool:
    """Whether a source is on the network."""
    return "://" in source.split("\n")[0]


def checked(url: str) -> str:
    """An address that may be asked; raises `UsageError` for plain http and other schemes."""
    found = urlsplit(url)
    if not found.hostname or not (found.scheme == "https" or (found.scheme == "http" and _here(found.hostname))):
        raise UsageError("only https addresses are fetched", where=url, do="download it yourself and add the file")
    return url


def _here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@contextmanager
def fetched(origin: Origin, limits: Limits, progress: Progress) -> Iterator[Path | None]:
    """The files of `origin.source` in a temporary folder, None where nothing changed since; marks what was got on `origin`.

    Raises `Unreadable` where a server cannot be reached, answers with an error, or breaks off.
    """
    import httpx

    with tempfile.TemporaryDirectory(prefix="dragoman-lists-") as kept:
        folder = Path(kept)
        urls = [checked(url) for url in origin.source.split("\n")]
        with httpx.Client(timeout=TIMEOUT, headers={"User-Agent": "dragoman"}) as client:
            conditional = len(urls) == 1  # of a set all are needed when one changed
            paths = [_one(client, url, folder, origin, limits, progress, conditional) for url in urls]
        got = [path for path in paths if path is not None]
        yield None if not got else got[0] if len(urls) == 1 else folder


def _one(
    client: httpx.Client, url: str, folder: Path, origin: Origin, limits: Limits, progress: Progress, conditional: bool
) -> Path | None:
    import httpx

    headers = {}
    if conditional and url in origin.etags:
        headers["If-None-Match"] = origin.etags[url]
    if conditional and url in origin.modified:
        headers["If-Modified-Since"] = origin.modified[url]
    progress.start(f"fetching {urlsplit(url).hostname}", None)
    try:
        return _followed(client, url, headers, folder, origin, limits, progress)
    except httpx.HTTPError as error:
        what = f"could not be fetched: {error or type(error).__name__}"
        raise Unreadable(what, where=url, do="try again later; the edition before stays in force") from error
    finally:
        progress.done()


def _followed(
    client: httpx.Client, url: str, headers: dict[str, str], folder: Path, origin: Origin, limits: Limits, progress: Progress
) -> Path | None:
    address = url
    for _ in range(REDIRECTS + 1):
        with client.stream("GET", checked(address), headers=headers) as answer:
            if answer.status_code == 304:
                return None
            if answer.has_redirect_location:
                address = urljoin(address, answer.headers["location"])
                continue
            if answer.status_code != 200:
                raise Unreadable(f"the server answers {answer.status_code}", where=url, do="check the address")
            path = _written(answer, folder, _name(address, url), limits, progress)
            _remember(origin.etags, url, answer.headers.get("etag"))
            _remember(origin.modified, url, answer.headers.get("last-modified"))
            return path
    raise Unreadable(f"leads on more than {REDIRECTS} times", where=url, do="check the address")


def _remember(table: dict[str, str], url: str, value: str | None) -> None:
    if value:
        table[url] = value
    else:
        table.pop(url, None)


def _name(address: str, url: str) -> str:
    """The last part of the address asked for, where it names a file; else that of the address it led to."""
    names = [urlsplit(a).path.rsplit("/", 1)[-1] for a in (url, address)]
    return next((n for n in names if "." in n), names[0] or "list").replace("\\", "_")


def _written(answer: httpx.Response, folder: Path, name: str, limits: Limits, progress: Progress) -> Path:
    path, count = folder / name, 0
    with path.open("wb") as out:
        for chunk in answer.iter_bytes(1 << 16):
            count += len(chunk)
            if count > limits.archive_bytes:
                raise TooLarge(f"is over {limits.archive_bytes // MEGABYTE:,} MB", where=name, do="download it yourself")
            out.write(chunk)
            progress.step(name, len(chunk))
    return path if path.suffix else path.rename(path.with_suffix(_suffix(path)))


def _suffix(path: Path) -> str:
    with path.open("rb") as stream:
        head = stream.read(16).lstrip()
    return next((suffix for sign, suffix in SIGNS if head.startswith(sign)), ".csv")
