"""Rows to store, each with only what a test looks at."""

import datetime as dt
from decimal import Decimal
from typing import Any

from robexact_desktop.domain.invoice import Invoice, InvoiceLine, InvoiceType, Project
from robexact_desktop.domain.ledger import Account, TransactionLine
from robexact_desktop.domain.names import AccountId, EntryId, InvoiceId, Kind, RelationId
from robexact_desktop.domain.outbox import Kind as OperationKind
from robexact_desktop.domain.outbox import Operation
from robexact_desktop.services.ports import SyncedAccount

HERE = "Bouwwerken Peeters"
THERE = "Dakwerken Maes"
WHO = "an@peeters.be"
NOW = dt.datetime(2026, 3, 31, 23, 30, 0, 123456, dt.timezone(dt.timedelta(hours=2)))
LATER = NOW + dt.timedelta(minutes=4)


def line(**values: Any) -> InvoiceLine:
    given = {
        "id": "1",
        "description": "Dakwerk",
        "net": Decimal("100.000"),
        "vat_tariff": "3",
        "percentage": Decimal(21),
    }
    return InvoiceLine(**{**given, **values})


def invoice(id_: str = "sales/12", **values: Any) -> Invoice:
    given = {
        "id": InvoiceId(id_),
        "kind": Kind(id_.partition("/")[0]),
        "type": InvoiceType.INVOICE,
        "number": "F2026-0012",
        "own_number": "F2026-0012",
        "date": dt.date(2026, 3, 31),
        "relation": RelationId("client/7"),
        "relation_name": "Café 't Hoekske",
        "total_excl": Decimal("100.00"),
        "total_incl": Decimal("121.00"),
        "lines": (line(project=Project("4", "P4", "Werf")),),
        "updated_at": "2026-03-31T10:00:00Z",
    }
    return Invoice(**{**given, **values})


def operation(subject: str = "sales/12", **values: Any) -> Operation:
    given = {"id": 0, "subject": subject, "kind": OperationKind.ENTRY, "division": 123, "payload": b'{"Journal":"70"}'}
    return Operation(**{**given, **values})


def account(id_: str = "guid-1", timestamp: int = 5, **values: Any) -> SyncedAccount:
    given = {"id": AccountId(id_), "code": "1001", "name": "Café 't Hoekske", "vat_number": "BE0123456789"}
    return SyncedAccount(timestamp, Account(**{**given, **values}))


def feed_line(id_: str, number: int, amount: str, **values: Any) -> TransactionLine:
    given = {
        "id": id_,
        "timestamp": 7,
        "entry_id": EntryId("entry-1"),
        "line_number": number,
        "journal": "70",
        "year": 2026,
        "period": 3,
        "entry_number": 20260012,
        "your_ref": "F2026-0012",
        "account": AccountId("guid-1"),
        "type": 20,
        "date": dt.date(2026, 3, 31),
        "amount": Decimal(amount),
        "vat_code": "",
        "vat_amount": Decimal(0),
    }
    return TransactionLine(**{**given, **values})
