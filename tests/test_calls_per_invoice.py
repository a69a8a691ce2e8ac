"""What the main job costs of Exact's 60 calls a minute (product.md section 5). Counts, no times."""

from collections.abc import Callable

import pytest
from benchmarks.calls import calls_of_import, calls_of_payments, calls_of_send, tokens_of
from world import World

INVOICES = 500


@pytest.mark.parametrize(("documents", "budget"), [(False, 1.02), (True, 3.02)])
def test_calls_for_each_invoice(make_world: Callable[..., World], documents: bool, budget: float) -> None:
    counted = calls_of_send(make_world(), INVOICES, documents=documents)
    assert counted.total + tokens_of(counted.total) <= INVOICES * budget, counted.calls


def test_calls_of_an_import(make_world: Callable[..., World]) -> None:
    """One call for each list, more for those of several pages; what is read from a row version on, once a day."""
    _, again = calls_of_import(make_world())
    several = {"read/financial/JournalStatusList": 13, "financial/FinancialPeriods": 2, "crm/BankAccounts": 2}
    assert again.calls == dict.fromkeys(again.calls, 1) | {f"GET {name}": calls for name, calls in several.items()}


def test_calls_of_payment_status(make_world: Callable[..., World]) -> None:
    """They grow with what changed, not with what is open."""
    counted = calls_of_payments(make_world(), still_open=2_000, changed=3)
    assert counted.total <= 2, counted.calls
