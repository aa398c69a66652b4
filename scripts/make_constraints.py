#!/usr/bin/env python3
"""Pin what is installed now: constraints.txt with names and versions, no addresses. Run in a freshly made .venv.

usage: make_constraints.py > constraints.txt
"""

from __future__ import annotations

from importlib.metadata import distributions

LEFT_OUT = {"dragoman", "pip", "setuptools", "wheel"}


def main() -> None:
    """Print one pin a line."""
    pins = {d.metadata["Name"].lower().replace("_", "-"): d.version for d in distributions()}
    print("# Made by scripts/make_constraints.py: the versions the tests ran with.")
    for name in sorted(pins):
        if name not in LEFT_OUT:
            print(f"{name}=={pins[name]}")


if __name__ == "__main__":
    main()
