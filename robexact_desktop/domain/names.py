"""Names for things, so that a Robaws id never fits where an Exact id goes."""

from enum import StrEnum
from typing import NewType

InvoiceId = NewType("InvoiceId", str)
"""`sales/ROBAWS_ID` or `purchase/ROBAWS_ID`: sales and purchases number from 1 each, so the id needs both."""

RelationId = NewType("RelationId", str)
"""`client/ROBAWS_ID` or `supplier/ROBAWS_ID`."""

AccountId = NewType("AccountId", str)
"""The guid of a relation in Exact (`crm/Accounts.ID`)."""

EntryId = NewType("EntryId", str)
"""The guid of a booking in Exact (`EntryID`)."""


class Kind(StrEnum):
    """Which side of the books: decides journal type, relation role and the endpoint in Exact."""

    SALES = "sales"
    PURCHASE = "purchase"

    @property
    def relation_kind(self) -> str:
        """The Robaws collection that holds the other party, in the singular."""
        return "client" if self is Kind.SALES else "supplier"


def invoice_id(kind: Kind, robaws_id: str) -> InvoiceId:
    return InvoiceId(f"{kind.value}/{robaws_id}")


def relation_id(kind: Kind, robaws_id: str) -> RelationId:
    return RelationId(f"{kind.relation_kind}/{robaws_id}")


def kind_of(invoice: InvoiceId) -> Kind:
    return Kind(invoice.partition("/")[0])


def robaws_id_of(name: InvoiceId | RelationId) -> str:
    return name.partition("/")[2]
