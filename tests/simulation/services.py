"""Exact and Robaws as the ports see them, on a clock that only the simulation moves; every call may go wrong.

The answer classes stand in `tests/adapters/exact/test_posting.py`; here each of them happens, at any moment.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from robexact_desktop.adapters.exact import payload as payloads
from robexact_desktop.domain.answers import Accepted, Answer, Document, FoundEntry, NoAnswer, NotDelivered, Rejected
from robexact_desktop.domain.errors import UnreachableError
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.ledger import Account, TransactionLine
from robexact_desktop.domain.names import AccountId, EntryId, InvoiceId, Kind
from robexact_desktop.domain.outbox import Kind as OperationKind
from robexact_desktop.services.ports import Page, SyncedAccount

LATEST = 90.0
"""Seconds after which an unanswered booking may still arrive (reliability 2.2: late bookings up to 90 s)."""

ANSWER = 60
"""Seconds of a call that nobody answers: its total deadline."""


class Crash(BaseException):
    """The process is gone, at this very instruction: nothing of it may catch this."""


@dataclass
class Fate:
    """What goes wrong, decided by the seed. `rate` is the chance at each point; 0 once all is calm."""

    rng: Random
    rate: float
    trace: list[str]

    def strikes(self, share: float = 1.0) -> bool:
        return self.rng.random() < self.rate * share

    def may_crash(self, where: str) -> None:
        if self.strikes(0.15):
            self.trace.append(f"crash {where}")
            raise Crash(where)


@dataclass
class Time:
    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def passes(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass(frozen=True)
class Standing:
    """An entry that Exact holds. `typed` by a person, not posted by the program."""

    id: str
    side: Kind
    body: dict[str, Any]
    number: int
    total: Decimal
    stamp: int
    typed: bool = False

    @property
    def account(self) -> AccountId:
        return AccountId(self.body[payloads.account_key(self.side)])

    @property
    def reference(self) -> str:
        return str(self.body["YourRef"])


@dataclass
class SimExact:
    """One division. `unique` numbers are refused when taken, as Exact does where it does not assign them."""

    time: Time
    fate: Fate
    accounts_held: dict[str, SyncedAccount]
    entries: dict[str, Standing] = field(default_factory=dict)
    papers: dict[str, dict[str, Any]] = field(default_factory=dict)
    made_by_program: list[str] = field(default_factory=list)
    late: list[tuple[datetime, OperationKind, Kind, bytes]] = field(default_factory=list)
    stamps: int = 0

    # what the world does

    def arrive(self) -> None:
        """What was on its way and whose time has come."""
        due = [row for row in self.late if row[0] <= self.time.now]
        self.late = [row for row in self.late if row[0] > self.time.now]
        for _, kind, side, payload in due:
            self.fate.trace.append("late arrival")
            self._make(kind, side, payload)

    def type_in(self, side: Kind, body: dict[str, Any], total: Decimal) -> str:
        """A person books something herself."""
        return self._enter(side, {**body, "EntryNumber": None}, total, typed=True)

    def stamp(self) -> int:
        self.stamps += 1
        return self.stamps

    # the port

    def ready(self, kind: OperationKind, side: Kind) -> None:  # noqa: ARG002 - the port's shape
        self._asked("ready")

    def post(self, kind: OperationKind, side: Kind, payload: bytes) -> Answer:
        self.arrive()
        self.fate.may_crash("before the request leaves")
        self.time.passes(1)
        if self.fate.strikes(0.3):
            self.fate.trace.append("not delivered")
            return NotDelivered("connect")
        if self.fate.strikes(0.3):
            return self._lost(kind, side, payload)
        answer = self._make(kind, side, payload)
        self.fate.may_crash("after the request arrived")
        if self.fate.strikes(0.3):
            self.fate.trace.append("answer lost")
            self.time.passes(ANSWER)
            return NoAnswer("truncated")
        return answer

    def _lost(self, kind: OperationKind, side: Kind, payload: bytes) -> Answer:
        """It never arrives, or later than anybody waits for it."""
        if self.fate.rng.random() < 0.5:
            self.fate.trace.append("request lost")
        else:
            arrives = self.time.now + timedelta(seconds=self.fate.rng.uniform(1, LATEST))
            self.late.append((arrives, kind, side, payload))
            self.fate.trace.append("request late")
        self.time.passes(self.fate.rng.uniform(0, ANSWER))
        return NoAnswer("timeout")

    def find_entries(self, side: Kind, references: Sequence[str]) -> list[FoundEntry]:
        self._asked("entries")
        wanted = {reference.casefold() for reference in references}
        return [
            _found(entry)
            for entry in self.entries.values()
            if entry.side is side and entry.reference.casefold() in wanted
        ]

    def transaction_lines(self, after: int) -> Iterator[Page[TransactionLine]]:
        self._asked("feed")
        newer = sorted((row for row in self.entries.values() if row.stamp > after), key=lambda row: row.stamp)
        yield Page(tuple(line for entry in newer for line in _lines(entry)))

    def accounts(self, after: int) -> Iterator[Page[SyncedAccount]]:
        self._asked("accounts")
        yield Page(tuple(row for row in self.accounts_held.values() if row.timestamp > after))

    def find_document(self, subject: str, account: AccountId | None) -> str | None:
        self._asked("document")
        wanted = (subject, account)
        return next(
            (key for key, row in self.papers.items() if (row.get("Subject"), row.get("Account")) == wanted), None
        )

    def find_attachment(self, document: str, file_name: str) -> str | None:
        self._asked("attachment")
        return self._paper(Document=document, FileName=file_name)

    def _paper(self, **wanted: str | None) -> str | None:
        fits = (
            key for key, row in self.papers.items() if all(row.get(name) == value for name, value in wanted.items())
        )
        return next(fits, None)

    def _asked(self, what: str) -> None:
        """A reading: repeated at will, so it only fails or does not."""
        self.arrive()
        self.time.passes(0.5)
        self.fate.may_crash(f"reading {what}")
        if self.fate.strikes(0.3):
            self.fate.trace.append(f"{what} unreachable")
            raise UnreachableError(service="exact", reason="timeout")

    def _make(self, kind: OperationKind, side: Kind, payload: bytes) -> Answer:
        body = payloads.decode(payload)
        if kind is OperationKind.RELATION:
            return Accepted(self._relate(body))
        if kind is not OperationKind.ENTRY:
            key = f"paper-{self.stamp()}"
            self.papers[key] = dict(body)
            return Accepted(key)
        total = payloads.key_of(payload, side).amount
        number = body.get("EntryNumber")
        if number is not None and any(
            (row.side, row.number, row.body["Journal"]) == (side, number, body["Journal"])
            for row in self.entries.values()
        ):
            return Rejected(f"In gebruik: Boekstuknummer {number}", 500, may_exist=True)
        entry = self._enter(side, dict(body), total)
        self.made_by_program.append(entry)
        return Accepted(entry, self.entries[entry].number, total)

    def _enter(self, side: Kind, body: dict[str, Any], total: Decimal, *, typed: bool = False) -> str:
        stamp = self.stamp()
        number = body.get("EntryNumber") or 90_000_000 + stamp
        key = f"entry-{stamp}"
        self.entries[key] = Standing(key, side, body, int(number), total, stamp, typed)
        self.fate.trace.append(f"{key} {side} {body['YourRef']} {total} {'typed' if typed else 'posted'}")
        return key

    def _relate(self, body: dict[str, object]) -> str:
        stamp = self.stamp()
        key = f"account-{stamp}"
        account = Account(
            AccountId(key), str(stamp), str(body["Name"]), str(body.get("VATNumber", "")), status="C", is_supplier=True
        )
        self.accounts_held[key] = SyncedAccount(stamp, account)
        self.fate.trace.append(f"{key} {body['Name']}")
        return key


@dataclass
class SimRobaws:
    """The invoices and their marks."""

    time: Time
    fate: Fate
    held: dict[InvoiceId, Invoice]

    def invoice(self, name: InvoiceId) -> Invoice | None:
        self._asked("invoice")
        return self.held.get(name)

    def document(self, invoice: Invoice) -> Document | None:
        self._asked("document of Robaws")
        return Document(f"{invoice.number}.pdf", "application/pdf", b"%PDF-1.4")

    def write_back(self, invoice: InvoiceId, status: str, *, sent: bool, key: str) -> Invoice:  # noqa: ARG002
        self._asked("write-back")
        self.held[invoice] = replace(self.held[invoice], sent_to_accountant=sent)
        self.fate.may_crash("after the mark")
        if self.fate.strikes(0.2):
            raise UnreachableError(service="robaws", reason="timeout")
        return self.held[invoice]

    def _asked(self, what: str) -> None:
        self.time.passes(0.2)
        self.fate.may_crash(f"asking {what}")
        if self.fate.strikes(0.2):
            self.fate.trace.append(f"{what} unreachable")
            raise UnreachableError(service="robaws", reason="timeout")


def _found(entry: Standing) -> FoundEntry:
    body = entry.body
    return FoundEntry(
        EntryId(entry.id),
        entry.number,
        entry.reference,
        body["Journal"],
        entry.account,
        entry.total,
        date.fromisoformat(body["EntryDate"][:10]),
        body["ReportingYear"],
    )


def _lines(entry: Standing) -> list[TransactionLine]:
    """As the feed gives them: the header, then each line, debit positive."""
    body, debit = entry.body, 1 if entry.side is Kind.SALES else -1
    kind = {Kind.SALES: (20, 21), Kind.PURCHASE: (30, 31)}[entry.side][entry.total < 0]

    def line(number: int, amount: Decimal, vat_code: str = "", vat: Decimal = Decimal(0)) -> TransactionLine:
        return TransactionLine(
            f"{entry.id}-{number}",
            entry.stamp,
            EntryId(entry.id),
            number,
            body["Journal"],
            body["ReportingYear"],
            body["ReportingPeriod"],
            entry.number,
            entry.reference,
            entry.account,
            kind,
            date.fromisoformat(body["EntryDate"][:10]),
            amount,
            vat_code,
            vat,
        )

    rows = body[payloads.lines_key(entry.side)]
    return [
        line(0, debit * entry.total),
        *(
            line(at, -debit * row["AmountFC"], row["VATCode"], -debit * Decimal(row.get("VATAmountFC") or 0))
            for at, row in enumerate(rows, start=1)
        ),
    ]
