"""stdout holds one JSON document or plain rows; all else goes to stderr."""

import io
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import simplejson

from robexact_desktop.services.ports import Progress
from robexact_desktop.texts import Language, progress_name, sentence


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


def tell(line: str) -> None:
    """A line on stderr."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


@contextmanager
def progress_on_stderr(language: Language) -> Iterator[Progress]:
    """A live bar where stderr is a terminal, else a line for each named step; names are the user's words."""
    if not sys.stderr.isatty():
        yield _Lines(language)
        return
    with _live(language) as show:
        yield show


class _Lines:
    """Names and counts, a line when the name changes: a scheduler's log stays readable."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._name = ""

    def __call__(self, name: str, done: int, total: int | None) -> None:
        if name == self._name:
            return
        self._name = name
        key = "progress.line_open" if total is None else "progress.line"
        tell(sentence(key, self._language, name=progress_name(name, self._language), done=done, total=total))


@contextmanager
def _live(language: Language) -> Iterator[Progress]:
    """Built by rich, imported only where somebody looks; gone from the terminal when the command ends."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(name: str, done: int, total: int | None) -> None:
            bar.update(task, description=progress_name(name, language), completed=done, total=total)

        yield show
