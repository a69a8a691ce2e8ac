"""Noting what the status bar shows over restarts: the moment of a good import, and the calls left today."""

from robexact_desktop.domain.standing_facts import CallsToday, Fetched
from robexact_desktop.services.import_ledger import Imported
from robexact_desktop.services.workplace import Workplace


def note_fetched(work: Workplace, imported: Imported) -> None:
    """Only a whole import moves the moment: half of one would call old rows new."""
    if not imported.failed and not work.stop():
        work.stores.master.replace(Fetched, [Fetched(work.clock())])


def note_calls(work: Workplace) -> None:
    """Where Exact stated nothing, what it stated before stays: unknown is never zero."""
    budget = work.exact.budget()
    if budget.remaining_today is not None and budget.limit_today:
        work.stores.master.replace(CallsToday, [CallsToday(work.clock(), budget.remaining_today, budget.limit_today)])


def fetched_at(work: Workplace) -> Fetched | None:
    return next(iter(work.stores.master.all(Fetched)), None)


def calls_today(work: Workplace) -> CallsToday | None:
    """None where Exact has stated nothing today, by the days of this computer."""
    found = next(iter(work.stores.master.all(CallsToday)), None)
    if found is None or found.at.astimezone().date() != work.clock().astimezone().date():
        return None
    return found
