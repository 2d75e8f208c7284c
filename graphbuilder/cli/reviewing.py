"""The review: one pair after the other on a plain terminal, answered by single keys. Decides nothing itself."""

import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from graphbuilder.cli.console import out, show_table
from graphbuilder.errors import JudgementError
from graphbuilder.pipeline.closest import Pair
from graphbuilder.pipeline.judging import merge, split, undo
from graphbuilder.workspace.log import Workspace

KEYS = "y = one, n = two, s = skip, u = undo, q = quit"
_ONE = {"person": "one person", "organization": "one organisation", "place": "one place"}
_TWO = {"person": "two people", "organization": "two organisations", "place": "two places"}
YES, NO, SKIP, UNDO, QUIT = "ynsuq"
_END = "\x04"
_STOP = "\x03"


def review(workspace: Workspace, pairs: Sequence[Pair]) -> int:
    """Show the pairs and act on the keys; return how many judgements stand at the end."""
    if not pairs:
        out.print("no pair is left to decide")
        return 0
    made: list[tuple[int, int]] = []
    place = 0
    with _single_keys():
        while place < len(pairs):
            _show(pairs[place], place, len(pairs))
            key = _key()
            if key in {QUIT, _END, _STOP, ""}:
                break
            if key in {YES, NO}:
                number = _judge(workspace, pairs[place], one=key == YES)
                if number is not None:
                    made.append((number, place))
                place += 1
            elif key == SKIP:
                place += 1
            elif key == UNDO and made:
                number, place = made.pop()
                undo(workspace, "entity", number)
                out.print(f"judgement {number} taken back")
            else:
                out.print("nothing to take back" if key == UNDO else KEYS)
    return len(made)


def _judge(workspace: Workspace, pair: Pair, *, one: bool) -> int | None:
    """Keep the judgement; return its number, None where it contradicts an earlier one or is settled by it."""
    try:
        if one:
            number = merge(workspace, "entity", pair.left, pair.right).number
        else:
            number = split(workspace, "entity", pair.left, [pair.right])[0].number
    except JudgementError as error:
        out.print(f"left as it is: {error}", soft_wrap=True)
        return None
    out.print(_ONE[pair.kind] if one else _TWO[pair.kind])
    return number


def _show(pair: Pair, place: int, total: int) -> None:
    out.print()
    out.print(
        f"[{place + 1}/{total}] {pair.left_name} ({pair.left})  ?  {pair.right_name} ({pair.right})   score {pair.score}",
        soft_wrap=True,
    )
    for mention in (pair.left_mention, pair.right_mention):
        out.print(f"  {mention.published} {mention.sentence}", soft_wrap=True)
    rows = [(feature.name, feature.score, feature.sentence) for feature in pair.features if feature.score]
    show_table("", ("feature", "score", "says"), rows)
    out.print(KEYS)


def _key() -> str:
    """Return the next key, in lower case; empty at the end of the input. Line ends are passed over."""
    while (key := sys.stdin.read(1)) in {"\n", "\r", " "}:
        continue
    return key.lower()


@contextmanager
def _single_keys() -> Iterator[None]:
    """Let keys count without Return, where the input is a terminal that can; a byte of no text is a key of no meaning."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    try:
        import termios  # noqa: PLC0415 - there is none on Windows
        import tty  # noqa: PLC0415

        number = sys.stdin.fileno()
        before = termios.tcgetattr(number)
    except (ImportError, OSError, ValueError, termios.error):
        yield
        return
    try:
        tty.setcbreak(number)
        yield
    finally:
        termios.tcsetattr(number, termios.TCSADRAIN, before)
