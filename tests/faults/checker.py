"""Whether everything came out exactly once: what both services hold against what the invoices say, and the outbox."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from batch import SIZE, Batch, Row, kind_of

from robexact_desktop.demo.robaws.documents import Files

RESOURCES = {"sales": "salesentry/SalesEntries", "purchase": "purchaseentry/PurchaseEntries"}
ACCOUNTS, DOCUMENTS, ATTACHMENTS = "crm/Accounts", "documents/Documents", "documents/DocumentAttachments"
HEAD = ("Journal", "EntryNumber", "YourRef", "EntryDate", "AmountFC")
LINE = ("GLAccount", "AmountFC", "VATCode", "VATAmountFC", "CostCenter", "CostUnit")


class Checker:
    """`faults` compares with `expected`, what one undisturbed sending of the same batch came to."""

    def __init__(self, batch: Batch, expected: Mapping[str, Any]) -> None:
        self.batch = batch
        self.expected = expected
        self.posts = [record.resource for record in batch.world.posts()]

    def faults(self) -> list[str]:
        """Empty where all is well; a sentence for each double, loss or difference."""
        return [*_told(self.expected, outcome(self.batch)), *_own_faults(self.batch)]


def outcome(batch: Batch) -> dict[str, Any]:
    """What the sending came to, without the ids that differ from time to time."""
    return {
        "entries": _entries(batch),
        "relations": Counter(row["Name"] for row in _new(batch, ACCOUNTS)),
        "files": _files(batch),
        "marks": Counter((key, *_mark(batch, key)) for key in batch.invoices),
        "operations": Counter((row["subject"], row["kind"]) for row in batch.operations()),
    }


def _told(expected: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[str]:
    for name, counted in expected.items():
        for lost in (counted - found[name]).elements():
            yield f"{name}: lost {lost}"
        for double in (found[name] - counted).elements():
            yield f"{name}: too many {double}"


def _entries(batch: Batch) -> Counter[tuple[Any, ...]]:
    """Each entry with its lines, to the cent, by the name of its relation."""
    return Counter(
        (kind, *_values(row, HEAD), _name_of(batch, row), tuple(_values(line, LINE) for line in row["Lines"]))
        for kind, row in _new_entries(batch)
    )


def _values(row: Row, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(row.get(name)) for name in names)


def _new_entries(batch: Batch) -> Iterator[tuple[str, Row]]:
    for kind, resource in RESOURCES.items():
        before = batch.kept.rows(batch.world.demo.exact.state.scope(batch.world.division), resource)
        yield from ((kind, row) for row in batch.world.entries(kind) if row["EntryID"] not in before)


def _new(batch: Batch, resource: str) -> list[Row]:
    state = batch.world.demo.exact.state
    before = batch.kept.rows(state.scope(batch.world.division), resource)
    return [row for row in state.rows(batch.world.division, resource) if row["ID"] not in before]


def _name_of(batch: Batch, entry: Row) -> str:
    account = entry.get("Customer") or entry.get("Supplier")
    held = batch.world.demo.exact.state.get(batch.world.division, ACCOUNTS, str(account))
    return str(held and held["Name"])


def _files(batch: Batch) -> Counter[tuple[str, str, str]]:
    """Entry, subject and the digest of the bytes, of each document with each of its files; "none" without one."""
    refs = {row["EntryID"]: row["YourRef"] for _, row in _new_entries(batch)}
    held: dict[str, list[str]] = {row["ID"]: [] for row in _new(batch, DOCUMENTS)}
    for file in _new(batch, ATTACHMENTS):
        content = batch.world.demo.exact.state.attachment_bytes(batch.world.division, file["ID"])
        held.setdefault(file["Document"], []).append(hashlib.sha256(content).hexdigest())
    documents = {row["ID"]: row for row in _new(batch, DOCUMENTS)}
    return Counter(
        (refs.get(row.get("FinancialTransactionEntryID"), "no entry"), str(row.get("Subject")), digest)
        for key, digests in held.items()
        for row in (documents.get(key, {}),)
        for digest in digests or ["none"]
    )


def _mark(batch: Batch, invoice: str) -> tuple[bool, str]:
    row = batch.world.robaws(invoice)
    return bool(row["sentToAccountant"]), str(row["status"])


def _own_faults(batch: Batch) -> Iterator[str]:
    """What holds without a comparison: totals as on the invoices, and an outbox that knows what Exact holds."""
    yield from _counts(batch)
    yield from _outbox(batch)


def _counts(batch: Batch) -> Iterator[str]:
    entries = list(_new_entries(batch))
    if len(entries) != SIZE:
        yield f"{len(entries)} entries"
    keys = Counter((kind, row["YourRef"], _name_of(batch, row)) for kind, row in entries)
    yield from (f"booked {times} times: {key}" for key, times in keys.items() if times > 1)
    yield from (f"not marked in Robaws: {key}" for key in batch.invoices if not _mark(batch, key)[0])


def _outbox(batch: Batch) -> Iterator[str]:
    """Every operation is booked, and under the id that Exact holds for that invoice."""
    state, division = batch.world.demo.exact.state, batch.world.division
    held = {
        "entry": {row["EntryID"]: row for _, row in _new_entries(batch)},
        "document": {row["ID"]: row for row in _new(batch, DOCUMENTS)},
        "attachment": {row["ID"]: row for row in _new(batch, ATTACHMENTS)},
        "relation": {row["ID"]: row for row in state.rows(division, ACCOUNTS)},
    }
    operations = batch.operations()
    for row in operations:
        if row["state"] != "booked":
            yield f"{row['subject']} {row['kind']} is {row['state']}"
        elif row["kind"] in held and row["remote_id"] not in held[row["kind"]]:
            yield f"{row['subject']} {row['kind']} is booked under {row['remote_id'] or 'no id'}, unknown in Exact"
    entries = {row["subject"]: row["remote_id"] for row in operations if row["kind"] == "entry"}
    for invoice in batch.invoices:
        yield from _amount(batch, invoice, held["entry"].get(entries.get(invoice, ""), {}))
    yield from _papers(operations, held)


def _amount(batch: Batch, invoice: str, entry: Row) -> Iterator[str]:
    """The entry under the stored id is this invoice's, to the cent."""
    row = batch.world.robaws(invoice)
    total, booked = Decimal(str(row["totalInclVat"])), Decimal(str(entry.get("AmountFC", "NaN")))
    if abs(total) != abs(booked):
        yield f"{invoice}: {total} on the invoice, {booked} in the entry"


def _papers(operations: Iterable[Row], held: Mapping[str, Mapping[str, Row]]) -> Iterator[str]:
    ids = {(row["subject"], row["kind"]): row["remote_id"] for row in operations}
    for (subject, kind), remote in ids.items():
        if kind == "document":
            entry = held["document"].get(remote, {}).get("FinancialTransactionEntryID")
            if entry != ids.get((subject, "entry")):
                yield f"{subject}: its document is tied to {entry}"
        if kind == "attachment":
            document = held["attachment"].get(remote, {}).get("Document")
            if document != ids.get((subject, "document")):
                yield f"{subject}: its file is tied to document {document}"


def right_files(batch: Batch) -> Counter[str]:
    """The digests of the files as Robaws gives them out for the sixty."""
    state = batch.world.demo.robaws.state
    files = Files(state)
    digests: Counter[str] = Counter()
    for invoice in batch.invoices:
        row = batch.world.robaws(invoice)
        if kind_of(invoice) == "purchase" and not row.get("documentId"):
            continue
        drawn = files.sales_invoice(row) if kind_of(invoice) == "sales" else files.of_document(row["documentId"])
        digests[hashlib.sha256(drawn.get_data()).hexdigest()] += 1
    return digests
