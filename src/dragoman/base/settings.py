"""Settings and limits: value objects with their reasons, read from the environment or a workspace's settings file."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What one input may cost. A file over a limit is refused with one line; it never stops the others."""

    file_bytes: int = 200 * MEGABYTE  # larger than any catalogue met; a scan of a book is about 100 MB
    text_chars: int = 20_000_000  # a text of 10,000 dense pages; beyond it extraction takes hours
    pdf_pages: int = 2_000  # programme books have up to 1,000
    archive_files: int = 10_000
    archive_bytes: int = 1_000 * MEGABYTE  # unpacked, all members together
    archive_ratio: int = 200  # deflate of real text and office files stays under 60
    archive_depth: int = 1  # an archive within an archive is refused
    table_rows: int = 1_000_000  # the most a spreadsheet can hold is 1,048,576
    table_columns: int = 1_000
    cell_chars: int = 32_767  # the most a spreadsheet cell can hold


@dataclass(frozen=True, slots=True)
class ChatEndpoint:
    """An OpenAI-compatible chat endpoint for the optional model extractor; the key is never logged."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 60.0


@dataclass(frozen=True, slots=True)
class Settings:
    """How this run behaves."""

    limits: Limits = field(default_factory=Limits)
    models: bool | None = None  # None: use the models extra where it is installed
    processes: int = 0  # 0: one a processor
    chat: ChatEndpoint | None = None
    mapping: str = ""  # a mapping file for the sheets read in this run

    @classmethod
    def from_environment(cls) -> Settings:
        """Read DRAGOMAN_MODELS (auto, on, off), DRAGOMAN_PROCESSES and DRAGOMAN_CHAT_URL, _MODEL and _KEY."""
        url, model = os.environ.get("DRAGOMAN_CHAT_URL"), os.environ.get("DRAGOMAN_CHAT_MODEL", "")
        chat = ChatEndpoint(url, model, os.environ.get("DRAGOMAN_CHAT_KEY", "")) if url else None
        models = {"on": True, "off": False}.get(os.environ.get("DRAGOMAN_MODELS", "auto").lower())
        processes = os.environ.get("DRAGOMAN_PROCESSES", "0")
        return cls(models=models, processes=int(processes) if processes.isdigit() else 0, chat=chat)
