"""The port `Exact` over HTTP, for one division. Which resource answers which question, and with what it is asked."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TypeVar
from urllib.parse import quote

from robexact_desktop.adapters.exact import parse, parse_feed, posting, resources
from robexact_desktop.adapters.exact.calls import Calls
from robexact_desktop.adapters.exact.odata import Row, guid, query, quoted
from robexact_desktop.adapters.exact.resources import NOTHING, RIGHTS, path_of
from robexact_desktop.domain.answers import Answer, Budget, FoundEntry, Right
from robexact_desktop.domain.errors import RefusedError, Service, SettingsError, UnreachableError, UnreadableError
from robexact_desktop.domain.ledger import (
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
    TransactionLine,
    VATCode,
)
from robexact_desktop.domain.names import AccountId, Kind
from robexact_desktop.domain.outbox import Kind as OperationKind
from robexact_desktop.services.ports import BankAccount, Page, SyncedAccount, SyncedTerm

REFERENCES_A_CALL = 40
LONGEST_FILTER = 3_000
"""Characters before encoding: 12 kB of address broke (ossobv)."""

Value = TypeVar("Value")


class ExactApi:
    """See the port. `division` None serves `divisions` alone, before one is chosen."""

    def __init__(self, calls: Calls, division: int | None) -> None:
        self._calls = calls
        self._division = division

    def divisions(self) -> Sequence[Division]:
        """All that the consent covers, archived ones left out; `hrm/Divisions` needs no administration scope.

        Where the chosen division is not among them it may not even be asked in: then the one last open is.
        """
        try:
            return self._divisions_seen_from(self._chosen())
        except RefusedError:
            return self._divisions_seen_from(self._last_open())

    def rights(self) -> Sequence[Right]:
        """Each by itself. A single one without an answer is red; a second is Exact itself: UnreachableError goes up."""
        rights, silences = [], 0
        for resource, select, filter_ in RIGHTS:
            try:
                rights.append(self._right(resource, select, filter_))
            except UnreachableError as error:
                silences += 1
                if silences > 1:
                    raise
                rights.append(Right(resource, ok=False, message=error.facts["reason"]))
        return rights

    def gl_accounts(self) -> Sequence[GLAccount]:
        """A thousand a call, where the bulk lists are open to this user."""
        try:
            return self._all("bulk/Financial/GLAccounts", parse.GL_ACCOUNT_FIELDS, parse.gl_account)
        except RefusedError:
            return self._all("financial/GLAccounts", parse.GL_ACCOUNT_FIELDS, parse.gl_account)

    def journals(self) -> Sequence[Journal]:
        return self._all("financial/Journals", parse.JOURNAL_FIELDS, parse.journal)

    def vat_codes(self) -> Sequence[VATCode]:
        return self._all("vat/VATCodes", parse.VAT_CODE_FIELDS, parse.vat_code)

    def periods(self) -> Sequence[Period]:
        return self._all("financial/FinancialPeriods", parse.PERIOD_FIELDS, parse.period)

    def closed_periods(self) -> Sequence[ClosedPeriod]:
        return self._all("read/financial/JournalStatusList", parse.CLOSED_FIELDS, parse.closed_period)

    def payment_conditions(self) -> Sequence[PaymentCondition]:
        return self._all("cashflow/PaymentConditions", parse.CONDITION_FIELDS, parse.payment_condition)

    def cost_centers(self) -> Sequence[CostCenter]:
        return self._all("hrm/Costcenters", parse.COST_FIELDS, parse.cost_center)

    def cost_units(self) -> Sequence[CostUnit]:
        return self._all("hrm/Costunits", parse.COST_FIELDS, parse.cost_unit)

    def currencies(self) -> Sequence[Currency]:
        return self._all("general/Currencies", parse.CURRENCY_FIELDS, parse.currency)

    def document_types(self) -> Sequence[DocumentType]:
        creatable = "DocumentIsCreatable eq true"
        return self._all("documents/DocumentTypes", parse.DOCUMENT_TYPE_FIELDS, parse.document_type, creatable)

    def bank_accounts(self) -> Sequence[BankAccount]:
        return self._all("crm/BankAccounts", parse.BANK_FIELDS, parse.bank_account)

    def accounts(self, after: int) -> Iterator[Page[SyncedAccount]]:
        for rows in self._synced("sync/CRM/Accounts", parse_feed.SYNCED_ACCOUNT_FIELDS, after):
            yield Page(tuple(parse_feed.synced_account(row) for row in rows))

    def transaction_lines(self, after: int) -> Iterator[Page[TransactionLine]]:
        """Lines of sales and purchase entries. A page that ends in another journal ends in a row without an entry
        (`entry_id` empty), so that the next reading begins behind it and not at the last sale.
        """
        for rows in self._synced("sync/Financial/TransactionLines", parse_feed.LINE_FIELDS, after):
            lines = [parse_feed.transaction_line(row) for row in rows if row.number("Type") in parse_feed.ENTRY_TYPES]
            if rows and rows[-1].number("Type") not in parse_feed.ENTRY_TYPES:
                lines.append(parse_feed.cursor_line(rows[-1]))
            yield Page(tuple(lines))

    def payment_terms(self, after: int) -> Iterator[Page[SyncedTerm]]:
        for rows in self._synced("sync/Cashflow/PaymentTerms", parse_feed.TERM_FIELDS, after):
            yield Page(tuple(parse_feed.synced_term(row) for row in rows))

    def ready(self, kind: OperationKind, side: Kind) -> None:
        """Before an intent is written: a token that lives long enough, the day not spent, few enough errors."""
        self._calls.ready(resources.resource_of(kind, side))

    def post(self, kind: OperationKind, side: Kind, payload: bytes) -> Answer:
        """One try; see the port. RELEASE changes a standing entry, which its payload names."""
        resource = resources.resource_of(kind, side)
        path = path_of(self._chosen(), resource)
        if kind is OperationKind.RELEASE:
            return posting.put(self._calls, resource, path, payload)
        return posting.post(self._calls, resource, path, payload)

    def find_entries(self, side: Kind, references: Sequence[str]) -> Sequence[FoundEntry]:
        resource = resources.resource_of(OperationKind.ENTRY, side)
        select = f"{parse.ENTRY_FIELDS},{'Customer' if side is Kind.SALES else 'Supplier'}"
        found: dict[str, FoundEntry] = {}
        for part in _batches([f"YourRef eq {quoted(reference)}" for reference in dict.fromkeys(references)]):
            for row in self._rows(resource, query(select, " or ".join(part))):
                entry = parse.found_entry(row, side)
                found[entry.id] = entry
        return list(found.values())

    def find_accounts(self, vat_number: str, name: str) -> Sequence[Account]:
        """By exactly this name or this VAT number, in the ways that people write one."""
        conditions = [f"VATNumber eq {quoted(written)}" for written in resources.vat_spellings(vat_number)]
        if name:
            conditions.append(f"Name eq {quoted(name)}")
        if not conditions:
            return []
        return self._all("crm/Accounts", parse.ACCOUNT_FIELDS, parse.account, " or ".join(conditions))

    def find_document(self, subject: str, account: AccountId | None) -> str | None:
        filter_ = f"Subject eq {quoted(subject)}" + (f" and Account eq {guid(account)}" if account else "")
        return next(iter(self._all("documents/Documents", "ID,Subject", lambda row: row.guid("ID"), filter_)), None)

    def find_attachment(self, document: str, file_name: str) -> str | None:
        """The attachment of a document by its name; asked by document alone, as no filter on names is documented."""
        filter_ = f"Document eq {guid(document)}"
        for row in self._rows("documents/DocumentAttachments", query("ID,Document,FileName", filter_)):
            if row.text("FileName") == file_name:
                return row.guid("ID")
        return None

    def budget(self) -> Budget:
        return self._calls.pace.budget

    def _divisions_seen_from(self, division: int) -> list[Division]:
        try:
            return self._divisions_in("system/Divisions", division)
        except RefusedError:
            return self._divisions_in("hrm/Divisions", division)

    def _divisions_in(self, resource: str, division: int) -> list[Division]:
        pages = self._calls.pages(resource, path_of(division, resource), query(parse.DIVISION_FIELDS))
        return [found for page in pages for row in page.rows if (found := parse.division(row))]

    def _right(self, resource: str, select: str, filter_: str) -> Right:
        asked = query(select, filter_) if filter_ == NOTHING else query(select, filter_, top="1")
        try:
            next(self._calls.pages(resource, path_of(self._chosen(), resource), asked))
        except RefusedError as error:
            return Right(resource, ok=False, message=error.facts["message"] or f"HTTP {error.facts['status']}")
        except UnreadableError as error:
            return Right(resource, ok=False, message=error.facts["reason"])
        return Right(resource, ok=True)

    def _all(self, resource: str, select: str, read: Callable[[Row], Value | None], filter_: str = "") -> list[Value]:
        found = (read(row) for row in self._rows(resource, query(select, filter_)))
        return [value for value in found if value is not None]

    def _rows(self, resource: str, asked: str) -> Iterator[Row]:
        for page in self._calls.pages(resource, path_of(self._chosen(), resource), asked):
            yield from page.rows

    def _synced(self, resource: str, select: str, after: int) -> Iterator[tuple[Row, ...]]:
        """A feed can be asked by `Timestamp gt nL` alone; it begins at 1 (facts: exact-online 4.13)."""
        asked = query(select, f"Timestamp gt {max(after, 1)}L")
        for page in self._calls.pages(resource, path_of(self._chosen(), resource), asked):
            yield page.rows

    def _chosen(self) -> int:
        """The division of the calls; before one is chosen the one that the user last had open: any number serves
        where only the list of divisions is asked.
        """
        if self._division is None:
            self._division = self._last_open()
        return self._division

    def _last_open(self) -> int:
        for page in self._calls.pages("current/Me", "/api/v1/current/Me", query("CurrentDivision")):
            with suppress(IndexError):
                return page.rows[0].whole("CurrentDivision")
        raise SettingsError(key="exact.division", reason="missing", service=Service.EXACT)


def _batches(conditions: Sequence[str]) -> Iterator[list[str]]:
    """At most 40 conditions, and no more than an address can carry."""
    batch: list[str] = []
    for condition in conditions:
        if len(batch) == REFERENCES_A_CALL or len(quote(" or ".join([*batch, condition]))) > LONGEST_FILTER:
            yield batch
            batch = []
        batch.append(condition)
    if batch:
        yield batch
