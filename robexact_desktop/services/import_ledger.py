"""Refresh what the cache holds of both services. A list that cannot be read keeps its old rows and is named."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from robexact_desktop.domain.errors import RefusedError, RobExactError, UnreachableError, UnreadableError
from robexact_desktop.domain.ledger import (
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
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.relation import Relation
from robexact_desktop.services.feed import read_accounts, read_entries, read_terms
from robexact_desktop.services.fetch_invoices import fetch_invoices
from robexact_desktop.services.ports import (
    Article,
    BankAccount,
    OpenApproval,
    Page,
    RobawsJournal,
    RobawsPaymentCondition,
    VatTariff,
)
from robexact_desktop.services.workplace import Workplace

GIVE_UP_AFTER = 2
"""Unanswered lists in a row after which a service is not asked for the others: each would cost a full time-out."""


@dataclass(slots=True)
class Imported:
    """`failed` names each list that could not be read; `answered` is False where neither service said anything."""

    failed: list[tuple[str, RobExactError]] = field(default_factory=list)
    answered: bool = False


@dataclass(frozen=True, slots=True)
class _Step:
    resource: str
    service: str
    read: Callable[[], None]


def import_ledger(work: Workplace) -> Imported:
    """Read everything again. Raises SignInNeededError and LimitSpentError, which no further list would survive."""
    imported = Imported()
    silent: dict[str, int] = {}
    steps = _steps(work)
    for number, step in enumerate(steps):
        if work.stop():
            break
        work.progress(step.resource, number, len(steps))
        if silent.get(step.service, 0) >= GIVE_UP_AFTER:
            imported.failed.append((step.resource, UnreachableError(service=step.service, reason="no answer")))
            continue
        try:
            step.read()
        except UnreachableError as error:
            silent[step.service] = silent.get(step.service, 0) + 1
            imported.failed.append((step.resource, error))
        except (RefusedError, UnreadableError) as error:
            silent[step.service] = 0
            imported.answered = True
            imported.failed.append((step.resource, error))
        else:
            silent[step.service] = 0
            imported.answered = True
    work.progress("import", len(steps), len(steps))
    return imported


def _steps(work: Workplace) -> list[_Step]:
    exact, robaws = work.exact, work.robaws
    whole: list[tuple[str, str, type[Any], Callable[[], Iterable[Any]]]] = [
        ("divisions", "exact", Division, exact.divisions),
        ("gl_accounts", "exact", GLAccount, exact.gl_accounts),
        ("journals", "exact", Journal, exact.journals),
        ("vat_codes", "exact", VATCode, exact.vat_codes),
        ("periods", "exact", Period, exact.periods),
        ("closed_periods", "exact", ClosedPeriod, exact.closed_periods),
        ("payment_conditions", "exact", PaymentCondition, exact.payment_conditions),
        ("cost_centers", "exact", CostCenter, exact.cost_centers),
        ("cost_units", "exact", CostUnit, exact.cost_units),
        ("currencies", "exact", Currency, exact.currencies),
        ("document_types", "exact", DocumentType, exact.document_types),
        ("bank_accounts", "exact", BankAccount, exact.bank_accounts),
        ("vat_tariffs", "robaws", VatTariff, robaws.vat_tariffs),
        ("robaws_journals", "robaws", RobawsJournal, robaws.journals),
        ("robaws_payment_conditions", "robaws", RobawsPaymentCondition, robaws.payment_conditions),
        ("articles", "robaws", Article, lambda: _rows(robaws.articles())),
        ("approvals", "robaws", OpenApproval, robaws.open_approvals),
        ("relations", "robaws", Relation, lambda: _relations(work)),
    ]
    steps = [_Step(name, service, _replacing(work, what, read)) for name, service, what, read in whole]
    return [
        *steps,
        _Step("accounts", "exact", lambda: read_accounts(work)),
        _Step("entries", "exact", lambda: read_entries(work)),
        _Step("payment_terms", "exact", lambda: read_terms(work)),
        _Step("sales_invoices", "robaws", lambda: fetch_invoices(work, Kind.SALES)),
        _Step("purchase_invoices", "robaws", lambda: fetch_invoices(work, Kind.PURCHASE)),
    ]


def _replacing(work: Workplace, what: type[Any], read: Callable[[], Iterable[Any]]) -> Callable[[], None]:
    """Read the whole list first: a reading that breaks off half-way must not replace a whole one."""
    return lambda: work.stores.master.replace(what, tuple(read()))


def _rows(pages: Iterable[Page[Any]]) -> Sequence[Any]:
    return [row for page in pages for row in page.rows]


def _relations(work: Workplace) -> Sequence[Relation]:
    return [*_rows(work.robaws.relations(Kind.SALES)), *_rows(work.robaws.relations(Kind.PURCHASE))]


def rows_held(work: Workplace) -> dict[str, int]:
    """How many rows the cache holds now, under the names of the command line."""
    master, invoices = work.stores.master, work.stores.invoices
    return {
        "gl_accounts": master.count(GLAccount),
        "vat_codes": master.count(VATCode),
        "journals": master.count(Journal),
        "periods": master.count(Period),
        "payment_conditions": master.count(PaymentCondition),
        "cost_centers": master.count(CostCenter),
        "cost_units": master.count(CostUnit),
        "accounts": work.stores.accounts.count(),
        "relations": master.count(Relation),
        "sales_invoices": invoices.count(Kind.SALES),
        "purchase_invoices": invoices.count(Kind.PURCHASE),
    }
