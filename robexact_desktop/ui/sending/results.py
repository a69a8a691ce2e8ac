"""The rows of the result page: what Robaws says beside what Exact holds, read back and not assumed."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.ledger import StandingEntry
from robexact_desktop.domain.money import ZERO, cents
from robexact_desktop.domain.names import EntryId, InvoiceId, Kind
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.services.outcome import Outcome
from robexact_desktop.services.workplace import Workplace
from robexact_desktop.ui.sending.run import Came, Ended

ORDER = (Came.REFUSED, Came.TO_DECIDE, Came.UNSURE, Came.LEFT, Came.BOOKED)
"""What asks for an act stands above."""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """`in_exact` is None while the booking was not read back. `now` is the invoice as it stands after the send."""

    invoice: InvoiceId
    came: Came
    number: str
    relation_name: str
    kind: Kind
    currency: str
    in_robaws: Decimal
    in_exact: Decimal | None
    marked: bool
    outcome: Outcome | None
    before: Invoice
    now: Invoice | None
    standing: StandingEntry | None = None
    relation_in_exact: str = ""

    @property
    def difference(self) -> Decimal | None:
        return None if self.in_exact is None else self.in_exact - self.in_robaws


def result_rows(work: Workplace, ended: Ended) -> list[ResultRow]:
    """One for each that was confirmed, taken or not; no network."""
    rows = [_row(work, ended, name) for name in ended.chosen]
    return sorted(rows, key=lambda row: ORDER.index(row.came))  # sorted keeps the order in which they were sent


def _row(work: Workplace, ended: Ended, name: InvoiceId) -> ResultRow:
    outcome, before = ended.outcomes.get(name), ended.before[name]
    now = work.stores.invoices.get(name)
    standing = work.stores.feed.entry(EntryId(outcome.entry_id)) if outcome and outcome.entry_id else None
    account = work.stores.accounts.get(standing.account) if standing and standing.account else None
    shown = now or before
    return ResultRow(
        invoice=name,
        came=ended.came(name),
        number=shown.number or "",
        relation_name=shown.relation_name,
        kind=shown.kind,
        currency=shown.currency or "EUR",
        in_robaws=shown.sign * cents(shown.total_incl or ZERO),
        in_exact=standing.amount if standing else None,
        marked=outcome is not None and outcome.state is InvoiceState.DONE,
        outcome=outcome,
        before=before,
        now=now,
        standing=standing,
        relation_in_exact=account.name if account else "",
    )


@dataclass(frozen=True, slots=True)
class BookedSum:
    """Of what was booked, for one kind and currency. `unread` were not read back yet, so their difference is open."""

    kind: Kind
    currency: str
    count: int
    in_robaws: Decimal
    in_exact: Decimal
    unread: int

    @property
    def difference(self) -> Decimal:
        return self.in_exact - self.in_robaws


def booked_sums(rows: Sequence[ResultRow]) -> list[BookedSum]:
    """Sales and purchases, and currencies, apart. What was not read back is left out on both sides."""
    booked = [row for row in rows if row.came is Came.BOOKED]
    found = []
    for kind, currency in dict.fromkeys((row.kind, row.currency) for row in booked):
        of = [row for row in booked if (row.kind, row.currency) == (kind, currency)]
        read = [row for row in of if row.in_exact is not None]
        robaws = sum((row.in_robaws for row in read), ZERO)
        exact = sum((row.in_exact or ZERO for row in read), ZERO)
        found.append(BookedSum(kind, currency, len(of), robaws, exact, len(of) - len(read)))
    return found
