"""stdout holds one JSON document or plain rows; all else goes to stderr."""

import io
import sys
from collections.abc import Mapping, Sequence

import simplejson

from robexact_desktop.services.ports import Progress


def write_utf8() -> None:
    """Whatever the console's code page: a name that it lacks must not end a command. A half surrogate pair, which
    UTF-8 lacks too, is written as JSON writes it.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def print_json(document: object) -> None:
    """One document, amounts digit for digit."""
    sys.stdout.write(simplejson.dumps(document, use_decimal=True, ensure_ascii=False, indent=1) + "\n")
    sys.stdout.flush()


def print_rows(rows: Sequence[Mapping[str, object]]) -> None:
    """The same values for a person: columns, one row a line."""
    for row in rows:
        sys.stdout.write("  ".join(_plain(value) for value in row.values()) + "\n")
    sys.stdout.flush()


def _plain(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "-"
    return str(value)


def print_line(line: str) -> None:
    """A line on stdout, at once: somebody watches."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def tell(sentence: str) -> None:
    """A line on stderr."""
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()


def progress_on_stderr() -> Progress:
    """A live bar where stderr is a terminal, else a line for each named step."""
    return _live() if sys.stderr.isatty() else _Lines()


class _Lines:
    """Names and counts, a line when the name changes: a scheduler's log stays readable."""

    def __init__(self) -> None:
        self._name = ""

    def __call__(self, name: str, done: int, total: int | None) -> None:
        if name != self._name:
            self._name = name
            tell(f"{done}/{total if total is not None else '?'} {name}")


def _live() -> Progress:
    """Built by rich, imported only where somebody looks."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    bar = Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    bar.start()
    task = bar.add_task("", total=None)

    def show(name: str, done: int, total: int | None) -> None:
        bar.update(task, description=name, completed=done, total=total)
        if total is not None and done >= total:
            bar.stop()

    return show
