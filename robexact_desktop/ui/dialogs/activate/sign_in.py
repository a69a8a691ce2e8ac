"""A sign-in under way in the lane: the address it announces, the one that is pasted to it, and how it ended."""

import queue
from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from robexact_desktop.domain.changes import Changed
from robexact_desktop.domain.errors import RobExactError, SignInFailedError
from robexact_desktop.ui.shell import Shell
from robexact_desktop.ui.words import words

GIVEN_UP = "about:given-up"
"""No address of a consent: what waits for one ends with it, and nothing is stored."""


class PastedLines:
    """Lines as a text stream gives them, written on the main thread and awaited in another."""

    def __init__(self) -> None:
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self.given_up = False

    def write(self, line: str) -> None:
        self._lines.put(line)

    def give_up(self) -> None:
        self.given_up = True
        self._lines.put(GIVEN_UP)
        self._lines.put(None)

    def __iter__(self) -> Iterator[str]:
        while (line := self._lines.get()) is not None:
            yield line


class SignIn(QObject):
    """One attempt. The address is told by a signal, since it comes from the lane's thread."""

    announced = Signal(str)
    connected = Signal(object)  # tuple[Division, ...]
    failed = Signal(object)  # RobExactError

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._lines = PastedLines()
        self._over = False

    def begin(self) -> None:
        self._shell.errand(
            words("activate.job"),
            self._run,
            changes=Changed.CONNECTION | Changed.SETTINGS,
            then=self._on_connected,
            otherwise=self._on_failed,
        )

    def paste(self, address: str) -> None:
        self._lines.write(address)

    def give_up(self) -> None:
        """Nothing is stored; the lane is free after a moment."""
        if not self._over:
            self._over = True
            self._lines.give_up()

    def _run(self) -> object:
        if self._lines.given_up:
            raise SignInFailedError(reason="silence")
        assert self._shell.desk is not None
        return self._shell.desk.connect(self.announced.emit, self._lines)

    def _on_connected(self, divisions: object) -> None:
        given_up, self._over = self._over, True
        self._lines.give_up()
        if not given_up:
            self.connected.emit(divisions)

    def _on_failed(self, error: RobExactError) -> None:
        given_up, self._over = self._over, True
        self._lines.give_up()
        if not given_up:
            self.failed.emit(error)
