"""Dragoman: one open platform for international high-tech cooperation."""

from __future__ import annotations

__version__ = "0.1.0"
