"""What the tests look at, in the services and in what the program printed."""

from collections.abc import Collection, Mapping
from typing import Any

import simplejson
from world import World

from e2e.comparison import Choices, Difference, Exact, Robaws, compare

SALES, PURCHASES = "salesentry/SalesEntries", "purchaseentry/PurchaseEntries"
ENTRIES = {"sales": SALES, "purchase": PURCHASES}
DOCUMENTS, ATTACHMENTS, ACCOUNTS = "documents/Documents", "documents/DocumentAttachments", "crm/Accounts"


def entry_ids(office: World) -> frozenset[str]:
    """What the books hold now."""
    return frozenset(entry["EntryID"] for kind in ENTRIES for entry in office.entries(kind))


def differences(office: World, invoices: Collection[str], besides: Collection[str]) -> list[Difference]:
    exact, robaws = Exact(office.demo.exact.state, office.division), Robaws(office.demo.robaws.state)
    return compare(exact, robaws, invoices, Choices(office.demo.settings()), besides)


def bookings(office: World) -> list[Any]:
    """The POSTs of entries that arrived at Exact."""
    return [*office.posts(SALES), *office.posts(PURCHASES)]


def reference(office: World, invoice: str) -> str:
    """The number that the entry bears as YourRef."""
    row = office.robaws(invoice)
    return str(row["logicId"] if invoice.startswith("sales/") else row["invoiceNumber"])


def entries_of(office: World, invoice: str) -> list[Mapping[str, Any]]:
    """Those with its reference."""
    wanted = reference(office, invoice)
    return [entry for entry in office.entries(invoice.partition("/")[0]) if entry["YourRef"] == wanted]


def to_the_digit(text: str) -> Any:
    """A printed document, amounts with the digits they were printed with."""
    return simplejson.loads(text, use_decimal=True)


def posted_as(payload: Mapping[str, Any]) -> bytes:
    """The body that stands behind a printed payload."""
    return str(simplejson.dumps(payload, use_decimal=True, ensure_ascii=False, separators=(",", ":"))).encode()


def clean(office: World, kind: str, *, credit: bool = False) -> list[str]:
    """Invoices that wait without a fault, of relations that Exact knows."""
    firm = office.demo.firm
    return [
        name
        for name in firm.to_send
        if name.startswith(kind)
        and name not in firm.to_create
        and (office.robaws(name)["type"] == "CREDIT_NOTE") == credit
    ]


def states(rows: list[dict[str, Any]]) -> dict[str, str]:
    return {row["id"]: row["state"] for row in rows}
