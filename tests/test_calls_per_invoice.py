"""What the main job costs of Exact's 60 calls a minute (product.md section 5). Counts, no times."""

from collections import Counter
from collections.abc import Callable

import pytest
from benchmarks.calls import calls_of_import, calls_of_payments, calls_of_send, tokens_of
from world import World

INVOICES = 500
A_PAGE = 60
JOURNALS, PERIODS = "financial/Journals", "financial/FinancialPeriods"
STATUS, BANKS = "read/financial/JournalStatusList", "crm/BankAccounts"


@pytest.mark.parametrize(("documents", "budget"), [(False, 1.02), (True, 3.02)])
def test_calls_for_each_invoice(make_world: Callable[..., World], documents: bool, budget: float) -> None:
    counted = calls_of_send(make_world(), INVOICES, documents=documents)
    assert counted.total + tokens_of(counted.total) <= INVOICES * budget, counted.calls


def test_calls_of_an_import(make_world: Callable[..., World]) -> None:
    """One call for each list; one more for each page that is full, and nothing is read twice."""
    world = make_world()
    _, again = calls_of_import(world)
    rows = {name: len(world.demo.exact.state.rows(world.division, name)) for name in (JOURNALS, PERIODS, BANKS)}
    rows[STATUS] = rows[JOURNALS] * rows[PERIODS]
    full_pages = Counter({f"GET {name}": held // A_PAGE for name, held in rows.items()})
    assert again.calls == Counter(dict.fromkeys(again.calls, 1)) + full_pages


def test_calls_of_payment_status(make_world: Callable[..., World]) -> None:
    """They grow with what changed, not with what is open."""
    counted = calls_of_payments(make_world(), still_open=2_000, changed=3)
    assert counted.total <= 2, counted.calls
