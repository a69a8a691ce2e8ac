"""The rows of Exact's feeds (`sync/`), each with its row version, as domain values."""

from robexact_desktop.adapters.exact.odata import Row
from robexact_desktop.adapters.exact.parse import ACCOUNT_FIELDS, account
from robexact_desktop.domain.ledger import TransactionLine
from robexact_desktop.domain.money import ZERO
from robexact_desktop.domain.names import AccountId, EntryId
from robexact_desktop.domain.payment import MATCHED, PaymentTerm
from robexact_desktop.services.ports import SyncedAccount, SyncedTerm

RECEIPT = 20
"""`PaymentTerms.LineType` of what a customer owes; 22 is what we owe."""

ENTRY_TYPES = frozenset({20, 21, 30, 31})
"""`TransactionLines.Type` of sales and purchase entries and their credit notes; the rest is bank, cash, general."""

SYNCED_ACCOUNT_FIELDS = f"Timestamp,{ACCOUNT_FIELDS}"
LINE_FIELDS = (
    "Timestamp,ID,EntryID,LineNumber,JournalCode,FinancialYear,FinancialPeriod,EntryNumber,YourRef,Account,Type,Date,"
    "AmountFC,VATCode,AmountVATFC,GLAccountCode"
)
TERM_FIELDS = "Timestamp,ID,TransactionEntryID,LineType,AmountFC,Status,IsFullyPaid"


def synced_account(row: Row) -> SyncedAccount:
    return SyncedAccount(row.whole("Timestamp"), account(row))


def transaction_line(row: Row) -> TransactionLine:
    """A line of a sales or purchase entry as Exact gives it, debit positive."""
    owner = row.guid("Account")
    return TransactionLine(
        id=row.guid("ID") or row.key("ID"),
        timestamp=row.whole("Timestamp"),
        entry_id=EntryId(row.guid("EntryID") or row.key("EntryID")),
        line_number=row.whole("LineNumber"),
        journal=row.text("JournalCode"),
        year=row.number("FinancialYear") or 0,
        period=row.number("FinancialPeriod") or 0,
        entry_number=row.number("EntryNumber") or 0,
        your_ref=row.text("YourRef"),
        account=AccountId(owner) if owner else None,
        type=row.number("Type") or 0,
        date=row.day("Date"),
        amount=row.money("AmountFC"),
        vat_code=row.text("VATCode"),
        vat_amount=(row.amount("AmountVATFC") or ZERO).quantize(ZERO),
        gl_account=row.text("GLAccountCode"),
    )


def cursor_line(row: Row) -> TransactionLine:
    """A line of another journal, emptied of all but its timestamp: it says how far the feed was read.

    It has one fixed id, so that the cache holds one of it.
    """
    return TransactionLine(
        id="cursor",
        timestamp=row.whole("Timestamp"),
        entry_id=EntryId(""),
        line_number=-1,
        journal="",
        year=0,
        period=0,
        entry_number=0,
        your_ref="",
        account=None,
        type=0,
        date=None,
        amount=ZERO,
        vat_code="",
        vat_amount=ZERO,
    )


def synced_term(row: Row) -> SyncedTerm:
    """A receivable is negative in Exact, a payable positive; here what is due is positive (exact-online 4.12)."""
    due = row.money("AmountFC") * (-1 if row.number("LineType") == RECEIPT else 1)
    entry = EntryId(row.guid("TransactionEntryID") or "")
    is_paid = row.flag("IsFullyPaid") or row.number("Status") == MATCHED
    return SyncedTerm(row.whole("Timestamp"), PaymentTerm(row.guid("ID") or row.key("ID"), entry, due + ZERO, is_paid))
