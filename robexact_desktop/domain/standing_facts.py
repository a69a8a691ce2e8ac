"""What the status bar states beside the lights: when everything was fetched last, and what is left of the day."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Fetched:
    """The end of the last import in which nothing failed."""

    at: datetime


@dataclass(frozen=True, slots=True)
class CallsToday:
    """As Exact's headers stated it at that moment; it says nothing about another day."""

    at: datetime
    remaining: int
    limit: int

    @property
    def used(self) -> int:
        return max(self.limit - self.remaining, 0)
