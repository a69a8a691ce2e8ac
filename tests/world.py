"""The imaginary firm on real sockets, and the program as a person or a scheduler runs it: by its command line.

`World` keeps both services in the test's process, so that a test can look at what they hold and count what arrived.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from robexact_desktop.cli import main
from robexact_desktop.demo import running

TODAY = date(2026, 11, 24)
ENVIRONMENT = "Bouwwerken Peeters"
DATA = "data"
AMPLE = {"calls_a_minute": 100_000, "calls_a_second": 10_000, "per_day": 100_000}
"""Limits that no test meets by accident."""


def clock() -> datetime:
    """The services' clock: the day of the firm's books, the time of this machine (tokens and limits run on it)."""
    now = datetime.now(UTC)
    return datetime.combine(TODAY, now.timetz())


@dataclass(frozen=True)
class Ran:
    """What a command came to. `document` is the one JSON document on stdout."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out, parse_float=str)


@dataclass
class World:
    """One firm, one data folder."""

    demo: running.Demo
    folder: Path
    key_store: Path
    extra: dict[str, str] = field(default_factory=dict)

    # the program

    def run(self, *arguments: str) -> Ran:
        """In this process: quick, and coverage sees it."""
        out, err = StringIO(), StringIO()
        with pytest.MonkeyPatch.context() as patched, redirect_stdout(out), redirect_stderr(err):
            for name, value in self.variables.items():
                patched.setenv(name, value)
            code = main(["--data-dir", str(self.folder), *arguments])
        return Ran(int(code), out.getvalue(), err.getvalue())

    def json(self, *arguments: str, code: int = 0) -> Any:
        """The document of a command that must end with this code."""
        ran = self.run(*arguments, "--json")
        assert ran.code == code, f"{arguments}: {ran.code}\n{ran.err}\n{ran.out}"
        return ran.document

    def start(self, *arguments: str, program: tuple[str, ...] = ("-m", "robexact_desktop")) -> "subprocess.Popen[str]":
        """As a process of its own: for what is killed, interrupted, or runs beside another."""
        return subprocess.Popen(
            [sys.executable, *program, "--data-dir", str(self.folder), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **self.variables},
        )

    @property
    def variables(self) -> dict[str, str]:
        """A key store of its own for each world, for its processes too."""
        own = {
            "PYTHON_KEYRING_BACKEND": "file_keyring.FileKeyring",
            "ROBEXACT_TEST_KEYRING": str(self.key_store),
            "PYTHONPATH": str(Path(__file__).parent),
        }
        return {**own, **self.extra}

    # what a person does first

    def settings(self, **tables: Mapping[str, Any]) -> None:
        """Import the firm's settings with their secrets; `tables` are laid over them."""
        ran = self.run("settings", "import", str(self.settings_file(**tables)))
        assert ran.code == 0, ran.err

    def settings_file(self, **tables: Mapping[str, Any]) -> Path:
        """What `settings` imports, as a person would have typed it."""
        tree: dict[str, Any] = dict(self.demo.settings())
        for name, value in running.SECRETS.items():
            table, _, key = name.partition(".")
            tree[table] = {**tree[table], key: value}
        for name, table_ in tables.items():
            before = tree.get(name, {})
            tree[name] = {**before, **table_}
        return self._written(tree)

    def settings_of(self, tree: Mapping[str, Any]) -> None:
        """Import these settings alone; they are merged key by key."""
        ran = self.run("settings", "import", str(self._written({"environment": ENVIRONMENT, **tree})))
        assert ran.code == 0, ran.err

    def _written(self, tree: Mapping[str, Any]) -> Path:
        path = self.folder / "settings.toml"
        path.write_text(toml(tree), "utf-8")
        return path

    def sign_in(self) -> Any:
        """`connect --no-browser` as a process: read the address, agree in the browser, paste where it ended."""
        process = self.start("connect", "--no-browser", "--json")
        assert process.stdin is not None
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        process.stdin.write(self.demo.consent(address) + "\n")
        process.stdin.flush()
        out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err
        return json.loads(out)

    # what the services hold

    @property
    def division(self) -> int:
        return self.demo.firm.divisions[0]

    def entries(self, kind: str) -> list[dict[str, Any]]:
        """Exact's bookings of this firm with their lines."""
        return self.demo.exact.state.entries(self.division, kind)

    def robaws(self, invoice: str) -> Any:
        """An invoice as Robaws holds it: `sales/12`."""
        kind, _, key = invoice.partition("/")
        return self.demo.robaws.state.get(f"{kind}-invoices" if kind == "sales" else "purchase-invoices", key)

    def posts(self, resource: str | None = None) -> list[Any]:
        """What arrived at Exact to be made, in order."""
        return [
            record
            for record in self.demo.exact.log
            if record.method == "POST" and "/api/v1/" in record.path and resource in (None, record.resource)
        ]


def toml(tree: Mapping[str, Any]) -> str:
    import tomlkit

    return tomlkit.dumps(tree)


@contextmanager
def world(folder: Path, template: Path, **switches: Any) -> Iterator[World]:
    """A world on a copy of a template: the services' file, and where it has them the program's data and secrets."""
    copytree(template, folder)
    data = folder / DATA
    data.mkdir(exist_ok=True)
    demo = running.start(folder, clock, **{**AMPLE, **switches})
    try:
        yield World(demo, data, folder / "keyring.json")
    finally:
        demo.close()


def plant(folder: Path) -> Path:
    """The firm's services, planted once; worlds are made from copies of the folder."""
    running.start(folder, clock).close()
    return folder
