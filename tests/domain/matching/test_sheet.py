"""`resolve`: which relation a row of the sheet means (product.md section 4, `match --codes`)."""

import pytest

from robexact_desktop.domain.matching import Doubt, Resolved, Sheet, SheetRow, Told, resolve
from robexact_desktop.domain.names import Kind, RelationId
from robexact_desktop.domain.relation import Relation

RELATIONS = [
    Relation(RelationId("client/12"), "K100", "Bouwwerken Janssens BV", vat_number="BE0123456789"),
    Relation(RelationId("client/13"), "K101", "Dakwerken Peeters", vat_number="NL004495445B01"),
    Relation(RelationId("client/14"), "K102", "Dakwerken Peeters", vat_number="BE0403019261"),
    Relation(RelationId("supplier/12"), "L7", "Houthandel Maes", vat_number="BE 0403.019.261"),
]


def resolved(*rows: dict[str, str], kind: Kind | None = None) -> Resolved:
    return resolve(Sheet(tuple(SheetRow(number, row) for number, row in enumerate(rows, start=2))), RELATIONS, kind)


@pytest.mark.parametrize(
    ("row", "relation"),
    [
        ({"ID": "client/12"}, "client/12"),
        ({"ID": "13"}, "client/13"),
        ({"NR": "k100"}, "client/12"),
        ({"NR": "L7"}, "supplier/12"),
        ({"VAT": "BE 0123.456.789"}, "client/12"),
        ({"VAT": "0123456789"}, "client/12"),
        ({"VAT": "123456789"}, "client/12"),  # Excel took it for a number
        ({"VAT": "004495445B01"}, "client/13"),
        ({"NAME": " bouwwerken  JANSSENS bv"}, "client/12"),
        ({"ID": "", "NR": " ", "VAT": "", "NAME": "Houthandel Maes"}, "supplier/12"),
        ({"ID": "13", "NR": "K100", "NAME": "Houthandel Maes"}, "client/13"),  # the first present decides alone
        ({"ID": "12", "KIND": "Leverancier"}, "supplier/12"),
        ({"ID": "12", "KIND": "klant"}, "client/12"),
    ],
)
def test_a_row_is_found_by_its_first_key(row: dict[str, str], relation: str) -> None:
    assert resolved({**row, "EXACT_ONLINE_CODE": " 25"}) == ({relation: "25"}, ())


@pytest.mark.parametrize(
    ("row", "doubt", "key"),
    [
        ({"ID": "12"}, Doubt.ROW_AMBIGUOUS, "ID 12"),
        ({"NAME": "Dakwerken Peeters"}, Doubt.ROW_AMBIGUOUS, "NAME Dakwerken Peeters"),
        ({"VAT": "BE0403019261"}, Doubt.ROW_AMBIGUOUS, "VAT BE0403019261"),
        ({"ID": "99", "NR": "K100"}, Doubt.ROW_UNKNOWN, "ID 99"),
        ({"NR": "K999"}, Doubt.ROW_UNKNOWN, "NR K999"),
        ({"VAT": "n.v.t."}, Doubt.ROW_UNKNOWN, "VAT n.v.t."),
        ({"NAME": "Bouwwerken Janssens"}, Doubt.ROW_UNKNOWN, "NAME Bouwwerken Janssens"),
        ({"NAME": " "}, Doubt.ROW_NAMELESS, ""),
    ],
)
def test_a_row_without_one_relation_is_skipped_and_told(row: dict[str, str], doubt: Doubt, key: str) -> None:
    assert resolved({**row, "EXACT_ONLINE_CODE": "25"}) == ({}, (Told(doubt, "25", row=2, key=key),))


def test_the_kind_of_the_sheet_tells_clients_from_suppliers() -> None:
    row = {"ID": "12", "EXACT_ONLINE_CODE": "25"}
    assert resolved(row, kind=Kind.SALES).codes == {"client/12": "25"}
    assert resolved(row, kind=Kind.PURCHASE).codes == {"supplier/12": "25"}


def test_a_row_without_code_says_nothing() -> None:
    assert resolved({"ID": "nobody", "EXACT_ONLINE_CODE": " "}) == ({}, ())


def test_two_codes_for_one_relation_are_both_skipped() -> None:
    found = resolved({"NR": "K100", "EXACT_ONLINE_CODE": "25"}, {"VAT": "BE0123456789", "EXACT_ONLINE_CODE": "26"})
    assert found.codes == {}
    assert [(one.row, one.doubt, one.relation) for one in found.told] == [
        (2, Doubt.CODE_AMBIGUOUS, "client/12"),
        (3, Doubt.CODE_AMBIGUOUS, "client/12"),
    ]


def test_the_same_code_twice_is_one_statement() -> None:
    row = {"NR": "K100", "EXACT_ONLINE_CODE": "25"}
    assert resolved(row, row) == ({"client/12": "25"}, ())
