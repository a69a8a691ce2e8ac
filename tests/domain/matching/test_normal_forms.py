"""One spelling for numbers, places and names; expected by hand from facts: exact-online 4.5, bookkeeping 3.15."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from robexact_desktop.domain.matching.name_keys import exact_name, fuzzy_name
from robexact_desktop.domain.matching.normal import (
    account_code,
    bare_number,
    company_number,
    country,
    postcode,
    postcodes_differ,
    vat_number,
)


@pytest.mark.parametrize(
    ("text", "hint", "expected"),
    [
        ("BE 0123.456.789", "", "BE0123456789"),
        ("be0123456789", "", "BE0123456789"),
        ("0123456789", "BE", "BE0123456789"),
        ("0123456789", "België", "BE0123456789"),
        ("BE 0123-456-789", "NL", "BE0123456789"),  # its own prefix goes before the relation's country
        ("BTW BE 0123.456.789", "", "BE0123456789"),
        ("TVA: BE0123.456.789", "", "BE0123456789"),
        ("\u00a0BE\u00a00123 456 789 ", "", "BE0123456789"),
        ("123456789", "BE", "BE0123456789"),  # the form of before 2005
        ("BE 403.019.261", "", "BE0403019261"),
        ("1003456789", "be", "BE1003456789"),  # numbers may start with 1 now
        ("0123456789", "", "BE0123456789"),  # no country at all: the 0 says Belgium
        ("1000000120", "", "BE1000000120"),  # a 1 and good check digits
        ("1000000121", "", ""),  # perhaps a Polish one
        ("123456789", "", ""),
        ("NL 0044.95.445.B01", "", "NL004495445B01"),
        ("004495445b01", "", "NL004495445B01"),
        ("4495445B01", "NL", "NL004495445B01"),
        ("DE 123 456 789", "BE", "DE123456789"),
        ("123456789", "DE", "DE123456789"),
        ("FR 83 404 833 048", "", "FR83404833048"),
        ("83404833048", "France", "FR83404833048"),
        ("ATU12345678", "", "ATU12345678"),
        ("ESB12345678", "", "ESB12345678"),
        ("B12345678", "ES", "ESB12345678"),
        ("EL 123456789", "", "GR123456789"),
        ("GR123456789", "", "GR123456789"),
        ("123456789", "EL", "GR123456789"),
        ("XI 123 4567 89", "", "GB123456789"),
        ("GB123456789", "", "GB123456789"),
        ("CHE-123.456.789 MWST", "", "CHE123456789"),
        ("LU 12345678", "", "LU12345678"),
        ("", "BE", ""),
        ("n.v.t.", "BE", ""),
        ("particulier", "", ""),
        ("BE", "BE", ""),
        ("BE 0000.000.000", "", ""),
        ("BE0999999999", "", ""),
        ("0000000000", "BE", ""),
        ("NL000000000B00", "", ""),
        ("BE12345", "", ""),
        ("BE 2123.456.789", "", ""),  # an establishment's number is no VAT number
    ],
)
def test_vat_number(text: str, hint: str, expected: str) -> None:
    assert vat_number(text, hint) == expected


@pytest.mark.parametrize(
    ("text", "hint", "expected"),
    [
        ("0123.456.789", "BE", "BE0123456789"),
        ("BE 0123.456.789", "", "BE0123456789"),
        ("KBO 0123.456.789", "BE", "BE0123456789"),
        ("0403.019.261", "", "BE0403019261"),
        ("5260250274", "", ""),
        ("403019261", "BE", "BE0403019261"),
        ("12345678", "NL", "NL12345678"),
        ("KVK 12345678", "Nederland", "NL12345678"),
        ("000012345678", "NL", ""),  # the twelve digits of an establishment
        ("12345678", "", ""),
        ("RPR Gent", "BE", ""),
        ("2.123.456.789", "BE", ""),
        ("0000000000", "BE", ""),
        ("HRB 123456", "DE", "DEHRB123456"),
        ("", "BE", ""),
    ],
)
def test_company_number(text: str, hint: str, expected: str) -> None:
    assert company_number(text, hint) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BE", "BE"),
        (" be ", "BE"),
        ("België", "BE"),
        ("BELGIQUE", "BE"),
        ("Belgium", "BE"),
        ("BEL", "BE"),
        ("Pays-Bas", "NL"),
        ("The Netherlands", "NL"),
        ("EL", "GR"),
        ("XI", "GB"),
        ("UK", "GB"),
        ("U.K.", "GB"),
        ("LU", "LU"),
        ("JP", "JP"),
        ("Atlantis", ""),
        ("9", ""),
        ("", ""),
    ],
)
def test_country(text: str, expected: str) -> None:
    assert country(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9000", "9000"),
        ("B-9000", "9000"),
        ("BE 9000", "9000"),
        ("1234 ab", "1234AB"),
        ("NL-1234 AB", "1234AB"),
        ("", ""),
    ],
)
def test_postcode(text: str, expected: str) -> None:
    assert postcode(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("9000", "9000", False),
        ("9000", "9050", True),
        ("", "9000", False),
        ("1234", "1234AB", False),
        ("1234AC", "1234AB", True),
    ],
)
def test_postcodes_differ(one: str, other: str, expected: bool) -> None:
    assert postcodes_differ(one, other) is expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Bouwwerken Janssens BV", "  BOUWWERKEN   Janssens bv ", True),
        ("Straße NV", "STRASSE NV", True),
        ("Bouwwerken Janssens BV", "Bouwwerken Janssens BVBA", False),
        ("Bouwwerken Janssens BV", "Bouwwerken Janssens B.V.", False),
        ("Café Hugo", "Cafe Hugo", False),
    ],
)
def test_exactly_the_same_name_forgives_case_and_space_only(one: str, other: str, same: bool) -> None:
    assert (exact_name(one) == exact_name(other)) is same


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Bouwwerken Janssens BVBA", "bouwwerken janssens"),
        ("BOUWWERKEN JANSSENS BV", "bouwwerken janssens"),
        ("NV Bouwwerken Janssens", "bouwwerken janssens"),
        ("Janssens, Bouwwerken B.V.B.A.", "bouwwerken janssens"),
        ("Bouwwerken Janssens N. V.", "bouwwerken janssens"),
        ("Café Hügo & Zn. SRL", "cafe hugo zn"),
        ("Peeters en Zonen", "peeters zonen"),
        ("Peeters & Zonen VOF", "peeters zonen"),
        ("Müller GmbH", "muller"),
        ("www.peeters.be", "be peeters www"),
        ("NV SA", "nv sa"),
        ("", ""),
        ("...", ""),
    ],
)
def test_fuzzy_name(name: str, expected: str) -> None:
    assert fuzzy_name(name) == expected


def test_account_code_is_freed_of_its_padding() -> None:
    assert account_code("                25") == account_code("25 ") == "25"


def test_a_bare_number_has_no_zeros_in_front() -> None:
    assert bare_number("0123.456.789") == bare_number("123456789") == "123456789"


@given(st.text(max_size=30), st.sampled_from(["", "BE", "NL", "FR", "GB", "EL"]))
def test_the_spelling_of_a_number_is_settled_in_one_step(text: str, hint: str) -> None:
    once = vat_number(text, hint)
    assert vat_number(once) == once or once[:2] not in ("BE", "NL")


@given(st.integers(100_000_000, 1_999_999_999), st.sampled_from([" ", ".", "-", "", "/"]), st.booleans())
def test_separators_and_case_never_matter(number: int, separator: str, lower: bool) -> None:
    digits = f"{number:010}"
    text = separator.join(("BE", digits[:4], digits[4:7], digits[7:]))
    assert vat_number(text.lower() if lower else text) == vat_number("BE" + digits)


@given(st.text(max_size=40))
def test_keys_of_names_are_settled_in_one_step(name: str) -> None:
    assert exact_name(exact_name(name)) == exact_name(name)
    assert fuzzy_name(fuzzy_name(name)) == fuzzy_name(name)
