"""A catalogue that calls its edition otherwise: its rows are taken once that name is kept for the edition."""

from __future__ import annotations

from pathlib import Path

from dragoman.base.settings import Settings
from dragoman.workspace import Workspace, intake, open_workspace

ANNA = "Anna Chen"
SHEET = "Edition,Exhibitor,Country,Exhibit\nTidal Fair 2019,Tidal Optics Ltd,China,Wave mast\n"


def laid(workspace: Workspace, name: str) -> str:
    """A catalogue that lies ready; the id of the job to come."""
    job_id = workspace.jobs.reserve()
    folder = workspace.jobs.place(job_id) / "files"
    folder.mkdir(parents=True)
    (folder / name).write_text(SHEET, encoding="utf-8")
    return job_id


def taken(workspace: Workspace, edition: str, name: str, *, alias: bool) -> int:
    """How many exhibitors are on record after an import."""
    job_id = laid(workspace, name)
    intake.begin(workspace, job_id, ANNA, edition, alias=alias)
    workspace.jobs.wait(job_id, 60)
    return len(workspace.expo.figures(edition).rows("exhibitors") or ())


def test_rows_of_another_name_are_taken_once_it_is_kept(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "w", create=True, settings=Settings(models=False, processes=1)) as workspace:
        edition = workspace.expo.enter("Edition", {"name": "3rd Tidal Fair"}, by=ANNA)
        entity = workspace.store.entity(edition)
        assert intake.other_names(intake.look(workspace, laid(workspace, "a.csv")), entity.names) == ["Tidal Fair 2019"]
        assert taken(workspace, edition, "a.csv", alias=False) == 0
        assert taken(workspace, edition, "a.csv", alias=True) == 1
        assert "Tidal Fair 2019" in workspace.store.entity(edition).names
        assert intake.other_names(intake.look(workspace, laid(workspace, "a.csv")), workspace.store.entity(edition).names) == []
