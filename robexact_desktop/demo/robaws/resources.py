"""The collections of the contract: what each expands, filters, and lets a client write."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Link:
    """A scalar `xxxId` that `include` expands to an object; `keys` empty: the whole row."""

    scalar: str
    resource: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Resource:
    name: str
    links: Mapping[str, Link] = field(default_factory=dict)
    nested: Mapping[str, Mapping[str, Link]] = field(default_factory=dict)
    """Lists inside the row that only `include` shows, with the links of their own rows."""
    equals: tuple[str, ...] = ()
    """Filters that compare a key with the value; any other filter is ignored without a word."""
    dated: bool = False
    writable: Mapping[str, type] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    """Keys that a POST must bring; none: nothing can be created."""


LEDGER = Link("generalLedgerAccountId", "general-ledger-accounts", ("id", "code", "name"))
LINE_LINKS = {
    "generalLedgerAccount": LEDGER,
    "vatTariff": Link("vatTariffId", "vat-tariffs", ("id", "name", "percentage", "code")),
    "article": Link("articleId", "articles", ("id", "name", "articleNumber")),
    "project": Link("projectId", "projects", ("id", "logicId", "planningName")),
    "activity": Link("activityId", "activities", ("id", "code", "name")),
}
INVOICE_LINKS = {
    "journal": Link("journalId", "journals", ("id", "name", "code")),
    "paymentCondition": Link("paymentConditionId", "payment-conditions", ("id", "name", "days")),
    "company": Link("companyId", "companies", ("id", "name")),
}
INVOICE_EQUALS = ("type", "status", "sentToAccountant", "companyId", "journalId", "booked")
INVOICE_WRITABLE = {
    "sentToAccountant": bool,
    "status": str,
    "paymentConditionId": str,
    "expireDate": str,
    "date": str,
    "paymentInstruction": str,
    "extraFields": dict,
}
PURCHASE_WRITABLE = {
    **INVOICE_WRITABLE,
    "invoiceNumber": str,
    "type": str,
    "journalId": str,
    "bookingDate": str,
    "assignedUserId": str,
    "remark": str,
    "confidential": bool,
    "documentId": str,
}
RELATION_LINKS = {"paymentCondition": INVOICE_LINKS["paymentCondition"], "generalLedgerAccount": LEDGER}
RELATION_WRITABLE = {
    "exactOnlineCode": str,
    "name": str,
    "email": str,
    "vatIdNumber": str,
    "companyNumber": str,
    "extraFields": dict,
}

RESOURCES = {
    resource.name: resource
    for resource in (
        Resource(
            "sales-invoices",
            {"client": Link("clientId", "clients"), **INVOICE_LINKS},
            {"lineItems": LINE_LINKS, "adjustedLineItems": LINE_LINKS},
            (*INVOICE_EQUALS, "clientId", "clientReference"),
            dated=True,
            writable=INVOICE_WRITABLE,
        ),
        Resource(
            "purchase-invoices",
            {"supplier": Link("supplierId", "suppliers"), **INVOICE_LINKS},
            {"lineItems": LINE_LINKS},  # no adjusted ones here (helpdesk: the example uses lineItems)
            (*INVOICE_EQUALS, "supplierId", "invoiceNumber"),
            dated=True,
            writable=PURCHASE_WRITABLE,
        ),
        Resource("clients", RELATION_LINKS, equals=("name", "logicId"), writable=RELATION_WRITABLE),
        Resource("suppliers", RELATION_LINKS, equals=("name", "logicId"), writable=RELATION_WRITABLE),
        Resource("vat-tariffs"),
        Resource(
            "general-ledger-accounts",
            equals=("code", "name"),
            writable={"code": str, "name": str, "archivedAt": str},
            required=("code", "name"),
        ),
        Resource("journals"),
        Resource("payment-conditions"),
        Resource(
            "articles",
            {
                "salesGLAccount": Link("salesGLAccountId", "general-ledger-accounts", ("id", "code", "name")),
                "purchaseGLAccount": Link("purchaseGLAccountId", "general-ledger-accounts", ("id", "code", "name")),
                "vatTariff": LINE_LINKS["vatTariff"],
            },
            equals=("name", "articleNumber"),
        ),
        Resource("projects", equals=("logicId", "status")),
        Resource("activities", equals=("code",)),
        Resource("companies"),
        Resource(
            "approval-requests",
            {"supplier": Link("supplierId", "suppliers", ("id", "name"))},
            {"userStates": {}},
        ),
    )
}
