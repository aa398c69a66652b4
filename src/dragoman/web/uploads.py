"""Files dropped on a page or sent to the API, kept in the folder of the job that is to read them: safe names, limits."""

from __future__ import annotations

from dragoman.web.ask import Ask


def kept(ask: Ask, job_id: str, field: str = "files") -> list[str]:
    """Keep the files sent under a name for a job; their names. Raises `TooLarge`, and keeps none where one is too large."""
    import shutil

    jobs, limit = ask.workspace.jobs, ask.site.settings.limits.file_bytes
    try:
        return [jobs.keep(job_id, file.filename or "file", file.file, limit).name for file in ask.files(field)]
    except BaseException:
        shutil.rmtree(jobs.place(job_id), ignore_errors=True)
        raise
