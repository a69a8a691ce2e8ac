"""Whatever is asked, the answer is Exact's: a refusal in words or a success, never a mistake of the demo."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .books import PURCHASES, SALES, Books
from .client import Client, message

BOUNDED = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
FILTER_WORDS = (
    "( ) , and or eq ne gt ge lt le trim substringof startswith true false null YourRef EntryNumber AmountDC Customer "
    "EntryDate 5 5L 1.5 -3 'x' '' ' guid'x' datetime'2026-01-01' datetime'' Timestamp SalesEntryLines"
)
HEADER_FIELDS = (
    "Customer Journal EntryDate EntryNumber InvoiceNumber YourRef Currency Rate PaymentCondition Document DueDate "
    "ReportingYear ReportingPeriod VATAmountFC SalesEntryLines Reversal Description"
)
LINE_FIELDS = "AmountFC GLAccount VATCode VATAmountFC VATPercentage CostCenter CostUnit Project Quantity"
WORDS, HEADER, LINE = (st.sampled_from(text.split()) for text in (FILTER_WORDS, HEADER_FIELDS, LINE_FIELDS))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=2) | st.dictionaries(st.text(max_size=4), inside, max_size=2),
    max_leaves=4,
)


@BOUNDED
@given(words=st.lists(WORDS, max_size=9))
def test_any_filter(client: Client, words: list[str]) -> None:
    client.server.limits.forget_errors()
    answer = client.call("GET", f"{SALES}", f"$select=EntryID&$filter={' '.join(words)}")
    assert answer.status_code == 200 or (answer.status_code == 400 and message(answer))


@BOUNDED
@given(changes=st.dictionaries(HEADER, VALUES, min_size=1, max_size=2), line=st.dictionaries(LINE, VALUES, max_size=2))
def test_any_sale(client: Client, books: Books, changes: dict[str, Any], line: dict[str, Any]) -> None:
    client.server.limits.forget_errors()
    answer = client.post(SALES, {**books.sale({**books.line(), **line}), **changes})
    assert answer.status_code == 201 or (answer.status_code in (400, 500) and message(answer))


@BOUNDED
@given(body=VALUES)
def test_any_body(client: Client, body: Any) -> None:
    client.server.limits.forget_errors()
    answer = client.post(PURCHASES, body if body is not None else {})
    assert (answer.status_code in (400, 500), bool(message(answer))) == (True, True)
