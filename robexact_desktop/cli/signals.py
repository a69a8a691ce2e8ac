"""SIGINT and SIGTERM end a command after the present call, with everything recorded."""

import signal
from types import FrameType, TracebackType
from typing import Any, Self


class Interruption:
    """Whether somebody asked to stop. Jobs ask between two calls; a second SIGINT does not cut a call either."""

    def __init__(self) -> None:
        self._asked = False
        self._before: dict[signal.Signals, Any] = {}

    def asked(self) -> bool:
        return self._asked

    def __enter__(self) -> Self:
        for number in (signal.SIGINT, signal.SIGTERM):
            self._before[number] = signal.signal(number, self._on_signal)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - its signature
        self._asked = True
