"""Exact Online's sites: each country is a world of its own, with its own apps and logins (facts: exact-online 1)."""

from urllib.parse import urlsplit

from robexact_desktop.domain.errors import SettingsError
from robexact_desktop.domain.settings import ExactSettings

SITES = {
    "BE": "https://start.exactonline.be",
    "NL": "https://start.exactonline.nl",
    "DE": "https://start.exactonline.de",
    "FR": "https://start.exactonline.fr",
    "ES": "https://start.exactonline.es",
    "GB": "https://start.exactonline.co.uk",
}


def site(settings: ExactSettings) -> str:
    """The address that all calls start with. Raises SettingsError for a country without one."""
    if settings.base_url:
        return settings.base_url.rstrip("/")
    try:
        return SITES[settings.country.upper()]
    except KeyError:
        raise SettingsError(key="exact.country", reason="unknown", value=settings.country) from None


def country_of(address: str) -> str | None:
    """The country whose login page an address belongs to; None where it is no site of Exact's."""
    host = urlsplit(address).hostname
    return next((country for country, start in SITES.items() if urlsplit(start).hostname == host), None)
