"""The login against the stand-in, which refuses what Exact refuses."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from werkzeug.wrappers import Response

from robexact_desktop.adapters.exact.sites import SITES, country_of
from robexact_desktop.adapters.exact.sites import site as site_of
from robexact_desktop.demo.exact import RequestRecord
from robexact_desktop.demo.serving import HangUp
from robexact_desktop.domain.errors import SettingsError, SignInFailedError, SignInNeededError, UnreachableError
from robexact_desktop.domain.settings import ExactSettings

from .made import ENVIRONMENT, Site


def token_calls(site: Site) -> int:
    return site.server.calls(resource="oauth2/token")


def test_the_consents_address_names_client_redirect_and_state(site: Site) -> None:
    query = parse_qs(urlsplit(site.login.authorize_url("s-1")).query)
    assert query["state"] == ["s-1"]
    assert query["response_type"] == ["code"]
    assert query["redirect_uri"] == [site.settings.redirect_uri]


def test_a_token_serves_until_its_last_30_seconds(site: Site) -> None:
    first = site.login.access()
    site.clock.pass_seconds(569)
    assert site.login.access() == first
    assert token_calls(site) == 1
    site.clock.pass_seconds(2)
    assert site.login.access() != first
    assert site.clock.slept == []


def test_a_booking_leaves_with_a_minute_of_life_where_exact_allows_it(site: Site) -> None:
    first = site.login.access(for_booking=True)
    site.clock.pass_seconds(550)
    assert site.login.access(for_booking=True) == first, "no new one before 570 s"
    site.clock.pass_seconds(20)
    assert site.login.access(for_booking=True) != first


def test_a_restarted_program_goes_on_with_the_stored_pair(site: Site) -> None:
    first = site.login.access()
    site.clock.pass_seconds(300)
    assert site.new_login().access() == first
    site.clock.pass_seconds(24 * 3600)
    assert site.new_login().access() != first
    assert token_calls(site) == 2


def test_each_pair_is_stored_before_it_is_used(site: Site) -> None:
    for _ in range(5):
        site.clock.pass_seconds(600)
        assert site.login.access() == site.new_login().access()
    assert token_calls(site) == 6


def test_what_another_copy_renewed_is_taken_over(site: Site) -> None:
    other = site.new_login()
    site.login.access()
    other.access()
    site.clock.pass_seconds(590)
    renewed = other.access()
    assert site.login.access() == renewed
    assert token_calls(site) == 2


def test_a_used_refresh_token_asks_for_a_new_consent_and_keeps_the_rest(site: Site) -> None:
    site.clock.pass_seconds(600)
    kept = dict(site.secrets.kept)
    site.login.access()
    site.secrets.kept = dict(kept)
    with pytest.raises(SignInNeededError):
        site.new_login().access()
    assert site.secrets.kept == kept


def test_a_lost_answer_is_not_asked_for_again(site: Site) -> None:
    def hang_up(record: RequestRecord) -> Response | None:
        if record.resource == "oauth2/token":
            raise HangUp
        return None

    site.clock.pass_seconds(600)
    site.server.after.append(hang_up)
    with pytest.raises(UnreachableError):
        site.login.access()
    assert token_calls(site) == 2
    site.server.after.clear()
    with pytest.raises(SignInNeededError):
        site.login.access()


def test_too_early_keeps_the_pair_in_hand(site: Site) -> None:
    """The desktop's clock jumped an hour ahead: it takes the token for old, Exact does not."""
    first = site.login.access()
    real, site.login._clock = site.clock, lambda: site.clock.at + timedelta(hours=1)
    assert site.login.access() == first
    assert site.login.access() == first
    assert token_calls(site) == 2, "asked once, then left in peace"
    site.login._clock = real


@pytest.mark.parametrize("status", [302, 429, 500, 503])
def test_a_gateway_between_is_no_refusal(site: Site, status: int) -> None:
    site.clock.pass_seconds(600)
    site.server.before.append(lambda _: Response("<html>", status, content_type="text/html"))
    with pytest.raises(UnreachableError):
        site.login.access()
    site.server.before.clear()
    assert site.login.access()


def test_a_young_token_that_is_refused_is_not_renewed_early(site: Site) -> None:
    young = site.login.access()
    assert not site.login.renew_refused(young)
    assert token_calls(site) == 1
    site.clock.pass_seconds(571)
    assert site.login.renew_refused(young)
    assert token_calls(site) == 2


def test_a_wrong_code_fails_the_sign_in_and_stores_nothing(site: Site) -> None:
    kept = dict(site.secrets.kept)
    with pytest.raises(SignInFailedError):
        site.login.exchange("stampBE001.nothing!")
    assert site.secrets.kept == kept


def test_nobody_signed_in(site: Site) -> None:
    site.secrets.kept.clear()
    login = site.new_login()
    assert login.lapses_at() is None
    with pytest.raises(SignInNeededError) as caught:
        login.access()
    assert caught.value.facts["reason"] == "never"


def test_the_login_lapses_after_thirty_days(site: Site) -> None:
    assert site.login.lapses_at() == site.clock.at + timedelta(days=30)


def test_a_missing_client_secret_names_its_setting(site: Site) -> None:
    site.secrets.write(ENVIRONMENT, "exact.client_secret", "")
    with pytest.raises(SettingsError) as caught:
        site.login.exchange("x")
    assert caught.value.facts["key"] == "exact.client_secret"


def test_each_country_is_a_site_of_its_own() -> None:
    assert site_of(ExactSettings(country="nl")) == "https://start.exactonline.nl"
    assert site_of(ExactSettings(country="BE", base_url="http://127.0.0.1:8081/")) == "http://127.0.0.1:8081"
    assert {country_of(f"{start}/api/oauth2/auth") for start in SITES.values()} == set(SITES)
    with pytest.raises(SettingsError):
        site_of(ExactSettings(country="XX"))
