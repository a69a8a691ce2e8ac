"""`match`: which relations are linked by themselves, and which are asked. Cases by hand from product.md M5 and M6."""

from typing import Any

import pytest

from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.matching import Doubt, Index, Told, match
from robexact_desktop.domain.names import AccountId, RelationId
from robexact_desktop.domain.relation import Link, LinkRule, Relation

VAT, OTHER_VAT = "BE 0123.456.789", "BE 0403.019.261"


def client(number: int = 1, name: str = "Bouwwerken Janssens BV", **facts: Any) -> Relation:
    return Relation(RelationId(f"client/{number}"), f"K{number}", name, **facts)


def supplier(number: int = 1, name: str = "Bouwwerken Janssens BV", **facts: Any) -> Relation:
    return Relation(RelationId(f"supplier/{number}"), f"L{number}", name, **facts)


def account(guid: str = "a", name: str = "Bouwwerken Janssens BV", code: str = "", **facts: Any) -> Account:
    facts.setdefault("status", "C")
    return Account(AccountId(guid), (code or str(ord(guid[0]))).rjust(18), name, **facts)


def outcome(relation: Relation, *accounts: Account, **given: Any) -> str:
    """ "vat_number a" for a link, "asked several_accounts" for a doubt, "nothing" where it may be created."""
    found = match([relation], accounts, {}, **given)
    if found.linked:
        assert not found.contested
        return f"{found.linked[0].rule} {found.linked[0].account_id}"
    return f"asked {found.asked[relation.id].doubt}" if found.asked else "nothing"


ELSE = {"name": "Something else"}

CASES = [
    # the VAT number
    (client(vat_number=VAT), [account(vat_number="be0123456789", **ELSE)], "vat_number a"),
    (client(vat_number="0123456789", country="BE"), [account(vat_number=VAT, **ELSE)], "vat_number a"),
    (client(vat_number=VAT), [account(vat_number="123456789", country="BE", **ELSE)], "vat_number a"),
    (client(vat_number="EL123456789"), [account(vat_number="GR 123456789", **ELSE)], "vat_number a"),
    (client(vat_number=VAT), [account(vat_number=VAT, status="P", is_blocked=True)], "vat_number a"),
    (client(vat_number=VAT), [account("a", vat_number=VAT), account("b", vat_number=VAT)], "asked several_accounts"),
    (
        client(vat_number=VAT),
        [account("a", vat_number=VAT), account("b", vat_number=VAT, **ELSE)],
        "asked several_accounts",
    ),
    (
        client(vat_number=VAT),
        [account("a", vat_number=VAT), account("b", chamber_of_commerce="0123.456.789", country="BE", **ELSE)],
        "asked several_accounts",
    ),
    (
        client(vat_number=VAT),
        [account("a", vat_number=VAT), account("b")],
        "vat_number a",
    ),  # not by name: the number decides
    (client(vat_number="n.v.t."), [account(vat_number="N.V.T.", **ELSE)], "nothing"),
    (client(vat_number="BE0000000000"), [account(vat_number="BE0000000000", **ELSE)], "nothing"),
    (
        client(vat_number="NL004495445B01", company_number="12345678", country="NL"),
        [account(vat_number="NL004495445B01", chamber_of_commerce="87654321", country="NL")],
        "asked other_company_number",  # a fiscal unity
    ),
    (client(vat_number=VAT, company_number="0403019261"), [account(vat_number=VAT, **ELSE)], "vat_number a"),
    # the company number
    (client(company_number="0123.456.789", country="BE"), [account(vat_number=VAT, **ELSE)], "company_number a"),
    (client(vat_number=VAT), [account(chamber_of_commerce="0123456789", country="BE", **ELSE)], "company_number a"),
    (
        client(company_number="12345678", country="NL"),
        [account(chamber_of_commerce="KVK 12345678", country="NL", **ELSE)],
        "company_number a",
    ),
    (
        client(company_number="12345678", country="NL", vat_number="NL004495445B01"),
        [account(chamber_of_commerce="12345678", country="NL", vat_number="NL004495445B02")],
        "asked other_vat_number",
    ),
    (
        client(company_number="12345678", country="NL"),
        [account(guid, chamber_of_commerce="12345678", country="NL", **ELSE) for guid in "ab"],
        "asked several_accounts",
    ),
    (client(company_number="RPR Gent"), [account(chamber_of_commerce="RPR Gent", **ELSE)], "nothing"),
    # the name
    (client(), [account(name="  BOUWWERKEN  janssens bv")], "name a"),
    (client(vat_number=VAT, country="BE", postcode="9000"), [account()], "name a"),
    (client(country="België", postcode="B-9000"), [account(country="BE", postcode="9000")], "name a"),
    (client(name="Bouwwerken Janssens BVBA"), [account()], "nothing"),  # only suggested
    (client(vat_number=VAT), [account(vat_number=OTHER_VAT)], "asked other_vat_number"),
    (client(company_number="0123456789", country="BE"), [account(vat_number=OTHER_VAT)], "asked other_company_number"),
    (client(country="NL"), [account(country="BE")], "asked other_country"),
    (client(vat_number="NL004495445B01"), [account(country="BE")], "asked other_country"),
    (client(postcode="9000"), [account(postcode="9050")], "asked other_postcode"),
    (client(), [account("a"), account("b")], "asked several_accounts"),
    (client(name=""), [account(name="")], "nothing"),
    # the code that Robaws keeps
    (client(exact_online_code="25"), [account(code="25", **ELSE)], "code a"),
    (client(exact_online_code=" 25 "), [account(code="25", **ELSE)], "code a"),
    (client(exact_online_code="25", vat_number=VAT), [account("a", code="25"), account("b", vat_number=VAT)], "code a"),
    (
        client(exact_online_code="25", vat_number=VAT),
        [account("a", code="25", vat_number=VAT), account("b", vat_number=VAT)],
        "code a",  # a code tells branches apart
    ),
    (
        client(exact_online_code="25", vat_number=VAT),
        [account(code="25", vat_number=OTHER_VAT)],
        "asked other_vat_number",
    ),
    (
        client(exact_online_code="25", vat_number=VAT),
        [account("a", code="25", vat_number=OTHER_VAT), account("b", vat_number=VAT)],
        "asked other_vat_number",  # two statements, one wrong
    ),
    (client(exact_online_code="25"), [account("a", code="25"), account("b", code="25")], "asked code_ambiguous"),
    (client(exact_online_code="26", vat_number=VAT), [account(code="25", vat_number=VAT)], "vat_number a"),
    (client(exact_online_code="26"), [account(code="25", **ELSE)], "asked code_unknown"),
    (client(exact_online_code=" "), [account(code="25", **ELSE)], "nothing"),
    # nothing at all
    (client(), [], "nothing"),
    (client(vat_number=VAT), [account(vat_number=OTHER_VAT, **ELSE)], "nothing"),
]


