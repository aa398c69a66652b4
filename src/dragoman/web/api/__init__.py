"""The HTTP API: one module a resource, each with its `OPERATIONS`; the OpenAPI document is made from them."""

from __future__ import annotations
