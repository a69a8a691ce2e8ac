"""Rules 8: relation, payment condition, payment reference."""

from typing import Any

import pytest
from builders import CUSTOMER, SUPPLIER, books, by_hand, purchase_invoice, sales_invoice

from robexact_desktop.domain.booking import Entry, Problems, book
from robexact_desktop.domain.booking.books import Books, Field
from robexact_desktop.domain.booking.parties import account, payment_condition, payment_reference
from robexact_desktop.domain.invoice import Invoice
from robexact_desktop.domain.names import AccountId
from robexact_desktop.domain.relation import Link, LinkRule


def linked(to: str, rule: LinkRule = LinkRule.HAND) -> dict[str, Any]:
    return {"links": {name: Link(name, AccountId(to), rule) for name in (CUSTOMER, SUPPLIER)}}


@pytest.mark.parametrize("rule", list(LinkRule))
def test_the_linked_account_and_how_it_came_about(rule: LinkRule) -> None:
    decided = account(sales_invoice(), books(**linked("G-DEBOER", rule)))
    assert (decided.value, decided.rule, decided.source) == ("G-DEBOER", f"account.{rule.value}", "client/7")
    assert decided.problems == ()


UNLINKED: dict[str, Any] = {"links": {}}
CONTESTED: dict[str, Any] = {"links": {}, "contested": frozenset({CUSTOMER})}


@pytest.mark.parametrize(
    ("invoice", "changes", "policy", "code", "variant"),
    [
        (sales_invoice(), UNLINKED, "ask", "relation_unlinked", "ask"),
        (sales_invoice(), UNLINKED, "never", "relation_unlinked", "never"),
        (sales_invoice(), UNLINKED | {"relations": {}}, "always", "relation_unlinked", "always"),
        (sales_invoice(relation=None), {}, "always", "relation_unlinked", "always"),
        (sales_invoice(), CONTESTED, "ask", "relation_ambiguous", ""),
        (sales_invoice(), CONTESTED, "always", "relation_ambiguous", ""),
        (sales_invoice(), CONTESTED, "never", "relation_ambiguous", ""),
        (sales_invoice(), linked("G-GONE"), "always", "relation_unlinked", "gone"),
        (sales_invoice(), linked("G-PROSP"), "ask", "relation_role", "sales"),
        (sales_invoice(), linked("G-TEGEL"), "ask", "relation_role", "sales"),
        (purchase_invoice(), linked("G-DEBOER"), "ask", "relation_role", "purchase"),
        (sales_invoice(), linked("G-STOP"), "ask", "relation_blocked", ""),
    ],
)
def test_a_relation_that_blocks(
    invoice: Invoice, changes: dict[str, Any], policy: str, code: str, variant: str
) -> None:
    result = book(invoice, books(booking={"create_relations": policy}, **changes))
    assert isinstance(result, Problems)
    assert [(problem.code, problem.variant) for problem in result.problems] == [(code, variant)]


def test_with_always_the_account_is_created_by_sending() -> None:
    entry = book(sales_invoice(), books(booking={"create_relations": "always"}, **UNLINKED))
    assert isinstance(entry, Entry)
    assert entry.creates_account
    assert (entry.account.value, entry.account.source) == (None, "settings: booking.create_relations")


def test_a_linked_relation_is_used_though_its_kind_is_contested() -> None:
    assert isinstance(book(sales_invoice(), books(contested=frozenset({CUSTOMER}))), Entry)


HOLD = {"approval": "hold", "holding_payment_condition": "AU"}
PURCHASE, MAPPED = purchase_invoice(), purchase_invoice(payment_condition="5")
WAITING = frozenset({PURCHASE.id})


@pytest.mark.parametrize(
    ("invoice", "of", "value", "rule", "problems"),
    [
        (sales_invoice(), books(), None, "account", []),
        (sales_invoice(payment_condition="5"), books(), "30", "mapping", []),
        (sales_invoice(payment_condition="6"), books(), None, "account", [""]),
        (MAPPED, books(booking=HOLD), "30", "mapping", []),
        (MAPPED, books(booking=HOLD, waiting_for_approval=WAITING), "AU", "hold", []),
        (MAPPED, books(booking=HOLD | {"approval": "send"}, waiting_for_approval=WAITING), "30", "mapping", []),
        (MAPPED, books(by_hand(MAPPED, Field.PAYMENT_CONDITION, "AU")), "AU", "hand", []),
        (MAPPED, books(by_hand(MAPPED, Field.PAYMENT_CONDITION, "99")), None, "hand", ["unknown"]),
        (
            MAPPED,
            books(booking=HOLD | {"holding_payment_condition": "XX"}, waiting_for_approval=WAITING),
            None,
            "hold",
            ["unknown"],
        ),
    ],
)
def test_the_payment_condition(invoice: Invoice, of: Books, value: str | None, rule: str, problems: list[str]) -> None:
    decided = payment_condition(invoice, of)
    assert (decided.value, decided.rule) == (value, f"payment_condition.{rule}")
    assert [(problem.code, problem.variant) for problem in decided.problems] == [
        ("payment_condition_unmapped", variant) for variant in problems
    ]
    assert not any(problem.blocks for problem in decided.problems)


def test_a_sale_is_never_held() -> None:
    sale = sales_invoice(payment_condition="5")
    of = books(booking=HOLD, waiting_for_approval=frozenset({sale.id}))
    assert payment_condition(sale, of).rule == "payment_condition.mapping"


def test_the_due_date_of_the_invoice_goes_along() -> None:
    entry = book(sales_invoice(payment_condition="6"), books())
    assert isinstance(entry, Entry)
    assert str(entry.due_date.value) == "2026-12-03"


@pytest.mark.parametrize(
    ("reference", "is_told"),
    [
        (None, False),
        ("", False),
        ("+++090/9337/55493+++", False),  # 0909337554 modulo 97 is 93
        ("***090/9337/55493***", False),
        ("090933755493", False),
        ("+++000/0000/09797+++", False),  # modulo 0 is written 97
        ("RF18539007547034", False),
        ("+++090/9337/55403+++", True),  # the 3 of another's help page
        ("090933755494", True),
        ("090/9337/55494", True),
        ("RF19539007547034", True),
        ("2026001", False),  # a supplier's invoice number
        ("Factuur 12 van november", False),
        ("RFACTUUR", False),
    ],
)
def test_a_payment_reference_goes_as_it_is_and_a_wrong_check_digit_is_told(
    reference: str | None, is_told: bool
) -> None:
    decided = payment_reference(sales_invoice(payment_reference=reference))
    assert decided.value == (reference or None)
    assert [problem.code for problem in decided.problems] == (["payment_reference_invalid"] if is_told else [])
    assert not any(problem.blocks for problem in decided.problems)
