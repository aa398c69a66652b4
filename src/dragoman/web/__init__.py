"""The entrance for a browser: pages, their JSON twins, sign-in. It shows what the workspace returns and knows nothing else."""

from __future__ import annotations
