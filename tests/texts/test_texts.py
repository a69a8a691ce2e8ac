"""How facts become sentences."""

import datetime as dt
from decimal import Decimal

import pytest

from robexact_desktop.domain.errors import (
    LimitSpentError,
    RobExactError,
    SettingsError,
    SignInNeededError,
    UnreachableError,
)
from robexact_desktop.domain.problems import ProblemCode, problem
from robexact_desktop.domain.status import InvoiceState
from robexact_desktop.texts import (
    Language,
    error_message,
    explain_refusal,
    field_names,
    formats,
    problem_fix,
    problem_message,
    progress_name,
    rule_sentence,
    sentence,
    source_words,
    state_word,
)

NL, FR, EN = Language.NL, Language.FR, Language.EN


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        ("1234.56", "1.234,56", "1,234.56"),
        ("0", "0,00", "0.00"),
        ("-580.8", "\u2212580,80", "\u2212580.80"),
        ("1234567.8", "1.234.567,80", "1,234,567.80"),
        ("0.005", "0,005", "0.005"),
        ("100", "100,00", "100.00"),
        ("1E+3", "1.000,00", "1,000.00"),
    ],
)
def test_an_amount_is_written_as_the_language_does(value: str, dutch: str, english: str) -> None:
    assert formats.amount(Decimal(value), NL) == formats.amount(Decimal(value), FR) == dutch
    assert formats.amount(Decimal(value), EN) == english


def test_a_date_has_its_day_first() -> None:
    assert formats.day(dt.date(2026, 11, 3)) == "03/11/2026"
    assert formats.moment(dt.datetime(2026, 11, 3, 8, 54)) == "03/11/2026 08:54"  # noqa: DTZ001 - told as it stands
    assert formats.time_of_day(dt.datetime(2026, 11, 3, 8, 54)) == "08:54"  # noqa: DTZ001 - told as it stands


def test_a_moment_is_told_on_the_clock_of_this_computer() -> None:
    moment = dt.datetime(2026, 11, 3, 8, 54, tzinfo=dt.UTC)
    assert formats.time_of_day(moment) == f"{moment.astimezone():%H:%M}"


def test_the_sentence_says_what_an_amount_is() -> None:
    differs = problem(ProblemCode.TOTALS_DIFFER, "vat", stated="1234.50", computed="1230.5", difference="4.00")
    assert problem_message(differs, NL).startswith("De btw per tarief geeft 1.230,50, maar de factuur zegt 1.234,50:")


def test_a_number_that_looks_like_an_amount_stays_a_number() -> None:
    bad = problem(ProblemCode.NUMBER_NOT_INTEGER, "too_large", number="2026.01", largest=2147483647)
    assert "Factuurnummer 2026.01 geeft" in problem_message(bad, NL)


def test_a_missing_fact_shows_its_name() -> None:
    assert problem_message(problem(ProblemCode.GL_BLOCKED, account="700000"), NL) == (
        "Grootboekrekening 700000 (<name>) is geblokkeerd in Exact."
    )


def test_a_fact_is_never_read_as_a_sentence() -> None:
    hostile = problem(ProblemCode.RELATION_BLOCKED, account="{name}", name="{0.__class__} %s {")
    assert problem_message(hostile, EN) == "Relation {name} ({0.__class__} %s {) is blocked in Exact."


def test_facts_may_have_the_names_of_parameters() -> None:
    assert sentence("error.settings.safe", NL, key="a", language="b")


def test_a_variant_without_a_fix_of_its_own_takes_that_of_the_code() -> None:
    shared = problem(ProblemCode.NUMBER_NOT_INTEGER, "shared", number="A1", digits=1, others="B1")
    assert problem_fix(shared, EN).startswith("Correct the number in Robaws")


def test_a_key_without_a_sentence_is_our_bug() -> None:
    with pytest.raises(KeyError):
        sentence("no.such.key", NL)


def test_values_of_python_are_shown_as_people_write_them() -> None:
    day = dt.date(2026, 1, 31)
    assert sentence("send.booked", NL, number=12, journal=day).endswith("boekstuk 12 in dagboek 31/01/2026.")
    assert "1.000,00" in sentence("payment.told", NL, open_amount=Decimal(1000))


SOURCES = [
    ("settings: booking.sales_journal", 'instelling "Standaard dagboek verkoop"'),
    ("settings: vat.sales.7", 'instelling "Btw-code verkoop van tarief 7"'),
    ("settings: journals.VK2", 'instelling "Koppeling van dagboek VK2"'),
    ("by hand: An Peeters", "door An Peeters"),
    ("lines[0].generalLedgerAccount", "regel 1, grootboekrekening"),
    ("articles/12", "artikel 12 in Robaws"),
    ("suppliers/L0007", "leverancier L0007 in Robaws"),
    ("client/7", "klant 7 in Robaws"),
    ("GL account 700000", "grootboekrekening 700000 in Exact"),
    ("date", "factuurdatum"),
    ("date, settings: booking.period_offset_months", 'factuurdatum, instelling "Offset in maanden"'),
    (
        "2026/10 closed, settings: booking.closed_period",
        'periode 2026/10 is afgesloten, instelling "Bij een afgesloten periode"',
    ),
    ("totalInclVat - totalExclVat", "totaal inclusief min totaal exclusief btw"),
    ("something new", "something new"),
]


@pytest.mark.parametrize(("source", "told"), SOURCES)
def test_a_source_is_told_in_words(source: str, told: str) -> None:
    assert source_words(source, NL) == told


def test_the_why_names_rule_and_source() -> None:
    assert rule_sentence("gl_account.article", "articles/12", NL) == (
        "De grootboekrekening van het artikel (artikel 12 in Robaws)."
    )


