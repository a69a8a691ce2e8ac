"""Settings of every kind, as the settings file could give them."""

from hypothesis import strategies as st

from robexact_desktop.adapters.settings_values import COUNTRIES
from robexact_desktop.domain.settings import (
    BookingSettings,
    ExactSettings,
    MailSettings,
    RobawsSettings,
    Settings,
    VatSettings,
)

characters = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))
words = st.text(characters, max_size=8).map(str.strip)
names = words.filter(bool)
mappings = st.dictionaries(st.text(characters, min_size=1, max_size=8), names, max_size=3)
urls = st.sampled_from(["https://a.example/api/v2", "http://127.0.0.1:8081", "http://localhost:1", "http://[::1]:80/x"])
seconds = st.integers(1, 86_400) | st.floats(0.001, 86_400)

CODES = (
    "sales_journal",
    "purchase_journal",
    "sales_credit_journal",
    "purchase_credit_journal",
    "sales_gl_account",
    "purchase_gl_account",
    "holding_payment_condition",
)

every_settings = st.builds(
    Settings,
    environment=names,
    primary=st.just("Een ander bedrijf"),
    active=st.booleans(),
    robaws=st.builds(
        RobawsSettings, base_url=urls, paid_status=words, sent_status_sales=words, sent_status_purchase=words
    ),
    exact=st.builds(
        ExactSettings,
        country=st.sampled_from(COUNTRIES),
        base_url=st.just("") | urls,
        client_id=words,
        redirect_uri=words,
        division=st.none() | st.integers(1, 2**31 - 1),
        answer_seconds=seconds,
        settle_seconds=seconds,
    ),
    booking=st.builds(
        BookingSettings,
        **dict.fromkeys(CODES, words),
        period_offset_months=st.integers(-120, 120),
    ),
    journals=mappings,
    payment_conditions=mappings,
    vat=st.builds(VatSettings, sales=mappings, purchase=mappings),
    cost_centers=mappings,
    cost_units=mappings,
    mail=st.builds(
        MailSettings,
        host=words,
        port=st.none() | st.integers(1, 65_535),
        username=words,
        sender=words,
        recipients=st.lists(names, max_size=3).map(tuple),
    ),
)
