"""Refresh what the cache holds of both services. A list that cannot be read keeps its old rows and is named."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from robexact_desktop.domain.errors import (
    LimitSpentError,
    RefusedError,
    RobExactError,
    SignInNeededError,
    UnreachableError,
    UnreadableError,
)
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
    """`failed` names each list that could not be read; `answered` is False where neither service said anything.

    `given_up` holds what made a service not worth asking for the other lists: nobody is signed in, the day's calls are
    spent, it does not answer.
    """

    failed: list[tuple[str, RobExactError]] = field(default_factory=list)
    answered: bool = False
    given_up: dict[str, RobExactError] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Step:
    resource: str
    service: str
    read: Callable[[], None]


def import_ledger(work: Workplace) -> Imported:
    """Read everything again, as far as each service answers."""
    imported = Imported()
    silent: dict[str, int] = {}
    steps = _steps(work)
    for number, step in enumerate(steps):
        if work.stop():
            break
        work.progress(step.resource, number, len(steps))
        if error := imported.given_up.get(step.service):
            imported.failed.append((step.resource, error))
            continue
        try:
            step.read()
        except Interrupted:
            break
        except (SignInNeededError, LimitSpentError) as error:
            imported.answered = True
            imported.given_up[step.service] = error
            imported.failed.append((step.resource, error))
        except UnreachableError as error:
            silent[step.service] = silent.get(step.service, 0) + 1
            if silent[step.service] >= GIVE_UP_AFTER:
                imported.given_up[step.service] = UnreachableError(service=step.service, reason="timeout")
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


class Interrupted(Exception):  # noqa: N818 - no error: somebody asked to stop between two pages
    """A list that would be replaced as a whole is left as it was."""


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
        ("articles", "robaws", Article, lambda: _rows(work, robaws.articles())),
        ("approvals", "robaws", OpenApproval, robaws.open_approvals),
    ]
    steps = [_Step(name, service, _replacing(work, what, read)) for name, service, what, read in whole]
    return [
        *steps,
        _Step("clients", "robaws", lambda: _read_relations(work, Kind.SALES)),
        _Step("suppliers", "robaws", lambda: _read_relations(work, Kind.PURCHASE)),
        _Step("accounts", "exact", lambda: read_accounts(work, stop=work.stop)),
        _Step("entries", "exact", lambda: read_entries(work, stop=work.stop)),
        _Step("payment_terms", "exact", lambda: read_terms(work)),
        _Step("sales_invoices", "robaws", lambda: fetch_invoices(work, Kind.SALES)),
        _Step("purchase_invoices", "robaws", lambda: fetch_invoices(work, Kind.PURCHASE)),
    ]


def _replacing(work: Workplace, what: type[Any], read: Callable[[], Iterable[Any]]) -> Callable[[], None]:
    """Read the whole list first: a reading that breaks off half-way must not replace a whole one."""
    return lambda: work.stores.master.replace(what, tuple(read()))


def _rows(work: Workplace, pages: Iterable[Page[Any]]) -> Sequence[Any]:
    rows: list[Any] = []
    for page in pages:
        if work.stop():
            raise Interrupted
        rows += page.rows
    return rows


def _read_relations(work: Workplace, kind: Kind) -> None:
    """Customers or suppliers: a role that may not see the one still has the other."""
    read = _rows(work, work.robaws.relations(kind))
    others = [
        relation
        for relation in work.stores.master.all(Relation)
        if not relation.id.startswith(f"{kind.relation_kind}/")
    ]
    work.stores.master.replace(Relation, [*read, *others] if kind is Kind.SALES else [*others, *read])


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