@pytest.mark.parametrize(("relation", "accounts", "expected"), CASES)
def test_outcome(relation: Relation, accounts: list[Account], expected: str) -> None:
    assert outcome(relation, *accounts) == expected


def test_the_code_of_the_sheet_goes_before_the_one_in_robaws() -> None:
    relation = client(exact_online_code="25")
    accounts = [account("a", code="25"), account("b", code="26")]
    assert outcome(relation, *accounts, codes={relation.id: "26"}) == "code b"


def test_a_stored_link_stays_whatever_the_rules_say() -> None:
    relation = client(vat_number=VAT, exact_online_code="25")
    links = {relation.id: Link(relation.id, AccountId("gone"), LinkRule.HAND)}
    found = match([relation], [account(code="25", vat_number=VAT)], links)
    assert (found.linked, found.contested, found.told) == ((), frozenset(), ())


@pytest.mark.parametrize(
    "relation", [client(vat_number=VAT), client(company_number=VAT), client(), client(exact_online_code="97")]
)
def test_a_pair_unlinked_by_hand_is_asked_and_never_linked_again(relation: Relation) -> None:
    refused = frozenset({(relation.id, AccountId("a"))})
    assert outcome(relation, account(vat_number=VAT), refused=refused) == "asked refused"


def test_a_refused_code_leaves_the_word_to_the_vat_number() -> None:
    relation = client(exact_online_code="25", vat_number=VAT)
    accounts = [account("a", code="25"), account("b", vat_number=VAT, **ELSE)]
    assert outcome(relation, *accounts, refused=frozenset({(relation.id, AccountId("a"))})) == "vat_number b"


def test_refusing_one_branch_does_not_choose_the_other() -> None:
    relation = client(vat_number=VAT)
    accounts = [account("a", vat_number=VAT), account("b", vat_number=VAT)]
    refused = frozenset({(relation.id, AccountId("a"))})
    assert outcome(relation, *accounts, refused=refused) == "asked several_accounts"


