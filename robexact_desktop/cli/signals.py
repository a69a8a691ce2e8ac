"""SIGINT and SIGTERM end a command after the present call, with everything recorded."""

import signal
from types import FrameType


class Interruption:
    """Whether somebody asked to stop. Jobs ask between two calls; a second SIGINT does not cut a call either."""

    def __init__(self) -> None:
        self._asked = False

    def asked(self) -> bool:
        return self._asked

    def listen(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - its signature
        self._asked = True
