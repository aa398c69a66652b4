"""The version of this program; statements carry it in their origin."""

from __future__ import annotations

VERSION = "0.1.0"
