"""`candidates`: what a person is shown, in which order and why. Facts: bookkeeping 3.15, exact-online 4.5."""

from typing import Any

import pytest

from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.matching import Index, candidates, candidates_of_all
from robexact_desktop.domain.names import AccountId, RelationId
from robexact_desktop.domain.relation import Candidate, Relation

VAT, OTHER_VAT = "BE0123456789", "BE0403019261"


def client(name: str = "Bouwwerken Janssens BVBA", **facts: Any) -> Relation:
    return Relation(RelationId("client/1"), "1", name, **facts)


def account(guid: str, name: str = "BOUWWERKEN JANSSENS BV", **facts: Any) -> Account:
    return Account(AccountId(guid), guid, name, **facts)


def shown(relation: Relation, *accounts: Account, limit: int = 5) -> list[str]:
    return [candidate.account_id for candidate in candidates(relation, Index(accounts), limit)]


def only(relation: Relation, one: Account) -> Candidate:
    (candidate,) = candidates(relation, Index([one]))
    return candidate


def test_the_renamed_firm_goes_before_the_one_with_nearly_the_same_name() -> None:
    right, wrong = account("right"), account("wrong", "Bouwwerken Janssen BVBA")
    assert shown(client(), wrong, right) == ["right", "wrong"]


def test_also_where_only_the_wrong_one_has_the_place() -> None:
    wrong = account("wrong", "Bouwwerken Janssen BVBA", postcode="9000", city="Gent")
    assert shown(client(postcode="9000", city="Gent"), wrong, account("right")) == ["right", "wrong"]


def test_the_vat_number_goes_before_the_name() -> None:
    by_number = account("number", "Quite another name", vat_number=VAT)
    assert shown(client(vat_number=VAT), account("name"), by_number) == ["number", "name"]


def test_of_two_branches_the_one_of_this_name_and_place_goes_first() -> None:
    branches = [account("a", "Filiaal Luik", vat_number=VAT), account("b", vat_number=VAT, postcode="9000")]
    assert shown(client(vat_number=VAT, postcode="9000"), *branches) == ["b", "a"]


@pytest.mark.parametrize(
    ("ours", "theirs", "reasons"),
    [
        ({}, {}, ("similar_name",)),
        ({"name": "bouwwerken janssens bv"}, {}, ("same_name",)),
        ({"vat_number": VAT}, {"vat_number": "BE 0123.456.789"}, ("same_vat_number", "similar_name")),
        ({"company_number": VAT}, {"vat_number": VAT}, ("same_company_number", "similar_name")),
        ({"vat_number": VAT}, {"vat_number": OTHER_VAT}, ("similar_name", "other_vat_number")),
        ({"country": "BE"}, {"country": "Nederland"}, ("similar_name", "other_country")),
        (
            {"company_number": "12345678", "country": "NL"},
            {"chamber_of_commerce": "87654321", "country": "NL"},
            ("similar_name", "other_company_number"),
        ),
        (
            {"postcode": "9000", "city": "Gent "},
            {"postcode": "B-9000", "city": "GENT"},
            ("similar_name", "same_postcode", "same_city"),
        ),
        ({"postcode": "9000"}, {"postcode": "9050"}, ("similar_name", "other_postcode")),
        ({}, {"is_blocked": True}, ("similar_name", "blocked")),
        (
            {"postcode": "1000", "country": "NL"},
            {"postcode": "1000", "country": "BE"},
            ("similar_name", "other_country"),
        ),
    ],
)
def test_reasons(ours: dict[str, str], theirs: dict[str, Any], reasons: tuple[str, ...]) -> None:
    assert only(client(**ours), account("a", **theirs)).reasons == reasons


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ({"vat_number": VAT}, {"vat_number": OTHER_VAT}),
        ({"country": "BE"}, {"country": "NL"}),
        ({"postcode": "9000"}, {"postcode": "9050"}),
        ({}, {"is_blocked": True}),
    ],
)
def test_what_speaks_against_lowers_the_score(ours: dict[str, str], theirs: dict[str, Any]) -> None:
    assert only(client(**ours), account("a", **theirs)).score < only(client(), account("a")).score


@pytest.mark.parametrize(
    ("relation", "name"),
    [
        ("Bouwwerken Janssens", "Bouwerken Janssens NV"),  # a letter left out at the beginning
        ("Bouwwerken Janssens", "Bouwwerken Jansens NV"),
        ("Bouwwerken Janssens", "Janssens Bouwwerken"),
        ("Bouwwerken Janssens", "Bouwwerkenjanssens"),
        ("Bouwwerken Janssens", "Bouwwerken Janssens & Zonen"),
        ("Café Hügo", "Cafe Hugo"),
        ("A.B.C. Dakwerken", "ABC Dakwerken"),
        ("Peeters en Zonen", "Peeters & Zonen"),
        ("Vandenberghe", "Van den Berghe"),
    ],
)
def test_other_spellings_are_found_among_strangers(relation: str, name: str) -> None:
    strangers = [account(f"s{number}", f"Onbekende firma {number * 7919}") for number in range(300)]
    assert shown(client(relation), *strangers, account("a", name))[:1] == ["a"]


def test_nothing_is_suggested_where_nothing_is_alike() -> None:
    assert shown(client("Schildersbedrijf Vermeulen"), account("a", "Elektro Wouters")) == []
    assert shown(client(""), account("a", "")) == []
    assert shown(client(), *[]) == []


def test_a_name_on_thousands_of_accounts_does_not_hide_the_number() -> None:
    crowd = [account(f"c{number}", "Diverse klanten") for number in range(2000)]
    relation = client("Diverse klanten", vat_number=VAT)
    assert shown(relation, *crowd, account("a", "Firma X", vat_number=VAT))[0] == "a"


def test_of_many_with_one_name_the_one_of_this_place_is_found() -> None:
    crowd = [account(f"c{number}", "Jan Peeters", postcode=str(2000 + number)) for number in range(40)]
    assert shown(client("Jan Peeters", postcode="2039"), *crowd)[0] == "c39"


def test_no_more_than_the_limit_are_shown_in_the_order_of_their_codes() -> None:
    accounts = [account(guid) for guid in "fedcba"]
    assert shown(client(), *accounts, limit=3) == ["a", "b", "c"]


def test_in_bulk_as_one_by_one() -> None:
    index = Index([account("a"), account("b", "Elektro Wouters")])
    relations = [client(), Relation(RelationId("supplier/1"), "1", "Elektro Wouters NV"), client("Niets")]
    assert candidates_of_all(relations, index) == {one.id: candidates(one, index) for one in relations}
