"""The document of a booked entry: first the document, then its file. A failure here never touches the entry."""

import re
from collections.abc import Mapping

from robexact_desktop.domain import outbox
from robexact_desktop.domain.answers import Document
from robexact_desktop.domain.invoice import Invoice, InvoiceType
from robexact_desktop.domain.ledger import DocumentType
from robexact_desktop.domain.names import AccountId, EntryId, Kind
from robexact_desktop.domain.outbox import Event, Operation, State
from robexact_desktop.services.act import act, look_up_is_due, record_answer, record_clean_look_up
from robexact_desktop.services.outcome import Told, told
from robexact_desktop.services.ports import Paper
from robexact_desktop.services.workplace import Workplace

KNOWN_TYPES = {Kind.SALES: 10, Kind.PURCHASE: 20}
"""`Documents.Type` of invoices (facts: exact-online 4.10; 20 is assumed, hence the list is asked)."""

WORDS = {
    Kind.SALES: ("verkoopfactuur", "sales invoice"),
    Kind.PURCHASE: ("inkoopfactuur", "aankoopfactuur", "purchase invoice"),
}
"""What such a type is called where the known number is not listed."""

MEDIA_TYPES = {"application/pdf": "pdf", "image/jpeg": "jpg"}
"""What Exact takes for an invoice, and its ending."""


def attach_document(work: Workplace, invoice: Invoice, entry: Operation) -> Told | None:
    """Bring document and file to Exact, or take up where it was left. What could not be done is told."""
    if not document_is_due(work, invoice, work.stores.outbox.of(invoice.id)):
        return None
    file = work.robaws.document(invoice)
    if file is None or file.media_type not in MEDIA_TYPES:
        key = "document.missing" if file is None else "document.type"
        work.stores.outbox.note(entry.id, entry.message, {"document": key}, work.clock())
        return told(key, type=file.media_type if file else "")
    document = _document(work, invoice, entry)
    if document.state is not State.BOOKED:
        return _not_there(document)
    attachment = _attachment(work, invoice, document, file)
    if attachment.state is not State.BOOKED:
        return _not_there(attachment)
    return None


def _not_there(paper: Operation) -> Told:
    return told(f"document.{paper.state.value}", message=paper.message)


def document_is_due(work: Workplace, invoice: Invoice, operations: Mapping[outbox.Kind, Operation]) -> bool:
    """Whether the entry is booked and still misses its file. A purchase without one was warned about before."""
    entry = operations.get(outbox.Kind.ENTRY)
    if not work.settings.booking.attach_documents or entry is None or entry.state is not State.BOOKED:
        return False
    if "document" in entry.evidence or (invoice.kind is Kind.PURCHASE and invoice.document is None):
        return False
    papers = [operations.get(kind) for kind in (outbox.Kind.DOCUMENT, outbox.Kind.ATTACHMENT)]
    refused = any(paper is not None and paper.state is State.REFUSED for paper in papers)
    return not refused and (papers[-1] is None or papers[-1].state is not State.BOOKED)


def _document(work: Workplace, invoice: Invoice, entry: Operation) -> Operation:
    key = work.payloads.key_of(entry.payload, invoice.kind)
    wanted_type = document_type(work.stores.master.all(DocumentType), invoice.kind)
    paper = Paper(_subject(invoice), wanted_type, key.account, EntryId(entry.remote_id), invoice.date)
    payload = work.payloads.document_payload(paper)
    wanted = Operation(0, invoice.id, outbox.Kind.DOCUMENT, work.division, payload, depends_on=entry.id)
    operation = work.stores.outbox.add(wanted, work.clock())
    if operation.state is State.UNKNOWN and look_up_is_due(work, operation):
        operation = _found(work, operation, work.exact.find_document(paper.subject, AccountId(key.account)))
    if operation.state is not State.QUEUED:
        return operation
    answer = act(work, operation, invoice.kind)
    return record_answer(work, operation, answer)


def _attachment(work: Workplace, invoice: Invoice, document: Operation, file: Document) -> Operation:
    """The row keeps the name only: the file, megabytes of it, is fetched again where it has to be sent again."""
    name = file_name(invoice, file)
    wanted = Operation(0, invoice.id, outbox.Kind.ATTACHMENT, work.division, name.encode(), depends_on=document.id)
    operation = work.stores.outbox.add(wanted, work.clock())
    if operation.state is State.UNKNOWN and look_up_is_due(work, operation):
        operation = _found(work, operation, work.exact.find_attachment(document.remote_id, name))
    if operation.state is not State.QUEUED:
        return operation
    body = work.payloads.attachment_payload(document.remote_id, name, file.content)
    answer = act(work, operation, invoice.kind, body)
    return record_answer(work, operation, answer)


def _found(work: Workplace, operation: Operation, remote_id: str | None) -> Operation:
    if remote_id is None:
        return record_clean_look_up(work, operation)
    return work.stores.outbox.record(operation.id, Event.FOUND, work.clock(), remote_id=remote_id)


def document_type(types: tuple[DocumentType, ...], kind: Kind) -> int:
    """The known number where Exact lists it, else a listed type named after the invoice, else the known number."""
    known = KNOWN_TYPES[kind]
    if any(listed.id == known for listed in types):
        return known
    named = (listed.id for listed in types if any(word in listed.description.casefold() for word in WORDS[kind]))
    return next(named, known)


def _subject(invoice: Invoice) -> str:
    word = "Creditnota" if invoice.type is InvoiceType.CREDIT_NOTE else "Factuur"
    return f"{word} {invoice.number} {invoice.relation_name}"[:60].strip()


def file_name(invoice: Invoice, file: Document) -> str:
    """From the invoice number, safe on every system: names from a service are an outsider's (reliability 2.6)."""
    stem = re.sub(r"[^0-9A-Za-z._-]+", "-", invoice.number or invoice.id).strip(".-")[:80]
    return f"factuur-{stem}.{MEDIA_TYPES[file.media_type]}"
