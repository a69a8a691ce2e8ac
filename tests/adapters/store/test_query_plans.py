"""No query walks a whole environment to find a few rows."""

from collections.abc import Iterator

import pytest

from robexact_desktop.adapters.store import account, feed, history, invoice, link, outbox, override, payment, term
from robexact_desktop.adapters.store.database import Database

VALUES = dict.fromkeys(
    ("id", "entry_id", "entry", "subject", "kind", "state", "invoice", "line", "relation", "account_id", "subjects")
) | {"environment": "here"}

FEW = {
    "an account": (account.ONE, "(environment=? AND id=?)"),
    "the accounts of the links": (account.LINKED, "SEARCH account USING PRIMARY KEY (environment=? AND id=?)"),
    "the cursor of accounts": (account.CURSOR, "account_by_timestamp"),
    "the lines of an entry": (feed.LINES_OF_ENTRY, "(environment=? AND entry_id=?)"),
    "the entry of a line": (feed.ENTRY_OF_LINE, "(environment=? AND id=?)"),
    "an entry": (feed.ENTRY, "(environment=? AND id=?)"),
    "the cursor of the feed": (feed.CURSOR, "transaction_line_by_timestamp"),
    "the terms of an entry": (term.OF_ENTRY, "(environment=? AND entry=?)"),
    "the cursor of terms": (term.CURSOR, "payment_term_by_timestamp"),
    "an invoice": (invoice.ONE, "(environment=? AND id=?)"),
    "the newest invoice": (invoice.NEWEST, "invoice_by_update (environment=? AND kind=?)"),
    "invoices set by hand": (invoice.SET_BY_HAND, "(environment=? AND id=?)"),
    "sales that wait": (invoice.WAITING_SALES, "INDEX invoice_that_waits (environment=? AND kind=?)"),
    "an operation": (outbox.ONE, "USING INTEGER PRIMARY KEY (rowid=?)"),
    "the operations of a subject": (outbox.OF_SUBJECT, "(environment=? AND subject=?)"),
    "the operations of some subjects": (outbox.OF_SUBJECTS, "(environment=? AND subject=?)"),
    "operations that were sending": (outbox.IN_STATE, "(environment=? AND state=?)"),
    "attempts of a subject": (history.ATTEMPTS, "attempt_by_operation (operation=?)"),
    "the history of a subject": (history.OF_SUBJECT, "(environment=? AND subject=?)"),
    "the payment of an invoice": (payment.LATEST_OF, "(environment=? AND invoice=?)"),
    "values by hand of an invoice": (override.OF_INVOICE, "(environment=? AND invoice=?)"),
    "a link": (link.ONE, "(environment=? AND relation=?)"),
}


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    with Database(tmp_path_factory.mktemp("plans")) as opened:
        yield opened


@pytest.mark.parametrize("name", FEW)
def test_few_rows_are_found_by_their_index(empty: Database, name: str) -> None:
    query, found_by = FEW[name]
    with empty.reading() as db:
        steps = [step[3] for step in db.execute(f"EXPLAIN QUERY PLAN {query}", VALUES)]
    assert any(found_by in step for step in steps), steps
    assert not any(step.startswith("SCAN") and "json_each" not in step for step in steps), steps
