"""What holds of every matching, whatever the books look like: few values, so that they collide as often as they can."""

from hypothesis import given, settings
from hypothesis import strategies as st

from robexact_desktop.domain.ledger import Account
from robexact_desktop.domain.matching import Index, Matching, candidates, match
from robexact_desktop.domain.names import AccountId, RelationId
from robexact_desktop.domain.relation import Link, LinkRule, Relation

names = st.sampled_from(["", "Janssens", "JANSSENS ", "Janssens BV", "Peeters"])
vats = st.sampled_from(["", "BE0123456789", "0123.456.789", "BE 0403.019.261", "NL004495445B01"])
companies = st.sampled_from(["", "0123456789", "0403019261", "12345678"])
countries = st.sampled_from(["", "BE", "NL"])
postcodes = st.sampled_from(["", "9000", "9050"])
codes = st.sampled_from(["", "1", "2", "9"])

relations = st.lists(
    st.builds(
        Relation,
        st.builds("{}/{}".format, st.sampled_from(["client", "supplier"]), st.integers(1, 5)).map(RelationId),
        st.just("1"),
        names,
        vat_number=vats,
        company_number=companies,
        country=countries,
        postcode=postcodes,
        exact_online_code=codes,
    ),
    max_size=6,
    unique_by=lambda relation: relation.id,
)
accounts = st.lists(
    st.builds(
        Account,
        st.sampled_from("abcdef").map(AccountId),
        codes,
        names,
        vat_number=vats,
        chamber_of_commerce=companies,
        country=countries,
        postcode=postcodes,
        is_blocked=st.booleans(),
    ),
    max_size=5,
    unique_by=lambda account: account.id,
)
ids = st.builds("{}/{}".format, st.sampled_from(["client", "supplier"]), st.integers(1, 5)).map(RelationId)
guids = st.sampled_from("abcdef").map(AccountId)
links = st.dictionaries(ids, guids, max_size=2).map(
    lambda stored: {name: Link(name, guid, LinkRule.HAND) for name, guid in stored.items()}
)
refusals = st.frozensets(st.tuples(ids, guids), max_size=6)
sheets = st.dictionaries(ids, st.sampled_from(["1", "2", "9"]), max_size=3)


def doubts(found: Matching) -> dict[RelationId, str]:
    return {relation: asked.doubt.value for relation, asked in found.asked.items()}


@given(relations, accounts, links, refusals, sheets, st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None)
def test_the_order_of_the_inputs_decides_nothing(relations, accounts, links, refused, codes, rng) -> None:  # type: ignore[no-untyped-def]
    found = match(relations, accounts, links, refused, codes)
    rng.shuffle(relations)
    rng.shuffle(accounts)
    again = match(relations, accounts, links, refused, codes)
    assert set(again.linked) == set(found.linked)
    assert doubts(again) == doubts(found)
    assert {(told.doubt, told.code, told.relation) for told in again.told} == {
        (told.doubt, told.code, told.relation) for told in found.told
    }


@given(relations, accounts, links, refusals, sheets)
@settings(max_examples=300, deadline=None)
def test_every_relation_has_one_fate(relations, accounts, links, refused, codes) -> None:  # type: ignore[no-untyped-def]
    found = match(relations, accounts, links, refused, codes)
    linked = [link.relation for link in found.linked]
    assert len(linked) == len(set(linked)), "two rules for one relation"
    assert not set(linked) & found.contested, "linked and asked"
    assert not (set(linked) | found.contested) & set(links), "a stored link was touched"
    assert not {(link.relation, link.account_id) for link in found.linked} & refused, "a refused pair was linked"
    assert {link.account_id for link in found.linked} <= {account.id for account in accounts}


@given(relations, accounts, refusals)
@settings(max_examples=200, deadline=None)
def test_a_second_run_finds_nothing_new(relations, accounts, refused) -> None:  # type: ignore[no-untyped-def]
    first = match(relations, accounts, {}, refused)
    second = match(relations, accounts, {link.relation: link for link in first.linked}, refused)
    assert second.linked == ()
    assert second.contested == first.contested


@given(relations, accounts)
@settings(max_examples=200, deadline=None)
def test_what_the_vat_number_links_is_also_suggested(relations, accounts) -> None:  # type: ignore[no-untyped-def]
    index = Index(accounts)
    by_id = {relation.id: relation for relation in relations}
    for link in match(relations, index, {}).linked:
        if link.rule is LinkRule.VAT_NUMBER:
            assert link.account_id in [candidate.account_id for candidate in candidates(by_id[link.relation], index)]


@given(relations, accounts, st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_suggestions_do_not_depend_on_the_order_of_the_import(relations, accounts, rng) -> None:  # type: ignore[no-untyped-def]
    index = Index(accounts)
    rng.shuffle(accounts)
    shuffled = Index(accounts)
    for relation in relations:
        assert candidates(relation, index) == candidates(relation, shuffled)
        assert all(0 <= candidate.score <= 100 for candidate in candidates(relation, index))