def test_an_error_tells_what_happened_what_did_not_and_what_helps() -> None:
    assert error_message(UnreachableError(service="exact", reason="timeout"), NL) == (
        "Exact antwoordt niet: geen antwoord binnen de tijd. "
        "Er is niets verloren; wat nog niet verstuurd was, staat nog klaar. "
        "Controleer uw internetverbinding en start het straks opnieuw."
    )


def test_a_reason_takes_the_facts_of_its_error() -> None:
    choice = SettingsError(key="booking.approval", reason="choice", value="later", allowed="wait, hold, send")
    assert "later is geen keuze; mogelijk: wait, hold, send" in error_message(choice, NL)
    assert 'Instelling "Aankopen met een open goedkeuring"' in error_message(choice, NL)


def test_an_unknown_setting_names_the_nearest_where_there_is_one() -> None:
    near = SettingsError(key="booking.aproval", reason="unknown", nearest="booking.approval", allowed="a, b")
    assert "bedoelde u booking.approval?" in error_message(near, NL)
    assert "<" not in error_message(SettingsError(key="exact.country", reason="unknown", value="XX"), NL)


def test_the_words_of_a_service_stay_as_they_are() -> None:
    assert "HTTP 502 {x}" in error_message(SignInNeededError(service="exact", reason="HTTP 502 {x}"), FR)


def test_an_error_without_facts_or_sentence_still_says_something() -> None:
    class NewError(RobExactError):
        code = "new"

    for language in Language:
        assert error_message(NewError(), language) == error_message(RobExactError(), language)
        assert error_message(LimitSpentError(), language)


@pytest.mark.parametrize(
    ("message", "cause"),
    [
        ("Periode is afgesloten: 2024-01", "period_closed"),
        ("Unknown: Fiscal year (Period - date table).", "period_missing"),
        ("Onbekend: Boekjaar (Periode-datumtabel)", "period_missing"),
        ("In gebruik: Boekstuknummer", "number_taken"),
        ("Bestaat reeds - Boekstuknummer", "number_taken"),
        ("Already exists - Entry number 2026001, Journal 700", "number_taken"),
        ("Gegeven bestaat reeds.", "exists"),
        ("De boeking is niet in evenwicht. Verschil -0,01", "out_of_balance"),
        ("Het bedrag van de BTW regel met BTW code 4 komt niet overeen", "vat_inclusive"),
        (
            'Een btw bedrag is niet toegestaan als u een btw-code van het type "geen btw" gebruikt',
            "vat_amount_not_allowed",
        ),
        ("Niet toegestaan: Btw-code", "vat_journal"),
        ("Ongeldige referentie: Btw-code", "vat_code"),
        ("Ontbrekend: Btw code", "vat_code"),
        ("Ongeldig: Btw-percentage []", "vat_code"),
        ("Ongeldig: Grootboekrekeningtype", "gl_type"),
        ("Grootboek 700999 niet gevonden", "gl_unknown"),
        ("Invalid: Journal (type).", "journal"),
        ("Ongeldige referentie: Journals", "journal"),
        ("Verplicht: Dagboek", "journal"),
        ("Ongeldig: Klant (Type)", "relation_role"),
        ("Invalid: Customer (Type)", "relation_role"),
        ("Verplicht: Betalingsconditie", "payment_condition"),
        (
            "De klantenrekening van deze relatie is niet gelijk aan de rekening van het gebruikte verkoopdagboek",
            "receivable_account",
        ),
        ("Klant niet gevonden", "relation_gone"),
        ("Ongeldig: E-mail []", "relation_data"),
        ("Invalid reference: Cost unit", "cost_center"),
        ("Document Type not allowed", "document_type"),
        ("Forbidden - User division is not within division scope", "division"),
        ("Forbidden - Application Scope Violated. Cannot read 'organization.administration' scope.", "rights"),
        ("Old refresh token used.", "login"),
        ("Rate limit exceeded: access_token not expired", "login_too_early"),
        ("Reeds verwerkt", "processed"),
        ("Please add a $select or a $top=1 statement to the query string.", "program"),
        ("Error processing request stream. ... property 'Attachment' to type 'Byte[]'", "document_file"),
        ("Iets dat niemand ooit zag", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_refusal_of_exact_is_explained(message: str, cause: str) -> None:
    explanation = explain_refusal(message, NL)
    assert explanation.cause_key == cause
    assert bool(explanation) is (cause != "unknown")


def test_of_several_lines_the_first_that_is_known_decides() -> None:
    joined = "Iets onbekends\r\nInvalid reference: Cost unit\r\nMandatory: Diary"
    assert explain_refusal(joined, EN).cause_key == "cost_center"


def test_case_and_spaces_do_not_matter() -> None:
    assert explain_refusal("  PERIODE  IS\tAFGESLOTEN : 2024-01 ", FR).cause_key == "period_closed"


def test_unknown_words_are_shown_as_they_are() -> None:
    assert explain_refusal("Brol {x}", NL).cause == "Exact zegt: Brol {x}"


def test_what_changed_and_what_differs_are_told_in_words() -> None:
    assert field_names(("date", "total_incl"), NL) == "factuurdatum, totaal inclusief btw"
    assert "(factuurdatum, regels)" in sentence("held.changed", NL, fields="date, lines")
    differs = sentence("send.differs", NL, differences="total: 1121.00 -> 1121.01; vat 4: 21.00 -> 21.01")
    assert "totaal 1.121,00 → 1.121,01; btw op code 4 21,00 → 21,01" in differs


def test_states_and_progress_are_told_in_words() -> None:
    assert state_word(InvoiceState.REFUSED, FR) == "Refusée"
    assert progress_name("payment_terms", NL) == "betalingstermijnen"
    assert progress_name("F2026-001", NL) == "F2026-001"
