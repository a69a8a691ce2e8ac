"""Whether Exact holds just what Robaws' invoices say: a second opinion, written apart from the program.

It knows the settings, Robaws and Exact, and nothing of how the program decides.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Any

from robexact_desktop.demo.exact import ExactState
from robexact_desktop.demo.robaws import RobawsState
from robexact_desktop.demo.robaws.documents import Files
from robexact_desktop.demo.robaws.shown import adjusted

Row = Mapping[str, Any]

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
RESOURCES = {"sales": "sales-invoices", "purchase": "purchase-invoices"}
RELATIONS = {"sales": ("clients", "clientId", "Customer"), "purchase": ("suppliers", "supplierId", "Supplier")}
REFERENCES = {"sales": "logicId", "purchase": "invoiceNumber"}
TYPES = {("sales", 1): 20, ("sales", -1): 21, ("purchase", 1): 30, ("purchase", -1): 31}
STRAY = "-"


@dataclass(frozen=True)
class Difference:
    """`invoice` is STRAY for an entry that no invoice stands behind."""

    invoice: str
    what: str
    expected: object = None
    found: object = None


@dataclass(frozen=True)
class Exact:
    """One administration of the stand-in."""

    state: ExactState
    division: int

    def entries(self, besides: Collection[str]) -> list[tuple[str, Row]]:
        """Kind and entry, without those `besides`: what the books held before."""
        return [
            (kind, entry)
            for kind in RESOURCES
            for entry in self.state.entries(self.division, kind)
            if entry["EntryID"] not in besides
        ]

    def account(self, key: str) -> Row:
        return self.state.get(self.division, "crm/Accounts", key) or {}

    @cached_property
    def periods(self) -> list[tuple[str, str, tuple[int, int]]]:
        """First and last day, (year, period)."""
        rows = self.state.rows(self.division, "financial/FinancialPeriods")
        return [(row["StartDate"][:10], row["EndDate"][:10], (row["FinYear"], row["FinPeriod"])) for row in rows]

    def period_of(self, day: str) -> tuple[int, int] | None:
        return next((period for first, last, period in self.periods if first <= day <= last), None)

    @cached_property
    def files(self) -> dict[str, list[bytes]]:
        """EntryID -> the files of its documents."""
        names = {
            row["ID"]: row.get("FinancialTransactionEntryID")
            for row in self.state.rows(self.division, "documents/Documents")
        }
        found: dict[str, list[bytes]] = defaultdict(list)
        for row in self.state.rows(self.division, "documents/DocumentAttachments"):
            found[names[row["Document"]] or ""].append(self.state.attachment_bytes(self.division, row["ID"]))
        return found


@dataclass(frozen=True)
class Robaws:
    """The tenant of the stand-in."""

    state: RobawsState

    def invoice(self, name: str) -> Row:
        kind, _, key = name.partition("/")
        row = self.state.get(RESOURCES[kind], key)
        assert row, name
        return row

    def relation(self, kind: str, invoice: Row) -> Row:
        resource, field, _ = RELATIONS[kind]
        return self.state.get(resource, invoice[field]) or {}

    def percentage(self, tariff: str) -> Decimal:
        return Decimal((self.state.get("vat-tariffs", tariff) or {})["percentage"])

    def journal_code(self, invoice: Row) -> str:
        return (self.state.get("journals", invoice.get("journalId") or "") or {}).get("code") or ""

    def file(self, kind: str, invoice: Row) -> bytes | None:
        files = Files(self.state)
        if invoice.get("documentId"):
            return files.of_document(invoice["documentId"]).get_data()
        return files.sales_invoice(invoice).get_data() if kind == "sales" else None


@dataclass(frozen=True)
class Choices:
    """What the bookkeeper chose: the tree of the settings."""

    tree: Mapping[str, Any]

    def vat_code(self, kind: str, tariff: str) -> str:
        return str(self.tree["vat"][kind][tariff])

    def journal(self, kind: str, robaws_code: str, *, credit: bool) -> str:
        if robaws_code:
            return str(self.tree["journals"].get(robaws_code, robaws_code))
        booking = self.tree["booking"]
        return str(booking.get(f"{kind}_credit_journal") if credit else booking[f"{kind}_journal"])


def compare(
    exact: Exact, robaws: Robaws, invoices: Collection[str], choices: Choices, besides: Collection[str]
) -> list[Difference]:
    """Exactly one entry for each of these invoices and none else, each equal to its invoice."""
    entries = exact.entries(besides)
    taken: set[str] = set()
    found: list[Difference] = []
    for name in invoices:
        mine = list(_entries_of(name, entries, exact, robaws))
        taken |= {entry["EntryID"] for entry in mine}
        if not mine:
            found.append(Difference(name, "missing"))
        elif len(mine) > 1:
            found.append(Difference(name, "doubled", 1, len(mine)))
        for entry in mine[:1]:
            found += _compared(name, entry, exact, robaws, choices)
    strays = [entry for _, entry in entries if entry["EntryID"] not in taken]
    return found + [Difference(STRAY, "stray", None, entry["YourRef"]) for entry in strays]


def _entries_of(name: str, entries: list[tuple[str, Row]], exact: Exact, robaws: Robaws) -> Iterator[Row]:
    """By reference; two suppliers may use the same one, then by relation too."""
    kind, invoice = name.partition("/")[0], robaws.invoice(name)
    reference = invoice[REFERENCES[kind]]
    same = [row for row in robaws.state.all(RESOURCES[kind]) if row.get(REFERENCES[kind]) == reference]
    for of_kind, entry in entries:
        if of_kind == kind and entry["YourRef"] == reference:
            if len(same) > 1 and not _is_relation(kind, invoice, entry, exact, robaws):
                continue
            yield entry


def _compared(name: str, entry: Row, exact: Exact, robaws: Robaws, choices: Choices) -> Iterator[Difference]:
    kind, invoice = name.partition("/")[0], robaws.invoice(name)
    sign = -1 if invoice["type"] == "CREDIT_NOTE" else 1
    journal = choices.journal(kind, robaws.journal_code(invoice), credit=sign < 0)
    pairs = {
        "total": (sign * Decimal(invoice["totalInclVat"]), Decimal(entry["AmountFC"])),
        "type": (TYPES[kind, sign], entry["Type"]),
        "date": (invoice["date"], entry["EntryDate"][:10]),
        "due date": (invoice["expireDate"], entry["DueDate"][:10]),
        "period": (exact.period_of(invoice["date"]), (entry["ReportingYear"], entry["ReportingPeriod"])),
        "journal": (journal, entry["Journal"]),
        "currency": (invoice["currency"], entry["Currency"]),
        "vat": (_vat(kind, invoice, sign, robaws, choices), _vat_of(entry)),
        "file": ([robaws.file(kind, invoice)], exact.files.get(entry["EntryID"], [None])),
    }
    for what, (expected, shown) in pairs.items():
        if expected != shown:
            yield Difference(name, what, expected, shown)
    if not _is_relation(kind, invoice, entry, exact, robaws):
        account = exact.account(entry[RELATIONS[kind][2]])
        yield Difference(name, "relation", robaws.relation(kind, invoice)["name"], account.get("Name"))


def _vat(kind: str, invoice: Row, sign: int, robaws: Robaws, choices: Choices) -> dict[str, tuple[Decimal, Decimal]]:
    """Code -> net and VAT. The VAT is computed per tariff; what the invoice states beyond that is its largest's."""
    nets: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for line in invoice["lineItems"]:
        if line["type"] == "LINE":
            net = adjusted(line) if kind == "sales" else line
            given = net.get("totalExclVat")
            nets[line["vatTariffId"]] += (
                Decimal(given) if given is not None else Decimal(net["quantity"]) * Decimal(net["price"])
            )
    vats = {
        tariff: (net * robaws.percentage(tariff) / 100).quantize(CENT, ROUND_HALF_UP) for tariff, net in nets.items()
    }
    rest = Decimal(invoice["totalInclVat"]) - Decimal(invoice["totalExclVat"]) - sum(vats.values())
    if rest:
        vats[max(vats, key=lambda tariff: abs(vats[tariff]))] += rest
    found: dict[str, tuple[Decimal, Decimal]] = defaultdict(lambda: (ZERO, ZERO))
    for tariff, net in nets.items():
        code = choices.vat_code(kind, tariff)
        found[code] = (found[code][0] + sign * net, found[code][1] + sign * vats[tariff])
    return dict(found)


