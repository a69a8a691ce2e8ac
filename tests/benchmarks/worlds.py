"""Worlds without pytest: the same firm, the same command line."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from world import World, plant, world

FREE = {"calls_a_minute": 100_000, "calls_a_second": 10_000, "per_day": 100_000}
"""Limits that no measure meets: pace has its own."""


@dataclass(frozen=True)
class Shown:
    out: str
    err: str


class Capture:
    """What pytest's capsys does, while it is entered."""

    def __init__(self) -> None:
        self._out, self._err = StringIO(), StringIO()

    def readouterr(self) -> Shown:
        shown = Shown(self._out.getvalue(), self._err.getvalue())
        for stream in (self._out, self._err):
            stream.seek(0)
            stream.truncate()
        return shown

    @contextmanager
    def taking(self) -> Iterator[None]:
        with redirect_stdout(self._out), redirect_stderr(self._err):
            yield


@contextmanager
def free_world() -> Iterator[World]:
    """A world of its own in a folder that goes with it. Its key store is named in the environment of this process."""
    with tempfile.TemporaryDirectory() as name:
        folder, capture = Path(name), Capture()
        tests = str(Path(__file__).resolve().parents[1])
        os.environ |= {
            "PYTHON_KEYRING_BACKEND": "file_keyring.FileKeyring",
            "ROBEXACT_TEST_KEYRING": str(folder / "keyring.json"),
            "PYTHONPATH": tests,
        }
        with capture.taking(), world(folder, plant(folder / "planted"), capture, **FREE) as made:
            yield made
