"""After the write: compare what Exact's feed shows with what was sent, total and VAT per code (product.md S9)."""

from collections.abc import Collection, Mapping
from decimal import Decimal

from robexact_desktop.domain import outbox
from robexact_desktop.domain.ledger import StandingEntry, VATCode
from robexact_desktop.domain.money import ZERO
from robexact_desktop.domain.names import EntryId, InvoiceId, kind_of
from robexact_desktop.domain.outbox import MADE_HERE, Event, Operation, State
from robexact_desktop.services.feed import read_entries
from robexact_desktop.services.workplace import Workplace

VERIFIED = "verified_at"


def read_back(work: Workplace) -> dict[InvoiceId, dict[str, str]]:
    """Read the feed and judge every booked entry that was not judged yet; the differences, by invoice.

    An entry that the feed does not show yet is judged in the next run.
    """
    waiting = [
        operations[outbox.Kind.ENTRY]
        for operations in work.stores.outbox.all().values()
        if _is_unverified(operations.get(outbox.Kind.ENTRY))
    ]
    if not waiting:
        return {}
    read_entries(work)
    found: dict[InvoiceId, dict[str, str]] = {}
    for operation in waiting:
        standing = work.stores.feed.entry(EntryId(operation.remote_id))
        if standing is not None and (difference := _judge(work, operation, standing)):
            found[InvoiceId(operation.subject)] = difference
    return found


def _is_unverified(operation: Operation | None) -> bool:
    return operation is not None and operation.state is State.BOOKED and VERIFIED not in operation.evidence


def _judge(work: Workplace, operation: Operation, standing: StandingEntry) -> dict[str, str]:
    now = work.clock()
    difference = differences(work, operation, standing)
    if difference:
        evidence = difference | {"found_amount": str(standing.amount), MADE_HERE: operation.remote_id}
        work.stores.outbox.record(
            operation.id,
            Event.FOUND_DIFFERENT,
            now,
            remote_id=operation.remote_id,
            remote_number=standing.entry_number,
            evidence=evidence,
        )
    else:
        work.stores.outbox.note(operation.id, operation.message, {VERIFIED: now.isoformat()}, now)
    return difference


def differences(work: Workplace, operation: Operation, standing: StandingEntry) -> dict[str, str]:
    """What Exact shows otherwise than it was sent: field -> "sent -> shown". Empty where all is equal."""
    side = kind_of(InvoiceId(operation.subject))
    key = work.payloads.key_of(operation.payload, side)
    sent_vat, shown_vat = work.payloads.vat_of(operation.payload, side), standing.vat
    compared: dict[str, tuple[object, object]] = {
        "total": (key.amount, standing.amount),
        "journal": (key.journal, standing.journal),
        "relation": (key.account, standing.account),
        "period": (f"{key.year}/{key.period}" if key.period else "", f"{standing.year}/{standing.period}"),
    }
    found = {name: f"{sent} -> {shown}" for name, (sent, shown) in compared.items() if sent and sent != shown}
    charged = {code.code for code in work.stores.master.all(VATCode) if code.charged}
    return found | _vat_differences(sent_vat, shown_vat, charged)


def _vat_differences(
    sent: Mapping[str, Decimal], shown: Mapping[str, Decimal], charged: Collection[str]
) -> dict[str, str]:
    """Per VAT code. A feed that states no VAT at all cannot be compared; the total was.

    Of reverse charge Exact books due and deductible itself, whatever was sent; that the VAT is not owed shows in the
    total. A code that was not sent differs also where it bears no VAT: at 0 % the code alone decides the return.
    """
    if not shown:
        return {}
    codes = sorted({*sent, *shown} - set(charged))
    found = {
        f"vat {code}": f"{sent.get(code, ZERO)} -> {shown.get(code, ZERO)}"
        for code in codes
        if sent.get(code, ZERO) != shown.get(code, ZERO)
    }
    if shown.keys() - sent.keys():
        found["vat_codes"] = f"{', '.join(sorted(sent))} -> {', '.join(sorted(shown))}"
    return found
