"""What came of an invoice in a run: a row for the person who sent it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from robexact_desktop.domain.names import InvoiceId
from robexact_desktop.domain.problems import Problem
from robexact_desktop.domain.status import InvoiceState


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence by its key in `texts`, with the facts that fill it."""

    key: str
    facts: Mapping[str, str] = field(default_factory=dict)


def told(key: str, **facts: object) -> Told:
    return Told(key, {name: str(value) for name, value in facts.items()})


class Step(StrEnum):
    """What a run is doing with an invoice: what the window names while somebody watches."""

    READ = "read"
    ENTRY = "entry"
    DOCUMENT = "document"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class AtStep:
    """Noted before the step begins. `number` is the entry's in Exact, once it is booked."""

    invoice: InvoiceId
    step: Step
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """`problems` where it was blocked. `held` where the fresh reading or the error velocity stopped it."""

    invoice: InvoiceId
    state: InvoiceState
    entry_id: str | None = None
    entry_number: int | None = None
    told: tuple[Told, ...] = ()
    problems: tuple[Problem, ...] = ()
    held: bool = False

    @property
    def needs_attention(self) -> bool:
        """Something it took was refused, blocked, unknown, in conflict or held back."""
        asks = (InvoiceState.REFUSED, InvoiceState.BLOCKED, InvoiceState.UNKNOWN, InvoiceState.CONFLICT)
        return self.held or self.state in asks
