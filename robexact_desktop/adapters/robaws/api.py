"""The port `Robaws` over HTTP: which resource answers which question (facts: robaws-contract). Readings are live."""

import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar
from urllib.parse import quote

from robexact_desktop.adapters.robaws import parse
from robexact_desktop.adapters.robaws.calls import Calls, readable
from robexact_desktop.adapters.robaws.lookups import FetchedLookups
from robexact_desktop.adapters.robaws.values import Item
from robexact_desktop.domain.answers import Document
from robexact_desktop.domain.errors import RefusedError, Service, UnreadableError
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.names import InvoiceId, Kind, invoice_id, kind_of, robaws_id_of
from robexact_desktop.domain.relation import Relation
from robexact_desktop.services.ports import (
    Article,
    OpenApproval,
    Page,
    RobawsJournal,
    RobawsPaymentCondition,
    VatTariff,
)

RESOURCES = {Kind.SALES: "sales-invoices", Kind.PURCHASE: "purchase-invoices"}
RELATIONS = {Kind.SALES: "clients", Kind.PURCHASE: "suppliers"}
INCLUDES = {
    Kind.SALES: "adjustedLineItems,adjustedLineItems.generalLedgerAccount,adjustedLineItems.vatTariff,client,journal",
    Kind.PURCHASE: "lineItems,lineItems.generalLedgerAccount,lineItems.vatTariff,supplier,journal,paymentCondition",
}
ARTICLE_INCLUDES = "salesGLAccount,purchaseGLAccount"

OVERLAP = timedelta(minutes=5)
"""Invoices are read again from a little before the last stamp: `updatedAt` is set before its row can be seen."""

FILES = ((b"%PDF", "application/pdf", ".pdf"), (b"\xff\xd8\xff", "image/jpeg", ".jpg"))
"""What Exact takes and Robaws sends to an accountant, by the first bytes."""

AFTER_409 = 1.0
"""Seconds before the re-reading, where another request under the same key was still at work."""

Value = TypeVar("Value")


