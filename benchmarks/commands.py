#!/usr/bin/env python3
"""Whole-process times of commands as a person waits for them, on the demonstration workspace.

usage: commands.py [--runs 7]        Prints the median and the worst of the runs in seconds, the first run left out.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COMMANDS = (
    ["--help"],
    ["--version"],
    ["list", "organisations"],
    ["show", "TechnoSpark"],
    ["search", "机器人"],
    ["check"],
    ["report"],
)
FLOOR = {"--help": 0.5}


def run(arguments: list[str], folder: Path) -> float:
    """Seconds from start to end of one command."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "dragoman", *arguments], cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "dragoman", "demo", "."], cwd=folder, check=True, capture_output=True)
        print(f"{'demo (13 documents, models as installed)':<44}{time.perf_counter() - began:8.2f} s  (floor 120)")
        for arguments in COMMANDS:
            times = [run(arguments, folder) for _ in range(runs + 1)][1:]
            floor = f"  (floor {FLOOR[arguments[0]]})" if arguments[0] in FLOOR else ""
            print(f"dragoman {' '.join(arguments):<35}{statistics.median(times):8.2f} s  worst {max(times):.2f}{floor}")


if __name__ == "__main__":
    main()
