"""Exact's limits, by the injected clock: calls a minute and a day per administration, and errors an hour.

Kept in memory: a restarted demo starts counting anew.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from robexact_desktop.demo.exact.errors import Refused

ERRORS_PER_HOUR: Final = 10
COUNTED_ERRORS: Final = {400, 401, 403, 404}
BLOCK: Final = timedelta(hours=1)
BLOCKED: Final = "BlockedApiKey"

Headers = dict[str, str]


class Limits:
    def __init__(self, per_minute: int, per_day: int, clock: Callable[[], datetime]) -> None:
        self.per_minute = per_minute
        self.per_day = per_day
        self._clock = clock
        self._minutes: dict[tuple[int, int], int] = defaultdict(int)
        self._days: dict[tuple[int, int], int] = defaultdict(int)
        self._errors: dict[tuple[int, str], list[datetime]] = defaultdict(list)
        self._blocked: dict[tuple[int, str], datetime] = {}

    def count(self, division: int) -> Headers:
        """One call more; Refused with 429 where there is none left. Refused calls do not count further."""
        minute, day = self._windows()
        if self._days[division, day] >= self.per_day:
            raise Refused(429, "Too Many Requests", self._day_headers(division))
        if self._minutes[division, minute] >= self.per_minute:
            raise Refused(429, "Too Many Requests", self._minute_headers(division))
        self._days[division, day] += 1
        self._minutes[division, minute] += 1
        return self.headers(division)

    def headers(self, division: int) -> Headers:
        return self._day_headers(division) | self._minute_headers(division)

    def check_block(self, division: int, endpoint: str) -> None:
        """Ten errors an hour on an endpoint block it for an hour (maesn, invantive 1040).

        What Exact answers then was not found: a 403 here. Facts speak of a block of the key that grows with
        repetition; here it is the endpoint that is blocked, for one hour.
        """
        until = self._blocked.get((division, endpoint))
        if until is not None and self._clock() < until:
            raise Refused(403, "Forbidden - Error velocity limit exceeded", {"Reason": BLOCKED})

    def count_error(self, division: int, endpoint: str, status: int) -> None:
        if status not in COUNTED_ERRORS:
            return
        now = self._clock()
        recent = [at for at in self._errors[division, endpoint] if now - at < BLOCK]
        recent.append(now)
        self._errors[division, endpoint] = recent
        if len(recent) >= ERRORS_PER_HOUR:
            self._blocked[division, endpoint] = now + BLOCK
            self._errors[division, endpoint] = []

    def forget_errors(self) -> None:
        """For tests that mean to be refused more than ten times."""
        self._errors.clear()
        self._blocked.clear()

    def _windows(self) -> tuple[int, int]:
        seconds = int(self._clock().timestamp())
        return seconds // 60, seconds // 86_400

    def _minute_headers(self, division: int) -> Headers:
        minute, _ = self._windows()
        return {
            "X-RateLimit-Minutely-Limit": str(self.per_minute),
            "X-RateLimit-Minutely-Remaining": str(self.per_minute - self._minutes[division, minute]),
            "X-RateLimit-Minutely-Reset": str((minute + 1) * 60_000),
        }

    def _day_headers(self, division: int) -> Headers:
        """The day ends at midnight UTC."""
        _, day = self._windows()
        return {
            "X-RateLimit-Limit": str(self.per_day),
            "X-RateLimit-Remaining": str(self.per_day - self._days[division, day]),
            "X-RateLimit-Reset": str((day + 1) * 86_400_000),
        }
