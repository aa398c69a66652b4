"""The pages: one module a room, each with its `DOORS`."""

from __future__ import annotations