def test_branches_in_robaws_share_the_one_account_of_their_vat_number() -> None:
    found = match([client(1, vat_number=VAT), client(2, "Filiaal Gent", vat_number=VAT)], [account(vat_number=VAT)], {})
    assert [link.account_id for link in found.linked] == ["a", "a"]


def test_a_client_and_a_supplier_share_one_account_by_name() -> None:
    found = match([client(), supplier()], [account()], {})
    assert {link.relation: link.rule for link in found.linked} == {"client/1": "name", "supplier/1": "name"}


def test_two_clients_of_one_name_are_both_asked() -> None:
    found = match([client(1), client(2)], [account()], {})
    assert found.contested == {"client/1", "client/2"}
    assert found.asked[RelationId("client/1")].doubt is Doubt.SEVERAL_RELATIONS


def test_a_linked_client_of_the_same_name_counts_too() -> None:
    found = match([client(1, vat_number=VAT), client(2)], [account(vat_number=VAT)], {})
    assert [link.relation for link in found.linked] == ["client/1"]
    assert found.asked[RelationId("client/2")].doubt is Doubt.SEVERAL_RELATIONS


@pytest.mark.parametrize("stored", [True, False])
def test_an_account_that_another_client_has_is_not_taken_by_name(stored: bool) -> None:
    first = client(1, "Oude naam", vat_number=VAT)
    links = {first.id: Link(first.id, AccountId("a"), LinkRule.HAND)} if stored else {}
    found = match([first, client(2)], [account(vat_number=VAT)], links)
    assert found.asked[RelationId("client/2")].doubt is Doubt.ACCOUNT_TAKEN


def test_an_account_that_a_supplier_has_is_free_for_a_client() -> None:
    first = supplier(1, "Oude naam", vat_number=VAT)
    found = match([first, client(2)], [account(vat_number=VAT)], {})
    assert {(link.relation, link.rule.value) for link in found.linked} == {
        ("supplier/1", "vat_number"),
        ("client/2", "name"),
    }


def test_a_doubt_says_which_account_it_may_be() -> None:
    found = match([client(postcode="9000")], [account(postcode="9050")], {})
    assert found.asked[RelationId("client/1")].account_id == "a"


TOLD = [
    (client(), {"client/1": "25"}, [account(code="25", **ELSE)], {}, None),
    (client(), {"client/1": "26"}, [account(code="25")], {}, Doubt.CODE_UNKNOWN),  # linked by name, and still told
    (
        client(vat_number=VAT),
        {"client/1": "25"},
        [account(code="25", vat_number=OTHER_VAT)],
        {},
        Doubt.OTHER_VAT_NUMBER,
    ),
    (client(exact_online_code="26"), {}, [account(code="25", **ELSE)], {}, Doubt.CODE_UNKNOWN),
    (client(exact_online_code="26"), {}, [account(code="25")], {}, None),  # found by name: Robaws' old code is no news
    (
        client(),
        {"client/1": "25"},
        [account("a", code="25"), account("b", code="1")],
        {"client/1": "b"},
        Doubt.LINKED_ELSEWHERE,
    ),
    (client(), {"client/1": "25"}, [account("a", code="25")], {"client/1": "a"}, None),
    (client(exact_online_code="25"), {}, [account("a", code="25")], {"client/1": "b"}, None),
]


@pytest.mark.parametrize(("relation", "codes", "accounts", "stored", "expected"), TOLD)
def test_codes_that_became_no_link_are_told(
    relation: Relation,
    codes: dict[RelationId, str],
    accounts: list[Account],
    stored: dict[RelationId, AccountId],
    expected: Doubt | None,
) -> None:
    links = {name: Link(name, guid, LinkRule.HAND) for name, guid in stored.items()}
    told = match([relation], accounts, links, frozenset(), codes).told
    assert [one.doubt for one in told] == ([expected] if expected else [])


def test_what_is_told_names_code_relation_and_account() -> None:
    relation = client(vat_number=VAT)
    found = match([relation], [account(code="25", vat_number=OTHER_VAT)], {}, frozenset(), {relation.id: "25"})
    assert found.told == (Told(Doubt.OTHER_VAT_NUMBER, "25", relation.id, AccountId("a")),)


def test_an_index_serves_as_well_as_the_accounts() -> None:
    relations, accounts = [client(vat_number=VAT), supplier(2)], [account(vat_number=VAT)]
    assert match(relations, Index(accounts), {}) == match(relations, accounts, {})
