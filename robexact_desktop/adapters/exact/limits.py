"""Exact's limits, as its headers state them: calls a minute, calls a day, errors an hour (facts: exact-online 2).

Times are seconds of a monotonic clock. Exact states resets as moments of its own clock, so its `Date` header is
compared with ours: a desktop whose clock is an hour off still waits as long as it must and no longer.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from robexact_desktop.domain.answers import Budget
from robexact_desktop.domain.errors import LimitSpentError, RefusedError, Service

PER_MINUTE = 60
"""Until a header says otherwise."""

MINUTE = 60.0
ERRORS_THAT_COUNT = frozenset({400, 401, 403, 404})
ERRORS_AN_HOUR = 6
"""Exact blocks a key at ten a resource and hour, longer each time; a production gateway stops at six."""

HOUR = 3600.0


class Pace:
    """Lets a call through when Exact's limits allow it.

    Calls are spread evenly over the minute; after slow ones it may catch up by a tenth of the minute's limit, never by
    more calls than are left. A header that is missing is unknown, never zero (picqer #646: a minutely 429 has no daily
    headers).
    """

    def __init__(self, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._clock = clock
        self._sleep = sleep
        self._limit = PER_MINUTE
        self._recent: deque[float] = deque()  # starts of the calls of the last minute
        self._next_even = 0.0
        self._closed_until = 0.0
        self._day_closed_until: float | None = None
        self._server_ahead: float | None = None  # seconds since 1970 of Exact's clock minus our monotonic clock
        self._budget = Budget()

    @property
    def budget(self) -> Budget:
        """What Exact last stated of the day."""
        return self._budget

    def check_day(self) -> None:
        """Raises LimitSpentError while the day is spent; costs no time."""
        if self._day_closed_until is None:
            return
        if self._clock() < self._day_closed_until:
            raise LimitSpentError(service=Service.EXACT, until=self._as_text(self._day_closed_until))
        self._day_closed_until = None

    def until_open(self) -> None:
        """Wait until a call may go, without taking its turn. Raises LimitSpentError."""
        self.check_day()
        while (moment := self._earliest()) > (now := self._clock()):
            self._sleep(moment - now)

    def wait(self) -> None:
        """Wait for the turn of the next call and take it. Raises LimitSpentError."""
        self.until_open()
        now = self._clock()
        self._recent.append(now)
        interval = MINUTE / self._limit
        self._next_even = max(self._next_even, now - self._catch_up()) + interval

    def told(self, status: int, headers: Mapping[str, str]) -> None:
        """Take in what an answer states; after a 429 nothing is let through before the stated reset."""
        now = self._clock()
        self._compare_clocks(headers, now)
        self._limit = _whole(headers, "x-ratelimit-minutely-limit") or self._limit
        self._told_of_the_minute(status, headers, now)
        self._told_of_the_day(headers, now)

    def _earliest(self) -> float:
        now = self._clock()
        while self._recent and self._recent[0] <= now - MINUTE:
            self._recent.popleft()
        full = len(self._recent) >= self._limit
        window_opens = self._recent[len(self._recent) - self._limit] + MINUTE if full else 0.0
        return max(self._next_even, window_opens, self._closed_until)

    def _catch_up(self) -> float:
        return (self._limit // 10) * MINUTE / self._limit

    def _told_of_the_minute(self, status: int, headers: Mapping[str, str], now: float) -> None:
        remaining = _whole(headers, "x-ratelimit-minutely-remaining")
        reset = self._moment(headers, "x-ratelimit-minutely-reset")
        if status == 429 and (reset is None or reset <= now):
            reset = now + MINUTE  # it cannot be over: this minute is full
        if status == 429 or remaining == 0:
            opens = now + MINUTE if reset is None else min(reset, now + MINUTE + 1)
            self._closed_until = max(self._closed_until, opens)

    def _told_of_the_day(self, headers: Mapping[str, str], now: float) -> None:
        remaining = _whole(headers, "x-ratelimit-remaining")
        if remaining is None:
            return
        limit = _whole(headers, "x-ratelimit-limit")
        self._budget = Budget(remaining, limit if limit is not None else self._budget.limit_today)
        reset = self._moment(headers, "x-ratelimit-reset")
        opens = now + HOUR if reset is None else max(reset, now + MINUTE)
        self._day_closed_until = opens if remaining == 0 else None

    def _compare_clocks(self, headers: Mapping[str, str], now: float) -> None:
        """`Date` is cut to whole seconds: the largest difference seen is the closest to the truth."""
        try:
            ahead = parsedate_to_datetime(headers["date"]).timestamp() - now
        except (KeyError, ValueError):
            return
        self._server_ahead = ahead if self._server_ahead is None else max(self._server_ahead, ahead)

    def _moment(self, headers: Mapping[str, str], name: str) -> float | None:
        stated = _whole(headers, name)
        if stated is None:
            return None
        ahead = self._server_ahead if self._server_ahead is not None else _wall() - self._clock()
        return stated / 1000 - ahead

    def _as_text(self, moment: float) -> str:
        ahead = self._server_ahead if self._server_ahead is not None else _wall() - self._clock()
        return datetime.fromtimestamp(moment + ahead, UTC).isoformat(timespec="seconds")


class ErrorCount:
    """Refused calls per resource in a rolling hour; at six the resource is left alone."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._errors: defaultdict[str, deque[float]] = defaultdict(deque)
        self._last: dict[str, str] = {}

    def check(self, resource: str) -> None:
        """Raises RefusedError with the refusal that filled the hour."""
        errors = self._errors[resource]
        while errors and errors[0] <= self._clock() - HOUR:
            errors.popleft()
        if len(errors) >= ERRORS_AN_HOUR:
            raise RefusedError(
                service=Service.EXACT, resource=resource, status="error_velocity", message=self._last[resource]
            )

    def told(self, resource: str, status: int, message: str) -> None:
        if status in ERRORS_THAT_COUNT:
            self._errors[resource].append(self._clock())
            self._last[resource] = message


def _whole(headers: Mapping[str, str], name: str) -> int | None:
    try:
        return int(headers[name])
    except (KeyError, ValueError):
        return None


def _wall() -> float:
    """Only where Exact sends no `Date`."""
    return datetime.now(UTC).timestamp()
