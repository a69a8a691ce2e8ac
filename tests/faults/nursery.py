"""A process that has the program loaded and forks a real process for each command line: a start costs 30 ms, not two
seconds. Run as a script it is the nursery; imported, `Nursery` starts one and speaks with it.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO


@dataclass(frozen=True)
class Ended:
    """How a process ended. `code` is minus the number of the signal that killed it."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out, parse_float=str)


class Nursery:
    """Close it: it is a process."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self._folder = folder
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **environment},
        )

    def start(self, arguments: Sequence[str], crash: Sequence[str] = ()) -> int:
        """The process id of the program at work; `crash` names a fault of crash.py and its values."""
        return int(self._asked({"arguments": [*arguments], "crash": [*crash], "folder": str(self._folder)}))

    def wait(self, process: int) -> Ended:
        code = int(self._asked({"wait": process}))
        out, err = ((self._folder / f"{process}.{name}").read_text("utf-8") for name in ("out", "err"))
        return Ended(code, out, err)

    def close(self) -> None:
        self._process.communicate(timeout=60)

    def _asked(self, question: Mapping[str, Any]) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline()


def main(questions: TextIO, answers: TextIO) -> None:
    import robexact_desktop.cli

    assert robexact_desktop.cli  # loaded once, for all the children
    for line in questions:
        question = json.loads(line)
        if process := question.get("wait"):
            _, status = os.waitpid(process, 0)
            answer = os.waitstatus_to_exitcode(status)
        else:
            answer = os.fork()
            if answer == 0:
                _be_the_program(**question)
        answers.write(f"{answer}\n")
        answers.flush()


def _be_the_program(arguments: list[str], crash: list[str], folder: str) -> None:
    """Never returns. Own files in place of the nursery's pipes, so that a killed one leaves what it said."""
    code = 70
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        nothing = os.open(os.devnull, os.O_RDONLY)
        said = [os.open(f"{folder}/{os.getpid()}.{name}", flags, 0o600) for name in ("out", "err")]
        for at, handle in enumerate((nothing, *said)):
            os.dup2(handle, at)
        if crash:
            import crash as crashes

            getattr(crashes, crash[0])(*crash[1:])
        from robexact_desktop.cli import main as program

        code = int(program(arguments))
    finally:
        if error := sys.exception():
            sys.excepthook(type(error), error, error.__traceback__)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main(sys.stdin, sys.stdout)
