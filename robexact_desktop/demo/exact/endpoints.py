"""What Exact documents of each endpoint: methods, page size, scope, properties (endpoints.json, from the reference).

Several endpoints show the same rows; BASE says which resource keeps them.
"""

import json
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from typing import Final

VERBS: Final = {"GET": "G", "POST": "P", "PUT": "U", "DELETE": "D"}

SALES: Final = "salesentry/SalesEntries"
PURCHASES: Final = "purchaseentry/PurchaseEntries"
SALES_LINES: Final = "salesentry/SalesEntryLines"
PURCHASE_LINES: Final = "purchaseentry/PurchaseEntryLines"
TERMS: Final = "sync/Cashflow/PaymentTerms"
LEDGER: Final = "financialtransaction/TransactionLines"
DELETED: Final = "sync/Deleted"
LINES_OF: Final = {SALES: SALES_LINES, PURCHASES: PURCHASE_LINES}
ENTRIES_OF: Final = {SALES_LINES: SALES, PURCHASE_LINES: PURCHASES}

BASE: Final = {
    "bulk/CRM/Accounts": "crm/Accounts",
    "bulk/Cashflow/Payments": TERMS,
    "bulk/Cashflow/Receivables": TERMS,
    "bulk/Documents/Documents": "documents/Documents",
    "bulk/Financial/GLAccounts": "financial/GLAccounts",
    "bulk/Financial/TransactionLines": LEDGER,
    "cashflow/Payments": TERMS,
    "cashflow/Receivables": TERMS,
    "hrm/Divisions": "system/Divisions",
    "sync/CRM/Accounts": "crm/Accounts",
    "sync/Documents/DocumentAttachments": "documents/DocumentAttachments",
    "sync/Documents/Documents": "documents/Documents",
    "sync/Financial/GLAccounts": "financial/GLAccounts",
    "sync/Financial/TransactionLines": LEDGER,
    "sync/Project/Projects": "project/Projects",
    "system/AllDivisions": "system/Divisions",
}

LINE_TYPE: Final = {
    "cashflow/Receivables": 20,
    "bulk/Cashflow/Receivables": 20,
    "cashflow/Payments": 22,
    "bulk/Cashflow/Payments": 22,
    "read/financial/ReceivablesList": 20,
    "read/financial/PayablesList": 22,
}


@dataclass(frozen=True)
class Property:
    name: str
    type: str
    methods: str
    key: bool
    required: bool


@dataclass(frozen=True)
class Endpoint:
    path: str
    methods: str
    page_size: int
    scope: str
    properties: dict[str, Property] = field(repr=False)

    @cached_property
    def keys(self) -> tuple[Property, ...]:
        return tuple(item for item in self.properties.values() if item.key)

    @property
    def base(self) -> str:
        return BASE.get(self.path, self.path)

    @property
    def is_feed(self) -> bool:
        return self.path.startswith(("sync/", "bulk/"))

    @property
    def model(self) -> str:
        """The type in __metadata: `Exact.Web.Api.Models.Account` for crm/Accounts (fixtures)."""
        name = self.path.rsplit("/", 1)[-1]
        singular = name[:-3] + "y" if name.endswith("ies") else name.removesuffix("s")
        return f"Exact.Web.Api.Models.{singular}"


def _load() -> dict[str, Endpoint]:
    text = files(__package__ or __name__).joinpath("endpoints.json").read_text(encoding="utf-8")
    return {path: _endpoint(path, facts) for path, facts in json.loads(text).items()}


def _endpoint(path: str, facts: dict[str, object]) -> Endpoint:
    documented = facts["properties"]
    assert isinstance(documented, dict)
    properties = {name: _property(name, *packed.split()) for name, packed in documented.items()}
    return Endpoint(path, str(facts["methods"]), int(str(facts["page"])), str(facts["scope"]), properties)


def _property(name: str, kind: str, methods: str, *marks: str) -> Property:
    return Property(name, kind, methods, key="key" in marks, required="required" in marks)


ENDPOINTS: Final[dict[str, Endpoint]] = _load()
