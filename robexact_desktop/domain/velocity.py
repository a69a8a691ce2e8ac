"""Error velocity: a cause that was refused three times stops the rows that share it, the others go on.

Exact blocks a key for an hour after ten errors on an endpoint (facts: exact-online 2); one wrong VAT code times eleven
invoices would do that to a customer.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

EQUAL_REFUSALS = 3
REFUSALS_IN_A_RUN = 6
"""Business refusals (500) are not in Exact's own list; the project stops at six all the same (reliability 2.4)."""


@dataclass(slots=True)
class Refusals:
    """What was refused in one run, with the causes each entry carried: journal, period, account, VAT and GL codes."""

    _by_message: dict[str, list[frozenset[str]]] = field(default_factory=dict)
    _proven: set[str] = field(default_factory=set)

    def refused(self, message: str, causes: Iterable[str]) -> None:
        self._by_message.setdefault(message, []).append(frozenset(causes))

    def booked(self, causes: Iterable[str]) -> None:
        """These causes were accepted together, so none of them is at fault."""
        self._proven |= set(causes)

    def stops(self, causes: Iterable[str]) -> str | None:
        """The refusal that stops an entry with these causes, or None where it may go."""
        if sum(map(len, self._by_message.values())) >= REFUSALS_IN_A_RUN:
            return next(reversed(self._by_message))
        wanted = set(causes)
        for message, refused in self._by_message.items():
            if len(refused) >= EQUAL_REFUSALS and (frozenset.intersection(*refused) - self._proven) & wanted:
                return message
        return None
