"""The VAT mapping (M4): each Robaws tariff its Exact code, apart for sales and purchases; nothing is guessed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from robexact_desktop.domain.booking import Books
from robexact_desktop.domain.ledger import VATCode
from robexact_desktop.domain.names import InvoiceId, Kind
from robexact_desktop.services.list_invoices import list_again
from robexact_desktop.services.ports import VatTariff
from robexact_desktop.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class MappedTariff:
    """`code` is None where nothing is mapped, and names a code that Exact does not (or no longer) hold as `gone`."""

    id: str
    name: str
    percentage: str
    sales: VATCode | None
    purchase: VATCode | None
    gone: tuple[str, ...]
    waiting: int

    @property
    def lacks_what_waits(self) -> bool:
        return self.waiting > 0


def mapped_tariffs(work: Workplace, books: Books, waiting: Mapping[str, int]) -> list[MappedTariff]:
    """Every tariff of Robaws with its codes; `waiting` counts the invoices that an unmapped one blocks."""
    mapping = books.settings.vat
    found = []
    for tariff in work.stores.master.all(VatTariff):
        names = (mapping.sales.get(tariff.id), mapping.purchase.get(tariff.id))
        sales, purchase = (books.ledger.vat_codes.get(name or "") for name in names)
        gone = tuple(name for name in names if name and name not in books.ledger.vat_codes)
        found.append(
            MappedTariff(tariff.id, tariff.name, tariff.percentage, sales, purchase, gone, waiting.get(tariff.id, 0))
        )
    return found


def invoices_by_tariff(work: Workplace, blocked: list[InvoiceId]) -> dict[str, int]:
    """How many of these invoices use each tariff."""
    counted: Counter[str] = Counter()
    for name in blocked:
        invoice = work.stores.invoices.get(name)
        if invoice is not None:
            counted.update({line.vat_tariff for line in invoice.lines if line.vat_tariff})
    return dict(counted)


def why_unusable(code: VATCode, side: Kind) -> str:
    """The key of the reason for which a code cannot be chosen for this side; empty where it can."""
    if code.is_blocked:
        return "blocked"
    if not code.serves(side):
        return "other_side"
    return "inclusive" if code.type == "I" else ""


def map_vat(work: Workplace, tariff: str, side: Kind, code: str | None) -> None:
    """Map, or with None take the mapping away. What waited for it is judged again."""
    settings = work.stores.settings.load(work.settings.environment)  # a long job's may be older than the last mapping
    vat = settings.vat
    before = vat.sales if side is Kind.SALES else vat.purchase
    after = {key: value for key, value in {**before, tariff: code or ""}.items() if value}
    changed = replace(vat, sales=after) if side is Kind.SALES else replace(vat, purchase=after)
    work.stores.settings.save(replace(settings, vat=changed), work.who, work.clock())
    waiting = [invoice.id for invoice in work.stores.invoices.all(side) if not invoice.sent_to_accountant]
    list_again(work, waiting)
