"""From Robaws' JSON to domain values, once, at the border (facts: robaws-contract, to the letter)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from robexact_desktop.adapters.robaws.values import Item
from robexact_desktop.domain.booking.books import ArticleAccounts
from robexact_desktop.domain.invoice import Invoice, InvoiceLine, InvoiceType, Project
from robexact_desktop.domain.money import ZERO
from robexact_desktop.domain.names import Kind, invoice_id, relation_id
from robexact_desktop.domain.relation import Relation
from robexact_desktop.services.ports import Article, RobawsJournal, RobawsPaymentCondition, VatTariff

TYPES = {
    "INVOICE": InvoiceType.INVOICE,
    "CREDIT_NOTE": InvoiceType.CREDIT_NOTE,
    "CREDITNOTE": InvoiceType.CREDIT_NOTE,  # so printed on a page of Robaws'
}

NOT_GIVEN = {"AWAITING_DECISION", "REJECTED"}


class Lookups(Protocol):
    """Whole lists of Robaws, fetched when an answer names an id without the object that belongs to it."""

    def gl_code(self, gl_account: str) -> str | None: ...
    def percentage(self, vat_tariff: str) -> Decimal | None: ...
    def journal(self, journal: str) -> tuple[str, str]:
        """Code and name."""
        ...

    def project(self, resource: str, id_: str) -> Project: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """What turns one kind of object into its domain value."""

    lookups: Lookups

    def invoice(self, kind: Kind, told: Item) -> Invoice:
        """Raises UnreadableError where one of the keys is missing that the contract promises."""
        own_number = told.id("logicId")
        party = kind.relation_kind
        party_id = told.id(f"{party}Id") or told.inside(party).id("id")
        journal_code, journal_name = self._journal(told)
        number = own_number if kind is Kind.SALES else told.id("invoiceNumber") or own_number
        date = told.day("date")
        if date is None or told.text("type") not in TYPES:
            raise told.unreadable("date" if date is None else "type")
        definitive = told.flag("booked", missing=True)
        return Invoice(
            id=invoice_id(kind, told.key("id")),
            kind=kind,
            type=TYPES[told.text("type")],
            number=number,
            own_number=own_number,
            date=date,
            relation=relation_id(kind, party_id) if party_id else None,
            relation_name=_party_name(told.inside(party), party_id),
            total_excl=told.amount("totalExclVat"),
            total_incl=told.amount("totalInclVat"),
            lines=self._lines(told, is_draft=number is None or not definitive),
            due_date=told.day("expireDate"),
            booking_date=told.day("bookingDate"),
            journal_code=journal_code or None,
            journal_name=journal_name or None,
            company=told.id("companyId"),
            payment_condition=told.id("paymentConditionId") or told.inside("paymentCondition").id("id"),
            payment_reference=told.id("paymentInstruction"),
            currency=told.id("currency"),
            document=told.id("documentId"),
            definitive=definitive,
            sent_to_accountant=told.flag("sentToAccountant", missing=False),
            status=told.text("status"),
            paid_total=told.amount("paidTotal"),
            updated_at=told.text("updatedAt"),
        )

    def relation(self, kind: Kind, told: Item) -> Relation:
        address = told.inside("address")
        iban = told.text("iban", "accountNumber", "accountNr", "bankAccountNumber")
        code = told.text("exactOnlineCode") or told.inside("extraFields").named("exactonlinecode")
        return Relation(
            id=relation_id(kind, told.key("id")),
            number=told.text("logicId"),
            name=told.key("name"),
            vat_number=told.text("vatIdNumber", "vatNumber", "vat"),
            company_number=told.text("companyNumber"),
            country=address.text("country"),
            postcode=address.text("postalCode"),
            city=address.text("city"),
            address_line1=address.text("addressLine1"),
            address_line2=address.text("addressLine2"),
            email=told.text("email"),
            language=told.text("language"),
            iban="".join(iban.split()).upper(),
            gl_account=self._gl_account(told, "generalLedgerAccount"),
            exact_online_code=code,
            phone=told.text("tel", "phone", "gsm"),
        )

    def article(self, told: Item) -> Article:
        accounts = ArticleAccounts(
            sales=self._gl_account(told, "salesGLAccount"), purchase=self._gl_account(told, "purchaseGLAccount")
        )
        return Article(told.key("id"), told.text("name"), accounts)

    def _journal(self, told: Item) -> tuple[str, str]:
        if told.has("journal"):
            journal = told.inside("journal")
            return journal.text("code"), journal.text("name")
        journal_id = told.id("journalId")
        return self.lookups.journal(journal_id) if journal_id else ("", "")

    def _lines(self, told: Item, *, is_draft: bool) -> tuple[InvoiceLine, ...]:
        """Adjusted lines are net of every discount; plain ones, where no adjusted one came, still carry theirs."""
        key = "adjustedLineItems" if any(told.items("adjustedLineItems")) else "lineItems"
        if not (told.has("adjustedLineItems") or told.has("lineItems")) and not is_draft:
            raise told.unreadable("adjustedLineItems")
        lines = told.items(key)
        return tuple(self._line(line, discounted=key == "lineItems") for line in lines if _has_amount(line))

    def _line(self, line: Item, *, discounted: bool) -> InvoiceLine:
        tariff = line.id("vatTariffId") or line.inside("vatTariff").id("id")
        percentage = line.inside("vatTariff").amount("percentage")
        if percentage is None and tariff is not None:
            percentage = self.lookups.percentage(tariff)
        return InvoiceLine(
            id=line.text("id"),
            description=line.text("description"),
            net=_net(line, discounted=discounted),
            vat_tariff=tariff,
            percentage=percentage,
            gl_account=self._gl_account(line, "generalLedgerAccount"),
            article=line.id("articleId") or line.inside("article").id("id"),
            project=self._project(line, "project", "projects"),
            activity=self._project(line, "activity", "activities"),
        )

    def _gl_account(self, told: Item, name: str) -> str | None:
        """The code. An id that leads to none stays visible as one: the line must not fall to a default account."""
        inside = told.inside(name)
        if code := inside.id("code", "number", "accountNumber"):
            return code
        account = told.id(f"{name}Id") or inside.id("id")
        return (self.lookups.gl_code(account) or f"#{account}") if account else None

    def _project(self, line: Item, name: str, resource: str) -> Project | None:
        inside = line.inside(name)
        id_ = inside.id("id") or line.id(f"{name}Id")
        if id_ is None:
            return None
        if code := inside.text("logicId", "code"):
            return Project(id_, code, inside.text("planningName", "name"))
        return self.lookups.project(resource, id_)


def vat_tariff(told: Item) -> VatTariff:
    percentage = told.amount("percentage")
    return VatTariff(told.key("id"), told.key("name"), "" if percentage is None else f"{percentage.normalize():f}")


def journal(told: Item) -> RobawsJournal:
    return RobawsJournal(told.key("id"), told.text("name"), told.text("code"))


def payment_condition(told: Item) -> RobawsPaymentCondition:
    days = told.amount("days")
    return RobawsPaymentCondition(told.key("id"), told.text("name"), None if days is None else int(days))


def project(told: Item) -> Project:
    return Project(told.key("id"), told.text("logicId", "code"), told.text("planningName", "name"))


def waiting_invoice(told: Item) -> str | None:
    """The Robaws id of a purchase invoice whose approval is not given; judged here, as a filter may be ignored."""
    resource, _, id_ = told.text("resourceUnderApprovalRef").strip("/").rpartition("/")
    if resource != "purchase-invoices" or not id_:
        return None
    states = [state.text("status") for state in told.items("userStates")]
    return id_ if not states or NOT_GIVEN.intersection(states) else None


def _has_amount(line: Item) -> bool:
    kind = line.text("type") or "LINE"
    return kind == "LINE" or (kind != "TEXT" and (line.has("totalExclVat") or line.has("price")))


def _net(line: Item, *, discounted: bool) -> Decimal:
    """`totalExclVat`, else quantity x price, less the discount where the line still carries it."""
    total = line.amount("totalExclVat")
    if total is not None:
        return total
    quantity, price = line.amount("quantity"), line.amount("price")
    net = (quantity if quantity is not None else Decimal(1)) * (price if price is not None else ZERO)
    discount = line.amount("discount") if discounted else None
    return net * (1 - discount / 100) if discount else net


def _party_name(party: Item, id_: str | None) -> str:
    """Without the number that an include may hang behind it: "Naam - 12345"."""
    name = party.text("name")
    for number in {id_, party.id("id"), party.id("logicId")} - {None}:
        name = name.removesuffix(f" - {number}")
    return name


def gl_code(told: Item) -> str:
    """Of a row of `general-ledger-accounts`."""
    return told.text("code", "number", "accountNumber")
