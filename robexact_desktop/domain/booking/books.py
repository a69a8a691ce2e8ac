"""The frozen snapshot that a booking is decided from: read in one transaction, the same for preview and sending."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from robexact_desktop.domain.ledger import Account, Ledger, StandingEntry
from robexact_desktop.domain.names import AccountId, EntryId, InvoiceId, RelationId
from robexact_desktop.domain.relation import Link, Relation
from robexact_desktop.domain.settings import Settings


class Field(StrEnum):
    """What can be set by hand (M9), named as on the command line."""

    GL = "gl"
    VAT = "vat"
    COST_CENTER = "cost_center"
    COST_UNIT = "cost_unit"
    PERIOD = "period"
    PAYMENT_CONDITION = "payment_condition"


OF_THE_INVOICE = frozenset({Field.PERIOD, Field.PAYMENT_CONDITION})
"""Fields that a line does not have."""


@dataclass(frozen=True, slots=True)
class Override:
    """A value set by hand. `line` counts from 0 in Robaws' order; None means every line, or the invoice itself.

    `rule_value` is what the rule said when it was set. `made_for` is the invoice's `fingerprint` at that moment:
    once the invoice changes the value is no longer used (M9).
    """

    invoice: InvoiceId
    line: int | None
    field: Field
    value: str
    rule_value: str
    who: str
    when: datetime
    made_for: str


@dataclass(frozen=True, slots=True)
class ArticleAccounts:
    """GL account codes that Robaws keeps on an article."""

    sales: str | None = None
    purchase: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in Exact already, found by number and by reference."""

    by_number: Mapping[tuple[str, int, int], StandingEntry] = field(default_factory=dict)  # journal, year, number
    by_reference: Mapping[str, tuple[StandingEntry, ...]] = field(default_factory=dict)  # casefolded YourRef

    def plus(self, entry: StandingEntry) -> "Standing":
        """With one more: what a run has just booked stands in the way of its later rows too."""
        reference = entry.your_ref.casefold()
        return Standing(
            {**self.by_number, (entry.journal, entry.year, entry.entry_number): entry},
            {**self.by_reference, reference: (*self.by_reference.get(reference, ()), entry)},
        )


@dataclass(frozen=True, slots=True)
class Books:
    """`contested` holds relations that may already be in Exact, so that nobody creates them unasked.

    `shared_numbers` maps a sale that waits to the others that would get the same entry number.
    `fingerprints` are those of the invoices as they stand in the cache now.
    """

    settings: Settings
    ledger: Ledger
    relations: Mapping[RelationId, Relation] = field(default_factory=dict)
    links: Mapping[RelationId, Link] = field(default_factory=dict)
    accounts: Mapping[AccountId, Account] = field(default_factory=dict)
    contested: frozenset[RelationId] = frozenset()
    ibans: Mapping[AccountId, frozenset[str]] = field(default_factory=dict)
    articles: Mapping[str, ArticleAccounts] = field(default_factory=dict)
    overrides: Mapping[InvoiceId, tuple[Override, ...]] = field(default_factory=dict)
    standing: Standing = field(default_factory=Standing)
    waiting_for_approval: frozenset[InvoiceId] = frozenset()
    shared_numbers: Mapping[InvoiceId, tuple[str, ...]] = field(default_factory=dict)
    ours: Mapping[EntryId, InvoiceId] = field(default_factory=dict)  # what this program booked, and for which invoice
    others: Mapping[InvoiceId, frozenset[EntryId]] = field(default_factory=dict)  # said by a person not to be it

    def by_hand(self, invoice: InvoiceId, field_: Field, line: int | None = None) -> Override | None:
        """The value set by hand for this line, else for the whole invoice."""
        of_invoice = [o for o in self.overrides.get(invoice, ()) if o.field is field_]
        exact = next((o for o in of_invoice if o.line == line), None)
        return exact or next((o for o in of_invoice if o.line is None), None)
