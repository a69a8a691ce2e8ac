"""The VAT mapping (M4): each Robaws tariff its Exact code, apart for sales and purchases; nothing is guessed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from robexact_desktop.domain.booking import Books
from robexact_desktop.domain.ledger import VATCode
from robexact_desktop.domain.listing import Group, InvoiceView, Sums
from robexact_desktop.domain.names import InvoiceId, Kind, kind_of
from robexact_desktop.domain.vat_boxes import boxes
from robexact_desktop.services.list_invoices import list_again
from robexact_desktop.services.ports import VatTariff
from robexact_desktop.services.workplace import Workplace

UNMAPPED, GONE = "unmapped", "gone"


@dataclass(frozen=True, slots=True)
class MappedSide:
    """`name` is the code as it was mapped, `code` None where Exact does not hold it.

    `why` is the key of what is wrong with it, empty where it can be booked; `waiting` are the invoices that it holds.
    """

    name: str = ""
    code: VATCode | None = None
    why: str = ""
    waiting: tuple[InvoiceId, ...] = ()
    boxes: tuple[str, ...] = ()

    @property
    def asks(self) -> bool:
        """Only what invoices wait for asks for an act."""
        return bool(self.why and self.waiting)


@dataclass(frozen=True, slots=True)
class MappedTariff:
    id: str
    name: str
    percentage: str
    sales: MappedSide
    purchase: MappedSide

    def of(self, side: Kind) -> MappedSide:
        return self.sales if side is Kind.SALES else self.purchase

    @property
    def waiting(self) -> int:
        return len(self.sales.waiting) + len(self.purchase.waiting)

    @property
    def asks(self) -> bool:
        return self.sales.asks or self.purchase.asks


Waiting = Mapping[tuple[str, Kind], Sequence[InvoiceId]]


def mapped_tariffs(work: Workplace, books: Books, waiting: Waiting) -> list[MappedTariff]:
    """Every tariff of Robaws with its codes; `waiting` names the blocked invoices that use it."""
    found = []
    for tariff in work.stores.master.all(VatTariff):
        sales, purchase = (_side(tariff.id, side, books, waiting) for side in (Kind.SALES, Kind.PURCHASE))
        found.append(MappedTariff(tariff.id, tariff.name, tariff.percentage, sales, purchase))
    return found


def _side(tariff: str, side: Kind, books: Books, waiting: Waiting) -> MappedSide:
    mapping = books.settings.vat.sales if side is Kind.SALES else books.settings.vat.purchase
    name = mapping.get(tariff) or ""
    code = books.ledger.vat_codes.get(name)
    why = why_unusable(code, side) if code else GONE if name else UNMAPPED
    blocked = tuple(waiting.get((tariff, side), ())) if why else ()
    return MappedSide(name, code, why, blocked, boxes(code, side, books.ledger.country) if code and not why else ())


def wait_for_vat(work: Workplace) -> list[InvoiceId]:
    """The invoices that wait for a VAT code."""
    rows = work.stores.listed.rows(work.stores.listed.ids(InvoiceView(group=Group.BLOCKED)))
    return [row.id for row in rows.values() if row.problem.startswith("vat_")]


def invoices_by_tariff(work: Workplace, blocked: Iterable[InvoiceId]) -> Waiting:
    """Which of these invoices use each tariff, by side of the books."""
    found: defaultdict[tuple[str, Kind], list[InvoiceId]] = defaultdict(list)
    for name in blocked:
        invoice = work.stores.invoices.get(name)
        if invoice is not None:
            for tariff in {line.vat_tariff for line in invoice.lines if line.vat_tariff}:
                found[tariff, kind_of(name)].append(name)
    return found


def sums_of(work: Workplace, invoices: Iterable[InvoiceId]) -> tuple[Sums, ...]:
    """What they add up to, by currency."""
    listed = work.stores.listed
    return listed.sums([number for name in invoices if (number := listed.number_of(name)) is not None])


def why_unusable(code: VATCode, side: Kind) -> str:
    """The key of the reason for which a code cannot be chosen for this side; empty where it can."""
    if code.is_blocked:
        return "blocked"
    if not code.serves(side):
        return "only_purchase" if side is Kind.SALES else "only_sales"
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
