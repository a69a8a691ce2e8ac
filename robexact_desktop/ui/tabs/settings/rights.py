"""What the program needs to be allowed in Exact, as a bookkeeper knows it, and which readings prove it."""

from collections.abc import Mapping
from dataclasses import dataclass

from robexact_desktop.domain.answers import Right
from robexact_desktop.domain.outbox import Kind


@dataclass(frozen=True, slots=True)
class Need:
    """`name` is the key of its words; `writes` holds what is made there, empty where nothing is."""

    name: str
    resources: tuple[str, ...]
    writes: frozenset[Kind] = frozenset()


NEEDS = (
    Need(
        "entries",
        ("salesentry/SalesEntries", "purchaseentry/PurchaseEntries", "sync/Financial/TransactionLines"),
        frozenset({Kind.ENTRY}),
    ),
    Need(
        "ledger",
        (
            "financial/GLAccounts",
            "financial/Journals",
            "financial/FinancialPeriods",
            "read/financial/JournalStatusList",
            "vat/VATCodes",
            "general/Currencies",
        ),
    ),
    Need("relations", ("crm/Accounts", "crm/BankAccounts", "sync/CRM/Accounts"), frozenset({Kind.RELATION})),
    Need(
        "documents",
        ("documents/Documents", "documents/DocumentTypes"),
        frozenset({Kind.DOCUMENT, Kind.ATTACHMENT}),
    ),
    Need("costs", ("hrm/Costcenters", "hrm/Costunits"), frozenset({Kind.COST_CENTER, Kind.COST_UNIT})),
    Need("payments", ("sync/Cashflow/PaymentTerms",)),
    Need("conditions", ("cashflow/PaymentConditions",)),
    Need("divisions", ("system/Divisions",)),
)
"""In the order of the screen."""


def refused(need: Need, rights: Mapping[str, Right]) -> Right | None:
    """The first reading that Exact refused; None where all went well, or none was tried."""
    return next((rights[name] for name in need.resources if name in rights and not rights[name].ok), None)


def was_tried(need: Need, rights: Mapping[str, Right]) -> bool:
    return any(name in rights for name in need.resources)
