"""Dragoman: one open platform for international high-tech cooperation.

`open_workspace(folder)` is the way in; everything here is the public namespace, and a test holds it to that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.base.version import VERSION as __version__  # noqa: N811 (the name Python looks for)

if TYPE_CHECKING:
    from dragoman.workspace import Workspace, open_workspace

__all__ = ["Workspace", "__version__", "open_workspace"]


def __getattr__(name: str) -> Any:
    """Import the workspace when it is first asked for: `import dragoman` stays quick."""
    if name in ("Workspace", "open_workspace"):
        from dragoman import workspace

        return getattr(workspace, name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
