"""What each kind of job does: from its arguments, plain data, to its result, plain data, telling progress on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.base.progress import Progress
from dragoman.base.settings import Settings

if TYPE_CHECKING:
    from dragoman.lists.loading import Loaded
    from dragoman.store.joblog import Job
    from dragoman.workspace.jobs import Jobs

Result = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of job. `writes`: two of that sort wait for each other. `spends`: its files are of no use when it is done."""

    run: Callable[[Jobs, Job, Progress], Result]
    writes: bool = True
    spends: bool = False


def _read(jobs: Jobs, job: Job, progress: Progress) -> Result:
    """`paths`, and `mapping`, a file."""
    from dragoman.workspace import open_workspace

    settings = replace(Settings.from_environment(), mapping=job.arguments.get("mapping", ""))
    with open_workspace(jobs.folder, settings=settings) as workspace:
        done = workspace.documents.read(_paths(jobs, job), progress)
    for line in done.problems:
        progress.note(line)
    return {
        "documents": done.documents, "known": done.known, "statements": done.statements, "suggested": done.suggested,
        "joined": done.joined, "refused": len(done.refused), "problems": len(done.problems),
    }  # fmt: skip


def _cases(jobs: Jobs, job: Job, progress: Progress) -> Result:
    """`paths`: the documents of the worked cases; then their records and papers. Done twice it changes nothing."""
    from dragoman.workspace import demo_papers, demo_records, open_workspace

    read = _read(jobs, job, progress)
    with open_workspace(jobs.folder) as workspace:
        built = demo_records.build(workspace)
        for line in demo_papers.write(workspace, built.keys, Path(jobs.folder) / demo_papers.PAPERS):
            progress.note(line)
    return read | {"new": built.made}


def _import(jobs: Jobs, job: Job, progress: Progress) -> Result:
    """`edition`, `paths`, `mapping`, `replaces`, `again`."""
    from dragoman.workspace import open_workspace

    told = job.arguments
    with open_workspace(jobs.folder) as workspace:
        done = workspace.expo.import_catalogue(
            told["edition"],
            _paths(jobs, job),
            by=job.by,
            mapping=told.get("mapping", ""),
            replaces=told.get("replaces", False),
            again=told.get("again", False),
            progress=progress,
        )
    for refusal in done.refused:
        progress.note(str(refusal))
    for name in done.withdrawn:
        progress.note(f"withdrawn, as the newer file no longer names it: {name}")
    return {
        "files": done.files, "known": done.known, "rows": done.rows, "new": done.new, "taken back": done.taken_back,
        "withdrawn": len(done.withdrawn), "refused": len(done.refused) + len(done.unread),
    }  # fmt: skip


def _list(jobs: Jobs, job: Job, progress: Progress) -> Result:
    """`label`; with `path`, or `public` (the key of a public source), a list is added, without either updated.

    With `later`, a path, the file there is the next edition, read as the one before it.
    """
    from dragoman.workspace.lists import Lists

    told, lists = job.arguments, Lists.at(jobs.folder)
    label = told["label"]
    if told.get("later"):
        fewer = told.get("accept fewer", False)
        made = lists.renew(label, Path(told["later"]), progress, published=told.get("published", ""), accept_fewer=fewer)
    elif told.get("path"):
        made = lists.add(label, told["path"], progress=progress, **told.get("options", {}))
    elif told.get("public"):
        made = lists.add_public(told["public"], label, progress)
    else:
        made = lists.update(label, progress, accept_fewer=told.get("accept fewer", False))
    return _loaded(made)


def _loaded(made: Loaded) -> Result:
    meta = made.meta
    return {
        "list": meta.label, "edition": meta.edition, "published": meta.published, "records": meta.records, "names": meta.names,
        "new": made.new, "problems": meta.problems,
    }  # fmt: skip


def _screen(jobs: Jobs, job: Job, progress: Progress) -> Result:
    """`path`, `columns`, `lists`, `threshold`, `limit`: answers go into a file of the job."""
    from dragoman.workspace.screenings import screen_sheet

    return screen_sheet(jobs.folder, jobs.place(job.id), job.arguments, progress)


def _resolve(jobs: Jobs, job: Job, progress: Progress) -> Result:
    """`everything`: look at all parties again."""
    from dragoman.workspace import open_workspace
    from dragoman.workspace.resolving import Resolving

    with open_workspace(jobs.folder) as workspace:
        return asdict(Resolving(workspace).run(progress, everything=job.arguments.get("everything", False)))


def _paths(jobs: Jobs, job: Job) -> list[Path]:
    """The files named, or those that were laid into the job's own folder."""
    return [Path(path) for path in job.arguments.get("paths", ())] or [jobs.place(job.id) / "files"]


KINDS = {
    "read": Kind(_read, spends=True),
    "cases": Kind(_cases),
    "import": Kind(_import, spends=True),
    "list": Kind(_list),
    "screen": Kind(_screen, writes=False),
    "resolve": Kind(_resolve),
}
