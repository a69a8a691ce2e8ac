"""The settings file of product.md section 4: key by key, with errors that say what helps."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from robexact_desktop.adapters.exact.sites import SITES
from robexact_desktop.adapters.settings_file import as_tree, merge, read_file
from robexact_desktop.adapters.settings_values import COUNTRIES
from robexact_desktop.domain.errors import SettingsError
from robexact_desktop.domain.settings import Approval, MailSecurity, Role, Settings

EVERYTHING = """
environment = "Bouwwerken Peeters"
role = "SECONDARY"
primary = "Dakwerken Maes"
active = false
[robaws]
base_url = "http://127.0.0.1:8080"
api_key = "key-1"
api_secret = "secret-2"
paid_status = "Betaald"
[exact]
country = "NL"
base_url = "http://localhost:8081"
client_id = "id"
client_secret = "secret-3"
redirect_uri = "https://peeters.example/terug"
division = 123456
answer_seconds = 2.5
settle_seconds = 1
[booking]
sales_journal = "70"
book_from = 2026-01-01
period_length = "quarter"
period_offset_months = -6
closed_period = "next_open"
purchase_period_date = "booking"
exact_assigns_numbers = true
create_relations = "always"
approval = "hold"
holding_payment_condition = "KS"
[journals]
V1 = "71"
[payment_conditions]
3 = "30"
[vat.sales]
1 = "4"
[vat.purchase]
1 = "5"
[cost_centers]
12 = "P12"
[cost_units]
"a.b" = "D"
[mail]
host = "smtp.example"
port = 587
security = "tls"
password = "secret-4"
recipients = ["an@peeters.be", "bert@peeters.be"]
"""


def merged(toml: str, before: Settings | None = None) -> Settings:
    settings, _ = merge(before or Settings("A"), tomllib.loads(toml))
    return settings


def refusal(toml: str, before: Settings | None = None) -> dict[str, str]:
    with pytest.raises(SettingsError) as told:
        merged(toml, before)
    return told.value.facts


def test_every_key_is_taken_over_and_the_secrets_are_split_off() -> None:
    settings, secrets = merge(None, tomllib.loads(EVERYTHING))
    assert secrets == {
        "robaws.api_key": "key-1",
        "robaws.api_secret": "secret-2",
        "exact.client_secret": "secret-3",
        "mail.password": "secret-4",
    }
    assert (settings.environment, settings.role, settings.active) == ("Bouwwerken Peeters", Role.SECONDARY, False)
    assert (settings.exact.country, settings.exact.division, settings.exact.answer_seconds) == ("NL", 123456, 2.5)
    assert settings.booking.book_from == dt.date(2026, 1, 1)
    assert settings.booking.approval is Approval.HOLD
    assert settings.vat.sales == {"1": "4"}
    assert settings.cost_units == {"a.b": "D"}
    assert settings.mail.security is MailSecurity.TLS
    assert settings.mail.recipients == ("an@peeters.be", "bert@peeters.be")


def test_no_secret_is_shown() -> None:
    settings, secrets = merge(None, tomllib.loads(EVERYTHING))
    shown = repr(as_tree(settings)) + repr(settings)
    assert not [value for value in secrets.values() if value in shown]


def test_every_key_is_shown_with_its_value() -> None:
    assert as_tree(Settings("A")) == {
        "environment": "A",
        "role": "PRIMARY",
        "primary": "",
        "active": True,
        "robaws": {
            "base_url": "https://app.robaws.com",
            "paid_status": "",
            "sent_status_sales": "",
            "sent_status_purchase": "",
        },
        "exact": {
            "country": "BE",
            "base_url": "",
            "client_id": "",
            "redirect_uri": "",
            "division": "",
            "answer_seconds": 60,
            "settle_seconds": 120,
        },
        "booking": {
            "sales_journal": "",
            "purchase_journal": "",
            "sales_credit_journal": "",
            "purchase_credit_journal": "",
            "sales_gl_account": "",
            "purchase_gl_account": "",
            "book_from": "",
            "period_length": "month",
            "period_offset_months": 0,
            "closed_period": "block",
            "purchase_period_date": "invoice",
            "exact_assigns_numbers": False,
            "use_cost_centers": False,
            "use_gl_accounts": True,
            "create_relations": "ask",
            "attach_documents": True,
            "approval": "wait",
            "holding_payment_condition": "",
            "payment_status_back": True,
        },
        "journals": {},
        "payment_conditions": {},
        "vat": {"sales": {}, "purchase": {}},
        "cost_centers": {},
        "cost_units": {},
        "mail": {"host": "", "port": "", "security": "starttls", "username": "", "sender": "", "recipients": []},
    }


def test_a_missing_key_keeps_and_an_empty_one_clears() -> None:
    before, _ = merge(None, tomllib.loads(EVERYTHING))
    after = merged('[exact]\ndivision = ""\nanswer_seconds = ""\n[booking]\nbook_from = ""\napproval = ""', before)
    assert (after.exact.division, after.exact.answer_seconds, after.exact.country) == (None, 60, "NL")
    assert (after.booking.book_from, after.booking.approval) == (None, Approval.WAIT)
    assert (after.booking.sales_journal, after.mail) == ("70", before.mail)


def test_an_empty_value_removes_one_entry_of_a_mapping() -> None:
    before = merged('[vat.sales]\n1 = "4"\n2 = "5"')
    assert merged('[vat.sales]\n1 = ""\n3 = "6"', before).vat.sales == {"2": "5", "3": "6"}


def test_an_empty_secret_clears_it_and_a_missing_one_keeps() -> None:
    _, secrets = merge(Settings("A"), {"robaws": {"api_key": ""}})
    assert secrets == {"robaws.api_key": ""}


def test_a_new_environment_needs_a_name() -> None:
    with pytest.raises(SettingsError) as told:
        merge(None, {"active": True})
    assert told.value.facts == {"key": "environment", "reason": "missing"}


def test_one_environment_is_not_merged_into_another() -> None:
    assert refusal('environment = "B"') == {
        "key": "environment",
        "reason": "another",
        "value": "B",
        "allowed": "A",
    }
    assert merged('environment = "A"') == Settings("A")


def test_a_secondary_names_its_primary() -> None:
    assert refusal('role = "SECONDARY"')["key"] == "primary"
    assert refusal('role = "SECONDARY"\nprimary = "A"')["reason"] == "itself"
    assert merged('role = "SECONDARY"\nprimary = "B"').role is Role.SECONDARY


@pytest.mark.parametrize("division", ["123456", '"123456"', '" 123456 "'])
def test_a_division_may_be_quoted(division: str) -> None:
    assert merged(f"[exact]\ndivision = {division}").exact.division == 123456


def test_the_lands_are_those_that_exact_has_a_site_for() -> None:
    assert set(COUNTRIES) == set(SITES)


@pytest.mark.parametrize("url", ["https://app.robaws.com/api/v2", "http://127.0.0.1:8080", "http://[::1]:1"])
def test_addresses_are_https_or_do_not_leave_this_machine(url: str) -> None:
    assert merged(f'[robaws]\nbase_url = "{url}"').robaws.base_url == url


@pytest.mark.parametrize(
    ("toml", "facts"),
    [
        ("[exact]\ndivision = 0", {"key": "exact.division", "reason": "range", "value": "0"}),
        ('[exact]\ndivision = "12a"', {"key": "exact.division", "reason": "type", "allowed": "integer"}),
        ("[exact]\ndivision = 1.5", {"key": "exact.division", "reason": "type"}),
        ("[exact]\ndivision = true", {"key": "exact.division", "reason": "type"}),
        ('[exact]\ncountry = "XX"', {"key": "exact.country", "reason": "choice", "value": "XX"}),
        ('[exact]\nbase_url = "http://exact.example"', {"key": "exact.base_url", "reason": "https_needed"}),
        ('[exact]\nbase_url = "127.0.0.1:8081"', {"key": "exact.base_url", "reason": "https_needed"}),
        ('[exact]\nbase_url = "https://u:p@exact.example"', {"key": "exact.base_url", "reason": "https_needed"}),
        ('[exact]\nbase_url = "http://127.0.0.1.example:80"', {"key": "exact.base_url", "reason": "https_needed"}),
        ('[exact]\nbase_url = "https://[exact"', {"key": "exact.base_url", "reason": "https_needed"}),
        ("[exact]\nsettle_seconds = 0", {"key": "exact.settle_seconds", "reason": "range"}),
        ("[exact]\nsettle_seconds = inf", {"key": "exact.settle_seconds", "reason": "range"}),
        ('[exact]\nsettle_seconds = "2"', {"key": "exact.settle_seconds", "reason": "type", "allowed": "number"}),
        (
            '[booking]\napproval = "later"',
            {"key": "booking.approval", "reason": "choice", "value": "later", "allowed": "wait, hold, send"},
        ),
        ("[booking]\nsales_gl_account = 700000", {"key": "booking.sales_gl_account", "allowed": "text"}),
        ('[booking]\nuse_gl_accounts = "ja"', {"key": "booking.use_gl_accounts", "allowed": "true, false"}),
        ("[booking]\nuse_gl_accounts = 1", {"key": "booking.use_gl_accounts", "value": "1"}),
        ('[booking]\nbook_from = "31/12/2026"', {"key": "booking.book_from", "reason": "date"}),
        ("[booking]\nbook_from = 2026-01-01T00:00:00", {"key": "booking.book_from", "reason": "date"}),
        ("[booking]\nperiod_offset_months = 1000", {"key": "booking.period_offset_months", "reason": "range"}),
        ("[mail]\nport = 70000", {"key": "mail.port", "reason": "range", "value": "70000"}),
        ("[mail]\nrecipients = [1]", {"key": "mail.recipients", "reason": "type"}),
        ("[vat.sales]\n1 = 4", {"key": "vat.sales.1", "reason": "type", "allowed": "text"}),
        ("journals = 3", {"key": "journals", "reason": "type", "allowed": "table"}),
        ("booking = true", {"key": "booking", "reason": "type", "allowed": "table"}),
        ("active = 1", {"key": "active", "reason": "type"}),
        ("environment = 3", {"key": "environment", "reason": "type", "value": "3"}),
    ],
)
def test_a_wrong_value_is_told_with_its_key_and_what_may_stand_there(toml: str, facts: dict[str, str]) -> None:
    told = refusal(toml)
    assert told == told | facts


@pytest.mark.parametrize(
    ("toml", "key", "nearest"),
    [
        ("[booking]\nsales_jounal = '70'", "booking.sales_jounal", "booking.sales_journal"),
        ("[vat.sale]\n1 = '4'", "vat.sale", "vat.sales"),
        ("enviroment = 'A'", "enviroment", "environment"),
        ("[robaws]\napi_keys = 'x'", "robaws.api_keys", "robaws.api_key"),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest_known_one(toml: str, key: str, nearest: str) -> None:
    facts = refusal(toml)
    assert (facts["key"], facts["reason"], facts["nearest"]) == (key, "unknown", nearest)


@pytest.mark.parametrize("value", [3, ["geheim"], {"geheim": 1}])
def test_a_secret_of_a_wrong_type_is_told_without_it(value: Any) -> None:
    with pytest.raises(SettingsError) as told:
        merge(Settings("A"), {"mail": {"password": value}})
    assert told.value.facts == {"key": "mail.password", "reason": "type", "allowed": "text"}


def test_recipients_may_be_one_text() -> None:
    assert merged('[mail]\nrecipients = "a@b.be, c@d.be,"').mail.recipients == ("a@b.be", "c@d.be")


def test_a_file_is_read_with_the_mark_that_notepad_writes(tmp_path: Path) -> None:
    file = tmp_path / "peeters.toml"
    file.write_bytes(b"\xef\xbb\xbf" + EVERYTHING.encode())
    assert read_file(file)["role"] == "SECONDARY"


@pytest.mark.parametrize(
    ("content", "reason", "line"),
    [
        (b'active = true\n[exact\ncountry = "BE"', "toml", "2"),
        (b"active = true\nrole =", "toml", "2"),
        (b'active = true\nenvironment = "Caf\xe9"', "encoding", "2"),
        (b"active = true\nactive = false\n", "toml", "2"),
    ],
)
def test_a_file_that_is_no_toml_is_told_with_its_line(tmp_path: Path, content: bytes, reason: str, line: str) -> None:
    file = tmp_path / "peeters.toml"
    file.write_bytes(content)
    with pytest.raises(SettingsError) as told:
        read_file(file)
    facts = told.value.facts
    assert (facts["key"], facts["reason"], facts["line"]) == ("peeters.toml", reason, line)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as told:
        read_file(tmp_path / "nergens.toml")
    assert (told.value.facts["key"], told.value.facts["reason"]) == ("nergens.toml", "unreadable")
