"""Calls to Exact of the main job, counted by its stand-in. `tests/test_calls_per_invoice.py` holds the budgets."""

from benchmarks.calls import Counted, calls_of_import, calls_of_payments, calls_of_send, tokens_of
from benchmarks.figures import Figure
from benchmarks.worlds import free_world

INVOICES = 500
OPEN, CHANGED = 2_000, 3
BUDGETS = {False: 1.02, True: 3.02}


def figures() -> list[Figure]:
    with free_world() as world:
        first, again = calls_of_import(world)
    found = []
    for documents, budget in BUDGETS.items():
        with free_world() as world:
            sent = calls_of_send(world, INVOICES, documents=documents)
        found += _of_send(sent, again, "with" if documents else "without", budget)
    with free_world() as world:
        payments = calls_of_payments(world, still_open=OPEN, changed=CHANGED)
    found.append(Figure(f"payments, {OPEN:,} open, {CHANGED} changed", payments.total, "calls", 2))
    found.append(Figure("first import of a data folder", first.total, "calls"))
    found.append(Figure("every later import", again.total, "calls"))
    return found + [Figure(f"  {name}", calls, "") for name, calls in sorted(again.calls.items())]


def _of_send(sent: Counted, an_import: Counted, documents: str, budget: float) -> list[Figure]:
    name = f"{INVOICES} sales {documents} document"
    tokens = tokens_of(sent.total)
    with_import = tokens_of(sent.total + an_import.total) + sent.total + an_import.total
    return [
        Figure(f"{name}: calls each", (sent.total + tokens) / INVOICES, "", budget),
        *(Figure(f"  {resource}", calls, "") for resource, calls in sorted(sent.calls.items())),
        Figure("  tokens at 60 calls a minute", tokens, ""),
        Figure("  each, an import before it counted too", with_import / INVOICES, ""),
    ]
