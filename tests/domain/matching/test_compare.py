"""A relation beside an account: equal, similar, different, or nothing to say."""

from dataclasses import replace

from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.matching.compare import Of, compare, digits_swapped
from robexact_desktop.domain.matching.likenesses import Likeness
from robexact_desktop.domain.names import AccountId, RelationId
from robexact_desktop.domain.relation import Relation

RELATION = Relation(
    id=RelationId("client/1"),
    number="K1",
    name="Transport Goossens BV",
    vat_number="BE 0999.041.206",
    country="BE",
    postcode="3998",
    city="Heideveld",
)
ACCOUNT = Account(
    id=AccountId("a"),
    code="1187",
    name="Goossens Transport BV",
    vat_number="BE0999041206",
    country="BE",
    postcode="3998",
    city="HEIDEVELD",
    status="C",
)


def likeness(relation: Relation, account: Account) -> dict[Of, Likeness]:
    return {row.field: row.likeness for row in compare(relation, account).rows}


def test_one_firm_written_two_ways() -> None:
    found = likeness(RELATION, ACCOUNT)
    assert found[Of.NAME] is Likeness.SIMILAR
    assert found[Of.VAT_NUMBER] is Likeness.EQUAL
    assert found[Of.PLACE] is Likeness.EQUAL
    assert found[Of.COMPANY_NUMBER] is Likeness.EMPTY
    assert found[Of.ROLE] is Likeness.EQUAL
    assert compare(RELATION, ACCOUNT).contradictions == ()


def test_another_number_is_the_gravest_contradiction() -> None:
    other = replace(ACCOUNT, vat_number="BE0999041260", status="P")
    assert [row.field for row in compare(RELATION, other).contradictions] == [Of.VAT_NUMBER, Of.ROLE]


def test_under_the_same_number_another_name_is_a_trade_name() -> None:
    trade_name = replace(ACCOUNT, name="De Snelle Wielen", postcode="2000", city="Waterhoven")
    found = compare(RELATION, trade_name)
    assert {row.field for row in found.different} == {Of.NAME, Of.PLACE}
    assert found.contradictions == ()


def test_a_blocked_account_is_told() -> None:
    assert [row.field for row in compare(RELATION, replace(ACCOUNT, is_blocked=True)).contradictions] == [Of.BLOCKED]


def test_two_digits_that_changed_places_are_a_typing_error() -> None:
    assert digits_swapped("BE 0999.041.206", "BE0999041260")
    assert not digits_swapped("BE 0999.041.206", "BE0999041307")
    assert not digits_swapped("BE 0999.041.206", "BE0999041206")


def test_another_desk_contradicts_nothing_and_another_house_does() -> None:
    ours = replace(RELATION, address_line1="Kanaalweg 7", email="an@goossens.example", phone="011 00 00 12")
    theirs = replace(ACCOUNT, address_line1="Kanaalweg 7", email="x@telenet.be", phone="0470 00 00 00")
    found = likeness(ours, theirs)
    assert (found[Of.ADDRESS], found[Of.EMAIL], found[Of.PHONE]) == (
        Likeness.EQUAL,
        Likeness.DIFFERENT,
        Likeness.DIFFERENT,
    )
    assert compare(ours, theirs).contradictions == ()
    nameless = replace(theirs, vat_number="", address_line1="Stationsplein 1")
    assert [row.field for row in compare(ours, nameless).contradictions] == [Of.ADDRESS]
    assert compare(ours, replace(theirs, address_line1="Stationsplein 1")).contradictions == (), "the same number"
