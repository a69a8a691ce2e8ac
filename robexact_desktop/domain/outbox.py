"""The states of an operation that leaves the machine, as one table (design: reliability 2.2).

An operation is written before it acts and again after: QUEUED and SENDING are committed before a byte leaves.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from robexact_desktop.domain.names import AccountId


class State(StrEnum):
    """The one set of names: stored, shown and tested as they are."""

    QUEUED = "queued"
    SENDING = "sending"
    UNKNOWN = "unknown"
    REFUSED = "refused"
    CONFLICT = "conflict"
    BOOKED = "booked"


class Kind(StrEnum):
    """What an operation makes: one row per (environment, subject, kind)."""

    RELATION = "relation"
    COST_CENTER = "cost_center"
    COST_UNIT = "cost_unit"
    ENTRY = "entry"
    DOCUMENT = "document"
    ATTACHMENT = "attachment"
    RELEASE = "release"
    WRITE_BACK = "write_back"


class Event(StrEnum):
    """What may happen to an operation."""

    INTENT_WRITTEN = "intent_written"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    NOT_DELIVERED = "not_delivered"
    NO_ANSWER = "no_answer"
    FOUND = "found"
    FOUND_DIFFERENT = "found_different"
    FOUND_NOTHING_TWICE = "found_nothing_twice"
    APPROVED_ANEW = "approved_anew"
    ADOPTED = "adopted"
    TO_BE_RESENT = "to_be_resent"


TRANSITIONS: Mapping[tuple[State, Event], State] = {
    (State.QUEUED, Event.INTENT_WRITTEN): State.SENDING,
    (State.QUEUED, Event.FOUND): State.BOOKED,
    (State.QUEUED, Event.FOUND_DIFFERENT): State.CONFLICT,
    (State.QUEUED, Event.APPROVED_ANEW): State.QUEUED,
    (State.SENDING, Event.ACCEPTED): State.BOOKED,
    (State.SENDING, Event.REFUSED): State.REFUSED,
    (State.SENDING, Event.NOT_DELIVERED): State.QUEUED,
    (State.SENDING, Event.NO_ANSWER): State.UNKNOWN,
    (State.SENDING, Event.FOUND_DIFFERENT): State.CONFLICT,
    (State.UNKNOWN, Event.FOUND): State.BOOKED,
    (State.UNKNOWN, Event.FOUND_DIFFERENT): State.CONFLICT,
    (State.UNKNOWN, Event.FOUND_NOTHING_TWICE): State.QUEUED,
    (State.UNKNOWN, Event.REFUSED): State.REFUSED,  # the answer had said no, and the look-up found nothing of ours
    (State.BOOKED, Event.FOUND_DIFFERENT): State.CONFLICT,  # the read-back shows another amount
    (State.REFUSED, Event.APPROVED_ANEW): State.QUEUED,
    (State.REFUSED, Event.FOUND): State.BOOKED,
    (State.CONFLICT, Event.ADOPTED): State.BOOKED,
    (State.CONFLICT, Event.TO_BE_RESENT): State.QUEUED,
}
"""There is no way from SENDING or UNKNOWN to QUEUED without evidence that Exact holds nothing."""


class TransitionError(Exception):
    """Our bug: an event that the state does not know."""


def after(state: State, event: Event) -> State:
    """The state that follows. Raises TransitionError where the table has no row."""
    try:
        return TRANSITIONS[state, event]
    except KeyError:
        raise TransitionError(f"{state} does not know {event}") from None


@dataclass(frozen=True, slots=True)
class Operation:
    """A row of the outbox.

    `payload` is frozen at approval; for an entry whose account is still to be created it holds null there, and is
    frozen once more when `depends_on` is booked. `attempt` counts POSTs. `evidence` is what proved the state.
    """

    id: int
    subject: str  # "sales/12", "client/7"
    kind: Kind
    division: int
    payload: bytes
    state: State = State.QUEUED
    attempt: int = 0
    sending_at: datetime | None = None
    looked_up_clean: int = 0  # look-ups since the last POST that found nothing
    remote_id: str = ""
    remote_number: int | None = None
    message: str = ""
    evidence: Mapping[str, str] = field(default_factory=dict)
    depends_on: int | None = None


@dataclass(frozen=True, slots=True)
class EntryKey:
    """What an unanswered entry is looked up by, and what a hit is judged by."""

    journal: str
    year: int
    period: int | None
    entry_number: int | None
    your_ref: str
    account: AccountId
    amount: Decimal  # including VAT, with the sign of the entry
    entry_date: date


NOT_OURS = "not_ours"
"""Evidence that outlives every step: entries in Exact of which a person said that they are not this invoice."""

MADE_HERE = "made_here"
"""Evidence of a conflict about an entry of this operation's own making: while it stands nothing is sent again."""

FINISHED = frozenset({State.BOOKED})
WAITING_FOR_A_PERSON = frozenset({State.REFUSED, State.CONFLICT})
