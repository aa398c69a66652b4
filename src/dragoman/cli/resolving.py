"""`dragoman resolve`, `review` and `decide`: which entries of a workspace are one bearer, by rule and by people."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.options import workspace_option
from dragoman.cli.printing import TerminalProgress, print_rows
from dragoman.cli.side_by_side import plain, show

if TYPE_CHECKING:
    from dragoman.model.decision import Decision
    from dragoman.resolve.engine import Waiting
    from dragoman.workspace.reviewing import Question, Reviewing

KEYS = "[S]ame  [D]ifferent  [U]nsure  [Z] undo  [L]atinise  [Q]uit"
VERDICTS = {"s": "same", "d": "different", "u": "unsure"}


@click.command("resolve")
@workspace_option
@click.option("--all", "everything", is_flag=True, help="Look at all parties again, not only at new and changed ones.")
def resolve_command(folder: Path, everything: bool) -> None:
    """Join the spellings of one organisation or person, across scripts; what is not sure waits for `dragoman review`.

    Each join is a decision with its score that can be undone: dragoman decisions, dragoman undo.

    \b
    Example:
      dragoman resolve -w my-expo
    """
    from dragoman.workspace import open_workspace
    from dragoman.workspace.resolving import Resolving

    with open_workspace(folder) as workspace:
        done = Resolving(workspace).run(TerminalProgress(), everything=everything)
    click.echo(
        f"{done.parties:,} entries of organisations and people, {done.fresh:,} new or changed; {done.judged:,} pairs compared"
    )
    click.echo(f"joined: {done.spellings:,} by spelling, {done.joined:,} by the names engine; taken back: {done.withdrawn:,}; "
               f"kept apart by their identifiers: {done.apart:,}")  # fmt: skip
    if done.waiting:
        click.echo(f"{done.waiting:,} pairs wait for a person: dragoman review -w {folder} --by NAME")


@click.command("review")
@workspace_option
@click.option("--limit", default=0, type=click.IntRange(0), help="Ask about so many pairs at most (0: all).")
@click.option("--by", default="", help="Your name; it is logged with each verdict.")
@click.option("--unsure", is_flag=True, help="Ask again about pairs that were left unsure.")
@click.option("--format", "form", type=click.Choice(["ask", "jsonl"]), default="ask", show_default=True,
              help="jsonl prints the queue and asks nothing.")  # fmt: skip
def review_command(folder: Path, limit: int, by: str, unsure: bool, form: str) -> None:
    """Look at the pairs that no rule could decide, side by side, likeliest first; one key decides.

    Keys: S same, D different, U unsure, Z undo the last one, L Latin spellings on or off, Q quit. Keys can be piped in.

    \b
    Example:
      dragoman review -w my-expo --by "A. Chen"
    """
    from dragoman.base.errors import UsageError
    from dragoman.workspace import open_workspace
    from dragoman.workspace.reviewing import Reviewing

    if form == "ask" and not by.strip():
        raise UsageError("verdicts are logged with a name", do="give --by NAME, or look with --format jsonl")
    with open_workspace(folder) as workspace:
        reviewing = Reviewing(workspace)
        if not reviewing.resolving.has_run():
            raise UsageError("nothing has been resolved here yet", do=f"dragoman resolve -w {folder}")
        waiting = reviewing.resolving.queue(unsure=unsure)
        asked = waiting[:limit] if limit else waiting
        if form == "jsonl":
            print_rows((q.row() for w in asked if (q := reviewing.question(w))), "jsonl")
            return
        workspace.store.must_be_writable()
        _ask(Session(reviewing, asked, by))


class Session:
    """One sitting: where it stands, what was decided in it."""

    def __init__(self, reviewing: Reviewing, asked: list[Waiting], by: str) -> None:
        self.reviewing, self.asked, self.by = reviewing, asked, by
        self.at, self.latin = 0, False
        self.made: list[tuple[int, Decision]] = []
        self.shown: Question | None = None

    def next(self) -> Question | None:
        """The pair to ask about, past those that an earlier verdict has joined or a retraction has ended; None at the end."""
        store = self.reviewing.store
        while self.at < len(self.asked):
            waiting = self.asked[self.at]
            if store.canonical(waiting.left) != store.canonical(waiting.right):
                self.shown = self.reviewing.question(waiting)
                if self.shown:
                    return self.shown
            self.at += 1
        return None

    def take(self, key: str) -> bool:
        """Do what a key asks for; False ends the sitting."""
        if key == "q":
            return False
        if key == "l":
            self.latin = not self.latin
        elif key == "z":
            self._undo()
        elif key in VERDICTS:
            self._decide(VERDICTS[key])
        return True

    def _decide(self, verdict: str) -> None:
        from dragoman.model.decision import Judgement

        question = self.shown
        assert question is not None  # noqa: S101 (a verdict follows a question)
        made = self.reviewing.decide(question.left.id, question.right.id, Judgement(verdict), self.by, "review")
        self.made.append((self.at, made))
        click.echo(f"{verdict}: {plain(question.left.caption)} / {plain(question.right.caption)}")
        _tell_parted(self.reviewing, made)
        self.at += 1

    def _undo(self) -> None:
        if not self.made:
            click.echo("nothing to undo in this sitting", err=True)
            return
        self.at, made = self.made.pop()
        self.reviewing.workspace.identity.undo(made, self.by, "review")
        click.echo("undone")


def _ask(session: Session) -> None:
    while True:
        question = session.next()
        if question:
            show(question, f"{session.at + 1} of {len(session.asked)}", latin=session.latin)
        elif not session.made:
            break
        click.echo(KEYS if question else "that was the last: [Z] undo  [Q]uit", err=True)
        key = _key()
        if (not question and key != "z") or not session.take(key):
            break
    left = len(session.asked) - session.at
    click.echo(f"{len(session.made)} decided, {left} left" if session.asked else "nothing waits for a person")


def _key() -> str:
    """The next key, from the terminal or piped; the end of the input quits."""
    if sys.stdin.isatty():
        return click.getchar().lower()
    while True:
        read = sys.stdin.read(1)
        if not read:
            return "q"
        if not read.isspace():
            return read.lower()


def _tell_parted(reviewing: Reviewing, made: Decision) -> None:
    if parted := reviewing.parted(made):
        click.echo(f"logged, but they stay apart: {parted.by} judged {' and '.join(i[:8] for i in parted.ids)} different "
                   f"({parted.note or 'no note'}; dragoman undo {parted.id[:12]})", err=True)  # fmt: skip


@click.command("decide")
@click.argument("left")
@click.argument("right")
@click.argument("verdict", type=click.Choice(["same", "different", "unsure"]))
@workspace_option
@click.option("--by", required=True, help="Your name.")
@click.option("--note", required=True, help="Why.")
@click.option("--undo", is_flag=True, help="Take this verdict back instead.")
def decide_command(left: str, right: str, verdict: str, folder: Path, by: str, note: str, undo: bool) -> None:
    """Say whether LEFT and RIGHT, names or ids, are one. A person's word goes before every rule's.

    \b
    Example:
      dragoman decide "Rosatom" "Росатом" same -w my-expo --by "A. Chen" --note "its own letterhead"
    """
    from dragoman.model.decision import Judgement
    from dragoman.workspace import open_workspace
    from dragoman.workspace.reviewing import Reviewing

    with open_workspace(folder) as workspace:
        reviewing = Reviewing(workspace)
        if undo:
            taken = reviewing.undo(left, right, Judgement(verdict), by, note)
            click.echo(f"undone: {left} / {right} {verdict} ({taken.undoes[:12]})")
            return
        made = reviewing.decide(left, right, Judgement(verdict), by, note)
        click.echo(f"{verdict}: {left} / {right}, by {by} ({made.id[:12]})")
        _tell_parted(reviewing, made)
