"""`python -m dragoman` and the `dragoman` command."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from dragoman.cli import run

    run()


if __name__ == "__main__":
    main()
