"""Exact's resources: where things are posted, and what each right is tried with (product.md C4)."""

import re
from types import MappingProxyType

from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.outbox import Kind as OperationKind

ENTRIES = MappingProxyType({Kind.SALES: "salesentry/SalesEntries", Kind.PURCHASE: "purchaseentry/PurchaseEntries"})

POSTED_TO = MappingProxyType(
    {
        OperationKind.RELATION: "crm/Accounts",
        OperationKind.COST_CENTER: "hrm/Costcenters",
        OperationKind.COST_UNIT: "hrm/Costunits",
        OperationKind.DOCUMENT: "documents/Documents",
        OperationKind.ATTACHMENT: "documents/DocumentAttachments",
    }
)

NOTHING = f"Timestamp gt {2**63 - 1}L"
"""A feed takes no other filter; behind the last possible row version it answers with an empty page."""

RIGHTS = (
    ("salesentry/SalesEntries", "EntryID", ""),
    ("purchaseentry/PurchaseEntries", "EntryID", ""),
    ("financial/GLAccounts", "ID", ""),
    ("financial/Journals", "ID", ""),
    ("financial/FinancialPeriods", "ID", ""),
    ("read/financial/JournalStatusList", "Journal,Year,Period", ""),
    ("vat/VATCodes", "ID", ""),
    ("cashflow/PaymentConditions", "ID", ""),
    ("hrm/Costcenters", "ID", ""),
    ("hrm/Costunits", "ID", ""),
    ("general/Currencies", "Code", ""),
    ("crm/Accounts", "ID", "Status eq 'C'"),  # asks for a filter (picqer #591)
    ("crm/BankAccounts", "ID", ""),
    ("documents/Documents", "ID", ""),
    ("documents/DocumentTypes", "ID", ""),
    ("sync/CRM/Accounts", "Timestamp", NOTHING),
    ("sync/Financial/TransactionLines", "Timestamp", NOTHING),
    ("sync/Cashflow/PaymentTerms", "Timestamp", NOTHING),
    ("system/Divisions", "Code", ""),
)
"""Resource, fields, filter: one of each scope that the program needs, and each feed."""


def resource_of(kind: OperationKind, side: Kind) -> str:
    """Where an operation goes. Raises KeyError for one that Exact never sees (WRITE_BACK): our bug."""
    if kind in (OperationKind.ENTRY, OperationKind.RELEASE):
        return ENTRIES[side]
    return POSTED_TO[kind]


def path_of(division: int, resource: str) -> str:
    return f"/api/v1/{division}/{resource}"


def vat_spellings(vat_number: str) -> list[str]:
    """A VAT number in the ways that people write one: Exact keeps it as typed (facts: exact-online 4.5)."""
    plain = re.sub(r"[^0-9A-Za-z]", "", vat_number).upper()
    if not plain:
        return []
    spellings = [vat_number.strip(), plain]
    if found := re.fullmatch(r"(BE)?(0?)(\d{3})(\d{3})(\d{3})", plain):
        first, second, third = "0" + found[3], found[4], found[5]
        grouped = f"{first}.{second}.{third}"
        spellings += [f"BE{first}{second}{third}", f"BE {grouped}", f"BE{grouped}", grouped, first + second + third]
    elif found := re.fullmatch(r"([A-Z]{2})(\w+)", plain):
        spellings += [f"{found[1]} {found[2]}", found[2]]
    return list(dict.fromkeys(spellings))
