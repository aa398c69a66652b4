"""The ways in: one file, or files and folders of which a broken one never stops the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.base.errors import UnknownName, Unreadable
from dragoman.base.settings import Limits
from dragoman.model.document import Document
from dragoman.read.reader import container, reader
from dragoman.read.sniff import format_of
from dragoman.read.source import Source, load


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that cannot be read, and the one line that says why."""

    name: str
    error: Unreadable


@dataclass(frozen=True, slots=True)
class Known:
    """An input that was read before: its checksum and the name it came by now."""

    id: str
    name: str


def walk(paths: Iterable[Path | str]) -> list[Path]:
    """The files of these paths, folders with all below them, each once; hidden files and folders are left out.

    Raises `UnknownName` for a path that is not there.
    """
    found: dict[Path, None] = {}
    for given in paths:
        path = Path(given)
        if path.is_dir():
            found |= dict.fromkeys(_below(path))
        elif path.exists():
            found[path] = None
        else:
            raise UnknownName("there is no such file or folder", where=str(given), do="check the path")
    return list(found)


def _below(folder: Path) -> list[Path]:
    inside = (p for p in folder.rglob("*") if not any(part.startswith(".") for part in p.relative_to(folder).parts))
    return sorted(p for p in inside if p.is_file())


def read_file(path: Path | str, limits: Limits | None = None, *, name: str | None = None) -> Iterator[Document]:
    """The document of a file, or those of an archive or a file of articles. Raises at the first that cannot be read."""
    for item in _read(Path(path), limits or Limits(), name or Path(path).name, lambda _: False):
        if isinstance(item, Refused):
            raise item.error
        if isinstance(item, Document):
            yield item


def read_paths(
    paths: Iterable[Path | str], limits: Limits | None = None, *, known: Callable[[str], bool] = lambda _: False
) -> Iterator[Document | Refused | Known]:
    """Everything in files and folders, in order; what cannot be read comes as `Refused` and the others go on.

    An input whose checksum is `known` comes as `Known` and is not parsed. Names are relative to the folder given.
    """
    given = [Path(p) for p in paths]
    folders = [p for p in given if p.is_dir()]
    for path in walk(given):
        folder = next((f for f in folders if path.is_relative_to(f)), None)
        name = path.relative_to(folder).as_posix() if folder else path.name
        yield from _read(path, limits or Limits(), name, known)


def _read(path: Path, limits: Limits, name: str, known: Callable[[str], bool]) -> Iterator[Document | Refused | Known]:
    try:
        source = load(path, limits, name)
    except Unreadable as error:
        yield Refused(name, error)
        return
    yield from _open(source, limits, known, 0)


def _open(source: Source, limits: Limits, known: Callable[[str], bool], depth: int) -> Iterator[Document | Refused | Known]:
    try:
        if known(source.id):
            yield Known(source.id, source.name)
            return
        format = format_of(source)
        inside = container(format)
        if inside is None:
            yield _parse(source, format, limits)
            return
        for member in inside.members(source, limits, depth):
            if isinstance(member, Source):
                yield from _open(member, limits, known, depth + 1)
            else:
                yield Refused(*member)
    except Unreadable as error:
        yield Refused(source.name, error)


def _parse(source: Source, format: str, limits: Limits) -> Document:
    try:
        return reader(format).read(source, limits)
    except Unreadable:
        raise
    except RecursionError as error:
        raise Unreadable("is nested too deeply to be read", where=source.name, do="save it again in a simpler form") from error
    except Exception as error:
        # Parsers of foreign formats fail on damaged files in ways no list of classes holds, and the others must go on.
        what = f"is damaged: its {format} cannot be parsed ({type(error).__name__})"
        raise Unreadable(what, where=source.name, do="open and save it again, or get a whole copy") from error
