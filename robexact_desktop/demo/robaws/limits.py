"""Fifteen calls a second, ten thousand a day; one counter a day for each database mode."""

import math
from collections import deque
from collections.abc import Callable
from datetime import date, datetime, timedelta
from threading import Lock

from robexact_desktop.demo.robaws.errors import Refused

SECOND = timedelta(seconds=1)
MODES = ("live", "replica")


class Budget:
    """What the tenant may still ask. The counter per second is shared by both modes, the one per day is not."""

    def __init__(self, per_second: int, per_day: int, clock: Callable[[], datetime]) -> None:
        self.per_second = per_second
        self.per_day = per_day
        self._clock = clock
        self._lock = Lock()
        self._recent: deque[datetime] = deque()
        self._day = date.min
        self._spent = dict.fromkeys(MODES, 0)

    def spend(self, mode: str) -> dict[str, str]:
        """Take one call; the headers that its answer carries. Raises the 429 when nothing is left."""
        with self._lock:
            now = self._clock()
            self._forget_the_past(now)
            if self._spent[mode] >= self.per_day or len(self._recent) >= self.per_second:
                raise Refused(429, "Rate limit exceeded", self._headers(mode, now))
            self._recent.append(now)
            self._spent[mode] += 1
            return self._headers(mode, now)

    def _forget_the_past(self, now: datetime) -> None:
        while self._recent and now - self._recent[0] >= SECOND:
            self._recent.popleft()
        if now.date() != self._day:
            self._day = now.date()
            self._spent = dict.fromkeys(MODES, 0)

    def _headers(self, mode: str, now: datetime) -> dict[str, str]:
        midnight = datetime.combine(now.date() + timedelta(days=1), datetime.min.time(), now.tzinfo)
        return {
            "X-RateLimit-Remaining": str(max(0, self.per_second - len(self._recent))),
            "X-RateLimit-Daily-Limit": str(self.per_day),
            "X-RateLimit-Daily-Remaining": str(max(0, self.per_day - self._spent[mode])),
            "X-RateLimit-Daily-Reset": str(math.ceil((midnight - now).total_seconds())),
        }
