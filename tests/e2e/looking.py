"""What the tests look at, in the services and in what the program printed."""

from collections.abc import Collection, Mapping
from typing import Any

import simplejson
from werkzeug.wrappers import Response
from world import World

from e2e.comparison import Choices, Difference, Exact, Robaws, compare
from robexact_desktop.demo.serving import HangUp

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


def refusing(*resources: str, words: str, times: int = 1000) -> Any:
    """A hook: Exact says no to what is to be made there, as its business rules do."""
    left = [times]
    answer = {"error": {"code": "", "message": {"lang": "", "value": words}}}

    def hook(record: Any) -> Response | None:
        if record.method != "POST" or record.resource not in resources or not left[0]:
            return None
        left[0] -= 1
        return Response(simplejson.dumps(answer), 500, mimetype="application/json")

    return hook


def once(resource: str, act: Any) -> Any:
    """A hook: `act` with the record of the first POST to this resource, then nothing more."""
    done: list[Any] = []

    def hook(record: Any) -> None:
        if record.method == "POST" and record.resource == resource and not done:
            done.append(record)
            act(record)

    return hook


def hang_up(_: Any) -> None:
    raise HangUp


def few(office: World, kind: str = "sales", count: int = 3) -> list[str]:
    """The newest of those that wait without a fault; nothing older is offered any more."""
    found = sorted(clean(office, kind), key=lambda name: str(office.robaws(name)["date"]))[-count:]
    office.settings_of({"booking": {"book_from": office.robaws(found[0])["date"]}})
    return found
