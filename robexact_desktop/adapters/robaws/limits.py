"""Robaws' limits: 15 calls a second, and a number a day that all integrations of a customer share (facts: robaws 1)."""

from collections import deque
from collections.abc import Callable, Mapping
from datetime import timedelta

from robexact_desktop.domain.errors import LimitSpentError, Service
from robexact_desktop.services.ports import Clock

A_SECOND = 15
SECOND = 1.0


class RobawsPace:
    """Waits where a second is full; refuses where the day is. A missing header is unknown, never zero.

    A tenant may have been given more than 15: what an answer says is left, with the calls of that second, shows it.
    """

    def __init__(self, clock: Clock, monotonic: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._clock = clock
        self._monotonic = monotonic
        self._sleep = sleep
        self._recent: deque[float] = deque()  # starts of the calls of the last second
        self._allowed = A_SECOND
        self._closed_until = 0.0
        self._day_closed_until: float | None = None
        self._until = ""

    def wait(self) -> None:
        """Raises LimitSpentError while the day is spent."""
        if self._day_closed_until is not None and self._monotonic() < self._day_closed_until:
            raise LimitSpentError(service=Service.ROBAWS, until=self._until)
        while (moment := max(self._next_free(), self._closed_until)) > (now := self._monotonic()):
            self._sleep(moment - now)
        self._recent.append(self._monotonic())

    def _next_free(self) -> float:
        """When the second has room for one more."""
        if self._in_this_second(self._monotonic()) < self._allowed:
            return 0.0
        return self._recent[-self._allowed] + SECOND

    def _in_this_second(self, now: float) -> int:
        while self._recent and self._recent[0] <= now - SECOND:
            self._recent.popleft()
        return len(self._recent)

    def told(self, status: int, headers: Mapping[str, str]) -> None:
        now = self._monotonic()
        remaining = _whole(headers, "x-ratelimit-remaining")
        if status == 429 or remaining == 0:
            self._closed_until = now + SECOND
        elif remaining is not None:
            self._allowed = max(A_SECOND, remaining + self._in_this_second(now))
        daily = _whole(headers, "x-ratelimit-daily-remaining")
        if daily is None:
            return
        seconds = _whole(headers, "x-ratelimit-daily-reset") or 3600
        self._day_closed_until = now + seconds if daily <= 0 else None
        self._until = (self._clock() + timedelta(seconds=seconds)).isoformat(timespec="seconds")


def _whole(headers: Mapping[str, str], name: str) -> int | None:
    try:
        return int(headers[name])
    except (KeyError, ValueError):
        return None
