"""Rules 6: the VAT code of a line."""

from dataclasses import replace

import pytest
from builders import books, by_hand, line, purchase_invoice, sales_invoice, settings

from robexact_desktop.domain.booking.books import Field
from robexact_desktop.domain.booking.vat import vat_code
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.settings import VatSettings


@pytest.mark.parametrize(
    ("invoice", "code", "source"),
    [
        (sales_invoice(line("1 @21")), "4", "settings: vat.sales.T21"),
        (sales_invoice(line("1 @6")), "2", "settings: vat.sales.T6"),
        (sales_invoice(line("1 @0")), "0X", "settings: vat.sales.T0"),
        (sales_invoice(line("1 @M")), "0M", "settings: vat.sales.TM"),
        (purchase_invoice(line("1 @21")), "A4", "settings: vat.purchase.T21"),
        (purchase_invoice(line("1 @M")), "AM", "settings: vat.purchase.TM"),
    ],
)
def test_the_tariff_decides_per_side(invoice: Invoice, code: str, source: str) -> None:
    decided = vat_code(invoice, 0, books())
    assert decided.value is not None
    assert (decided.value.code, decided.rule, decided.source) == (code, "vat_code.mapping", source)
    assert decided.problems == ()


def test_by_hand_goes_before_the_mapping() -> None:
    invoice = sales_invoice(line("1 @0"))
    decided = vat_code(invoice, 0, books(by_hand(invoice, Field.VAT, "0M", 0)))
    assert (decided.value and decided.value.code, decided.rule) == ("0M", "vat_code.hand")


@pytest.mark.parametrize(
    ("side", "mapped", "code", "variant"),
    [
        ("sales", {}, "vat_unmapped", ""),
        ("sales", {"T21": ""}, "vat_unmapped", ""),
        ("sales", {"T6": "2"}, "vat_unmapped", ""),
        ("sales", {"T21": "99"}, "vat_unmapped", "unknown"),
        ("sales", {"T21": "OUD"}, "vat_blocked", ""),
        ("sales", {"T21": "A4"}, "vat_direction", "sales"),
        ("purchase", {"T21": "4"}, "vat_direction", "purchase"),
        ("sales", {"T21": "4I"}, "vat_inclusive", ""),
    ],
)
def test_a_code_that_does_not_serve_blocks(side: str, mapped: dict[str, str], code: str, variant: str) -> None:
    invoice = sales_invoice() if side == "sales" else purchase_invoice()
    decided = vat_code(invoice, 0, books(settings=replace(settings(), vat=VatSettings(mapped, mapped))))
    assert [(problem.code, problem.variant, problem.blocks) for problem in decided.problems] == [(code, variant, True)]


def test_a_line_without_a_tariff_blocks() -> None:
    decided = vat_code(sales_invoice(line("1 @-")), 0, books())
    assert [(problem.code, problem.variant) for problem in decided.problems] == [("vat_unmapped", "no_tariff")]
    assert decided.problems[0].facts == {"line": "1"}


def test_a_code_by_hand_is_checked_as_any_other() -> None:
    invoice = sales_invoice()
    codes = [problem.code for problem in vat_code(invoice, 0, books(by_hand(invoice, Field.VAT, "A4"))).problems]
    assert codes == ["vat_direction"]
