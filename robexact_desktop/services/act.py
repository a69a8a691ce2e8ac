"""Record, act, record: the only way in which anything leaves that makes something (design: reliability 2.2)."""

from datetime import datetime, timedelta

from robexact_desktop.domain.answers import Accepted, Answer, NotDelivered, Rejected
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.outbox import Event, Operation, State
from robexact_desktop.services.workplace import Workplace

AGAIN = 2
"""Times that one call goes again in a run: a limit that still holds after two stated waits is no limit a minute."""


def act(work: Workplace, operation: Operation, side: Kind, body: bytes | None = None) -> Answer:
    """Commit the intent, then post once. The answer is for the caller to judge and record.

    What the service provably did not take because of its limit of calls a minute, or of a login that it no longer
    accepted, is recorded as that and goes again after the wait: nobody has to start a run anew for it.

    What may be refused beforehand (no login, no calls left) is raised before anything is written. Where the intent
    cannot be committed the exception of the store goes up and nothing is posted. `body` stands in for a payload
    that is not kept in the row.
    """
    answer = _try(work, operation, side, body)
    for _ in range(AGAIN):
        if not (isinstance(answer, NotDelivered) and answer.again):
            break
        record_answer(work, operation, answer)
        answer = _try(work, operation, side, body)
    return answer


def _try(work: Workplace, operation: Operation, side: Kind, body: bytes | None) -> Answer:
    work.exact.ready(operation.kind, side)
    work.stores.outbox.record(operation.id, Event.INTENT_WRITTEN, work.clock())
    return work.exact.post(operation.kind, side, operation.payload if body is None else body)


def record_answer(work: Workplace, operation: Operation, answer: Answer) -> Operation:
    """Record an answer that needs no judging: documents, attachments, relations."""
    now, outbox = work.clock(), work.stores.outbox
    if isinstance(answer, Accepted):
        return outbox.record(operation.id, Event.ACCEPTED, now, remote_id=answer.id, remote_number=answer.number)
    if isinstance(answer, Rejected) and not answer.may_exist:
        return outbox.record(operation.id, Event.REFUSED, now, message=answer.message)
    if isinstance(answer, NotDelivered):
        return outbox.record(operation.id, Event.NOT_DELIVERED, now, evidence={"not_delivered": answer.reason})
    if isinstance(answer, Rejected):
        return outbox.record(operation.id, Event.NO_ANSWER, now, evidence={"refusal": answer.message})
    return outbox.record(operation.id, Event.NO_ANSWER, now, evidence={"no_answer": answer.reason})


def own_up_to_what_was_left(work: Workplace) -> None:
    """At the start: what was SENDING when the program died may have been booked."""
    for operation in work.stores.outbox.sending_left_behind():
        died = {"no_answer": "the program ended before an answer"}
        work.stores.outbox.record(operation.id, Event.NO_ANSWER, work.clock(), evidence=died)


def look_up_is_due(work: Workplace, operation: Operation) -> bool:
    """The first look-up `settle_seconds` after the POST, a second clean one at twice that.

    Looking at once still books 0.6-5.8 % twice in simulation, after 120 s none (reliability 2.2). A refusal that says
    that the number is in use is an answer: what it hints at is there already.
    """
    if operation.state is not State.UNKNOWN:
        return False
    return "refusal" in operation.evidence or work.clock() >= look_up_at(work, operation)


def look_up_at(work: Workplace, operation: Operation) -> datetime:
    """The moment of the next look-up of an operation without an answer."""
    settle = timedelta(seconds=work.settings.exact.settle_seconds)
    return (operation.sending_at or work.clock()) + settle * (1 + min(operation.looked_up_clean, 1))


def record_clean_look_up(work: Workplace, operation: Operation) -> Operation:
    """Nothing was found: after a refusal it is refused; else the second time, late enough, it may be sent again."""
    now, outbox = work.clock(), work.stores.outbox
    if refusal := operation.evidence.get("refusal"):
        return outbox.record(operation.id, Event.REFUSED, now, message=refusal)
    settle = timedelta(seconds=work.settings.exact.settle_seconds)
    late_enough = operation.sending_at is None or now >= operation.sending_at + 2 * settle
    if operation.looked_up_clean >= 1 and late_enough:
        proof = {"found_nothing_at": now.isoformat(), "clean_look_ups": str(operation.looked_up_clean + 1)}
        return outbox.record(operation.id, Event.FOUND_NOTHING_TWICE, now, evidence=proof)
    return outbox.note_clean_look_up(operation.id, now)
