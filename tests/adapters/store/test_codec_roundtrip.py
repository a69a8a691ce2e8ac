"""What goes in comes out, digit for digit."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from robexact_desktop.adapters.store.codec import decode, encode
from robexact_desktop.domain.invoice import Invoice, InvoiceLine, fingerprint
from robexact_desktop.domain.ledger import CostUnit, Division, GLAccount, Period, VATCode
from robexact_desktop.domain.relation import Relation
from robexact_desktop.services.ports import Article, BankAccount, OpenApproval, VatTariff

from .store_examples import invoice, line

amounts = st.decimals(allow_nan=False, allow_infinity=False)
words = st.text(st.characters(), max_size=12)
lines = st.builds(InvoiceLine, description=words, net=amounts, percentage=st.none() | amounts)
invoices = st.builds(
    Invoice,
    number=st.none() | words,
    relation_name=words,
    total_excl=st.none() | amounts,
    total_incl=st.none() | amounts,
    paid_total=st.none() | amounts,
    lines=st.lists(lines, max_size=3).map(tuple),
)
MASTER = (Relation, GLAccount, Period, CostUnit, Division, VatTariff, Article, BankAccount, OpenApproval)


def same_digits(one: Any, other: Any) -> bool:
    """Equal, and written alike: Decimal("1.0") equals Decimal("1.00") but is another text."""
    return bool(one == other) and repr(one) == repr(other)


@settings(max_examples=150, deadline=None)
@given(invoices)
def test_an_invoice_comes_back_as_it_was(there: Invoice) -> None:
    back = decode(Invoice, encode(there))
    assert same_digits(back, there)
    assert fingerprint(back) == fingerprint(there)


@settings(max_examples=100, deadline=None)
@given(st.one_of(*map(st.from_type, MASTER)))
def test_a_row_of_any_list_comes_back_as_it_was(there: Any) -> None:
    assert same_digits(decode(type(there), encode(there)), there)


@pytest.mark.parametrize("amount", ["0", "-0.00", "1E+3", "0.10", "123456789012345678901234567890.12345"])
def test_amounts_keep_every_digit(amount: str) -> None:
    back = decode(InvoiceLine, encode(line(net=Decimal(amount))))
    assert str(back.net) == amount


def test_no_number_in_the_text_is_an_amount() -> None:
    assert '"net":"100.000"' in encode(line())


def test_half_a_surrogate_pair_survives() -> None:
    assert decode(Invoice, encode(invoice(relation_name="\ud83d"))).relation_name == "\ud83d"
    encode(invoice(relation_name="\ud83d")).encode("utf-8")


@dataclass(frozen=True, slots=True)
class Everything:
    when: dt.datetime
    of: Mapping[str, Decimal]
    some: frozenset[int]
    maybe: tuple[dt.date | None, ...]
    later: str = "new field"


def test_every_kind_of_field() -> None:
    there = Everything(
        dt.datetime(2026, 3, 31, 1, 2, 3, 4, dt.UTC), {"a": Decimal("1.10")}, frozenset({1, 2}), (None, dt.date.min)
    )
    assert same_digits(decode(Everything, encode(there)), there)


def test_a_row_of_an_older_or_newer_program_is_read() -> None:
    assert decode(Division, '{"code":1,"name":"A","gone":[1]}') == Division(1, "A")


def test_a_type_it_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError):
        encode(object())


def test_the_percentage_of_a_code_keeps_its_digits() -> None:
    code = VATCode("4", "21 %", Decimal("21.000"), charged=True)
    assert repr(decode(VATCode, encode(code))) == repr(code)
