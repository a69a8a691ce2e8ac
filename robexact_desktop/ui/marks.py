"""States as shape, word and colour (look.md 3): in a list the pill names the problem, not the state."""

from robexact_desktop.domain.listing import ListedInvoice
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services.outcome import Outcome
from robexact_desktop.ui.sending.run import Came, came_of
from robexact_desktop.ui.widgets.delegate import Mark
from robexact_desktop.ui.words import words
from robexact_desktop.wording import own_words

_PLAIN = {
    InvoiceState.READY: ("state_ready", "text", ""),
    InvoiceState.QUEUED: ("state_queued", "text2", ""),
    InvoiceState.SENDING: ("state_sending", "link", "sel"),
    InvoiceState.UNKNOWN: ("state_unknown", "unk", "unk_bg"),
    InvoiceState.REFUSED: ("state_refused", "bad", "bad_bg"),
    InvoiceState.CONFLICT: ("state_conflict", "bad", "bad_bg"),
    InvoiceState.BOOKED: ("state_booked", "text", ""),
    InvoiceState.DONE: ("state_done", "text", ""),
    InvoiceState.BLOCKED: ("state_blocked", "warn", "warn_bg"),
}
WAITS_FOR_OTHERS = "approval_open"
"""Nothing for her to do: a clock, not a warning."""


def state_mark(state: InvoiceState) -> Mark:
    shape, colour, ground = _PLAIN[state]
    green = "ok" if state in (InvoiceState.BOOKED, InvoiceState.DONE) else ""
    return Mark(shape, words(f"state.{state}"), colour, ground, shape=green)


def invoice_mark(row: ListedInvoice) -> Mark:
    """The gravest thing about an invoice, in words that say what to do."""
    if row.problem and row.state in (InvoiceState.READY, InvoiceState.BLOCKED):
        short = words(f"short.{row.problem}")
        if row.problem == WAITS_FOR_OTHERS:
            return Mark("state_queued", short, "text2", more=row.more_problems)
        if row.state is InvoiceState.BLOCKED:
            return Mark("state_blocked", short, "warn", "warn_bg", row.more_problems)
        return Mark("state_warning", words("look_out", what=short), "warn", more=row.more_problems)
    return state_mark(row.state)


def outcome_mark(outcome: Outcome | None) -> Mark:
    """What came of an invoice in a send, with the reason in a few words."""
    if outcome is None:
        return Mark("state_ready", words("held_short.not_taken"))
    came = came_of(outcome)
    if came is Came.LEFT:
        return _left(outcome)
    plain = state_mark(outcome.state)
    if came is Came.REFUSED and (said := own_words(outcome)):
        return Mark(plain.icon, f"{plain.word}: {said.splitlines()[0]}", plain.colour, plain.ground)
    if came is Came.UNSURE and (until := _looked_up_at(outcome)):
        return Mark(plain.icon, words("state.unknown_until", time=until), plain.colour, plain.ground)
    if came is Came.TO_DECIDE:
        return Mark(plain.icon, words("to_decide_short"), plain.colour, plain.ground)
    return plain


def _left(outcome: Outcome) -> Mark:
    """It stays: what changed in Robaws, what blocks it, or that the run ended before it."""
    if outcome.state is InvoiceState.DONE:
        return Mark("state_done", words("held_short.already_sent"))
    blocking = next((problem for problem in outcome.problems if problem.blocks), None)
    if blocking is not None and not outcome.told:
        return Mark("state_blocked", words(f"short.{blocking.code}"), "warn", "warn_bg")
    key = outcome.told[0].key.rpartition(".")[2] if outcome.told else "waits"
    short = key if key in _HELD else "waits"
    return Mark("state_warning" if short in _LOOK else "state_queued", words(f"held_short.{short}"), _colour(short))


_HELD = ("deleted", "already_sent", "changed", "equal_refusal", "stopped")
_LOOK = ("deleted", "changed", "equal_refusal")


def _colour(short: str) -> str:
    return "warn" if short in _LOOK else "text2"


def _looked_up_at(outcome: Outcome) -> str:
    """The moment that the outcome tells, as the hour and minute."""
    when = next((told.facts["time"] for told in outcome.told if "time" in told.facts), "")
    return words("time_of", time=when) if when else ""