class RobawsApi:
    """See the port."""

    def __init__(self, calls: Calls, sleep: Callable[[float], None] = time.sleep) -> None:
        self._calls = calls
        self._sleep = sleep
        self._reading = parse.Reading(FetchedLookups(calls))

    def _read_anew(self) -> parse.Reading:
        """Each reading of a whole list looks names up again; re-readings of one invoice use what the last one saw."""
        self._reading = parse.Reading(FetchedLookups(self._calls))
        return self._reading

    def invoices(self, kind: Kind, updated_from: datetime | None) -> Iterator[Page[Invoice]]:
        since = None if updated_from is None else updated_from.astimezone(UTC) - OVERLAP
        optional = {} if since is None else {"updatedFrom": since.strftime("%Y-%m-%dT%H:%M:%S.000Z")}
        reading = self._read_anew()
        for page in self._calls.pages(RESOURCES[kind], {"include": INCLUDES[kind]}, optional):
            rows = (row for row in page.rows if not _is_gone(row) and _is_recent(row, since))
            yield Page(tuple(reading.invoice(kind, row) for row in rows), page.total)

    def invoice(self, invoice: InvoiceId) -> Invoice | None:
        kind = kind_of(invoice)
        told = self._calls.one(_path(invoice), {"include": INCLUDES[kind]})
        return None if told is None or _is_gone(told) else self._reading.invoice(kind, told)

    def relations(self, kind: Kind) -> Iterator[Page[Relation]]:
        reading = self._read_anew()
        for page in self._calls.pages(RELATIONS[kind], {}, {}):
            rows = tuple(reading.relation(kind, row) for row in page.rows if not _is_gone(row))
            yield Page(rows, page.total)

    def vat_tariffs(self) -> Sequence[VatTariff]:
        return self._all("vat-tariffs", parse.vat_tariff)

    def journals(self) -> Sequence[RobawsJournal]:
        return self._all("journals", parse.journal)

    def payment_conditions(self) -> Sequence[RobawsPaymentCondition]:
        return self._all("payment-conditions", parse.payment_condition)

    def gl_codes(self) -> frozenset[str]:
        pages = self._calls.pages("general-ledger-accounts", {}, {})
        return frozenset(code for page in pages for row in page.rows if (code := parse.gl_code(row)))

    def articles(self) -> Iterator[Page[Article]]:
        reading = self._read_anew()
        for page in self._calls.pages("articles", {"include": ARTICLE_INCLUDES}, {}):
            yield Page(tuple(reading.article(row) for row in page.rows), page.total)

    def open_approvals(self) -> Sequence[OpenApproval]:
        """None where the module does not exist; one that may not be read is refused, as nobody knows then."""
        params = {"open": "true", "include": "userStates"}
        try:
            found = [
                parse.waiting_invoice(row)
                for page in self._calls.pages("approval-requests", params, {})
                for row in page.rows
            ]
        except RefusedError as error:
            if error.facts["status"] == "404":
                return []
            raise
        return [OpenApproval(invoice_id(Kind.PURCHASE, id_)) for id_ in dict.fromkeys(found) if id_]

    def document(self, invoice: Invoice) -> Document | None:
        """A page in place of the file may be gone tomorrow: it is no answer, so the file is not given up."""
        page = ""
        for path in _document_paths(invoice):
            reply = self._calls.file(path)
            if reply.status in (404, 410):
                continue
            if reply.is_html:
                page = path
                continue
            readable(path, reply)
            for start, media_type, suffix in FILES:
                if reply.content.startswith(start):
                    return Document(_file_name(invoice, suffix), media_type, reply.content)
        if page:
            raise UnreadableError(service=Service.ROBAWS, resource=page, reason="file_page")
        return None

    def write_back(self, invoice: InvoiceId, status: str, *, sent: bool, key: str) -> Invoice:
        body: dict[str, object] = ({"sentToAccountant": True} if sent else {}) | ({"status": status} if status else {})
        path = _path(invoice)
        if body:
            reply = self._calls.patch(path, json.dumps(body, ensure_ascii=False).encode(), key)
            if reply.status == 409:
                self._sleep(AFTER_409)
            else:
                readable(path, reply)
        after = self.invoice(invoice)
        if after is None:
            raise RefusedError(service=Service.ROBAWS, resource=path, status=404, message="deleted")
        return after

    def _all(self, resource: str, read: Callable[[Item], Value]) -> list[Value]:
        return [read(row) for page in self._calls.pages(resource, {}, {}) for row in page.rows if not _is_gone(row)]


def _path(invoice: InvoiceId) -> str:
    return f"/{RESOURCES[kind_of(invoice)]}/{quote(robaws_id_of(invoice), safe='')}"


def _is_gone(row: Item) -> bool:
    return row.has("deletedAt")


def _is_recent(row: Item, since: datetime | None) -> bool:
    """Checked here as well: an unknown filter is ignored without a word (facts: robaws 2)."""
    stamp = row.text("updatedAt")
    if since is None or not stamp:
        return True
    try:
        told = datetime.fromisoformat(stamp)
    except ValueError:
        return True
    return (told if told.tzinfo else told.replace(tzinfo=UTC)) >= since


def _document_paths(invoice: Invoice) -> Iterator[str]:
    if invoice.document:
        document = quote(invoice.document, safe="")
        yield f"/documents/{document}/download"
        yield f"/documents/{document}"
    elif invoice.kind is Kind.SALES:
        yield f"{_path(invoice.id)}/pdf"


def _file_name(invoice: Invoice, suffix: str) -> str:
    name = re.sub(r"[^\w.-]+", "-", invoice.number or "").strip("-.")
    return f"{name or robaws_id_of(invoice.id)}{suffix}"
