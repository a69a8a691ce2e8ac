"""The boxes of the Belgian return: only where the facts of a code leave no doubt."""

from dataclasses import replace
from decimal import Decimal

import pytest

from robexact_desktop.domain.ledger import VATCode
from robexact_desktop.domain.names import Kind
from robexact_desktop.domain.vat_boxes import BOUGHT, boxes, credit_boxes

SALE = VATCode("1", "Verkoop binnenland 21 %", Decimal(21), direction="S")
PURCHASE = VATCode("7", "Aankoop 21 %", Decimal(21), direction="P")


@pytest.mark.parametrize(("percentage", "base"), [(21, "03"), (12, "02"), (6, "01")])
def test_a_domestic_sale_has_the_box_of_its_rate(percentage: int, base: str) -> None:
    code = replace(SALE, percentage=Decimal(percentage))
    assert boxes(code, Kind.SALES, "BE") == (base, "54")
    assert credit_boxes(code, Kind.SALES, "BE") == ("49", "64")


def test_a_domestic_purchase_is_deductible_and_its_account_decides_the_base() -> None:
    assert boxes(PURCHASE, Kind.PURCHASE, "BE") == (BOUGHT, "59")
    assert credit_boxes(PURCHASE, Kind.PURCHASE, "BE") == ()


@pytest.mark.parametrize(
    "code",
    [
        replace(SALE, percentage=Decimal(0)),
        replace(SALE, percentage=Decimal(0), type="B"),
        replace(SALE, charged=True),
        replace(SALE, country="NL"),
        replace(SALE, type="N"),
        replace(SALE, percentage=Decimal("5.5")),
        PURCHASE,
    ],
)
def test_what_may_be_several_boxes_has_none(code: VATCode) -> None:
    assert boxes(code, Kind.SALES, "BE") == ()
    assert credit_boxes(code, Kind.SALES, "BE") == ()


def test_another_country_has_another_return() -> None:
    assert boxes(SALE, Kind.SALES, "NL") == boxes(SALE, Kind.SALES, "") == ()