def _vat_of(entry: Row) -> dict[str, tuple[Decimal, Decimal]]:
    found: dict[str, tuple[Decimal, Decimal]] = defaultdict(lambda: (ZERO, ZERO))
    for line in entry["Lines"]:
        net, vat = found[line["VATCode"]]
        found[line["VATCode"]] = (net + Decimal(line["AmountFC"]), vat + Decimal(line["VATAmountFC"]))
    return dict(found)


def _is_relation(kind: str, invoice: Row, entry: Row, exact: Exact, robaws: Robaws) -> bool:
    """The same VAT number, else the same company number, else the same name."""
    relation, account = robaws.relation(kind, invoice), exact.account(entry[RELATIONS[kind][2]])
    numbers = _plain(relation.get("vatIdNumber")), _plain(account.get("VATNumber"))
    if all(numbers):
        return numbers[0] == numbers[1]
    company = _plain(relation.get("companyNumber"))
    if company and company in (_plain(account.get("ChamberOfCommerce")), _plain(account.get("VATNumber"))):
        return True
    return bool(relation["name"].casefold() == (account.get("Name") or "").casefold())


def _plain(number: str | None) -> str:
    """BE0999000129, however it was typed."""
    text = "".join(letter for letter in (number or "").upper() if letter.isalnum())
    return f"BE{text}" if text.isdigit() else text
