"""From Exact's rows to domain values, once, at the border. Each `*_FIELDS` is what a reading asks for."""

from decimal import Decimal

from robexact_desktop.adapters.exact.odata import Row
from robexact_desktop.domain.answers import FoundEntry
from robexact_desktop.domain.ledger import (
    OPTIONAL,
    Account,
    ClosedPeriod,
    CostCenter,
    CostUnit,
    Currency,
    Division,
    DocumentType,
    GLAccount,
    Journal,
    PaymentCondition,
    Period,
    VATCode,
)
from robexact_desktop.domain.names import AccountId, EntryId, Kind
from robexact_desktop.services.ports import BankAccount

CLOSED = 1
ARCHIVED = 2

DIVISION_FIELDS = "Code,Description,Currency,Country,Status"
GL_ACCOUNT_FIELDS = "ID,Code,Description,Type,IsBlocked,UseCostcenter,UseCostunit,Costcenter,Costunit"
JOURNAL_FIELDS = "Code,Description,Type,IsBlocked,GLAccountCode"
VAT_CODE_FIELDS = "Code,Description,Percentage,Type,VATTransactionType,IsBlocked,Charged,Country,OssCountry"
PERIOD_FIELDS = "FinYear,FinPeriod,StartDate,EndDate"
CLOSED_FIELDS = "Journal,Year,Period,Status"
CONDITION_FIELDS = "Code,Description,PaymentMethod"
COST_FIELDS = "Code,Description,EndDate"
CURRENCY_FIELDS = "Code"
DOCUMENT_TYPE_FIELDS = "ID,Description,TypeCategory,DocumentIsCreatable"
BANK_FIELDS = "ID,Account,BankAccount,IBAN"
ACCOUNT_FIELDS = (
    "ID,Code,Name,VATNumber,ChamberOfCommerce,Country,Postcode,City,Status,IsSupplier,Blocked,AddressLine1,Email,Phone"
)
ENTRY_FIELDS = "EntryID,EntryNumber,YourRef,Journal,AmountFC,EntryDate,ReportingYear"


def division(row: Row) -> Division | None:
    """None for an archived one."""
    if row.number("Status") == ARCHIVED:
        return None
    currency = row.text("Currency") or "EUR"
    return Division(row.whole("Code"), row.text("Description"), currency, row.text("Country"))


def gl_account(row: Row) -> GLAccount:
    return GLAccount(
        id=row.guid("ID") or row.key("ID"),
        code=row.key("Code"),
        description=row.text("Description"),
        type=row.number("Type") or 0,
        is_blocked=row.flag("IsBlocked"),
        use_cost_center=row.number("UseCostcenter") or OPTIONAL,
        use_cost_unit=row.number("UseCostunit") or OPTIONAL,
        default_cost_center=row.text("Costcenter") or None,
        default_cost_unit=row.text("Costunit") or None,
    )


def journal(row: Row) -> Journal:
    blocked, account = row.flag("IsBlocked"), row.text("GLAccountCode")
    return Journal(row.key("Code"), row.text("Description"), row.whole("Type"), blocked, account)


def vat_code(row: Row) -> VATCode:
    """Exact keeps fractions (0.21), people say 21."""
    percentage = (row.amount("Percentage") or Decimal(0)) * 100
    return VATCode(
        code=row.key("Code"),
        description=row.text("Description"),
        percentage=_plain(percentage),
        type=row.text("Type") or "E",
        direction=row.text("VATTransactionType") or "B",
        is_blocked=row.flag("IsBlocked"),
        charged=row.flag("Charged"),
        country=row.text("OssCountry") or row.text("Country"),
    )


def period(row: Row) -> Period:
    return Period(row.whole("FinYear"), row.whole("FinPeriod"), row.date("StartDate"), row.date("EndDate"))


def closed_period(row: Row) -> ClosedPeriod | None:
    """None for one that is open."""
    if row.number("Status") != CLOSED:
        return None
    return ClosedPeriod(row.key("Journal"), row.whole("Year"), row.whole("Period"))


def payment_condition(row: Row) -> PaymentCondition:
    return PaymentCondition(row.key("Code"), row.text("Description"), row.text("PaymentMethod") or "B")


def cost_center(row: Row) -> CostCenter:
    return CostCenter(row.key("Code"), row.text("Description"), row.day("EndDate"))


def cost_unit(row: Row) -> CostUnit:
    return CostUnit(row.key("Code"), row.text("Description"), row.day("EndDate"))


def currency(row: Row) -> Currency:
    return Currency(row.key("Code"))


def document_type(row: Row) -> DocumentType | None:
    """None for one that nobody may create."""
    if not row.flag("DocumentIsCreatable"):
        return None
    return DocumentType(row.whole("ID"), row.text("Description"), row.number("TypeCategory"))


def bank_account(row: Row) -> BankAccount | None:
    """None where the account has no number at all."""
    number = "".join((row.text("IBAN") or row.text("BankAccount")).split()).upper()
    owner = row.guid("Account")
    return BankAccount(row.key("ID"), AccountId(owner), number) if number and owner else None


def account(row: Row) -> Account:
    return Account(
        id=AccountId(row.guid("ID") or row.key("ID")),
        code=row.text("Code"),
        name=row.text("Name"),
        vat_number=row.text("VATNumber"),
        chamber_of_commerce=row.text("ChamberOfCommerce"),
        country=row.text("Country"),
        postcode=row.text("Postcode"),
        city=row.text("City"),
        status=row.text("Status"),
        is_supplier=row.flag("IsSupplier"),
        is_blocked=row.flag("Blocked"),
        address_line1=row.text("AddressLine1"),
        email=row.text("Email"),
        phone=row.text("Phone"),
    )


def found_entry(row: Row, side: Kind) -> FoundEntry:
    owner = row.guid("Customer" if side is Kind.SALES else "Supplier")
    return FoundEntry(
        id=EntryId(row.guid("EntryID") or row.key("EntryID")),
        entry_number=row.number("EntryNumber") or 0,
        your_ref=row.text("YourRef"),
        journal=row.text("Journal"),
        account=AccountId(owner or ""),
        amount=row.money("AmountFC"),
        entry_date=row.date("EntryDate"),
        year=row.number("ReportingYear"),
    )


def _plain(number: Decimal) -> Decimal:
    """21, not 21.00 and not 2.1E+1."""
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()
