"""Sales and purchases: the same booking with other names and signs."""

from dataclasses import dataclass
from typing import Final

from robexact_desktop.demo.exact.endpoints import PURCHASE_LINES, PURCHASES, SALES, SALES_LINES


@dataclass(frozen=True)
class Side:
    entries: str
    lines: str
    lines_field: str
    account_field: str
    account_word: str
    journal_type: int
    vat_letter: str
    types: tuple[int, int]
    type_names: tuple[str, str]
    line_type: int
    debit: int
    """+1 where the account is debited for an invoice (a customer owes), -1 where it is credited."""
    condition_field: str
    vat_field: str
    vat_account: str


SALES_SIDE: Final = Side(
    entries=SALES,
    lines=SALES_LINES,
    lines_field="SalesEntryLines",
    account_field="Customer",
    account_word="Klant",
    journal_type=20,
    vat_letter="S",
    types=(20, 21),
    type_names=("Verkoopboeking", "Verkoopcreditnota"),
    line_type=20,
    debit=1,
    condition_field="PaymentConditionSales",
    vat_field="SalesVATCode",
    vat_account="GLToPay",
)

PURCHASE_SIDE: Final = Side(
    entries=PURCHASES,
    lines=PURCHASE_LINES,
    lines_field="PurchaseEntryLines",
    account_field="Supplier",
    account_word="Leverancier",
    journal_type=22,
    vat_letter="P",
    types=(30, 31),
    type_names=("Inkoopboeking", "Inkoopcreditnota"),
    line_type=22,
    debit=-1,
    condition_field="PaymentConditionPurchase",
    vat_field="PurchaseVATCode",
    vat_account="GLToClaim",
)

SIDES: Final = {SALES: SALES_SIDE, PURCHASES: PURCHASE_SIDE}
