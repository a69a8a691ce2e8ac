"""The pace on a simulated clock, against a service that counts for itself."""

from collections.abc import Mapping
from email.utils import formatdate
from random import Random

import pytest

from robexact_desktop.adapters.exact.limits import ErrorCount, Pace
from robexact_desktop.domain.answers import Budget
from robexact_desktop.domain.errors import LimitSpentError, RefusedError

EPOCH = 1_790_000_000.0
"""What the service's clock says when ours says 0; a desktop may be off by any amount."""


class World:
    """Time, and a service with fixed minutes: `per_minute` calls in each, then 429."""

    def __init__(self, per_minute: int, *, states_it: bool = True, per_day: int = 10**9) -> None:
        self.now = 0.0
        self.per_minute = per_minute
        self.states_it = states_it
        self.day_left = per_day
        self.counted: dict[int, int] = {}
        self.refused = 0

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds

    def call(self, latency: float) -> tuple[int, Mapping[str, str]]:
        self.now += latency / 2
        server = EPOCH + self.now
        minute = int(server // 60)
        used = self.counted.get(minute, 0)
        status = 429 if used >= self.per_minute else 200
        self.refused += status == 429
        if status == 200:
            self.counted[minute] = used + 1
            self.day_left -= 1
        self.now += latency / 2
        headers = {"date": formatdate(server, usegmt=True)}
        if self.states_it:
            headers |= {
                "x-ratelimit-minutely-limit": str(self.per_minute),
                "x-ratelimit-minutely-remaining": str(self.per_minute - self.counted.get(minute, 0)),
                "x-ratelimit-minutely-reset": str((minute + 1) * 60_000),
            }
            if status == 200:
                headers |= {"x-ratelimit-remaining": str(self.day_left), "x-ratelimit-limit": "5000"}
        return status, headers


def run(world: World, minutes: int, latency: float) -> int:
    pace = Pace(world.clock, world.sleep)
    dice = Random(7)
    while world.now < minutes * 60:
        pace.wait()
        pace.told(*world.call(latency * dice.uniform(0.5, 1.5)))
    return sum(world.counted.values())


@pytest.mark.parametrize("per_minute", [30, 60, 600])
def test_at_least_98_percent_of_the_limit_is_kept_without_a_429(per_minute: int) -> None:
    world = World(per_minute)
    done = run(world, 60, latency=0.4 * 60 / per_minute)
    assert done >= 0.98 * 60 * per_minute
    assert world.refused == 0


def test_without_headers_sixty_a_minute_are_kept_and_never_exceeded() -> None:
    world = World(60, states_it=False)
    assert run(world, 60, latency=0.3) >= 0.98 * 60 * 60
    assert world.refused == 0


def test_calls_are_spread_over_the_minute() -> None:
    world = World(60)
    assert run(world, 1, latency=0.1) <= 66
    assert max(world.counted.values()) <= 60


def test_a_slow_call_is_caught_up_with() -> None:
    world = World(60)
    pace = Pace(world.clock, world.sleep)
    world.now = 100
    pace.wait()
    world.now += 4
    starts = []
    for _ in range(6):
        pace.wait()
        starts.append(world.now)
    assert starts[0] == 104
    assert starts[-1] < 106


def test_no_call_goes_before_the_reset_that_a_429_states() -> None:
    world = World(60)
    pace = Pace(world.clock, world.sleep)
    pace.wait()
    reset = (int(EPOCH) // 60 + 1) * 60
    told = {"date": formatdate(EPOCH, usegmt=True), "x-ratelimit-minutely-reset": str(reset * 1000)}
    pace.told(429, told)
    pace.wait()
    assert world.now >= reset - EPOCH


def test_a_429_that_states_nothing_waits_a_minute() -> None:
    world = World(60)
    pace = Pace(world.clock, world.sleep)
    pace.told(429, {})
    pace.wait()
    assert world.now >= 60


def test_a_spent_day_is_told_and_nothing_waits_for_it() -> None:
    world = World(60)
    pace = Pace(world.clock, world.sleep)
    headers = {"date": formatdate(EPOCH, usegmt=True), "x-ratelimit-remaining": "0", "x-ratelimit-limit": "5000"}
    pace.told(200, {**headers, "x-ratelimit-reset": str(int(EPOCH + 7200) * 1000)})
    with pytest.raises(LimitSpentError) as caught:
        pace.wait()
    assert caught.value.facts["until"].startswith("2026-09-21T")
    assert world.now == 0
    world.now = 7201
    pace.wait()
    assert pace.budget == Budget(0, 5000)


def test_a_missing_header_is_unknown_and_not_zero() -> None:
    world = World(60)
    pace = Pace(world.clock, world.sleep)
    assert pace.budget == Budget(None, None)
    pace.told(429, {"x-ratelimit-minutely-limit": "60", "x-ratelimit-minutely-reset": "0"})
    assert pace.budget.remaining_today is None


def test_six_refusals_in_an_hour_close_a_resource_and_no_other() -> None:
    world = World(60)
    errors = ErrorCount(world.clock)
    for status in (400, 401, 403, 404, 400, 500, 429):
        errors.told("vat/VATCodes", status, "Geen rechten")
    errors.check("vat/VATCodes")
    errors.told("vat/VATCodes", 403, "Geen rechten")
    errors.check("financial/Journals")
    with pytest.raises(RefusedError) as caught:
        errors.check("vat/VATCodes")
    assert caught.value.facts["message"] == "Geen rechten"
    world.now = 3600.5
    errors.check("vat/VATCodes")
