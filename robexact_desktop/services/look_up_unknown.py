"""Ask Exact what became of the entries whose answer never came."""

from collections.abc import Sequence

from robexact_desktop.domain import outbox
from robexact_desktop.domain.answers import FoundEntry
from robexact_desktop.domain.names import InvoiceId, Kind, kind_of
from robexact_desktop.domain.outbox import NOT_OURS, EntryKey, Event, Operation
from robexact_desktop.services.act import look_up_is_due, record_clean_look_up
from robexact_desktop.services.workplace import Workplace

IN_ONE_CALL = 40
"""References in one filter; 300 made a URL of 12 kB that Exact refused (facts: exact-online 3)."""


def look_up_unknown(work: Workplace, only: Sequence[InvoiceId] | None = None) -> frozenset[InvoiceId]:
    """Every unknown entry whose look-up is due, those of `only` where given, 40 references a call; which they were."""
    due = [
        operations[outbox.Kind.ENTRY]
        for subject, operations in work.stores.outbox.all().items()
        if outbox.Kind.ENTRY in operations and (only is None or subject in only)
    ]
    due = [operation for operation in due if look_up_is_due(work, operation)]
    for side in Kind:
        of_side = [operation for operation in due if kind_of(InvoiceId(operation.subject)) is side]
        for start in range(0, len(of_side), IN_ONE_CALL):
            _look_up(work, side, of_side[start : start + IN_ONE_CALL])
    return frozenset(InvoiceId(operation.subject) for operation in due)


def look_up_one(work: Workplace, operation: Operation, side: Kind) -> Operation:
    """Before an operation that has an attempt behind it is sent again: it may stand there by now."""
    key, hits = standing_now(work, operation, side)
    return _record_hits(work, operation, key, hits) if hits else operation


def adopted(work: Workplace, operation: Operation, side: Kind) -> Operation | None:
    """An entry with an attempt behind it that stands in Exact just as it was sent is ours, whatever the answer was."""
    key, hits = standing_now(work, operation, side)
    if len(hits) != 1 or not is_ours(key, hits[0]):
        return None
    return _record_hits(work, operation, key, hits)


def standing_now(work: Workplace, operation: Operation, side: Kind) -> tuple[EntryKey, list[FoundEntry]]:
    """What an operation is looked up by, and what Exact holds in its place at this moment."""
    key = work.payloads.key_of(operation.payload, side)
    return key, hits_of(key, work.exact.find_entries(side, [key.your_ref]), operation)


def _look_up(work: Workplace, side: Kind, operations: Sequence[Operation]) -> None:
    keys = {operation.id: work.payloads.key_of(operation.payload, side) for operation in operations}
    found = work.exact.find_entries(side, sorted({key.your_ref for key in keys.values()}))
    for operation in operations:
        hits = hits_of(keys[operation.id], found, operation)
        if hits:
            _record_hits(work, operation, keys[operation.id], hits)
        else:
            record_clean_look_up(work, operation)


def hits_of(key: EntryKey, found: Sequence[FoundEntry], operation: Operation) -> list[FoundEntry]:
    """Those with the same reference, relation and year: two suppliers both have a "2026001", numbers restart.

    Without those of which a person said that they are another invoice.
    """
    others = operation.evidence.get(NOT_OURS, "").split()
    return [
        entry
        for entry in found
        if entry.id not in others
        and entry.your_ref.casefold() == key.your_ref.casefold()
        and entry.account == key.account
        and (entry.year or entry.entry_date.year) in (key.year, key.entry_date.year)
    ]


def is_ours(key: EntryKey, entry: FoundEntry) -> bool:
    return entry.journal == key.journal and entry.amount == key.amount and entry.entry_date == key.entry_date


def _record_hits(work: Workplace, operation: Operation, key: EntryKey, hits: Sequence[FoundEntry]) -> Operation:
    entry, ours = hits[0], len(hits) == 1 and is_ours(key, hits[0])
    evidence = {
        "found_at": work.clock().isoformat(),
        "found": ", ".join(hit.id for hit in hits),
        "found_amount": str(entry.amount),
        "sent_amount": str(key.amount),
    }
    return work.stores.outbox.record(
        operation.id,
        Event.FOUND if ours else Event.FOUND_DIFFERENT,
        work.clock(),
        remote_id=entry.id,
        remote_number=entry.entry_number,
        evidence=evidence,
    )
